"""``python -m benchmarks.train_claims [--out FILE] [--try FOLDER]``

Rebuilds the model that finds paraphrases no rule knows, from the marked texts of
``tests/find/citing`` and ``tests/find/claims``.  The same texts and rules give the same
model.  It prints what the rules find alone, what the model finds alone and what both find
together, each text judged by a model that has not learned from it (five folds), for
several values of how sure the model must be; then the same of the texts of the second
folder, which the rules were not made with.  ``--try`` judges the texts of another folder
by the whole model; ``--out -`` writes nothing.
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from citekit.find.claimfeatures import Near, features
from citekit.find.claimsequence import CLAIM, OTHER, ClaimModel, more_claims, sequences
from citekit.find.mentions import by_rules
from citekit.find.mentions_reading import Reading
from citekit.find.suggestion import Suggestion
from tests.find.citing_cases import FOLDER, Case, cases, cited_in, quotation_spans, score

#: The texts that the rules were made with, and others that the rules have not seen.
FOLDERS = (FOLDER, FOLDER.parent / "claims")
_OUT = Path(__file__).resolve().parents[1] / "src/citekit/data/claims.crf.xz"
_FOLDS = 5
_LEVELS = (0.4, 0.5, 0.6, 0.7, 0.8)


class Marked(NamedTuple):
    """A marked text as the rules leave it: what they found, and the runs of sentences
    near authors with their features and labels."""

    case: Case
    reading: Reading
    cited: list[Suggestion]
    found: list[Suggestion]
    runs: list[list[Near]]
    rows: list[list[list[str]]]
    labels: list[list[str]]


def read(case: Case) -> Marked:
    """A text read, and its sentences labelled."""
    catalogue, references, cited = cited_in(case)
    spans = quotation_spans(case.text)
    reading, found = by_rules(case.text, catalogue, spans, [*references, *cited])
    runs = list(sequences(reading, found))
    rows = [[features(reading, near) for near in run] for run in runs]
    labels = [[CLAIM if _is_claim(case, near) else OTHER for near in run] for run in runs]
    return Marked(case, reading, cited, found, runs, rows, labels)


def _is_claim(case: Case, near: Near) -> bool:
    """Whether a paraphrase is most of a sentence, or stands mostly in it."""
    length = near.end - near.start
    for passage in case.expected:
        if passage.kind == "paraphrase":
            shared = min(passage.end, near.end) - max(passage.start, near.start)
            own = passage.end - passage.start
            if 2 * shared >= length or (shared > 0.6 * own and shared >= 0.35 * length):
                return True
    return False


def train(texts: Iterable[Marked], c1: float, c2: float) -> bytes:
    """The model that learned from the texts."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": 200,
            "feature.minfreq": 3,
            "feature.possible_transitions": True,
        }
    )
    for text in texts:
        for rows, labels in zip(text.rows, text.labels, strict=True):
            trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        return model.read_bytes()


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
        return f"recall {hit}/{marked}  precision {right}/{found}  false links {false}"


def judge(title: str, folds: Sequence[tuple[bytes, Sequence[Marked]]]) -> None:
    """Print what is found of texts, each fold by its model."""
    rules = Figures()
    alone = {level: Figures() for level in _LEVELS}
    both = {level: Figures() for level in _LEVELS}
    for content, texts in folds:
        model = ClaimModel(content)
        for text in texts:
            known = [*text.cited, *text.found]
            rules.add(text.case, known)
            others = [one for one in text.found if one.kind != "paraphrase"]
            for level in _LEVELS:
                more = list(more_claims(text.reading, text.found, model, level))
                both[level].add(text.case, [*known, *more])
                own = list(more_claims(text.reading, others, model, level))
                alone[level].add(text.case, [*text.cited, *others, *own])
    print(title)
    print(f"  rules              {rules}")
    for level in _LEVELS:
        print(f"  model alone  {level:.2f}  {alone[level]}")
    for level in _LEVELS:
        print(f"  both         {level:.2f}  {both[level]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(_OUT))
    parser.add_argument("--try", dest="others", type=Path, action="append", default=[])
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=1.0)
    args = parser.parse_args()
    texts = [read(case) for folder in FOLDERS for case in cases(folder)]
    count = sum(len(labels) for text in texts for labels in text.labels)
    claims = sum(labels.count(CLAIM) for text in texts for labels in text.labels)
    print(f"{len(texts)} texts, {count} sentences, {claims} of them report a claim")
    folds = []
    for fold in range(_FOLDS):
        learned = [text for number, text in enumerate(texts) if number % _FOLDS != fold]
        folds.append((train(learned, args.c1, args.c2), texts[fold::_FOLDS]))
    judge("five folds", folds)
    unseen = {case.name for case in cases(FOLDERS[1])}
    judge(
        "of these, the texts that no rule has seen",
        [(model, [text for text in part if text.case.name in unseen]) for model, part in folds],
    )
    content = train(texts, args.c1, args.c2)
    for folder in args.others:
        judge(str(folder), [(content, [read(case) for case in cases(folder)])])
    packed = lzma.compress(content, preset=9)
    print(f"{len(content):,} bytes, {len(packed):,} packed")
    if args.out != "-":
        Path(args.out).write_bytes(packed)


if __name__ == "__main__":
    main()
