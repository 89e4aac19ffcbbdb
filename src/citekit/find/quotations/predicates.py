"""Words that a sentence has for its verb, or that somebody prefers: 'The text “invites” all
states', 'Lee prefers the word “rest”', „So klingt die Durchsage: „…““."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE, Unit

#: Documents whose verbs are quoted.
_DOCUMENTS = frozenset(
    """text resolution treaty declaration communique communiqué draft report agreement accord
    statement order ruling decree convention memorandum directive motion decision
    bericht vertrag erklärung entwurf beschluss abkommen papier urteil verordnung richtlinie antrag
    texte résolution traité déclaration rapport projet décret convention arrêté circulaire motion
    directive""".split()
)
_PREFERS = frozenset(
    """prefers preferred favors favours favoured favored bevorzugt bevorzugte préfère préférait
    préféra""".split()
)
_TERMS = frozenset("word term expression phrase wort begriff ausdruck mot terme formule".split())
_SOUNDS = frozenset("klingt klang klingen klangen lautet lautete hört hörte".split())
_ENDINGS = {"en": ("s",), "de": ("t",), "fr": ("e", "t", "d", "it", "nd")}


def chosen(u: Unit, q: int, low: int) -> Attribution | None:
    """Who prefers the word at token ``q``."""
    verb = q - 3
    if verb <= low or u.low[q - 1] not in _TERMS or u.low[verb] not in _PREFERS:
        return None
    phrase = clause_subject(u, low, verb)
    if phrase is None or not (phrase.kind in ("name", "pronoun") or phrase.definite):
        return None
    return Attribution(phrase, phrase.start, q, "cue-clause", 0.75, reason=u.low[verb])


def predicate(u: Unit, q: int, low: int) -> Attribution | None:
    """The document whose verb the words at token ``q`` are, or what they sound like."""
    if u.words[q - 1] == ":":
        return _sounding(u, q, low)
    quote = u.quotes[q]
    words = u.text[quote.inner_start : quote.inner_end].split()
    if not words or len(words) > 4 or not words[0].islower() or q + 1 >= len(u.words):
        return None
    if not words[0].endswith(_ENDINGS[u.language]) or words[0].endswith("ss"):
        return None
    follows = u.flags[q + 1]
    if follows & (PUNCTUATION | QUOTE | c.AUX | c.VERB) and not follows & c.DETERMINER:
        return None
    phrase = clause_subject(u, low, q)
    if phrase is None or phrase.kind != "role" or not phrase.definite:
        return None
    if u.low[phrase.head] not in _DOCUMENTS:
        return None
    apposed = phrase.end < q and u.words[phrase.end] == "," and u.words[q - 1] == ","
    if phrase.end != q and not apposed:
        return None
    return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.75, reason=words[0])


def _sounding(u: Unit, q: int, low: int) -> Attribution | None:
    """German: what sounds so: "Genau so klingt die Durchsage: „…“"."""
    if u.language != "de":
        return None
    verb = next((k for k in range(low, q - 1) if u.low[k] in _SOUNDS and u.low[k - 1] == "so"), -1)
    phrase: Phrase | None = parse(u, verb + 1, q - 1) if verb > 0 else None
    if phrase is None or phrase.end != q - 1 or phrase.kind == "pronoun":
        return None
    return Attribution(phrase, verb, q - 1, "cue-before", 0.8, reason=u.low[verb])
