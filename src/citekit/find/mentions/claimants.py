"""Who claims something in a sentence that names nobody: an author or work that was named before it
("In her 1904 book she argued that …", "For him …", "Ihm zufolge …", "The historian has shown that
…", "Das Buch zeigt, dass …"), or others about him ("Her critics pointed out that …", "Kritiker
wandten ein, …"): what they claim is not the author's.

Pronouns, possessives, articles and prepositions are closed classes, nouns for who judges a work
a closed list; the verb is one of claim and has a clause for its object.  German has its finite
verb second, with one constituent or a clause before it (Duden, Die Grammatik).  Words are in the
form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.find.citingverbs import AUXILIARIES, COPULAS, IRREGULAR
from citekit.find.citingwords import (
    CLAIM_NOUNS,
    CLAIM_VERBS,
    FUNCTION_WORDS,
    GENDERS,
    OPENING,
    PLURALS,
    POSSESSIVES,
    SPEECH_VERBS,
    THEORY_NOUNS,
    WORK_NOUNS,
)
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.clauses import predicate
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

_JUDGES = (
    "critics?|reviewers?|opponents?|detractors?|s[ck]eptics?|rivals?|adversar(?:y|ies)|commentators?"
    "|colleagues?|readers?|followers?|disciples?|admirers?|defenders?|contemporaries"
    "|kritiker(?:in|innen)?|gegner(?:in|innen)?|rezensent(?:en|in|innen)?|widersacher(?:in|innen)?"
    "|skeptiker(?:in|innen)?|kollegen|kolleginnen|nachfolger(?:in|innen)?|zeitgenossen"
    "|kommentator(?:en|innen)?|critiques?|détract(?:eur|rice)s?|adversaires?|opposant(?:e?s)?"
    "|contradict(?:eur|rice)s?|commentat(?:eur|rice)s?|lect(?:eur|rice)s|disciples?|collègues?"
)
_SOME = (
    r"(?:some|many|several|most|later|recent|other|few|einige|manche|viele|mehrere|andere|spätere"
    r"|certains|plusieurs|quelques|beaucoup\sde|bien\sdes|d'autres|de\snombreux)\s"
)
_CLAUSE_BEGINS = (
    r"(?:^|[,;:]\s|\s(?=(?:and|but|und|aber|mais|et)\s))"
    r"(?:(?:and|but|yet|while|whereas|though|although|und|aber|doch|während|obwohl|mais|et|or"
    r"|cependant|pourtant|however|since|soon|later|today)[,\s]\s?)?"
)
#: A group of judges, whose verb follows.
_BY_JUDGES = re.compile(
    rf"{_CLAUSE_BEGINS}(?:(?:{POSSESSIVES}|its|the|these|deren|dessen|die|les|des|[^\W\d_]+'s?)\s|{_SOME})?"
    rf"(?:(?!(?:and|or|und|oder|et|ou)\b)[^\W\d_]+\s)?(?:{_JUDGES})\s(?P<next>[^\W\d_]+)"
)
#: "Name, a colleague of …", "Name, die bei … studierte".
_APPOSED = re.compile(
    r"(?:(?:And|But|Und|Aber|Doch|Mais|Et)\s)?(?P<name>[A-ZÀ-Ý][\w.’'-]*(?:\s[A-ZÀ-Ý][\w.’'-]*){0,3}),"
    r"\s(?:an?|the|once|who|whose|then|eine?|der|die|deren|dessen|une?|l[ae]|qui|dont|élève|ancien(?:ne)?"
    r"|Schülerin|Schüler|Kollege|Kollegin)\s[^,;:.!?]*$"
)


def is_others_claim(lowered: str, start: int, end: int) -> bool:
    """Whether others than the author of whom a text speaks claim something in a sentence,
    with the whole of it or in a clause."""
    judges = _BY_JUDGES.search(lowered[start:end])
    return judges is not None and judges["next"] not in FUNCTION_WORDS - _HELPERS


def is_apposed(reading: Reading, person: Person, start: int) -> bool:
    """Whether a sentence that begins at ``start`` is somebody else's, whom an apposition or
    relative clause ties to ``person``: "Name, a student of X's, argues that …"."""
    apposed = _APPOSED.match(reading.text, start, person.start)
    if apposed is None or FUNCTION_WORDS.issuperset((apposed["name"].split()[0].lower(),)):
        return False
    return not any(
        not set(one.entries).isdisjoint(person.entries)
        for one in reading.people_between(start, apposed.end("name"))
    )


#: Verbs that may help the judges' own.
_HELPERS = frozenset(
    "have had has would could did do can may will were was are is haben hatten werden würden "
    "sind waren ont avaient sont étaient n'ont se s'".split()
)


_ONE = r"(?P<who>s?he|ils?|elles?|they)"
#: "In her 1904 book(,) she", "En 1904, elle": what stands between has no clause of its own.
_SUBJECT = re.compile(
    rf"{OPENING}(?:(?:as early as|already in|in|at|on|by|from|during|after|before|since|throughout"
    r"|against|with|regarding|concerning|dès|à|contre|dans|en|vers|lors de|pendant|après|depuis"
    r"|avec|concernant)\s(?P<where>[^;:!?\"]{2,90}?),?\s)?"
    rf"{_ONE}(?=\s)"
)
#: In such words a clause of its own begins.
_CLAUSES = frozenset(
    """that which who whom whose when where while because if although though as and que qu' qui
    dont où quand lorsque si et""".split()
)
#: What somebody writes in these is in none of his works.
_LETTERS = frozenset(
    """letter letters postcard diary mail e-mail email brief briefen tagebuch mails lettre lettres
    courriel journal""".split()
)
_NOWHERE = _CLAUSES | _LETTERS
#: "argued after Name that", "affirmait en 1904 que": between a verb and its clause.
_PLACED = re.compile(
    r"\s(?P<verb>[^\W\d_]+)\s(?:as early as|in|at|on|by|from|during|after|before|since|throughout"
    r"|against|with|early|late|dès|en|à|après|pendant|depuis|contre)\s(?P<where>[^,.;:!?\"]{2,60}?)\s"
    r"(?P<opener>that|que|qu')\s?(?P<next>[^\W_]+)"
)
#: German: "In ihrem Buch von 1904 vertrat sie …, dass".
_SECOND = re.compile(
    r"(?P<where>[^,.;:!?\"]{2,110}?)\s(?P<verb>[^\W\d_]+)\s(?P<who>er|sie)\b"
    r"(?:\s[^.;:!?\"]{0,70}?)?,\s(?:dass|daß|wie|warum|weshalb|ob)\b(?!\s?[.!?;])"
)
#: German: a subject before its verb.
_FIRST = re.compile(rf"{OPENING}(?P<who>er|sie)(?=\s)")
#: What somebody is sure of, or his thesis before a colon or in apposition.
_STATED = re.compile(
    rf"{OPENING}(?:(er|sie)\s(?:ist|war)\s(?:[^\W\d_]+\s){{0,2}}?überzeugt,\s(?:dass|daß)\b"
    r"|für\s(ihn|sie)\s(?:steht|stand)\s(?:[^\W\d_]+\s)?fest,\s(?:dass|daß)\b"
    r"|(seine?|ihre?|his|her|son|sa)\s(?:[^\W\d_]+\s)?(?:(?:kern|grund)?these|diagnose|befund|fazit"
    r"|schlussfolgerung|prognose|thesis|argument|diagnosis|conclusion|thèse|constat|diagnostic)"
    r"(?:\s?:\s|(?:\slautet)?,\s(?:that|dass|daß)\s))"
)
#: What says whose view follows, whatever follows.
_VIEW = re.compile(
    rf"{OPENING}(?:(?:in|to|according to)\s(?:(?P<his>his|her|their)\s(?:view|account|opinion"
    r"|telling|eyes(?!\sthere)|reading|judge?ment|estimation)(?!\s(?:from|out|over)\s)|(?:him|her|them)(?=,))\b"
    r"|(?P<ihm>ihm|ihr|ihnen)\szufolge\b|(?P<sein>seiner|ihrer)\s(?:ansicht|meinung|auffassung|lesart"
    r"|überzeugung|darstellung)\snach\b|(?:in|nach)\s(?P<seinen>seine[nrm]|ihre[nrm])\s(?:augen\s(?:ist|sind|war|waren|wird|bleibt|macht|hat)|ansicht"
    r"|auffassung|meinung|lesart|darstellung|überzeugung)\b"
    r"|(?:selon|d'après)\s(?P<lui>lui|elle|eux|elles)\b|(?:à|aux)\s(?:ses|leurs)\syeux\b"
    r"|à\s(?:son|leur)\savis\b)"
)
_DETERMINERS = (
    r"(?:the|an?|this|that|these|those|every|each|all|no|any|such|most|what|nothing|everything)"
)
#: "For him the trouble is …", "Pour elle(,) la ville est …": a thing is called another.
_TO_HIM = re.compile(
    rf"{OPENING}(?:(?:for|to)\s(?P<him>him|them|her(?=(?:,?\s{_DETERMINERS}\s)|,))"
    r"|pour\s(?P<lui>lui|elle|eux|elles)(?=,?\s(?:l[ae]s?\s|l'|une?\s|ce(?:la|t|tte|s)?\s|c'|tout|rien)))"
    r",?\s(?P<thing>[^,.;:!?\"]{1,60}?)\s?(?:ne\s|n'|\b)"
    r"(?P<verb>is|are|isn't|aren't|was|were|wasn't|weren't|est|sont|était|étaient|means|meant"
    r"|signifie|remains|reste)\s(?P<rest>[^.;:!?]+)"
)
_FOR_HIM = re.compile(
    rf"{OPENING}(?:für|bei)\s(?P<who>ihn|ihm|sie|ihr)\s(?P<verb>ist|sind|war|waren|bleibt|bleiben|bedeutet|heißt)"
    r"\s(?P<rest>[^.;:!?]+)"
)
#: A noun that says what something is, or a clause: "not a place but a promise", "ein Spiel".
_NOMINAL = re.compile(
    r"(?:(?:only|just|simply|above all|never|not|no longer|less|rather|surtout|pas|jamais"
    r"|plus|d'abord|avant tout|moins)\s){0,2}"
    r"(?:(?:an?|the|what|nothing|that|how|une?|l[ae]s?|d[eu]|des|ce|ceux)\s|l'|d'|qu)|.{2,60}?\s(?:but|mais)\s"
)
_GERMAN_NOMINAL = re.compile(
    r"(?!es\s|das\s\w+$)(?:(?:entscheidend|wichtig|klar|wesentlich|zentral|ausgemacht|sicher)[^,]{0,30},\s(?:dass|daß|wie|ob)\b"
    r"|(?:(?:der|die|das|de[nm]|ein|eine|kein|keine|jede[rs]?|alle|diese[rs]?)\s)?[^,]{2,60}?\s"
    r"(?:nicht\s|nur\s|vor\sallem\s|immer\s|kein\s)?(?:eine?|keine?|der|die|das)\s[^,]{3,})"
)
#: "Her point was that …", "Sein Argument lautet, dass …", "Son idée était que …".
_POINT = re.compile(
    rf"{OPENING}(?P<his>its|{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}?(?P<noun>[^\W\d_]+)\s"
    r"(?:(?:was|is|remains|remained|war|ist|lautet|lautete|était|est)\s(?:simply\s|always\s|never\s"
    r"|also\s|stets\s|immer\s|toujours\s)?(?:that|how|que|qu')|(?:war|ist|lautet|lautete)(?:\s[^,.;:!?]{0,20})?,"
    r"\s(?:dass|daß))"
)
#: "The historian", "Der Kasseler Soziologe", "L'historienne", "It", "Das Buch", "L'ouvrage".
_NAMED = re.compile(
    rf"{OPENING}(?:(?P<article>the|this|der|die|das|diese[rs]?|le|la|les|cet(?:te)?|ce)\s|(?P<elided>l'))"
    r"(?P<words>[^\W\d_]+(?:[\s-][^\W\d_]+){0,3})(?=\s)"
)
#: "Ports, she maintained there, …", "…, so argumentierte er dort, …", "…, soutenait-elle, …".
_INSERTED = re.compile(
    r",\s(?:(?P<who>s?he)\s(?:[^\W\d_]+ly\s|also\s|once\s)?(?P<verb>[^\W\d_]+)(?:\s(?:there|here|elsewhere))?"
    r"|(?:so\s)?(?P<second>[^\W\d_]+)\s(?P<er>er|sie)(?:\s(?:dort|darin|hier|da))?"
    r"|(?P<before>[^\W\d_]+)-(?:t-)?(?P<il>il|elle))[,.]"
)
_IT = re.compile(rf"{OPENING}(?P<it>it|es)(?=\s)")
_OTHERS = frozenset(
    """other others another second third same next latter former andere anderen anderer zweite
    zweiter dritte nächste autre autres second seconde même dernier""".split()
)
#: Endings of nouns of several writers, and what else two are called.
_PLURAL = {"en": ("s",), "de": ("en", "er"), "fr": ("s",)}
_SEVERAL = frozenset("pair duo two three deux beiden".split())
_MASCULINE, _FEMININE = frozenset(("der", "le", "dieser")), frozenset(("die", "la", "diese"))


class Claimant(NamedTuple):
    """Who claims something: a ``"pronoun"``, a ``"writer"`` or a ``"work"``; the gender
    (``m``, ``f`` or empty), and whether there are several."""

    who: str
    gender: str
    many: bool = False


@lru_cache(maxsize=512)
def outright(text: str, lowered: str, start: int, end: int, code: str) -> Claimant | None:
    """Who claims something outright in a sentence that names nobody; None for nobody."""
    stated = _STATED.match(lowered, start, end)
    if stated is not None:
        return _one(next(filter(None, stated.groups())))
    found = (
        _viewed(lowered, start, end)
        or _pointed(lowered, start, end)
        or _inserted(lowered, start, end)
    )
    if found is not None:
        return found
    if code == "de":
        second = _SECOND.match(lowered, start, end)
        if second is not None and not _LETTERS.isdisjoint(second["where"].split()):
            return None
        if second is not None and _is_claim(second["verb"]):
            return _one(second["who"])
        first = _FIRST.match(lowered, start, end)
        if first is not None and _claims(text, lowered, first.end(), end, code, False):
            return _one(first["who"])
    elif (subject := _SUBJECT.match(lowered, start, end)) is not None:
        where = (subject["where"] or "").split()
        if _NOWHERE.isdisjoint(where):
            weak = bool(where) and WORK_NOUNS.isdisjoint(where)
            many = subject["who"] in PLURALS
            claims = _claims(text, lowered, subject.end(), end, code, many, weak)
            claims = claims or _is_placed(text, lowered, subject.end(), end)
            return _one(subject["who"]) if claims else None
    return _named(text, lowered, start, end, code)


def _one(word: str) -> Claimant:
    return Claimant("pronoun", GENDERS.get(word, ""), word in PLURALS)


def _viewed(lowered: str, start: int, end: int) -> Claimant | None:
    """Whose view a sentence opens with."""
    view = _VIEW.match(lowered, start, end)
    if view is not None:
        words = [word for word in view.groupdict().values() if word]
        if not words:
            words = view[0].split()[-1:]
        return _one(words[0])
    to_him = _TO_HIM.match(lowered, start, end)
    if to_him is not None:
        rest = to_him["rest"]
        if _NOMINAL.match(rest):
            return _one(to_him["him"] or to_him["lui"])
        return None
    for_him = _FOR_HIM.match(lowered, start, end)
    if for_him is not None and (
        for_him["verb"] in ("bedeutet", "heißt") or _GERMAN_NOMINAL.match(for_him["rest"])
    ):
        return _one(for_him["who"])
    return None


def _pointed(lowered: str, start: int, end: int) -> Claimant | None:
    """Whose point a sentence says to be that something is so."""
    point = _POINT.match(lowered, start, end)
    if point is None:
        return None
    noun = point["noun"]
    if noun in CLAIM_NOUNS or noun in THEORY_NOUNS or noun.endswith(("argument", "these")):
        return Claimant("work", "") if point["his"] == "its" else _one(point["his"])
    return None


def _inserted(lowered: str, start: int, end: int) -> Claimant | None:
    """Who claims it, between commas, with a verb that reports more than speech."""
    if lowered.find('"', start, end) != -1:
        return None
    for said in _INSERTED.finditer(lowered, start, end):
        verb = said["verb"] or said["second"] or said["before"]
        if _is_claim(verb) and verb not in SPEECH_VERBS:
            return _one(said["who"] or said["er"] or said["il"])
    return None


def _is_claim(verb: str) -> bool:
    return verb in CLAIM_VERBS and not verb.endswith("en")


def _claims(
    text: str, lowered: str, at: int, end: int, code: str, many: bool, weak: bool = False
) -> bool:
    """Whether a verb of claim and a clause follow the subject that ends at ``at``; if what
    else there is is ``weak``, one that reports more than speech."""
    found = predicate(text, lowered, at, end, code, many)
    return (
        found is not None
        and found.complement == "clause"
        and not found.unreal
        and found.verb in CLAIM_VERBS
        and not (weak and found.verb in SPEECH_VERBS)
    )


def _is_placed(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a verb of claim, its time or place and then its clause follow ``at``; a
    relative clause is none ("in a book that sold well")."""
    placed = _PLACED.match(lowered, at, end)
    if placed is None or placed["verb"] not in CLAIM_VERBS:
        return False
    last = placed["where"].split()[-1]
    named = last.isdigit() or text[placed.start("opener") - len(last) - 1].isupper()
    if named or placed["opener"] != "that":
        return named
    following = placed["next"]
    return not (
        following in AUXILIARIES["en"]
        or following in COPULAS["en"]
        or following in IRREGULAR
        or following.endswith("ed")
        or following in ("he", "she", "they", "it", "i", "we", "you")
    )


def _named(text: str, lowered: str, start: int, end: int, code: str) -> Claimant | None:
    """A noun for who writes, or for a work, whose verb of claim has a clause."""
    it = _IT.match(lowered, start, end)
    if it is not None:
        if lowered.startswith((" sich ", " heißt"), it.end()):
            return None
        reflexive = code == "de" and " sich" in lowered[it.end() : it.end() + 20]
        claims = not reflexive and _claims(text, lowered, it.end(), end, code, False)
        return Claimant("work", "") if claims else None
    found = _NAMED.match(lowered, start, min(end, start + 100))
    if found is None:
        return None
    at = found.start("words")
    words = re.split(r"[\s-]", found["words"])
    for count in range(len(words), 0, -1):
        noun = words[count - 1]
        work = noun in WORK_NOUNS
        many = not work and (noun.endswith(_PLURAL[code]) or noun in _SEVERAL)
        if not work and (
            noun in FUNCTION_WORDS or not (is_writer(noun) or (many and noun in _SEVERAL))
        ):
            continue
        if not _OTHERS.isdisjoint(words[:count]):
            return None
        stop = at + len(" ".join(words[:count]))
        if text[stop + 1 : stop + 2].isupper():
            return None  # "the historian Ann Lee"
        if _claims(text, lowered, stop, end, code, many):
            article = found["article"] or ""
            if work or many:
                return Claimant("writer" if many else "work", "", many)
            return Claimant("writer", "m" if article in _MASCULINE else
                        "f" if article in _FEMININE else "")  # fmt: skip
    return None
