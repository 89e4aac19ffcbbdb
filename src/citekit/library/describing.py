"""A document's own record: what its file says of itself, with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citekit import anchor
from citekit.corpus.stated import Stated, stated
from citekit.dates import parse_date
from citekit.errors import ReadError, UnknownDocumentError, UsageError
from citekit.formats import biblatex
from citekit.formats.bibmap import LANGUAGE_TAGS
from citekit.library import editing
from citekit.library.editing import with_id
from citekit.library.edits import Change
from citekit.library.entries import record_of
from citekit.library.evidence import evidence
from citekit.library.project import Project
from citekit.model import Body, Document, Passage, Value, Work
from citekit.names import parse_names
from citekit.store.catalogue import records_of
from citekit.store.corpus import read_document
from citekit.store.files import read_text

#: What reads the fields from the file, as passages name it.
METHOD = "metadata"
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
#: Characters from which a paragraph is prose, and no title, name or date.
_PROSE = 160
#: The date of a moment (RFC 3339).
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d.*")
#: A date with slashes, as ``citation_date`` has it.
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?")
#: How the names of newspapers and bodies begin, and those of persons do not.
_BODY = re.compile(r"(?:The|Die|Das|Der|Les|La|Le)\s|L['’](?=\w)")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


def add(
    project: Project,
    entry_type: str,
    fields: Mapping[str, str],
    *,
    key: str | None = None,
    documents: Sequence[str] = (),
    into: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Add a work, or for each of these documents its own record, all or none; of a folder for
    those that have none.

    A record gets the title, author, date and language that its document's file states, where
    no such field is given, with evidence where these words stand in the text too.  Raises what
    :func:`citekit.library.editing.add_all` does, UnknownDocumentError, and UsageError for one key
    of several records and for a folder in which every document has one.
    """
    if not documents:
        new = [editing.New(fields, key)]
    else:
        ids = _undescribed(project, documents)
        if key is not None and len(ids) > 1:
            raise UsageError(f"{len(ids)} records cannot have one key", hint="leave out --key")
        new = [_described(project, entry_type, id, fields, key) for id in ids]
    return editing.add_all(project, entry_type, new, into=into, dry_run=dry_run)


def _undescribed(project: Project, names: Sequence[str]) -> list[str]:
    """The ids of these documents, and of those in these folders that have no record."""
    described = {each["id"] for each in project.documents() if each["key"]}
    found: dict[str, None] = {}
    for name in names:
        try:
            ids = [project.document_id(name)]
        except UnknownDocumentError:
            ids = [id for id in project.document_ids(name) if id not in described]
            if not ids:
                raise UsageError(f"every document in {name!r} has a record") from None
        found |= dict.fromkeys(ids)
    return list(found)


def _described(
    project: Project, entry_type: str, id: str, fields: Mapping[str, str], key: str | None
) -> editing.New:
    """The record of a document, with what its file states."""
    try:
        text = read_document(project.root, id)
        source = read_text(project.root / id, any_encoding=True).text
    except ReadError:  # it is described all the same
        source, text = "", None
    given = {name.lower() for name in fields}
    read = {
        name: value
        for name, value in proposed(stated(source, id)).items()
        if name not in given and not (name == "date" and "year" in given)
    }

    def prove(chosen: str) -> list[Passage]:
        return [] if text is None else list(_evidence(text, entry_type, chosen, read))

    return editing.New({**read, **fields}, key, id, prove if read else None)


def proposed(found: Stated) -> dict[str, str]:
    """BibLaTeX fields of what a file states."""
    values: dict[str, Value] = {}
    if found.title:
        values["title"] = found.title
    authors = parse_names(" and ".join(map(_braced, found.authors)))
    if authors:
        values["author"] = authors
    slashed = _SLASHED.fullmatch(found.date)
    parts = [part.zfill(2) for part in slashed.groups() if part] if slashed else []
    date = parse_date("-".join(parts) or _MOMENT.sub(r"\1", found.date))
    if date is not None and date.start is not None:
        values["issued"] = date
    language = LANGUAGE_TAGS.get(found.language.lower(), found.language)
    if _TAG.fullmatch(language):
        values["language"] = language.replace("_", "-")
    if not values:
        return {}
    entry = biblatex.write([Work("new", "document", values)])
    return dict(records_of(entry, "")[0][0].fields)


def _braced(name: str) -> str:
    """A name as BibTeX writes it: that of a body, which begins with an article, in braces."""
    return f"{{{name}}}" if _BODY.match(name) and "{" not in name else name


def _evidence(
    document: Document, entry_type: str, key: str, fields: Mapping[str, str]
) -> Iterator[Passage]:
    """A passage for each field that stands in what the text begins with."""
    text = document.text
    for field, (start, end) in evidence(
        text[: _front(text)], record_of(entry_type, key, fields)
    ).items():
        yield with_id(
            Passage(
                id="",
                document=document.id,
                selector=anchor.select(text, start, end),
                kind="evidence",
                body=Body("field", f"{key}#{field}"),
                method=METHOD,
                digest=document.digest,
                extractor=document.extractor,
            )
        )


def _front(text: str) -> int:
    """Where a text's title and by-lines end and its prose begins."""
    at = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() - at >= _PROSE:
            break
        at = match.end()
    return at
