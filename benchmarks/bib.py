"""Reading a .bib file of 10,000 entries, names and LaTeX decoded, side by side.

    python -m benchmarks.bib [--entries 10000] [--runs 3] [--node-modules FOLDER]

The file is generated: names with particles, suffixes and accents in LaTeX,
titles with LaTeX and braces, macros, ``#``.  Each reader runs in a process of
its own, in turn, and is loaded before the clock starts; the best time of all runs
counts.  Peers: bibtexparser with its
middlewares that split names and decode LaTeX, pybtex with its own names and
decoder, citation-js where ``--node-modules`` (or ``NODE_PATH``) has it.
Exit code 1 if citekit reads fewer than 5,000 entries a second or takes 200 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: What citekit must reach: entries a second, MB.
LEAST_RATE = 5000
MOST_MEMORY = 200

_FAMILIES = (
    r"M{\"u}ller|G{\"o}del|Garc{\'\i}a M{\'a}rquez|{\L}ukasiewicz|Dvo{\v{r}}{\'a}k|O'Neill|Smith"
    r"|{\O}rsted|Erd{\H{o}}s|Nguyen|Tanaka|Andersson|Rossi|Dubois|van der Waals|de la Cruz|Weber"
    r"|Fran{\c{c}}ois|{\AA}ngstr{\"o}m|Silva|Kowalski|Horv{\'a}th|Jansen|Brown|Schmidt|Li|Kim"
).split("|")
_GIVENS = (
    r"Jane|Kurt|Gabriel|Jan|Anton{\'\i}n|Se{\'a}n|Mary Ann|Hans C.|P{\'a}l|Li|Yuki|A. B.|{\'E}va"
).split("|")
_WORDS = (
    r"analysis|structure|dynamics|learning|network|memory|climate|policy|growth|protein|model"
    r"|{DNA}|theory|{B}ayesian|na{\"\i}ve|r{\'e}gime|$\alpha$-decay|transfer|history|H$_2$O"
    r"|language|market|\emph{in vitro}|{\o}re|quantum|carbon|energy|health|---|50\% R\&D"
    r"|``narrative''|archive|survey"
).split("|")
_TYPES = (
    ("article", ("journal", "volume", "number", "pages", "doi")),
    ("book", ("publisher", "address", "isbn")),
    ("incollection", ("booktitle", "editor", "publisher", "pages")),
    ("techreport", ("institution", "number", "url")),
    ("misc", ("howpublished", "url", "note")),
)


def generate(count: int) -> str:
    """The text of a .bib file; the same for the same count."""
    rand = random.Random(1985)

    def person() -> str:
        family, given = rand.choice(_FAMILIES), rand.choice(_GIVENS)
        return f"{given} {family}" if rand.random() < 0.3 else f"{family}, {given}"

    def people() -> str:
        return " and ".join(person() for _ in range(rand.randint(1, 4)))

    def title() -> str:
        words = " ".join(rand.choice(_WORDS) for _ in range(rand.randint(5, 11)))
        return words[0].upper() + words[1:]

    makers: dict[str, Callable[[], str]] = {
        "journal": lambda: rand.choice(("jas", '"Annals of " # jas', "{Nature}")),
        "volume": lambda: str(rand.randint(1, 90)),
        "number": lambda: f"{{{rand.randint(1, 12)}}}",
        "pages": lambda: f"{{{(first := rand.randint(1, 900))}--{first + rand.randint(1, 30)}}}",
        "doi": lambda: f"{{10.1000/x_{rand.randint(1, 99999)}}}",
        "publisher": lambda: r"{Verlag f{\"u}r Wissenschaft}",
        "address": lambda: r"{Z{\"u}rich}",
        "isbn": lambda: "{0-306-40615-2}",
        "booktitle": lambda: f"{{{title()}}}",
        "editor": lambda: f"{{{people()}}}",
        "institution": lambda: "{{National Institute of Things}}",
        "url": lambda: f"{{https://example.org/a_b%20c?x={rand.randint(1, 9999)}}}",
        "howpublished": lambda: "{Web page}",
        "note": lambda: r"{Revised edition, 2nd~printing}",
    }
    entries = ['@string{jas = "Journal of Applied Studies"}\n']
    for number in range(count):
        type_, names = rand.choice(_TYPES)
        lines = [
            f"@{type_}{{key{number:05d},\n  author = {{{people()}}},\n  title = {{{title()}}},\n"
        ]
        lines += [f"  {name} = {makers[name]()},\n" for name in names]
        month = rand.choice(("jan", "may", "dec"))
        lines.append(f"  year = {rand.randint(1950, 2024)},\n  month = {month},\n}}\n")
        entries.append("".join(lines))
    return "\n".join(entries)


# --- the readers -------------------------------------------------------------


def read_citekit(text: str) -> int:
    """citekit's reader."""
    from citekit.formats import registry

    return len(registry.get("bibtex").read(text).works)


def read_bibtexparser(text: str) -> int:
    """bibtexparser with names split and LaTeX decoded."""
    import bibtexparser
    from bibtexparser import middlewares

    stack = [
        middlewares.LatexDecodingMiddleware(),
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
    ]
    return len(bibtexparser.parse_string(text, append_middleware=stack).entries)


def read_pybtex(text: str) -> int:
    """pybtex with its decoder; it splits names as it parses."""
    from pybtex.database.input.bibtex import Parser
    from pybtex.richtext import Text

    entries = Parser().parse_string(text).entries
    for entry in entries.values():
        for value in entry.fields.values():
            Text.from_latex(value)
        for persons in entry.persons.values():
            for person in persons:
                for part in (*person.rich_first_names, *person.rich_last_names):
                    str(part)
    return len(entries)


READERS: dict[str, Callable[[str], int]] = {
    "citekit": read_citekit,
    "bibtexparser": read_bibtexparser,
    "pybtex": read_pybtex,
}

_CITATION_JS = """
const fs = require('fs')
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
const text = fs.readFileSync(process.argv[1], 'utf8')
const start = process.hrtime.bigint()
const count = new Cite(text).data.length
const seconds = Number(process.hrtime.bigint() - start) / 1e9
const memory = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ count, seconds, memory }))
"""


def run_one(name: str, path: Path) -> None:
    """Read the file and print count, seconds and peak memory in MB."""
    import resource

    text = path.read_text(encoding="utf-8")
    READERS[name]("@misc{warm, author = {A, B}, title = {{\\'E}}}")  # loads what it needs
    start = time.perf_counter()
    count = READERS[name](text)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"count": count, "seconds": seconds, "memory": memory}))


def commands(path: Path, node_modules: str) -> dict[str, list[str]]:
    """Reader → its command line."""
    own = [sys.executable, "-m", "benchmarks.bib", "--file", str(path), "--reader"]
    found = {name: [*own, name] for name in READERS}
    node = shutil.which("node")
    if node and (Path(node_modules) / "@citation-js" / "plugin-bibtex").is_dir():
        found["citation-js"] = [node, "-e", _CITATION_JS, str(path)]
    return found


def main() -> None:
    """Run the readers in turn and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--node-modules", default=os.environ.get("NODE_PATH", "node_modules"))
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.reader:
        run_one(args.reader, args.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.bib"
        path.write_text(generate(args.entries), encoding="utf-8")
        print(f"{args.entries} entries, {path.stat().st_size / 1e6:.1f} MB, best of {args.runs}")
        best: dict[str, dict[str, Any]] = {}
        for _ in range(args.runs):
            for name, command in commands(path, args.node_modules).items():
                environment = os.environ | {"NODE_PATH": args.node_modules}
                done = subprocess.run(command, capture_output=True, text=True, env=environment)
                if done.returncode:
                    print(f"{name} failed: {done.stderr.strip().splitlines()[-1:]}")
                    continue
                run = json.loads(done.stdout)
                if name not in best or run["seconds"] < best[name]["seconds"]:
                    best[name] = run
    table(best, args.entries)


def table(best: dict[str, dict[str, Any]], entries: int) -> None:
    """Print the results and whether citekit is fast and small enough."""
    own = best["citekit"]
    print(f"{'reader':<14}{'entries':>9}{'seconds':>9}{'per s':>9}{'MB':>6}{'citekit is':>14}")
    for name, run in best.items():
        rate = run["count"] / run["seconds"]
        ratio = f"{run['seconds'] / own['seconds']:.1f} × as fast" if run is not own else ""
        print(
            f"{name:<14}{run['count']:>9}{run['seconds']:>9.2f}{rate:>9.0f}"
            f"{run['memory']:>6.0f}{ratio:>16}"
        )
    if "citation-js" not in best:
        print(
            "citation-js is not installed: npm install @citation-js/core @citation-js/plugin-bibtex"
        )
    good = own["count"] == entries and own["memory"] < MOST_MEMORY
    sys.exit(0 if good and entries / own["seconds"] >= LEAST_RATE else 1)


if __name__ == "__main__":
    main()
