"""The rules for words that do not stand as they are stored.

They work on the folded text (:func:`citekit.textfold.fold`).  Every place that
the words could have now is a :class:`Place`; :data:`WAYS` lists how places are
found and judged, the surest way first, and :func:`choose` says whether one of
them is right without doubt.  ADR 4 gives the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice, product
from typing import NamedTuple

from citekit.anchor import align
from citekit.anchor.align import STRONG
from citekit.anchor.values import (
    CONTEXT,
    ORPHAN,
    TOLD,
    Anchor,
    Case,
    Status,
    common,
    finds,
    places,
)

#: Folded characters that tell some words from others.
DISTINCTIVE = 24
#: The share of the context (0–1) that the same words need around them.
ENOUGH_CONTEXT = 0.45
#: The context of the right place agrees in so many characters more than that of
#: any other.
CLEAR_LEAD = CONTEXT // 2
#: The same of a place where the words are not.
NO_LEAD = CLEAR_LEAD // 2
#: Similarity (0–1) that changed words need between both contexts.  Of other
#: words of the same length 3 in 1,000 are as much alike.
FRAMED = 0.4
#: Similarity (0–1) that changed words need next to one context.
CHANGED = 0.75
#: Folded characters from which words are told by themselves inside a gap.
TELLING = CONTEXT // 2
#: Folded characters that may be inserted even into short words.
INSERTED = 4 * CONTEXT
#: A place this near the stored position (in characters, and a 400th of it) has not
#: moved.
NEAR = 16
#: One farther away (in characters, and a 50th of it) has not stayed there, however
#: much was changed before it.
ABOUT = 4 * NEAR
#: Of so many places that fit equally well one stands there by chance.
MOST_EQUAL = 5
#: Of two places that fit equally well the one that has not moved is taken if
#: the other is so many times farther away.
FARTHER = 8

_BREAK = re.compile(r"\n\s*\n")
# So many places tell nothing.
_TOO_MANY = 200
# Characters next to the words by which places of the same words are looked up.
_TOUCHING = 4
# Characters of the words' ends by which these are found next to where they should be.
_EDGE = 8


class Place(NamedTuple):
    """Where the words could stand: ``low``–``high`` of the folded text.

    ``before`` and ``after`` are the characters of the context that agree
    (:func:`citekit.anchor.align.agreement`).
    """

    low: int
    high: int
    before: int
    after: int

    @property
    def context(self) -> int:
        """The characters of both contexts that agree."""
        return self.before + self.after


class Frame(NamedTuple):
    """A case as the rules see it: the folded text, the words, and the context
    without the white space next to the words."""

    case: Case
    text: str
    quote: str
    before: str
    after: str

    def is_sure(self, place: Place) -> bool:
        """Whether each context is the stored one, on its own."""
        left, right = min(STRONG, len(self.before)), min(STRONG, len(self.after))
        return place.before >= left and place.after >= right

    def is_framed(self, place: Place) -> bool:
        """Whether both contexts are the stored ones: each somewhat, both surely."""
        left, right = min(STRONG, len(self.before)), min(STRONG, len(self.after))
        somewhat = 2 * place.before >= left and 2 * place.after >= right
        return somewhat and place.context >= left + right

    def goes_on(self, low: int, high: int) -> bool:
        """Whether a paragraph ends between ``low`` and ``high``, and none in the words
        as they are stored."""
        start, end = self.case.folded.span(low, high)
        now, stored = self.case.text[start:end], self.case.selector.exact
        return bool(_BREAK.search(now)) and not _BREAK.search(stored)

    @property
    def is_told(self) -> bool:
        """Whether the words stand once and are as long as both contexts."""
        return self.case.distinction == TOLD

    def is_unmoved(self, place: Place) -> bool:
        """Whether a place is the stored one, with the whole context on one side."""
        whole = place.before == len(self.before) or place.after == len(self.after)
        start, _ = self.case.folded.span(place.low, place.low)
        return whole and start == self.case.selector.start

    def has_stayed(self, place: Place) -> bool:
        """Whether words that stand once, and are told from others, have not moved."""
        if len(self.quote) < DISTINCTIVE or not self.case.distinction:
            return False
        start = self.case.selector.start
        return abs(self.case.folded.span(place.low, place.low)[0] - start) <= _near(start)

    def changed_words(self, low: int, high: int, score: float) -> Anchor:
        """The anchor of changed words at ``low``–``high``, or between the edges nearby where
        the words themselves begin and end, if that is more like them: the context next to
        them may have grown or been cut."""
        quote, text = self.quote, self.text
        first, last = low, high
        if not text.startswith(quote[:_EDGE], low):
            found = text.find(quote[:_EDGE], max(0, low - CONTEXT), min(low + CONTEXT, high))
            first = low if found == -1 else found
        if not text.endswith(quote[-_EDGE:], low, high):
            found = text.rfind(quote[-_EDGE:], max(low, high - CONTEXT), high + CONTEXT)
            last = high if found == -1 else found + _EDGE
        if (first, last) != (low, high):
            low, high = max(
                ((low, high), (first, high), (low, last), (first, last)),
                key=lambda span: align.alike(quote, text[slice(*span)]),
            )
        return self.case.changed_words(low, high, score)

    @property
    def longest(self) -> int:
        """How long the words can have become."""
        return len(self.quote) + max(len(self.quote) + CONTEXT, INSERTED)

    def share(self, place: Place) -> float:
        """The share of the stored context that agrees; a half if there is none."""
        stored = len(self.before) + len(self.after)
        return place.context / stored if stored else 0.5


def drifted(case: Case) -> Anchor:
    """Where the words of ``case`` stand without doubt, or :data:`ORPHAN`."""
    before, after = case.before.rstrip(" "), case.after.lstrip(" ")
    frame = Frame(case, case.folded.text, case.quote, before, after)
    if _is_closed(frame):
        return ORPHAN
    found: dict[Place, None] = {}  # in order, each once
    for finders, judge in WAYS:
        found |= {_strip(frame.text, place): None for finder in finders for place in finder(frame)}
        anchor = choose(frame, list(found), judge)
        if anchor is not None:
            return anchor
    return ORPHAN


def _is_closed(frame: Frame) -> bool:
    """Whether prefix and suffix stand next to each other: the words were taken
    out there, wherever else they stand."""
    if min(len(frame.before), len(frame.after)) < TELLING and not frame.case.is_cut:
        return False
    if len(frame.before) + len(frame.after) < TELLING:
        return False
    spaced = frame.before + " " + frame.after
    return any(
        next(places(frame.text, words), None) is not None
        for words in (spaced, frame.before + frame.after)
    )


# --- where the words could stand ------------------------------------------------


def between_contexts(frame: Frame) -> Iterator[Place]:
    """Between what is left of the prefix and of the suffix."""
    lows = align.ends(frame.before, frame.text)
    highs = align.starts(frame.after, frame.text)
    for low, high in product(lows, highs):
        place = Place(low.at, max(low.at, high.at), low.agreement, high.agreement)
        if -2 <= high.at - low.at <= frame.longest and frame.is_framed(place):
            yield place


def same_words(frame: Frame) -> Iterator[Place]:
    """Where the same words stand, with some of the context next to them if they
    stand more than once."""
    quote, text = frame.quote, frame.text
    found = list(islice(finds(text, quote), 2))
    if len(found) > 1:
        left = frame.case.before[-_TOUCHING:]
        right = frame.case.after[:_TOUCHING]
        touching = {at + len(left) for at in islice(places(text, left + quote), _TOO_MANY)}
        touching |= set(islice(places(text, quote + right), _TOO_MANY))
        found = sorted(touching)
    for at in found:
        yield _place(frame, at, at + len(quote))


def between_edges(frame: Frame) -> Iterator[Place]:
    """Between edges of which each is held by the context outside or by the
    words inside."""
    text, quote = frame.text, frame.quote
    head, tail = quote[:CONTEXT], quote[-CONTEXT:]
    lows = {edge.at for edge in align.ends(frame.before, text)}
    highs = {edge.at for edge in align.starts(frame.after, text)}
    lows |= {edge.at for edge in align.starts(head, text)}
    highs |= {edge.at for edge in align.ends(tail, text)}
    for low, high in product(lows, highs):
        if not len(quote) * CHANGED <= high - low <= len(quote) / CHANGED:
            continue
        place = _place(frame, low, high)
        words = text[low:high].strip(" ")
        left = place.before >= STRONG or _begins(head, words[:CONTEXT])
        right = place.after >= STRONG or _begins(tail[::-1], words[::-1][:CONTEXT])
        if left and right and place.context >= TELLING:
            yield place


def _begins(words: str, found: str) -> bool:
    """Whether ``found`` begins as ``words`` do: at first the same characters."""
    return common(words, found) >= _TOUCHING and align.agreement(words, found) >= STRONG


def _place(frame: Frame, low: int, high: int) -> Place:
    """The place ``low``–``high``, with how far the context agrees around it."""
    before = align.before_agrees(frame.before, frame.text, low - frame.text.endswith(" ", 0, low))
    after = align.after_agrees(frame.after, frame.text, high + frame.text.startswith(" ", high))
    return Place(low, high, before, after)


def _strip(text: str, place: Place) -> Place:
    """The place without white space at its ends."""
    words = text[place.low : place.high]
    low = place.low + len(words) - len(words.lstrip(" "))
    return place._replace(low=low, high=low + len(words.strip(" ")))


# --- whether they do --------------------------------------------------------------


def framed(frame: Frame, place: Place) -> Anchor | None:
    """The words sought, with changes or with something inserted in one place, if
    they stand between both contexts.  The more of the context is left, the less
    alike they must be."""
    quote, case = frame.quote, frame.case
    low, high = place.low, place.high
    words = frame.text[low:high]
    if not words or not frame.is_framed(place):
        return None
    share = frame.share(place)
    if len(quote) >= TELLING and quote in words:
        first, _, rest = words.partition(quote)
        if _stands(quote, rest) or _stands(frame.before[-TELLING:], rest):
            return None
        if _stands(frame.after[:TELLING], first):
            return None
        return case.same_words(low + len(first), share)
    alike = align.alike(quote, words)
    if _is_inserted(quote, words):
        return frame.changed_words(low, high, alike)
    if alike < 1 - (1 - FRAMED) * share or (alike < CHANGED and frame.goes_on(low, high)):
        return None
    before, after = align.inserted_around(quote, words)
    if not before and not after:
        return frame.changed_words(low, high, alike)
    low, high = low + before, high - after
    alike = align.alike(quote, frame.text[low:high])
    share = frame.share(_place(frame, low, high))  # a context beyond other words tells nothing
    if share >= ENOUGH_CONTEXT and frame.text[low:high] == quote:
        return case.same_words(low, share)
    return frame.changed_words(low, high, alike * share) if share >= ENOUGH_CONTEXT else None


def _stands(piece: str, text: str) -> bool:
    return bool(piece) and piece in text


def _is_inserted(quote: str, words: str) -> bool:
    """Whether ``words`` are the quotation, not too short, with something
    inserted in one place."""
    head = common(quote, words)
    return TELLING <= len(quote) <= len(words) and words.endswith(quote[head:])


def same(frame: Frame, place: Place) -> Anchor | None:
    """The same words with enough of their context, of one side if they are long, a
    little of one side if they stand once and are as long as both contexts, or as a block
    of their own wherever that stands."""
    if frame.text[place.low : place.high] != frame.quote:
        return framed(frame, place)
    share = frame.share(place)
    anchor = frame.case.same_words(place.low, share)
    enough = STRONG if frame.is_told else 2 * STRONG
    long = len(frame.quote) >= DISTINCTIVE and max(place.before, place.after) >= enough
    if share >= ENOUGH_CONTEXT or long:
        return anchor
    return anchor if len(frame.quote) >= TELLING and frame.case.is_same_block(anchor) else None


def told(frame: Frame, place: Place) -> Anchor | None:
    """The same words without their context, half as sure, if they stand once, and are as
    long as both contexts or stand where they stood."""
    if frame.text[place.low : place.high] != frame.quote:
        return None
    if not frame.is_told and not frame.has_stayed(place):
        return None
    return _sure(frame.case.same_words(place.low, frame.share(place)), 0.5)


def changed(frame: Frame, place: Place) -> Anchor | None:
    """Changed words next to one context, which are much alike."""
    low, high = place.low, place.high
    alike = align.alike(frame.quote, frame.text[low:high])
    share = frame.share(place)
    if alike == 1 or alike < 1 - (1 - CHANGED) * share or len(frame.quote) < DISTINCTIVE:
        return same(frame, place)
    return frame.changed_words(low, high, alike * share) if share >= ENOUGH_CONTEXT else None


Finder = Callable[[Frame], Iterator[Place]]
Judge = Callable[[Frame, Place], Anchor | None]
#: How places are found, and how they and those found before are then judged.
WAYS: tuple[tuple[tuple[Finder, ...], Judge], ...] = (
    ((between_contexts, same_words), same),
    ((between_edges,), changed),
    ((), told),
)


# --- which of them it is -----------------------------------------------------------


def choose(frame: Frame, found: list[Place], judge: Judge) -> Anchor | None:
    """The one place that is right without doubt.

    :data:`ORPHAN` if there are several such places, or if the context fits best
    where the words are not; None if no place fits, so that other ways to find
    places may be tried.
    """
    judged = [(place, judge(frame, place)) for place in found]
    present = [(place, anchor) for place, anchor in judged if anchor is not None]
    if not present:
        return None
    rank = partial(_evidence, frame)
    best, anchor = max(present, key=rank)
    if anchor.status is Status.FUZZY:  # unless the same words stand there
        unchanged = [each for each in present if each[1].status is not Status.FUZZY]
        here = [each for each in unchanged if _is_same(each[0], best)]
        near = [each for each in here if each[0].context > best.context - NO_LEAD]
        best, anchor = max(near, key=rank, default=(best, anchor))
    others = [each for each in judged if not _is_same(each[0], best)]
    if anchor.status is Status.FUZZY and _is_doubtful(best, judged):
        return ORPHAN
    rivals: list[tuple[Place, Anchor | None]] = []
    for place, other in others:
        known = any(_is_same(place, rival) for rival, _ in rivals)
        if not known and _is_rival(frame, place, other, best):
            rivals.append((place, other))
    return _unmoved(frame, [(best, anchor), *rivals]) if rivals else _sure(anchor)


def _sure(anchor: Anchor, share: float = 1.0) -> Anchor:
    """The anchor with its final score, times ``share``: that of changed words falls twice
    as fast as they are alike, so that the same words elsewhere are surer."""
    alike = anchor.score if anchor.status is Status.FUZZY else 1.0
    return replace(anchor, score=round(anchor.score * alike * share, 3))


def _is_doubtful(best: Place, judged: list[tuple[Place, Anchor | None]]) -> bool:
    """Whether the words stand unchanged elsewhere, in a context that is not much
    worse than that of the changed ones, or a part of the changed ones has a
    better context."""
    return any(
        _is_inside(place, best) and place.context > best.context + NO_LEAD
        if other is None
        else other.status is not Status.FUZZY
        and not _is_same(place, best)
        and place.context > best.context - CONTEXT
        for place, other in judged
    )


def _is_rival(frame: Frame, place: Place, anchor: Anchor | None, best: Place) -> bool:
    """Whether another place fits about as well as the best one, or the words stand there
    where they stood, with one whole context; without the words only if neither of its
    contexts is much worse."""
    if anchor is not None:
        return place.context > best.context - CLEAR_LEAD or frame.is_unmoved(place)
    left, right = place.before - best.before, place.after - best.after
    return frame.is_sure(place) and min(left, right, left + right) > -NO_LEAD


def _evidence(frame: Frame, judged: tuple[Place, Anchor]) -> float:
    """What speaks for a place: its context, and how much the words are alike."""
    place, anchor = judged
    alike = anchor.score if anchor.status is Status.FUZZY else 1.0
    return place.context + alike * min(CONTEXT, len(frame.quote))


def _near(stored: int) -> int:
    """How far from the stored position words may stand that have not moved."""
    return NEAR + stored // 400


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places share an edge."""
    return abs(one.low - other.low) <= 3 or abs(one.high - other.high) <= 3


def _is_inside(one: Place, other: Place) -> bool:
    return other.low <= one.low and one.high <= other.high


def _unmoved(frame: Frame, places: list[tuple[Place, Anchor | None]]) -> Anchor:
    """Of places that fit about equally well, the best first, the one where the
    very text stands, if the words cannot have stayed near the stored position;
    half as sure, the very text whose context is better than that of all others,
    or the one that did stay there, if the others are far away and none of them
    is the very text."""
    case, stored = frame.case, frame.case.selector.start
    ranked = sorted(
        (abs(case.folded.span(place.low, place.low)[0] - stored), index, anchor)
        for index, (place, anchor) in enumerate(places)
    )
    very = [anchor for *_, anchor in ranked if anchor is not None and case.is_verbatim(anchor)]
    (first, _, anchor), (second, *_) = ranked[:2]
    if len(very) == 1 and first > ABOUT + stored // 50:
        return very[0]
    (best, known), *others = places
    if very == [known] and all(place.context < best.context for place, _ in others):
        return _sure(very[0], 0.5)
    if (
        len(places) > MOST_EQUAL
        or anchor is None
        or first > _near(stored)
        or second < FARTHER * max(first, NEAR // 2)
        or (very and anchor not in very)
    ):
        return ORPHAN
    return _sure(anchor, 0.5)
