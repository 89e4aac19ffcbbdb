"""German essays: whose words they are by other ways than a verb of saying: "Mit Roth
gesprochen: „…“", "Bei Roth liest man, …", "Der Satz „…“ stammt von Roth"."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quoteclauses import Attribution
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE, Unit

_SPOKEN = frozenset("gesprochen gesagt sprechen sagen formulieren formuliert reden".split())
_READ = frozenset("liest lesen las steht stand findet fand heißt".split())
_FROM = frozenset("stammt stammte stammen kommt rührt".split())
#: Nouns of what somebody is known for having said.
_SAYINGS = frozenset(
    """satz wort worte zitat diktum bonmot ausspruch spruch formel begriff ausdruck verdikt
    formulierung aphorismus vers zeile these""".split()
)


def thinker(u: Unit, q: int, low: int) -> Attribution | None:
    """Whose words stand at ``q``, in the sentence that begins at ``low``."""
    before = _with(u, q, low)
    return before if before is not None else _from(u, q, low)


def _with(u: Unit, q: int, low: int) -> Attribution | None:
    """ "Mit Roth gesprochen: „…“", "Um mit Roth zu reden, „…“", "Bei Roth liest man: „…“"."""
    at = low + (u.low[low] in ("um", "aber", "und", "frei"))
    if u.low[at] not in ("mit", "bei", "nach") or at + 2 >= q:
        return None
    phrase = parse(u, at + 1, q)
    if phrase is None or phrase.kind != "name":
        return None
    end = next((i for i in range(phrase.end, q) if u.words[i] in ",:"), q)
    words = u.low[phrase.end : end]
    if u.low[at] == "mit":
        fits = words[-1:] and words[-1] in _SPOKEN
    elif u.low[at] == "bei":
        reads = not _READ.isdisjoint(words[:1])
        fits = reads and not {"man", "sich", "wir", "es"}.isdisjoint(words)
    else:
        fits = u.low[low] == "frei" and end == phrase.end
    if not fits:
        return None
    return Attribution(phrase, at, end, "according-to", 0.8, reason=u.low[at])


def _from(u: Unit, q: int, low: int) -> Attribution | None:
    """ "Der Satz „…“ stammt von Roth"."""
    k = q + 1
    if q <= low or u.low[q - 1] not in _SAYINGS or k + 2 >= len(u.words) or u.low[k] not in _FROM:
        return None
    for at in range(k + 1, min(len(u.words), k + 6)):
        if u.flags[at] & (PUNCTUATION | QUOTE):
            return None
        if u.low[at] in ("von", "vom") and not u.flags[at] & CAPITAL:
            phrase = parse(u, at + 1, len(u.words))
            if phrase is None or not _somebody(u, phrase):
                return None
            return Attribution(phrase, k, phrase.end, "cue-after", 0.85, reason=u.low[k])
    return None


def _somebody(u: Unit, phrase: Phrase) -> bool:
    role = phrase.kind == "role" and bool(u.flags[phrase.head] & (c.ROLE | c.GROUP))
    return phrase.kind == "name" or role
