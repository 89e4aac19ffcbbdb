"""Every format that is read and written: what the report does not name comes back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.formats import registry
from citekit.model import Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

BOTH_WAYS = [name for name, row in registry.FORMATS.items() if row.modes == "rw"]


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(works=catalogues, program=st.sampled_from(["", *registry.PROGRAMS]))
def test_what_is_not_reported_comes_back(name: str, works: list[Work], program: str) -> None:
    check_round_trip(name, works, program)
