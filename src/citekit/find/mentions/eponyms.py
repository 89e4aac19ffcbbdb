"""Nouns and adjectives with an author's name: "Lee's ferryman", "le pacte de Lee"; terms of the
field, "the Lee curve", "die Lee-Kurve"; "the Weberian notion of …", "l'analyse foucaldienne".

Where no list has the noun, it is the author's if it stands in the title of a work, or where the
text has spoken of the work in that word; nouns for what one says and for terms of the field need
none of it.  A relation, a part of the body, what one owns or does in life is in no book.  An
adjective, or a compound, is a mention where the text has named the author in full before, or
cites him, and a noun of theory stands beside it: anything else may be Weberian too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from citekit.find.citingverbs import EVENT_WORDS, FINITE
from citekit.find.citingwords import (
    EPONYMS,
    FUNCTION_WORDS,
    LIVES,
    OFFICES,
    PLACES,
    PREPOSITIONS,
    TERM_OF_NAME,
    THEORY_NOUNS,
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
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key
from citekit.find.worktitles import lower

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
        if found is None or found["word"] in FUNCTION_WORDS or found["word"] in FINITE:
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
    if noun in FUNCTION_WORDS or noun in LIVES or _is_of_life(reading, noun):
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
    if noun["word"] in _OF_LIFE or noun["word"] in FUNCTION_WORDS | FINITE:
        return None
    return (the.start(), noun.end()) if told.of(person.entries, noun["word"]) else None


def _is_his(told: Told, person: Person, noun: str) -> bool:
    """Whether a noun may be what somebody wrote, said or thought of."""
    if noun in _NOUNS or is_thought(noun) or _QUALITY.fullmatch(noun):
        return True
    return told.of(person.entries, noun)


_TERMS = {code: "|".join(sorted(nouns)) for code, nouns in TERM_OF_NAME.items()}
#: Words behind a noun that are no part of its name: "une thèse chez Lee".
_NO_TERMS = rf"qu\w*|avant|dont|{'|'.join(sorted(PREPOSITIONS - {'du', 'des'}))}"
_TERM_AFTER = {
    "en": re.compile(rf"\s(?:{_TERMS['en']})\b"),
    "de": re.compile(rf"(?:-|\s|'?sche[nrms]?\s)(?:{_TERMS['de']})(?:e?s|e?n)?\b"),
}
_BEFORE_TERM = {
    "en": re.compile(r"\bthe\s(?:so-called\s)?$"),
    "de": re.compile(r"\b(?:die|der|das|den|dem|des)\s(?:sogenannte[nrms]?\s)?$"),
    "fr": re.compile(
        rf"(?:\b(?:la|le|cette|ce|cet|une?|du)\s|\b[ld]')(?:{_TERMS['fr']})\s"
        rf"(?:(?:de\s(?:l'|la\s)?|d')?(?!(?:{_NO_TERMS})\s)[^\W\d_]{{3,}}\s)?(?:de\s|d'|dite\sde\s)?$"
    ),
}
#: Code points before a name in a term that are looked at.
_FAR_BEFORE = 40
_THEORY = THEORY_NOUNS | frozenset(
    """tradition sense framework lens vein terminology thought
    sinne sicht perspektive begriff tradition denken terminologie
    lecture grille pensée cadre sens tradition vocabulaire""".split()
)
#: A shorter name begins too many other words (code points).
_SHORTEST = 3
#: English -ian, -ean, -esque; French -ien; German -sch, -'sch.
_ENDING = re.compile(r"(?:s?ian|ean|esque|s?ien(?:ne)?s?|(?P<german>e?'?sche[nrms]?))\b")
#: After a German adjective: its noun, past another adjective.
_GERMAN_NOUN = re.compile(r"\s(?:[a-zäöüß]+e[nrms]?\s)?[A-ZÄÖÜ][\w-]+")
#: Adjectives of nations and creeds, which are those of families as well: Russ, George, Pers.
_NATIONS = frozenset(
    """russian georgian persian christian indian asian italian austrian hungarian norwegian belgian
    egyptian bavarian brazilian canadian victorian edwardian roman german korean european american
    african mexican chilean cuban indien indienne autrichien autrichienne prussian prussien
    parisian parisien parisienne julian gregorian martian""".split()
)
_JOINED = re.compile(r"-(?P<noun>[A-ZÄÖÜ][^\W\d_]+)\b")
_NAMED = TERM_OF_NAME["de"] | frozenset(
    "aufsatz studie buch diktum formel experiment argument vorlesung".split()
)
_BEFORE = re.compile(r"(?:\b(?:the|a|an|der|die|das|den|dem|des|la|le|les|une?)\s|\bl')$")
_THEORY_BEFORE = re.compile(r"(?:\b(?:la|le|les|une?|cette|ce)\s|\bl'|\bd')?(?P<noun>[^\W\d_]+)\s$")
_NOUN_AFTER = re.compile(
    r"\s(?P<noun>[^\W\d_]+)\b(?:\s(?:of|des|der|von)\s(?:the\s|a\s)?[^\W\d_]+)?"
)


def adjectives(reading: Reading) -> Iterator[Suggestion]:
    """The mentions by an adjective, or by a compound with the name."""
    german = reading.language == "de"
    authors: dict[str, Person] = {}
    for person in reading.people:
        family = reading.text[person.start : person.bare].rsplit(" ", 1)[-1]
        key = lower(family)
        if key not in authors and (person.full or (german and reading.established(person))):
            authors[key] = person
    for family, person in authors.items():
        for stem in _stems(family):
            yield from _of(reading, stem, person)
    known = reading.linked.union(*(person.entries for person in authors.values()))
    yield from _printed(reading, known)


def _printed(reading: Reading, known: Set[int]) -> Iterator[Suggestion]:
    """The adjectives and compounds with the whole name of an author of ``known`` works, or, in
    a term of the field, of any."""
    text, lowered, families = reading.text, reading.lowered, reading.catalogue.families
    german = reading.language == "de"
    for _, start, end in reading.printed.names:
        sign = text[end : end + 1]
        if not (sign.isalpha() or (sign and sign in "-'’")) or end - start <= _SHORTEST:
            continue
        if not text[start].isupper() or text[start - 1 : start].isalnum():
            continue
        ending = _ENDING.match(lowered, end)
        if ending is None and sign != "-":
            continue
        place = bisect_left(reading.citing, (end, -1)) - 1
        if place >= 0 and reading.citing[place][1] > start:
            continue
        works = families.get(name_key(text[start:end]), ())
        entries = tuple(dict.fromkeys(entry for entry, _ in works if entry in known))
        if not entries and german and _TERM_AFTER["de"].match(lowered, end):
            entries = tuple(dict.fromkeys(entry for entry, _ in works))  # "die Lee-Kurve"
        if entries:
            span = _span(reading, start, end, ending)
            if span is not None:
                yield _suggested(reading, span, start, entries, text[start:end])


def _stems(family: str) -> Iterator[str]:
    """The forms of a family name before the ending: Foucault, Foucauld-, foucald-."""
    if len(family) > _SHORTEST:
        yield family.removesuffix("e")
        if family.endswith("ault"):
            yield family[:-1] + "d"
            yield family[:-3] + "ld"


def _of(reading: Reading, stem: str, person: Person) -> Iterator[Suggestion]:
    lowered = reading.lowered
    at = lowered.find(stem, person.bare - len(stem))
    while at != -1:
        if not lowered[at - 1 : at].isalnum():
            ending = _ENDING.match(lowered, at + len(stem))
            span = None if ending is None else _span(reading, at, at + len(stem), ending)
            if span is not None:
                yield _suggested(reading, span, at, person.entries, person.name)
        at = lowered.find(stem, at + len(stem))


def _span(
    reading: Reading, at: int, end: int, ending: re.Match[str] | None
) -> tuple[int, int] | None:
    """The adjective with its noun, or the compound, that begins with a name."""
    if ending is None:
        return _compound(reading, at, end)
    if reading.lowered[at : ending.end()] in _NATIONS:
        return None
    return _beside(reading.lowered, at, ending.end()) or _with_noun(
        reading, at, ending.end(), ending["german"] is not None
    )


def _suggested(
    reading: Reading, span: tuple[int, int], at: int, entries: Sequence[int], name: str
) -> Suggestion:
    choice = reading.choose(entries, at, reading.lowered[slice(*span)])
    reasons = (f"an adjective made of {name}",)
    return reading.suggest(span, "mention", choice, "adjective", weight=0.7, reasons=reasons)


def _with_noun(reading: Reading, at: int, end: int, german: bool) -> tuple[int, int] | None:
    """A German adjective with whatever noun it has, others with a quoted term: "die
    Namesche Trias", "Nameian “drift”"."""
    lowered, text = reading.lowered, reading.text
    quotes = reading.quotes_between(end, end + 2)
    if quotes and quotes[0] in reading.short:
        after = quotes[0][1]
    elif german and (noun := _GERMAN_NOUN.match(text, end)) is not None:
        after = noun.end()
    else:
        return None
    article = _BEFORE.search(lowered, max(0, at - 6), at)
    return (article.start() if article is not None else at), after


def _compound(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """A noun of thought or for a work that a hyphen joins to the name: "das Name-Theorem"."""
    noun = _JOINED.match(reading.text, end)
    if noun is None:
        return None
    word = noun["noun"].lower()
    if not (is_thought(word) or {word, word.removesuffix("s")} & (_THEORY | WORK_NOUNS | _NAMED)):
        return None
    article = _BEFORE.search(reading.lowered, max(0, at - 6), at)
    return (article.start() if article is not None else at), noun.end()


def _beside(lowered: str, start: int, end: int) -> tuple[int, int] | None:
    """The adjective with the noun of theory beside it."""
    after = _NOUN_AFTER.match(lowered, end)
    if after is not None and after["noun"].removesuffix("s") in _THEORY:
        article = _BEFORE.search(lowered, max(0, start - 6), start)
        return (article.start() if article is not None else start), after.end()
    before = _THEORY_BEFORE.search(lowered, max(0, start - 30), start)
    if before is not None and before["noun"].removesuffix("s") in _THEORY:
        return before.start(), end
    return None


def eponym(told: Told, person: Person) -> Span | None:
    """The span of a term with a surname: "the Lee curve", "Lee's law", "la loi de Lee"; it
    needs no author whom the text introduces."""
    lowered, code = told.reading.lowered, told.reading.language
    if person.full:
        return None
    before = _BEFORE_TERM[code].search(lowered, max(0, person.start - _FAR_BEFORE), person.start)
    if code == "fr":
        return None if before is None else (before.start(), person.bare)
    after = _TERM_AFTER[code].match(lowered, person.end)
    if after is None or not (before or person.possessive):
        return None
    return (person.start if before is None else before.start()), after.end()
