"""English: what stands before the subject of a sentence without a comma."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quotebounds import given
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotetokens import CAPITAL, Unit


def behind_noun(u: Unit, at: int, inner: Phrase | None, high: int) -> Phrase | None:
    """English: the person behind a noun without an article that a preposition governs:
    "Outside court Mrs Roth, …"."""
    if u.language != "en" or inner is None or inner.kind != "name":
        return None
    if u.flags[at] & (c.DETERMINER | c.ROLE | CAPITAL):
        return None
    start = inner.names[0][0]
    while start - 1 > at and u.flags[start - 1] & c.TITLE and u.flags[start - 1] & CAPITAL:
        start -= 1
    person = u.flags[start] & c.TITLE or given(u, start)
    return parse(u, start, high) if person and start > at else None
