"""Where a text cites something in a form of a primary work, a case or a statute that the
catalogue does not hold: "(Phys. 194b)", "12 U.S. 34", "(NJW 1990, 12)", "§ 12 Abs. 3 StGB".

Nothing is found there, but "ibid." behind it repeats nothing that was cited before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.canonical import CANONICAL, place_at
from citekit.find.citingwords import NOT_AUTHORS
from citekit.find.shorthands import LABELS

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
#: An abbreviation of a work, perhaps with its author's, that opens a bracket.
_BRACKET = re.compile(
    rf"\((?:(?:[Cc]f\.|[Vv]gl\.|see|siehe|voir)\s)?(?P<head>{_CAPITAL}\w{{0,7}}\.?"
    rf"(?:\s{_CAPITAL}?\w{{0,7}}\.?){{0,2}}?),?\s(?=[\dA-ZΑ-Ω§])"
)
#: A reporter between volume and page.
_REPORTER = re.compile(
    r"(?<![\w.,])\d{1,4}\s(?=[A-Z][\w ]{0,8}\.)[A-Z][A-Za-z]{0,5}\.?"
    r"(?:\s?[A-Z0-9]\w{0,6}\.?){0,3},?\s"
    r"(?:at\s)?\d{1,5}(?!\w)"
)
#: One before them, an abbreviation with two capitals.
_SERIES = re.compile(
    r"(?<![\w-])(?=[A-Z]\w*[A-Z])[A-Z][A-Za-z]{1,8}\s\d{1,4}(?:\s\(\d{4}\))?,\s\d{1,5}(?!\w)"
)
_STATUTE = re.compile(r"§§?\s?\d[^\n;()§]{0,40}?\s(?=[A-Z]\w*[A-Z])[A-Z]\w{1,8}\b(?!-)")
_LEGAL = (_REPORTER, _SERIES, _STATUTE)
_REACH = 60


def is_cited_between(text: str, start: int, end: int) -> bool:
    """Whether such a citation stands between two places."""
    return any(_unread(text, start, end))


def _unread(text: str, start: int, end: int) -> Iterator[bool]:
    yield from (pattern.search(text, start, end) is not None for pattern in _LEGAL)
    for found in _BRACKET.finditer(text, start, end):
        words = [word.rstrip(".") for word in found["head"].lower().split()]
        place = place_at(text, found.end(), min(end, found.end() + _REACH))
        if place is None or not (LABELS.isdisjoint(words) and NOT_AUTHORS.isdisjoint(words)):
            continue
        canonical = place.shape in CANONICAL or "." in found["head"]
        yield canonical and text[place.end : place.end + 1] in (")", ";", ",")
