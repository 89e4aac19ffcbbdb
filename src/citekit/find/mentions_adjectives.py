"""Adjectives made of an author's name: "the Weberian notion of …", "l'analyse foucaldienne".

One is a mention where the text has named the author in full before, and a noun of theory
stands beside it: anything else may be Weberian too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citingwords import THEORY_NOUNS
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key

_NOUNS = THEORY_NOUNS | frozenset(
    """tradition sense framework lens vein terminology thought
    sinne sicht perspektive begriff tradition denken terminologie
    lecture grille pensée cadre sens tradition vocabulaire""".split()
)
#: English -ian, -ean, -esque; French -ien; German -sch, -'sch.
_ENDING = re.compile(r"(?:s?ian|ean|esque|s?ien(?:ne)?s?|'?sche[nrms]?)\b")
_BEFORE = re.compile(r"(?:\b(?:the|a|an|der|die|das|den|dem|des|la|le|les|une?)\s|\bl')$")
_NOUN_BEFORE = re.compile(r"(?:\b(?:la|le|les|une?|cette|ce)\s|\bl'|\bd')?(?P<noun>[^\W\d_]+)\s$")
_NOUN_AFTER = re.compile(
    r"\s(?P<noun>[^\W\d_]+)\b(?:\s(?:of|des|der|von)\s(?:the\s|a\s)?[^\W\d_]+)?"
)


def adjectives(reading: Reading) -> Iterator[Suggestion]:
    """The mentions by an adjective."""
    authors: dict[str, Person] = {}
    for person in reading.people:
        if person.full:
            family = reading.text[person.start : person.bare].rsplit(" ", 1)[-1]
            authors.setdefault(name_key(family), person)
    for family, person in authors.items():
        for stem in _stems(family):
            yield from _of(reading, stem, person)


def _stems(family: str) -> Iterator[str]:
    """The forms of a family name before the ending: Foucault, Foucauld-, foucald-."""
    if len(family) > 3:
        yield family.removesuffix("e")
        if family.endswith("ault"):
            yield family[:-1] + "d"
            yield family[:-3] + "ld"


def _of(reading: Reading, stem: str, person: Person) -> Iterator[Suggestion]:
    lowered = reading.lowered
    at = lowered.find(stem, person.end)
    while at != -1:
        ending = _ENDING.match(lowered, at + len(stem))
        if ending is not None and not lowered[at - 1 : at].isalnum():
            span = _beside(lowered, at, ending.end())
            if span is not None:
                choice = reading.choose(person.entries, at, lowered[slice(*span)])
                reasons = (f"an adjective made of {person.name}",)
                yield reading.suggest(
                    span, "mention", choice, "adjective", weight=0.7, reasons=reasons
                )
        at = lowered.find(stem, at + len(stem))


def _beside(lowered: str, start: int, end: int) -> tuple[int, int] | None:
    """The adjective with the noun of theory beside it."""
    after = _NOUN_AFTER.match(lowered, end)
    if after is not None and after["noun"].removesuffix("s") in _NOUNS:
        article = _BEFORE.search(lowered, max(0, start - 6), start)
        return (article.start() if article is not None else start), after.end()
    before = _NOUN_BEFORE.search(lowered, max(0, start - 30), start)
    if before is not None and before["noun"].removesuffix("s") in _NOUNS:
        return before.start(), end
    return None
