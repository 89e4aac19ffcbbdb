"""Sentences whose subject is not the author, and that still say what he holds.

"Since X we know that …", "to X the harbour was …", "the thesis that … goes back to X",
"X's answer: …", "…, X, for whom …".  Prepositions, conjunctions and verbs of being are
closed classes; nouns of thought are recognised by :func:`citekit.find.mentions.clauses.is_thought`.
Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import CLAIM_NOUNS, CLAIM_WORDS, WORK_NOUNS
from citekit.find.mentions.clauses import is_thought

_ROLE = r"(?:(?:the|der|die|dem|den|le|la|l')\s?)?(?:[^\W\d_]+['\s]){0,3}"
#: "since X", "we know from X", "chez X": whoever it is from.
_FROM = re.compile(
    r"(?:^|\b(?:we|one|you|they|i|on|nous|je|man|wir|ich|weiß|wissen|sait)\s(?:[^\W\d_]+\s){1,4}?)"
    r"(?:since|from|thanks to|with|after|in|through|reading|seit|von|mit|dank|durch|bei|nach"
    rf"|depuis|de|d'|avec|grâce à|chez|à lire|dans|après)\s?{_ROLE}$"
)
_THAT = re.compile(
    r"(?:,?\s[^\W\d_,]+){0,7}?"
    r"(?:\s(?:that|how|why|que|comment|pourquoi)\b|\squ'|,\s(?:dass|daß|wie|warum|weshalb)\b)"
)
#: "to X the harbour was …", "chez X, le port est …".
_TO = re.compile(rf"(?P<prep>for|to|für|bei|pour|chez|avec)\s{_ROLE}$")
_READ = re.compile(
    rf"(?:à lire|à entendre|à relire|à suivre|si l'on (?:suit|lit|en croit))\s{_ROLE}$"
)
_BEING = re.compile(
    r"(?P<comma>,)?\s"
    r"(?!(?:to|and|or|in|at|on|as|who|of|by|with|from|the first|und|oder|et|ou)\b)"
    r"(?:on dira|[^.;:!?,]{2,60}?\b(?:is|are|was|were|becomes?|became|remains?|means|has|ist|sind"
    r"|war|waren|wird|bleibt|heißt|est|sont|était|étaient|devient|reste|n'est|commence))\b"
)
_SECOND = re.compile(
    r"\s(?:ist|sind|war|waren|wird|werden|bleibt|heißt|bedeutet|beginnt|gibt es|gilt|besteht"
    r"|liegt)\b"
)
#: "In the model of X and Y, …".
_IN_THEORY = re.compile(
    r"(?:in|on|under|within|dans|selon|im|nach)\s(?:(?:the|le|la|les|der|dem)\s|l')?(?:[^\W\d_]+\s)?"
    rf"(?P<noun>[^\W\d_]+)\s(?:of|von|de|d')\s?{_ROLE}$"
)
_THEN = re.compile(
    r"(?:\s(?:and|und|et)\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
    r"(?:,\s|\s(?:ist|sind|war|wird|werden|an?|the|every|each|all|no)\s)"
)
#: "It was, for X, the first step".
_TO_INSIDE = re.compile(rf",\s(?:for|according to|selon|pour|d'après|für|laut)\s{_ROLE}$")
#: "Bei X wandert der Zwang nach innen."
_AT = re.compile(rf"(?:(?:aber|und|doch|auch|schon)\s)?bei\s{_ROLE}$")
_PRESENT = re.compile(
    r"(?:\s(?:und|&)\s[^\W\d_]+)?\s(?!hat\b|haben\b)[^\W\d_]{2,}(?:t|en)\s(?:[^\W\d_]+\s){2}"
)
#: "if X is right", "si X a raison", "wenn X recht hat".
_IF = re.compile(rf"(?:and\s|but\s|und\s|et\s)?(?:if|si|wenn|falls)\s{_ROLE}$")
_RIGHT = re.compile(
    r"\s(?:is|was|are|were)\s(?:right|correct|to be believed)\b|\sa(?:vait)?\sraison\b"
    r"|\srecht\s(?:hat|hatte|haben)\b"
)
#: "the thesis that … goes back to X".
_IDEA = re.compile(
    r"(?:(?:but|and|yet|aber|und|doch|mais|et)\s)?"
    r"(?:(?:the|this|die|der|das|diese[rs]?|la|le|cette|cet?)\s|l')"
    r"(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+)"
    r"(?:\sthat\b|,\s(?:dass|daß|wonach|nach de[mr])\b|\s(?:que|selon la?quelle?)\b|\squ')"
)
_SOURCE = re.compile(rf"\b(?:to|from|by|with|von|auf|bei|durch|de|d'|à|par|chez)\s?{_ROLE}$")
#: "X's answer: …", "X's point is a simple one: …", "X's insight, that …".
_HIS_IDEA = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?P<noun>[^\W\d_]+)(?::\s|,?\s(?:that|dass|daß|que)\s|\squ'|(?P<bare>,\s)"
    r"|\s(?:is|was|lautet|lautete|ist|war|runs|goes|besteht)\b"
    r"[^.;:!?,]{0,40}?(?:,?\s(?:that|dass|daß)\b|:\s))"
)
_ACCOUNTS = frozenset(
    "account analysis model theory research work history analyse modell theorie".split()
)
_COLON = re.compile(r"\s?:\s(?=[^\W\d_])")
#: "the logic is the one laid out by X in 1995: …".
_MADE_BY = re.compile(
    r"\b(?:[^\W\d_]+ed|laid|set|put|made|drawn|given|written|told|found|[^\W\d_]+t|[^\W\d_]+ée?s?)"
    rf"(?:\s(?:out|forth|down|forward|first|best|early|long ago))?\s(?:by|von|par)\s{_ROLE}$"
)
_THEN_COLON = re.compile(r"[^.;:!?\"]{0,40}:\s(?=[^\W\d_])")
#: "X's work suggests that …": of a book or claim; a model or theory is first of all a term.
_ITS_CLAUSE = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?P<noun>[^\W\d_]+)(?:\s[^\W\d_]+){1,3}?,?\s(?:that|dass|daß|que)\b"
)
#: "X's history of the colonies established that …", "X's account puts the weight on …: …".
_ITS_STUDY = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?P<noun>[^\W\d_]+)"
    r"(?:\s(?:of|on|about|der|des|über|von|zu|zum|zur)\s[^.;:!?,\"]{3,50}?)?"
    r"\s(?P<verb>[^\W\d_]{3,}(?:s|ed|t|te))(?:\s[^.;:!?,\"]{0,50}?)?"
    r"(?P<clause>\sthat\s|:\s(?=[^\W\d_])|,\s(?:dass|daß|wie|warum)\s)"
)
#: "X, for whom …".
_WHOM = re.compile(
    r"[^.;:!?]{0,40}?,\s(?:(?:him|her|lui|elle)\s)?"
    r"(?:for whom|in whose (?:view|eyes)|to whom|pour (?:qui|lequel|laquelle)"
    r"|aux yeux d(?:e qui|uquel)|für den|für die)\s"
)


def brings_in(
    lowered: str, name: tuple[int, int], possessive: bool, around: tuple[int, int]
) -> bool:
    """Whether the sentence ``around`` a name says what its bearer holds, though another
    is its subject."""
    start, end = around
    low, at = name
    if possessive:
        said = _ITS_CLAUSE.match(lowered, at, end)
        if said is not None and said["noun"] in WORK_NOUNS | CLAIM_NOUNS:
            return True
        if low - start < 20 and _tells(lowered, at, end):
            return True
        idea = _HIS_IDEA.match(lowered, at, end)
        if idea is None or not (is_thought(idea["noun"]) or idea["noun"] in WORK_NOUNS):
            return False
        if idea["bare"] and idea["noun"] not in CLAIM_NOUNS:
            return False
        return end - idea.end() > 20
    before = lowered[start:low]
    # "better than X: …"; a name that begins a line says who speaks
    if len(before) > 10 and end - at > 25 and _COLON.match(lowered, at):
        return True
    if _WHOM.match(lowered, at, end):
        return True
    if lowered.startswith(",", at) and _TO_INSIDE.search(before):
        return True
    if _AT.fullmatch(before) and _PRESENT.match(lowered, at, end):
        return True
    colon = _THEN_COLON.match(lowered, at, end)
    if colon is not None and end - colon.end() > 25 and _MADE_BY.search(before):
        return True
    if len(before) < 60:
        theory = _IN_THEORY.fullmatch(before)
        if theory is not None and is_thought(theory["noun"]) and _THEN.match(lowered, at, end):
            return end - at > 20
        if _FROM.search(before) and _THAT.match(lowered, at, end):
            return True
        to = _TO.fullmatch(before)
        if to is not None and (being := _BEING.match(lowered, at, end)) is not None:
            return to["prep"] in ("pour", "chez", "avec") or being["comma"] is None
        if to is not None and _SECOND.match(lowered, at, end):
            return True
        if lowered.startswith(", ", at) and to is not None and to["prep"] == "chez":
            return True
        if lowered.startswith(",", at) and _READ.fullmatch(before):
            return True
        if _IF.fullmatch(before) and _RIGHT.match(lowered, at, end):
            return True
    if end - at < 30 and low - start > 40:
        idea = _IDEA.match(lowered, start, low)
        if idea is not None and is_thought(idea["noun"]):
            return _SOURCE.search(lowered, low - 40, low) is not None
    return False


def _tells(lowered: str, at: int, end: int) -> bool:
    """Whether the noun for a work or thought that a possessive stands with is the subject
    of what it says."""
    said = _ITS_STUDY.match(lowered, at, end)
    if said is None or said["noun"] not in WORK_NOUNS | CLAIM_NOUNS | _ACCOUNTS:
        return False
    if end - said.end() < 20:
        return False
    verbs = lowered[said.start("verb") : said.start("clause")].split()
    return said["clause"].startswith(":") or not CLAIM_WORDS.isdisjoint(verbs)
