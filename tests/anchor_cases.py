"""Answers a file of re-anchoring cases: ``python -m tests.anchor_cases CASES.json ANSWERS.json``.

A case is an object with the ``text`` as it is now and the selector that was made
before it changed: ``exact``, ``prefix``, ``suffix``, ``start``, ``end`` (offsets in
code points); other members are not read.  The answers are a list as long: null for
an orphaned anchor, else ``[start, end]`` in the text.  Prints how each status
occurred and the CPU time a case takes, folding its text included.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import process_time

from citekit import anchor
from citekit.model import Selector

MEMBERS = ("exact", "prefix", "suffix", "start", "end")


def main(cases_file: str, answers_file: str) -> None:
    """Resolve every case and write the answers."""
    cases = json.loads(Path(cases_file).read_text(encoding="utf-8"))
    work = [(Selector(*(case[name] for name in MEMBERS)), case["text"]) for case in cases]
    began = process_time()
    spots = [anchor.resolve(selector, text) for selector, text in work]
    spent = process_time() - began
    answers = [
        None if spot.status is anchor.Status.ORPHANED else [spot.start, spot.end] for spot in spots
    ]
    Path(answers_file).write_text(json.dumps(answers), encoding="utf-8")
    for status, count in Counter(spot.status for spot in spots).most_common():
        print(f"{status:10} {count:8}")
    print(f"{1000 * spent / max(1, len(work)):.2f} ms a case (CPU), {len(work)} cases")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
