"""The quotations of a text and the works that they name as their source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.quotations.finder import marks
from citekit.model import Document, KeySpan

#: Words set off that are fewer than these are no quotation, unless a citation follows.
FEWEST_WORDS = 3
#: A citation further behind a quotation, in characters, is not of it.
_FAR = 250

_PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[A-ZÄÖÜÀ-Þ“„«\"])")


class Quotation(NamedTuple):
    """A quotation: its span without marks (code points), its words, and the key of
    the work that a citation beside it names, or ""."""

    start: int
    end: int
    text: str
    key: str = ""


def quotations(document: Document) -> list[Quotation]:
    """The quotations of a document, by place: words in quotation marks, outer ones only,
    and block quotations."""
    text = document.text
    spans = [(mark.inner_start, mark.inner_end) for mark in marks(text) if mark.level == 1]
    found = []
    covered = 0
    for index, (start, end) in enumerate(spans):
        if start < covered:
            continue
        covered = end
        following = next((one for one, _ in spans[index + 1 :] if one >= end), len(text))
        previous = spans[index - 1][1] if index else 0
        key = _source(text, document.keys, start, end, previous, following)
        words = re.sub(r"(?m)^> ?", "", text[start:end])
        if key or len(words.split()) >= FEWEST_WORDS:
            found.append(Quotation(start, end, words, key))
    return found


def _source(
    text: str,
    keys: Sequence[KeySpan],
    start: int,
    end: int,
    previous: int,
    following: int,
) -> str:
    """The key that is cited inside or behind a quotation, or before it in its sentence."""
    inside = [key.key for key in keys if start <= key.start < end]
    if inside:
        return inside[-1]
    paragraph = _PARAGRAPH_END.search(text, end)
    limit = min(following, paragraph.end() if paragraph else len(text), end + _FAR)
    for key in keys:
        if end <= key.start < limit:
            between = text[end : key.start]
            if not _SENTENCE_END.search(between, min(len(between), 3)):
                return key.key
            break
    before = [key for key in keys if previous <= key.end <= start]
    if before:
        between = text[before[-1].end : start]
        if "\n\n" not in between and not _SENTENCE_END.search(between) and len(between) < _FAR:
            return before[-1].key
    return ""
