"""An author and the year of his work in one sentence: "the physicist Ann Lee found in 1962
that …".

Where nothing else in the sentence is of that work, the year says which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.mentions.nouns import cited
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.suggestion import Suggestion

#: A year farther than this from the name is some other year (code points).
_FARTHEST = 120
#: Between name and year, or after both: a sentence that tells what the work claims.
_TELLS = re.compile(
    r"\s(?:that|how|why|whether|dass|daß|wie|warum|ob|wonach|que|comment|pourquoi|selon laquelle)\b"
    r"|\squ'|:"
)
#: Who did something else in the year.
_LIVED = re.compile(
    r"\b(?:born|died|death|geboren|starb|gestorben|tod|née?s?|mort[es]?|mourut|décédée?|naissance"
    r"|elected|appointed|retired|nobel|gewählt|emeritiert|élue?|nommée?)\b"
)


def dated(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions, or paraphrases, of works by their authors and years."""
    taken = [(one.start, one.end, one.body.value) for one in found]
    taken += [(*span, key) for span, key in _links(reading)]
    for person in reading.people:
        if not (person.full or person.known) or cited(reading, person):
            continue
        year = _year(reading, person)
        if year is None:
            continue
        at, entry = year
        start, end = reading.sentences.around(person.start)
        key = reading.catalogue.entries[entry].key
        if any(low < end and start < high and of in (key, "") for low, high, of in taken):
            continue
        if _LIVED.search(reading.lowered, start, end) is not None:
            continue
        taken.append((start, end, key))
        tells = _TELLS.search(reading.lowered, person.end, end) is not None
        span = (start, end) if tells else (min(person.start, at), max(person.end, at + 4))
        choice = Choice(entry, 0.7, ("the year of the work stands beside its author",))
        yield reading.suggest(span, "paraphrase" if tells else "mention", choice, "dated-work")


def _links(reading: Reading) -> Iterator[tuple[Span, str]]:
    """What is cited already."""
    for at, entry in reading.links:
        yield (at, reading.citing_ends.get(at, at + 1)), reading.catalogue.entries[entry].key


def _year(reading: Reading, person: Person) -> tuple[int, int] | None:
    """Where in the sentence of a name the year of one work of that author's stands, and the
    work; None if there is none, or several works are of that year."""
    known = reading.catalogue.entries
    start, end = reading.sentences.around(person.start)
    low, high = max(start, person.start - _FARTHEST), min(end, person.end + _FARTHEST)
    sentence = reading.lowered[low:high]
    places = [
        (low + at, entry)
        for entry in person.entries
        for year in known[entry].years
        if (at := sentence.find(str(year))) != -1
        and not sentence[at - 1 : at].isalnum()
        and not sentence[at + 4 : at + 5].isalnum()
    ]
    return places[0] if len({entry for _, entry in places}) == 1 else None
