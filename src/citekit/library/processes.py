"""Scanning in several processes.

Each document is scanned alone, so that what is found does not depend on how many
processes there are.
"""

from __future__ import annotations

import copyreg
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from types import MappingProxyType
from typing import Any

from citekit.errors import CitekitError
from citekit.find.scan import Scanner
from citekit.library.scanners import Task, passages_in, scanner_of
from citekit.model import Passage, Work

#: At most so many documents go to a process at a time; a process gets documents so many
#: times at least.
_AT_ONCE, _TURNS = 16, 4


def _frozen(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# Works have mappings that cannot be changed, which pickle does not know.
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def findings(
    tasks: Sequence[Task],
    works: Sequence[Work],
    key_pattern: str,
    jobs: int,
) -> Iterator[list[Passage]]:
    """What the finders find in each document, in the order of the documents, by ``jobs``
    processes, or as many as there are processors with 0.

    Raises CitekitError if the system ended one of them.
    """
    jobs = min(jobs or _processors(), len(tasks))
    at_once = max(1, min(_AT_ONCE, len(tasks) // (_TURNS * jobs)))
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(works,))
    try:
        results = pool.map(partial(_found, key_pattern), tasks, chunksize=at_once)
        yield from results
    except BrokenProcessPool as error:
        raise CitekitError(
            "the system ended a process that scanned", hint="--jobs 1 needs the least memory"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


#: The scanner of a process that scans.
_scanner: Scanner


def _begin(works: Sequence[Work]) -> None:
    """Make the scanner of this process; an interruption is the first process's to tell."""
    global _scanner
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _scanner = scanner_of(works)


def _found(key_pattern: str, task: Task) -> list[Passage]:
    return passages_in(task, _scanner, key_pattern)
