"""Paraphrases that no rule knows, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001) over the sentences near an author and the features of
:mod:`citekit.find.mentions.claimwindows`, of which one says what the rules have found there.  It
learned from texts of our own whose passages are marked by hand (``python -m
benchmarks.train_claims``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from itertools import repeat
from math import exp
from typing import Any

from citekit.find.mentions.bounds import before_source
from citekit.find.mentions.claimants import is_apposed, is_others_claim
from citekit.find.mentions.claimtext import Document
from citekit.find.mentions.claimwindows import (
    Near,
    cited_between,
    is_settled,
    rows,
    sequences,
)
from citekit.find.mentions.followups import is_said
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.unclaimed import is_anothers, says_nothing
from citekit.find.suggestion import Suggestion

#: The labels: a sentence that reports a claim, any other; of those with an anchor, and of
#: those without, so that the model learns what follows what.
CLAIMS = {True: "named claim", False: "claim"}
OTHERS = {True: "named", False: "other"}
#: How sure the model must be (0-1); ``benchmarks.train_claims`` prints what others give.
#: What a rule takes for a claim that goes on, and is less likely, is left out.
LEAST = 0.6
#: What stands before the first of a run, and after the last.
_NONE = frozenset(("none",))
#: With less besides citations and quotations a sentence claims nothing (code points).
_SHORTEST = 20


class ClaimModel:
    """The model of sentences that report claims: whole numbers, thousandths of the
    logarithm of odds.

    ``weights`` are of the features of a sentence itself, of the one before it and of the
    one after it (``here``, ``before``, ``after``): for a sentence with an anchor, for one
    without.  ``follows`` are those of two sentences in a row: whether the first has an
    anchor, whether the second has one, whether the first reports a claim, whether the
    second does.
    """

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self._tables: list[list[Mapping[str, int]]] = [
            [
                {name: pair[other] for name, pair in weights[part].items() if pair[other]}
                for part in ("here", "before", "after")
            ]
            for other in (1, 0)
        ]
        self._beside = frozenset((*weights["before"], *weights["after"]))
        self._follows = [
            [[[exp(each / 1000) for each in to] for to in pair] for pair in row]
            for row in weights["follows"]
        ]

    def names(self) -> set[str]:
        """The features that the model has weights for."""
        return set().union(*(table for tables in self._tables for table in tables))

    def chances(self, rows: Sequence[Set[str]], named: Sequence[bool]) -> list[float]:
        """How likely each of the sentences that follow each other reports a claim (0-1), by
        their features and whether they have an anchor."""
        beside = [row & self._beside for row in rows]
        odds: list[float] = []
        for at, (row, own) in enumerate(zip(rows, named, strict=True)):
            here, before, after = self._tables[own]
            raw = sum(map(here.get, row, repeat(0)))
            raw += sum(map(before.get, beside[at - 1] if at else _NONE, repeat(0)))
            raw += sum(map(after.get, beside[at + 1] if at + 1 < len(rows) else _NONE, repeat(0)))
            odds.append(exp(raw / 1000))
        forward = list(odds)
        for at in range(1, len(odds)):
            (no_no, no_yes), (yes_no, yes_yes) = self._follows[named[at - 1]][named[at]]
            last = forward[at - 1]
            forward[at] *= (no_yes + last * yes_yes) / (no_no + last * yes_no)
        back = 1.0
        chances = [0.0] * len(odds)
        for at in range(len(odds) - 1, -1, -1):
            likely = forward[at] * back
            chances[at] = likely / (1 + likely)
            if at:
                (no_no, no_yes), (yes_no, yes_yes) = self._follows[named[at - 1]][named[at]]
                later = odds[at] * back
                back = (yes_no + later * yes_yes) / (no_no + later * no_yes)
        return chances


def judged(
    reading: Reading, found: Sequence[Suggestion], model: ClaimModel, least: float = LEAST
) -> list[Suggestion]:
    """What the rules have ``found``, with the paraphrases of whose sentence the model is
    at least so sure, and of whose work the text leaves no doubt; without those that go on
    with what an author named before claims where the model doubts that.  A rule's
    paraphrase that ends inside a clause, or at a semicolon, gets the whole sentence if the
    model is sure of that."""
    doubtful: set[Span] = set()
    longer: dict[Span, Span] = {}
    likely: list[tuple[Near, float]] = []
    document = Document(reading)
    for run in sequences(reading, found):
        if all(map(is_settled, run)):
            continue
        named = [near.ago == 0 for near in run]
        chances = model.chances(rows(reading, run, document), named)
        for near, chance in zip(run, chances, strict=True):
            if is_settled(near):
                continue
            if chance < least:
                if near.ago and not _is_said(reading, near):
                    doubtful.update((one.start, one.end) for one in near.told)
            elif near.part:
                one = near.told[0]
                longer[one.start, one.end] = near.start, _end(reading, near, one.end - 1)
            elif _is_authors(reading, near):
                likely.append((near, chance))
    kept = []
    for one in found:
        span = one.start, one.end
        if one.kind != "paraphrase":
            kept.append(one)
        elif span in longer:
            kept.append(one._replace(start=longer[span][0], end=longer[span][1]))
        elif span not in doubtful:
            kept.append(one)
    told = sorted((one.start, one.end) for one in kept if one.kind == "paraphrase")
    kept += [
        made
        for near, chance in likely
        if _is_free(reading, near, told) and (made := _suggested(reading, near, chance))
    ]
    return kept


def _is_said(reading: Reading, near: Near) -> bool:
    """Whether a sentence says in so many words what the author named before it claims."""
    person = near.main.person
    if reading.names_another(reading.sentences.around(near.main.start)[1], near.start):
        return False
    authors = [len(reading.catalogue.entries[entry].authors) for entry in near.main.entries]
    name = "" if person is None or min(authors, default=0) > 1 else person.name
    return is_said(reading, (near.start, near.end), name, near.ago)


def _is_authors(reading: Reading, near: Near) -> bool:
    """Whether a sentence claims nothing of somebody else, about the author or beside him."""
    if near.ago:
        return not is_others_claim(reading.lowered, near.start, near.end) or _is_said(reading, near)
    person = near.main.person
    return person is None or not (
        is_anothers(reading, person) or is_apposed(reading, person, near.start)
    )


def _suggested(reading: Reading, near: Near, chance: float) -> Suggestion | None:
    """The paraphrase that is a sentence; None if it may be of several works, or claims nothing."""
    if says_nothing(reading.lowered, near.start, near.end):
        return None
    at = near.main.start if near.ago else near.start
    choice = reading.choose(near.main.entries, at, about=(near.start, near.end))
    if choice.entry is None:
        return None
    who = "the author named there" if near.main.person is None else near.main.person.name
    return reading.suggest(
        (near.start, _end(reading, near, near.start)), "paraphrase", choice, "sequence",
        weight=chance, reasons=(f"reads like a sentence that reports what {who} claims",),
    )  # fmt: skip


def _end(reading: Reading, near: Near, at: int) -> int:
    """Where the claim of a sentence ends that goes at least to ``at``: before the
    parenthesis with its source."""
    return before_source(reading, max(near.start + _SHORTEST, at), near.end) or near.end


def _is_free(reading: Reading, near: Near, told: Sequence[Span]) -> bool:
    """Whether a sentence may be suggested: no rule has found a paraphrase in it, and it
    is not mostly citation."""
    start, end = near.start, near.end
    index = bisect_left(told, (end, -1))
    if any(start < other for _, other in told[max(0, index - 3) : index]):
        return False
    cited = cited_between(reading, start, end)
    return 2 * cited <= end - start and end - start - cited >= _SHORTEST
