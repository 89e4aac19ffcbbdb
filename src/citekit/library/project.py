"""The open project, and what can be asked of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citekit.errors import NoProjectError, UnknownDocumentError, UnknownKeyError
from citekit.library.views import CitedWork, FieldEvidence, PassageView, RecordView
from citekit.store import index as indexes
from citekit.store import settings
from citekit.store.corpus import document_ids
from citekit.store.files import recover

if TYPE_CHECKING:
    from citekit.errors import Problem
    from citekit.library.state import State
    from citekit.model import Work


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
        files = self.files()
        stamp = indexes.fingerprint(files)
        if self._index is not None and stamp == self._stamp:
            return self._index
        self.close()
        path = self.root / ".citekit" / "index.sqlite"
        self._index = indexes.open_fresh(path, stamp) or self._build(path, stamp)
        self._stamp = stamp
        return self._index

    def files(self) -> list[Path]:
        """The files the project lives on: settings, passages, catalogue, documents."""
        bibs = {path for pattern in self.settings.catalogue for path in self.root.glob(pattern)}
        documents = document_ids(self.root, self.settings.documents)
        return [
            self.root / settings.PROJECT_FILE,
            *(self.root / name for name in (self.settings.suggestions, self.settings.rejections)),
            self.root / self.settings.passages,
            *sorted(bibs),
            *(self.root / id for id in documents),
        ]

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query; an index damaged inside is made anew."""
        try:
            return self.index().rows(query, values)
        except indexes.DamagedError:
            self.close()
            (self.root / ".citekit" / "index.sqlite").unlink(missing_ok=True)
            return self.index().rows(query, values)

    def _json(self, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        rows = self._rows(query, values)
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

        state = self.state()
        counts: dict[str, int] = {}
        passages = []
        for view in state.passage_views():
            counts[view.document] = counts.get(view.document, 0) + 1
            words = " ".join((view.sentence, view.exact, view.speaker, view.person))
            passages.append((view.id, view.document, view.work, view.kind, view.to_json(), words))
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
                (view.key, first_name(view), view.to_json(), words)
                for view, words in state.record_views()
            ],
            documents,
            passages,
        )
        return indexes.build(path, stamp, content)

    # --- questions --------------------------------------------------------------

    def records(self, keys: Sequence[str] = ()) -> list[RecordView]:
        """The records with these keys, in this order, or all in the files' order.

        Raises UnknownKeyError.
        """
        if not keys:
            return [_record(row) for row in self._json("SELECT json FROM record")]
        wanted = ", ".join("?" * len(keys))
        if len(keys) > _MOST_VALUES:
            found = {record.key: record for record in reversed(self.records())}
        else:
            query = f"SELECT json FROM record WHERE key IN ({wanted}) ORDER BY position DESC"
            found = {row["key"]: _record(row) for row in self._json(query, keys)}
        for key in keys:
            if key not in found:
                raise UnknownKeyError(f"no work has the key {key!r}", hint=self._near(key))
        return [found[key] for key in keys]

    def record(self, key: str) -> RecordView:
        """The record with this key; raises UnknownKeyError with near keys."""
        return self.records([key])[0]

    def namesakes(self, keys: Sequence[str]) -> list[RecordView]:
        """These records, in this order, and then those that are cited by the same
        first family name, which is as far as disambiguation looks (CSL 1.0.2,
        "Disambiguation")."""
        records = self.records(list(dict.fromkeys(keys))) if keys else []
        found = {record.key: record for record in records}
        query = "SELECT DISTINCT name FROM record WHERE key = ?"
        names = {row[0] for key in found for row in self._rows(query, (key,))}
        for name in sorted(names):
            for row in self._json("SELECT json FROM record WHERE name = ?", (name,)):
                found.setdefault(row["key"], _record(row))
        return list(found.values())

    def _near(self, key: str) -> str:
        from difflib import get_close_matches  # only on a wrong key

        keys = [row[0] for row in self._rows("SELECT key FROM record")]
        near = get_close_matches(key, keys, n=3, cutoff=0.5)
        return "did you mean " + " or ".join(near) if near else "`citekit list` shows the keys"

    def documents(self) -> list[dict[str, Any]]:
        """Id, key, length in code points and number of passages of each document."""
        return self._json("SELECT json FROM document ORDER BY id")

    def document_id(self, name: str) -> str:
        """The id of a document named by its record's key, its file name or its path.

        Raises UnknownDocumentError if there is none, or more than one.
        """
        rows = self._rows("SELECT id, key FROM document")
        wanted = name.replace("\\", "/").removeprefix("./")
        absolute = (Path.cwd() / name).resolve()
        for matches in (
            [id for id, key in rows if key == name],
            [id for id, _ in rows if id == wanted],
            [id for id, _ in rows if (self.root / id).resolve() == absolute],
            [id for id, _ in rows if Path(id).name == wanted],
            [id for id, _ in rows if Path(id).stem == wanted],
        ):
            if len(matches) == 1:
                return str(matches[0])
            if matches:
                raise UnknownDocumentError(
                    f"{name!r} names several documents", hint=", ".join(matches)
                )
        known = ", ".join(key or id for id, key in rows[:8])
        raise UnknownDocumentError(
            f"no document has the key, file name or path {name!r}",
            hint=f"the documents are {known}" if rows else "`documents` in citekit.toml finds none",
        )

    def cites(self, key: str) -> list[PassageView]:
        """The passages that cite a work, by document and place; raises UnknownKeyError."""
        self.record(key)
        return self._passages("WHERE work = ?", (key,))

    def works(self, document: str) -> list[CitedWork]:
        """The works a document cites, in order of first place; raises UnknownDocumentError."""
        id = self.document_id(document)
        by_key: dict[str, list[PassageView]] = {}
        for view in self._passages("WHERE document = ? AND work <> ''", (id,)):
            by_key.setdefault(view.work, []).append(view)
        records = {record.key: record for record in self.records()}
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

    def passages(
        self,
        *,
        document: str | None = None,
        work: str | None = None,
        kind: str | None = None,
        speaker: str | None = None,
        text: str | None = None,
    ) -> list[PassageView]:
        """Passages that satisfy every filter given.

        ``speaker`` and ``text`` match anywhere, whatever the case and
        typography; ``text`` looks at the passage's sentence.
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
        views = self._passages("WHERE " + " AND ".join(clauses) if clauses else "", values)
        if speaker is not None:
            views = [view for view in views if _contains(view.speaker or view.person, speaker)]
        if text is not None:
            views = [view for view in views if _contains(view.sentence or view.exact, text)]
        return views

    def _passages(self, where: str, values: Sequence[Any] = ()) -> list[PassageView]:
        query = f"SELECT json FROM passage {where} ORDER BY position"
        return [_passage(row) for row in self._json(query, values)]

    def search(self, words: str) -> tuple[list[RecordView], list[PassageView]]:
        """Records and passages that hold every one of these words (or words that
        begin so), best first."""
        terms = " ".join('"' + word.replace('"', '""') + '"*' for word in words.split())
        if not terms:
            return [], []
        hits = self._rows(
            "SELECT kind, ref FROM words WHERE words MATCH ? ORDER BY rank", (f"text : ({terms})",)
        )
        keys = [ref for kind, ref in hits if kind == "record"]
        records = self.records(keys) if keys else []
        views = [
            _passage(row)
            for kind, ref in hits
            if kind == "passage"
            for row in self._json("SELECT json FROM passage WHERE id = ?", (ref,))
        ]
        return records, views

    def evidence(self, key: str) -> list[FieldEvidence]:
        """Each field of a record with the words it was read from, or as supplied.

        The fields that say how the record is kept (``file``, …) are left out.
        """
        record = self.record(key)
        views = {
            view.field.rpartition("#")[2]: view
            for view in self._passages("WHERE kind = 'evidence'")
            if view.field.rpartition("#")[0] == key
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
#: Fields that say how a record is kept, not what the work is.
HOUSEKEEPING = frozenset({"file", "citekit-absent", "groups", "timestamp", "owner"})


def _record(row: dict[str, Any]) -> RecordView:
    return RecordView(**{**row, "absent": tuple(row["absent"])})


def _passage(row: dict[str, Any]) -> PassageView:
    view = PassageView(**row)
    start, end = view.mark
    return replace(view, mark=(start, end), reasons=tuple(view.reasons))


def _contains(text: str, part: str) -> bool:
    from citekit.textfold import fold  # only for a filter by words

    return fold(part, casefold=True).text in fold(text, casefold=True).text
