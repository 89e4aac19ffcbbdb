"""Authors' names that may be mentions, beside which no rule has found anything: their spans, and
what they look like to the model that says whether they are ones.

Features are of the kinds of those of :mod:`citekit.find.mentions.candidates`, and what is found of
the author elsewhere in the text.  Words are in the form of
:func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from citekit.find.citations.names import PARTICLES
from citekit.find.citingverbs import FINITE
from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.mentions.candidates import beside, kind_of
from citekit.find.mentions.claimwindows import begins_paragraph, split
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.sayers import is_kin
from citekit.find.mentions.told import places_of
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key

#: What somebody is called, before his name.
ROLE_BEFORE = re.compile(
    r"(?:\b(?:the|an?|der|dem|den|die|das|le|la|les|une?)\s|\bl')(?:[^\W\d_][\w-]*\s){0,3}$"
)
_ARTICLES = {
    "en": "the|an?|his|her|their|my|our",
    "de": "der|dem|den|die|das|eine?[rnm]?|seine?[nmr]?|ihre?[nmr]?|meine?[nmr]?",
    "fr": "le|la|les|une?|du|son|sa|ses|mon|leur",
}
_ARTICLE_ONLY = {
    code: re.compile(
        rf"(?:\b(?:{words})\s|\bl')(?:(?:old|late|great|good|alte[nr]?|grand|vieux)\s)?$"
    )
    for code, words in _ARTICLES.items()
}
_AND = re.compile(r",?\s(?:and|und|et|&)\s$")
_NEXT = re.compile(r"\s([^\W\d_][\w-]*)(?!\w)")
#: What belongs to people of a name, who need not write: "the Lee family".
_HOUSES = frozenset(
    """family families household brothers sisters estate farm house shop familie haus hof brüder
    schwestern famille maison frères sœurs ferme""".split()
)
#: Of a name's noun phrase.
_MOST_WORDS = 4
#: The most that is counted of works and people, of the times an author is named, of steps of a
#: sentence's length.
_MOST_COUNTED, _MOST_TIMES, _LONGEST = 3, 5, 6
#: A name so near its sentence's beginning opens it; the code points of a step of its length.
_OPENS, _LINE = 3, 40
#: An author not named for so long is named anew (code points).
_FAR = 3000


def named(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Person]:
    """The authors' names that stand in nothing that was found of their works, nor beside
    somebody who belongs to them."""
    keys = reading.catalogue.keys
    taken = sorted((one.start, one.end, keys.get(one.body.value, -1)) for one in found)
    longest = max((end - start for start, end, _ in taken), default=0)
    for person in reading.people:
        if reading.cites_between(person.start, person.end + 2) or is_kin(reading, person):
            continue
        following = _NEXT.match(reading.lowered, person.end)
        if following is not None and following[1] in _HOUSES:
            continue
        low = bisect_left(taken, (person.start - longest, -1, -1))
        high = bisect_left(taken, (person.start + 1, -1, -1))
        if any(
            person.start < end and (entry in person.entries or entry == -1)
            for _, end, entry in taken[low:high]
        ):
            continue
        yield person


def span_of_name(reading: Reading, person: Person) -> Span:
    """A name with what is tied to it: its noun, or what its bearer is called."""
    lowered = reading.lowered
    start, end = person.start, person.end
    low = max(reading.sentences.around(start)[0], start - 60)
    for other in reversed(reading.people_between(low, start)):
        if _AND.fullmatch(lowered, other.end, start):
            start = other.start
    following = reading.people_between(end, end + 40)
    if following and _AND.fullmatch(lowered, end, following[0].start):
        end = following[0].end
    if person.possessive:
        return start, _noun_phrase(reading, end)
    article = _ARTICLE_ONLY[reading.language].search(lowered, low, start)
    if article is not None and not person.full:
        return article.start(), _noun_phrase(reading, end)
    tied = ROLE_BEFORE.search(lowered, low, start) if person.full else None
    return (tied.start() if tied is not None else start), end


def are_joined(reading: Reading, people: Sequence[Person], at: int) -> bool:
    """Whether "and" stands between the person at a place and the next one, who has written
    something else."""
    one, other = people[at : at + 2]
    return _AND.fullmatch(reading.lowered, one.end, other.start) is not None and set(
        one.entries
    ).isdisjoint(other.entries)


def with_coauthors(reading: Reading, person: Person, span: Span) -> Span:
    """The span of a name with those before it of whoever wrote a work with its bearer: "Watson
    and Rayner’s study"."""
    text, entries, start = reading.text, reading.catalogue.entries, span[0]
    low = max(reading.sentences.around(start)[0], start - 60)
    joint = _AND.search(text, low, start)
    if joint is None:
        return span
    families = {author.key for entry in person.entries for author in entries[entry].authors}
    while joint is not None:
        before = list(_FAMILY_WORD.finditer(text, low, joint.start()))
        for index in range(max(0, len(before) - _LONGEST_FAMILY), len(before)):
            if name_key(text[before[index].start() : joint.start()]) in families:
                while index and before[index - 1][0].lower() in PARTICLES:
                    index -= 1
                start = before[index].start()
                break
        else:
            break
        joint = _IN_ROW.search(text, low, start)
    return start, span[1]


#: Behind one of several authors who is not the last but one.
_IN_ROW = re.compile(r"(?<=\w),\s$")
_FAMILY_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w’'-]*")
#: A family name has at most so many words: "van der Kolk".
_LONGEST_FAMILY = 3


def _noun_phrase(reading: Reading, at: int) -> int:
    """Where the noun ends that a name that ends at ``at`` stands with."""
    for quote in reading.quotes_between(at, at + 3):
        return quote[1]
    end, capital = at, False
    for _ in range(_MOST_WORDS):
        word = _NEXT.match(reading.lowered, end)
        if word is None or word[1] in FUNCTION_WORDS or word[1] in FINITE:
            break
        upper = reading.text[word.start(1)].isupper()
        if reading.language == "de" and capital and not upper:
            break
        if reading.language == "en" and end > at and word[1].endswith(("ed", "ly")):
            break
        capital, end = upper, word.end()
    return end


def of_name(reading: Reading, person: Person, near: Nearby) -> set[str]:
    """The features of an author's name; the same has always the same."""
    return {f"n:{one}" for one in (*_of_name(reading, person), *near.features(person))}


class Nearby:
    """What of an author's works is found in a text, and where he is named, for the features of
    his name."""

    def __init__(self, reading: Reading, found: Sequence[Suggestion]) -> None:
        self._reading = reading
        self._places = places_of(reading, found)
        self._named = Counter(entry for person in reading.people for entry in person.entries)
        self._said = sorted((one.start, one.end) for one in reading.said.values())

    def features(self, person: Person) -> Iterator[str]:
        """What stands around a name: what is found of its bearer's works, others' names,
        quotations; and where in its sentence and paragraph it stands."""
        reading, at = self._reading, person.start
        start, end = reading.sentences.around(at)
        places = [span for entry in person.entries for span in self._places.get(entry, ())]
        yield f"found={bool(places)}"
        yield f"found before={any(low < start for low, _ in places)}"
        yield f"beside={_touch(places, (start, end))}"
        following = reading.sentences.after(max(start, end - 1))
        for name in ("next", "next but one"):
            if following is None:
                break
            yield f"{name}={_touch(places, following)}"
            following = reading.sentences.after(following[1] - 1)
        yield f"last={_touch(places, reading.sentences.around(max(0, start - 2)))}"
        yield f"works={min(_MOST_COUNTED, len(person.entries))}"
        yield f"people={min(_MOST_COUNTED, len(reading.people_between(start, end)))}"
        times = max(self._named[entry] for entry in person.entries)
        yield f"times={min(_MOST_TIMES, times)}"
        yield f"opens={at - start < _OPENS}"
        yield f"paragraph={begins_paragraph(reading.text, start)}"
        yield f"long={min(_LONGEST, (end - start) // _LINE)}"
        yield f"quotes={bool(reading.quotes_between(start, end))}"
        index = bisect_left(self._said, (at, -1))
        yield f"said={_touch(self._said[max(0, index - 1) : index], (at, at + 1))}"


def _touch(places: Sequence[Span], span: Span) -> bool:
    """Whether one of some places has a part in a span."""
    return any(low < span[1] and span[0] < high for low, high in places)


def _of_name(reading: Reading, person: Person) -> Iterator[str]:
    lowered, span = reading.lowered, span_of_name(reading, person)
    start, end = reading.sentences.around(person.start)
    end = max(end, span[1])
    yield from beside(reading, span, start, end)
    yield f"possessive={person.possessive}"
    yield f"full={person.full}"
    yield f"known={person.known}"
    yield f"scholar={person.scholar}"
    yield f"established={reading.established(person)}"
    inside = split(lowered[person.bare : span[1]])
    yield f"inside={min(len(inside), 3)}"
    if inside:
        yield f"{'his-' if person.possessive else ''}noun={kind_of(inside[-1])}"
    mine = set(person.entries)
    near = reading.people_between(person.start - _FAR, person.start)
    yield f"first={not any(mine & set(other.entries) for other in near)}"
    if reading.titled_between(start, end, person.entries):
        yield "title"
