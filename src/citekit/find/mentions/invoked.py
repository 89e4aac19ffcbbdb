"""An author whom a sentence brings in with a work or a thought of his and no claim: "Ann Lee has
a book on it", "Ann Lee, whose notion of …", "seit Ann Lee".

A name alone is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.candidates import with_coauthors
from citekit.find.mentions.invokedwords import CALLED, FRAMES, Frame
from citekit.find.mentions.nouns import ABOUT, cited
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import Told
from citekit.find.suggestion import Suggestion

_AND = ("and", "&", "und", "et")
#: A frame reaches no farther before and after the name (code points).
_BEFORE, _AFTER = 160, 240


def invoked(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by the first full name of an author of whose works nothing is ``found`` in
    its sentence."""
    seen: set[tuple[int, ...]] = set()
    told = Told(reading, found)
    for person in reading.people:
        if not person.full or person.entries in seen:
            continue
        seen.add(person.entries)
        if cited(reading, person) or told.near(person):
            continue
        framed = _framed(reading, person, reading.sentences.around(person.start))
        if framed is None:
            continue
        frame, span = framed
        choice = reading.choose(person.entries, person.start)
        if choice.entry is not None:
            yield reading.suggest(
                span, "mention", choice, "invoked",
                weight=0.7, reasons=(frame.reason,),
            )  # fmt: skip


def _framed(reading: Reading, person: Person, sentence: Span) -> tuple[Frame, Span] | None:
    """The first frame in which a name stands, and the span of the mention."""
    low = max(sentence[0], person.start - _BEFORE)
    before = reading.lowered[low : person.start]
    after = reading.lowered[person.bare : min(sentence[1], person.bare + _AFTER)]
    for frame in FRAMES[reading.language]:
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
    about = ABOUT.match(reading.lowered, end)
    return start, end if about is None else about.end()
