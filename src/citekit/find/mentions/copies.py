"""Names that stand for a book as a thing: "a copy of Lee", "ein zerlesener Lee", "she has Lee on
the shelf", "apprendre Lee par cœur".

Somebody who only reads or quotes an author is no mention: what of him is meant, if a work
is, the text says elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import Told, in_citation
from citekit.find.suggestion import Suggestion

_ARTICLE = (
    r"(?:\b(?:the|an?|this|his|her|my|their|der|die|das|dem|den|eine[nmr]?|ein|seine?[nmr]?|ihre?[nmr]?"
    r"|meine?[nmr]?|une?|les?|la|son|sa|mon|ma|leur)\s|\b[ld]')"
)
#: "a dog-eared copy of", "ein zerlesenes Taschenbuch von", "un exemplaire corné de".
_COPY = re.compile(
    rf"{_ARTICLE}(?:[^\W\d_][\w-]*\s){{0,2}}?"
    r"(?:copy|copies|paperbacks?|taschenbuch|taschenbücher|bändchen|exemplare?s?|exemplaires?)"
    r"(?:\s[^\W\d_]+)?\s(?:(?:of|by|von|de)\s|d')(?:(?:the|der|dem|la)\s)?$"
)
_WORN = re.compile(
    rf"{_ARTICLE}(?:battered|dog-eared|(?:well-)?thumbed|annotated|second-?hand|tattered"
    r"|zerlesene[nrm]?|abgegriffene[nrm]?|zerfledderte[nrm]?|antiquarische[nrm]?)\s$"
)
_UN = re.compile(r"\b(?:un|son|mon|leur|le)\s$")
_WORN_AFTER = re.compile(r"\s(?:tout\s)?(?:écorné|annoté|corné|défraîchi)\b")
#: Behind the name, where it stands or how well somebody knows it.
_KEPT = re.compile(
    r"\s(?:on|from)\s(?:the|his|her|my|their|a)\s(?:[^\W\d_]+\s)?(?:shelf|shelves|bookshelf"
    r"|bookcase|bedside\stable)\b"
    r"|\s(?:im|in\s(?:seinem|ihrem|meinem)|aus\sdem)\s(?:bücher)?regal\b|\sauf\sdem\snachttisch\b"
    r"|\s(?:sur\s(?:l'|son\s|une\s|ses\s|les\s)(?:étagères?|rayons?)|dans\s(?:sa|la)\sbibliothèque"
    r"|sur\s(?:la|sa)\stable\sde\s(?:chevet|nuit))\b"
    r"|\s(?:presque\s|almost\s|fast\s)?(?:par\scœur|by\sheart|auswendig)\b"
)
_NEAR = 70


def copies(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The mentions by such a name, in sentences where nothing that is ``found`` is of the
    same author's works."""
    told = Told(reading, found)
    for person in reading.people:
        if person.possessive or in_citation(reading, person):
            continue
        span = _span(reading, person)
        if span is None or told.near(person):
            continue
        choice = reading.choose(person.entries, person.start, reading.lowered[slice(*span)])
        reasons = (f"{person.name} stands for a book",)
        yield reading.suggest(span, "mention", choice, "copy", weight=0.7, reasons=reasons)


def _span(reading: Reading, person: Person) -> Span | None:
    lowered, start, end = reading.lowered, person.start, person.end
    low = max(reading.sentences.around(start)[0], start - _NEAR)
    before = _COPY.search(lowered, low, start) or _WORN.search(lowered, low, start)
    if before is not None:
        return before.start(), end
    kept = _KEPT.match(lowered, end)
    if kept is None and _UN.search(lowered, low, start) is not None:
        kept = _WORN_AFTER.match(lowered, end)
    return None if kept is None else (start, kept.end())
