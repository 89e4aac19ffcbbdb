"""What a change of one citation costs in a long document.

    python -m benchmarks.csl_document REFS.json STYLE.csl…

Every work of REFS is cited once; then a citation gets a locator, another a second
work, another a work that was not cited before, one is moved, one is inserted.
Prints CPU milliseconds, the median of the changes of each kind.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.csl_one import locale
from citekit import csl
from citekit.formats import csljson
from citekit.model import Citation, Cite, Work

CHANGES = 9


def measure(change: Callable[[int], object]) -> float:
    """The median of some changes, in milliseconds of CPU time."""
    spent = []
    for number in range(CHANGES):
        start = time.process_time()
        change(number)
        spent.append(time.process_time() - start)
    return 1000 * statistics.median(spent)


def row(works: tuple[Work, ...], style: csl.Style) -> list[float]:
    """Milliseconds of each kind of change in a document that cites all works but a few."""
    cited, spare = works[: -2 * CHANGES], works[-2 * CHANGES :]
    citations = [Citation((Cite(work.id),), number) for number, work in enumerate(cited, 1)]
    document = csl.Document(style, works, citations, locales=locale)
    middle = len(cited) // 2

    def with_cite(at: int, *cites: Cite) -> object:
        return document.change(at, Citation(cites, at + 1))

    return [
        measure(lambda n: with_cite(middle + n, Cite(cited[middle + n].id, locator="7"))),
        measure(lambda n: with_cite(n, Cite(cited[n].id), Cite(cited[middle].id))),
        measure(lambda n: with_cite(middle - 1 - n, Cite(spare[n].id))),
        measure(lambda n: document.move(middle, middle + 100 + n)),
        measure(
            lambda n: document.insert(
                middle - 50, Citation((Cite(spare[CHANGES + n].id),), middle - 49)
            )
        ),
    ]


def main() -> None:
    """Print a table."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    refs, *styles = sys.argv[1:]
    works = csljson.read(Path(refs).read_text(encoding="utf-8"), refs).works
    print(f"CPU milliseconds a change, {len(works) - 2 * CHANGES} citations.\n")
    print("| style | locator | second work | new work | move | insert |")
    print("|---|---|---|---|---|---|")
    for name in styles:
        style = csl.parse_style(Path(name).read_bytes(), name)
        print(
            f"| {Path(name).stem} | " + " | ".join(f"{ms:.0f}" for ms in row(works, style)) + " |"
        )


if __name__ == "__main__":
    main()
