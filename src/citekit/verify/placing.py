"""Where a whole quotation stands: its runs in order, each where it fits best."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from citekit.verify.alignment import (
    CHANGED,
    INFINITE,
    Aligned,
    Source,
    alike,
    exact,
    near,
    straight,
)
from citekit.verify.words import Run

#: How many words may be left out for an ellipsis, and for words in brackets.
ELLIPSIS, INSERTION = 2000, 12
#: Of a run of fewer words every one must be there.
_FEW = 3


class Placed(NamedTuple):
    """The runs of a quotation and where each stands (None: nowhere).

    ``score`` (0–1) is the share of the quotation's words that the source has.
    """

    runs: tuple[Run, ...]
    spots: tuple[Aligned | None, ...]
    score: float

    @property
    def held(self) -> list[Aligned]:
        """The runs that stand somewhere."""
        return [spot for spot in self.spots if spot is not None]


def placements(runs: Sequence[Run], source: Source, least: float = 0.0) -> Iterator[Placed]:
    """The places of a quotation in a source, in the text's order where it stands as it is,
    else the most promising first; none for one without words.  Those with a score below
    ``least`` may be left out."""
    if not runs:
        return
    anchor = max(range(len(runs)), key=lambda number: len(runs[number].words))
    most = (1 - least) * sum(len(run.words) for run in runs)
    if most >= len(runs[anchor].words):  # a run costs no more than all of its words
        most = INFINITE
    for spot in _spots(runs[anchor], source, 0, len(source.words), most):
        yield _around(runs, anchor, spot, source)


def _around(runs: Sequence[Run], anchor: int, spot: Aligned, source: Source) -> Placed:
    """The runs before and after the one that stands at ``spot``."""
    spots: list[Aligned | None] = [None] * len(runs)
    spots[anchor] = spot
    edge = spot.end
    for number in range(anchor + 1, len(runs)):
        reach = INSERTION if runs[number].gap == "insertion" else ELLIPSIS
        high = min(len(source.words), edge + reach + 2 * len(runs[number].words))
        found = _nearest(runs[number], source, edge, high, from_left=True)
        spots[number] = found
        edge = found.end if found else edge
    edge = spot.start
    for number in range(anchor - 1, -1, -1):
        reach = INSERTION if runs[number + 1].gap == "insertion" else ELLIPSIS
        low = max(0, edge - reach - 2 * len(runs[number].words))
        found = _nearest(runs[number], source, low, edge, from_left=False)
        spots[number] = found
        edge = found.start if found else edge
    total = sum(len(run.words) for run in runs)
    cost = sum(
        min(spot.cost, len(run.words)) if spot else len(run.words) * CHANGED
        for run, spot in zip(runs, spots, strict=True)
    )
    return Placed(tuple(runs), tuple(spots), max(0.0, 1 - cost / total))


def _spots(run: Run, source: Source, low: int, high: int, most: float = INFINITE) -> list[Aligned]:
    """Where a run stands as it is, or else nearly so; where it costs more than ``most`` may
    be left out."""
    keys = [word.key for word in run.words]
    same = _loosely(run)
    if same is None:
        found = exact(keys, source, low, high)
        if found:
            return [straight(at, len(keys)) for at in found]
    return [
        spot
        for spot in near(keys, source, low, high, same, most, run.ends)
        if spot.end > spot.start and (len(keys) >= _FEW or spot.cost < CHANGED)
    ]


def _nearest(run: Run, source: Source, low: int, high: int, *, from_left: bool) -> Aligned | None:
    spots = _spots(run, source, low, high)
    if not spots:
        return None
    least = min(spot.cost for spot in spots)
    if least >= 0.5 * len(run.words):
        return None
    close = [spot for spot in spots if spot.cost == least]
    return min(close, key=lambda spot: spot.start if from_left else -spot.end)


def _loosely(run: Run) -> Callable[[int, str], bool] | None:
    """Whether a word of the source does for one with letters in brackets."""
    if not run.loose:
        return None

    def same(number: int, other: str) -> bool:
        if number not in run.loose:
            return False
        key = run.words[number].key
        shared = min(len(key), len(other), 3)
        return key[1:] == other[1:] or key[:shared] == other[:shared] or alike(key, other)

    return same
