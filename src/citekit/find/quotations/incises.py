"""French: the reporting clause, with its verb first, at the end of a sentence that holds quoted
words: « Le pays doit « tenir bon » face à la crise, a déclaré le ministre »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.quotations.ones import spoken_at
from citekit.find.quotations.perfect import past_infinitive

_BEFORE = c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB
#: Endings of participles that are no finite forms.
_DONE = ("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ite", "its", "mis")
_NO_CLAUSE = c.GERUND | c.TO | CAPITAL


def incise(u: Unit, q: int, high: int, words: int) -> Attribution | None:
    """Who says the sentence that the quotation at ``q``, of so many words, stands in."""
    if words < 3 and u.flags[q - 1] & c.DETERMINER:
        return None  # « Les « gilets jaunes » défileront samedi, a dit le préfet »
    for comma in range(q + 1, high - 2):
        if u.flags[comma] & QUOTE or u.words[comma] in ";:":
            return None
        if u.words[comma] != ",":
            continue
        first = _past_as(u, comma + 1)
        k = first
        while k + 1 < high and u.flags[k] & _BEFORE & ~CAPITAL and not _says(u, first, k):
            k += 1
        if k + 1 >= high or not _says(u, first, k) or u.flags[k] & _NO_CLAUSE:
            continue
        phrase = _speaker(u, first, k, high)
        if phrase is None:
            continue
        end = max(k + 1, phrase.end)
        return Attribution(phrase, comma + 1, end, "clause-end", 0.8, reason=u.low[k])
    return None


def _past_as(u: Unit, at: int) -> int:
    """The token after « comme » or « ainsi que » at token ``at``: « …, comme l'a dit Roux »."""
    if u.low[at] == "ainsi" and u.low[at + 1] in ("que", "qu'", "qu’"):
        return at + 2
    return at + (u.low[at] == "comme")


def _says(u: Unit, first: int, k: int) -> bool:
    """Whether the verb at ``k`` is one of saying: « fait valoir », « a-t-on appris » too."""
    if u.flags[k] & c.SAY:
        return True
    if u.low[k] == "appris":
        return "on" in u.low[first:k]
    return u.low[k + 1] in u.cues.partners.get(u.low[k], ())


def _speaker(u: Unit, first: int, k: int, high: int) -> Phrase | None:
    """The subject behind the verb at ``k``, or the pronoun that a hyphen ties to what stands
    before or behind it."""
    tied = [i for i in (*range(first + 1, k), k + 1) if u.flags[i] & c.PRONOUN]
    at = next((i for i in tied if "-" in u.text[u.ends[i - 1] : u.starts[i]]), 0)
    if at:
        phrase = parse(u, at, at + 1)
        if phrase is not None and phrase.kind == "self":
            return spoken_at(u, at, high)
        return phrase
    done = u.flags[k] & c.PARTICIPLE and u.low[k].endswith(_DONE)
    if done and not u.flags[k - 1] & (c.AUX | c.ADVERB):
        return None  # « …, évoqué mardi par le ministre »
    begin = past_infinitive(u, k + 1)
    if begin >= high or u.flags[begin] & (PUNCTUATION | QUOTE | c.PREPOSITION | c.SUBORDINATE):
        follows = u.low[begin : begin + 1]
        if follows in ([","], ["que"], ["qu'"], ["qu’"], ["de"], ["d'"], ["d’"]) or not follows:
            return None
    phrase = after(u, begin, high)
    if phrase is None or phrase.kind not in ("name", "role") or phrase.start > begin + 8:
        return None
    known = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP) or phrase.definite
    closed = phrase.end >= high or u.flags[phrase.end] & (
        PUNCTUATION | c.PREPOSITION | c.JOIN | c.ADVERB | c.RELATIVE | c.TIME
    )
    return phrase if known and closed else None
