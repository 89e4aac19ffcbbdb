"""Dates: what is understood, what is refused, and that printing and reading agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.dates import bibtex_date, format_edtf, parse_date, parse_month
from citekit.model import Date, DatePoint


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2001", "2001"),
        ("2001-05", "2001-05"),
        ("2001-05-03", "2001-05-03"),
        ("2001-05-03T12:00:00Z", "2001-05-03"),
        ("2001/2003", "2001/2003"),
        ("1999/", "1999/.."),
        ("1999/..", "1999/.."),
        ("/1999", "../1999"),
        ("../1999-12", "../1999-12"),
        ("2001?", "2001?"),
        ("2001-05~", "2001-05~"),
        ("2001%", "2001%"),
        ("2001-21", "2001-21"),
        ("2001-24/2002-22", "2001-24/2002-22"),
        ("-0379", "-0379"),
        ("-0379/-0300~", "-0379~/-0300~"),
        ("Y-17E7", "Y-170000000"),
        ("Y170000002", "Y170000002"),
        ("201X", "2010/2019"),
        ("19XX?", "1900?/1999?"),
        ("-01XX", "-0199/-0100"),
        ("2004-XX", "2004"),
        ("2000-02-29", "2000-02-29"),
        ("20010503", "2001-05-03"),
        ("2001/5/3", "2001-05-03"),
        ("12.03.2001", "2001-03-12"),
        ("79", "0079"),
        ("AD 79", "0079"),
        ("44 BC", "-0043"),
        ("379 B.C.E.", "-0378"),
        ("May 2001", "2001-05"),
        ("3 May 2001", "2001-05-03"),
        ("May 3rd, 2001", "2001-05-03"),
        ("3. Mai 2001", "2001-05-03"),
        ("März 1999", "1999-03"),
        ("15 août 1944", "1944-08-15"),
        ("3 de mayo de 1808", "1808-05-03"),
        ("Herbst 1999", "1999-23"),
        ("été 1999", "1999-22"),
        ("c. 1999", "1999~"),
        ("circa 1950", "1950~"),
        ("c1999", "1999"),
        ("©1999", "1999"),
        ("[2001]", "2001"),
        ("[2001?]", "2001?"),
        ("[ca. 1840?]", "1840%"),
        ("1999--2000", "1999/2000"),
        ("1998-99", "1998/1999"),
        ("2001–2003", "2001/2003"),
        ("May-June 2001", "2001-05/2001-06"),
        ("10 May 2001 – 3 June 2001", "2001-05-10/2001-06-03"),
        ("May 3-5, 2004", "2004-05-03/2004-05-05"),
        ("3./5. Mai 2004", "2004-05-03/2004-05-05"),
        ("3. bis 5. Mai 2004", "2004-05-03/2004-05-05"),
        ("du 3 au 5 mai 2004", "2004-05-03/2004-05-05"),
        ("30. Mai bis 2. Juni 2004", "2004-05-30/2004-06-02"),
        ("3.–5. Mai 2004", "2004-05-03/2004-05-05"),
        ("30 May-2 June 2004", "2004-05-30/2004-06-02"),
        ("2004 May 30-Jun 2", "2004-05-30/2004-06-02"),
    ],
)
def test_read_as(text: str, edtf: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert format_edtf(date) == edtf


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "in press", "n.d.", "forthcoming", "..", "/", "../..", "2001/x", "x/2001"),
        *("2001-13", "2001-02-30", "1900-02-29", "2001-04-31", "2001-00", "2001-XX-05", "1X"),
        *("31 June 2001", "Spring May 2001", "5 6 May 2001", "May", "2001 and 2002 and May"),
        *("2001/99/99", "99.99.2001", "the year 2001 was good", "May 2001 – soon", "20015"),
        *("May 5-3, 2004", "3 May 2004-5", "May 3-5-6 2004", "2004 May 30-31-1"),
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        (("2001", "jan"), "2001-01"),
        (("2001", "10~jan"), "2001-01-10"),
        (("2001", "Juni", "4"), "2001-06-04"),
        (("2001", "5", "3"), "2001-05-03"),
        (("2001", "jan/feb"), "2001-01/2001-02"),
        (("2001", "January--March"), "2001-01/2001-03"),
        (("2001", "21"), "2001-21"),
        (("2001", "Winter"), "2001-24"),
        (("circa 1950", "mar"), "1950-03~"),
        (("2001", "2", "30"), "2001-02"),
        (("2001", "Michaelmas"), "2001"),
        (("2001", "May 3--5"), "2001-05-03/2001-05-05"),
        (("2001", "30 April -- 2 May"), "2001-04-30/2001-05-02"),
        (("1999--2000", "may"), "1999/2000"),
        (("2001-05-03", "jun"), "2001-05-03"),
        (("{2001}", ""), "2001"),
        (("in press", "may"), "in press"),
    ],
)
def test_bibtex_fields(fields: tuple[str, ...], edtf: str) -> None:
    assert format_edtf(bibtex_date(*fields)) == edtf


def test_words_stay_a_literal() -> None:
    assert bibtex_date("in press") == Date(literal="in press")


def test_month_that_is_none() -> None:
    assert parse_month("Michaelmas") is None
    assert parse_month("jan--feb--mar") is None
    assert parse_month("13") is None
    assert parse_month("12") == (DatePoint(0, 12),)


@st.composite
def points(draw: st.DrawFn) -> DatePoint:
    year = draw(st.integers(-9999, 9999) | st.integers(10_000, 10**17) | st.integers(-(10**17), -1))
    shape = draw(st.sampled_from(["year", "season", "month", "day"]))
    if shape == "season":
        return DatePoint(year, season=draw(st.integers(1, 4)))
    month = draw(st.integers(1, 12)) if shape != "year" else None
    return DatePoint(year, month, draw(st.integers(1, 28)) if shape == "day" else None)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    flags = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    if draw(st.booleans()):
        return Date(draw(points()), **flags)
    start, end = draw(st.none() | points()), draw(st.none() | points())
    return Date(start or (None if end else DatePoint(1)), end, range=True, **flags)


@given(dates())
def test_edtf_round_trip(date: Date) -> None:
    assert parse_date(format_edtf(date)) == date


@given(st.text() | st.text(alphabet="0123456789-/.?~%XYE mayjun", max_size=20))
def test_any_text_reads_or_not(text: str) -> None:
    date = parse_date(text)
    assert date is None or parse_date(format_edtf(date)) == date


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=4))
def test_any_fields_make_a_date(year: str, month: str, day: str) -> None:
    date = bibtex_date(year, month, day)
    assert date.literal or date.start or date.end or not year.strip()
