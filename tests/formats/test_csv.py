"""CSV: headings, dialects, formulas, round trips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import registry
from citekit.formats.base import Loss, Writing
from citekit.formats.csv import _cell, _defused, _fused
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

CSV = registry.get("csv")

ZOTERO = (
    '\ufeff"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","Url",'
    '"Date","Access Date","Pages","Type","Extra","Notes","Manual Tags","Journal Abbreviation",'
    '"Series Editor"\r\n'
    '"ABCD2345","journalArticle","2001","van der Berg, Jan; World Health Organization",'
    '"A ""quoted"", title","Journal of X","1234-5679","https://example.org/?a=b;c","2001-05-03",'
    '"2020-01-02","1-10","","a: b","n","one; two","J. X","Roe, Jane"\r\n'
    '"EFGH2345","thesis","1999","Doe, J.","T","","","","","","","PhD thesis","","","","",""\r\n'
)


def test_zoteros_export_is_read() -> None:
    article, thesis = CSV.read(ZOTERO).works
    assert (article.id, article.type) == ("ABCD2345", "article-journal")
    assert article.names("author") == (
        Name("Berg", "Jan", non_dropping_particle="van der"),
        Name(literal="World Health Organization"),
    )
    assert article.date("issued") == Date(DatePoint(2001, 5, 3))
    names = "title container-title URL page note annote keyword container-title-short".split()
    assert [article.text(name) for name in names] == [
        *('A "quoted", title', "Journal of X", "https://example.org/?a=b;c", "1-10", "a: b", "n"),
        *("one, two", "J. X"),
    ]
    assert article.names("collection-editor") == (Name("Roe", "Jane"),)
    assert (thesis.type, thesis.text("genre")) == ("thesis", "PhD thesis")
    assert thesis.date("issued") == Date(DatePoint(1999))
    assert article.extra == thesis.extra == {}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_delimiter_is_found_in_the_first_row(delimiter: str, end: str) -> None:
    rows = [["Title", '"Year, of; it|a\tb"', "Year"], ["T", "x", "1999"]]
    text = end.join(delimiter.join(row) for row in rows)
    (work,) = CSV.read(text).works
    assert work.text("title") == "T"
    assert work.date("issued") == Date(DatePoint(1999))
    assert work.extra == {"Year, of; it|a\tb": "x"}


def test_the_line_of_excel_is_obeyed() -> None:
    assert CSV.read("sep=;\r\nTitle;Year\r\na,b;1\r\n").works[0].text("title") == "a,b"


def test_short_and_long_rows() -> None:
    reading = CSV.read("type,title\n\nbook\nbook,T,x\ncomic,U\n", "t.csv")
    assert [work.type for work in reading.works] == ["book", "book", "document"]
    assert reading.works[1].extra == {"column 3": "x"}
    assert [(p.code, p.where.line) for p in reading.problems] == [
        ("cell-without-heading", 4),
        ("unknown-type", 5),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", "<html>\n"])
def test_tables_without_known_headings_are_refused(text: str) -> None:
    with pytest.raises(SyntaxProblemError, match="heading"):
        CSV.read(text)


def test_rows_are_written_with_the_columns_that_are_used() -> None:
    works = [
        Work("a", "book", {"title": "=1+1", "author": (Name("A", "B"), Name(literal="C D"))}),
        Work("b", "chapter", {"page": "-3", "note": "x\ny"}, {"zz": "@z"}),
    ]
    assert CSV.write(works) == (
        "id,type,author,title,page,note,extra:zz\r\n"
        'a,book,"A, B; C D",\'=1+1,,,\r\n'
        "b,chapter,,,'-3,\"x\ny\",'@z\r\n"
    )


def test_what_a_cell_cannot_hold_is_kept_in_the_last_column() -> None:
    work = Work("a", "book", {"author": (Name(literal="Smith, Jones; Co"),), "title": "T"})
    how = Writing()
    text = CSV.write([work], how)
    assert text.splitlines()[0] == "id,type,author,title,csl"
    assert how.losses == [Loss("a", "author", "kept", "the column csl has all of it")]
    assert CSV.read(text).works == (work,)
    changed = CSV.read(text.replace("Smith, Jones; Co", "Roe, Jane", 1)).works[0]
    assert changed.names("author") == (Name("Roe", "Jane"),)
    assert [p.code for p in CSV.read(text.replace("{", "(")).problems] == ["not-csl"]


@given(st.text("'=+-@\t\ra", max_size=6))
def test_formulas_are_defused_and_come_back(text: str) -> None:
    assert not _defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert _fused(_defused(text)) == text


@given(st.text("\"',;=\n\r\ta", max_size=40))
@settings(max_examples=150)
def test_any_table_is_read(text: str) -> None:
    reading = CSV.read("title,author,date,csl\n" + text)
    assert all(work.type == "document" for work in reading.works)


@given(catalogues)
@settings(max_examples=60)
def test_everything_is_read_back(works: list[Work]) -> None:
    how = check_round_trip("csv", works)
    assert all(loss.level == "kept" for loss in how.losses)


#: Heads and rows as databases export them, and what is meant.
DATABASES = {
    "Scopus": (
        "Authors,Author full names,Title,Year,Source title,Art. No.,Page start,Page end,"
        "Document Type",
        '"Doe J.A.; Roe A.","Doe, Jane A. (12); Roe, Ann (3)",T,2020,J,e5,100,110,Review',
        ("article-journal", "Doe, Jane A.; Roe, Ann", "100-110"),
    ),
    "IEEE Xplore": (
        "Document Title,Authors,Publication Title,Publication Year,Start Page,End Page,"
        "Document Identifier",
        '"T","J. Doe; A. B. van der Roe","Conf",2020,1,1,IEEE Conferences',
        ("paper-conference", "Doe, J.; van der Roe, A. B.", "1"),
    ),
    "PubMed": (
        "PMID,Title,Authors,Journal/Book,Publication Year,DOI",
        '12,T,"Doe J, Roe AB.",J,2020,10.1000/x',
        ("article-journal", "Doe, J.; Roe, A. B.", ""),
    ),
    "Dimensions": (
        "Title,Source title,Publication date,PubYear,Pagination,Publication Type,Authors",
        'T,J,2020-01-02,2020,3-4,Article,"Doe, Jane; Roe, Ann"',
        ("article-journal", "Doe, Jane; Roe, Ann", "3-4"),
    ),
    "JabRef": (
        "Identifier,Type,Author,Title,Journal,Year,Number,Pages",
        'k,article,"Doe, J. and Roe, A.",T,J,2020,2,3-4',
        ("article-journal", "Doe, J.; Roe, A.", "3-4"),
    ),
    "words": (
        "Authors,Title,Year,ISBN",
        '"National Library; Doe, J.",T,2020,978-0-306-40615-7',
        ("book", "National Library; Doe, J.", ""),
    ),
}


@pytest.mark.parametrize("name", DATABASES)
def test_tables_of_databases(name: str) -> None:
    head, row, (csl_type, authors, page) = DATABASES[name]
    reading = CSV.read(f"{head}\n{row}\n")
    assert reading.problems == ()
    (work,) = reading.works
    assert work.type == csl_type
    assert work.text("title") == "T"
    assert work.text("page") == page
    assert _cell(work.names("author")) == authors
    issued = work.date("issued")
    assert issued is not None
    assert issued.start is not None
    assert issued.start.year == 2020


def test_a_journal_articles_number_is_its_issue() -> None:
    (work,) = CSV.read("Type,Title,Journal,Number\narticle,T,J,2\n").works
    assert dict(work.fields) == {"title": "T", "container-title": "J", "issue": "2"}
