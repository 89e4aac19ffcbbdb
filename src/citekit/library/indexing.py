"""The index made from the project's files, and kept up to date with them.

What changed is found by the files' sizes and times, then by what they hold: digests of
documents and of chunks of the file of passages, the entries of .bib files.  What depends
on it is made anew, nothing else; an index that was updated answers as one made from
nothing.  Where little would be left as it was, or the rows have no room between them, it
is made from nothing.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, count
from pathlib import Path

from citekit.corpus.documents import extract
from citekit.corpus.places import blocks
from citekit.errors import CitekitError
from citekit.library.brokenfiles import keep_passages, kept_passages
from citekit.library.recordrows import document_of, read_rows, update_rows
from citekit.library.state import Text, passage_view
from citekit.library.views import PassageView
from citekit.store import index as indexes
from citekit.store.annotations import read_line
from citekit.store.chunks import Chunk, compare, cut, place
from citekit.store.files import decode, read_bytes
from citekit.store.inclusions import LATEX, LATEX_FILES, Inclusions
from citekit.store.index import FileState, Index, Stat
from citekit.store.indexwriting import DocumentRow, PassageRow, Writer
from citekit.store.listing import Listing
from citekit.store.settings import PROJECT_FILE, Settings
from citekit.textfold import fold_text

#: From the first block of a document to that of the next.
_DOCUMENT_GAP = 1 << 24
#: Rows that are written together.
_BATCH = 2000


def _digest(data: bytes, context: str) -> str:
    """What a document is told apart by: its bytes, and what others declare for it."""
    digest = sha256(data)
    if context:
        digest.update(b"\0" + context.encode())
    return digest.hexdigest()


class _AnewError(Exception):
    """The index must be made from nothing."""


def refresh(
    root: Path,
    settings: Settings,
    listing: Listing,
    stats: Mapping[str, Stat],
    old: Index | None,
) -> Index:
    """The index of the files as ``stats`` says they are; ``old`` is updated, or only
    closed where it is of no use.

    Raises ReadError for a .bib file or a file of passages that cannot be read.
    """
    path = root / ".citekit" / "index.sqlite"
    if old is not None:
        with suppress(_AnewError, indexes.DamagedError, sqlite3.DatabaseError, UnicodeDecodeError):
            update = _Update(root, settings, listing, stats, old.files)
            return indexes.write(path, update.fill, old)
    return indexes.write(path, _Making(root, settings, listing, stats).fill, None)


class _Making:
    """An index from nothing."""

    def __init__(
        self, root: Path, settings: Settings, listing: Listing, stats: Mapping[str, Stat]
    ) -> None:
        self.root = root
        self.settings = settings
        self.listing = listing
        self.stats = stats
        self.key_of: Mapping[str, str] = {}
        self._documents = frozenset(listing.documents)
        self._inclusions = Inclusions(root)
        self.files: dict[str, FileState] = {}
        self._texts: dict[str, Text | None] = {}

    def fill(self, db: sqlite3.Connection) -> None:
        """Fill an empty database."""
        writer = Writer(db)
        writer.create()
        for id in self.listing.documents:
            self.read_document(id)
        usable = {id for id in self.listing.documents if self.text(id) is not None}
        rows = read_rows(self.root, writer, self.listing.catalogue)
        own = document_of(((row.key, row.links) for row in rows), usable)
        self.key_of = {id: key for key, id in own.items()}
        writer.put_records([row._replace(document=own.get(row.key, "")) for row in rows])
        for number, id in enumerate(sorted(usable), start=1):
            writer.put_document(self.document_row(id, number * _DOCUMENT_GAP))
        self._put_passages(writer)
        for name in (*self.listing.core, *self.listing.catalogue):
            self.read_file(name)
        writer.put_files(self._file_states())
        writer.finish()

    def _file_states(self) -> Iterator[FileState]:
        for path in self.listing.files:
            yield self.files[path]._replace(stat=self.stats[path])

    def _put_passages(self, writer: Writer) -> None:
        data = self.passage_data()
        decode(data, str(self.root / self.settings.passages), any_encoding=False)
        chunks = place(list(cut(data)))
        writer.put_chunks(chunks)
        known: set[str] = set()
        rows: list[PassageRow] = []
        broken: list[int] = []
        for position, passage_line in lines_of(data, chunks):
            row = self.passage_row(position, passage_line)
            if row is None:
                if passage_line.strip():
                    broken.append(position)
                continue
            if row.id in known:
                writer.note("duplicates", "1")
                continue
            known.add(row.id)
            rows.append(row)
            if len(rows) == _BATCH:
                writer.put_passages(rows)
                rows.clear()
        writer.put_passages(rows)
        keep_passages(writer, broken)

    # --- files ----------------------------------------------------------------------

    def read_file(self, name: str) -> FileState:
        """A file by its digest, read once; the file of passages has digests in parts."""
        if name not in self.files:
            digest = ""
            if name != self.settings.passages:
                with suppress(OSError):
                    digest = sha256((self.root / name).read_bytes()).hexdigest()
            self.files[name] = FileState(name, None, digest)
        return self.files[name]

    def read_document(self, id: str) -> FileState:
        """A document by its digest, read once, with its text if it has one."""
        if id not in self._texts:
            digest, text = "", None
            with suppress(OSError, CitekitError):
                data = (self.root / id).read_bytes()
                context = self._inclusions.context(id, data)
                digest = _digest(data, context)
                text = Text(extract(data, id, context)) if id.isprintable() else None
            self._texts[id] = text
            self.files[id] = FileState(id, None, digest, text is not None)
        return self.files[id]

    def text(self, id: str) -> Text | None:
        """The text of a document, None if there is none."""
        self.read_document(id)
        return self._texts[id]

    def passage_data(self) -> bytes:
        """The bytes of the file of passages."""
        path = self.root / self.settings.passages
        return read_bytes(path) if path.exists() else b""

    # --- rows -----------------------------------------------------------------------

    def document_row(self, id: str, number: int) -> DocumentRow:
        """The row of a document that has a text."""
        found = self.text(id)
        text = found.document.text if found else ""
        return DocumentRow(id, number, self.key_of.get(id, ""), text, list(blocks(text)))

    def passage_row(self, position: int, line: str) -> PassageRow | None:
        """The row of a line of the file of passages, None if it is no passage."""
        passage = read_line(line)
        if passage is None:
            return None
        id = passage.document
        text = self.text(id) if id in self._documents else None
        view = passage_view(passage, text, self.key_of.get(id, ""))
        speaker = fold_text(view.speaker or view.person, casefold=True)
        field = view.field.rpartition("#")[0]
        words = fold_text(view.words, casefold=True)
        where = view.id, id, view.work, view.kind, field, speaker, view.anchor
        return PassageRow(position, *where, passage.status, view.packed(), words)


class _Update(_Making):
    """Changes of an index whose files have changed."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        listing: Listing,
        stats: Mapping[str, Stat],
        known: Mapping[str, FileState],
    ) -> None:
        super().__init__(root, settings, listing, stats)
        self._known = known

    def fill(self, db: sqlite3.Connection) -> None:
        """Change what files changed.  Raises _AnewError."""
        changed = [id for id in self.listing.documents if self._has_changed(id)]
        if self._has_changed(PROJECT_FILE) or 2 * len(changed) > len(self._known):
            raise _AnewError
        for name in self.listing.core:
            self._has_changed(name)
        writer = Writer(db)
        before = dict(db.execute("SELECT id, key FROM document"))
        usable = {id for id in self.listing.documents if self.files[id].used}
        self._update_records(db, writer, usable)
        after = {id: self.key_of.get(id, "") for id in usable}
        named = {id for id in usable & before.keys() if before[id] != after[id]}
        writer.name_documents((after[id], id) for id in named)
        for id in before:
            if id in changed or id not in usable:
                writer.drop_document(id)
        for id in changed:
            if id in usable:
                writer.put_document(self.document_row(id, self._number(db, id)))
        self._update_passages(db, writer, {*changed, *named, *(before.keys() - usable)})
        writer.put_files(self._file_states())
        writer.finish()

    def _has_changed(self, path: str) -> bool:
        """Whether a file's bytes have changed, or, of the file of passages, its times."""
        known = self._known.get(path)
        same = known is not None and known.stat == self.stats[path]
        if known is not None and same and not (path in self._dependent and self._differs(path)):
            self.files.setdefault(path, known)
            return False
        found = self.read_document(path) if path in self._documents else self.read_file(path)
        return known is None or found != known._replace(stat=None) or not found.digest

    @cached_property
    def _dependent(self) -> Collection[str]:
        """The documents in which another file's declarations may hold that has changed: those
        of LaTeX, if any file of LaTeX has, came or went."""
        latex = {path for path in self.listing.files if path.lower().endswith(LATEX_FILES)}
        known = {path for path in self._known if path.lower().endswith(LATEX_FILES)}
        if latex == known and all(self._known[path].stat == self.stats[path] for path in latex):
            return ()
        return {id for id in latex if id in self._documents and id.lower().endswith(LATEX)}

    def _differs(self, id: str) -> bool:
        """Whether a document whose file is the same is read differently now."""
        known = self._known[id]
        with suppress(OSError):
            data = (self.root / id).read_bytes()
            return _digest(data, self._inclusions.context(id, data)) != known.digest
        return True

    # --- records --------------------------------------------------------------------

    def _update_records(self, db: sqlite3.Connection, writer: Writer, usable: set[str]) -> None:
        """The records of changed .bib files, and which documents records describe."""
        files = self.listing.catalogue
        there = {name for (name,) in db.execute("SELECT DISTINCT file FROM record")}
        changed = [name for name in files if self._has_changed(name)]
        for name in (*changed, *(there - set(files))):
            if not update_rows(self.root, db, writer, files, name):
                raise _AnewError
        links = "SELECT key, links FROM record WHERE links <> '' ORDER BY position"
        own = document_of(db.execute(links), usable)
        self.key_of = {id: key for key, id in own.items()}
        placed = db.execute("SELECT position, key, document FROM record WHERE document <> ''")
        wrong = [(own.get(key, ""), at) for at, key, id in placed if own.get(key, "") != id]
        writer.place_records(wrong)
        query = "SELECT position FROM record WHERE key = ? AND document = ''"
        for key, id in own.items():
            writer.place_records([(id, at) for (at,) in db.execute(query, (key,)).fetchall()])

    # --- documents ------------------------------------------------------------------

    def _number(self, db: sqlite3.Connection, id: str) -> int:
        """A number for the first block of a document, so that blocks go in the order of
        the documents.  Raises _AnewError where there is none."""
        query = (
            "SELECT max(number) FROM block WHERE document ="
            " (SELECT max(document) FROM block WHERE document < ?)"
        )
        low: int = db.execute(query, (id,)).fetchone()[0] or 0
        query = (
            "SELECT min(number) FROM block WHERE document ="
            " (SELECT min(document) FROM block WHERE document > ?)"
        )
        high: int | None = db.execute(query, (id,)).fetchone()[0]
        if high is None:
            return low + _DOCUMENT_GAP
        room = high - low - 1 - sum(1 for _ in self.document_row(id, 0).blocks)
        if room < 0:
            raise _AnewError
        return low + 1 + room // 2

    # --- passages -------------------------------------------------------------------

    def _update_passages(
        self, db: sqlite3.Connection, writer: Writer, documents: Collection[str]
    ) -> None:
        """The passages of lines that changed, and those in changed documents."""
        has_changed = self._has_changed(self.settings.passages)
        if not has_changed and not documents:
            return
        query = "SELECT position, step, lines, size, digest FROM chunk ORDER BY position"
        old = [Chunk(*row) for row in db.execute(query)]
        data = self.passage_data() if has_changed else b""
        new = place(compare(data, old)) if has_changed else old
        kept = set(old) & set(new)
        dropped = [chunk for chunk in old if chunk not in kept]
        added = [chunk for chunk in new if chunk not in kept]
        if has_changed and 2 * sum(chunk.lines for chunk in added) > sum(
            chunk.lines for chunk in new
        ):
            raise _AnewError
        gone: dict[int, str] = {}
        between = "SELECT position, json FROM passage WHERE position BETWEEN ? AND ?"
        for chunk in dropped:
            gone.update(db.execute(between, (chunk.position, chunk.last)))
        moved: dict[int, str] = {}
        for id in documents:
            query = "SELECT position, json FROM passage WHERE document = ?"
            moved.update(db.execute(query, (id,)))
        lines = [*lines_of(data, new, {chunk.position for chunk in added})]
        lines += self._lines_at(new, moved.keys() - gone.keys())
        read = [(at, line, self.passage_row(at, line)) for at, line in lines]
        rows = [row for _, _, row in read if row is not None]
        dropped_rows = {**gone, **moved}
        self._check_ids(db, rows, dropped_rows)
        writer.drop_passages([(at, _words(text)) for at, text in dropped_rows.items()])
        writer.drop_chunks(chunk.position for chunk in dropped)
        writer.put_chunks(added)
        writer.put_passages(rows)
        spans = [(chunk.position, chunk.last) for chunk in dropped]
        broken = [at for at, line, row in read if row is None and line.strip()]
        broken += (at for at in kept_passages(Index(db)) if not any(a <= at <= z for a, z in spans))
        keep_passages(writer, sorted(broken))

    def _lines_at(
        self, chunks: Sequence[Chunk], positions: Collection[int]
    ) -> Iterator[tuple[int, str]]:
        """Position and text of the lines at these positions in the file of passages.

        Raises _AnewError if it is not what the chunks say.
        """
        if not positions:
            return
        firsts = [chunk.position for chunk in chunks]
        holding = {bisect_right(firsts, position) - 1 for position in positions}
        starts = list(accumulate((chunk.size for chunk in chunks), initial=0))
        with (self.root / self.settings.passages).open("rb") as stream:
            for number in sorted(holding):
                chunk = chunks[number]
                stream.seek(starts[number])
                data = stream.read(chunk.size)
                if sha256(data).digest() != chunk.digest:
                    raise _AnewError
                for line in lines_of(data, [chunk], has_mark=not number):
                    if line[0] in positions:
                        yield line

    def _check_ids(
        self, db: sqlite3.Connection, rows: Sequence[PassageRow], dropped: Collection[int]
    ) -> None:
        """Raises _AnewError where an id stands in more than one line: the first counts."""
        if db.execute("SELECT 1 FROM meta WHERE name = 'duplicates'").fetchone():
            raise _AnewError
        if len({row.id for row in rows}) < len(rows):
            raise _AnewError
        query = "SELECT position FROM passage WHERE id = ?"
        for row in rows:
            for (position,) in db.execute(query, (row.id,)):
                if position not in dropped:
                    raise _AnewError


def _words(packed: str) -> str:
    """The words that a passage's row has in the index."""
    return fold_text(PassageView.unpacked(packed).words, casefold=True)


def lines_of(
    data: bytes,
    chunks: Iterable[Chunk],
    chosen: Collection[int] | None = None,
    has_mark: bool = True,
) -> Iterator[tuple[int, str]]:
    """Position and text of each line of these chunks of a file of passages, or of those
    chosen by position.

    ``has_mark`` says that the data may begin with a byte order mark.  Raises
    UnicodeDecodeError.
    """
    start = 0
    for chunk in chunks:
        end = start + chunk.size
        if chosen is None or chunk.position in chosen:
            text = data[start:end].decode()
            if not start and has_mark:
                text = text.removeprefix("\ufeff")
            positions = count(chunk.position, chunk.step)
            yield from zip(positions, text.split("\n")[: chunk.lines], strict=False)
        start = end
