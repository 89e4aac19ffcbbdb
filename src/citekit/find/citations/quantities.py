"""Numbers in brackets that measure, count or label something, and point at no reference.

Reports of results give a mean and its standard deviation, a count and its percentage, an
estimate and its interval: "54 (2) years", "n (%)", "95% CI [2, 4]" (AMA Manual of Style, 11th
edition, 19.5; SAMPL guidelines, 2015).  Equations have a number in parentheses.
"""

from __future__ import annotations

import re

from citekit.find.citations.names import UPPER
from citekit.find.citelocators import DASH
from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.shapes import YEAR

#: Before two numbers that are the ends of something.
_ENDS = re.compile(
    r"(?:\b(?:intervals?|ranges?|domains?|segments?|scales?|Intervalls?|Bereichs?|Spanne|Skala"
    r"|intervalles?|plages?|échelles?)\s?|[∈∊∉=<>≤≥⊂⊆]\s?"
    r"|\b(?:CI|CrI|HDI|HPD|IQR|KI|IC|IIQ)s?[\s,:=]{0,3}(?:à\s)?(?:\d\d\s?%)?[\s,:=]{0,3})$"
)
_TWO = re.compile(rf"[(\[]\s?(\d{{1,4}})\s?(?:[,;]|{DASH}|\s(?:to|bis|à)\s)\s?(\d{{1,4}})\s?[)\]]")
_ONE = re.compile(r"[(\[]\s?\d{1,4}\s?[)\]]")
#: A number right before, with the word before it; no end of a name ("COVID-19", "H2").
_VALUE = re.compile(
    r"(?:(?P<word>[^\W\d_]+)\.?\s)?(?<![\w.,–-])(?P<value>\d{1,6}(?:[.,]\d{1,4})?)"
    r"[ \u00a0\u202f]{0,2}$"
)
#: What has a number, before the year of it; a page is of the work that the year dates.
_NUMBERED = re.compile(
    rf"(?:\b(?!Seiten?\b|Pages?\b)[{UPPER}][^\W\d_]+|\b(?:see|siehe|[Vv]oir|[Cc]f\.|[Vv]gl\.)"
    r"(?:\s(?:also|auch|aussi|the|l[ae]s?))*\s(?!pages?\b)[^\W\d_]+)\.?\s"
    rf"(?!{YEAR})\d[\d.]*[a-z]?\s?\Z"
)
_LONGEST_NUMBERED = 40
_YEAR = re.compile(YEAR)
#: What a number behind it is a name, or a limit, of: "type 2", "older than 65".
_NAMED = frozenset(
    """type types phase phases stage stages grade grades class classes category level levels
    version part parts chapter chapters section table tables figure figures step steps wave study
    studies trial trials experiment experiments group groups model models cohort cluster day week
    omega interleukin no nr
    typ phasen stadium grad klasse stufe stufen kapitel abschnitt tabelle abbildung schritt studie
    gruppe modell tag woche
    stade classe niveau chapitre tableau étape étude groupe modèle jour semaine
    above over under below beyond than exceeding least most until age aged
    über unter ab als bis mindestens höchstens alter
    dessus dessous plus moins jusqu'à""".split()
)
#: Words and signs of statistics: near a number; in brackets, at the head of a column.
_STATISTICS = re.compile(
    r"\b(?:SD|SE|SEM|IQR|[Mm]eans?|[Mm]edians?|[Aa]verages?|CI|MW|Mittelwerte?|Median[ews]?"
    r"|Standardabweichung|[Mm]oyennes?|[Mm]édianes?|[ÉEée]cart[- ]types?)\b|±"
)
_HEADS = {
    "(": re.compile(r"\((?:%|n\s?%|SD|s\.d\.|SE|SEM|IQR|SA|ET|DS|IIQ)\)"),
    "[": re.compile(r"\[(?:%|n\s?%|SD|s\.d\.|SE|SEM|IQR|SA|ET|DS|IIQ)\]"),
}
#: How far before a number such words count (code points).
_NEAR, _FAR = 90, 600
#: Behind the brackets: what is counted or measured.
_UNIT = re.compile(
    r"[ \u00a0\u202f](?:years?|months?|weeks?|days?|hours?|minutes?|points?|patients?|women|men"
    r"|participants|children|cases|kg|mg|g|mm|cm|ml|mL|mmHg|bpm|Jahren?|Monaten?|Wochen?|Tagen?"
    r"|Punkten?|Patient(?:inn)?en|Frauen|Männern?|Kindern?|Fällen?|ans|mois|semaines|jours|femmes"
    r"|hommes|enfants|cas)\b"
)
#: A cell of a table before: "| 45 (4) |", "Women\t45 (4)".
_CELL = re.compile(r"[|\t&]\s*[<>≤≥~]?\s?\d{1,6}(?:[.,]\d{1,4})?\s{0,2}$")
#: Before the number of an equation, whole or cut short.
_EQUATION = re.compile(
    r"(?:(?P<before>[^\W\d_]+[’']?)\s?)?\b(?:(?P<short>[Ee]qn?s?\.|Gln?\.|[ÉéEe]q\.)|[Ee]quations?"
    r"|Gleichung(?:en)?|[ÉéEe]quations?|[Ii]nequalit(?:y|ies)|Ungleichung(?:en)?|[Ii]néquations?)"
    r"(?:\s(?:\(\d{1,3}\)|\[\d{1,3}\]),?\s?(?:and|to|or|und|bis|oder|et|à|ou|[-–,])?)?\s?$"
)
_LONG_WORD = re.compile(r"[^\W\d_]{4}")
_LINE = 120


def is_quantity(text: str, start: int, end: int) -> bool:
    """Whether the numbers in the brackets from ``start`` to ``end`` (code points, end
    exclusive) measure, count or label something: the ends of an interval, a deviation or
    percentage of the number before, the number of an equation."""
    inside = text[start:end]
    two, one = _TWO.fullmatch(inside), _ONE.fullmatch(inside)
    if one is None and _ENDS.search(text, max(0, start - 24), start) is not None:
        return True
    value = _VALUE.search(text, max(0, start - 32), start)
    if value is not None and (two is not None or one is not None):
        low = float(value["value"].replace(",", "."))
        if _YEAR.fullmatch(value["value"]) or (value["word"] or "").lower() in _NAMED:
            return False
        if two is not None:
            return int(two[1]) <= low <= int(two[2])
        if _CELL.search(text, max(0, start - 24), start) is not None:
            return True
        return _counts(text, start, value.start("value"), end)
    return one is not None and _labels_equation(text, start, end)


def _counts(text: str, opened: int, start: int, end: int) -> bool:
    """Whether the words around the number at ``start``, and that in brackets behind it, are of
    statistics; references in square brackets stand behind other numbers too."""
    if _HEADS[text[opened]].search(text, max(0, start - _FAR), start) is not None:
        return True
    return text[opened] == "(" and (
        _UNIT.match(text, end) is not None
        or _STATISTICS.search(text, max(0, start - _NEAR), start) is not None
    )


def _labels_equation(text: str, start: int, end: int) -> bool:
    """Whether a number is that of an equation, in the line ("equation (3) gives", not "the
    Nernst equation (3)") or beside it."""
    named = _EQUATION.search(text, max(0, start - 48), start)
    if named is not None:
        before = (named["before"] or "").lower()
        return bool(named["short"]) or not before or before.rstrip("’'") in FUNCTION_WORDS
    stop = text.find("\n", end, end + 3)
    if text[start] != "(" or (stop < 0 and end + 3 < len(text)) or text[end:stop].strip():
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) < _LINE and "=" in line and len(_LONG_WORD.findall(line)) < 3


def is_of_number(text: str, opened: int) -> bool:
    """Whether a year in parentheses that open at a place is of what has a number before it, and
    of no author's work: "See Section 3 (1995)", "Resolution 1325 (2000)"."""
    if not text[max(0, opened - 3) : opened].rstrip()[-1:].isalnum():
        return False
    return _NUMBERED.search(text, max(0, opened - _LONGEST_NUMBERED), opened) is not None
