"""RefWorks: what it exports is understood, and comes back."""

from __future__ import annotations

import pytest

from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing
from citekit.model import Date, DatePoint, Name, Work

refworks = registry.get("refworks")

ARTICLE = """\ufeffRefworks Export Tagged Format

Character Set=utf-8

Tag legend
*****
RT=Reference Type
A1=Primary Authors

*****
BEGIN EXPORTED REFERENCES


RT Journal Article
SR Electronic(1)
ID 1220
A1 Doe,Jane A.
A1 van der Berg,Jan
A1 Smith and Sons
T1 A title
JF Journal of Things
JO J. Things
YR 2002
FD Feb
VO 32
IS 3
SP 551
OP 565
K1 one
K1 two; three
AB First line.
A second line.
NO A note
SN 0378-5955
AN 2002-1
LK http://x.y/1
UL http://x.y/2
OL English (30)
"""


def one(text: str) -> Work:
    (work,) = refworks.read(text).works
    return work


def test_article() -> None:
    reading = refworks.read(ARTICLE)
    assert reading.problems == ()
    (work,) = reading.works
    assert (work.id, work.type) == ("1220", "article-journal")
    assert dict(work.fields) == {
        "author": (
            Name("Doe", "Jane A."),
            Name("Berg", "Jan", non_dropping_particle="van der"),
            Name(literal="Smith and Sons"),
        ),
        "title": "A title",
        "container-title": "Journal of Things",
        "container-title-short": "J. Things",
        "issued": Date(DatePoint(2002, 2)),
        "volume": "32",
        "issue": "3",
        "page": "551-565",
        "keyword": "one, two, three",
        "abstract": "First line.\nA second line.",
        "annote": "A note",
        "ISSN": "0378-5955",
        "archive_location": "2002-1",
        "URL": "http://x.y/2",
    }
    assert work.extra == {"SR": "Electronic(1)", "LK": "http://x.y/1", "OL": "English (30)"}
    assert one(refworks.write([work])) == work


@pytest.mark.parametrize(
    ("kind", "line", "variable", "value"),
    [
        ("Dissertation", "SP 141", "number-of-pages", "141"),
        ("Dissertation", "SN 0-599-73664-X", "ISBN", "0-599-73664-X"),
        ("Book, Whole", "A2 Doe,J.", "collection-editor", (Name("Doe", "J."),)),
        ("Book, Section", "A2 Doe,J.", "editor", (Name("Doe", "J."),)),
        ("Book, Section", "T2 A book", "container-title", "A book"),
        ("Conference Proceedings", "T2 A conference", "event-title", "A conference"),
        ("Report", "SN R-1", "number", "R-1"),
        ("Web Page", "WT A site", "container-title", "A site"),
        ("Laws/Statutes", "CL 12", "number", "12"),
        ("Case", "PB A court", "authority", "A court"),
        ("Monograph", "YR 2003\nFD 03/15", "issued", Date(DatePoint(2003, 3, 15))),
        ("Monograph", "YR 2003\nFD May 3", "issued", Date(DatePoint(2003, 5, 3))),
        ("Monograph", "YR 2003\nFD whenever", "issued", Date(DatePoint(2003))),
        ("Monograph", "FD May 2003", "issued", Date(DatePoint(2003, 5))),
        ("Monograph", "RD 3/15/2020", "accessed", Date(DatePoint(2020, 3, 15))),
        ("Journal, Electronic", "PMID 123", "PMID", "123"),
        ("Book Chapter", "FD 05/2003", "issued", Date(DatePoint(2003, 5))),
        ("Web Page", "A6 Doe,J.", "editor", (Name("Doe", "J."),)),
        ("Web Page", "WV 2", "version", "2"),
    ],
)
def test_line(kind: str, line: str, variable: str, value: object) -> None:
    work = one(f"RT {kind}\n{line}\n")
    assert work.fields.get(variable) == value
    assert one(refworks.write([work])) == work


def test_output() -> None:
    how = Writing(extracts={"k": [Extract("Words.", locator="12")]})
    fields = {
        "title": "T",
        "author": (Name("Doe", "Jane"), Name(literal="A and B")),
        "issued": Date(DatePoint(2001, 5, 3)),
        "keyword": "a, b",
        "page": "3",
        "note": "mine",
    }
    assert refworks.write([Work("k", "book", fields, {"LK": "x"})], how) == (
        "RT Book, Whole\nID k\nT1 T\nA1 Doe, Jane\nA1 A and B,\nK1 a\nK1 b\nYR 2001\nFD May 3\n"
        "LK x\nU5 csl:page: 3\nU5 csl:note: mine\nNO “Words.” (p. 12)\n\n"
    )
    kept = "as it is only in U5"
    assert how.losses == [Loss("k", "page", "kept", kept), Loss("k", "note", "kept", kept)]


def test_broken_records_are_read_and_reported() -> None:
    reading = refworks.read("hello\nT1 A\nU5 mine\nRT Book, Whole\nT1 B\nRT Odd\nT1 C\n")
    assert [(work.type, work.text("title")) for work in reading.works] == [
        ("document", "A"),
        ("book", "B"),
        ("document", "C"),
    ]
    assert reading.works[0].extra == {"U5": "mine"}
    assert [(problem.code, problem.where.line) for problem in reading.problems] == [
        ("stray-text", 1),
        ("missing-type", 2),
    ]
