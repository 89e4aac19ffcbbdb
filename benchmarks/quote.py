"""CPU time of ``citekit quote`` on a generated corpus, and of its parts.

    python -m benchmarks.quote [--documents 1000] [--runs 9]

Half of what is asked for stands in the corpus as it is; the other half is
misremembered: words left out, exchanged, misspelt, in another order.  Prints the CPU
seconds of the whole process, with a warm index, and how often the right place came
first.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CITEKIT = str(Path(sys.executable).with_name("citekit"))
SYLLABLES = "ba ko ri ten mor sal ven ti dra lo pe qui sta ner gul fi mu han os el".split()
SMALL = "the of and to in is that it was for on as with by at from this be are not".split()


def corpus(folder: Path, documents: int, chance: random.Random) -> list[tuple[str, list[str]]]:
    """A project of ``documents`` texts of 3,000 characters; (document, a sentence's words)."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(40_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    (folder / "texts").mkdir()
    (folder / "refs").mkdir()
    (folder / "citekit.toml").write_text('documents = ["texts/*.txt"]\n')
    sentences = []
    entries = []
    for number in range(documents):
        id = f"texts/d{number:05}.txt"
        paragraphs = []
        for _ in range(6):
            lines = []
            for _ in range(5):
                one = chance.choices(words, weights, k=14)
                one[1::3] = chance.choices(SMALL, k=len(one[1::3]))
                sentences.append((id, one))
                lines.append(" ".join(one).capitalize() + ".")
            paragraphs.append(" ".join(lines))
        (folder / id).write_text("\n\n".join(paragraphs))
        entries.append(
            f"@misc{{d{number},\n  author = {{{words[number].capitalize()}, A.}},\n"
            f"  title = {{Title {number}}},\n  date = {{1990}},\n  file = {{{id}}},\n}}\n"
        )
    (folder / "refs" / "works.bib").write_text("\n".join(entries))
    return sentences


def misremembered(words: list[str], chance: random.Random) -> list[str]:
    """The words with one left out, one exchanged, one misspelt and two in another order."""
    made = list(words)
    del made[chance.randrange(len(made))]
    made[chance.randrange(len(made))] = "xyzzy"
    at = chance.randrange(len(made))
    made[at] = made[at][1:] + made[at][:1]
    at = chance.randrange(len(made) - 1)
    made[at], made[at + 1] = made[at + 1], made[at]
    return made


def run(folder: Path, *arguments: str) -> tuple[float, str]:
    """CPU seconds, user and system, of a command, and what it printed."""
    process = subprocess.Popen(
        [CITEKIT, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    printed = process.stdout.read().decode()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, printed


def main() -> None:
    """Make the corpus, ask, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sentences = corpus(folder, options.documents, chance)
        print(f"index made: {run(folder, 'list')[0]:.2f} s")
        rows: dict[str, list[float]] = {"--help": [], "cite": [], "quote": [], "misremembered": []}
        right = {"quote": 0, "misremembered": 0}
        for _ in range(options.runs):
            rows["--help"].append(run(folder, "--help")[0])
            rows["cite"].append(run(folder, "cite", "d0")[0])
            for label in right:
                id, words = chance.choice(sentences)
                asked = words if label == "quote" else misremembered(words, chance)
                seconds, printed = run(folder, "quote", " ".join(asked), "-n", "1", "--json")
                rows[label].append(seconds)
                hits = json.loads(printed)
                right[label] += bool(hits) and hits[0]["document"] == id
    print(
        f"{'CPU seconds, whole process':30} {'median':>7} {'min':>7} {'max':>7}   first and right"
    )
    for label, values in rows.items():
        share = f"{right[label]}/{options.runs}" if label in right else ""
        print(
            f"{label:30} {statistics.median(values):7.3f} {min(values):7.3f} {max(values):7.3f}"
            f"   {share}"
        )


if __name__ == "__main__":
    main()
