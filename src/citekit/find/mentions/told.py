"""Where a text speaks of the works of the catalogue, by what is found so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from citekit.find.citingwords import WORK_NOUNS
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import is_inflected
from citekit.find.worktitles import is_content, words_of

#: Parts of a book, which a text speaks of whatever the book is about.
_PARTS = WORK_NOUNS | frozenset(
    """chapter chapters page pages sentence sentences preface introduction footnote footnotes part
    author words kapitel seite seiten satz sätze vorwort einleitung fußnote fußnoten teil autor
    worte chapitre chapitres page pages phrase phrases préface introduction note notes partie auteur
    mots""".split()
)


def is_taken(taken: Sequence[Span], span: Span) -> bool:
    """Whether one of the spans ``taken``, in order, has a place in ``span``."""
    index = bisect_left(taken, (span[1], -1))
    return any(end > span[0] for _, end in taken[max(0, index - 5) : index])


def spoken_of(reading: Reading, found: Sequence[Suggestion]) -> list[tuple[int, int]]:
    """Where the words that tell of an entry end, in order."""
    keys = reading.catalogue.keys
    places = [
        (one.end, keys[one.body.value])
        for one in found
        if one.body.type == "work" and one.kind != "echo"
    ]
    places += [
        (reading.citing_ends[at], entry) for at, entry in reading.links if at in reading.citing_ends
    ]
    return sorted((*places, *reading.known_people))


def in_citation(reading: Reading, person: Person) -> bool:
    """Whether a name is a part of a citation."""
    index = bisect_left(reading.citing, (person.end, -1)) - 1
    return index >= 0 and reading.citing[index][1] > person.start


def places_of(reading: Reading, found: Sequence[Suggestion]) -> dict[int, list[Span]]:
    """Where each work of the catalogue is found."""
    keys = reading.catalogue.keys
    places: dict[int, list[Span]] = {}
    for one in found:
        entry = keys.get(one.body.value)
        if entry is not None:
            places.setdefault(entry, []).append((one.start, one.end))
    return places


class Told:
    """Where a text speaks of the works of the catalogue, and in which words."""

    def __init__(self, reading: Reading, found: Sequence[Suggestion]) -> None:
        self.reading = reading
        self._places = places_of(reading, found)
        for at, entry in reading.links:
            end = reading.citing_ends.get(at, at + 1)
            self._places.setdefault(entry, []).append((at, end))
        for places in self._places.values():
            places.sort()
        self._words: dict[int, dict[str, list[str]]] = {}
        self._first = {one.entries: one.start for one in reversed(reading.people) if one.full}

    def is_first(self, person: Person) -> bool:
        """Whether an author is named in full for the first time."""
        return self._first.get(person.entries) == person.start

    def knows(self, person: Person) -> bool:
        """Whether the text speaks of a work of somebody's anywhere."""
        return not self._places.keys().isdisjoint(person.entries)

    def near(self, person: Person, further: bool = False) -> bool:
        """Whether the sentence of a name, or the ``further`` one after it, speaks of a work of
        its bearer's already."""
        start, end = self.reading.sentences.around(person.start)
        if further:
            end = (self.reading.sentences.after(person.start) or (start, end))[1]
        for entry in person.entries:
            places = self._places.get(entry, ())
            index = bisect_left(places, (end, -1))
            if any(high > start for _, high in places[max(0, index - 3) : index]):
                return True
        return False

    def of(self, entries: Sequence[int], word: str) -> bool:
        """Whether a word, or a form of it, stands in the title of one of the works, or where
        the text speaks of it."""
        return any(
            any(map(partial(is_inflected, part, alone=True), self._of(entry).get(part[:4], ())))
            for part in word.split("-")
            if len(part) > 3 and is_content(part) and part not in _PARTS
            for entry in entries
        )

    def _of(self, entry: int) -> dict[str, list[str]]:
        words = self._words.get(entry)
        if words is None:
            reading = self.reading
            said = set(words_of(reading.catalogue.entries[entry].title))
            for start, end in self._places.get(entry, ()):
                low, high = reading.sentences.around(start)
                said.update(words_of(reading.lowered[low : max(high, end)]))
            words = self._words[entry] = {}
            for word in said:
                words.setdefault(word[:4], []).append(word)
        return words

    def add(self, one: Suggestion) -> None:
        """Notes one more place where the text speaks of a work."""
        places = self._places.setdefault(self.reading.catalogue.keys[one.body.value], [])
        insort(places, (one.start, one.end))


class NameRule(NamedTuple):
    """How a name is a mention: the ``span`` of it, or None, by the name's place; the method
    and weight of the suggestion, and what its reason says of the name; ``beside`` if it may
    stand in a sentence that speaks of the same author's works."""

    span: Callable[[Told, Person], Span | None]
    method: str
    weight: float
    reason: str
    beside: bool = False


def by_name(
    reading: Reading, found: Sequence[Suggestion], rules: Sequence[NameRule]
) -> Iterator[Suggestion]:
    """The mentions of names by rules, the first before all others, in sentences where nothing
    that is ``found`` is of the same author's works."""
    told = Told(reading, found)
    taken = sorted((one.start, one.end) for one in found if one.kind != "paraphrase")
    people = [person for person in reading.people if not in_citation(reading, person)]
    apart = [person for person in people if not told.near(person)]
    for rule in rules:
        for person in people if rule.beside else apart:
            span = rule.span(told, person)
            if span is None or (is_taken(taken, span) if rule.beside else told.near(person)):
                continue
            choice = reading.choose(person.entries, person.start, reading.lowered[slice(*span)])
            if choice.entry is not None:
                one = reading.suggest(
                    span, "mention", choice, rule.method, weight=rule.weight,
                    reasons=(f"{person.name} {rule.reason}",),
                )  # fmt: skip
                told.add(one)
                yield one
