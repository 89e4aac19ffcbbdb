"""Works that a noun and their year stand for, where the text knows the author: "the 2015 paper",
"Sein Hauptwerk von 1965", « l'article de 1971 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import POSSESSIVES, WORK_NOUN
from citekit.find.mentions.reading import Choice, Reading
from citekit.find.mentions.told import is_taken
from citekit.find.suggestion import Suggestion

_FEW = r"(?:(?!(?:the|an?|date|dates|datent|datiert|stammt)\s)[^\W\d_][\w-]*\s){0,2}?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_OUT = r"(?:erschienene[nmrs]?|veröffentlichte[nmrs]?|publizierte[nmrs]?)\s"
_NOUN = rf"(?:{WORK_NOUN}|pages|vorlesung|vorlesungen|vortrag|leçon|conférence)"
_NOUNS = {
    "en": re.compile(
        rf"\b(?:(?:the|that|this|{POSSESSIVES})\s{_FEW}{_YEAR}\s{_FEW}{_NOUN}"
        rf"|(?:the|that|this|{POSSESSIVES})\s{_FEW}{_NOUN}\s(?:of|from"
        rf"|published\sin)\s(?P<late>(?:1[5-9]|20)\d\d))\b"
    ),
    "de": re.compile(
        rf"\b(?:das|der|die|dem|den|jene[mnrs]?|diese[mnrs]?|{POSSESSIVES})\s"
        rf"(?:{_FEW}[^\W\d_]*{_NOUN}\s(?:von|aus\sdem\sjahre?|aus)\s{_YEAR}"
        rf"|{_FEW}(?P<late>(?:1[5-9]|20)\d\d)\s{_OUT}{_FEW}[^\W\d_]*{_NOUN})\b"
    ),
    "fr": re.compile(
        rf"(?:\b(?:le|la|cette|cet?|{POSSESSIVES})\s|\bl')\s?{_FEW}{_NOUN}\s{_FEW}(?:de"
        rf"|paru\sen|parue\sen|publiée?\sen)"
        rf"\s{_YEAR}\b"
    ),
}
#: Whose it is, if somebody is named behind it.
_BY = re.compile(r"\s(?:by|of|von|de|d'|par|der|des)\s?[A-ZÀ-Ý]|,\s(?:by|von|de|par)\s")


def dated_nouns(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions of works by a noun and their year: of those whose author the text names, and
    of those it has told of, the only one of that year."""
    matches = list(_NOUNS[reading.language].finditer(reading.lowered))
    if not matches:
        return
    keys = reading.catalogue.keys
    known = {keys[one.body.value] for one in found if one.body.type == "work"} | reading.linked
    known.update(entry for person in reading.people if person.full for entry in person.entries)
    taken = sorted((one.start, one.end) for one in found)
    for match in matches:
        year = int(match["year"] or match.groupdict().get("late") or 0)
        of_year = [entry for entry in known if year in reading.catalogue.entries[entry].years]
        span = match.span()
        if len(of_year) != 1 or is_taken(taken, span) or is_taken(reading.citing, span):
            continue
        if _BY.match(reading.text, span[1]):
            continue
        key = reading.catalogue.entries[of_year[0]].key
        choice = Choice(of_year[0], 0.7, (f"the year of {key}, whose author is named",))
        yield reading.suggest(span, "mention", choice, "dated-noun")
