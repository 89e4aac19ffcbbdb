"""Refer: what EndNote and libraries write is understood, and comes back."""

from __future__ import annotations

import pytest

from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing
from citekit.model import Date, DatePoint, Name, Work

refer = registry.get("refer")

ARTICLE = """\ufeff%0 Journal Article
%A Doe, Jane A.
%A van der Berg, Jan
%A Smith and Sons,
%T A title
%J Journal of Things
%D 2001
%8 May 3
%V 12
%N 3
%P 1-9
%@ 0378-5955
%R 10.1000/x
%K one
two, with a comma
%K three
%X First line.
Second line.
%Z A note
%< Another
%! Short
%+ An address
%[ 2020-02-29
%U http://x.y/1
%F doe2001
"""


def one(text: str) -> Work:
    (work,) = refer.read(text).works
    return work


def test_article() -> None:
    reading = refer.read(ARTICLE)
    assert reading.problems == ()
    (work,) = reading.works
    assert (work.id, work.type) == ("doe2001", "article-journal")
    assert dict(work.fields) == {
        "author": (
            Name("Doe", "Jane A."),
            Name("Berg", "Jan", non_dropping_particle="van der"),
            Name(literal="Smith and Sons"),
        ),
        "title": "A title",
        "title-short": "Short",
        "container-title": "Journal of Things",
        "issued": Date(DatePoint(2001, 5, 3)),
        "accessed": Date(DatePoint(2020, 2, 29)),
        "volume": "12",
        "issue": "3",
        "page": "1-9",
        "ISSN": "0378-5955",
        "DOI": "10.1000/x",
        "keyword": "one; two, with a comma; three",
        "abstract": "First line.\nSecond line.",
        "annote": "A note\n\n* * *\n\nAnother",
        "URL": "http://x.y/1",
    }
    assert work.extra == {"%+": "An address"}
    assert one(refer.write([work])) == work


@pytest.mark.parametrize(
    ("kind", "line", "variable", "value"),
    [
        ("Book", "%B A series", "collection-title", "A series"),
        ("Book", "%P 173 s.", "number-of-pages", "173"),
        ("Book", "%@ 8203107354", "ISBN", "8203107354"),
        ("Book", "%7 2nd", "edition", "2nd"),
        ("Book", "%Y Doe, J.", "translator", (Name("Doe", "J."),)),
        ("Book Section", "%B A book", "container-title", "A book"),
        ("Conference Paper", "%B A conference", "event-title", "A conference"),
        ("Computer Program", "%7 1.2", "version", "1.2"),
        ("Report", "%N R-1", "number", "R-1"),
        ("Bill", "%7 2", "chapter-number", "2"),
        ("Book", "%D c. 1950", "issued", Date(DatePoint(1950), approximate=True)),
        ("Book", "%D in press", "issued", Date(literal="in press")),
        ("Book", "%8 1999-05", "issued", Date(DatePoint(1999, 5))),
        ("Book", "%R https://doi.org/10.1000/X", "DOI", "10.1000/X"),
        ("Book", "%G no\n%G da", "language", "no, da"),
        ("Book", "%P 12-15", "page", "12-15"),
        ("Book", "%N 7", "collection-number", "7"),
        ("Book", "%? Doe, J.", "translator", (Name("Doe", "J."),)),
        ("Edited Book", "%A Doe, J.", "editor", (Name("Doe", "J."),)),
        ("edited book", "%E Doe, J.", "collection-editor", (Name("Doe", "J."),)),
        ("Ancient Text", "%B Loeb", "container-title", "Loeb"),
        ("Film or Broadcast", "%A Doe, J.", "director", (Name("Doe", "J."),)),
        ("Film or Broadcast", "%? Doe, J.", "performer", (Name("Doe", "J."),)),
        ("Music", "%A Doe, J.", "composer", (Name("Doe", "J."),)),
        ("Personal Communication", "%E Doe, J.", "recipient", (Name("Doe", "J."),)),
        ("Thesis", "%Y Doe, J.", "contributor", (Name("Doe", "J."),)),
        ("Patent", "%E An office", "authority", "An office"),
        ("Patent", "%@ US 7,000", "number", "US 7,000"),
        ("Report", "%@ R-1", "number", "R-1"),
        ("Report", "%@ 0306406152", "ISBN", "0306406152"),
        ("Case", "%E F.3d", "container-title", "F.3d"),
        ("Case", "%I A court", "authority", "A court"),
        ("Hearing", "%B A committee", "section", "A committee"),
        ("Bill", "%S A parliament", "authority", "A parliament"),
        ("Dataset", "%6 1234", "number", "1234"),
        ("Manuscript", "%B Papers", "archive_collection", "Papers"),
        ("Artwork", "%9 Oil", "medium", "Oil"),
        ("Journal Article", "%7 2001-02-03", "available-date", Date(DatePoint(2001, 2, 3))),
        ("Conference Proceedings", "%B Proc. of X", "container-title", "Proc. of X"),
        ("Conference Proceedings", "%3 Proceedings", "container-title", "Proceedings"),
        ("Podcast", "%B A show", "container-title", "A show"),
        ("Book", "%K one; two", "keyword", "one, two"),
        ("Book", "%A Jane van Doe", "author", (Name("Doe", "Jane", "", "van"),)),
        ("Book", "%A J. R. Doe", "author", (Name("Doe", "J. R."),)),
        ("Book", "%A Society of Things", "author", (Name(literal="Society of Things"),)),
        ("Book", "%A Deutsche Bank", "author", (Name(literal="Deutsche Bank"),)),
    ],
)
def test_line(kind: str, line: str, variable: str, value: object) -> None:
    work = one(f"%0 {kind}\n{line}\n")
    assert work.fields.get(variable) == value
    assert one(refer.write([work])) == work


def test_numbers_of_a_patent() -> None:
    work = one("%0 Patent\n%N 09/123\n%@ 7,000,000\n")
    assert dict(work.fields) == {"number": "7,000,000", "call-number": "09/123"}


def test_types_and_records() -> None:
    works = refer.read(
        "%0 Serial\n%0 Audio\n%T A\n\n%T B\n%A Doe, J.\n\n%T C\n%J A Journal\n\n%0 Odd\n%T D"
    ).works
    assert [work.type for work in works] == ["song", "book", "article-journal", "document"]
    assert works[0].extra == {"%0": "Serial\nAudio"}
    again = refer.read(refer.write(works))
    assert again.works == works


def test_numbers_that_disagree_are_kept() -> None:
    work = one("%0 Book\n%D 1999\n%8 2001-05-03\n%R a number\n%@ 1\n%@ 2\n%$ mine\n")
    assert work.date("issued") == Date(DatePoint(1999))
    assert work.extra == {"%8": "2001-05-03", "%R": "a number", "%@": "2", "%$": "mine"}


def test_output() -> None:
    how = Writing(extracts={"k": [Extract("Words.", locator="12")]})
    fields = {
        "title": "T",
        "author": (Name("Doe", "Jane", suffix="Jr."), Name(literal="A and B")),
        "issued": Date(DatePoint(2001, 5)),
        "abstract": "one\n\ntwo",
        "submitted": Date(DatePoint(2000)),
    }
    assert refer.write([Work("k", "book", fields)], how) == (
        "%0 Book\n%F k\n%T T\n%A Doe, Jane, Jr.\n%A A and B,\n%X one\ntwo\n%D 2001\n%8 2001-05\n"
        '%$ csl+json:abstract: "one\\n\\ntwo"\n%$ csl:submitted: 2000\n%Z “Words.” (p. 12)\n\n'
    )
    kept = "as it is only in %$"
    assert how.losses == [Loss("k", "abstract", "kept", kept), Loss("k", "submitted", "kept", kept)]


def test_lines_outside_records_are_reported() -> None:
    reading = refer.read("hello\n%T A\n", "x.enw")
    assert [(problem.code, problem.where.line) for problem in reading.problems] == [
        ("stray-text", 1)
    ]


def test_series_beside_proceedings() -> None:
    (work,) = refer.read(
        "%0 Conference Proceedings\n%T A\n%B Proceedings of the X\n%S Notes in Y\n%D 2003\n"
    ).works
    assert work.text("container-title") == "Proceedings of the X"
    assert work.text("collection-title") == "Notes in Y"
    assert "event-title" not in work.fields


def test_count_of_pages_with_its_unit() -> None:
    (work,) = refer.read("%0 Book\n%T A\n%P 173 s.\n").works
    assert work.text("number-of-pages") == "173"
