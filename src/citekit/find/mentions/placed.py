"""What an author does in a work whose title opens the sentence: "In *Title*, Name
distinguishes three kinds of …"."""

from __future__ import annotations

import re

from citekit.find.mentions.bounds import Claim, bounded
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

#: Stems of verbs of what a book does with its matter, in the present and the past.
_STEMS = {
    "en": """distinguish describe trace demand examine explore analyse analyze document recount
    compare contrast identify list develop reconstruct sketch outline chart diagnose dissect
    follow track map define classify advocate propose call""",
    "de": """unterscheid unterschied forder verlang beschreib beschrieb untersuch analysier schilder
    erzähl zeichne verfolg vergleich verglich entwickel entwirf entwarf rekonstruier skizzier
    diagnostizier definier erklär plädier dokumentier beleuchte führ""",
    "fr": """distingu décri analys retrac racont compar explor examin demand réclam développ sui
    dresse dressait défini reconstitu diagnosti propos dissèque disséquait cartographi""",
}
_VERBS = {
    "en": re.compile(rf"(?:{'|'.join(_STEMS['en'].split())})(?:s|d|ed|es|p?ed)?"),
    "de": re.compile(rf"(?:{'|'.join(_STEMS['de'].split())})(?:e?t|e?te)?"),
    "fr": re.compile(rf"(?:{'|'.join(_STEMS['fr'].split())})(?:e|t|vait|ait|sait|vit|a|it)?"),
}
#: Before a title that opens a sentence.
_IN = re.compile(
    r"(?:(?:but|and|yet|aber|und|doch|mais|et)\s)?(?:in|im|dans|with|mit|avec)\s"
    r"(?:[^\W\d_]+[\s-]){0,4}?[\"'*_«]{0,2}\s?"
)
#: Between a title and the name: a comma, or in German the verb.
_COMMA = re.compile(r"[\"'*_»]{0,2}\s?(?:\(\d{4}\))?[\"'*_»]{0,2},?[\"'*_»]{0,2}\s")
_VERB_FIRST = re.compile(r"[\"'*_»]{0,2}\s?(?:\(\d{4}\)\s)?(?P<verb>[^\W\d_]+)\s")
#: The same with a pronoun: ", she describes", "unterscheidet er".
_PRONOUN_AFTER = {
    "en": re.compile(r"[\"'*_]{0,2},?[\"'*_]{0,2}\s(?:s?he|they)\s(?P<verb>[^\W\d_]+)"),
    "de": re.compile(r"[\"'*_»]{0,2}\s(?P<verb>[^\W\d_]+)\s(?:er|sie)\b"),
    "fr": re.compile(r"[\"'*_]{0,2}\s?[\"'*_»]{0,2},\s(?:ils?|elles?)\s(?P<verb>[^\W\d_]+)"),
}
#: The least there must be of what the verb has for its object (code points).
_OBJECT = 12


def placed_claim(reading: Reading, person: Person) -> Claim | None:
    """The sentence that says what ``person`` does in a work of his, if its title opens it."""
    start, end = reading.sentences.around(person.start)
    title = next(
        (
            reading.title_ends[at]
            for at, entry in reading.links
            if start <= at < person.start and at in reading.title_ends and entry in person.entries
            and _IN.fullmatch(reading.lowered, start, at)
        ),
        None,
    )  # fmt: skip
    if title is None or person.possessive or end - person.end < _OBJECT:
        return None
    code, lowered = reading.language, reading.lowered
    first = _VERB_FIRST.fullmatch(lowered, title, person.start) if code == "de" else None
    if first is not None:
        verb = first["verb"]
    elif code != "de" and _COMMA.fullmatch(lowered, title, person.start):
        found = predicate(reading.text, lowered, person.end, end, code)
        verb = found.verb if found is not None and not found.unreal else ""
    else:
        return None
    if not _VERBS[code].fullmatch(verb):
        return None
    return bounded(reading, person, start, end, start, speech=False)


def placed_rest(reading: Reading, start: int, title: tuple[int, int], end: int) -> bool:
    """Whether a sentence from ``start`` to ``end`` says, behind the title that it begins with,
    what the author named before does there: "In *Title*, she describes …"."""
    code, lowered = reading.language, reading.lowered
    begins = next((at for at in range(*title) if at in reading.title_ends), title[0])
    if _IN.fullmatch(lowered, start, begins) is None or end - title[1] < 2 * _OBJECT:
        return False
    after = _PRONOUN_AFTER[code].match(lowered, title[1], end)
    return after is not None and _VERBS[code].fullmatch(after["verb"]) is not None
