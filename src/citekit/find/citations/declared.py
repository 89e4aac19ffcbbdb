"""Abbreviations that a text declares: of works, "Republic (hereafter R)", "Im Folgenden wird X
mit der Sigle Y zitiert", "(abrégé Y)"; of bodies, "World Health Organization [WHO], 2022".

Source: Chicago Manual of Style (17th edition), 14.61 (a list or note of abbreviations); of
bodies, APA Publication Manual (7th edition), 8.21.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from citekit.find.citations.bodies import body_before
from citekit.find.signs import citing
from citekit.find.works import Catalogue, name_key
from citekit.find.worktitles import plain, typed

_ABBREVIATION = (
    r"[*_“\"„«]{0,2}(?P<form>[^\W\d_a-zß-ÿ](?:[^\W\d_]|\.(?=[^\W\d_]))?[\w.]{0,6})[*_”“\"»]{0,2}"
)
#: Behind the word that declares one.
_BEHIND = re.compile(
    r"(?:(?:hereafter|hereinafter|henceforth|[Ii]m\sFolgenden|fortan|désormais|ci-après"
    r"|abbreviated(?:\s(?:as|to))?|abgekürzt|abrégée?(?:\sen)?|Siglen?|sigle|cited\sas|zitiert\sals"
    r"|citée?)(?:\s(?:cited\sas|zitiert\sals|als|as|nur|mit))?[:,]?\s(?:mit\sder\sSigle\s)?)"
    rf"{_ABBREVIATION}(?=[\s),.;:])"
)
#: So far from it stands the title.
_REACH = 160


class Declared(NamedTuple):
    """An abbreviation, and the entry that it stands for."""

    form: str
    entry: int


def declared(text: str, catalogue: Catalogue) -> list[Declared]:
    """The abbreviations of catalogued works that the text declares behind their titles."""
    found: list[Declared] = []
    for at in citing(text).declaring:
        match = _BEHIND.match(text, at)
        if match is None:
            continue
        form = match["form"]
        low = max(0, at - _REACH, text.rfind("\n\n", 0, at))
        words = text[low:at]
        hits = catalogue.title_hits(words, plain(words), catalogue.printed(typed(words)), ())
        if hits and len(form.strip(".")) > 1:
            found.append(Declared(form, hits[-1].form.entry))
    return found


_WORD = re.compile(r"[^\W\d_]+")
#: What may abbreviate a body, behind an opening bracket.
_SHORT_FORM = re.compile(r"(?P<form>[^\W\d_a-zß-ÿ][^\W\d_]{1,9})\b")
#: It is declared where it is first cited; so many places are looked at.
_PLACES = 20


def bracketed(text: str) -> dict[str, list[int]]:
    """Where the words stand, in order, that open a bracket and may abbreviate a body."""
    found: dict[str, list[int]] = {}
    for bracket in "([":
        at = text.find(bracket)
        while at != -1:
            match = _SHORT_FORM.match(text, at + 1)
            if match is not None:
                found.setdefault(match["form"], []).append(at)
            at = text.find(bracket, at + 1)
    for places in found.values():
        places.sort()
    return found


def body_of(text: str, short: str, places: Sequence[int], known: Sequence[Container[str]]) -> str:
    """The body that ``short`` stands for where the text puts it in brackets right behind the
    name, as APA wants it at the first citation (Publication Manual, 7th edition, 8.21); or "".

    ``places`` are those of the brackets.  The name is ``known`` (name keys), whatever its
    letters: "National Institute for Health and Care Excellence (NICE, 2022)"; or words whose
    first letters ``short`` is.  A word in lower case but for its first letter may as well be a
    place, "(Geneva, 2022)": it stands in square brackets, or is those letters.
    """
    letters = sum(map(str.isupper, short)) > 1
    for at in places[:_PLACES]:
        low = max(0, at - _REACH, text.rfind("\n\n", max(0, at - _REACH), at))
        bodies = (body_before(text, low, at, names) for names in known)
        body = next((named[1][0] for named in bodies if named is not None), "")
        if body and (letters or text[at] == "[" or _initials(body, len(body), short)):
            return body
        if letters and not body and (body := _initials(text[low:at], at - low, short)):
            return body
    return ""


def _initials(text: str, at: int, short: str) -> str:
    """The words before ``at`` whose first letters ``short`` is, between which there are only
    words in lower case; or ""."""
    left = list(name_key(short))
    start = at
    for word in reversed(list(_WORD.finditer(text, 0, at))):
        if left and name_key(word[0][0]) == left[-1]:
            left.pop()
            start = word.start()
        elif not left or word[0][0].isupper():
            break
    return " ".join(text[start:at].split()) if not left else ""
