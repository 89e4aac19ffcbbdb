"""Works in the item model of the import cases."""

from __future__ import annotations

from typing import Any

from citekit.dates import format_edtf
from citekit.formats.base import Reading, split_notes
from citekit.formats.tagged import split_keywords
from citekit.formats.zoteromap import creator, zotero_field, zotero_type
from citekit.model import Date, Name, Work, is_names

#: Variables that the model keeps as lines of ``extra``, and their labels there.
LINES = {"PMID": "PMID", "PMCID": "PMCID"}


def items(reading: Reading, plain_authors: bool = False) -> list[dict[str, Any]]:
    """All works of a reading."""
    return [item(work, plain_authors) for work in reading.works]


def item(work: Work, plain_authors: bool = False) -> dict[str, Any]:
    """One work; its authors are called so in every type if ``plain_authors``.

    ``extra`` of a work may say ``zotero:itemType`` where the CSL type is coarser, and
    ``zotero:FIELD`` for a field that CSL has no variable for.
    """
    kind = work.extra.get("zotero:itemType") or zotero_type(work.type)
    out: dict[str, Any] = {"itemType": kind, "creators": [], "notes": [], "tags": []}
    lines: list[str] = []
    for variable, value in work.fields.items():
        if is_names(value):
            plain = plain_authors and variable == "author"
            role = "author" if plain else creator(kind, variable)
            out["creators"] += [_creator(name, role) for name in value]
        elif isinstance(value, Date):
            if field := zotero_field(kind, variable):
                out[field] = value.literal or format_edtf(value)
        elif variable == "keyword":
            out["tags"] = split_keywords(str(value))
        elif variable == "annote":
            out["notes"] = split_notes(str(value))
        elif variable in LINES:
            lines.append(f"{LINES[variable]}: {value}")
        elif variable == "note":
            lines += str(value).splitlines()
        elif field := zotero_field(kind, variable):
            out[field] = value
    for key, text in work.extra.items():
        if key.startswith("zotero:") and key != "zotero:itemType":
            out[key.removeprefix("zotero:")] = text
    if lines:
        out["extra"] = "\n".join(lines)
    return out


def _creator(name: Name, role: str) -> dict[str, Any]:
    if name.literal:
        return {"creatorType": role, "lastName": name.literal, "fieldMode": 1}
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        given += f", {name.suffix}"
    return {"creatorType": role, "lastName": family, "firstName": given}
