"""Who speaks words beside a citation of author and year: the clause says, whatever its verb."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Name
from tests.find.test_mentions import ORME, work

WORKS = [
    work("orme1959", ORME, 1959, "The Tide and the Ledger: An Essay on Ports"),
    work("falk1976", Name("Falk", "Robert"), 1976, "Hearing and Mishearing in Small Rooms"),
    work("vasa2011", Name("Vasa", ""), 2011, "Ferries"),
]
SCANNER, UNKNOWN = Scanner.of(WORKS, parser()), Scanner.of([], parser())
WORDS = "“Every harbour was a sheet of paper before it was a quay.”"
WORTE = "„Jeder Hafen war ein Blatt Papier, bevor er ein Kai war.“"
MOTS = "« Tout port a été une feuille de papier avant d’être un quai. »"


def said(text: str, scanner: Scanner = SCANNER) -> list[tuple[str, str]]:
    """(speaker, work) of the quotations of a text."""
    found = scan(text, scanner)
    return [(one.speaker, one.body.value) for one in found if one.kind == "quotation"]


@pytest.mark.parametrize(
    "text",
    [
        f"We follow Orme (1959, 12): {WORDS}",
        f"Compare Orme (1959, 12): {WORDS}",
        f"The point is made by Orme (1959, 12): {WORDS}",
        f"Orme (1959, 12) is blunt: {WORDS}",
        f"As Orme (1959: 12) has it, {WORDS}",
        "Harbours, as Orme (1959: 12) has it, were “sheets of paper before they were quays”.",
        "Harbours were “sheets of paper before all else”, as Orme (1959: 12) has it.",
        "As Orme (1959: 12) has it, harbours are “paper made wet”.",
        f"Wir folgen Orme (1959, S. 12): {WORTE}",
        f"Mit Orme (1959, 12) gesprochen: {WORTE}",
        f"Vgl. dazu Orme (1959, 12): {WORTE}",
        f"Nous suivons Orme (1959, p. 12) : {MOTS}",
        f"Citons Orme (1959, p. 12) : {MOTS}",
    ],
)
def test_whoever_is_cited_in_the_clause_says_the_words(text: str) -> None:
    assert said(text) == [("Orme", "orme1959")]
    assert said(text, UNKNOWN) == [("Orme", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Two schools follow Orme (1959, 12): “ports”, they hold, are made of paper.",
        f"Unlike Orme (1959), I begin with the sailors: {WORDS}",
        f"Orme (1959) was read in Leeds by Ada Berg: {WORDS}",
    ],
)
def test_a_term_or_somebody_elses_words_are_not(text: str) -> None:
    assert ("Orme", "orme1959") not in said(text)


LATER = "\n\nMaria Hill objects that this is too quick. She has counted the barges herself."


@pytest.mark.parametrize(
    "text",
    [
        f"Vasa argues that debt travels (2011). “The river keeps the books,” she writes (Vasa "
        f"2011, 88).{LATER}",
        f"“The river keeps the books,” she writes (Vasa 2011, 88).{LATER}",
        f"She writes: “The river keeps the books” (Vasa 2011, 88).{LATER}",
        "“The river keeps the books,” she writes (Vasa 2011, 88).",
        f"Vasa hält dagegen. „Der Fluss führt die Bücher“, schreibt sie (Vasa 2011, 88).{LATER}",
        f"« Le fleuve tient les comptes », écrit-elle (Vasa 2011, 88).{LATER}",
    ],
)
def test_a_pronoun_before_a_citation_stands_for_whom_it_names(text: str) -> None:
    assert said(text) == [("Vasa", "vasa2011")]
    assert said(text, UNKNOWN) == [("Vasa", "")]


def test_both_pieces_of_what_a_pronoun_says_are_the_cited_authors() -> None:
    text = f"“The river,” she writes, “keeps the books” (Vasa 2011, 88).{LATER}"
    assert said(text) == [("Vasa", "vasa2011")] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # she was named in the paragraph, or is the only one the text has named before
        (
            "Maria Hill was a clerk. Vasa met her in 2011. “The river keeps the books,” she "
            "recalls (Vasa 2011, 88).",
            "Maria Hill",
        ),
        (
            "Maria Hill was a clerk.\n\n“The river keeps the books,” she recalls (Vasa 2011, 88).",
            "Maria Hill",
        ),
        # the author is a man, or the work only quotes the words
        (f"“The river keeps the books,” she writes (Falk 1976, 8).{LATER}", "Maria Hill"),
        (f"“The river keeps the books,” she writes (quoted in Vasa 2011).{LATER}", "Maria Hill"),
    ],
)
def test_it_stands_for_somebody_else_who_was_named_or_agrees(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Vasa alone cared. Her key passage deserves to be given at length:\n\n> A clerk has no "
        f"opinion. (Vasa 2011, 31){LATER}",
        "Vasa alone cared. In her own words:\n\n> A clerk has no opinion. (Vasa 2011, 31)" + LATER,
        "Nur Vasa hat das gesehen. In ihren eigenen Worten:\n\n> Der Schreiber hat keine Meinung, "
        "und das ist sein Amt. (Vasa 2011, S. 31)\n\nMaria Hill widerspricht ihr, denn sie hat die "
        "Kähne selbst gezählt.",
    ],
)
def test_a_pronoun_before_a_block_stands_for_whom_it_cites(text: str) -> None:
    assert said(text) == [("Vasa", "vasa2011")]


def test_a_block_in_quotation_marks_is_quoted_without_them() -> None:
    text = (
        "He says:\n\n    “A clerk has no opinion, and that it leaks is the beginning.” (Falk 1976)"
    )
    assert [one.quoted for one in scan(text, SCANNER) if one.kind == "quotation"] == [
        "A clerk has no opinion, and that it leaks is the beginning."
    ]
