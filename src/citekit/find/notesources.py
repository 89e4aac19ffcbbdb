"""What a note gives as the source of the words that its mark follows.

A note says first where the words are from; what it cites behind that is to be compared, or
cites the same: "¹ AD Nord, 2 B 17. Voir Lee, Ports, p. 7".  Sources: Chicago Manual of Style
(17th edition), 14.37–39 (commentary stands after the source citation).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from citekit.find.citations.marks import note_spans
from citekit.find.suggestion import Suggestion
from citekit.find.works import Span

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKED = re.compile(r"\[\^([^\]\s]{1,80})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
#: The mark that a note begins with.
_HEAD = re.compile(r"[ \t]*(?:\[\^[^\]\s]{1,80}\]:|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?")
#: Another source: its number or date, or what parts it from the next; no initials and no "Vgl.".
_OTHER = re.compile(r"[\d;]|[^\W\d_]{4}\.\s")

#: What a note begins with that only points to more on the matter.
_SEE = re.compile(
    r"\s*(?:but |so |also |anders |auch |dazu |zum |mais )?"
    r"(?:cf|compare|see|vgl|vergleiche|siehe|s|hierzu|dazu|zu|voir|v|sur|contra|against|gegen|contre"
    r"|on|for|pour|für)\b\.?\s",
    re.I,
)


class NoteSources:
    """The notes of a text, and what they cite, by place."""

    def __init__(self, text: str, found: Iterable[Suggestion]) -> None:
        self._text = text
        self._found = found

    @cached_property
    def _notes(self) -> dict[str, Span]:
        return {label.translate(_PLAIN): span for label, span in note_spans(self._text)}

    @cached_property
    def _cites(self) -> list[tuple[int, int, str]]:
        return sorted(
            (one.start, one.end, one.body.value)
            for one in self._found
            if one.kind in ("citation", "reference")
        )

    def first(self, start: int, end: int) -> frozenset[str] | None:
        """The works that the note begins with whose mark stands at a place; empty if another
        source stands before them, None if no mark of a note stands there."""
        mark = _MARKED.fullmatch(self._text, start, end)
        span = self._notes.get((mark[1] or mark[2]).translate(_PLAIN)) if mark else None
        if span is None:
            return None
        head = _HEAD.match(self._text, *span)
        begin = head.end() if head is not None else span[0]
        at = bisect_left(self._cites, (begin,))
        inside = [one for one in self._cites[at:] if one[0] < span[1]]
        if not inside or _OTHER.search(self._text, begin, inside[0][0]):
            return frozenset()
        return frozenset(work for start, _, work in inside if start == inside[0][0])

    def points(self, start: int, end: int) -> bool:
        """Whether the note whose mark stands at a place only points to what is to be compared or
        read beside: "² Vgl. Lee, Ports, S. 7"."""
        mark = _MARKED.fullmatch(self._text, start, end)
        span = self._notes.get((mark[1] or mark[2]).translate(_PLAIN)) if mark else None
        head = _HEAD.match(self._text, *span) if span is not None else None
        return head is not None and _SEE.match(self._text, head.end()) is not None
