"""Whether somebody is a man or a woman, by a given name, a title, an office or the pronouns that
follow the name."""

from __future__ import annotations

import re

from citekit.find.cues.names import AMBIGUOUS, GIVEN
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.french import article_gender


def given_gender(name: str, language: str) -> str:
    """``m`` or ``f`` by a known given name, or empty."""
    first = name.lower().partition(" ")[0]
    if first in AMBIGUOUS[language]:
        return ""
    return GIVEN.get(first) or GIVEN.get(first.split("-")[0], "")


#: Pronouns that tell the gender of whoever was named before them.
_GENDERED = {
    "en": {"he": "m", "his": "m", "she": "f", "her": "f"},
    "de": {"er": "m", "ihm": "m", "sein": "m", "seine": "m", "seinen": "m", "seiner": "m",
           "sie": "f", "ihr": "f", "ihre": "f", "ihren": "f", "ihrer": "f"},
    "fr": {"il": "m", "elle": "f"},
}  # fmt: skip
_NEXT = re.compile(r"[^\W\d_]+")
#: After "her" where it is no possessive: somebody else, in the clause of the name.
_OBJECT = re.compile(
    r"[.,;:!?)]| (?:in|on|up|out|to|as|at|for|from|with|by|of|and|that|off|into)\b"
)


def referred_gender(text: str, language: str) -> str:
    """``m`` or ``f`` by the first pronoun of ``text``, which follows a name, if nobody
    else is named before it."""
    pronouns = _GENDERED[language]
    before = "."
    for match in _NEXT.finditer(text):
        word = match.group()
        found = pronouns.get(word.lower())
        if found and not (word == "her" and _OBJECT.match(text, match.end())):
            return found
        if word[0].isupper() and before not in ".!?:" and language != "de":
            return ""
        before = text[match.end() : match.end() + 1]
    return ""


def known_gender(word: str, u: Unit) -> str:
    """``m`` or ``f`` by a title, or empty."""
    found = u.cues.gender.get(word.lower(), "")
    return found if found in ("m", "f") else ""


#: German endings of adjectives and participles that are nouns of persons: a man is "Vorsitzender"
#: without an article, a woman "Vorsitzende".
_INFLECTED = ("ende", "agte", "ellte", "dnete", "ierte", "teilte", "tigte", "dige", "liche", "ndte")


def office_gender(u: Unit, i: int) -> str:
    """``m`` or ``f`` by the German office before a name at token ``i``."""
    word = u.low[i]
    woman = word.endswith(_INFLECTED) and (not i or u.low[i - 1] not in ("der", "dieser"))
    return "f" if word.endswith("in") or woman else "m"


def is_of_other_gender(u: Unit, phrase: Phrase, name: str) -> bool:
    """French: whether an article says that somebody else is meant: « la ministre » is not
    « l'ancien ministre Henri Roth »."""
    told = article_gender(u, phrase.start) if u.language == "fr" else ""
    given = given_gender(name, u.language)
    return told in ("m", "f") and given in ("m", "f") and given != told
