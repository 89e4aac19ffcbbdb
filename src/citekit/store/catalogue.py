"""The catalogue: every entry of the project's .bib files as a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from citekit.errors import Problem, Where, error
from citekit.formats import biblatex, bibsource
from citekit.formats.bibcircles import data_circles
from citekit.formats.bibmacros import SORTING
from citekit.formats.bibmap import NO_WORKS
from citekit.model import Work, aliases
from citekit.store.conflicts import conflict_line
from citekit.store.files import Snapshot, read_text
from citekit.store.listing import catalogue_files

#: The field that lists what a text does not state about itself.
ABSENT_FIELD = "citekit-absent"


@dataclass(frozen=True, slots=True)
class Record:
    """An entry of a .bib file: its work, where it stands, and its fields by
    BibLaTeX name as they are written there."""

    work: Work
    file: str
    line: int
    entry_type: str
    fields: Mapping[str, str]

    @property
    def key(self) -> str:
        """The citation key."""
        return self.work.id

    @property
    def absent(self) -> frozenset[str]:
        """Fields recorded as absent in the source."""
        return frozenset(self.work.extra.get(ABSENT_FIELD, "").replace(",", " ").split())


@dataclass(frozen=True)
class Catalogue:
    """The records of all files, in the files' order, the files, and problems."""

    records: tuple[Record, ...]
    snapshots: tuple[Snapshot, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def by_key(self) -> dict[str, Record]:
        """The first record of each key."""
        found: dict[str, Record] = {}
        for record in self.records:
            found.setdefault(record.key, record)
        return found

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Other keys of entries (BibLaTeX manual 2.2.3, ``ids``) → their own keys; what is an
        entry's own key is no alias, and the first entry that has an alias counts."""
        found: dict[str, str] = {}
        for record in self.records:
            for alias in aliases(record.fields):
                if alias not in self.by_key:
                    found.setdefault(alias, record.key)
        return found


def load(root: Path, patterns: Sequence[str]) -> Catalogue:
    """Read the catalogue; raises ReadError for a file that cannot be read."""
    return catalogue_of(root, *read_files(root, patterns))


def read_files(root: Path, patterns: Sequence[str]) -> tuple[list[Snapshot], list[Problem]]:
    """The catalogue's files, and the problems of those whose names cannot be used; raises
    ReadError."""
    snapshots: list[Snapshot] = []
    problems: list[Problem] = []
    for path in catalogue_files(root, patterns):
        name = path.relative_to(root).as_posix()
        if name.isprintable():
            snapshots.append(read_text(path, any_encoding=True))
        else:
            problems.append(unusable_name(name))
    return snapshots, problems


def catalogue_of(
    root: Path, snapshots: Sequence[Snapshot], problems: Iterable[Problem] = ()
) -> Catalogue:
    """The catalogue that these files are."""
    records: list[Record] = []
    said = list(problems)
    for snapshot in snapshots:
        found, more = records_of(snapshot.text, snapshot.path.relative_to(root).as_posix())
        records += found
        said += more
    return Catalogue(tuple(records), tuple(snapshots), tuple(said))


def unusable_name(name: str) -> Problem:
    """The problem of a file whose name is no text or holds control characters."""
    shown = name.encode("unicode_escape").decode()
    message = "this file name is no text; it is left out"
    return error("unusable-name", message, Where(shown), "rename the file")


def records_of(text: str, name: str) -> tuple[list[Record], list[Problem]]:
    """The records of one .bib file's text, and its problems."""
    reading = entries_of(text, name)
    return [entry.record for entry in reading.entries], list(reading.problems)


class Entry(NamedTuple):
    """A record and where its entry stands in the file's text: code points, end exclusive."""

    record: Record
    start: int
    end: int


class Entries(NamedTuple):
    """The entries of one .bib file's text, its problems, and whether each entry says all
    of itself, so that what it is read as depends on no other part of the file."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    independent: bool


def entries_of(text: str, name: str) -> Entries:
    """The entries of one .bib file's text that are works."""
    source = bibsource.split(text, name)
    problems = list(source.problems)
    if conflict := conflict_line(text):
        hint = "keep what holds of both sides, and take the marks out"
        message = "a merge left a conflict here, which nobody has resolved"
        problems.insert(0, error("merge-conflict", message, Where(name, conflict), hint))
    entries = []
    independent = not problems and source.commands.keys() <= SORTING
    for block in source.blocks:
        if block.kind == "entry" and block.type not in NO_WORKS:
            work, found = biblatex.work_of_entry(source, block)
            problems += found
            record = Record(work, name, block.line, block.type, _first_values(block))
            entries.append(Entry(record, block.start, block.end))
            independent = independent and not _refers(block)
        elif block.kind not in ("comment", "preamble"):
            independent = False
    problems += data_circles(source)
    return Entries(tuple(entries), tuple(problems), independent)


def _refers(block: bibsource.Block) -> bool:
    """Whether an entry takes anything from another one."""
    return any("xdata" in f"{field.name}{field.value}" for field in block.fields) or any(
        field.name == "crossref" for field in block.fields
    )


def _first_values(block: bibsource.Block) -> dict[str, str]:
    """Field → value without its delimiters; of a repeated field, the first."""
    values: dict[str, str] = {}
    for field in block.fields:
        value = " # ".join(content for _, content in bibsource.pieces(field.value))
        values.setdefault(field.name, value)
    return values
