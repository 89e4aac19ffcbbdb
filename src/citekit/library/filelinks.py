"""The ``file`` field of a record: which documents it may name, and one of them renamed.

It holds a path, or several separated by ``;``, each plain or as JabRef writes it,
``description:path:type``, with a backslash before what does not separate.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from citekit.store.catalogue import Record

_BETWEEN_LINKS = re.compile(r"(?<!\\);")
#: What is no path in a project: an address, an absolute path of Windows, a home folder.
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\\\\|~")
_BETWEEN_PARTS = re.compile(r"(?<!\\):")


class Link(NamedTuple):
    """What a ``file`` field may name: a path, the folder it begins at, and the id that
    the document then has."""

    path: str
    base: Path
    id: str


def possible_links(root: Path, record: Record) -> Iterator[Link]:
    """What a record's ``file`` field may name, the likeliest first."""
    value = record.work.extra.get("file", "")
    for path in [value, *file_links(value)] if value else []:
        for base in (root, (root / record.file).parent):
            id = os.path.relpath(base / path, root)
            if not id.startswith(".."):
                yield Link(path, base, Path(id).as_posix())


def possible_documents(root: Path, record: Record) -> Iterator[str]:
    """The ids that a document may have which a record's ``file`` field names, the
    likeliest first; last what symbolic links among them lead to."""
    ids = [link.id for link in possible_links(root, record)]
    yield from ids
    for id in ids:
        if os.path.islink(root / id):  # noqa: PTH114 - a path a file is slow
            target = os.path.relpath(os.path.realpath(root / id), os.path.realpath(root))
            yield Path(target).as_posix()


def file_links(value: str) -> list[str]:
    """The paths of a ``file`` field."""
    found = (_unescaped(_path(part)) for part in _BETWEEN_LINKS.split(value))
    return [path for path in found if path]


def own_paths(root: Path, record: Record) -> list[str]:
    """The paths of a ``file`` field that stand there plain and are in the project's folder:
    no attachments of another program, elsewhere on somebody's disk."""
    paths = (
        _unescaped(part.strip())
        for part in _BETWEEN_LINKS.split(record.work.extra.get("file", ""))
        if len(_BETWEEN_PARTS.split(part.strip())) != 3
    )
    within = {link.path for link in possible_links(root, record)}
    return [path for path in paths if path in within and not _ELSEWHERE.match(path)]


def relinked(value: str, old: str, new: str) -> str:
    """A ``file`` field with the path ``new`` in the place of ``old``, one of its paths;
    the rest stays."""
    if value == old:
        return escaped(new)
    parts = _BETWEEN_LINKS.split(value)
    for number, part in enumerate(parts):
        path = _path(part)
        if path and _unescaped(path) == old:
            pieces = _BETWEEN_PARTS.split(part)
            if len(pieces) == 3:
                parts[number] = ":".join((pieces[0], escaped(new), pieces[2]))
            else:
                parts[number] = part.replace(path, escaped(new))
            break
    return ";".join(parts)


def escaped(path: str) -> str:
    """A path as it stands in a ``file`` field."""
    return re.sub(r"([\\:;])", r"\\\1", path)


def _path(part: str) -> str:
    """The path of one link, as it is written."""
    pieces = _BETWEEN_PARTS.split(part.strip())
    return pieces[1] if len(pieces) == 3 else part.strip()


def _unescaped(path: str) -> str:
    return re.sub(r"\\([\\:;_])", r"\1", path)
