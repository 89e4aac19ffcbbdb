"""How many attributed quotations are found, with the right speaker.

``python -m tests.find.quotation_scores`` prints precision and recall for each text of
``tests/find/quoting`` and for the seeds, ``python -m tests.find.quotation_scores FOLDER``
for the texts of a folder.  A text's JSON lists the quotations that were
marked by hand: span, words, speaker, other right names (``also``), and ``optional`` for
those that a careful reader may leave out.  Every other mark must not be attributed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from citekit.find.quotations.finder import quotations
from citekit.find.speakers.ranks import Ranking
from citekit.find.suggestion import Suggestion
from citekit.library.scanners import ranking

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "quoting").glob("*.txt"))
ROOT = HERE.parents[1]


_ARTICLE = re.compile(
    r"(?:the|an?|d(?:er|ie|as|e[mns])|ein(?:e[mnrs]?)?|l[ae]s?|une?|des)\s+|l[’']", re.I
)


def plain_name(name: str) -> str:
    """A speaker without article and capitals: "A report" and "the report" are the same."""
    return _ARTICLE.sub("", name, count=1).casefold() if _ARTICLE.match(name) else name.casefold()


def is_right(name: str, row: Mapping[str, Any]) -> bool:
    """Whether a speaker is the one whom a row marks: one of its names, a full name of it
    with a title or office before, or a noun of it with its article without what says which
    ("a diplomat" for "a diplomat briefed on the talks")."""
    given = plain_name(name)
    with_article = _ARTICLE.match(name) is not None
    for marked in (row["speaker"], *row.get("also", ())):
        plain = plain_name(marked)
        if plain == given or (" " in plain and given.endswith(f" {plain}")):
            return True
        rest = marked[len(marked) - len(plain) + len(given) :]
        if with_article and plain.startswith(f"{given} ") and rest[1:2].islower():
            return True
    return False


class Score(NamedTuple):
    """Counts: wanted, found with the right speaker, found at all (optional ones aside)."""

    wanted: int
    right: int
    found: int
    faults: tuple[str, ...]


def compare(text: str, marked: list[dict[str, Any]], by: Ranking | None = None) -> Score:
    """The quotations of ``text`` against those marked by hand."""
    return judge(quotations(text, by), marked)


def judge(quoted: Iterable[Suggestion], marked: list[dict[str, Any]]) -> Score:
    """Quotations that were found against those marked by hand."""
    found = {(one.start, one.end): one for one in quoted}
    optional = {(row["start"], row["end"]) for row in marked if row.get("optional")}
    wanted = [row for row in marked if not row.get("optional")]
    right = 0
    faults = []
    for row in wanted:
        one = found.get((row["start"], row["end"]))
        if one is None:
            faults.append(f"not found: {row['speaker']}: {row['quoted'][:60]}")
        elif not is_right(one.speaker, row) or one.quoted != row["quoted"]:
            faults.append(f"{one.speaker} for {row['speaker']}: {one.quoted[:60]}")
        else:
            right += 1
    places = {(row["start"], row["end"]) for row in wanted}
    for place, one in found.items():
        if place not in places and place not in optional:
            faults.append(f"too many: {one.speaker}: {one.quoted[:60]}")
    counted = sum(1 for place in found if place not in optional)
    return Score(len(wanted), right, counted, tuple(faults))


def own(path: Path) -> Score:
    """The score of one of our own texts."""
    text = path.read_text(encoding="utf-8")
    marked = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return compare(text, marked, ranking())


def seed(name: str) -> Score:
    """The score of a seed against the hand-made passages; terms of works that are quoted
    with a mention or paraphrase may be found or not."""
    marked = []
    for line in (ROOT / "refs" / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["target"]["source"] != name or "citekit:quoted" not in row:
            continue
        quote, position = row["target"]["selector"]
        start = position["start"]
        one = {"start": start, "end": position["end"], "quoted": row["citekit:quoted"]}
        if row["citekit:kind"] == "quotation":
            marked.append({**one, "speaker": row["citekit:speaker"]})
        elif one["quoted"] in quote["exact"]:
            at = start + quote["exact"].index(one["quoted"])
            span = {"start": at - 1, "end": at + len(one["quoted"]) + 1}
            marked.append({**one, **span, "speaker": "", "optional": True})
    return compare((ROOT / name).read_text(encoding="utf-8-sig"), marked, ranking())


def main(folders: list[str]) -> None:
    """Print the table."""
    if folders:
        texts = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
        rows = [(path.stem, own(path)) for path in texts]
    else:
        rows = [(path.stem, own(path)) for path in TEXTS]
        seeds = sorted((ROOT / "seeds").glob("*.txt"))
        rows += [(path.stem, seed(f"seeds/{path.name}")) for path in seeds]
    total = [0, 0, 0]
    for name, score in rows:
        print(f"{name:28} wanted {score.wanted:3}  right {score.right:3}  found {score.found:3}")
        for fault in score.faults:
            print(f"    {fault}")
        total = [a + b for a, b in zip(total, score[:3], strict=True)]
    wanted, right, found = total
    print(f"wanted {wanted}  right {right}  found {found}")
    print(f"recall {right / max(1, wanted):.3f}  precision {right / max(1, found):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
