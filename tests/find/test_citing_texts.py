"""The texts with hand-marked passages: what a reader marks is found, little else is linked."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from citekit.find.suggestion import Suggestion
from citekit.formats import bibread
from citekit.model import Body
from tests.find.citing_cases import Case, Expected, cases, found_in, score

ROOT = Path(__file__).resolve().parents[2]
CASES = {case.name: case for case in cases()}
CITING = ("citation", "mention", "echo", "paraphrase", "credit")


@pytest.mark.parametrize("name", CASES)
def test_what_a_reader_marks_is_found(name: str) -> None:
    case = CASES[name]
    result = score(case, found_in(case))
    assert len(result.missed) <= 1 + len(case.expected) // 5, result.missed
    assert len(result.false_links) <= 1, result.false_links


def test_recall_and_precision_of_each_kind() -> None:
    expected, hit, found, right = (Counter[str]() for _ in range(4))
    for case in CASES.values():
        result = score(case, found_in(case))
        for total, part in zip((expected, hit, found, right), result[:4], strict=True):
            total.update(part)
    for kind in CITING:
        assert hit[kind] >= 0.92 * expected[kind], kind
        assert right[kind] >= 0.91 * found[kind], kind


def _seeds() -> list[Case]:
    works = [
        work
        for name in ("works.bib", "articles.bib")
        for work in bibread.read((ROOT / "refs" / name).read_text(encoding="utf-8")).works
    ]
    expected: dict[str, list[Expected]] = {}
    for line in (ROOT / "refs" / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind = row["citekit:kind"]
        body = (row.get("body") or [{}])[0]
        place = next(s for s in row["target"]["selector"] if "start" in s)
        if kind in ("reference", *CITING):
            value = body.get("citekit:key") or body.get("name") or ""
            passage = Expected(place["start"], place["end"], kind, value)
            expected.setdefault(row["target"]["source"], []).append(passage)
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        own = [work.id for work in works if path.name in str(work.extra)]
        text = path.read_bytes().decode()
        marked = tuple(expected.get(f"seeds/{path.name}", ()))
        found.append(Case(path.name, text, tuple(works), marked, frozenset(own)))
    return found


def test_every_citing_passage_of_the_seeds_is_found() -> None:
    false_links: list[Suggestion] = []
    for case in _seeds():
        result = score(case, found_in(case))
        assert result.missed == []
        false_links += result.false_links
    assert len(false_links) <= 2


def test_a_document_does_not_cite_itself() -> None:
    for case in _seeds():
        bodies = {found.body for found in found_in(case)}
        assert not bodies & {Body("work", key) for key in case.own}
