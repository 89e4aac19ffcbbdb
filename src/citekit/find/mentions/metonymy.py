"""An author's name that stands for the works: "son Name", "du Name",
"the Name thesis".

The author must be one that the text brings in, in full or by citing a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citingverbs import AUXILIARIES, COPULAS
from citekit.find.citingwords import EPONYMS, FUNCTION_WORDS, THEORY_NOUNS, WORK_NOUNS
from citekit.find.mentions.clauses import is_thought, is_verb
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import in_citation
from citekit.find.suggestion import Suggestion

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


def metonymies(reading: Reading) -> Iterator[Suggestion]:
    """The names that stand for what their bearers wrote."""
    for person in reading.people:
        if person.possessive or in_citation(reading, person):
            continue
        span = _span(reading, person)
        if span is None:
            continue
        choice = reading.choose(person.entries, person.start, reading.lowered[slice(*span)])
        reasons = (f"{person.name} stands for the works",)
        yield reading.suggest(span, "mention", choice, "metonymy", weight=0.7, reasons=reasons)


def _span(reading: Reading, person: Person) -> Span | None:
    lowered = reading.lowered
    start = person.start
    low = max(reading.sentences.around(start)[0], start - 50)
    if person.full:
        return None
    books = _BOOKS_OF[reading.language].search(lowered, low, start)
    if books is not None and not _goes_on(reading, person):
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


_NOUNS = EPONYMS | THEORY_NOUNS | WORK_NOUNS
_VERBS = AUXILIARIES["en"] | COPULAS["en"]


def _goes_on(reading: Reading, person: Person) -> bool:
    """Whether a verb or a noun follows: the name is a subject, or stands before what it
    names."""
    following = _NOUN.match(reading.text, person.end)
    if following is None:
        return reading.text[person.end : person.end + 2].strip()[:1].isupper()
    word = following["noun"]
    return word not in FUNCTION_WORDS and (word in _VERBS or is_verb(word, reading.language))
