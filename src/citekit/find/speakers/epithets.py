"""Which definite nouns may go back to whoever was spoken of last: "the burly goalkeeper", "der
Benediktiner", « l'ancien éleveur »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.german import FEMININE_ENDINGS
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.speakers.french import somebody
from citekit.find.speakers.nouns import MEN

#: German adjectives of what somebody is who was named before: "der gelernte Schlosser".
_ONCE = frozenset(
    """gelernte frühere ehemalige einstige studierte promovierte pensionierte gebürtige langjährige
    damalige""".split()
)
#: German endings of nouns that may be a man's by origin or trade: "der Kölner", "der Pilot".
_PERSONAL = tuple(
    """er e ist ent ant at ot or eur är ier nom ph aph ling mann herr sohn könig wirt graf arzt
    freund gast""".split()
)
#: German nouns of bodies that are offices of persons before a name.
_COUNCILS = frozenset(
    "rat aufsichtsrat betriebsrat verwaltungsrat bundesrat gemeinderat ortsrat vorstand".split()
)
#: What somebody looks like, who is known by now.
_LOOKS = frozenset(
    """old young elderly older younger little tall big burly lanky stocky slight veteran bearded
    softly spoken genial""".split()
)
#: What begins a word that says which of several offices is meant.
_FORMAL = frozenset("non vice co ex self sub then".split())
#: What somebody was, or is no longer.
_FORMERLY = frozenset("former retired outgoing one-time onetime ex".split())


def _looks(word: str) -> bool:
    """Whether a word before a noun says what somebody is like who is known: "the burly goalkeeper",
    "the third-generation farmer"."""
    parts = word.split("-")
    return word in _LOOKS or (len(parts) > 1 and parts[0] not in _FORMAL)


def may_go_back(u: Unit, phrase: Phrase, noun: str) -> bool:
    """Whether the form of a definite noun lets it go back to a person."""
    bits, article = u.flags[phrase.head], u.low[phrase.start]
    human = u.language == "fr" and somebody(noun)
    human = human or (u.language == "de" and noun.endswith(MEN) and article == "der")
    if u.words[phrase.head].isupper():
        return False  # "die CDU"
    if noun in _COUNCILS and u.language == "de":
        return False  # "der Rat": the body
    if u.language == "de" and article == "der" and u.cues.gender.get(noun) == "f":
        return False  # a genitive
    if not (bits & c.ROLE or human) and (u.language != "de" or not _unknown(u, phrase, noun)):
        return False
    plural = noun.endswith("s") and not (u.language == "en" and noun.endswith("ss"))
    return u.language == "de" or not (plural or bits & c.GROUP)


def _unknown(u: Unit, phrase: Phrase, noun: str) -> bool:
    """German: whether a noun of no known office or trade may be one by its form and place."""
    article, before = u.low[phrase.start], phrase.start - 1
    once = u.low[phrase.start + 1] in _ONCE
    woman = noun.endswith("in")
    if article not in ("der", "die") or phrase.end - phrase.start > 2 + once:
        return False
    if noun.endswith(FEMININE_ENDINGS) and not woman:
        return False
    if not (woman if article == "die" else noun.endswith(_PERSONAL)):
        return False
    if before < 0 or u.words[before] in ".!?“”":
        return once
    return woman or article == "die" or not u.flags[before] & c.PREPOSITION


def qualified(u: Unit, phrase: Phrase) -> bool:
    """English: whether a word before a noun says which one it is, rather than what somebody is
    like or was."""
    if u.language != "en" or phrase.head <= phrase.start + 1:
        return False
    once = u.low[phrase.start + 1] in _FORMERLY and phrase.head == phrase.start + 2
    return not once and not all(map(_looks, u.low[phrase.start + 1 : phrase.head]))


#: English: past forms that no plural is seen by.
_WRITES = frozenset("published publishes composed edited translated lectured".split())
_PAST = frozenset("said wrote thought told knew began held swore".split())


def shown_by_clause(u: Unit, start: int, end: int) -> bool:
    """English: whether what follows says that a word that no other place of the text shows to be
    a name is one: "Lincoln, who had more to fear", "Lincoln said less"."""
    if u.language != "en" or end >= len(u.words) or u.flags[start] & ~CAPITAL:
        return False
    verb = u.low[end]
    before = u.words[start - 1] if start else "."
    acts = u.flags[end] & (c.SAY | c.ACT) or verb in _WRITES
    if acts and (before == "," or verb in _WRITES):
        return True  # "When he came home, Lee published …"
    inside = start > 0 and not u.flags[start - 1] & (PUNCTUATION | QUOTE)
    if inside and (u.flags[end] & c.VERB or verb.endswith("ed")):
        return True  # "In 1835 Lee published …"
    if u.flags[end] & c.SAY and (verb.endswith(("s", "ed")) or verb in _PAST):
        return True  # but "Dictionaries hold up the sofa"
    return u.low[end : end + 2] in ([",", "who"], [",", "whose"])
