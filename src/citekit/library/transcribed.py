"""Transcripts: texts whose paragraphs begin with the name of who speaks ("MS LEE: …", "Q: …").

A transcript is a source of all that is said in it, also of what stands there in quotation
marks; and it says who said what (Chicago Manual of Style 18, 12.53; Oral History Association,
*Transcription Style Guide*, "Speaker labels").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from citekit.find.works import name_key
from citekit.library.misattributed import named_person
from citekit.verify.words import is_quoted

#: A label before a turn.
_LABEL = re.compile(
    r"^[ \t]*(?:\*\*|__)?(?P<name>(?:[A-ZÄÖÜÀ-Þ][\w.’'-]*[ \u00a0]?){1,5})(?:\*\*|__)?:"
    r"(?:\*\*|__)?[ \t\u00a0]+(?=\S)",
    re.MULTILINE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
#: So many labels a transcript has at least, and one in so many paragraphs.
_LEAST, _SHARE = 2, 3
#: A name has at least so many letters.
_NAME = 2


class Label(NamedTuple):
    """Where a turn begins (code points), and the name there as it is printed."""

    start: int
    name: str


@lru_cache(maxsize=64)
def labels(text: str) -> tuple[Label, ...]:
    """The labels of a transcript, in order; none for a text that is none."""
    if text.count(":") < _LEAST:
        return ()
    found = [Label(each.start(), each["name"].strip()) for each in _LABEL.finditer(text)]
    paragraphs = 1 + sum(1 for _ in _PARAGRAPH_END.finditer(text.strip()))
    enough = len(found) >= _LEAST and _SHARE * len(found) >= paragraphs
    return tuple(found) if enough else ()


def is_transcript(text: str) -> bool:
    """Whether most of a text are turns of people who are named before them."""
    return bool(labels(text))


def turn_of_another(text: str, start: int, names: tuple[str, ...]) -> str:
    """Who says the words at ``start`` (code points) of a transcript, if it is somebody else
    than the person called ``names``, family name last, who speaks there, too; or ""."""
    found = labels(text)
    at = bisect_right(found, start, key=lambda label: label.start) - 1
    if at < 0 or not names or is_quoted(text, start):
        return ""
    own, family = found[at], name_key(names[-1])
    said_by = named_person(own.name.title() if own.name.isupper() else own.name)
    if not said_by or len(said_by[-1]) < _NAME or family in name_key(own.name).split():
        return ""
    if not any(family in name_key(label.name).split() for label in found):
        return ""
    if family in name_key(text[own.start : start]).split():
        return ""  # whom the turn may report
    return own.name.title() if own.name.isupper() else own.name
