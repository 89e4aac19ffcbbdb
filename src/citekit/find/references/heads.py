"""Heads of reviews: the reference that a line is, also with the title first.

Forms, as journals print them: "Ada Roth, Rivers (Leeds: Verso, 1999)", "Ada Roth. Rivers. Leeds:
Verso, 1999. 318 pp.", "Rivers. By Ada Roth. Leeds: Verso, 1999. Pp. x, 318. $45.00.", and the
title as a heading above "By Ada Roth. Verso, 1999. 318 pages.".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.references.imprints import (
    COMMA_IMPRINT,
    REPORTER,
    has_place,
    has_publisher,
    with_pages,
)
from citekit.find.references.names import DIRECT, PERSONS, SENTENCE, is_said

Span = tuple[int, int]


class Head(NamedTuple):
    """The span of a reference that a line is, and whether names and a comma or colon begin
    it, as in prose."""

    start: int
    end: int
    named: bool


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: "Reviewed: ", "Symposiumsbeitrag zu: ", « Recensé : »
_LABEL = re.compile(r"[^\W\d_][^,.;:()\d]{2,40}\s?:\s+")
_REVIEWED = re.compile(
    r"(?:(?:[Bb]ooks?|[Ww]orks?|[Oo]uvrages?)\s)?(?:[Rr]eview(?:ed)?|[Rr]ezension|[Rr]ezensiert"
    r"|[Bb]esprochen|[Rr]ecensée?s?)(?:\s(?:[Bb]ooks?|[Ww]orks?|of|von))?\s?:\s+"
)
#: How many pages a book has: "318 pp.", "Pp. x, 318".
_EXTENT = re.compile(
    r"\b\d{2,4}\s?(?:S\.|Seiten|pp?\b|pages)|\bpp\.\s(?:[ivxlc]+[,+\s]+)?\d{2,4}(?!\d|\s?[-–])",
    re.I,
)
_BY = (
    r"(?P<by>(?:[Ee]dited\s)?[Bb]y|(?:[Hh]erausgegeben\s)?[Vv]on|[Pp]ar)\s"
    rf"{PERSONS}(?=[.,]|\s?\()"
)
#: "Rivers: A History. By Ada Roth."
_TITLE_FIRST = re.compile(rf"(?P<title>[“\"«„*_]?[^\W\d_a-zß-ÿœ].{{2,200}}?)[.,?!”\"»)*_]\s{_BY}")
_BY_FIRST = re.compile(_BY)
#: "Ada Roth. Rivers."
_POINTED = re.compile(rf"(?!(?:The|An?)\s){PERSONS}\.\s(?=[^\W\d_a-zß-ÿœ“\"«„])")
#: A title above is no longer (code points), and ends in no such mark.
_LONGEST_TITLE = 160
_NO_TITLE = (",", ";", ":")


def head_at(text: str, start: int, end: int, above: Span) -> Head | None:
    """The reference that a line is, with the paragraph ``above`` it (or an empty span) if
    that is its title; None for a line that is none."""
    by = _BY_FIRST.match(text, start, end)
    if by is not None:
        year = _printed(text, start, by.end(), end, named=False)
        return _head(text, above[0], year, end) if _is_title(text, *above) else None
    reviewed = _REVIEWED.match(text, start, end)
    begin = reviewed.end() if reviewed else start
    titled = None if DIRECT.match(text, begin, end) else _TITLE_FIRST.match(text, begin, end)
    if titled is not None:
        if titled["by"].islower() and SENTENCE.search(titled["title"]):
            return None  # "It was said of it, by Ada Roth."
        year = _printed(text, begin, titled.end(), end, named=False)
        return _head(text, begin, year, end)
    label = _LABEL.match(text, start, end)
    begin = label.end() if label and not DIRECT.match(text, start, end) else start
    if DIRECT.match(text, begin, end):
        year = _printed(text, begin, begin, end, named=True)
        return _head(text, begin, year, end, named=True)
    pointed = _POINTED.match(text, start, end)
    year = _printed(text, start, pointed.end(), end, named=False) if pointed else -1
    if year < 0 or SENTENCE.search(text, start, year):
        return None
    return _head(text, start, year, end)


def _head(text: str, start: int, year: int, end: int, *, named: bool = False) -> Head | None:
    """The head from ``start`` to the ``year`` and the pages behind it, if there is one."""
    if year < 0 or is_said(text, start, end) or SENTENCE.search(text, year + 4, end):
        return None
    stop = year + 4 + text.startswith(")", year + 4)
    return Head(start, with_pages(text, stop, end), named)


def _printed(text: str, begin: int, first: int, end: int, *, named: bool) -> int:
    """Where the first year from ``first`` on stands, behind an imprint or before the number of
    pages; -1 for nowhere.  Behind names and a comma, a place or a law journal is enough."""
    year = _YEAR.search(text, first, end)
    if year is None:
        return -1
    at = year.start()
    near = max(begin, at - 100)
    printed = (
        has_publisher(text, near, at)
        or COMMA_IMPRINT.search(text, near, at)
        or (named and (has_place(text, near, at, end) or REPORTER.search(text, near, at)))
        or _EXTENT.search(text, year.end(), end)
    )
    return at if printed else -1


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may be the title of a book alone."""
    return (
        start < end < start + _LONGEST_TITLE
        and text.find("\n", start, end) < 0
        and not text.endswith(_NO_TITLE, start, end)
    )
