"""Works in and out: importing files into the catalogue, exporting from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from citekit.check import Twins
from citekit.curate import keys as key_patterns
from citekit.dates import MONTH_MACROS
from citekit.errors import Problem, SyntaxProblemError, UsageError, Where
from citekit.formats import biblatex, bibsource, registry
from citekit.formats.bibmap import NO_WORKS
from citekit.library.editing import Edit, catalogue_file, new_key
from citekit.library.project import Project
from citekit.model import Work
from citekit.store.files import read_text, write_text


@dataclass(frozen=True, slots=True)
class Import:
    """What an import did: (key, key in the imported file) of the works added,
    (key in the file, key of the catalogue's work) of those left out as already
    there, and what the reader had to report."""

    added: tuple[tuple[str, str], ...]
    present: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def detect(text: str, file: str) -> str:
    """The format of a text, by its content, then by the file's extension.

    Raises SyntaxProblemError if neither tells.
    """
    found = registry.detect(text, Path(file).suffix)
    if found is not None:
        return found.name
    raise SyntaxProblemError(
        "cannot tell the format", Where(file), "name it with --from " + "|".join(registry.FORMATS)
    )


def import_text(
    project: Project,
    text: str,
    file: str,
    *,
    source_format: str | None = None,
    into: str | None = None,
    keep_duplicates: bool = False,
    dry_run: bool = False,
) -> Import:
    """Add the works of a text to the catalogue.

    A work that is already there (same identifier, or same title with agreeing
    author and year) is left out unless ``keep_duplicates``.  Entries of .bib
    files are taken over as they are written; a key that is taken gets a suffix.
    """
    name = source_format or detect(text, file)
    reading = registry.get(name).read(text, file)
    sources = _entry_texts(text, file) if name in ("biblatex", "bibtex") else None
    target = catalogue_file(project, into)
    added: list[tuple[str, str]] = []
    present: list[tuple[str, str]] = []
    with Edit(project, dry_run) as edit:
        known = [record.work for record in edit.catalogue.records]
        taken = {work.id for work in known}
        pieces: list[str] = []
        twins = Twins(known)
        renamed: dict[str, str] = {}
        for number, work in enumerate(reading.works):
            twin = None if keep_duplicates else twins.find(work)
            if twin is not None:
                present.append((work.id, twin))
                continue
            key = _import_key(project, work, taken, name)
            taken.add(key)
            twins.add(work._replace(id=key))
            added.append((key, work.id))
            renamed.setdefault(work.id, key)
            pieces.append(_entry(sources[number] if sources else None, work, key))
        if pieces:
            pieces = [_with_references(piece, renamed) for piece in pieces]
            before = edit.read(target)
            edit.write(target, _appended(before, pieces))
    return Import(tuple(added), tuple(present), reading.problems)


def _import_key(project: Project, work: Work, taken: set[str], format_name: str) -> str:
    usable = re.fullmatch(r"[^\s{}(),\"#%~\\=']+", work.id) is not None
    if format_name in ("biblatex", "bibtex") and usable:
        return key_patterns.unique(work.id, taken)
    if usable and not work.id.isdigit() and "/" not in work.id:
        return key_patterns.unique(work.id, taken)
    return new_key(project.settings.key_pattern, work, taken)


def _entry_texts(text: str, file: str) -> list[str]:
    """The text of each entry that makes a work, in the file's order."""
    source = bibsource.split(text, file)
    return [
        source.raw(block)
        for block in source.blocks
        if block.kind == "entry" and block.type not in NO_WORKS
    ]


def _entry(text: str | None, work: Work, key: str) -> str:
    """The entry's text: as written in its .bib file where it is sound and
    stands on its own, else as the BibLaTeX writer makes it."""
    if text is not None:
        alone = bibsource.split(text)
        if not alone.problems and len(alone.blocks) == 1 and _stands_alone(alone.blocks[0]):
            if key != work.id:
                text = bibsource.rename_key(alone, work.id, key)
            return text.replace("\r\n", "\n").replace("\r", "\n")
    return biblatex.write([work._replace(id=key)]).strip()


def _with_references(piece: str, renamed: Mapping[str, str]) -> str:
    """An imported entry whose references to other imported works follow their keys."""
    for own, key in renamed.items():
        if own != key and own in piece:
            piece = bibsource.rename_references(bibsource.split(piece), own, key)
    return piece


def _stands_alone(block: bibsource.Block) -> bool:
    """Whether an entry needs nothing else of its file: no string, no parent."""
    for field in block.fields:
        if field.name in ("crossref", "xdata") or "xdata" in field.value:
            return False
        for delimiter, content in bibsource.pieces(field.value):
            if not delimiter and not content.isdigit() and content.lower() not in MONTH_MACROS:
                return False
    return True


def _appended(before: str, pieces: Sequence[str]) -> str:
    newline = "\r\n" if "\r\n" in before else "\n"
    head = before.rstrip("\r\n")
    body = "\n\n".join(pieces).replace("\n", newline)
    return (head + 2 * newline if head else "") + body + newline


def export(
    project: Project,
    format_name: str,
    keys: Sequence[str] = (),
    *,
    cited_in: str | None = None,
) -> tuple[str, int]:
    """The text of an export, and how many works it holds: these keys, the
    works a document cites, or the whole catalogue."""
    chosen = registry.get(format_name)
    if cited_in is not None:
        keys = [*keys, *(work.key for work in project.works(cited_in))]
        if not keys:
            raise UsageError(f"{cited_in} cites no work of the catalogue")
    keys = list(dict.fromkeys(keys)) or [record.key for record in project.records()]
    return chosen.write(project.work_values(keys)), len(keys)


def import_file(project: Project, path: Path, **options: object) -> Import:
    """:func:`import_text` of a file; raises ReadError."""
    text = read_text(path, any_encoding=True).text
    return import_text(project, text, str(path), **options)  # type: ignore[arg-type]


def save(project: Project, path: Path, text: str) -> None:
    """Write an export in one rename.

    Raises UsageError for a file that the project itself lives on, WriteError
    (the old file untouched).
    """
    if path.exists() and path.resolve() in {own.resolve() for own in project.files()}:
        raise UsageError(f"{path} belongs to the project", hint="export to another file")
    write_text(path, text)
