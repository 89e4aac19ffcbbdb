"""A noun with an author's name in the genitive, where no list has the noun: "Lee's ferryman",
"le pacte de Lee", "Lees Fährmann".

The noun is the author's where it stands in the title of a work, or where the text has spoken
of the work in that word; nouns for what one says and for terms of the field need none of it.
A relation, a part of the body, what one owns or does in life is in no book.
"""

from __future__ import annotations

import re

from citekit.find.citingverbs import AUXILIARIES, COPULAS, EVENT_WORDS
from citekit.find.citingwords import (
    EPONYMS,
    FUNCTION_WORDS,
    OFFICES,
    PLACES,
    TERM_OF_NAME,
    WORK_NOUNS,
)
from citekit.find.cues.bits import ROLE
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.sayers import is_kin
from citekit.find.mentions.spoken import speaks
from citekit.find.mentions.told import Told

#: What somebody has or does in life, and where.
_OF_LIFE = frozenset(
    """office car house home garden desk class classes course courses seminar school team staff
    firm shop exhibition show visit trip tour campaign resignation appointment arrest trial election
    funeral grave obituary death birth birthday childhood youth marriage career life days years time
    name names voice estate room kitchen hometown company party government administration amendment
    bill budget proposal plan tenure successor predecessor namesake disciple disciples follower
    followers admirer admirers supporter supporters colleague colleagues tutor doing
    büro auto haus garten schreibtisch kurs seminar schule team firma laden ausstellung besuch reise
    rücktritt ernennung verhaftung prozess wahl begräbnis grab nachruf tod geburt geburtstag
    kindheit jugend ehe karriere leben jahre zeit name namen stimme zimmer partei regierung antrag
    haushalt
    nachfolger vorgänger namensvetter kollege kollegen verehrer jünger amt wahlkampf
    bureau voiture maison jardin cours séminaire école équipe entreprise boutique exposition visite
    voyage tournée campagne démission nomination arrestation procès élection obsèques tombe mort
    naissance anniversaire enfance jeunesse mariage carrière vie années temps nom voix chambre parti
    gouvernement amendement budget projet successeur prédécesseur homonyme disciple disciples
    partisan partisans admirateur admirateurs collègue collègues lecteurs atelier""".split()
)
#: What somebody says or writes against or for something, and the like of a term.
_SAID = frozenset(
    """rebuke objection objections reservation complaint reproach plea caveat caution canon curse
    question questions retort quip line lines example examples stages ladder pyramid scale axioms
    vorbehalt vorbehalte einwand einwände vorwurf mahnung plädoyer frage fragen formel wort
    überlegungen beispiel leiter pyramide skala stufen axiome
    reproche objection objections réserve réserves plaidoyer question questions avertissement
    exemple échelle pyramide stades étapes axiomes pacte""".split()
)
_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w-]*)(?!\w)")
#: Qualities have names of their own: "legibility".
_QUALITY = re.compile(
    r"(?:[^\W\d_]{3,}(?:bility|ness|icity|ivity)|[^\W\d_]{3,}(?:bilité|icité|ivité))$"
)
#: A year that follows a name: another work is cited.
_YEAR = re.compile(r"\s?\(\d{4}")
#: "the term is Lee's".
_IS = re.compile(r"(?P<words>(?:[^\W\d_][\w-]*\s){1,3})(?:is|was)\s$")
#: Behind a noun, what it is of, from or to: "the slide from clear to blurred".
_ON = re.compile(
    r"\s(?:of|from|to|and|in|into|von|vom|zu|zum|zur|der|des|und|im|aus|de|du|des|à|et)\s"
    r"(?:(?:the|an?|der|dem|den|die|das|la|le|les)\s|l')?(?P<word>[^\W\d_][\w-]*)(?!\w)"
)
_OF = {
    "en": re.compile(r"(?P<words>(?:[^\W\d_][\w-]*\s){1,3})of\s$"),
    "de": re.compile(r"(?P<words>(?:[^\W\d_][\w-]*\s){1,3})von\s$"),
    "fr": re.compile(r"(?P<words>(?:(?:[^\W\d_][\w-]*\s){0,2}|l')[^\W\d_][\w-]*\s)(?:de\s|d')$"),
}
#: German: "die große Deutung Ann Lees".
_NOUN_BEFORE = re.compile(
    r"\b(?:der|die|das|dem|den|des|eine[rnm]?|ein|diese[rnms]?)\s(?:[a-zäöüß]+\s)?"
    r"(?P<words>[A-ZÄÖÜ][\w-]+\s)$",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:\b(?:the|an?|this|that|der|die|das|dem|den|des|eine?[rnms]?|diese[rnms]?|la|les?|une?"
    r"|cette|cet|ce)\s|\bl')(?:[^\W\d_][\w-]*\s){0,2}$"
)
_THE = re.compile(r"\b(?:the|an?)\s$")
_FINITE = frozenset().union(*AUXILIARIES.values(), *COPULAS.values())
_NOUNS = _SAID | EPONYMS | frozenset().union(*TERM_OF_NAME.values())
_NEAR = 60
_MOST_WORDS = 4


def genitive(told: Told, person: Person) -> Span | None:
    """The span of a name with such a noun."""
    reading = told.reading
    if not (reading.established(person) or person.introduced or told.knows(person)):
        return None
    if _YEAR.match(reading.text, person.end) or is_kin(reading, person) or speaks(reading, person):
        return None
    span = _after(told, person) if person.possessive else None
    return span or _before(told, person) or _attribute(told, person)


def _is_of_life(reading: Reading, noun: str) -> bool:
    return (
        noun in _OF_LIFE
        or noun in OFFICES
        or noun in PLACES
        or noun in EVENT_WORDS
        or bool(LANGUAGES[reading.language].words.get(noun, 0) & ROLE)
    )


def _after(told: Told, person: Person) -> Span | None:
    """The name with the noun after its possessive."""
    reading, end, last, lower = told.reading, person.end, None, False
    for _ in range(_MOST_WORDS):
        found = _WORD.match(reading.lowered, end)
        if found is None or found["word"] in FUNCTION_WORDS or found["word"] in _FINITE:
            break
        word, end = found["word"], found.end()
        if _is_of_life(reading, word):
            return None
        upper = reading.text[found.start("word")].isupper()
        if reading.language == "de" and not upper:
            continue
        if reading.language != "de" and lower and upper:
            break
        lower = not upper
        if _is_his(told, person, word):
            last = end
    if last is None:
        return None
    on = _ON.match(reading.lowered, last)
    while on is not None and told.of(person.entries, on["word"]):
        last = on.end()
        on = _ON.match(reading.lowered, last)
    return person.start, last


def _before(told: Told, person: Person) -> Span | None:
    """The name with the noun whose complement it is."""
    reading, code = told.reading, told.reading.language
    low = max(reading.sentences.around(person.start)[0], person.start - _NEAR)
    found = _OF[code].search(reading.lowered, low, person.start)
    if found is None and person.possessive:
        other = {"en": _IS, "de": _NOUN_BEFORE}.get(code)
        found = None if other is None else other.search(reading.lowered, low, person.start)
    if found is None:
        return None
    noun = found["words"].replace("l'", "l' ").split()[-1]
    if noun in FUNCTION_WORDS or _is_of_life(reading, noun):
        return None
    if not (noun in WORK_NOUNS or _is_his(told, person, noun)):
        return None
    start = reading.lowered.rindex(noun, low, person.start)
    article = _ARTICLE.search(reading.lowered, max(low, start - 40), start)
    if article is None or not FUNCTION_WORDS.isdisjoint(article[0].split()[1:]):
        return start, person.end
    return article.start(), person.end


def _attribute(told: Told, person: Person) -> Span | None:
    """English: "the Lee ferryman", of one whom the text has spoken of."""
    reading = told.reading
    if reading.language != "en" or person.possessive or person.full:
        return None
    the = _THE.search(reading.lowered, max(0, person.start - 8), person.start)
    noun = _WORD.match(reading.lowered, person.end)
    if the is None or noun is None or reading.text[noun.start("word")].isupper():
        return None
    if noun["word"] in _OF_LIFE or noun["word"] in FUNCTION_WORDS | _FINITE:
        return None
    return (the.start(), noun.end()) if told.of(person.entries, noun["word"]) else None


def _is_his(told: Told, person: Person, noun: str) -> bool:
    """Whether a noun may be what somebody wrote, said or thought of."""
    if noun in _NOUNS or is_thought(noun) or _QUALITY.fullmatch(noun):
        return True
    return told.of(person.entries, noun)
