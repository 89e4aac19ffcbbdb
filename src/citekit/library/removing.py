"""Removing works, and what in the catalogue refers to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from citekit.formats import bibsource
from citekit.formats.bibtokens import XDATA_ITEM
from citekit.library.editing import body_key
from citekit.library.edits import Change, Edit, Reference
from citekit.library.project import Project

#: The fields by which an entry takes over what another one says (BibLaTeX manual, 2.2.3).
INHERITING = frozenset({"crossref", "xdata"})


def remove(project: Project, keys: Sequence[str], *, dry_run: bool = False) -> Change:
    """Remove works, and with them the passages, suggestions and rejections that
    point at them or at their fields.

    Entries that refer to them stay as they are; the change names them.  Raises
    UnknownKeyError, and UsageError for a key that several entries have.
    """
    gone = set(keys)
    with Edit(project, dry_run) as edit:
        files = [edit.record(key).file for key in keys]
        left = tuple(references(edit, gone))
        for key, name in zip(keys, files, strict=True):
            edit.edit_source(name, lambda source, key=key: bibsource.remove_entry(source, key))  # type: ignore[misc]
        edit.each_passage(gone, lambda passage: None if body_key(passage) in gone else passage)
        return replace(edit.change(keys), references=left)


def references(edit: Edit, keys: Collection[str]) -> Iterator[Reference]:
    """The references of other entries to these keys, as they stand in the catalogue.

    A key is meant in whatever case, unless another entry has it in just this one.
    """
    meant = {key.lower(): key for key in keys}
    others = {record.key for record in edit.catalogue.records} - set(keys)
    for snapshot in edit.catalogue.snapshots:
        text = snapshot.text.lower()
        if not any(key in text for key in meant):
            continue
        for block in bibsource.split(snapshot.text).blocks:
            if block.kind != "entry" or block.key in keys:
                continue
            for span in block.fields:
                for named in _named(span):
                    to = meant.get(named.lower())
                    if to is not None and named not in others:
                        field = span.name if span.name in bibsource.KEY_FIELDS else "xdata"
                        yield Reference(block.key, field, to)


def _named(span: bibsource.FieldSpan) -> Iterator[str]:
    """The keys that a field names."""
    if span.name in bibsource.KEY_FIELDS:
        value = "".join(content for _, content in bibsource.pieces(span.value))
        yield from dict.fromkeys(key.strip() for key in value.split(","))
    elif "xdata" in span.value:
        yield from dict.fromkeys(item[1] for item in XDATA_ITEM.finditer(span.value))
