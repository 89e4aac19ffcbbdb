"""What the finders found in each document, kept beside the index.

One SQLite file, ``.citekit/found.sqlite``, safe to delete: a row a document, with a
digest of all that its findings depend on, and their lines (:mod:`citekit.store.annotations`),
compressed.  Where it cannot be read or written nothing is kept, and nothing is said.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Collection, Sequence
from pathlib import Path

from citekit.model import Passage
from citekit.store.annotations import read_line, write_line
from citekit.store.files import private_folder

NAME = "found.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS found (document PRIMARY KEY, digest, lines) WITHOUT ROWID"
#: Seconds between two saves, and for which one process waits for another's.
_PAUSE, _PATIENCE = 1.0, 5.0
_FAILURES = (OSError, sqlite3.Error)


class Found:
    """The findings of earlier scans of the project in ``root``; close it."""

    def __init__(self, root: Path) -> None:
        self._db: sqlite3.Connection | None = None
        self._digests: dict[str, str] = {}
        self._new: list[tuple[str, str, bytes]] = []
        self._saved = time.monotonic()
        path = root / ".citekit" / NAME
        try:
            self._open(private_folder(root) / NAME)
        except sqlite3.DatabaseError as failure:
            self.close()
            if not isinstance(failure, sqlite3.OperationalError):  # no database, or a broken one
                path.unlink(missing_ok=True)
        except OSError:
            self.close()

    def _open(self, path: Path) -> None:
        self._db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(_TABLE)
        self._digests = dict(self._db.execute("SELECT document, digest FROM found"))

    def get(self, document: str, digest: str) -> list[Passage] | None:
        """What was found in a document, if all that it depends on is as it was."""
        if self._db is None or self._digests.get(document) != digest:
            return None
        try:
            query = "SELECT lines FROM found WHERE document = ? AND digest = ?"
            ((packed,),) = self._db.execute(query, (document, digest))
            lines = zlib.decompress(packed).decode("utf-8").split("\n")
        except (*_FAILURES, ValueError, zlib.error):
            return None
        passages = [read_line(line) for line in lines if line]
        return None if None in passages else [each for each in passages if each is not None]

    def put(self, document: str, digest: str, passages: Sequence[Passage]) -> None:
        """Keep what was found in a document, from the next save on."""
        if self._db is None:
            return
        lines = "".join(write_line(each) for each in passages)
        self._new.append((document, digest, zlib.compress(lines.encode("utf-8"), 1)))
        if time.monotonic() - self._saved > _PAUSE:
            self.save()

    def save(self) -> None:
        """Save what is new."""
        rows, self._new, self._saved = self._new, [], time.monotonic()
        self._do("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)

    def keep_only(self, documents: Collection[str]) -> None:
        """Forget what was found in other documents."""
        gone = [(document,) for document in self._digests if document not in documents]
        self._do("DELETE FROM found WHERE document = ?", gone)

    def _do(self, command: str, rows: Sequence[tuple[object, ...]]) -> None:
        """A command for all rows, or for none."""
        if self._db is None or not rows:
            return
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._db.executemany(command, rows)
        except _FAILURES:
            return

    def close(self) -> None:
        """Save what is new, and close the file."""
        self.save()
        if self._db is not None:
            self._db.close()
        self._db = None
