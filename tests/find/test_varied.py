"""Texts of many kinds, a part of them held out: the rates hold in both."""

from __future__ import annotations

import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from citekit.find.scan import scan
from citekit.library.scanners import scanner_of
from tests.find.citing_cases import score
from tests.find.quotation_scores import judge
from tests.find.varied import LEARNED, UNSEEN, scanned, texts

#: The least recall and precision of each kind; the texts named "prose" and "report" mark terms
#: without quotation marks as echoes, which are hardly found.
RATES = {
    LEARNED: {"reference": (0.75, 0.9), "citation": (0.85, 0.8), "paraphrase": (0.65, 0.85),
              "mention": (0.45, 0.5), "echo": (0.5, 0.8), "quotation": (0.8, 0.85)},
    UNSEEN: {"reference": (0.75, 0.9), "citation": (0.8, 0.75), "paraphrase": (0.65, 0.8),
             "mention": (0.35, 0.3), "echo": (0.2, 0.7), "quotation": (0.78, 0.78)},
}  # fmt: skip


@pytest.mark.parametrize("folder", RATES, ids=lambda folder: folder.name)
def test_rates(folder: Path) -> None:
    wanted, hit, found, right = (Counter[str]() for _ in range(4))
    false_links = count = 0
    for one in islice(texts(folder), 0, None, 6 if folder == LEARNED else 2):
        cited, quoted = scanned(one.case)
        result = score(one.case, cited, references=True)
        for total, part in zip((wanted, hit, found, right), result[:4], strict=True):
            total.update(part)
        false_links += sum(link.kind != "citation" for link in result.false_links)
        said = judge(quoted, one.quotations)
        wanted["quotation"] += said.wanted
        hit["quotation"] += said.right
        right["quotation"] += said.right
        found["quotation"] += said.found
        count += 1
    for kind, (recall, precision) in RATES[folder].items():
        assert hit[kind] >= recall * wanted[kind], (kind, hit[kind], wanted[kind])
        assert right[kind] >= precision * found[kind], (kind, right[kind], found[kind])
    assert false_links <= 0.5 * count


def test_the_texts_are_many_and_of_three_languages() -> None:
    names = [one.case.name for folder in RATES for one in texts(folder)]
    assert len(names) == len(set(names)) > 200
    for mark in ("en", "de", "fr"):
        assert sum(mark in name for name in names) > 20


@pytest.mark.parametrize("seed", range(4))
def test_texts_cut_and_spoiled_anywhere_are_read(seed: int) -> None:
    choice = random.Random(seed)
    cases = [one.case for folder in RATES for one in texts(folder)]
    works = {work.id: work for case in cases for work in case.works}
    scanner = scanner_of(list(works.values()))
    for _ in range(250):
        text = choice.choice(cases).text
        start = choice.randrange(len(text))
        signs = list(text[start : start + choice.randrange(20, 900)])
        for _ in range(choice.randrange(6)):
            signs.insert(choice.randrange(len(signs) + 1), choice.choice("()[];,.:“”„«»\"' \n–-1¹"))
        part = "".join(signs)
        for found in scan(part, scanner):
            assert part[found.start : found.end].strip()
            assert found.speaker or found.kind != "quotation"
