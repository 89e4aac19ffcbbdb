"""The years of author–date citations: their shapes, and what joins them."""

from __future__ import annotations

import re

from citekit.find.shapes import YEAR

YEARS = (
    rf"(?:\[{YEAR}\]\s?|\({YEAR}\)\s?)?{YEAR}(?:\s?/\s?{YEAR}|\s?\[{YEAR}\])?"
    r"(?P<suffix>[a-k]\b)?"
)
UNDATED = (
    r"(?<!\w)(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|in\spress|forthcoming|forthc\.|im\sErscheinen|i\.\s?E\.|im\sDruck"
    r"|à\sparaître|sous\spresse)"
)
_IN_ORDER = "respectively|jeweils|respectivement|respectivamente|rispettivamente"
#: What says that years or pages are meant in the order of names or years.
RESPECTIVELY = re.compile(rf"\b(?:{_IN_ORDER})\b")
_AT_END = re.compile(rf",?\s(?:{_IN_ORDER})\s*\Z")
FIRST_YEAR = re.compile(rf"[(\[]\s?(?:(?:{_IN_ORDER}),?\s)?(?P<year>{YEARS}|{UNDATED})(?![\w–-])")
#: Without a comma only where the row ends: "1959 and 1976 ships".
NEXT_YEAR = re.compile(
    r"(?:\s?[,;&]\s?(?:and\s|und\s|et\s)?|\s(?:and|und|et|bzw\.|beziehungsweise)\s"
    rf"(?=\d{{4}}[a-k]?(?:[,;:)\]]|\.(?!\w)|\s(?:{_IN_ORDER})|$)))(?P<year>{YEARS})(?![\w–-])"
)
NEXT_SUFFIX = re.compile(r"\s?,\s?(?P<suffix>[a-k])\b(?![.’'])")


def without_respectively(words: str) -> str:
    """Words without the one at their end that says what order years are meant in."""
    return _AT_END.sub("", words)
