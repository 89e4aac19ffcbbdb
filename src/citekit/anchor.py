"""Anchors: from a selector back to a span of the text, and from a span to a selector.

Selectors are those of the Web Annotation Data Model: TextQuoteSelector
(4.2.4) and TextPositionSelector (4.2.5).  :func:`resolve` tries, in this
order, the stored position, the exact words, the words as they read with
typography folded away (:mod:`citekit.textfold`), and the gap between prefix
and suffix.  Each candidate is judged by how well the words around it fit the
stored context; where two candidates fit equally well, or none fits well
enough, the answer is *orphaned*: a lookalike is not a match.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from citekit.model import Selector
from citekit.textfold import Folded, fold

#: Code points of context stored on each side.
CONTEXT = 32
#: A quotation of at least this many folded characters needs no context if it
#: stands only once in the text.
DISTINCTIVE = 24
#: Context similarity (0–1) below which a short or repeated quotation is no match.
ENOUGH_CONTEXT = 0.5
#: The best candidate must fit better than the second by this much.
CLEAR_LEAD = 0.15
#: Similarity of the words below which a fuzzy candidate is no match.
ENOUGH_ALIKE = 0.75


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
    changes.  An orphaned anchor has no span: ``start == end == -1``.
    """

    status: Status
    start: int
    end: int
    score: float


ORPHAN = Anchor(Status.ORPHANED, -1, -1, 0.0)


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
    return list(_folded_occurrences(fold(text), fold(quote.strip()).text))


def _folded_occurrences(folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    if not wanted:
        return
    at = folded.text.find(wanted)
    while at != -1:
        yield folded.span(at, at + len(wanted))
        at = folded.text.find(wanted, at + 1)


def _exact_occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at != -1:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def resolve(selector: Selector, text: str, folded: Folded | None = None) -> Anchor:
    """Where ``selector`` points in ``text``; ``folded`` may be passed to save work."""
    if not selector.exact:
        return ORPHAN
    start, end = selector.start, selector.end
    at_position = text[start:end] == selector.exact
    if at_position and _context_score(selector, text, start, end) == 1.0:
        return Anchor(Status.EXACT, start, end, 1.0)
    found = _best(selector, text, list(_exact_occurrences(text, selector.exact)))
    if found is None:
        folded = folded or fold(text)
        wanted = fold(selector.exact).text.strip()
        found = _best(selector, text, list(_folded_occurrences(folded, wanted)))
    if found is not None:
        same_place = (found.start, found.end) == (start, end) and at_position
        status = Status.EXACT if same_place else Status.SHIFTED
        return Anchor(status, found.start, found.end, found.score)
    return _between_contexts(selector, text, folded or fold(text))


def _best(selector: Selector, text: str, spans: list[tuple[int, int]]) -> Anchor | None:
    """The one span that fits without doubt, or None."""
    scored = sorted(
        ((_context_score(selector, text, *span), -abs(span[0] - selector.start), span))
        for span in spans
    )
    if not scored:
        return None
    score, _, (start, end) = scored[-1]
    if len(scored) == 1 and len(selector.exact) >= DISTINCTIVE:
        return Anchor(Status.SHIFTED, start, end, max(score, ENOUGH_CONTEXT))
    if score < ENOUGH_CONTEXT:
        return None
    if len(scored) > 1 and score - scored[-2][0] < CLEAR_LEAD:
        return None
    return Anchor(Status.SHIFTED, start, end, score)


def _context_score(selector: Selector, text: str, start: int, end: int) -> float:
    """How well the words around a span fit the stored context: the mean share
    of each side that agrees, counted outward from the span."""
    before = text[max(0, start - len(selector.prefix)) : start]
    after = text[end : end + len(selector.suffix)]
    if before == selector.prefix and after == selector.suffix:
        return 1.0
    left = _agreement(fold(selector.prefix).text[::-1], fold(before).text[::-1])
    right = _agreement(fold(selector.suffix).text, fold(after).text)
    return (left + right) / 2


def _agreement(wanted: str, found: str) -> float:
    """The share of ``wanted`` that ``found`` agrees with from its start on."""
    wanted, found = wanted.strip(), found.strip()
    if not wanted:
        return 1.0 if not found else 0.5
    count = 0
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            break
        count += 1
    return count / len(wanted)


def _between_contexts(selector: Selector, text: str, folded: Folded) -> Anchor:
    """Changed words between an unchanged prefix and suffix, each found once."""
    from difflib import SequenceMatcher  # only needed when an anchor has drifted

    prefix, suffix = fold(selector.prefix).text.strip(), fold(selector.suffix).text.strip()
    if len(prefix) < CONTEXT // 2 or len(suffix) < CONTEXT // 2:
        return ORPHAN
    lefts = list(_folded_occurrences(folded, prefix))
    rights = list(_folded_occurrences(folded, suffix))
    if len(lefts) != 1 or len(rights) != 1:
        return ORPHAN
    start, end = lefts[0][1], rights[0][0]
    longest = 2 * len(selector.exact) + CONTEXT
    if not 0 < end - start <= longest:
        return ORPHAN
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    alike = SequenceMatcher(
        None, fold(selector.exact).text, fold(text[start:end]).text, autojunk=False
    ).ratio()
    if alike < ENOUGH_ALIKE:
        return ORPHAN
    return Anchor(Status.FUZZY, start, end, round(alike, 3))
