"""What the other passages of a document tell of one that was edited around or is gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from citekit.anchor import CONTEXT, Anchor, Status
from citekit.anchor.drift import NEAR
from citekit.library.changes import Doubt, inner_capitals, is_held, other_statement
from citekit.library.state import Text
from citekit.model import Passage
from citekit.textfold import fold_text

#: The score (0–1) of words that are surely found: nearly all of them and of their context.
SURE = 0.9
#: The most that the score of words can be that count half as sure (ADR 4).
HALF = 0.5


class Neighbours:
    """The passages of one document with their anchors, its text, and the names of persons
    that are known."""

    def __init__(
        self,
        found: Iterable[tuple[Passage, Anchor]],
        text: Text,
        persons: frozenset[str] = frozenset(),
    ) -> None:
        self._persons = persons
        self._found = [each for each in found if each[1].status is not Status.ORPHANED]
        self._text = text
        # By the digest of the document that the offsets are of: stored start, shift since, id.
        self._shifts: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for passage, spot in self._found:
            if spot.status is not Status.FUZZY and spot.score >= SURE:
                start = passage.selector.start
                self._shifts[passage.digest].append((start, spot.start - start, passage.id))
        for shifts in self._shifts.values():
            shifts.sort()

    def doubt(self, passage: Passage, spot: Anchor) -> Doubt | None:
        """Why the words at ``spot`` may be another statement than those of the passage
        (:func:`citekit.library.changes.other_statement`).

        What changed beside words that stayed as they are in their place is no doubt if it
        is within other passages: it is asked about there.
        """
        text, folded = self._text.document.text, self._text.folded.text
        kept = self._kept_place(passage, spot)
        found = other_statement(passage.selector, spot, text, folded, self.names, kept_place=kept)
        if found is None or not kept:
            return found
        near = {
            word
            for low, high, told in self._changed
            if low < spot.end + CONTEXT and high > spot.start - CONTEXT
            for word in told.words
        }
        return None if near.issuperset(found.words) else found

    def is_copy(self, passage: Passage, spot: Anchor) -> bool:
        """Whether the words at ``spot`` stood there before, beside those of ``passage``:
        they are within another passage that is surely found, and those of ``passage`` were
        not, as far as both are stored with offsets of the same text.  A passage of its own
        kind and body that was made there later is none: it is the same one, found anew."""
        return any(
            place.score == 1
            and not self._is_anew(passage, spot, other, place)
            and place.start <= spot.start
            and spot.end <= place.end
            and fold_text(passage.selector.exact).strip() in fold_text(other.selector.exact)
            and not (other.digest == passage.digest and _covers(other, passage))
            for other, place in self._found
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are names also where they begin a sentence: of the persons known,
        and those that the text has with a capital inside a sentence."""
        return self._persons | inner_capitals(self._text.document.text)

    def is_kept(self, passage: Passage, spot: Anchor) -> bool:
        """Whether the words at ``spot`` are surely those of the passage although much of what
        stands around them is new (ADR 4): they stay as they are in their place, beside the
        passages that they stood beside.  Words that count half as sure, because they may be a
        copy, are not."""
        return spot.score > HALF and self._kept_place(passage, spot)

    @staticmethod
    def _is_anew(passage: Passage, spot: Anchor, other: Passage, place: Anchor) -> bool:
        """Whether ``other`` says of the words at ``spot`` what ``passage`` does, and is stored
        with offsets of another text."""
        same = (other.kind, other.body) == (passage.kind, passage.body)
        there = (place.start, place.end) == (spot.start, spot.end)
        return same and there and other.digest != passage.digest

    def _kept_place(self, passage: Passage, spot: Anchor) -> bool:
        """Whether the words at ``spot`` are those stored, with the whole context of one
        side or of their sentence, in the place where they were: as far from where they stood
        as the next passage before or behind them that is surely found, or no farther than
        :data:`citekit.anchor.drift.NEAR` characters."""
        shift = spot.start - passage.selector.start
        shifts = self._shifts[passage.digest]
        index = bisect_left(shifts, (passage.selector.start,))
        around = shifts[max(0, index - 1) : index + 2]
        others = [other for _, other, id in around if id != passage.id]
        near = [0, *others[: 1 + (index > 0)]]
        if all(abs(shift - other) > NEAR for other in near):
            return False
        return is_held(passage.selector, spot, self._text.document.text)

    @cached_property
    def _changed(self) -> list[tuple[int, int, Doubt]]:
        """The passages whose words were changed so that they may be another statement:
        start and end in the text, and what says so."""
        text, folded = self._text.document.text, self._text.folded.text
        found = []
        for passage, spot in self._found:
            if spot.status is Status.FUZZY:
                told = other_statement(passage.selector, spot, text, folded, self.names)
                if told is not None:
                    found.append((spot.start, spot.end, told))
        return found


def _covers(one: Passage, other: Passage) -> bool:
    """Whether the stored words of ``other`` are within those of ``one``."""
    around, words = one.selector, other.selector
    return around.start <= words.start and words.end <= around.end
