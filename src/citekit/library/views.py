"""What the library answers with: flat values that print and turn into JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

_EMPTY: Mapping[str, Any] = MappingProxyType({})
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=dict).encode
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,80}\]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _packed(values: Sequence[Any]) -> str:
    """Values as one line of JSON that every encoding of Unicode can hold."""
    line = _dump(values)
    return json.dumps(values, default=dict) if _SURROGATE.search(line) else line


class RecordView(NamedTuple):
    """A record of the catalogue.

    ``fields`` are the entry's own fields as written, ``csl`` the work as
    CSL-JSON, ``document`` the id of the text the record describes or "",
    ``absent`` the fields that text does not state.
    """

    key: str
    type: str
    entry_type: str
    file: str
    line: int
    authors: str
    year: str
    title: str
    document: str = ""
    absent: tuple[str, ...] = ()
    fields: Mapping[str, str] = _EMPTY
    csl: Mapping[str, Any] = _EMPTY

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object."""
        return {**self._asdict(), "fields": dict(self.fields), "csl": dict(self.csl)}

    def packed(self) -> str:
        """The value as JSON, without its line and document."""
        return _packed([getattr(self, name) for name in _PACKED])

    @classmethod
    def unpacked(cls, text: str, line: int, document: str) -> RecordView:
        """What :meth:`packed` was made of; raises ValueError for anything else."""
        values = dict(zip(_PACKED, json.loads(text), strict=True))
        values["absent"] = tuple(values["absent"])
        return cls(**values, line=line, document=document)

    @property
    def words(self) -> str:
        """What it is searched by."""
        names = (
            f"{name.get('given', '')} {name.get('family', '')} {name.get('literal', '')}"
            for value in self.csl.values()
            if isinstance(value, list)
            for name in value
            if isinstance(name, dict)
        )
        return " ".join([self.key, self.title, self.year, *self.fields.values(), *names])

    @property
    def label(self) -> str:
        """A short name for people: authors, year, title, as far as they are known."""
        head = " ".join(part for part in (self.authors, self.year) if part)
        return ", ".join(part for part in (head, self.title) if part) or self.key


_PACKED = tuple(name for name in RecordView._fields if name not in ("line", "document"))


class PassageView(NamedTuple):
    """A passage and where it stands now; a named tuple, of which an answer may hold
    thousands.

    ``start``/``end`` are code-point offsets, ``line``/``column`` count from 1;
    all are -1 and ``sentence`` is empty if the anchor is orphaned.  ``mark``
    is the span of ``exact`` within ``sentence``; ``attribution`` the offsets of the
    words that name the speaker or author, or None.
    """

    id: str
    document: str
    document_key: str
    line: int
    column: int
    start: int
    end: int
    anchor: str
    anchor_score: float
    kind: str
    relation: str
    work: str
    person: str
    field: str
    exact: str
    quoted: str
    sentence: str
    mark: tuple[int, int]
    speaker: str
    cue: str
    locator: str
    status: str
    method: str
    score: float
    reasons: tuple[str, ...]
    attribution: tuple[int, int] | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object."""
        return self._asdict()

    def packed(self) -> str:
        """The value as JSON."""
        return _packed(self)

    @classmethod
    def unpacked(cls, text: str) -> PassageView:
        """What :meth:`packed` was made of; raises ValueError for anything else."""
        values = json.loads(text)
        for index in _TUPLES:
            values[index] = values[index] and tuple(values[index])
        values[_REASONS] = tuple(values[_REASONS])
        return cls._make(values)

    @property
    def words(self) -> str:
        """What it is searched by."""
        return " ".join((self.sentence or self.exact, self.speaker, self.person))

    @property
    def told(self) -> str:
        """Its words where they stand alone: of a note's mark, or a number, the sentence that
        has it, without marks of notes."""
        words = self.exact
        is_note = words[:2] == "[^" and words[-1:] == "]"
        if not self.sentence or not (is_note or not any(map(str.isalpha, words))):
            return words
        return " ".join(_NOTE_MARK.sub("", self.sentence).split()) or words

    @property
    def place(self) -> str:
        """``document:line:column``, or the document alone if the anchor is orphaned."""
        return f"{self.document}:{self.line}:{self.column}" if self.line > 0 else self.document


_TUPLES = tuple(PassageView._fields.index(name) for name in ("mark", "attribution"))
_REASONS = PassageView._fields.index("reasons")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that a document cites: how often, by kind, and where."""

    key: str
    authors: str
    year: str
    title: str
    count: int
    kinds: Mapping[str, int]
    places: tuple[PassageView, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object; places are short."""
        return {
            "key": self.key,
            "authors": self.authors,
            "year": self.year,
            "title": self.title,
            "count": self.count,
            "kinds": dict(self.kinds),
            "places": [
                {
                    "id": view.id,
                    "document": view.document,
                    "line": view.line,
                    "column": view.column,
                    "start": view.start,
                    "end": view.end,
                    "kind": view.kind,
                    "exact": view.exact,
                }
                for view in self.places
            ],
        }


class FieldEvidence(NamedTuple):
    """A field of a record: its value, and the words it was read from.

    ``source`` is ``read`` (with ``words`` and their place) or ``supplied``.
    """

    field: str
    value: str
    source: str
    words: str = ""
    document: str = ""
    line: int = -1
    column: int = -1

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object."""
        return self._asdict()

    @property
    def place(self) -> str:
        """``document:line:column``, or that the words are orphaned in it."""
        at = f"{self.line}:{self.column}" if self.line > 0 else " orphaned"
        return f"{self.document}:{at}"
