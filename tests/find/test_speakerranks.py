"""Who speaks where no rule is sure: the ranking, and what it must leave alone."""

from __future__ import annotations

import json
from itertools import islice
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.train_speakers import Decision, Marked, decisions, train
from citekit.find.quotations.finder import quotations
from citekit.find.scan import Scanner, scan
from citekit.find.speakers.candidates import Candidate
from citekit.find.speakers.features import kept
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.ranks import Ranking
from citekit.library.parsing import parser
from citekit.library.scanners import ranking, scanner_of
from tests.find.quotation_scores import TEXTS, compare
from tests.find.varied import LEARNED, texts


def marked(path: Path) -> Marked:
    rows = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Marked(path.read_text(encoding="utf-8"), rows)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Carl Roth reads the meters. “I know every cellar,” he says.\n\n"
            "In 1971 the sociologist Erik Holm argued that a town is known by what it hides. "
            "His essay was long forgotten. “My wife gave it to me for our wedding.”",
            "Carl Roth",
        ),
        (
            "„Ich kenne jeden Keller“, sagt Karl Roth, der die Zähler abliest.\n\n"
            "Der Soziologe Erik Holm behauptete 1971, eine Stadt erkenne man an dem, was sie "
            "versteckt. Sein Aufsatz war lange vergessen. „Meine Frau hat ihn mir zur Hochzeit "
            "geschenkt.“",
            "Karl Roth",
        ),
        (
            "« J'ouvre à six heures », dit Anne Vidal. La boulangère a posé un livre près du "
            "four.\n\nPaul Holm y soutient, en 1974, que les gens ordinaires ne sont pas les "
            "clients dociles qu'on imagine : ils rusent. Ils n'ont pas de lieu à eux, alors ils "
            "jouent avec le temps. « J'ai refermé le livre et j'ai vu passer ma mère avec son "
            "chariot. »",
            "Anne Vidal",
        ),
    ],
)
def test_who_is_only_cited_does_not_go_on(text: str, speaker: str) -> None:
    assert [one.speaker for one in quotations(text, ranking())] == [speaker, speaker]


#: No rule says who speaks.
SPEECH = (
    "The council met on Monday, and Ada Lindqvist took the floor. It was late.\n\n"
    "“We have waited eleven years for a bridge that two carpenters could build. I will "
    "not wait another winter.”\n"
)


def test_the_ranking_finds_more_and_is_no_more_often_wrong() -> None:
    without, found = [0, 0, 0], [0, 0, 0]
    for one in islice(texts(LEARNED), 0, None, 8):
        for total, by in ((without, None), (found, ranking())):
            score = compare(one.case.text, one.quotations, by)
            total[:] = [a + b for a, b in zip(total, score[:3], strict=True)]
    assert found[1] > 1.03 * without[1]
    assert found[1] / found[2] > without[1] / without[2]


@pytest.mark.parametrize(
    "text",
    [
        "Delorme soutient que l’âme est aisée (Trait. II, OP IV, 25). « Où donc est la lampe ? "
        "», demande-t-il.",
        "The road is plain. In Ekman, 455 S.E.2d at 309, the judges spoke of “the ordinary "
        "burden of lamps.”",
        "Brandner zitiert RGZ 26, 349 kaum. In der Abhandlung liest man dagegen: „Es ist nirgends "
        "etwas auf der Erde als die Lampe“ (KdT, AA IV, 393).",
    ],
)
def test_a_piece_of_a_citation_does_not_speak(text: str) -> None:
    speakers = {found.speaker for found in quotations(text, ranking())}
    assert not speakers & {"OP IV", "S.E.2d", "455 S.E.2d", "RGZ", "KdT", "AA IV"}


def test_where_the_rules_are_right_they_mostly_stay() -> None:
    for path in TEXTS:
        text, rows = marked(path)
        assert compare(text, rows, ranking()).right >= compare(text, rows).right - 2


def test_a_name_beside_a_verb_of_saying_is_not_asked_about() -> None:
    text = "Ada Lindqvist waited. “The bridge is closed,” said Bo Ekman. Ada Lindqvist left."
    everyone_is_ada = Ranking({"kind=person": -9.0, "rule": -9.0})
    (found,) = quotations(text, everyone_is_ada)
    assert (found.speaker, found.method) == ("Bo Ekman", "cue-after")


def test_the_likeliest_of_those_named_around_speaks() -> None:
    (found,) = quotations(SPEECH, Ranking({"kind=person": 5.0, "none:b": -5.0}))
    assert found.speaker == "Ada Lindqvist"
    assert 0.5 <= found.score <= 1
    assert found.quoted.startswith("We have waited")
    assert quotations(SPEECH, Ranking({"none:b": 20.0, "rule:b": -20.0})) == []


def test_whom_a_quotation_speaks_to_is_told_from_its_speaker() -> None:
    text = SPEECH.replace("took the floor", "met Bo Ekman").replace("waited", "waited, Ekman,")
    by = {"kind=person": 5.0, "none:b": -5.0}
    (found,) = quotations(text, Ranking({**by, "inside=1": -5.0}))
    assert found.speaker == "Ada Lindqvist"
    (found,) = quotations(text, Ranking({**by, "inside=1": 5.0}))
    assert found.speaker == "Bo Ekman"


@pytest.mark.parametrize(
    "text",
    [
        "“The post is a tyrant who makes me happy,” she writes to her daughter.",
        "„Die Post ist ein Tyrann, der mich glücklich macht“, schreibt sie ihrer Tochter.",
        "« La poste est un tyran qui me rend heureuse », écrit-elle à sa fille.",
    ],
)
def test_whoever_is_written_to_does_not_speak(text: str) -> None:
    assert not list(quotations(text, ranking()))


def test_a_pronoun_agrees_in_number() -> None:
    text = (
        "The ministers met Ada Lindqvist on the bridge. The rain had stopped. “Nobody has asked "
        "what two carpenters would build it for,” they said.\n"
    )
    for number, name in (("several", "the ministers"), ("one", "Ada Lindqvist")):
        (found,) = quotations(text, Ranking({f"pronoun:p|{number}": 9.0, "none:b": -9.0}))
        assert found.speaker == name


def test_an_answer_that_says_you_is_told_from_who_spoke_before() -> None:
    text = (
        "Bo Ekman met Ada Lindqvist. “We waited,” said Ada Lindqvist.\n\n"
        "“You never waited eleven years for a bridge.”\n"
    )
    by = {"kind=person": 5.0, "none:b": -5.0}
    for weight, name in ((-9.0, "Bo Ekman"), (9.0, "Ada Lindqvist")):
        found = quotations(text, Ranking({**by, "beat|you:last": weight}))
        assert [one.speaker for one in found] == ["Ada Lindqvist", name]


def test_chances_add_up() -> None:
    ada, bo = (Speaker(name, "person", "", 0) for name in ("Ada", "Bo"))
    found = [
        Candidate(None, [kept("n")]),
        Candidate(ada, [kept("a"), kept("b")]),
        Candidate(bo, [kept("b", "unknown")]),
    ]
    chances = Ranking({"n": 0.0, "a": log(2), "b": 0.0}).chances(found)
    assert chances == pytest.approx({"": 0.25, "Ada": 0.5, "Bo": 0.25})


def test_training_learns_what_tells_the_right_one() -> None:
    one = Decision([["none"], ["far", "name"], ["near", "name"]], [2])
    weights = train([one] * 20)
    assert weights["near"] > weights["far"]
    assert train([one] * 20) == weights


def test_the_weights_are_of_features_that_the_code_makes() -> None:
    varied = islice(texts(LEARNED), 0, None, 8)
    made = {
        name
        for one in varied
        for decision in decisions(Marked(one.case.text, one.quotations))
        for features in decision.features
        for name in features
    }
    known = ranking().names()
    assert len(known) > 300
    assert len(known & made) > 0.7 * len(known)


def test_a_scan_asks_the_ranking() -> None:
    assert scan(SPEECH, Scanner.of([], parser(), ranking=Ranking({"none:b": 20.0}))) == []
    by = Ranking({"kind=person": 5.0, "none:b": -5.0})
    (found,) = scan(SPEECH, Scanner.of([], parser(), ranking=by))
    assert (found.speaker, found.method) == ("Ada Lindqvist", "ranked")


_PIECES = st.sampled_from(
    """Ada Lindqvist Bo Ekman she he said says wrote : , . ? “Yes.” “No, “never”,” « Oui » „Nein“
    the mayor A report The council told that he sagte sie dit-elle selon laut according to For
    “We shall see what comes of it.” — a spokesman for it""".split()
)


@given(
    st.lists(
        st.one_of(_PIECES, st.text(max_size=5), st.sampled_from(["\n\n", "\n"])), max_size=50
    ).map(" ".join)
)
def test_any_text(text: str) -> None:
    found = quotations(text, ranking())
    assert found == quotations(text, ranking())
    for one in found:
        assert one.speaker
        assert 0 <= one.score <= 1
        assert text[one.start : one.end].count(one.quoted[:1]) > 0


def test_the_label_of_a_place_does_not_speak() -> None:
    text = (
        "Das Gespräch fand im März statt. Die Stadt hat sich überhoben, so Angers Diagnose. Ein"
        " Teil der Planung sei „nach Regeln von gestern gemacht“ (S. 14). Später heißt es, „dass"
        " der Ort sich selbst im Weg steht“ (S. 19)."
    )
    assert all(one.speaker != "S." for one in scan(text, scanner_of([])))
