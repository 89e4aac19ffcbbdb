"""Where paragraphs end in texts whose lines are broken by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.wrapping import flowing, paragraphs


def parted(text: str) -> list[str]:
    """The paragraphs of a text, their line ends as bars."""
    return [text[start:end].replace("\n", "|") for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    "text",
    [
        # broken at one width
        "The committee met in the old hall and heard three\n"
        "farmers, who had never been asked before, about the\nprice of land.",
        # broken anywhere
        "Custom holds back\nevery people. The map is never the land, said the miller's\n"
        "widow, Anna\u00a0Bell, on the last\nevening.",
        "It is a matter of habit (or so the old books\nsay).",
        # German nouns, a name
        "Die Müllerin sagte vor dem Ausschuss, dass der\nFluss und die\nalte Wiese bei Anna Bell\n"
        "bleiben.",
        "He had never heard of it,\nand he did not want to hear of it from his neighbour Anna\n"
        "Bell or from anybody else in town.",
        "> It is never\n> the land.",
        # quotation marks
        "In the early years the millers of the valley, she writes,\n"
        "“seem to be on the verge” of returning\nto their wheels.",
    ],
)
def test_the_lines_of_a_sentence_are_one_paragraph(text: str) -> None:
    assert len(parted(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a line a paragraph
        "It is never the land.\nIt is the map.",
        "“No,” he said.\n“But why?” she asked.",
        # headings, bylines
        "The Millers of the Valley\nIt is never the land, she said.",
        "Die Müller im Tal\nvon Anna Bell",
        "Les meuniers de la vallée\npar Anna Bell et Luc Roy",
        # lists, verses, tables, block quotations
        "We need:\n- flour\n- salt",
        "We need\n1. flour",
        "The River runs\nThe Mill stands\nThe Miller sleeps",
        "grain\t3\n\tflour 4",
        "She said\n> it is the map",
        "> It is the map\nand so on",
    ],
)
def test_lines_that_begin_something_new_are_parted(text: str) -> None:
    assert parted(text) == text.split("\n")


def test_a_sentence_that_ends_with_a_line_ends_the_paragraph_among_ragged_lines() -> None:
    text = "It is never the land, she said, and\nshe went home.\nThe committee stayed."
    assert parted(text) == [
        "It is never the land, she said, and|she went home.",
        "The committee stayed.",
    ]


@given(st.text(alphabet="aA.,:> \t\n\r“”-1", max_size=120))
def test_paragraphs_hold_all_words_in_order(text: str) -> None:
    spans = paragraphs(text)
    assert [word for start, end in spans for word in text[start:end].split()] == text.split()
    assert all(start < end for start, end in spans)
    assert len(flowing(text, spans)) == len(text)
    assert flowing(text, spans).split() == text.split()
