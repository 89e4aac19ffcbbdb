"""A file of passages whose lines are found, put in and taken out without reading it all.

What a line holds is read only where it matters: a file of a hundred thousand passages has
a hundred megabytes.  What comes out is what :func:`citekit.store.annotations.write` makes
of all passages, if the file was made by it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from citekit.model import Passage
from citekit.store.annotations import head_of, place, read_line, write_line
from citekit.store.atomic import spliced
from citekit.store.files import Raw

#: So many ids are sought one by one.
_FEW = 64
_TWICE = (-1, -1)
#: A key that is written in one way.
_PLAIN = re.compile(r"[A-Za-z0-9_.:+-]+")
#: In so many bytes of a line its passage and document are named.
_FAR = 4096


class _Head(NamedTuple):
    """A line from ``start`` to ``end``, and what it is of."""

    id: str
    document: str
    start: int
    end: int


class IrregularError(Exception):
    """The file must be read as a whole: an id stands in two lines, or is written in
    more than one way."""


class Lines:
    """A file of passages, one a line, and changes of it; ``is_new``: that is not there yet."""

    def __init__(self, raw: Raw, *, is_new: bool = False) -> None:
        self.raw = raw
        self.is_new = is_new
        self._data = raw.data
        self._spans: dict[str, tuple[int, int] | None] = {}
        self._added: dict[str, Passage] = {}
        self._gone: set[str] = set()
        #: The lines that others were made of, by the ids of these.
        self._from: dict[str, tuple[int, int]] = {}
        self._sought = 0

    @property
    def before(self) -> str:
        """The file as it was read, if it holds a mark of a merge; else "", as it may be long."""
        marked = b"<<<<<<< " in self._data
        return self._data.decode("utf-8", "replace") if marked else ""

    @property
    def is_regular(self) -> bool:
        """Whether all lines end as those that citekit writes."""
        data = self._data
        return not data or (
            data.endswith(b"\n") and b"\r" not in data and not data.startswith(b"\xef\xbb\xbf")
        )

    def find(self, id: str) -> Passage | None:
        """The passage with this id; raises IrregularError if two lines have it."""
        if id in self._added:
            return self._added[id]
        span = None if id in self._gone else self._span(id)
        return None if span is None else self._read(*span)

    def documents(self) -> set[str]:
        """The documents that the lines name."""
        return {head.document for head in self._heads}

    def of(self, documents: Container[str]) -> list[Passage]:
        """The passages of these documents; raises IrregularError where two lines have the id
        of one."""
        found = {}
        for id, document, start, end in self._heads:
            if document in documents and (passage := self._read(start, end)) is not None:
                if self._all[id] == _TWICE:
                    raise IrregularError
                found[id] = passage
        return self._as_changed(found, lambda passage: passage.document in documents)

    def with_status(self, status: str) -> list[Passage]:
        """The passages with a status."""
        found = {}
        name = f'"{status}"'.encode()
        at = self._data.find(name)
        while at >= 0:
            start, end = self._data.rfind(b"\n", 0, at) + 1, self._data.find(b"\n", at) + 1
            passage = self._read(start, end)
            if passage is not None and passage.status == status:
                found[passage.id] = passage
            at = self._data.find(name, end)
        return self._as_changed(found, lambda passage: passage.status == status)

    def naming(self, keys: Iterable[str]) -> list[Passage]:
        """The passages whose lines name one of these keys; raises IrregularError where a key
        may be written in more than one way, or lines were changed."""
        if self._added or self._gone:
            raise IrregularError
        found = {}
        for key in keys:
            if _PLAIN.fullmatch(key) is None:
                raise IrregularError
            for name in (f'"{key}"'.encode(), f'"{key}#'.encode()):
                at = self._data.find(name)
                while at >= 0:
                    start, end = self._data.rfind(b"\n", 0, at) + 1, self._data.find(b"\n", at) + 1
                    if (passage := self._read(start, end)) is not None:
                        found[passage.id] = passage
                    at = self._data.find(name, end)
        return [*found.values()]

    def replace(self, pairs: Sequence[tuple[Passage, Passage]]) -> None:
        """Put other passages, with ids of their own, into the places of some; what other
        programs wrote into their lines goes along.  Raises IrregularError where two lines would
        have an id."""
        olds, news = {old.id for old, _ in pairs}, {new.id for _, new in pairs}
        if len(news) < len(pairs) or any(self._span(id) for id in news - olds):
            raise IrregularError
        spans = {new.id: self._span(old.id) for old, new in pairs}
        self._gone |= olds
        self._from |= {id: span for id, span in spans.items() if span is not None}
        self._added |= {new.id: new for _, new in pairs}

    def _as_changed(
        self, found: Mapping[str, Passage], belongs: Callable[[Passage], bool]
    ) -> list[Passage]:
        """Passages of the file as the changes leave them; those that were put in ``belongs``
        says of."""
        stay = {id: one for id, one in found.items() if id not in self._gone | self._added.keys()}
        new = {id: one for id, one in self._added.items() if belongs(one)}
        return [*(stay | new).values()]

    def put(self, passages: Iterable[Passage]) -> None:
        """Add passages; those with the same ids are replaced, but for what other programs
        wrote into their lines.  Raises IrregularError where two lines have an id."""
        for passage in passages:
            self._span(passage.id)
            self._added[passage.id] = passage

    def remove(self, ids: Iterable[str]) -> None:
        """Take out the passages with these ids; raises IrregularError where two lines
        have one."""
        for id in ids:
            self._added.pop(id, None)
            if self._span(id) is not None:
                self._gone.add(id)

    def edits(self) -> list[tuple[int, int, bytes]]:
        """The changes as start, end and new bytes, in order."""
        found = []
        for passage in sorted(self._added.values(), key=place):
            span = None if passage.id in self._gone else self._spans[passage.id]
            span = self._from.get(passage.id, span)
            old = self._line(*span) if span else ""
            at = self._position(passage)
            found.append((at, at, write_line(passage, old).encode()))
        for id in self._gone | self._added.keys():
            span = self._spans[id]
            if span is not None:
                found.append((*span, b""))
        return sorted(found, key=lambda edit: edit[:2])

    def text(self) -> str:
        """The text with the changes; raises UnicodeDecodeError."""
        _, content = spliced(self._data, self.edits())
        return b"".join(content.parts).decode()

    def _span(self, id: str) -> tuple[int, int] | None:
        """Where the line with this id stands."""
        if id not in self._spans:
            self._sought += 1
            many = "_all" in self.__dict__ or self._sought >= _FEW
            self._spans[id] = self._among_all(id) if many else self._search(id)
        span = self._spans[id]
        if span == _TWICE:
            raise IrregularError
        return span

    @cached_property
    def _heads(self) -> list[_Head]:
        """The lines of passages, for many questions."""
        found = []
        start = 0
        while start < len(self._data):
            end = self._data.find(b"\n", start) + 1
            head = head_of(self._data[start : min(end, start + _FAR)])
            if head is None and (passage := self._read(start, end)) is not None:
                head = passage.id, passage.document
            if head is not None:
                found.append(_Head(*head, start, end))
            start = end
        return found

    @cached_property
    def _all(self) -> dict[str, tuple[int, int]]:
        """Where the line of every id stands; what stands in two lines is :data:`_TWICE`."""
        found: dict[str, tuple[int, int]] = {}
        for id, _, start, end in self._heads:
            found[id] = _TWICE if id in found else (start, end)
        return found

    def _among_all(self, id: str) -> tuple[int, int] | None:
        span = self._all.get(id)
        is_broken = span not in (None, _TWICE) and self._read(*span) is None
        return None if is_broken else span

    def _search(self, id: str) -> tuple[int, int] | None:
        data, name = self._data, f'"{id}"'.encode(errors="replace")
        if not id.isascii() or json.dumps(id) != f'"{id}"':
            raise IrregularError
        found = None
        at = data.find(name)
        while at >= 0:
            start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at) + 1
            passage = self._read(start, end)
            if passage is not None and passage.id == id:
                if found is not None:
                    raise IrregularError
                found = start, end
            at = data.find(name, end)
        return found

    def _read(self, start: int, end: int) -> Passage | None:
        return read_line(self._line(start, end))

    def _line(self, start: int, end: int) -> str:
        """A line without its end; one that is no UTF-8 is no passage."""
        return self._data[start : end - 1].decode(errors="replace")

    def _position(self, passage: Passage) -> int:
        """Where the line of a passage belongs; what cannot be read stands last."""
        data, wanted = self._data, place(passage)
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle) + 1
            other = self._read(start, end)
            if other is not None and place(other) < wanted:
                low = end
            else:
                high = start
        return low
