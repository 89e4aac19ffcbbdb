"""The derived index: what look-ups read, rebuilt from the files when they changed.

One SQLite file, ``.citekit/index.sqlite``, safe to delete.  It holds each
record, document and resolved passage as JSON, and full-text tables (FTS5)
over works and passages.  It is fresh if name, size and modification time of
every file of the project are those it was built from.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from citekit import __version__
from citekit.errors import CitekitError
from citekit.store.files import private_folder

SCHEMA = 4
#: A new index that is this old, in seconds, was left behind by a killed process.
_ABANDONED = 600
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (position INTEGER PRIMARY KEY, key TEXT, name TEXT, json TEXT);
CREATE TABLE document (id TEXT PRIMARY KEY, key TEXT, name TEXT, stem TEXT,
                       json TEXT) WITHOUT ROWID;
CREATE TABLE passage (position INTEGER PRIMARY KEY, document TEXT, work TEXT, kind TEXT,
                      field TEXT, speaker TEXT, json TEXT);
CREATE TABLE speaker (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE term (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE record_words USING fts5(text, content = '',
                                             tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE passage_words USING fts5(text, content = '',
                                              tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE passage_terms USING fts5vocab(passage_words, row);
"""
#: Made when the tables are full, which is faster.
_INDEXES = """
INSERT INTO term SELECT term FROM passage_terms;
CREATE INDEX record_key ON record (key);
CREATE INDEX record_name ON record (name);
CREATE INDEX document_key ON document (key);
CREATE INDEX document_name ON document (name);
CREATE INDEX document_stem ON document (stem);
CREATE INDEX passage_work ON passage (work, kind);
CREATE INDEX passage_document ON passage (document, kind);
CREATE INDEX passage_kind ON passage (kind);
CREATE INDEX passage_speaker ON passage (speaker) WHERE speaker <> '';
CREATE INDEX passage_field ON passage (field) WHERE field <> '';
"""

#: The words of the documents by blocks of text: what `quote` searches.  The text
#: itself stays in the documents.
_PROSE = """
CREATE TABLE block (number INTEGER PRIMARY KEY, document TEXT, start INTEGER, end INTEGER);
CREATE VIRTUAL TABLE prose USING fts5(text, content = '',
                                      tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE prose_terms USING fts5vocab(prose, 'row');
"""


def fingerprint(files: Iterable[tuple[str, tuple[int, int] | None]]) -> str:
    """Name, size and modification time (ns; None: no such file) of each file, with the
    index's version."""
    parts = [f"citekit {__version__} index {SCHEMA}"]
    for path, stat in files:
        parts.append(f"{path}\t-" if stat is None else f"{path}\t{stat[0]}\t{stat[1]}")
    return "\n".join(parts).encode("utf-8", "backslashreplace").decode()


_DELETE = "delete the folder .citekit; it is made anew"


class DamagedError(CitekitError):
    """The index's file is broken inside; it can be made anew."""


class Index:
    """Read access to an index; close it, or use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of an SQL query; raises DamagedError for a broken file."""
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as cause:
            raise DamagedError(f"the index is damaged: {cause}", hint=_DELETE) from cause


def open_fresh(path: Path, stamp: str) -> Index | None:
    """The index at ``path`` if it is there, whole, and built from files as ``stamp`` says."""
    if not path.is_file():
        return None
    connection = None
    try:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA query_only = ON")
        row = connection.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchone()
    except sqlite3.DatabaseError:
        row = None
    if row and row[0] == stamp and connection is not None:
        return Index(connection)
    if connection is not None:
        connection.close()
    return None


class PassageRow(NamedTuple):
    """A passage for the index: what it is found by, itself as JSON, and its words.

    ``field`` is the key of the record it is evidence for; ``speaker`` (or person) and
    ``words`` are folded for comparison.
    """

    document: str
    work: str
    kind: str
    field: str
    speaker: str
    json: dict[str, Any]
    words: str


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into an index: records as (key, name, JSON, words), documents as
    (id, key, JSON), passages, blocks of the documents' texts as (document, start, end,
    words).  A record's name is the first family name it is cited by."""

    records: Sequence[tuple[str, str, dict[str, Any], str]]
    documents: Sequence[tuple[str, str, dict[str, Any]]]
    passages: Sequence[PassageRow]
    blocks: Iterable[tuple[str, int, int, str]] = ()


def build(path: Path, stamp: str, content: Content) -> Index:
    """Make the index anew and put it at ``path`` in one rename.

    Where the folder cannot be written or the disk is full, the index lives in
    memory for this process alone.
    """
    fresh = path.with_name(f"index.{os.getpid()}.tmp")
    try:
        private_folder(path.parent.parent)
        for leftover in path.parent.glob("index.*.tmp"):
            if time.time() - leftover.stat().st_mtime > _ABANDONED:
                leftover.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(fresh)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            _fill(db, stamp, content)
        fresh.replace(path)
        return Index(sqlite3.connect(path))
    except (OSError, sqlite3.OperationalError):
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        db = sqlite3.connect(":memory:")
        _fill(db, stamp, content)
        return Index(db)


def _fill(db: sqlite3.Connection, stamp: str, content: Content) -> None:
    db.executescript(_TABLES)
    db.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp,))
    db.executemany(
        "INSERT INTO record (key, name, json) VALUES (?, ?, ?)",
        ((key, name, _dump(value)) for key, name, value, _ in content.records),
    )
    db.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
        (
            (id, key, PurePosixPath(id).name, PurePosixPath(id).stem, _dump(value))
            for id, key, value in content.documents
        ),
    )
    db.executemany(
        "INSERT INTO passage (document, work, kind, field, speaker, json)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((*row[:5], _dump(row.json)) for row in content.passages),
    )
    speakers = sorted({row.speaker for row in content.passages if row.speaker})
    db.executemany("INSERT INTO speaker VALUES (?)", ((name,) for name in speakers))
    for table, words in (
        ("record_words", (row[3] for row in content.records)),
        ("passage_words", (row.words for row in content.passages)),
    ):
        query = f"INSERT INTO {table} (rowid, text) VALUES (?, ?)"
        db.executemany(query, enumerate(words, start=1))
    db.executescript(_INDEXES)
    _fill_prose(db, content.blocks)
    db.commit()


def _fill_prose(db: sqlite3.Connection, blocks: Iterable[tuple[str, int, int, str]]) -> None:
    """The tables that the words of documents are looked up in."""
    db.executescript(_PROSE)
    for number, (document, start, end, words) in enumerate(blocks, start=1):
        db.execute("INSERT INTO block VALUES (?, ?, ?, ?)", (number, document, start, end))
        db.execute("INSERT INTO prose (rowid, text) VALUES (?, ?)", (number, words))


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
