"""The open project, and what can be asked of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from citekit.errors import NoProjectError, UnknownDocumentError, UnknownKeyError
from citekit.library.views import CitedWork, FieldEvidence, PassageView, RecordView
from citekit.store import index as indexes
from citekit.store import settings
from citekit.store.corpus import document_ids, folders
from citekit.store.files import recover
from citekit.store.watch import Watch

if TYPE_CHECKING:
    from citekit.errors import Problem
    from citekit.library.state import State
    from citekit.model import Work

_Method = TypeVar("_Method", bound=Callable[..., Any])


def _question(method: _Method) -> _Method:
    """A method that asks once whether the index is fresh, whatever it looks up."""

    @wraps(method)
    def asked(self: Project, *args: Any, **named: Any) -> Any:
        with self.at_one_moment():
            return method(self, *args, **named)

    return cast(_Method, asked)


class Project:
    """A folder with a ``citekit.toml``: its settings, catalogue, corpus and passages.

    Questions are answered from the derived index, which is made anew when a
    file of the project has changed.  A context manager: leaving it closes the
    index.
    """

    def __init__(
        self, root: Path, settings: settings.Settings, recovered: tuple[Problem, ...] = ()
    ) -> None:
        self.root = root
        self.settings = settings
        self.recovered = recovered
        self._index: indexes.Index | None = None
        self._stamp = ""
        self._asking = False
        self._watch = Watch(self._indexed, self._folders)

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

    def close(self) -> None:
        """Close the index; the next question opens it again."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- index ----------------------------------------------------------------

    def index(self) -> indexes.Index:
        """The fresh index."""
        if self._index is not None and self._asking:
            return self._index
        stamp = self._watch.stamp()
        if self._index is not None and stamp == self._stamp:
            return self._index
        self.close()
        path = self.root / ".citekit" / "index.sqlite"
        self._index = indexes.open_fresh(path, stamp) or self._build(path, stamp)
        self._stamp = stamp
        return self._index

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Questions inside are answered from the files as they are at the first one:
        whether they have changed is looked up once."""
        if self._asking:
            yield
            return
        self.index()
        self._asking = True
        try:
            yield
        finally:
            self._asking = False

    def files(self) -> list[Path]:
        """The files the project lives on: settings, catalogue, documents, passages,
        suggestions and rejections."""
        others = self.settings.suggestions, self.settings.rejections
        return [*self._indexed(), *(self.root / name for name in others)]

    def _indexed(self) -> list[Path]:
        """The files that the index is made from."""
        bibs = {path for pattern in self.settings.catalogue for path in self.root.glob(pattern)}
        documents = document_ids(self.root, self.settings.documents)
        return [
            self.root / settings.PROJECT_FILE,
            self.root / self.settings.passages,
            *sorted(bibs),
            *(self.root / id for id in documents),
        ]

    def _folders(self) -> set[Path]:
        """The folders that those files are listed from."""
        patterns = (*self.settings.catalogue, *self.settings.documents)
        return set(folders(self.root, patterns))

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query; an index damaged inside is made anew."""
        try:
            return self.index().rows(query, values)
        except indexes.DamagedError:
            self.close()
            (self.root / ".citekit" / "index.sqlite").unlink(missing_ok=True)
            return self.index().rows(query, values)

    def _json(self, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        rows = self.rows(query, values)
        try:
            return [json.loads(row[0]) for row in rows]
        except ValueError as cause:
            hint = "delete the folder .citekit; it is made anew"
            raise indexes.DamagedError(f"the index is damaged: {cause}", hint=hint) from None

    def state(self) -> State:
        """Everything the project's files say now, read in full."""
        from citekit.library.state import read_state  # parsers load only when needed

        return read_state(self.root, self.settings)

    def _build(self, path: Path, stamp: str) -> indexes.Index:
        from citekit.library.state import first_name
        from citekit.textfold import fold

        state = self.state()
        counts: dict[str, int] = {}
        passages = []
        for view in state.passage_views():
            counts[view.document] = counts.get(view.document, 0) + 1
            speaker = fold(view.speaker or view.person, casefold=True).text
            words = " ".join((view.sentence or view.exact, view.speaker, view.person))
            words = fold(words, casefold=True).text
            field = view.field.rpartition("#")[0]
            passages.append(
                indexes.PassageRow(
                    view.document, view.work, view.kind, field, speaker, view.to_json(), words
                )
            )
        documents = [
            (
                id,
                state.key_of.get(id, ""),
                {
                    "id": id,
                    "key": state.key_of.get(id, ""),
                    "characters": len(text.document.text),
                    "passages": counts.get(id, 0),
                },
            )
            for id, text in state.texts.items()
        ]
        content = indexes.Content(
            [
                (view.key, first_name(view), view.to_json(), fold(words, casefold=True).text)
                for view, words in state.record_views()
            ],
            documents,
            passages,
            state.blocks(),
        )
        return indexes.build(path, stamp, content)

    # --- questions --------------------------------------------------------------

    @_question
    def records(self, keys: Sequence[str] = ()) -> list[RecordView]:
        """The records with these keys, in this order, or all in the files' order.

        Raises UnknownKeyError.
        """
        if not keys:
            return [_record(row) for row in self._json("SELECT json FROM record")]
        found = self._records(keys)
        for key in keys:
            if key not in found:
                raise UnknownKeyError(f"no work has the key {key!r}", hint=self._near(key))
        return [found[key] for key in keys]

    def _records(self, keys: Sequence[str]) -> dict[str, RecordView]:
        """The first record of each of these keys that is there."""
        if len(keys) > _MOST_VALUES:
            return {record.key: record for record in reversed(self.records())}
        wanted = ", ".join("?" * len(keys))
        query = f"SELECT json FROM record WHERE key IN ({wanted}) ORDER BY position DESC"
        return {row["key"]: _record(row) for row in self._json(query, keys)}

    @_question
    def record(self, key: str) -> RecordView:
        """The record with this key; raises UnknownKeyError with near keys."""
        return self.records([key])[0]

    @_question
    def namesakes(self, keys: Sequence[str]) -> list[RecordView]:
        """These records, in this order, and then those that are cited by the same
        first family name, which is as far as disambiguation looks (CSL 1.0.2,
        "Disambiguation")."""
        records = self.records(list(dict.fromkeys(keys))) if keys else []
        found = {record.key: record for record in records}
        query = "SELECT DISTINCT name FROM record WHERE key = ?"
        names = {row[0] for key in found for row in self.rows(query, (key,))}
        for name in sorted(names):
            for row in self._json("SELECT json FROM record WHERE name = ?", (name,)):
                found.setdefault(row["key"], _record(row))
        return list(found.values())

    def _near(self, key: str) -> str:
        from difflib import get_close_matches  # only on a wrong key

        keys = [row[0] for row in self.rows("SELECT key FROM record")]
        near = get_close_matches(key, keys, n=3, cutoff=0.5)
        return "did you mean " + " or ".join(near) if near else "`citekit list` shows the keys"

    def documents(self) -> list[dict[str, Any]]:
        """Id, key, length in code points and number of passages of each document."""
        return self._json("SELECT json FROM document ORDER BY id")

    @_question
    def document_id(self, name: str) -> str:
        """The id of a document named by its record's key, its file name or its path.

        Raises UnknownDocumentError if there is none, or more than one.
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
            query = f"SELECT id FROM document WHERE {column} = ? ORDER BY id"
            matches = [str(id) for (id,) in self.rows(query, (value,))] if value else []
            if len(matches) == 1:
                return matches[0]
            if matches:
                raise UnknownDocumentError(
                    f"{name!r} names several documents", hint=", ".join(matches)
                )
        rows = self.rows("SELECT id, key FROM document LIMIT 8")
        known = ", ".join(key or id for id, key in rows)
        raise UnknownDocumentError(
            f"no document has the key, file name or path {name!r}",
            hint=f"the documents are {known}" if rows else "`documents` in citekit.toml finds none",
        )

    @_question
    def cites(self, key: str) -> list[PassageView]:
        """The passages that cite a work, by document and place; raises UnknownKeyError."""
        self.record(key)
        return self._passages("WHERE work = ?", (key,))

    @_question
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

    @_question
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
            self.record(work)
        clauses, values = [], []
        if document is not None:
            clauses.append("document = ?")
            values.append(self.document_id(document))
        if work is not None:
            clauses.append("work = ?")
            values.append(work)
        if kind is not None:
            clauses.append("kind = ?")
            values.append(kind)
        if speaker is not None:
            clauses.append(_SPEAKER)
            values.append(_folded(speaker))
        if text is not None:
            clause, value = self._with_words(text)
            clauses += clause
            values += value
        views = self._passages("WHERE " + " AND ".join(clauses) if clauses else "", values)
        if status is not None:
            views = [view for view in views if view.anchor == status]
        if speaker is not None:
            views = [view for view in views if _contains(view.speaker or view.person, speaker)]
        if text is not None:
            views = [view for view in views if _contains(view.sentence or view.exact, text)]
        return views

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
        query = f"SELECT json FROM passage {where} ORDER BY position"
        return [_passage(row) for row in self._json(query, values)]

    @_question
    def search(
        self, words: str, limit: int | None = None
    ) -> tuple[list[RecordView], list[PassageView]]:
        """Records and passages that hold every one of these words (or words that
        begin so), best first; at most ``limit`` of each."""
        terms = " ".join('"' + word.replace('"', '""') + '"*' for word in _folded(words).split())
        if not terms:
            return [], []
        found = []
        for table in ("record", "passage"):
            query = (
                f"SELECT json FROM {table}_words JOIN {table} ON position = {table}_words.rowid"
                f" WHERE {table}_words MATCH ? ORDER BY rank LIMIT ?"
            )
            found.append(self._json(query, (terms, -1 if limit is None else limit)))
        records, passages = found
        return [_record(row) for row in records], [_passage(row) for row in passages]

    @_question
    def evidence(self, key: str) -> list[FieldEvidence]:
        """Each field of a record with the words it was read from, or as supplied.

        The fields that say how the record is kept (``file``, …) are left out.
        """
        record = self.record(key)
        views = {
            view.field.rpartition("#")[2]: view
            for view in self._passages("WHERE field = ?", (key,))
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
#: A part of a word that so many words have is not looked up by them.
_MOST_TERMS = 400
#: The passages whose speaker's name holds a part.
_SPEAKER = "speaker <> '' AND speaker IN (SELECT name FROM speaker WHERE instr(name, ?))"
_WORDS = re.compile(r"[^\W_]+")
#: Fields that say how a record is kept, not what the work is.
HOUSEKEEPING = frozenset(
    {"file", "citekit-absent", "citekit-ignore", "groups", "timestamp", "owner"}
)


def _record(row: dict[str, Any]) -> RecordView:
    return RecordView(**{**row, "absent": tuple(row["absent"])})


def _passage(row: dict[str, Any]) -> PassageView:
    row["mark"] = tuple(row["mark"])
    row["reasons"] = tuple(row["reasons"])
    row["attribution"] = row["attribution"] and tuple(row["attribution"])
    return PassageView(**row)


def _below(path: Path, folder: Path) -> str:
    """A path relative to a folder it is in, with forward slashes, or ""."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _contains(text: str, part: str) -> bool:
    return _folded(part) in _folded(text)


def _folded(text: str) -> str:
    from citekit.textfold import fold  # only for a filter by words

    return fold(text, casefold=True).text
