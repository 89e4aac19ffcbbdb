"""How fast a corpus is scanned, and how fast a large index answers.

    python -m benchmarks.scan [--megabytes 4] [--papers 0.2] [--works 10000]
                              [--unknown 0.1] [--passages 100000]

Texts and catalogue are generated (``benchmarks/generated.py``): journalism, and a share
``--papers`` of papers, which have a citation, mention or quotation after every third
sentence and a reference list.  A share ``--unknown`` of what they cite is not in the
catalogue, so that its references have to be parsed.  Each finder runs over
all texts, the best of three runs counts, and then all of them as ``citekit scan`` runs
them; at last the marked texts of ``tests/find/varied/learned`` with their works: press,
essays and papers as people write them, with far more in them to find.  The look-ups run in
an index of so many passages, in 1,000 documents; each row is the median and the slowest of
50 different questions, with the question whether a file has changed in each.  All times are
CPU time of this process.  ``--passages 0`` leaves the look-ups out.  Exit code 1 if scanning
is slower than 5 MB/s or a median is over 10 ms.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.generated import Generator, write_project
from citekit.find.scan import FINDERS, Reading, scan
from citekit.find.suggestion import Suggestion
from citekit.library import Project
from citekit.library.scanners import scanner_of
from tests.find import varied

#: What must be reached: MB of text a second, milliseconds.
LEAST_RATE = 5.0
MOST_TIME = 10.0
RUNS = 3
QUESTIONS = 50
DOCUMENTS = 1000


def scanning(generator: Generator, works: int, megabytes: float, papers: float) -> float:
    """Print how fast each finder is with the first ``works`` of the generated works as
    the catalogue; MB/s of all together."""
    size = 100_000
    count = max(1, round(megabytes * 1e6 / size))
    texts = [text for text, _ in generator.texts(count, size, papers)]
    total = sum(len(text.encode()) for text in texts) / 1e6
    start = time.process_time()
    scanner = scanner_of(generator.works[:works])
    made = time.process_time() - start
    print(f"{total:.1f} MB of text, {works} works, made ready in {made:.2f} s")
    print(f"{'finder':<14}{'findings':>10}{'seconds':>9}{'MB/s':>8}")
    found: list[dict[str, Sequence[Suggestion]]] = [{} for _ in texts]
    for name, finder in FINDERS.items():
        best = float("inf")
        for _ in range(RUNS):
            readings = [
                Reading(text, scanner, before) for text, before in zip(texts, found, strict=True)
            ]
            if "quotations" in found[0]:
                _ = [reading.quoted for reading in readings]  # another finder's
            start = time.process_time()
            results = [tuple(finder(reading)) for reading in readings]
            best = min(best, time.process_time() - start)
        for before, result in zip(found, results, strict=True):
            before[name] = result
        row(name, sum(len(each[name]) for each in found), best, total)
    best = float("inf")
    count = 0
    for _ in range(RUNS):
        start = time.process_time()
        count = sum(len(scan(text, scanner)) for text in texts)
        best = min(best, time.process_time() - start)
    row("all", count, best, total)
    written()
    return total / best


def written() -> None:
    """Print how fast texts are scanned that people wrote."""
    marked = [one.case for one in varied.texts(varied.LEARNED)]
    scanner = scanner_of(list({work.id: work for case in marked for work in case.works}.values()))
    best = float("inf")
    count = 0
    for _ in range(RUNS):
        start = time.process_time()
        count = sum(len(scan(case.text, scanner)) for case in marked)
        best = min(best, time.process_time() - start)
    row("marked texts", count, best, sum(len(case.text.encode()) for case in marked) / 1e6)


def row(name: str, count: int, seconds: float, megabytes: float) -> None:
    """Print a line of the table."""
    print(f"{name:<14}{count:>10}{seconds:>9.2f}{megabytes / max(seconds, 1e-9):>8.2f}")


def lookups(generator: Generator, passages: int, folder: Path) -> float:
    """Print how fast an index of so many passages answers; the slowest median in ms."""
    count = write_project(folder, generator, DOCUMENTS, passages)
    with Project.open(folder) as project:
        start = time.process_time()
        project.index()
        made = time.process_time() - start
        size = (folder / ".citekit" / "index.sqlite").stat().st_size / 1e6
        print(f"\n{count} passages, {DOCUMENTS} documents; index of {size:.0f} MB in {made:.1f} s")
        print(f"{'look-up':<34}{'median ms':>10}{'slowest':>9}{'answers':>9}")
        questions = asked(project, folder)
        return max(timed(name, ask) for name, ask in questions.items())


def asked(project: Project, folder: Path) -> dict[str, Callable[[int], int]]:
    """Look-up → the n-th question of its kind, which returns how many answers it has."""
    chosen = random.Random(5)
    documents = chosen.sample(sorted(path.stem for path in (folder / "texts").iterdir()), QUESTIONS)
    views = [project.passages(document=name)[0] for name in documents]
    speakers = [project.passages(document=name, kind="quotation")[0].speaker for name in documents]
    words = [max(view.sentence.split(), key=len).strip("“”.,()") for view in views]
    works = chosen.sample([record.key for record in project.records()], QUESTIONS)
    return {
        "cites(work)": lambda n: len(project.cites(works[n])),
        "works(document)": lambda n: len(project.works(documents[n])),
        "passages(document)": lambda n: len(project.passages(document=documents[n])),
        "passages(work)": lambda n: len(project.passages(work=works[n])),
        "passages(document, kind)": lambda n: len(
            project.passages(document=documents[n], kind="mention")
        ),
        "passages(speaker)": lambda n: len(project.passages(speaker=speakers[n])),
        "passages(text): a sentence": lambda n: len(project.passages(text=views[n].sentence)),
        "search: a rare word": lambda n: sum(map(len, project.search(words[n], limit=100))),
        "search: a common word, the best 20": lambda n: sum(
            map(len, project.search("market", limit=20))
        ),
    }


def timed(name: str, ask: Callable[[int], int]) -> float:
    """Ask all questions and print a line; the median in ms."""
    times, answers = [], []
    for number in range(QUESTIONS):
        start = time.process_time()
        answers.append(ask(number))
        times.append((time.process_time() - start) * 1000)
    median = statistics.median(times)
    print(f"{name:<34}{median:>10.2f}{max(times):>9.2f}{statistics.median(answers):>9.0f}")
    return median


def main() -> None:
    """Run both and say whether it is fast enough."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--works", type=int, default=10_000)
    parser.add_argument("--papers", type=float, default=0.2)
    parser.add_argument("--unknown", type=float, default=0.1)
    parser.add_argument("--passages", type=int, default=100_000)
    args = parser.parse_args()
    generator = Generator(1, round(args.works / (1 - args.unknown)))
    rate = scanning(generator, args.works, args.megabytes, args.papers)
    slowest = 0.0
    if args.passages:
        with tempfile.TemporaryDirectory() as folder:
            slowest = lookups(Generator(1, args.works), args.passages, Path(folder) / "project")
    sys.exit(0 if rate >= LEAST_RATE and slowest <= MOST_TIME else 1)


if __name__ == "__main__":
    main()
