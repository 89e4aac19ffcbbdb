"""PubMed XML: articles, preprints, books and their sections."""

from __future__ import annotations

import pytest

from citekit.errors import SyntaxProblemError
from citekit.formats import pubmedxml
from citekit.formats.base import collect
from citekit.model import Date, DatePoint, Name, Work


def article(inside: str, citation: str = "", ids: str = "") -> Work:
    text = (
        f"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version='1'>123</PMID>"
        f"<Article>{inside}</Article>{citation}</MedlineCitation><PubmedData><ArticleIdList>{ids}"
        f"</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"
    )
    (work,) = collect(pubmedxml.items(text)).works
    return work


def test_article() -> None:
    work = article(
        """<Journal><ISSN IssnType="Print">0378-5955</ISSN><JournalIssue><Volume>3</Volume>
        <Issue>2</Issue><PubDate><Year>2001</Year><Month>Feb</Month></PubDate></JournalIssue>
        <Title>Science (New York, N.Y.)</Title><ISOAbbreviation>Science</ISOAbbreviation></Journal>
        <ArticleTitle>On <i>E. coli</i> and CO<sub>2</sub>.</ArticleTitle>
        <Pagination><MedlinePgn>132-42</MedlinePgn></Pagination>
        <ELocationID EIdType="pii">S1</ELocationID>
        <Abstract><AbstractText Label="AIM">To see.</AbstractText>
        <AbstractText Label="RESULTS">We <b>saw</b>.</AbstractText></Abstract>
        <AuthorList><Author><LastName>Doe</LastName><ForeName>Jane A</ForeName>
        <Initials>JA</Initials><Suffix>Jr</Suffix></Author>
        <Author><CollectiveName>The Group</CollectiveName></Author>
        </AuthorList><AuthorList Type="editors"><Author><LastName>Ed</LastName></Author>
        </AuthorList>
        <Language>eng</Language><VernacularTitle>Sur E. coli</VernacularTitle>""",
        """<MeshHeadingList><MeshHeading><DescriptorName>Mice, Inbred</DescriptorName>
        <QualifierName>x</QualifierName></MeshHeading></MeshHeadingList>
        <KeywordList><Keyword>gas</Keyword></KeywordList>""",
        """<ArticleId IdType="doi">10.1/X</ArticleId><ArticleId IdType="pmc">PMC9</ArticleId>""",
    )
    assert work == Work(
        "",
        "article-journal",
        {
            "title": "On <i>E. coli</i> and CO<sub>2</sub>",
            "original-title": "Sur E. coli",
            "author": (Name("Doe", "Jane A", suffix="Jr"), Name(literal="The Group")),
            "editor": (Name("Ed"),),
            "container-title": "Science",
            "container-title-short": "Science",
            "publisher-place": "New York, N.Y.",
            "ISSN": "0378-5955",
            "volume": "3",
            "issue": "2",
            "page": "132-142",
            "issued": Date(DatePoint(2001, 2)),
            "abstract": "AIM: To see.\nRESULTS: We <b>saw</b>.",
            "language": "eng",
            "PMID": "123",
            "PMCID": "PMC9",
            "DOI": "10.1/X",
            "keyword": "Mice, Inbred; gas",
        },
    )


def test_preprint() -> None:
    work = article(
        """<Journal><JournalIssue><PubDate><Year>2023</Year></PubDate></JournalIssue>
        <Title>bioRxiv</Title></Journal><ArticleTitle>T.</ArticleTitle>
        <ELocationID EIdType="pii">2023.1</ELocationID>
        <ELocationID EIdType="doi" ValidYN="Y">10.1101/1</ELocationID>
        <PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>"""
    )
    assert work.type == "article"
    assert (work.text("publisher"), work.text("number")) == ("bioRxiv", "2023.1")
    assert work.text("DOI") == "10.1101/1"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("<Year>1998</Year><Season>Winter</Season>", Date(DatePoint(1998, season=4))),
        ("<Year>1998</Year><Month>3</Month><Day>09</Day>", Date(DatePoint(1998, 3, 9))),
        ("<Year>1998</Year><Month>Foo</Month>", Date(DatePoint(1998))),
        (
            "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>",
            Date(DatePoint(1998, 12), DatePoint(1999, 1), range=True),
        ),
        (
            "<MedlineDate>2000 Nov-Dec</MedlineDate>",
            Date(DatePoint(2000, 11), DatePoint(2000, 12), range=True),
        ),
        ("<MedlineDate>1998 or so</MedlineDate>", Date(DatePoint(1998))),
    ],
)
def test_dates(written: str, date: Date) -> None:
    work = article(f"<Journal><JournalIssue><PubDate>{written}</PubDate></JournalIssue></Journal>")
    assert work.date("issued") == date


@pytest.mark.parametrize(
    ("pages", "whole"),
    [
        ("S12-9", "S12-S19"),
        ("1-3, 105-7", "1-3, 105-107"),
        ("e12", "e12"),
        ("99-101", "99-101"),
        ("suppl 1-2", "suppl 1-2"),
    ],
)
def test_pages(pages: str, whole: str) -> None:
    work = article(f"<Pagination><MedlinePgn>{pages}</MedlinePgn></Pagination>")
    assert work.text("page") == whole


BOOK = """<PubmedBookArticle><BookDocument><PMID>9</PMID><ArticleIdList>
<ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList><Book><Publisher>
<PublisherName>P</PublisherName><PublisherLocation>Oxford</PublisherLocation></Publisher>
<BookTitle>The Book</BookTitle><PubDate><Year>2001</Year></PubDate>
<AuthorList Type="{}"><Author><LastName>Doe</LastName></Author></AuthorList>
<Isbn>1</Isbn></Book>{}</BookDocument></PubmedBookArticle>"""


def test_books_and_their_sections() -> None:
    chapter = "<ArticleTitle>Part.</ArticleTitle><AuthorList><Author><LastName>Roe</LastName>"
    text = BOOK.format("authors", "") + BOOK.format("editors", f"{chapter}</Author></AuthorList>")
    book, section = collect(pubmedxml.items(f"<a>{text}</a>")).works
    assert (book.type, book.text("title")) == ("book", "The Book")
    assert book.names("author") == (Name("Doe"),)
    assert book.text("URL") == "http://www.ncbi.nlm.nih.gov/books/NBK1/"
    assert (section.type, section.text("title")) == ("chapter", "Part")
    assert section.text("container-title") == "The Book"
    assert section.names("author") == (Name("Roe"),)
    assert section.names("editor") == (Name("Doe"),)


def test_problems() -> None:
    reading = collect(pubmedxml.items("<a><PubmedArticle/>\n<PubmedArticle><b></a>", "x.xml"))
    assert reading.works == ()
    assert [(one.code, one.where.file) for one in reading.problems] == [
        ("empty-record", "x.xml"),
        ("empty-record", "x.xml"),
        ("broken-xml", "x.xml"),
    ]
    with pytest.raises(SyntaxProblemError):
        collect(pubmedxml.items(""))


def test_wrong_names_are_left_out_and_a_cut_list_is_open() -> None:
    work = article(
        "<ArticleTitle>A</ArticleTitle><AuthorList CompleteYN='N'><Author ValidYN='N'>"
        "<LastName>Deo</LastName></Author><Author ValidYN='Y'><LastName>Doe</LastName></Author>"
        "</AuthorList><PublicationTypeList><PublicationType>Retracted Publication"
        "</PublicationType></PublicationTypeList>",
        "<OtherAbstract Type='Publisher'><AbstractText>Words</AbstractText></OtherAbstract>",
    )
    assert work.names("author") == (Name("Doe"), Name(literal="others"))
    assert (work.text("status"), work.text("abstract")) == ("retracted", "Words")


def test_number_of_a_chapter() -> None:
    (work,) = collect(
        pubmedxml.items(
            "<PubmedBookArticle><BookDocument><Book><BookTitle>B</BookTitle><ReportNumber>12"
            "</ReportNumber><ELocationID EIdType='doi'>10.1000/1</ELocationID></Book>"
            "<LocationLabel Type='chapter'>Chapter 4.</LocationLabel>"
            "<ArticleTitle>C.</ArticleTitle></BookDocument></PubmedBookArticle>"
        )
    ).works
    assert (work.type, work.text("title"), work.text("chapter-number")) == ("chapter", "C", "4")
    assert (work.text("number"), work.text("DOI")) == ("12", "10.1000/1")
