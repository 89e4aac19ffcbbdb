"""Titles that begin with a small word, and words that a text has told of a work before."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("kerrison", "Kerrison", "Ada", 1990, "All Our Salt: Families of the Marsh"),
        book("tofte", "Tofte", "Nils", 1994, "On Ferries"),
        book("brandis", "Brandis", "Ute", 1988, "Schleusenprobleme am Unterlauf"),
        book("marchal", "Marchal", "Luc", 2001, "La Rente des marais"),
    ],
    parser(),
)


def found(text: str) -> list[tuple[str, str, str]]:
    """(kind, words, key) of what cites a work."""
    hits = [one for one in scan(text, SCANNER) if one.body.type == "work"]
    return [(one.kind, text[one.start : one.end], one.body.value) for one in hits]


@pytest.mark.parametrize(
    ("sentence", "title", "key"),
    [
        (
            "This is neither the exchange of All Our Salt nor mere trade.",
            "All Our Salt",
            "kerrison",
        ),
        ("Much of it stood already in On Ferries, people say.", "On Ferries", "tofte"),
    ],
)
def test_a_small_word_in_a_capital_begins_a_title(sentence: str, title: str, key: str) -> None:
    author = {"kerrison": "Ada Kerrison", "tofte": "Nils Tofte"}[key]
    known = f"{author} lived there for years. The villagers liked the visits. "
    filler = "It rained all week. The boats stayed in. Nobody minded the weather at all. " * 8
    assert ("mention", title, key) in found(f"{known}{filler}{sentence}")
    assert not found(f"It rained all week. {sentence.replace(title, title.lower())}")


@pytest.mark.parametrize(
    ("told", "again", "term"),
    [
        (
            "Ada Kerrison argues that a marsh lives by the patience of its women.",
            "In the north they tried to do without “patience” for a year.",
            "“patience”",
        ),
        (
            "Luc Marchal soutient que la digue produit un droit dormant, que personne n'exerce.",
            "Or la circulaire relève du « droit dormant » le plus pur.",
            "« droit dormant »",
        ),
    ],
)
def test_words_of_what_was_told_come_again_in_marks(told: str, again: str, term: str) -> None:
    key = "kerrison" if "Kerrison" in told else "marchal"
    assert ("echo", term, key) in found(f"{told} It is an old story. {again}")
    assert not [one for one in found(f"{again} {told}") if one[0] == "echo"]


def test_what_somebody_says_or_calls_a_word_is_no_term_of_a_work() -> None:
    told = "Ada Kerrison argues that a marsh lives by the patience of its women. It rained."
    said = f"{told} “Patience,” said Dora Lund, the mayor."
    word = f"{told} The paper is careful with the word “patience” these days."
    assert not [one for text in (said, word) for one in found(text) if one[0] == "echo"]


@pytest.mark.parametrize(
    ("text", "mention", "key"),
    [
        (
            "Der Arzt verwies auf das Drei-Tore-Modell der Kieler Geografin Ute Brandis.",
            "das Drei-Tore-Modell der Kieler Geografin Ute Brandis",
            "brandis",
        ),
        (
            "Le maire s'était appuyé sur l'enquête du Belge Luc Marchal, parue en juin.",
            "l'enquête du Belge Luc Marchal",
            "marchal",
        ),
        (
            "L'épisode aurait sa place dans la grande enquête de Luc Marchal.",
            "la grande enquête de Luc Marchal",
            "marchal",
        ),
        (
            "On comprendra mieux avec la grille de Luc Marchal.",
            "la grille de Luc Marchal",
            "marchal",
        ),
    ],
)
def test_models_and_inquiries_of_an_author(text: str, mention: str, key: str) -> None:
    spans = [words for kind, words, body in found(text) if kind == "mention" and body == key]
    assert any(mention in words for words in spans), found(text)
