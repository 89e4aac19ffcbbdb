"""The registry: every row has its module, and files are told by their content."""

from __future__ import annotations

from importlib import import_module

import pytest

from citekit.formats.registry import FORMATS, PROGRAMS, Format, detect
from citekit.model import Date, DatePoint, Name, Work

WORK = Work(
    "waltz1959",
    "book",
    {
        "author": (Name("Waltz", "Kenneth N."),),
        "title": "Man, the State and War",
        "issued": Date(DatePoint(1959)),
        "publisher": "Columbia University Press",
    },
)


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
def test_every_row_has_its_module(row: Format) -> None:
    module = import_module(row.module)
    assert hasattr(module, "items") == ("r" in row.modes)
    assert hasattr(module, "pieces") == ("w" in row.modes)


@pytest.mark.parametrize("row", [r for r in FORMATS.values() if r.modes == "rw"], ids=str)
def test_what_is_written_is_recognised_and_read(row: Format) -> None:
    text = row.write([WORK])
    found = detect(text)
    assert found is not None
    assert found.name == ("biblatex" if row.name == "bibtex" else row.name)
    (work,) = row.read(text).works
    assert (work.type, work.text("title")) == ("book", "Man, the State and War")
    assert work.names("author") == (Name("Waltz", "Kenneth N."),)


def test_programs_read_formats_that_are_written() -> None:
    assert {name for name in PROGRAMS.values() if "w" not in FORMATS[name].modes} == set()
