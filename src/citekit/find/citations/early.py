"""Author–date citations with a year from before 1400: "(Aquinas 1265, I.2)", "(Cicero 44 BC)".

Such a number may as well be a page, a price or a count, so only years of catalogued works are
looked for, and only their authors' names before them make a citation.  The year of the edition
may follow (Chicago Manual of Style, 17th edition, 15.40; APA, 7th edition, 9.41).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citekit.find.citations.names import names_before
from citekit.find.citations.raw import Masks, RawCite, RawYear
from citekit.find.citations.resolve import Proposals, Resolution, relation_behind, resolve
from citekit.find.citations.standing import is_signalled
from citekit.find.citelocators import locator_at
from citekit.find.citingwords import PREFIXES
from citekit.find.shapes import YEAR
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.model import Body

_CIRCA = r"(?P<circa>(?:circa|ca?\.?|around|about|approx\.|um|vers)\s?|A\.?D\.?\s)?"
#: Eras as English, German, French, Spanish and Italian abbreviate them.
_BEFORE = (
    r"\s?(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?(?:Chr|d\.\s?Z|u\.\s?Z)\.|av\.\s?J\.-C\."
    r"|a\.\s?(?:de\s)?C\.)"
)
_SINCE = r"\s?(?:A\.?D\.?|C\.?E\.?|n\.\s?(?:Chr|d\.\s?Z|u\.\s?Z)\.|apr\.\s?J\.-C\.|d\.\s?C\.)"
#: A number alone is a page rather than so early a year: "(Lee, 180)".
_LEAST_ALONE = 1000
_ENDS = re.compile(r"\s?(?:[,;:)\]]|$)")
_STOPS = re.compile(r"\.(?:\s|$)")
#: So far before its year a parenthesis opens, and so far behind it a place ends (code points).
_BACK, _ON = 240, 80


@lru_cache(maxsize=4)
def _years(years: frozenset[int]) -> re.Pattern[str]:
    """The shapes of some years, which are astronomical ones before our era."""
    since = "|".join(str(year) for year in sorted(years) if year > 0) or "(?!)"
    before = "|".join(str(1 - year) for year in sorted(years) if year <= 0) or "(?!)"
    shapes = (
        rf"(?P<since>{since})(?:\s?[-–]\s?\d{{2,4}})?(?P<era>{_SINCE})?",
        rf"(?P<before>{before})(?:\s?[-–]\s?\d{{1,4}})?{_BEFORE}",
    )
    return re.compile(
        rf"(?<![\w.,/–-])\[?{_CIRCA}(?:{'|'.join(shapes)})\]?(?:\s?[/,]?\s?{YEAR}[a-k]?)?"
        r"(?![\w%‰€£$°])"
    )


class _Place(NamedTuple):
    """Where the names of a citation end, its shape, and what it must stand in."""

    names: int
    shape: str
    opened: int
    closed: int


def early_cites(
    text: str, catalogue: Catalogue, proposals: Proposals, masked: Masks
) -> Iterator[Suggestion]:
    """The citations of catalogued works by an author and a year before 1400, in order."""
    if not catalogue.early:
        return
    for found in _years(catalogue.early).finditer(text):
        if masked.covers(found.start()):
            continue
        place = _place(text, found.start(), found.end())
        named = names_before(text, place.names, catalogue.families)
        if named is None:
            continue
        start, names, et_al = named
        locator = locator_at(text, found.end(), place.closed)
        end = locator.end if locator is not None else found.end()
        number = int(found["since"] or 1 - int(found["before"]))
        sure = number >= _LEAST_ALONE or any(map(found.group, ("before", "era", "circa")))
        if not (sure or locator is not None or place.shape == "narrative"):
            continue
        year = RawYear((number,), "", found[0], found.start(), found.end(), locator)
        prefix = text[place.opened + 1 : start] if place.shape == "parenthetical" else ""
        prefix = prefix[max(prefix.rfind(";"), prefix.rfind(",")) + 1 :].strip()
        cite = RawCite(names, et_al, (year,), start, prefix, place.shape, True, False)
        if not _is_apart(text, cite, end):
            continue
        resolution = resolve(names, et_al, year, catalogue, proposals)
        if resolution.entry is not None:
            end += place.shape == "narrative" and text.startswith(")", end)
            yield _suggestion(cite, end, resolution)


def _place(text: str, start: int, end: int) -> _Place:
    """Where the names before the year from ``start`` to ``end`` stand."""
    low = max(0, start - _BACK, text.rfind("\n\n", 0, start))
    opened = max(text.rfind("(", low, start), text.rfind("[", low, start))
    if opened < 0 or text.count(")", opened, start) or text.count("]", opened, start):
        if text[start] == "[":
            return _Place(start, "narrative", start, min(len(text), end + _ON))
        return _Place(start, "running", start, min(len(text), end + _ON))
    closed = text.find(")" if text[opened] == "(" else "]", end, end + _ON)
    closed = closed if closed >= 0 else min(len(text), end + _ON)
    if not text[opened + 1 : start].strip():
        return _Place(opened, "narrative", opened, closed)
    return _Place(start, "parenthetical", opened, closed)


def _is_apart(text: str, cite: RawCite, end: int) -> bool:
    """Whether nothing but what belongs to a citation stands around it."""
    if cite.shape == "running":
        apart = _STOPS.match(text, end) or _ENDS.match(text, end)
        return apart is not None and is_signalled(text, cite, 1, 0)
    words = cite.prefix.lower().replace(".", " ").split()
    return _ENDS.match(text, cite.years[0].end) is not None and PREFIXES.issuperset(words)


def _suggestion(cite: RawCite, end: int, resolution: Resolution) -> Suggestion:
    year, entry = cite.years[0], resolution.entry
    return Suggestion(
        cite.start,
        end,
        "citation",
        Body("work", entry.work.id if entry is not None else ""),
        relation_behind(cite.prefix),
        str(year.locator) if year.locator is not None else "",
        method=f"author-date-{cite.shape}",
        score=resolution.score,
        reasons=resolution.reasons,
    )
