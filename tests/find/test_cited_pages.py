"""The page of an article that a note cites."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.references.finder import references
from citekit.find.references.matching import Index
from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Name, Work
from tests.find.test_mentions import work


def article(page: str = "") -> Work:
    found = work("sorel2003", Name("Sorel", "Amélie"), 2003, "Le grenier muet", "article-journal")
    fields = {**found.fields, "container-title": "Cahiers du papier", "volume": "9", "issue": "2"}
    return found._replace(fields={**fields, "page": page} if page else fields)


def pages(note: str, page: str = "") -> set[str]:
    """The locators of what is found in a text with a note."""
    document = extract(f'Sorel writes: "No attic is mute."[^1]\n\n[^1]: {note}\n'.encode(), "t.md")
    found = scan(document.text, Scanner.of([article(page)], parser()), markup=document.markup)
    assert {one.kind for one in found} == {"quotation", "citation", "reference"}
    return {one.locator for one in found}


@pytest.mark.parametrize(
    "note",
    [
        "Amélie Sorel, “Le grenier muet,” *Cahiers du papier* 9, no. 2 (2003): 41.",
        "Amélie Sorel, „Le grenier muet“, in: Cahiers du papier 9 (2003), S. 41.",
        "Amélie Sorel, « Le grenier muet », *Cahiers du papier*, vol. 9, n° 2, 2003, p. 41.",
    ],
)
def test_the_last_page_is_the_one_that_is_cited(note: str) -> None:
    assert pages(note) == {"41"}
    assert pages(note.replace("41", "41–43"), "35–52") == {"41–43"}
    assert pages(note.replace("41", "41, 44")) == {"41, 44"}


def test_the_pages_of_the_whole_article_are_no_place_in_it() -> None:
    note = "Amélie Sorel, “Le grenier muet,” *Cahiers du papier* 9, no. 2 (2003): 35–52."
    assert pages(note, "35-52") == pages(note) == {""}


def test_the_page_is_no_part_of_a_proposed_work() -> None:
    text = (
        "Nothing is mute.[^1]\n\n[^1]: John Moor, “On Dust,” in Dusts and Attics, ed. Ann Berg "
        "(Leeds: Verso, 2001), 33."
    )
    (found,) = references(text, Index([]), parser())
    assert found.locator == "33"
    assert found.proposal is not None
    assert not found.proposal.text("page")
