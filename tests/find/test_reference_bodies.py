"""Bodies whose names have "and" in them, and references without an imprint."""

from __future__ import annotations

import pytest

from citekit.find.parsing.work import work_of
from citekit.find.references.finder import find_references
from tests.find.texts import parser


def authors(string: str) -> list[str]:
    work = work_of(parser().parse(string))
    return [f"{name.given} {name.family}{name.literal}".strip() for name in work.names("author")]


@pytest.mark.parametrize(
    ("string", "body"),
    [
        # a noun of an action or a quality, with a word that goes with the second noun
        ("{} (2019) Managing Risks at Work. London: HSE Books.", "Health and Safety Executive"),
        ("{}, Managing Risks (London: Quay, 2019), 12.", "Health and Safety Executive"),
        ("{} (1990). Pipes. Nairobi: Quay.", "Water and Sanitation Program"),
        ("{} (2010): Bericht. Zürich: Kai.", "Schutz und Rettung Zürich"),
        ("{} (1990). Le risque. Paris: PUF.", "Sécurité et Santé Publique"),
        # what the body is of
        ("{} (2001) Living Rivers. London: Quay.", "Friends of the Quay"),
        ("{} (2001). Field Guide. Geneva: Quay.", "Doctors without Borders"),
        # the first part of a German compound
        ("{} (2019): Bericht. Düsseldorf: Kai.", "Bau- und Liegenschaftsbetrieb"),
        # what published its own work, under its name or its letters
        ("{} (1988) Our Demands. Leeds: RRW.", "Rail and Road Workers"),
        ("{} (2011): Weiterbildung. Mainz: Arbeit und Leben.", "Arbeit und Leben"),
        ("{} (2015) Annual Report. Leeds: Roth & Lund plc.", "Roth & Lund"),
    ],
)
def test_bodies(string: str, body: str) -> None:
    assert authors(string.format(body)) == [body]


@pytest.mark.parametrize(
    ("string", "names"),
    [
        ("Roth and Lund (2019) Ports. London: Quay.", ["Roth", "Lund"]),
        ("Roth and Ben Ali (1990). Ports. Leeds: Quay.", ["Roth", "Ben Ali"]),
        ("Homer and Emily Roth (2017) Ships. New York: Quay.", ["Homer", "Emily Roth"]),
        ("William of Leeds (1990) Ports. London: Quay.", ["William Leeds"]),  # "of" is a particle
        ("Roth, A. & Lund, B. (1990). Ports. Leeds: RL Press.", ["A. Roth", "B. Lund"]),
        ("Ada Roth und Bo Lund (1990): Häfen. Kiel: ARBL.", ["Ada Roth", "Bo Lund"]),
    ],
)
def test_persons(string: str, names: list[str]) -> None:
    assert authors(string) == names


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[one.start : one.end], one.work.names("author")[0].given, one.work.text("title"))
        for one in find_references(text, parser())
    ]


@pytest.mark.parametrize(
    ("text", "string"),
    [
        ("{}", "Roth, Ada Lund. Hafenstädte. 1817."),
        ("1. {}.", "Roth, Ada Lund. Hafenstädte. 1817"),
        ("The text ({}) is long.", "Roth, Ada Lund. Hafenstädte. 1817"),
        ("The town forgot it. See {}. It is long.", "Roth, Ada Lund. Hafenstädte. 1817"),
        ("The ships sank.\n\n{}\n\nSo it was.", "Roth, Ada Lund. Hafenstädte. 1817."),
    ],
)
def test_nothing_but_author_title_and_year(text: str, string: str) -> None:
    assert found(text.format(string)) == [(string, "Ada Lund", "Hafenstädte")]


@pytest.mark.parametrize(
    "text",
    [
        "He left Leeds, Yorkshire. They married. 1817.",
        "The town forgot it. In Kiel, Ada met him. They married. 1817 was cold.",
    ],
)
def test_sentences_before_a_year(text: str) -> None:
    assert found(text) == []
