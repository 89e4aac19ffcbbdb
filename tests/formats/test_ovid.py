"""OVID: what its databases export is understood."""

from __future__ import annotations

import pytest

from citekit.formats import registry
from citekit.model import Date, DatePoint, Name, Work

ovid = registry.get("ovid")


def one(text: str) -> Work:
    reading = ovid.read(f"<1. >\nVN  - Ovid Technologies\n{text}\n")
    assert reading.problems == ()
    (work,) = reading.works
    return work


def test_records() -> None:
    text = " <7. >\n VN  - Ovid Technologies\n TI  - A\n\n       more\n\n <8. >\n TI  - B\n"
    assert [work.text("title") for work in ovid.read(text).works] == ["A more", "B"]
    text = "VN  - Ovid Technologies\nTI  - A\n\nVN  - Ovid Technologies\nTI  - B\n"
    assert [work.text("title") for work in ovid.read(text).works] == ["A", "B"]
    reading = ovid.read("hello\n<1. >\nTI  - A\n", "x.txt")
    assert [problem.where.line for problem in reading.problems] == [1]


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("TI  - A title. [References].", "title", "A title"),
        ('TI  - "A title".  [Article]', "title", "A title"),
        ("TI  - [A translated title.]", "title", "[A translated title.]"),
        ("AU  - Doe, Jane B. [Inventor, Reprint Author]", "author", (Name("Doe", "Jane B."),)),
        ("AU  - Doe, Jane B. MD, MPH 1", "author", (Name("Doe", "Jane B."),)),
        ("AU  - DOE, Jane.", "author", (Name("Doe", "Jane"),)),
        ("AU  - Doe, JB", "author", (Name("Doe", "J. B."),)),
        ("AU  - Doe, J.B.", "author", (Name("Doe", "J. B."),)),
        ("FA  - Doe, Jane\nAU  - Doe J", "author", (Name("Doe", "Jane"),)),
        ("ED  - Doe, Jane", "editor", (Name("Doe", "Jane"),)),
        ("AN  - 2001-1.", "archive_location", "2001-1"),
        ("DO  - http://dx.doi.org/10.1000/X1", "DOI", "10.1000/X1"),
        ("PM  - 123", "PMID", "123"),
        ("IS  - 0378-5955 (ISSN print)", "ISSN", "0378-5955"),
        ("IB  - 3-540-20222-6 (cloth)", "ISBN", "3-540-20222-6"),
        ("PB  - A Press, Berlin", "publisher-place", "Berlin"),
        ("PU  - A Press; Germany", "publisher", "A Press; Germany"),
        ("PG  - 11-31", "page", "11-31"),
        ("KW  - one;  two", "keyword", "one, two"),
        ("DE  - one , two", "keyword", "one, two"),
        ("YR  - 2015\nDP  - Sep 2015", "issued", Date(DatePoint(2015, 9))),
        ("RO  - Copyright 2004", "license", "Copyright 2004"),
    ],
)
def test_line(line: str, variable: str, value: object) -> None:
    assert one(line).fields.get(variable) == value


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "Journal & Management. 201(2-3):327-34, November 15, 2004.",
            ("Journal & Management", "201", "2-3", "327-334", DatePoint(2004, 11, 15)),
        ),
        (
            "Journal of Things, 2013(1): 3-28.",
            ("Journal of Things", "2013", "1", "3-28", DatePoint(2013)),
        ),
        (
            "Behavioural Things. Vol.43(5), Sep 2015, pp. 623-634. ",
            ("Behavioural Things", "43", "5", "623-634", DatePoint(2015, 9)),
        ),
        (
            "Journal Of Medicine June 2015;58(6):688-696",
            ("Journal Of Medicine", "58", "6", "688-696", DatePoint(2015, 6)),
        ),
        (
            "Journal of Studies 12, Winter 2007: 7-14.",
            ("Journal of Studies", "12", "", "7-14", DatePoint(2007, season=4)),
        ),
        (
            "A Journal, vol. 3, no. 4, pp. 5-6, 2001",
            ("A Journal", "3", "4", "5-6", DatePoint(2001)),
        ),
    ],
)
def test_journal_sources(source: str, wanted: tuple[object, ...]) -> None:
    work = one(f"TI  - T\nSO  - {source}")
    date = work.date("issued")
    assert date is not None
    variables = ("container-title", "volume", "issue", "page")
    assert (*map(work.text, variables), date.start) == wanted
    assert work.extra == {"SO": source.strip()}


@pytest.mark.parametrize(
    ("source", "title", "pages"),
    [
        (
            "Doe, Jane [Editor, Reprint Author], Roe, R. J. [Editor]. A book.:371-397, 2004.",
            "A book",
            "371-397",
        ),
        (
            "Doe, Jane [Ed]; Roe, R. J. [Ed]. (2012). A book: A guide. (pp. 11-31). xx, 1 pp.",
            "A book: A guide",
            "11-31",
        ),
    ],
)
def test_book_sources(source: str, title: str, pages: str) -> None:
    work = one(f"TI  - T\nPT  - Book\nDT  - Chapter\nSO  - {source}")
    assert work.type == "chapter"
    assert work.names("editor") == (Name("Doe", "Jane"), Name("Roe", "R. J."))
    assert (work.text("container-title"), work.text("page")) == (title, pages)


def test_patent_and_thesis() -> None:
    patent = one("TI  - T\nPT  - Patent\nPN  - US 1\nYR  - 2004\nDG  - November 16, 2004")
    assert (patent.type, patent.text("number")) == ("patent", "US 1")
    assert patent.date("issued") == Date(DatePoint(2004, 11, 16))
    thesis = one("TI  - T\nDT  - Dissertation\nIN  - Doe, Jane: A University, US\nPU  - A Press")
    assert (thesis.type, thesis.text("publisher")) == ("thesis", "A University, US")
    assert thesis.extra == {"PT": "Dissertation", "PU": "A Press"}


def test_what_has_no_variable_is_kept() -> None:
    work = one("TI  - T\nUP  - 2004\nIS  - odd\nIB  - odd\nDO  - odd\nXL  - a\nXL  - b")
    assert work.extra == {"UP": "2004", "IS": "odd", "IB": "odd", "DO": "odd", "XL": "a\nb"}


@pytest.mark.parametrize(
    ("lines", "variable", "value"),
    [
        ("AU  - Doe J.", "author", (Name("Doe", "J."),)),
        ("AU  - Doe J.-P.; Roe A.B.", "author", (Name("Doe", "J.-P."), Name("Roe", "A. B."))),
        ("AU  - Doe, J. [Reprint Author; E-mail: j@x.org]", "author", (Name("Doe", "J."),)),
        ("AU  - van der Doe AB", "author", (Name("Doe", "A. B.", "", "van der"),)),
        ("PM  - 123 [http://x.org/123]", "PMID", "123"),
        ("SO  - A Journal. 12 (3) (pp 45-49), 2015. Article Number: 7.", "page", "45-49"),
        ("SO  - A Journal. 12 (SUPPL. 1) (pp i2), 2015.", "page", "i2"),
        ("SO  - A Journal. 12 (3), 2015. Article Number: e7. Date: 2015.", "page", "e7"),
        ("PT  - Book\nSO  - (2012). A book. xxi, 248 pp.", "container-title", None),
    ],
)
def test_what_databases_write(lines: str, variable: str, value: object) -> None:
    (work,) = ovid.read(f"<1. >\nVN  - Ovid Technologies\nTI  - T\n{lines}\n").works
    assert work.fields.get(variable) == value


@pytest.mark.parametrize(
    ("lines", "variable", "value"),
    [
        ("PG  - 377-85", "page", "377-385"),
        ("PT  - Reports - Research\nSO  - 45 pp. 2005", "number-of-pages", "45"),
        (
            "AU  - Roe A. Doe BC. Poe D.",
            "author",
            (Name("Roe", "A."), Name("Doe", "B. C."), Name("Poe", "D.")),
        ),
        ("PT  - Book\nED  - 3rd Edition", "edition", "3rd Edition"),
        ("PT  - Book\nET  - 2nd ed", "edition", "2nd ed"),
        ("UR  - https://example.org/a", "URL", "https://example.org/a"),
    ],
)
def test_what_other_databases_write(lines: str, variable: str, value: object) -> None:
    assert one(f"TI  - T\n{lines}").fields[variable] == value


@pytest.mark.parametrize(
    "marks", ["[Review]", "[Review] [45 refs].", "[Erratum appears in J. 2001;2(1):3]", "[Comment]"]
)
def test_marks_after_a_title(marks: str) -> None:
    assert one(f"TI  - A trial of something. {marks}").text("title") == "A trial of something"


def test_chapter_with_its_editors_in_the_source() -> None:
    work = one(
        "TI  - A chapter\nPT  - Collective Volume Article\n"
        "SO  - Roe, Ann; Doe, Bo, eds. The Book of It. Bonn: House, 2009, pp. 45-67"
    )
    assert (work.type, work.text("container-title")) == ("chapter", "The Book of It")
    assert work.names("editor") == (Name("Roe", "Ann"), Name("Doe", "Bo"))
    assert work.text("page") == "45-67"
