"""How alike two pieces of text are, and where a piece stands with changes.

Distances are Levenshtein's, computed bit-parallel (Hyyrö 2003) by rapidfuzz.
All texts are folded, all offsets count their characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, pairwise
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
#: Similarity of words that differ in the spaces next to marks alone.
SPACED = 0.99
#: Similarity that they have at least by their characters.
CLOSE = 0.5

# Marks with the spaces next to them.
_MARKS = re.compile(r""" ?(["':;!?]) ?""")
# Lengths of the pieces by which places are found, each taken where the one
# before stands in too many places.
_GRAMS = (6, 10, 16, 33)
_TOO_MANY = 24
# Edges at which so many characters agree are where they are.
_TOUCHING = 4
# By so much a context may have become longer.
_DRIFT = 2
# Estimates of one place lie this close to each other.
_SPREAD = 3


class Edge(NamedTuple):
    """Where a context ends and the words begin, or the reverse, and how many
    characters of the context agree there."""

    at: int
    agreement: int


def alike(one: str, other: str) -> float:
    """The similarity of two strings, 0–1: what needs no edit, of the longer one; nearly 1
    (:data:`SPACED`) if only the spaces next to marks are others, as French sets them
    (*Lexique des règles typographiques en usage à l'Imprimerie nationale*, "ponctuation").
    Unrelated sentences are about 0.25 alike."""
    found = Levenshtein.normalized_similarity(one, other)
    if not CLOSE < found < SPACED or one.count(" ") == other.count(" "):
        return found
    return SPACED if _MARKS.sub(r"\1", one) == _MARKS.sub(r"\1", other) else found


def inserted_around(quote: str, words: str) -> tuple[int, int]:
    """How much of ``words``, in whole words, stands before and after what became
    of ``quote``."""
    edits = [(edit.tag, edit.src_pos, edit.dest_pos) for edit in Levenshtein.editops(quote, words)]
    before = after = 0
    while edits[before : before + 1] == [("insert", 0, before)]:
        before += 1
    for edit in reversed(edits):
        if edit != ("insert", len(quote), len(words) - after - 1):
            break
        after += 1
    return words[:before].rfind(" ") + 1, after - (words[len(words) - after :] + " ").find(" ")


def agreement(wanted: str, found: str) -> int:
    """How many characters of ``wanted`` the text ``found`` begins with, less a
    penalty for each edit; counted as far as it pays."""
    best = common(wanted, found)
    if best < len(wanted):
        best = max(best, _aligned(wanted, found), _aligned(wanted[:NEAR], found[:NEAR]))
    return _told(wanted, best)


def _aligned(wanted: str, found: str) -> int:
    """The same, along the best alignment of both as a whole."""
    edits = Levenshtein.editops(wanted, found)
    cuts = (edit.src_pos - PENALTY * count for count, edit in enumerate(edits))
    return max((len(wanted) - PENALTY * len(edits), *cuts))


def _told(wanted: str, agreed: int) -> int:
    """What an agreement tells: rows of dots or dashes tell little."""
    return min(agreed, 2 * len(set(pairwise(wanted))) + 1)


def before_agrees(before: str, text: str, at: int) -> int:
    """How far ``before`` agrees with what stands before ``at``."""
    return agreement(before[::-1], _backward(before, text, at))


def after_agrees(after: str, text: str, at: int) -> int:
    """How far ``after`` agrees with what stands from ``at`` on."""
    return agreement(after, _forward(after, text, at))


def _backward(piece: str, text: str, at: int) -> str:
    return window(text, at - len(piece) - _DRIFT, at)[::-1]


def _forward(piece: str, text: str, at: int) -> str:
    return window(text, at, at + len(piece) + _DRIFT)


def ends(piece: str, text: str) -> list[Edge]:
    """Where ``piece`` ends, with changes or cut short at its far end; best first."""
    estimates = _estimates(piece, text, len(piece))
    return _edges(piece[::-1], partial(_backward, piece, text), estimates, len(text))


def starts(piece: str, text: str) -> list[Edge]:
    """Where ``piece`` begins, with changes or cut short at its far end; best first."""
    estimates = _estimates(piece, text, 0)
    return _edges(piece, partial(_forward, piece, text), estimates, len(text))


def _edges(
    wanted: str, standing: Callable[[int], str], estimates: Iterable[int], last: int
) -> list[Edge]:
    """Edges at or next to the estimated ones, none after ``last``; ``standing``
    gives the text outward from an edge, as ``wanted`` is given."""
    found = []
    near = wanted[:NEAR]
    for at in estimates:
        text = standing(at)
        if Levenshtein.distance(near, text[:NEAR], score_cutoff=NEAR // 2) > NEAR // 2:
            continue
        edges = [Edge(at, agreement(wanted, text))]
        if common(wanted, text) < min(_TOUCHING, len(wanted)):
            shifts = (at + 1, at - 1, at + 2, at - 2)
            tries = (to for to in shifts if 0 <= to <= last)
            edges += (Edge(to, agreement(wanted, standing(to))) for to in tries)
        found.append(max(edges, key=_by_agreement))
    kept: list[Edge] = []
    for edge in sorted(found, key=_by_agreement, reverse=True):
        if edge.agreement > 0 and all(abs(edge.at - other.at) > _SPREAD for other in kept):
            kept.append(edge)
    return kept


def _by_agreement(edge: Edge) -> int:
    return edge.agreement


def _estimates(piece: str, text: str, edge: int) -> Iterator[int]:
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
