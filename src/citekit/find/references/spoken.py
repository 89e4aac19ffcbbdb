"""Words that look like the title of a reference: "Ada Roth: “…” (Roth 1990, 9)", "Ada Roth,
*Rivers*, ch. 3, is the classic place (Roth 1990, 9)".

A name, a colon, words in quotation marks and a parenthesis with a year are a reference if the
parenthesis holds an imprint, and a quotation if it cites whoever stands before the colon: a
reference does not name its author twice.  Source: Chicago Manual of Style (17th edition),
13.14 and 15.21–22 (a quotation after a colon, and its author–date citation).
"""

from __future__ import annotations

import re

from citekit.find.references.names import PERSONS
from citekit.find.works import name_key

#: Persons, a colon, and words in one pair of marks as far as the parenthesis.
_SPOKEN = re.compile(
    rf"(?P<names>{PERSONS})\s?:\s(?:“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\")[.,;]?\s?\Z"
)
#: "(see Roth and Berg, 1990, p. 9)": the names before the year, no place with a publisher.
_NAMES = re.compile(r"\(\s?(?P<names>[^():;\d]{2,80}?),?\s(?:1[5-9]|20)\d\d")
#: Between sentences, and how much of one is looked at before the names (code points).
_BREAK = re.compile(r"[.!?]\s|\n")
_FAR = 200
_WORD = re.compile(r"[^\W\d_](?:[\w’'‑-]*\w)?")


#: The persons before a title, and what parts them.
_LED = re.compile(rf"(?P<names>{PERSONS})[,:]\s")
_JOINED = re.compile(r",\s|\s?/\s?|\s(?:and|und|et|&|y|e)\s")


def cites_its_author(text: str, start: int, end: int) -> bool:
    """Whether any parenthesis of a stretch does what :func:`names_again` says."""
    left = text.find("(", start, end)
    while left >= 0:
        if names_again(text, start, left, end):
            return True
        left = text.find("(", left + 1, end)
    return False


def names_again(text: str, begin: int, left: int, right: int) -> bool:
    """Whether the parenthesis from ``left`` to ``right`` cites by the family name of one who
    stands before what looks like a title, from ``begin`` on, so that this is a sentence."""
    led = _LED.match(text, begin, left)
    cited = _NAMES.match(text, left, right)
    words = _WORD.findall(cited["names"]) if led is not None and cited is not None else []
    if led is None or not words:
        return False
    families = {name_key(name.split()[-1]) for name in _JOINED.split(led["names"])}
    return name_key(words[-1]) in families


def cites_speaker(text: str, begin: int, left: int, right: int) -> bool:
    """Whether the parenthesis from ``left`` to ``right`` cites by the family name who says the
    quoted words before it, from ``begin`` on, or whom their sentence names before: "Roth
    stellte eine Reihe von Fragen: „…“ (Roth 1990, 9)"."""
    spoken = _SPOKEN.match(text[begin:left])
    cited = _NAMES.match(text, left, right)
    if spoken is None or cited is None:
        return False
    before = _BREAK.split(text[max(0, begin - _FAR) : begin])[-1]
    named = _WORD.findall(f"{before} {spoken['names']}")
    names = {name_key(word) for word in named if word[0].isupper()}
    words = [word for word in _WORD.findall(cited["names"]) if word[0].isupper()]
    return bool(words) and name_key(words[-1]) in names
