"""Works that a noun and their year stand for, where the text knows the author: "the 2015 paper",
"Sein Hauptwerk von 1965", « l'article de 1971 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import POSSESSIVES, WORK_NOUN
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.mentions.told import is_taken
from citekit.find.signs import year_places
from citekit.find.suggestion import Suggestion

_FEW = r"(?:(?!(?:the|an?|date|dates|datent|datiert|stammt)\s)[^\W\d_][\w-]*\s){0,2}?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_OUT = r"(?:erschienene[nmrs]?|veröffentlichte[nmrs]?|publizierte[nmrs]?)\s"
_NOUN = rf"(?:{WORK_NOUN}|pages|vorlesung|vorlesungen|vortrag|leçon|conférence)"
_NOUNS = {
    "en": re.compile(
        rf"\b(?:(?:the|that|this|{POSSESSIVES})\s{_FEW}{_YEAR}\s{_FEW}{_NOUN}"
        rf"|(?:the|that|this|{POSSESSIVES})\s{_FEW}{_NOUN}\s(?:of|from"
        rf"|published\sin)\s{_YEAR})\b"
    ),
    "de": re.compile(
        rf"\b(?:das|der|die|dem|den|jene[mnrs]?|diese[mnrs]?|{POSSESSIVES})\s"
        rf"(?:{_FEW}[^\W\d_]*{_NOUN}\s(?:von|aus\sdem\sjahre?|aus)\s{_YEAR}"
        rf"|{_FEW}{_YEAR}\s{_OUT}{_FEW}[^\W\d_]*{_NOUN})\b"
    ),
    "fr": re.compile(
        rf"(?:\b(?:le|la|cette|cet?|{POSSESSIVES})\s|\bl')\s?{_FEW}{_NOUN}\s{_FEW}(?:de"
        rf"|paru\sen|parue\sen|publiée?\sen)"
        rf"\s{_YEAR}\b"
    ),
}
#: Whose it is, if somebody is named behind it.
_BY = re.compile(r"\s(?:by|of|von|de|d'|par|der|des)\s?[A-ZÀ-Ý]|,\s(?:by|von|de|par)\s")
#: A noun stands no farther from its year (code points).
_NEAR = 70


def dated_nouns(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions of works by a noun and their year: of those whose author the text names, and
    of those it has told of, the only one of that year."""
    text, keys, entries = reading.text, reading.catalogue.keys, reading.catalogue.entries
    years = [
        at
        for at in year_places(text)
        if text[at - 1] == " " and text[at - 2] not in ",(&" and not text[at + 4 : at + 5].isalnum()
    ]
    if not years:
        return
    known = {keys[one.body.value] for one in found if one.body.type == "work"} | reading.linked
    known.update(entry for person in reading.people if person.full for entry in person.entries)
    of_year: dict[int, list[int]] = {}
    for entry in known:
        for year in entries[entry].years:
            of_year.setdefault(year, []).append(entry)
    taken = sorted((one.start, one.end) for one in found)
    for at in years:
        own = of_year.get(int(text[at : at + 4]), [])
        span = _noun_of(reading, at) if len(own) == 1 else None
        if span is None or is_taken(taken, span) or is_taken(reading.citing, span):
            continue
        if not _BY.match(text, span[1]):
            choice = Choice(own[0], 0.7, (f"the year of {entries[own[0]].key}",))
            yield reading.suggest(span, "mention", choice, "dated-noun")


def _noun_of(reading: Reading, at: int) -> Span | None:
    """The noun for a work with its year at ``at``."""
    low, high = max(0, at - _NEAR), at + _NEAR
    for match in _NOUNS[reading.language].finditer(reading.lowered, low, high):
        if match.start() <= at < match.end():
            return match.span()
    return None
