"""Which of an author's works a sentence points at by its year or by the order in which the
text has named them: "In 1974 she argued …", "In the latter, …", "Twelve years later …".

What the sentence says itself goes before what the text cited last.  Where it only says that
some other work is meant ("She has since argued …"), none is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.finder import place_in_text
from citekit.find.citations.resolve import compatible_given
from citekit.find.citingwords import CLAIM_VERBS, OPENING, PRONOUNS, THAT, WORK_NOUN
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.model import Body

_YEAR = re.compile(r"(?<![\d(–-])(?<!années )(?:1[4-9]|20)\d\d(?![\d)–-]|s\b|er\b)")
#: Where what somebody claims begins.
_CLAIM = re.compile(rf"\b{THAT}\b|\bqu'|:")
#: A sentence tells no farther than this which work it means (code points).
_LEAD = 120
#: Farther back than this no two works are "the former" and "the latter" (code points).
_NAMED = 700
#: "In the latter", "Im zweiten Buch", "Le premier".
_ORDER = re.compile(
    rf"{OPENING}(?:(?:in|dans)\s(?:the|de[mr]|le|la)|im|the|das|der|die|le|la)\s"
    r"(?:(?P<first>former|first|erste[nrs]?|erstere[mnrs]?|premi(?:er|ère))"
    r"|(?P<second>latter|second|zweite[nrs]?|letztere[mnrs]?|seconde?|deuxième))"
    rf"(?P<noun>\s(?:{WORK_NOUN})\b)?(?=(?P<after>,|\s[^\W\d_]+))"
)
_NUMBERS = {
    word: number
    for words in (
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""",
        """ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig""",
        """un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize dix-sept dix-huit dix-neuf vingt""",
    )
    for number, word in enumerate(words.split(), 1)
}
_LATER_BY = re.compile(
    r"\b(?:(?P<years>[^\W_]+(?:-[^\W_]+)?)\s(?:years?|jahre?|ans?|années)|(?P<decade>(?:a|one)\sdecade"
    r"|(?:ein|zehn)\sjahrzehnt|une\sdécennie))\s(?:later|on|after|afterwards|später|danach|darauf"
    r"|plus\stard|après)\b"
)
_LATER = re.compile(
    r"\b(?:(?:has|have|had)\ssince|later|subsequently|später(?:e[mnrs]?)?|seither|seitdem"
    r"|plus\stard(?:if|ive)?|ultérieure?s?|depuis(?=\s[^\W\d_]+[éiu]e?\b))\b"
)
_LATER_WORK = re.compile(
    rf"\b(?:later|spätere[mnrs]?)\s(?:{WORK_NOUN})\b|\b(?:{WORK_NOUN})\s(?:ultérieure?|plus\stardi(?:f|ve))\b"
)
#: Who goes on with what the sentence before told of: "Darin zeigt er", "In it she shows".
_THEREIN = re.compile(rf"{OPENING}(?:darin|dort|in\sit|there)\b")
#: After a title: what the author had thought before, "In Title she had still hoped".
_HAD = re.compile(
    r"[\"'*_»]{0,2},?\s(?:(?:s?he|they|ils?|elles?)\s(?:had|avai(?:t|ent))"
    r"|hatten?\s(?:er|sie))\b"
)
#: Before a claim whose subject is the pointer itself, a pronoun, or behind a German verb.
_SUBJECT = re.compile(r",?\s(?:s?he|they|ils?|elles?)(?=\s)")
_VERB_FIRST = re.compile(
    r",?\s(?P<verb>[^\W\d_]+)\s(?:er|sie)\b[^.;:!?]{0,60}?,\s(?:dass|daß|wie|warum|ob)\b"
)
#: "In 1974", "1985", "The 1974 book", "Celui de 1981", at the beginning of a sentence.
_DATED = re.compile(
    rf"{OPENING}(?:(?:in|en|im\sjahre?)\s(?P<when>\d{{4}})|(?P<bare>\d{{4}})|(?:the|das)\s\d{{4}}\s(?:{WORK_NOUN})"
    rf"|(?:celui|celle|(?:le|la|l')\s?(?:{WORK_NOUN})|(?:das|die|der)\s(?:{WORK_NOUN}))\s(?:de|von)\s\d{{4}})\b"
)
_RETOLD = frozenset(("claim-goes-on", "sequence"))
_TERMS = frozenset(("term-by-pronoun", "term-by-noun", "likely-mention"))


class Pointer(NamedTuple):
    """Where the words that point end, and the work; None if it is only some other one."""

    end: int
    entry: int | None


def pointed(reading: Reading, found: Sequence[Suggestion]) -> list[Suggestion]:
    """What was ``found``, each paraphrase at the work that its sentence points at, and what
    goes on with it and the terms in it too; and the claims that only such a sentence makes."""
    keys = reading.catalogue.keys
    cache: dict[int, tuple[int, ...]] = {}
    turned: list[tuple[Span, str, int | None]] = []
    kept = []
    several = False
    for one in sorted(found, key=lambda one: one.start):
        entry = keys.get(one.body.value) if one.body.type == "work" else None
        if one.kind != "paraphrase" or entry is None:
            kept.append(one)
            continue
        mine = _works(reading, one, entry, cache)
        if len(mine) < 2:
            kept.append(one)
            continue
        several = True
        span = reading.sentences.around(one.start)
        pointer = _pointer(reading, mine, entry, span)
        if pointer is None and one.method in _RETOLD and turned:
            before, old, other = turned[-1]
            if old == one.body.value and _follows(reading, before, span):
                pointer = Pointer(span[0], other)
        if pointer is None or pointer.entry == entry:
            kept.append(one)
            continue
        turned.append((span, one.body.value, pointer.entry))
        kept.append(_turned(reading, one, pointer.entry))
    if turned:
        kept = _once(_with_its_sentence(reading, one, turned) for one in kept)
    if several or any(_is_several(reading, one, cache) for one in kept):
        kept += _more(reading, kept, cache)
    return kept


def _works(
    reading: Reading, one: Suggestion, entry: int, cache: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """The works among which a paraphrase chooses: those of the author whom it names, else
    those of all authors of its own."""
    for person in reading.people_between(one.start, one.end):
        if entry in person.entries:
            return person.entries
    return by_its_authors(reading, entry, cache)


def by_its_authors(
    reading: Reading, entry: int, cache: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """The works by an author of ``entry``; ``cache`` holds those asked for before."""
    mine = cache.get(entry)
    if mine is None:
        catalogue = reading.catalogue
        mine = cache[entry] = tuple(
            dict.fromkeys(
                other
                for author in catalogue.entries[entry].authors
                for other, place in catalogue.families.get(author.key, ())
                if other not in catalogue.own
                and compatible_given(author.given, catalogue.entries[other].authors[place].given)
            )
        )
    return mine


def _pointer(reading: Reading, mine: Sequence[int], told: int, span: Span) -> Pointer | None:
    """What the beginning of a sentence, up to the claim, says of which work it means."""
    start, end = span
    lowered = reading.lowered
    if _links(reading, mine, start, end + 2):
        return None  # a note's mark stands behind the full stop
    opened = _THEREIN.match(lowered, start, end)
    if opened is not None:
        before = reading.sentences.around(max(0, start - 2))
        led = _pointer(reading, mine, told, before) if before[0] < start else None
        return None if led is None else Pointer(opened.end(), led.entry)
    claim = _CLAIM.search(lowered, start, min(end, start + _LEAD))
    high = claim.start() if claim is not None else min(end, start + _LEAD)
    dated = _dated(reading, mine, start, high)
    if dated is not None:
        return dated
    ordered = _ordered(reading, mine, start, end)
    if ordered is not None:
        return ordered
    later = _later(reading, mine, told, start, high)
    return later if later is not None else _unlike_before(reading, mine, told, span)


def _dated(reading: Reading, mine: Sequence[int], start: int, high: int) -> Pointer | None:
    years = list(_YEAR.finditer(reading.lowered, start, high))
    if len(years) != 1:
        return None
    year, known = int(years[0][0]), reading.catalogue.entries
    of_it = [entry for entry in mine if year in known[entry].years]
    return Pointer(years[0].end(), of_it[0]) if len(of_it) == 1 else None


def _ordered(reading: Reading, mine: Sequence[int], start: int, end: int) -> Pointer | None:
    """ "The former" of the two works that the text named last; "the second book" also of two
    of which it named the earlier."""
    found = _ORDER.match(reading.lowered, start, end)
    if found is None:
        return None
    after = found["after"].strip()
    follows = after == "," or after in PRONOUNS or after in CLAIM_VERBS
    if not (found["noun"] or follows or reading.people_between(found.end(), found.end() + 2)):
        return None
    named = list(
        dict.fromkeys(
            entry
            for at, entry in _links(reading, mine, start - _NAMED, start)
            if at in reading.title_ends
        )
    )
    if len(named) == 2:
        return Pointer(found.end(), named[found["second"] is not None])
    if len(named) != 1 or not found["noun"]:
        return None
    if found["first"]:
        return Pointer(found.end(), named[0])
    others = [entry for entry in mine if entry != named[0]]
    later = len(others) == 1 and _is_later(reading, others[0], named[0])
    return Pointer(found.end(), others[0] if later else None)


def _links(reading: Reading, mine: Sequence[int], low: int, high: int) -> list[tuple[int, int]]:
    """Where works of an author are cited in a span, and which."""
    first, last = (bisect_left(reading.links, (at, -1)) for at in (low, high))
    return [link for link in reading.links[first:last] if link[1] in mine]


def _is_later(reading: Reading, one: int, other: int) -> bool:
    known = reading.catalogue.entries
    return min(known[one].years, default=0) > max(known[other].years, default=9999)


def _later(
    reading: Reading, mine: Sequence[int], told: int, start: int, high: int
) -> Pointer | None:
    """A later work than the one that the text named last."""
    lowered, known = reading.lowered, reading.catalogue.entries
    found = _LATER_BY.search(lowered, start, high) or _LATER.search(lowered, start, high)
    if found is None:
        return None
    last = _last_named(reading, mine, start)
    last = told if last is None else last
    later = [entry for entry in mine if _is_later(reading, entry, last)]
    if not later:
        return None
    if found.re is _LATER_BY:
        by = 10 if found["decade"] else _number(found["years"])
        then = {year + by for year in known[last].years} if by else set()
        later = [entry for entry in later if not then.isdisjoint(known[entry].years)]
        return Pointer(found.end(), later[0] if len(later) == 1 else None)
    if len(later) == 1 and (told in later or _LATER_WORK.search(lowered, start, high)):
        return Pointer(found.end(), later[0])
    return None if told in later else Pointer(found.end(), None)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.get(word, 0)


def _last_named(reading: Reading, mine: Sequence[int], at: int) -> int | None:
    for place in range(bisect_left(reading.links, (at, -1)) - 1, -1, -1):
        if reading.links[place][1] in mine:
            return reading.links[place][1]
    return None


def _unlike_before(reading: Reading, mine: Sequence[int], told: int, span: Span) -> Pointer | None:
    """None of its own for a claim before whose work nothing is named, if the next sentence
    contrasts it with what the author had thought in that work."""
    if _last_named(reading, mine, span[1]) is not None:
        return None
    following = reading.sentences.after(span[0])
    if following is None:
        return None
    for at, _ in _links(reading, (told,), *following):
        end = reading.title_ends.get(at)
        if end is not None and _HAD.match(reading.lowered, end):
            return Pointer(span[0], None)
    return None


def _follows(reading: Reading, before: Span, span: Span) -> bool:
    return before == span or reading.sentences.after(before[0]) == span


def _turned(reading: Reading, one: Suggestion, entry: int | None) -> Suggestion:
    if entry is None:
        return one._replace(
            body=Body(), relation="", score=round(one.score / 2, 3),
            reasons=(*one.reasons[:1], "another work of this author"),
        )  # fmt: skip
    key = reading.catalogue.entries[entry].key
    reason = f"the sentence points at {key}"
    return one._replace(body=Body("work", key), reasons=(*one.reasons[:1], reason))


def _once(found: Iterable[Suggestion]) -> list[Suggestion]:
    """The best of those of one kind and body at one place."""
    best: dict[tuple[int, int, str, str], Suggestion] = {}
    for one in sorted(found, key=lambda one: -one.score):
        best.setdefault(place_in_text(one), one)
    return list(best.values())


def _with_its_sentence(
    reading: Reading, one: Suggestion, turned: Sequence[tuple[Span, str, int | None]]
) -> Suggestion:
    """A term that its author names in a sentence that points at another work."""
    if one.kind != "mention" or one.method not in _TERMS:
        return one
    for (start, end), old, entry in turned:
        if old == one.body.value and start <= one.start < end:
            return _turned(reading, one, entry)
    return one


def _is_several(reading: Reading, one: Suggestion, cache: dict[int, tuple[int, ...]]) -> bool:
    entry = reading.catalogue.keys.get(one.body.value)
    return entry is not None and len(by_its_authors(reading, entry, cache)) > 1


def _more(
    reading: Reading, found: Sequence[Suggestion], cache: dict[int, tuple[int, ...]]
) -> Iterator[Suggestion]:
    """The claims of sentences that only their pointer ties to an author: the two after one
    that names a work of his."""
    told = [(one.start, one.end) for one in found if one.kind == "paraphrase"]
    seen: set[int] = set()
    for one in found:
        entry = reading.catalogue.keys.get(one.body.value)
        if entry is None or one.kind == "echo":
            continue
        mine = by_its_authors(reading, entry, cache)
        at = one.end - 1
        for _ in range(2):
            following = reading.sentences.after(at) if len(mine) > 1 else None
            if following is None:
                break
            start, end = following
            at = end - 1
            if start in seen:
                continue
            seen.add(start)
            if reading.people_between(start, end) or reading.cites_between(start, end):
                break
            if any(low < end and start < high for low, high in told):
                continue
            pointer = _opening(reading, mine, following)
            if pointer is not None and pointer.entry is not None:
                key = reading.catalogue.entries[pointer.entry].key
                choice = Choice(pointer.entry, 0.6, (f"the sentence points at {key}",))
                yield reading.suggest(following, "paraphrase", choice, "pointed-claim")


def _opening(reading: Reading, mine: Sequence[int], span: Span) -> Pointer | None:
    """The pointer that a sentence opens with, if a claim follows it."""
    start, end = span
    lowered = reading.lowered
    dated = _DATED.match(lowered, start, end)
    pointer = (
        _dated(reading, mine, start, dated.end())
        if dated is not None
        else _ordered(reading, mine, start, end)
    )
    if pointer is None:
        therein = _THEREIN.match(lowered, start, end)
        pointer = _pointer(reading, mine, mine[0], span) if therein is not None else None
    if pointer is None:
        return None
    after = pointer.end if dated is None else dated.end()
    if reading.language == "de":
        verb = _VERB_FIRST.match(lowered, after, end)
        return pointer if verb is not None and verb["verb"] in CLAIM_VERBS else None
    subject = _SUBJECT.match(lowered, after, end)
    if subject is None and dated is not None and (dated["when"] or dated["bare"]):
        return None  # "In 1974 the house burned"
    at = after if subject is None else subject.end()
    return pointer if _claims(reading, at, end) else None


def _claims(reading: Reading, at: int, end: int) -> bool:
    found = predicate(reading.text, reading.lowered, at, end, reading.language, many=True)
    return found is not None and found.complement == "clause" and found.verb in CLAIM_VERBS
