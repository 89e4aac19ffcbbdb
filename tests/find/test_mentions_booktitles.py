"""Titles as running prose has them: behind a noun for a work, with other signs and capitals."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("clare", "Clare", "Tom", 2013, "Die Salzwandler: Wie Europa ins Wasser ging"),
        book("beckum", "Beckum", "Ulrich", 1986, "Salzgesellschaft"),
        book("rosner", "Rosner", "Jan", 2016, "Widerhall: Eine Soziologie der Küste"),
        book("kant", "Kahlmann", "Dan", 2011, "Fishing, Fast and Slow"),
        book("vann", "Vann", "Pia", 1984, "Tidelands: A Social Critique of the Judgement of Salt"),
        book("valmont", "Valmont", "Luc", 1893, "De la division du sel gemme"),
        book("han", "Han", "Min", 2010, "Die müde Küste"),
    ],
    parser(),
)


def found(text: str) -> list[tuple[str, str]]:
    """(words, key) of the mentions of a work."""
    hits = [one for one in scan(text, SCANNER) if one.body.type == "work"]
    return [(text[one.start : one.end], one.body.value) for one in hits if one.kind == "mention"]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Viele machten Clares Buch Die Salzwandler zu einem Erfolg.", "Die Salzwandler", "clare"),
        ("Ulrich Beckums Buch Salzgesellschaft liegt vor.", "Salzgesellschaft", "beckum"),
        ("Jan Rosner lehrt in Jena. Bekannt wurde er mit dem Buch Widerhall.", "Widerhall",
         "rosner"),
        ("Pia Vann taught. Her best known book is Tidelands, a long one.", "Tidelands", "vann"),
        ("Few had read Pia Vann's great book, Tidelands, before.", "Tidelands", "vann"),
        ("Dan Kahlmann's Fishing, fast and slow is long.", "Fishing, fast and slow", "kant"),
        ("Dan Kahlmann's Fishing Fast and Slow is long.", "Fishing Fast and Slow", "kant"),
        ("Fishing, fast and slow is a book by Dan Kahlmann.", "Fishing, fast and slow", "kant"),
        ("Tidelands: A Social Critique of the Judgment of Salt is a book.",
         "Tidelands: A Social Critique of the Judgment of Salt", "vann"),
        ("Luc Valmont l’écrit dans « De la Division du sel gemme ».",
         "« De la Division du sel gemme »", "valmont"),
    ],
)  # fmt: skip
def test_a_title_is_found(text: str, words: str, key: str) -> None:
    assert any(words in one and key == work for one, work in found(f"It rained. {text}"))


def test_a_given_name_is_no_genitive() -> None:
    text = "Min Han lehrt in Berlin. Auf dem Tisch lagen Hans Mommers „Schriften“."
    assert not [one for one in found(text) if "Schriften" in one[0]]
    assert found("Min Han lehrt in Berlin. Auf dem Tisch lag Hans Buch.")


def test_the_beginning_of_a_title_stands_for_it_behind_it() -> None:
    scanner = Scanner.of([book("hof", "Hofer", "Ida", 1964, "The Salty Style in Harbour Politics")],
                         parser())  # fmt: skip
    text = "Ida Hofer wrote The Salty Style in Harbour Politics. In The Salty Style fear is old."
    mentions = [one for one in scan(text, scanner) if one.method == "title"]
    assert [text[one.start : one.end] for one in mentions][-1] == "The Salty Style"
    place = book("mind", "Hofer", "Ida", 1964, "The New Saltland Mind")
    text = "Ida Hofer wrote The New Saltland Mind. In the autumn New Saltland is red."
    assert len([one for one in scan(text, Scanner.of([place], parser()))
                if one.method == "title"]) == 1  # fmt: skip
