"""What anchoring works with and what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice

from citekit.model import Selector
from citekit.textfold import Folded, fold

#: Code points of context stored on each side.
CONTEXT = 32
#: How sure words are that stand once and are as long as both contexts, with none of these.
TOLD = 0.9

#: The mark of a note with a number, which documents of most kinds count themselves.
NOTE_MARK = re.compile(r"\[\^\d{1,4}\]")

# The ends of the text, as context: surrogates, which UTF-8 cannot hold.
START, END = "\ud800", "\udfff"


class Status(StrEnum):
    """How an anchor was found."""

    EXACT = "exact"  # the same words at the stored position
    SHIFTED = "shifted"  # the same words elsewhere, or in other typography
    FUZZY = "fuzzy"  # changed words in the stored context
    ORPHANED = "orphaned"  # not found, or not without doubt


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a selector points now: code-point offsets, end exclusive.

    ``score`` is 1.0 for the same words in the same context and falls with
    changes: of the context if the words are the same, the less the longer the words
    are if they stand nowhere else; of the words, with the square of how much they are
    alike, and of a context that is not sure, if fuzzy.  An orphaned anchor has no span:
    ``start == end == -1``.
    """

    status: Status
    start: int
    end: int
    score: float


ORPHAN = Anchor(Status.ORPHANED, -1, -1, 0.0)


@dataclass(frozen=True)
class Case:
    """A selector, the text to find it in, and both folded when a rule asks for it.

    ``before`` and ``after`` are the folded context with the white space next to
    the words, and with the end of the text where that cut them off; ``quote``
    are the folded words without it.
    """

    selector: Selector
    text: str
    given: Folded | None = None

    @cached_property
    def folded(self) -> Folded:
        """The folded text."""
        return fold(self.text) if self.given is None else self.given

    @cached_property
    def is_cut(self) -> bool:
        """Whether a short context was cut off by an end of the text (not so in
        selectors that other programs made)."""
        return len(self.selector.prefix) in (CONTEXT, self.selector.start)

    @cached_property
    def quote(self) -> str:
        """The folded words."""
        return self._quote.strip()

    @cached_property
    def _quote(self) -> str:
        return fold(self.selector.exact).text

    @cached_property
    def before(self) -> str:
        """The folded context before the words."""
        before = fold(self.selector.prefix).text
        if self._quote.startswith(" ") and not before.endswith(" "):
            before += " "
        cut = self.is_cut and len(self.selector.prefix) < CONTEXT
        return START + before if cut else before

    @cached_property
    def after(self) -> str:
        """The folded context after the words."""
        after = fold(self.selector.suffix).text
        if self._quote.endswith(" ") and not after.startswith(" "):
            after = " " + after
        cut = self.is_cut and len(self.selector.suffix) < CONTEXT
        return after + END if cut else after

    @cached_property
    def distinction(self) -> float:
        """How well the words are told by themselves (0–1): not at all if they stand more
        than once, else by their length."""
        twice = len(list(islice(finds(self.folded.text, self.quote), 2))) > 1
        return 0.0 if twice else TOLD * min(1.0, len(self.quote) / (2 * CONTEXT))

    def same_words(self, at: int, share: float) -> Anchor:
        """The anchor of words that stand at ``at`` of the folded text as they were, with
        this share of their context."""
        score = share + (1 - share) * self.distinction
        start, end = self.folded.span(at, at + len(self.quote))
        same_place = (start, end) == (self.selector.start, self.selector.end)
        status = Status.EXACT if same_place else Status.SHIFTED
        return Anchor(status, start, end, round(score, 3))

    def is_verbatim(self, anchor: Anchor) -> bool:
        """Whether words and context stand there character by character."""
        exact, before, after = self.selector[:3]
        start, end = max(0, anchor.start - len(before)), anchor.end + len(after)
        return self.text[start:end] == before + exact + after

    def is_same_block(self, anchor: Anchor) -> bool:
        """Whether the words' lines begin and end as the stored context says, if
        it reaches so far."""
        before, after = self.selector.prefix, self.selector.suffix
        if not self.is_cut and not ("\n" in before and "\n" in after):
            return False
        if len(before) == CONTEXT and "\n" not in before:
            return False
        if len(after) == CONTEXT and "\n" not in after:
            return False
        left = self.text[self.text.rfind("\n", 0, anchor.start) + 1 : anchor.start]
        right = self.text[anchor.end :].partition("\n")[0]
        stored = before.rpartition("\n")[2], after.partition("\n")[0]
        return (left.split(), right.split()) == (stored[0].split(), stored[1].split())

    def changed_words(self, start: int, end: int, score: float) -> Anchor:
        """The anchor of changed words at ``start``–``end`` of the folded text."""
        return Anchor(Status.FUZZY, *self.folded.span(start, end), round(score, 3))


def select(text: str, start: int, end: int) -> Selector:
    """The selector of ``text[start:end]``, with its context."""
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def without_numbers(text: str) -> str:
    """A text with marks of notes that have no numbers: they are others where a note before
    them was put in or taken out, and say nothing else."""
    return NOTE_MARK.sub("[^]", text) if "[^" in text else text


def occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    """Every place where ``quote`` stands, whatever its typography.

    Quotes, dashes and runs of white space compare equal as
    :func:`citekit.textfold.fold` says; offsets are those of ``text``.
    """
    folded, wanted = fold(text), fold(quote.strip()).text
    return [folded.span(at, at + len(wanted)) for at in finds(folded.text, wanted)]


def finds(text: str, words: str) -> Iterator[int]:
    """Every offset at which ``words`` stand."""
    at = text.find(words) if words else -1
    while at != -1:
        yield at
        at = text.find(words, at + 1)


def places(text: str, words: str) -> Iterator[int]:
    """The same for ``words`` that may begin or end with the end of the text."""
    if words.startswith(START):
        if text.startswith(words[1:]):
            yield -1
    elif words.endswith(END):
        if text.endswith(words[:-1]):
            yield len(text) - len(words) + 1
    else:
        yield from finds(text, words)


def window(text: str, start: int, end: int) -> str:
    """``text[start:end]``, with the end of the text where it reaches over that."""
    words = text[max(0, start) : max(0, end)]
    return START * (start < 0) + words + END * (end > len(text))


def common(one: str, other: str) -> int:
    """The length of what both begin with."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))
