"""An author whom a sentence brings in without a claim of his: "A better guide is the late Ann
Lee. In an article of 1984 …", "Man kann auch Ann Lee lesen.", "Ann Lee has a book on it."

A name alone is no mention.  The grammar must say that something written or thought of the
author's is meant, or, where the next sentence goes on about him without his name, that he is
read, quoted or relied on, or singled out ("it was Ann Lee who …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.candidates import with_coauthors
from citekit.find.mentions.invokedwords import CALLED, FRAMES, NOT_READ, Frame
from citekit.find.mentions.nouns import ABOUT, cited
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion

_AND = ("and", "&", "und", "et")
#: A frame reaches no farther before and after the name (code points).
_BEFORE, _AFTER = 160, 240


def invoked(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by the first full name of an author of whose works nothing is ``found`` in
    its sentence."""
    seen: set[tuple[int, ...]] = set()
    places: dict[int, list[Span]] | None = None
    for person in reading.people:
        if not person.full or person.entries in seen:
            continue
        seen.add(person.entries)
        if cited(reading, person):
            continue
        if places is None:
            places = _places(reading, found)
        mine = [span for entry in person.entries for span in places.get(entry, ())]
        sentence = reading.sentences.around(person.start)
        if _is_in(mine, sentence):
            continue
        framed = _framed(reading, person, sentence, _is_told(reading, person, mine))
        if framed is None:
            continue
        frame, span = framed
        choice = reading.choose(person.entries, person.start)
        if choice.entry is not None:
            yield reading.suggest(
                span, "mention", choice, "invoked",
                weight=0.6 if frame.alone else 0.7, reasons=(frame.reason,),
            )  # fmt: skip


def _places(reading: Reading, found: Sequence[Suggestion]) -> dict[int, list[Span]]:
    """Where something of each work is found, or cited."""
    places: dict[int, list[Span]] = {}
    for one in found:
        entry = reading.catalogue.keys.get(one.body.value)
        if entry is not None:
            places.setdefault(entry, []).append((one.start, one.end))
    for at, entry in reading.links:
        places.setdefault(entry, []).append((at, reading.citing_ends.get(at, at + 1)))
    return places


def _is_in(spans: Sequence[Span], sentence: Span) -> bool:
    return any(start < sentence[1] and sentence[0] < end for start, end in spans)


def _is_told(reading: Reading, person: Person, mine: Sequence[Span]) -> bool:
    """Whether the next sentence has something of the author's without his name."""
    following = reading.sentences.after(person.start)
    return (
        following is not None
        and _is_in(mine, following)
        and all(one.entries != person.entries for one in reading.people_between(*following))
    )


def _framed(
    reading: Reading, person: Person, sentence: Span, told: bool
) -> tuple[Frame, Span] | None:
    """The first frame in which a name stands, and the span of the mention."""
    low = max(sentence[0], person.start - _BEFORE)
    before = reading.lowered[low : person.start]
    after = reading.lowered[person.bare : min(sentence[1], person.bare + _AFTER)]
    for frame in FRAMES[reading.language]:
        if frame.alone and (not told or NOT_READ.search(before) is not None):
            continue
        led = followed = None
        if frame.before is not None:
            led = frame.before.search(before)
            if led is None:
                continue
        if frame.after is not None:
            followed = frame.after.match(after)
            if followed is None:
                continue
        return frame, _span(reading, person, low, frame, led, followed)
    return None


def _span(
    reading: Reading,
    person: Person,
    at: int,
    frame: Frame,
    led: re.Match[str] | None,
    followed: re.Match[str] | None,
) -> Span:
    """The name with what its bearer is called, with coauthors, and with what belongs to the
    mention of a frame around it, which was looked for from ``at`` on; with the topic of a work."""
    start, end = person.start, person.end
    if led is not None:
        start = at + led.start("with" if "with" in led.re.groupindex else "role")
    else:
        before = CALLED[reading.language].search(reading.lowered, at, start)
        if before is not None and is_writer(before["last"]):
            start = before.start()
    start, end = with_coauthors(reading, person, (start, end))
    for other in reading.people_between(end, end + 6):
        if reading.lowered[end : other.start].strip() in _AND:
            end = other.end
    if followed is not None and "with" in followed.re.groupindex:
        end = max(end, person.bare + followed.end("with"))
    about = None if frame.alone else ABOUT.match(reading.lowered, end)
    return start, end if about is None else about.end()
