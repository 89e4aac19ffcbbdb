"""The name beside a role: in apposition, behind what an office is for or the letters of a
party."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.bodies import NAMED_AFTER
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit

_NO_OFFICE = c.VERB | c.AUX | c.PRONOUN | c.RELATIVE | c.TIME | PUNCTUATION | QUOTE
#: A long title has so many tokens at most behind its noun.
_LONGEST = 12
#: So many tokens have the letters of a party.
_LETTERS = 4
#: Words before what somebody is called; those of them that may be a verb with an object.
_CALLED = frozenset(
    "named called namens nommé nommée prénommé prénommée appelé appelée dénommé dénommée".split()
)
_FINITE = frozenset("named called".split())
#: What stands for one of several.
_ONES = frozenset("one einer eine l' l’".split())


def with_name(u: Unit, phrase: Phrase, high: int) -> Phrase:
    """The phrase, or the name that goes with it: "the group’s head, Ann Lee", « le maire
    (PS) de Nantes Jean Roth », "one of them, the group’s head, Ann Lee"."""
    if not is_office(u, phrase):
        return _of_body(u, phrase, high) or phrase
    end = phrase.end
    other = _other_office(u, phrase, high)
    if other is not None:
        return other._replace(start=phrase.start)
    if u.words[end : end + 1] == ["("]:
        end = past_letters(u, end, high)
        behind = _behind_letters(u, end, high)
        if behind is not None:
            return behind._replace(start=phrase.start)
    elif u.language != "en":
        named = _behind_office(u, end, high) if u.language == "fr" else None
        if named is not None:
            return named._replace(start=phrase.start)
        end = _office_end(u, end, high)
    if end + 1 >= high or u.words[end] != ",":
        return phrase
    inner = parse(u, end + 1, high)
    if inner is not None and inner.kind == "role" and u.low[phrase.head] in _ONES:
        inner = with_name(u, inner, high)
    if inner is None or inner.kind != "name":
        return phrase
    start, stop = inner.names[0]
    if u.flags[end + 1] & c.DETERMINER and start <= end + 2:
        return phrase
    kin = u.flags[phrase.head] & c.ROLE and (
        u.flags[phrase.start] & c.POSSESSIVE or u.low[start] in GIVEN
    )
    # "the chair, Lady Roth, …"
    titled = start > end + 1 and bool(u.flags[start - 1] & c.TITLE)
    kin = kin or (titled and (u.flags[end + 1] & CAPITAL or u.low[phrase.head] in _ONES))
    closed = u.words[inner.end : inner.end + 1] in ([","], ["."]) or inner.end >= high
    if (stop - start < 2 and not (kin and closed)) or len(inner.names) > 1:
        return phrase
    if u.language == "de" and end > phrase.end and not (closed and u.low[start] in GIVEN):
        return phrase
    after = inner.end
    if after < high and not u.flags[after] & (PUNCTUATION | QUOTE | c.PREPOSITION | c.TIME):
        return phrase
    return inner._replace(start=phrase.start)


def _of_body(u: Unit, phrase: Phrase, high: int) -> Phrase | None:
    """English: who speaks for a body with its letters: "World Health Organization (WHO) spokesman
    Jan Roth"."""
    if u.language != "en" or phrase.kind != "name" or u.words[phrase.end : phrase.end + 1] != ["("]:
        return None
    behind = past_letters(u, phrase.end, high)
    if behind >= high:
        return None
    inner = parse(u, behind, high)
    role = u.flags[behind] & c.ROLE and inner is not None and inner.kind == "name"
    return inner._replace(start=phrase.start) if role and inner is not None else None


def _other_office(u: Unit, phrase: Phrase, high: int) -> Phrase | None:
    """The person of two offices or trades: "der Arzt und Dichter Jan Roth", « le peintre et
    graveur Jean Roth », "the poet and critic Ann Lee"."""
    at = phrase.end + 1
    if at >= high or u.low[phrase.end] not in ("und", "et", "and") or phrase.kind != "role":
        return None
    second = u.flags[at] & c.ROLE and not u.flags[at] & c.DETERMINER
    if not u.flags[phrase.head] & c.ROLE or not second:
        return None
    if u.language != "de" and u.flags[at] & CAPITAL:
        return None  # "the president and Prime Minister Ann Lee"
    inner = parse(u, at, high)
    alone = inner is not None and inner.kind == "name" and len(inner.names) == 1
    return inner if alone and inner is not None and inner.names[0][0] > at else None


def is_office(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase says what somebody is, in capitals too: "the Chief Press Officer"."""
    office = u.flags[phrase.start] & c.DETERMINER and u.flags[phrase.end - 1] & c.ROLE
    return phrase.kind == "role" or bool(phrase.kind == "name" and office)


def past_letters(u: Unit, at: int, stop: int) -> int:
    """The token behind the parenthesis at ``at``, or ``at`` if it is long: "(PS)"."""
    for end in range(at + 1, min(stop, at + _LETTERS + 2)):
        if u.words[end] == ")":
            return end + 1
    return at


def _behind_letters(u: Unit, at: int, high: int) -> Phrase | None:
    """The person named right behind the letters of a party, or behind the place of which
    the office is: "(PS) Ann Lee", « (LR) du Rhône Jean Roth », « (PS) de Sauve, Jean Roth »."""
    if at >= high or u.flags[at] & (PUNCTUATION | QUOTE):
        return None
    placing = bool(u.flags[at] & c.PREPOSITION)
    inner = parse(u, at + placing, high)
    if placing and inner is not None and u.words[inner.end : inner.end + 1] == [","]:
        placed = parse(u, inner.end + 1, high)
        inner = placed if placed is not None and placed.kind == "name" else inner
    if inner is None or inner.kind != "name" or len(inner.names) != 1:
        return None
    start, stop = inner.names[0]
    return inner if stop - start > 1 and u.low[start] in GIVEN else None


def _behind_office(u: Unit, end: int, high: int) -> Phrase | None:
    """French: who is named behind a long title, with no comma: « le numéro un de la CGT Jean
    Roth », « l'ancien ministre des Finances et des Comptes publics Jean Roth »."""
    for at in range(end + 1, min(high - 1, end + _LONGEST)):
        if u.flags[at - 1] & _NO_OFFICE:
            return None
        before = u.flags[at - 1] & (c.PREPOSITION | c.DETERMINER | c.JOIN)
        before = before or u.low[at - 1] in NAMED_AFTER
        family = u.flags[at + 1] & CAPITAL and not u.flags[at + 1] & c.GROUP
        if u.low[at] in GIVEN and u.flags[at] & CAPITAL and family and not before:
            inner = parse(u, at, high)
            alone = inner is not None and inner.kind == "name" and len(inner.names) == 1
            return inner if alone and inner is not None and inner.end > at + 1 else None
    return None


def _office_end(u: Unit, end: int, stop: int) -> int:
    """French and German: where a name may begin after what an office is for, or where it is:
    « la porte-parole en matière de santé », "der Leiter des Büros in Bamako"."""
    at = end
    while at < min(stop, end + 12) and not u.flags[at] & _NO_OFFICE:
        at += 1
    leads = c.PREPOSITION | (c.DETERMINER if u.language == "fr" else 0)
    if at > end and u.flags[end] & leads and u.words[at : at + 1] == [","]:
        return at
    return end


def called_by_name(u: Unit, start: int, end: int) -> Phrase | None:
    """The name in an apposition such as "a teacher named Ann Lee"."""
    for i in range(start, end - 1):
        if u.low[i] in _CALLED:
            phrase = parse(u, i + 1, end)
            return phrase if phrase is not None and phrase.kind == "name" else None
    return None


def named_behind(u: Unit, phrase: Phrase) -> Phrase | None:
    """The name behind a noun of somebody new: "a teacher named Ann Lee", « une voisine
    prénommée Ada », where no verb has it as its object ("A critic called Lee a fool")."""
    at = phrase.end
    if u.low[at : at + 1] == [] or u.low[at] not in _CALLED:
        return None
    if not u.flags[phrase.start] & c.INDEFINITE:
        return None
    name = called_by_name(u, at, len(u.words))
    if name is None or len(name.names) != 1 or name.end >= len(u.words):
        return name
    verbal = u.low[at] in _FINITE and not u.flags[name.end] & (c.VERB | c.AUX | PUNCTUATION)
    return None if verbal or u.flags[name.end] & QUOTE else name
