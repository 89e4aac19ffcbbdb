"""Places in a text: line and column of a position, and the sentence around a span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citekit.corpus.fullstops import goes_on
from citekit.corpus.notemarks import SHAPED, note_marks
from citekit.corpus.wrapping import flowing, paragraphs
from citekit.model import Document, Origin

_TEXT_LINE = re.compile(r"[^\s][^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
# A pattern that begins with one set of characters is found several times faster.
_SENTENCE_END = re.compile(
    r"[.!?…\n\r](?:(?<=\n)\s*+|(?<=\r)\n?\s*+|(?<=[.!?…])(?<![.!?…].)[.!?…]*+[”’\"')\]»]*+"
    rf"(?>(?:(?P<note>\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,6}})|{SHAPED})?)"
    r"(?=\s++(?:[\"“‘'(\[«]?[A-Z0-9ÄÖÜ]|@\w)))"
)

_PARENTHESIS = re.compile(r"\([^()\r\n]*+(?>(?:\([^()\r\n]*+\)[^()\r\n]*+)*)\)")


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of ``text`` begin; CR LF, LF and CR end a line."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


class Lines:
    """Line and column of positions in one text; both count from 1, columns in
    code points.  With an ``origin`` they are those of the file that the text was
    extracted from."""

    def __init__(self, text: str, origin: Origin | None = None) -> None:
        self._origin = origin
        self._starts = line_starts(text) if origin is None else origin.lines

    @classmethod
    def of(cls, document: Document) -> Lines:
        """The lines of a document's file."""
        return cls(document.text, document.origin)

    def place(self, position: int) -> tuple[int, int]:
        """(line, column) of a code-point offset."""
        return self.in_file(position if self._origin is None else self._origin.source(position))

    def in_file(self, position: int) -> tuple[int, int]:
        """(line, column) of a code-point offset of the file."""
        line = bisect_right(self._starts, position) - 1
        return line + 1, position - self._starts[line] + 1

    def offset(self, line: int, column: int) -> int:
        """The code-point offset of a 1-based line and column."""
        position = self._starts[line - 1] + column - 1
        return position if self._origin is None else self._origin.extracted(position)


def blocks(text: str, size: int = 1000) -> Iterator[tuple[int, int]]:
    """The spans of parts of a text, in order: lines together up to about ``size``
    characters, longer lines by themselves, without empty ones."""
    start = end = 0
    for match in _TEXT_LINE.finditer(text):
        if end > start and match.end() - start > size:
            yield start, end
            start = match.start()
        if end <= start:
            start = match.start()
        end = match.end()
    if end > start:
        yield start, end


def sentence_breaks(text: str) -> list[int]:
    """Offsets at which a sentence or paragraph of ``text`` ends, rising, the last one its length.

    The lines of a paragraph may be wrapped (:mod:`citekit.corpus.wrapping`), and a full stop may
    end no sentence (:mod:`citekit.corpus.fullstops`).  What stands in
    parentheses that close in their paragraph belongs to the sentence around them; the mark of
    a note behind a sentence (:mod:`citekit.corpus.notemarks`) to that sentence.
    """
    breaks = []
    text = flowing(text, paragraphs(text))
    enclosed = [match.span() for match in _PARENTHESIS.finditer(text)]
    inside = 0
    for match in _SENTENCE_END.finditer(text):
        while inside < len(enclosed) and enclosed[inside][1] <= match.start():
            inside += 1
        if inside < len(enclosed) and enclosed[inside][0] < match.start():
            continue
        if match["note"] is not None:
            if match.start("note") not in note_marks(text):
                continue
        elif match.group() == "." and goes_on(text, match.start()):
            continue
        breaks.append(match.end())
    if not breaks or breaks[-1] != len(text):
        breaks.append(len(text))
    return breaks


def sentence(text: str, breaks: list[int], start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or sentences, that ``text[start:end]`` stands in,
    without white space around it."""
    first = bisect_right(breaks, start)
    left = breaks[first - 1] if first else 0
    last = bisect_right(breaks, max(start, end - 1))
    right = breaks[min(last, len(breaks) - 1)]
    words = text[left:right]
    return left + len(words) - len(words.lstrip()), right - (len(words) - len(words.rstrip()))
