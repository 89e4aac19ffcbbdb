"""The corpus's files: which they are, and their documents."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.errors import ReadError, Where

if TYPE_CHECKING:
    from citekit.model import Document

#: Folders that never hold documents.
_SKIPPED = frozenset({"node_modules", "__pycache__", "demo-output"})
#: What stands for more than one name in a pattern.
_WILD = re.compile(r"[*?\[]")


def document_ids(root: Path, patterns: Sequence[str]) -> list[str]:
    """The documents' ids: paths relative to ``root``, forward slashes, sorted.

    Patterns are those of :meth:`pathlib.Path.glob`; one that begins with
    ``!`` takes files away again.  Hidden files and folders are left out.
    """
    wanted: set[str] = set()
    for pattern in patterns:
        if pattern.startswith("!"):
            wanted -= {id for id in wanted if Path(id).match(pattern[1:]) or _under(id, pattern)}
        else:
            wanted.update(_matching(root, pattern))
    return sorted(wanted)


def _under(id: str, pattern: str) -> bool:
    folder = pattern[1:].removesuffix("**").removesuffix("*").rstrip("/")
    return bool(folder) and id.startswith(folder + "/")


def _matching(root: Path, pattern: str) -> Iterator[str]:
    for path in root.glob(pattern):
        id = path.relative_to(root).as_posix()
        parts = id.split("/")
        if any(part.startswith(".") or part in _SKIPPED for part in parts):
            continue
        if path.is_file():
            yield id


def folders(root: Path, patterns: Sequence[str]) -> Iterator[Path]:
    """Every folder in which a file could come or go that the patterns find; hidden ones
    are left out."""
    for pattern in patterns:
        if pattern.startswith("!"):
            continue
        parts = pattern.split("/")
        fixed = len(list(takewhile(lambda part: not _WILD.search(part), parts[:-1])))
        base = root.joinpath(*parts[:fixed])
        yield base
        if fixed < len(parts) - 1:
            for folder, inside, _ in os.walk(base):
                inside[:] = [
                    name for name in inside if name not in _SKIPPED and not name.startswith(".")
                ]
                yield from (Path(folder, name) for name in inside)


def read_document(root: Path, id: str) -> Document:
    """The document ``id``; raises ReadError if it cannot be read or is not UTF-8."""
    from citekit.corpus.documents import extract  # look-ups read the index

    try:
        data = (root / id).read_bytes()
    except OSError as problem:
        raise ReadError(
            f"cannot read the document: {os.strerror(problem.errno or 0)}",
            Where(id),
            "restore the file, or change `documents` in citekit.toml",
        ) from None
    return extract(data, id)
