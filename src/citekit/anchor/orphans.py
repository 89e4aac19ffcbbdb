"""Orphaned words: where what stood around them is now, and where they may stand.

Nothing here finds an anchor (ADR 4): a place is offered to a person, who knows whether
the words were moved there or were deleted and stand there a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import NamedTuple

from citekit.anchor import align
from citekit.anchor.align import STRONG, Edge
from citekit.anchor.drift import DISTINCTIVE, INSERTED, TELLING
from citekit.anchor.values import CONTEXT, END, START, Anchor, Case, finds
from citekit.model import Selector
from citekit.textfold import Folded

#: What an offered place is worth of the score that it would have as an anchor.
OFFERED = 0.5
#: Similarity (0–1) that changed words need to be offered without their context.
MUCH_ALIKE = 0.8
#: Similarity (0–1) by which they must lead those of any other place.
LEAD = 0.1
#: So many places of the words are told.
MOST_PLACES = 20
#: The share of a context (0–1) that says by itself that its text is there.
MOST_OF = 0.7
# A context that stands in more places tells nothing.
_MOST_TRACES = 8
# By so much the edges of two contexts overlap if marks next to the words went with them.
_OVERLAP = 8
_MARKS = " .,;:!?\"'()[]-"
_WORD = re.compile(r"[^\W_]+")


class Traces(NamedTuple):
    """Where what stood around orphaned words is now (offsets in the text): where the
    text ``before`` them ends and the text ``behind`` them begins; None if it is gone or
    stands in several places."""

    before: int | None
    behind: int | None
    together: bool = False

    @property
    def at(self) -> int | None:
        """Where the words stood, as far as one place tells it; None if both contexts are
        in different places, or gone."""
        if self.before is None or self.behind is None:
            return self.behind if self.before is None else self.before
        return self.before if self.together else None


def traces(selector: Selector, text: str, folded: Folded) -> Traces:
    """Where the context of orphaned words stands in ``text``.

    Where both contexts stand next to each other, or with other words between them in the
    words' place, the words stood there, wherever else each of them stands.
    """
    case = Case(selector, text, folded)
    before, behind = case.before.rstrip(" "), case.after.lstrip(" ")
    lows = [edge for edge in align.ends(before, folded.text) if edge.agreement >= _least(before)]
    highs = [edge for edge in align.starts(behind, folded.text) if edge.agreement >= _least(behind)]
    most = 2 * len(case.quote) + INSERTED
    together = [
        (low.at, high.at)
        for low, high in product(lows[:_MOST_TRACES], highs[:_MOST_TRACES])
        if -_OVERLAP <= high.at - low.at <= most
    ]
    if len(together) == 1:
        low, high = together[0]
        return Traces(_offset(folded, low), _offset(folded, high), together=True)
    return Traces(_alone(before, lows, folded), _alone(behind, highs, folded))


def _least(context: str) -> int:
    """The characters of a context that must agree: all, if an end of the text cut it short."""
    is_cut = context.startswith(START) or context.endswith(END)
    return min(STRONG, len(context)) if is_cut else STRONG


def _alone(context: str, edges: Sequence[Edge], folded: Folded) -> int | None:
    """The offset of the one edge at which most of a context stands; a few words at an end
    of the text tell nothing by themselves."""
    found = [edge.at for edge in edges if edge.agreement >= MOST_OF * len(context)]
    return _offset(folded, found[0]) if len(found) == 1 and len(context) >= STRONG else None


def _offset(folded: Folded, at: int) -> int:
    """The offset in the text of ``at`` in the folded text, behind a space."""
    at += folded.text.startswith(" ", at)
    return folded.span(at, at)[0]


def stands(selector: Selector, folded: Folded) -> list[tuple[int, int]]:
    """The spans of the text at which the words of ``selector`` stand as whole words, in
    whatever typography; the first :data:`MOST_PLACES`."""
    quote = Case(selector, "", folded).quote
    found = islice(_whole(quote, folded.text), MOST_PLACES)
    return [folded.span(at, at + len(quote)) for at in found]


def _whole(quote: str, text: str) -> Iterator[int]:
    """Where ``quote`` stands and neither begins nor ends inside a word."""
    for at in finds(text, quote):
        end = at + len(quote)
        begins = not (quote[0].isalnum() and text[at - 1 : at].isalnum())
        ends = not (quote[-1].isalnum() and text[end : end + 1].isalnum())
        if begins and ends:
            yield at


def offered(selector: Selector, text: str, folded: Folded) -> Anchor | None:
    """The one place in ``text`` where orphaned words may stand now, for a person to
    decide; None if there is none, or several.

    It is where the very words stand (status *shifted*) if they stand nowhere else: two
    words at least, or a name, a number, or a word of :data:`TELLING` characters. Else
    where words stand that are much like them (*fuzzy*), if they are :data:`DISTINCTIVE`
    characters long and nothing else is nearly as much alike, or, shorter, with other marks
    at their ends.  The score is
    :data:`OFFERED` of what it would be for an anchor.
    """
    case = Case(selector, text, folded)
    quote = case.quote
    if not quote or START in quote or END in quote:
        return None
    found = list(islice(_whole(quote, folded.text), 2))
    if len(found) == 1:
        return _scaled(case.same_words(found[0], 0.0)) if _tells(quote) else None
    if found:
        return None
    return _much_alike(case) if len(quote) >= DISTINCTIVE else _without_marks(case)


def _tells(quote: str) -> bool:
    words = _WORD.findall(quote)
    return len(words) > 1 or len(quote) >= TELLING or not quote.islower()


def _without_marks(case: Case) -> Anchor | None:
    """The one place where the words of ``case`` stand with other marks at their ends."""
    quote, text = case.quote, case.folded.text
    bare = quote.strip(_MARKS)
    found = list(islice(_whole(bare, text), 2)) if bare != quote else []
    if len(found) != 1 or len(bare) < TELLING or " " not in bare:
        return None
    low, high = found[0], found[0] + len(bare)
    low -= quote[0] in _MARKS and low > 0 and text[low - 1] in _MARKS.strip()
    high += quote[-1] in _MARKS and high < len(text) and text[high] in _MARKS.strip()
    alike = align.alike(quote, text[low:high])
    return _scaled(case.changed_words(low, high, alike * alike))


def _much_alike(case: Case) -> Anchor | None:
    """The one place where words stand that begin or end as those of ``case`` do and are
    much like them."""
    quote, text = case.quote, case.folded.text
    lows = [edge.at for edge in align.starts(quote[:CONTEXT], text)]
    highs = [edge.at for edge in align.ends(quote[-CONTEXT:], text)]
    pairs = [*product(lows, highs)]
    pairs += [(low, min(len(text), low + len(quote))) for low in lows]
    pairs += [(max(0, high - len(quote)), high) for high in highs]
    judged = sorted(
        (
            (align.alike(quote, text[low:high]), low, high)
            for low, high in pairs
            if len(quote) * MUCH_ALIKE <= high - low <= len(quote) / MUCH_ALIKE
        ),
        reverse=True,
    )
    if not judged or judged[0][0] < MUCH_ALIKE:
        return None
    alike, low, high = judged[0]
    apart = (other for other, start, end in judged if end <= low or start >= high)
    if next(apart, 0.0) > alike - LEAD:
        return None
    return _scaled(case.changed_words(*_to_words(text, low, high), alike * alike))


def _to_words(text: str, low: int, high: int) -> tuple[int, int]:
    """The span without white space at its ends, and with the whole of words that it cuts."""
    while low > 0 and text[low - 1].isalnum() and text[low].isalnum():
        low -= 1
    while high < len(text) and text[high - 1].isalnum() and text[high].isalnum():
        high += 1
    words = text[low:high]
    low += len(words) - len(words.lstrip(" "))
    return low, low + len(words.strip(" "))


def _scaled(anchor: Anchor) -> Anchor:
    return replace(anchor, score=round(OFFERED * anchor.score, 3))
