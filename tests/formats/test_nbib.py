"""MEDLINE: what PubMed and ERIC write is understood, and comes back."""

from __future__ import annotations

import pytest

from citekit.dates import format_edtf
from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing
from citekit.model import Date, DatePoint, Name, Work

nbib = registry.get("nbib")

ARTICLE = """\ufeff
PMID- 12345678
OWN - NLM
IS  - 1476-5616 (Electronic)
IS  - 0033-3506 (Linking)
VI  - 129
IP  - 5
DP  - 2015 Jul-Aug
TI  - Effects of a very long title that goes
      on over two lines.
PG  - 475-82
LID - 10.1016/j.example.2015.01.018 [doi]
LID - S0033-3506(15)00037-2 [pii]
FAU - van der Berg, Jan P
AU  - van der Berg JP
AD  - A department.
FAU - King, Martin L Jr
AU  - King ML Jr
CN  - Working Group on Names and Dates
FAU - Doe, Jane
AU  - Doe J
LA  - eng
PT  - Case Reports
PT  - Journal Article
DEP - 20150303
PL  - Netherlands
TA  - Public Health
JT  - Public health
MH  - Infant, Newborn
MH  - *Crying/psychology
OT  - head trauma
GN  - A general note
PMC - PMC38908
"""


def one(text: str) -> Work:
    (work,) = nbib.read(text).works
    return work


def test_article() -> None:
    reading = nbib.read(ARTICLE)
    assert reading.problems == ()
    (work,) = reading.works
    assert (work.id, work.type) == ("", "article-journal")
    assert dict(work.fields) == {
        "annote": "A general note",
        "PMID": "12345678",
        "PMCID": "PMC38908",
        "author": (
            Name("Berg", "Jan P.", non_dropping_particle="van der"),
            Name("King", "Martin L.", suffix="Jr"),
            Name(literal="Working Group on Names and Dates"),
            Name("Doe", "Jane"),
        ),
        "page": "475-482",
        "ISSN": "1476-5616",
        "DOI": "10.1016/j.example.2015.01.018",
        "volume": "129",
        "issue": "5",
        "issued": Date(DatePoint(2015, 7), DatePoint(2015, 8), range=True),
        "available-date": Date(DatePoint(2015, 3, 3)),
        "title": "Effects of a very long title that goes on over two lines.",
        "language": "eng",
        "container-title": "Public health",
        "container-title-short": "Public Health",
        "keyword": "Infant, Newborn; *Crying/psychology; head trauma",
    }
    assert work.extra == {
        "OWN": "NLM",
        "IS": "1476-5616 (Electronic)\n0033-3506 (Linking)",
        "LID": "S0033-3506(15)00037-2 [pii]",
        "AD": "A department.",
        "PL": "Netherlands",
        "PT": "Case Reports",
    }
    assert one(nbib.write([work])) == work


def test_book_and_chapter() -> None:
    book, chapter = nbib.read(
        "PMID- 1\nPT  - Book\nBTI - A Book\nFED - Doe, Jane\nED  - Doe J\nPL  - Bethesda (MD)\n"
        "\nPMID- 2\nPT  - Book Chapter\nTI  - A Chapter\nBTI - A Book\nCN  - A Group\n"
    ).works
    assert (book.type, book.text("title")) == ("book", "A Book")
    assert book.names("editor") == (Name("Doe", "Jane"),)
    assert book.text("publisher-place") == "Bethesda (MD)"
    assert (chapter.type, chapter.text("title")) == ("chapter", "A Chapter")
    assert chapter.text("container-title") == "A Book"
    assert chapter.names("author") == (Name(literal="A Group"),)


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("PG  - 6913-7", "page", "6913-6917"),
        ("PG  - 1041-9, 1055", "page", "1041-1049, 1055"),
        ("PG  - S12-8", "page", "S12-S18"),
        ("PG  - S112-9", "page", "S112-S119"),
        ("LID - 1042 [pii]", "page", "1042"),
        ("AID - 10.1000/x [doi]", "DOI", "10.1000/x"),
        ("LID - http://x.y/1", "URL", "http://x.y/1"),
        ("DP  - 2009 Winter", "issued", Date(DatePoint(2009, season=4))),
        ("DP  - in press", "issued", Date(literal="in press")),
        ("AU  - Doe JM", "author", (Name("Doe", "J. M."),)),
        ("AU  - Doe JM 3rd", "author", (Name("Doe", "J. M.", suffix="3rd"),)),
        ("FAU - Doe, Jean-Marie", "author", (Name("Doe", "Jean-Marie"),)),
        ("AU  - Plato", "author", (Name("Plato"),)),
        ("ISSN - ISSN-0378-5955", "ISSN", "0378-5955"),
        ("ISBN - ISBN-978-0-306-40615-7 (print)", "ISBN", "978-0-306-40615-7"),
        ("KW  - one", "keyword", "one"),
    ],
)
def test_line(line: str, variable: str, value: object) -> None:
    assert one(f"PMID- 1\n{line}\n").fields.get(variable) == value


@pytest.mark.parametrize(
    ("lines", "csl_type", "variable", "value"),
    [
        ("OID - ED1\nJT  - A Press\nPT  - Reports - Research", "report", "publisher", "A Press"),
        ("OID - EJ1\nJT  - A Journal\nPT  - Reports - Research", "article-journal", "", ""),
        ("OID - ED1\nJT  - A Press\nPT  - Books", "book", "publisher", "A Press"),
        (
            "OID - ED1\nJT  - ProQuest LLC\nSO  - Ph.D. Thesis, Example University\n"
            "PT  - Dissertations/Theses - Doctoral Dissertations",
            "thesis",
            "publisher",
            "Example University",
        ),
        ("PT  - Preprint", "article", "", ""),
        ("PT  - Review", "article-journal", "", ""),
    ],
)
def test_types(lines: str, csl_type: str, variable: str, value: str) -> None:
    work = one(f"OWN - ERIC\nTI  - T\n{lines}\n")
    assert work.type == csl_type
    assert work.text(variable) == value


def test_output() -> None:
    author = (Name("Berg", "Jan P.", non_dropping_particle="van der"), Name(literal="A and B"))
    fields = {
        "title": "A title " * 12 + "end",
        "author": author,
        "issued": Date(DatePoint(2001, 5, 3)),
        "page": "6913-6917",
        "DOI": "10.1000/x",
        "keyword": "a, b",
    }
    text = nbib.write([Work("k", "article-journal", fields)])
    assert text == (
        "PMID-\nFAU - van der Berg, Jan P\nAU  - van der Berg JP\nCN  - A and B\nPG  - 6913-6917\n"
        "AID - 10.1000/x [doi]\nTI  - " + "A title " * 10 + "A\n      title A title end\n"
        "DP  - 2001 May 3\nOT  - a\nOT  - b\nPT  - Journal Article\nGN  - csl:id: k\n\n"
    )


def test_what_has_no_tag_is_kept_in_the_general_note() -> None:
    how = Writing(extracts={"k": [Extract("Words.", locator="§ 3", comment="Mine")]})
    text = nbib.write([Work("k", "map", {"scale": "1:5"}, {"groups": "A, B"})], how)
    kept = "as it is only in GN"
    assert how.losses == [Loss("k", "scale", "kept", kept), Loss("k", "groups", "kept", kept)]
    work = one(text)
    assert (work.id, work.type, work.text("scale")) == ("k", "map", "1:5")
    assert work.extra == {"groups": "A, B"}
    assert work.text("annote") == "“Words.” (§ 3) Mine"


@pytest.mark.parametrize(
    ("lines", "csl_type"),
    [
        ("PT  - Dataset\nPT  - Journal Article", "article-journal"),
        ("PT  - Journal Article\nPT  - Preprint", "article"),
        ("PT  - Dataset", "dataset"),
        ("BTI - A Book\nPT  - Review\nPT  - Book Chapter", "chapter"),
        ("BTI - A Book\nPT  - Review", "chapter"),
    ],
)
def test_types_of_several_kinds(lines: str, csl_type: str) -> None:
    work = one(f"PMID- 1\nTI  - T\n{lines}\n")
    assert work.type == csl_type
    assert work.text("container-title") == ("A Book" if csl_type == "chapter" else "")
    assert one(nbib.write([work])) == work


def test_a_book_is_known_by_its_title() -> None:
    work = one("PMID- 1\nBTI - A Book\nTT  - Ein Buch\nPB  - House\n")
    assert (work.type, work.text("title"), work.text("original-title")) == (
        "book",
        "A Book",
        "Ein Buch",
    )


def test_several_identifiers_in_one_line() -> None:
    work = one("PMID- 1\nLID - 10.1371/journal.pone.001 [doi] e12345 [pii]\n")
    assert work.text("DOI") == "10.1371/journal.pone.001"
    assert work.text("page") == "e12345"


@pytest.mark.parametrize(
    ("told", "edtf", "written"),
    [
        ("2001 Feb 10-16", "2001-02-10/2001-02-16", "2001 Feb 10-16"),
        ("2010 Jan 30-Feb 5", "2010-01-30/2010-02-05", "2010 Jan 30-Feb 5"),
        ("2007 Spr", "2007-21", "2007 Spring"),
    ],
)
def test_weeks_and_seasons(told: str, edtf: str, written: str) -> None:
    work = one(f"PMID- 1\nTI  - T\nDP  - {told}\n")
    date = work.date("issued")
    assert date is not None
    assert format_edtf(date) == edtf
    assert f"DP  - {written}\n" in nbib.write([work])


def test_pages_of_a_report_are_counted() -> None:
    record = "OWN - ERIC\nOID - ED1\nTI  - T\nPT  - Reports - Research\nPG  - 33\n"
    work = one(record)
    assert (work.type, work.text("number-of-pages"), work.text("page")) == ("report", "33", "")
    work = one("OWN - ERIC\nOID - EJ1\nTI  - T\nPT  - Journal Articles\nPG  - p44-56\n")
    assert work.text("page") == "44-56"
