"""Titles of works in quotation marks, in references: “Tides,” Journal of Ports 12; « … », p. 15."""

from __future__ import annotations

from citekit.find.grammar.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Unit

#: What stands in references behind a title: abbreviations, and where an article stands.
_PLACES = frozenset(
    """p p. pp pp. s s. vol vol. no no. nr nr. n° n bd bd. jg jg. ibid ibid. op loc art éd éd. ed
    eds hg hrsg trad""".split()
)
_IN = frozenset("in dans".split())
#: So many tokens behind a title it stands.
_FAR = 14


def referenced(u: Unit, q: int) -> bool:
    """Whether the quotation at token ``q`` is the title of a work in a reference: a name and a
    comma before it, behind it the pages or the like with no sentence between."""
    if q < 2 or u.words[q - 1] not in ",:(" or not u.flags[q - 2] & (CAPITAL | PUNCTUATION):
        return False
    start = u.quotes[q].inner_start
    if not u.text[start : start + 4].lstrip()[:1].isupper():
        return False
    comma = q + 1
    closed = u.words[comma : comma + 1] == [","] or u.ending(q) == ","
    if not closed:
        return False
    title = False
    for at in range(comma, min(len(u.words), comma + _FAR)):
        bits, word = u.flags[at], u.low[at]
        if bits & QUOTE:
            return False
        if word in _PLACES and at + 1 < len(u.words):
            return bool(u.flags[at + 1] & (NUMBER | PUNCTUATION)) or word.startswith("ibid")
        if bits & NUMBER and title and len(word) == 4:
            return True
        title = title or bool(bits & CAPITAL) or word in _IN
    return False
