"""French: whom a sentence turns to whose subject is a thing: « Le mot la fait bondir », « Pour
lui, c'est plus simple »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, Unit
from citekit.find.grammar.verbs import verbal

#: Object pronouns before a verb; stressed pronouns behind "pour".
_OBJECTS = frozenset("l' l’ la le".split())
_STRESSED = frozenset("lui elle".split())
#: Subjects that are nobody.
_NEUTER = frozenset("cela ceci ça rien".split())
#: Between the subject and its verb.
_BETWEEN = c.ADVERB | c.CLITIC


def turned_to(u: Unit, subject: Phrase | None, low: int, high: int) -> Phrase | None:
    """Whom the sentence of the tokens ``low`` to ``high`` with this subject is about: the
    pronoun or the name."""
    if u.language != "fr" or high - low < 3:
        return None
    if u.low[low] in ("pour", "selon", "chez"):
        whom = parse(u, low + 1, high)
        if u.low[low + 1] in _STRESSED:
            whom = Phrase(low + 1, low + 2, "pronoun", definite=True)
        known = whom is not None and whom.kind in ("pronoun", "name")
        return whom if known and whom is not None and u.words[whom.end] == "," else None
    if u.low[low] == "ce" and u.low[low + 1] in ("qui", "qu'", "qu’"):
        at = low + 2
    elif u.low[low] in _NEUTER:
        at = low + 1
    elif subject is None or subject.kind != "role" or subject.start != low:
        return None
    else:
        at = subject.end
    if subject is not None and subject.kind == "role" and at == subject.end:
        somebody = u.flags[subject.head] & (c.ROLE | c.GROUP | c.INDEFINITE)
        if somebody or u.flags[low] & c.POSSESSIVE:
            return None
    while at < high and u.flags[at] & c.ADVERB and not u.flags[at] & CAPITAL:
        at += 1
    if at + 1 >= high or u.low[at] not in _OBJECTS:
        return None
    verb = at + 1
    while verb < high and u.flags[verb] & (c.AUX | c.ADVERB):
        verb += 1
    acts = verb < high and (verbal(u, verb) or u.flags[verb - 1] & c.AUX)
    if not acts:
        return None
    free = u.low[at] in ("l'", "l’")  # of either gender
    return Phrase(at, at + 1, "pronoun", definite=not free)
