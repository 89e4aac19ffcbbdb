"""The sentence around a place, found without reading the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right

from citekit.corpus.places import sentence_breaks

#: A longer paragraph is looked at in part.
_REACH = 4000
#: A line break inside a sentence, in text that is broken by hand.
_WRAPPED = re.compile(r"(?<=[^\s.!?:;”\"»])[ \t]*\r?\n(?=[ \t]*[^\W\d_A-Z])|(?<=[a-zß,]) *\r?\n(?=\w)")

#: A footnote's marker after a full stop hides that a sentence ends.
_MARKER = re.compile(r"(?<=[.!?”“\"»’])(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^?\w{1,20}\])(?=\s)")


class Sentences:
    """The sentences of one text; the last paragraph asked for is kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = -1
        self._breaks: list[int] = []

    def paragraph(self, at: int) -> tuple[int, int]:
        """The span of the paragraph around ``at``."""
        if not self._start <= at < self._end:
            self._read(at)
        return self._start, self._end

    def around(self, at: int) -> tuple[int, int]:
        """The span of the sentence around ``at``, without white space around it."""
        if not self._start <= at < self._end:
            self._read(at)
        return self._span(bisect_right(self._breaks, at - self._start))

    def after(self, at: int) -> tuple[int, int] | None:
        """The sentence after that around ``at``, in the same paragraph."""
        if not self._start <= at < self._end:
            self._read(at)
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

    def _read(self, at: int) -> None:
        text = self._text
        low = max(0, at - _REACH)
        start = text.rfind("\n\n", low, at)
        start = low if start == -1 else start + 2
        end = text.find("\n\n", at, at + _REACH)
        self._start, self._end = start, min(len(text), at + _REACH) if end == -1 else end + 1
        if self._end <= at:
            self._end = at + 1
        words = text[self._start : self._end]
        if not words.isascii() or "[" in words:
            words = _MARKER.sub(lambda found: " " * len(found[0]), words)
        if "\n" in words:
            words = _WRAPPED.sub(lambda found: " " * len(found[0]), words)
        self._breaks = sentence_breaks(words)
