"""Subjects beside what is put in: behind what opens a sentence without a comma ("Outside court
Mrs Roth, …"), in a cleft sentence (« C'est une élue, Ada Roth, qui … »), before an aside between
commas or dashes ("The clerk, asked about it, said …")."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import called_by_name, is_office, with_name
from citekit.find.grammar.backwards import ending_at
from citekit.find.grammar.bounds import given
from citekit.find.grammar.inverted import before_brackets
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import participial

DASHES = frozenset("—–-")


def behind_noun(u: Unit, at: int, inner: Phrase | None, high: int) -> Phrase | None:
    """English: the person behind a noun that a preposition governs, "Outside court Mrs Roth, …",
    "In this book Roth argues …"."""
    if u.language != "en" or inner is None or inner.kind != "name":
        return None
    start = inner.names[0][0]
    between = u.flags[at:start]
    says = inner.end < high and u.flags[inner.end] & (c.SAY | c.ACT | c.AUX)
    if says and between and not any(bits & (CAPITAL | c.ROLE) for bits in between):
        return parse(u, start, high)
    if u.flags[at] & (c.DETERMINER | c.ROLE | CAPITAL):
        return None
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


#: Behind how long it took: "two days later".
_LATER = frozenset("later earlier ago afterwards".split())


def before_aside(u: Unit, i: int, low: int) -> Phrase | None:
    """The subject before what stands between commas or dashes; token ``i`` closes it."""
    flags = u.flags
    mark = u.words[i]
    fallback: Phrase | None = None
    marks = (
        [j for j in range(max(low + 1, i - 45), i) if u.words[j] == mark]
        if mark != "-"
        else [j for j in range(max(low + 1, i - 45), i) if u.words[j] in DASHES]
    )
    for j in marks:
        if u.low[j + 1] in ("que", "qu'", "qu’"):  # « Ce pont, qu'Ada Roth, élue, juge « … » »
            inner = parse(u, j + 2, i)
            if inner is not None and inner.end < i and u.words[inner.end] == ",":
                return inner
        found = ending_at(u, before_brackets(u, j - 1, low), low)
        if found is None or found.kind == "self" or participial(u, found.start, i):
            continue  # "Speaking in York, the minister, Ann Lee, said …"
        if u.low[found.end - 1] in _LATER:
            continue  # "Two days later, the mayor, asked about it, said …"
        start = found.start
        later = start - 2 > low and u.low[start - 1] in _LATER and flags[start - 2] & c.TIME
        if start > low and not (later or (start == low + 1 and flags[low] & c.ADVERB)):
            before = flags[start - 1]
            if not before & (PUNCTUATION | QUOTE | c.JOIN | c.SUBORDINATE | c.RELATIVE):
                continue
        if is_office(u, found) and (named := with_name(u, found, i + 1)) is not found:
            return named
        inner = parse(u, j + 1, i)
        if inner is not None and inner.kind == "role" and u.low[inner.end] == "and":
            inner = parse(u, inner.end + 1, i)  # "its author, the lawyer and deputy Ann Lee,"
        if (
            found.kind == "role"
            and inner is not None
            and inner.kind == "name"
            and inner.end == i
            and (not flags[j + 1] & c.DETERMINER or inner.names[0][0] > j + 2)
        ):
            return inner._replace(start=found.start)
        if found.kind == "pronoun":
            continue
        own = parse(u, j + 2, i) if u.low[j + 1] == "which" else None
        if own is not None and own.end < i and u.words[own.end] == ",":
            return with_name(u, own, i + 1)  # "the plan, which Ann Lee, 34, called “…”"
        apposed = called_by_name(u, j + 1, i) if found.kind == "role" else None
        if apposed is not None:
            return apposed._replace(start=found.start)
        if _finite_between(u, j + 1, i) or (
            u.language == "en" and flags[j + 1] & c.JOIN and _thing(u, found)
        ):
            fallback = fallback or found
            continue
        return found
    if fallback is None and marks:
        inner = parse(u, marks[-1] + 1, i)
        if inner is not None and inner.kind == "name" and inner.end == i:
            start, end = inner.names[0]
            if end - start > 1 and not flags[marks[-1] + 1] & c.DETERMINER:
                return inner
    return fallback


def _thing(u: Unit, phrase: Phrase) -> bool:
    """Whether a noun is known as nobody's and no body's."""
    return phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP)


def _finite_between(u: Unit, start: int, end: int) -> bool:
    """Whether tokens hold a clause of their own, not a relative one."""
    if start < end and u.low[start] in ("who", "whose", "which", "qui", "dont", "where", "as"):
        return False
    if u.language == "de" and start < end and u.flags[start] & c.DEFINITE:
        return False
    for k in range(start, end):
        bits = u.flags[k]
        if bits & c.AUX and not bits & CAPITAL:
            return True
        if bits & c.SAY and not bits & (
            c.NOUNLIKE | c.BASE | c.PARTICIPLE | c.GERUND | CAPITAL | c.ROLE | c.GROUP
        ):
            return True
    return False
