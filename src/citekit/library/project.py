"""The open project, and what can be asked of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import normalize

from citekit.errors import NoProjectError, UnknownDocumentError, UnknownKeyError
from citekit.library.indexed import Indexed, question
from citekit.library.views import CitedWork, FieldEvidence, PassageView, RecordView
from citekit.model import aliases
from citekit.store import index as indexes
from citekit.store import settings
from citekit.store.corpus import read_document
from citekit.store.files import is_same_file, recover
from citekit.store.listing import list_files

if TYPE_CHECKING:
    from citekit.errors import Problem
    from citekit.library.state import State
    from citekit.model import Work

_View = TypeVar("_View", RecordView, PassageView)


class Project(Indexed):
    """A folder with a ``citekit.toml``: its settings, catalogue, corpus and passages.

    Questions are answered from the derived index, which is made anew when a
    file of the project has changed.  A context manager: leaving it closes the
    index.
    """

    def __init__(
        self, root: Path, settings: settings.Settings, recovered: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(root, settings)
        self.recovered = recovered

    @classmethod
    def open(cls, start: Path | None = None) -> Project:
        """The project of ``start`` (default: the working folder) or of a folder above.

        A save that a crash cut short is finished first; ``recovered`` says what
        that could not do.  Raises NoProjectError without a project,
        SettingsError for a broken ``citekit.toml``.
        """
        start = start or Path.cwd()
        root = settings.find_root(start)
        if root is None:
            raise NoProjectError(
                f"no citekit.toml in {start} or above",
                hint="run `citekit init` in the project's folder, or name it with --project",
            )
        recovered = recover(root)
        return cls(root, settings.load(root), recovered)

    def files(self) -> list[Path]:
        """The files the project lives on: settings, catalogue, documents, passages,
        suggestions and rejections."""
        listed = list_files(self.root, self.settings).files
        others = self.settings.suggestions, self.settings.rejections
        return [self.root / name for name in (*listed, *others)]

    def state(self) -> State:
        """What the project's files say now; each is read when it is first asked for."""
        from citekit.library.state import State  # parsers load only when needed

        return State(self.root, self.settings)

    # --- questions --------------------------------------------------------------

    @question
    def records(self, keys: Sequence[str] = ()) -> list[RecordView]:
        """The records with these keys or aliases, in this order, or all in the files' order.

        Raises UnknownKeyError.
        """
        if not keys:
            return self._some_records("ORDER BY position")
        found = self._records(keys)
        other = {} if all(key in found for key in keys) else self._aliased()
        for key in keys:
            if key not in found:
                if key not in other:
                    raise UnknownKeyError(f"no work has the key {key!r}", hint=self._near(key))
                found[key] = other[key]
        return [found[key] for key in keys]

    def _aliased(self) -> dict[str, RecordView]:
        """The records by their aliases (BibLaTeX manual 2.2.3, ``ids``), the first of each."""
        records = self._some_records("WHERE json LIKE '%\"ids\"%' ORDER BY position DESC")
        return {key: each for each in records for key in aliases(each.fields)}

    def _records(self, keys: Sequence[str]) -> dict[str, RecordView]:
        """The first record of each of these keys that is there."""
        if len(keys) > _MOST_VALUES:
            return {record.key: record for record in reversed(self.records())}
        wanted = ", ".join("?" * len(keys))
        query = f"WHERE key IN ({wanted}) ORDER BY position DESC"
        return {record.key: record for record in self._some_records(query, keys)}

    def _some_records(self, where: str, values: Sequence[Any] = ()) -> list[RecordView]:
        rows = self.rows(f"SELECT json, line, document FROM {_RECORDS} {where}", values)
        self._note({row[2] for row in rows if row[2]})
        return [_unpacked(RecordView.unpacked, row) for row in rows]

    @question
    def record(self, key: str) -> RecordView:
        """The record with this key; raises UnknownKeyError with near keys."""
        return self.records([key])[0]

    @question
    def entries(self, key: str) -> list[RecordView]:
        """All records with this key, in the files' order: one, if the catalogue is sound.

        Raises UnknownKeyError.
        """
        return self._some_records("WHERE key = ? ORDER BY position", (key,)) or [self.record(key)]

    @question
    def namesakes(self, keys: Sequence[str]) -> list[RecordView]:
        """These records, in this order, and then those that are cited by the same
        first family name, which is as far as disambiguation looks (CSL 1.0.2,
        "Disambiguation")."""
        records = self.records(list(dict.fromkeys(keys))) if keys else []
        found = {record.key: record for record in records}
        query = "SELECT DISTINCT name FROM record WHERE key = ?"
        names = {row[0] for key in found for row in self.rows(query, (key,))}
        for name in sorted(names):
            for record in self._some_records("WHERE name = ? ORDER BY position", (name,)):
                found.setdefault(record.key, record)
        return list(found.values())

    def _near(self, key: str) -> str:
        from difflib import get_close_matches  # only on a wrong key

        keys = [row[0] for row in self.rows("SELECT key FROM record")]
        near = get_close_matches(key, keys, n=3, cutoff=0.6)
        return "did you mean " + " or ".join(near) if near else "`citekit list` shows the keys"

    @question
    def documents(self) -> list[dict[str, Any]]:
        """Id, key, length in code points and number of passages of each document."""
        self._note(None)
        rows = self.rows("SELECT id, key, characters, passages FROM document ORDER BY id")
        return [dict(zip(_DOCUMENT, row, strict=True)) for row in rows]

    @question
    def document_id(self, name: str) -> str:
        """The id of a document named by its record's key, its file name or its path.

        Raises UnknownDocumentError if there is none, or more than one, ReadError for
        one that cannot be read.
        """
        wanted = name.replace("\\", "/").removeprefix("./")
        given = Path.cwd() / name
        there = given.exists()
        for column, value in (
            ("key", name),
            ("id", wanted),
            ("id", _below(given.resolve(), self.root.resolve()) if there else ""),
            ("id", _below(given, self.root.absolute()) if there else ""),
            ("name", wanted),
            ("stem", wanted),
        ):
            # file systems keep names as they are given, or decompose them (UAX #15, HFS+)
            forms = {value, normalize("NFC", value), normalize("NFD", value)} - {""}
            query = f"SELECT id FROM document WHERE {column} IN ({', '.join('?' * len(forms))})"
            matches = [str(id) for (id,) in self.rows(f"{query} ORDER BY id", tuple(forms))]
            self._note(matches)
            if len(matches) == 1:
                return matches[0]
            if matches:
                raise UnknownDocumentError(
                    f"{name!r} names several documents", hint=", ".join(matches)
                )
        for id in self.index().unread:
            if wanted in (id, PurePosixPath(id).name, PurePosixPath(id).stem) or (
                there and is_same_file(self.root / id, given)
            ):
                read_document(self.root, id)  # raises, and says why
        if given.is_file():
            raise UnknownDocumentError(f"{name!r} is no document", hint=_SETTINGS_SAY)
        rows = self.rows("SELECT id, key FROM document ORDER BY id")
        known = ", ".join(key or id for id, key in rows[:_MOST_NAMES])
        if len(rows) > _MOST_NAMES:
            known += f" and {len(rows) - _MOST_NAMES} others"
        raise UnknownDocumentError(
            f"no document has the key, file name or path {name!r}",
            hint=f"the documents are {known}" if rows else "`documents` in citekit.toml finds none",
        )

    @question
    def document_ids(self, name: str) -> list[str]:
        """The id of the document with this name, or else those of the documents in the folder
        at this path that can be read.

        Raises UnknownDocumentError, also for a folder without any, and ReadError.
        """
        try:
            return [self.document_id(name)]
        except UnknownDocumentError:
            folder = Path.cwd() / name
            if not folder.is_dir():
                folder = self.root / name
            if not folder.is_dir():
                raise
        below = _below(folder.resolve(), self.root.resolve())
        rows = self.rows("SELECT id FROM document ORDER BY id")
        ids = [id for (id,) in rows if below == "." or id.startswith(f"{below}/")]
        self._note(None)
        if not ids:
            raise UnknownDocumentError(
                f"no document is in the folder {name!r}",
                hint=_SETTINGS_SAY,
            )
        return ids

    @question
    def key_of(self, document: str) -> str:
        """The key of a document's own record, or ""; the document is named by its id."""
        rows = self.rows("SELECT key FROM document WHERE id = ?", (document,))
        return str(rows[0][0]) if rows else ""

    @question
    def cites(self, key: str) -> list[PassageView]:
        """The passages that cite a work, by document and place; raises UnknownKeyError."""
        return self._passages("WHERE work = ?", (self.record(key).key,))

    @question
    def works(self, document: str) -> list[CitedWork]:
        """The works a document cites, in order of first place; raises UnknownDocumentError."""
        id = self.document_id(document)
        by_key: dict[str, list[PassageView]] = {}
        for view in self._passages("WHERE document = ? AND work <> ''", (id,)):
            by_key.setdefault(view.work, []).append(view)
        records = self._records(list(by_key))
        found = []
        for key, views in by_key.items():
            record = records.get(key)
            kinds: dict[str, int] = {}
            for view in views:
                kinds[view.kind] = kinds.get(view.kind, 0) + 1
            found.append(
                CitedWork(
                    key,
                    record.authors if record else "",
                    record.year if record else "",
                    record.title if record else "",
                    len(views),
                    kinds,
                    tuple(views),
                )
            )
        return found

    @question
    def passages(
        self,
        *,
        document: str | None = None,
        work: str | None = None,
        kind: str | None = None,
        speaker: str | None = None,
        text: str | None = None,
        status: str | None = None,
    ) -> list[PassageView]:
        """Passages that satisfy every filter given.

        ``speaker`` and ``text`` match anywhere, whatever the case and
        typography; ``text`` looks at the passage's sentence; ``status`` is how
        the anchor stands (:class:`citekit.anchor.Status`).
        """
        if work is not None:
            work = self.record(work).key
        clauses, values = [], []
        if document is not None:
            ids = self.document_ids(document)
            clauses.append("document IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(ids))
        if work is not None:
            clauses.append("work = ?")
            values.append(work)
        if kind is not None:
            clauses.append("kind = ?")
            values.append(kind)
        if speaker is not None:
            clauses.append(_SPEAKER)
            values.append(_folded(speaker))
        if status is not None:
            clauses.append("anchor = ?" if status == "exact" else _NOT_EXACT)
            values.append(status)
        if text is not None:
            clause, value = self._with_words(text)
            clauses += clause
            values += value
        if text is not None or status is not None:
            self._note(None)
        views = self._passages("WHERE " + " AND ".join(clauses) if clauses else "", values)
        if speaker is not None:
            views = [view for view in views if _contains(view.speaker or view.person, speaker)]
        if text is not None:
            views = [view for view in views if _contains(view.sentence or view.exact, text)]
        return views

    @question
    def has_suggested(self) -> bool:
        """Whether a passage of the passages' own file waits for review."""
        query = "SELECT 1 FROM passage WHERE status = 'suggested' AND status <> 'reviewed' LIMIT 1"
        return bool(self.rows(query))

    def _with_words(self, text: str) -> tuple[list[str], list[str]]:
        """A condition that every passage satisfies whose sentence holds ``text``, and
        its values.

        The words after the first must stand side by side, and the last may go on; the
        first may be the end of a longer one, so that it counts only where it is the
        only one.
        """
        words = _WORDS.findall(_folded(text))
        if len(words) > 1:
            term = f'"{" ".join(words[1:])}" *'
        elif words and words[0].isascii():
            rows = self.rows(
                "SELECT name FROM term WHERE instr(name, ?) LIMIT ?",
                (words[0], _MOST_TERMS + 1),
            )
            if len(rows) > _MOST_TERMS:
                return [], []
            term = " OR ".join(f'"{each}"' for (each,) in rows) or '""'
        else:
            return [], []
        query = "position IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ?)"
        return [query], [term]

    def _passages(self, where: str, values: Sequence[Any] = ()) -> list[PassageView]:
        rows = self.rows(f"SELECT json, document FROM passage {where} ORDER BY position", values)
        self._note({row[1] for row in rows})
        return [_unpacked(PassageView.unpacked, row[:1]) for row in rows]

    @question
    def search(
        self, words: str, limit: int | None = None
    ) -> tuple[list[RecordView], list[PassageView]]:
        """Records and passages that hold every one of these words (or words that
        begin so), best first; at most ``limit`` of each.  Of passages those are best
        that have them most often, however long their sentences are.  An ISBN, ISSN or DOI
        is found in whatever form it is written."""
        from citekit.identifiers import normalise_isbn

        folded = _folded(words)
        whole = normalise_isbn(folded) is not None  # with spaces in it
        terms = " AND ".join(map(_term, [folded.strip()] if whole else folded.split()))
        if not terms:
            return [], []
        self._note(None)
        values = terms, -1 if limit is None else limit
        records = self.rows(
            f"SELECT json, line, document FROM {_best('record_words')}"
            " JOIN record ON record.position = best JOIN entry ON entry.position = best"
            " ORDER BY score, best",
            values,
        )
        passages = self.rows(
            f"SELECT json FROM {_best('passage_words')}"
            " JOIN passage ON position = best ORDER BY score, best",
            values,
        )
        return (
            [_unpacked(RecordView.unpacked, row) for row in records],
            [_unpacked(PassageView.unpacked, row) for row in passages],
        )

    @question
    def evidence(self, key: str) -> list[FieldEvidence]:
        """Each field of a record with the words it was read from, or as supplied.

        The fields that say how the record is kept (``file``, …) are left out.
        """
        record = self.record(key)
        views = {
            view.field.rpartition("#")[2]: view
            for view in self._passages("WHERE field = ?", (record.key,))
        }
        found = []
        for name, value in record.fields.items():
            if name in HOUSEKEEPING:
                continue
            view = views.get(name)
            if view is None:
                found.append(FieldEvidence(name, value, "supplied"))
            else:
                found.append(
                    FieldEvidence(
                        name, value, "read", view.exact, view.document, view.line, view.column
                    )
                )
        return found

    def work_values(self, keys: Iterable[str]) -> list[Work]:
        """The works of these keys as the citation processor takes them."""
        from citekit.formats.csljson import work_from_json

        chosen = list(keys)
        return [work_from_json(record.csl) for record in self.records(chosen)] if chosen else []


#: SQLite takes at least this many values in one query.
_MOST_VALUES = 900
#: So many documents are named where none has the name that was given.
_MOST_NAMES = 8
_SETTINGS_SAY = "`documents` and `exclude` in citekit.toml say which files are documents"
#: A part of a word that so many words have is not looked up by them.
_MOST_TERMS = 400
#: Few passages are not exact, and these have an index.
_NOT_EXACT = "anchor = ? AND anchor <> 'exact'"
#: The passages whose speaker's name holds a part.
_SPEAKER = "speaker <> '' AND speaker IN (SELECT name FROM speaker WHERE instr(name, ?))"
#: Records, and where they stand.
_RECORDS = "record JOIN entry USING (position)"
_DOCUMENT = ("id", "key", "characters", "passages")
_WORDS = re.compile(r"[^\W_]+")
#: Fields that say how a record is kept, not what the work is.
HOUSEKEEPING = frozenset(
    {"file", "citekit-absent", "citekit-ignore", "groups", "timestamp", "owner"}
)


def _term(word: str) -> str:
    """A query for words that begin so; a possessive is a whole word, or else everything
    with an s would be looked through."""
    from citekit.identifiers import bare_number

    quoted = '"' + word.replace('"', '""') + '"'
    number = bare_number(word) if any(map(str.isdigit, word)) else None
    if number is not None:
        return f'({quoted}* OR "{number.lower()}"*)'
    return quoted if word.endswith("'s") else quoted + "*"


def _best(table: str) -> str:
    """The rows of a table of words that match, and their scores, the best first."""
    return (
        f"(SELECT rowid AS best, rank AS score FROM {table} WHERE {table} MATCH ?"
        " ORDER BY rank LIMIT ?)"
    )


def _unpacked(unpack: Callable[..., _View], row: tuple[Any, ...]) -> _View:
    """The view that a row holds; raises DamagedError."""
    try:
        return unpack(*row)
    except ValueError as cause:
        raise indexes.DamagedError(f"the index is damaged: {cause}", hint=indexes.DELETE) from None


def _below(path: Path, folder: Path) -> str:
    """A path relative to a folder it is in, with forward slashes, or ""."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _contains(text: str, part: str) -> bool:
    return _folded(part) in _folded(text)


def _folded(text: str) -> str:
    from citekit.textfold import fold_text  # only for a filter by words

    return fold_text(text, casefold=True)
