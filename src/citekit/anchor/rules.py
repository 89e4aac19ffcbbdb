"""Resolving a selector: the rules for words that stand as they are stored."""

from __future__ import annotations

from itertools import islice

from citekit.anchor.values import (
    CONTEXT,
    END,
    NOTE_MARK,
    ORPHAN,
    START,
    Anchor,
    Case,
    Status,
    finds,
    without_numbers,
)
from citekit.model import Selector
from citekit.textfold import Folded

# Characters of the context by which a second place that has them is found.
_PART = CONTEXT // 2
# Characters of words that hardly stand twice.
_LEAST = 24
# How sure a mark with another number is.
_RENUMBERED = 0.95


def resolve(selector: Selector, text: str, folded: Folded | None = None) -> Anchor:
    """Where ``selector`` points in ``text``; ``folded`` may be passed to save work.

    The same words at the stored position, in the same context, are *exact*;
    the same words and context, standing once, are *shifted*.  The rest is for
    the rules of :mod:`citekit.anchor.drift`.
    """
    if not selector.exact:
        return ORPHAN
    case = Case(selector, text, folded)
    return unmoved(case) or verbatim(case) or opening(case) or renumbered(case) or _drifted(case)


def unmoved(case: Case) -> Anchor | None:
    """The same words at the stored position, in the same context."""
    start, end = case.selector.start, case.selector.end
    if case.text[start:end] == case.selector.exact and _same_context(case, start):
        return Anchor(Status.EXACT, start, end, 1.0)
    return None


def verbatim(case: Case) -> Anchor | None:
    """The one place where words and context stand as they are stored; none if
    the context also stands without the words, which may have been taken out
    there."""
    selector = case.selector
    found = list(islice(finds(case.text, selector.prefix + selector.exact + selector.suffix), 2))
    if len(found) != 1:
        return None
    start = found[0] + len(selector.prefix)
    if not _same_context(case, start) or _is_closed(case) or _has_rival(case, start):
        return None
    return Anchor(Status.SHIFTED, start, start + len(selector.exact), 1.0)


def opening(case: Case) -> Anchor | None:
    """The same words, which stand once, where a text begins as it did up to their end: the
    context behind them alone is another."""
    start, end = case.selector.start, case.selector.end
    same = case.is_cut and start < CONTEXT and len(case.quote) >= _LEAST
    if not same or case.text[:end] != case.selector.prefix + case.selector.exact:
        return None
    if not case.distinction:
        return None
    score = 0.5 + case.distinction / 2
    return Anchor(Status.EXACT, start, end, round(score, 3))


def renumbered(case: Case) -> Anchor | None:
    """The mark of a note that has another number since notes were put in or taken out before
    it: the one mark beside which the words of both contexts stand, numbers of notes aside, or
    before which alone more of them do: a paragraph's notes come behind it."""
    selector, text = case.selector, case.text
    if not NOTE_MARK.fullmatch(selector.exact):
        return None
    before, after = (without_numbers(part) for part in (selector.prefix, selector.suffix))
    # at its far end a context may begin or end within a mark
    before, after = before[-_LEAST:].lstrip(), after[:_PART].rstrip()
    marks = [mark.span() for mark in NOTE_MARK.finditer(text)]
    held = [
        span
        for span in marks
        if without_numbers(text[max(0, span[0] - 2 * CONTEXT) : span[0]]).endswith(before)
    ]
    found = [
        span
        for span in held
        if without_numbers(text[span[1] : span[1] + 2 * CONTEXT]).startswith(after)
    ]
    if len(found) != 1 and len(before) >= _PART:
        found = held
    if len(found) != 1 or len(before) + len(after) < _PART:
        return None
    same = text[slice(*found[0])] == selector.exact
    return Anchor(Status.SHIFTED if same else Status.FUZZY, *found[0], _RENUMBERED)


def _same_context(case: Case, start: int) -> bool:
    """Whether the stored context stands, as it is, around the words at ``start``."""
    selector, text = case.selector, case.text
    end = start + len(selector.exact)
    if not text.startswith(selector.suffix, end):
        return False
    if text[max(0, start - len(selector.prefix)) : start] != selector.prefix:
        return False
    if not case.is_cut:
        return True
    at_start = len(selector.prefix) == CONTEXT or start == len(selector.prefix)
    at_end = len(selector.suffix) >= CONTEXT or end + len(selector.suffix) == len(text)
    return at_start and at_end


def _is_closed(case: Case) -> bool:
    """Whether prefix and suffix stand next to each other somewhere."""
    prefix, suffix = case.selector.prefix, case.selector.suffix
    return len(prefix) == len(suffix) == CONTEXT and prefix + suffix in case.text


def _has_rival(case: Case, start: int) -> bool:
    """Whether a part of the context also stands nearer to the stored position
    than ``start``, as far from there as it was: there may be the right place,
    with changes."""
    selector = case.selector
    drift = abs(start - selector.start)
    around = selector.prefix, selector.suffix
    first = (selector.start - len(selector.prefix), selector.end)
    for context, at in zip(around, first, strict=True):
        for offset in range(0, len(context) - _PART + 1, _PART):
            low, high = at + offset - drift + 1, at + offset + drift - 1 + _PART
            if case.text.find(context[offset : offset + _PART], max(0, low), high) != -1:
                return True
    return False


def _drifted(case: Case) -> Anchor:
    from citekit.anchor.drift import drifted  # only when an anchor has drifted

    if not case.quote or START in case.quote or END in case.quote:
        return ORPHAN
    return drifted(case)
