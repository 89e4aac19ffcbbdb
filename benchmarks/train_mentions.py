"""``python -m benchmarks.train_mentions [--out FILE]``

Rebuilds the model that finds mentions and terms no rule knows, from the marked texts of
``tests/find/citing``, ``tests/find/claims`` and ``tests/find/varied/learned``.  The same
texts and rules give the same model.  It prints what is found of the last of these without
the model and with it, each text judged by a model that has not learned from it (five
folds), for several values of how sure the model must be.  ``--out -`` writes nothing,
``--show`` prints what the model adds.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.crf import fitted, weights
from citekit.find.mentions.candidatenames import (
    Nearby,
    named,
    of_name,
    span_of_name,
)
from citekit.find.mentions.candidates import of_quotation, quoted, span_of_quote
from citekit.find.mentions.claimsequence import judged
from citekit.find.mentions.finder import by_rules, without_names
from citekit.find.mentions.model import (
    ECHO,
    LEAST,
    LEAST_NAME,
    MENTION,
    OTHER,
    TERM,
    MentionModel,
    likely_names,
    likely_terms,
)
from citekit.find.mentions.reading import Reading, Span
from citekit.find.quotations.finder import read as quotations
from citekit.find.suggestion import Suggestion
from citekit.library.scanners import claims
from tests.find import varied
from tests.find.citing_cases import FOLDER, Case, cases, cited_in, overlap, quotation_spans, score

#: Texts whose passages are marked; those of ``varied.LEARNED`` besides.
FOLDERS = (FOLDER, FOLDER.parent / "claims")
_OUT = Path(__file__).resolve().parents[1] / "src/citekit/data/mentions.json.xz"
_FOLDS = 5
_LEVELS = (0.3, LEAST, 0.45, 0.5, 0.6)
_NAME_LEVELS = (2, 0.85, LEAST_NAME, 0.7)
_LABELS = {"mention": MENTION, "echo": ECHO, "paraphrase": TERM}


class Marked(NamedTuple):
    """A marked text as the rules leave it, and its candidates with features and labels."""

    case: Case
    rows: list[set[str]]
    labels: list[str]


def learned() -> list[Case]:
    """The texts that the model learns from."""
    old = [case for folder in FOLDERS for case in cases(folder)]
    return [*old, *(text.case for text in varied.texts(varied.LEARNED))]


def read(case: Case) -> tuple[Reading, list[Suggestion], list[Suggestion]]:
    """A text as it was read, its citations, and what is found besides without the model."""
    catalogue, references, cited = cited_in(case)
    spans = quotation_spans(case.text)
    reading = Reading(case.text, catalogue, spans, [*references, *cited])
    return reading, cited, judged(reading, by_rules(reading), claims())


def read_before_names(case: Case) -> tuple[Reading, list[Suggestion], list[Suggestion]]:
    """The same with all that is found before the model is asked about names."""
    catalogue, references, cited = cited_in(case)
    spans, said = quotation_spans(case.text), quotations(case.text)[1]
    reading = Reading(case.text, catalogue, spans, [*references, *cited], said=said)
    return reading, cited, without_names(reading, claims())


def labelled(case: Case) -> Marked:
    """The candidates of a text."""
    reading, _, found = read(case)
    rows, labels = [], []
    for quote in quoted(reading, found):
        rows.append(of_quotation(reading, quote))
        key = reading.catalogue.entries[quote.entry].key
        labels.append(_label(case, {key}, quote.span, span_of_quote(reading, quote.span)))
    reading, _, found = read_before_names(case)
    near = Nearby(reading, found)
    for person in named(reading, found):
        rows.append(of_name(reading, person, near))
        keys = {reading.catalogue.entries[entry].key for entry in person.entries}
        start, end = span_of_name(reading, person)
        inside = any(
            passage.body in keys and passage.start < end and start < passage.end
            for passage in case.expected
        )
        labels.append(MENTION if inside else OTHER)
    return Marked(case, rows, labels)


def _label(case: Case, bodies: set[str], words: Span, span: Span) -> str:
    """What a quotation is, by the smallest marked passage around its words."""
    start, end = words
    marked = [
        passage
        for passage in case.expected
        if passage.body in bodies and passage.start <= start + 1 and end - 1 <= passage.end
    ]
    if not marked:
        return OTHER
    nearest = min(marked, key=lambda passage: passage.end - passage.start)
    label = _LABELS.get(nearest.kind, OTHER)
    if label == MENTION:
        mine = Suggestion(*span, "mention")
        return MENTION if overlap(mine, nearest, case.text) >= 0.5 else TERM
    return label


def train(texts: Iterable[Marked], c1: float, c2: float) -> dict[str, dict[str, int]]:
    """The weights that the model learned from the texts, by label and feature."""
    examples = (
        ([sorted(row)], [label])
        for text in texts
        for row, label in zip(text.rows, text.labels, strict=True)
    )
    state, _ = weights(fitted(examples, c1=c1, c2=c2, max_iterations=200, feature_minfreq=2))
    made: dict[str, dict[str, int]] = {label: {} for label in (*_LABELS.values(), OTHER)}
    for (name, label), weight in sorted(state.items()):
        if round(1000 * weight):
            made[label][name] = round(1000 * weight)
    return made


class Figures:
    """What is marked, found of it, suggested and right, a kind; false links of all kinds."""

    def __init__(self) -> None:
        self.counts = [Counter[str]() for _ in range(4)]
        self.false = 0

    def add(self, case: Case, found: list[Suggestion]) -> None:
        result = score(case, found)
        for total, part in zip(self.counts, result[:4], strict=True):
            total.update(part)
        self.false += len(result.false_links)

    def __str__(self) -> str:
        marked, hit, found, right = self.counts
        kinds = "  ".join(
            f"{kind} recall {hit[kind]}/{marked[kind]} precision {right[kind]}/{found[kind]}"
            for kind in ("mention", "echo")
        )
        return f"{kinds}  false links {self.false}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(_OUT))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=1.0)
    args = parser.parse_args()
    texts = [labelled(case) for case in learned()]
    print(len(texts), "texts", dict(Counter(label for text in texts for label in text.labels)))
    names = {text.case.name for text in varied.texts(varied.LEARNED)}
    judged = [text for text in texts if text.case.name in names]
    rules, both = Figures(), {level: Figures() for level in _LEVELS}
    named_too = {level: Figures() for level in _NAME_LEVELS}
    for fold in range(_FOLDS):
        part = judged[fold::_FOLDS]
        others = [text for text in texts if all(text is not mine for mine in part)]
        model = MentionModel(train(others, args.c1, args.c2))
        for text in part:
            for level in _LEVELS:
                reading, cited, found = read(text.case)
                more = list(likely_terms(reading, found, model, level))
                both[level].add(text.case, [*cited, *found, *more])
                if args.show and level == _LEVELS[2]:
                    _show(text.case, more)
            rules.add(text.case, [*cited, *found])
            for level in _NAME_LEVELS:
                reading, cited, found = read_before_names(text.case)
                more = list(likely_names(reading, found, model, level))
                named_too[level].add(text.case, [*cited, *found, *more])
    print(f"rules       {rules}")
    for level in _LEVELS:
        print(f"terms {level:.2f}  {both[level]}")
    for level in _NAME_LEVELS:
        print(f"names {level:.2f}  {named_too[level]}")
    content = train(texts, args.c1, args.c2)
    packed = lzma.compress(json.dumps(content, separators=(",", ":")).encode(), preset=9)
    print(f"{sum(map(len, content.values())):,} weights, {len(packed):,} bytes packed")
    if args.out != "-":
        Path(args.out).write_bytes(packed)


def _show(case: Case, more: list[Suggestion]) -> None:
    extra = score(case, more).extra
    for one in more:
        around = case.text[max(0, one.start - 80) : one.end + 50].replace("\n", " ")
        words = case.text[one.start : one.end]
        state = "wrong" if one in extra else "right"
        print(f"  {state} {one.kind} {one.body.value} {one.score}: {words!r} in {around!r}")


if __name__ == "__main__":
    main()
