"""One transaction over the catalogue, the passages, the suggestions and the rejections."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from citekit.errors import (
    ConflictError,
    Problem,
    SyntaxProblemError,
    UnknownKeyError,
    UsageError,
    Where,
)
from citekit.formats import bibsource
from citekit.library.outlines import Files, Outline, Place
from citekit.library.project import Project
from citekit.model import Passage
from citekit.store.annotations import PassageFile
from citekit.store.annotations import read as read_passages
from citekit.store.annotations import write as write_passages
from citekit.store.catalogue import Catalogue, Record
from citekit.store.conflicts import conflict_line
from citekit.store.files import Raw, Transaction, read_raw
from citekit.store.lines import IrregularError, Lines


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
    someone else meanwhile, SyntaxProblemError if a merge left a conflict in one, WriteError if
    one cannot be written.
    """

    def __init__(self, project: Project, dry_run: bool = False) -> None:
        self.project = project
        self.dry_run = dry_run
        self._transaction = Transaction(project.root)
        self._texts: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._annotations: dict[str, PassageFile] = {}
        self._unwritten: set[str] = set()  # annotations whose text is not made yet
        self._lines: dict[str, Lines] = {}
        self.passages_changed = 0

    def __enter__(self) -> Edit:
        self._transaction.__enter__()
        return self

    @cached_property
    def _files(self) -> Files:
        """The catalogue's files as this edit found them."""
        files = Files(self.project.root, self.project.settings.catalogue)
        for name, snapshot in files.snapshots.items():
            self._transaction.expect(snapshot)
            self._texts[name] = self._before[name] = snapshot.text
        return files

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue as this edit found it, every entry read."""
        found = self._files.catalogue()
        for name in self._files.snapshots:
            self.project.note_broken(name, found.problems)
        return found

    def outline(self, keys: Collection[str] = ()) -> Outline:
        """Which keys there are in the catalogue as this edit found it; of its entries
        only those with these ``keys`` are read."""
        found = self._files.outline(keys)
        for name, source in found.sources.items():
            self.project.note_broken(name, source.problems)
        return found

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None and not self.dry_run:
            changed = self.changed()
            refused = self._unresolved(changed)
            if refused is not None:
                self._transaction.__exit__(type(refused), refused, None)
                raise refused
            for name in changed:
                lines = self._lines.get(name)
                if lines is not None and lines.is_new:
                    self._transaction.write(self.project.root / name, lines.text())
                elif lines is not None:
                    self._transaction.splice(lines.raw, lines.edits())
                else:
                    self._transaction.write(self.project.root / name, self._texts[name])
        self._transaction.__exit__(kind, *rest)  # type: ignore[arg-type]

    def _unresolved(self, names: Iterable[str]) -> SyntaxProblemError | None:
        """That one of these files holds a conflict that a merge left there."""
        for name in names:
            lines = self._lines.get(name)
            before = self._before.get(name, "") if lines is None else lines.before
            if line := conflict_line(before):
                return SyntaxProblemError(
                    "a merge left a conflict here, which nobody has resolved; nothing was written",
                    Where(name, line),
                    "keep what holds of both sides, and take the marks out",
                )
        return None

    def read(self, name: str) -> str:
        """The text of a file of the project as this edit has it; "" for a new file."""
        if name.endswith(".bib"):
            _ = self._files  # which know their encodings
        if name not in self._texts:
            snapshot = self._transaction.read_or_new(self.project.root / name)
            self._texts[name] = self._before[name] = snapshot.text if snapshot else ""
            lines = self._lines.pop(name, None)
            if lines is not None:
                if self._before[name].encode() != lines.raw.data:
                    raise ConflictError("the file was changed meanwhile", Where(name))
                self._texts[name] = lines.text()
        self._make_text(name)
        return self._texts[name]

    def _make_text(self, name: str) -> None:
        """Write down annotations that were replaced."""
        if name in self._unwritten:
            self._unwritten.remove(name)
            self._texts[name] = write_passages(self._annotations[name])

    def write(self, name: str, text: str) -> None:
        """Give a file of the project a new text."""
        self.read(name)
        self._texts[name] = text

    def changed(self) -> list[str]:
        """Names of the files whose text changes."""
        for name in sorted(self._unwritten):
            self._make_text(name)
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
        self._require_one(key, [f"{record.file}:{record.line}" for record in found])
        return found[0]

    def place(self, key: str) -> Place:
        """The entry of a key, and the file it stands in, of which no other entry is read;
        raises as :meth:`record` does."""
        return self.places((key,))[0]

    def places(self, keys: Sequence[str]) -> list[Place]:
        """:meth:`place` of several keys."""
        outline = self.outline(keys)
        made = []
        for key in keys:
            found = outline.places(key)
            self._require_one(key, [f"{place.file}:{place.block.line}" for place in found])
            made.append(found[0])
        return made

    def _require_one(self, key: str, places: Sequence[str]) -> None:
        if not places:
            own = self.project.record(key).key  # raises with near keys
            raise UnknownKeyError(f"no work has the key {key!r}", hint=f"it is an alias of {own}")
        if len(places) > 1:
            raise UsageError(
                f"{len(places)} entries have the key {key!r}",
                hint=f"give one of them another key in the file: {', '.join(places)}",
            )

    def edit_source(self, name: str, change: Callable[[bibsource.Source], str]) -> None:
        """Give a .bib file the text that ``change`` makes of it."""
        self.write(name, change(bibsource.split(self.read(name), name)))

    def edit_entries(
        self, name: str, keys: Collection[str], change: Callable[[bibsource.Source], str]
    ) -> None:
        """Give a .bib file the text that ``change`` makes of it, which looks at the fields
        of the entries ``keys`` only."""
        text = self.read(name)
        known = self._files.known(name, keys)
        if known is None or known.text != text:
            known = bibsource.outline(text, name, keys)
        self.write(name, change(known))

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

    def of_documents(self, name: str, documents: Collection[str]) -> list[Passage]:
        """What such a file holds of these documents; it is not read as a whole if it need not
        be."""
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                return lines.of(documents)
        return [each for each in self.annotations(name).passages if each.document in documents]

    def with_status(self, name: str, status: str) -> list[Passage]:
        """What such a file holds of this status."""
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                return lines.with_status(status)
        return [each for each in self.annotations(name).passages if each.status == status]

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
        """A file by its lines, None for one that was or must be read as a whole."""
        path = self.project.root / name
        if name in self._texts:
            return None
        if name not in self._lines:
            if path.exists():
                lines = Lines(read_raw(path))
            else:
                self._transaction.read_or_new(path)
                lines = Lines(Raw(path, b"", None), is_new=True)
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

    def each_passage(
        self, keys: Collection[str], change: Callable[[Passage], Passage | None]
    ) -> None:
        """Put what ``change`` makes of it, None for nothing, in the place of every
        passage, suggestion and rejection; it leaves those alone that name none of these
        ``keys``."""
        settings = self.project.settings
        for name in (settings.passages, settings.suggestions, settings.rejections):
            count = self._change_lines(name, keys, change)
            if count is None:
                count = self._change_all(name, change)
            if name == settings.passages:
                self.passages_changed += count

    def _change_lines(
        self, name: str, keys: Collection[str], change: Callable[[Passage], Passage | None]
    ) -> int | None:
        """How many passages changed in a file that was not read as a whole; None if it must
        be."""
        with suppress(IrregularError):
            lines = self._lines_of(name)
            if lines is not None:
                pairs = [(each, change(each)) for each in lines.naming(keys)]
                pairs = [pair for pair in pairs if pair[0] is not pair[1]]
                lines.replace([(old, new) for old, new in pairs if new is not None])
                lines.remove({old.id for old, new in pairs if new is None})
                return len(pairs)
        return None

    def _change_all(self, name: str, change: Callable[[Passage], Passage | None]) -> int:
        before = self.annotations(name).passages
        after = [change(passage) for passage in before]
        pairs = [pair for pair in zip(before, after, strict=True) if pair[0] is not pair[1]]
        if pairs:
            renamed = {old.id: new.id for old, new in pairs if new is not None}
            self.set_annotations(name, [each for each in after if each is not None], renamed)
        return len(pairs)

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
        self._unwritten.add(name)


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
