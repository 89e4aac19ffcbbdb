"""The rows of the index for the records of .bib files."""

from __future__ import annotations

import json
import re
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from citekit.errors import Problem
from citekit.identifiers import bare_numbers
from citekit.library.brokenfiles import keep_catalogue
from citekit.library.filelinks import possible_documents
from citekit.library.state import first_name, record_view
from citekit.library.views import RecordView
from citekit.store.catalogue import Entry, entries_of
from citekit.store.files import read_text
from citekit.store.indexwriting import RecordRow, Writer, catalogue_text
from citekit.textfold import fold_text

#: From one record to the next, and from the last of a file to the first of the next.
_GAP, _FILE_GAP = 1 << 16, 1 << 32
#: So many items are compared at once.
_STEP = 1 << 12
_NEWLINE = re.compile(r"\r\n|\r|\n")


def document_of(records: Iterable[tuple[str, str]], usable: Collection[str]) -> dict[str, str]:
    """Key → document, of records by key and the documents that they may describe, as
    JSON, in the catalogue's order; ``usable`` are those that are there."""
    found: dict[str, str] = {}
    for key, links in records:
        id = next((id for id in json.loads(links or "[]") if id in usable), None)
        if id is not None:
            found[key] = id
    return found


def read_rows(root: Path, writer: Writer, files: Sequence[str]) -> list[RecordRow]:
    """The rows of all records of these files, in order; kept are the texts of those whose
    entries are independent of each other, and what cannot be read.  Raises ReadError."""
    rows: list[RecordRow] = []
    position = 0
    for name in files:
        found = _rows_of(root, name)
        if found.text is not None:
            writer.put_catalogue_text(name, found.text)
        if found.problems:
            keep_catalogue(writer, name, found.problems)
        for row in found.rows:
            position += _GAP
            rows.append(row._replace(position=position))
        position += _FILE_GAP
    return rows


class _File(NamedTuple):
    """The rows of one file, without positions, its text if the entries in it are
    independent of each other, and what is wrong with it."""

    rows: list[RecordRow] = []
    text: str | None = None
    problems: tuple[Problem, ...] = ()


def _rows_of(root: Path, name: str) -> _File:
    if not name.isprintable():
        return _File()
    text = read_text(root / name, any_encoding=True).text
    found = entries_of(text, name)
    rows = _rows(root, found.entries)
    return _File(rows, text if found.independent else None, found.problems)


def _rows(root: Path, entries: Iterable[Entry], line: int = 0) -> list[RecordRow]:
    """The rows of entries of a text that begins so many lines below its file."""
    rows = []
    end = 0
    for record, start, stop in entries:
        view = record_view(record, "")
        links = list(dict.fromkeys(possible_documents(root, record)))
        rows.append(
            RecordRow(
                position=0,
                file=record.file,
                key=view.key,
                name=first_name(view),
                document="",
                links=json.dumps(links) if links else "",
                json=view.packed(),
                line=record.line + line,
                gap=start - end,
                size=stop - start,
                words=_words(view),
            )
        )
        end = stop
    return rows


#: Fields of identifiers that are written in several forms, which a search finds all.
_NUMBERED = ("isbn", "issn", "doi")


def _words(view: RecordView) -> str:
    """What a record is searched by, folded."""
    numbers = [
        number
        for name, value in view.fields.items()
        if name.endswith(_NUMBERED)
        for number in bare_numbers(value)
    ]
    return fold_text(" ".join([view.words, *numbers]), casefold=True)


# --- one file that changed ------------------------------------------------------------


class _Old(NamedTuple):
    """A record that is in the index."""

    position: int
    line: int
    gap: int
    size: int


class _Changed(NamedTuple):
    """So many records at a file's beginning and end are as they were, between them are
    the new rows; where the others stand now, as line, gap, size and position."""

    head: int
    tail: int
    rows: list[RecordRow]
    moved: list[tuple[int, int, int, int]]
    text: str | None
    problems: tuple[Problem, ...] = ()


def update_rows(
    root: Path, db: sqlite3.Connection, writer: Writer, files: Sequence[str], name: str
) -> bool:
    """Bring the rows of one of these files, or of one that is gone, up to date.

    False where there is no room for them between those of the other files.
    """
    query = (
        "SELECT position, line, gap, size FROM record JOIN entry USING (position)"
        " WHERE file = ? ORDER BY position"
    )
    old = [_Old(*row) for row in db.execute(query, (name,))]
    if name not in files:
        _drop(db, writer, old)
        writer.put_catalogue_text(name, None)
        keep_catalogue(writer, name, ())
        return True
    found = _changed_part(root, name, old, catalogue_text(db, name))
    found = found or _compared(root, name, old, db)
    limits = _limits(db, files, name)
    places = _places(old, found, limits)
    if places is None:
        found = found._replace(head=0, tail=0, rows=_rows_of(root, name).rows, moved=[])
        places = _places(old, found, limits)
        if places is None:
            return False
    writer.put_catalogue_text(name, found.text)
    keep_catalogue(writer, name, found.problems)
    _drop(db, writer, old[found.head : len(old) - found.tail])
    rows = [row._replace(position=at) for row, at in zip(found.rows, places, strict=True)]
    writer.put_records(rows)
    writer.move_entries(found.moved)
    return True


def _drop(db: sqlite3.Connection, writer: Writer, rows: Iterable[_Old]) -> None:
    """Remove records with the words that they have in the index."""
    words = []
    for row in rows:
        query = "SELECT json FROM record WHERE position = ?"
        ((packed,),) = db.execute(query, (row.position,))
        view = RecordView.unpacked(packed, 0, "")
        words.append((row.position, _words(view)))
    writer.drop_records(words)


def _places(
    old: Sequence[_Old], found: _Changed, limits: tuple[int, int | None]
) -> Sequence[int] | None:
    """Positions for the new rows, None where there is no room for them."""
    low = old[found.head - 1].position if found.head else limits[0]
    high = old[-found.tail].position if found.tail else limits[1]
    count = len(found.rows)
    step = _GAP if high is None else min(_GAP, (high - low) // (count + 1))
    return (
        range(low + step, low + step * count + 1, step) if step and count else None if count else ()
    )


def _limits(db: sqlite3.Connection, files: Sequence[str], name: str) -> tuple[int, int | None]:
    """The positions of the last record before those of a file, and of the first after."""

    def found(query: str, others: Iterable[str]) -> int | None:
        places = (db.execute(query, (other,)).fetchone()[0] for other in others)
        return next((place for place in places if place is not None), None)

    at = files.index(name)
    low = found("SELECT max(position) FROM record WHERE file = ?", reversed(files[:at]))
    high = found("SELECT min(position) FROM record WHERE file = ?", files[at + 1 :])
    return low or 0, high


def _compared(root: Path, name: str, old: Sequence[_Old], db: sqlite3.Connection) -> _Changed:
    """A file that is read as a whole."""
    rows, text, problems = _rows_of(root, name)
    query = "SELECT json FROM record WHERE file = ? ORDER BY position"
    there = [packed for (packed,) in db.execute(query, (name,))]
    values = [row.json for row in rows]
    head = _same(there, values)
    tail = _same(there[: head - len(there) - 1 : -1], values[: head - len(values) - 1 : -1])
    kept = [*zip(old[:head], rows[:head], strict=True)]
    kept += zip(old[len(old) - tail :], rows[len(rows) - tail :], strict=True)
    moved = [
        (row.line, row.gap, row.size, was.position)
        for was, row in kept
        if (row.line, row.gap, row.size) != was[1:]
    ]
    return _Changed(head, tail, rows[head : len(rows) - tail], moved, text, problems)


def _changed_part(
    root: Path, name: str, old: Sequence[_Old], before: str | None
) -> _Changed | None:
    """A file of which only the part is read that changed; None if it must be read as a
    whole: entries in it are not independent of each other, or were not."""
    if before is None:
        return None
    text = read_text(root / name, any_encoding=True).text
    stops = list(accumulate(row.gap + row.size for row in old))
    same = _same(before, text)
    head = bisect_right(stops, same)
    start = stops[head - 1] if head else 0
    same = _same(before[:start:-1], text[:start:-1])
    longer = len(text) - len(before)
    # from the first entry after the change on that begins a line, all are as they were
    first = len(before) - same
    tails = (
        len(old) - number
        for number, (row, stop) in enumerate(zip(old, stops, strict=True))
        if number >= head and stop - row.size > first and before[stop - row.size - 1] in "\r\n"
    )
    tail = next(tails, 0)
    end = stops[-tail] - old[-tail].size + longer if tail else len(text)
    part = entries_of(text[start:end], name)
    if not part.independent:
        return None
    rows = _rows(root, part.entries, len(_NEWLINE.findall(text, 0, start)))
    moved = []
    if tail:
        row = old[-tail]
        gap = end - start - sum(each.gap + each.size for each in rows)
        lines = len(_NEWLINE.findall(text, 0, end)) + 1 - row.line
        moved = [(at.line + lines, at.gap, at.size, at.position) for at in old[-tail:]]
        moved[0] = (row.line + lines, gap, row.size, row.position)
        if not lines:
            del moved[1:]
    return _Changed(head, tail, rows, moved, text)


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items are the same from the beginning on."""
    count, most = 0, min(len(one), len(other))
    while count + _STEP <= most and one[count : count + _STEP] == other[count : count + _STEP]:
        count += _STEP
    while count < most and one[count] == other[count]:
        count += 1
    return count
