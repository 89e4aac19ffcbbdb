"""Every format that is read and written: what the report does not name comes back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.model import Work
from tests.formats.works import catalogues

BOTH_WAYS = [name for name, row in registry.FORMATS.items() if row.modes == "rw"]


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(works=catalogues, program=st.sampled_from(["", *registry.PROGRAMS]))
def test_what_is_not_reported_comes_back(name: str, works: list[Work], program: str) -> None:
    how = Writing(program)
    text = registry.get(name).write(works, how)
    reading = registry.get(name).read(text)
    assert reading.problems == ()
    assert len(reading.works) == len(works)
    lost = {(loss.key, loss.field) for loss in how.losses if loss.level != "kept"}
    for work, back in zip(works, reading.works, strict=True):
        assert back.id == work.id or (work.id, "id") in lost
        assert back.type == work.type or (work.id, "type") in lost
        meant, read = {**work.extra, **work.fields}, {**back.extra, **back.fields}
        for field in meant.keys() | read.keys():
            assert read.get(field) == meant.get(field) or (work.id, field) in lost, text
