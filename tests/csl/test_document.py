"""A document that changes has the texts of one that was made anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import csl
from citekit.errors import StyleError
from citekit.model import Citation, Cite, Work
from citekit.richtext import plain
from tests.csl.helpers import NS, date, locales, names, style, work

WORKS = [
    work("a", title="Apples", author=names("Ann Doe", "Bob Roe"), issued=date(2001)),
    work("b", title="Bread", author=names("Ann Doe", "Cy Poe"), issued=date(2001)),
    work("c", title="Cheese", author=names("Zoe Doe"), issued=date(2001)),
    work("d", title="Dates", author=names("Ann Doe", "Bob Roe"), issued=date(2001)),
    work("f", title="Figs", author=names("Ann Doe", "Ben Roe"), issued=date(2001)),
    work("g", title="Grapes", author=names("Abe Doe"), issued=date(2001)),
    work("e", title="Eggs", author=names("Eve Moe"), issued=date(1999)),
]
AUTHOR_DATE = style(
    '<group delimiter=" "><names variable="author"><name form="short" and="text"/></names>'
    '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
    '<date variable="issued"><date-part name="year"/></date><text variable="locator"/></group>',
    bibliography='<names variable="author"/><text variable="title" prefix=", "/>'
    '<date variable="issued" prefix=", "><date-part name="year"/></date>',
    options='disambiguate-add-names="true" disambiguate-add-givenname="true" '
    'givenname-disambiguation-rule="all-names" disambiguate-add-year-suffix="true" '
    'et-al-min="2" et-al-use-first="1" collapse="year"',
    citation_layout='delimiter="; " prefix="(" suffix=")"',
    citation_sort='<sort><key variable="title" sort="descending"/></sort>',
    sort='<sort><key variable="author"/><key variable="title"/></sort>',
    bibliography_options='subsequent-author-substitute="—"',
)
NUMBERS = style(
    '<text variable="citation-number"/><text variable="locator" prefix=": "/>',
    bibliography='<text variable="citation-number" suffix=". "/><text variable="title"/>',
    options='collapse="citation-number"',
    citation_layout='delimiter="," prefix="[" suffix="]"',
    citation_sort='<sort><key variable="citation-number"/></sort>',
)
BY_CITE = style(
    '<group delimiter=" "><names variable="author">'
    '<name form="short" initialize-with=". "/></names>'
    '<text variable="first-reference-note-number" prefix="n. "/>'
    '<date variable="issued"><date-part name="year"/></date></group>',
    bibliography='<names variable="author"><name initialize-with=". "/></names>'
    '<text variable="title" prefix=", "/>',
    options='disambiguate-add-names="true" disambiguate-add-givenname="true" '
    'disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1"',
    sort='<sort><key variable="author"/></sort>',
)
NOTES = style(
    '<choose><if position="ibid-with-locator"><text value="ibid., "/>'
    '<text variable="locator"/></if>'
    '<else-if position="ibid"><text value="ibid."/></else-if>'
    '<else-if position="subsequent"><names variable="author"/>'
    '<text variable="first-reference-note-number" prefix=", n. "/></else-if>'
    '<else><names variable="author"/><text variable="title" prefix=", "/></else></choose>',
    style_options='class="note"',
)
STYLES = st.sampled_from([AUTHOR_DATE, NUMBERS, NOTES, BY_CITE])
CITES = st.builds(
    Cite,
    id=st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "a", "b", "nobody"]),
    locator=st.sampled_from(["", "", "7"]),
    mode=st.sampled_from(["normal", "normal", "normal", "suppress-author", "author-in-text"]),
)
CITATIONS = st.builds(
    Citation, st.lists(CITES, min_size=1, max_size=3).map(tuple), st.integers(0, 5)
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "change", "move", "remove", "assign"]),
        st.integers(0, 9),
        st.integers(0, 9),
        CITATIONS,
    ),
    max_size=8,
)


def document(the_style: csl.Style, citations: list[Citation], **options: Any) -> csl.Document:
    return csl.Document(the_style, WORKS, citations, locales=locales, **options)


def apply(
    the_document: csl.Document, kind: str, first: int, second: int, citation: Citation
) -> tuple[dict[int, Any], list[Citation]]:
    """One step: what the document said changed, and the citations it should have."""
    want = list(the_document.citations)
    size = len(want)
    if kind == "insert" or not size:
        want.insert(first % (size + 1), citation)
        return the_document.insert(first % (size + 1), citation), want
    index = first % size
    if kind == "change":
        want[index] = citation
        return the_document.change(index, citation), want
    if kind == "move":
        want.insert(second % size, want.pop(index))
        return the_document.move(index, second % size), want
    if kind == "remove":
        del want[index]
        return the_document.remove(index), want
    want = [*want[index:], citation, *want[:index]]
    return the_document.assign(want), want


@settings(max_examples=200, deadline=None)
@given(STYLES, st.lists(CITATIONS, max_size=6), STEPS, st.sampled_from([None, (), ("e",)]))
def test_a_changed_document_equals_a_new_one(
    the_style: csl.Style, citations: list[Citation], steps: list[Any], uncited: Any
) -> None:
    made = document(the_style, citations, uncited=uncited)
    for step in steps:
        before = made.texts
        changed, want = apply(made, *step)
        assert list(made.citations) == want
        anew = csl.process(the_style, WORKS, want, locales=locales, uncited=uncited)
        assert made.texts == anew.citations
        assert made.bibliography() == anew.bibliography
        assert all(made.texts[index] == text for index, text in changed.items())
        if step[0] == "change" and len(before) == len(want):
            assert set(changed) == {n for n, text in enumerate(before) if text != made.texts[n]}


def test_what_a_change_returns() -> None:
    made = document(NUMBERS, [Citation((Cite("a"),)), Citation((Cite("b"),))])
    assert [plain(text) for text in made.texts] == ["[1]", "[2]"]
    changed = made.insert(1, Citation((Cite("c"),)))
    assert {index: plain(text) for index, text in changed.items()} == {1: "[2]", 2: "[3]"}
    assert made.change(2, Citation((Cite("b"),))) == {}
    assert {n: plain(text) for n, text in made.move(0, 2).items()} == {
        0: "[1]",
        1: "[2]",
        2: "[3]",
    }
    assert list(made.remove(2)) == []
    listed = made.bibliography()
    assert listed is not None
    assert [entry.id for entry in listed.entries] == ["c", "b"]


def test_problems_go_with_their_citations() -> None:
    made = document(NUMBERS, [Citation((Cite("nobody"),))], uncited=["missing"])
    assert sorted(problem.where.key or "" for problem in made.problems) == ["missing", "nobody"]
    made.remove(0)
    assert [problem.where.key for problem in made.problems] == ["missing"]


@pytest.mark.parametrize("step", ["insert", "change", "move", "remove"])
def test_places_outside_the_document(step: str) -> None:
    made = document(NUMBERS, [Citation((Cite("a"),))])
    arguments: dict[str, tuple[Any, ...]] = {
        "insert": (2, Citation((Cite("b"),))),
        "change": (1, Citation((Cite("b"),))),
        "move": (0, 1),
        "remove": (-1,),
    }
    with pytest.raises(IndexError):
        getattr(made, step)(*arguments[step])
    assert [plain(text) for text in made.texts] == ["[1]"]


def test_a_dependent_style_has_no_document() -> None:
    dependent = csl.parse_style(
        f'<style {NS} version="1.0" class="in-text"><info><id>x</id><title>X</title>'
        '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>'
    )
    with pytest.raises(StyleError):
        document(dependent, [])


def test_many_works_keep_their_texts() -> None:
    works = [Work(f"w{n}", "book", {"title": f"T{n}"}) for n in range(300)]
    made = csl.Document(
        NUMBERS, works, [Citation((Cite(one.id),)) for one in works], locales=locales
    )
    changed = made.change(7, Citation((Cite("w7", locator="3"),)))
    assert {index: plain(text) for index, text in changed.items()} == {7: "[8: 3]"}
