"""Formatted text as plain strings.

Inside :mod:`citekit.csl` a formatted text is a ``str`` in which noncharacters
of Unicode (U+FDD0–U+FDEF, reserved for use inside a program) open and close
formats.  The tree of :mod:`citekit.richtext` is built once, at the end.
"""

from __future__ import annotations

import re
from typing import get_args

from citekit.richtext import Format

_BASE = 0xFDD0

#: Formats a style or a field asks for, in the order of their marks.
FORMATS: tuple[str, ...] = get_args(Format)
OPEN: dict[str, str] = {name: chr(_BASE + i) for i, name in enumerate(FORMATS)}
NAME_OF: dict[str, str] = {mark: name for name, mark in OPEN.items()}

#: Formats of a field's own markup, which flip when they stand inside the same format.
FLIP_ITALIC, FLIP_BOLD, FLIP_SMALL_CAPS, NODECOR = (chr(_BASE + i) for i in range(18, 22))
#: Around an identifier or an address that leads somewhere.
LINK = chr(_BASE + 22)
CLOSE = chr(_BASE + 24)
QUOTE, SINGLE_QUOTE, UNQUOTE = (chr(_BASE + i) for i in range(25, 28))
#: Around a year-suffix and around a citation number, for collapsing; removed at the end.
SUFFIX_OPEN, SUFFIX_CLOSE = (chr(_BASE + i) for i in range(28, 30))
NUMBER_OPEN, NUMBER_CLOSE = (chr(_BASE + i) for i in range(30, 32))

OPENERS = frozenset(
    [*OPEN.values(), FLIP_ITALIC, FLIP_BOLD, FLIP_SMALL_CAPS, NODECOR, LINK, QUOTE, SINGLE_QUOTE]
)
MARKS = frozenset(chr(_BASE + i) for i in range(32))
#: Any mark.
FIND = re.compile("[\ufdd0-\ufdef]")
_VISIBLE = re.compile("[^\ufdd0-\ufdef]")
_STRUCTURE = re.compile(f"[{SUFFIX_OPEN}-{NUMBER_CLOSE}]")


def sanitise(text: str) -> str:
    """``text`` from outside, free of marks."""
    return text if text.isascii() else FIND.sub("\N{REPLACEMENT CHARACTER}", text)


def strip(text: str) -> str:
    """The visible characters of ``text``."""
    return text if text.isascii() else FIND.sub("", text)


def drop_structure(text: str) -> str:
    """``text`` without the marks around year-suffixes and citation numbers."""
    if SUFFIX_OPEN not in text and NUMBER_OPEN not in text:
        return text
    return _STRUCTURE.sub("", text)


def visible(text: str) -> bool:
    """Whether anything of ``text`` shows."""
    return _VISIBLE.search(text) is not None
