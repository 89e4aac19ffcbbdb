"""Kept fields: what a format cannot say comes back, whatever stands in the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formats.base import Extract, Writing
from citekit.formats.xmlkeep import (
    MARK,
    is_kept,
    keep,
    parted,
    quote_block,
    read_block,
    read_name,
    restore,
    write_name,
)
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.works import names, works

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["fields", "extra", "without", "type", "id", "author", "issued", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


def titles(work: Work) -> Work:
    """A format that has titles only."""
    fields = {"title": work.fields["title"]} if "title" in work.fields else {}
    return Work(work.id, "book", fields)


@settings(deadline=None, max_examples=150)
@given(works())
def test_what_a_format_lacks_is_kept(work: Work) -> None:
    how = Writing()
    back = titles(work)
    text = keep(work, back, how)
    assert "\n" not in text
    assert restore(back, text, titles) == work
    named = {loss.field for loss in how.losses}
    differ = {name for name in work.fields if name != "title"} | work.extra.keys()
    assert named == differ | ({"type"} if work.type != "book" else set())


def test_nothing_is_kept_of_what_a_format_says() -> None:
    how = Writing()
    work = Work("k", "book", {"title": "T"})
    assert keep(work, titles(work), how) == ""
    assert how.losses == []


def test_a_change_elsewhere_counts() -> None:
    def years(work: Work) -> Work:
        date = work.date("issued")
        start = date.start if date else None
        return Work(work.id, work.type, {"issued": Date(DatePoint(start.year if start else 0))})

    work = Work("k", "book", {"issued": Date(DatePoint(2001, 5))})
    text = keep(work, years(work), Writing())
    assert restore(years(work), text, years) == work
    changed = Work("k", "book", {"issued": Date(DatePoint(1999))})
    assert restore(changed, text, years) == changed


@settings(deadline=None, max_examples=200)
@given(_JSON)
def test_any_json_does_no_harm(value: object) -> None:
    read = Work("k", "book", {"title": "T"})
    work = restore(read, MARK + json.dumps(value), titles)
    assert work.text("title") == "T"


@pytest.mark.parametrize("text", ["", "x", MARK, MARK + "[", MARK + "[" * 100_000, MARK + "[1]"])
def test_no_kept_field(text: str) -> None:
    assert not is_kept(text)
    work = Work("k", "book", {"title": "T"})
    assert restore(work, text, titles) == work


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doe, Jane", Name("Doe", "Jane")),
        ("Doe, Jane, Jr.", Name("Doe", "Jane", suffix="Jr.")),
        ("van der Waals, J.", Name("Waals", "J.", non_dropping_particle="van der")),
        ("World Health Organization,", Name(literal="World Health Organization")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("Plato", Name("Plato")),
        (" , ", None),
    ],
)
def test_names(text: str, name: Name | None) -> None:
    assert read_name(text) == name


@settings(deadline=None, max_examples=150)
@given(names())
def test_written_names_are_read_or_differ_openly(name: Name) -> None:
    read = read_name(write_name(name))
    assert read is not None or not write_name(name).strip(", ")


def test_parts_of_names() -> None:
    assert parted("de Gaulle", "Charles") == Name("Gaulle", "Charles", non_dropping_particle="de")
    assert parted("", "Jane") == Name(given="Jane")
    assert parted("", "") is None


@pytest.mark.parametrize(
    "extract",
    [
        Extract("words"),
        Extract("words", locator="12"),
        Extract("“inner” words", locator="12", comment="why\nso"),
    ],
)
def test_quotations_as_notes(extract: Extract) -> None:
    assert read_block(quote_block(extract)) == extract
    assert read_block("a note “with words” in it") is None
