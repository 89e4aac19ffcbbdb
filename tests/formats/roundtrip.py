"""What must come back from a format that tells what it loses."""

from __future__ import annotations

from types import ModuleType

from citekit.formats.base import Writing, collect
from citekit.model import Work


def check(module: ModuleType, works: list[Work]) -> Writing:
    """Write and read; all that is not told as changed or dropped must be the same."""
    how = Writing()
    reading = collect(module.items("".join(module.pieces(works, how))))
    assert reading.problems == ()
    assert len(reading.works) == len(works)
    for work, found in zip(works, reading.works, strict=True):
        lost = {loss.field for loss in how.losses if loss.key == work.id and loss.level != "kept"}
        assert found.id == work.id or "id" in lost
        assert found.type == work.type or "type" in lost
        assert _but(found, lost) == _but(work, lost)
    return how


def _but(work: Work, lost: set[str]) -> dict[str, object]:
    """Fields and extras without those that are told as lost."""
    told = dict(work.fields) | dict(work.extra)
    return {name: value for name, value in told.items() if name not in lost}
