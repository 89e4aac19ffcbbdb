"""Offsets in UTF-16 code units and in bytes, held against Python's own codecs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.anchor import offsets

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60) | st.text("aé“𝄞👩\u200d🔬", max_size=60)
UNITS = [(offsets.utf16, "utf-16-le", 2), (offsets.utf8, "utf-8", 1)]


@pytest.mark.parametrize(("make", "codec", "size"), UNITS)
@given(text=TEXTS)
def test_every_offset_converts_both_ways(
    make: Callable[[str], offsets.Scale], codec: str, size: int, text: str
) -> None:
    scale = make(text)
    wanted = [len(text[:at].encode(codec)) // size for at in range(len(text) + 1)]
    assert [scale.units_at(at) for at in range(len(text) + 1)] == wanted
    assert [scale.code_points_at(units) for units in wanted] == list(range(len(text) + 1))
    inside = set(range(wanted[-1])) - set(wanted)
    for units in inside:
        with pytest.raises(ValueError, match="inside a character"):
            scale.code_points_at(units)


@pytest.mark.parametrize(("make", "codec", "size"), UNITS)
def test_offsets_outside_the_text_are_refused(
    make: Callable[[str], offsets.Scale], codec: str, size: int
) -> None:
    scale = make("a“𝄞”")
    for offset in (-1, 5):
        with pytest.raises(IndexError):
            scale.units_at(offset)
    for units in (-1, scale.units_at(4) + 1):
        with pytest.raises(IndexError):
            scale.code_points_at(units)
