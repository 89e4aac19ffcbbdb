"""Authors whom a text invokes for what it says itself: "in Lee's sense", "im Sinne von Lee",
"dans les termes de Lee", "mit Lee ließe sich sagen", "to speak, after Lee, of ferries".

The frame names the author, not a claim of his; it is a mention of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import NAMING_VERBS
from citekit.find.mentions.nouns import last_author
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.spoken import speaks
from citekit.find.mentions.told import Told, in_citation
from citekit.find.suggestion import Suggestion

#: "in the sense of", "im Sinne von", "au sens de", before a name.
_OF_SENSE = {
    "en": re.compile(
        r"\bin\s(?:the|a)\s(?:[^\W\d_]+\s)?(?:sense|spirit|terms|language|vocabulary|terminology)"
        r"\sof\s$"
    ),
    "de": re.compile(
        r"\b(?:im\s(?:[^\W\d_]+en\s)?(?:sinne|geiste|verständnis)|in\sder\s(?:[^\W\d_]+en\s)?"
        r"(?:terminologie|sprache|perspektive|lesart|begrifflichkeit)"
        r"|(?:in|mit)\sden\s(?:[^\W\d_]+en\s)?(?:begriffen|kategorien|worten))\s(?:von\s)?$"
    ),
    "fr": re.compile(
        r"(?:\b(?:au|dans\sle)\ssens\s(?:où\sl'entend(?:ait)?\s|de\s|d')"
        r"|\bdans\s(?:les\s(?:termes|catégories)|le\s(?:vocabulaire|langage|lexique)"
        r"|la\s(?:langue|terminologie|perspective))\s(?:de\s|d')|\b(?:aux|en)\stermes\s(?:de\s|d'))$"
    ),
}
#: "in", "to use", "in the", before "Lee's sense".
_IN = {
    "en": re.compile(r"\b(?:in|to\suse|to\sborrow|in\ssomething\slike)\s$"),
    "de": re.compile(r"\b(?:in|mit|im\ssinne)\s$"),
}
_SENSE_AFTER = {
    "en": re.compile(
        r"\s(?:[^\W\d_]+\s)?(?:sense|terms|terminology|language|vocabulary|spirit|idiom)\b"
    ),
    "de": re.compile(
        r"\s(?:begriffen|terminologie|sinne?|sprache|perspektive|lesart|kategorien)\b"
    ),
}
_SAY = {
    "en": "say|speak|call|argue|ask|describe|read|think|put|understand|add|object|answer|reply"
    "|conclude|distinguish|name|see|suppose",
    "de": "sagen|sprechen|argumentieren|einwenden|fragen|behaupten|formulieren|verstehen|denken"
    "|lesen|deuten|nennen|antworten|festhalten|unterscheiden|beschreiben|erklären|vermuten"
    "|schließen|folgern|begreifen|auffassen|bezeichnen|entgegnen|zeigen",
    "fr": "dire|parler|appeler|soutenir|répondre|penser|lire|nommer|décrire|distinguer|ajouter"
    "|comprendre|objecter|conclure|supposer|voir",
}
#: "mit Lee ließe sich sagen", "avec Lee, on dira", "with Lee we may call …".
_WITH = {
    "en": (
        re.compile(r"\b(?:with|following|after)\s$"),
        re.compile(
            r",?\s(?:we|one|you|i)\s(?:may|might|can|could|would|should|will)\s"
            rf"(?:[^\W\d_]+\s)?(?:{_SAY['en']})\b"
        ),
    ),
    "de": (
        re.compile(r"\b(?:mit|nach|im\sanschluss\san|in\sanlehnung\san)\s$"),
        re.compile(
            r"\s(?:ließe|lässt|könnte|kann|mag|darf|dürfte|müsste|möchte)\s(?:sich|man|ich)\s"
            rf"(?:[^\W\d_]+\s){{0,4}}?(?:{_SAY['de']})\b"
        ),
    ),
    "fr": (
        re.compile(r"\b(?:avec|après|à\sla\ssuite\s(?:de\s|d'))\s?$"),
        re.compile(
            r",?\s(?:on|nous|l'on)\s(?:(?:peut|pourrait|pourra|pouvons|pourrions)\s"
            rf"(?:[^\W\d_]+\s)?(?:{_SAY['fr']})|dira|dirait|dirons|parlera|parlerait|appellera"
            r"|appellerait|nommera)\b"
        ),
    ),
}
#: Between commas behind a verb of naming: "to speak, after Lee, of …".
_ASIDE = {
    "en": re.compile(r",\s(?P<prep>after|following|with)\s$"),
    "de": re.compile(r",\s(?P<prep>nach|mit|im\sanschluss\san|in\sanlehnung\san|frei\snach)\s$"),
    "fr": re.compile(r",\s(?P<prep>après|avec|d'après|à\sla\ssuite\s(?:de\s|d'))\s?$"),
}
#: German: a term, and whose it is: "Fährmannsstolz, nach Lee und Roy."
_TERM_BY = re.compile(r"\b[^\W\d_][\w-]*,\s(?:frei\s)?nach\s(?:[^\W\d_]+\s(?:und|&)\s)?$")
_END = re.compile(r"[.;)]")
_COMMA = ", "
_NEAR = 60
_BEFORE = 90
_SPEAK = (
    NAMING_VERBS
    - frozenset("use used uses name names term terms label labels style styles point".split())
) | frozenset(
    """speak speaking talk talking say calling naming sprechen reden nennen bezeichnen sagen
    parler nommer appeler qualifier dire""".split()
)
#: German: the verb at the end.
_SPEAK_LAST = re.compile(r",\s[^.;:!?,]{2,60}?\s(?:sprechen|reden|nennen|bezeichnen)\b")


def in_sense(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by such a frame, in sentences where nothing that is ``found`` is of the
    same author's works."""
    told = Told(reading, found)
    for person in reading.people:
        if in_citation(reading, person) or told.near(person) or speaks(reading, person):
            continue
        span = _span(reading, person)
        if span is None:
            continue
        choice = reading.choose(person.entries, person.start, reading.lowered[slice(*span)])
        if choice.entry is not None:
            sure = reading.established(person) or person.introduced or told.knows(person)
            yield reading.suggest(
                span, "mention", choice, "in-sense", weight=0.8 if sure else 0.6,
                reasons=(f"{person.name} is invoked for it",),
            )  # fmt: skip


def _span(reading: Reading, person: Person) -> Span | None:
    lowered, code = reading.lowered, reading.language
    sentence, stop = reading.sentences.around(person.start)
    low = max(sentence, person.start - _NEAR)
    of = _OF_SENSE[code].search(lowered, low, person.start)
    if of is not None:
        return of.start(), person.end
    if person.possessive:
        if code == "fr":
            return None
        into = _IN[code].search(lowered, low, person.start)
        if into is not None and into[0].startswith("im"):
            return into.start(), person.end
        after = _SENSE_AFTER[code].match(lowered, person.end, stop)
        return None if into is None or after is None else (into.start(), after.end())
    first, second = _WITH[code]
    with_ = first.search(lowered, low, person.start)
    end = last_author(reading, person)
    if with_ is not None:
        said = second.match(lowered, end, stop)
        if said is not None:
            return with_.start(), said.end()
    aside = _ASIDE[code].search(lowered, low, person.start)
    if aside is not None and lowered.startswith(_COMMA, end):
        before = lowered[max(sentence, aside.start() - _BEFORE) : aside.start()].split()
        last = _SPEAK_LAST.match(lowered, end, stop) if code == "de" else None
        if last is not None or not _SPEAK.isdisjoint(before[-4:]):
            return aside.start("prep"), end
    term = _TERM_BY.search(lowered, low, person.start) if code == "de" else None
    if term is not None and _END.match(lowered, end):
        return term.start(), end
    return None
