"""Series of names: "Lee, Roe and Holt", "Lee, Roe, and Holt", « Roux, Petit et Blanc ».

Three or more coordinated names part by commas, the last two by a conjunction (Quirk et al.,
*A Comprehensive Grammar of the English Language*, 1985, 13.16–17).  Family names stand beside
family names, full names beside full ones; so an apposition is no member.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.find.cues import bits as c
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, PUNCTUATION, QUOTE, Unit

#: Whoever worked with a person who is named: "Lee and colleagues", "Lee und sein Team".
FELLOWS = frozenset(
    """colleagues coworkers co-workers collaborators associates coauthors co-authors team
    kollegen kolleginnen mitarbeiter mitarbeiterinnen mitarbeitende mitautoren koautoren
    mitautorinnen koautorinnen
    collègues collaborateurs collaboratrices coauteurs équipe others andere autres""".split()
)
#: Whoever is so only by a possessive before: "Lee and her students".
_OWN = FELLOWS | frozenset(
    """group lab laboratory staff students coauthor co-author collaborator assistants
    gruppe arbeitsgruppe forschungsgruppe forscherteam forschungsteam studierenden studenten
    mitautor mitautorin koautor koautorin assistenten
    groupe laboratoire étudiants élèves coauteur coautrice assistants""".split()
)
_THEIR = frozenset("his her their sein seine ihr ihre ses leurs son leur".split())
#: Words before "others": « Roux et bien d'autres ».
_MANY = frozenset("many several viele bien d' d’".split())
#: So many tokens have fellows with what says which, and so many stand before their noun.
_WIDEST = 9
_BEFORE = 2
_AND = frozenset("and und et &".split())
_OTHER = c.ROLE | c.GROUP | c.TITLE | c.SPEECH | c.WORK | c.SHEET | c.TIME
#: Endings of German nouns that are no family names.
_NOUNS = ("ung", "heit", "keit", "tion", "schaft", "nis", "tum")
#: A name has at most so many words.
_LONGEST = 4


def behind_link(u: Unit, names: Sequence[tuple[int, int]], at: int, stop: int) -> int:
    """The token behind what joins another name to ``names``, the spans of those that end before
    ``at``: behind "and", or behind a comma or ", and" in a series; 0 if nothing does."""
    if at + 1 >= stop:
        return 0
    if u.low[at] in _AND:
        named = u.flags[at + 1] & (CAPITAL | c.PARTICLE) and u.low[at + 1] not in FELLOWS
        return at + 1 if named else 0
    if u.words[at] != "," or not _is_series(u, names, at, stop):
        return 0
    return at + 1 + (u.low[at + 1] in _AND)


def series_start(u: Unit, start: int, low: int) -> int:
    """Where the series begins whose last names begin at token ``start``: at "Lee" for "Roe and
    Holt" in "Lee, Roe and Holt"; ``start`` if they are none."""
    first = start - (start > low and u.low[start - 1] in _AND)
    found = start
    single = _name_end(u, start) - start == 1
    while first - 2 >= low and u.words[first - 1] == ",":
        begin = first - 1
        while begin > low and _is_part(u, begin - 1):
            begin -= 1
        size = first - 1 - begin
        if not 0 < size <= _LONGEST or (size == 1) != single:
            break
        found = first = begin
    if found == start or (found > low and u.flags[found - 1] & c.PREPOSITION):
        return start
    return found


def fellows_join(u: Unit, i: int, low: int) -> int:
    """The conjunction between somebody named and whoever worked with them, whose phrase ends at
    token ``i``: the "and" of "Lee and her team at Lund"; -1 if there is none."""
    floor = max(low, i - _WIDEST)
    if _OWN.isdisjoint(u.low[floor : i + 1]):
        return -1
    join = i
    while join > floor and u.low[join] not in _AND:
        if u.flags[join] & (PUNCTUATION | QUOTE | c.RELATIVE) and not u.flags[join] & c.DEFINITE:
            return -1
        join -= 1
    if u.low[join] not in _AND or join <= low:
        return -1
    owned = u.low[join + 1] in _THEIR
    nouns = _OWN if owned else FELLOWS
    at = join + 1 + owned
    last = at + _BEFORE if owned else at
    while at < last and at < i and u.low[at] not in nouns and not u.flags[at] & CAPITAL:
        at += 1
    while at < i and u.low[at] in _MANY:
        at += 1
    which = at == i or (u.low[at] in nouns and u.flags[at + 1] & (c.PREPOSITION | c.GROUP))
    which = which or (u.language == "fr" and at + 1 == i and not u.flags[i])
    return join if u.low[at] in nouns and which else -1


def _is_series(u: Unit, names: Sequence[tuple[int, int]], comma: int, stop: int) -> bool:
    """Whether a comma stands in a series of names."""
    single = comma - names[-1][0] == 1
    at, members, last = comma, len(names), False
    while not last:
        if at + 1 >= stop:
            return False
        last = u.low[at] in _AND or u.low[at + 1] in _AND
        if u.words[at] != "," and not last:
            return False
        begin = at + 1 + (u.words[at] == "," and last)
        at = _name_end(u, begin, stop)
        if not 0 < at - begin <= _LONGEST or (at - begin == 1) != single:
            return False
        members += 1
    return members > 2 and _ends(u, names[0][0], at)


def _ends(u: Unit, first: int, end: int) -> bool:
    """Whether a series may end at token ``end``: "said Lee, Lund and Kiel had …" is none, and
    in "For Lee, Roe and Holt speak of …" it begins behind the comma."""
    before = u.flags[first - 1] if first else 0
    signed = end >= len(u.words) or bool(u.flags[end] & (PUNCTUATION | QUOTE))
    if signed or (u.language == "de" and before & (c.PREPOSITION | c.SOURCE)):
        return True
    if before & (c.PREPOSITION | c.SOURCE | c.SAY) and not before & CAPITAL:
        return False
    plural = u.low[end].endswith(("en", "ern", "sind", "eln"))
    return u.language != "de" or plural


def _name_end(u: Unit, begin: int, stop: int = 0) -> int:
    """The end of the name that begins at a token."""
    at = begin
    while at < (stop or len(u.words)) and _is_part(u, at):
        at += 1
    return at


def _is_part(u: Unit, at: int) -> bool:
    """Whether a token is a part of a personal name, and no noun."""
    bits = u.flags[at]
    if bits & c.PARTICLE and not bits & CAPITAL:
        return u.words[at].islower() and u.low[at] not in _AND
    noun = u.language == "de" and u.low[at].endswith(_NOUNS)
    return bool(bits & CAPITAL) and not bits & (_OTHER | GENITIVE) and not noun
