"""French: what words stand on that are beside them, and from whom one hears them."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: What stands behind "un mot" that is a sheet.
_LEFT = frozenset("dans sur sous laissé glissé affiché punaisé scotché placardé manuscrit".split())
_HEARING = frozenset("entend entendait entendu entendre".split())
_AT = frozenset("dans à au aux sur depuis".split())


def note(u: Unit, q: int, low: int) -> int:
    """Where « un mot » begins that the words at ``q``, behind a colon, stand in: « prévenus par
    un mot sur la porte : « … » »; or -1."""
    noun = next((k for k in range(q - 2, max(low, q - 8), -1) if u.low[k] == "mot"), -1)
    if u.words[q - 1] != ":" or noun < 0 or u.low[noun + 1] not in _LEFT:
        return -1
    return noun - 1 if noun > low and u.flags[noun - 1] & c.INDEFINITE else -1


def heard(u: Unit, j: int, stop: int) -> Phrase | None:
    """From whom, or where, one hears the words before token ``j``: « …, a-t-on entendu Ada Roth
    souffler », « …, a-t-on entendu dans le public »."""
    last = min(stop, j + 8)
    ear = next((k for k in range(j, last) if u.low[k] in _HEARING), -1)
    if ear < 0 or "on" not in u.low[j : min(stop, ear + 3)]:
        return None
    for at in range(ear + 1, min(stop, ear + 5)):
        if u.flags[at] & (PUNCTUATION | QUOTE):
            return None
        if u.low[at] == "on" or (u.flags[at] & c.ADVERB and not u.flags[at] & CAPITAL):
            continue
        placed = u.low[at] in _AT
        phrase = parse(u, at + (placed and u.low[at] not in ("au", "aux")), stop)
        if phrase is None or phrase.kind not in ("name", "role"):
            return None
        return phrase if placed or phrase.end < stop else None
    return None
