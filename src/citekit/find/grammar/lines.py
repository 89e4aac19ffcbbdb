"""A text as the finders of quotations read it: a paragraph in one line, no numbers of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.corpus.notemarks import SUPERSCRIPTS, has_superscripts
from citekit.corpus.wrapping import flowing
from citekit.find.grammar.marks import NOTED

_RAISED = re.compile(f"[{SUPERSCRIPTS}]+")
#: The number of a note after a quotation mark; the character that is rarest first.
_BRACKETS = re.compile(r"\[(?<=[”»“\"’]\[)\^?\w{1,12}\]")


def unwrapped(text: str, spans: list[tuple[int, int]], ends: Iterable[int] = ()) -> str:
    """``text`` with spaces for the line ends inside its paragraphs ``spans``, and for the
    numbers of notes, also those behind its quotations, which have their ``ends``: the same
    length, so that positions stay."""
    flat = flowing(text, spans)
    for end in ends:
        number = NOTED.match(text, end) if text[end : end + 1].isdecimal() else None
        if number is not None:
            flat = flat[:end] + _blank(number) + flat[number.end() :]
    if "[" in flat:
        flat = _BRACKETS.sub(_blank, flat)
    return _RAISED.sub(_blank, flat) if has_superscripts(text) else flat


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
