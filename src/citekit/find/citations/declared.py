"""Abbreviations of works that a text declares: "Republic (hereafter R)", "Im Folgenden wird X
mit der Sigle Y zitiert", "(abrégé Y)".

Source: Chicago Manual of Style (17th edition), 14.61 (a list or note of abbreviations).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.signs import citing
from citekit.find.works import Catalogue
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
