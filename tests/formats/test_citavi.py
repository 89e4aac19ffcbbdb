"""Citavi XML: references, what ties them together, and knowledge items."""

from __future__ import annotations

import pytest

from citekit.errors import SyntaxProblemError
from citekit.formats import citavi
from citekit.formats.base import Extract, collect
from citekit.model import Date, DatePoint, Name, Work

PROJECT = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<CitaviExchangeData Version="6.0.0.0">
  <Categories><Category id="c1"><Name>Theory</Name></Category>
    <Category id="c2"><Name>Power</Name></Category></Categories>
  <Groups><Group id="g1"><Name>todo</Name></Group></Groups>
  <Keywords><Keyword id="k1"><Name>war</Name></Keyword>
    <Keyword id="k2"><Name>states, small</Name></Keyword></Keywords>
  <Persons>
    <Person id="p1"><FirstName>Ada</FirstName><MiddleName>B.</MiddleName><LastName>Berg</LastName>
      <Prefix>van den</Prefix></Person>
    <Person id="p2"><LastName>United Nations</LastName></Person>
    <Person id="p3"><FirstName>Eva</FirstName><LastName>Ed</LastName></Person>
  </Persons>
  <Periodicals><Periodical id="j1"><Name>Journal of Things</Name>
    <StandardAbbreviation>J. Th.</StandardAbbreviation><ISSN>0378-5955</ISSN></Periodical>
  </Periodicals>
  <Publishers><Publisher id="u1"><Name>Press</Name></Publisher></Publishers>
  <SeriesTitles><SeriesTitle id="s1"><Name>Studies</Name></SeriesTitle></SeriesTitles>
  <References>
    <Reference id="r1"><ReferenceType>JournalArticle</ReferenceType>
      <CitationKey>Berg 01</CitationKey>
      <BibTeXKey>berg2001</BibTeXKey><Title>Main</Title><Subtitle>Sub</Subtitle><Year>2001</Year>
      <Volume>3</Volume><Number>2</Number><PeriodicalID>j1</PeriodicalID><Doi>10.1/X</Doi>
      <PageRange>&lt;sp&gt;&lt;n&gt;5&lt;/n&gt;&lt;os&gt;5&lt;/os&gt;&lt;/sp&gt;&lt;os&gt;5-9&lt;/os&gt;</PageRange>
      <CreatedBy>x</CreatedBy><CustomField1>mine</CustomField1><Notes>read it</Notes></Reference>
    <Reference id="r2"><ReferenceType>ConferenceProceedings</ReferenceType><Title>Proc</Title>
      <PlaceOfPublication>Oxford</PlaceOfPublication><SeriesTitleID>s1</SeriesTitleID>
      <Number>7</Number><ISBN>978</ISBN><Year>1999</Year></Reference>
    <Reference id="r3"><ReferenceType>Contribution</ReferenceType><Title>Paper</Title></Reference>
  </References>
  <KnowledgeItems>
    <KnowledgeItem id="i1"><ReferenceID>r1</ReferenceID><CoreStatement>Core</CoreStatement>
      <Text>words of hers</Text><QuotationType>1</QuotationType>
      <PageRange>&lt;os&gt;6&lt;/os&gt;</PageRange></KnowledgeItem>
    <KnowledgeItem id="i2"><ReferenceID>r1</ReferenceID><Text>in other words</Text>
      <QuotationType>2</QuotationType><PageRangeNumber>8</PageRangeNumber></KnowledgeItem>
    <KnowledgeItem id="i3"><ReferenceID>r1</ReferenceID><CoreStatement>only this</CoreStatement>
      <QuotationType>1</QuotationType></KnowledgeItem>
    <KnowledgeItem id="i4"><Text>a thought</Text><QuotationType>4</QuotationType></KnowledgeItem>
  </KnowledgeItems>
  <Locations><Location id="l1"><ReferenceID>r1</ReferenceID>
    <Address>{"UriString": "C:\\\\a.pdf"}</Address><CallNumber>QA 1</CallNumber></Location>
  </Locations>
  <ReferenceAuthors><OnetoN>r1;p1;p2</OnetoN><OnetoN>r3;p1</OnetoN></ReferenceAuthors>
  <ReferenceEditors><OnetoN>r2;p3</OnetoN></ReferenceEditors>
  <ReferenceKeywords><OnetoN>r1;k1;k2</OnetoN></ReferenceKeywords>
  <ReferencePublishers><OnetoN>r2;u1</OnetoN></ReferencePublishers>
  <ReferenceCategories><OnetoN>r1;c2</OnetoN></ReferenceCategories>
  <ReferenceGroups><OnetoN>r1;g1</OnetoN></ReferenceGroups>
  <ReferenceReferences><OnetoN>r2;r3</OnetoN></ReferenceReferences>
  <CategoryCategories><OnetoN>0;c1</OnetoN><OnetoN>c1;c2</OnetoN></CategoryCategories>
</CitaviExchangeData>
"""


def test_references() -> None:
    article, proceedings, paper = collect(citavi.items(PROJECT)).works
    assert article == Work(
        "berg2001",
        "article-journal",
        {
            "title": "Main: Sub",
            "author": (
                Name("Berg", "Ada B.", non_dropping_particle="van den"),
                Name(literal="United Nations"),
            ),
            "issued": Date(DatePoint(2001)),
            "volume": "3",
            "issue": "2",
            "page": "5-9",
            "DOI": "10.1/X",
            "ISSN": "0378-5955",
            "container-title": "Journal of Things",
            "container-title-short": "J. Th.",
            "keyword": "war; states, small",
            "annote": "read it",
            "call-number": "QA 1",
        },
        {"CustomField1": "mine", "groups": "Theory/Power, todo", "file": "C:\\a.pdf"},
    )
    assert proceedings.type == "book"
    assert proceedings.text("collection-number") == "7"
    assert (paper.type, paper.text("container-title")) == ("paper-conference", "Proc")
    assert paper.names("editor") == (Name("Ed", "Eva"),)
    assert paper.text("publisher-place") == "Oxford"
    assert paper.date("issued") == Date(DatePoint(1999))


def test_knowledge_items_are_extracts_of_their_reference() -> None:
    reading = collect(citavi.items(PROJECT))
    assert reading.extracts == (
        (0, Extract("words of hers", "quotation", "6", comment="Core")),
        (0, Extract("in other words", "paraphrase", "8")),
        (0, Extract("only this", "note")),
    )
    assert [problem.code for problem in reading.problems] == ["unattached"]
    assert "a thought" in reading.problems[0].message


def test_broken_and_empty_projects() -> None:
    reading = collect(citavi.items("<CitaviExchangeData><References><Reference id='a'><Title>T"))
    assert [work.text("title") for work in reading.works] == ["T"]
    assert [problem.code for problem in reading.problems] == ["broken-xml"]
    assert collect(citavi.items("<CitaviExchangeData/>")).works == ()
    with pytest.raises(SyntaxProblemError):
        collect(citavi.items("no XML"))


def test_a_circle_of_categories_and_parents_ends() -> None:
    text = PROJECT.replace("<OnetoN>0;c1</OnetoN>", "<OnetoN>c2;c1</OnetoN>")
    text = text.replace("<OnetoN>r2;r3</OnetoN>", "<OnetoN>r2;r3</OnetoN><OnetoN>r3;r2;r3</OnetoN>")
    assert len(collect(citavi.items(text)).works) == 3
