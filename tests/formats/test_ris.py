"""RIS: what programs write is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formats import ris
from citekit.formats.rismap import MEANINGS, ROWS, TYPES, row_for_tag
from citekit.model import Date, DatePoint, Name, Work
from citekit.vocabulary import TYPES as CSL_TYPES
from tests.formats.works import catalogues

ARTICLE = """\ufeffTY  - JOUR
ID  - doe2001
AU  - Doe, Jane A., Jr.
A1  - van der Waals, J. D.
AU  - Humboldt, Alexander von
AU  - World Health Organization,
AU  - Smith and Sons
AU  - Plato
TI  - A Title
over two lines
T2  - Journal of Things
JO  - J. Things
J2  - J. Th.
PY  - 2001
DA  - 2001/05/03/
Y2  - 2020/02/29
VL  - 12
IS  - 3
SP  - 12
EP  - 34
SN  - 0378-5955
KW  - one
KW  - two
three
N2  - First paragraph.

Second.
N1  - a note
N1  - another
UR  - http://x.y/1
UR  - http://x.y/2
C1  - custom
ZZ  -
U1  - mine
ER  -
"""


def one(text: str) -> Work:
    (work,) = ris.read(text).works
    return work


def test_article() -> None:
    reading = ris.read(ARTICLE)
    assert reading.problems == ()
    (work,) = reading.works
    assert (work.id, work.type) == ("doe2001", "article-journal")
    assert dict(work.fields) == {
        "author": (
            Name("Doe", "Jane A.", suffix="Jr."),
            Name("Humboldt", "Alexander", "von"),
            Name(literal="World Health Organization"),
            Name(literal="Smith and Sons"),
            Name("Plato"),
            Name("Waals", "J. D.", non_dropping_particle="van der"),
        ),
        "title": "A Title over two lines",
        "container-title": "Journal of Things",
        "container-title-short": "J. Th.",
        "issued": Date(DatePoint(2001, 5, 3)),
        "accessed": Date(DatePoint(2020, 2, 29)),
        "volume": "12",
        "issue": "3",
        "page": "12-34",
        "ISSN": "0378-5955",
        "keyword": "one, two, three",
        "abstract": "First paragraph.\n\nSecond.",
        "note": "a note\nanother",
        "URL": "http://x.y/1",
    }
    assert work.extra == {"JO": "J. Things", "UR": "http://x.y/2", "C1": "custom", "U1": "mine"}


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends(newline: str) -> None:
    assert one(ARTICLE.replace("\n", newline)) == one(ARTICLE)


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("PY  - 1999///Spring", "issued", Date(DatePoint(1999, season=1))),
        ("Y1  - 1999/05//", "issued", Date(DatePoint(1999, 5))),
        ("PY  - c. 1950", "issued", Date(DatePoint(1950), approximate=True)),
        ("PY  - in press", "issued", Date(literal="in press")),
        ("DA  - 2001/02/31", "issued", Date(DatePoint(2001))),
        ("DA  - 12 May 2001", "issued", Date(DatePoint(2001, 5, 12))),
        ("SP  - 1-9", "page", "1-9"),
        ("EP  - 9", "page", "9"),
        ("TI - Loose", "title", "Loose"),
        ("AU  - {Odd}, ~Name, III", "author", (Name("{Odd}", "~Name", suffix="III"),)),
        ("AU  - ,", "author", None),
        ("SN  - 978-0-306-40615-7", "ISBN", "978-0-306-40615-7"),
        ("T2  - Series", "collection-title", "Series"),
        ("SP  - 321", "number-of-pages", "321"),
        ("BT  - Book", "title", "Book"),
        ("ED  - Doe, J.", "editor", (Name("Doe", "J."),)),
    ],
)
def test_book_line(line: str, variable: str, value: object) -> None:
    assert one(f"TY  - BOOK\n{line}\nER  - \n").fields.get(variable) == value


def test_year_and_date_that_disagree_are_both_kept() -> None:
    work = one("TY  - JOUR\nPY  - 1999\nDA  - 2001/05/03\nY1  - 1998\nER  - ")
    assert work.date("issued") == Date(DatePoint(1999))
    assert work.extra == {"DA": "2001/05/03", "Y1": "1998"}


def test_types() -> None:
    assert set(TYPES) == CSL_TYPES
    assert one("TY  - EJOUR\nER  - ") == Work("", "article-journal", {}, {"TY": "EJOUR"})
    assert one("TY  - XYZ\nER  - ") == Work("", "document", {}, {"TY": "XYZ"})
    assert set(MEANINGS.values()) <= CSL_TYPES
    for row in ROWS:
        if row.types is None:
            assert row_for_tag(row.write, "article-journal") == row


def test_broken_records_are_read_and_reported() -> None:
    reading = ris.read("hello\nAU  - Doe, J.\nTY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\n", "x.ris")
    assert [(work.id, work.text("title")) for work in reading.works] == [
        ("", ""),
        ("", "A"),
        ("", "B"),
    ]
    assert [(problem.code, problem.where.line) for problem in reading.problems] == [
        ("stray-text", 1),
        ("missing-type", 2),
        ("missing-end", 3),
        ("missing-end", 5),
        ("missing-end", None),
    ]
    assert reading.problems[0].where.file == "x.ris"


def test_output() -> None:
    work = Work(
        "k",
        "review-book",
        {
            "author": (Name("Doe", "Jane"), Name(literal="Foo, Inc.")),
            "title": "T",
            "issued": Date(DatePoint(2001, 5)),
            "page": "1-2",
            "reviewed-title": "R",
            "keyword": "a, b",
        },
        {"C1": "c", "groups": "g"},
    )
    assert ris.write([work]).replace("\r\n", "\n") == (
        "TY  - JOUR\nID  - k\nAU  - Doe, Jane\nAU  - Foo, Inc.,\nTI  - T\nPY  - 2001\n"
        "DA  - 2001/05//\nSP  - 1\nEP  - 2\nU1  - csl:reviewed-title: R\nKW  - a\nKW  - b\n"
        "C1  - c\nU1  - extra:groups: g\nU1  - csl:type: review-book\nER  - \n\n"
    )
    assert one(ris.write([work])) == work


@pytest.mark.parametrize(
    "work",
    [
        Work("k", "book", {"number-of-pages": "12"}),
        Work("k", "book", {"number-of-pages": "12", "page": "3"}),
        Work("k", "book", {"container-title": "C", "page": "12"}),
        Work("k", "book", {"ISBN": "1", "ISSN": "0378-5955"}),
        Work("k", "book", {"ISSN": "1"}),
        Work("k", "chapter", {"abstract": "a\n\nb", "annote": "c\nd", "title": "e"}),
        Work("k", "book", {"author": (Name("Vallée Poussin"), Name("Berg", "J.", "Van"))}),
        Work(
            "k", "book", {"director": (Name("Doe", "J."),), "submitted": Date(DatePoint(2001, 2))}
        ),
        Work("k", "book", {"issued": Date(DatePoint(-43))}),
        Work("k", "book", {"accessed": Date(DatePoint(2001), DatePoint(2002), range=True)}),
        Work("k", "book", {"accessed": Date(None, DatePoint(2002), range=True)}),
        Work("k", "book", {"note": "a"}, {"TY": "EBOOK", "N1": "b", "ZZ": "c\nd"}),
    ],
)
def test_hard_cases_round_trip(work: Work) -> None:
    reading = ris.read(ris.write([work]))
    assert reading.works == (work,)
    assert reading.problems == ()


@settings(deadline=None, max_examples=150)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    reading = ris.read(ris.write(works))
    assert reading.works == tuple(works)
    assert reading.problems == ()


lines = st.lists(
    st.text(max_size=10)
    | st.sampled_from(["TY  - BOOK", "ER  - ", "PY  - 2001", "DA  - /5/", "U1  - csl:x: y", ""])
    | st.builds("{}  - {}".format, st.sampled_from(["AU", "SP", "EP", "KW", "Y2"]), st.text()),
    max_size=15,
)


@settings(deadline=None)
@given(lines.map("\n".join))
def test_any_text_reads_and_returns(text: str) -> None:
    works = ris.read(text).works
    again = ris.read(ris.write(works)).works
    assert [work.type for work in again] == [work.type for work in works]


def test_protected_case_is_kept_unless_the_title_was_changed_elsewhere() -> None:
    work = Work("a", "book", {"title": 'On <span class="nocase">DNA</span> and <i>H. sapiens</i>'})
    text = ris.write([work])
    assert "TI  - On DNA and <i>H. sapiens</i>\r\n" in text
    assert ris.read(text).works == (work,)
    changed = text.replace("TI  - On", "TI  - About")
    assert ris.read(changed).works[0].text("title") == "About DNA and <i>H. sapiens</i>"
