"""Changes to the catalogue, each one transaction together with the passages,
suggestions and rejections it touches."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from citekit.curate import keys as key_patterns
from citekit.errors import (
    ConflictError,
    Problem,
    SyntaxProblemError,
    UsageError,
    Where,
)
from citekit.formats import bibsource
from citekit.formats.bibread import field_text
from citekit.library.edits import Change, Edit, closed
from citekit.library.entries import (
    SLIP,
    UNKNOWN,
    check_new_key,
    check_type,
    slips_in,
    slips_of,
    tex_value,
    work_of,
)
from citekit.library.filelinks import escaped
from citekit.library.listfields import LISTS, Items
from citekit.library.outlines import Place
from citekit.library.project import Project
from citekit.model import Body, Passage, Work
from citekit.store.annotations import passage_id


def new_key(pattern: str, work: Work, taken: Collection[str], stem: str = "") -> str:
    """A key by the pattern that is not taken yet."""
    return key_patterns.unique(key_patterns.generate(pattern, work, stem=stem), taken)


class New(NamedTuple):
    """An entry to add: its fields; its key, or None for one by the pattern; the id of the
    document that it is the record of; and what gives the evidence for its fields, from its
    key."""

    fields: Mapping[str, str]
    key: str | None = None
    document: str | None = None
    prove: Callable[[str], Sequence[Passage]] | None = None


def add(
    project: Project,
    entry_type: str,
    fields: Mapping[str, str],
    *,
    key: str | None = None,
    document: str | None = None,
    into: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Add a work; with ``document`` it is that document's own record; see :func:`add_all`."""
    id = None if document is None else project.document_id(document)
    return add_all(project, entry_type, [New(fields, key, id)], into=into, dry_run=dry_run)


def add_all(
    project: Project,
    entry_type: str,
    new: Sequence[New],
    *,
    into: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Add works, all or none.

    Raises UsageError for a key that is taken or cannot stand in a .bib file, for an
    entry without fields, and for a document that has a record.
    """
    check_type(entry_type)
    named = [one.document for one in new if one.document is not None]
    owners = {each["id"]: each["key"] for each in project.documents()} if named else {}
    for id in named:
        if owner := owners.get(id):
            raise UsageError(f"{id} has a record: {owner}", hint=f"`citekit edit {owner}`")
    pattern = project.settings.key_pattern
    keys: list[str] = []
    problems: list[Problem] = []
    with Edit(project, dry_run) as edit:
        taken = set(edit.outline([one.key for one in new if one.key is not None]).keys)
        entries: list[tuple[str, dict[str, str]]] = []
        for one in new:
            key, values = one.key, _values(one)
            if key is not None:
                check_new_key(key, taken)
            if not values:
                raise UsageError(
                    "an entry needs fields; nothing was written",
                    hint="FIELD=VALUE, such as date=1959",
                )
            if key is None:
                stem = "" if one.document is None else PurePosixPath(one.document).stem
                key = new_key(pattern, work_of(entry_type, "new", values), taken, stem)
            check_new_key(key, taken)
            taken.add(key)
            keys.append(key)
            entries.append((key, values))
        name = catalogue_file(project, into)

        def with_entries(source: bibsource.Source) -> str:
            closed(source, name)
            for entry in entries:
                text = bibsource.add_entry(source, entry_type.lower(), *entry)
                source = replace(source, text=text)
            return source.text

        edit.edit_entries(name, keys, with_entries)
        for one, entry in zip(new, entries, strict=True):
            if one.prove is not None:
                edit.add_passages(one.prove(entry[0]))
            problems += slips_of(entry_type, *entry, name)
        return edit.change(keys, problems)


def _values(new: New) -> dict[str, str]:
    """The fields of an entry as they stand in a .bib file."""
    values = {name.lower(): tex_value(name.lower(), value) for name, value in new.fields.items()}
    if new.document is not None:
        values["file"] = tex_value("file", escaped(new.document))
    return values


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
    keys: Sequence[str],
    values: Mapping[str, str | None],
    *,
    more: Mapping[str, str] | None = None,
    less: Mapping[str, str] | None = None,
    entry_type: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Set fields of works (None removes one); every other byte of the files stays.  What
    ``more`` holds is added to lists (keywords, groups, files, aliases), what ``less`` holds is
    taken out of them.

    Raises UsageError for a field to remove that no entry has, for lists that are none, and
    for what cannot be an entry type.
    """
    if entry_type is not None:
        check_type(entry_type)
    own = {name.lower(): value for name, value in values.items()}
    lists = [
        (name.lower(), value, added)
        for changes, added in ((more, True), (less, False))
        for name, value in (changes or {}).items()
    ]
    for name, _, _ in lists:
        if name not in LISTS:
            raise UsageError(f"{name} is no list", hint=f"lists are {', '.join(LISTS)}")
    with Edit(project, dry_run) as edit:
        keys = list(dict.fromkeys(keys))
        places = edit.places(keys)
        sources = edit.outline(keys).sources
        _check_removals(keys, places, own)
        files: dict[str, dict[str, dict[str, str | None]]] = {}
        found: list[Problem] = []
        for key, place in zip(keys, places, strict=True):
            fields = {
                name: None if value is None else tex_value(name, value)
                for name, value in own.items()
                if value is not None or place.block.field(name) is not None
            }
            for name, value, added in lists:
                fields[name] = _listed(
                    sources[place.file], place.block, name, fields.get(name), value, added
                )
            files.setdefault(place.file, {})[key] = fields
            new = {field: value for field, value in fields.items() if value}
            told = slips_of(entry_type or place.block.type, key, new, place.file)
            if entry_type is None:
                told = tuple(each for each in told if each.code not in (SLIP, UNKNOWN))
            found += told
        for name, entries in files.items():
            edit.edit_entries(name, list(entries), _editing(entries, entry_type))
        return edit.change(keys, found)


def _check_removals(
    keys: Sequence[str], places: Sequence[Place], values: Mapping[str, str | None]
) -> None:
    """Raise UsageError for a field to remove that none of the entries has."""
    fields = dict.fromkeys(span.name for place in places for span in place.block.fields)
    for name, value in values.items():
        if value is None and name not in fields:
            has, it_has = ("has", "it has") if len(keys) == 1 else ("have", "they have")
            known = ", ".join(fields) or "no field"
            raise UsageError(f"{', '.join(keys)} {has} no field {name!r}", hint=f"{it_has} {known}")


def _listed(
    source: bibsource.Source, block: bibsource.Block, field: str, text: str | None, items: str,
    added: bool,
) -> str | None:  # fmt: skip
    """What a list says with items ``added``, or taken out; ``text`` is what it is set to."""
    span = block.field(field)
    if text is None and span is not None:
        text = field_text(source, block, span)
    made = Items(field, text or "")
    parts = Items(field, tex_value(field, items))
    if added:
        made.add(parts)
    else:
        made.remove(parts)
    return str(made) or None


def _editing(
    entries: Mapping[str, Mapping[str, str | None]], entry_type: str | None
) -> Callable[[bibsource.Source], str]:
    return lambda source: bibsource.edit_entries(source, entries, entry_type)


def entry_text(project: Project, key: str) -> str:
    """The entry's text as it stands in its file; raises UnknownKeyError."""
    with Edit(project, dry_run=True) as edit:
        name, block = edit.place(key)
        return edit.read(name)[block.start : block.end]


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
        name, block = edit.place(key)
        text = edit.read(name)
        if text[block.start : block.end] != before:
            raise ConflictError(
                "the entry was changed by someone else meanwhile", Where(name, key=key)
            )
        edit.write(name, text[: block.start] + after + text[block.end :])
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
            stem = PurePosixPath(links.split(";")[0]).stem
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
        edit.each_passage([old], lambda passage: rebound(passage, old, chosen))
        return edit.change([new])


def body_key(passage: Passage) -> str:
    """The key of the work a passage's body names, or the empty string."""
    if passage.body.type == "field":
        return passage.body.value.rpartition("#")[0]
    return passage.body.value if passage.body.type == "work" else ""


def rebound(passage: Passage, old: str, new: str) -> Passage:
    if body_key(passage) != old:
        return passage
    body = Body(passage.body.type, new + passage.body.value[len(old) :])
    return with_id(passage._replace(body=body))


def with_id(passage: Passage) -> Passage:
    """The passage with the id that its document, position, kind and body give it."""
    selector = passage.selector
    id = passage_id(passage.document, selector.start, selector.end, passage.kind, passage.body)
    return passage._replace(id=id)
