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
