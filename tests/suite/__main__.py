"""``python -m tests.suite FOLDER [--json OUT] [--only WORD] [--quiet]``

Runs every fixture of a folder of the CSL test suite, prints one line a fixture
and the number that pass, and leaves with 0 when all pass, else with 1.
``--json OUT`` writes ``{name: {"pass": bool, "got": text, "want": text}}``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.suite.fixture import Fixture, load
from tests.suite.run import run


def outcome(fixture: Fixture) -> dict[str, object]:
    """The fixture's result; a failure of any kind is a text that is not wanted."""
    try:
        got = run(fixture)
    except Exception as failure:  # noqa: BLE001 - one broken fixture must not stop the rest
        got = f"{type(failure).__name__}: {failure}"
    return {"pass": got == fixture.want, "got": got, "want": fixture.want}


def main(arguments: list[str] | None = None) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.suite", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, metavar="OUT", dest="out")
    parser.add_argument("--only", default="", metavar="WORD", help="names that contain WORD")
    parser.add_argument("--quiet", action="store_true", help="print failures only")
    options = parser.parse_args(arguments)
    results = {
        fixture.name: outcome(fixture)
        for fixture in load(options.folder)
        if options.only in fixture.name
    }
    for name, result in results.items():
        if not (result["pass"] and options.quiet):
            print("pass" if result["pass"] else "FAIL", name)
    passed = sum(bool(result["pass"]) for result in results.values())
    print(f"{passed} of {len(results)} pass")
    if options.out:
        text = json.dumps(results, ensure_ascii=False, indent=1)
        options.out.write_text(text + "\n", encoding="utf-8")
    return 0 if results and passed == len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
