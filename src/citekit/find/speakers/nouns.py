"""What a noun tells of whom it stands for: a person or a thing, how it is printed, whose kin."""

from __future__ import annotations

import re

from citekit.find.cues import bits as c
from citekit.find.cues.german import FEMININE_ENDINGS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal
from citekit.find.speakers.called import ARTICLED
from citekit.find.speakers.french import somebody
from citekit.find.speakers.groups import BACK
from citekit.find.speakers.introduced import Introduced
from citekit.find.speakers.names import NAMES, POSSESSIVE, nominative
from citekit.find.speakers.offices import CHURCH
from citekit.find.speakers.persons import Speaker

#: German endings of nouns of men, of participles among them.
MEN = tuple(
    """mann sohn wirt bauer vater bruder freund arzt lehrer schüler bäcker händler zeuge nachbar
    fahrer hörer leser gast vorsteher beamte pförtner ender ierter agter ellter arbeiter""".split()
)
#: German words before several.
_SEVERAL = frozenset("zwei drei vier fünf beide viele einige mehrere manche alle".split())
#: Somebody's kin or fellow, before the name.
_OWNED = r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s?) (?:[a-z-]+ )?{},? "
#: What two people are to each other.
_MUTUAL = frozenset(
    """roommate flatmate housemate neighbor neighbour friend colleague classmate teammate partner
    rival opponent twin cousin""".split()
)
_PLACING = frozenset("on at in".split())
_CONTRACTED = {"au": "le", "du": "le", "aux": "les"}


def _possessed(u: Unit, at: int) -> bool:
    """French: whether a noun stands before « des » at token ``at``, whose article it holds."""
    if at < 2 or u.flags[at - 1] & _NO_NOUN:
        return False
    return bool(u.flags[at - 2] & c.DETERMINER) or not verbal(u, at - 1)


_NO_NOUN = (
    PUNCTUATION | QUOTE | c.AUX | c.JOIN | c.RELATIVE | c.SUBORDINATE | c.PREPOSITION | c.ADVERB
    | c.PRONOUN | c.TIME
)  # fmt: skip


def plural(u: Unit, phrase: Phrase) -> bool:
    """German: whether a subject without a definite article is in the plural by its verb, or
    by its number."""
    if u.low[phrase.start] in _SEVERAL:
        return True
    if phrase.end >= len(u.low) or u.low[phrase.start] in ("ein", "eine"):
        return False
    verb = u.flags[phrase.end] & (c.VERB | c.AUX)
    word = u.low[phrase.end]
    return bool(verb) and not verb & c.PARTICIPLE and (word[-2:] in ("en", "rn") or word == "sind")


class Nouns(Introduced):
    """The nouns of one document."""

    def _human(self, u: Unit, phrase: Phrase) -> bool:
        """Whether the form of an unknown noun says that it means a person: in German weak
        masculines ("der Matrose") and feminines in "-in"; or a rank or an apposition does."""
        noun, article = u.low[phrase.head], u.low[phrase.start]
        if u.language == "fr" and somebody(noun):
            return True
        if noun in CHURCH and u.flags[phrase.start] & c.DETERMINER:
            return True  # « La marquise de Lund »
        if u.language == "de" and len(noun) > 4:
            if article in ("der", "ein") and noun.endswith("e"):
                return True
            if article in ("die", "eine") and noun.endswith(("in", "ierte")):
                return True
            if article in ("der", "ein", "dem", "einem") and noun.endswith(MEN):
                return True
            if article in ("die", "der", "eine", "einer") and noun.endswith("frau"):
                return True
        if (
            u.language == "en"
            and "who"
            in u.low[phrase.end : phrase.end + 2][
                : 1 + (u.words[phrase.end : phrase.end + 1] == [","])
            ]
        ):
            return True  # "A midwife who gave evidence"
        if phrase.end + 1 < len(u.words) and u.words[phrase.end] == ",":
            inner = parse(u, phrase.end + 1, len(u.words))
            return inner is not None and inner.kind == "role" and bool(u.flags[inner.head] & c.ROLE)
        return False

    def _thing(self, u: Unit, phrase: Phrase, noun: str) -> bool:
        """Whether a noun that is known as no person's has an ending or article of things."""
        if self._human(u, phrase):
            return False
        if u.language == "en":
            return not noun.endswith(("er", "or", "ist", "an", "ant", "ent", "ee", "man", "one"))
        if u.language == "de":
            feminine = noun.endswith(FEMININE_ENDINGS) and not noun.endswith("in")
            return feminine or u.low[phrase.start] == "das"
        return noun.endswith(("tion", "ment", "age", "ité", "isme", "ure", "ence", "ance", "oire"))

    def _printed(self, u: Unit, phrase: Phrase, oblique: bool) -> str:
        end = phrase.end
        if u.language == "en" and u.flags[phrase.head] & c.SHEET:
            # "a banner on the steps": where it is, is no part of its name.
            places = [i for i in range(phrase.head + 1, end) if u.low[i] in _PLACING]
            end = places[0] if places else end
        printed = POSSESSIVE.sub("", u.print(phrase.start, end))
        first = u.flags[phrase.start]
        if first & c.DETERMINER or (
            not u.words[phrase.start].isupper()
            and first & (c.ROLE | c.GROUP)
            and u.language != "de"
        ):
            printed = printed[0].lower() + printed[1:]
        article = _CONTRACTED.get(u.low[phrase.start]) if u.language == "fr" else None
        if u.language == "fr" and u.words[phrase.start] == "des" and _possessed(u, phrase.start):
            article = "les"  # « aux yeux des élus », but « affirment des élus »
        if article is not None:
            return article + printed[len(u.words[phrase.start]) :]
        before = u.low[phrase.start - 1] if phrase.start else ""
        if before in ARTICLED and not first & c.DETERMINER and u.language == "de":
            return nominative(u, phrase, f"{ARTICLED[before]} {printed}")
        if u.language == "de" and (oblique or u.low[phrase.start] == "einem"):
            return nominative(u, phrase, printed)
        return printed

    def _words(self, u: Unit, name: str, at: int) -> bool:
        """English: whether a run of capitals is a title rather than a name: it has no given
        name, and its last word, a plural, stands in the text in lower case too."""
        first, _, last = name.rpartition(" ")
        if u.language != "en" or not first or first.split()[0].lower() in GIVEN:
            return False
        return last.endswith("s") and self.lowered(last.lower(), at)

    def _own(self, u: Unit, phrase: Phrase) -> str:
        """English: ``m`` or ``f`` by what somebody does with what is theirs: "The clerk shut
        his book"; or empty."""
        stop = min(len(u.words), phrase.end + 5)
        for i in range(phrase.end, stop):
            if u.low[i] in ("his", "her"):
                follows = u.flags[i + 1] if i + 1 < len(u.words) else PUNCTUATION
                return "" if follows & PUNCTUATION else u.cues.gender[u.low[i]]
            if u.flags[i] & (PUNCTUATION | c.ROLE | c.RELATIVE) or u.words[i][0].isupper():
                return ""
        return ""

    def _kin(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """English: the person whom the text has named as somebody's: "her brother Jan", and
        then "her brother"."""
        own = u.low[phrase.start] in ("his", "her", "their") and noun not in _MUTUAL
        if not own or phrase.end != phrase.start + 2:
            return None
        found = None
        for match in re.finditer(_OWNED.format(noun), self.text[max(0, at - BACK) : at]):
            start = max(0, at - BACK) + match.end()
            name = NAMES.match(self.text, start)
            if name is not None and name.end() <= at and not self._inside(start):
                persons = self._persons(u, start, name.end(), "")
                found = persons[0][1] if persons else found
        last = self.history[-1].name if self.history else ""
        return found if found is not None and found.name != last else None
