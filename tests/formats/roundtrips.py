"""What every format that is read and written must do: tell what it loses."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.model import Work


def check_round_trip(name: str, works: Sequence[Work], program: str = "") -> Writing:
    """Write and read again: everything is the same but what the writer reported."""
    chosen = registry.get(name)
    how = Writing(program)
    text = chosen.write(works, how)
    reading = chosen.read(text)
    assert reading.problems == ()
    lost = {(loss.key, loss.field) for loss in how.losses if loss.level != "kept"}
    assert len(reading.works) == len(works), text
    for one, other in zip(works, reading.works, strict=True):
        assert other.id == one.id or (one.id, "id") in lost
        assert other.type == one.type or (one.id, "type") in lost
        for field in one.fields.keys() | other.fields.keys():
            if (one.id, field) not in lost:
                assert other.fields.get(field) == one.fields.get(field), (field, text)
        for key in one.extra.keys() | other.extra.keys():
            if (one.id, key) not in lost:
                assert other.extra.get(key) == one.extra.get(key), (key, text)
    return how
