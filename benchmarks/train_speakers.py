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
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from citekit.find.quotations import quotations
from citekit.find.quotemarks import Quoted
from citekit.find.speakercandidates import Candidate
from citekit.find.speakerpersons import Speaker
from citekit.find.speakerranks import Ranking
from tests.find.quotation_scores import TEXTS, compare, is_right
from tests.find.varied import LEARNED, texts

_OUT = Path(__file__).resolve().parents[1] / "src/citekit/data/speakers.json.xz"
_FOLDS = 5
_ROUNDS = 12
_RATE = 0.3
_DECAY = 0.05
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
                self.decisions.append(Decision([one.features for one in found], right))
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
    """The weights that make the right names likely."""
    order = list(learned)
    seen = Counter(each for one in order for found in one.features for each in dict.fromkeys(found))
    order = [
        one._replace(
            features=[
                [each for each in found if seen[each] >= _LEAST_SEEN] for found in one.features
            ]
        )
        for one in order
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    chance = random.Random(seed)
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for one in order:
            for each, slope in _slopes(one, weights).items():
                slope += _DECAY * weights[each]
                squares[each] += slope * slope
                weights[each] -= _RATE * slope / sqrt(squares[each])
    return {
        each: round(weight, 3)
        for each, weight in sorted(weights.items())
        if abs(weight) > _LEAST_WEIGHT
    }


def _slopes(one: Decision, weights: dict[str, float]) -> dict[str, float]:
    """How the unlikelihood of the right candidates grows with each weight."""
    raw = [sum(weights[each] for each in found) for found in one.features]
    top = max(raw)
    odds = [exp(each - top) for each in raw]
    total = sum(odds)
    good = sum(odds[number] for number in one.right)
    slopes: defaultdict[str, float] = defaultdict(float)
    for number, found in enumerate(one.features):
        slope = odds[number] / total - (odds[number] / good if number in one.right else 0.0)
        for each in found:
            slopes[each] += slope
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
