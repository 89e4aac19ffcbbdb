"""Several entries of one work made one, which keeps what each of them says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from citekit.errors import UsageError
from citekit.formats import bibsource
from citekit.formats.bibmap import SUBTITLES, row_for_field
from citekit.formats.bibread import field_texts
from citekit.library.editing import body_key, rebound
from citekit.library.edits import Change, Edit
from citekit.library.listfields import LISTS, Items
from citekit.library.project import Project
from citekit.model import Passage
from citekit.store.catalogue import ABSENT_FIELD, Record
from citekit.twins import alike, folded

#: Fields that say something of an entry and not of its work.
_OF_ENTRY = frozenset(
    """owner timestamp creationdate modificationdate date-added date-modified options xdata
    """.split()
)
#: What says of which kind another field is (BibLaTeX manual, 2.2.2, 2.2.3 and 3.14.7).
_KINDS = {
    "editortype": "editor", "editoratype": "editora", "editorbtype": "editorb",
    "editorctype": "editorc", "authortype": "author", "relatedtype": "related",
    "relatedstring": "related", "eprinttype": "eprint", "eprintclass": "eprint",
    "archiveprefix": "eprint", "primaryclass": "eprint",
}  # fmt: skip
#: The parts of a date (BibLaTeX manual, 2.3.8).
_IN_YEARS = frozenset(("month", "day"))
_DATES = _IN_YEARS | {"date", "year"}


class Difference(NamedTuple):
    """That two entries say different things: the kept one's field and what it says, and what
    the field of the entry ``key`` says, which is left out."""

    field: str
    kept: str
    key: str
    other: str


class Merge(NamedTuple):
    """What a merge did, or with ``dry_run`` would do: the change, which fields come from which
    entry, what differs and is left out, and whether the entries look like one work."""

    change: Change
    taken: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    alike: bool


class _Entry:
    """An entry of the catalogue as it is written: its fields' LaTeX texts, macros and
    ``xdata`` written out, in groups that say one thing of a work: a title with its subtitle,
    a year with its month, the names that BibTeX and BibLaTeX have for one field; with
    ``inherited`` also what it has by ``crossref``."""

    def __init__(self, edit: Edit, key: str, inherited: bool = False) -> None:
        self.record: Record = edit.record(key)
        self.key = key
        source = bibsource.split(edit.read(self.record.file), self.record.file)
        block = next(
            each for each in source.blocks if each.kind == "entry" and each.line == self.record.line
        )
        texts = field_texts(source, block, parents=inherited)
        self.groups: dict[str, dict[str, str]] = {}
        for name, text in texts.items():
            if text.strip():
                self.groups.setdefault(self.group(name), {})[name] = text

    def group(self, field: str) -> str:
        """What a field says something of."""
        if field in _DATES:
            return "issued"
        if field in LISTS:
            return field
        field = _KINDS.get(field, SUBTITLES.get(field, field))
        row = row_for_field(field, self.record.work.type)
        return row[1].variable if row else field

    def text(self, field: str) -> str:
        """A field's text, "" if it has none."""
        return self.groups.get(field, {}).get(field, "")

    def said(self, group: str) -> object:
        """What the entry says there, to be compared."""
        value = self.record.work.fields.get(group)
        if value is None:
            value = " ".join(self.groups[group].values())
        return folded(value) if isinstance(value, str) else value

    def holds(self, other: _Entry, group: str) -> bool:
        """Whether the entry says what another one says there, in each of its fields."""
        if self.said(group) != other.said(group):
            return False
        own = folded("".join(self.groups[group].values()))
        texts = [text for name, text in other.groups[group].items() if name not in _IN_YEARS]
        return len(texts) == 1 or all(folded(text) in own for text in texts)

    def shown(self, group: str) -> str:
        """What the entry says there, to be read."""
        return ": ".join(self.groups[group].values())


def merge(
    project: Project,
    kept: str,
    others: Sequence[str],
    *,
    take: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> Merge:
    """Make entries of the same work one, ``kept``: it gets the fields that it lacks, its
    lists (keywords, files, groups) grow, and the keys of the ``others`` become aliases
    (BibLaTeX manual, 2.2.3, ``ids``), so that texts which cite them still cite a work.
    Passages, suggestions and rejections of the others are those of ``kept`` afterwards, and
    other entries refer to it.

    Where two entries say different things, ``kept`` stays as it is but for the fields of
    ``take``, each with the key of the entry that is right about it; ``type`` is the entry
    type.  Raises UnknownKeyError, and UsageError for a key that several entries have, for an
    entry that stands in one of the others, and for fields that an entry does not have.
    """
    wanted = dict(take or {})
    with Edit(project, dry_run) as edit:
        own = _Entry(edit, kept, inherited=True)
        merged = [_Entry(edit, key) for key in dict.fromkeys(others)]
        _check(edit, own, merged, wanted)
        gone = {one.key for one in merged}
        values, taken, differences = _joined(own, merged, wanted)
        values |= _lists(own, merged)
        values |= _without(own, gone, values)
        file = own.record.file
        types = {one.key: one.record.entry_type for one in merged}
        kind = types.get(wanted.get("type", ""))
        edit.edit_source(file, lambda source: bibsource.edit_entries(source, {kept: values}, kind))
        for one in merged:
            edit.edit_source(one.record.file, _removal(one.key))
        names = dict.fromkeys(record.file for record in edit.catalogue.records)
        for name in names:
            for key in gone:
                edit.edit_source(name, _renaming(key, kept))
        _rebind(edit, own, merged, {field for field, _ in taken})
        change = edit.change([kept])
    same = all(alike(own.record.work, one.record.work) for one in merged)
    return Merge(change, tuple(taken), tuple(differences), same)


def _check(edit: Edit, own: _Entry, merged: Sequence[_Entry], wanted: Mapping[str, str]) -> None:
    """Raise UsageError for what cannot be merged, and for fields that are not there."""
    by_key = {one.key: one for one in merged}
    if own.key in by_key:
        raise UsageError(f"{own.key} cannot be merged into itself", hint="name another work")
    for one, other in ((own, each) for each in merged):
        for child, parent in ((one, other), (other, one)):
            if parent.key in _parents(edit, child.record):
                raise UsageError(
                    f"{child.key} stands in {parent.key} (crossref): they are two works",
                    hint=f"`citekit edit {child.key} --remove crossref`, if they are not",
                )
    for field, key in wanted.items():
        if key not in by_key:
            known = ", ".join(by_key)
            raise UsageError(f"{key!r} is none of the works merged here", hint=f"it is {known}")
        if field != "type" and by_key[key].group(field.lower()) not in by_key[key].groups:
            fields = ", ".join(by_key[key].record.fields)
            raise UsageError(f"{key} has no field {field!r}", hint=f"it has {fields}")


def _parents(edit: Edit, record: Record) -> set[str]:
    """The keys of the entries that an entry stands in, and of those that these stand in."""
    found: set[str] = set()
    above: Record | None = record
    while above is not None:
        key = above.fields.get("crossref", "").strip()
        above = edit.catalogue.by_key.get(key) if key and key not in found else None
        found.add(key)
    return found


def _joined(
    own: _Entry, merged: Sequence[_Entry], wanted: Mapping[str, str]
) -> tuple[dict[str, str | None], list[tuple[str, str]], list[Difference]]:
    """What the kept entry is given, what of it comes from where, and what differs."""
    chosen = {own.group(field.lower()): key for field, key in wanted.items() if field != "type"}
    values: dict[str, str | None] = {}
    taken: list[tuple[str, str]] = []
    differences: list[Difference] = []
    said: dict[str, _Entry] = dict.fromkeys(own.groups, own)
    names = {name: text for fields in own.groups.values() for name, text in fields.items()}
    for one in merged:
        for group, fields in one.groups.items():
            if group in LISTS or group in _OF_ENTRY or group == ABSENT_FIELD:
                continue
            if chosen.get(group) == one.key:
                values |= dict.fromkeys(own.groups.get(group, ()))
            elif group in said or group in chosen:
                before = said.get(group)
                if before is not None and not before.holds(one, group):
                    name = next(iter(before.groups[group]))
                    shown = before.shown(group), one.key, one.shown(group)
                    differences.append(Difference(name, *shown))
                continue
            elif taken_by := names.keys() & fields.keys():  # a number of another kind of work
                for name in sorted(taken_by):
                    differences.append(Difference(name, names[name], one.key, fields[name]))
                continue
            said[group] = one
            names |= fields
            values |= fields
            taken += [(name, one.key) for name in fields]
        if one.record.entry_type != own.record.entry_type and wanted.get("type") != one.key:
            types = own.record.entry_type, one.key, one.record.entry_type
            differences.append(Difference("type", *types))
    given = {name for name, value in values.items() if value is not None}
    if own.record.absent & given:
        values[ABSENT_FIELD] = ", ".join(sorted(own.record.absent - given)) or None
    return values, taken, differences


def _lists(own: _Entry, merged: Sequence[_Entry]) -> dict[str, str]:
    """The lists of the kept entry as far as they grow, the others' keys among its aliases."""
    made = {}
    for field in LISTS:
        items = Items(field, own.text(field))
        size = len(items)
        for one in merged:
            if field == "ids":
                items.add([one.key])
            items.add(Items(field, one.text(field)))
        items.remove([own.key] if field == "ids" else [])
        if len(items) > size:
            made[field] = str(items)
    return made


def _without(
    own: _Entry, gone: Collection[str], values: Mapping[str, str | None]
) -> dict[str, str | None]:
    """The references of the kept entry, without those to entries that become itself."""
    made: dict[str, str | None] = {}
    for field in bibsource.KEY_FIELDS:
        text = values.get(field, own.record.fields.get(field)) or ""
        keys = [key.strip() for key in text.split(",")]
        left = [key for key in keys if key not in gone and key != own.key]
        if len(left) < len(keys):
            made[field] = ", ".join(left) or None
    if made.get("related", "") is None:
        made |= dict.fromkeys(own.record.fields.keys() & {"relatedtype", "relatedstring"})
    return {field: value for field, value in made.items() if field in values or value != ""}


def _removal(key: str) -> Callable[[bibsource.Source], str]:
    return lambda source: bibsource.remove_entry(source, key)


def _renaming(old: str, new: str) -> Callable[[bibsource.Source], str]:
    return lambda source: bibsource.rename_references(source, old, new)


def _rebind(edit: Edit, own: _Entry, merged: Sequence[_Entry], taken: Collection[str]) -> None:
    """Let the passages of the others be those of the kept work: each once, and the evidence
    only of fields that come from them.  What a passage says already waits for no review."""
    gone = {one.key for one in merged}
    there = {passage.id for passage in edit.passages.passages if body_key(passage) == own.key}

    def changed(passage: Passage) -> Passage | None:
        key = body_key(passage)
        if key not in gone:
            return passage
        field = passage.body.value.partition("#")[2]
        if passage.body.type == "field" and field not in taken:
            return None
        made = rebound(passage, key, own.key)
        return None if made.id in there else made

    edit.each_passage(gone, changed)
    settings = edit.project.settings
    decided = {passage.id for passage in edit.passages.passages}
    for name in (settings.rejections, settings.suggestions):
        ids = {passage.id for passage in edit.annotations(name).passages}
        edit.take_out(name, ids & decided)
        decided |= ids
