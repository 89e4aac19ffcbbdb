"""How alike two pieces of text are, and where a piece stands with changes.

Distances are Levenshtein's, computed bit-parallel (Hyyrö 2003) by rapidfuzz.
All texts are folded, all offsets count their characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from citekit.anchor.values import END, START, common, finds, window

#: What an edit takes from the agreement of two contexts, in characters.
PENALTY = 3
#: Agreement (characters, less the penalties) from which a context is the
#: stored one and not a few common words.
STRONG = 12
#: Characters next to the words that must be somewhat alike at all.
NEAR = 16

# Lengths of the pieces by which places are found, each taken where the one
# before stands in too many places.
_GRAMS = (6, 10, 16, 33)
_TOO_MANY = 24
# Estimates of one place lie this close to each other.
_SPREAD = 3


class Edge(NamedTuple):
    """Where a context ends and the words begin, or the reverse, and how many
    characters of the context agree there."""

    at: int
    agreement: int


def alike(one: str, other: str) -> float:
    """The similarity of two strings, 0–1: what needs no edit, of the longer one.
    Unrelated sentences are about 0.25 alike."""
    return Levenshtein.normalized_similarity(one, other)


def agreement(wanted: str, found: str) -> int:
    """How many characters of ``wanted`` the text ``found`` begins with, less a
    penalty for each edit; counted as far as it pays."""
    best = same = common(wanted, found)
    if same == len(wanted):
        return _told(wanted, best)
    for length in range(8, len(wanted) + 4, 4):
        length = min(length, len(wanted))
        most = (length - best - 1) // PENALTY
        if most < 1:
            continue
        piece = wanted[:length]
        for drift in (0, 1, -1, 2, -2):
            if abs(drift) > most:
                break
            edits = Levenshtein.distance(piece, found[: length + drift], score_cutoff=most)
            if edits <= most:
                best = max(best, length - PENALTY * edits)
                most = edits - 1
    return _told(wanted, best)


def _told(wanted: str, agreed: int) -> int:
    """What an agreement tells: rows of dots or dashes tell little."""
    return min(agreed, len(set(zip(wanted, wanted[1:], strict=False))) + 1)


def before_agrees(before: str, text: str, at: int) -> int:
    """How far ``before`` agrees with what stands before ``at``."""
    return agreement(before[::-1], window(text, at - len(before) - 2, at)[::-1])


def after_agrees(after: str, text: str, at: int) -> int:
    """How far ``after`` agrees with what stands from ``at`` on."""
    return agreement(after, window(text, at, at + len(after) + 2))


def ends(piece: str, text: str) -> list[Edge]:
    """Where ``piece`` ends, with changes or cut short at its far end."""
    found = _near_edges(piece, text, len(piece))
    near = piece[-NEAR:]
    edges = []
    for at in found:
        standing = window(text, at - len(near), at)
        if Levenshtein.distance(near, standing, score_cutoff=NEAR // 2) <= NEAR // 2:
            shifts = (at, at - 1, at + 1, at - 2, at + 2)
            scored = [Edge(to, before_agrees(piece, text, to)) for to in shifts if 0 <= to <= len(text)]
            edges.append(max(scored, key=lambda edge: edge.agreement))
    return _distinct(edges)


def starts(piece: str, text: str) -> list[Edge]:
    """Where ``piece`` begins, with changes or cut short at its far end."""
    found = _near_edges(piece, text, 0)
    near = piece[:NEAR]
    edges = []
    for at in found:
        standing = window(text, at, at + len(near))
        if Levenshtein.distance(near, standing, score_cutoff=NEAR // 2) <= NEAR // 2:
            shifts = (at, at + 1, at - 1, at + 2, at - 2)
            scored = [Edge(to, after_agrees(piece, text, to)) for to in shifts if 0 <= to <= len(text)]
            edges.append(max(scored, key=lambda edge: edge.agreement))
    return _distinct(edges)


def _distinct(edges: list[Edge]) -> list[Edge]:
    """Edges with an agreement, best first, one a place."""
    kept: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: -edge.agreement):
        if edge.agreement > 0 and all(abs(edge.at - other.at) > _SPREAD for other in kept):
            kept.append(edge)
    return kept


def _near_edges(piece: str, text: str, edge: int) -> Iterator[int]:
    """Offsets at which the character ``edge`` of ``piece`` would stand if the
    pieces of it that are found stand where they did; most likely first."""
    if piece.startswith(START) and edge:
        yield min(len(text), len(piece) - 1)
    if piece.endswith(END) and not edge:
        yield max(0, len(text) - len(piece) + 1)
    estimates = sorted(at + edge - offset for offset, at in _grams(piece, text))
    groups: list[list[int]] = []
    for estimate in estimates:
        if groups and estimate - groups[-1][-1] <= _SPREAD:
            groups[-1].append(estimate)
        else:
            groups.append([estimate])
    groups.sort(key=len, reverse=True)
    for group in groups[:_TOO_MANY]:
        yield min(len(text), max(0, max(group, key=group.count)))


def _grams(piece: str, text: str) -> Iterator[tuple[int, int]]:
    """Short pieces of ``piece`` that stand in the text: offset in both."""
    last = max(0, len(piece) - _GRAMS[0])
    for first in {*range(0, last, _GRAMS[0]), last}:
        for length in _GRAMS:
            offset = max(0, min(first, len(piece) - length))
            found = list(islice(finds(text, piece[offset : offset + length]), _TOO_MANY + 1))
            if len(found) <= _TOO_MANY:
                yield from ((offset, at) for at in found)
                break
