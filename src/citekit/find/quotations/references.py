"""What nobody says: titles of works in quotation marks, in references (“Tides,” Journal of
Ports 12; « … », p. 15), and how things go ("We know how the tale ends: “…”")."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import parse
from citekit.find.grammar.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal

#: What stands in references behind a title: abbreviations, and where an article stands.
_PLACES = frozenset(
    """p p. pp pp. s s. vol vol. no no. nr nr. n° n bd bd. jg jg. ibid ibid. op loc art éd éd. ed
    eds hg hrsg trad""".split()
)
_IN = frozenset("in dans".split())
#: So many tokens behind a title it stands.
_FAR = 14
_HOW = frozenset("how wie comment".split())
#: With these before it "how" points at the words themselves: "this is how the letter begins".
_THIS = frozenset("is was that's here's ist war est c'est voilà voici so".split())
#: What goes somehow, and says nothing.
_TALES = frozenset(
    """story tale joke legend fable saga fairytale film movie play war game song anecdote
    geschichte witz sage märchen legende fabel film krieg spiel lied anekdote
    histoire blague légende fable conte guerre chanson""".split()
)


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


def cited_words(u: Unit, q: int, low: int) -> bool:
    """Whether a sentence with a verb leads by a colon to words that are a sentence and cited in
    parentheses, as no title in a reference is: "Bei Roth liest man: „Alles ist Form.“ (Roth
    1984, S. 3)"."""
    if u.words[q - 1] != ":" or u.words[q + 1 : q + 2] != ["("] or u.ending(q) not in ".!?…":
        return False
    return any(u.words[k].islower() and verbal(u, k) for k in range(low + 1, q - 1))


def known_to_go(u: Unit, q: int) -> bool:
    """Whether the words at token ``q`` are how a tale goes, as somebody knows or remembers:
    "We know how the tale ends: “…”"."""
    if q < 5 or u.words[q - 1] != ":":
        return False
    low = u.bounds(q)[0]
    how = next((k for k in range(q - 3, max(low, q - 9), -1) if u.low[k] in _HOW), 0)
    if not how or u.low[how - 1] in _THIS:
        return False
    verb_first = u.language == "fr" and not u.flags[how + 1] & c.DETERMINER
    phrase = parse(u, how + 1 + verb_first, q - 1)
    if phrase is None or phrase.kind != "role" or phrase.end < q - 2:
        return False
    return u.low[phrase.head] in _TALES
