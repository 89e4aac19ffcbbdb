"""Who a passive verb is done by, and whose a noun of speech is."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.backwards import ending_at
from citekit.find.grammar.inverted import named_genitive, quoted_source
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, PUNCTUATION, QUOTE, Unit

_BY = {"en": ("by",), "de": ("von",), "fr": ("par",)}


def agent(u: Unit, verb: int, quote: int, high: int) -> Phrase | None:
    """Who a passive verb is done by: "was described by X as", "called “…” by X"."""
    for at in (verb + 1, quote + 1):
        if at < high and u.low[at] in _BY[u.language]:
            found = parse(u, at + 1, high)
            return None if found is None else with_name(u, found, high)
    if u.language == "de":
        low = u.bounds(quote)[0]
        for at in range(quote - 1, max(low - 1, quote - 20), -1):
            if u.low[at] == "von" and (at == low or not u.flags[at] & CAPITAL):
                if at > low + 1 and u.flags[at - 1] & CAPITAL and u.low[at - 2] == "von":
                    continue  # "von Ada von Roth"
                return parse(u, at + 1, quote) or quoted_source(u, at + 1, quote)
    return None


def holder(u: Unit, end: int, low: int) -> Phrase | None:
    """French: the person whose opinion or the like ends at token ``end``: « C'est l'avis du
    ministre de l'Intérieur, pour qui … »; None if the noun before is a person already."""
    for at in range(max(low + 1, end - 9), end - 1):
        if u.low[at] in _OF and not u.flags[at - 1] & (c.ROLE | CAPITAL | PUNCTUATION):
            found = parse(u, at + (u.low[at] not in ("du", "des")), end)
            if found is not None and found.end == end and found.kind == "role":
                return found if u.flags[found.head] & c.ROLE else None
    return None


_OF = frozenset("de d' d’ du des".split())


def attribute(u: Unit, at: int) -> bool:
    """German: whether an adjective stands before a noun: "Roths berühmter Satz"."""
    bits, word = u.flags[at], u.words[at]
    return u.low[at] == "eigenen" or (
        not bits and word.islower() and len(word) > 4 and word.endswith(("e", "er", "es", "en"))
    )


def addressing(u: Unit, at: int, low: int) -> bool:
    """German: whether a possessive has the capital of whoever is written to: "Zu Ihrer Frage"
    (Amtliche Regelung der deutschen Rechtschreibung, § 65)."""
    return u.language == "de" and at > low and u.words[at].startswith("Ihr")


def possessor(u: Unit, noun: int, low: int) -> Phrase | None:
    """Who a noun of speech belongs to: "Lee’s claim", "his promise", "a statement by Lee"."""
    for at in range(noun - 1, max(low - 1, noun - 4), -1):
        bits = u.flags[at]
        beside = at == noun - 1 or (at == noun - 2 and attribute(u, noun - 1))
        if bits & GENITIVE or (beside and named_genitive(u, at)):
            owner = ending_at(u, at, low, True)
            if owner is None or owner.kind != "role" or u.language != "en":
                return owner
            of = next((i for i in range(at - 1, owner.start, -1) if u.low[i] == "of"), -1)
            thing = of > 0 and not u.flags[owner.head] & (c.ROLE | c.GROUP)
            return ending_at(u, at, of + 1, True) if thing else owner  # "a mess of Lee’s plan"
        if bits & c.POSSESSIVE and not bits & CAPITAL:
            if addressing(u, at, low):
                return None
            return Phrase(at, at + 1, "pronoun", definite=True)
        if bits & (PUNCTUATION | QUOTE | c.VERB | c.DETERMINER):
            break
    links = {
        "en": ("by", "from", "of"),
        "de": ("von", "des", "der", "seiner", "ihrer", "seines", "ihres", "eines", "einer"),
        "fr": ("de", "d'", "d’", "du", "des"),
    }
    at = noun + 1
    if at < len(u.flags) and u.flags[at] == CAPITAL and named_genitive(u, at):
        return parse(u, at, at + 1)  # "das Diktum Roths"
    if u.language == "fr" and at + 1 < len(u.flags) and not u.flags[at] and u.words[at].islower():
        at += 1  # « Réaction immédiate de X »
    if at < len(u.flags) and u.low[at] in links[u.language]:
        begin = at + 1 if u.low[at] in ("von", "by", "from", "of", "de", "d'", "d’") else at
        found = parse(u, begin, len(u.flags))
        if found is None and u.language == "de":
            return quoted_source(u, begin, len(u.flags))  # "der Kommentar der „Abendpost“"
        if found is not None and found.kind in ("name", "role"):
            known = u.flags[found.head] & (c.ROLE | c.GROUP | c.WORK)
            return found if known or found.kind == "name" or u.language != "en" else None
    return None
