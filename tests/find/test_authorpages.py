"""Authors or titles with pages alone, as MLA has them, of works that the catalogue lacks."""

from __future__ import annotations

import pytest

from citekit.corpus.markdown import read_markdown
from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of([book("veil1986", "Veil", "Judith", 1986, "Rooms of Glass")], parser())
LIST = """

Works Cited

Harrow, Susan. Lamps and Ledges: A Life. Scribe, 1994.

Quill, Agnes, and Tom Reed. The Paper House. Marlow UP, 1990.

Veil, Judith. Rooms of Glass. Marlow UP, 1986.

Winter, Marian. *Holding Lamps*. Farrow, 1980.
"""


def cited(text: str) -> list[tuple[str, str]]:
    """(words, key or title) of the citations of an essay."""
    document = read_markdown(text + LIST, "essay.md")
    found = scan(document.text, SCANNER, markup=document.markup)
    return [
        (document.text[one.start : one.end], _work(one)) for one in found if one.kind == "citation"
    ]


def _work(one: Suggestion) -> str:
    return one.body.value or (one.proposal.text("title") if one.proposal is not None else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rooms are arguments (Veil 65; Harrow 112-13).",
         [("Veil 65", "veil1986"), ("Harrow 112-13", "Lamps and Ledges: A Life")]),
        ("Zimmer sind Argumente (vgl. Harrow 112–13; Veil 65).",
         [("Harrow 112–13", "Lamps and Ledges: A Life"), ("Veil 65", "veil1986")]),
        ("Les pièces sont des arguments (voir Quill et Reed 12).",
         [("Quill et Reed 12", "The Paper House")]),
        ("Rooms are arguments (Harrow 112).", [("Harrow 112", "Lamps and Ledges: A Life")]),
        ("Rooms are arguments (Veil 65; Ostrander 14).",
         [("Veil 65", "veil1986"), ("Ostrander 14", "")]),
        ("The house is a self (*Holding* 21).", [("Holding 21", "Holding Lamps")]),
        ("The house is a self (“Holding Lamps” 21).", [("“Holding Lamps” 21", "Holding Lamps")]),
    ],
)  # fmt: skip
def test_an_uncatalogued_reference_is_cited(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rooms are arguments (Ostrander 14).",
        "Rooms are arguments (Tilbury 14; Ostrander 3).",
        "Rooms are arguments (Harrow).",
        "Rooms are arguments (Quill 12).",  # she has a co-author
        "Rooms are arguments (Holding 21).",
        "Rooms are arguments (Chapter 3; Table 2).",
    ],
)
def test_names_with_numbers_that_nothing_lists_cite_nothing(text: str) -> None:
    assert cited(text) == []


def test_a_table_beside_a_citation_is_no_author() -> None:
    assert ("Table 2", "") not in cited("Rooms are arguments (Veil 65; Table 2).")
