"""Patents: whose they are, their numbers, the days on which they were filed and granted.

Sources: Citing Medicine (2nd edition), chapter 5 ("Roth A, inventor; Quay Inc., assignee. Pump.
United States patent US 1234567."); Chicago Manual of Style (17th edition), 14.258 ("Pump. US
Patent 1,234,567, filed May 3, 1977, and issued June 4, 1983"); Publication Manual of the APA
(7th edition), 10.31 ("Pump (U.S. Patent No. 1,234,567)").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP

_INVENTED = re.compile(
    rf"(?P<author>{CAP}[^;\d]{{2,200}}?),\s(?P<note>(?:inventors?|Erfinder(?:in)?|inventeurs?)"
    r"(?:\sand\sassignees?)?(?:;\s[^;]{2,120}?,\s(?:assignees?|Anmelder(?:in)?|déposants?))?\.)\s"
    r"(?P<title>[^.]{3,250}\.)\s"
)
_NUMBERED = re.compile(
    r"(?P<genre>\(?(?:[^\W\d_a-zß-ÿœ][\w.]*\s){0,2}(?:[Pp]atent(?:schrift|anmeldung)?|[Bb]revet)"
    r"(?:\s(?:[Aa]pplication|[Pp]ublication))?,?(?:\s(?:[Nn]o|[Nn]r|[Nn])[.°º]*)?"
    r"\s(?:[A-Z]{2}[- ]?)?\d[\d.,/]*\d(?:\s?[A-Z]\d?)?\b\)?[.,;]?)"
)
_GRANTED = re.compile(
    r"\s(?P<note>filed\s[^;]{6,40}?,?\sand)\s(?:issued|granted)\s(?P<date>[^;]{6,30}\d{4}\.?)$"
)


def patented(string: str, parts: Sequence[Part]) -> list[Sure]:
    """Author, title, genre with the number, and date, where a string names a patent."""
    if not parts or ("atent" not in string and "revet" not in string):
        return []
    numbered = _NUMBERED.search(string)
    if numbered is None:
        return []
    sure: list[Sure] = []
    invented = _INVENTED.match(string)
    if invented is not None and invented.end() <= numbered.start():
        sure += [(name, *invented.span(name)) for name in ("author", "note", "title")]
    sure.append(("genre", *numbered.span("genre")))
    granted = _GRANTED.match(string, numbered.end())
    if granted is not None:
        sure += [(name, *granted.span(name)) for name in ("note", "date")]
    rest = next((part for part in parts if part.end > numbered.end() > part.start), None)
    if rest is not None and rest.label == "genre" and granted is None:
        behind = string[numbered.end() :].lstrip(" .")
        if behind and not any(map(str.isdigit, behind)):  # the office
            sure.append(("publisher", len(string) - len(behind), len(string)))
    return sure
