"""Offsets in other units: UTF-16 code units and UTF-8 bytes.

citekit counts Unicode code points, as the Web Annotation Data Model does
(4.2.5).  Programs in browsers count UTF-16 code units, programs that read files
count bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_WIDE_IN_UTF16 = re.compile("[\U00010000-\U0010ffff]")
_WIDE_IN_UTF8 = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Scale:
    """Offsets of one text in code points and in another unit.

    ``length`` is the text's length in code points; ``wide`` are the offsets of
    the characters longer than one unit, in code points, ``units`` the same in
    the other unit, ``widths`` how long they are in it.
    """

    length: int
    wide: tuple[int, ...]
    units: tuple[int, ...]
    widths: tuple[int, ...]

    def units_at(self, offset: int) -> int:
        """The offset in units of an ``offset`` in code points.

        Raises IndexError outside the text.
        """
        if not 0 <= offset <= self.length:
            raise IndexError(f"no offset {offset} in a text of {self.length}")
        index = bisect_left(self.wide, offset) - 1
        if index < 0:
            return offset
        return self.units[index] + self.widths[index] + offset - self.wide[index] - 1

    def code_points_at(self, units: int) -> int:
        """The offset in code points of an offset in ``units``.

        Raises IndexError outside the text, ValueError inside a character.
        """
        index = bisect_left(self.units, units) - 1
        offset = units
        if index >= 0:
            after = self.units[index] + self.widths[index]
            if units < after:
                raise ValueError(f"offset {units} is inside a character")
            offset = self.wide[index] + 1 + units - after
        if not 0 <= offset <= self.length:
            raise IndexError(f"no offset {units} in a text of {self.units_at(self.length)}")
        return offset


def utf16(text: str) -> Scale:
    """The scale between code points and UTF-16 code units."""
    wide = [match.start() for match in _WIDE_IN_UTF16.finditer(text)]
    return _scale(text, wide, [2] * len(wide))


def utf8(text: str) -> Scale:
    """The scale between code points and UTF-8 bytes."""
    found = list(_WIDE_IN_UTF8.finditer(text))
    widths = [_bytes(match[0]) for match in found]
    return _scale(text, [match.start() for match in found], widths)


def _bytes(char: str) -> int:
    """How many bytes a character outside ASCII has in UTF-8 (RFC 3629, section 3)."""
    return 2 if char < "\u0800" else 3 if char < "\U00010000" else 4


def _scale(text: str, wide: list[int], widths: list[int]) -> Scale:
    units, added = [], 0
    for at, width in zip(wide, widths, strict=True):
        units.append(at + added)
        added += width - 1
    return Scale(len(text), tuple(wide), tuple(units), tuple(widths))
