"""Who is meant by a name: authors who are named together, middle names, offices, and words before
a name that are no given names."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.scan import Scanner, scan
from citekit.find.works import Catalogue
from citekit.library.parsing import parser
from citekit.library.scanners import claims, likely_mentions
from citekit.model import Date, DatePoint, Name, Work
from tests.find.citing_cases import quotation_spans


def work(key: str, year: int, title: str, *names: tuple[str, str]) -> Work:
    authors = tuple(Name(given=given, family=family) for given, family in names)
    return Work(key, "book", {"author": authors, "issued": Date(DatePoint(year)), "title": title})


WORKS = [
    work("lund1987", 1987, "The Patience of Harbors", ("Ruth", "Ostrander"), ("Jonas", "Lund")),
    work("lund1999", 1999, "Quays", ("Jonas", "Lund"), ("Odile", "Marchal"), ("Ann", "Berry")),
    work("paquet1975", 1975, "Saying and Waiting", ("K. P.", "Paquet")),
    work("nadel1961", 1961, "Das geduldige Amt", ("Thomas", "Nadel")),
    work("rigaud1903", 1903, "Le culte des portes", ("Alois", "Rigaud")),
    work("orme1944", 1944, "Tides and Taxes", ("Eric", "Orme")),
]
CATALOGUE = Catalogue.of(WORKS)


def linked(text: str) -> list[tuple[str, str]]:
    """The words that are found, and their works."""
    found = mentions(text, CATALOGUE, quotation_spans(text), [], claims(), likely_mentions())
    return [(text[one.start : one.end], one.body.value) for one in found]


TOGETHER = [
    (
        "Sie verweist auf das, was die Amerikaner Ostrander und Lund 1987 gezeigt haben: dass "
        "niemand die Wartenden zählt.",
        "Ostrander und Lund",
        "lund1987",
    ),
    (
        "Dans un article de 1999, Lund, Marchal et Berry comparent les quais aux portes, que l'on "
        "ferme devant ceux qui attendent, et qui ne sont que le reste d'une ville disparue.",
        "comparent les quais aux portes",
        "lund1999",
    ),
]


@pytest.mark.parametrize(("text", "words", "key"), TOGETHER)
def test_authors_who_are_named_together(text: str, words: str, key: str) -> None:
    assert any(words in found and of == key for found, of in linked(text))


def test_one_of_them_alone_is_nobody_yet() -> None:
    text = TOGETHER[1][0].replace("Lund, Marchal et Berry", "Lund, Petersen et Byrd")
    assert linked(text) == []


def test_a_name_beside_theirs_is_no_coauthors() -> None:
    text = "Ostrander and Peter Lund met. Lund argued that ports forget."
    assert not any(of.startswith("lund") and "Lund argued" in found for found, of in linked(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Paul Paquet maintained that waiting is a way of speaking.", "paquet1975"),
        ("Nadel behauptet, dass ein Amt nie wartet. Das klingt nach Nadel.", "nadel1961"),
        (
            "Lecture de Rigaud. Rigaud soutient que la porte est un monument comme un autre.",
            "rigaud1903",
        ),
        (
            "A young clerk, Eric Orme, later the country’s prime minister, maintained in 1944 that "
            "taxes follow the tides.",
            "orme1944",
        ),
    ],
)
def test_who_is_called_otherwise_than_the_catalogue_does(text: str, key: str) -> None:
    assert key in {of for _, of in linked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Zoe Paquet maintained that waiting is a way of speaking.",
        "Wir fuhren nach Nadel. Nadel ist eine Stadt. In Nadel zeigt sich, dass Ämter warten.",
        "Ludovic de Rigaud soutient que la porte est un monument comme un autre.",
        "Eric Orme, later the country’s prime minister, maintained that taxes follow the tides.",
        "Eric Orme, the prime minister, said on Monday that in 1950 taxes had been lower.",
    ],
)
def test_others_of_the_name(text: str) -> None:
    assert linked(text) == []


def test_a_sentence_that_begins_with_its_source() -> None:
    text = (
        "Local rates decline with distance (Nadel, 1961). Orme (1944) extended this reasoning to "
        "the level of towns by assuming that all quays have the same prospects of growth and "
        "decay. The rates can be predicted from two parameters."
    )
    found = scan(text, Scanner.of(WORKS, parser(), claims(), likely_mentions()))
    told = [one for one in found if one.kind == "paraphrase"]
    assert [one.body.value for one in told] == ["orme1944"]
    assert "extended this reasoning" in text[told[0].start : told[0].end]
