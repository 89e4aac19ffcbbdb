"""What an author does not say, or somebody says of him, is no claim of his; nor is a title that
begins what somebody says a mention."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Name
from tests.find.test_mentions import ORME, work

WORKS = [
    work("orme1959", ORME, 1959, "The Port of Leeds"),
    work("falk1976", Name("Falk", "Robert"), 1976, "Hearing and Mishearing in Small Rooms"),
]
SCANNER = Scanner.of(WORKS, parser())


def kinds(text: str) -> set[str]:
    """The kinds of what points at a work, citations aside."""
    found = scan(text, SCANNER)
    return {one.kind for one in found if one.body.type == "work"} - {"citation"}


@pytest.mark.parametrize(
    "text",
    [
        "Katharine Orme has little to say about why harbours silt up.",
        "Orme (1959) has nothing to say about how harbours came to owe one another money, and "
        "Falk (1976) even less.",
        "Katharine Orme does not say whether harbours silt up.",
        "Katharine Orme says very little about how harbours silt up.",
        "Katharine Orme a peu à dire sur la manière dont les ports s’ensablent.",
        "Katharine Orme ne dit rien de la manière dont les ports de la côte s’ensablent.",
        "Katharine Orme hat wenig dazu zu sagen, wie Häfen versanden und wer das bezahlt.",
        "Katharine Orme fragt nicht, wem die Häfen gehören und wer für sie bezahlt.",
    ],
)
def test_what_an_author_leaves_unsaid_is_no_claim(text: str) -> None:
    assert "paraphrase" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Katharine Orme does not say whether harbours silt up, but argues that rivers are debts.",
        "Katharine Orme does not say that harbours are rivers, but that rivers are debts.",
        "Katharine Orme believes that the clerks have little to say about why harbours silt up.",
    ],
)
def test_what_is_said_besides_is_one(text: str) -> None:
    assert "paraphrase" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg has read all of it. Katharine Orme, she concludes, wrote for the eye, whatever "
        "her clerks may suggest to the contrary.",
        "Ada Berg hat alles gelesen. Katharine Orme, so sie, habe für das Auge geschrieben und nie "
        "für die Schreiber im Hafen.",
    ],
)
def test_what_somebody_else_says_of_an_author_is_no_claim_of_hers(text: str) -> None:
    found = [one for one in scan(text, SCANNER) if one.kind == "paraphrase"]
    assert "orme1959" not in {one.body.value for one in found}


def test_what_somebody_finds_an_author_to_be_is_no_claim_of_hers() -> None:
    text = "On la lit mal. Jean Roy, à l’inverse, trouve Katharine Orme bien trop prudente."
    assert "paraphrase" not in kinds(text)
    assert "paraphrase" in kinds("À l’inverse, trouve Katharine Orme, les ports sont des dettes.")


def test_that_an_author_claims_something_is_told_by_others_too() -> None:
    text = "Ada Berg has read it. Katharine Orme, she explains, argued that harbours are debts."
    assert "paraphrase" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The Port of Leeds is not a port at all, whatever its clerks may write,” said Ada Berg.",
        "He told me: “The Port of Leeds had two clerks, and one of them drank.”",
    ],
)
def test_a_title_at_the_beginning_of_what_somebody_says_is_none(text: str) -> None:
    assert "mention" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The Port of Leeds” is the book that everybody has and nobody reads.",
        "In “The Port of Leeds: A History of Mud” there is a chapter on clerks.",
        "She cites “The Port of Leeds,” which is out of print.",
    ],
)
def test_a_title_that_fills_its_marks_is_a_mention(text: str) -> None:
    assert "mention" in kinds(text)
