"""The parentheses that references stand in."""

from __future__ import annotations

import re

#: Candidates are at most so long, in code points.
LONGEST = 900


def parenthesis(text: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    """The places of the parenthesis around ``at`` and of the one that closes it."""
    floor = max(start, at - LONGEST)
    left = text.rfind("(", floor, at)
    closed = text.rfind(")", floor, at)
    while 0 <= left < closed:  # one that closed again: the one before it
        closed = text.rfind(")", floor, left)
        left = text.rfind("(", floor, left)
    if left < 0:
        return None
    right = _closing(text, at, min(end, at + 3 * LONGEST))
    if right < 0:
        return None
    if text.count("(", floor, left) > text.count(")", floor, left):
        outer = parenthesis(text, left, floor, end)
        if outer is not None and outer[1] > right and outer[1] - outer[0] < 2 * LONGEST:
            return outer
    return left, right


def _closing(text: str, at: int, end: int) -> int:
    """Where the parenthesis closes that is open at ``at``; -1 for nowhere, or where more
    of them stand in it than a reference may have."""
    right = text.find(")", at, end)
    if right < 0 or text.find("(", at, right) < 0:
        return right
    depth = 0
    for found in _PAREN.finditer(text, at, end):
        if found[0] == "(":
            depth += 1
            if depth > _DEEPEST:
                return -1
        elif not depth:
            return found.start()
        else:
            depth -= 1
    return -1


#: Parentheses in parentheses that a reference may have.
_DEEPEST = 3
_PAREN = re.compile(r"[()]")
