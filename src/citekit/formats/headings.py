"""Names as catalogues head a record with them, where a format has only lines for names.

A heading ends with the years of a life or of activity (MARC 21, X00 ``$d``) and a term
for the role (``$e``): "Delumeau, Jean, 1923-2020, author".  Neither is part of the name.
"""

from __future__ import annotations

import re

from citekit.formats.marcroles import TERMS

_ABOUT = r"(?:(?:approximately|approx\.|about|circa|ca?\.|vers|um)\s?)?"
_DAY = r"(?:\s[^\W\d_]{3,9}\.?(?:\s\d{1,2})?)?"
_ERA = r"(?:\s?(?:[AB]\.\s?[CD]\.|BCE?|CE|AD|[vn]\.\s?Chr\.|av\.\s?J\.-C\.))?"
_YEAR = rf"{_ABOUT}\d{{3,4}}\??(?:\s?(?:or|ou|oder|/)\s?\d{{1,4}}\??)?{_DAY}{_ERA}"
_ANCIENT = rf"{_ABOUT}\d{{1,4}}\??{_ERA}"
_CENTURY = (
    r"\d{1,2}\.?(?:/\d{1,2})?(?:st|nd|rd|th|e|\.)?\s?"
    r"(?:century|cent\.|siècle|s\.|Jh\.|Jahrhundert)"
)
_EVENT = r"(?:(?:b|d|fl|act|geb|gest|né|née|m)\.?|born|died|active|flourished|née? en|mort en)"
_TO = r"\s?[-–]\s?"
#: Years of a life or of activity, and nothing else: a range, a century, or a single year
#: with what happened in it.
_LIFE = re.compile(
    rf"[(\[]?(?:(?:{_EVENT}\s)?{_YEAR}{_TO}(?:(?:{_YEAR})|\.{{2,4}})?|{_TO}{_YEAR}"
    rf"|{_ANCIENT}{_TO}{_ANCIENT}|{_EVENT}\s(?:{_YEAR}|{_CENTURY}(?:{_TO}{_CENTURY})?{_ERA})"
    rf"|{_CENTURY}(?:{_TO}{_CENTURY})?{_ERA})[)\]]?\.?",
    re.I,
)
_IN_BRACKETS = re.compile(r"\s[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]]$")
#: A fuller form of the name (``$q``).
_FULLER = re.compile(r"\s\([^()]+\)$")
_SUFFIX = re.compile(r"(?:jr|jnr|sr|snr|fils|père|[ivx]+|\d+(?:st|nd|rd|th))\.?", re.I)


def name_parts(text: str) -> list[str]:
    """The parts between commas of a heading's name; of one that states years, further words
    are titles (``$c``: "Saint") unless they are a suffix ("Jr.", "III")."""
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and _is_role(parts[-1]):
        parts.pop()
    dated = False
    for at in range(len(parts) - 1, -1, -1):
        if at and _LIFE.fullmatch(parts[at]):
            del parts[at]
            dated = True
        elif (found := _IN_BRACKETS.search(parts[at])) and _LIFE.fullmatch(found[1]):
            parts[at] = parts[at][: found.start()]
            dated = True
    if dated:
        parts[:] = [_FULLER.sub("", part) for part in parts]
        parts[2:] = [part for part in parts[2:] if _SUFFIX.fullmatch(part)]
    return parts


def _is_role(part: str) -> bool:
    """Whether a part is a relator's term, which stands in lower case, unlike a name."""
    return part[:1].islower() and (part in TERMS or part.rstrip(".") in TERMS)
