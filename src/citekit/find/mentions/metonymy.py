"""An author's name that stands for the works: "son Name", "du Name", "the Name thesis"; for a
book as a thing: "a battered Lee", "ein zerlesener Lee", "she has Lee on the shelf"; and for what
the text says itself with the author's words: "in Lee's sense", "mit Lee ließe sich sagen", "to
speak, after Lee, of ferries".

Somebody who only reads or quotes an author is no mention: what of him is meant, if a work
is, the text says elsewhere.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import EPONYMS, NAMING_VERBS, THEORY_NOUNS, WORK_NOUNS
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.nouns import last_author
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Span
from citekit.find.mentions.spoken import speaks
from citekit.find.mentions.told import Told

#: "his Name", "du Name": the books, not the man.
_BOOKS_OF = {
    "en": re.compile(r"\b(?:his|her|their|my|your|our)\s$"),
    "de": re.compile(r"\b(?:seine[nm]?|ihre[nm]?|meine[nm]?|deine[nm]?|unsere[nm]?)\s$"),
    "fr": re.compile(
        r"\b(?:avec|là-dedans|lire|relire|cite|citer|presque|pur)\s(?P<own>du\s|de\sl')$"
        r"|\b(?:son|mon|leur|votre|notre)\s$"
    ),
}
#: "caught the Name."
_THE = re.compile(r"\bthe\s(?:old\s|late\s|whole\s|early\s)?$")
_NOUN = re.compile(r"\s(?P<noun>[a-z][a-z-]+)\b")
_ENDS = re.compile(r"[.,;:!?)\"”’»]|\s[–—-]\s|$")
_NOUNS = EPONYMS | THEORY_NOUNS | WORK_NOUNS
_ARTICLE = (
    r"(?:\b(?:the|an?|this|his|her|my|their|der|die|das|dem|den|eine[nmr]?|ein|seine?[nmr]?|ihre?[nmr]?"
    r"|meine?[nmr]?|une?|les?|la|son|sa|mon|ma|leur)\s|\b[ld]')"
)
_WORN = re.compile(
    rf"{_ARTICLE}(?:battered|dog-eared|(?:well-)?thumbed|annotated|second-?hand|tattered"
    r"|zerlesene[nrm]?|abgegriffene[nrm]?|zerfledderte[nrm]?|antiquarische[nrm]?)\s$"
)
#: Behind the name, where it stands or how well somebody knows it.
_KEPT = re.compile(
    r"\s(?:on|from)\s(?:the|his|her|my|their|a)\s(?:[^\W\d_]+\s)?(?:shelf|shelves|bookshelf"
    r"|bookcase|bedside\stable)\b"
    r"|\s(?:im|in\s(?:seinem|ihrem|meinem)|aus\sdem)\s(?:bücher)?regal\b|\sauf\sdem\snachttisch\b"
    r"|\s(?:sur\s(?:l'|son\s|une\s|ses\s|les\s)(?:étagères?|rayons?)|dans\s(?:sa|la)\sbibliothèque"
    r"|sur\s(?:la|sa)\stable\sde\s(?:chevet|nuit))\b"
    r"|\s(?:presque\s|almost\s|fast\s)?(?:par\scœur|by\sheart|auswendig)\b"
)
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


def metonymy(told: Told, person: Person) -> Span | None:
    """The span of a name that stands for the works."""
    reading, lowered, start = told.reading, told.reading.lowered, person.start
    if person.full or person.possessive:
        return None
    low = max(reading.sentences.around(start)[0], start - _NEAR)
    books = _BOOKS_OF[reading.language].search(lowered, low, start)
    if books is not None:
        own = books.start("own") if books.groupdict().get("own") else books.start()
        return own, person.end
    if not (reading.established(person) or person.introduced) or reading.language != "en":
        return None
    the = _THE.search(lowered, low, start)
    if the is None:
        return None
    if _ENDS.match(lowered, person.end):
        return the.start(), person.end
    noun = _NOUN.match(reading.text, person.end)
    if noun is None:
        return None
    word = noun["noun"]
    forms = {word, word.removesuffix("s")}
    if is_thought(word) or not forms.isdisjoint(_NOUNS):
        return the.start(), noun.end()
    return None


def copy(told: Told, person: Person) -> Span | None:
    """The span of a name that stands for a book as a thing."""
    reading, lowered, start, end = told.reading, told.reading.lowered, person.start, person.end
    if person.possessive:
        return None
    low = max(reading.sentences.around(start)[0], start - _NEAR)
    before = _WORN.search(lowered, low, start)
    if before is not None:
        return before.start(), end
    kept = _KEPT.match(lowered, end)
    return None if kept is None else (start, kept.end())


def in_sense(told: Told, person: Person) -> Span | None:
    """The span of a name that the text invokes for what it says itself."""
    reading = told.reading
    if speaks(reading, person):
        return None
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
        if not _SPEAK.isdisjoint(before[-4:]):
            return aside.start("prep"), end
    term = _TERM_BY.search(lowered, low, person.start) if code == "de" else None
    if term is not None and _END.match(lowered, end):
        return term.start(), end
    return None
