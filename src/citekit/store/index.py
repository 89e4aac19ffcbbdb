"""The derived index: what look-ups read, kept up to date with the files.

One SQLite file, ``.citekit/index.sqlite``, safe to delete.  It holds each record,
document and resolved passage, full-text tables (FTS5) over works, passages and the
words of the documents, and what the files were that it was made from.

The file never changes: a new or an updated index is written beside it and renamed over
it.  So a process may read the one it opened while another puts a new one in its place,
and what a killed process leaves is never read.  :mod:`citekit.store.indexwriting` fills it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from citekit import __version__
from citekit.errors import CitekitError
from citekit.store.files import private_folder

SCHEMA = 14
#: What an index is for: its words are folded by Python's Unicode tables and cut by
#: SQLite's tokenizer.
VERSION = "citekit {} index {} python {}.{} sqlite {}".format(
    __version__, SCHEMA, *sys.version_info[:2], sqlite3.sqlite_version
)
#: A new index that is this old, in seconds, was left behind by a killed process.
_ABANDONED = 600
#: Kibibytes of the file that a connection keeps in memory.
_CACHE = 32_000

#: Size, modification and status change time (ns) of a file; None: no such file.
Stat: TypeAlias = "tuple[int, int, int] | None"


class FileState(NamedTuple):
    """A file that an index was made from.

    ``path`` is relative to the project's root; ``digest`` is the SHA-256, in hex, of its
    bytes, empty where nobody needs it; ``used`` is false for a document that cannot be
    read.
    """

    path: str
    stat: Stat
    digest: str = ""
    used: bool = True


class DamagedError(CitekitError):
    """The index's file is broken inside; it can be made anew."""


DELETE = "delete the folder .citekit; it is made anew"


class Index:
    """Read access to an index; close it, or use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of an SQL query; raises DamagedError for a broken file."""
        try:
            return self.db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as cause:
            raise DamagedError(f"the index is damaged: {cause}", hint=DELETE) from cause

    @cached_property
    def files(self) -> Mapping[str, FileState]:
        """The files that it was made from, by path."""
        query = "SELECT path, size, mtime, ctime, digest, used FROM file"
        found = {}
        for name, size, mtime, ctime, digest, used in self.rows(query):
            path = os.fsdecode(name)
            stat = None if size is None else (size, mtime, ctime)
            found[path] = FileState(path, stat, digest, bool(used))
        return found

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The documents that could not be read."""
        return tuple(path for path, file in self.files.items() if not file.used)

    @cached_property
    def in_file(self) -> bool:
        """Whether it is in a file, and not in this process alone."""
        return bool(self.rows("PRAGMA database_list")[0][2])

    @cached_property
    def token(self) -> str:
        """What no other index has."""
        return str(self.rows("SELECT value FROM meta WHERE name = 'token'")[0][0])


def open_index(path: Path) -> Index | None:
    """The index at ``path`` if it is there, whole, and for this version."""
    if not path.is_file():
        return None
    connection = None
    try:
        connection = _connect(path)
        row = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        if row and row[0] == VERSION:
            return Index(connection)
    except sqlite3.DatabaseError:
        pass
    if connection is not None:
        connection.close()
    return None


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that does not change."""
    name = os.fspath(path.absolute()).replace(os.sep, "/")
    for char in "%?#":  # what means something in an SQLite URI
        name = name.replace(char, f"%{ord(char):02x}")
    db = sqlite3.connect(f"file:{name}?immutable=1", uri=True)
    db.execute(f"PRAGMA cache_size = -{_CACHE}")
    return db


def write(path: Path, fill: Callable[[sqlite3.Connection], None], base: Index | None) -> Index:
    """Let ``fill`` make or, with ``base``, change an index, and put it at ``path`` in one
    rename.

    Where the folder cannot be written or the disk is full, the index lives in memory for
    this process alone, and ``fill`` is called again.  ``base`` is closed.  What ``fill``
    raises is raised, and what was at ``path`` stays.
    """
    try:
        return _written(path, fill, base)
    finally:
        if base is not None:
            base.close()


def _written(path: Path, fill: Callable[[sqlite3.Connection], None], base: Index | None) -> Index:
    fresh = path.with_name(f"index.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        private_folder(path.parent.parent)
        for leftover in path.parent.glob("index.*.tmp"):
            if time.time() - leftover.stat().st_mtime > _ABANDONED:
                leftover.unlink(missing_ok=True)
        with contextlib.closing(_copied(path, fresh, base)) as db:
            fill(db)
            _seal(db)
        return _moved(fresh, path, base)
    except (OSError, sqlite3.OperationalError):
        memory = sqlite3.connect(":memory:")
        if base is not None:
            base.db.backup(memory)
        fill(memory)
        _seal(memory)
        return Index(memory)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _moved(fresh: Path, path: Path, base: Index | None) -> Index:
    """The new index at its place, or in memory where another process keeps that busy."""
    if base is not None:
        base.close()  # some systems replace no file that is open
    try:
        fresh.replace(path)
        return Index(_connect(path))
    except OSError:
        memory = sqlite3.connect(":memory:")
        with contextlib.closing(sqlite3.connect(fresh)) as db:
            db.backup(memory)
        return Index(memory)


def _copied(path: Path, fresh: Path, base: Index | None) -> sqlite3.Connection:
    """A new file that holds what ``base`` holds."""
    if base is not None and base.in_file and path.is_file():
        from shutil import copyfile  # by the system, several times faster than by pages

        copyfile(path, fresh)
    db = sqlite3.connect(fresh)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    if base is not None and not _is_copy(db, base):
        base.db.backup(db)
    return db


def _is_copy(db: sqlite3.Connection, base: Index) -> bool:
    """Whether the copied file is the index that was opened, and not a newer one."""
    try:
        row = db.execute("SELECT value FROM meta WHERE name = 'token'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(row) and row[0] == base.token


def _seal(db: sqlite3.Connection) -> None:
    """Say which index it is, and save it."""
    values = {"version": VERSION, "token": os.urandom(8).hex()}
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())
    db.commit()
