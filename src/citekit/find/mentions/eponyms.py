"""Laws, effects and curves with an author's name: "the Lee curve", "Lee's law", "la loi de
Lee", "die Lee-Kurve", "das Leesche Gesetz".

They need no author whom the text introduces; where it does not, the score is low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingwords import TERM_OF_NAME
from citekit.find.mentions.claimwindows import PREPOSITIONS
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key

_NOUNS = {code: "|".join(sorted(nouns)) for code, nouns in TERM_OF_NAME.items()}
#: Words behind a noun that are no part of its name: "une thèse chez Lee".
_NO_NOUNS = rf"qu\w*|avant|dont|{'|'.join(sorted(PREPOSITIONS - {'du', 'des'}))}"
_AFTER = {
    "en": re.compile(rf"\s(?:{_NOUNS['en']})\b"),
    "de": re.compile(rf"(?:-|\s|'?sche[nrms]?\s)(?:{_NOUNS['de']})(?:e?s|e?n)?\b"),
}
_BEFORE = {
    "en": re.compile(r"\bthe\s(?:so-called\s)?$"),
    "de": re.compile(r"\b(?:die|der|das|den|dem|des)\s(?:sogenannte[nrms]?\s)?$"),
    "fr": re.compile(
        rf"(?:\b(?:la|le|cette|ce|cet|une?|du)\s|\b[ld]')(?:{_NOUNS['fr']})\s"
        rf"(?:(?:de\s(?:l'|la\s)?|d')?(?!(?:{_NO_NOUNS})\s)[^\W\d_]{{3,}}\s)?(?:de\s|d'|dite\sde\s)?$"
    ),
}
#: German: "Lee-Kurve", which names nobody by itself.
_COMPOUND = re.compile(rf"(?<![\w-])(?P<name>[^\W\d_]{{3,}})-(?:{_NOUNS['de']})(?:e?s|e?n)?\b")
#: Code points before a name that are looked at.
_NEAR = 40


def eponyms(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by a name in a term of the field, besides those ``found``."""
    taken = sorted((one.start, one.end) for one in found if one.kind != "paraphrase")
    for span, name, entries, known in (*_of_people(reading), *_compounds(reading)):
        if any(low < span[1] and span[0] < high for low, high in taken):
            continue
        choice = reading.choose(entries, span[0], reading.lowered[slice(*span)])
        if choice.entry is None:
            continue
        yield reading.suggest(
            span, "mention", choice, "eponym", weight=0.8 if known else 0.6,
            reasons=(f"a term of the field with the name {name}",),
        )  # fmt: skip


class _Term(NamedTuple):
    """A term, the name in it, the works that may be meant, whether the text says whose."""

    span: Span
    name: str
    entries: tuple[int, ...]
    known: bool


def _of_people(reading: Reading) -> Iterator[_Term]:
    for person in reading.people:
        span = None if person.full else _span(reading, person)
        if span is not None:
            yield _Term(span, person.name, person.entries, reading.established(person))


def _compounds(reading: Reading) -> Iterator[_Term]:
    if reading.language != "de" or "-" not in reading.lowered:
        return
    for found in _COMPOUND.finditer(reading.lowered):
        works = reading.catalogue.families.get(name_key(found["name"]), ())
        entries = tuple(dict.fromkeys(entry for entry, _ in works))
        if not entries or not reading.text[found.start()].isupper():
            continue
        article = _BEFORE["de"].search(
            reading.lowered, max(0, found.start() - _NEAR), found.start()
        )
        start = found.start() if article is None else article.start()
        name = reading.text[found.start() : found.end("name")]
        yield _Term((start, found.end()), name, entries, not reading.linked.isdisjoint(entries))


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
