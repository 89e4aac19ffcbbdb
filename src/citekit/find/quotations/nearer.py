"""Whose words stand in a clause: whoever a relative clause is of, whoever is named right before
the words, not what stands between."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, Unit
from citekit.find.grammar.verbs import verbal

_AND = frozenset("and or but und oder aber et ou mais".split())
_WHO = {
    "en": frozenset(("who",)),
    "de": frozenset("der die das".split()),
    "fr": frozenset(("qui",)),
}
#: Nouns of what somebody says, and in French the prepositions before them.
_WORDS = frozenset("words phrase telling formulation view mots termes".split())
_IN = frozenset("in selon dans pour avec".split())


def nearer(u: Unit, q: int, found: Attribution) -> Attribution:
    """The attribution of the words at token ``q``, to whoever they are rather the words of."""
    if found.phrase is None or found.unit is not None:
        return found
    head = _head(u, found.phrase) if found.phrase.end <= q else None
    if head is not None:
        return found._replace(phrase=head)
    if u.words[q - 1] == ":" and found.method == "cue-before" and found.end < q - 3:
        return _joined(u, q, found) or found
    if found.method == "according-to" and found.phrase.end < q - 4:
        own = _own(u, q)
        if own is not None:
            return own
    return found


def _head(u: Unit, phrase: Phrase) -> Phrase | None:
    """Whom a second relative clause is of, joined to a first one in which ``phrase`` stands:
    "Sol, who leads the opposition and who once called …"."""
    who = _WHO[u.language]
    near = range(phrase.end, min(phrase.end + 4, len(u.words) - 1))
    if not any(u.low[k] in _AND and u.low[k + 1] in who for k in near):
        return None
    low = u.bounds(phrase.start)[0]
    for at in range(phrase.start - 1, low, -1):
        if u.low[at] in who and u.words[at - 1] == "," and at > low + 1:
            return _ending(u, low, at - 1)
    return None


def _joined(u: Unit, q: int, found: Attribution) -> Attribution | None:
    """The clause right before the colon, joined to the one found: "Renan had shown the way, and
    Tocqueville saw it well: “…”"."""
    for at in range(q - 3, found.end, -1):
        if u.words[at - 1] == "," and u.low[at] in _AND:
            phrase = parse(u, at + 1, q)
            if phrase is None or phrase.kind != "name" or len(phrase.names) > 1:
                return None
            verbs = range(phrase.end, min(phrase.end + 5, q))
            if not any(u.flags[k] & (c.VERB | c.AUX) or verbal(u, k) for k in verbs):
                return None
            return Attribution(phrase, phrase.start, q - 1, "colon", 0.7, reason="colon")
    return None


def _ending(u: Unit, low: int, end: int) -> Phrase | None:
    """The phrase that ends at token ``end``."""
    for start in range(max(low, end - 6), end):
        phrase = parse(u, start, end)
        if phrase is not None and phrase.end == end and phrase.kind in ("name", "role"):
            return phrase
    return None


def _own(u: Unit, q: int) -> Attribution | None:
    """Whose words somebody's are between commas right before the quotation: "…, in the
    minister’s words, “…”", „…, so der Ingenieur, „…““, « …, selon les mots du maire, « … » »."""
    end = q - 1
    if u.words[end] != ",":
        return None
    low = max(u.bounds(q)[0], end - 9)
    start = next((k for k in range(end - 1, low, -1) if u.words[k] == ","), -1)
    if start < 0 or end - start < 3:
        return None
    first = start + 1
    phrase: Phrase | None = None
    if u.language == "en" and u.low[first] == "in" and u.low[end - 1] in _WORDS:
        owned = any(u.flags[k] & GENITIVE for k in range(first + 1, end - 1))
        phrase = parse(u, first + 1, end - 1) if owned else None
    elif u.language == "de" and u.low[first] == "so":
        phrase = parse(u, first + 1, end)
        phrase = phrase if phrase is not None and phrase.end == end else None
    elif u.language == "fr" and u.low[first] in _IN:
        noun = next((k for k in range(first + 1, end) if u.low[k] in _WORDS), -1)
        if noun > 0 and u.low[noun + 1] in ("de", "du", "d’", "d'", "des"):
            phrase = parse(u, noun + 1 + (u.low[noun + 1] in ("de", "d’", "d'")), end)
    if phrase is None or phrase.kind not in ("name", "role"):
        return None
    return Attribution(phrase, first, end, "according-to", 0.85, reason=u.print(first, end))


def noun_at(u: Unit, at: int) -> bool:
    """German: whether a noun stands before the article at ``at``, a genitive then."""
    return at > 0 and u.language == "de" and bool(u.flags[at - 1] & CAPITAL)
