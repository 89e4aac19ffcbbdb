"""Titles in running text after a numbered part of them, and German ones in another case."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("lorin", "Lorin", "Klea", 1990, "Thalassia"),
        book("brandes", "Brandes", "Ruth", 1991, "Stoische Ethik"),
        book("holm", "Holm", "Jens", 1992, "Kultur"),
    ],
    parser(),
)


def mentioned(text: str) -> list[tuple[str, str]]:
    """(words, key) of the titles that are named."""
    found = [one for one in scan(text, SCANNER) if one.method == "title"]
    return [(text[one.start : one.end], one.body.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klea Lorin behandelt die Seele im vierten Buch der Thalassia.", ("Thalassia", "lorin")),
        ("Klea Lorin treats the soul in the fourth book of the Thalassia.", ("Thalassia", "lorin")),
        ("Klea Lorin parle de l'âme au livre IV de la Thalassia.", ("Thalassia", "lorin")),
        ("Ruth Brandes bestimmt das Glück in der Stoischen Ethik nicht.",
         ("Stoischen Ethik", "brandes")),
    ],
)  # fmt: skip
def test_a_title_behind_its_part_or_in_another_case(text: str, expected: tuple[str, str]) -> None:
    assert expected in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jens Holm schreibt, dass in der Kultur nichts von selbst geschieht.",
        "Ein Teil der Kultur ist nach Jens Holm nicht zu retten.",
        "Das Glück wird in der stoischen Ethik nicht bestimmt.",
        "Das Glück wird in der Stoischen Ethik nicht bestimmt.",  # its author is not named
        "Im vierten Buch der Thalassia ist die Seele stumm.",
    ],
)
def test_nouns_that_are_titles_elsewhere_are_none(text: str) -> None:
    assert mentioned(text) == []
