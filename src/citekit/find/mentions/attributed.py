"""Whose a claim is said to be without a verb of claim: "according to X (1922, 5), …", "…, so
X (1922, 5)", and of whom a sentence only speaks: "the chapter on X shows", "…, so Y, …".

Prepositions of attribution are a closed class in each language; of German "nach", which says
"after" too, the finite verb behind the citation tells (Duden, Die Grammatik: the finite verb
is second).  Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from citekit.find.citingverbs import AUXILIARIES, COPULAS
from citekit.find.citingwords import CLAIM_WORDS
from citekit.find.mentions.clauses import is_verb
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

_ROLE = r"(?:(?:the|der|die|dem|le|la)\s|l')?(?:[^\W\d_]+['\s]){0,2}"
#: Before a cited name: whose view follows, or has been told.
_LEAD = re.compile(
    r"(?P<lead>according to|in the view of|laut|gemäß|selon|d'après|suivant|nach|pour|for|für|so)\s"
    rf"(?P<role>{_ROLE})$"
)
_NO_ROLE = frozenset("pour for für so nach".split())
_SURE = frozenset(
    ("according to", "in the view of", "laut", "gemäß", "selon", "d'après", "suivant")
)
#: What may stand before an attribution that opens its clause.
_OPENS = re.compile(
    r"(?:.*[,;:(-]\s?)?(?:(?:and|but|yet|thus|even|already|still|or|und|aber|doch|denn|auch|schon"
    r"|bereits|noch|dass|weil|et|mais|or|car|ainsi|déjà|que|puisque|that|because)\s){0,2}",
    re.S,
)
_NEXT_WORD = re.compile(r"\s(?P<verb>[^\W\d_]+)")
#: What comes after somebody in time.
_LATER = frozenset(
    """folgt folgte folgten erschien erschienen kam kamen begann begannen wandte wandten
    beschäftigte beschäftigten griff griffen nahm nahmen veröffentlichte schrieb schrieben
    entstand entstanden""".split()
)
#: So too after "nach" and no page.
_PERHAPS_LATER = frozenset("hat haben hatte hatten wurde wurden".split())
_VIEWED = frozenset(
    """ist sind war waren bedeutet heißt bleibt wird besteht liegt gilt beginnt stellt bildet gibt
    hat haben kann muss""".split()
)
#: So many code points of a sentence are a claim, besides what attributes it.
_LEAST = 20
_CLOSED = " .;!?)\"'"
#: Before a name: a sentence, book or chapter is about its bearer, who is no subject of it.
_ABOUT = re.compile(
    r"(?:\b(?:über|about|sur)|\b(?:chapter|section|part|essay|book|study|pages?)\son"
    r"|\b(?:kapitel|abschnitt|teil|aufsatz|essay|buch|studie|seiten)\szu[mr]?)\s"
    r"(?:(?:de[nm]|die|das|the|le|la|les)\s(?:[^\W\d_]+\s)?|l'(?:[^\W\d_]+\s)?)?$"
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = r"(?:(?:von|van|de|du|der|den|d')\s?)*(?-i:[A-ZÀ-Ý])[^\W\d_]"
#: Somebody to whom a sentence is attributed in its middle or at its end, by language.
_INSERTED = {
    code: re.compile(rf"[,(]\s?(?:{words})\s?(?P<name>{_NAME})", re.I)
    for code, words in {
        "en": r"according\sto\s",
        "de": r"so\s|laut\s",
        "fr": r"selon\s|d'après\s",
    }.items()
}


#: What a person is called, from inside a word of it up to the name.
_ROLE_ON = re.compile(r"[\w-]*\s(?:[\w-]+\s){0,4}")


def leads_to(reading: Reading, person: Person) -> int | None:
    """Where the claim begins that a preposition gives to a person who is cited beside his
    name: "Selon Name (1979, p. 20), …", "…, so Name (1922, S. 5)."; None for none."""
    lowered = reading.lowered
    start, end = reading.sentences.around(person.start)
    lead = _LEAD.search(lowered, max(start, person.start - 50), person.start)
    if lead is None or (lead["role"] and lead["lead"] in _NO_ROLE):
        return None
    closed = cited_end(reading, person)
    word = lead["lead"]
    before, after = lowered[start : lead.start()], lowered[closed:end]
    if len(after.strip(_CLOSED)) < _LEAST:
        told = before.rstrip().endswith(",") and word in _SURE | {"so"}
        return start if told and len(before) > _LEAST else None
    opens = _OPENS.fullmatch(before) is not None
    if word == "so":
        inserted = before.rstrip().endswith(",") and after.startswith(",")
        return start if inserted or (not before and after.startswith((":", ","))) else None
    if word in _SURE:
        return (start if not before else lead.start()) if opens else None
    if word in ("pour", "for"):
        return lead.start() if opens and after.startswith(",") else None
    verb = _NEXT_WORD.match(lowered, closed, end)
    if not opens or verb is None or not reading.text[verb.start("verb")].islower():
        return None
    if word == "für":
        return lead.start() if verb["verb"] in _VIEWED else None
    return lead.start() if _is_view(reading, closed, verb["verb"], end) else None


def _is_view(reading: Reading, closed: int, verb: str, end: int) -> bool:
    """Whether "nach" before a citation that ends at ``closed`` says whose view follows."""
    if verb in _LATER:
        return False
    if not (verb in AUXILIARIES["de"] or verb in COPULAS["de"] or is_verb(verb, "de")):
        return False
    return verb not in _PERHAPS_LATER and not (
        reading.people_between(closed, end) or reading.cites_between(closed, end)
    )


def cited_end(reading: Reading, person: Person) -> int:
    """Where the citation of a person ends."""
    return reading.citing[bisect_left(reading.citing, (person.end, -1)) - 1][1]


def is_spoken_of(reading: Reading, person: Person) -> bool:
    """Whether a sentence speaks of a person whom it names, and what it claims is somebody
    else's: "the chapter on X shows …", "X is discussed: …, so Y, …"."""
    start, end = reading.sentences.around(person.start)
    if _ABOUT.search(reading.lowered, max(start, person.start - 60), person.start):
        return True
    for found in _INSERTED[reading.language].finditer(reading.printed.typed, start, end):
        at, until = found.span("name")
        if at < person.bare and person.start < until:
            continue
        if _ROLE_ON.fullmatch(reading.lowered, until, person.start):
            continue  # "so der Soziologe Name"
        same = reading.people_between(at, until)
        if any(not set(one.entries).isdisjoint(person.entries) for one in same):
            continue
        if CLAIM_WORDS.isdisjoint(_WORD.findall(reading.lowered, start, found.start())):
            return True
    return False
