"""Where the fields of an entry stand in the words it was read from.

What is found here becomes a passage of kind *evidence*; a field that does not stand
in the words as it is counts as supplied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from citekit.formats.bibmap import row_for_field
from citekit.library.editing import body_key
from citekit.model import Date, DatePoint, Name, Names, Passage, Value, is_names
from citekit.richtext import strip_markup
from citekit.store.catalogue import Record
from citekit.textfold import fold

Span: TypeAlias = tuple[int, int]
#: A given name stands at most this many folded characters from its family name.
_NEAR = 60
#: So many places of a family name are looked at.
_MOST_PLACES = 100


class Sources:
    """What the fields of records were read from: evidence, and the references to works,
    by key."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._evidence: defaultdict[str, dict[str, Passage]] = defaultdict(dict)
        self._references: defaultdict[str, dict[str, Passage]] = defaultdict(dict)
        for passage in passages:
            self.add(passage)

    def add(self, passage: Passage) -> None:
        self._of(passage)[passage.id] = passage

    def remove(self, passage: Passage) -> None:
        self._of(passage).pop(passage.id, None)

    def _of(self, passage: Passage) -> dict[str, Passage]:
        key = body_key(passage)
        if passage.kind == "evidence":
            return self._evidence[key]
        return self._references[key] if passage.kind == "reference" else {}

    def known(self, key: str) -> bool:
        """Whether something of the record was read from a text."""
        return bool(self._evidence.get(key))

    def better(
        self, key: str, passage: Passage, proofs: Iterable[Passage]
    ) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Of the evidence that ``passage`` gives for a record what it lacks, and the
        evidence that gives way: a reference states what a citation only names."""
        kept: list[Passage] = []
        gone: list[Passage] = []
        for proof in proofs:
            known = [each for each in self._evidence[key].values() if each.body == proof.body]
            stated = any(self._in_reference(key, each) for each in known)
            if not known or (passage.kind == "reference" and not stated):
                kept.append(proof)
                gone += known
        return tuple(kept), tuple(gone)

    def _in_reference(self, key: str, proof: Passage) -> bool:
        return any(
            each.document == proof.document
            and each.selector.start <= proof.selector.start
            and proof.selector.end <= each.selector.end
            for each in self._references[key].values()
        )


def evidence(words: str, record: Record) -> dict[str, Span]:
    """BibLaTeX field → the span of ``words`` it was read from, in code points.

    Values are compared as :func:`citekit.textfold.fold` says, whatever their case, and
    as whole words; no words are evidence for two fields.
    """
    folded = fold(words, casefold=True)
    values = {}
    for field in record.fields:
        row = row_for_field(field, record.work.type)
        value = record.work.fields.get(row[1].variable) if row else None
        if value:
            values[field] = value
    found: dict[str, Span] = {}
    taken: list[Span] = []
    # long values first: the "3" of a volume is not that of "3–8"
    for field, value in sorted(values.items(), key=lambda item: -_length(item[1])):
        span = next((each for each in _spans(folded.text, value) if _free(each, taken)), None)
        if span is not None:
            taken.append(span)
            found[field] = folded.span(*span)
    return {field: found[field] for field in values if field in found}


def _length(value: Value) -> int:
    """What a value is long; names and dates have their own shapes and go first."""
    return len(value) if isinstance(value, str) else 1000 + (len(value) if is_names(value) else 0)


def _free(span: Span, taken: list[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _spans(text: str, value: Value) -> Iterator[Span]:
    """Every place of a value in a folded text, the likeliest first."""
    if isinstance(value, Date):
        yield from _dates(text, value)
    elif is_names(value):
        span = _names(text, value)
        if span is not None:
            yield span
    else:
        yield from _words(text, strip_markup(str(value)))


def _words(text: str, value: str) -> Iterator[Span]:
    """Every place where a value stands as whole words."""
    wanted = fold(value, casefold=True).text.strip()
    if wanted:
        for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text):
            yield match.span()


def _names(text: str, names: Names) -> Span | None:
    """The span from the first name to the last; None if one is missing."""
    spans = [_name(text, name) for name in names]
    found = [span for span in spans if span is not None]
    if len(found) < len(spans):
        return None
    return min(start for start, _ in found), max(end for _, end in found)


def _name(text: str, name: Name) -> Span | None:
    """A family or literal name with the other parts that stand near it, where most of them
    do and are nearest."""
    cores = islice(_words(text, name.family or name.literal or name.given), _MOST_PLACES)
    found = [_whole_name(text, name, core) for core in cores]
    if not found:
        return None
    _, start, end = max(found, key=lambda each: (each[0], each[1] - each[2]))
    if text[end : end + 1] == "." and re.search(r"\b\w$", text[start:end]):
        end += 1  # the full stop of an initial
    return start, end


def _whole_name(text: str, name: Name, core: Span) -> tuple[int, int, int]:
    """How many parts of a name stand near one that is at ``core``, and the span of all."""
    start, end = core
    parts = 0
    for part in (name.given, name.non_dropping_particle, name.dropping_particle, name.suffix):
        near = [
            span
            for span in _words(text, part)
            if span[0] < core[1] + _NEAR and span[1] > core[0] - _NEAR
        ]
        if near:
            left, right = min(near, key=lambda span: abs(span[0] - core[0]))
            start, end = min(start, left), max(end, right)
            parts += 1
    return parts, start, end


def _dates(text: str, date: Date) -> Iterator[Span]:
    if date.start is None:
        yield from _words(text, date.literal)
        return
    for pattern in _date_patterns(date.start):
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            yield match.span()


def _date_patterns(point: DatePoint) -> Iterator[str]:
    """The shapes of a date from the most complete to the year alone; months as
    numbers, or as one word of any language."""
    year = str(point.year)
    day = rf"0?{point.day}(?:st|nd|rd|th|er|\.)?"
    if point.month and point.day:
        yield rf"{year}-0?{point.month}-0?{point.day}"
        yield rf"0?{point.day}(?P<sign>[./])0?{point.month}(?P=sign){year}"
        yield rf"0?{point.month}/0?{point.day}/{year}"
        yield rf"{day} [^\W\d]+\.?,? {year}"
        yield rf"[^\W\d]+\.? {day},? {year}"
        yield rf"{year},? [^\W\d]+\.? {day}"
    elif point.month or point.season:
        yield rf"[^\W\d]+\.?,? {year}"
        yield rf"{year},? [^\W\d]+"
    yield year
