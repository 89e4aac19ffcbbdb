"""Joining rendered texts: doubled punctuation and spaces, punctuation in quotes.

CSL leaves this to the processor; the table is the behaviour of citeproc-js,
which the public test suite fixes (``punctuation_FullMontyField``).  Rules act
only where two rendered texts meet, never inside a field.
"""

from __future__ import annotations

from collections.abc import Iterable

from citekit.csl.marks import CLOSE, MARKS, OPENERS, QUOTE, SINGLE_QUOTE, UNQUOTE

#: last character + first character → what stays of the two (both stay when missing).
MEET: dict[str, str] = {
    "!.": "!",
    "!:": "!",
    "!!": "!",
    "?.": "?",
    "?:": "?",
    "??": "?",
    "..": ".",
    ":!": "!",
    ":?": "?",
    ":.": ":",
    "::": ":",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
    ";;": ";",
    ",,": ",",
}
_POINTS = frozenset(".,;:!?")
_DROPPED_AFTER_QUOTE = ("..", ",,", "?.", "!.", "!:", "?:")
_TRIGGERS = _POINTS | MARKS | {" "}
_TAIL = MARKS - OPENERS
_QUOTES = (QUOTE, SINGLE_QUOTE)


class Joiner:
    """Joins texts; ``inside`` moves periods and commas into a closing quote."""

    __slots__ = ("inside",)

    def __init__(self, inside: bool) -> None:
        self.inside = inside

    def join(self, parts: Iterable[str], delimiter: str = "") -> str:
        """The non-empty ``parts`` with ``delimiter`` between them."""
        out = ""
        for part in parts:
            if not part:
                continue
            if out and delimiter:
                out = self.glue(self.glue(out, delimiter), part)
            elif out:
                out = self.glue(out, part)
            else:
                out = part
        return out

    def glue(self, left: str, right: str) -> str:
        """``left`` and ``right``, mended where they meet."""
        if not left or not right:
            return left or right
        if right[0] not in _TRIGGERS:
            return left + right
        start = 0
        while start < len(right) and right[start] in MARKS:
            if right[start] in _QUOTES:
                return left + right
            start += 1
        if start == len(right):
            return left + right
        mark = right[start]
        if mark not in _POINTS and mark != " ":
            return left + right
        end = len(left) - 1
        quote = -1
        while end >= 0 and left[end] in _TAIL:
            if left[end] == UNQUOTE:
                quote = end
            end -= 1
        if end < 0 or left[end] in MARKS:
            return left + right
        return self._meet(left, end, quote, right, start)

    def _meet(self, left: str, end: int, quote: int, right: str, start: int) -> str:
        last, first = left[end], right[start]
        rest = right[:start] + right[start + 1 :]
        if first == " ":
            return left + rest if last == " " else left + right
        if quote >= 0 and self.inside and first in ".,!?":
            kept = MEET.get(last + first, last + first)
            return self.glue(left[:end] + kept + left[end + 1 :], rest)
        if quote >= 0 and last + first not in _DROPPED_AFTER_QUOTE:
            return left + right
        kept = MEET.get(last + first, "")
        if not kept:
            return left + right
        if kept == first != last:
            return self.glue(left[:end] + left[end + 1 :], right)
        return self.glue(left[:end] + kept + left[end + 1 :], rest)


def end_sentence(text: str) -> bool:
    """Whether the last visible character of ``text`` ends a sentence."""
    for char in reversed(text):
        if char not in MARKS:
            return char in ".?!"
    return False


def wrap(mark: str, text: str) -> str:
    """``text`` inside ``mark``."""
    return mark + text + (UNQUOTE if mark in _QUOTES else CLOSE)
