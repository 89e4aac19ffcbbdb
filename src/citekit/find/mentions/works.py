"""A work that the text names by its author's possessive and what it is about: "His essay on
hunters took an hour to read", where the sentence before spoke of him.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import WORK_NOUNS
from citekit.find.mentions.pointing import by_its_authors
from citekit.find.mentions.reading import Choice, Reading
from citekit.find.mentions.told import spoken_of
from citekit.find.mentions.topics import chosen_by_topic, is_on_another
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion

_HIS_WORK = re.compile(
    r"(?:his|her|sein|seine|ihr|ihre|son|sa)\s(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+),?\s"
    r"(?:on|about|über|zu|zum|zur|sur)\s(?:(?:the|an?|den?|die|das|der|la|les?)\s|l')?"
    r"(?:\"[^\"]{2,50}\"|[^\W\d_][\w'-]*(?:\s(?:of|and|der|des|und|de|et)\s(?:the\s)?[^\W\d_][\w'-]*)?"
    r"(?:\s(?=[^\W\d_]+,)[^\W\d_]+)?)"
)


#: Possessives that may begin a sentence.
_POSSESSIVES = Signs(
    [f"{space}{word} " for word in "his her sein seine ihr ihre son sa".split() for space in " \n"]
)
_ENDS = frozenset(".!?…\"')]»*_")
#: A sentence is no longer than this (code points).
_LONGEST = 2000


def _opened(lowered: str) -> Iterator[int]:
    """Where a possessive stands behind the end of a sentence."""
    for at in _POSSESSIVES.places(lowered)[0]:
        end = at
        while end and lowered[end - 1].isspace():
            end -= 1
        if lowered[end - 1 : end] in _ENDS or "\n" in lowered[end:at]:
            yield at + 1


def his_works(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The works that a sentence begins with after one that spoke of their author."""
    lowered = reading.lowered
    works = [at for at in _opened(lowered) if _HIS_WORK.match(lowered, at) is not None]
    if not works:
        return
    cache: dict[int, tuple[int, ...]] = {}
    done = 0
    for at, entries, told in _spoken_of(reading, found):
        nearest = bisect_left(works, at)
        if at < done or nearest == len(works) or works[nearest] - at > _LONGEST:
            continue
        following = reading.sentences.after(max(0, at - 1))
        if following is None:
            continue
        start, end = following
        work = _HIS_WORK.match(lowered, start, end)
        if work is None or work["noun"] not in WORK_NOUNS or reading.names_another(at, start):
            continue
        if told:
            entries = by_its_authors(reading, entries[0], cache)
        span = (start, work.end())
        choice = chosen_by_topic(reading, entries, span)
        if choice is None and told:
            key = reading.catalogue.entries[told - 1].key
            choice = Choice(told - 1, 0.6, (f"a {work['noun']} of the author of {key}",))
        if choice is None:
            continue
        done = end
        if is_on_another(reading, entries, span) or any(
            one.start < work.end() and start < one.end for one in found
        ):
            continue
        yield reading.suggest(span, "mention", choice, "his-work")


def _spoken_of(
    reading: Reading, found: Sequence[Suggestion]
) -> list[tuple[int, tuple[int, ...], int]]:
    """Where the words end that tell of a work, or name an author of several, with those
    works; and the number of the entry told of, from 1 on, or 0."""
    places: list[tuple[int, tuple[int, ...], int]] = [
        (at, (entry,), entry + 1) for at, entry in spoken_of(reading, found)
    ]
    places += [(one.bare, tuple(one.entries), 0) for one in reading.people if len(one.entries) > 1]
    return sorted(places)
