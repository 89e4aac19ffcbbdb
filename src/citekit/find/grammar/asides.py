"""Subjects behind what opens a sentence without a comma: "Outside court Mrs Roth, …", « C'est
une élue, Ada Roth, qui … »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.bounds import given
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit


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


#: Verbs by which a place brings somebody into the text.
_PRESENTING = frozenset(
    "is was are were stood stands sat sits came comes lay lies lived lives walked hung".split()
)


def presented_at(u: Unit, verb: int, high: int) -> Phrase | None:
    """English: the person after a place and the verb at token ``verb``: "Beside me is Ann
    Lee", "In the front row sat his aunt Ada"."""
    if u.language != "en" or verb + 1 >= high or u.low[verb] not in _PRESENTING:
        return None
    phrase = parse(u, verb + 1, high)
    if phrase is None or phrase.kind != "name" or len(phrase.names) > 1:
        return None
    start, end = phrase.names[0]
    known = given(u, start) or end - start > 1 or u.flags[start - 1] & c.ROLE
    return phrase if known else None


#: How far from the name "qui" stands, in tokens.
_CLEFT = 18
_BEING = frozenset("est était fut sont étaient furent sera".split())


def cleft(u: Unit, low: int, high: int) -> Phrase | None:
    """French: whom a sentence brings forward: « C'est Ada Roth qui … », « Ce fut finalement un
    élu, Jean Roth, 54 ans, qui … »."""
    if u.low[low] not in ("c'", "c’", "ce") or u.low[low + 1 : low + 2] == []:
        return None
    at = low + 2
    while at < high and u.flags[at] & c.ADVERB and not u.flags[at] & CAPITAL:
        at += 1
    if u.low[low + 1] not in _BEING or at >= high:
        return None
    phrase = parse(u, at, high)
    if phrase is None or phrase.kind not in ("name", "role") or u.flags[at] & c.POSSESSIVE:
        return None  # « C'est son chef qui l'a aidée »: she stays who is spoken of
    phrase = with_name(u, phrase, high)
    for who in range(phrase.end, min(high, phrase.end + _CLEFT)):
        if u.low[who] == "qui":
            apposed = who == phrase.end or (u.words[phrase.end] == u.words[who - 1] == ",")
            known = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
            return phrase if apposed and known else None
        if u.flags[who] & QUOTE or (u.flags[who] & PUNCTUATION and u.words[who] in ".;:"):
            break
    return None


def behind_that(u: Unit, low: int, high: int) -> Phrase | None:
    """French: the subject behind « que » where a sentence brings something else forward:
    « C'est avec ces mots qu'Ada Roth a conclu »."""
    opening = u.low[low : low + 2]
    if len(opening) < 2 or opening[0] not in ("c'", "c’", "ce") or opening[1] not in _BEING:
        return None
    if low + 4 >= high or not u.flags[low + 2] & c.PREPOSITION:
        return None
    for that in range(low + 4, min(high, low + _CLEFT)):
        if u.flags[that] & (QUOTE | PUNCTUATION | c.AUX):
            return None
        if u.low[that] in ("que", "qu'", "qu’"):
            phrase = parse(u, that + 1, high)
            return None if phrase is None else with_name(u, phrase, high)
    return None
