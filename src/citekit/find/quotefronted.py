"""French: who stands before the subject or in the place of "one": « Quant au maire, il … »,
« …, dit-on au ministère »."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: "to", before a noun phrase; those that hold the article.
_TO = frozenset("à au aux".split())
#: Prepositions of the place where "one" speaks; those that hold the article.
_AT = frozenset("chez à au aux dans".split())
_CONTRACTED = frozenset("au aux".split())


def concerning(u: Unit, pronoun: int) -> Phrase | None:
    """Of whom a sentence says that it comes to them: « Quant au maire, il promet … », by
    the pronoun that is its subject."""
    low = pronoun
    while low and u.sentence[low - 1] == u.sentence[pronoun]:
        low -= 1
    if u.low[low : low + 1] != ["quant"] or u.low[low + 1] not in _TO:
        return None
    phrase = parse(u, low + 1 + (u.low[low + 1] not in _CONTRACTED), pronoun)
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    between = u.words[phrase.end : pronoun]
    return phrase if between[:1] == [","] and between[-1] == "," else None


def spoken_at(u: Unit, verb: int, stop: int) -> Phrase | None:
    """The body in whose place "one" speaks, after an inverted verb: « …, regrette-t-on chez
    X », « …, fait-on valoir dans l'entourage du ministre »."""
    for at in range(verb + 1, min(stop, verb + 5)):
        bits = u.flags[at]
        if bits & (PUNCTUATION | QUOTE):
            return None
        if u.low[at] in _AT and not bits & CAPITAL:
            phrase = parse(u, at + (u.low[at] not in _CONTRACTED), stop)
            if phrase is None or phrase.kind not in ("name", "role"):
                return None
            known = phrase.kind == "name" or u.flags[phrase.head] & (c.GROUP | c.ROLE)
            return phrase if known or u.low[at] == "chez" else None
    return None


def perfect_subject(u: Unit, participle: int, stop: int) -> Phrase | None:
    """The subject of a clause in the perfect that a comma parts from what it reports:
    « …, a-t-il admis », « …, a noté le juge »."""
    at = participle
    pronoun = None
    while at > 1 and u.flags[at - 1] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
        at -= 1
        if u.flags[at] & c.PRONOUN:
            pronoun = at
    if u.words[at - 1] != "," or not u.flags[at] & (c.AUX | c.CLITIC) or at == participle:
        return None
    return parse(u, participle + 1 if pronoun is None else pronoun, stop)
