"""Quotations with their speakers: whole texts, spans, kinds of marks, any input."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.find.quotations.finder import Mark, marks, quotations
from citekit.find.suggestion import Suggestion
from tests.find.quotation_scores import ROOT, TEXTS, own, seed


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_own_texts(path: Path) -> None:
    score = own(path)
    few = 2 + score.wanted // 10
    assert score.right >= score.wanted - few, score.faults
    assert score.right >= score.found - few, score.faults


def test_own_texts_together() -> None:
    scores = [own(path) for path in TEXTS]
    right = sum(score.right for score in scores)
    assert right >= 0.95 * sum(score.wanted for score in scores)
    assert right >= 0.95 * sum(score.found for score in scores)


def said(text: str) -> list[tuple[str, str]]:
    """Speakers and first words, whatever the lines and marks are like."""
    return [(one.speaker, " ".join(one.quoted.split())[:20]) for one in quotations(text)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_wrapped_lines_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wrapped = "\n\n".join(
        part if part.startswith(("\\begin", ">")) else fill(part, 72, break_on_hyphens=False)
        for part in text.split("\n\n")
    )
    assert said(wrapped) == said(text)


def broken(text: str, widths: Iterator[int]) -> str:
    """The words of a paragraph in lines of these widths."""
    lines = [""]
    width = next(widths)
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
            width = next(widths)
        else:
            lines[-1] += " " + word if lines[-1] else word
    return "\n".join(lines)


def test_ragged_lines_change_little() -> None:
    same = count = 0
    for path in TEXTS:
        chance = random.Random(path.stem)
        widths = iter(partial(chance.randint, 45, 85), 0)
        text = path.read_text(encoding="utf-8")
        ragged = "\n\n".join(
            part if "\n" in part or part.startswith(("\\begin", ">")) else broken(part, widths)
            for part in text.split("\n\n")
        )
        wanted = Counter(said(text))
        same += (wanted & Counter(said(ragged))).total()
        count += wanted.total()
    assert same > 0.96 * count


@pytest.mark.parametrize("name", ["en-news-harbour", "en-magazine-orchestra", "fr-presse-peche"])
def test_straight_marks_change_nothing(name: str) -> None:
    path = next(path for path in TEXTS if path.stem == name)
    text = path.read_text(encoding="utf-8")
    assert said(text.replace("“", '"').replace("”", '"')) == said(text)


def test_seeds() -> None:
    scores = [seed(f"seeds/{path.name}") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    wanted = sum(score.wanted for score in scores)
    right = sum(score.right for score in scores)
    faults = [fault for score in scores for fault in score.faults]
    assert wanted == 18
    assert right >= 0.9 * wanted, faults
    assert sum(score.found for score in scores) - right <= 1, faults


def only(text: str) -> Suggestion:
    """The one quotation of a text."""
    found = quotations(text)
    assert len(found) == 1, found
    return found[0]


def test_what_a_suggestion_says() -> None:
    text = "Earlier, Dr. Ada Nilsson, who runs the lab, said that the samples were “all lost.”"
    found = only(text)
    assert text[found.start : found.end] == "“all lost.”"
    assert (found.kind, found.quoted, found.speaker) == ("quotation", "all lost.", "Ada Nilsson")
    assert found.cue == "Dr. Ada Nilsson, who runs the lab, said that"
    assert found.attribution is not None
    start, end = found.attribution
    assert text[start:end] == found.cue
    assert found.body.type == "none"
    assert 0.5 <= found.score <= 1
    assert found.reasons


def test_a_pronoun_is_said_in_the_reasons_and_lowers_the_score() -> None:
    first, second = quotations("“We won,” said Ada Nilsson. Later she added: “At last.”")
    assert second.speaker == "Ada Nilsson"
    assert second.score < first.score
    assert any("she" in reason for reason in second.reasons)


def test_the_fullest_name_of_the_document_is_printed() -> None:
    text = "“It rained,” Mr. Nilsson said.\n\nAnders Nilsson has kept a diary since 1960."
    assert only(text).speaker == "Anders Nilsson"


def test_methods() -> None:
    text = (
        "“One thing is clear,” said Ada Nilsson. “We are late.” According to Bo Ek, the plan "
        "is “a good one.”\n\nNilsson disagreed: “It is a poor one.”"
    )
    methods = [found.method for found in quotations(text)]
    assert methods == ["cue-after", "continued", "according-to", "cue-before"]


def test_several_paragraphs_are_one_quotation() -> None:
    text = (
        "Ada Nilsson wrote: “We came first.\n\n“We left last.\n\n“We saw it all.” Nobody replied."
    )
    found = only(text)
    assert found.quoted == "We came first.\n\nWe left last.\n\nWe saw it all."
    assert text[found.start : found.end].endswith("all.”")


@pytest.mark.parametrize(
    "text",
    [
        "As Ada Nilsson put it:\n\n> All maps lie.\n> Some lie well.\n\nThat was in 1990.",
        "As Ada Nilsson put it:\n\n    All maps lie.\n    Some lie well.\n\nThat was in 1990.",
        "As Ada Nilsson put it:\n\n<blockquote>All maps lie.\nSome lie well.</blockquote>\n",
        "As Ada Nilsson put it:\n\n\\begin{quote}\nAll maps lie.\nSome lie well.\n\\end{quote}\n",
    ],
)
def test_block_quotations(text: str) -> None:
    found = only(text)
    assert found.speaker == "Ada Nilsson"
    assert found.method == "block"
    assert found.quoted.split() == "All maps lie. Some lie well.".split()


@pytest.mark.parametrize("before", ["    ", "> "])
@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Nobody said it better. Nilsson writes:", "The map was never a\nplace of its own."),
        ("Niemand sagt es besser. Nilsson schreibt:", "Die Karte war nie ein\nOrt für sich."),
        ("Personne ne dit mieux. Nilsson écrit :", "La carte ne fut jamais un\nlieu à soi."),
    ],
)
def test_a_lone_name_introduces_a_block_quotation(before: str, lead: str, words: str) -> None:
    block = "\n".join(before + line for line in words.split("\n"))
    assert only(f"{lead}\n\n{block}\n\nOh.").speaker == "Nilsson"


@pytest.mark.parametrize(
    ("closing", "locator"),
    [
        (". (1990, 12)", "12"),
        (".\n> (p. 12)", "12"),
        (" (lines 3–4)", "line 3–4"),
        (". (12)", "12"),
        (". (1990)", ""),
    ],
)
def test_a_place_that_closes_a_block_quotation_is_no_part_of_it(closing: str, locator: str) -> None:
    found = only(f"Ada Nilsson writes:\n\n> All the maps lie{closing}\n\nThat was in 1990.")
    assert found.quoted == "All the maps lie" + "." * closing.startswith(".")
    assert found.locator == locator


@pytest.mark.parametrize("closing", [" (1990)", " (of 12)", ". (See the annex.)", " (a, b)"])
def test_what_else_closes_a_block_quotation_stays(closing: str) -> None:
    found = only(f"Ada Nilsson writes:\n\n> All the maps lie{closing}\n\nThat was in 1990.")
    assert found.quoted == f"All the maps lie{closing}"
    assert found.locator == ""


def test_what_the_writer_adds_is_nobodys_turn() -> None:
    words = "One of them is here and nobody saw it.\n\n"
    text = "".join(f"{label}: {words}" for label in ("Note", "Hint", "Note", "Hint", "Note"))
    assert said(text) == []
    text = "".join(f"{label}: {words}" for label in ("Roth", "Lund", "Roth", "Lund", "Roth"))
    assert len(said(text)) == 5


def test_a_block_without_words_is_no_quotation() -> None:
    assert said("The mayor said:\n\n>\n\nIt ended.\n") == []


def test_interviews() -> None:
    text = (
        "We met the painter Ada Nilsson in Lund.\n\nNILSSON: I began late.\n\nEk: Why?\n\n"
        "NILSSON: There was a war.\n\nEk: And then?\n\nNILSSON: Then there was paint."
    )
    speakers = [found.speaker for found in quotations(text)]
    assert speakers == ["Ada Nilsson", "Ek", "Ada Nilsson", "Ek", "Ada Nilsson"]


@pytest.mark.parametrize(
    "label",
    ["[00:12] {}:", "(1:00:12) {}:", "00:00:12 {}:", "{} (00:12):", "{} [00:12] :", "**{}**:"],
)
def test_a_turn_may_have_the_time_beside_its_label(label: str) -> None:
    names = ("ADA NILSSON", "EK", "NILSSON", "EK")
    text = "\n\n".join(f"{label.format(name)} It is cold out here." for name in names)
    found = quotations(text)
    assert [one.speaker for one in found] == ["Ada Nilsson", "Ek", "Ada Nilsson", "Ek"]
    assert {one.quoted for one in found} == {"It is cold out here."}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("NTB: Why?\n\nAda Nilsson: A war.\n\n", "NTB"),
        ("TAZO: Why?\n\nADA NILSSON: A war.\n\n", "TAZO"),
        ("ADA: Why?\n\nJAN EK: A war.\n\n", "Ada"),
        ("LUND: Why, said Lund?\n\nADA NILSSON: A war.\n\n", "Lund"),
    ],
)
def test_an_abbreviation_in_a_label_keeps_its_capitals(text: str, speaker: str) -> None:
    assert quotations(text * 2)[0].speaker == speaker


@pytest.mark.parametrize("label", ["Nilsson:", "NILSSON:", "A:"])
def test_questions_of_an_interview_may_have_no_label(label: str) -> None:
    asked = ("Why so late?", "And then?", "That is all.")
    turns = (f"{one}\n\n{label} Because of the war, I think." for one in asked)
    text = "We met the painter Ada Nilsson in Lund.\n\n" + "\n\n".join(turns)
    assert [one.speaker for one in quotations(text)] == ["Ada Nilsson"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "10:30 Start: bread.\n\n11:00 Break: tea.\n\n12:00 Start: soup.\n\n12:30 Break: tea.",
        "What helps?\n\nOil: a drop.\n\nAnd then?\n\nOil: two.\n\nAnd then?\n\nOil: three.",
        "Ada Nilsson paints.\n\nIn Lund.\n\nNilsson: a wall.\n\nIn Hull.\n\nNilsson: a door.\n\n"
        "In Bonn.\n\nNilsson: a roof.",
    ],
)
def test_what_has_labels_and_is_no_interview(text: str) -> None:
    assert quotations(text) == []


def kinds(text: str) -> list[str]:
    return [mark.kind for mark in marks(text)]


def test_kinds_of_marks() -> None:
    assert kinds("The so-called “reform” failed.") == ["scare"]
    assert kinds("She read the novel “The Long Way Down” twice.") == ["title"]
    assert kinds("“Go home,” said Ada Nilsson.") == ["speech"]
    assert kinds("“Nobody knows where the river begins.”") == ["unknown"]


def test_inner_marks_have_a_level() -> None:
    found = marks("“He said ‘no’ twice,” Ada Nilsson recalled.")
    assert [(mark.level, mark.kind) for mark in found] == [(1, "speech"), (2, "scare")]
    assert isinstance(found[0], Mark)


def test_the_writer_is_no_speaker() -> None:
    assert quotations("In this paper we call such a path “a loop of the second kind”.") == []


def test_a_passive_without_an_agent_has_no_speaker() -> None:
    assert quotations("The bridge has been called “the longest mistake in the north”.") == []


WORDS = st.sampled_from(
    """“ ” ‘ ’ " ' „ « » ‹ › `` '' said says , . : ; ? ! — ( ) he she they Ada Nilsson Dr. the
    minister according to laut sagte so er sie der Minister selon a déclaré Mme Roy a-t-il l’on
    dit-il \\enquote{ } > Q: A: NAME: 1999 wie zufolge heißt es in and who <q> </q> <blockquote>
    </blockquote> \\begin{quote} \\end{quote} &ldquo; &rdquo; 6' 2" dogs’""".split()
)
SPACES = st.sampled_from(["\n", "\n\n", "\n    ", "\n> ", "\u00a0"])


@given(st.lists(WORDS | SPACES, max_size=60), st.sampled_from(["", " "]))
def test_any_words(words: list[str], joint: str) -> None:
    check(joint.join(words))


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """What holds for any text."""
    found = quotations(text)
    assert found == quotations(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.speaker
        assert 0 < one.score <= 1
        if one.attribution is not None:
            assert 0 <= one.attribution[0] < one.attribution[1] <= len(text)
    for mark in marks(text):
        assert 0 <= mark.start <= mark.inner_start <= mark.inner_end <= mark.end <= len(text)
        assert mark.level >= 1
        assert (mark.kind == "speech") == (mark.suggestion is not None)


def test_a_known_verb_is_surer_than_any_other() -> None:
    said, drawled = (
        quotations(f"The plan failed. “It is all over now,” the mayor {verb}.")[0]
        for verb in ("said", "drivelled")
    )
    assert said.speaker == drawled.speaker == "the mayor"
    assert said.score > drawled.score


def test_a_block_far_down_has_its_introduction() -> None:
    pages = "The town was old, and few knew it well. " * 200
    text = f"{pages}\n\nAda Nilsson wrote of it:\n\n> All maps lie.\n\nSo it went.\n"
    assert said(text) == [("Ada Nilsson", "All maps lie.")]
