"""Filling and changing the derived index.

Rows are numbered in the order of the files, with room between the numbers, so that what
changed in the middle of a file goes where it would be had everything been indexed anew.
The full-text tables hold no text: what was put into one must be named again to be taken
out of it.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from citekit.store.chunks import Chunk
from citekit.store.index import FileState

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE file (path BLOB PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER,
                   digest TEXT, used INTEGER) WITHOUT ROWID;
CREATE TABLE record (position INTEGER PRIMARY KEY, file TEXT, key TEXT, name TEXT,
                     document TEXT, links TEXT, json TEXT);
CREATE TABLE entry (position INTEGER PRIMARY KEY, line INTEGER, gap INTEGER, size INTEGER);
CREATE TABLE document (id TEXT PRIMARY KEY, number INTEGER, key TEXT, name TEXT, stem TEXT,
                       characters INTEGER, passages INTEGER) WITHOUT ROWID;
CREATE TABLE passage (position INTEGER PRIMARY KEY, id TEXT, document TEXT, work TEXT,
                      kind TEXT, field TEXT, speaker TEXT, anchor TEXT, status TEXT,
                      json TEXT);
CREATE TABLE chunk (position INTEGER PRIMARY KEY, step INTEGER, lines INTEGER, size INTEGER,
                    digest BLOB);
CREATE TABLE speaker (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE term (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE block (number INTEGER PRIMARY KEY, document TEXT, start INTEGER, end INTEGER);
CREATE TABLE document_text (name TEXT PRIMARY KEY, text BLOB);
CREATE TABLE catalogue_text (name TEXT PRIMARY KEY, text BLOB);
CREATE VIRTUAL TABLE record_words USING fts5(text, content = '', {cut});
CREATE VIRTUAL TABLE passage_words USING fts5(text, content = '', columnsize = 0, {cut});
CREATE VIRTUAL TABLE passage_terms USING fts5vocab(passage_words, row);
CREATE VIRTUAL TABLE prose USING fts5(text, content = '', {cut});
CREATE VIRTUAL TABLE prose_terms USING fts5vocab(prose, row);
"""
_CUT = 'tokenize = "unicode61 remove_diacritics 2"'
#: Made when the tables are full, which is faster.
_INDEXES = """
CREATE UNIQUE INDEX passage_id ON passage (id);
CREATE INDEX record_key ON record (key);
CREATE INDEX record_name ON record (name);
CREATE INDEX record_file ON record (file);
CREATE INDEX record_links ON record (position) WHERE links <> '';
CREATE INDEX block_document ON block (document);
CREATE INDEX document_key ON document (key);
CREATE INDEX document_name ON document (name);
CREATE INDEX document_stem ON document (stem);
CREATE INDEX passage_work ON passage (work, kind);
CREATE INDEX passage_document ON passage (document, kind);
CREATE INDEX passage_kind ON passage (kind);
CREATE INDEX passage_speaker ON passage (speaker) WHERE speaker <> '';
CREATE INDEX passage_anchor ON passage (anchor) WHERE anchor <> 'exact';
CREATE INDEX passage_status ON passage (status) WHERE status <> 'reviewed';
CREATE INDEX passage_field ON passage (field) WHERE field <> '';
INSERT INTO term SELECT term FROM passage_terms;
INSERT OR IGNORE INTO speaker SELECT speaker FROM passage WHERE speaker <> '';
"""
#: Finds the terms of new words as the table of words cuts them.
_TERMS = """
CREATE VIRTUAL TABLE temp.new_words USING fts5(text, content = '', {cut});
CREATE VIRTUAL TABLE temp.new_terms USING fts5vocab(temp, new_words, row);
"""
_COUNT = "(SELECT count(*) FROM passage WHERE document = id)"


class RecordRow(NamedTuple):
    """A record for the index.

    ``name`` is the first family name it is cited by, ``document`` the text it describes,
    ``links`` the names of texts it may describe, as JSON or empty, ``json`` the view
    without line and document.  ``line`` is where it stands in ``file``, ``gap`` how many
    characters stand between the entry before it and its own ``size`` ones.
    """

    position: int
    file: str
    key: str
    name: str
    document: str
    links: str
    json: str
    line: int
    gap: int
    size: int
    words: str


class PassageRow(NamedTuple):
    """A passage for the index: what it is found by, its view as JSON, and its words.

    ``field`` is the key of the record it is evidence for; ``speaker`` (or person) and
    ``words`` are folded for comparison; ``anchor`` is how it stands.
    """

    position: int
    id: str
    document: str
    work: str
    kind: str
    field: str
    speaker: str
    anchor: str
    status: str
    json: str
    words: str


class DocumentRow(NamedTuple):
    """A document: ``number`` is that of its first block, ``blocks`` their spans."""

    id: str
    number: int
    key: str
    text: str
    blocks: Sequence[tuple[int, int]]


class Writer:
    """Changes of an index that is open for writing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._indexed = True
        self._new_words: list[str] = []
        self._counted: set[str] = set()

    def create(self) -> None:
        """Make the tables; :meth:`finish` makes the rest."""
        self.db.executescript(_TABLES.format(cut=_CUT))
        self._indexed = False

    def finish(self) -> None:
        """Make or bring up to date what depends on several rows."""
        if not self._indexed:
            self.db.executescript(_INDEXES)
            self.db.execute(f"UPDATE document SET passages = {_COUNT}")
            return
        self.db.executemany(
            f"UPDATE document SET passages = {_COUNT} WHERE id = ?",
            ((id,) for id in self._counted),
        )
        if self._new_words:
            self.db.executescript(_TERMS.format(cut=_CUT))
            query = "INSERT INTO new_words (rowid, text) VALUES (?, ?)"
            self.db.executemany(query, enumerate(self._new_words, start=1))
            self.db.execute("INSERT OR IGNORE INTO term SELECT term FROM new_terms")

    def note(self, name: str, value: str | None) -> None:
        """Keep something about the index as a whole, or forget it."""
        self.db.execute("DELETE FROM meta WHERE name = ?", (name,))
        if value is not None:
            self.db.execute("INSERT INTO meta VALUES (?, ?)", (name, value))

    def put_files(self, files: Iterable[FileState]) -> None:
        """Say what all the files are that it is made from."""
        self.db.execute("DELETE FROM file")
        self.db.executemany(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)",
            (
                (os.fsencode(path), *(stat or (None,) * 3), digest, used)
                for path, stat, digest, used in files
            ),
        )

    # --- records ------------------------------------------------------------------

    def put_records(self, rows: Sequence[RecordRow]) -> None:
        """Add records."""
        self.db.executemany(
            "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)", (row[:7] for row in rows)
        )
        self.db.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?)", ((row[0], *row[7:10]) for row in rows)
        )
        self._put_words("record_words", ((row.position, row.words) for row in rows))

    def drop_records(self, words: Sequence[tuple[int, str]]) -> None:
        """Remove the records at these positions, which have these words."""
        for table in ("record", "entry"):
            self._drop(table, "position", words)
        self._drop_words("record_words", words)

    def place_records(self, pairs: Iterable[tuple[str, int]]) -> None:
        """Say which documents records describe, by position."""
        self.db.executemany("UPDATE record SET document = ? WHERE position = ?", pairs)

    def move_entries(self, rows: Iterable[tuple[int, int, int, int]]) -> None:
        """Say where entries stand now: line, gap and size, by position."""
        self.db.executemany("UPDATE entry SET line = ?, gap = ?, size = ? WHERE position = ?", rows)

    def put_catalogue_text(self, name: str, text: str | None) -> None:
        """Keep the text of a .bib file, or forget it."""
        self._put_text("catalogue_text", name, text)

    def _put_text(self, table: str, name: str, text: str | None) -> None:
        self.db.execute(f"DELETE FROM {table} WHERE name = ?", (name,))
        if text is not None:
            data = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
            self.db.execute(f"INSERT INTO {table} VALUES (?, ?)", (name, data))

    # --- documents ----------------------------------------------------------------

    def put_document(self, row: DocumentRow) -> None:
        """Add a document, and the words of its blocks."""
        path = PurePosixPath(row.id)
        self.db.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, 0)",
            (row.id, row.number, row.key, path.name, path.stem, len(row.text)),
        )
        self._counted.add(row.id)
        numbered = list(enumerate(row.blocks, start=row.number))
        self.db.executemany(
            "INSERT INTO block VALUES (?, ?, ?, ?)",
            ((number, row.id, *span) for number, span in numbered),
        )
        words = ((number, row.text[start:end]) for number, (start, end) in numbered)
        self._put_words("prose", words)
        self._put_text("document_text", row.id, row.text)

    def drop_document(self, id: str) -> None:
        """Remove a document, and the words of its blocks."""
        text = _kept_text(self.db, "document_text", id) or ""
        query = "SELECT number, start, end FROM block WHERE document = ?"
        rows = self.db.execute(query, (id,)).fetchall()
        words = [(number, text[start:end]) for number, start, end in rows]
        self._drop_words("prose", words)
        self._drop("block", "number", words)
        self._put_text("document_text", id, None)
        self.db.execute("DELETE FROM document WHERE id = ?", (id,))

    def name_documents(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say which keys documents have, by id."""
        self.db.executemany("UPDATE document SET key = ? WHERE id = ?", pairs)

    # --- passages -----------------------------------------------------------------

    def put_passages(self, rows: Sequence[PassageRow]) -> None:
        """Add passages."""
        self.db.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row[:10] for row in rows),
        )
        self._put_words("passage_words", ((row.position, row.words) for row in rows))
        if self._indexed:
            self._new_words += (row.words for row in rows)
            self._counted.update(row.document for row in rows)
            speakers = {(row.speaker,) for row in rows if row.speaker}
            self.db.executemany("INSERT OR IGNORE INTO speaker VALUES (?)", speakers)

    def drop_passages(self, words: Sequence[tuple[int, str]]) -> None:
        """Remove the passages at these positions, which have these words."""
        for position, _ in words:
            query = "SELECT document FROM passage WHERE position = ?"
            self._counted.update(row[0] for row in self.db.execute(query, (position,)))
        self._drop("passage", "position", words)
        self._drop_words("passage_words", words)

    def put_chunks(self, rows: Iterable[Chunk]) -> None:
        """Add chunks of the file of passages."""
        self.db.executemany("INSERT INTO chunk VALUES (?, ?, ?, ?, ?)", rows)

    def drop_chunks(self, positions: Iterable[int]) -> None:
        """Remove the chunks at these positions."""
        rows = ((position,) for position in positions)
        self.db.executemany("DELETE FROM chunk WHERE position = ?", rows)

    # --- words --------------------------------------------------------------------

    def _put_words(self, table: str, words: Iterable[tuple[int, str]]) -> None:
        self.db.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", words)

    def _drop_words(self, table: str, words: Iterable[tuple[int, str]]) -> None:
        query = f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)"
        self.db.executemany(query, words)

    def _drop(self, table: str, column: str, numbered: Iterable[tuple[int, str]]) -> None:
        rows = ((number,) for number, _ in numbered)
        self.db.executemany(f"DELETE FROM {table} WHERE {column} = ?", rows)


def catalogue_text(db: sqlite3.Connection, name: str) -> str | None:
    """The text of a .bib file as the index was made from it, if it was kept."""
    return _kept_text(db, "catalogue_text", name)


def _kept_text(db: sqlite3.Connection, table: str, name: str) -> str | None:
    row = db.execute(f"SELECT text FROM {table} WHERE name = ?", (name,)).fetchone()
    return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None
