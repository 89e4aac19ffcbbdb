"""Titles that are the name of a person, and titles below a heading that names their author."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("crane2007", "Crane", "Hester", 2007, "Agnes Holloway"),
        book("pryce1987", "Pryce", "Tessa", 1987, "Cherished"),
    ],
    parser(),
)
LIST = "\n\nWorks Cited\n\nCrane, Hester. *Agnes Holloway*. Chatto, 2007.\n"


def mentions(text: str, works: str = LIST) -> list[str]:
    """The words that name a work."""
    found = scan(text + works, SCANNER)
    return [text[one.start : one.end] for one in found if one.kind == "mention"]


@pytest.mark.parametrize(
    "text",
    [
        "Hester Crane says so. Agnes Holloway's ghosts are quieter.",
        "For Hester Crane nothing is sure, and Agnes Holloway was no friend of spirits.",
        "Hester Crane and Agnes Holloway were never friends.",
        "Hester Crane reads Agnes Holloway with care.",
        "Für Hester Crane bleibt Agnes Holloway eine Fremde.",
        "Pour Hester Crane, Agnes Holloway reste une étrangère.",
        "We met Agnes Holloway in March.",
        "Agnes Holloway appeared in court in 1987.",
        "Tessa Pryce wrote Agnes Holloway a letter, and Hester Crane never published it.",
    ],
)
def test_a_title_that_is_a_name_is_the_person(text: str) -> None:
    assert not [words for words in mentions(text) if "Holloway" in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hester Crane wrote *Agnes Holloway* late.", "*Agnes Holloway*"),
        ("In “Agnes Holloway” Hester Crane says little.", "“Agnes Holloway”"),
        ("We like Hester Crane's Agnes Holloway more.", "Hester Crane's Agnes Holloway"),
        ("Agnes Holloway by Hester Crane is long.", "Agnes Holloway by Hester Crane"),
        ("So sagt es Hester Crane in Agnes Holloway.", "Hester Crane in Agnes Holloway"),
        ("Hester Crane wrote much; her biography Agnes Holloway is long.",
         "her biography Agnes Holloway"),
        ("I reread Agnes Holloway in March.", "Agnes Holloway"),
        ("On relit Agnes Holloway cet été.", "Agnes Holloway"),
        ("Hester Crane finished a life of a nun and published Agnes Holloway late.",
         "Agnes Holloway"),
        ("Hester Crane became known late. Agnes Holloway appeared in 2007.", "Agnes Holloway"),
        ("Hester Crane war da alt. Agnes Holloway erschien 2007 in Leeds. Das half.",
         "Agnes Holloway"),
        ("Quand Hester Crane publie Agnes Holloway, personne ne lit.", "Agnes Holloway"),
    ],
)  # fmt: skip
def test_marks_or_its_author_make_a_name_a_title(text: str, words: str) -> None:
    assert words in mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghosts in Hollis and Pryce\n\nIn Cherished, Tessa Pryce lets one speak.\n",
        "Geister bei Tessa Pryce\n\nIn „Cherished“ spricht ein Geist. Tessa Pryce weckt ihn.\n",
        "Tessa Pryce\n\nDans Cherished, un fantôme parle. Tessa Pryce le laisse parler.\n",
    ],
)
def test_a_title_is_not_joined_to_a_name_in_the_heading(text: str) -> None:
    assert mentions(text, "")
    assert not [words for words in mentions(text, "") if "\n\n" in words]


def test_a_surname_with_a_given_name_elsewhere_is_the_person() -> None:
    scanner = Scanner.of([book("crane2007", "Crane", "Hester", 2007, "Holloway")], parser())
    person = "Agnes Holloway wrote little. Hester Crane thinks that Holloway's ghosts are quiet."
    work = "Agnes Holloway wrote little. In Hester Crane's Holloway the ghosts are quiet."
    assert not [one for one in scan(person, scanner) if one.method == "title"]
    assert [one for one in scan(work, scanner) if one.method == "title"]
