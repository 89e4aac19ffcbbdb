"""French: the verb of a clause, past auxiliaries and what stands between."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.fronted import aside
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.subjects import subject
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal

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


def past_infinitive(u: Unit, at: int) -> int:
    """The token after an infinitive that goes on a verb: « fait valoir le maire », « tient à
    préciser Ada Roy »; ``at`` if there is none."""
    k = at + (u.low[at : at + 1] == ["à"])
    if u.language != "fr" or k + 1 >= len(u.words) or u.flags[k] & (CAPITAL | c.ROLE | c.GROUP):
        return at
    return k + 1 if u.low[k].endswith(("er", "ir", "re")) and u.words[k].isalpha() else at


def inserted(u: Unit, k: int) -> bool:
    """Whether an unknown verb at ``k`` begins a clause between commas and a full name follows
    it, or with "se" any definite phrase: « …, fanfaronne Ada Roy, … », « …, se récrie le Breton.
    … »."""
    before = k - 1 - (u.low[k - 1] in _REFLEXIVE)
    if u.flags[k] & ~(c.NAME | c.ACT) or before < 1 or u.words[before] not in ",?!…":
        return False
    if k + 2 >= len(u.words) or not verbal(u, k):
        return False
    phrase = parse(u, k + 1, len(u.words))
    closes = phrase is not None and u.words[phrase.end : phrase.end + 1] in ([","], ["."])
    if before < k - 1 and phrase is not None and closes and phrase.definite:
        known = u.flags[phrase.head] & (c.ROLE | c.GROUP) if phrase.kind == "role" else True
        return bool(known) and phrase.kind in ("name", "role")
    if phrase is None or phrase.kind != "name" or len(phrase.names) > 1:
        return False
    start, end = phrase.names[0]
    closed = end < len(u.words) and u.words[end] in (",", ".")
    return closed and 1 < end - start < 4 and all(u.flags[i] & CAPITAL for i in (start, end - 1))


#: What joins a clause of its own to what stands before: « ce qu'écrit Alain, … ».
_JOINING = frozenset("que qu' qu’ dont où ce comme quand si".split())


def inlaid(u: Unit, k: int) -> bool:
    """Whether a verb of saying at ``k`` and a name before a comma are inserted with no comma
    before them: « La pluie tombe écrit Alain, et … »."""
    if not u.flags[k] & c.SAY or u.flags[k - 1] & (PUNCTUATION | c.DETERMINER | c.NAME):
        return False
    if not _JOINING.isdisjoint(u.low[max(0, k - 8) : k]) or not u.flags[k + 1 : k + 2]:
        return False
    phrase = parse(u, k + 1, len(u.words))
    named = phrase is not None and phrase.kind == "name" and phrase.start == k + 1
    return named and phrase is not None and u.words[phrase.end : phrase.end + 1] == [","]


#: French verbs that may have what they tell behind them.
_TELLING = frozenset("raconte décrit résume explique évoque rappelle précise commente".split())


def interposed(u: Unit, k: int, q: int, low: int) -> Phrase | None:
    """Who says something in a clause of a verb and its subject between a comma and a colon:
    « Faux, rétorque Ada Roy : « … » »."""
    made = u.low[k - 1] in ("fait", "faire") and u.low[k : k + 2] == ["dire", "à"]
    if made and k > low:
        return parse(u, k + 2, q)  # « Ce qui fait dire à Jean Roth que … »
    if u.words[q - 1] not in ":," or k <= low or u.words[k - 1] != "," or not u.flags[k] & c.SAY:
        return None
    if u.flags[k] & (c.GERUND | c.PARTICIPLE):
        return None
    phrase = parse(u, k + 1, q)
    if phrase is None or phrase.kind not in ("name", "role") or u.low[k + 1] in ("au", "aux"):
        return None  # « X, dans son journal, note au contraire : « … » »
    bits = u.flags[phrase.head] & (c.SPEECH | c.ROLE | c.GROUP)
    told = phrase.kind == "role" and not bits and u.low[k] in _TELLING  # « raconte la scène : »
    said = bits == c.SPEECH or told
    closed = u.words[phrase.end] == ":" or (u.words[phrase.end] == "," and u.words[q - 1] == ":")
    return phrase if (closed or phrase.end == q - 1) and not said else None


def said_behind(u: Unit, k: int, stop: int) -> Phrase | None:
    """Who stands between a verb behind a comma and the next comma: « Le pont est perdu, pointe
    Ada Roth, évoquant … »."""
    if u.language != "fr" or not k or u.words[k - 1] != "," or not u.flags[k] & (c.SAY | c.NAME):
        return None
    if u.flags[k] & (c.GERUND | c.PARTICIPLE | c.TO):
        return None
    phrase = parse(u, k + 1, stop)
    if phrase is None or phrase.kind not in ("name", "role") or phrase.end >= stop:
        return None
    return with_name(u, phrase, stop) if u.words[phrase.end] == "," else None


def governing(u: Unit, phrase: Phrase, verb: int, low: int, high: int) -> Phrase:
    """The subject of the verb of saying before, for the pronoun of what it reports: « Le
    syndicat a fait savoir qu'il réclamerait … »."""
    at = phrase.start
    genders = _GENDERS.get(u.low[at])
    if phrase.kind != "pronoun" or genders is None or u.low[at - 1] not in ("qu'", "qu’"):
        return phrase
    if not u.flags[verb] & (c.SAY | c.ACT) or at - 2 - verb not in (0, 1):
        return phrase
    found = subject(u, verb, low, high)
    if found is None or found.kind not in ("name", "role") or found.end > verb:
        return phrase
    named = found.kind == "name" and u.low[found.start] not in (*_GENDERS["il"], *_GENDERS["elle"])
    return phrase if named or u.low[found.start] in genders else found


#: Articles of the other gender and number.
_GENDERS = {
    "il": ("la", "une", "cette", "sa", "les", "des", "ces", "ses", "leurs"),
    "elle": ("le", "un", "ce", "les", "des", "ces", "ses", "leurs"),
}
