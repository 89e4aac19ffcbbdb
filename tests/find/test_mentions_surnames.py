"""Authors whom a text knows by their surnames alone."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("kerrison", "Kerrison", "Ada", 1990, "Salt and the Village"),
        book("thomas", "Thomas", "Ida", 1991, "Weirs"),
    ],
    parser(),
)


def claims(text: str) -> list[tuple[str, str, str]]:
    """(kind, words, key) of what cites a work."""
    hits = [one for one in scan(text, SCANNER) if one.body.type == "work"]
    return [(one.kind, text[one.start : one.end], one.body.value) for one in hits]


@pytest.mark.parametrize(
    ("claim", "again"),
    [
        ("Seit Kerrison wissen wir, dass Salz Dörfer baut.", "Man liest Kerrison."),
        ("Salt, for Kerrison, is what holds a village together.", "Few have read Kerrison."),
    ],
)
def test_a_surname_that_stands_again_needs_no_full_name(claim: str, again: str) -> None:
    wanted = ("paraphrase", claim, "kerrison")
    assert wanted in claims(f"Die Stadt ist klein. {claim} {again}")
    assert wanted not in claims(f"Die Stadt ist klein. {claim} Man las viel.")


def test_a_given_name_is_no_surname_however_often_it_stands() -> None:
    claim = "Laut Thomas ist das Salz die Regel."
    assert not claims(f"Die Stadt ist klein. {claim} Später kommt Thomas darauf zurück.")
    assert not claims("It rained all week. According to Thomas, salt holds a village together.")


@pytest.mark.parametrize(
    "claim",
    [
        "According to Kerrison, salt holds a village together.",
        "Kerrison insisted that salt holds a village together.",
        "Kerrison sees salt as the glue of the village.",
        "Laut Kerrison ist das Salz die Regel.",
    ],
)
def test_who_claims_something_is_known_by_the_surname(claim: str) -> None:
    assert ("paraphrase", claim, "kerrison") in claims(f"It rained all week. {claim}")


@pytest.mark.parametrize(
    "other",
    [
        "Others turn to Kerrison for help.",
        "There is little on fishing in Kerrison.",
        "The gaps in Kerrison's account are many.",
        "According to Kerrison, few villages were rich.",
    ],
)
def test_who_claims_something_is_no_place(other: str) -> None:
    claim = "Kerrison argues that salt holds a village together."
    assert ("paraphrase", claim, "kerrison") in claims(f"It rained all week. {claim} {other}")


def test_a_place_is_one_beside_its_own_quoted_words() -> None:
    assert not claims("We drove to Kerrison. Kerrison’s “beach” is made of stones.")


@pytest.mark.parametrize(
    "text",
    [
        "It rained all week. Kerrison never believed it. “Salt was planned,” she wrote.",
        "La ville est petite. Kerrison n’y croit pas. « Le sel fut planifié », écrit-elle.",
    ],
)
def test_a_pronoun_stands_for_a_surname_that_the_catalogue_knows(text: str) -> None:
    speakers = {one.speaker for one in scan(text, SCANNER) if one.kind == "quotation"}
    assert speakers == {"Kerrison"}
    strange = text.replace("Kerrison", "Kerroson")
    assert "Kerroson" not in {one.speaker for one in scan(strange, SCANNER)}


def test_a_word_that_the_text_has_in_lower_case_is_no_surname() -> None:
    weirs = Scanner.of([book("weirs", "Weirs", "Ida", 1991, "Salt")], parser())
    text = "It rained all week, and weirs broke. Weirs cost a lot. “We will see,” she wrote."
    assert all(one.speaker != "Weirs" for one in scan(text, weirs))


def test_in_the_days_news_a_surname_alone_is_somebody_else() -> None:
    assert not claims("The storm hit the coast on Monday. Kerrison warned that roads would close.")


def test_a_surname_alone_weighs_less() -> None:
    text = "It rained. Kerrison noted that salt was dear. According to Kerrison, nobody had any."
    found = [one for one in scan(text, SCANNER) if one.kind == "paraphrase"]
    assert len(found) == 2
    assert all(one.score < 0.6 for one in found)
