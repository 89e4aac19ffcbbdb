"""German: a clause with its verb last, right before a colon: "…, bis Roth ihn unterbrach: „…“",
"Holm, der sie mit dem Satz weckte: „…“"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.backwards import ending_at, is_somebody, oblique
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.subjects import after, antecedent
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal
from citekit.find.quotations.thinkers import SAYINGS

#: Conjunctions of what ends or answers what was said before; those of what happens meanwhile.
_ENDING = frozenset("bis worauf woraufhin".split())
_MEANWHILE = frozenset("als bevor ehe während da".split())
#: Beginnings of verbs of breaking in.
_BREAKING_IN = ("unterbr", "dazwischen", "einfiel", "einfäll", "einhak", "einwarf", "einwirft")
_RELATIVE = frozenset("der die das welcher welche".split())
#: So many tokens has the clause at most.
_FAR = 24


def last_clause(u: Unit, q: int, low: int) -> Attribution | None:
    """Who speaks by the clause that ends at the colon before the quotation at ``q``."""
    k = q - 2
    if u.words[q - 1] != ":" or k - 2 <= low or u.flags[k] & (CAPITAL | PUNCTUATION | QUOTE):
        return None
    comma = next((i for i in range(k - 1, max(low, k - _FAR), -1) if u.words[i] == ","), 0)
    inner = range(comma + 1, k)
    if not comma or any(u.flags[i] & QUOTE or u.words[i] in ";:–—" for i in inner):
        return None
    if not verbal(u, k):
        return None
    lead = u.low[comma + 1]
    broken = lead in _MEANWHILE and u.low[k].startswith(_BREAKING_IN)
    if lead in _ENDING or broken:
        phrase = after(u, comma + 2, k)
    elif lead in _RELATIVE and _worded(u, comma + 2, k):
        phrase = after(u, comma + 2, k)
        if phrase is None or oblique(u, phrase) or not _opens(u, phrase, comma + 2):
            return _antecedent(u, comma + 1, low, k)
    else:
        return None
    if phrase is None or oblique(u, phrase) or not _somebody(u, phrase):
        return None
    return Attribution(phrase, phrase.start, k + 1, "cue-before", 0.85, reason=u.low[k])


def _antecedent(u: Unit, pronoun: int, low: int, verb: int) -> Attribution | None:
    """Whom a relative clause is on, before what he is: "dem Vater, einem Bäcker, der …"."""
    phrase = antecedent(u, pronoun, low)
    apposed = phrase is not None and phrase.start - 2 > low and u.words[phrase.start - 1] == ","
    first = ending_at(u, phrase.start - 2, low, True) if phrase is not None and apposed else None
    if first is not None and _somebody(u, first) and u.flags[first.start] & c.DETERMINER:
        phrase = first
    if phrase is None or not _somebody(u, phrase):
        return None
    return Attribution(phrase, pronoun, verb + 1, "cue-before", 0.85, reason=u.low[verb])


def _worded(u: Unit, start: int, end: int) -> bool:
    """Whether something is done with words: "mit dem Satz", "mit den Worten"."""
    return any(
        u.low[i] == "mit" and (u.low[i + 2] in SAYINGS or u.low[i + 2] == "worten")
        for i in range(start, end - 2)
    )


def _opens(u: Unit, phrase: Phrase, at: int) -> bool:
    """Whether a phrase is the subject of the relative clause, not its object: "die Roth weckte"."""
    return phrase.start == at and (u.low[at] in ("er", "der", "ein") or phrase.kind == "name")


def _somebody(u: Unit, phrase: Phrase) -> bool:
    if phrase.kind == "pronoun":
        return u.low[phrase.start] in ("er", "sie", "dieser", "diese")
    return is_somebody(u, phrase)
