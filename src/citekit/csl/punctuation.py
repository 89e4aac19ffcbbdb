"""Joining rendered texts: doubled punctuation and spaces, punctuation in quotes.

CSL leaves this to the processor; the table is the behaviour of citeproc-js,
which the public test suite fixes (``punctuation_FullMontyField``).  Rules act
only where two rendered texts meet, never inside a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.csl.marks import CLOSE, MARKS, OPEN, OPENERS, QUOTE, SINGLE_QUOTE, UNQUOTE

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
_MENDED = MEET.keys() | {"  "}
_DROPPED_AFTER_QUOTE = ("..", ",,", "?.", "!.", "!:", "?:")
#: Characters mended at one place; more stay as they are.
_MOST_MENDS = 8
TRIGGERS = _POINTS | MARKS | {" "}
_TAIL = MARKS - OPENERS
#: Nothing is mended unless the left text ends with one of these.
STICKY = _POINTS | _TAIL | {" "}
_QUOTES = (QUOTE, SINGLE_QUOTE)
_BOXES = frozenset(OPEN[name] for name in ("block", "left-margin", "right-inline", "indent"))
_OPENS_WITH_SPACE = frozenset(mark + " " for mark in _BOXES)
_CLOSES_WITH_SPACE = " " + CLOSE
#: The marks of formats, quotation marks aside.
_FORMAT = re.compile("[" + "".join(sorted(OPENERS - set(_QUOTES))) + CLOSE + "]")
_POINT_BEHIND = re.compile(f"{CLOSE}[{''.join(sorted(_BOXES))}]?[{''.join(sorted(_POINTS))}]")


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
            return left + right
        last, first = left[-1], right[0]
        if last not in STICKY or first not in TRIGGERS:
            return left + right
        if first in MARKS:
            if right[1:2] not in TRIGGERS:
                return left + right
        elif last not in MARKS:
            if last + first not in _MENDED:
                return left + right
        elif last != UNQUOTE and left[-2:-1] not in STICKY:
            return left + right
        for _ in range(_MOST_MENDS):
            mended = self._mend(left, right)
            if mended is None:
                break
            left, right = mended
        return left + right

    def _mend(self, left: str, right: str) -> tuple[str, str] | None:
        """Both sides after one rule, or None when no rule applies."""
        if not left or not right or right[0] not in TRIGGERS:
            return None
        start = 0
        while start < len(right) and right[start] in MARKS:
            if right[start] in _QUOTES:
                return None
            start += 1
        if start == len(right) or (right[start] not in _POINTS and right[start] != " "):
            return None
        end = len(left) - 1
        quoted = False
        while end >= 0 and left[end] in _TAIL:
            quoted = quoted or left[end] == UNQUOTE
            end -= 1
        if end < 0 or left[end] in MARKS:
            return None
        return self._meet(left, end, quoted, right, start)

    def _meet(
        self, left: str, end: int, quoted: bool, right: str, start: int
    ) -> tuple[str, str] | None:
        """The rules, where ``left[end]`` meets ``right[start]``."""
        last, first = left[end], right[start]
        rest = right[:start] + right[start + 1 :]
        if first == " ":
            return (left, rest) if last == " " else None
        if quoted and self.inside and first in ".,!?":
            kept = MEET.get(last + first, last + first)
            if len(kept) == 2:
                at = left.index(UNQUOTE, end)
                return left[:at] + first + left[at:], rest
            return left[:end] + kept + left[end + 1 :], rest
        if quoted and last + first not in _DROPPED_AFTER_QUOTE:
            return None
        kept = MEET.get(last + first, "")
        if not kept:
            return None
        if kept == first != last:
            return left[:end] + left[end + 1 :], right
        return left[:end] + kept + left[end + 1 :], rest


def outside_boxes(text: str) -> str:
    """An entry with a space that opens its first display box, or closes its last,
    outside of the box, and points that open a box at the end of the one before."""
    text = _points_inside(text)
    if text[:2] in _OPENS_WITH_SPACE:
        text = " " + text[0] + text[2:]
    if text.endswith(_CLOSES_WITH_SPACE) and last_box(text) in _BOXES:
        text = text[:-2] + CLOSE + " "
    return text


def _points_inside(text: str) -> str:
    """Points behind a box, or at the start of the next one, at the end of the box."""
    if _POINT_BEHIND.search(text) is None:
        return text
    stack: list[str] = []
    moves: list[tuple[int, int]] = []
    for found in _FORMAT.finditer(text):
        index, char = found.start(), found.group()
        if char != CLOSE:
            stack.append(char)
        elif stack and stack.pop() in _BOXES:
            at = index + 1
            if text[at : at + 1] in _BOXES:
                at += 1
            if text[at : at + 1] in _POINTS and index and text[index - 1] not in _POINTS:
                moves.append((index, at))
    for index, at in reversed(moves):
        text = text[:index] + text[at] + text[index:at] + text[at + 1 :]
    return text


def last_box(text: str) -> str:
    """The mark that opens what the last mark of ``text`` closes, or the empty
    string where it does not end with a mark."""
    if not text.endswith(CLOSE):
        return ""
    depth = 0
    for char in reversed(_FORMAT.findall(text)):
        depth += 1 if char == CLOSE else -1
        if not depth:
            return str(char)
    return ""


def end_sentence(text: str) -> bool:
    """Whether the last visible character of ``text`` ends a sentence."""
    for char in reversed(text):
        if char not in MARKS:
            return char in ".?!"
    return False
