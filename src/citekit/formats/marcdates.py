"""Dates in MARC records: those cataloguers write, and those of field 008 (MARC 21
Bibliographic, 008/06–14).

A date in doubt is a range, or a year, that is approximate or uncertain, as in EDTF (ISO
8601-2, level 1): "[between 1920 and 1930]", "18--?", questionable dates (008/06 ``q``) and
digits that are not known (``u``).
"""

from __future__ import annotations

import re

from citekit.dates import parse_date
from citekit.formats.marctext import is_absent
from citekit.formats.xmlkeep import any_date
from citekit.model import Date, DatePoint

_CORRECTED = re.compile(r"\bi\. ?e\. (?:c|©)?(\d{4})", re.I)
_SINGLE = re.compile(r"\[?(?:c|©|p|℗)?(\d{4})\]?")
_OPEN = re.compile(r"\[?c?(\d{4})\]?-")
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre|tra) (?:the years )?(\d{4})\??,? (?:and|und|et|e|y) (\d{4})", re.I
)
_EITHER = re.compile(r"(\d{4}) (?:or|oder|ou|o) (\d{4})", re.I)
#: "18--", "[189-?]", "18..", "19XX" (AACR2 1.4F7).
_DIGITS = re.compile(r"\[?(?:(\d{2})(?:--|\.\.|XX|uu)|(\d{3})[-.Xu])(\?)?\]?(\?)?\.?", re.I)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_KNOWN = re.compile(r"\d{1,3}u{1,3}|\d{4}")

#: Kinds of dates (008/06) that are ranges, and the second date of those that go on.
_RANGES = "cdikmuq"
_NO_END = "9999"


def written(text: str) -> Date | None:
    """The date that a subfield says in so many words; None where another source may be
    clearer."""
    if not text or is_absent(text):
        return None
    if date := doubtful(text):
        return date
    return parse_date(text.strip("[]")) or parse_date(text)


def doubtful(text: str) -> Date | None:
    """A range of years in which a date lies ("[between 1900 and 1910?]", "[1920 or 1921]",
    "[18--?]"); None for another text."""
    if found := _BETWEEN.search(text) or _EITHER.search(text):
        first, last = sorted((int(found[1]), int(found[2])))
        return Date(DatePoint(first), DatePoint(last), range=True, approximate=True)
    if found := _DIGITS.fullmatch(text.strip()):
        known = found[1] or found[2]
        return parse_date(known.ljust(4, "X") + ("?" if found[3] or found[4] else ""))
    return None


def catalogued(text: str) -> Date | None:
    """A date as cataloguers write it: the corrected year ("1899 [i.e. 1989]"), an open
    range, else the first year there is, else the words."""
    if not text or is_absent(text):
        return None
    if found := _CORRECTED.search(text) or _SINGLE.fullmatch(text):
        return Date(DatePoint(int(found[1])))
    if found := _OPEN.fullmatch(text):
        return Date(DatePoint(int(found[1])), range=True)
    if date := doubtful(text):
        return date
    years = _YEAR.findall(text)
    return Date(DatePoint(int(years[0]))) if years else any_date(text)


def coded(control: str) -> Date | None:
    """The date of an 008 field: a year, a range, a detailed date, or a range in doubt."""
    kind, first, second = control[6:7], control[7:11], control[11:15]
    start = _span(first)
    if start is None:
        return None
    end = _span(second) if kind in _RANGES else None
    vague = start[0] != start[1] or (end is not None and end[0] != end[1])
    if kind in "cdikmu" and second == _NO_END:
        return Date(DatePoint(start[0]), range=True, approximate=vague)
    if kind in _RANGES and end is not None and end[1] > start[0]:
        vague = vague or kind == "q"
        return Date(DatePoint(start[0]), DatePoint(end[1]), range=True, approximate=vague)
    if vague:
        return parse_date(first.replace("u", "X"))
    if kind == "e" and second.isdecimal():
        detailed = parse_date(f"{first}-{second[:2]}-{second[2:]}")
        return detailed or parse_date(f"{first}-{second[:2]}") or Date(DatePoint(start[0]))
    return Date(DatePoint(start[0]))


def original(control: str) -> Date | None:
    """The date of the original of a reprint (008/06 ``r``)."""
    span = _span(control[11:15]) if control[6:7] == "r" else None
    return Date(DatePoint(span[0])) if span and span[0] == span[1] else None


def _span(digits: str) -> tuple[int, int] | None:
    """The first and last year that four digits may be, ``u`` being one that is not known;
    None where none is known, and for "9999"."""
    digits = digits.lower()
    if not digits.isascii() or not _KNOWN.fullmatch(digits) or len(digits) != 4:
        return None
    if digits == _NO_END:
        return None
    return int(digits.replace("u", "0")), int(digits.replace("u", "9"))
