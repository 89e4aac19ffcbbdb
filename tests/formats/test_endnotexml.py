"""EndNote XML: what EndNote exports is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import endnotexml
from citekit.formats.base import Extract, Writing, collect
from citekit.formats.endnotemap import BY_CSL, CLOSEST, NAMES, TEXTS, TYPES
from citekit.model import Date, DatePoint, Name, Work
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
)
from citekit.vocabulary import TYPES as CSL_TYPES
from tests.formats.works import catalogues


def library(*records: str) -> str:
    """Records as EndNote exports them."""
    inside = "".join(f"<record>{record}</record>" for record in records)
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{inside}</records></xml>'


def styled(text: str, face: str = "normal") -> str:
    return f'<style face="{face}" font="default" size="100%">{text}</style>'


def one(record: str) -> Work:
    (work,) = collect(endnotexml.items(library(record))).works
    return work


def write(works: list[Work], how: Writing | None = None) -> str:
    return "".join(endnotexml.pieces(works, how or Writing()))


ARTICLE = f"""
<database name="My.enl" path="My.enl">My.enl</database>
<source-app name="EndNote" version="20.1">EndNote</source-app><rec-number>7</rec-number>
<foreign-keys><key app="EN" db-id="x">7</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{styled("van der Waals, J. D.")}</author>
<author>{styled("Doe, Jane, Jr.")}</author><author>{styled("World Health Organization,")}</author>
</authors></contributors>
<titles><title>{styled("On ")}{styled("H. sapiens", "italic")}{styled(" and CO")}
{styled("2", "subscript")}</title><secondary-title>{styled("Nature")}</secondary-title></titles>
<periodical><full-title>Nature</full-title><abbr-1>Nat.</abbr-1></periodical>
<pages>{styled("12-34")}</pages><volume>{styled("3")}</volume><number>{styled("4")}</number>
<keywords><keyword>{styled("one")}</keyword><keyword>{styled("two")}</keyword></keywords>
<dates><year>{styled("2001")}</year><pub-dates><date>{styled("May 3")}</date></pub-dates></dates>
<isbn>{styled("0378-5955")}</isbn>
<electronic-resource-num>https://doi.org/10.1000/ABC</electronic-resource-num>
<abstract>{styled("First.&#xD;Second.")}</abstract><notes>{styled("a note")}</notes>
<research-notes>my own</research-notes><label>{styled("waals2001")}</label>
<urls><related-urls><url>{styled("http://x.y/1")}</url><url>http://x.y/2</url></related-urls>
<pdf-urls><url>internal-pdf://0/a.pdf</url></pdf-urls></urls>
<access-date>2020-02-29</access-date><custom7>e12</custom7>
"""


def test_article() -> None:
    work = one(ARTICLE)
    assert (work.id, work.type) == ("waals2001", "article-journal")
    assert dict(work.fields) == {
        "author": (
            Name("Waals", "J. D.", non_dropping_particle="van der"),
            Name("Doe", "Jane", suffix="Jr."),
            Name(literal="World Health Organization"),
        ),
        "title": "On <i>H. sapiens</i> and CO<sub>2</sub>",
        "container-title": "Nature",
        "container-title-short": "Nat.",
        "page": "12-34",
        "volume": "3",
        "issue": "4",
        "number": "e12",
        "keyword": "one, two",
        "issued": Date(DatePoint(2001, 5, 3)),
        "ISSN": "0378-5955",
        "DOI": "10.1000/abc",
        "abstract": "First.\nSecond.",
        "note": "a note",
        "annote": "my own",
        "URL": "http://x.y/1",
        "accessed": Date(DatePoint(2020, 2, 29)),
    }
    assert work.extra == {
        "url": "http://x.y/2",
        "file": "internal-pdf://0/a.pdf",
    }


@pytest.mark.parametrize(
    ("told", "csl"),
    [
        ('<ref-type name="Book">1</ref-type>', "book"),
        ("<ref-type>27</ref-type>", "report"),
        ('<ref-type name="Electronic Article">43</ref-type>', "article-journal"),
        ('<ref-type name="Unused 7">99999999999999</ref-type>', "document"),
        ("", "document"),
    ],
)
def test_types(told: str, csl: str) -> None:
    assert one(f"{told}<titles><title>T</title></titles>").type == csl


@pytest.mark.parametrize(
    ("number", "element", "variable"),
    [
        (6, "secondary-authors", "collection-editor"),
        (6, "tertiary-authors", "editor"),
        (5, "secondary-authors", "editor"),
        (28, "authors", "editor"),
        (21, "authors", "director"),
        (26, "secondary-authors", "recipient"),
    ],
)
def test_contributors_mean_what_the_type_calls_them(
    number: int, element: str, variable: str
) -> None:
    authors = f"<contributors><{element}><author>Doe, J.</author></{element}></contributors>"
    work = one(f"<ref-type>{number}</ref-type>{authors}")
    assert work.fields == {variable: (Name("Doe", "J."),)}


@pytest.mark.parametrize(
    ("number", "element", "variable"),
    [
        (6, "secondary-title", "collection-title"),
        (6, "number", "collection-number"),
        (17, "secondary-title", "container-title"),
        (25, "isbn", "number"),
        (27, "isbn", "number"),
        (10, "secondary-title", "event-title"),
        (10, "custom3", "container-title"),
    ],
)
def test_fields_mean_what_the_type_calls_them(number: int, element: str, variable: str) -> None:
    work = one(f"<ref-type>{number}</ref-type><{element}>X</{element}>")
    assert work.fields == {variable: "X"}


def test_tables_name_variables_of_csl() -> None:
    assert {row.csl for row in TYPES} <= CSL_TYPES
    assert BY_CSL.keys() | CLOSEST.keys() == CSL_TYPES
    known = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES | {""}
    assert {*NAMES.values(), *TEXTS.values()} <= known
    assert {variable for row in TYPES for variable in row.own.values()} <= known


def test_output() -> None:
    work = Work(
        "k",
        "article-journal",
        {
            "author": (Name("Doe", "Jane"), Name(literal="A & B")),
            "title": "On <i>x</i>",
            "container-title": "J",
            "issued": Date(DatePoint(2001, 5)),
            "keyword": "a, b",
            "director": (Name("Roe"),),
        },
    )
    how = Writing()
    text = write([work], how)
    assert '<ref-type name="Journal Article">17</ref-type>' in text
    assert "<author>Doe, Jane</author><author>A &amp; B,</author>" in text
    assert (
        '<title><style face="normal" font="default" size="100%">On </style>'
        '<style face="italic" font="default" size="100%">x</style></title>' in text
    )
    assert "<keywords><keyword>a</keyword><keyword>b</keyword></keywords>" in text
    assert "<year>2001</year><pub-dates><date>May</date></pub-dates>" in text
    assert [(loss.field, loss.level) for loss in how.losses] == [("director", "kept")]
    assert collect(endnotexml.items(text)).works == (work,)


def test_what_another_program_changed_counts() -> None:
    work = Work("k", "book", {"title": 'On <span class="nocase">DNA</span>', "volume": "1"})
    text = write([work])
    assert collect(endnotexml.items(text)).works == (work,)
    changed = text.replace(">On ", ">About ")
    assert collect(endnotexml.items(changed)).works[0].text("title") == "About DNA"


def test_extracts_are_research_notes() -> None:
    work = Work("k", "book", {"title": "T", "annote": "mine"})
    extract = Extract("some words", locator="12", comment="why")
    how = Writing(extracts={"k": [extract]})
    text = write([work], how)
    assert "“some words” (12)&#13;why" in text
    reading = collect(endnotexml.items(text))
    assert reading.works == (work,)
    assert reading.extracts == ((0, extract),)
    assert how.losses == []


@pytest.mark.parametrize(
    "source",
    [
        "",
        "hello",
        "<html/>",
        b"\xff\xfe<",
    ],
)
def test_no_library(source: str | bytes) -> None:
    with pytest.raises(SyntaxProblemError):
        collect(endnotexml.items(source, "x.xml"))


def test_empty_library() -> None:
    assert collect(endnotexml.items("<xml><records></records></xml>")).works == ()
    assert collect(endnotexml.items(write([]))).works == ()


def test_broken_end_keeps_what_came_before() -> None:
    reading = collect(endnotexml.items(library(ARTICLE) + "<x", "x.xml"))
    assert len(reading.works) == 1
    assert [problem.code for problem in reading.problems] == ["broken-xml"]


@settings(deadline=None, max_examples=100)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    how = Writing()
    reading = collect(endnotexml.items(write(works, how)))
    assert reading.works == tuple(works)
    assert reading.problems == ()
    assert {loss.level for loss in how.losses} <= {"kept"}


@settings(deadline=None, max_examples=100)
@given(st.text(), st.sampled_from(["year", "title", "label", "misc3", "isbn", "pages"]))
def test_any_text_is_read(text: str, element: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    record = f"<{element}>citekit:{escaped}</{element}><dates><year>{escaped}</year></dates>"
    reading = collect(endnotexml.items(library(record)))
    again = collect(endnotexml.items(write(list(reading.works))))
    assert again.works == reading.works


def test_elements_nobody_knows_are_extra() -> None:
    work = one("<ref-type>6</ref-type><caption>c</caption><odd>x</odd><rec-number>1</rec-number>")
    assert work.extra == {"caption": "c", "odd": "x"}


def test_fields_without_a_place_in_the_type_are_extra() -> None:
    authors = "<tertiary-authors><author>Doe, J.</author></tertiary-authors>"
    work = one(f"<ref-type>28</ref-type><contributors>{authors}</contributors><label>a b</label>")
    assert work.extra == {"tertiary-authors": "Doe, J.", "label": "a b"}
    assert collect(endnotexml.items(write([work]))).works == (work,)


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<year>2001</year><pub-dates><date>3 May 1999</date></pub-dates>", Date(DatePoint(2001))),
        ("<pub-dates><date>3 May 1999</date></pub-dates>", Date(DatePoint(1999, 5, 3))),
        ("<pub-dates><date>May</date></pub-dates>", Date(literal="May")),
        ("<year>in press</year>", Date(literal="in press")),
        ("<year>2001</year><pub-dates><date>Spring</date></pub-dates>",
         Date(DatePoint(2001, season=1))),
    ],
)  # fmt: skip
def test_dates(dates: str, date: Date) -> None:
    assert one(f"<dates>{dates}</dates>").date("issued") == date


def test_what_pubmed_leaves_in_a_library() -> None:
    work = one(
        '<ref-type name="Journal Article">17</ref-type><keywords>'
        "<keyword>Mice, Inbred C57BL</keyword><keyword>*Rats</keyword></keywords>"
        "<isbn>1552-4469 (Electronic)&#xD;1552-4450 (Linking)</isbn>"
        "<custom2>PMC4495770</custom2><custom7>e12</custom7>"
    )
    assert work.text("keyword") == "Mice, Inbred C57BL; *Rats"
    assert work.text("ISSN") == "1552-4469, 1552-4450"
    assert (work.text("PMCID"), work.text("number")) == ("PMC4495770", "e12")


def test_elements_in_the_wrong_place_are_kept_as_what_they_are() -> None:
    text = (
        "<xml><records><record><contributors><title><author>Roe, R.</author></title></contributors>"
        "<secondary-authors>Doe, J.</secondary-authors><ref-type name='Report'>27</ref-type>"
        "</record></records></xml>"
    )
    (work,) = collect(endnotexml.items(text)).works
    assert work.fields == {}
    assert work.extra == {"title": "Roe, R.", "secondary-authors": "Doe, J."}


def told(kind: str, inside: str) -> Work:
    return one(f'<ref-type name="{kind}">1</ref-type>{inside}')


def test_access_of_a_web_page_is_in_volume_and_number() -> None:
    work = told("Web Page", "<volume>2012</volume><number>5 May</number>")
    assert work.date("accessed") == Date(DatePoint(2012, 5, 5))
    assert not {"volume", "issue"} & work.fields.keys()
    work = told("Web Page", "<volume>7</volume><number>3</number>")
    assert (work.text("volume"), work.text("issue")) == ("7", "3")


def test_degree_and_pages_of_a_thesis() -> None:
    work = told("Thesis", "<volume>PhD</volume><pages>200</pages>")
    assert (work.text("genre"), work.text("number-of-pages")) == ("PhD", "200")
    work = told("Thesis", "<volume>PhD</volume><work-type>Doctoral</work-type>")
    assert (work.text("genre"), work.extra["volume"]) == ("Doctoral", "PhD")
