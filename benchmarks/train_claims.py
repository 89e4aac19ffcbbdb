"""``python -m benchmarks.train_claims [--out FILE] [--try FOLDER]``

Rebuilds the model that judges which sentences report what an author claims, from the
marked texts of ``tests/find/citing``, ``tests/find/claims`` and
``tests/find/varied/learned``.  The same texts and rules give the same model.  What fewer
than three texts have is no feature, so that nothing of one text is learned.

It prints what the rules find alone and what both find together, each text judged by a
model that has not learned from it (six folds), for several values of how sure the model
must be: of all texts, and of the varied ones alone, with which no rule was made.
``--try`` judges the texts of another folder by the whole model; ``--out -`` writes
nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.crf import fitted, weights
from citekit.find.mentions.claimsequence import CLAIMS, LEAST, OTHERS, ClaimModel, judged
from citekit.find.mentions.claimtext import Document
from citekit.find.mentions.claimwindows import Near, rows, sequences
from citekit.find.mentions.finder import by_rules
from citekit.find.mentions.reading import Reading
from citekit.find.suggestion import Suggestion
from tests.find.citing_cases import FOLDER, Case, cases, cited_in, quotation_spans, score
from tests.find.varied import LEARNED, texts

#: Texts that the rules were made with, others, and varied ones.
FOLDERS = (FOLDER, FOLDER.parent / "claims", LEARNED)
_OUT = Path(__file__).resolve().parents[1] / "src/citekit/data/claims.json.xz"
_FOLDS = 6
_LEVELS = (0.4, 0.5, LEAST, 0.7, 0.8)
#: A feature must be in so many texts.
_LEAST_TEXTS = 3
#: What says something of the sentences beside too.
_BESIDE = frozenset(
    """reported subjunctive rule fresh several plain cited=1 cited=2 has=full has=family
    has=unknown has=cite has=title has=term has=echo first:first first:third attributed""".split()
)
#: Before the features of the sentences beside one.
_PLACES = {"-1:": "before", "+1:": "after"}


class Marked(NamedTuple):
    """A marked text as the rules leave it: what they found, and the runs of sentences
    near authors with their features and labels."""

    case: Case
    reading: Reading
    cited: list[Suggestion]
    found: list[Suggestion]
    rows: list[list[list[str]]]
    labels: list[list[str]]


def marked_in(folder: Path) -> Iterator[Case]:
    """The marked texts of a folder, in either format."""
    yield from cases(folder)
    for one in texts(folder):
        yield one.case


def read(case: Case) -> Marked:
    """A text read, and its sentences labelled."""
    catalogue, references, cited = cited_in(case)
    spans = quotation_spans(case.text)
    reading = Reading(case.text, catalogue, spans, [*references, *cited])
    found = by_rules(reading)
    document = Document(reading)
    runs = list(sequences(reading, found))
    made = [with_beside(rows(reading, run, document)) for run in runs]
    labels = [[_label(case, near) for near in run] for run in runs]
    return Marked(case, reading, cited, found, made, labels)


def _label(case: Case, near: Near) -> str:
    """Whether a paraphrase is most of a sentence, or stands mostly in it."""
    length = near.end - near.start
    named = near.ago == 0
    for passage in case.expected:
        if passage.kind == "paraphrase":
            shared = min(passage.end, near.end) - max(passage.start, near.start)
            own = passage.end - passage.start
            if 2 * shared >= length or (shared > 0.6 * own and shared >= 0.35 * length):
                return CLAIMS[named]
    return OTHERS[named]


def train(learned: Sequence[Marked], c1: float, c2: float) -> dict[str, Any]:
    """The weights that the model learned from the texts."""
    counts = Counter[str]()
    for text in learned:
        counts.update({name for run in text.rows for row in run for name in row})
    examples = (
        ([[name for name in row if counts[name] >= _LEAST_TEXTS] for row in run], labels)
        for text in learned
        for run, labels in zip(text.rows, text.labels, strict=True)
    )
    content = fitted(examples, c1=c1, c2=c2, max_iterations=150, feature_possible_transitions=True)
    return exported(content)


def exported(content: bytes) -> dict[str, Any]:
    """The weights of a model of CRFsuite as :class:`ClaimModel` takes them."""
    state, following = weights(content)
    made: dict[str, Any] = {"here": {}, "before": {}, "after": {}}
    for name in sorted({name for name, _ in state}):
        pair = [
            round(1000 * (state.get((name, CLAIMS[own]), 0) - state.get((name, OTHERS[own]), 0)))
            for own in (True, False)
        ]
        part = _PLACES.get(name[:3], "here")
        if any(pair):
            made[part][name if part == "here" else name[3:]] = pair
    both = (OTHERS, CLAIMS)
    made["follows"] = [
        [
            [[round(1000 * following.get((one[a], two[b]), 0)) for two in both] for one in both]
            for b in (False, True)
        ]
        for a in (False, True)
    ]
    return made


def with_beside(rows: Sequence[Set[str]]) -> list[list[str]]:
    """The features of sentences that follow each other, with what shows of those beside."""
    shown = [[name for name in sorted(row) if name in _BESIDE] for row in rows]
    made = []
    for at, row in enumerate(rows):
        before = shown[at - 1] if at else ["none"]
        after = shown[at + 1] if at + 1 < len(rows) else ["none"]
        made.append(
            [*sorted(row), *("-1:" + name for name in before), *("+1:" + name for name in after)]
        )
    return made


class Figures:
    """Paraphrases marked, found of these, suggested, right of these; false links of all kinds."""

    def __init__(self) -> None:
        self.counts = [0] * 5

    def add(self, case: Case, found: list[Suggestion]) -> None:
        result = score(case, found)
        kind = "paraphrase"
        parts = (result.expected, result.hit, result.found, result.right)
        for index, part in enumerate(parts):
            self.counts[index] += part[kind]
        self.counts[4] += len(result.false_links)

    def __str__(self) -> str:
        marked, hit, found, right, false = self.counts
        share = round(100 * right / found) if found else 100
        return f"recall {hit}/{marked}  precision {right}/{found} ({share} %)  false links {false}"


def judge(title: str, folds: Iterable[tuple[dict[str, Any], Sequence[Marked]]]) -> None:
    """Print what is found of texts, each fold by its model."""
    rules = Figures()
    both = {level: Figures() for level in _LEVELS}
    for content, judged_texts in folds:
        model = ClaimModel(content)
        for text in judged_texts:
            rules.add(text.case, [*text.cited, *text.found])
            for level, figures in both.items():
                found = judged(text.reading, text.found, model, level)
                figures.add(text.case, [*text.cited, *found])
    print(title)
    print(f"  rules       {rules}")
    for level, figures in both.items():
        print(f"  both  {level:.2f}  {figures}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(_OUT))
    parser.add_argument("--try", dest="others", type=Path, action="append", default=[])
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=8.0)
    args = parser.parse_args()
    marked = [read(case) for folder in FOLDERS for case in marked_in(folder)]
    count = sum(len(labels) for text in marked for labels in text.labels)
    claims = sum(
        label in CLAIMS.values() for text in marked for labels in text.labels for label in labels
    )
    print(f"{len(marked)} texts, {count} sentences, {claims} of them report a claim")
    folds = []
    for fold in range(_FOLDS):
        learned = [text for number, text in enumerate(marked) if number % _FOLDS != fold]
        folds.append((train(learned, args.c1, args.c2), marked[fold::_FOLDS]))
    judge(f"{_FOLDS} folds", folds)
    varied = {case.name for case in marked_in(LEARNED)}
    judge(
        "of these, the varied texts",
        [(model, [text for text in part if text.case.name in varied]) for model, part in folds],
    )
    content = train(marked, args.c1, args.c2)
    for folder in args.others:
        judge(str(folder), [(content, [read(case) for case in marked_in(folder)])])
    packed = lzma.compress(json.dumps(content, separators=(",", ":")).encode(), preset=9)
    print(f"{sum(map(len, content.values())):,} weights, {len(packed):,} bytes packed")
    if args.out != "-":
        Path(args.out).write_bytes(packed)


if __name__ == "__main__":
    main()
