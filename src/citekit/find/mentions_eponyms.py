"""Laws, effects and curves with an author's name: "the Lee curve", "Lee's law", "la loi de
Lee", "die Lee-Kurve", "das Leesche Gesetz".

They need no author whom the text introduces; where it does not, the score is low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import TERM_OF_NAME
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading, Span
from citekit.find.suggestion import Suggestion

_NOUNS = {code: "|".join(sorted(nouns)) for code, nouns in TERM_OF_NAME.items()}
_AFTER = {
    "en": re.compile(rf"\s(?:{_NOUNS['en']})\b"),
    "de": re.compile(rf"(?:-|\s|'?sche[nrms]?\s)(?:{_NOUNS['de']})(?:e?s|e?n)?\b"),
}
_BEFORE = {
    "en": re.compile(r"\bthe\s(?:so-called\s)?$"),
    "de": re.compile(r"\b(?:die|der|das|den|dem|des)\s(?:sogenannte[nrms]?\s)?$"),
    "fr": re.compile(
        rf"(?:\b(?:la|le|cette|ce)\s|\bl')(?:{_NOUNS['fr']})\s(?:de\s|d'|dite\sde\s)$"
    ),
}
#: Code points before a name that are looked at.
_NEAR = 40


def eponyms(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by a name in a term of the field, besides those ``found``."""
    taken = sorted((one.start, one.end) for one in found if one.kind != "paraphrase")
    for person in reading.people:
        if person.full:
            continue
        span = _span(reading, person)
        if span is None or any(low < span[1] and span[0] < high for low, high in taken):
            continue
        choice = reading.choose(person.entries, person.start, reading.lowered[slice(*span)])
        if choice.entry is None:
            continue
        yield reading.suggest(
            span, "mention", choice, "eponym",
            weight=0.8 if reading.established(person) else 0.6,
            reasons=(f"a term of the field with the name {person.name}",),
        )  # fmt: skip


def _span(reading: Reading, person: Person) -> Span | None:
    """The term with its article; None if the name stands in none."""
    lowered, code = reading.lowered, reading.language
    before = _BEFORE[code].search(lowered, max(0, person.start - _NEAR), person.start)
    if code == "fr":
        return None if before is None else (before.start(), person.bare)
    after = _AFTER[code].match(lowered, person.end)
    if after is None or not (before or person.possessive):
        return None
    return (person.start if before is None else before.start()), after.end()
