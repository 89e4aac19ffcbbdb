"""Where a cite stands: first, subsequent, ibid, near-note (CSL 1.0.2, "Position")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from citekit.model import Citation, Cite

FIRST = frozenset(["first"])
SUBSEQUENT = frozenset(["subsequent"])
NEAR_NOTE_DISTANCE = 5


class Place(NamedTuple):
    """Positions a cite has, and the note of the work's first cite."""

    positions: frozenset[str] = FIRST
    first_note: int = 0


_FIRST = Place()
_IBID = SUBSEQUENT | {"ibid"}
_IBID_WITH_LOCATOR = _IBID | {"ibid-with-locator"}


def places(citations: Sequence[Citation], distance: int) -> list[list[Place]]:
    """The places of every cite, citation by citation."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    out: list[list[Place]] = []
    previous: Citation | None = None
    lone = True  # the previous note holds cites of one work only
    for citation in citations:
        row: list[Place] = []
        for index, cite in enumerate(citation.cites):
            if cite.id not in first:
                first[cite.id] = citation.note
                row.append(_FIRST)
            else:
                found: frozenset[str] = SUBSEQUENT
                same_note = previous is not None and previous.note == citation.note
                if index or lone or same_note:
                    found = _ibid(citation, index, previous)
                near = citation.note - last[cite.id] <= distance
                row.append(_place(found, near, first[cite.id]))
            last[cite.id] = citation.note
        out.append(row)
        if citation.cites:
            if previous is None or previous.note != citation.note or not citation.note:
                lone = True
            elif {c.id for c in previous.cites} != {c.id for c in citation.cites}:
                lone = False
            previous = citation
    return out


@lru_cache(maxsize=1024)
def _place(positions: frozenset[str], near: bool, first: int) -> Place:
    return Place(positions | {"near-note"} if near else positions, first)


def _ibid(citation: Citation, index: int, previous: Citation | None) -> frozenset[str]:
    cite = citation.cites[index]
    before: Cite
    if index:
        before = citation.cites[index - 1]
        if before.id != cite.id:
            return SUBSEQUENT
    else:
        if previous is None or not _sole(previous, cite.id):
            return SUBSEQUENT
        if previous.note and citation.note - previous.note > 1:
            return SUBSEQUENT
        before = previous.cites[-1]
    mine, theirs = _locator(cite), _locator(before)
    if mine == theirs:
        return _IBID
    if mine[0]:
        return _IBID_WITH_LOCATOR
    return SUBSEQUENT


def _sole(citation: Citation, work: str) -> bool:
    """Whether ``citation`` cites ``work`` and nothing else."""
    return all(cite.id == work for cite in citation.cites)


def _locator(cite: Cite) -> tuple[str, str]:
    return (cite.locator.strip(), cite.label) if cite.locator.strip() else ("", "")
