"""Persons credited with a term, an idea or a word, with no work in the catalogue: "what Name
calls “…”", "Name, with his “…”", "borrowed the word from Name", "Name's quip about …", "The idea
goes back to Name", "Den Ausdruck verdanke ich Name", « On doit cette idée à Name ».

What somebody is credited with is a term in quotation marks, or has a noun of thought or
language: a house that goes back to somebody is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.find.citingwords import (
    EPONYMS,
    FUNCTION_WORDS,
    NOT_AUTHORS,
    OFFICES,
    PLACES,
    ROLES,
    SCHOLARS,
    THEORY_NOUNS,
)
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.creditwords import (
    AFTER,
    BEFORE,
    CALLED,
    CALLED_IT,
    JUDGED,
    JUDGES,
    NENNT,
    NOUN_HERE,
    OWN,
    PATTERNS,
    SPEAKS,
    SURE,
    THINKER,
    WAS,
)
from citekit.find.mentions.lowersigns import lowered_signs
from citekit.find.mentions.namesakes import SCHOLARLY
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.model import Body

_SPLIT = re.compile(r",?\s(?:and|und|et|&)\s|,\s")
_POSSESSIVE = re.compile(r"[’']s?$")
#: First words of a name that are no part of it.
_NO_FIRST = FUNCTION_WORDS | ROLES | {"old", "poor", "dear"}
_NO_GIVEN = FUNCTION_WORDS | ROLES | OFFICES
#: In a name: "Sie", "He"; particles may be.
_NO_PERSON = (OFFICES | PLACES | NOT_AUTHORS | FUNCTION_WORDS) - frozenset(
    "de des du la le les der den dem von vom zu zur zum will may".split()
) | frozenset("our unser unsere unseren unserem unserer notre nos".split())
#: What follows is a thing, a place, or one of us.
_NO_PERSON_AFTER = {
    "en": frozenset("a an in at near into our my".split()),
    "de": frozenset("ein eine einer einem einen in aus im unser unsere unserer unserem".split()),
    "fr": frozenset("un une en sur dans notre mon ma".split()),
}
_GERMAN_ARTICLES = frozenset(("der", "die", "dem", "den", "des"))
#: So far before a term, or a sign, what is credited is looked for (code points).
_REACH = 160
#: So far before "borrowed from" what is borrowed is named (code points).
_OF = 60
#: So far before a name its bearer may have been named in full.
_NAMED_BEFORE = 6000


class Credited(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    name: str


def called_by(text: str, start: int, end: int) -> int | None:
    """Where somebody is named in a span that calls something by what stands after it."""
    if CALLED.needed.isdisjoint(text[start:end].replace("’", " ").replace("'", " ").split()):
        return None
    found = CALLED_IT.search(text, start, end)
    return None if found is None else found.start("people")


def told_credits(reading: Reading) -> Iterator[Suggestion]:
    """The persons whom a text credits with an idea, word or saying that it does not quote."""
    code = reading.language
    credited = lowered_signs(reading.lowered, code).credited
    for places, pattern in zip(credited, PATTERNS[code], strict=True):
        done = 0
        for at in places:
            start, end = reading.sentences.around(at)
            found = pattern.search(reading.text, max(start, done, at - _REACH), end)
            if found is None:
                continue
            done = found.end()
            if _is_thought(reading, start, found):
                for person in _people_in(found):
                    yield from _credit(reading, person, found.span(), "")


def _is_thought(reading: Reading, start: int, found: re.Match[str]) -> bool:
    """Whether what somebody is credited with, in the sentence that begins at ``start``, has a
    noun of thought or language, or is quoted before the credit."""
    if found.re.pattern in SURE:
        return True
    before = found.start()
    return NOUN_HERE.search(reading.text, max(start, before - _OF), found.end()) is not None or any(
        quote in reading.short for quote in reading.quotes_between(start, before)
    )


def quoted_credits(reading: Reading, quote: Span) -> Iterator[Suggestion]:
    """The persons credited with a quoted term."""
    if quote not in reading.short:
        return
    quoted = reading.inner(quote)
    for match, whole in (*_before(reading, quote), *_after(reading, quote)):
        found = False
        for person in _people_in(match):
            span = (person.start, person.end)
            if whole:
                span = min(person.start, quote[0]), max(match.end(), quote[1])
            for one in _credit(reading, person, span, quoted):
                found = True
                yield one
        if found:
            return


def _before(reading: Reading, quote: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """What stands before a term and credits somebody with it."""
    text, (start, end) = reading.text, quote
    low = max(reading.sentences.around(start)[0], start - _REACH)
    words = reading.inner(quote).split()
    own = len(words) in (2, 3) and (words[-1] in EPONYMS or is_thought(words[-1]))
    if own and text[start - 1].isspace() and text[start - 2 : start - 1] in ("s", "’", "'"):
        match = OWN.search(text, low, start)
        # "Ann Names „Die Verwandlung“" is a title
        if match is not None and (match["people"] or words[0].islower()):
            name = match["people"] or match["genitive"]
            if " " in name:
                yield match, True
    before = frozenset(reading.words_before(quote))
    for rule in BEFORE:
        if rule.needed.isdisjoint(before):
            continue
        match = rule.pattern.search(text, low, start)
        if (
            match is None
            or (rule is WAS and NENNT.match(text, end) is None)
            or (rule is SPEAKS and not _is_scholars(match, reading.inner(quote)))
            or (rule.whole and not JUDGES.isdisjoint(words[:1] + words[-2:]))
        ):
            continue
        yield match, rule.whole


def _after(reading: Reading, quote: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """What stands after a term and credits somebody with it."""
    end = quote[1]
    after = reading.lowered[end : end + 60].replace("'", " ").replace(",", " ").replace(".", " ")
    words = after.split(None, 8)[:8]
    for rule in AFTER:
        if rule.needed.isdisjoint(words):
            continue
        match = rule.pattern.match(reading.text, end, end + _REACH)
        if match is not None and (not rule.whole or " " in match["people"]):
            yield match, rule.whole


def _is_scholars(match: re.Match[str], quoted: str) -> bool:
    """Whether whoever speaks of something quoted is called a scholar, and gives it a name."""
    before = match.string[max(0, match.start("people") - 30) : match.start("people")].split()
    words = [*before[-1:], *match["people"].split()[:-2]]
    return JUDGED.match(quoted) is None and any(
        word.lower() in SCHOLARS or SCHOLARLY.search(word.lower()) for word in words
    )


def _people_in(match: re.Match[str]) -> Iterator[Credited]:
    """The names that a match holds."""
    group = next(name for name, words in match.groupdict().items() if words)
    place = match.start(group)
    for part in _SPLIT.split(match[group]):
        start = match.string.find(part, place)
        place = start + len(part)
        name = part
        before = match.string[max(0, start - 5) : start].split()
        while " " in name:
            first, rest = name.split(" ", 1)
            # "der Volkskundler Vorname Name": a noun after the article
            noun = bool(before) and before[-1] in _GERMAN_ARTICLES and rest.count(" ") == 1
            if first.lower() not in _NO_FIRST and not noun:
                break
            before = []
            start += len(first) + 1
            name = rest
        name = _POSSESSIVE.sub("", name)
        yield Credited(start, start + len(name), name)


def _credit(reading: Reading, person: Credited, span: Span, quoted: str) -> Iterator[Suggestion]:
    """The credit of somebody, unless he is no scholar, or one of the catalogue."""
    before = reading.lowered[max(0, person.start - 24) : person.start].split()
    if quoted and before[-1:] == ["from"]:
        return
    if not _is_person(reading, person, before[-1].strip(".,") if before else ""):
        return
    authors = reading.people_between(person.start - 30, person.end)
    if any(author.end > person.start for author in authors):
        return
    full = _in_full(reading, person) or person.name
    yield Suggestion(
        *span, "credit", Body("person", full), quoted=quoted, method="credit",
        score=0.6 if " " in full else 0.4,
        reasons=(f"credited to {full}, no work in the catalogue",),
    )  # fmt: skip


def _is_person(reading: Reading, found: Credited, before: str) -> bool:
    """Whether a name may be a scholar's: in full, or a surname that the text introduced or that
    stands where only a thinker's does: "Name's theory", "Name had a name for it"."""
    words = found.name.replace("-", " ").split()
    if not _NO_PERSON.isdisjoint(word.lower().rstrip(".") for word in words):
        return False
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    if before in OFFICES or before in _NO_PERSON_AFTER[reading.language]:
        return False
    if words[0].lower() in ("m.", "mme", "mlle"):
        return False
    if reading.language == "de" and words[-1].lower() in THEORY_NOUNS:
        return False
    return (
        len(words) > 1
        or before in SCHOLARS
        or bool(_in_full(reading, found))
        or THINKER.match(reading.text, found.end) is not None
    )


def _in_full(reading: Reading, found: Credited) -> str:
    """The full name that the text gave a surname before, or an empty string."""
    if " " in found.name:
        return ""
    text = reading.text[max(0, found.start - _NAMED_BEFORE) : found.start]
    if found.name not in text:
        return ""
    names = re.findall(
        r"(?<![^\W_])([^\W\d_a-zß-ÿœ][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[^\W\d_a-zß-ÿœ]\.\s)?"
        rf"{re.escape(found.name)})\b",
        text,
    )
    full = (name for name in reversed(names) if name.split()[0].lower() not in _NO_GIVEN)
    return str(next(full, ""))
