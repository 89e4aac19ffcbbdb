"""Claims of others about an author or work: "Her critics pointed out that …", "Kritiker wandten
ein, …", "D'autres ont montré que …".

Such a sentence names nobody, and goes on with what the text says of the author; what it claims
is not the author's.  Nouns for who judges a work, and indefinite pronouns, are closed
lists; the group is the subject, in the nominative.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import FUNCTION_WORDS, POSSESSIVES
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
