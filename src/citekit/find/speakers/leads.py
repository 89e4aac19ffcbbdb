"""What stands before a name: whether a sentence, a clause or an apposition begins with it."""

from __future__ import annotations

import re

from citekit.find.cues import bits as c
from citekit.find.cues.english import STRONG
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.tokens import Unit

_CLEFT = re.compile(r"(?:\b[Ii]t (?:was|is)|\b[Ee]s (?:war|ist)|\b[Cc][’'](?:est|était))\s$")
_BARE = re.compile(r"[^\w\s-]")
#: How a verb between a subject and a name may end.
_ACTED = {
    "en": re.compile(r"^[a-z]+(?:ed|[^siu]s|ew|ought)$"),
    "de": re.compile(r"^[a-zäöü]+(?:t|te|ten)$"),
    "fr": re.compile(r"^[a-zéèê]+(?:ait|ent|it|a)$"),
}


def titled(lead: str, u: Unit) -> bool:
    """Whether only titles stand between the beginning of a sentence and a name."""
    if _CLEFT.search(lead):
        return True
    words = re.split(r"(?<=[.!?…:\n])\s+", lead)[-1].split()
    if not words or len(words) > 6:
        return False
    bits = [u.cues.words.get(_BARE.sub("", word).lower(), 0) for word in words]
    if any(b & (c.PREPOSITION | c.AUX | c.SAY | c.TO | c.PRONOUN) for b in bits):
        return False
    if u.language == "en" and not STRONG.isdisjoint(words):
        return False  # "Ann Lee met Bob Roth"
    person = next(
        (i for i, word in enumerate(words) if word[0].isupper() and word.lower() in GIVEN),
        len(words),
    )
    if any(
        word.islower() and not b & c.PARTICLE
        for word, b in zip(words[person:], bits[person:], strict=True)
    ):
        return False
    return not any(not b and _ACTED[u.language].search(w) for w, b in zip(words, bits, strict=True))


def subordinate(lead: str, u: Unit) -> bool:
    """Whether a name follows "as", "wie", "comme" … directly."""
    words = lead.split()
    return bool(words) and bool(u.cues.words.get(words[-1].lower(), 0) & c.SUBORDINATE)


def apposed(lead: str, following: str, u: Unit) -> bool:
    """Whether a name stands in apposition to what begins its sentence: "The group’s
    speaker in Lund, Ann Lee, …", "One of them, 61-year-old Ann Lee, …"."""
    if lead.endswith("-year-old ") and ", " in lead:
        return True
    if not lead.endswith(", ") or not re.match(r"[^,.;:]{3,50},", following):
        return False
    words = re.split(r"(?<=[.!?…:\n])\s+", lead)[-1].split()
    bits = [u.cues.words.get(_BARE.sub("", word).lower(), 0) for word in words]
    return any(b & c.ROLE for b in bits) and not any(b & (c.AUX | c.SAY) for b in bits)


def second(lead: str, u: Unit) -> bool:
    """German: whether a sentence's first phrase and its verb stand before a name."""
    if u.language != "de":
        return False
    words = re.split(r"(?<=[.!?…:\n])\s+", lead)[-1].split()
    if not 1 < len(words) < 6 or not words[-1].islower() or any("," in word for word in words):
        return False
    if any(word[0].isupper() and word.lower() in GIVEN for word in words):
        return False  # "Ada Roth traf Jan Fuchs"
    return not u.cues.words.get(words[-1], 0) & (c.DETERMINER | c.PREPOSITION | c.JOIN)
