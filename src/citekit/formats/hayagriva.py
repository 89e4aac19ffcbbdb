"""hayagriva YAML, typst's bibliographies, read and written.

An entry and its parents become one work by the table in
:mod:`citekit.formats.hayagrivamap`.  What an entry has no field for, or holds in a
coarser form, is written besides under ``csl``, as CSL-JSON has it: hayagriva passes
over fields it does not know, and the reader takes the value from there as long as
the entry's own field still says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citekit.errors import Problem, SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item, Writing
from citekit.formats.csljson import work_from_json, work_to_json
from citekit.formats.csljson_values import as_text, scalar
from citekit.formats.hayagrivamap import (
    DEFAULT_PARENTS,
    HOMES,
    MEANINGS,
    OLD_FIELDS,
    ROLES,
    ROWS,
    SERIAL,
    SERIES,
    TYPES,
    WORDS,
    Kind,
    Row,
    TypeRow,
)
from citekit.formats.hayagrivatext import (
    read_date,
    read_formatted,
    read_people,
    to_formatted,
    write_date,
    write_person,
)
from citekit.formats.yamltext import documents, dump
from citekit.model import Date, Value, Work, is_names

_KEPT = "csl"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.A)
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\\]+", re.A)
_WEB = re.compile(r"https?://[A-Za-z0-9._~%-]+(?::\d{1,5})?(?:[/?#][^\s\\]*)?", re.A)
_BY_CSL: dict[str, TypeRow] = {row.csl: row for row in TYPES}
_BY_ENTRY: dict[str, str] = {}
_BY_BOTH: dict[tuple[str, str], str] = {}
for _row in TYPES:
    if not _row.always:
        _BY_ENTRY.setdefault(_row.entry, _row.csl)
    _BY_BOTH.setdefault((_row.entry, _row.container), _row.csl)
_VARIABLES = {row.variable: row for row in ROWS}
_READ = frozenset(row.field.split(".")[0] for row in ROWS) | OLD_FIELDS.keys()
_NUMBERS = frozenset(row.field.partition(".")[2] for row in ROWS)
_READ |= {"type", "parent", "affiliated", _KEPT}

_Entry = dict[str, Any]


# --- reading -------------------------------------------------------------------


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a library, one entry after the other.

    Raises SyntaxProblemError for text that is no YAML, or no mapping of entries.
    """
    for document in documents(source, file):
        for key, value, line in document:
            where = Where(file, line, key=key or None)
            if not key:
                raise SyntaxProblemError("a library is a mapping of entries", where)
            if not isinstance(value, Mapping):
                yield error("not-an-entry", f"{key} is no entry", where)
                continue
            problems: list[Problem] = []
            work = _read(key, dict(value), problems, where)
            yield from problems
            yield work


def _read(key: str, entry: _Entry, problems: list[Problem], where: Where) -> Work:
    work = _native(key, entry, problems, where)
    kept = entry.get(_KEPT)
    if not isinstance(kept, Mapping):
        return work
    told = work_from_json({"id": key, "type": work.type, **kept})
    both = Work(key, told.type, {**work.fields, **told.fields}, {**work.extra, **told.extra})
    again = _native(key, _entry(both, Writing()), [], where)
    fields = dict(work.fields)
    for variable, value in told.fields.items():
        now, then = work.fields.get(variable), again.fields.get(variable)
        if variable == "note" and isinstance(now, str) and now.startswith(f"{then} “"):
            now = then  # passages stand behind it
        if now == then:
            fields[variable] = value
    if kept.get("note") == "" and str(fields.get("note", "")).startswith("“"):
        del fields["note"]  # passages alone
    return both._replace(type=told.type if again.type == work.type else work.type, fields=fields)


def _native(key: str, entry: _Entry, problems: list[Problem], where: Where) -> Work:
    """What the entry itself says."""
    kind = _kind(entry, "misc")
    places: dict[str, _Entry] = {"entry": entry}
    extra: dict[str, str] = {}
    for parent in _parents(entry):
        place = _place(kind, _kind(parent, DEFAULT_PARENTS.get(kind, "misc")))
        if place in places:
            extra["parent"] = as_text([*_listed(extra.get("parent")), parent])
        else:
            places[place] = parent
    container = places.get("container", {})
    for parent in _parents(container)[:1]:
        event = _kind(parent, "misc") == "conference"
        places.setdefault("event" if event else "series", parent)
    fields: dict[str, Value] = {}
    for row in ROWS:
        for place in ("container", "entry") if row.place == "home" else (row.place,):
            if place in places and row.variable not in fields:
                _read_row(row, places[place], fields)
    numbers = entry.get("serial-number")
    for name, value in numbers.items() if isinstance(numbers, dict) else ():
        if name not in _NUMBERS and value is not None:
            extra[str(name)] = as_text(value)
    _read_affiliated([entry, container], fields, problems, where)
    for name, value in entry.items():
        if name not in _READ and value is not None:
            extra[name] = as_text(value)
    holds = "conference" if kind == "misc" and "event" in places else ""
    if container and not holds:
        holds = _kind(container, DEFAULT_PARENTS.get(kind, "misc"))
    csl_type = _BY_BOTH.get((kind, holds)) or _BY_ENTRY.get(kind) or MEANINGS.get(kind, "")
    if not csl_type:
        problems.append(warning("unknown-type", f"{kind!r} is no type of hayagriva", where))
    return Work(key, csl_type or "document", fields, extra)


def _listed(text: str | None) -> list[Any]:
    return [] if text is None else [text]


def _kind(entry: _Entry, default: str) -> str:
    return (scalar(entry.get("type")) or default).strip().lower()


def _parents(entry: _Entry) -> list[_Entry]:
    found = entry.get("parent")
    return [
        item for item in (found if isinstance(found, list) else [found]) if isinstance(item, dict)
    ]


def _place(kind: str, parent: str) -> str:
    """What a parent of a type is to an entry of a type."""
    if parent == "original":
        return "original"
    if parent == "conference":
        return "event"
    return "series" if kind in SERIAL and parent in (SERIES, kind) else "container"


def _read_row(row: Row, entry: _Entry, fields: dict[str, Value]) -> None:
    value = _field(entry, row.field)
    if value is None:
        return
    if row.kind is Kind.NAMES:
        if names := read_people(value):
            fields[row.variable] = names
    elif row.kind is Kind.DATE:
        if date := read_date(value):
            fields[row.variable] = date
    elif text := _text(row, value):
        fields[row.variable] = text


def _text(row: Row, value: Any) -> str:
    if row.kind is Kind.FORMATTED:
        return read_formatted(value)
    return (scalar(value) or "").strip()


def _field(entry: _Entry, path: str) -> Any:
    """The value of a field; ``title: x`` is short for ``title: {value: x}``."""
    field, _, inner = path.partition(".")
    value = entry.get(field)
    if inner:
        old = next((name for name, place in OLD_FIELDS.items() if place == path), "")
        short = WORDS[field] == inner
        if isinstance(value, dict):
            if short and field == "title":
                return value
            found = value.get(inner)
            found = value.get("shorthand") if found is None and inner == "short" else found
            return entry.get(old) if found is None else found
        return value if short and value is not None else entry.get(old)
    return value


def _read_affiliated(
    entries: list[_Entry], fields: dict[str, Value], problems: list[Problem], where: Where
) -> None:
    variables = {role: variable for variable, role in ROLES}
    for entry in entries:
        found = entry.get("affiliated")
        for item in found if isinstance(found, list) else [found]:
            if not isinstance(item, dict):
                continue
            role = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", scalar(item.get("role")) or "").lower()
            names = read_people(item.get("names"))
            variable = variables.get(role, "")
            if not variable:
                message = f"{role or 'no role'}: a contributor of another kind"
                problems.append(warning("unknown-role", message, where))
                variable = "contributor"
            old = fields.get(variable, ())
            if names:
                fields[variable] = (*old, *names) if is_names(old) else names


# --- writing -------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A library, an entry a piece."""
    empty = True
    for work in works:
        entry = _entry(work, how)
        told = _native(work.id, entry, [], Where())
        kept = {
            variable: value
            for variable, value in work.fields.items()
            if told.fields.get(variable) != value
        }
        for variable in kept:
            level = "coarser in typst" if variable in told.fields else "not for typst"
            how.lose(work.id, variable, "kept", level)
        if told.type != work.type:
            how.lose(work.id, "type", "kept", f"{entry['type']} in typst")
        more = work_to_json(Work(work.id, work.type, kept, work.extra))
        del more["id"]
        if told.type == work.type:
            del more["type"]
        if "note" not in work.fields and how.extracts.get(work.id):
            more["note"] = ""
        if more:
            entry[_KEPT] = more
        yield dump({work.id: entry})
        empty = False
    if empty:
        yield "{}\n"


def _entry(work: Work, how: Writing) -> _Entry:
    """The entry, its parents in place."""
    row = _BY_CSL.get(work.type, _BY_CSL["document"])
    places: dict[str, _Entry] = {"entry": {"type": row.entry}}
    if row.always:
        place = "event" if row.container == "conference" else "container"
        places[place] = {"type": row.container}
    home = "container" if row.always and row.container in HOMES else "entry"
    kinds = {"series": SERIES, "event": "conference", "original": "original"}
    kinds["container"] = "misc" if row.container == "conference" else row.container
    for variable, value in work.fields.items():
        if not (field := _VARIABLES.get(variable)):
            continue
        if (written := _write_value(field, value)) in (None, "", []):
            continue
        place = home if field.place == "home" else field.place
        entry = places.setdefault(place, {"type": kinds.get(place, "")})
        name, _, inner = field.field.partition(".")
        if inner:
            entry.setdefault(name, {})[inner] = written
        else:
            entry[name] = written
    entry = places["entry"]
    roles = [(role, work.names(variable)) for variable, role in ROLES]
    affiliated = [{"role": role, "names": _people(names)} for role, names in roles if names]
    if affiliated:
        entry["affiliated"] = affiliated
    _carry(work.id, entry, how)
    _nest(row, kinds["container"], places)
    for found in places.values():
        _shorten(found)
    return entry


def _write_value(row: Row, value: Value) -> Any:
    if isinstance(value, Date):
        return write_date(value) if row.kind is Kind.DATE else None
    if is_names(value):
        return _people(value) if row.kind is Kind.NAMES else None
    if row.kind in (Kind.NAMES, Kind.DATE):
        return None
    text = str(value)
    if row.kind is Kind.FORMATTED:
        return to_formatted(text)
    if row.kind is Kind.NUMBER:
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
    if row.variable == "language" and not _LANGUAGE.fullmatch(text):
        return None
    if row.variable == "URL" and not _WEB.fullmatch(text):
        return None
    return text


def _people(names: Iterable[Any]) -> Any:
    people = [write_person(name) for name in names]
    return people[0] if len(people) == 1 else people


def _carry(key: str, entry: _Entry, how: Writing) -> None:
    """Passages at the end of the note, in quotation marks."""
    extracts = [
        to_formatted(f"“{item.text}”" + (f" ({item.locator})" if item.locator else ""))
        for item in how.extracts.get(key, ())
    ]
    if extracts:
        entry["note"] = " ".join(filter(None, [entry.get("note"), *extracts]))


def _nest(row: TypeRow, kind: str, places: dict[str, _Entry]) -> None:
    """Each parent to its child; a series hangs on what holds the entry, unless the
    entry is of the kind that stands in a series itself."""
    entry = places["entry"]
    if "series" in places and row.entry not in SERIAL:
        places.setdefault("container", {"type": kind})["parent"] = places["series"]
    elif "series" in places:
        places["aside"] = places["series"]
    names = ("container", "aside", "event", "original")
    parents = [places[name] for name in names if name in places]
    if parents:
        entry["parent"] = parents[0] if len(parents) == 1 else parents
    places.pop("aside", None)


def _shorten(entry: _Entry) -> None:
    """``{value: x}`` is ``x``; an address without a value, or a short title alone, is
    not allowed."""
    for field, word in WORDS.items():
        value = entry.get(field)
        if not isinstance(value, dict):
            continue
        if field in ("title", "url") and word not in value:
            del entry[field]
        elif value.keys() == {word} and field != "serial-number":
            entry[field] = value[word]
