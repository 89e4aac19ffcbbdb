"""What a sentence claims outright of whoever the one before it names."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Name, Work

_AFTER = {
    "en": "It rained a good deal in the north of the country, and people got used to it.",
    "de": "Im Norden des Landes hat es viel geregnet, und die Leute sind daran gewöhnt.",
    "fr": "Il a beaucoup plu dans le nord du pays, et les gens se sont habitués à la pluie.",
}


def _work(key: str, family: str, given: str, year: int, title: str) -> Work:
    names = (Name(family, given),)
    return Work(key, "book", {"author": names, "issued": Date(DatePoint(year)), "title": title})


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return scanner_of(
        [
            _work("orme1959", "Orme", "Katharine N.", 1959, "The Tide and the Ledger"),
            _work("brandt1991", "Brandt", "Johanna", 1991, "Die stille Fabrik"),
            _work("keller2003", "Keller", "Matthias", 2003, "Lange Wege"),
            _work("delorme2006", "Delorme", "Marc", 2006, "La ville patiente"),
            _work("hale1971", "Hale", "Thomas B.", 1971, "The Queue"),
            _work("hale1984", "Hale", "Thomas B.", 1984, "Slow Money"),
        ]
    )


def told(scanner: Scanner, code: str, before: str, sentence: str) -> list[str]:
    """The works of the paraphrases that a sentence is, after one that names somebody."""
    text = f"{before} {sentence}\n\n{_AFTER[code]}\n"
    start = len(before) + 1
    return [
        one.body.value
        for one in scan(text, scanner)
        if one.kind == "paraphrase" and one.start < start + len(sentence) and start < one.end
    ]


_EN = "Katharine Orme taught in Leeds."
_DE = "Ich kenne Matthias Keller seit Jahren."
_FR = "Marc Delorme enseigne à Lyon."
_BOOK = "Katharine Orme wrote “The Tide and the Ledger.”"


@pytest.mark.parametrize(
    ("code", "before", "sentence", "key"),
    [
        ("en", _EN, "In her 1959 book she argued that ports live on credit.", "orme1959"),
        ("en", _EN, "She argued after the strike of 1957 that dockers remember.", "orme1959"),
        ("en", _EN, "For her the port was not a place but a promise.", "orme1959"),
        ("en", _EN, "Her point was that harbours are banks with water.", "orme1959"),
        ("en", _EN, "The historian has shown that ports were the first banks.", "orme1959"),
        ("en", _BOOK, "It demonstrated that ports lived on credit.", "orme1959"),
        ("en", _BOOK, "Ports on credit, she maintained there, cannot remember.", "orme1959"),
        ("de", _DE, "Ihm zufolge sind Pendler die wahren Nomaden.", "keller2003"),
        (
            "de",
            _DE,
            "In seinem Buch von 2003 vertrat er die These, dass alles fährt.",
            "keller2003",
        ),
        ("de", _DE, "Der Kasseler Geograph hat dargelegt, dass Pendler viel sehen.", "keller2003"),
        (
            "de",
            "Johanna Brandt schrieb „Die stille Fabrik“.",
            "Das Buch zeigt, dass Stille Arbeit macht.",
            "brandt1991",
        ),
        ("fr", _FR, "Selon lui, la file est une école de patience.", "delorme2006"),
        ("fr", _FR, "En 2006 il affirmait que la ville apprend à attendre.", "delorme2006"),
        ("fr", _FR, "Le sociologue a démontré que la ville apprend à attendre.", "delorme2006"),
    ],
)
def test_a_claim_of_whoever_was_named(
    scanner: Scanner, code: str, before: str, sentence: str, key: str
) -> None:
    assert told(scanner, code, before, sentence) == [key]


@pytest.mark.parametrize(
    ("code", "before", "sentence"),
    [
        # what somebody does, or feels
        ("en", _EN, "In 1959 she bought a house that had no roof."),
        ("en", _EN, "For her the students baked a cake."),
        ("en", _EN, "She argued in a pub that sold bad wine."),
        ("de", _DE, "Für ihn war das Essen immer bereit."),
        ("fr", _FR, "Pour lui, le train était en retard."),
        # somebody else
        ("en", _EN, "He argued after the match that the referee was blind."),
        ("en", _EN, "The economist Peter Lamb argued that ports were the first banks."),
        ("en", _EN, "The mayor argued that streets need money."),
        # nobody
        ("en", _BOOK, "It is said that she never left Hull."),
        ("de", _DE, "Es zeigt sich heute, dass alle fahren."),
    ],
)
def test_no_claim_of_whoever_was_named(
    scanner: Scanner, code: str, before: str, sentence: str
) -> None:
    assert told(scanner, code, before, sentence) == []


def test_a_decade_is_no_year_of_a_work(scanner: Scanner) -> None:
    text = "Thomas Hale argued in the 1970s that queues teach patience."
    (found,) = scan(text, scanner)
    assert found.body.type == "none" or not found.body.value
