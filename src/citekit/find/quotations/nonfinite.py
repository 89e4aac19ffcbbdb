"""French: clauses without a finite verb, whose subject is that of the clause beside them: « …,
dit X, dépeignant un homme « … » », « Avant de fustiger « … », X a salué … »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.backwards import ending_at
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal

#: What an infinitive follows that goes on a clause: alone; with "de" or "à" behind it.
_BEFORE_INFINITIVE = frozenset("sans pour après".split())
_BEFORE_DE = frozenset(
    "avant afin histoire façon manière faute plutôt quitte jusqu' jusqu’".split()
)
_LINKS = frozenset("de d' d’ à".split())
_INFINITIVES = ("er", "ir", "re")
#: Forms of auxiliaries that are not finite.
_OPEN = frozenset("avoir être ayant étant été eu".split())
#: Words in "-ant" that are no participles.
_NO_PARTICIPLES = frozenset(
    """avant devant durant pendant tant autant pourtant cependant maintenant auparavant dorénavant
    enfant montant restaurant courant suivant moyennant quant
    nonobstant néant élégant géant""".split()
)
#: So far back a clause begins, in tokens.
_FAR = 24


def _gerund(u: Unit, k: int) -> bool:
    """Whether a word is a participle in "-ant", and no adjective or noun."""
    word = u.low[k]
    if not word.endswith("ant") or len(word) < 5 or word in _NO_PARTICIPLES:
        return False
    return not u.flags[k] & (c.ROLE | c.GROUP | c.PREPOSITION)


def _infinitive(u: Unit, k: int, stop: int) -> bool:
    """Whether an infinitive stands at token ``k``, behind clitics and adverbs."""
    while k < stop and (u.flags[k] & (c.CLITIC | c.ADVERB) or u.low[k] in ("mieux", "en")):
        k += 1
    return k < stop and u.low[k].endswith(_INFINITIVES) and u.words[k].islower()


def _leads(u: Unit, k: int, stop: int) -> bool:
    """Whether a clause without a finite verb begins at token ``k``."""
    word = u.low[k]
    if _gerund(u, k):
        return True
    if word == "en":
        return k + 1 < stop and _gerund(u, k + 1)
    if word == "quant":
        return u.low[k + 1] in ("à", "au", "aux")
    if word in _BEFORE_INFINITIVE:
        return _infinitive(u, k + 1, stop)
    return word in _BEFORE_DE and u.low[k + 1] in _LINKS and _infinitive(u, k + 2, stop)


def _finite(u: Unit, k: int) -> bool:
    """Whether a finite verb, or what needs one, stands at token ``k``."""
    bits, word = u.flags[k], u.low[k]
    if (bits & c.PRONOUN and word not in ("lui", "elle", "elles")) or word in ("qui", "que"):
        return True
    if bits & c.AUX:
        return word not in _OPEN
    known = bits & c.VERB and not bits & (c.GERUND | c.PARTICIPLE | c.TO | CAPITAL)
    return bool(known) and not u.flags[k - 1] & (c.DETERMINER | c.PREPOSITION)


def open_clause(u: Unit, q: int, low: int) -> int:
    """Where the clause without a finite verb begins that the quotation at ``q`` stands in,
    or -1."""
    inner = False  # whether a finite verb stands between, of a clause with "que"
    for k in range(q - 1, max(low, q - _FAR) - 1, -1):
        if u.flags[k] & QUOTE or u.words[k] in ";:":
            return -1
        if u.low[k] in ("que", "qu'", "qu’") and k > low and _governs(u, k - 1):
            inner = False
        elif _finite(u, k):
            inner = True
        if inner or not _leads(u, k, q):
            continue
        first = k
        while first > low and u.low[first - 1] in ("non", "tout", "en", "et", "mais"):
            first -= 1
        opens = first == low or u.words[first - 1] == ","
        return first if opens or not _gerund(u, k) else -1
    return -1


def _governs(u: Unit, k: int) -> bool:
    """Whether an infinitive or a participle in "-ant" stands at token ``k``."""
    return _gerund(u, k) or (u.low[k].endswith(_INFINITIVES) and u.words[k].islower())


def absolute(u: Unit, q: int, low: int) -> Phrase | None:
    """Who does something beside the sentence's subject: « Le point a été voté, les Verts
    s'abstenant, « … » »."""
    for k in range(q - 1, max(low, q - _FAR) - 1, -1):
        if u.flags[k] & QUOTE or u.words[k] in ";:" or _finite(u, k):
            return None
        if _gerund(u, k):
            end = k - 1
            while end > low and u.flags[end] & (c.CLITIC | c.ADVERB) and u.low[end] != "la":
                end -= 1
            found = ending_at(u, end, low)
            if found is None or found.kind not in ("name", "role"):
                return None
            opens = found.start == low or u.words[found.start - 1] == ","
            return found if opens else None
    return None


def main_subject(u: Unit, q: int, high: int) -> Phrase | None:
    """The subject of the clause behind the quotation at ``q``, which a clause without a
    subject opens."""
    for comma in range(q + 1, high - 2):
        if u.flags[comma] & QUOTE:
            return None
        if u.words[comma] == ",":
            phrase = clause_subject(u, comma + 1, high)
            if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
                continue
            verb = phrase.end
            while verb < high and u.flags[verb] & (c.CLITIC | c.ADVERB):
                verb += 1
            apposed = verb < high and u.words[verb] == ","
            if apposed or (verb < high and verbal(u, verb)):
                return phrase
    return None


def speaks_of(u: Unit, start: int, q: int) -> bool:
    """Whether a verb of saying, naming or of an act in words stands between tokens."""
    return any(u.flags[k] & c.VERB and not u.flags[k] & CAPITAL for k in range(start, q))


def begins(u: Unit, low: int, start: int) -> bool:
    """Whether only what joins a sentence to the one before stands before token ``start``."""
    return all(u.flags[k] & (c.JOIN | c.ADVERB | PUNCTUATION) for k in range(low, start))
