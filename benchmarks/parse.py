"""``python -m benchmarks.parse FILE.jsonl [--model FILE] [--errors LABEL] [--limit N]``

Field F1 and speed of the reference parser on labelled strings, one JSON object a line:
``{"string": …, "parts": [[label, text], …]}``.

A field counts as found when its label and its folded text agree: lower case, letters and
digits only, without the words that introduce or close a field ("in", "eds", "vol").
Labels of the file that have no counterpart here do not count.  A file that knows no label
``issue`` has volume and issue in one field, so there the parser's count as one as well.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from citekit.find.parse import Parsed, Parser
from citekit.store import data

#: Labels of files → fields; other labels do not count.
FIELDS = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container-title": "container-title", "journal": "container-title",
    "booktitle": "container-title", "collection-title": "collection-title", "date": "date",
    "volume": "volume", "issue": "volume", "pages": "pages", "publisher": "publisher",
    "location": "publisher-place", "edition": "edition", "doi": "doi", "url": "url",
    "isbn": "isbn", "genre": "genre",
}  # fmt: skip
#: Labels of the parser → fields.
OURS = {**FIELDS, "series": "collection-title", "place": "publisher-place"}
_FIRST = frozenset(
    """in ed eds editor editors edited hrsg hg vol volume band bd no nr number issue p pp pages s
    doi isbn url retrieved from available at accessed trans translated by""".split()
)
_LAST = frozenset("ed eds hrsg hg editor editors".split())


def folded(text: str) -> str:
    """What of ``text`` is compared."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKD", text.lower()))
    while words and words[0] in _FIRST:
        del words[0]
    while words and words[-1] in _LAST:
        words.pop()
    return "".join(char for word in words for char in word if char.isalnum())


def counted(pairs: Iterable[Sequence[str]], fields: dict[str, str]) -> Counter[tuple[str, str]]:
    """How often each field stands in ``pairs``."""
    found: Counter[tuple[str, str]] = Counter()
    for label, text in pairs:
        if label in fields and folded(text):
            found[fields[label], folded(text)] += 1
    return found


def answers(parsed: Parsed, joined: bool) -> list[tuple[str, str]]:
    """The parts as (label, text); ``joined`` makes one of a volume and the issue beside it."""
    out: list[tuple[str, str]] = []
    last = ""
    for part in parsed.parts:
        if joined and part.label == "issue" and last == "volume":
            out[-1] = ("volume", f"{out[-1][1]} {part.text}")
        else:
            out.append((part.label, part.text))
        last = part.label
    return out


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--model", type=Path, default=None)
    arguments.add_argument("--errors", default="")
    arguments.add_argument("--limit", type=int, default=30)
    chosen = arguments.parse_args()
    lines = [json.loads(line) for line in chosen.file.read_text(encoding="utf-8").splitlines()]
    if chosen.model:
        parser = Parser(lzma.decompress(chosen.model.read_bytes()))
    else:
        parser = Parser(data.parser_model())
    texts = [line["string"] for line in lines]
    start = time.process_time()
    parsed = list(parser.parse_many(texts))
    took = time.process_time() - start
    joined = not any(label == "issue" for line in lines for label, _ in line["parts"])
    hit: Counter[str] = Counter()
    want: Counter[str] = Counter()
    got: Counter[str] = Counter()
    whole = shown = 0
    for line, one in zip(lines, parsed, strict=True):
        gold, own = counted(line["parts"], FIELDS), counted(answers(one, joined), OURS)
        for counts, into in ((gold & own, hit), (gold, want), (own, got)):
            for (field, _), number in counts.items():
                into[field] += number
        whole += gold == own
        if chosen.errors and shown < chosen.limit and (
            any(f == chosen.errors for f, _ in (gold - own)) or any(f == chosen.errors for f, _ in (own - gold))
        ):
            shown += 1
            print(" | ".join(f"{text} ⟨{label}⟩" for label, text in line["parts"]))
            print("   OURS", " | ".join(f"{text} ⟨{label}⟩" for label, text in answers(one, joined)))
    for field, number in want.most_common():
        precision, recall = hit[field] / max(1, got[field]), hit[field] / number
        print(f"{field:18} {number:6}  P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}")
    precision = sum(hit.values()) / max(1, sum(got.values()))
    recall = sum(hit.values()) / max(1, sum(want.values()))
    print(f"all fields: P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}")
    print(f"whole strings right: {whole / max(1, len(lines)):.3f}")
    print(f"{len(lines) / max(took, 1e-9):,.0f} strings/s of CPU time")


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
