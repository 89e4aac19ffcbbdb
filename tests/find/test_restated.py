"""One finding for what a quotation with its work and a citation say."""

from __future__ import annotations

import pytest

from citekit.find.scan import scan
from tests.find.test_sources import SCANNER


def kinds(text: str) -> list[str]:
    return [found.kind for found in scan(text, SCANNER)]


WORDS = "a harbour was a sheet of paper before it was a quay"


@pytest.mark.parametrize(
    "text",
    [
        f"Orme (1959, 12) writes that “{WORDS}.”",
        "“A harbour is a sheet of paper,” Katharine Orme wrote in an early essay (Orme 1959).",
        "Katharine Orme puts it in one phrase: “paper before quays” (Orme 1959, 1).",
        f"As Orme puts it, “{WORDS}” [@orme1959, p. 12].",
    ],
)
def test_a_quotation_and_its_citation_say_it_all(text: str) -> None:
    assert sorted(kinds(text)) == ["citation", "quotation"]


@pytest.mark.parametrize(
    "text",
    [
        f"Katharine Orme opened her second book with a short list of warnings: “{WORDS}” "
        "(1959, 12).",
        f"Katharine Orme opened her second book with a short list of warnings: “{WORDS}” "
        "[@orme1959, 12].",
    ],
)
def test_who_only_introduces_a_quotation_claims_nothing_besides(text: str) -> None:
    assert "paraphrase" not in kinds(text)
    assert "quotation" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Orme argues that every port is made by clerks and by their books: “{WORDS}” (1959, 12).",
        "Orme (1959, 12) argues that the “sheet of paper” came long before any quay was built "
        "at all.",
        f"Orme (1959, 12) writes that “{WORDS}”, and that nobody has seen it but the clerks of "
        "the customs.",
    ],
)
def test_a_claim_around_quoted_words_stays(text: str) -> None:
    assert "paraphrase" in kinds(text)


def test_a_term_without_a_citation_stays_a_mention() -> None:
    assert "mention" in kinds("Katharine Orme’s “paper before quays” is known by every clerk.")


@pytest.mark.parametrize(
    "text",
    [
        "The clerk says that he has kept “Doors and Windows” on his desk.",
        "Before “Doors and Windows” was out, the mayor said that the wall would stay.",
        "Robert Falk wrote “Doors and Windows” in a single winter.",
        "Robert Falk hat ein Buch geschrieben, „Doors and Windows“.",
        "Robert Falk publie « Doors and Windows » en 1988.",
    ],
)
def test_the_title_of_a_mentioned_work_is_no_quotation(text: str) -> None:
    assert kinds(text) == ["mention"]


@pytest.mark.parametrize(
    "text",
    [
        "“Doors and Windows,” Ada Berg said when they asked her for a book.",
        "The clerk answered: “Doors and Windows.”",
        "The clerk says that all these “doors and windows” are too much for him.",
        "The clerk said: “I have kept Doors and Windows on my desk.”",
    ],
)
def test_a_title_that_somebody_says_is_a_quotation(text: str) -> None:
    assert "quotation" in kinds(text)
