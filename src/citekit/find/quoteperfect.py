"""French: the verb of a clause, past auxiliaries and what stands between."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quotefronted import aside
from citekit.find.quotesentences import verbal
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE, Unit

_REFLEXIVE = frozenset(("s'", "s’", "se"))
_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "i", "ie", "is", "it", "rt")


def french_verb(u: Unit, k: int, stop: int) -> int:
    """The verb of a clause from token ``k`` after its subject: a finite one, or the
    participle after "avoir", or after "être" with "se"; or -1."""
    perfect = reflexive = False
    while k < stop:
        bits = u.flags[k]
        word = u.low[k]
        after = aside(u, k)
        if after > k:
            k = after
            continue
        reflexive = reflexive or word in _REFLEXIVE
        if bits & (PUNCTUATION | QUOTE) or (bits & c.BE and not reflexive):
            return -1
        if perfect and word.endswith(_PARTICIPLES) and not bits & (c.ADVERB | c.AUX | CAPITAL):
            return k
        if verbal(u, k) and not bits & (c.AUX | c.GERUND):
            return k
        if bits & c.AUX:
            perfect = True
        elif bits & (c.TO | c.SUBORDINATE) or (bits & c.DETERMINER and not bits & c.CLITIC):
            return -1
        k += 1
    return -1
