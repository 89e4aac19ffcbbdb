"""``python -m benchmarks.parse FILE.jsonl [--model FILE] [--errors FIELD] [--limit N]``

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
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from citekit.find.parsing.parser import Parser
from citekit.find.parsing.parts import Parsed
from citekit.library.parsing import field_pairs, volume_joined
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
_FIRST = frozenset(
    """in ed eds editor editors edited hrsg hg vol volume band bd no nr number issue p pp pages s
    doi isbn url retrieved from available at accessed trans translated by""".split()
)
#: A line of a file.
Line = dict[str, Any]
#: The parser's own names of fields that files call otherwise.
OWN = {"publisher-place": "publisher-place"}
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
    """The fields as (label, text); ``joined`` makes one of a volume and the issue beside it."""
    return volume_joined(parsed) if joined else field_pairs(parsed)


class Score(NamedTuple):
    """Counts a field of what was found, wanted and given, the share of strings that are
    right as a whole, and strings a second of CPU time."""

    hit: Counter[str]
    want: Counter[str]
    got: Counter[str]
    whole: float
    speed: float

    def rates(self, field: str = "") -> tuple[float, float, float]:
        """Precision, recall and F1 of a field, or of all."""
        hit = self.hit[field] if field else self.hit.total()
        got = self.got[field] if field else self.got.total()
        want = self.want[field] if field else self.want.total()
        precision, recall = hit / max(1, got), hit / max(1, want)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    @property
    def f1(self) -> float:
        """F1 over all fields."""
        return self.rates()[2]


def score(
    file: Path, parser: Parser, show: Callable[[Line, Parsed, bool], None] | None = None
) -> Score:
    """The parser against the strings of ``file``; ``show`` is told every string that is
    not right as a whole."""
    lines: list[Line] = list(map(json.loads, file.read_text(encoding="utf-8").splitlines()))
    texts = [line["string"] for line in lines]
    start = time.process_time()
    parsed = parser.parse_many(texts)
    took = time.process_time() - start
    joined = not any(label == "issue" for line in lines for label, _ in line["parts"])
    hit: Counter[str] = Counter()
    want: Counter[str] = Counter()
    got: Counter[str] = Counter()
    whole = 0
    for line, one in zip(lines, parsed, strict=True):
        gold, own = counted(line["parts"], FIELDS), counted(answers(one, joined), FIELDS | OWN)
        for counts, into in ((gold & own, hit), (gold, want), (own, got)):
            for (field, _), number in counts.items():
                into[field] += number
        whole += gold == own
        if show and gold != own:
            show(line, one, joined)
    return Score(hit, want, got, whole / max(1, len(lines)), len(lines) / max(took, 1e-9))


def show_errors(field: str, limit: int) -> Callable[[Line, Parsed, bool], None]:
    """Prints the first strings in which a field is wrong."""
    left = [limit]

    def show(line: Line, one: Parsed, joined: bool) -> None:
        gold, own = counted(line["parts"], FIELDS), counted(answers(one, joined), FIELDS | OWN)
        wrong = {name for name, _ in (gold - own) + (own - gold)}
        if field in wrong and left[0]:
            left[0] -= 1
            print(
                "\n".join(_pairs(pairs) for pairs in (line["parts"], answers(one, joined))) + "\n"
            )

    return show


def _pairs(pairs: Iterable[Sequence[str]]) -> str:
    return " | ".join(f"{text} ⟨{label}⟩" for label, text in pairs)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--errors", metavar="FIELD", help="show strings where it is wrong")
    arguments.add_argument("--limit", type=int, default=30)
    chosen = arguments.parse_args()
    model = lzma.decompress(chosen.model.read_bytes()) if chosen.model else data.parser_model()
    show = show_errors(chosen.errors, chosen.limit) if chosen.errors else None
    found = score(chosen.file, Parser(model), show)
    for field, number in [*found.want.most_common(), ("", found.want.total())]:
        rates = found.rates(field)
        shown = "  ".join(
            f"{name} {rate:.3f}" for name, rate in zip("P R F1".split(), rates, strict=True)
        )
        print(f"{field or 'all fields':18} {number:6}  {shown}")
    print(f"whole strings right: {found.whole:.3f}")
    print(f"{found.speed:,.0f} strings/s of CPU time")


if __name__ == "__main__":
    main()
