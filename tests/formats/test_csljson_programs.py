"""CSL-JSON as Zotero and pandoc read it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from citekit.formats import registry
from citekit.formats.base import Loss, Writing
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

CSLJSON = registry.get("csljson")


def written(program: str, **fields: Any) -> tuple[dict[str, Any], list[Loss]]:
    how = Writing(program)
    text = CSLJSON.write([Work("a", "book", fields)], how)
    return json.loads(text)[0], how.losses


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (Name("Leyen", "U.", non_dropping_particle="von der"), ("von der Leyen", "U.")),
        (Name("Aubignac", "F.", non_dropping_particle="d’"), ("d’Aubignac", "F.")),
        (Name("Humboldt", "Alexander", "von"), ("Humboldt", "Alexander von")),
        (Name("King", "M. L.", suffix="Jr."), ("King", "M. L., Jr.")),
    ],
)
def test_zotero_finds_particles_and_suffix_in_the_parts(name: Name, parts: tuple[str, str]) -> None:
    item, losses = written("zotero", author=(name,))
    assert item["author"] == [{"family": parts[0], "given": parts[1]}]
    assert losses == []


def test_what_reads_back_differently_is_reported() -> None:
    name = Name("Van Dyke", "Dick", non_dropping_particle="The")
    item, losses = written("zotero", author=(name,))
    assert item["author"] == [{"family": "The Van Dyke", "given": "Dick"}]
    assert [(loss.field, loss.level) for loss in losses] == [("author", "approximated")]


@pytest.mark.parametrize(
    ("date", "value"),
    [
        (Date(DatePoint(1999), approximate=True), {"raw": "c. 1999"}),
        (Date(DatePoint(1999), uncertain=True), {"raw": "1999?"}),
        (Date(DatePoint(1999), DatePoint(2001), range=True), {"raw": "1999/2001"}),
        (Date(DatePoint(1999, 5)), {"date-parts": [[1999, 5]]}),
        (Date(literal="in press"), {"literal": "in press"}),
    ],
)
def test_zotero_reads_ranges_and_doubt_as_words(date: Date, value: object) -> None:
    item, losses = written("zotero", issued=date)
    assert item["issued"] == value
    assert losses == []


def test_pandoc_knows_circa_alone() -> None:
    item, losses = written("pandoc", issued=Date(DatePoint(1999), uncertain=True))
    assert item["issued"] == {"date-parts": [[1999]], "circa": True}
    assert [(loss.field, loss.level) for loss in losses] == [("issued", "approximated")]


@pytest.mark.parametrize("program", ["", "zotero", "pandoc"])
@given(works=catalogues)
@settings(max_examples=40)
def test_what_is_not_reported_is_read_back(program: str, works: list[Work]) -> None:
    how = check_round_trip("csljson", works, program)
    assert program or not how.losses


def test_items_are_written_one_by_one() -> None:
    works = [Work(key, "book") for key in "ab"]
    parts = list(CSLJSON.pieces(works))
    assert len(parts) == 3
    assert json.loads("".join(parts)) == [{"id": key, "type": "book"} for key in "ab"]
    assert list(CSLJSON.pieces([])) == ["[]\n"]
