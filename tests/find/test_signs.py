"""Years and signs in one pass: the same as by regular expressions."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from citekit.find.signs import Signs, year_places


@given(st.text(alphabet=st.sampled_from("01456789²٣ aü(–")))
def test_years_are_those_of_the_pattern(text: str) -> None:
    pattern = re.compile(r"(?:1[4-9]|20)\d\d")
    assert list(year_places(text)) == [found.start() for found in pattern.finditer(text)]


@given(st.text(alphabet="ibd eEü."))
def test_signs_are_found_where_they_stand(text: str) -> None:
    words = ("ibid", "ebd", "ebd.", "ü e")
    (places,) = Signs(words).places(text)
    assert all(any(text.startswith(word, at) for word in words) for at in places)
    assert bool(places) == any(word in text for word in words)


def test_signs_of_several_groups_are_told_apart() -> None:
    signs = Signs(("ibid", "op."), ("n.d",))
    assert [list(places) for places in signs.places("ibid n.d op.")] == [[0, 9], [5]]
    assert [list(places) for places in signs.places("")] == [[], []]
