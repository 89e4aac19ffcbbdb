"""RIS: what programs write is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.dates import format_edtf
from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing, collect
from citekit.formats.rismap import MEANINGS, TABLE, TYPES
from citekit.model import Date, DatePoint, Name, Work, is_names
from citekit.names import OTHERS
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
C8  - mine
ER  -
"""


ris = registry.get("ris")


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
            Name("Waals", "J. D.", non_dropping_particle="van der"),
            Name("Humboldt", "Alexander", "von"),
            Name(literal="World Health Organization"),
            Name(literal="Smith and Sons"),
            Name("Plato"),
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
        "annote": "a note\n\n* * *\n\nanother",
        "URL": "http://x.y/1",
    }
    assert work.extra == {"JO": "J. Things", "UR": "http://x.y/2", "C1": "custom", "C8": "mine"}


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


@pytest.mark.parametrize(
    ("kind", "line", "variable", "value"),
    [
        ("CONF", "T2  - A Conference", "event-title", "A Conference"),
        ("CONF", "C3  - Proceedings", "container-title", "Proceedings"),
        ("CONF", "C1  - Berlin", "publisher-place", "Berlin"),
        ("CASE", "SV  - 12-345", "number", "12-345"),
        ("CASE", "A2  - U.S.", "container-title", "U.S."),
        ("CASE", "PB  - Supreme Court", "authority", "Supreme Court"),
        ("BILL", "ET  - 2", "chapter-number", "2"),
        ("BILL", "OP  - amended", "references", "amended"),
        ("COMP", "ET  - 1.2", "version", "1.2"),
        ("EDBOOK", "AU  - Doe, J.", "editor", (Name("Doe", "J."),)),
        ("BOOK", "A2  - Doe, J.", "collection-editor", (Name("Doe", "J."),)),
        ("CHAP", "A2  - Doe, J.", "editor", (Name("Doe", "J."),)),
        ("CHAP", "SV  - 7", "collection-number", "7"),
        ("MAP", "C1  - 1:5000", "scale", "1:5000"),
        ("MPCT", "AU  - Doe, J.", "director", (Name("Doe", "J."),)),
        ("PCOMM", "A2  - Doe, J.", "recipient", (Name("Doe", "J."),)),
        ("PAT", "SN  - US 1", "number", "US 1"),
        ("RPRT", "SN  - R-1", "number", "R-1"),
        ("THES", "SP  - 200", "number-of-pages", "200"),
        ("JOUR", "M1  - 4", "issue", "4"),
        ("JOUR", "JO  - J. Th.", "container-title", "J. Th."),
        ("JOUR", "M3  - doi: 10.1000/1", "DOI", "10.1000/1"),
    ],
)
def test_tags_mean_what_the_type_says(kind: str, line: str, variable: str, value: object) -> None:
    work = one(f"TY  - {kind}\n{line}\nER  - \n")
    assert work.fields.get(variable) == value
    assert one(ris.write([work])) == work


def test_losses_are_reported() -> None:
    how = Writing()
    title = 'On <span class="nocase">DNA</span>'
    fields = {"title": title, "volume": "1", "submitted": Date(DatePoint(2001))}
    ris.write([Work("k", "article-journal", fields)], how)
    kept = "as it is only in C8"
    assert how.losses == [Loss("k", "title", "kept", kept), Loss("k", "submitted", "kept", kept)]


def test_extracts_are_notes() -> None:
    how = Writing(extracts={"k": [Extract("Words.", locator="12"), Extract("Mine", "note")]})
    text = ris.write([Work("k", "book", {"annote": "A note"})], how)
    assert one(text).text("annote").split("\n\n* * *\n\n") == [
        "A note",
        "“Words.” (p. 12)",
        "Mine",
    ]


def test_corporate_names_are_kept_whole() -> None:
    work = Work("k", "book", {"author": (Name(literal="Smith and Sons"),)})
    assert "AU  - Smith and Sons,\r\n" in ris.write([work])
    assert one("TY  - BOOK\nAU  - {{Smith and Sons}}\nER  - ").fields == work.fields


def test_suffixes_stand_where_the_program_looks() -> None:
    work = Work("k", "book", {"author": (Name("Doe", "Jane", suffix="Jr."),)})
    assert "AU  - Doe, Jane, Jr.\r\n" in ris.write([work])
    assert "AU  - Doe, Jr., Jane\r\n" in ris.write([work], Writing("pandoc"))
    assert one(ris.write([work], Writing("pandoc"))) == work


def test_what_would_come_back_as_another_field_stands_in_the_user_field_alone() -> None:
    fields = {"title": 'On <span class="nocase">DNA</span>', "page": "12"}
    text = ris.write([Work("k", "book", fields)])
    assert "TI  - On DNA\r\n" in text
    assert "SP  - " not in text
    assert one(text).fields == fields


def test_year_and_date_that_disagree_are_both_kept() -> None:
    work = one("TY  - JOUR\nPY  - 1999\nDA  - 2001/05/03\nY1  - 1998\nER  - ")
    assert work.date("issued") == Date(DatePoint(1999))
    assert work.extra == {"DA": "2001/05/03", "Y1": "1998"}


def test_types() -> None:
    assert set(TYPES) == CSL_TYPES
    assert one("TY  - EJOUR\nER  - ") == Work("", "article-journal", {}, {"TY": "EJOUR"})
    assert one("TY  - XYZ\nER  - ") == Work("", "document", {}, {"TY": "XYZ"})
    assert set(MEANINGS.values()) <= CSL_TYPES
    for row in TABLE.rows:
        for kind in row.types or {"article-journal"}:
            own = kind if kind.isupper() else TYPES[kind]
            written = TABLE.writes(kind, own).get(row.variable)
            assert written is None or written.write in TABLE.reads(kind, own)


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
        ("missing-end", 2),
        ("missing-end", 3),
        ("missing-end", 5),
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
        "TY  - JOUR\nID  - k\nAU  - Doe, Jane\nAU  - Foo, Inc.,\nTI  - T\nRI  - R\nKW  - a\n"
        "KW  - b\nPY  - 2001\n"
        "DA  - 2001/05//\nSP  - 1\nEP  - 2\nC1  - c\nC8  - csl:type: review-book\n"
        "C8  - extra:groups: g\nER  - \n\n"
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
    | st.sampled_from(["TY  - BOOK", "ER  - ", "PY  - 2001", "DA  - /5/", "C8  - csl:x: y", ""])
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


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # What EndNote's reference types call the tags.
        ("TY  - EBOOK|A2  - Doe, Jane|A3  - Roe, Ann|T2  - S|NV  - 2.1", {"editor": "Doe"}),
        ("TY  - EBOOK|A2  - Doe, Jane|A3  - Roe, Ann", {"collection-editor": "Roe"}),
        ("TY  - SER|A2  - Doe, Jane|T2  - Two|T3  - Series", {"collection-title": "Series"}),
        ("TY  - SER|T2  - Two", {"collection-title": "Two"}),
        ("TY  - ANCIENT|A2  - Doe, Jane|T2  - Loeb", {"editor": "Doe", "container-title": "Loeb"}),
        ("TY  - BLOG|A3  - Doe, Jane|SE  - 7", {"illustrator": "Doe", "number": "7"}),
        ("TY  - CHAP|TI  - C|BT  - Book|T2  - Series", {"container-title": "Book"}),
        ("TY  - CHAP|TI  - C|BT  - Book|T2  - Series", {"collection-title": "Series"}),
        (
            "TY  - CHAP|TI  - C|T2  - Book|SE  - 3",
            {"container-title": "Book", "chapter-number": "3"},
        ),
        ("TY  - CASE|NV  - F.3d|SE  - 2001/02/03/", {"container-title-short": "F.3d"}),
        ("TY  - CASE|NV  - F.3d|SE  - 2001/02/03/", {"submitted": "2001-02-03"}),
        ("TY  - COMP|VL  - 2nd|C1  - Unix|ET  - 4", {"edition": "2nd", "medium": "Unix"}),
        ("TY  - CONF|M1  - 3|T2  - Conf", {"issue": "3", "event-title": "Conf"}),
        ("TY  - DICT|SE  - 4|SN  - 12", {"version": "4", "ISBN": "12"}),
        (
            "TY  - FIGURE|A2  - a.png|ET  - 2|VL  - 10 x 10",
            {"version": "2", "dimensions": "10 x 10"},
        ),
        ("TY  - GOVDOC|C1  - Senate|M1  - 5|PY  - 2001", {"authority": "Senate", "number": "5"}),
        ("TY  - LEGAL|A2  - Agency|VL  - 12|M1  - 33", {"authority": "Agency", "number": "12"}),
        ("TY  - LEGAL|A2  - Agency|VL  - 12|M1  - 33", {"page": "33"}),
        ("TY  - GRANT|C5  - R01|M1  - open|VL  - 100", {"number": "R01", "status": "open"}),
        ("TY  - JOUR|C7  - e123|C2  - PMC123|SE  - 12", {"number": "e123", "PMCID": "PMC123"}),
        ("TY  - JOUR|SE  - 12|EP  - 20", {"page": "12-20"}),
        ("TY  - JOUR|SE  - 12|SP  - 11|ET  - 2001/02/03/", {"section": "12", "page": "11"}),
        ("TY  - JOUR|ET  - 2001/02/03/", {"available-date": "2001-02-03"}),
        ("TY  - NEWS|M1  - A5|SE  - Sports|C2  - 44", {"page": "A5", "issue": "44"}),
        ("TY  - MANSCPT|NV  - MS 7|T2  - Papers|ET  - a roll", {"number": "MS 7"}),
        ("TY  - MANSCPT|NV  - MS 7|T2  - Papers|ET  - a roll", {"archive_collection": "Papers"}),
        ("TY  - MPCT|M3  - DVD", {"medium": "DVD"}),
        ("TY  - PAMP|T2  - Source|VL  - 3|M2  - 12", {"container-title": "Source", "number": "3"}),
        ("TY  - PAT|C2  - 3 May|PY  - 2001|DA  - 2000/01/02/", {"issued": "2001-05-03"}),
        ("TY  - RPRT|NV  - 5|C6  - 2|SN  - R-1", {"collection-number": "5", "issue": "2"}),
        ("TY  - STAT|NV  - 17|RI  - 3", {"number": "17"}),
        ("TY  - THES|VL  - Ph.D.|T2  - History", {"genre": "Ph.D."}),
        ("TY  - THES|VL  - 12", {"volume": "12"}),
        ("TY  - WEB|VL  - 2014|M1  - 3 May|PY  - 2001", {"accessed": "2014-05-03"}),
        ("TY  - EJOUR|C1  - 2014|C2  - 3 May|PY  - 2001", {"accessed": "2014-05-03"}),
        ("TY  - EJOUR|PY  - 2001|DA  - 2014/05/03/", {"issued": "2001", "accessed": "2014-05-03"}),
        ("TY  - JOUR|PY  - 2001|DA  - 2014/05/03/", {"issued": "2001"}),
        # Numbers tell what they are.
        ("TY  - MAP|SN  - 978-0-306-40615-7", {"ISBN": "978-0-306-40615-7"}),
        ("TY  - RPRT|SN  - 978-0-306-40615-7|SN  - R-1", {"number": "R-1"}),
        # What programs write otherwise.
        ("TY  - Thesis|T1  - T", {"title": "T"}),
        ("TY  - JOUR|AU  - Doe, Jane; Roe, Ann", {"author": "Doe Roe"}),
        ("TY  - JOUR|PY  - 1998/May/12", {"issued": "1998-05-12"}),
        ("TY  - JOUR|PY  - 1998///Spring/", {"issued": "1998-21"}),
        ("TY  - JOUR|CP  - 4|VO  - 9", {"issue": "4", "volume": "9"}),
        ("TY  - JOUR|DI  - doi:10.1000/1", {"DOI": "10.1000/1"}),
        ("TY  - JOUR|UR  - http://a.org/1; http://b.org/2", {"URL": "http://a.org/1"}),
        ("TY  - CASE|ST  - Doe v. Roe", {"title": "Doe v. Roe"}),
        ("TY  - ICOMM|A2  - Doe, Jane", {"recipient": "Doe"}),
    ],
)
def test_tags_by_type(lines: str, told: dict[str, str]) -> None:
    work = one(lines.replace("|", "\n") + "\nER  - ")
    for variable, text in told.items():
        value = work.fields[variable]
        if isinstance(value, Date):
            assert format_edtf(value) == text
        elif is_names(value):
            assert " ".join(name.family for name in value) == text
        else:
            assert value == text


def test_what_a_type_has_no_use_for_is_kept() -> None:
    work = one("TY  - CASE\nA4  - Counsel\nM3  - Reversal\nT3  - Decision\nER  - ")
    assert work == Work("", "legal_case", {}, {"A4": "Counsel", "M3": "Reversal", "T3": "Decision"})
    assert one("TY  - BLOG\nSP  - Posts on maps\nER  - ").extra == {"SP": "Posts on maps"}
    work = one("TY  - JOUR\nUR  - http://a.org/1; http://b.org/2\nUR  - http://c.org\nER  - ")
    assert work.extra == {"UR": "http://b.org/2\nhttp://c.org"}


def test_names_left_out_are_et_al() -> None:
    work = Work("a", "book", {"author": (Name("Doe", "J."), OTHERS)})
    text = "".join(ris.pieces([work], Writing()))
    assert "AU  - et al.,\r\n" in text
    assert collect(ris.items(text)).works == (work,)
    (other,) = collect(ris.items("TY  - BOOK\nAU  - Roe, R.\nAU  - et al\nER  - \n")).works
    assert other.names("author") == (Name("Roe", "R."), OTHERS)


def test_a_bare_end_of_record() -> None:
    reading = ris.read("TY  - JOUR\nTI  - A\nC1  - x\nER\nTY  - JOUR\nTI  - B\nER\n")
    assert reading.problems == ()
    assert [work.text("title") for work in reading.works] == ["A", "B"]
    assert reading.works[0].extra == {"C1": "x"}


def test_patent_of_programs_that_number_the_issue() -> None:
    (work,) = ris.read("TY  - PAT\nTI  - A\nIS  - US 123\nA2  - Acme Corp,\nER  - \n").works
    assert (work.text("number"), work.text("issue")) == ("US 123", "")
    assert work.text("authority") == "Acme Corp"


def test_a_type_nobody_knows() -> None:
    text = "TY  - XYZ\nTI  - A\nJO  - J\nVL  - 3\nER  - \nTY  - XYZ\nTI  - B\nER  - \n"
    assert [work.type for work in ris.read(text).works] == ["article-journal", "document"]
