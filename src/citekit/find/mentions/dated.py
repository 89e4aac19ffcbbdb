"""An author and the year of his work in one sentence: "the physicist Ann Lee found in 1962
that …".

Where nothing else in the sentence is of that work, the year says which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citations.lettershapes import TO_HIM, date_at, letter_at
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.mentions.told import in_citation
from citekit.find.suggestion import Suggestion
from citekit.find.workforms import letter_dates

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
        if not (person.full or person.known) or in_citation(reading, person):
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
    work; None if there is none, or several works are of that year.  A semicolon parts what is
    said of one work from what is said of another; a letter that somebody gets is not his own."""
    start, end = reading.sentences.around(person.start)
    low, high = max(start, person.start - _FARTHEST), min(end, person.end + _FARTHEST)
    lowered = reading.lowered
    low = max(low, lowered.rfind(";", low, person.start) + 1)
    stop = lowered.find(";", person.end, high)
    high = stop if stop >= 0 else high
    to_him = TO_HIM.search(reading.text, max(start, person.start - _BEFORE), person.start)
    places = [
        (at, entry)
        for entry in person.entries
        if not (to_him and letter_dates(reading.catalogue.entries[entry].work))
        for year in reading.catalogue.entries[entry].years
        for at in _places(lowered, str(year), low, high)
        if _is_of(reading, entry, at)
    ]
    return places[0] if len({entry for _, entry in places}) == 1 else None


#: So far before a recipient's name "to" begins (code points).
_BEFORE = 60


def _places(text: str, year: str, low: int, high: int) -> Iterator[int]:
    """Where a year stands between two places as a whole word."""
    at = text.find(year, low, high)
    while at != -1:
        if not text[at - 1 : at].isalnum() and not text[at + 4 : at + 5].isalnum():
            yield at
        at = text.find(year, at + 4, high)


def _is_of(reading: Reading, entry: int, at: int) -> bool:
    """Whether the year at ``at`` may be a work's: not where its day is another than the work's
    (a letter's, a newspaper article's), or it dates a letter."""
    dated = date_at(reading.text, at)
    if dated is None:
        return True
    if letter_at(reading.text, at) is not None:
        return False
    work = reading.catalogue.entries[entry].work
    known = (work.date(variable) for variable in ("issued", "original-date"))
    return any(
        date is not None
        and date.start is not None
        and date.start.year == dated.date.year
        and date.start.month in (None, dated.date.month)
        and (dated.date.day is None or date.start.day in (None, dated.date.day))
        for date in known
    )
