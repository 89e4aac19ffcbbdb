"""A text as the finders of quotations read it: a paragraph in one line, no numbers of notes."""

from __future__ import annotations

import re

from citekit.corpus.notemarks import SUPERSCRIPTS, has_superscripts
from citekit.corpus.wrapping import flowing

_RAISED = re.compile(f"[{SUPERSCRIPTS}]+")
#: The number of a note after a quotation mark; the character that is rarest first.
_BRACKETS = re.compile(r"\[(?<=[”»“\"’]\[)\^?\w{1,12}\]")


def unwrapped(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with spaces for the line ends inside its paragraphs ``spans``, and for the
    numbers of notes: the same length, so that positions stay."""
    flat = flowing(text, spans)
    if "[" in flat:
        flat = _BRACKETS.sub(_blank, flat)
    return _RAISED.sub(_blank, flat) if has_superscripts(text) else flat


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
