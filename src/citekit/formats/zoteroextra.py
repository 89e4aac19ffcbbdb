"""Zotero's Extra field and its names, read and written.

Extra holds what Zotero has no field for, a line each (Zotero documentation, "Citing
Fields from Extra"): ``original-date: 1920`` is a CSL variable, ``type: map`` the CSL
type, names are ``Family || Given``.  ``Citation Key:`` is the key; ``tex.FIELD:`` a
field of a .bib file (Better BibTeX).  Other lines are the note.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.dates import format_edtf, parse_date
from citekit.model import Date, Name, Value, is_names
from citekit.names import OTHERS, parse_name
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

_LINE = re.compile(r"([A-Za-z][\w. -]{0,60}): (.*\S)")
_VARIABLES = (NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES) - {
    "note",
    "citation-key",
}
_SPECIAL = re.compile(r"[{}\\~=,]")


class Extra(NamedTuple):
    """What the field says: a key, a CSL type, variables (the note too), .bib fields."""

    key: str
    type: str
    fields: dict[str, Value]
    extra: dict[str, str]


def read_extra(text: str) -> Extra:
    """The lines of an Extra field."""
    key = csl_type = ""
    fields: dict[str, Value] = {}
    names: dict[str, list[Name]] = {}
    extra: dict[str, str] = {}
    rest: list[str] = []
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        label, value = (found[1], found[2]) if found else ("", "")
        if label == "Citation Key" and not key:
            key = value
        elif label == "type" and value in TYPES and not csl_type:
            csl_type = value
        elif label in NAME_VARIABLES:
            names.setdefault(label, []).append(_name(value))
        elif label in DATE_VARIABLES and label not in fields:
            fields[label] = parse_date(value) or Date(literal=value)
        elif label in _VARIABLES and label not in fields:
            fields[label] = value
        elif label.startswith("tex.") and label[4:] and label[4:] not in extra:
            extra[label[4:]] = value
        else:
            rest.append(line)
    if note := "\n".join(rest).strip():
        fields["note"] = note
    fields |= {variable: tuple(people) for variable, people in names.items()}
    return Extra(key, csl_type, fields, extra)


def extra_line(variable: str, value: Value) -> str:
    """A variable as lines of an Extra field."""
    if is_names(value):
        return "\n".join(f"{variable}: {_written(name)}" for name in value)
    text = format_edtf(value) if isinstance(value, Date) else str(value)
    return f"{variable}: {' '.join(text.split())}"


def _name(text: str) -> Name:
    family, bars, given = text.partition("||")
    return read_name(family.strip(), given.strip()) if bars else Name(literal=text)


def _written(name: Name) -> str:
    if name.literal:
        return name.literal
    return " || ".join(two_parts(name)).strip()


def two_parts(name: Name) -> tuple[str, str]:
    """A name as Zotero's last and first name: particles before the family name,
    suffixes after the given name; a name in one part has no first name."""
    if name.literal:
        return name.literal, ""
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    return family, f"{given}, {name.suffix}" if name.suffix else given


def read_name(last: str, first: str) -> Name:
    """The name of Zotero's last and first name; one in a single part of several
    words is literal."""
    if not first and last == OTHERS.literal:
        return OTHERS
    if not first:
        return Name(literal=last) if " " in last else Name(family=last)
    given, _, suffix = (part.strip() for part in first.partition(","))
    if _SPECIAL.search(last) or _SPECIAL.search(given):
        return Name(last, given, suffix=suffix)
    parts = filter(None, (last, suffix, given))
    return parse_name(", ".join(parts)) or Name(last, given, suffix=suffix)
