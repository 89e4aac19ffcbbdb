"""Anchors: from a selector back to a span of the text, and from a span to a selector.

Selectors are those of the Web Annotation Data Model: TextQuoteSelector
(4.2.4) and TextPositionSelector (4.2.5).  :func:`resolve` follows these
rules, in this order, and from the third on compares as
:func:`citekit.textfold.fold` says:

1. the same words at the stored position, in the same context, are *exact*;
2. the same words and context, standing once, are *shifted*;
3. where the stored prefix and suffix still stand around one place, the words
   are looked for there only: the same words are *shifted*, changed ones, or
   ones with something inserted, *fuzzy*, others or none *orphaned*;
4. elsewhere, the same words need at least half of their context, and no other
   place that fits about as well; for long words that stand once it is enough
   that the context of one side is alike.  No words are so long that they need
   no context: titles and quoted sentences stand in several places;
5. changed words are *fuzzy* if what stands next to their edges, outside or
   inside, is the same and the context is alike;
6. the rest is *orphaned*: a lookalike is not a match.

The same words that are still at the stored position are *exact* under rules 3
and 4 too, with a score below 1.

The same words in the same context are taken for the same passage: when one of
two identical paragraphs is deleted, words from its midst are found in the
other, which says the same; the paragraph as a whole, whose context lay outside
it, is orphaned unless half of that context stands around the other.

A context shorter than :data:`CONTEXT` was cut off by the start or end of the
text, which counts as one more character of it: no context at all fits only at
that end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from math import ceil

from citekit.model import Selector
from citekit.textfold import Folded, fold

#: Code points of context stored on each side.
CONTEXT = 32
#: A quotation of at least this many folded characters that stands only once
#: may have changes in the context next to it.
DISTINCTIVE = 24
#: The share of the context (0–1) that the same words need around them.
ENOUGH_CONTEXT = 0.5
#: The best candidate must fit better than the second by this much.
CLEAR_LEAD = 0.15
#: Similarity (0–1) below which words, or contexts, are not alike.
ENOUGH_ALIKE = 0.75
#: Folded characters by which the edge of changed words is found.
EDGE = CONTEXT // 2
#: Folded characters that may be inserted even into short words.
INSERTED = 4 * CONTEXT

# The ends of the text, as context: surrogates, which UTF-8 cannot hold.
_START, _END = "\ud800", "\udfff"
# So many places of a prefix or suffix tell nothing.
_TOO_MANY = 50


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
    changes: of the context if the words are the same, of the words if fuzzy.
    An orphaned anchor has no span: ``start == end == -1``.
    """

    status: Status
    start: int
    end: int
    score: float


ORPHAN = Anchor(Status.ORPHANED, -1, -1, 0.0)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A selector, folded once: ``before`` and ``after`` hold the white space
    next to the words, and the end of the text where that cut them off."""

    before: str
    quote: str
    after: str


def select(text: str, start: int, end: int) -> Selector:
    """The selector of ``text[start:end]``, with its context."""
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    """Every place where ``quote`` stands, whatever its typography.

    Quotes, dashes and runs of white space compare equal as
    :func:`citekit.textfold.fold` says; offsets are those of ``text``.
    """
    folded, wanted = fold(text), fold(quote.strip()).text
    return [folded.span(at, at + len(wanted)) for at in _finds(folded.text, wanted)]


def resolve(selector: Selector, text: str, folded: Folded | None = None) -> Anchor:
    """Where ``selector`` points in ``text``; ``folded`` may be passed to save work."""
    if not selector.exact:
        return ORPHAN
    start, end = selector.start, selector.end
    if text[start:end] == selector.exact and _same_context(selector, text, start):
        return Anchor(Status.EXACT, start, end, 1.0)
    start = _verbatim(selector, text)
    if start >= 0:
        return Anchor(Status.SHIFTED, start, start + len(selector.exact), 1.0)
    folded = folded or fold(text)
    sought = _sought(selector)
    if not sought.quote or _START in sought.quote or _END in sought.quote:
        return ORPHAN
    gap = _gap(sought, folded.text)
    if gap is not None:
        found = _best(selector, sought, text, folded, *gap)
        return found or _in_gap(selector, sought, folded, *gap) or ORPHAN
    return (
        _best(selector, sought, text, folded, 0, len(folded.text))
        or _lone(selector, sought, folded)
        or _changed(selector, sought, folded)
        or ORPHAN
    )


def _is_cut(selector: Selector) -> bool:
    """Whether a short context of ``selector`` was cut off by an end of the text
    (not so in selectors that other programs made)."""
    return len(selector.prefix) in (CONTEXT, selector.start)


def _same_context(selector: Selector, text: str, start: int) -> bool:
    """Whether the stored context stands, as it is, around the words at ``start``."""
    end = start + len(selector.exact)
    if not text.startswith(selector.suffix, end):
        return False
    if text[max(0, start - len(selector.prefix)) : start] != selector.prefix:
        return False
    if not _is_cut(selector):
        return True
    at_start = len(selector.prefix) == CONTEXT or start == len(selector.prefix)
    at_end = len(selector.suffix) >= CONTEXT or end + len(selector.suffix) == len(text)
    return at_start and at_end


def _verbatim(selector: Selector, text: str) -> int:
    """The one place where words and context stand as they are stored, or -1."""
    words = selector.prefix + selector.exact + selector.suffix
    found = list(islice(_finds(text, words), 2))
    if len(found) != 1:
        return -1
    start = found[0] + len(selector.prefix)
    return start if _same_context(selector, text, start) else -1


def _sought(selector: Selector) -> _Sought:
    quote = fold(selector.exact).text
    before, after = fold(selector.prefix).text, fold(selector.suffix).text
    if quote.startswith(" ") and not before.endswith(" "):
        before += " "
    if quote.endswith(" ") and not after.startswith(" "):
        after = " " + after
    if _is_cut(selector):
        before = before if len(selector.prefix) == CONTEXT else _START + before
        after = after if len(selector.suffix) >= CONTEXT else after + _END
    return _Sought(before, quote.strip(), after)


def _finds(text: str, words: str) -> Iterator[int]:
    """Every offset at which ``words`` stand."""
    at = text.find(words) if words else -1
    while at != -1:
        yield at
        at = text.find(words, at + 1)


def _places(text: str, words: str) -> Iterator[int]:
    """The same for ``words`` that may begin or end with the end of the text."""
    if words.startswith(_START):
        if text.startswith(words[1:]):
            yield -1
    elif words.endswith(_END):
        if text.endswith(words[:-1]):
            yield len(text) - len(words) + 1
    else:
        yield from _finds(text, words)


def _window(text: str, start: int, end: int) -> str:
    """``text[start:end]``, with the end of the text where it reaches over that."""
    words = text[max(0, start) : max(0, end)]
    return _START * (start < 0) + words + _END * (end > len(text))


def _best(
    selector: Selector, sought: _Sought, text: str, folded: Folded, low: int, high: int
) -> Anchor | None:
    """The same words where their context fits without doubt; ``low`` and
    ``high`` bound them in the folded text."""
    last = high - len(sought.quote)
    scored = [
        (_context_score(sought, folded.text, at), at)
        for at in _candidates(sought, folded.text)
        if low <= at <= last
    ]
    best = max(scored, default=(0.0, 0))[0]
    if best < ENOUGH_CONTEXT:
        return None
    close = [
        _same_words(selector, sought, folded, at, score)
        for score, at in scored
        if best - score < CLEAR_LEAD
    ]
    if len(close) > 1:
        close = [each for each in close if text[each.start : each.end] == selector.exact]
    return close[0] if len(close) == 1 else None


def _candidates(sought: _Sought, text: str) -> set[int]:
    """Where the words stand with so much of the context next to them, on one
    side at least, that they could be the best candidate or too near to it."""
    share = ENOUGH_CONTEXT - CLEAR_LEAD
    before = sought.before[len(sought.before) - ceil(share * len(sought.before)) :]
    after = sought.after[: ceil(share * len(sought.after))]
    left = {at + len(before) for at in _places(text, before + sought.quote)}
    return left | set(_places(text, sought.quote + after))


def _same_words(
    selector: Selector, sought: _Sought, folded: Folded, at: int, score: float
) -> Anchor:
    start, end = folded.span(at, at + len(sought.quote))
    same_place = (start, end) == (selector.start, selector.end)
    return Anchor(Status.EXACT if same_place else Status.SHIFTED, start, end, round(score, 3))


def _context_score(sought: _Sought, text: str, at: int) -> float:
    """How well the context fits the words at ``at``: the mean share of each
    side that agrees, counted outward from the words.  A side with few
    characters says less, and counts half."""
    before, after = _context(sought, text, at, at + len(sought.quote))
    left, right = _share(sought.before[::-1], before[::-1]), _share(sought.after, after)
    left_weight = 1 if len(sought.before) >= EDGE else 0.5
    right_weight = 1 if len(sought.after) >= EDGE else 0.5
    return (left * left_weight + right * right_weight) / (left_weight + right_weight)


def _share(wanted: str, found: str) -> float:
    """The share of ``wanted`` that ``found`` begins with; a half if nothing is wanted."""
    return _common(wanted, found) / len(wanted) if wanted else 0.5


def _context(sought: _Sought, text: str, start: int, end: int) -> tuple[str, str]:
    """What stands where the stored context should."""
    before = _window(text, start - len(sought.before), start)
    return before, _window(text, end, end + len(sought.after))


def _common(one: str, other: str) -> int:
    """The length of what both begin with."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


def _gap(sought: _Sought, text: str) -> tuple[int, int] | None:
    """The one part of the folded text between the stored prefix and suffix."""
    lows = _ends(text, sought.before.rstrip(" "))
    return _between(sought, lows, _starts(text, sought.after.lstrip(" ")))


def _between(sought: _Sought, lows: list[int], highs: list[int]) -> tuple[int, int] | None:
    """The one pair of offsets that changed words could stand between."""
    longest = len(sought.quote) + max(len(sought.quote) + CONTEXT, INSERTED)
    found = [pair for pair in product(lows, highs) if 0 <= pair[1] - pair[0] <= longest]
    return found[0] if len(found) == 1 else None


def _starts(text: str, words: str) -> list[int]:
    """Where ``words`` stand, if they are long enough to be told from others."""
    if len(words) < EDGE and not words.startswith(_START) and not words.endswith(_END):
        return []
    found = list(islice(_places(text, words), _TOO_MANY))
    return found if len(found) < _TOO_MANY else []


def _ends(text: str, words: str) -> list[int]:
    return [start + len(words) for start in _starts(text, words)]


def _lone(selector: Selector, sought: _Sought, folded: Folded) -> Anchor | None:
    """A long quotation that stands once, with the context of one side alike."""
    found = list(islice(_finds(folded.text, sought.quote), 2))
    if len(found) != 1 or len(sought.quote) < DISTINCTIVE:
        return None
    sides = _context_alike(sought, folded.text, found[0], found[0] + len(sought.quote))
    if max(sides) < ENOUGH_ALIKE:
        return None
    return _same_words(selector, sought, folded, found[0], sum(sides) / 2)


def _changed(selector: Selector, sought: _Sought, folded: Folded) -> Anchor | None:
    """Changed words whose edges are found by what stands next to them on
    either side, in a context that is alike."""
    text, quote = folded.text, sought.quote
    lows = _ends(text, sought.before.rstrip(" ")[-EDGE:]), _starts(text, quote[:EDGE])
    highs = _starts(text, sought.after.lstrip(" ")[:EDGE]), _ends(text, quote[-EDGE:])
    for low, high in product(lows, highs):
        gap = _between(sought, low, high)
        if gap is None or sum(_context_alike(sought, text, *gap)) / 2 < ENOUGH_ALIKE:
            continue
        found = _in_gap(selector, sought, folded, *gap)
        if found is not None:
            return found
    return None


def _context_alike(sought: _Sought, text: str, start: int, end: int) -> tuple[float, float]:
    """The similarity of the context on either side with the stored one."""
    before, after = _context(sought, text, start, end)
    return _alike(sought.before, before), _alike(sought.after, after)


def _in_gap(
    selector: Selector, sought: _Sought, folded: Folded, low: int, high: int
) -> Anchor | None:
    """The words between ``low`` and ``high`` of the folded text, if they are
    the words sought with changes, or with something inserted in one place."""
    words = folded.text[low:high]
    low += len(words) - len(words.lstrip(" "))
    words = words.strip(" ")
    if len(sought.quote) >= EDGE and sought.quote in words:
        if words.count(sought.quote) > 1:
            return None
        at = low + words.find(sought.quote)
        score = _context_score(sought, folded.text, at)
        return _same_words(selector, sought, folded, at, score)
    alike = _alike(sought.quote, words)
    if alike < ENOUGH_ALIKE and not _is_inserted(sought.quote, words):
        return None
    start, end = folded.span(low, low + len(words))
    return Anchor(Status.FUZZY, start, end, round(alike, 3))


def _is_inserted(quote: str, words: str) -> bool:
    """Whether ``words`` are the quotation, not too short, with something
    inserted in one place."""
    head = _common(quote, words)
    return EDGE <= len(quote) <= len(words) and words.endswith(quote[head:])


def _alike(one: str, other: str) -> float:
    """The similarity of two strings, 0–1: twice what they share, in order, by
    what they are long."""
    from difflib import SequenceMatcher  # only needed when an anchor has drifted

    if not one or not other:
        return float(one == other)
    head = _common(one, other)
    one_rest, other_rest = one[head:], other[head:]
    tail = _common(one_rest[::-1], other_rest[::-1])
    one_rest = one_rest[: len(one_rest) - tail]
    other_rest = other_rest[: len(other_rest) - tail]
    middle = SequenceMatcher(None, one_rest, other_rest, autojunk=False)
    shared = sum(block.size for block in middle.get_matching_blocks())
    return 2 * (head + tail + shared) / (len(one) + len(other))
