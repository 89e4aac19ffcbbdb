"""Authors and works that do something with a subject, authors who are read, and dated nouns."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("lorin", "Lorin", "Klara", 1990, "Salt and the Village: A History of the Marsh"),
        book("brandis", "Brandis", "Peter", 1991, "Die langsame Schleuse"),
        book("marchal", "Marchal", "Luc", 1992, "La Rente des marais"),
    ],
    parser(),
)


def found(text: str, kind: str) -> list[tuple[str, str]]:
    """(words, key) of what is found of a kind."""
    hits = [one for one in scan(text, SCANNER) if one.kind == kind and one.body.type == "work"]
    return [(text[one.start : one.end], one.body.value) for one in hits]


@pytest.mark.parametrize(
    ("before", "claim", "key"),
    [
        ("Rain fell.", "Klara Lorin prophesied a rising gap between the banks.", "lorin"),
        ("Rain fell.", "In her last years Klara Lorin described a marsh of clerks.", "lorin"),
        (
            "Die Stadt ist grau.",
            "Peter Brandis thematisiert auch die Folgen der Deiche.",
            "brandis",
        ),
        (
            "Die Stadt ist grau.",
            "Damals befasste sich Peter Brandis mit der Ethik der Nachbarn.",
            "brandis",
        ),
        (
            "Die Stadt ist grau.",
            "Peter Brandis hat den Wandel beschrieben, der die Deiche traf.",
            "brandis",
        ),
        (
            "La ville est petite et grise.",
            "Luc Marchal attribue la crue à la fonte des neiges.",
            "marchal",
        ),
        (
            "Die Stadt ist grau.",
            "Vertrauen ist immer nötig, wie Peter Brandis in seinem Buch überzeugend darlegt.",
            "brandis",
        ),
    ],
)
def test_an_author_studies_a_subject(before: str, claim: str, key: str) -> None:
    assert (claim, key) in found(f"{before} {claim}", "paraphrase")


@pytest.mark.parametrize(
    "claim",
    [
        "Salt and the Village, published in 1990, argued that the marsh was made by men.",
        "Salt and the Village (1990) introduced the salt line of the north.",
        "At the center of Salt and the Village is the argument that the flood was slow.",
        "Klara Lorin's Salt and the Village describes the flood of the north.",
    ],
)
def test_a_work_says_something_of_its_subject(claim: str) -> None:
    assert (claim, "lorin") in found(f"Rain fell. Klara Lorin came north. {claim}", "paraphrase")


@pytest.mark.parametrize(
    ("before", "sentence", "key"),
    [
        ("Rain fell.", "I have been rereading {}.", "lorin"),
        ("Rain fell.", "{} remains the guide.", "lorin"),
        ("Rain fell.", "Drawing on {}, we asked the herders.", "lorin"),
        ("Rain fell.", "{} would not be surprised.", "lorin"),
        ("Rain fell.", "The mayor quoted {}.", "lorin"),
        ("Die Stadt ist grau.", "Der Bürgermeister berief sich auf {}.", "brandis"),
        ("Die Stadt ist grau.", "Heute zitiert er {}.", "brandis"),
        ("Die Stadt ist grau.", "{} lässt grüßen.", "brandis"),
        ("La ville est petite et grise.", "On songe à {}.", "marchal"),
        ("La ville est petite et grise.", "La référence reste {}.", "marchal"),
    ],
)
def test_an_author_who_is_read_or_thought_of(before: str, sentence: str, key: str) -> None:
    name = {"lorin": "Klara Lorin", "brandis": "Peter Brandis", "marchal": "Luc Marchal"}[key]
    text = f"{before} {sentence.format(name)}"
    assert (name, key) in found(text, "mention")
    assert not found(text.replace(name, name.split()[0]), "mention")


@pytest.mark.parametrize(
    ("text", "noun", "key"),
    [
        ("Klara Lorin came north. Nobody had read the 1990 book yet.", "the 1990 book", "lorin"),
        (
            "Peter Brandis lehrte in Kiel. Das Buch von 1991 fiel kaum auf.",
            "Das Buch von 1991",
            "brandis",
        ),
        (
            "La ville est petite et grise. Luc Marchal vit là. Nul ne lisait l'ouvrage de 1992.",
            "l'ouvrage de 1992",
            "marchal",
        ),
    ],
)
def test_a_noun_and_the_year_stand_for_a_work(text: str, noun: str, key: str) -> None:
    assert (noun, key) in found(text, "mention")
    other = text.replace("199", "198")
    assert not [one for one in found(other, "mention") if "198" in one[0]]
