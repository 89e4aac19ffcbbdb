"""Whether what has the shape of an author–date citation is one, though no work of it is known.

A shape that may as well be something else (an event and its year) needs other citations in
the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import partial
from typing import NamedTuple

from citekit.find.citations.names import DETERMINERS, PARTICLES
from citekit.find.citations.raw import RawCite, RawYear
from citekit.find.citingwords import ARTICLES, CLAIM_VERBS, FUNCTION_WORDS, NOT_AUTHORS
from citekit.find.parsing.imprints import is_place
from citekit.find.works import name_key

_NEXT_WORD = re.compile(r"[\s,]*([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[\s,(]*$")
_INTRODUCTIONS = frozenset(
    """by see cf following siehe vgl bei nach selon voir following from von par unlike contra pace
    laut gemäß chez""".split()
)
#: Before a cite outside parentheses; what is "sure" leads nothing but citations.
_SIGNAL = re.compile(
    r"\b(?:(?P<sure>[Vv]gl\.|[Cc]f\.|[Vv]oir|zit(?:iert|\.)\snach|[Qq]uoted\sin|[Cc]ited\sin)"
    r"|[Ss]ee|[Ss]iehe|[Vv]ergleiche|[Cc]ompare)"
    r"(?:,?\s(?:auch|also|aussi|etwa|dazu|hierzu|ferner|z\.\s?B\.|e\.\s?g\.,?|p\.\s?ex\.))?\s$"
)
LONGEST_TITLE = 160  # code points of a title before its year
_ROW = re.compile(r"\s?[,;]\s(?:(?:und|and|et)\s)?|\s(?:und|and|et|sowie)\s")
#: The last words of a title before what may be its end: "Self in", "Geschichte der".
_IN_TITLE = re.compile(
    r"(?P<word>[^\W\d_a-zß-ÿœ][\w’'-]*)\s(?:of|in|for|on|the|du|des|de|la|der|im|zum|zur|von)"
    r"(?:\s(?:the|a|an|la|le|l’|der|die|das))?\s$"
)
#: What may stand in a work: "following the procedure in Lee (2010)", "such as Lee (2010)".
_IN_WORK = re.compile(
    r"\b(?:procedures?|methods?|approach(?:es)?|definitions?|examples?|discussions?|reviews?"
    r"|descriptions?|proofs?|results?|data|datasets?|design|model|analys[ei]s|figures?|tables?|described"
    r"|proposed|outlined|reported|presented|introduced|used|given|discussed|found|developed|[Dd]atens(?:atz|ätze)n?"
    r"|Verfahren|Methode|Modell|Definition|Ansatz|Befunde?n?|Ergebnisse?n?|Daten|Theorie|beschrieben"
    r"|vorgeschlagen|méthode|définition|modèle|décrite?|proposée?|présentée?)s?"
    r"\s(?:in|by|of|bei|von|dans|chez|par|de)\s$|\b(?:such|only|just)\sas\s$"
    r"|\be\.\s?g\.,?\s$|\bz\.\s?B\.\s$"
)
#: Behind these a name with a year is a place ("in Lee (1990)"), a party ("Roy v. Lee (1990)"),
#: a noun or a title ("The Lee (1990)").
_NO_AUTHORS_BEHIND = (
    DETERMINERS | ARTICLES | frozenset("in at to near around v vs dans à vers nach aus bis".split())
)


def is_strong(text: str, cite: RawCite) -> bool:
    """Whether the shape alone says that it is a citation."""
    if not cite.names or _is_no_author(cite.names) or _is_imprint(cite):
        return False
    if not cite.strict:
        return cite.shape == "parenthetical" and any(map(partial(_has_pages, text), cite.years))
    place = any(year.locator is not None or year.suffix for year in cite.years)
    names = cite.et_al or len(cite.names) > 1
    if cite.shape == "parenthetical":
        return place or names or cite.several or bool(cite.prefix)
    return cite.shape == "narrative" and (place or cite.et_al)


def _is_imprint(cite: RawCite) -> bool:
    """Whether a place stands before a name and a year alone: "(New York: Harcourt, 1951)"."""
    return cite.prefix.endswith(":") and len(cite.names) == 1 and not cite.et_al


def _has_pages(text: str, year: RawYear) -> bool:
    """Whether a locator with its label follows: ", S. 5"."""
    if year.locator is None:
        return False
    label = text[year.end : year.locator.end - len(year.locator.text)]
    return any(map(str.isalpha, label))


def is_signalled(text: str, cite: RawCite, certain: int, row: int) -> bool:
    """Whether "see" or "vgl." leads a cite outside parentheses, or one in a row of such
    that ends at ``row``; a name alone with its year needs other citations in the text,
    but for the words that do nothing else."""
    if _is_no_author(cite.names):
        return False
    if row and _ROW.fullmatch(text, row, cite.start):
        return True
    signal = _SIGNAL.search(text, max(0, cite.start - 30), cite.start)
    if signal is None:
        return False
    sure = signal["sure"] or certain or cite.et_al or len(cite.names) > 1
    return bool(sure) or any(year.locator is not None or year.suffix for year in cite.years)


def _is_no_author(names: Iterable[str]) -> bool:
    return any(word.lower().rstrip(".") in NOT_AUTHORS for name in names for word in name.split())


class Habit(NamedTuple):
    """How a text cites: how many citations are ``certain`` by their works or their shapes, how
    many of those have their author in the sentence (``narrative``), and which families (name
    keys) they, or the references of the text, name as authors."""

    certain: int
    narrative: int
    authors: Container[str]


def may_stand(text: str, cite: RawCite, habit: Habit, stood: int = 0) -> bool:
    """Whether a citation of no known work is one at all; the one before it that is ends at
    ``stood``."""
    if _is_no_author(cite.names) or cite.shape == "running" or _is_imprint(cite):
        return False
    if is_strong(text, cite):
        return True
    if not cite.strict or not cite.names:
        return False
    if name_key(cite.names[0]) in habit.authors and dates_work(text, cite):
        return True
    if not habit.certain:
        return False
    if cite.shape == "parenthetical":
        short = len(cite.names[0].split()) <= 3
        return short or any(map(str.isdigit, cite.names[0]))  # a group with a year in its name
    if len(cite.names) > 1:
        return True
    if _IN_WORK.search(text, max(0, cite.start - 40), cite.start):
        return True
    title = _IN_TITLE.search(text, max(0, cite.start - 50), cite.start)
    if title is not None and title["word"].lower() not in FUNCTION_WORDS:
        return False  # "The Presentation of Self in Everyday Life (1959)"
    if cite.names[0].split()[0] in PARTICLES:
        return False  # "nach der Wende (1989)"
    following = _NEXT_WORD.match(text, cite.years[-1].end)
    if following is not None and following[1].lower() in CLAIM_VERBS:
        return True
    before = _WORD_BEFORE.search(text, max(0, cite.start - 20), cite.start)
    if before is not None and before[1].lower() in _INTRODUCTIONS:
        return True
    if _OWNING.search(text, cite.start, opening(text, cite)):
        return True
    name = cite.names[0].split()[-1]
    if is_place(name) or not dates_work(text, cite):
        return False
    if following is not None and following[1].lower() in _RESEARCHES:
        return True
    tied = before is not None and before[1].lower() in _TYING
    if habit.narrative < _USUAL or tied or not _SURNAME.fullmatch(cite.names[0]):
        return False
    row = _DATED_BEFORE.search(text, max(0, cite.start - 12), cite.start)
    return row is None or stood == row.start() + 1


#: "Lee’s (1990) study".
_OWNING = re.compile(r"(?:[’']s|s[’'])\s?$")
#: A text that has so many authors in its sentences before the years of their works hardly dates
#: anything else so; but what prepositions tie may be an event: "since Lee (1990)".
_USUAL = 3
#: In a row the others are what the first is: "in Leeds (1990), Kiel (1991) and Oslo (1992)".
_DATED_BEFORE = re.compile(r"\),?\s(?:(?:and|or|und|oder|et|ou)\s)?$")
_TYING = frozenset(
    """since after before until during between by of seit nach vor bis während zwischen von depuis
    après avant pendant jusqu'à dès de du des""".split()
)
#: A family alone, with initials or particles, as author–date citations name people; no noun for an
#: action or a quality ("Reformation").
_SURNAME = re.compile(
    r"(?:[^\W\d_]\.[ -]?){0,3}(?:[a-z]{1,4}\s){0,3}"
    r"(?!\w+(?:tion|ment|ness|ung|heit|keit|schaft|ismus|isme|ism)\b)[^\W\d_a-zß-ÿœ][\w’-]*(?<!’s)(?<!'s)"
)
#: What somebody does in a study, besides what he claims.
_RESEARCHES = frozenset(
    """used uses applied applies tested tests compared compares surveyed surveys interviewed studied
    studies examined examines investigated investigates analysed analyses analyzed analyzes
    replicated replicates measured measures estimated estimates reviewed reviews untersucht
    untersuchte untersuchten verwendet verwendete prüft prüfte vergleicht verglich befragt befragte
    misst étudie étudiait utilise utilisait compare examine analyse mesure""".split()
)


def dates_work(text: str, cite: RawCite) -> bool:
    """Whether the year alone in parentheses behind the name of a catalogued author is that of
    a work, though of none in the catalogue: no place, title or party is called so there."""
    if cite.shape not in ("parenthetical", "narrative") or not cite.strict:
        return False
    if _is_no_author(cite.names) or _is_imprint(cite):
        return False
    if cite.shape == "parenthetical":
        return True
    before = _WORD_BEFORE.search(text, max(0, cite.start - 20), cite.start)
    if before is not None and before[1].lower() in _NO_AUTHORS_BEHIND:
        return _IN_WORK.search(text, max(0, cite.start - 40), cite.start) is not None
    at = opening(text, cite)
    marks = {text[cite.start - 1 : cite.start], text[at - 2 : at - 1]}
    title = _IN_TITLE.search(text, max(0, cite.start - 50), cite.start)
    return title is None and marks.isdisjoint('*_“”„«»"')


def is_noun(text: str, cite: RawCite) -> bool:
    """German: whether what looks like the name before "(1984)" is a noun: "für jedes Kind
    (1984)", "Zureden oder Vorbilder (1977)"."""
    if cite.shape != "narrative" or len(cite.names) > 1 or " " in cite.names[0]:
        return False
    before = _WORD_BEFORE.search(text, max(0, cite.start - 20), cite.start)
    return before is not None and before[1].lower() in DETERMINERS


def opening(text: str, cite: RawCite) -> int:
    """Where the parenthesis of a cite opens."""
    low = cite.start if cite.shape == "narrative" else max(0, cite.start - LONGEST_TITLE)
    return text.rfind("(", low, cite.years[0].start)
