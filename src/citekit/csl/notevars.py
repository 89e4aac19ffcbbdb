"""Variables in the note field, as Zotero and citeproc-js read them:
``{:original-date: 1960}`` anywhere, or ``Original Date: 1960`` lines at the start."""

from __future__ import annotations

import re

from citekit.csl.context import Item
from citekit.model import Date, Name, Value, Work
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

_BRACED = re.compile(r"\{:([a-zA-Z_ -]{1,40}):([^{}]*)\}")
_LINE = re.compile(r"\s*([a-zA-Z][a-zA-Z_ -]{0,40}):\s*(\S.*)")
_TEXTS = (NUMBER_VARIABLES | STANDARD_VARIABLES) - {"note", "citation-number", "year-suffix"}
_UPPER = {name.lower(): name for name in ("DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL")}
_ALL = _TEXTS | NAME_VARIABLES | DATE_VARIABLES | {"type"}


def read_item(work: Work) -> Item:
    """``work`` with the variables its note holds; fields of its own stay."""
    note = work.fields.get("note")
    if not isinstance(note, str) or ":" not in note:
        return Item(work.id, work.type, work.fields)
    found: dict[str, list[str]] = {}
    rest = _take_lines(
        _BRACED.sub(lambda m: _take(m.group(1), m.group(2), found) or "", note), found
    )
    if not found:
        return Item(work.id, work.type, work.fields)
    kind = found.pop("type", [work.type])[0]
    fields: dict[str, Value] = {key: value for key, value in work.fields.items() if key != "note"}
    if rest.strip():
        fields["note"] = rest.strip()
    for variable, values in found.items():
        value = _value(variable, values)
        if value is not None and variable not in work.fields:
            fields[variable] = value
    return Item(work.id, kind if kind in TYPES else work.type, fields)


def _take(label: str, value: str, found: dict[str, list[str]]) -> str | None:
    """Keep the value of a known variable and give the empty string for it."""
    name, value = _variable(label), value.strip()
    if name is None or not value:
        return None
    found.setdefault(name, []).append(value)
    return ""


def _variable(label: str) -> str | None:
    name = label.strip().lower().replace(" ", "-")
    for known in (name, _UPPER.get(name, ""), name.replace("-", "_")):
        if known in _ALL:
            return known
    return None


def _take_lines(note: str, found: dict[str, list[str]]) -> str:
    """Take ``label: value`` lines from the start, where one line of prose may come
    first; lines with labels CSL does not know stay in the note."""
    kept: list[str] = []
    lines = note.split("\n")
    for index, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None:
            if index or not line.strip():
                kept.extend(lines[index:])
                break
            kept.append(line)
        elif _take(match.group(1), match.group(2), found) is None:
            kept.append(line)
    return "\n".join(kept)


def _value(variable: str, values: list[str]) -> Value | None:
    if variable in NAME_VARIABLES:
        return tuple(_name(value) for value in values)
    if variable in DATE_VARIABLES:
        from citekit import dates

        return dates.parse_date(values[0]) or Date(literal=values[0])
    return values[0]


def _name(text: str) -> Name:
    family, bar, given = text.partition("||")
    if not bar:
        return Name(literal=text.strip())
    return Name(family=family.strip(), given=given.strip())
