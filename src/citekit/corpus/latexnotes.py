"""The notes of LaTeX texts: footnotes in several series, and the apparatus of editions.

Sources: LaTeX 2e, 15 (``\\footnote``); the manuals of reledmac, "Apparatus commands"
(``\\edtext{lemma}{commands}``, ``\\lemma``, ``\\Afootnote``, ``\\Aendnote``, ``\\footnoteA``) and
"Side notes", of its forerunner ledmac (``\\critext{lemma}commands/``), of ednotes
(``\\Anote{lemma}{note}``), of ekdosis (``\\app{\\lem{text}\\rdg{reading}}``), and of manyfoot and
bigfoot (``\\DeclareNewFootnote``, ``\\footnoteA``, ``\\FootnoteA{mark}{text}``).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from citekit.latexgroups import brace_ends, group_end, past_gap

Span = tuple[int, int]

#: Commands whose argument is a note.
NOTES = frozenset(
    """
    footnote endnote footnotetext endnotetext sidenote sidenotetext sidefootnote sidefootnotetext
    marginpar marginnote pagenote tablefootnote parnote thanks
    ledsidenote ledleftnote ledrightnote ledinnernote ledouternote
    """.split()
)
#: The same of a series: of foot- and endnotes keyed to lines, of numbered ones, and of those
#: whose mark is their first argument.
_SERIES = re.compile(
    r"[A-Z](?:foot|end)note|footnote(?:text)?(?:[A-Z]|default)"
    r"|(?P<marked>Footnote(?:text)?(?:[A-Z]|default)?)"
)
_DECLARED = re.compile(r"\\DeclareNewFootnote\*?\s*(?:\[[^\]]*\]\s*)?\{([A-Za-z]+)\}")
#: Commands that print a passage and hold what the apparatus says of it.
APPARATUS = frozenset(["edtext", "critext", "app", *(f"{letter}note" for letter in "ABCDE")])
#: What is in an apparatus and no note: the lemma as it is shortened there, lines, marks.
_NO_NOTES = frozenset(
    """
    lemma linenum lem applabel label edlabel linelabel index edindex sindex xxref killnumber
    swnoexpand noindent ignorespaces unskip
    """.split()
)
_PART = re.compile(r"\s*(?:\\(?P<name>[A-Za-z@]+)\*?|\\.|(?P<sign>[^\s\\])|\Z)", re.DOTALL)
#: So far behind its passage stands no slash that ends ``\\critext``.
_LONGEST = 10_000
_LEMMA = re.compile(r"\\lem(?![A-Za-z@])")


class Apparatus(NamedTuple):
    """A passage that has an apparatus: the span that is printed, those of the notes, and
    where the command ends."""

    printed: Span
    notes: tuple[Span, ...]
    end: int


def is_note(name: str, declared: frozenset[str] = frozenset()) -> bool:
    """Whether a command's argument is a note; ``declared`` are those of the document's own
    series."""
    return name in NOTES or name in declared or _SERIES.fullmatch(name) is not None


def declared_notes(shown: str) -> frozenset[str]:
    """The commands of the series of notes that a document declares."""
    return frozenset(
        f"{command}{series}"
        for series in _DECLARED.findall(shown)
        for command in ("footnote", "footnotetext")
    )


class Arguments:
    """The arguments of commands in a LaTeX text without its code."""

    def __init__(self, shown: str) -> None:
        self._shown = shown

    @cached_property
    def _ends(self) -> dict[int, int]:
        return brace_ends(self._shown)

    def note(self, name: str, at: int) -> Span | None:
        """The text of the note ``name``, whose options or arguments stand at ``at``."""
        group = self._group(self._past_options(at))
        series = _SERIES.fullmatch(name)
        if group and series and series["marked"]:
            group = self._group(group[1] + 1) or group
        return group

    def apparatus(self, name: str, at: int) -> Apparatus | None:
        """What the command ``name`` of :data:`APPARATUS` prints and notes, whose arguments
        stand at ``at``; None if it is something else that is so called."""
        first = self._group(at)
        if first is None:
            return None
        end = first[1] + 1
        if name == "app":
            lemma = _LEMMA.search(self._shown, *first)
            printed = self._group(self._past_options(lemma.end())) if lemma else None
            return Apparatus(printed, self._notes(*first)[0], end) if printed else None
        if name == "critext":
            notes, slash = self._notes(end, min(len(self._shown), end + _LONGEST), "/")
            return Apparatus(first, notes, slash + 1) if slash >= 0 else None
        second = self._group(end)
        if second is None:
            return Apparatus(first, (), end) if name == "edtext" else None
        notes = self._notes(*second)[0] if name == "edtext" else (second,)
        return Apparatus(first, notes, second[1] + 1)

    def _notes(self, at: int, end: int, closing: str = "") -> tuple[tuple[Span, ...], int]:
        """The arguments of the commands from ``at`` to ``end`` that are notes, whatever they
        are called, for editions name them by what they note; and where the sign ``closing``
        stands that ends them, or -1."""
        found: list[Span] = []
        while at < end and (part := _PART.match(self._shown, at, end)):
            name, sign = part["name"], part["sign"]
            if closing and (sign or name == "critext"):
                return tuple(found), part.start("sign") if sign == closing else -1
            at = part.end()
            while name and (group := self._group(self._past_options(at))) and group[1] < end:
                if name not in _NO_NOTES and self._shown[slice(*group)].strip():
                    found.append(group)
                at = group[1] + 1
                if is_note(name):
                    break
        return tuple(found), -1

    def _group(self, at: int) -> Span | None:
        """What the braces hold that open at ``at``, white space aside."""
        begin = past_gap(self._shown, at)
        end = self._ends.get(begin)
        return (begin + 1, end - 1) if end else None

    def _past_options(self, at: int) -> int:
        while (end := group_end(self._shown, begin := past_gap(self._shown, at), "[")) > begin:
            at = end
        return at
