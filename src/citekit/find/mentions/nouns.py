"""What an author has by a noun alone: "Name's theory of …", "the thesis of Name on …",
"Name's book about …", "a concept developed by Name".

Nouns of thought are listed or recognised by their endings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from citekit.find.citingwords import (
    CLAIM_NOUNS,
    LIVES,
    POSSESSIVES,
    THEORY_NOUNS,
    WORK_NOUN,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading
from citekit.find.mentions.terms import GIVEN
from citekit.find.mentions.told import in_citation
from citekit.find.mentions.works import chosen_by_topic, is_on_another, on_topic
from citekit.find.suggestion import Suggestion

_NOUNS = (THEORY_NOUNS | CLAIM_NOUNS) - frozenset(
    "view opinion avis ansicht meinung auffassung".split()
)
_THEORY = "|".join(sorted(_NOUNS))
#: Ends of German compounds that are nouns of thought.
_ENDS = (
    "begriff|begriffs|begriffspaar|theorie|theorem|konzept|konzepts|these|thesen|modell|modells"
    "|analyse|kritik|lehre|typologie|metapher|diagnose|verständnis|soziologie|philosophie"
)
_WRITTEN = WORK_NOUNS | WRITINGS
_THEORY_OF = re.compile(
    rf"\s(?:(?!(?:and|und|et|was|is|ist|est)\b)[^\W\d_][\w'-]*\s){{0,3}}?(?:{_THEORY})s?\b"
    r"(?P<of>\s(?:of|about|on|über|sur|concerning|der|des|von|vom|de|du|d')\s?(?:(?:the|an?|les|la|le)\s|l')?[^\W\d_][\w'-]*"
    r"(?:\s(?:of|and|und|et|de|der)\s[^\W\d_][\w'-]*)?)?"
)
#: "Xs Verfahrensbegriff": the noun of theory is the end of a compound.
_COMPOUND = re.compile(rf"\s(?:[^\W\d_]+[enrs]\s)?[^\W\d_]{{3,}}(?:{_ENDS})\b")
#: "X's study of …", "Xs Buch über …".
_BOOK_OF = re.compile(
    r"\s(?:(?!(?:das|die|der|den|dem|sich|ein|eine|einen|the|an?|is|was|has)\b)[^\W\d_][\w-]*\s){0,3}?"
    rf"(?P<noun>{WORK_NOUN})\b"
    rf"(?:\s(?:{WORK_NOUN})\b)?"
    r"(?:\s(?:of|on|about|über|zu|zur|zum|der|des|von)\s(?:(?:the|a|an|die|den|das|der|dem|des)\s)?"
    r"[^\W\d_][\w'-]*(?:\s(?!(?:is|was|has|and|that|ist|war|und|hat|with|in|im)\b)[^\W\d_][\w'-]*)?)?"
)
_OF_PERSON = re.compile(
    rf"(?:the|der|die|das|den|dem|zur|la|le|l')?\s?(?:[^\W\d_][\w'-]*\s){{0,2}}?(?:{_THEORY})\s"
    r"(?:[^\W\d_][\w'-]*\s){0,2}?(?:of|von|de|d'|chez|bei)\s?$"
)
#: "das Schweizer-Käse-Modell des britischen Psychologen Name", "la notion du sociologue Name".
_OF_WRITER = re.compile(
    r"\b(?:(?:the|der|die|das|den|dem|zur|zum|vom|la|le|les|cette|ce)\s|l')(?:[^\W\d_][\w-]*\s){0,2}?"
    rf"(?:[^\W\d_][\w-]*?(?:{_ENDS})|(?:{_THEORY}))\s(?:[^\W\d_][\w'-]*\s){{0,2}}?"
    r"(?:of|by|von|de|des|der|du)\s(?:(?:the|dem|der|la)\s|l')?(?P<role>(?:[^\W\d_][\w.-]*\s){1,4})$"
)
#: What stands between coauthors.
_JOINTS = ("", "and", "&", "und", "et")
_OF = ("of", "von", "de", "d'", "chez", "bei")
#: "the concept of …, developed by Name", "la notion de … chez Name".
_BY_PERSON = re.compile(
    r"\b(?:(?:the|this|that|a|le|la|ce|cette|cet|un|une|der|die|das|diese[rs]?|ein|eine)\s|l')"
    rf"(?:[^\W\d_]+\s){{0,2}}?(?:{_THEORY})\b(?:\s(?:of|de|du|des|der)\s[^,.;:\"]{{2,40}}?)?"
    r"(?:,?\s(?:[^\W\d_]+\s){0,1}(?:[^\W\d_]+ed|coined|forgée?|introduite?|[^\W\d_]+ée?|geprägt[ern]*|entwickelt[ern]*)"
    r"\s(?:by|par|von)|\s(?:chez|bei))\s$"
)
#: "an essay that Name published", "die Theorie der Fenster, die die Amerikaner Name aufstellten".
_THAT_PERSON = re.compile(
    r"(?:\b(?:the|an?|this|eine?[rnms]?|das|die|der|dem|den|diese[rnms]?|jene[rnms]?|la|les?|une?|cette|cet|ce)"
    r"\s|\bl')(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+)"
    r"(?:\s(?:of|on|der|des|von|vom|über|zu|zur|de|du|sur)\s[^,.;:\"]{2,40}?)?,?\s"
    r"(?:that|which|die|den|das|que|qu')\s?(?:(?:the|der|die|das|le|la|les)\s|l')?(?:[^\W\d_]+\s){0,3}?$"
)
_RELATIVE_WORDS = frozenset("that which die den das que qu".split())
#: A French adjective after its noun: "fondateur", "devenu classique".
_QUALITY = (
    r"(?:\s(?:devenue?s?\s)?[^\W\d_]{2,}(?:eure?|ique|ale?|aire|euse|eux|ive|if|ante?|ente?|bre))?"
)
#: "le livre de Name sur …", "a book by Name about …".
_WORK_OF = re.compile(
    r"\b(?:(?:the|a|an|this|my|our|le|un|ce|son|mon|notre|das|ein|dieses|mein|unser|der|die|eine|la"
    r"|une|cette)\s|l')"
    rf"(?:(?!(?:les?|la|une?)\s)[^\W\d_]+\s){{0,2}}?(?P<noun>{'|'.join(sorted(_WRITTEN))})"
    rf"{_QUALITY}\s(?:of|by|von|de|d')\s?$"
)
#: "die Studie des Bildungsforschers Name", "travaux du Norvégien Name".
_WORK_OF_WRITER = re.compile(
    r"(?:\b(?:(?:the|an?|this|these|eine?[rnms]?|das|die|der|dem|den|diese[rnms]?|la|les?|une?|des"
    r"|cette|cet)\s|l')(?:[^\W\d_][\w-]*\s){0,2}?)?"
    rf"\b(?P<noun>{'|'.join(sorted(_WRITTEN))})"
    r"\s(?:of|by|von|de|des|der|du)\s(?:(?:the|dem|der|la)\s|l')?"
    r"(?P<role>(?:[^\W\d_][\w.-]*\s){1,4})$"
)
#: Before who wrote something.
_BY = re.compile(r"\s(?:by|par)\s?$")
#: "Name's rationalisation of the …": a noun of thought by its ending, with what it is of.
_SUFFIXED = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?P<noun>[^\W\d_]{7,})\s(?:of|der|des|von|de|du)\s"
    r"(?:(?:the|an?|les|la|le)\s|l')?[^\W\d_][\w'-]*"
)
_DATED_BOOK = re.compile(rf"\s(?:1[4-9]|20)\d\d\s(?:[^\W\d_]+\s){{0,2}}(?P<noun>{WORK_NOUN})\b")
#: What a thesis is about: "la thèse de Name sur l'espace populaire de la rue".
ABOUT = re.compile(
    r"\s(?:sur|about|on|über|concerning)\s?(?:(?:the|an?|les|la|le|die|den|das|der)\s|l')?[^\W\d_][\w'-]*"
    r"(?:\s[^\W\d_][\w'-]*){0,1}?(?:\s(?:of|and|und|et|de|der|du|des)\s(?:(?:the|les|la|le)\s|l')?[^\W\d_][\w'-]*)?"
)
_WITH_HIS_THEORY = re.compile(
    rf",?\s(?:with|mit|avec|and|und|et)\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}(?:{_THEORY})\b"
    r"(?:\s(?:of|der|des|von|vom|de|du|d')\s?(?:(?:the|an?|les|la|le)\s|l')?[^\W\d_]+)?"
)
#: After a noun of theory: its clause, which is a paraphrase.
_SAYS_THAT = re.compile(
    r"\s(?:is|was|remains|ist|war|lautet|lautete|est|était)?,?\s?(?:that|dass|daß|que|qu')"
)
_WEAK_NOUNS = frozenset("term word words satz wort mot vision discussion warning".split())


def by_theory(reading: Reading, person: Person) -> list[Suggestion]:
    """A word of theory beside the name: "Name's theory of …"."""
    return [_up_to_dash(reading.text, one) for one in _by_theory(reading, person)]


def _up_to_dash(text: str, one: Suggestion) -> Suggestion:
    """What is found, up to a dash that no space stands behind: "her notion of rest—which"."""
    dash = max(text.rfind("—", one.start, one.end), text.rfind("–", one.start, one.end))
    return one if dash < 0 or " " in text[dash : one.end] else one._replace(end=dash)


def _by_theory(reading: Reading, person: Person) -> list[Suggestion]:
    if in_citation(reading, person):
        return []
    if not (reading.established(person) or person.introduced):
        return _book_on(reading, person)
    lowered = reading.lowered
    if person.possessive:
        dated = _DATED_BOOK.match(lowered, person.end)
        if dated is not None:
            choice = reading.choose(person.entries, person.start, noun=dated["noun"])
            span = (person.start, dated.end())
            reasons = (f"a {dated['noun']} of {person.name} by its year",)
            return [reading.suggest(span, "mention", choice, "dated-work", reasons=reasons)]
        person = _with_coauthor(reading, person)
        found = _THEORY_OF.match(lowered, person.end, person.end + 90)
        if found is None:
            named = _COMPOUND.match(lowered, person.end) or _BOOK_OF.match(lowered, person.end)
            if named is not None:
                return _named_work(reading, person, named)
            suffixed = _SUFFIXED.match(lowered, person.end)
            if (
                suffixed is not None
                and (person.full or person.known)
                and is_thought(suffixed["noun"])
            ):
                return _named_work(reading, person, suffixed, noun="")
        if found is None or any(
            quote in reading.used for quote in reading.quotes_between(person.end, found.end() + 20)
        ):
            return []
        words = set(found[0].split())
        if found["of"] is None and _SAYS_THAT.match(lowered, found.end()):
            return []
        if found["of"] is None and words & _NOUNS <= _WEAK_NOUNS:
            return []
        span = (person.start, found.end())
    elif person.full and (apart := _WITH_HIS_THEORY.match(lowered, person.end)) is not None:
        span = (person.start, apart.end())
    elif person.full and (given := _given(reading, person)) is not None:
        noun, span = given
        choice = reading.choose(person.entries, person.start, noun=noun)
        method = "named-work" if noun in WORK_NOUNS else "theory-word"
        reasons = (f"a {noun} of {person.name}",)
        return [reading.suggest(span, "mention", choice, method, weight=0.7, reasons=reasons)]
    else:
        before = _noun_before(lowered, person)
        if before is None:
            return []
        start, noun = before
        last = last_author(reading, person)
        about = ABOUT.match(lowered, last)
        span = (start, about.end() if about is not None else last)
        if noun:
            choice = reading.choose(person.entries, person.start, noun=noun)
            reasons = (f"a {noun} of {person.name}",)
            return [
                reading.suggest(span, "mention", choice, "named-work", weight=0.7, reasons=reasons)
            ]
    choice = reading.choose(person.entries, person.start, lowered[span[0] : span[1]])
    if choice.entry is not None:
        reading.treated.add(choice.entry)
    return [
        reading.suggest(
            span, "mention", choice, "theory-word", weight=0.8,
            reasons=(f"a word of theory beside {person.name}",),
        )
    ]  # fmt: skip


def _book_on(reading: Reading, person: Person) -> list[Suggestion]:
    """The work of somebody whom the text does not introduce, by its topic and possessive: "X's
    book on logic"."""
    named = _BOOK_OF.match(reading.lowered, person.end) if person.possessive else None
    if named is None or not on_topic(reading, person.entries, named[0].partition(named["noun"])[2]):
        return []
    return [one._replace(score=round(one.score * 0.8, 3))
            for one in _named_work(reading, person, named)]  # fmt: skip


def _given(reading: Reading, person: Person) -> tuple[str, tuple[int, int]] | None:
    """The noun whose relative clause says that the person wrote or coined it, and the
    span of both."""
    lowered, low = reading.lowered, max(0, person.start - 110)
    words = lowered[low : person.start].replace("'", " ").replace(",", " ").split()
    if _RELATIVE_WORDS.isdisjoint(words[-6:]):
        return None
    found = _THAT_PERSON.search(lowered, low, person.start)
    verb = GIVEN.match(lowered, last_author(reading, person)) if found is not None else None
    if found is None or verb is None:
        return None
    if not (is_thought(found["noun"]) or found["noun"] in WORK_NOUNS):
        return None
    return found["noun"], (found.start(), verb.end())


def last_author(reading: Reading, person: Person) -> int:
    """Where the name ends, or that of the coauthor named after it."""
    for other in reading.people_between(person.bare, person.bare + 30):
        joint = reading.lowered[person.bare : other.start].strip()
        if joint in ("and", "&", "und", "et") and not set(other.entries).isdisjoint(person.entries):
            return other.bare
    return person.bare


def _noun_before(lowered: str, person: Person) -> tuple[int, str] | None:
    """Where a noun of thought or for a work begins that the name depends on, and the noun
    if it is a work's."""
    low = max(0, person.start - 80)
    words = lowered[low : person.start].replace("'", " ").replace(",", " ").split()
    if person.full and words and _is_role(words[-1:]):
        found = _OF_WRITER.search(lowered, low, person.start)
        if found is not None and _is_role(found["role"].split()):
            return found.start(), ""
    if not _NOUNS.isdisjoint(words):
        found = None
        if lowered[low : person.start].rstrip().endswith(_OF):
            found = _OF_PERSON.search(lowered, max(low, person.start - 50), person.start)
        if found is None and person.full:
            found = _BY_PERSON.search(lowered, low, person.start)
        if found is not None:
            return found.end() - len(found[0].lstrip()), ""
    if person.full and not _WRITTEN.isdisjoint(words):
        found = _WORK_OF.search(lowered, low, person.start)
        if found is None:
            found = _WORK_OF_WRITER.search(lowered, low, person.start)
            if found is not None and not _is_role(found["role"].split()):
                return None
        if found is not None and not (found["noun"] in LIVES and not _BY.search(found[0])):
            return found.start(), found["noun"]
    return None


def _is_role(words: Sequence[str]) -> bool:
    """Whether words before a name say that its bearer writes: "des Zürcher Soziologen"."""
    return is_writer(words[-1]) or is_writer(words[-1].removesuffix("s"))


def _named_work(
    reading: Reading, person: Person, named: re.Match[str], noun: str | None = None
) -> list[Suggestion]:
    """A work or theory that the text names by a noun alone, beside its author."""
    if reading.quotes_between(person.end, named.end() + 3):
        return []
    noun = named.groupdict().get("noun", "") if noun is None else noun
    span = (person.end, named.end())
    if noun and is_on_another(reading, person.entries, span):
        return []
    choice = reading.choose(person.entries, person.start, named[0], noun=noun)
    if len(person.entries) > 1:
        choice = chosen_by_topic(reading, person.entries, span) or choice
    reasons = (f"a work of {person.name}" if noun else f"a word of theory beside {person.name}",)
    return [
        reading.suggest(
            (person.start, named.end()), "mention", choice,
            "named-work" if noun else "theory-word", weight=0.8, reasons=reasons,
        )
    ]  # fmt: skip


def _with_coauthor(reading: Reading, person: Person) -> Person:
    """The person from where coauthors before him are named: "Name, Name and Name's"."""
    start = person.start
    for index in range(bisect_left(reading.people_starts, start) - 1, -1, -1):
        before = reading.people[index]
        joint = reading.lowered[before.end : start].strip(", ")
        if joint not in _JOINTS or set(before.entries).isdisjoint(person.entries):
            break
        start = before.start
    return person._replace(start=start)
