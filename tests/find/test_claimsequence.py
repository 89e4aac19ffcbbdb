"""Paraphrases that only the model finds, and what it must leave alone."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given

from benchmarks.train_claims import FOLDERS, Marked, marked_in, read
from citekit.find.mentions.claimsequence import ClaimModel, judged
from citekit.find.mentions.claimtext import Document
from citekit.find.mentions.claimwindows import rows, sequences
from citekit.find.mentions.finder import mentions
from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.library.parsing import parser
from citekit.library.scanners import claims
from citekit.model import Date, DatePoint, Name, Work
from tests.find.citing_cases import quotation_spans, score
from tests.find.properties import assert_stand_in, pieces


def work(key: str, given: str, family: str, year: int, title: str) -> Work:
    author = Name(family=family, given=given)
    return Work(key, "book", {"author": (author,), "issued": Date(DatePoint(year)), "title": title})


WORKS = [
    work("ostrander1987", "Ruth", "Ostrander", 1987, "The Patience of Harbors"),
    work("hellweg1991", "Jonas", "Hellweg", 1991, "Das geduldige Amt"),
    work("marchal1979", "Odile", "Marchal", 1979, "Les Seuils et les Portes"),
]
CATALOGUE = Catalogue.of(WORKS)


def found_in(text: str) -> list[Suggestion]:
    return mentions(text, CATALOGUE, quotation_spans(text), [], claims())


#: What a rule finds, and the sentence after it that only the model finds, with its work.
GOES_ON = [
    (
        "Ruth Ostrander argues in The Patience of Harbors that planners count the ships and "
        "never those who wait for them.",
        "A pier is a promise made to people who are late; whoever breaks it will find that the "
        "ships do not come back, since nobody is expecting them.",
        "ostrander1987",
    ),
    (
        "Jonas Hellweg zeigt in Das geduldige Amt, dass die Ämter von der Geduld derer leben, die "
        "vor ihnen warten.",
        "Es ist nicht das Amt, das die Wartenden zur Geduld zwingt, sondern die Nummer, die sie "
        "selbst gezogen haben und die ihnen sagt, dass sie nicht die Letzten sind.",
        "hellweg1991",
    ),
    (
        "Odile Marchal soutient que les villes avouent devant leurs portes ce qu'elles redoutent "
        "de leurs voisins. Le seuil, pour elle, ne sépare donc pas : il promet à celui qui attend "
        "qu'on finira par ouvrir.",
        "Ce n'est pas la serrure qui fait la maison, mais celui qui frappe, et il n'y a "
        "d'hospitalité que là où l'on pourrait refuser d'ouvrir.",
        "marchal1979",
    ),
]


@pytest.mark.parametrize(("before", "said", "key"), GOES_ON)
def test_the_model_finds_what_no_rule_knows(before: str, said: str, key: str) -> None:
    text = f"{before} {said}\n"
    start = text.index(said)
    assert all(one.end <= start for one in mentions(text, CATALOGUE, [], []))
    *_, found = found_in(text)
    assert (found.kind, found.body.value) == ("paraphrase", key)
    assert text[found.start : found.end] == said
    assert 0 < found.score <= 1
    assert "reads like a sentence that reports what" in found.reasons[0]


def test_a_paraphrase_goes_on_behind_a_semicolon() -> None:
    said = (
        "Harbors, Ruth Ostrander argues in The Patience of Harbors, are a promise to people who "
        "are late; take the promise away, and what is left is a wall with water on one side."
    )
    text = f"{said} The mayor disagreed."
    assert said in [text[one.start : one.end] for one in found_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        # neighbours, friends and others of the author's name
        "My mother passed hers along to Mrs. Ostrander, upstairs, at seven each evening, so that "
        "somebody would notice if it did not arrive.",
        "We know Ruth Ostrander. My neighbor, Mrs. Ostrander, told me that harbors are slow "
        "and that she would never want to live beside one again.",
        "When I told my friend Ostrander how the harbor had closed, he answered that it had never "
        "been open in the first place.",
        "Peter Ostrander runs the ferry. Ostrander thinks that harbors grow where nobody hurries, "
        "and says so to everybody on board.",
        "Frau Hellweg aus dem dritten Stock meint, dass die Ämter früher geduldiger waren und "
        "dass man dort nie lange warten musste.",
        # news and biography
        "Ruth Ostrander said on Monday that the harbor would be closed for repairs until the end "
        "of the month.",
        "Ruth Ostrander was born in Hull, where her father kept the lighthouse, and she went to "
        "sea before she went to school. She married twice. The second husband, who built boats, "
        "outlived her by a decade.",
        "We know from Ruth Ostrander's letters that the winter was cold and that the money had "
        "run out well before Christmas.",
        "Jonas Hellweg wurde 1931 in Kassel geboren und lebte, wie seine Nachbarn erzählen, sehr "
        "zurückgezogen in einem Haus am Wald.",
        "Odile Marchal habitait une maison dont les portes restaient ouvertes, et les voisins "
        "entraient sans frapper, comme chez eux.",
        # nobody of the catalogue, and nothing
        "In the harbor that another drew for her readers, nobody hurries, and whoever does is "
        "told that the tide will not come any sooner.",
        "",
    ],
)
def test_no_claim(text: str) -> None:
    assert found_in(text) == []


@pytest.fixture(scope="module")
def marked() -> list[Marked]:
    return [read(case) for folder in FOLDERS for case in marked_in(folder)]


def test_what_the_rules_find_of_a_name_is_kept(marked: list[Marked]) -> None:
    for text in marked:
        found = judged(text.reading, text.found, claims())
        kept = [one._replace(start=0, end=0) for one in found if one.method != "sequence"]
        for one in text.found:
            gone = one._replace(start=0, end=0) not in kept
            assert not gone or (one.kind == "paraphrase" and one.method != "cited-claim")
        told = [one for one in found if one.kind == "paraphrase" and one.method != "sequence"]
        for one in found:
            if one.method == "sequence":
                assert not any(one.start < old.end and old.start < one.end for old in told)


def test_the_model_finds_more_and_links_little_that_is_false(marked: list[Marked]) -> None:
    hits, right, all_found = [0, 0], [0, 0], [0, 0]
    for text in marked:
        more = judged(text.reading, text.found, claims())
        for index, found in enumerate((text.found, more)):
            result = score(text.case, [*text.cited, *found])
            hits[index] += result.hit["paraphrase"]
            right[index] += result.right["paraphrase"]
            all_found[index] += result.found["paraphrase"]
    assert hits[1] > 1.5 * hits[0]
    assert right[1] > 0.85 * all_found[1]


def test_a_scan_asks_the_model() -> None:
    text = f"{GOES_ON[0][0]} {GOES_ON[0][1]}"
    without = scan(text, Scanner.of(WORKS, parser()))
    found = scan(text, Scanner.of(WORKS, parser(), claims()))
    assert "sequence" not in [one.method for one in without]
    assert "sequence" in [one.method for one in found]
    own = Scanner.of(WORKS, parser(), claims()).without(frozenset({"ostrander1987"}))
    assert scan(text, own) == []


def test_chances_are_those_of_all_ways_to_label_a_run() -> None:
    weights: dict[str, Any] = {
        "here": {"a": [700, -300], "b": [-900, 400]},
        "before": {"a": [0, 250], "none": [100, -600]},
        "after": {"b": [-350, 800], "none": [0, 150]},
        "follows": [
            [[[100, -200], [300, 400]], [[-500, 600], [0, -100]]],
            [[[250, 50], [-75, 125]], [[10, 20], [-30, 900]]],
        ],
    }
    row: list[set[str]] = [{"a"}, {"a", "b"}, {"b"}, set()]
    named = [True, False, False, True]

    def likelihood(labels: tuple[int, ...]) -> float:
        total = 0
        for at, label in enumerate(labels):
            before = row[at - 1] if at else {"none"}
            after = row[at + 1] if at < 3 else {"none"}
            for part, names in (("here", row[at]), ("before", before), ("after", after)):
                for name in names & weights[part].keys():
                    total += label * weights[part][name][not named[at]]
            if at:
                total += weights["follows"][named[at - 1]][named[at]][labels[at - 1]][label]
        return math.exp(total / 1000)

    ways = {labels: likelihood(labels) for labels in itertools.product((0, 1), repeat=4)}
    wanted = [
        sum(each for labels, each in ways.items() if labels[at]) / sum(ways.values())
        for at in range(4)
    ]
    assert ClaimModel(weights).chances(row, named) == pytest.approx(wanted)


def test_the_model_knows_the_features_that_the_code_makes(marked: list[Marked]) -> None:
    made = {"none"}  # beside the first and the last sentence of a run
    for text in marked:
        for run in sequences(text.reading, text.found):
            made.update(*rows(text.reading, run, Document(text.reading)))
    known = claims().names()
    assert known <= made
    assert len(known) > 50


@given(
    pieces(
        """Ruth Ostrander Ostrander's Hellweg Jonas Odile Marchal Mrs. Frau M. told that dass que ,
        ; : . ? ! “ ” « » " ( ) 1987 (1987) [1] ¹ he she er sie il elle his ihr son selon nach für
        In Er rechnet er vor, prévient-elle , the author die Soziologin l'historienne is ist est
        not nie The Patience of Harbors *The quiet* harbors grow slowly where nobody ever hurries
        and so"""
    )
)
def test_any_text_gives_suggestions_that_stand_in_it(text: str) -> None:
    assert_stand_in(text, found_in)


@pytest.mark.parametrize(
    ("title", "sentence", "key"),
    [
        (
            "Ruth Ostrander published “The Patience of Harbors” in 1987.",
            "In it she argues that a pier is a promise.",
            "ostrander1987",
        ),
        (
            "Jonas Hellweg veröffentlichte 1991 „Das geduldige Amt“.",
            "In dem Buch behauptet er, dass die Nummer geduldig macht.",
            "hellweg1991",
        ),
        (
            "Jonas Hellweg veröffentlichte 1991 „Das geduldige Amt“.",
            "Er vertritt darin die These, dass die Nummer geduldig macht.",
            "hellweg1991",
        ),
        (
            "Jonas Hellweg behauptet, das Amt lebe von der Geduld.",
            "Die Nummer verlange Gehorsam.",
            "hellweg1991",
        ),
        (
            "Odile Marchal a publié « Les Seuils et les Portes » en 1979.",
            "Elle y soutient que la porte fait la maison.",
            "marchal1979",
        ),
    ],
)
def test_what_is_said_in_so_many_words_is_not_doubted(title: str, sentence: str, key: str) -> None:
    text = f"{title} {sentence}"
    told = {(text[one.start : one.end], one.body.value) for one in found_in(text)}
    assert (sentence, key) in told


@pytest.mark.parametrize(
    ("first", "between", "sentence"),
    [
        (
            "Jonas Hellweg argues in Das geduldige Amt that offices live on patience.",
            "Maria Lopez, who edits the journal, calls the book dated.",
            "She says that the web has replaced the number.",
        ),
        (
            "Jonas Hellweg argues in Das geduldige Amt that offices live on patience.",
            "",
            "She maintains that the web has replaced the number.",
        ),
    ],
)
def test_what_somebody_else_says_may_be_doubted(first: str, between: str, sentence: str) -> None:
    text = " ".join(filter(None, (first, between, sentence)))
    told = {text[one.start : one.end] for one in found_in(text) if one.kind == "paraphrase"}
    assert sentence not in told
