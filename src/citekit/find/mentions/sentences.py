"""The sentence around a place, found without reading the whole text.

The rules are those of :mod:`citekit.corpus.places`, looked at from one place outwards, with
line breaks inside a sentence, and markers of notes after a full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from citekit.corpus.fullstops import goes_on
from citekit.corpus.notemarks import note_marks

#: Farther than this a sentence does not reach.
_REACH = 2000
#: Most sentences begin no farther from a place inside them.
_NEAR = 250
_STOPS = ".!?…"
_SIGNS = (*_STOPS, "\n")
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|[.!?…]*(?:[”’“‘\"')\]»«›‹]|[ \u00a0\u202f]»)*"
    r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^?\w{1,20}\]|\(\d{1,3}\)|(?P<note>\d{1,3}(?:[,–-]\d{1,3}){0,6}))?"
    r"(?=\s+(?:[\"“„‘‚'(\[«»›‹*_]{0,2}\s?[A-ZÀ-ÖØ-Þ0-9]"
    r"|@\w|\\(?:[Tt]extc|[Cc]ite[at]))))"  # a key that stands for a name
)


class Sentences:
    """The sentences of one text; those asked for are kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []

    def around(self, at: int) -> tuple[int, int]:
        """The span of the sentence around ``at``, without white space around it."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._ends[index]:
            return self._starts[index], self._ends[index]
        return self._keep(index + 1, self._start(at), self._end(at))

    def after(self, at: int) -> tuple[int, int] | None:
        """The sentence after that around ``at``, in the same paragraph."""
        text = self._text
        _, end = self.around(at)
        place = end
        while place < len(text) and text[place].isspace():
            place += 1
        if place == len(text) or text.count("\n", end, place) > 1:
            return None
        return self.begun(place)

    def begun(self, at: int) -> tuple[int, int]:
        """The span of the sentence that begins at ``at``, right after another one."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._ends[index]:
            return self._starts[index], self._ends[index]
        return self._keep(index + 1, at, self._end(at))

    def _keep(self, index: int, start: int, end: int) -> tuple[int, int]:
        said = self._text[start:end]
        start = end - len(said.lstrip())
        end = start + len(said.strip())
        self._starts.insert(index, start)
        self._ends.insert(index, end)
        return start, end

    def _start(self, at: int) -> int:
        text = self._text
        # what begins at the place itself is looked at too
        place = at
        for low in (max(0, at - _NEAR), max(0, at - _REACH)):
            while True:
                last, nearest = place, low
                place = -1
                for sign in _SIGNS:
                    found_at = text.rfind(sign, nearest, last)
                    if found_at != -1:
                        place = nearest = found_at
                if place == -1:
                    place = last
                    break
                while place > low and text[place] != "\n" and text[place - 1] in _STOPS:
                    place -= 1
                found = _END.match(text, place, at + 6)
                if found is not None and found.end() <= at and self._is_end(found, 0):
                    return found.end()
        return low

    def _end(self, at: int) -> int:
        text = self._text
        high = min(len(text), at + _REACH)
        place = at
        opened = text.rfind("(", max(0, at - 300), at)
        if opened != -1 and ")" not in text[opened:at]:
            closed = text.find(")", at, at + 300)
            if closed != -1 and "\n" not in text[opened:closed]:
                place = closed
        while True:
            near = high
            for sign in _SIGNS:  # one after the other: far faster than a class of characters
                found_at = text.find(sign, place, near)
                near = near if found_at < 0 else found_at
            found = _END.match(text, near, high)
            if found is not None and self._is_end(found, at):
                return found.end()
            if near == high:
                return high
            place = near + 1 if found is None else found.end()

    def _is_end(self, found: re.Match[str], low: int) -> bool:
        """Whether a sentence ends at a full stop or line break."""
        text, place = self._text, found.start()
        sign = found[0]
        if sign == "\n":
            return not _is_wrapped(text, place)
        if found["note"] is not None and found.start("note") not in note_marks(text):
            return False
        opened = text.rfind("(", max(low, place - 300), place)
        if opened != -1 and ")" not in text[opened:place]:
            closed = text.find(")", place, place + 300)
            # what stands in parentheses belongs to the sentence around them
            if closed >= found.end() and "\n" not in text[opened:closed]:
                return False
        return sign != "." or not goes_on(text, place)


def _is_wrapped(text: str, place: int) -> bool:
    """Whether the line break at ``place`` stands inside a sentence, in text that is broken
    by hand."""
    before = text[max(0, place - 1) : place].replace("\r", " ")
    following = text[place + 1 : place + 10].lstrip(" \t")
    marked = following.lstrip("“„«‘‚\"'(\u00a0\u202f ")
    following = marked[:1] if marked[:1].islower() else following[:1]
    if not before or not following or following == "\n":
        return False
    if before.islower() or before == ",":
        return following.isalnum()
    return following.islower() and before not in ' \t.!?:;”"»'
