"""Where the words of a passage and what stood around them are now, for a person to read."""

from __future__ import annotations

from citekit.anchor import Anchor, Status, orphans
from citekit.anchor.orphans import Traces
from citekit.library.state import Text
from citekit.model import Passage, Selector


def unsure(passage: Passage, spot: Anchor, text: Text) -> str:
    """Why a low score is low, where the words do not say it."""
    found = lines(passage.selector, text, spot)
    if found:
        return f"the same words stand at line {found}"
    return "" if spot.status is Status.FUZZY else "what stands around them is new"


def lines(selector: Selector, text: Text, but: Anchor | None = None) -> str:
    """The lines at which the words of a selector stand, without those at ``but``."""
    places = orphans.stands(selector, text.folded)
    starts = [start for start, end in places if but is None or (start, end) != (but.start, but.end)]
    lines = dict.fromkeys(text.lines.place(start)[0] for start in starts)
    more = " and more" if len(places) == orphans.MOST_PLACES else ""
    return ", ".join(map(str, lines)) + more


def around(selector: Selector, traces: Traces, text: Text) -> str:
    """Where what stood around a passage is now, for a person to read."""
    before, behind = (
        "gone" if at is None else f"at line {text.lines.place(at)[0]}" for at in traces[:2]
    )
    if traces.together or (before, behind) == ("gone", "gone"):
        return f"what stood around them is {before}"
    if not selector.prefix.strip():
        return f"what stood behind them is {behind}"
    if not selector.suffix.strip():
        return f"what stood before them is {before}"
    return f"what stood before them is {before}, what stood behind them {behind}"
