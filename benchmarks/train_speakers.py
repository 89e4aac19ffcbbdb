"""``python -m benchmarks.train_speakers [--out FILE]``

Rebuilds the ranking of who speaks at a quotation where no rule is sure, from the marked
texts of ``tests/find/quoting`` and ``tests/find/varied/learned``.  The same texts and rules
give the same weights.  It prints what the rules find alone in the texts of the second
folder, which the rules were not made with, and what they find with the ranking, each text
judged by weights that have not learned from it (five folds).  ``--out -`` writes nothing.

The weights are found by stochastic gradient descent with a rate for each feature (Duchi,
Hazan and Singer, "Adaptive Subgradient Methods", JMLR 12, 2011) on the likelihood of the
right names.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from citekit.find.grammar.marks import Quoted
from citekit.find.quotations.finder import quotations
from citekit.find.speakers.candidates import Candidate
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.ranks import Ranking
from tests.find.quotation_scores import TEXTS, compare, is_right
from tests.find.varied import LEARNED, texts

_OUT = Path(__file__).resolve().parents[1] / "src/citekit/data/speakers.json.xz"
_FOLDS = 5
_ROUNDS = 8
_RATE = 0.1
#: How strongly weights are held to nothing, over all questions; the best in five folds.
_DECAY = 8.0
#: A candidate that would move weights by less is left alone.
_FLAT = 1e-4
#: Features of fewer candidates are left out; so are weights that are next to nothing.
_LEAST_SEEN = 5
_LEAST_WEIGHT = 0.02


class Marked(NamedTuple):
    """A text and its quotations as they are marked."""

    text: str
    rows: list[dict[str, Any]]


class Decision(NamedTuple):
    """A quotation: the features of each candidate, and which candidates are right."""

    features: list[list[str]]
    right: list[int]


class _Row(NamedTuple):
    """A decision with numbers for features."""

    features: list[list[int]]
    right: set[int]


class _Recorder(Ranking):
    """Notes what it is asked, and answers rightly, or, if ``by_rules``, as the rules do."""

    def __init__(self, rows: Iterable[dict[str, Any]], by_rules: bool) -> None:
        super().__init__({})
        self._rows = {(row["start"], row["end"]): row for row in rows}
        self._by_rules = by_rules
        self.decisions: list[Decision] = []

    def choose(
        self, quoted: Quoted, rule: Speaker | None, found: Sequence[Candidate]
    ) -> tuple[str, float] | None:
        row = self._rows.get((quoted.start, quoted.end))
        answer = rule
        if row is None or not row.get("optional"):
            right = [
                number
                for number, one in enumerate(found)
                if (
                    row is None
                    if one.speaker is None
                    else row is not None and is_right(one.speaker.name, row)
                )
            ]
            if right:
                self.decisions.append(Decision([one.names() for one in found], right))
                answer = rule if self._by_rules else found[right[0]].speaker
        return None if answer is None else (answer.name, 1.0)


def decisions(marked: Marked) -> list[Decision]:
    """The quotations of a text that the ranking is asked about: with whoever spoke before
    as it is right, and as the rules have it."""
    made = []
    for by_rules in (False, True):
        recorder = _Recorder(marked.rows, by_rules)
        quotations(marked.text, recorder)
        made += recorder.decisions
    return made


def train(learned: Iterable[Decision], seed: int = 1) -> dict[str, float]:
    """The weights that make the right names likely: the mean of those after each round of
    the second half."""
    order = list(learned)
    seen = Counter(each for one in order for found in one.features for each in set(found))
    kept = sorted(each for each, times in seen.items() if times >= _LEAST_SEEN)
    number = {each: at for at, each in enumerate(kept)}
    rows = [
        _Row(
            [[number[each] for each in dict.fromkeys(found) if each in number] for found in one[0]],
            set(one.right),
        )
        for one in order
    ]
    asked = Counter(at for row in rows for at in {at for found in row.features for at in found})
    decay = [_DECAY / max(1, asked[at]) for at in range(len(kept))]
    weights, squares, sums = [0.0] * len(kept), [1e-6] * len(kept), [0.0] * len(kept)
    chance = random.Random(seed)
    for turn in range(_ROUNDS):
        chance.shuffle(rows)
        for row in rows:
            for at, slope in _slopes(row, weights).items():
                slope += decay[at] * weights[at]
                squares[at] += slope * slope
                weights[at] -= _RATE * slope / sqrt(squares[at])
        if turn >= _ROUNDS // 2:
            sums = [a + b for a, b in zip(sums, weights, strict=True)]
    means = [total / (_ROUNDS - _ROUNDS // 2) for total in sums]
    return {
        each: round(mean, 3)
        for each, mean in zip(kept, means, strict=True)
        if abs(mean) > _LEAST_WEIGHT
    }


def _slopes(row: _Row, weights: Sequence[float]) -> dict[int, float]:
    """How the unlikelihood of the right candidates grows with each weight."""
    raw = [sum([weights[at] for at in found]) for found in row.features]
    top = max(raw)
    odds = [exp(each - top) for each in raw]
    total = sum(odds)
    good = sum(odds[number] for number in row.right)
    slopes: dict[int, float] = {}
    for number, found in enumerate(row.features):
        slope = odds[number] / total - (odds[number] / good if number in row.right else 0.0)
        if abs(slope) < _FLAT:
            continue
        for at in found:
            slopes[at] = slopes.get(at, 0.0) + slope
    return slopes


def _read(path: Path) -> Marked:
    rows = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Marked(path.read_text(encoding="utf-8"), rows)


def _joined(parts: Iterable[list[Decision]]) -> list[Decision]:
    return [one for part in parts for one in part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(_OUT))
    args = parser.parse_args()
    own = [one for path in TEXTS for one in decisions(_read(path))]
    varied = [Marked(one.case.text, one.quotations) for one in texts(LEARNED)]
    made = [decisions(marked) for marked in varied]
    count = len(own) + sum(map(len, made))
    print(f"{len(TEXTS) + len(varied)} texts, {count} questions that the rules leave open")
    folds = [
        Ranking(train([*own, *_joined(made[n] for n in range(len(made)) if n % _FOLDS != fold)]))
        for fold in range(_FOLDS)
    ]
    for title, rankings in (("rules", [None] * _FOLDS), ("with the ranking", folds)):
        totals = [0, 0, 0]
        for number, marked in enumerate(varied):
            score = compare(marked.text, marked.rows, rankings[number % _FOLDS])
            totals = [a + b for a, b in zip(totals, score[:3], strict=True)]
        wanted, right, found = totals
        print(f"{title:17} recall {right}/{wanted}  precision {right}/{found}")
    weights = train([*own, *_joined(made)])
    packed = lzma.compress(json.dumps(weights, separators=(",", ":")).encode(), preset=9)
    print(f"{len(weights):,} weights, {len(packed):,} bytes packed")
    if args.out != "-":
        Path(args.out).write_bytes(packed)


if __name__ == "__main__":
    main()
