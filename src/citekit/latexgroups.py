"""Arguments of TeX's commands: groups in braces and options in brackets (LaTeX 2e, 3)."""

from __future__ import annotations

import re

#: White space that TeX passes over before an argument: no empty line ends a paragraph in it.
_GAP = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)?(?![ \t]*[\r\n])")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_CLOSING = {"{": "}", "[": "]", "(": ")"}
#: What is longer is no argument: something in it is not closed.
_LONGEST = {"{": 100_000, "[": 2_000, "(": 500}
_SIGNS = {sign: re.compile(rf"[\\{{}}{re.escape(sign + _CLOSING[sign])}]") for sign in _CLOSING}


def past_gap(text: str, at: int) -> int:
    """Where the white space at ``at`` ends that may stand before an argument."""
    found = _GAP.match(text, at)
    return found.end() if found else at


def brace_ends(text: str) -> dict[int, int]:
    """Where each group in braces ends, by where it opens; those without an end are left out."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACES.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            ends[opened.pop()] = found.end()
    return ends


def group_end(text: str, at: int, opening: str = "{") -> int:
    """Where the group ends that opens at ``at`` with a brace, a bracket or a parenthesis;
    ``at`` if there is none, or it has no end.  What stands in braces closes nothing."""
    if not text.startswith(opening, at):
        return at
    end = min(len(text), at + _LONGEST[opening])
    signs = _SIGNS[opening]
    depth, braces, place = 0, 0, at
    while found := signs.search(text, place, end):
        sign, place = found[0], found.end()
        if sign == "\\":
            place += 1
        elif sign in "{}" and opening != "{":
            braces += 1 if sign == "{" else -1
            if braces < 0:
                return at
        elif not braces:
            depth += 1 if sign == opening else -1
            if not depth:
                return at if opening != "{" and _is_parted(text, at, place) else place
    return at


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends in an option."""
    return re.search(r"\n[ \t]*\r?\n", text[start:end]) is not None
