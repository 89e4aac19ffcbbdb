"""Works in and out: importing files into the catalogue, exporting from it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from citekit import anchor
from citekit.curate import keys as key_patterns
from citekit.errors import Problem, Severity, UsageError, Where, warning
from citekit.formats import biblatex, bibsource
from citekit.formats.base import Extract, Reading, Writing, join_notes
from citekit.formats.bibmap import row_for_variable
from citekit.formats.registry import Format
from citekit.library import losses, passage_export
from citekit.library.convert import Conversion, Source, measure, no_works
from citekit.library.editing import appended, catalogue_file, new_key, with_id
from citekit.library.edits import Edit
from citekit.library.exchangebib import Entries
from citekit.library.filelinks import file_links
from citekit.library.linking import DEFAULT_RELATION
from citekit.library.project import Project
from citekit.model import Body, Document, Passage, Value, Work, is_names
from citekit.store.corpus import read_document
from citekit.store.files import is_same_file, write_bytes, write_text
from citekit.store.listing import catalogue_files
from citekit.twins import Twin, Twins, folded


class Present(NamedTuple):
    """A work that was left out: its key in the imported file, that of the catalogue's work, and
    the fields that say something else there, and those that are not there."""

    key: str
    catalogue_key: str
    other: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """What an import did: (key, key in the imported file) of the works added,
    those left out as already there, and what the reader had to report."""

    added: tuple[tuple[str, str], ...]
    present: tuple[Present, ...]
    problems: tuple[Problem, ...]
    #: how many of the file's quotations became passages
    passages: int = 0


#: Variables that records of one work say differently without meaning another.
_PASSING = frozenset({"accessed", "keyword", "abstract", "citation-key", "source", "language"})
#: Shorter quotations are not looked for in the documents.
_FEWEST_WORDS = 3


def import_sources(
    project: Project,
    sources: Sequence[Source],
    *,
    into: str | None = None,
    keep_duplicates: bool = False,
    dry_run: bool = False,
) -> Iterator[Import]:
    """Add the works of files to the catalogue, file by file, as :func:`import_source` does;
    nothing is written before all files are read."""
    for source in sources:
        _refuse_catalogue(project, source.name)
    readings = [source.format.read(source.content, source.name) for source in sources]
    for source, reading in zip(sources, readings, strict=True):
        yield import_source(
            project,
            source,
            reading,
            into=into,
            keep_duplicates=keep_duplicates,
            dry_run=dry_run,
        )


def import_source(
    project: Project,
    source: Source,
    reading: Reading,
    *,
    into: str | None = None,
    keep_duplicates: bool = False,
    dry_run: bool = False,
) -> Import:
    """Add the works of a file, which ``reading`` is, to the catalogue.

    A work that is already there (same identifier and title, same title with agreeing
    author and year and nothing that differs, or the record of a document that has one) is
    left out unless ``keep_duplicates``; one that shares only the identifier, or has another
    volume, number, pages, container, date or given name, is added, and told.  Entries
    of .bib files are taken over as they are written; a key that is taken gets a suffix.
    Extracts whose words stand in a document become passages, the others go to the
    work's ``annotation``.
    """
    name = source.format.name
    entries = None
    if name in ("biblatex", "bibtex") and isinstance(source.content, str):
        entries = Entries(source.content, source.name)
    target = catalogue_file(project, into)
    added: list[tuple[str, str]] = []
    present: list[Present] = []
    told: list[Problem] = list(entries.left_behind()) if entries else []
    passages: list[Passage] = []
    finder = _Finder(project)
    extracts: dict[int, list[Extract]] = {}
    for number, extract in reading.extracts:
        extracts.setdefault(number, []).append(extract)
    with Edit(project, dry_run) as edit:
        known = [record.work for record in edit.catalogue.records]
        held = {work.id: work for work in reversed(known)}
        taken = {work.id for work in known}
        chosen: list[tuple[int, str, Work]] = []
        twins = Twins(known)
        owners = {row["id"]: row["key"] for row in project.documents()}
        renamed: dict[str, str] = {}
        places: dict[str, str] = {}
        for number, work in enumerate(reading.works):
            own = extracts.get(number, ())
            if not (work.fields or work.extra or own):
                told.append(_empty(work, number, source.name))
                continue
            documents = _documents_of(work, owners)
            owner = next(filter(None, map(owners.get, documents)), None)
            twin = (
                None
                if keep_duplicates
                else Twin(owner, "")
                if owner
                else twins.look(_related(work, places))
            )
            if twin is not None:
                told += _told_of_twin(work, twin, source.name)
            if twin is not None and twin.same:
                present.append(Present(work.id, twin.key, *_differing(work, held.get(twin.key))))
                places.setdefault(work.id, twin.key)
                passages += finder.passages(twin.key, own)[0]
                continue
            key = _import_key(project, work, taken, name)
            taken.add(key)
            owners.update(dict.fromkeys(documents, key))
            twins.add(work._replace(id=key))
            added.append((key, work.id))
            renamed.setdefault(work.id, key)
            places.setdefault(work.id, key)
            found, rest = finder.passages(key, own)
            passages += found
            chosen.append((number, key, _annotated(work, rest)))
        if chosen:
            there = {record.key: record for record in edit.catalogue.records}
            pieces: list[str] = []
            for number, key, work in chosen:
                text = entries.text(number, key, places, there) if entries else None
                text = text or biblatex.write([work._replace(id=key)]).strip()
                pieces.append(_with_references(text, renamed))
            edit.require_closed(target)
            edit.write(target, appended(edit.read(target), pieces))
        if passages:
            before_passages = {passage.id: passage for passage in edit.passages.passages}
            before_passages.update((passage.id, passage) for passage in passages)
            edit.set_passages(list(before_passages.values()), len(passages))
    problems = (*reading.problems, *told, *(() if reading.works else no_works(source)))
    return Import(tuple(added), tuple(present), problems, len(passages))


def _refuse_catalogue(project: Project, name: str) -> None:
    """Raise UsageError if a file to import is one of the catalogue already."""
    own = catalogue_files(project.root, project.settings.catalogue)
    if any(is_same_file(path, Path(name)) for path in own):
        raise UsageError(
            f"{name} is part of the catalogue already", hint="import another file, or edit this one"
        )


def _told_of_twin(work: Work, twin: Twin, file: str) -> Iterator[Problem]:
    """What to say of a work that is the same by its identifier, or by title, author and
    year, but not in all else."""
    where = Where(file, key=work.id or None)
    if twin.difference:
        message = f"looks like {twin.key} ({twin.difference}); it is added"
        hint = f"compare the two: `citekit show {twin.key}`; remove one if they are one work"
        yield warning("duplicate-work", message, where, hint)
    elif not twin.same:
        message = f"has the same {twin.by} as {twin.key}, another title; it is added"
        hint = f"correct the {twin.by}, or remove one if the two are the same work"
        yield warning("duplicate-work", message, where, hint)
    elif twin.years:
        message = f"has the same {twin.by} as {twin.key}, whose year is {twin.years[0]}, "
        message += f"not {twin.years[1]}"
        hint = "--keep-duplicates adds it"
        yield Problem(Severity.INFO, "duplicate-work", message, where, hint)


def _empty(work: Work, number: int, file: str) -> Problem:
    """What is said of a work that has no field: it is not added, as by hand it would not be."""
    has = " and ".join(
        part for part in (work.id and f"the key {work.id!r}", f"the type {work.type!r}") if part
    )
    where = Where(file, key=work.id or f"item {number + 1}")
    return warning(
        "empty-entry",
        f"has no field, only {has}; it is not added",
        where,
        "an entry needs fields, such as title, author, issued",
    )


def _differing(work: Work, there: Work | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The BibLaTeX fields of a work that say something else in the catalogue's, and those that
    it lacks; none of a work that came with the same file."""
    other: list[str] = []
    lacking: list[str] = []
    if there is None:
        return (), ()
    for variable, value in work.fields.items():
        own = there.fields.get(variable)
        if not value or variable in _PASSING or (own and _bare(value) == _bare(own)):
            continue
        row = row_for_variable(variable, work.type)
        field = f"csl-{variable}" if row is None else row.biblatex
        (other if own else lacking).append(field)
    return tuple(other), tuple(lacking)


def _bare(value: Value) -> object:
    """A value without markup, case and signs; of names the families."""
    if is_names(value):
        return [_bare(name.literal or name.family) for name in value]
    if isinstance(value, str):
        return folded(value)
    return value


def _related(work: Work, places: Mapping[str, str]) -> Work:
    """The work with the works it is related to under their keys in the catalogue."""
    if "related" not in work.extra:
        return work
    keys = [key.strip() for key in work.extra["related"].split(",")]
    related = ",".join([*keys, *(places[key] for key in keys if key in places)])
    return work._replace(extra={**work.extra, "related": related})


def _documents_of(work: Work, known: Collection[str]) -> list[str]:
    """Which of the project's documents a work's ``file`` field names."""
    value = work.extra.get("file", "")
    paths = (os.path.normpath(path).replace("\\", "/") for path in [value, *file_links(value)])
    return [path for path in dict.fromkeys(paths) if path in known]


class _Finder:
    """Looks for quoted words in the project's documents."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._documents: list[Document] | None = None

    def passages(
        self, key: str, extracts: Sequence[Extract]
    ) -> tuple[list[Passage], list[Extract]]:
        """Passages of the extracts whose words stand at one place of one document,
        and the other extracts."""
        found: list[Passage] = []
        rest: list[Extract] = []
        for extract in extracts:
            places = self._places(extract) if extract.kind == "quotation" else []
            if len(places) != 1:
                rest.append(extract)
                continue
            document, start, end = places[0]
            passage = Passage(
                id="",
                document=document.id,
                selector=anchor.select(document.text, start, end),
                kind="quotation",
                body=Body("work", key),
                relation=DEFAULT_RELATION["quotation"],
                locator=extract.locator,
                status="suggested",
                method="import",
                digest=document.digest,
                extractor=document.extractor,
            )
            found.append(with_id(passage))
        return found, rest

    def _places(self, extract: Extract) -> list[tuple[Document, int, int]]:
        if len(extract.text.split()) < _FEWEST_WORDS:
            return []
        if self._documents is None:
            root, rows = self.project.root, self.project.documents()
            self._documents = [read_document(root, row["id"]) for row in rows]
        return [
            (document, start, end)
            for document in self._documents
            for start, end in anchor.occurrences(document.text, extract.text)
        ]


def _annotated(work: Work, extracts: Sequence[Extract]) -> Work:
    """The work with the extracts among its notes."""
    if not extracts:
        return work
    notes = [work.text("annote")]
    for extract in extracts:
        words = f"“{extract.text}”" if extract.kind == "quotation" else extract.text
        place = f" ({extract.locator})" if extract.locator else ""
        comment = f"\n{extract.comment}" if extract.comment else ""
        notes.append(f"{words}{place}{comment}")
    return work._replace(fields={**work.fields, "annote": join_notes(notes)})


#: What programs call an item that has no key.
_NO_KEY = re.compile(r"item[-_ ]?\d+", re.I)


def _import_key(project: Project, work: Work, taken: set[str], format_name: str) -> str:
    usable = re.fullmatch(r"[^\s{}(),\"#%~\\=']+", work.id) is not None
    if format_name in ("biblatex", "bibtex") and usable:
        return key_patterns.unique(work.id, taken)
    if usable and not work.id.isdigit() and "/" not in work.id and not _NO_KEY.fullmatch(work.id):
        return key_patterns.unique(work.id, taken)
    return new_key(project.settings.key_pattern, work, taken)


def _with_references(piece: str, renamed: Mapping[str, str]) -> str:
    """An imported entry whose references to other imported works follow their keys."""
    for own, key in renamed.items():
        if own != key and own in piece:
            piece = bibsource.rename_references(bibsource.split(piece), own, key)
    return piece


def export(
    project: Project,
    target: Format,
    keys: Sequence[str] = (),
    *,
    cited_in: str | None = None,
    program: str = "",
    passages: bool = False,
    explain: bool = False,
) -> tuple[str, Conversion]:
    """The text of an export, and what became of the works: these keys, the works a
    document cites, or the whole catalogue.  ``passages`` carries the passages that
    point at each work along; with ``explain`` it is looked up too what of the catalogue's
    LaTeX the works do not hold."""
    if cited_in is not None:
        keys = [*keys, *(work.key for work in project.works(cited_in))]
        if not keys:
            raise UsageError(
                f"no passage of {cited_in} cites a work of the catalogue",
                hint="`citekit scan` finds what texts cite, `citekit review` accepts it",
            )
    keys = list(dict.fromkeys(keys)) or [record.key for record in project.records()]
    carried = passage_export.extracts(project, keys) if passages else {}
    how = Writing(program, carried)
    works = project.work_values(keys)
    text = target.write(works, how)
    read_lost = list(losses.of_catalogue(project, keys)) if explain and keys else []
    return text, measure(works, target, how, read_lost)


def refuse_own(project: Project, file: str) -> None:
    """Raise UsageError if ``file`` is one that the project itself lives on."""
    path = Path(file)
    if path.exists() and path.resolve() in {own.resolve() for own in project.files()}:
        raise UsageError(f"{file} belongs to the project", hint="export to another file")


def save(path: Path, content: str | bytes) -> None:
    """Write an export in one rename; raises WriteError (the old file untouched)."""
    if isinstance(content, bytes):
        write_bytes(path, content)
    else:
        write_text(path, content)
