"""Whose the words are where somebody else is the subject of the verb before them: whom it
quotes, who asks, who put it so."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: Verbs of repeating somebody's words.
_QUOTING = frozenset("quotes quoted quote cites cited zitiert zitierte cite citait citent".split())
_ASKING = frozenset("asked asks".split())
_DID = frozenset("did does do had has once".split())
#: Nouns of what somebody thinks: "X's thesis about the “…”".
_THOUGHTS = frozenset(
    "thesis theory idea claim notion argument concept hypothesis contention account view".split()
)
#: What stands between such a noun and the words.
_ABOUT = frozenset("about of on that the a an".split())


#: French: what stands before a noun in the singular.
_ONE = frozenset("le la l' l’ un une son sa ce cet cette leur".split())


def redirected(u: Unit, phrase: Phrase, k: int, q: int, low: int) -> Phrase:
    """Who says the words at token ``q`` beside the verb at token ``k``, whose subject
    ``phrase`` is, in a sentence that begins at ``low``: "In his sermon Lee quotes Ann Roth:
    “…”", "Lee, noting the cost, asked Roth: “…”", "Lee begins, believing as Roth did that
    “…”", "The tests confirmed Roth's thesis about the “…”"; mostly ``phrase`` itself."""
    thing = phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP)
    if u.low[k] in _QUOTING and u.words[q - 1] == ":":
        quoted = parse(u, k + 1, q)
        if quoted is not None and quoted.kind == "name" and quoted.end >= q - 3:
            return quoted
    one = phrase.start > k and u.low[phrase.start] in _ONE
    if u.language == "fr" and one and u.low[k].endswith("ent"):
        several = clause_subject(u, low, k)  # « Les habitants, comme Sonia, soutiennent le plan : »
        return several if several is not None and several.kind == "role" else phrase
    if u.language != "en":
        return phrase
    if u.low[k] in _ASKING and phrase.start > k and u.words[q - 1] == ":":
        asks = clause_subject(u, low, k)
        return asks if asks is not None and asks.kind in ("name", "role") else phrase
    if u.low[k + 1] == "as" and u.low[q - 1] == "that" and u.low[q - 2] in _DID:
        held = parse(u, k + 2, q)
        return held if held is not None and held.kind == "name" else phrase
    return (thing and _thinker(u, k, q)) or phrase


def _thinker(u: Unit, k: int, q: int) -> Phrase | None:
    """Whose the thought is that the words are of: "confirmed X's thesis about the “…”"."""
    noun = q - 1
    while noun > k + 1 and u.low[noun] in _ABOUT:
        noun -= 1
    if u.low[noun] not in _THOUGHTS or any(
        u.flags[i] & (PUNCTUATION | QUOTE) for i in range(k + 1, noun)
    ):
        return None
    owner = possessor(u, noun, k + 1)
    return owner if owner is not None and owner.kind == "name" else None


def begins_anew(u: Unit, q: int, k: int) -> bool:
    """English: whether the verb at token ``k`` behind the words at token ``q`` begins a clause
    of its own, as another one said these before: "Lee asks if it was a “failure,” Roth says
    some of it was …"."""
    low = u.bounds(q)[0]
    if u.language != "en" or u.words[q - 1] in ",:" or u.low[q - 1] in ("that", "and", "but"):
        return False
    if not any(u.flags[i] & c.SAY and not u.flags[i] & CAPITAL for i in range(low, q)):
        return False
    after = u.flags[k + 1] if k + 1 < len(u.flags) else 0
    told = after & c.CLITIC or u.low[k + 1 : k + 2] in (["her"], ["him"], ["them"], ["that"])
    return bool(told or after & (c.DETERMINER | c.INDEFINITE | c.PRONOUN))
