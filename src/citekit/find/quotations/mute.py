"""Noun phrases that stand where a speaker does and are nobody.  French: how long something took
(« Deux heures pour dire que « … » »), the words themselves (« rapporte sa dernière phrase :
« … » »), a title (« dans son Traité, lequel ajoute « … » »); English: whoever thinks or may
say so ("one thinks of “…”")."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import NUMBER, Unit

_NUMBERS = frozenset(
    """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
    trente quarante cinquante soixante cent mille""".split()
)
_MEASURES = frozenset(
    """seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année
    années pages lignes mots phrases fois""".split()
)


#: Verbs behind "one" of what anybody may do.
_MAY = frozenset("may might can could would should must never".split())


def anybody(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase of an English text is whoever thinks or may say so, "one thinks of “…”",
    or a thing called so again, "a fear, one marked by “…”"."""
    if u.language != "en" or phrase.start < 0 or u.low[phrase.start : phrase.end] != ["one"]:
        return False
    verb = u.low[phrase.end] if phrase.end < len(u.low) else ""
    return verb[-1:] == "s" or verb in _MAY or u.low[phrase.end + 1 : phrase.end + 2] == ["by"]


#: Behind *auf*, before what somebody answers: "Auf Anfrage hieß es, …".
_ASKED = frozenset("anfrage nachfrage rückfrage".split())


def mute(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is nobody who speaks."""
    if u.language == "de" and phrase.end - phrase.start == 1:
        return u.low[phrase.start] in _ASKED
    if u.language != "fr" or phrase.start < 0 or phrase.kind not in ("name", "role"):
        return False
    first = phrase.start
    if phrase.kind == "name":
        alone = phrase.end - first == 1 and "-" in u.words[first]
        counted = alone and u.low[first].partition("-")[0] in _NUMBERS  # « Trente-sept minutes »
        return counted or bool(u.flags[first] & c.POSSESSIVE and u.low[first - 1] == "dans")
    bits = u.flags[phrase.head]
    number = u.low[first] in (*_NUMBERS, "une", "un") or u.flags[first] & NUMBER
    if number and u.low[phrase.head] in _MEASURES:
        return True
    own = u.flags[first] & c.POSSESSIVE and bits & c.SPEECH
    return bool(own) and not bits & (c.ROLE | c.GROUP)
