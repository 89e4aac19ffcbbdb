"""The sentence around a place, found without reading the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right

from citekit.corpus.places import sentence_breaks

#: A longer paragraph is looked at in parts.
_REACH = 6000
#: A line break inside a sentence, in text that is broken by hand.
_WRAPPED = re.compile(r"\r?\n(?=[ \t]{0,8}\w)")

#: A footnote's marker after a full stop hides that a sentence ends.
_MARKER = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^?\w{1,20}\])(?=\s)")

_ENDS = frozenset(' \t.!?:;”"»')


class Sentences:
    """The sentences of one text, read by paragraph when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = -1
        self._breaks: list[int] = []
        self._read: dict[int, tuple[int, list[int]]] = {}

    def around(self, at: int) -> tuple[int, int]:
        """The span of the sentence around ``at``, without white space around it."""
        self._paragraph(at)
        return self._span(bisect_right(self._breaks, at - self._start))

    def after(self, at: int) -> tuple[int, int] | None:
        """The sentence after that around ``at``, in the same paragraph."""
        self._paragraph(at)
        index = bisect_right(self._breaks, at - self._start) + 1
        while index < len(self._breaks):
            start, end = self._span(index)
            if start < end:
                return start, end
            index += 1
        return None

    def _span(self, index: int) -> tuple[int, int]:
        left = self._breaks[index - 1] if index else 0
        right = self._breaks[min(index, len(self._breaks) - 1)]
        words = self._text[self._start + left : self._start + right]
        start = self._start + left + len(words) - len(words.lstrip())
        return start, max(start, self._start + left + len(words.rstrip()))

    def _paragraph(self, at: int) -> None:
        if self._start <= at < self._end:
            return
        text = self._text
        low = at - at % _REACH
        gap = text.rfind("\n\n", low, at)
        start = low if gap == -1 else gap + 2
        known = self._read.get(start)
        if known is None or known[0] <= at:
            end = text.find("\n\n", at, start + _REACH)
            end = min(len(text), start + _REACH) if end == -1 else end + 1
            known = max(end, at + 1), _breaks(text[start : max(end, at + 1)])
            self._read[start] = known
        self._start, self._end, self._breaks = start, *known


def _breaks(words: str) -> list[int]:
    if "\n" in words:
        words = _WRAPPED.sub(_blank_break, words)
    if "[" in words or any(sign in words for sign in "¹²³⁴⁵⁶⁷⁸⁹"):
        words = _MARKER.sub(_blank_marker, words)
    return sentence_breaks(words)


def _blank_break(found: re.Match[str]) -> str:
    words = found.string
    before = words[max(0, found.start() - 1) : found.start()]
    after = words[found.end() : found.end() + 9].lstrip()[:1]
    inside = before.islower() or before == "," or (after.islower() and before not in _ENDS)
    return " " * len(found[0]) if before and inside else found[0]


def _blank_marker(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    return " " * len(found[0]) if before and before in '.!?”“"»’' else found[0]
