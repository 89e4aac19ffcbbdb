"""The documents that cite works by their keys, for those who change the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from citekit.library.project import Project


class Citing(NamedTuple):
    """A document that cites a work by its key: where first, as file, line and column, and
    how often."""

    document: str
    line: int
    column: int
    key: str
    times: int


def citing(project: Project, keys: Collection[str]) -> Iterator[Citing]:
    """The documents that cite these keys (``@key``, ``\\cite{key}``), in order; only those
    whose file has one of the keys are read."""
    texts = project.state().texts
    for id in texts.names:
        try:
            content = (project.root / id).read_bytes()
        except OSError:
            continue
        if not any(_held(key, content) for key in keys):
            continue
        text = texts.get(id)
        if text is None:
            continue
        for key in keys:
            found = [span.start for span in text.document.keys if span.key == key]
            if found:
                line, column = text.lines.place(min(found))
                yield Citing(id, line, column, key, len(found))


def _held(key: str, content: bytes) -> bool:
    """Whether a file may hold a key; in which encoding it is, is not known."""
    return any(key.encode(name) in content for name in ("utf-8", "utf-16-le", "utf-16-be")) or (
        not key.isascii()
    )
