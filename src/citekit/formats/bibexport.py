"""Works as a .bib file for the program that will read it, and what it does not hold.

Every entry is read back as soon as it is written; what differs is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citekit.formats.base import Extract, Writing, join_notes
from citekit.formats.bibcase import Capitals
from citekit.formats.bibmap import RARE_FIELDS, SUBTYPES, Dialect
from citekit.formats.bibread import fill, read
from citekit.formats.bibwrite import Style, entry_fields, entry_text
from citekit.model import Value, Work

#: How each program reads a .bib file best.  Names with labelled parts are
#: BibLaTeX's alone; pandoc puts every title in sentence case; typst refuses the whole
#: file for a year that is no number.
STYLES = {
    "": Style(),
    "latex": Style(),
    "pandoc": Style(capitals=Capitals.ALL),
    "jabref": Style(labels=False),
    "zotero": Style(labels=False),
    "mendeley": Style(labels=False, groups="mendeley-groups"),
    "citavi": Style(labels=False),
    "endnote": Style(labels=False),
    "typst": Style(labels=False, years=False),
    "word": Style(labels=False),
}

_PARENTS = ("crossref", "xdata")
_IN_FULL = "the entry is written out in full"


def pieces(works: Iterable[Work], how: Writing, dialect: Dialect) -> Iterator[str]:
    """The entries one by one, then what the program wants at the file's end.

    Entries are written out in full; with the option ``crossref`` those that
    have a parent among the works leave to it what they inherit.
    """
    style = STYLES.get(how.program, Style(labels=False))._replace(dialect=dialect)
    if how.program not in ("", "latex"):  # other programs know no reporter
        style = style._replace(reporters=False)
    if dialect is Dialect.BIBTEX:
        style = style._replace(labels=False)
    groups: dict[str, None] = {}
    entries = _by_parents(works, how, style) if how.options.get("crossref") else None
    between = ""
    for work, text in entries or ((work, _whole(work, how, style)) for work in works):
        yield between + text
        between = "\n"
        groups.update(dict.fromkeys(_groups(work)))
    if how.program == "jabref":
        yield _jabref_end(dialect, groups)


def _whole(work: Work, how: Writing, style: Style) -> str:
    """One entry that needs no other."""
    work = _with_extracts(work, how.extracts.get(work.id, ()))
    type_, fields = entry_fields(work, style)
    text = entry_text(work.id, type_, fields)
    for name in _PARENTS:
        if name in work.extra:
            how.lose(work.id, name, "dropped", _IN_FULL)
    _report(work, text, type_, fields, how)
    return text


# --- what does not arrive ----------------------------------------------------


def _report(work: Work, text: str, type_: str, fields: dict[str, str], how: Writing) -> None:
    works = read(text).works
    if len(works) != 1:
        how.lose(work.id, "id", "dropped", "the entry does not read back")
        return
    back = works[0]
    if back.id != work.id:
        how.lose(work.id, "id", "approximated", f"as {back.id!r}")
    elif "csl-id" in fields:
        how.lose(work.id, "id", "kept", "its own characters in csl-id")
    if back.type != work.type:
        how.lose(work.id, "type", "approximated", f"as @{type_}")
    elif (
        "csl-type" in fields
        or "entrytype" in fields
        or ("entrysubtype" in fields and work.type not in SUBTYPES)
    ):
        how.lose(work.id, "type", "kept", f"as @{type_}, the type in a field of its own")
    for variable, value in work.fields.items():
        _report_field(work.id, variable, value, back, fields, how)
    for name, value in work.extra.items():
        if name not in _PARENTS and back.extra.get(name) != value:
            elsewhere = value if value in back.extra.values() else None
            _lose(work.id, name, back.extra.get(name) or elsewhere, how)


def _report_field(
    key: str, variable: str, value: Value, back: Work, fields: dict[str, str], how: Writing
) -> None:
    if back.fields.get(variable) != value:
        if value:
            _lose(key, variable, back.fields.get(variable), how)
    elif f"csl-{variable.lower()}" in fields:
        how.lose(key, variable, "kept", f"as csl-{variable.lower()}")
    elif RARE_FIELDS.get(variable) in fields:
        how.lose(key, variable, "kept", f"as {RARE_FIELDS[variable]}, which few programs read")
    elif variable == "issued" and {"date", "year"} <= fields.keys():
        how.lose(key, variable, "kept", "year and month, the whole of it in date")


def _lose(key: str, field: str, back: Value | None, how: Writing) -> None:
    if back:
        how.lose(key, field, "approximated", f"as {back!r:.80}")
    else:
        how.lose(key, field, "dropped")


# --- parents -----------------------------------------------------------------


def _by_parents(works: Iterable[Work], how: Writing, style: Style) -> Iterator[tuple[Work, str]]:
    """Entries, parents after their children, as BibTeX wants them."""
    works = list(works)
    ids = {work.id: work for work in works}
    parents = {work.extra.get("crossref", "") for work in works} & ids.keys()
    children = [work for work in works if work.id not in parents]
    middle = [work for work in works if work.id in parents and work.extra.get("crossref") in ids]
    top = [work for work in works if work.id in parents and work not in middle]
    for work in (*children, *middle, *top):
        parent = ids.get(work.extra.get("crossref", ""))
        text = _shortened(work, parent, how, style) if parent else None
        yield work, text or _whole(work, how, style)


def _shortened(work: Work, parent: Work, how: Writing, style: Style) -> str | None:
    """The entry without what it inherits; None if it would not be the same then."""
    work = _with_extracts(work, how.extracts.get(work.id, ()))
    type_, fields = entry_fields(work, style, frozenset({parent.id}))
    parent_type, given = entry_fields(parent, style)
    inherited: dict[str, str] = {}
    by_title = parent_type if style.dialect is Dialect.BIBLATEX else ""
    fill(inherited, given, by_title, type_)
    kept = {name: value for name, value in fields.items() if inherited.get(name) != value}
    kept.setdefault("title", fields.get("title", "{}"))
    text = entry_text(work.id, type_, kept)
    alone, together = (
        read(entry + entry_text(parent.id, parent_type, given)).works[0]
        for entry in (entry_text(work.id, type_, fields), text)
    )
    if (
        alone != together
        or alone.fields != read(entry_text(work.id, type_, _own(fields))).works[0].fields
    ):
        return None
    losses = Writing()
    _report(work, entry_text(work.id, type_, _own(fields)), type_, fields, losses)
    how.losses += losses.losses
    return text


def _own(fields: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name not in _PARENTS}


# --- passages and groups -----------------------------------------------------


def _with_extracts(work: Work, extracts: Sequence[Extract]) -> Work:
    """The work with passages among its notes: no style prints ``annotation``."""
    notes = [work.text("annote"), *(_note(extract) for extract in extracts)]
    if not extracts:
        return work
    return work._replace(fields={**work.fields, "annote": join_notes(notes)})


def _note(extract: Extract) -> str:
    own = extract.kind == "note"
    words = extract.text if own else f"“{extract.text}”"
    place = ", ".join(filter(None, (extract.document, extract.locator)))
    said = f"{words} ({place})" if place else words
    return f"{said}\n\n{extract.comment}" if extract.comment else said


def _groups(work: Work) -> list[str]:
    return [group.strip() for group in work.extra.get("groups", "").split(",") if group.strip()]


def _jabref_end(dialect: Dialect, groups: Iterable[str]) -> str:
    """JabRef's own comments: the kind of library, and its groups."""
    lines = [f"\n@Comment{{jabref-meta: databaseType:{dialect.value};}}\n"]
    names = list(groups)
    if names:
        lines.append("\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n")
        lines += [f"1 StaticGroup:{_quoted(name)}\\;0\\;1\\;\\;\\;\\;;\n" for name in names]
        lines.append("}\n")
    return "".join(lines)


def _quoted(name: str) -> str:
    """A group's name as JabRef quotes it, twice, braces aside."""
    name = name.replace("{", "(").replace("}", ")")
    for _ in range(2):
        name = name.replace("\\", "\\\\").replace(";", "\\;")
    return name
