"""How long the index takes to make, and to bring up to date after one change.

    python -m benchmarks.index [--passages 100000] [--documents 1000] [--works 10000]

Texts, catalogue, passages and as many suggestions as documents are generated.  Each
change is made ``--runs`` times at different places; a row is the median.  Seconds of CPU
time and, in brackets, of the clock: saving waits for the disk.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.generated import Generator, write_project
from citekit.library import Project, decisions, editing
from citekit.library.decisions import Decision
from citekit.library.editing import with_id
from citekit.model import Passage
from citekit.store.annotations import PassageFile, load, write


def write_suggestions(folder: Path, count: int) -> list[str]:
    """Write suggestions beside passages that are there; their ids."""
    passages = load(folder / "refs" / "passages.jsonl").passages
    citing = [each for each in passages if each.body.type == "work"]
    found: dict[str, Passage] = {}
    for each in citing[:: max(1, len(citing) // count)]:
        kind = "citation" if each.kind == "mention" else "mention"
        suggested = each._replace(kind=kind, status="suggested", method="generated", score=0.5)
        found[with_id(suggested).id] = with_id(suggested)
    text = write(PassageFile(tuple(found.values())))
    (folder / "refs" / "suggestions.jsonl").write_text(text, encoding="utf-8")
    (folder / "refs" / "rejections.jsonl").write_text("", encoding="utf-8")
    return list(found)


class Changes:
    """The changes, each made at a place that depends on its number."""

    def __init__(self, project: Project, suggestions: list[str]) -> None:
        self.project = project
        self.suggestions = suggestions
        self.state = project.state()

    def sentence(self, number: int) -> None:
        """A sentence more in a text."""
        path = sorted((self.project.root / "texts").iterdir())[number * 7]
        text = path.read_text(encoding="utf-8")
        middle = text.index(" ", len(text) // 2)
        path.write_text(f"{text[:middle]} New words.{text[middle:]}", encoding="utf-8")

    def entry(self, number: int) -> None:
        """Another title for a work."""
        editing.edit_fields(self.project, [f"work{number * 31}"], {"title": f"Title {number}"})

    def accepted(self, number: int) -> None:
        """A suggestion accepted."""
        chosen = self.suggestions[(number * 37) % len(self.suggestions)]
        decisions.decide(self.project, [Decision(chosen, "accept")], state=self.state)


def timed(action: Callable[[], object]) -> tuple[float, float]:
    """CPU and clock seconds."""
    cpu, clock = time.process_time(), time.perf_counter()
    action()
    return time.process_time() - cpu, time.perf_counter() - clock


def row(name: str, times: list[tuple[float, float]]) -> None:
    """Print the medians."""
    cpu, clock = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{name:<44}{cpu:>8.3f}  ({clock:.3f})")


def main() -> None:
    """Make the project and time all of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--works", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        generator = Generator(1, args.works)
        count = write_project(folder, generator, args.documents, args.passages)
        suggestions = write_suggestions(folder, args.documents)
        with Project.open(folder) as project:
            print(f"{count} passages, {args.documents} documents, {args.works} works")
            row("the index from nothing", [timed(project.index)])
            changes = Changes(project, suggestions)
            for label, change in (
                ("a sentence more in a text", changes.sentence),
                ("another title for a work", changes.entry),
                ("a suggestion accepted", changes.accepted),
            ):
                runs = range(1, args.runs + 1)
                pairs = [(timed(partial(change, n)), timed(project.index)) for n in runs]
                saved, indexed = zip(*pairs, strict=True)
                row(label, list(saved))
                row("  and the index brought up to date", list(indexed))


if __name__ == "__main__":
    main()
