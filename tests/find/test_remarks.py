"""What looks like an author, a title or a work of one author, and is none."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.formats import registry
from citekit.library.parsing import parser

WORKS = """
@book{orme1959, author={Orme, Katharine}, title={The Tide and the Ledger}, date={1959},
  location={Neuhaven am Sund}}
@book{vale1992, author={Vale, Guy P.}, title={Old Quays}, date={1992}}
@collection{pier1988, editor={Pier, Ann and Mole, Bo}, title={The Invention of Harbours},
  date={1988}}
"""
SCANNER = Scanner.of(registry.get("biblatex").read(WORKS).works, parser())


def found(text: str, kind: str) -> list[tuple[str, str, str]]:
    """(work, words, locator) of the findings of a kind."""
    return [
        (one.body.value, text[one.start : one.end], one.locator)
        for one in scan(text, SCANNER)
        if one.kind == kind
    ]


@pytest.mark.parametrize(
    "remark",
    """my translation|own translation|trans. mine|emphasis added|emphasis in original|italics mine
    |Hervorh. im Orig.|Herv. i. O.|Hervorhebung durch den Verfasser|meine Übersetzung
    |Übers. d. Verf.|je souligne|ma traduction|nous traduisons|c’est moi qui souligne
    |italiques dans l’original|traduction de l’auteur""".split("|"),
)
def test_a_remark_on_quoted_words_is_no_title(remark: str) -> None:
    text = f"Orme calls the tide a ledger (Orme 1962, 15, {remark.strip()}). Others do not."
    assert found(text, "reference") == []
    assert found(text, "citation") == [("", "Orme 1962, 15", "15")]


def test_a_title_of_words_that_remarks_have_stays_one() -> None:
    text = "It is known (A. Lee, Emphasis Added: Italics in Print, Leeds: Quay, 1990, 15)."
    assert found(text, "reference")


@pytest.mark.parametrize(
    ("text", "words", "locator"),
    [
        ("In The Tide and the Ledger (Leeds 1959, p. 12) she says so.",
         "The Tide and the Ledger (Leeds 1959, p. 12)", "12"),
        ("Dans The Tide and the Ledger (Leeds, Quay, 1959, p. 12), elle le dit.",
         "The Tide and the Ledger (Leeds, Quay, 1959, p. 12)", "12"),
        ("Orme hat es in ihrem Buch (Neuhaven am Sund 1959, S. 12 ff.) erklärt.",
         "(Neuhaven am Sund 1959, S. 12 ff.)", "12 ff."),
    ],
)  # fmt: skip
def test_place_and_year_behind_a_title_or_author_are_of_that_work(
    text: str, words: str, locator: str
) -> None:
    assert found(text, "citation") == [("orme1959", words, locator)]


def test_another_author_of_the_same_year_is_no_place() -> None:
    assert found("Orme hat es erklärt (Meier 1959, S. 12).", "citation")[0][0] == ""


LIST = "\n\nReferences\n\nLee, A. (2004): Ports of Paper. Leeds: Quay.\n"


def test_a_cite_of_two_is_of_the_work_that_the_text_lists() -> None:
    other = "Pier, Ann and Mole, Bo (eds.) (1988): Paper Walls of the North. Leeds: Quay Press.\n"
    assert found(f"So it is (Pier and Mole 1988, 3).{LIST}{other}", "citation")[0][0] == ""
    assert found(f"So it is (Pier and Mole 1988, 3).{LIST}", "citation")[0][0] == "pier1988"


def test_a_cite_of_two_is_none_of_one_author_unless_the_list_says_so() -> None:
    text = "So it is (Vale and Dock 1992, 3)."
    own = "Vale, Guy P. and Dock, Cy (1992): Old Quays. Leeds: Quay Press.\n"
    assert found(text + LIST, "citation")[0][0] == ""
    assert found(text + LIST + own, "citation")[0][0] == "vale1992"
