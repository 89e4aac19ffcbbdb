"""``python -m tests.clients [--only CLIENT,…] [--formats NAME,…] [--show] [--update]
[--docs]``

Exports the catalogues to every format that a program of :mod:`tests.clients.rows`
reads, has the program read it, and lays what it understood beside what was meant.
Each difference must be the one of ``expected.json`` and have a reason in
``reasons.json``; the command fails otherwise, and when a program is missing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.model import Work
from tests.clients import flat, programs
from tests.clients.flat import Difference, Record
from tests.clients.rows import CLIENTS, PROGRAMS, ROWS, Job, Row

HERE = Path(__file__).parent
DATA = Path(os.environ.get("CITEKIT_TESTDATA", "../shared"))
CATALOGUES = (
    (DATA / "clients" / "tricky.bib", "biblatex"),
    (HERE / "catalogue.bib", "biblatex"),
    (HERE / "catalogue.json", "csljson"),
)
EXPECTED = HERE / "expected.json"
REASONS = HERE / "reasons.json"
DOCS = HERE.parents[1] / "docs" / "exchange.md"
_START, _END = "<!-- table -->", "<!-- end of the table -->"

#: Whose doing a difference is: our report says so before, the format cannot hold
#: it, the program drops it, or we wrote it wrongly.
VERDICTS = ("told", "format", "client", "ours")

#: How a reason begins in the documentation.
_WHOSE = {"told": "", "format": "", "client": "**program:** ", "ours": "**citekit:** "}

Table = dict[str, dict[str, list[str]]]


class Reason(NamedTuple):
    """Why fields of a program and format arrive otherwise; patterns as in file names.

    ``arrived``: "" where they do not arrive at all, "*" where they do otherwise.
    """

    clients: tuple[str, ...]
    formats: tuple[str, ...]
    fields: tuple[str, ...]
    keys: tuple[str, ...]
    arrived: str
    verdict: str
    why: str

    def fits(self, row: Row, key: str, field: str, difference: Difference) -> bool:
        """Whether this is the reason of a difference."""
        told = "" if not difference.arrived else "added" if not difference.meant else "changed"
        return (
            _fits(self.clients, row.client)
            and _fits(self.formats, row.format)
            and _fits(self.fields, field)
            and _fits(self.keys, key)
            and self.arrived in ("*", told)
        )


def _fits(patterns: Iterable[str], name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def reasons() -> list[Reason]:
    """The table of reasons; the first that fits counts."""
    found = []
    for row in json.loads(REASONS.read_text("utf-8")):
        lists = (row.get(name, "*").split() for name in ("clients", "formats", "fields", "keys"))
        clients, formats, fields, keys = (tuple(patterns) for patterns in lists)
        arrived, verdict = row.get("arrived", "*"), row["verdict"]
        assert verdict in VERDICTS, row
        found.append(Reason(clients, formats, fields, keys, arrived, verdict, row["why"]))
    return found


def works() -> list[Work]:
    """The works of the catalogues."""
    found: list[Work] = []
    for file, name in CATALOGUES:
        if not file.exists():
            sys.exit(f"no {file}; CITEKIT_TESTDATA names the folder of the test data")
        reading = registry.get(name).read(file.read_text("utf-8"), str(file))
        for problem in reading.problems:
            print(problem)
        found += reading.works
    keys = [work.id for work in found]
    assert len(keys) == len(set(keys)), [key for key, n in Counter(keys).items() if n > 1]
    return found


class Result(NamedTuple):
    """What a program made of a format."""

    row: Row
    fields: int
    differences: Mapping[str, Mapping[str, Difference]]
    losses: frozenset[tuple[str, str]]
    failure: str = ""


def try_row(row: Row, meant_works: Sequence[Work]) -> Result:
    """Export, have the program read, compare."""
    chosen = registry.get(row.format)
    meant = {work.id: flat.record(work, row.view) for work in meant_works}
    if row.plain:
        for record in meant.values():
            record.pop("type")
    program = PROGRAMS.get(row.client, "")
    how = Writing(program)
    with programs.workplace() as folder:
        file = folder / f"works{chosen.extensions[0]}"
        with file.open("w", encoding="utf-8", newline="") as out:
            out.writelines(chosen.pieces(meant_works, how))
        alone = []
        for number, work in enumerate(meant_works if row.alone else ()):
            alone.append(folder / f"work{number}{chosen.extensions[0]}")
            text = chosen.write([work], Writing(program))
            alone[-1].write_text(text, "utf-8", newline="")
        losses = frozenset((loss.key, loss.field) for loss in how.losses)
        try:
            found = row.read(Job(file, alone, meant), row.view)
        except programs.Failed as failure:
            return Result(row, 0, {}, losses, str(failure))
    arrived = flat.match(meant, found)
    if row.checks:
        meant = {key: Record() for key in meant}
    differences = {}
    if not any(key in meant for key, _ in found):
        told = "others" if any(key for key, _ in found) else "none"
        differences["(file)"] = {"keys": Difference("as written", told)}
    for key in meant.keys() | arrived.keys():
        if key in meant and key not in arrived:
            differences[key] = {field: Difference(text, "") for field, text in meant[key].items()}
            differences[key]["(work)"] = Difference("there", "")
        elif changed := flat.differences(meant.get(key, {}), arrived[key], row.view):
            differences[key] = changed
    count = sum(len(record) for record in meant.values()) or len(meant)
    return Result(row, count, differences, losses)


def table(result: Result) -> Table:
    """The differences as the expectation file has them."""
    return {
        key: {field: list(values) for field, values in sorted(fields.items())}
        for key, fields in sorted(result.differences.items())
    }


def dump(expected: Mapping[str, Table]) -> str:
    """The expectation file, a line a work."""
    rows = []
    for name, works_ in sorted(expected.items()):
        lines = [
            f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(fields, ensure_ascii=False)}"
            for key, fields in sorted(works_.items())
        ]
        rows.append(f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def judge(result: Result, known: Sequence[Reason], used: set[Reason]) -> Any:
    """Each difference with its verdict and reason."""
    for key, fields in result.differences.items():
        for field, difference in fields.items():
            if (key, field.removesuffix(" protected")) in result.losses:
                yield key, field, difference, "told", "our report says so"
                continue
            for reason in known:
                if reason.fits(result.row, key, field, difference):
                    used.add(reason)
                    yield key, field, difference, reason.verdict, reason.why
                    break
            else:
                yield key, field, difference, "", "no reason is known"


def compare(name: str, found: Table, expected: Table) -> list[str]:
    """Where a row is not as the expectation file says, either way."""
    wrong = []
    for key in sorted(found.keys() | expected.keys()):
        before, after = expected.get(key, {}), found.get(key, {})
        for field in sorted(before.keys() | after.keys()):
            if before.get(field) != after.get(field):
                was = before[field][1] if field in before else "as meant"
                now = after[field][1] if field in after else "as meant"
                wrong.append(f"{name}: {key}: {field}: expected {was!r}, arrived {now!r}")
    return wrong


class Told(NamedTuple):
    """What is said of a row: how many fields arrive exactly, how many do not by
    verdict, and the fields of each reason."""

    result: Result
    exact: int
    counts: Counter[str]
    by_reason: Mapping[tuple[str, str], Counter[str]]
    unexplained: Sequence[str]


def tell(result: Result, known: Sequence[Reason], used: set[Reason], show: bool) -> Told:
    """Sum up a row; print its differences when asked to."""
    counts, changed, unexplained = Counter[str](), 0, []
    by_reason: dict[tuple[str, str], Counter[str]] = {}
    name = f"{result.row.client} {result.row.format}"
    for key, field, (meant, arrived), verdict, why in judge(result, known, used):
        counts[verdict] += 1
        by_reason.setdefault((verdict, why), Counter())[field] += 1
        changed += bool(meant) and field not in ("(work)", "keys")
        line = f"{name}: {key}: {field}: {meant!r} -> {arrived!r}"
        if show:
            print(f"  {line} [{verdict}: {why}]")
        if not verdict:
            unexplained.append(f"{line}: {why}")
    return Told(result, result.fields - changed, counts, by_reason, unexplained)


def stale(known: Sequence[Reason], used: set[Reason], tried: set[tuple[str, str]]) -> list[str]:
    """Reasons for rows that ran, of which nothing is left."""
    return [
        f"reasons.json: nothing differs any more for {' '.join(reason.clients)}"
        f" {' '.join(reason.formats)}: {reason.why}"
        for reason in known
        if reason not in used
        and any(_fits(reason.clients, row[0]) and _fits(reason.formats, row[1]) for row in tried)
    ]


def find_clients(only: set[str]) -> tuple[dict[str, str], list[str]]:
    """The programs' versions, printed; and which did not run."""
    versions: dict[str, str] = {}
    wrong = []
    for client in CLIENTS:
        if only and client.name not in only:
            continue
        try:
            versions[client.name] = client.version()
            print(f"{client.name:27} {versions[client.name]}")
        except (programs.Missing, programs.Failed) as missing:
            print(f"{client.name:27} did not run: {missing}")
            wrong.append(f"{client.name} did not run: {missing}")
    return versions, wrong


def document(told: Sequence[Told], versions: Mapping[str, str]) -> None:
    """Renew the table of docs/exchange.md."""
    lines = [
        "| program | format | arrives exactly | does not, and why (fields) |",
        "|---|---|---|---|",
    ]
    for one in told:
        row = one.result.row
        whys = []
        for (verdict, why), fields in one.by_reason.items():
            names = ", ".join(f"`{field}`" for field in sorted(fields))
            whys.append((VERDICTS.index(verdict), f"{_WHOSE[verdict]}{why}: {names}"))
        text = "; ".join(why for _, why in sorted(whys))
        exact = f"{one.exact} of {one.result.fields}"
        lines.append(f"| {row.client} {versions[row.client]} | {row.format} | {exact} | {text} |")
    before, start, rest = DOCS.read_text("utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    table = "\n".join(lines)
    DOCS.write_text(f"{before}{start}\n\n{table}\n\n{end}{after}", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.clients")
    parser.add_argument("--only", default="", help="programs, comma-separated")
    parser.add_argument("--formats", default="", help="formats, comma-separated")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--update", action="store_true", help="renew expected.json")
    parser.add_argument("--docs", action="store_true", help="renew the table of docs/exchange.md")
    options = parser.parse_args()
    only, formats = (set(filter(None, text.split(","))) for text in (options.only, options.formats))
    versions, wrong = find_clients(only)
    meant, known = works(), reasons()
    expected: dict[str, Table] = json.loads(EXPECTED.read_text("utf-8"))
    used: set[Reason] = set()
    told: list[Told] = []
    print(f"\n{'program':27}{'format':12}{'fields':>7}{'exact':>7}", end="")
    print("".join(f"{verdict:>8}" for verdict in VERDICTS))
    for row in ROWS:
        if row.client not in versions or (formats and row.format not in formats):
            continue
        name, start = f"{row.client} {row.format}", f"{row.client:27}{row.format:12}"
        if importlib.util.find_spec(registry.get(row.format).module) is None:
            print(f"{start}skipped: citekit does not write it yet")
            continue
        result = try_row(row, meant)
        if result.failure:
            print(f"{start}{result.failure}")
            wrong.append(f"{name}: {result.failure}")
            continue
        told.append(tell(result, known, used, options.show))
        counts = "".join(f"{told[-1].counts[verdict]:>8}" for verdict in VERDICTS)
        print(f"{start}{result.fields:>7}{told[-1].exact:>7}{counts}")
        wrong += told[-1].unexplained
        if options.update:
            expected[name] = table(result)
        else:
            wrong += compare(name, table(result), expected.get(name, {}))
    if options.update:
        EXPECTED.write_text(dump(expected), "utf-8")
    if len(versions) == len(CLIENTS) and not formats:
        names = {f"{row.client} {row.format}" for row in ROWS}
        wrong += [f"expected.json knows no row {name}" for name in expected.keys() - names]
        wrong += stale(
            known, used, {(one.result.row.client, one.result.row.format) for one in told}
        )
        if options.docs:
            document(told, versions)
    for line in wrong:
        print(line)
    print(f"\n{len(versions)} programs ran, {len(wrong)} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
