"""Word's sources: what Word writes is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

from citekit.errors import SyntaxProblemError
from citekit.formats import wordxml
from citekit.formats.base import Writing, collect
from citekit.formats.wordmap import CSL_TYPES, DATES, ROLES, ROWS, WORD_TYPES
from citekit.formats.wordxml import NAMESPACE, ROOM
from citekit.model import Date, DatePoint, Name, Work
from citekit.names import OTHERS
from citekit.vocabulary import TYPES
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

#: In the form of the standard's example (ISO/IEC 29500-1, 22.6.2.59).
SOURCES = f"""\ufeff<?xml version="1.0"?>
<b:Sources SelectedStyle="\\APA.XSL" xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}">
<b:Source><b:Tag>Doe01</b:Tag><b:SourceType>BookSection</b:SourceType>
<b:Guid>{{B0E8E8C6-0F5D-4C0A-9C3A-0A5D0C8E7D11}}</b:Guid><b:LCID>1031</b:LCID>
<b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First>
<b:Middle>A.</b:Middle></b:Person></b:NameList></b:Author>
<b:BookAuthor><b:NameList><b:Person><b:Last>Roe</b:Last></b:Person></b:NameList></b:BookAuthor>
</b:Author><b:Title>Part &amp; Whole</b:Title><b:BookTitle>Book</b:BookTitle>
<b:Year>2001</b:Year><b:Month>Mai</b:Month><b:Day>3</b:Day><b:City>Oxford</b:City>
<b:CountryRegion>UK</b:CountryRegion><b:Publisher>Press</b:Publisher>
<b:StandardNumber>978-0-306-40615-7</b:StandardNumber><b:Comments>mine</b:Comments>
<b:YearAccessed>2020</b:YearAccessed><b:AbbreviatedCaseNumber>x</b:AbbreviatedCaseNumber>
<b:RefOrder>1</b:RefOrder></b:Source>
<b:Source><b:Tag>Org</b:Tag><b:SourceType>Report</b:SourceType><b:ThesisType>PhD</b:ThesisType>
<b:Author><b:Author><b:Corporate>The Organization</b:Corporate></b:Author></b:Author>
<b:Institution>Univ.</b:Institution></b:Source>
<b:Source/>
</b:Sources>"""


def test_sources_of_word() -> None:
    reading = collect(wordxml.items(SOURCES, "x.xml"))
    assert [problem.code for problem in reading.problems] == ["empty-record"]
    chapter, thesis = reading.works
    assert chapter == Work(
        "Doe01",
        "chapter",
        {
            "language": "de-DE",
            "author": (Name("Doe", "Jane A."),),
            "container-author": (Name("Roe"),),
            "title": "Part & Whole",
            "container-title": "Book",
            "issued": Date(DatePoint(2001, 5, 3)),
            "accessed": Date(DatePoint(2020)),
            "publisher-place": "Oxford, UK",
            "publisher": "Press",
            "ISBN": "978-0-306-40615-7",
            "note": "mine",
        },
        {"AbbreviatedCaseNumber": "x"},
    )
    assert thesis.type == "thesis"
    assert thesis.text("publisher") == "Univ."
    assert thesis.names("author") == (Name(literal="The Organization"),)


@settings(deadline=None, max_examples=150)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    check_round_trip("wordxml", works)


@settings(deadline=None, max_examples=50)
@given(catalogues)
def test_texts_have_at_most_255_characters_and_no_element_is_unknown(works: list[Work]) -> None:
    known = {row.element for row in ROWS} | {*ROLES}
    known |= {element for elements in DATES.values() for element in elements}
    known |= {*"Sources Source Tag SourceType Guid LCID Comments StandardNumber".split()}
    known |= {*"RefOrder NameList Person Corporate First Last".split()}
    root = etree.fromstring("".join(wordxml.pieces(works, Writing())).encode())
    for element in root.iter():
        assert etree.QName(element).namespace == NAMESPACE
        assert etree.QName(element).localname in known
        assert len((element.text or "").strip()) <= ROOM


def test_types() -> None:
    assert {*WORD_TYPES} <= TYPES
    assert {*CSL_TYPES.values()} <= TYPES
    for csl, word in WORD_TYPES.items():
        assert WORD_TYPES[CSL_TYPES[word]] == word, csl


def test_what_word_cannot_say_is_in_the_comments() -> None:
    work = Work(
        "k",
        "article-newspaper",
        {
            "title": "The <i>Iliad</i>",
            "author": (Name("Doe", "J."), OTHERS),
            "issued": Date(DatePoint(1999), DatePoint(2001), range=True, approximate=True),
            "reviewed-title": "R",
            "abstract": "a" * 300,
            "note": "mine",
        },
    )
    how = check_round_trip("wordxml", [work])
    assert {(loss.field, loss.level) for loss in how.losses} == {
        ("type", "kept"),
        ("title", "kept"),
        ("author", "kept"),
        ("reviewed-title", "kept"),
        ("abstract", "dropped"),
    }
    text = "".join(wordxml.pieces([work], Writing()))
    assert "<b:Title>The Iliad</b:Title>" in text
    assert "<b:Year>c. 1999–2001</b:Year>" in text
    assert "others" not in text.partition("<b:Comments>")[0]


def test_a_title_changed_in_word_counts() -> None:
    text = "".join(wordxml.pieces([Work("k", "book", {"title": "<i>A</i> b"})], Writing()))
    (work,) = collect(wordxml.items(text.replace("<b:Title>A b", "<b:Title>A c"))).works
    assert work.text("title") == "A c"


def test_what_is_no_xml_is_refused() -> None:
    with pytest.raises(SyntaxProblemError):
        collect(wordxml.items("nothing"))
