"""German: whose words stand with a verb that has no subject of its own beside it: a participle
("der von Roth als „…“ gelobte Plan"), an infinitive ("um von „…“ zu sprechen"); and with a
relative clause behind them ("die „…“, von der Roth spricht")."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quotebackwards import oblique
from citekit.find.quoteclauses import Attribution
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotesentences import clause_subject
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE, Unit

#: Endings of German participles with and without the endings of adjectives.
_DECLINED = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_BARE = ("t", "en")
#: So many tokens stand between "von" and the words at most.
_FAR = 16
_WHICH = frozenset("dem der denen".split())
#: Verbs of words that somebody does not say, and of what somebody else is to say.
_SHUNNING = ("vermeid", "vermied", "hüte", "weiger", "scheu", "verbiete", "verbot", "verbat")


def by_whom(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Whose words go with a participle: "der von Roth als „…“ gelobte Plan", "Der Platz, von
    Roth einst als „…“ beschrieben, ist leer"."""
    k = q + 1
    while k < high and u.flags[k] & c.ADVERB and not u.flags[k] & CAPITAL:
        k += 1
    if k >= high or u.flags[k] & (CAPITAL | PUNCTUATION | QUOTE):
        return None
    called = u.low[q - 1] in ("als", "so") or bool(u.flags[k] & c.NAME)
    word = u.low[k]
    behind = u.flags[k + 1] if k + 1 < len(u.flags) else PUNCTUATION
    declined = word.endswith(_DECLINED) and behind & CAPITAL and not u.flags[k] & c.DETERMINER
    bare = word.endswith(_BARE) and behind & PUNCTUATION
    stem = u.cues.words.get(word[: -1 - (word[-1] != "e")], 0) & c.NAME
    if not (declined and (called or stem)) and not (bare and called):
        return None
    for at in range(q - 2, max(low - 1, q - _FAR), -1):
        if u.low[at] not in ("von", "vom") or (u.flags[at] & CAPITAL and at != low):
            continue
        before = u.flags[at - 1] if at > low else PUNCTUATION
        if not before & ((c.DETERMINER | CAPITAL) if declined else PUNCTUATION):
            continue
        phrase = parse(u, at + 1, q)
        if phrase is None or not _somebody(u, phrase):
            return None
        return Attribution(phrase, at, phrase.end, "cue-clause", 0.8, reason=word)
    return None


def infinitive(u: Unit, q: int, low: int, high: int) -> Attribution | None:
    """Who does what an infinitive says: "Roth scheute sich nicht, von „…“ zu sprechen",
    "Roth kam, um vor „…“ zu warnen"."""
    k = q + 1
    while k < high and not u.flags[k] & (PUNCTUATION | QUOTE | CAPITAL) and u.low[k] != "zu":
        k += 1
    if k + 1 >= high or k > q + 3 or u.low[k] != "zu" or not u.flags[k + 1] & (c.NAME | c.SAY):
        return None
    comma = next((i for i in range(q - 1, low, -1) if u.flags[i] & (PUNCTUATION | QUOTE)), low)
    if comma == low or u.words[comma] != ",":
        return None
    shunned = any(word.startswith(_SHUNNING) for word in u.low[low:comma])
    if u.low[low] == "es" or (shunned and "nicht" not in u.low[low:comma]):
        return None  # "Es ist falsch, von „…“ zu sprechen"
    phrase = clause_subject(u, low, comma)
    if phrase is None or phrase.end > comma or not _somebody(u, phrase):
        return None
    return Attribution(phrase, phrase.start, comma, "cue-clause", 0.75, reason=u.low[k + 1])


def spoken_of(u: Unit, q: int) -> Attribution | None:
    """Whose a term is that a relative clause follows: "die „…“, von der Roth spricht"."""
    at = q + 2
    if at + 3 >= len(u.words) or u.words[q + 1] != "," or u.low[at] != "von":
        return None
    if u.low[at + 1] not in _WHICH:
        return None
    phrase = parse(u, at + 2, u.bounds(at)[1])
    if phrase is None or not _somebody(u, phrase) or oblique(u, phrase):
        return None
    end = next((i for i in range(phrase.end, len(u.words)) if u.flags[i] & PUNCTUATION), 0)
    said = any(u.flags[i] & c.SAY for i in range(phrase.end, end))
    return Attribution(phrase, at, end, "cue-after", 0.75, reason="von") if said else None


def _somebody(u: Unit, phrase: Phrase) -> bool:
    role = phrase.kind == "role" and bool(u.flags[phrase.head] & (c.ROLE | c.GROUP))
    return role or phrase.kind in ("name", "pronoun")
