"""Texts with hand-marked passages, and how much of them is found.

``citing/NAME.json`` holds the works of a small catalogue (CSL-JSON) and the passages of
the text beside it.  The references among the passages are given to the finders, as
whoever reads reference strings would.

    python -m tests.find.citing_cases [FOLDER]

prints what is found of the texts of a folder, and what differs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from citekit.find.citations.finder import citations
from citekit.find.mentions.finder import mentions
from citekit.find.quotations.finder import read
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.formats import csljson
from citekit.library.scanners import claims, likely_mentions
from citekit.model import Body, Work

FOLDER = Path(__file__).parent / "citing"

_SUFFIXES = (".txt", ".md", ".tex")


class Expected(NamedTuple):
    """A hand-marked passage; ``body`` is a citation key, a person's name or empty."""

    start: int
    end: int
    kind: str
    body: str


class Case(NamedTuple):
    """A text, its catalogue and what a reader marks in it; ``own`` are the keys of the
    works that are the text itself."""

    name: str
    text: str
    works: tuple[Work, ...]
    expected: tuple[Expected, ...]
    own: frozenset[str] = frozenset()


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """The texts of a folder: ``NAME.json`` beside ``NAME.txt``, ``.md`` or ``.tex``."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        text_path = next(
            beside for suffix in _SUFFIXES if (beside := path.with_suffix(suffix)).exists()
        )
        text = text_path.read_text(encoding="utf-8")
        expected = []
        for row in data["passages"]:
            assert text[row["start"] : row["end"]] == row["exact"], (path.name, row)
            body = row.get("work") or row.get("person") or ""
            expected.append(Expected(row["start"], row["end"], row["kind"], body))
        works = tuple(csljson.work_from_json(item) for item in data["works"])
        yield Case(path.stem, text, works, tuple(expected))


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks, as a scan reads it."""
    return [(mark.start, mark.end) for mark in read(text)[0] if mark.style != "block"]


def cited_in(case: Case) -> tuple[Catalogue, list[Suggestion], list[Suggestion]]:
    """The catalogue of a text, its references, and the citations that are found."""
    catalogue = Catalogue.of(case.works).without(case.own)
    references = [
        Suggestion(passage.start, passage.end, "reference", Body("work", passage.body))
        for passage in case.expected
        if passage.kind == "reference"
    ]
    return catalogue, references, citations(case.text, catalogue, references)


def found_in(case: Case) -> list[Suggestion]:
    """What the finders find in a text."""
    catalogue, references, cited = cited_in(case)
    known = [*references, *cited]
    quoted = quotation_spans(case.text)
    said = read(case.text)[1]
    named = mentions(case.text, catalogue, quoted, known, claims(), likely_mentions(), said=said)
    return [*cited, *named]


def overlap(found: Suggestion, passage: Expected, text: str) -> float:
    """Intersection over union of two spans; the brackets of a marker, which some mark with
    it and some do not, are in neither."""
    one, other = _bare(text, found.start, found.end), _bare(text, passage.start, passage.end)
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].strip("()[]")
    begin = text.index(words, start) if words else start
    return (begin, begin + len(words)) if words else (start, end)


_CITING = {"reference", "citation"}


class Score(NamedTuple):
    """Counts a kind, and the suggestions that link to a work that no reader sees there."""

    expected: Counter[str]
    hit: Counter[str]
    found: Counter[str]
    right: Counter[str]
    false_links: list[Suggestion]
    missed: list[Expected]
    extra: list[Suggestion]


def score(case: Case, found: list[Suggestion], references: bool = False) -> Score:
    """What is found of what is expected: same kind, same body, half of the union; also the
    references, if they were looked for.  A short note ("Ibid., p. 3") may be called a
    reference or a citation."""
    wanted = [passage for passage in case.expected if references or passage.kind != "reference"]
    result = Score(Counter(), Counter(), Counter(), Counter(), [], [], [])

    def same(suggestion: Suggestion, passage: Expected) -> bool:
        return (
            (suggestion.kind == passage.kind or {suggestion.kind, passage.kind} == _CITING)
            and suggestion.body.value == passage.body
            and overlap(suggestion, passage, case.text) >= 0.5
        )

    for passage in wanted:
        result.expected[passage.kind] += 1
        if any(same(suggestion, passage) for suggestion in found):
            result.hit[passage.kind] += 1
        else:
            result.missed.append(passage)
    for suggestion in found:
        result.found[suggestion.kind] += 1
        if any(same(suggestion, passage) for passage in wanted):
            result.right[suggestion.kind] += 1
            continue
        result.extra.append(suggestion)
        near = any(
            passage.body == suggestion.body.value and overlap(suggestion, passage, case.text) > 0
            for passage in case.expected
        )
        if suggestion.body.type == "work" and not near:
            result.false_links.append(suggestion)
    return result


def main() -> None:
    """Prints recall and precision a kind, and what differs."""
    totals = [Counter[str]() for _ in range(4)]
    false_links = 0
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for case in cases(folder):
        result = score(case, found_in(case))
        for total, part in zip(totals, result[:4], strict=True):
            total.update(part)
        false_links += len(result.false_links)
        print(f"== {case.name}: {len(result.false_links)} false links")
        for passage in result.missed:
            words = case.text[passage.start : passage.end]
            print(f"  missed {passage.kind} {passage.body}: {words!r}")
        for found in result.extra:
            words = case.text[found.start : found.end]
            mark = "FALSE " if found in result.false_links else ""
            print(f"  {mark}extra {found.kind} {found.body.value}: {words!r} {found.method}")
    expected, hit, found, right = totals
    for kind in sorted(expected | found):
        print(
            f"{kind:11} recall {hit[kind]}/{expected[kind]}  precision {right[kind]}/{found[kind]}"
        )
    print(f"false links {false_links}")


if __name__ == "__main__":
    main()
