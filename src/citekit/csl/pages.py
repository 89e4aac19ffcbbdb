"""Page ranges (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

_RANGE = re.compile(
    r"(?<![\w-])([^\W\d_]{0,8})(\d{1,15})\s*[-–—]+\s*([^\W\d_]{0,8})(\d{1,15})(?![\w-])"
)
_DASH = re.compile(r"(?<=[\divxlcdmIVXLCDM])\s*(?:-{1,3}|[–—])\s*(?=[\divxlcdmIVXLCDM])")
_COMMA = re.compile(r",\s*(?=\S)")


def format_pages(value: str, style: str, delimiter: str) -> str:
    """Every range in ``value`` in page-range-format ``style``; the empty
    string keeps the digits and changes the delimiter only."""

    def change(found: re.Match[str]) -> str:
        before, first, after, last = found.groups()
        if after and after != before:
            return f"{before}{first}{delimiter}{after}{last}"
        if not style:
            return f"{before}{first}{delimiter}{after}{last}"
        short = _FORMATS.get(style, _expand)(first, _expand(first, last))
        if before and style == "expanded":
            return f"{before}{first}{delimiter}{before}{short}"
        if before and not after and len(last) >= len(first):
            return f"{before}{first}{delimiter}{before if style == 'expanded' else ''}{short}"
        if after and style not in ("expanded",):
            return f"{before}{first}{delimiter}{short}"
        return f"{before}{first}{delimiter}{after}{short}"

    value = _COMMA.sub(", ", value)
    if "\\-" in value:
        pieces = value.split("\\-")
        return "-".join(format_pages(piece, style, delimiter) for piece in pieces)
    done = _RANGE.sub(change, value)
    return _DASH.sub(delimiter, done) if delimiter != "-" else done


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
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    if len(first) == 4:
        short = _minimal(first, last, 2)
        return last if len(short) > 2 else short
    return _minimal(first, last, 2)


def _chicago16(first: str, last: str) -> str:
    """Chicago Manual of Style, 16th edition, 9.60."""
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    return _minimal(first, last, 2)


_FORMATS = {
    "expanded": lambda first, last: last,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": _chicago16,
}
