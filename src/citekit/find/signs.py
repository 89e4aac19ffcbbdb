"""Years and fixed signs of a text, found in one pass.

A regular expression that begins with a choice is tried at every character; a matcher of
Aho and Corasick ("Efficient string matching", CACM 18:6, 1975) looks at the whole text
in a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_CENTURIES = AhoCorasick("14 15 16 17 18 19 20".split(), MatchKind.LeftmostFirst)


@lru_cache(maxsize=1)
def year_places(text: str) -> Sequence[int]:
    """Where four digits begin that may be a year from 1400 to 2099, not overlapping, in
    order.  More digits may stand on either side.  Several finders ask of one text."""
    places: list[int] = []
    done = 0
    for _, start, end in _CENTURIES.find_matches_as_indexes(text):
        if start >= done and len(text) > end + 1 and text[end : end + 2].isdecimal():
            places.append(start)
            done = end + 2
    return tuple(places)


class Signs:
    """Fixed words in groups, looked for together."""

    def __init__(self, *groups: Collection[str]) -> None:
        self._groups = [number for number, words in enumerate(groups) for _ in words]
        self._empty = ((),) * len(groups)
        self._matcher = AhoCorasick(
            [word for words in groups for word in words],
            MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def places(self, text: str) -> tuple[Sequence[int], ...]:
        """For each group, where one of its words begins, in order; none stands inside
        another, of whichever group."""
        found = self._matcher.find_matches_as_indexes(text)
        if not found:
            return self._empty
        places: list[list[int]] = [[] for _ in self._empty]
        for pattern, start, _ in found:
            places[self._groups[pattern]].append(start)
        return tuple(places)
