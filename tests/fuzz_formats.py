"""``python -m tests.fuzz_formats [--inputs N] [--only NAME,…] [--seed N]``

Every reader on mutated files and on files of pure noise.  The files are what the
writers make of the seed catalogue and of random works, and, where the test data is
there (CITEKIT_TESTDATA), import cases and real .bib files.  Fails on an exception
that is not one of citekit's own, on more than five seconds of CPU for one input, and
on a reader that opens a file or a connection.  What was read is written again in
three formats.
"""

from __future__ import annotations

import argparse
import builtins
import io
import json
import os
import random
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from hypothesis import HealthCheck, Phase, given, settings

from citekit.errors import CitekitError
from citekit.formats import biblatex, registry
from citekit.formats.registry import Format
from citekit.model import Work
from tests.formats.works import catalogues

SECONDS = 5
ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CITEKIT_TESTDATA", ROOT.parent / "shared"))
#: Written again after reading.
AGAIN = ("biblatex", "ris", "csljson")
#: Bits of syntax that find their way into everything.
BITS = (
    *"{ } {{ }} @ @article{ = , # < > </ <a> &amp; & &#0; <!-- --> ]]> <![CDATA[".split(),
    *("\\", "\\%", '\\"', '"', "'"),
    *"<!DOCTYPE <!ENTITY --- : - | > [ ] null true 1999-99-99 -0 1e999 \\u0000 ; // ..".split(),
    *("TY  - ", "ER  - ", "%0 ", "PMID- ", " ", "\x00", "\ufeff", "\U0010ffff"),
    *("\r", "\n", "\n\n", "\r\n", "\t"),
)


def sources(rows: list[Format]) -> dict[str, list[bytes]]:
    """Files to start from, by format."""
    works = list(biblatex.read((ROOT / "refs" / "works.bib").read_text("utf-8")).works)
    works += random_works(60)
    found: dict[str, list[bytes]] = {}
    for row in rows:
        found[row.name] = []
        if row.modes == "rw":
            for start in range(0, len(works), 5):
                text = row.write(works[start : start + 5])
                found[row.name].append(text.encode("utf-8", "replace"))
    for name, text in shared_cases():
        if name in found:
            found[name].append(text)
    return found


def random_works(count: int) -> list[Work]:
    """Works as the round trips' strategy draws them."""
    drawn: list[Work] = []

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(catalogues)
    def draw(works: list[Work]) -> None:
        drawn.extend(works)

    draw()
    return drawn


def shared_cases() -> Iterator[tuple[str, bytes]]:
    """Import cases and real .bib files, where they are."""
    from tests.import_cases.__main__ import FORMATS

    for path in sorted((SHARED / "import-cases").glob("*.json")):
        if path.stem in FORMATS:
            for case in json.loads(path.read_text("utf-8")):
                yield FORMATS[path.stem], case["input"].encode("utf-8")
    for path in sorted((SHARED / "bib-corpus").glob("*.bib"))[::20]:
        yield "biblatex", path.read_bytes()[:20_000]


def mutate(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """``data`` with some changes."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        at = rng.randrange(len(out) + 1)
        end = min(len(out), at + rng.choice((1, 3, 20, 200)))
        kind = rng.randrange(7)
        if kind == 0:
            del out[at:end]
        elif kind == 1:
            out[at:at] = rng.choice(BITS).encode("utf-8", "replace")
        elif kind == 2:
            out[at:at] = out[at:end] * rng.choice((1, 2, 30))
        elif kind == 3 and out:
            out[rng.randrange(len(out))] = rng.randrange(256)
        elif kind == 4:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            out[at:at] = other[start : start + 200]
        elif kind == 5:
            del out[at:]
        else:
            out[at:end] = bytes(rng.randrange(256) for _ in range(end - at))
    return bytes(out)


@contextmanager
def no_way_out() -> Iterator[None]:
    """No file is opened and no connection made."""

    def refuse(*args: Any, **options: Any) -> NoReturn:
        raise AssertionError(f"a reader opens {args[:1]}")

    kept = builtins.open, io.open, socket.socket.connect
    builtins.open = io.open = refuse  # type: ignore[assignment]
    socket.socket.connect = refuse  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        builtins.open, io.open = kept[:2]
        socket.socket.connect = kept[2]  # type: ignore[method-assign]


def read(row: Format, data: bytes) -> None:
    """Read one input, and write again what was read."""
    source = data if row.binary else data.decode("utf-8", "replace")
    try:
        works = row.read(source, "fuzz").works
    except CitekitError:
        return
    for name in AGAIN:
        registry.get(name).write(works)


def main() -> int:
    """Run; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--only")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    only = args.only.split(",") if args.only else None
    rows = [
        row
        for row in registry.FORMATS.values()
        if "r" in row.modes and (only is None or row.name in only)
    ]
    start = sources(rows)
    for row in rows:
        import_module(row.module)
    signal.signal(signal.SIGVTALRM, _too_slow)
    failures = 0
    each = -(-args.inputs // len(rows))
    for row in rows:
        files = start[row.name] or [b""]
        began, worst = time.process_time(), 0.0
        for data in files:  # once as they are, so that everything is loaded
            failures += not survives(row, data)
        with no_way_out():
            for _ in range(each):
                data = mutate(rng.choice(files), files, rng)
                before = time.process_time()
                failures += not survives(row, data)
                worst = max(worst, time.process_time() - before)
        spent = time.process_time() - began
        print(f"{row.name:12} {each} inputs, {spent:.0f} s, slowest {worst:.2f} s", flush=True)
    print(f"{each * len(rows)} inputs, {failures} failures")
    return 1 if failures else 0


def survives(row: Format, data: bytes) -> bool:
    """Whether a reader takes ``data``; prints what went wrong."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        read(row, data)
    except (Exception, RecursionError) as problem:  # noqa: BLE001 - anything is a find
        print(f"{row.name}: {problem!r:.300}\n  {data[:200]!r}")
        traceback.print_tb(problem.__traceback__, limit=-3)
        return False
    finally:
        _disarm()
    return True


def _disarm() -> None:
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_slow(*_: object) -> NoReturn:
    raise TimeoutError(f"more than {SECONDS} s")


if __name__ == "__main__":
    sys.exit(main())
