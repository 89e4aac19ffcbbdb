"""Quotations of the same words that do not agree with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.verify.alignment import Source
from citekit.verify.verdicts import Change, Verdict, compare
from citekit.verify.words import cleaned, is_marked, runs_of, without_brackets, words_of

#: So many words must two quotations have to be compared.
LEAST_WORDS = 5
#: Score from which two quotations are of the same words.
ENOUGH = 0.7
#: Pairs of words that stand in more quotations tell nothing.
_TOO_COMMON = 40


class Quoted(NamedTuple):
    """A quotation in a document: its words, and where they begin (code points)."""

    document: str
    start: int
    text: str


class Variant(NamedTuple):
    """Two quotations of the same words in two documents, and where the second departs
    from the first; the first is the one without an ellipsis or added words, else the
    longer."""

    first: Quoted
    second: Quoted
    changes: tuple[Change, ...]
    score: float


def variants(quotations: Sequence[Quoted]) -> list[Variant]:
    """The pairs of nearly the same quotations, of different documents, whose words differ."""
    texts = [cleaned(quotation.text) for quotation in quotations]
    plain = [without_brackets(text) for text in texts]
    words = [words_of(text) for text in plain]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        if len(own) >= LEAST_WORDS:
            for pair in {(one.key, two.key) for one, two in pairwise(own)}:
                holders[pair].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= _TOO_COMMON:
            for index, one in enumerate(numbers):
                for other in numbers[index + 1 :]:
                    if quotations[one].document != quotations[other].document:
                        shared[one, other] += 1
    found = []
    for (one, other), count in sorted(shared.items()):
        if count < max(2, min(len(words[one]), len(words[other])) // 6):
            continue
        first, second = sorted(
            (one, other), key=lambda number: (any(is_marked(plain[number])), -len(words[number]))
        )
        source = Source(quotations[first].document, plain[first])
        compared = compare(texts[second], source)
        changes = _inside(texts[second], compared.changes)
        if changes and compared.verdict is Verdict.ALTERED and compared.score >= ENOUGH:
            found.append(Variant(quotations[first], quotations[second], changes, compared.score))
    return found


def _inside(text: str, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes without words that the second quotation begins or ends with and the first
    does not have: it quotes more there, not otherwise."""
    kept = list(changes)
    words = [word.key for run in runs_of(text) for word in run.words]
    for at in (0, -1):
        while kept and kept[at].kind == "added":
            added = [word.key for word in words_of(kept[at].quoted)]
            edge = slice(len(added)) if at == 0 else slice(-len(added), None)
            if not added or words[edge] != added:
                break
            del kept[at], words[edge]
    return tuple(kept)
