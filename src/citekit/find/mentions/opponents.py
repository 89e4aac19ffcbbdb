"""Claims of others about an author or work: "Her critics pointed out that …", "Kritiker wandten
ein, …", "D'autres ont montré que …".

Such a sentence names nobody, and goes on with what the text says of the author; what it claims
is not the author's.  Nouns for who judges a work, and indefinite pronouns, are closed
lists; the group is the subject, in the nominative.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import CLAIM_VERBS, FUNCTION_WORDS, POSSESSIVES
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
#: Who does research, several and none of them known: "Historians have shown that …".
_SCHOLARS = (
    "historians|economists|sociologists|philosophers|scholars|researchers|anthropologists"
    "|political scientists|psychologists|historiker|historikerinnen|soziologen|soziologinnen"
    "|ökonomen|ökonominnen|forscher|forscherinnen|philosophen|historiens|historiennes|sociologues"
    "|économistes|philosophes|chercheurs|chercheuses"
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
_THAT = r"(?:that|how|why|whether|dass|daß|que|qu'|wie|ob|comment|pourquoi)"
#: A group of judges, whose verb follows.
_BY_JUDGES = re.compile(
    rf"{_CLAUSE_BEGINS}(?:(?:{POSSESSIVES}|its|the|these|deren|dessen|die|les|des|[^\W\d_]+'s?)\s|{_SOME})?"
    rf"(?:(?!(?:and|or|und|oder|et|ou)\b)[^\W\d_]+\s)?(?:{_JUDGES})\s(?P<next>[^\W\d_]+)"
)
#: Others, who claim something with a clause.
_BY_OTHERS = re.compile(
    rf"{_CLAUSE_BEGINS}(?:(?:others|some|many|d'autres|certains|andere|manche|einige|viele)"
    rf"|{_SOME}(?:[^\W\d_]+\s)?(?:{_SCHOLARS})|(?:{_SCHOLARS}))\s"
    rf"(?P<verbs>(?:[^\W\d_]+\s){{1,4}}?)(?:[^,.;:!?]{{0,40}},\s)?{_THAT}\b"
)
#: German: the subject behind its verb, "Dagegen wandten Kritiker ein".
_BEHIND = re.compile(
    r"^[^,.;:!?\"]{2,60}?\s(?P<verb>[^\W\d_]+en)\s(?:(?:ihre|seine|deren|dessen|die|einige|manche"
    rf"|viele)\s)?(?:{_JUDGES})\s(?=[^\W\d_])"
)
#: "Andere hielten dagegen, …".
_AGAINST = re.compile(
    r"^(?:andere|manche|einige|viele|others|some|d'autres|certains)\s(?:[^\W\d_]+\s){0,2}?"
    r"(?:dagegen|entgegen|ein|objected|replied|countered|disagreed|objecté|objectaient|objectent"
    r"|répliqué|répliquaient)\b"
)
#: "Name, a colleague of …", "Name, die bei … studierte".
_APPOSED = re.compile(
    r"(?:(?:And|But|Und|Aber|Doch|Mais|Et)\s)?(?P<name>[A-ZÀ-Ý][\w.’'-]*(?:\s[A-ZÀ-Ý][\w.’'-]*){0,3}),"
    r"\s(?:an?|the|once|who|whose|then|eine?|der|die|deren|dessen|une?|l[ae]|qui|dont|élève|ancien(?:ne)?"
    r"|Schülerin|Schüler|Kollege|Kollegin)\s[^,;:.!?]*$"
)
_REPLIES = frozenset(
    """objected object replied reply responded respond countered counter complained complain
    retorted protested entgegneten entgegnen erwiderten erwidern wandten wenden monierten
    bemängelten behaupteten zeigten meinten argumentierten erklärten objecté objectent objectaient
    répliqué répliquent répondu rétorqué relevé reproché""".split()
)


def is_others_claim(lowered: str, start: int, end: int) -> bool:
    """Whether others than the author of whom a text speaks claim something in a sentence,
    with the whole of it or in a clause."""
    sentence = lowered[start:end]
    judges = _BY_JUDGES.search(sentence)
    if judges is not None and judges["next"] not in FUNCTION_WORDS - _HELPERS:
        return True
    others = _BY_OTHERS.search(sentence)
    if others is not None and not (CLAIM_VERBS | _REPLIES).isdisjoint(others["verbs"].split()):
        return True
    return _BEHIND.search(sentence) is not None or _AGAINST.search(sentence) is not None


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
