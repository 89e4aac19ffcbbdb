"""Years and pages that are meant in the order of names and years."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.works import Catalogue
from citekit.model import Date, DatePoint, Name, Work


def work(key: str, year: int, *families: str) -> Work:
    dated = Date(DatePoint(year))
    authors = tuple(map(Name, families))
    return Work(key, "book", {"author": authors, "title": f"Of {key}", "issued": dated})


CATALOGUE = Catalogue.of(
    [
        work("waltz59", 1959, "Waltz"),
        work("waltz79", 1979, "Waltz"),
        work("jervis", 1976, "Jervis"),
        work("both", 1991, "Jervis", "Snyder"),
        work("again", 1993, "Jervis", "Snyder"),
    ]
)


def cited(text: str) -> list[tuple[str, str, str]]:
    found = citations(text, CATALOGUE)
    return [(text[one.start : one.end], one.body.value, one.locator) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Waltz and Jervis (1959 and 1976, respectively) differ.",
        "Waltz and Jervis (respectively 1959 and 1976) differ.",
        "Waltz and Jervis (1959; 1976) differ.",
        "So it is (Waltz and Jervis 1959 and 1976, respectively).",
        "Waltz und Jervis (1959 bzw. 1976) streiten.",
        "Waltz und Jervis (jeweils 1959 und 1976) streiten.",
        "Waltz et Jervis (respectivement 1959 et 1976) diffèrent.",
    ],
)
def test_years_of_several_authors(text: str) -> None:
    assert [(key, place) for _, key, place in cited(text)] == [("waltz59", ""), ("jervis", "")]


def test_the_spans_are_those_of_the_years() -> None:
    text = "Waltz and Jervis (1959: 12 and 1976: 88, respectively) differ."
    assert cited(text) == [
        ("Waltz and Jervis (1959: 12", "waltz59", "12"),
        ("1976: 88, respectively)", "jervis", "88"),
    ]


def test_one_without_a_work_leaves_the_others_theirs() -> None:
    text = "Waltz, Kroll, and Jervis (1959, 1970, and 1976, respectively) differ."
    assert [key for _, key, _ in cited(text)] == ["waltz59", "", "jervis"]


def test_years_of_the_same_authors() -> None:
    text = "Jervis and Snyder (1991 and 1993) agree."
    assert [key for _, key, _ in cited(text)] == ["both", "again"]


def test_pages_of_several_years() -> None:
    told = cited("Waltz (1959, 1979: 12 and 88, respectively) says so.")
    assert [(key, place) for _, key, place in told] == [("waltz59", "12"), ("waltz79", "88")]
    plain = cited("Waltz (1959, 1979: 12, 88) says so.")
    assert [(key, place) for _, key, place in plain] == [("waltz59", ""), ("waltz79", "12, 88")]


def test_a_number_that_goes_on_is_no_year() -> None:
    text = "So says Waltz (1959 and 1979 ships sank)."
    assert "waltz79" not in {key for _, key, _ in cited(text)}
