"""Imprints and pages, which references end with: "Leeds: Verso, 1999, p. 12"."""

from __future__ import annotations

import re

from citekit.find.citelocators import DASH
from citekit.find.citingwords import PREPOSITIONS
from citekit.find.parsing.imprints import BARE
from citekit.find.references.names import INVERTED
from citekit.find.shapes import CAP

#: "Tübingen: Mohr 1922", the year being what comes next
_PUBLISHER = re.compile(r":\s[^\W\d_](?:[^.;:()\d]|(?<=\b[^\W\d_])\.){2,70}[,.]?\s*\(?$")
_PLACE_PUBLISHER = re.compile(
    rf"[^\W\d_][\w.’'-]*(?:[ /,]+(?:[^\W\d_][\w.’'-]*)){{0,3}}\s?{_PUBLISHER.pattern}"
)
#: ", Paris, Gallimard," ", Frankfurt am Main ", the year being what comes next
COMMA_IMPRINT = re.compile(
    rf",\s{CAP}[\w.’' /-]{{0,30}},\s{CAP}[^,;:()]{{0,45}},\s*"
    r"(?:coll\.\s[^,;()]{2,50},\s*)?$"
)
#: "12 J. Water L. 45, 67 (", the year being what comes next.
REPORTER = re.compile(r"\b\d+\s[^\W\d_a-zß-ÿœ][\w.&’' -]{1,40}\s\d+(?:,\s\d+(?:[-–]\d+)?)?\s\($")
#: What begins a sentence before a year: "By 1966", "Im Sommer 1922".
_WHEN = "|".join(sorted(PREPOSITIONS | frozenset("im am ab en dès since until during".split())))
_PLACE = re.compile(
    rf"[,.]\s(?!(?i:{_WHEN})\b){CAP}(?:[.’' /-]+(?:[^\W\d_a-zß-ÿœ][\w.’'-]*"
    r"|an?|am|d[eu]|der|im|i|in|l[ae]s?|near|o|ob|of|on|sous|sur|the|und|upon|y|and|e|et|bei|près)){0,5}\s$"
)
#: Behind the year of a reference: no clause that it opens ("London 1974 was worse").
_GOES_ON = re.compile(
    r"\s(?!(?:and|und|et|or|oder|ou|pp?|s|ss|sq|hier|at|esp|bes|chap|ch|with)\b)[^\W\d_A-ZÀ-Þ]"
)
_PAGES_BEHIND = re.compile(
    r"\s*[,:]?\s*(?:(?:at\s|hier\s|ici\s)?(?:S|pp?|esp|chap|ch|bes|p\.\s?ex)\.\s*|at\s)?\d+"
    rf"(?:\s*{DASH}\s*\d+|\s?ff?\.|\s?sq\.)?(?!\d|\s?(?:pp?\b|S\.|Seiten|pages|Euro|€))"
    rf"(?:,\s*(?:at\s|hier\s)?(?:S\.|pp?\.)?\s?\d+(?:{DASH}\d+)?(?!\d|\.\d))*"
)


def has_place(text: str, floor: int, at: int, end: int) -> bool:
    """Whether a place or publisher stands right before a year at ``at`` that opens no clause."""
    placed = _PLACE.search(text, floor, at) is not None
    return placed and _GOES_ON.match(text, at + 4, end) is None


def has_publisher(text: str, floor: int, at: int) -> bool:
    """Whether a place and a publisher stand right before ``at``."""
    colon = text.rfind(":", floor, at)
    publisher = _PUBLISHER.match(text, colon, at) is not None
    return publisher and _PLACE_PUBLISHER.search(text, floor, at) is not None


def with_pages(text: str, stop: int, end: int) -> int:
    """The end of a reference, behind the pages that may follow."""
    pages = _PAGES_BEHIND.match(text, stop, end)
    return pages.end() if pages else stop


#: So far before its year a reference without imprint begins (code points).
_BARE = 220
_BEGINS = re.compile(
    r"(?:\A|[.;:!?]\s|[(\[\n]|\b(?:[Ss]ee|[Ss]iehe|[Vv]oir|[Aa]lso|auch|aussi)\s)\Z"
)
_STOPS = frozenset('.?!”“"»*_')


def bare_before(text: str, at: int, floor: int) -> int:
    """Where the reference begins that has no imprint and ends with the year at ``at``: "Lee,
    Ann. Rivers of Old. 1817."; -1 for none."""
    if text[at - 2 : at - 1] not in _STOPS or text[at + 4 : at + 5] not in (".", ";", ")", ""):
        return -1
    found = BARE.search(text, max(floor, at - _BARE), at + 4)
    while found is not None:
        begin = found.start()
        if found.end() == at + 4 and _BEGINS.search(text, max(0, begin - 8), begin):
            return begin if INVERTED.match(text, begin, at) else -1
        found = BARE.search(text, begin + 1, at + 4)
    return -1
