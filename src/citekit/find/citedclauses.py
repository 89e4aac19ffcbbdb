"""Clauses that tie a citation of author and year to the words beside it.

"We follow Lee (1990, 18): “…”", "As Lee (1990: 18) has it, “…”", "“…”, wie Lee (1990) es
sieht": whoever is cited there is whose words they are, whatever the verb.  And "“…,” she
writes (Lee 1990, 18)": the pronoun stands for whoever is cited behind it, if nobody else of
the paragraph is meant.
"""

from __future__ import annotations

import re

from citekit.find.cues import bits as c
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.speakers.names import gender_of
from citekit.find.suggestion import Suggestion
from citekit.find.works import AUTHOR_ROLES, Entry

#: So far before words their clause has its citation (code points).
FAR = 100
_WORD = r"[^\W\d_][\w’'-]*"
_COLON = r"[ \u00a0\n]?:[ \u00a0\n]?"
#: Between a citation and the colon before words: nothing, or the rest of a short clause.
_TO_COLON = re.compile(rf"(?P<words>(?:\s{_WORD}){{0,8}}){_COLON}")
#: Between a citation behind "as" and the words: "has it,", "would say, data are".
_OF_AS = re.compile(
    rf"(?P<words>(?:\s{_WORD}){{1,6}})(?:,(?:\s{_WORD}){{0,10}}[ \u00a0\n]|[ \u00a0]?:[ \u00a0\n])"
)
_AS = re.compile(r"\b(?:[Aa]s|[Ww]ie|[Cc]omme)(?:\s(?:schon|bereits|auch|also|déjà))?\s\Z")
#: Behind words: ", as"; and behind the citation there: "has it."
_AND_AS = re.compile(r"[ \u00a0]?,?[ \u00a0](?:as|wie|comme)[ \u00a0]")
_AS_ENDS = re.compile(rf"(?:\s{_WORD}){{1,6}}[.,;]")
#: Before a citation whose clause begins with it, or with one word before it.
_BEGINS = re.compile(rf"(?:\A|[.!?…;]\s|\n\s?)(?:{_WORD}\s)?\Z")
_LONGEST_WORD = 24
#: Verbs and adverbs that point away from a work, before it: "unlike Lee (1990): “…”".
_AWAY = re.compile(r"\b(?:[Uu]nlike|[Aa]nders\sals|[Cc]ontrairement\sà)\s\Z")
_YEAR = re.compile(r"[’']?s?\s?[,;]?\s?[(\[]?\s?\d{4}")
_NAMED = re.compile(r"(?:[^\W\d_]{1,4}[’' ]){0,2}[A-ZÀ-Ÿ][^\d()\[\]\n;]{1,80}")
#: Pronouns that stand for whoever writes, and his possessives: for a man, a woman, anybody.
_PRONOUNS = {
    "he": "m", "she": "f", "they": "", "er": "m", "sie": "", "il": "m", "elle": "f",
    "ils": "", "elles": "", "his": "m", "her": "f", "their": "",
    **dict.fromkeys("sein seine seinen seinem seiner seines".split(), "m"),
    **dict.fromkeys("ihr ihre ihren ihrem ihrer ihres son sa ses leur leurs".split(), ""),
}  # fmt: skip
#: Of whom the finder of speakers says that it read a pronoun so.
_READ = re.compile(r"“(?P<pronoun>[^\W\d_]+)” read as ")
_WORDS = re.compile(r"[^\W\d_]+")
_REPORTED = re.compile(
    r"[ \u00a0]?[,.]?[ \u00a0](?:(?P<pronoun>she|he|they)\s(?P<verb>[^\W\d_]+)"
    r"|(?P<inverted>[^\W\d_]+)(?:-t)?[- ](?P<behind>ils?|elles?|er|sie)\b)"
)


def is_narrative(words: str) -> bool:
    """Whether a citation is an author and a year in parentheses behind the name: a part of its
    sentence."""
    return words[-1:] == ")" and words[:1].isalpha() and "(" in words


def leads_to(text: str, start: int, end: int, at: int, *, colon: bool = True) -> str | None:
    """The words between the citation from ``start`` to ``end`` and those at ``at`` that its
    clause gives as the author's, with "as" or, if any, before a ``colon``; None if it does not."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    if _AS.search(before) is not None:
        return "" if _OF_AS.fullmatch(text, end, at) is not None else None
    found = _TO_COLON.fullmatch(text, end, at) if colon else None
    if found is None or _AWAY.search(before) is not None:
        return None
    return found["words"] if not found["words"] or _BEGINS.search(before) is not None else None


def follows(text: str, at: int, start: int, end: int) -> bool:
    """Whether the words that end at ``at`` have a clause with "as" and the citation behind
    them: "“…”, as Lee (1990) has it."."""
    return bool(_AND_AS.fullmatch(text, at, start) and _AS_ENDS.match(text, end))


def name_of(words: str) -> str:
    """The author as a citation names him before the year; empty if it names none."""
    year = _YEAR.search(words)
    named = words[: year.start()].strip(" ,;’'") if year is not None else ""
    return named if _NAMED.fullmatch(named) else ""


def pronoun_of(text: str, quotation: Suggestion) -> str | None:
    """The gender of the pronoun that says the words, empty if it stands for anybody; None if
    no pronoun does."""
    if quotation.attribution is None:
        return None
    read = next(filter(None, map(_READ.match, quotation.reasons)), None)
    words = _WORDS.findall(text[slice(*quotation.attribution)].lower())
    said = [read["pronoun"].lower()] if read else words[:1] + words[-1:] if len(words) < 5 else []
    return next((_PRONOUNS[word] for word in said if word in _PRONOUNS), None)


def is_meant(text: str, quotation: Suggestion, name: str) -> bool:
    """Whether a pronoun that says the words stands for ``name``, who is cited behind them, and
    not for who was found: he is named only later, or in another paragraph than the one where
    the author is."""
    other = quotation.speaker.split()[-1]
    last = -1 if other.lower() in _PRONOUNS else text.rfind(other, 0, quotation.start)
    low = text.rfind("\n\n", 0, quotation.start) + 1
    return last < 0 or (last < low and text.find(name, low, quotation.start) >= 0)


def reported(text: str, at: int) -> tuple[int, str] | None:
    """Where the clause right behind words ends whose subject is a pronoun and whose verb one of
    saying, and the pronoun's gender: "she writes", "schreibt sie", "écrit-elle"."""
    found = _REPORTED.match(text, at)
    if found is None:
        return None
    verb, pronoun = found["verb"] or found["inverted"], found["pronoun"] or found["behind"]
    said = any(cues.words.get(verb, 0) & (c.SAY | c.WEAK) for cues in LANGUAGES.values())
    return (found.end(), _PRONOUNS[pronoun]) if said else None


def agrees(entry: Entry, gender: str, language: str) -> bool:
    """Whether a pronoun of a gender, empty if of any, may stand for the authors of a work."""
    names = next(filter(None, map(entry.work.names, AUTHOR_ROLES)), ())
    if not gender:
        return True
    if len(names) != 1:
        return False
    given = names[0].given
    return not given or gender_of(f"{given} {names[0].family}", language) in ("", gender)
