"""The quotations of a text and the works that they name as their source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citekit.find.quotations.finder import Mark, marks
from citekit.model import Document

#: Words set off that are fewer than these are no quotation, unless a citation follows.
FEWEST_WORDS = 3
#: A citation further behind a quotation, in characters, is not of it.
_FAR = 250

_PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
#: Where a sentence ends and another one begins, also one that a citation in the text begins:
#: "@doe1999 says", ``\textcite`` and its kin.
_SENTENCE_END = re.compile(
    r"[.!?…][”’»\"')\]]*\s+(?=[A-ZÄÖÜÀ-Þ“„«\"@]|\\(?:[Tt]extcites?|[Cc]itet|[Cc]iteauthor)\b)"
)
#: What may stand between a block quotation and what names its source: a line like
#: "— Ada Roth".
_ATTRIBUTED = re.compile(r"[\s>]*(?:[-–—]{1,3}[^\n“„«\"]{0,80})?")
_ATTRIBUTION = re.compile(r"[-–—]{1,3}\s[^\n]{0,120}")
#: The signs before a key: an opening bracket, a command of LaTeX with its options.
_OPENED = re.compile(r"(?:[\[(][^\[\]()“”„«»\"]*|\\[A-Za-z]+\*?(?:\[[^\[\]]*\])*\{[^{}]*)\Z")
_CLOSED = re.compile(r"[^\[\](){}“”„«»\"]*[\])}]")
#: Characters of the commands that the end of a sentence may stand before.
_COMMAND = 12
#: Brackets around a citation are no longer than this, in characters, on either side.
_BRACKETED = 150


class Cited(NamedTuple):
    """A citation: its span (code points) with the brackets or the command around it, and the
    keys of the works it cites, in order."""

    start: int
    end: int
    keys: tuple[str, ...]


class Quotation(NamedTuple):
    """A quotation: its span without marks (code points), its words, and the keys of
    the works that the citation beside it names, in order."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...] = ()


def cited_together(text: str, places: Iterable[tuple[int, int, str]]) -> list[Cited]:
    """The citations of a text, by place; ``places`` are spans and the keys that stand there.

    Keys in the same brackets are one citation.
    """
    found: list[Cited] = []
    for start, end, key in sorted(places):
        opened = _OPENED.search(text, max(0, start - _BRACKETED), start)
        closed = _CLOSED.match(text, end, end + _BRACKETED)
        if opened and closed:
            start, end = opened.start(), closed.end()
        if found and start < found[-1].end:
            last = found[-1]
            keys = last.keys if key in last.keys else (*last.keys, key)
            found[-1] = Cited(last.start, max(last.end, end), keys)
        else:
            found.append(Cited(start, end, (key,)))
    return found


def quotations(document: Document, cited: Sequence[Cited]) -> list[Quotation]:
    """The quotations of a document, by place: words in quotation marks, outer ones only,
    and block quotations, with the works of the citations beside them."""
    text = document.text
    spans = [
        (mark.inner_start, mark.inner_end, mark.style == "block")
        for mark in marks(text)
        if mark.level == 1 and not (mark.style == "block" and _is_attribution(text, mark))
    ]
    found = []
    covered = 0
    for index, (start, end, block) in enumerate(spans):
        if start < covered:
            continue
        covered = end
        following = next((one for one, *_ in spans[index + 1 :] if one >= end), len(text))
        previous = spans[index - 1][1] if index else 0
        keys = _source(text, cited, (start, end), (previous, following), block)
        words = re.sub(r"(?m)^> ?", "", text[start:end])
        if keys or len(words.split()) >= FEWEST_WORDS:
            found.append(Quotation(start, end, words, keys))
    return found


def _is_attribution(text: str, mark: Mark) -> bool:
    """Whether a paragraph of a block quotation says whose words stand above it."""
    words = text[mark.inner_start : mark.inner_end]
    above = text[: mark.inner_start].rstrip(" \n>")
    return _ATTRIBUTION.fullmatch(words) is not None and text.rfind("\n>", 0, len(above)) >= 0


def _source(
    text: str,
    cited: Sequence[Cited],
    span: tuple[int, int],
    between: tuple[int, int],
    block: bool,
) -> tuple[str, ...]:
    """The keys that are cited inside or behind a quotation, or before it, in its sentence.

    Nothing outside of ``between`` is looked at.  A block quotation belongs to the sentence
    that leads to it, and what stands alone behind it belongs to it.
    """
    start, end = span
    previous, following = between
    inside = [one for one in cited if start <= one.start < end]
    if inside:
        return inside[-1].keys
    paragraph = _PARAGRAPH_END.search(text, end)
    limit = min(following, paragraph.end() if paragraph else len(text), end + _FAR)
    behind = next((one for one in cited if end <= one.start < following), None)
    if behind is not None:
        if block and _ATTRIBUTED.fullmatch(text, end, behind.start):
            return behind.keys
        stop = _SENTENCE_END.search(text, end - 1, behind.start + _COMMAND)
        if behind.start < limit and (stop is None or stop.end() > behind.start):
            return behind.keys
    before = next((one for one in reversed(cited) if previous <= one.end <= start), None)
    if before is not None and start - before.end < _FAR:
        lead = text[before.end : start]
        apart = "\n\n" in (lead.rstrip(" \n>") if block else lead)
        if not apart and not _SENTENCE_END.search(lead):
            return before.keys
    return ()
