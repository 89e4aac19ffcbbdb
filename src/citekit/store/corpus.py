"""The corpus's files: which they are, and their documents."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from glob import glob
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.errors import ReadError, Where
from citekit.store.inclusions import Inclusions

if TYPE_CHECKING:
    from citekit.model import Document

#: Folders that never hold documents.
_SKIPPED = frozenset({"node_modules", "__pycache__", "demo-output"})
#: What stands for more than one name in a pattern.
_WILD = re.compile(r"[*?\[]")


def document_ids(root: Path, patterns: Sequence[str], exclude: Sequence[str] = ()) -> list[str]:
    """The documents' ids: paths relative to ``root``, forward slashes, sorted.

    Patterns are those of :meth:`pathlib.Path.glob`; one that begins with
    ``!`` takes files away again, ``exclude`` those that :func:`is_excluded`.  Hidden files
    and folders are left out.  A file that symbolic links give other names is there once: by
    its own name if the patterns find it, else by the first one.
    """
    names: dict[tuple[int, int], list[str]] = {}
    for id in _chosen(root, patterns, exclude):
        require_locale(id)
        try:
            found = os.stat(root / id)  # noqa: PTH116 - a path a file is slow
        except (OSError, ValueError):
            continue
        if stat.S_ISREG(found.st_mode):
            names.setdefault((found.st_dev, found.st_ino), []).append(id)
    if all(len(ids) == 1 for ids in names.values()):
        return [id for ids in names.values() for id in ids]
    return sorted(id for ids in names.values() for id in _without_links(root, ids))


def require_locale(name: str) -> None:
    """Raise ReadError for a file's name in UTF-8 that the locale's encoding of file names
    cannot hold: it would be taken for another file."""
    encoding = sys.getfilesystemencoding()
    if encoding == "utf-8" or name.isascii():
        return
    try:
        shown = os.fsencode(name).decode()
    except UnicodeError:
        return
    if shown != name and not name.isprintable():
        raise ReadError(
            f"file names are in UTF-8, and this locale has {encoding}",
            Where(shown),
            "set PYTHONUTF8=1, or LC_ALL=C.UTF-8",
        )


def _without_links(root: Path, ids: Sequence[str]) -> Sequence[str]:
    """The names of one file without those that lead to another one of them; hard links
    are files of their own."""
    if len(ids) == 1:
        return ids
    top = os.path.realpath(root)
    named: dict[str, str] = {}
    for id in ids:
        real = os.path.realpath(root / id)
        if os.path.join(top, *id.split("/")) == real:  # noqa: PTH118 - the same
            named[real] = id
        else:
            named.setdefault(real, id)
    return list(named.values())


def is_excluded(id: str, exclude: Sequence[str]) -> bool:
    """Whether a pattern leaves out a file, or a folder whose path ends with a slash.

    Patterns are those of git (gitignore(5)), without ``!``: a name alone stands for files and
    folders of this name anywhere, one with a slash before or in it for a path from the
    project's folder, one with a slash at its end for folders; of folders everything is left
    out.
    """
    return bool(exclude) and _exclusion(tuple(exclude)).fullmatch(id) is not None


@cache
def _exclusion(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_left_out, patterns)))


def _left_out(pattern: str) -> str:
    """The regular expression of what such a pattern leaves out."""
    path = pattern.replace("\\", "/").rstrip("/")
    anywhere = "" if "/" in path else "(?:[^/]+/)*"
    below = "/.*" if pattern.endswith("/") else "(?:/.*)?"
    return anywhere + _expression(path.lstrip("/")) + below


def broken_links(root: Path, patterns: Sequence[str], exclude: Sequence[str] = ()) -> list[str]:
    """What would be a document, but is a symbolic link to nothing; as ids, sorted."""
    return [
        id
        for id in _chosen(root, patterns, exclude)
        if (root / id).is_symlink() and not (root / id).exists()
    ]


def idle_patterns(root: Path, patterns: Sequence[str]) -> list[str]:
    """The patterns that find no file at all; those that take files away are none."""
    return [
        pattern
        for pattern in patterns
        if not pattern.startswith("!")
        and not any(_is_file(root, id) for id in _matching(root, pattern))
    ]


def _is_file(root: Path, id: str) -> bool:
    return os.path.isfile(root / id)  # noqa: PTH113 - a path a file is slow


def _chosen(root: Path, patterns: Sequence[str], exclude: Sequence[str]) -> list[str]:
    """The ids of what the patterns find, files or not."""
    wanted: set[str] = set()
    for pattern in patterns:
        if pattern.startswith("!"):
            wanted -= {id for id in wanted if Path(id).match(pattern[1:]) or _under(id, pattern)}
        else:
            wanted.update(_matching(root, pattern, exclude))
    return sorted(wanted)


def _under(id: str, pattern: str) -> bool:
    folder = pattern[1:].removesuffix("**").removesuffix("*").rstrip("/")
    return bool(folder) and id.startswith(folder + "/")


def _matching(root: Path, pattern: str, exclude: Sequence[str] = ()) -> Iterator[str]:
    below = "**" in pattern
    names = _below(root, pattern, exclude) if below else glob(pattern, root_dir=root)  # noqa: PTH207 - the same
    for name in names:
        id = name.replace(os.sep, "/")
        if _is_shown(id) and not is_excluded(id, exclude):
            yield id


def _is_shown(id: str) -> bool:
    return "/." not in f"/{id}" and _SKIPPED.isdisjoint(id.split("/"))


def _below(root: Path, pattern: str, exclude: Sequence[str]) -> Iterator[str]:
    """What a pattern with ``**`` finds; folders that hold no documents, and links to
    folders, are not entered."""
    head, _, _ = pattern.partition("**")
    head = head.rpartition("/")[0] if not set("*?[") & set(head) else ""
    wanted = re.compile(_expression(pattern))
    for folder, folders, files in os.walk(root / head):
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        folders[:] = [
            name
            for name in folders
            if _is_shown(name) and not is_excluded(f"{prefix}{name}/", exclude)
        ]
        yield from (prefix + name for name in files if wanted.fullmatch(prefix + name))


@cache
def _expression(pattern: str) -> str:
    """The regular expression of a pattern: ``**`` stands for any folders, ``*`` and
    ``?`` for no slash."""
    parts = pattern.replace("\\", "/").split("/")
    found = ""
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            found += "(?:[^/]+/)*" + ("[^/]+" if last else "")
        else:
            found += _SIGN.sub(_sign, part) + ("" if last else "/")
    return found


_SIGN = re.compile(r"\*|\?|\[(?P<not>!?)(?P<chars>\]?[^\]]*)\]|.", re.DOTALL)


def _sign(found: re.Match[str]) -> str:
    if found["chars"] is not None:
        chars = found["chars"].replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^")
        return f"[{'^' if found['not'] else ''}{chars}]"
    return {"*": "[^/]*", "?": "[^/]"}.get(found[0], re.escape(found[0]))


def folders(root: Path, patterns: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """Every folder in which a file could come or go that the patterns find; hidden ones, and
    those that are excluded, are left out."""
    for pattern in patterns:
        if pattern.startswith("!"):
            continue
        parts = pattern.split("/")
        fixed = len(list(takewhile(lambda part: not _WILD.search(part), parts[:-1])))
        base = root.joinpath(*parts[:fixed])
        yield base
        if fixed < len(parts) - 1:
            for folder, inside, _ in os.walk(base):
                below = os.path.relpath(folder, root).replace(os.sep, "/")
                prefix = "" if below == "." else below + "/"
                inside[:] = [
                    name
                    for name in inside
                    if _is_shown(name) and not is_excluded(f"{prefix}{name}/", exclude)
                ]
                yield from (Path(folder, name) for name in inside)


def read_document(root: Path, id: str, inclusions: Inclusions | None = None) -> Document:
    """The document ``id``; raises ReadError if it cannot be read.  ``inclusions`` are those of
    the project, for many documents to share."""
    from citekit.corpus.documents import extract  # look-ups read the index

    try:
        data = (root / id).read_bytes()
    except OSError as problem:
        raise ReadError(
            f"cannot read the document: {os.strerror(problem.errno or 0)}",
            Where(id),
            "restore the file, or change `documents` in citekit.toml",
        ) from None
    return extract(data, id, (inclusions or Inclusions(root)).context(id, data))
