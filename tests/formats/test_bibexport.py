"""The .bib writers for the programs that read them, and what they report."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formats import bibtex, registry
from citekit.formats.base import Extract, Reading, Writing, split_notes
from citekit.formats.bibcase import Capitals, title_to_latex
from citekit.formats.bibexport import STYLES
from citekit.latex import to_unicode
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.works import catalogues

PARENTS = """
@incollection{part, author = {Roe, R.}, title = {Part}, crossref = {whole}, pages = {3--4}}
@collection{whole, editor = {Doe, J.}, title = {Whole}, publisher = {Press}, date = {2001}}
@incollection{lost, title = {Lost}, crossref = {nowhere}}
"""


def written(works: list[Work], to: str, how: Writing | None = None) -> tuple[str, Reading]:
    text = registry.get(to).write(works, how)
    return text, registry.get(to).read(text)


@settings(deadline=None, max_examples=60)
@given(
    catalogues,
    st.sampled_from(["bibtex", "biblatex"]),
    st.sampled_from(["", *STYLES]),
    st.booleans(),
)
def test_what_is_not_reported_comes_back(
    works: list[Work], to: str, program: str, crossref: bool
) -> None:
    how = Writing(program, crossref=crossref)
    _, reading = written(works, to, how)
    lost = {(loss.key, loss.field) for loss in how.losses if loss.level != "kept"}
    assert reading.problems == ()
    assert len(reading.works) == len(works)
    back = {work.id: work for work in reading.works}
    for work in works:
        again = back[work.id]
        assert again.type == work.type or (work.id, "type") in lost
        for variable, value in work.fields.items():
            assert again.fields.get(variable) == value or (work.id, variable) in lost
        for name, text in work.extra.items():
            assert again.extra.get(name) == text or (work.id, name) in lost
        known = {*work.fields, *work.extra, *(field for key, field in lost if key == work.id)}
        assert {*again.fields, *again.extra} <= known


def test_nothing_ordinary_is_reported() -> None:
    text = """@article{a, author = {de la Fuente, Jr., José and {R and D}},
      title = {On DNA in Berlin}, journaltitle = {J}, date = {2001-05-03}, keywords = {a, b},
      doi = {10.1/a_b}, annotation = {n}, groups = {G, H/I}}"""
    works = list(registry.get("biblatex").read(text).works)
    for to in ("bibtex", "biblatex"):
        for program in STYLES:
            how = Writing(program)
            assert written(works, to, how)[1].works == tuple(works)
            assert how.losses == []


def test_parents_are_written_out() -> None:
    works = list(registry.get("biblatex").read(PARENTS).works)
    how = Writing()
    text, reading = written(works, "biblatex", how)
    assert "crossref" not in text
    assert text.count("editor = {Doe, J.}") == 2
    assert [work.fields for work in reading.works] == [work.fields for work in works]
    assert [(loss.key, loss.field, loss.level) for loss in how.losses] == [
        ("part", "crossref", "dropped"),
        ("lost", "crossref", "dropped"),
    ]


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_parents_are_kept_if_asked_for(to: str) -> None:
    works = list(registry.get("biblatex").read(PARENTS).works)[::-1]
    how = Writing(crossref=True)
    text, reading = written(works, to, how)
    assert "crossref = {whole}" in text
    assert text.count("editor = {Doe, J.}") == 1
    assert text.index("{part,") < text.index("{whole,")
    assert ("booktitle = {Whole}" in text) == (to == "bibtex")
    by_id = {work.id: work for work in reading.works}
    for work in works:
        assert by_id[work.id].fields == work.fields
    assert [(loss.key, loss.level) for loss in how.losses if loss.field == "crossref"] == [
        ("lost", "dropped")
    ]


def test_a_child_that_would_inherit_too_much_is_written_out() -> None:
    works = list(registry.get("biblatex").read(PARENTS).works)
    part = works[0]._replace(fields={"title": "Part"})
    text, reading = written([part, works[1]], "biblatex", Writing(crossref=True))
    assert "crossref" not in text
    assert reading.works[0].fields == {"title": "Part"}


def test_bibtex_has_years_and_its_own_types() -> None:
    works = [
        Work("a", "webpage", {"issued": Date(DatePoint(2001, 5))}),
        Work("b", "book", {"issued": Date(DatePoint(2001), approximate=True)}),
        Work("c", "book", {"title": "T"}, {"entrytype": "collection"}),
    ]
    how = Writing()
    text, reading = written(works, "bibtex", how)
    assert "year = {2001},\n  month = may" in text
    assert re.findall(r"@(\w+)", text) == ["misc", "book", "book"]
    assert reading.works == tuple(works)
    assert {(loss.key, loss.field, loss.level) for loss in how.losses} == {
        ("a", "type", "kept"),
        ("b", "issued", "kept"),
        ("c", "type", "kept"),
    }


def test_labelled_names_are_for_biblatex_alone() -> None:
    name = Name("Y", "x", dropping_particle="d'", suffix="III", non_dropping_particle="v")
    work = Work("a", "book", {"author": (name,)})
    for to, program, labels in (("biblatex", "latex", True), ("bibtex", "latex", False)):
        how = Writing(program)
        text, reading = written([work], to, how)
        assert ("family=" in text) == labels
        same = reading.works == (work,)
        assert same or [(loss.field, loss.level) for loss in how.losses] == [
            ("author", "approximated")
        ]


def test_corporate_names_stand_in_braces() -> None:
    work = Work("a", "book", {"author": (Name(literal="Health and Safety"), Name("Roe", "R."))})
    for program in STYLES:
        assert (
            "author = {{Health and Safety} and Roe, R.}"
            in written([work], "bibtex", Writing(program))[0]
        )


@pytest.mark.parametrize(
    ("title", "names", "every"),
    [
        ("On DNA in Berlin", "On {{}DNA} in {{}Berlin}", None),
        ("The Structure of Things", "The Structure of Things", "The {{}Structure} of {{}Things}"),
        ("The DNA Big Loss", "The {{}DNA} Big Loss", "The {{}DNA} {{}Big} {{}Loss}"),
        ("iPhone users", "{{}iPhone} users", None),
        ("McDonald’s and O’Neill", "{{}McDonald’s} and {{}O’Neill}", None),
        ('On <span class="nocase">DNA Tests</span> here', "On {DNA Tests} here", None),
        ("<i>E. coli</i> of us", "\\emph{E. coli} of us", "\\emph{{}{{}E. coli}} of us"),
        ("On <i>E. coli</i> by A. B. Roe", "On \\emph{{}{{}E. coli}} by {{}A. B. Roe}", None),
        ("all lower case", "all lower case", None),
    ],
)  # fmt: skip
def test_capitals(title: str, names: str, every: str | None) -> None:
    for capitals, tex in ((Capitals.NAMES, names), (Capitals.ALL, every or names)):
        assert title_to_latex(title, capitals) == tex
        assert to_unicode(tex, nocase=True) == title
    assert title_to_latex("DNA", Capitals.NONE) == "DNA"


def test_protected_capitals_stay_protected() -> None:
    """Two pairs of braces, as some programs write them, protect as one pair does."""
    text = "@book{a, title = {The {{Popular}} Music of {Brazil}}}"
    (work,) = bibtex.read(text).works
    span = '<span class="nocase">{}</span>'.format
    assert work.text("title") == f"The {span('Popular')} Music of {span('Brazil')}"
    again, reading = written([work], "bibtex")
    assert "title = {The {Popular} Music of {Brazil}}" in again
    assert reading.works == (work,)


def test_nouns_of_another_language_are_guarded() -> None:
    title = "Struktur und Dynamik Wissen"
    assert "{{" not in title_to_latex("Structure and Dynamics Knowledge", Capitals.NAMES, "en-GB")
    assert title_to_latex(title, Capitals.NAMES, "de") == "Struktur und {{}Dynamik} {{}Wissen}"


@given(st.text("aAbB {}<>'’-é.&_ \\$"), st.sampled_from(Capitals), st.sampled_from(["", "de"]))
def test_guarded_titles_come_back(text: str, capitals: Capitals, language: str) -> None:
    text = " ".join(text.split())
    assert to_unicode(title_to_latex(text, capitals, language), nocase=True) == text


@pytest.mark.parametrize(("to", "field"), [("bibtex", "annote"), ("biblatex", "annotation")])
def test_passages_go_where_no_style_prints_them(to: str, field: str) -> None:
    work = Work("a", "book", {"annote": "own", "note": "printed"})
    extracts = [
        Extract("Quoted & said.", locator="12"),
        Extract("My words", "note"),
        Extract("x", comment="y", document="text.txt"),
    ]
    text, reading = written([work], to, Writing(extracts={"a": extracts}))
    assert f"{field} = {{own" in text
    assert reading.works[0].text("note") == "printed"
    assert split_notes(reading.works[0].text("annote")) == [
        *("own", "“Quoted & said.” (12)", "My words", "“x” (text.txt)\n\ny"),
    ]


def test_groups_and_jabrefs_tree() -> None:
    works = [
        Work("a", "book", {"keyword": "k, l"}, {"groups": "One, Two/Three"}),
        Work("b", "book", {}, {"groups": "Two/Three"}),
    ]
    text, reading = written(works, "biblatex", Writing("jabref"))
    assert "@Comment{jabref-meta: databaseType:biblatex;}" in text
    assert text.count("1 StaticGroup:") == 2
    assert "1 StaticGroup:Two/Three\\;0\\;1\\;\\;\\;\\;;" in text
    assert reading.works == tuple(works)
    assert reading.problems == ()
    text, reading = written(works, "bibtex", Writing("mendeley"))
    assert "mendeley-groups = {One, Two/Three}" in text
    assert reading.works == tuple(works)


def test_the_writer_streams() -> None:
    def endless() -> object:
        number = 0
        while True:
            yield Work(f"k{number}", "book", {"title": "T"})
            number += 1

    pieces = bibtex.pieces(endless(), Writing())  # type: ignore[arg-type]
    assert [next(pieces).strip().split(",")[0] for _ in range(2)] == ["@book{k0", "@book{k1"]


PLAIN = [
    ("biblatex", "publisher = {{Simon and Schuster}}"),
    ("bibtex", "publisher = {{Simon and Schuster}}"),
    ("biblatex", "location = {Berlin}"),
    ("biblatex", "howpublished = {Leaflet}"),
    ("biblatex", r"title = {P \textless{} 0.05}"),
]


@pytest.mark.parametrize(("to", "field"), PLAIN)
def test_fields_that_programs_know(to: str, field: str) -> None:
    work = Work(
        "a",
        "book",
        {"title": "P < 0.05", "publisher": "Simon and Schuster", "publisher-place": "Berlin"},
        {"howpublished": "Leaflet"},
    )
    text, reading = written([work], to)
    assert field in text
    assert reading.works == (work,)


def test_a_manual_has_an_organization_in_bibtex() -> None:
    work = Work("a", "book", {"title": "T", "publisher": "Org"}, {"entrytype": "manual"})
    text, reading = written([work], "bibtex")
    assert "@manual{" in text
    assert "organization = {Org}" in text
    assert reading.works == (work,)


@pytest.mark.parametrize(
    ("program", "words", "field"),
    [
        ("", "forthcoming", "pubstate"),
        ("", "In press", "pubstate"),
        ("", "before the war", "year"),
        ("typst", "before the war", "csl-issued"),
    ],
)
def test_words_for_a_date(program: str, words: str, field: str) -> None:
    work = Work("a", "book", {"issued": Date(literal=words)})
    text, reading = written([work], "biblatex", Writing(program))
    assert f"{field} = {{{words}}}" in text
    assert reading.works == (work,)


def test_a_state_beside_words_for_a_date() -> None:
    work = Work("a", "book", {"issued": Date(literal="forthcoming"), "status": "submitted"})
    assert written([work], "biblatex")[1].works == (work,)


def test_lists_of_places_publishers_and_languages_are_biblatex_lists() -> None:
    fields = {"publisher-place": "New York; Oxford", "publisher": "Plon; Simon and Schuster"}
    work = Work("a", "book", {"title": "T", "language": "de; eng", **fields})
    text, reading = written([work], "biblatex")
    assert "location = {{New York} and {Oxford}}" in text
    assert "publisher = {{Plon} and {Simon and Schuster}}" in text
    assert "language = {german and eng}" in text
    assert reading.works == (work,)


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_no_field_name_begins_with_a_digit_or_holds_what_biber_refuses(to: str) -> None:
    names = ["001", "773", "9th", "it's", "größe", "a~b", "имя", "zotero:key", "%0"]
    work = Work("a", "book", {"title": "T"}, dict.fromkeys(names, "x"))
    text, reading = written([work], to)
    found = re.findall(r"^  (.+?) = ", text, re.M)
    assert len(found) == len(names) + 1
    assert all(re.fullmatch(r"[a-z!$&*+./:;<>?^_`|-][a-z0-9!$&*+./:;<>?^_`|-]*", f) for f in found)
    assert {"001", "773", "9th", "zotero:key"} <= reading.works[0].extra.keys()


def test_fields_that_begin_with_a_digit_are_read_from_older_files() -> None:
    (work,) = registry.get("biblatex").read("@book{a, title = {T}, 001 = {99}}").works
    assert work.extra == {"001": "99"}
