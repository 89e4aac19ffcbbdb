"""Claims whose own marker points at another work.

Numbered references stand behind what they support (Vancouver style, IEEE): in "Lee argues
that ports silt up [2]" the claim is that of reference 2.  If this is no work of the
catalogue, or not the one that the name suggests, nothing says which of Lee's works is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from citekit.find.suggestion import Suggestion

#: The rest of a note's mark that a claim cannot begin in: "[^5] and Lee argues".
_REST = re.compile(r"[^\]\s]{0,80}\][ \u00a0]?")
_LONGEST_MARK = 82

#: Between a claim and the markers behind it: the bracket opens in it, or is the marker's own.
_BEHIND = re.compile(r"[.,;:]?\s?\[?\s?")
_METHODS = frozenset(("number", "label"))


def without_anothers(text: str, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions without the claims behind which a number or label in brackets points at
    something else than their work."""
    found = list(suggestions)
    marks = sorted(
        (one.start, one.body.value)
        for one in found
        if one.kind == "citation" and one.method in _METHODS and _is_bracketed(text, one.start)
    )
    if not marks:
        return found
    return [
        one
        for one in found
        if one.kind != "paraphrase" or not one.body.value or _is_its(text, one, marks)
    ]


def _is_bracketed(text: str, at: int) -> bool:
    """Whether a marker is a bracket, or stands in one."""
    low = max(0, at - 60)
    return text.rfind("[", low, at + 1) > text.rfind("]", low, at)


def _is_its(text: str, claim: Suggestion, marks: list[tuple[int, str]]) -> bool:
    """Whether no marker stands behind a claim, or one of its work."""
    index = bisect_left(marks, (claim.end - 1, ""))
    start = max(claim.end, marks[index][0]) if index < len(marks) else -1
    if start < 0 or not _BEHIND.fullmatch(text, claim.end, start):
        return True
    close = text.find("]", marks[index][0])
    while index < len(marks) and marks[index][0] < close:
        if marks[index][1] == claim.body.value:
            return True
        index += 1
    return False


def behind_marks(text: str, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions, claims that begin inside the mark of a note from behind it on."""
    if "^" not in text:
        return list(suggestions)
    return [_behind(text, one) if one.kind == "paraphrase" else one for one in suggestions]


def _behind(text: str, one: Suggestion) -> Suggestion:
    opened = text.rfind("[^", max(0, one.start - _LONGEST_MARK), one.start + 1)
    rest = _REST.match(text, opened + 2) if opened >= 0 else None
    inside = rest is not None and one.start < rest.end() < one.end
    return one._replace(start=rest.end()) if rest is not None and inside else one
