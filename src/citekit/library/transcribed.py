"""Transcripts: texts whose paragraphs begin with the name of who speaks ("MS LEE: …", "Q: …").

A transcript is a source of all that is said in it, also of what stands there in quotation
marks; and it says who said what (Chicago Manual of Style 18, 12.53; Oral History Association,
*Transcription Style Guide*, "Speaker labels").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: A label before a turn.
_LABEL = re.compile(
    r"^[ \t]*(?:\*\*|__)?(?P<name>(?:[A-ZÄÖÜÀ-Þ][\w.’'-]*[ \u00a0]?){1,5})(?:\*\*|__)?:"
    r"(?:\*\*|__)?[ \t\u00a0]+(?=\S)",
    re.MULTILINE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
#: So many labels a transcript has at least, and one in so many paragraphs.
_LEAST, _SHARE = 2, 3


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
