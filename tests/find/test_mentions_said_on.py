"""Sentences that go on with what a model, and no rule, has found to report a claim."""

from __future__ import annotations

import pytest

from citekit.find.scan import scan
from citekit.library.scanners import scanner_of
from tests.find.books import book

SCANNER = scanner_of([book("lorin", "Lorin", "Klara", 1990, "Salt and the Village")])
LED = (
    "Klara Lorin went through the ledgers of nine parishes. The salt road, in Lorin’s indictment, "
    "is a leash; whoever holds it sees the villages as they can never see themselves."
)


def claims(text: str) -> list[str]:
    """The words of what reports a claim."""
    return [text[one.start : one.end] for one in scan(text, SCANNER) if one.kind == "paraphrase"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each parish, she says, has a lock of its own.", True),
        ("She held that the cost is borne by the herders.", True),
        ("He held that the cost is borne by the herders.", False),
        ("Each parish has a lock of its own.", False),
    ],
)
def test_what_an_author_says_next(sentence: str, found: bool) -> None:
    text = f"{LED} {sentence} It rained."
    assert any("leash" in one for one in claims(text))
    assert (sentence in claims(text)) is found
