"""Web of Science: what it exports is understood, and comes back."""

from __future__ import annotations

import pytest

from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing
from citekit.model import Date, DatePoint, Name, Work

wos = registry.get("wos")

ARTICLE = """\ufeffFN Clarivate Analytics Web of Science
VR 1.0
PT J
AU van der Berg, JP
   Doe, J (jane@example.org)
AF van der Berg, Jan P.
   Doe, Jane (jane@example.org)
CA Working Grp; Another Grp
TI A title that is wrapped over
   two lines
SO JOURNAL OF THINGS
LA English
DT Article
DE first thing; second thing, with a comma
ID SHOUTED; TERMS WRAPPED
   OVER LINES
AB An abstract, wrapped without
any indentation.
PU UNIV EXAMPLE PRESS
PI NEW YORK
SN 0378-5955
EI 1879-5891
J9 J THINGS
JI J. Things
PD MAY-JUN
PY 2008
VL 12
IS 3
BP 1
EP 9
AR 77
DI 10.1000/x
UT WOS:000000000000001
ER

EF
"""


def one(text: str) -> Work:
    (work,) = wos.read(text).works
    return work


def test_article() -> None:
    reading = wos.read(ARTICLE)
    assert reading.problems == ()
    (work,) = reading.works
    assert work.type == "article-journal"
    assert dict(work.fields) == {
        "author": (
            Name("Berg", "Jan P.", non_dropping_particle="van der"),
            Name("Doe", "Jane"),
            Name(literal="Working Grp"),
            Name(literal="Another Grp"),
        ),
        "title": "A title that is wrapped over two lines",
        "container-title": "JOURNAL OF THINGS",
        "container-title-short": "J. Things",
        "language": "English",
        "keyword": "first thing; second thing, with a comma; SHOUTED; TERMS WRAPPED OVER LINES",
        "abstract": "An abstract, wrapped without any indentation.",
        "publisher": "Univ Example Press",
        "publisher-place": "New York",
        "ISSN": "0378-5955",
        "issued": Date(DatePoint(2008, 5), DatePoint(2008, 6), range=True),
        "volume": "12",
        "issue": "3",
        "page": "1-9",
        "DOI": "10.1000/x",
    }
    assert work.extra == {
        "EI": "1879-5891",
        "J9": "J THINGS",
        "AR": "77",
        "UT": "WOS:000000000000001",
    }
    assert one(wos.write([work])) == work


@pytest.mark.parametrize(
    ("lines", "csl_type"),
    [
        ("PT J\nDT Article", "article-journal"),
        ("PT J\nDT Book Review", "review-book"),
        ("PT J\nDT Article; Proceedings Paper", "article-journal"),
        ("PT C", "paper-conference"),
        ("PT S\nDT Review", "chapter"),
        ("PT B\nDT Article; Book Chapter", "chapter"),
        ("PT B\nDT Book", "book"),
        ("PT P", "patent"),
        ("PT B\nSO A Book\nBP 1\nDT Article", "chapter"),
        ("PT B\nSO A Book\nBP 1\nDT Book", "book"),
        ("PT X", "article-journal"),
    ],
)
def test_types(lines: str, csl_type: str) -> None:
    work = one(f"{lines}\nTI T\nER\n")
    assert work.type == csl_type
    assert one(wos.write([work])) == work


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("AU YANG Y\n   LI W", "author", (Name("YANG", "Y."), Name("LI", "W."))),
        ("AU Doe, JAF", "author", (Name("Doe", "J. A. F."),)),
        ("AU Doe, J-P", "author", (Name("Doe", "J.-P."),)),
        ("BE Fielding, JE", "editor", (Name("Fielding", "J. E."),)),
        ("BA Doe, J\nBF Doe, Jane", "container-author", (Name("Doe", "Jane"),)),
        ("AR 77", "page", "77"),
        ("PS 3-4", "page", "3-4"),
        ("BP 82\nEP 82", "page", "82"),
        ("PD SPR\nPY 2011", "issued", Date(DatePoint(2011, season=1))),
        ("PD JUN 28 2011\nPY 2011", "issued", Date(DatePoint(2011, 6, 28))),
        ("PD whenever\nPY 2011", "issued", Date(DatePoint(2011))),
        ("PU IEEE", "publisher", "IEEE"),
        ("PU IEEE COMPUTER SOC", "publisher", "IEEE Computer Soc"),
        (
            "CY FEB 21-23, 2005",
            "event-date",
            Date(DatePoint(2005, 2, 21), DatePoint(2005, 2, 23), range=True),
        ),
        (
            "CY FEB 28-MAR 2, 2005",
            "event-date",
            Date(DatePoint(2005, 2, 28), DatePoint(2005, 3, 2), range=True),
        ),
        ("ED Doe, J\n   Roe, A", "editor", (Name("Doe", "J."), Name("Roe", "A."))),
        ("AU [Anonymous]\n   Doe, J", "author", (Name("Doe", "J."),)),
        ("FT Titel", "original-title", "Titel"),
        ("EA JAN 2020", "available-date", Date(DatePoint(2020, 1))),
        ("PM 123", "PMID", "123"),
    ],
)
def test_line(line: str, variable: str, value: object) -> None:
    work = one(f"PT J\nTI T\n{line}\nER\n")
    assert work.fields.get(variable) == value
    assert one(wos.write([work])) == work


def test_patent() -> None:
    work = one("PT P\nTI T\nPN US 1\nAE UNIV EXAMPLE\nDG June 28, 2011\nPC USA\nER\n")
    assert work.text("number") == "US 1"
    assert work.date("issued") == Date(DatePoint(2011, 6, 28))
    assert work.extra == {"holder": "Univ Example", "PC": "USA"}
    assert one(wos.write([work])) == work


def test_output_and_what_is_dropped() -> None:
    how = Writing(extracts={"k": [Extract("Words")]})
    fields = {
        "title": "A title " * 10 + "end",
        "author": (Name("Doe", "Jane A."), Name(literal="A and B")),
        "issued": Date(DatePoint(2001, 5, 3)),
        "keyword": "a, b",
        "page": "1-9",
        "note": "no place",
    }
    assert wos.write([Work("k", "article-journal", fields)], how) == (
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nDT Article\nAU Doe, JA\n"
        "AF Doe, Jane A.\nCA A and B\nTI " + "A title " * 9 + "A\n   title end\nDE a; b\n"
        "PD MAY 3 2001\nPY 2001\nBP 1\nEP 9\nER\n\nEF\n"
    )
    assert how.losses == [
        Loss("k", "id", "dropped"),
        Loss("k", "note", "dropped"),
        Loss("k", "extracts", "dropped", "the format has no notes"),
    ]


def test_lines_outside_records_are_reported() -> None:
    reading = wos.read("hello\nPT J\nTI T\n")
    assert [(problem.code, problem.where.line) for problem in reading.problems] == [
        ("stray-text", 1)
    ]
    assert reading.works[0].text("title") == "T"


def test_derwent_patent() -> None:
    work = one(
        "PT P\nPN US2010123-A1\nTI Device\nAU DOE J\nAB NOVELTY - x.\nDC X16\nIP H01L-021/00\n"
        "PD US2010123-A1   05 Jan 2010   H01L-021/00   201005   Pages: 12   English\n"
        "PI US123456 02 Feb 2009\nUT DIIDW:2010\nER\n"
    )
    assert work.date("issued") == Date(DatePoint(2010, 1, 5))
    assert work.text("abstract") == "NOVELTY - x."
    assert "publisher-place" not in work.fields
    assert work.extra["PI"] == "US123456 02 Feb 2009"
    assert work.extra["PD"].startswith("US2010123-A1")
    assert (work.extra["DC"], work.extra["IP"]) == ("X16", "H01L-021/00")


def test_data_citation_index() -> None:
    assert one("PT D\nTI Counts\nDT Data set\nPY 2014\nER\n").type == "dataset"
    assert one("PT D\nTI Code\nDT Software\nPY 2014\nER\n").type == "software"


def test_early_access_dates_what_is_in_no_issue() -> None:
    work = one("PT J\nTI Soon\nDT Article; Early Access\nEA NOV 2020\nER\n")
    assert work.date("issued") == Date(DatePoint(2020, 11))
    work = one("PT J\nTI Out\nDT Article\nEA NOV 2020\nPD MAR\nPY 2021\nER\n")
    assert work.date("issued") == Date(DatePoint(2021, 3))


def test_other_databases_tags_end_a_value() -> None:
    work = one(
        "PT J\nTI Mice\nDT Article\nLT Literature Review\nCH water\nMH Mice; Water\nPY 2001\nER\n"
    )
    assert work.type == "article-journal"
    assert (work.extra["LT"], work.extra["CH"]) == ("Literature Review", "water")
    assert work.text("keyword") == "Mice, Water"


def test_pages_of_a_book() -> None:
    assert one("PT B\nTI Whole\nDT Book\nPG 345\nER\n").text("number-of-pages") == "345"
