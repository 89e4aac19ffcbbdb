"""The rules for words that do not stand as they are stored.

They work on the folded text (:func:`citekit.textfold.fold`) and are asked in
the order of :data:`RULES`; the first answer counts, and none is *orphaned*.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, product
from math import ceil

from citekit.anchor import align
from citekit.anchor.align import STRONG, Edge
from citekit.anchor.values import (
    CONTEXT,
    END,
    ORPHAN,
    START,
    Anchor,
    Case,
    common,
    finds,
    places,
    window,
)

#: A quotation of at least this many folded characters that stands only once
#: may have changes in the context next to it.
DISTINCTIVE = 24
#: The share of the context (0–1) that the same words need around them.
ENOUGH_CONTEXT = 0.5
#: The best candidate must fit better than the second by this much.
CLEAR_LEAD = 0.15
#: Similarity (0–1) below which contexts are not alike.
ENOUGH_ALIKE = 0.75
#: Folded characters that tell a context from others if they all agree.
EDGE = CONTEXT // 2
#: Folded characters that may be inserted even into short words.
INSERTED = 4 * CONTEXT
#: Similarity (0–1) that changed words need between both contexts.
FRAMED = 0.4
#: Similarity (0–1) that changed words need if only one context is the stored one.
CHANGED = 0.7

# So many places of a prefix or suffix tell nothing.
_TOO_MANY = 50


# --- both contexts stand ------------------------------------------------------


def framed(case: Case) -> Anchor | None:
    """Where the stored prefix and suffix still stand around one place, the
    words are there or nowhere."""
    lows = _ends(case.folded.text, case.before.rstrip(" "))
    gap = _between(case, lows, _starts(case.folded.text, case.after.lstrip(" ")))
    if gap is None:
        return None
    return _best(case, *gap) or _in_gap(case, *gap) or ORPHAN


def roughly_framed(case: Case) -> Anchor | None:
    """The same for a prefix and suffix with changes."""
    before, after = case.before.rstrip(" "), case.after.lstrip(" ")
    lows = [edge for edge in align.ends(before, case.folded.text) if _is_strong(edge, before)]
    highs = [edge for edge in align.starts(after, case.folded.text) if _is_strong(edge, after)]
    longest = _longest(case)
    pairs = [
        (low.agreement + high.agreement, low.at, high.at)
        for low, high in product(lows, highs)
        if -2 <= high.at - low.at <= longest
    ]
    if not pairs:
        return None
    best = max(pairs)[0]
    near = [pair for pair in pairs if best - pair[0] <= EDGE // 2]
    found = [_in_gap(case, low, max(low, high)) for _, low, high in near]
    if len(near) == 1:
        return found[0] or ORPHAN
    present = [anchor for anchor in found if anchor is not None]
    if len(present) != 1:
        return ORPHAN
    return present[0] if not any(high - low <= 2 for _, low, high in near) else ORPHAN


def _is_strong(edge: Edge, piece: str) -> bool:
    return edge.agreement >= min(STRONG, len(piece))


def _longest(case: Case) -> int:
    return len(case.quote) + max(len(case.quote) + CONTEXT, INSERTED)


def _between(case: Case, lows: list[int], highs: list[int]) -> tuple[int, int] | None:
    """The one pair of offsets that changed words could stand between."""
    longest = _longest(case)
    found = [pair for pair in product(lows, highs) if 0 <= pair[1] - pair[0] <= longest]
    return found[0] if len(found) == 1 else None


def _starts(text: str, words: str) -> list[int]:
    """Where ``words`` stand, if they are long enough to be told from others."""
    if len(words) < EDGE and not words.startswith(START) and not words.endswith(END):
        return []
    found = list(islice(places(text, words), _TOO_MANY))
    return found if len(found) < _TOO_MANY else []


def _ends(text: str, words: str) -> list[int]:
    return [start + len(words) for start in _starts(text, words)]


def _in_gap(case: Case, low: int, high: int) -> Anchor | None:
    """The words between ``low`` and ``high`` of the folded text, if they are
    the words sought with changes, or with something inserted in one place."""
    words = case.folded.text[low:high]
    low += len(words) - len(words.lstrip(" "))
    words = words.strip(" ")
    if not words:
        return None
    quote = case.quote
    if quote == words or (len(quote) >= EDGE and quote in words):
        if words.count(quote) > 1:
            return None
        at = low + words.find(quote)
        return case.same_words(at, _context_score(case, at))
    alike = align.alike(quote, words)
    if alike < FRAMED and not _is_inserted(quote, words):
        return None
    return case.changed_words(low, low + len(words), alike)


def _is_inserted(quote: str, words: str) -> bool:
    """Whether ``words`` are the quotation, not too short, with something
    inserted in one place."""
    head = common(quote, words)
    return EDGE <= len(quote) <= len(words) and words.endswith(quote[head:])


# --- the same words -----------------------------------------------------------


def same_words(case: Case) -> Anchor | None:
    """The same words where their context fits without doubt."""
    return _best(case, 0, len(case.folded.text))


def _best(case: Case, low: int, high: int) -> Anchor | None:
    """The same words between ``low`` and ``high`` where their context fits."""
    last = high - len(case.quote)
    scored = [
        (_context_score(case, at), at) for at in _candidates(case) if low <= at <= last
    ]
    best = max(scored, default=(0.0, 0))[0]
    if best < ENOUGH_CONTEXT:
        return None
    close = [case.same_words(at, score) for score, at in scored if best - score < CLEAR_LEAD]
    if len(close) > 1:
        exact = case.selector.exact
        close = [each for each in close if case.text[each.start : each.end] == exact]
    return close[0] if len(close) == 1 else None


def _candidates(case: Case) -> set[int]:
    """Where the words stand with so much of the context next to them, on one
    side at least, that they could be the best candidate or too near to it."""
    share = ENOUGH_CONTEXT - CLEAR_LEAD
    text = case.folded.text
    before = case.before[len(case.before) - ceil(share * len(case.before)) :]
    after = case.after[: ceil(share * len(case.after))]
    left = {at + len(before) for at in places(text, before + case.quote)}
    return left | set(places(text, case.quote + after))


def _context_score(case: Case, at: int) -> float:
    """How well the context fits the words at ``at``: the mean share of each
    side that agrees, counted outward from the words.  A side with few
    characters says less, and counts half."""
    text, end = case.folded.text, at + len(case.quote)
    before = window(text, at - len(case.before), at)
    after = window(text, end, end + len(case.after))
    left, right = _share(case.before[::-1], before[::-1]), _share(case.after, after)
    left_weight = 1 if len(case.before) >= EDGE else 0.5
    right_weight = 1 if len(case.after) >= EDGE else 0.5
    return (left * left_weight + right * right_weight) / (left_weight + right_weight)


def _share(wanted: str, found: str) -> float:
    """The share of ``wanted`` that ``found`` begins with; a half if nothing is wanted."""
    return common(wanted, found) / len(wanted) if wanted else 0.5


def lone(case: Case) -> Anchor | None:
    """A long quotation that stands once, with the context of one side alike."""
    found = list(islice(finds(case.folded.text, case.quote), 2))
    if len(found) != 1 or len(case.quote) < DISTINCTIVE:
        return None
    text, start, end = case.folded.text, found[0], found[0] + len(case.quote)
    before = align.alike(case.before, window(text, start - len(case.before), start))
    after = align.alike(case.after, window(text, end, end + len(case.after)))
    if max(before, after) < ENOUGH_ALIKE:
        return None
    return case.same_words(start, (before + after) / 2)


# --- changed words ------------------------------------------------------------


def changed(case: Case) -> Anchor | None:
    """Changed words whose edges are found by what stands next to them, outside
    or inside, where a good part of the context agrees."""
    text = case.folded.text
    before, after = case.before.rstrip(" "), case.after.lstrip(" ")
    head, tail = case.quote[:CONTEXT], case.quote[-CONTEXT:]
    lows = _merge(align.ends(before, text), align.starts(head, text))
    highs = _merge(align.starts(after, text), align.ends(tail, text))
    longest = _longest(case)
    scored = []
    for low, high in product(lows, highs):
        if not 0 < high - low <= longest:
            continue
        words = text[low:high].strip(" ")
        alike = align.alike(case.quote, words)
        if alike < CHANGED:
            continue
        context = align.before_agrees(before, text, low) + align.after_agrees(after, text, high)
        scored.append((context, alike, low, high))
    if not scored:
        return None
    scored.sort(reverse=True)
    context, alike, low, high = scored[0]
    if context < EDGE:
        return None
    for other in scored[1:]:
        overlap = min(high, other[3]) - max(low, other[2])
        if overlap < (high - low) / 2 and context - other[0] < EDGE // 2:
            return ORPHAN
    words = text[low:high]
    low += len(words) - len(words.lstrip(" "))
    share = context / (len(before) + len(after))
    return case.changed_words(low, low + len(words.strip(" ")), alike * share)


def _merge(*edges: list[Edge]) -> list[int]:
    return sorted({edge.at for each in edges for edge in each if edge.agreement >= EDGE // 2})


#: The rules in the order they are asked.
RULES: tuple[Callable[[Case], Anchor | None], ...] = (
    framed,
    same_words,
    lone,
    roughly_framed,
    changed,
)
