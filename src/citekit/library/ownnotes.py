"""The note of a quotation, and whether it names a source that is no catalogued work.

The note whose mark stands at the end of quoted words says where they are from (Chicago Manual
of Style, 17th edition, 14.37–39): words whose note names an archive, or repeats one ("Ibid.,
fol. 13v"), are of no work that is cited further on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from citekit.corpus.notemarks import SHAPED, note_marks
from citekit.find.citations.marks import note_spans
from citekit.find.notesources import NoteSources
from citekit.find.remarks import without_remarks
from citekit.find.suggestion import Suggestion
from citekit.find.works import Span

#: The mark of a note, or a note that stands in the text itself (LaTeX, pandoc).
MARK = (
    rf"(?:(?!\[\^[^\]\s]{{1,80}}\]:){SHAPED}"
    r"|\\footnote(?:\[[^\]]*\])?\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\])"
)
_CLOSING = r"[”“\"’'»«›‹.,;:!?…\s}]"
_BEHIND = re.compile(rf"{_CLOSING}{{0,6}}(?P<marks>{MARK}(?:\s?,?\s?{MARK})*|\d{{1,3}}(?!\w))")
#: In French the mark stands before the closing sign (Imprimerie nationale, "Appel de note").
_INSIDE = re.compile(rf"(?P<marks>{MARK}){_CLOSING}*\Z")
#: What stands in brackets right behind it: “…”¹ (Roth 1990).
_BRACKETS = re.compile(r"[.,]?\s?[(\[][^()\[\]]{1,150}[)\]]")
_ONE = re.compile(rf"{MARK}|\d+")
_LABEL = re.compile(r"\[\^([^\]\s]+)\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[)\]]?")
#: Notes of a plain text: lines that begin with their number.
_LINE = re.compile(r"^[ \t>]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.):]?)[ \t\u00a0]+", re.M)
_HEAD = re.compile(r"\s*(?:\[\^[^\]\s]+\]:|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\s*")
#: A page of what the text names.
_PLACE = re.compile(r"(?:(?:pp?|S|Seiten?|pages?)\b\.?)?[\s\d,;–f.-]+", re.I)
#: What a note begins with that names a source, and no work of the catalogue.
_UNKNOWN = frozenset([""])
_DIGITS = frozenset("0123456789")
_SIGNS = frozenset('”“"»«')
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: No mark is longer (code points), a note in the text aside.
_LONGEST = 90


class OwnNotes:
    """The notes of a text; ``known`` are the spans of what cites a work of the catalogue."""

    def __init__(
        self, text: str, found: Iterable[Suggestion] = (), known: Iterable[Span] = ()
    ) -> None:
        self._text = text
        self._sources = NoteSources(text, found)
        self._known = sorted(known)

    @cached_property
    def _noted(self) -> dict[str, Span]:
        return {label.translate(_PLAIN): span for label, span in note_spans(self._text)}

    @cached_property
    def _lines(self) -> dict[str, Span]:
        """The notes of a plain text, the last of each number."""
        found = {}
        for line in _LINE.finditer(self._text):
            end = self._text.find("\n", line.end())
            found[line[line.lastindex or 0]] = line.end(), end if end != -1 else len(self._text)
        return found

    def text_of(self, start: int, end: int) -> str:
        """The words of the notes whose marks stand right at the end of the quotation at
        ``start``–``end`` (code points, its marks aside); "" if there are none."""
        spans = [self._note(*mark) for mark in self._marks(start, end)]
        return "\n".join(self._text[slice(*span)] for span in spans if span is not None)

    def name_another(self, start: int, end: int) -> bool:
        """Whether each note of the quotation at ``start``–``end`` names a source and none of
        the catalogue; a page alone, or a remark on the words ("emphasis added"), names none."""
        marks = self._marks(start, end)
        if not marks or not all(self._names_another(*mark) for mark in marks):
            return False
        behind = _BRACKETS.match(self._text, marks[-1][1])
        return behind is None or not self._cites(*behind.span())

    def _names_another(self, start: int, end: int) -> bool:
        span = self._note(start, end)
        if span is None:
            return False
        head = _HEAD.match(self._text, span[0])
        words = self._text[head.end() if head is not None else span[0] : span[1]]
        words = without_remarks(words.strip()).strip(" .,;()[]")
        if not words or _PLACE.fullmatch(words):
            return False
        first = self._sources.first(start, end)
        if first is not None and first <= _UNKNOWN:
            return True
        return not (self._cites(start, end) or self._cites(*span))

    def _cites(self, start: int, end: int) -> bool:
        at = bisect_left(self._known, (start,))
        return at < len(self._known) and self._known[at][0] < end

    def _marks(self, start: int, end: int) -> list[Span]:
        inside = _INSIDE.search(self._text, max(start, end - _LONGEST), end)
        found = inside or _BEHIND.match(self._text, end)
        if found is None:
            return []
        begin, stop = found.span("marks")
        glued = self._text[begin - 1 : begin] in _SIGNS  # « … »1.
        if self._text[begin] in _DIGITS and not glued and begin not in note_marks(self._text):
            return []
        return [one.span() for one in _ONE.finditer(self._text, begin, stop)]

    def _note(self, start: int, end: int) -> Span | None:
        """The span of the note that a mark points at, or that is one itself."""
        text = self._text
        if text[start] == "\\":
            return text.index("{", start) + 1, end - 1
        if text[start] == "^":
            return start + 2, end - 1
        label = _LABEL.fullmatch(text, start, end)
        if label is not None:
            return self._noted.get((label[1] or label[2]).translate(_PLAIN))
        number = _NUMBER.fullmatch(text, start, end)
        span = self._lines.get(number[1]) if number is not None else None
        return span if span is not None and span[0] > end else None
