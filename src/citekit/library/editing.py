"""Changes to the catalogue, each one transaction together with the passages,
suggestions and rejections it touches."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from citekit.curate import keys as key_patterns
from citekit.errors import (
    ConflictError,
    Problem,
    SyntaxProblemError,
    UnknownKeyError,
    UsageError,
    Where,
    warning,
)
from citekit.formats import bibsource
from citekit.formats.bibmap import MEANINGS, NO_WORKS
from citekit.library.entries import check_new_key, slips_in, slips_of, tex_value, work_of
from citekit.library.filelinks import escaped
from citekit.library.project import Project
from citekit.model import Body, Passage, Work
from citekit.store.annotations import PassageFile, passage_id
from citekit.store.annotations import read as read_passages
from citekit.store.annotations import write as write_passages
from citekit.store.catalogue import Catalogue, Record, load
from citekit.store.files import Transaction, read_raw
from citekit.store.lines import IrregularError, Lines

#: Entry types of BibLaTeX and BibTeX (BibLaTeX manual, 2.1), custom ones among them.
_KNOWN_TYPES = {*MEANINGS, *NO_WORKS, "set", "bibnote", *(f"custom{x}" for x in "abcdef")}


class Reference(NamedTuple):
    """That the entry ``key`` refers to the entry ``to`` in a field."""

    key: str
    field: str
    to: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did, or with ``dry_run`` would do: the works' keys, the files
    that change, how many passages change with them, what in the new text looks like
    a slip, and the references that lead nowhere afterwards."""

    keys: tuple[str, ...]
    files: tuple[str, ...]
    passages: int = 0
    dry_run: bool = False
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()


class Edit:
    """One transaction over the catalogue, the passages, the suggestions and the rejections.

    Use as a context manager; leaving it without an exception saves every
    changed file or none.  Raises ConflictError if a file was changed by
    someone else meanwhile, WriteError if one cannot be written.
    """

    def __init__(self, project: Project, dry_run: bool = False) -> None:
        self.project = project
        self.dry_run = dry_run
        self._transaction = Transaction(project.root)
        self._texts: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._annotations: dict[str, PassageFile] = {}
        self._lines: dict[str, Lines] = {}
        self.passages_changed = 0

    def __enter__(self) -> Edit:
        self._transaction.__enter__()
        return self

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue as this edit found it."""
        found = load(self.project.root, self.project.settings.catalogue)
        for snapshot in found.snapshots:
            name = snapshot.path.relative_to(self.project.root).as_posix()
            self._transaction.expect(snapshot)
            self._texts[name] = self._before[name] = snapshot.text
            self.project.note_broken(name, found.problems)
        return found

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None and not self.dry_run:
            for name in self.changed():
                if name in self._lines:
                    lines = self._lines[name]
                    self._transaction.splice(lines.raw, lines.edits())
                else:
                    self._transaction.write(self.project.root / name, self._texts[name])
        self._transaction.__exit__(kind, *rest)  # type: ignore[arg-type]

    def read(self, name: str) -> str:
        """The text of a file of the project as this edit has it; "" for a new file."""
        if name.endswith(".bib"):
            _ = self.catalogue  # which knows the files' encodings
        if name not in self._texts:
            snapshot = self._transaction.read_or_new(self.project.root / name)
            self._texts[name] = self._before[name] = snapshot.text if snapshot else ""
            lines = self._lines.pop(name, None)
            if lines is not None:
                if snapshot is None or snapshot.text.encode() != lines.raw.data:
                    raise ConflictError("the file was changed meanwhile", Where(name))
                self._texts[name] = lines.text()
        return self._texts[name]

    def write(self, name: str, text: str) -> None:
        """Give a file of the project a new text."""
        self.read(name)
        self._texts[name] = text

    def changed(self) -> list[str]:
        """Names of the files whose text changes."""
        by_lines = [name for name, lines in self._lines.items() if lines.edits()]
        return by_lines + [name for name, text in self._texts.items() if text != self._before[name]]

    def change(self, keys: Iterable[str], problems: Iterable[Problem] = ()) -> Change:
        """What this edit does."""
        files = tuple(self.changed())
        return Change(tuple(keys), files, self.passages_changed, self.dry_run, tuple(problems))

    def record(self, key: str) -> Record:
        """The record of a key; raises UnknownKeyError, and UsageError for a key
        that several entries have."""
        found = [record for record in self.catalogue.records if record.key == key]
        if not found:
            own = self.project.record(key).key  # raises with near keys
            raise UnknownKeyError(f"no work has the key {key!r}", hint=f"it is an alias of {own}")
        if len(found) > 1:
            places = ", ".join(f"{record.file}:{record.line}" for record in found)
            raise UsageError(
                f"{len(found)} entries have the key {key!r}",
                hint=f"give one of them another key in the file: {places}",
            )
        return found[0]

    def edit_source(self, name: str, change: Callable[[bibsource.Source], str]) -> None:
        """Give a .bib file the text that ``change`` makes of it."""
        self.write(name, change(bibsource.split(self.read(name), name)))

    def require_closed(self, name: str) -> None:
        """Raise SyntaxProblemError for a .bib file whose last entry has no end."""
        closed(bibsource.split(self.read(name), name), name)

    def find(self, name: str, id: str) -> Passage | None:
        """The passage, suggestion or rejection with this id in such a file, which is not
        read as a whole if it need not be."""
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                return lines.find(id)
        found = (each for each in self.annotations(name).passages if each.id == id)
        return next(found, None)

    def put(self, name: str, passages: Sequence[Passage]) -> None:
        """Put passages into their places in such a file; those with the same ids are
        replaced."""
        if not passages:
            return
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                lines.put(passages)
                return
        self.set_annotations(name, [*self.annotations(name).passages, *passages])

    def take_out(self, name: str, ids: Collection[str]) -> None:
        """Take the passages with these ids out of such a file."""
        if not ids:
            return
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                lines.remove(ids)
                return
        kept = [each for each in self.annotations(name).passages if each.id not in ids]
        self.set_annotations(name, kept)

    def add_passages(self, passages: Sequence[Passage]) -> None:
        """Put passages into their places; those with the same ids are replaced."""
        self.put(self.project.settings.passages, passages)
        self.passages_changed += len(passages)

    def remove_passages(self, ids: Collection[str]) -> None:
        """Take the passages with these ids out."""
        self.take_out(self.project.settings.passages, ids)
        self.passages_changed += len(ids)

    def _lines_of(self, name: str) -> Lines | None:
        """A file by its lines, None for one that is not there or that was or must be read
        as a whole."""
        path = self.project.root / name
        if name in self._texts or not path.exists():
            return None
        if name not in self._lines:
            lines = Lines(read_raw(path))
            if not lines.is_regular:
                return None
            self._lines[name] = lines
        return self._lines[name]

    @property
    def passages(self) -> PassageFile:
        """The passages as this edit has them."""
        return self.annotations(self.project.settings.passages)

    def set_passages(
        self, passages: Sequence[Passage], changed: int, renamed: Mapping[str, str] | None = None
    ) -> None:
        """Replace the passages; ``changed`` of them are new, other or gone.

        ``renamed`` maps old ids to new ones, so that what other programs wrote
        into a passage stays with it.
        """
        self.passages_changed += changed
        self.set_annotations(self.project.settings.passages, passages, renamed)

    def each_passage(self, change: Callable[[Passage], Passage | None]) -> None:
        """Put what ``change`` makes of it, None for nothing, in the place of every
        passage, suggestion and rejection."""
        settings = self.project.settings
        for name in (settings.passages, settings.suggestions, settings.rejections):
            before = self.annotations(name).passages
            after = [change(passage) for passage in before]
            pairs = [pair for pair in zip(before, after, strict=True) if pair[0] is not pair[1]]
            if pairs:
                renamed = {old.id: new.id for old, new in pairs if new is not None}
                self.set_annotations(name, [each for each in after if each is not None], renamed)
            if name == settings.passages:
                self.passages_changed += len(pairs)

    def annotations(self, name: str) -> PassageFile:
        """A file of passages, suggestions or rejections as this edit has it."""
        if name not in self._annotations:
            self._annotations[name] = read_passages(self.read(name), name)
            if name == self.project.settings.passages:
                self.project.note_broken(name, self._annotations[name].problems)
        return self._annotations[name]

    def set_annotations(
        self, name: str, passages: Iterable[Passage], renamed: Mapping[str, str] | None = None
    ) -> None:
        """Replace what such a file holds; ids that several have stand once, the last counts.

        ``renamed`` is as in :meth:`set_passages`.
        """
        before = self.annotations(name)
        extras = dict(before.extras)
        for old, new in (renamed or {}).items():
            if old != new and old in extras:
                extras[new] = extras.pop(old)
        once = {passage.id: passage for passage in passages}
        self._annotations[name] = replace(before, passages=tuple(once.values()), extras=extras)
        self.write(name, write_passages(self._annotations[name]))


def new_key(pattern: str, work: Work, taken: Collection[str], stem: str = "") -> str:
    """A key by the pattern that is not taken yet."""
    return key_patterns.unique(key_patterns.generate(pattern, work, stem=stem), taken)


def closed(source: bibsource.Source, name: str) -> bibsource.Source:
    """A .bib file behind which entries can be written; raises SyntaxProblemError if its last
    entry has no end."""
    open_entry = bibsource.unclosed(source)
    if open_entry is not None:
        raise SyntaxProblemError(
            f"the last entry, @{open_entry.type}, has no end; nothing was written",
            Where(name, open_entry.line, key=open_entry.key or None),
            "close its braces in the file, or write to another one (`--into`, or `new_entries`"
            " in citekit.toml)",
        )
    return source


def add(
    project: Project,
    entry_type: str,
    fields: Mapping[str, str],
    *,
    key: str | None = None,
    document: str | None = None,
    into: str | None = None,
    prove: Callable[[str], Sequence[Passage]] | None = None,
    dry_run: bool = False,
) -> Change:
    """Add a work; with ``document`` it is that document's own record.  ``prove`` gives the
    evidence for its fields, from its key.

    Raises UsageError for a key that is taken or cannot stand in a .bib file, and for an
    entry without fields.
    """
    values = {name.lower(): tex_value(name.lower(), value) for name, value in fields.items()}
    stem = ""
    if document is not None:
        id = project.document_id(document)
        owner = next((each["key"] for each in project.documents() if each["id"] == id), "")
        if owner:
            raise UsageError(f"{id} has a record: {owner}", hint=f"`citekit edit {owner}`")
        values["file"] = tex_value("file", escaped(id))
        stem = Path(id).stem
    if not re.fullmatch(r"[A-Za-z]+", entry_type):
        raise UsageError(f"{entry_type!r} is no entry type", hint="for example book, article, misc")
    with Edit(project, dry_run) as edit:
        taken = edit.catalogue.by_key
        if key is not None:
            check_new_key(key, taken)
        if not values:
            raise UsageError(
                "an entry needs fields; nothing was written", hint="FIELD=VALUE, such as date=1959"
            )
        if key is None:
            work = work_of(entry_type, "new", values)
            key = new_key(project.settings.key_pattern, work, taken, stem)
        check_new_key(key, taken)
        name = catalogue_file(project, into)
        chosen = key
        edit.edit_source(
            name,
            lambda source: bibsource.add_entry(
                closed(source, name), entry_type.lower(), chosen, values
            ),
        )
        if prove is not None:
            edit.add_passages(prove(chosen))
        found = slips_of(entry_type, key, values, name)
        if entry_type.lower() not in _KNOWN_TYPES and not any(
            problem.code == "misspelt-type" for problem in found
        ):
            message = f"@{entry_type} is no entry type of BibLaTeX or BibTeX"
            found = (*found, warning("unknown-type", message, Where(name, key=key)))
        return edit.change([key], found)


def catalogue_file(project: Project, into: str | None) -> str:
    """The .bib file that new works go to, relative to the project's root.

    Raises UsageError for a file that is no part of the catalogue.
    """
    name = os.path.normpath(into or project.settings.new_entries).replace("\\", "/")
    patterns = project.settings.catalogue
    shorter = (pattern.replace("**/", "") for pattern in patterns)
    if not name.endswith(".bib") or not any(
        PurePosixPath(name).match(pattern) for pattern in (*patterns, *shorter)
    ):
        raise UsageError(
            f"{name} is no file of the catalogue",
            hint=f"the catalogue is {', '.join(patterns)} (citekit.toml)",
        )
    return name


def appended(before: str, entries: Sequence[str]) -> str:
    """A .bib file's text with entries after it, a blank line between them."""
    newline = "\r\n" if "\r\n" in before else "\n"
    head = before.rstrip("\r\n")
    body = "\n\n".join(entries).replace("\n", newline)
    return (head + 2 * newline if head else "") + body + newline


def edit_fields(
    project: Project,
    key: str,
    values: Mapping[str, str | None],
    *,
    entry_type: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Set fields of a work (None removes one); every other byte of the file stays.

    Raises UsageError for a field to remove that the entry does not have.
    """
    with Edit(project, dry_run) as edit:
        record = edit.record(key)
        name = record.file
        for field, value in values.items():
            if value is None and field.lower() not in record.fields:
                known = ", ".join(record.fields) or "no field"
                raise UsageError(f"{key} has no field {field!r}", hint=f"it has {known}")
        escaped = {
            field.lower(): None if value is None else tex_value(field.lower(), value)
            for field, value in values.items()
        }
        if escaped:
            edit.edit_source(name, lambda source: bibsource.set_fields(source, key, escaped))
        if entry_type is not None:
            kind = entry_type
            edit.edit_source(name, lambda source: bibsource.set_type(source, key, kind))
        new = {field: value for field, value in escaped.items() if value}
        found = slips_of(entry_type or record.entry_type, key, new, name)
        if entry_type is None:
            found = tuple(each for each in found if each.code != "misspelt-type")
        return edit.change([key], found)


def entry_text(project: Project, key: str) -> str:
    """The entry's text as it stands in its file; raises UnknownKeyError."""
    with Edit(project, dry_run=True) as edit:
        record = edit.record(key)
        source = bibsource.split(edit.read(record.file), record.file)
        block = source.entry(key)
        return source.text[block.start : block.end] if block else ""


def replace_entry(
    project: Project, key: str, before: str, after: str, *, dry_run: bool = False
) -> Change:
    """Put a whole entry's new text in the place of the old one.

    Raises ConflictError if the entry is no longer ``before``, SyntaxProblemError
    if ``after`` is not one well-formed entry with the same key.
    """
    after = after.strip()
    parsed = bibsource.split(after, "the edited entry")
    entries = [block for block in parsed.blocks if block.kind == "entry"]
    if len(entries) != 1 or parsed.problems or entries[0].end - entries[0].start != len(after):
        raise SyntaxProblemError(
            "the edited text is not one BibTeX entry",
            hint="nothing was saved",
            problems=parsed.problems,
        )
    if entries[0].key != key:
        raise UsageError(
            f"the key was changed to {entries[0].key!r}", hint=f"use `citekit key {key} NEW`"
        )
    with Edit(project, dry_run) as edit:
        name = edit.record(key).file
        source = bibsource.split(edit.read(name), name)
        block = source.entry(key)
        if block is None or source.text[block.start : block.end] != before:
            raise ConflictError(
                "the entry was changed by someone else meanwhile", Where(name, key=key)
            )
        edit.write(name, source.text[: block.start] + after + source.text[block.end :])
        old = {(problem.code, problem.message) for problem in slips_in(before, name)}
        new = slips_in(after, name)
        return edit.change([key], [each for each in new if (each.code, each.message) not in old])


def rekey(project: Project, old: str, new: str | None = None, *, dry_run: bool = False) -> Change:
    """Give a work another key (by the project's pattern if none is named), in
    the catalogue, in other entries' cross-references and in the passages,
    suggestions and rejections."""
    with Edit(project, dry_run) as edit:
        record = edit.record(old)
        taken = set(edit.catalogue.by_key) - {old}
        if new is None:
            links = record.work.extra.get("file", "")
            stem = Path(links.split(";")[0]).stem
            new = new_key(project.settings.key_pattern, record.work, taken, stem)
        if new == old:
            return edit.change([old])
        check_new_key(new, taken)
        chosen = new
        edit.edit_source(record.file, lambda source: bibsource.rename_key(source, old, chosen))
        for name in dict.fromkeys(other.file for other in edit.catalogue.records):
            if name != record.file:
                edit.edit_source(
                    name, lambda source: bibsource.rename_references(source, old, chosen)
                )
        edit.each_passage(lambda passage: _rebound(passage, old, chosen))
        return edit.change([new])


def body_key(passage: Passage) -> str:
    """The key of the work a passage's body names, or the empty string."""
    if passage.body.type == "field":
        return passage.body.value.rpartition("#")[0]
    return passage.body.value if passage.body.type == "work" else ""


def _rebound(passage: Passage, old: str, new: str) -> Passage:
    if body_key(passage) != old:
        return passage
    body = Body(passage.body.type, new + passage.body.value[len(old) :])
    return with_id(passage._replace(body=body))


def with_id(passage: Passage) -> Passage:
    """The passage with the id that its document, position, kind and body give it."""
    selector = passage.selector
    id = passage_id(passage.document, selector.start, selector.end, passage.kind, passage.body)
    return passage._replace(id=id)
