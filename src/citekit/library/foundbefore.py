"""What earlier scans found, for documents of which nothing has changed since.

A scan goes on where an interrupted one ended, and one of texts that were scanned before
reads no text anew.  What is found in a document depends on its text and markup, on the
work that it is itself, on all works of the catalogue, on the pattern of keys and on
citekit's own files; all of it is in the digest.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from citekit import __version__
from citekit.library.scanners import Task
from citekit.model import Passage, Work
from citekit.store.data import package
from citekit.store.found import Found


class FoundBefore:
    """What earlier scans of a project found; a context manager, which saves at its end."""

    def __init__(self, root: Path, works: Iterable[Work], key_pattern: str) -> None:
        self._found = Found(root)
        basis = sha256(f"{_program()}\n{key_pattern}\n".encode())
        for work in works:
            basis.update(_bytes(work))
        self._basis = basis.hexdigest()

    def __enter__(self) -> FoundBefore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._found.close()

    def get(self, task: Task) -> list[Passage] | None:
        """What is found in a document, if that is known."""
        return self._found.get(task.document.id, self._digest(task))

    def put(self, task: Task, passages: Sequence[Passage]) -> None:
        """Keep what was found in a document."""
        self._found.put(task.document.id, self._digest(task), passages)

    def keep_only(self, documents: Collection[str]) -> None:
        """Forget what was found in other documents."""
        self._found.keep_only(documents)

    def _digest(self, task: Task) -> str:
        one = task.document
        marked = one.id, one.digest, one.extractor, one.keys, one.links, one.markup, task.own
        return sha256(self._basis.encode() + _bytes(marked)).hexdigest()


def _bytes(value: object) -> bytes:
    """A value of plain ones, as bytes that are the same in every process."""
    return repr(value).encode("utf-8", "surrogatepass")


@cache
def _program() -> str:
    """What the finders are: version, Python's, and sizes and times of citekit's files."""
    files = sorted(path for path in package().rglob("*") if path.suffix in (".py", ".xz"))
    stats = [(path.name, (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files]
    return f"{__version__} {sys.version_info[:2]} {stats}"
