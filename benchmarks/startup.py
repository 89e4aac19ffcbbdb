"""CPU time, user and system, of whole look-up processes.

    python -m benchmarks.startup [--runs 9]

Each command runs on the seed project with a warm index, and with the compiled code that
Python keeps of what it has run before.  Where papis is on the
PATH, ``papis list`` runs in turn with them for comparison.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = "001_14cf3669de14d582"


def commands() -> dict[str, list[str]]:
    """Label → command line."""
    citekit = str(Path(sys.executable).with_name("citekit"))
    found = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "citekit --help": [citekit, "--help"],
        "citekit cites waltz1959 --json": [citekit, "cites", "waltz1959", "--json"],
        f"citekit works {DOCUMENT}": [citekit, "works", DOCUMENT],
    }
    papis = shutil.which("papis")
    if papis:
        found["papis list --all"] = [papis, "list", "--all"]
    return found


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command, children included."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Run the commands in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    found = commands()
    for command in found.values():
        cpu_seconds(command)
    times: dict[str, list[float]] = {label: [] for label in found}
    for _ in range(runs):
        for label, command in found.items():
            times[label].append(cpu_seconds(command))
    print(f"{'CPU seconds, whole process':42} {'median':>7} {'min':>7} {'max':>7}")
    for label, values in times.items():
        median = statistics.median(values)
        print(f"{label:42} {median:7.3f} {min(values):7.3f} {max(values):7.3f}")


if __name__ == "__main__":
    main()
