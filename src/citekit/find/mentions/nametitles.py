"""Titles that are the name of a person: "Ann Lee", of a life of Ann Lee.

The words name the person, not the book, unless marks or italics enclose them, the year of the
book follows, or its author stands beside them: "Roy's Ann Lee", "in Ann Lee, by Tom Roy".
"""

from __future__ import annotations

import re

from citekit.find.citations.names import PARTICLES
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.reading import Reading
from citekit.find.works import name_key
from citekit.find.worktitles import TitleHit, is_content

_LONGEST = 4  # words
_REACH = 20  # code points of a given name
_POSSESSIVE = re.compile(r"['’](?:s\b|(?<=[sxz]['’])(?=\s))")
_JOINED = re.compile(r"\s(?:and|und|et|&)\s$")


def is_personal(reading: Reading, hit: TitleHit) -> bool:
    """Whether a title is a given name and a family name, or a family name alone that an author
    of the catalogue has, or somebody with a given name in the text."""
    form = hit.form
    first, *rest = form.words
    if form.optional or len(form.words) > _LONGEST:
        return False
    if rest:
        family = [word for word in rest if word not in PARTICLES and word not in GIVEN]
        return first in GIVEN and len(family) == 1 and is_content(rest[-1])
    if name_key(first) in reading.catalogue.families:
        return True
    word = reading.text[hit.start : hit.end]
    if word not in reading.surnames:
        reading.surnames[word] = _is_called(reading.text, word)
    return reading.surnames[word]


def _is_called(text: str, word: str) -> bool:
    """Whether a given name stands before a word somewhere."""
    at = text.find(word)
    while at != -1:
        before = text[max(0, at - _REACH) : at].split(" ")
        if len(before) > 1 and not before[-1] and before[-2].lower() in GIVEN:
            return True
        at = text.find(word, at + 1)
    return False


def is_owner(reading: Reading, hit: TitleHit) -> bool:
    """Whether a possessive follows: "Ann Lee's ghosts"."""
    return _POSSESSIVE.match(reading.text, hit.end) is not None


def is_joined(reading: Reading, start: int, hit: TitleHit) -> bool:
    """Whether "and" stands between the name at ``start`` and the title: "Roy and Ann Lee"."""
    return _JOINED.search(reading.text, start, hit.start) is not None
