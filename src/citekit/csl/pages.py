"""Page ranges (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(\d{1,15})([a-z]*)")


def end_of_range(particle: str, first: str, last: str, style: str) -> str:
    """The end of the range ``first``–``last`` in page-range-format ``style``.

    Both ends stand after the letters ``particle``, which are repeated where the
    end is not shortened; without ``style`` the end stays as it is.
    """
    begin, end = _DIGITS.fullmatch(first), _DIGITS.fullmatch(last)
    if begin is None or end is None or not style:
        return particle + last
    if begin.group(2) or end.group(2):
        return particle + last
    whole = _expand(first, last)
    if int(first) >= int(whole):
        return particle + last
    if style == "expanded":
        return particle + whole
    short = _FORMATS.get(style, _expand)(first, whole)
    return short if len(short) < len(whole) or style != "minimal" else particle + short


def _expand(first: str, last: str) -> str:
    """``101–9`` to ``101–109``."""
    if len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _minimal(first: str, last: str, keep: int = 1) -> str:
    if len(first) != len(last):
        return last
    index = 0
    while index < len(last) - keep and first[index] == last[index]:
        index += 1
    return last[index:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago(first: str, last: str) -> str:
    """Chicago Manual of Style, 15th edition, 9.64."""
    begin, end = int(first), int(last)
    if begin > 100 and begin % 100 and begin // 100 == end // 100:
        return str(end % 100)
    if begin >= 10_000 and begin // 1000 == end // 1000:
        return f"{end % 1000:03}"
    return last


def _chicago16(first: str, last: str) -> str:
    """Chicago Manual of Style, 16th edition, 9.60."""
    begin, end = int(first), int(last)
    if begin > 100 and begin % 100:
        for digits in range(2, len(last)):
            if begin // 10**digits == end // 10**digits:
                return str(end % 10**digits)
    return last


_FORMATS = {
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": _chicago16,
}
