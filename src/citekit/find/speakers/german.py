"""German phrases that are no speaker: objects, letters, words without a noun."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, NUMBER, QUOTE, Unit

#: German determiners in the accusative.
_OBJECTS = frozenset("einen keinen seinen meinen unseren".split())


def accusative(u: Unit, phrase: Phrase) -> bool:
    """German: whether a phrase is an object, and nothing written: "seinen Namen"."""
    start = phrase.start
    return (
        u.low[start] in _OBJECTS
        and not u.flags[phrase.head] & c.SHEET
        and not (start > 0 and u.flags[start - 1] & c.PREPOSITION)
    )


def lettered(u: Unit, phrase: Phrase) -> bool:
    """German: whether a name is a letter or ends with one, as in an example: "A sagt zu B"."""
    start, end = phrase.names[0]
    last = u.words[end - 1]
    return len(last) == 1 and last.isalpha() and u.low[start] not in GIVEN


def small(u: Unit, phrase: Phrase) -> bool:
    """German: whether no word of a phrase has a capital and none is an article, or the last
    one is declined as no adjective is: there is no noun."""
    inside = u.flags[phrase.start : phrase.end]
    if u.language != "de" or any(bits & (CAPITAL | QUOTE | NUMBER) for bits in inside):
        return False
    declined = u.low[phrase.end - 1].endswith(("e", "en", "er", "es", "em"))
    return not inside[0] & c.DETERMINER or (len(inside) > 1 and not declined)
