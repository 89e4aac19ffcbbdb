"""Word sources: what Word writes is understood, and what is written comes back."""

from __future__ import annotations

from hypothesis import given, settings

from citekit.formats import wordxml
from citekit.formats.base import Writing, collect
from citekit.model import Work
from tests.formats.works import catalogues


def again(works: list[Work], how: Writing) -> list[Work]:
    reading = collect(wordxml.items("".join(wordxml.pieces(works, how))))
    assert reading.problems == ()
    return list(reading.works)


def exact(work: Work, how: Writing) -> dict[str, object]:
    """What of a work must come back: all but what the writer told to change."""
    lost = {loss.field for loss in how.losses if loss.key == work.id and loss.level != "kept"}
    told = {name: value for name, value in (*work.fields.items(), *work.extra.items())}
    return {name: value for name, value in told.items() if name not in lost}


@settings(deadline=None, max_examples=200)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    how = Writing()
    found = again(works, how)
    assert [work.id for work in found] == [work.id for work in works]
    for work, other in zip(works, found, strict=True):
        assert other.type == work.type
        kept = exact(work, how)
        lost = {loss.field for loss in how.losses if loss.key == work.id and loss.level != "kept"}
        told = {**other.fields, **other.extra}
        told = {name: value for name, value in told.items() if name not in lost}
        told.pop("zotero:itemType", None)
        assert told == kept
