"""Noun phrases read backwards: what ends before a verb, a comma or a relative pronoun."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.french import PARTICIPLES
from citekit.find.cues.german import FEMININE_ENDINGS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.bodies import listed
from citekit.find.grammar.phrases import LONGEST, Phrase, parse
from citekit.find.grammar.series import fellows_join, series_start
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, NUMBER, PUNCTUATION, QUOTE, Unit

#: After a name: where somebody is from.
_FROM = frozenset("of from at with for de d' d’ du des von vom aus in".split())
_BEFORE_VERBS = c.AUX | c.CLITIC | c.ADVERB | c.PRONOUN | PUNCTUATION | QUOTE
_BOUNDARY = c.SUBORDINATE | PUNCTUATION | QUOTE


def ending_at(u: Unit, i: int, low: int, governed: bool = False) -> Phrase | None:
    """The noun phrase whose last token is ``i``, not reaching below token ``low``.

    It does not depend on a preposition unless ``governed``.
    """
    flags = u.flags
    whole = i
    i = _without_others(u, i, low)
    if i < low or flags[i] & (PUNCTUATION | QUOTE):
        return None
    body = listed(u, i, low) if u.language == "en" and flags[i] & CAPITAL else -1
    start = body if body >= 0 else i
    floor = max(low, i - LONGEST)
    while start > floor:
        before = flags[start - 1]
        if u.words[start - 1] == "&" and start - 2 >= floor:
            start -= 2
            continue
        if before & _BOUNDARY and not before & CAPITAL:
            break
        if before & c.JOIN and not (
            flags[start] & CAPITAL and start - 2 >= floor and flags[start - 2] & CAPITAL
        ):
            break
        if u.low[start - 1] in ("someone", "somebody") and u.low[start] in _FROM:
            start -= 1  # "someone at the bank"
            break
        if before & (c.RELATIVE | c.AUX) and not before & (CAPITAL | c.DEFINITE):
            break
        if before & c.RELATIVE and u.low[start - 1] == "that":
            break
        if before & c.VERB and not before & (c.NOUNLIKE | c.BASE | CAPITAL | c.ROLE | c.GROUP):
            if not before & (c.PARTICIPLE | c.GERUND):
                break
            behind = start - 2 >= floor and u.low[start - 1] in _PARTICIPLES
            if behind and u.language == "fr" and not flags[start - 2] & _BEFORE_VERBS:
                start -= 1  # « Le rapport remis mardi par Ada Roth »
                continue
            if start - 2 < floor or not flags[start - 2] & c.DETERMINER:
                break
        start -= 1
    for s in range(start, i + 1):
        bits = flags[s]
        plural = s == low and u.words[s] == "Des"  # the article: « Des élus jugent … »
        if bits & c.PREPOSITION and not bits & CAPITAL and not plural:
            continue
        if (
            s > start
            and flags[s - 1] & (c.DETERMINER | GENITIVE | (NUMBER if u.language == "fr" else 0))
            and not flags[s - 1] & c.RELATIVE
            and not (u.low[s - 1] == "her" and u.low[s] in ("a", "an", "the"))
            and u.low[s] not in ("someone", "somebody")
        ):
            continue
        if (
            not governed
            and s > low
            and (
                flags[s - 1] & c.PREPOSITION
                or (flags[s - 1] & c.TO and bits & c.DETERMINER)
                or u.low[s - 2 : s] == ["close", "to"]
            )
            and not flags[s - 1] & CAPITAL
            and not (bits & CAPITAL and u.language != "de" and s == i)
        ):
            continue
        if (
            not bits & (CAPITAL | c.DETERMINER | c.PRONOUN | c.ROLE | c.GROUP | NUMBER | c.PARTICLE)
            and not (s == start and u.low[s].endswith("s"))
            and not u.low[i].endswith("s")
        ):
            continue
        if s > start and (_inner(u, s) or _governed(u, s, start)):
            continue
        phrase = parse(u, _whole(u, s, low), i + 1)
        if phrase is None:
            continue
        if phrase.end == i + 1:
            return _first_named(u, phrase, low) if i < whole else _bare(u, _series(u, phrase, low))
        if u.low[phrase.end] in _FROM and (phrase.kind == "name" or _further(u, phrase, i + 1)):
            return phrase
        if u.low[phrase.end : phrase.end + 2] == ["close", "to"]:
            return phrase
        if u.language == "en" and _reduced(u, phrase, i + 1):
            return phrase
        if u.language == "de" and _genitive(u, phrase, i + 1):
            return phrase
        if u.language == "fr" and (_goes_on(u, phrase, i + 1) or _qualified(u, phrase, i)):
            return phrase
    return None


def _without_others(u: Unit, i: int, low: int) -> int:
    """The last token of the name that "et al." or "and colleagues" ends behind at token ``i``,
    as whoever is named speaks for all; else ``i``."""
    if u.low[i] in ("al.", "al") and i > low + 1 and u.low[i - 1] in ("et", "et."):
        return i - 2
    join = fellows_join(u, i, low)
    if join < 0:
        return i
    at = join - 1 - (join - 1 > low and u.words[join - 1] == ",")
    named = bool(u.flags[at] & CAPITAL) and not u.flags[at] & (c.ROLE | c.GROUP)
    return at if named else i


def _first_named(u: Unit, phrase: Phrase, low: int) -> Phrase:
    """Whoever is named first, who stands for all: "Lee" for "Lee, Roe and colleagues"."""
    apart = phrase.kind == "name" and phrase.start > low and u.words[phrase.start - 1] == ","
    first = series_start(u, phrase.start, low) if apart else phrase.start
    whole = parse(u, first, phrase.start) if first < phrase.start else None
    return whole if whole is not None and whole.kind == "name" else phrase


def _series(u: Unit, phrase: Phrase, low: int) -> Phrase:
    """The whole series of names that a phrase is the end of: "Lee, Roe and Holt"."""
    start = phrase.start
    if phrase.kind != "name" or start <= low or u.words[start - 1] not in (",", "and", "und", "et"):
        return phrase
    first = series_start(u, start, low)
    whole = parse(u, first, phrase.end) if first < start else None
    known = whole is not None and whole.end == phrase.end and len(whole.names) > 2
    return whole if whole is not None and known else phrase


def _bare(u: Unit, phrase: Phrase) -> Phrase:
    """French: a phrase without a participle that goes on: « Une étude publiée mardi »."""
    last = phrase.end - 1
    if u.language != "fr" or last <= phrase.head or last + 1 >= len(u.flags):
        return phrase
    goes_on = u.flags[last + 1] & (c.TIME | c.PREPOSITION)
    participle = u.low[last].endswith(PARTICIPLES) and not u.flags[last]
    return phrase._replace(end=last) if goes_on and participle else phrase


def _qualified(u: Unit, phrase: Phrase, i: int) -> bool:
    """French: whether only an adjective, the token ``i``, follows a phrase that says who: « Le
    Premier ministre polonais »."""
    known = phrase.kind == "role" and u.flags[phrase.head] & (c.ROLE | c.GROUP)
    return bool(known) and phrase.end == i and not u.flags[i] and u.words[i].islower()


def _governed(u: Unit, at: int, low: int) -> bool:
    """English: whether a word with a capital goes on a name that a preposition governs:
    "Arc" in "hired by Northern Arc"."""
    if u.language != "en" or not u.flags[at] & u.flags[at - 1] & CAPITAL:
        return False
    while at > low and u.flags[at] & u.flags[at - 1] & CAPITAL and not u.flags[at - 1] & GENITIVE:
        at -= 1
    return bool(u.flags[at - 1] & c.PREPOSITION) and not u.flags[at - 1] & CAPITAL


def _inner(u: Unit, at: int) -> bool:
    """English: whether a noun in the singular goes on the noun before it: "board" in "by the
    school board"."""
    bits = u.flags[at]
    noun = bits & (c.ROLE | c.GROUP) and not bits & (CAPITAL | c.DETERMINER)
    if u.language != "en" or not noun or u.low[at].endswith("s"):
        return False
    before = u.flags[at - 1]
    return u.words[at - 1].isalpha() and not before & ~(c.ROLE | c.GROUP | c.TITLE)


def _further(u: Unit, phrase: Phrase, stop: int) -> bool:
    """English: whether a name after a preposition goes on a role or group up to ``stop``:
    "An editorial by Ann Lee of the University of Lund"."""
    known = u.language == "en" and phrase.kind == "role" and u.flags[phrase.head]
    if not known or not known & (c.ROLE | c.GROUP):
        return False
    inner = parse(u, phrase.end + 1, stop)
    return inner is not None and inner.kind == "name" and inner.end == stop


def _reduced(u: Unit, phrase: Phrase, stop: int) -> bool:
    """English: whether a participle with a preposition goes on a noun up to ``stop``: "A minute
    pinned to the corner", "a notice put up by persons unknown"."""
    at = phrase.end
    if phrase.kind != "role" or at + 2 >= stop or u.flags[phrase.start] & c.PRONOUN:
        return False
    done = u.flags[at] & c.PARTICIPLE or u.low[at].endswith("ed")
    if not done or u.flags[at] & CAPITAL or not u.flags[at + 1] & (c.PREPOSITION | c.TO):
        return False
    if "by" in u.low[at:stop] and any(bits & CAPITAL for bits in u.flags[at:stop]):
        return False  # "A report published by Ann Lee" is hers
    verbs = c.AUX | c.SAY | c.RELATIVE | c.SUBORDINATE | PUNCTUATION | QUOTE
    main = stop < len(u.flags) and bool(u.flags[stop] & (c.SAY | c.AUX | c.VERB))
    human = u.flags[phrase.head] & (c.ROLE | c.GROUP)
    main = main or (not human and u.low[at + 1] in ("to", "by"))  # "A notice taped to it, …"
    return main and not any(u.flags[k] & verbs for k in range(at + 2, stop))


def _genitive(u: Unit, phrase: Phrase, stop: int) -> bool:
    """German: whether a genitive goes on a noun of a person up to ``stop``: "Ein Beamter seiner
    Behörde"."""
    known = phrase.kind == "role" and u.flags[phrase.head] & c.ROLE
    if not known or u.low[phrase.end] not in _GENITIVES:
        return False
    inner = parse(u, phrase.end, stop)
    return inner is not None and inner.end == stop


_GENITIVES = frozenset("seiner seines ihrer ihres einer eines dieser dieses".split())


def _goes_on(u: Unit, phrase: Phrase, stop: int) -> bool:
    """French: whether only prepositional phrases go on a noun phrase that says who up to
    token ``stop``: « Un diplomate européen en poste à Rome »."""
    if phrase.kind not in ("role", "name") or phrase.end >= stop:
        return False
    if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
        return False
    if phrase.kind == "name" and phrase.end - phrase.start < 2:
        return False
    no_part = PUNCTUATION | QUOTE | c.VERB | c.AUX | c.PRONOUN | c.RELATIVE
    participle = u.low[phrase.end].endswith(PARTICIPLES) or (
        u.low[phrase.end] in _PARTICIPLES and u.low[phrase.end - 1] != "a"
    )
    return bool(participle or u.flags[phrase.end] & c.PREPOSITION) and not any(
        u.flags[k] & no_part and not u.flags[k] & (c.PREPOSITION | c.DEFINITE | c.ROLE | c.GROUP)
        for k in range(phrase.end + (u.low[phrase.end] in _PARTICIPLES), stop)
    )


#: French participles that do not end in "é", of what is done with texts.
_PARTICIPLES = frozenset(
    f"{word}{ending}"
    for word in "remis rendu paru émis transmis obtenu reçu soumis écrit établi issu venu".split()
    for ending in ("", "e", "s", "es")
)


def _whole(u: Unit, at: int, low: int) -> int:
    """English: where the name begins that token ``at`` stands in, if an article stands
    before it: "by the European Shipping Council"."""
    if u.language != "en" or not u.flags[at] & CAPITAL:
        return at
    first = at
    while first > low and u.flags[first - 1] & CAPITAL and not u.flags[first - 1] & GENITIVE:
        first -= 1
    return first if first > low and u.flags[first - 1] & c.DEFINITE else at


def finite(u: Unit, verb: int, low: int) -> bool:
    """German: whether a form that may be a participle is the verb of a clause inserted between
    commas: "Das habe sie nie gesagt, erzählt Ada Roth, …"."""
    if verb <= low or u.words[verb - 1] != "," or verb + 1 >= len(u.words):
        return False
    return not u.flags[verb + 1] & (PUNCTUATION | QUOTE | c.AUX)


def several_before(u: Unit, verb: int, low: int) -> Phrase | None:
    """German: the persons whom "und" joins as the subject of the verb behind them: "Chefin
    Ada Roth und Vize Jan Holm nannten"."""
    if not u.low[verb].endswith("en") or not u.flags[verb - 1] & CAPITAL:
        return None
    join = verb - 1
    while join > low and u.flags[join] & CAPITAL:
        join -= 1
    start = join
    while start > low and u.flags[start - 1] & (CAPITAL | c.DEFINITE):
        start -= 1
    if u.low[join] != "und" or start > join:
        return None
    first = series_start(u, start if start < join else join + 1, low)
    whole = parse(u, first, verb) if first < join else None
    return whole if whole is not None and whole.end == verb and len(whole.names) > 1 else None


#: German possessives of a person spoken to, or of an object.
OBJECTS = frozenset("meinen deinen seinen ihren unseren unsern euren".split())


def is_somebody(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a name, or has a noun of a person or body."""
    known = phrase.kind == "role" and u.flags[phrase.head] & (c.ROLE | c.GROUP)
    return phrase.kind == "name" or bool(known)


def oblique(u: Unit, phrase: Phrase) -> bool:
    """Whether a German phrase is in the dative by its article: "dem Sender", "der Zeitung"."""
    first = u.low[phrase.start]
    if first in ("dem", "einem", "diesem", "seinem", "ihrem"):
        return True
    last = phrase.end - 1
    if first == "den":
        return True
    if first in ("der", "einer", "dieser", "ihrer", "seiner"):
        person = bool(phrase.names) and u.low[phrase.names[0][0]] in GIVEN  # "der Chef Armin …"
        head = phrase.names[0][0] - 1 if person else phrase.head
        noun = u.low[head] if head >= 0 else u.low[last]
        quoted = phrase.end < len(u.flags) and u.flags[phrase.end] & QUOTE
        man = first == "der" and phrase.kind == "role" and u.flags[phrase.head] & c.ROLE
        return noun.endswith(FEMININE_ENDINGS) or bool(quoted and not man)
    return False
