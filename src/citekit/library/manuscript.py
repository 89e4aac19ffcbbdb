"""The quotations of a text and the works that they name as their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.model import Document, KeySpan

#: Words set off that are fewer than these are no quotation, unless a citation follows.
FEWEST_WORDS = 3
#: A citation further behind a quotation, in characters, is not of it.
_FAR = 250

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‹": "›"}
_MARK = re.compile('[“”„«»‹›"]|(?<!\\w)[‘‚](?=\\w)|(?<=[\\w.,;:!?…])’(?!\\w)')
_BLOCK = re.compile(r"(?:^|(?<=\n))> [^\n]*(?:\n\n?> [^\n]*)*")
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
    spans = sorted([*_blocks(text), *_marked(text)])
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


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    for match in _BLOCK.finditer(text):
        yield match.start() + 2, match.end()


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """The spans inside the outermost quotation marks; a paragraph that begins with an
    opening mark goes on with the quotation of the one before."""
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text):
        sign, at = match[0], match.start()
        if opened is not None and "\n\n" in text[opened[1] : at]:
            goes_on = sign == opened[0] and text[:at].endswith("\n\n")
            if goes_on and "\n\n" not in text[opened[1] : at].rstrip():
                continue
            opened = None
        if opened is None:
            if (sign in _PAIRS and _opens(text, at, sign)) or sign in "‘‚":
                opened = sign, at + 1
        elif sign in _closing(opened[0]) and not (sign == '"' and _opens(text, at, sign)):
            if at > opened[1]:
                yield opened[1], at
            opened = None


def _closing(opening: str) -> str:
    return _PAIRS.get(opening, "’‘" if opening == "‚" else "’")


def _opens(text: str, at: int, sign: str) -> bool:
    """Whether a mark can open: a letter follows, and no letter stands before."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else " "
    if sign == '"':
        return not after.isspace() and after != "" and not before.isalnum() and before not in ".,!?"
    return after != "" and not before.isalnum()


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
