"""Reference strings to labelled fields, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001; Peng and McCallum 2006 for references) over the tokens and features of
:mod:`citekit.find.parsing.tokens`.  It learned from strings that citekit's own citation
processor printed (``python -m benchmarks.train_parser``), where every field's span is
known.  :mod:`citekit.find.parsing.work` makes works of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pycrfsuite

from citekit.collector import collector_paused
from citekit.find.parsing.tokens import cut, features


class Part(NamedTuple):
    """A stretch of a reference string: its label, its text as it stands there, and the
    text's span in code points, end exclusive."""

    label: str
    text: str
    start: int
    end: int


class Parsed(NamedTuple):
    """A reference string and its parts, in order; together they hold every token."""

    string: str
    parts: tuple[Part, ...]

    def texts(self, label: str) -> list[str]:
        """The texts of the parts with ``label``."""
        return [part.text for part in self.parts if part.label == label]


def _identified(label: str, text: str, start: int, end: int) -> Part:
    """A part; one that is said to be an identifier and is none, as what it is."""
    if label == "doi" and not _DOI.search(text):
        label = "url" if _ADDRESS.search(text) else "note"
    elif label == "isbn" and sum(map(str.isdigit, text)) < 9:
        label = "note"
    return Part(label, text, start, end)


_DOI = re.compile(r"10\.\s?\d{4}|\bdoi\b", re.I)
_ADDRESS = re.compile(r"https?:|www\.|\w\.\w+/", re.I)


def _titled(parts: list[Part]) -> tuple[Part, ...]:
    """The parts; where none is a title, a book that nothing stands in ("In …") is one."""
    labels = [part.label for part in parts]
    if not _HOLDERS.intersection(labels):
        return tuple(_untangled(parts))
    if "title" in labels or labels.count("booktitle") != 1:
        return tuple(parts)
    at = labels.index("booktitle")
    before = parts[at - 1] if at else None
    led = before is not None and before.label == "editor" and _INTRO.match(before.text)
    if led or _INTRO.match(parts[at].text):
        return tuple(parts)
    parts[at] = parts[at]._replace(label="title")
    return tuple(parts)


_HOLDERS = frozenset("title booktitle journal genre".split())
_CAP = r"[^\W\d_a-zß-ÿœ][\w’'-]+"
_GIVEN = rf"(?:(?:[^\W\d_a-zß-ÿœ]\.[ -]?){{1,3}}|{_CAP})"
_NAME = rf"(?:{_CAP}(?:[ -]{_CAP})?,\s{_GIVEN}(?:\s{_GIVEN})?|{_GIVEN}\s(?:{_GIVEN}\s)?{_CAP})[.,:]"
_WORDS = r"[^\W\d_a-zß-ÿœ][\w’'-]*,?\s.{3,200}?"
_HAND = (
    r"(?:(?:[Ee]dited|[Tt]ranslated|[Cc]ollected)\sby|[Ee]d\.|[Tt]rans\.|[Hh]rsg|[Üü]bers|[Tt]rad)"
)
#: A title, and perhaps who edited or translated it; behind a name, or by itself.
_NAMED = re.compile(
    rf"(?P<name>{_NAME})\s(?P<title>{_WORDS})(?:(?<=[.,])\s(?P<rest>{_HAND}.*))?", re.S
)
_NAMELESS = re.compile(rf"(?P<name>)(?P<title>{_WORDS}[.,])\s(?P<rest>{_HAND}.*)", re.S)


def _untangled(parts: list[Part]) -> list[Part]:
    """The parts; where nothing is a title, the longest part of names is looked at for one
    behind the first name, or before "edited by"."""
    names = [part for part in parts if part.label in ("author", "editor", "translator")]
    if not names:
        return parts
    part = max(names, key=lambda one: one.end - one.start)
    led = any(one.label == "author" and one is not part for one in names)
    found = (None if led else _NAMED.fullmatch(part.text)) or _NAMELESS.fullmatch(part.text)
    if found is None:
        return parts
    last = "editor" if part.label == "author" else part.label
    at = parts.index(part)
    pieces = [
        Part(label, found[group], part.start + found.start(group), part.start + found.end(group))
        for label, group in (("author", "name"), ("title", "title"), (last, "rest"))
        if found[group]
    ]
    return [*parts[:at], *pieces, *parts[at + 1 :]]


_INTRO = re.compile(r"\W*(?:in|dans|aus|en)\b[\s:]", re.I)


class Parser:
    """The loaded model of reference strings, by its bytes; for one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def parse(self, string: str) -> Parsed:
        """The parts of one reference string."""
        tokens = cut(string)
        if not tokens:
            return Parsed(string, ())
        parts: list[Part] = []
        label = ""
        start = end = 0
        for token, its in zip(tokens, self._tagger.tag(features(tokens)), strict=True):
            begin = string.find(token, end)
            if its != label:
                if label:
                    parts.append(_identified(label, string[start:end], start, end))
                label, start = its, begin
            end = begin + len(token)
        parts.append(_identified(label, string[start:end], start, end))
        return Parsed(string, _titled(parts))

    @collector_paused()
    def parse_many(self, strings: Iterable[str]) -> list[Parsed]:
        """Each string's parts, in order."""
        return list(map(self.parse, strings))
