"""A name, a colon and quoted words: who says them, and no reference."""

from __future__ import annotations

import pytest

from citekit.find.scan import scan
from tests.find.test_sources import SCANNER


def said(text: str) -> list[tuple[str, str, str, str]]:
    """(kind, speaker, work, locator) of what is found in a text."""
    found = scan(text, SCANNER)
    return [(one.kind, one.speaker, one.body.value, one.locator) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        'The point is made by Katharine Orme: "Most harbours begin as a line in a ledger" '
        "(Orme 1959, 9).",
        "Katharine Orme: “Most harbours begin as a line in a ledger” (see Orme, 1959, p. 9).",
        "Katharine Orme: „Die meisten Häfen beginnen als Zeile im Hauptbuch“ (Orme 1959, S. 9).",
        "Katharine Orme : « La plupart des ports commencent par une ligne du livre » "
        "(Orme 1959, p. 9).",
    ],
)
def test_who_is_cited_behind_the_words_says_them(text: str) -> None:
    assert said(text) == [
        ("quotation", "Katharine Orme", "orme1959", "9"),
        ("citation", "", "orme1959", "9"),
    ]


def test_capitals_before_the_colon_are_no_author() -> None:
    text = (
        "Orme eröffnete das Buch mit einer Reihe von Behauptungen: „Kein Hafen ist aus Stein“ "
        "(Orme 1959, S. 9)."
    )
    assert ("citation", "", "orme1959", "9") in said(text)
    assert "reference" not in [kind for kind, *_ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "So schon Anna Berg: „Die alte Mole und ihr langer Winter“ (Leipzig 1948, S. 9).",
        "So schon Jack London: „Der Ruf der Wildnis“ (London: Heinemann 1903, S. 9).",
    ],
)
def test_a_place_behind_a_title_is_an_imprint(text: str) -> None:
    assert [kind for kind, *_ in said(text)] == ["reference"]
