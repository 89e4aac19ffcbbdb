"""CSL-JSON for the programs that read less of it than there is.

Zotero's import takes family, given and literal names alone, and of a date the first
point; so particles and suffixes stand where Zotero keeps them ("von der Leyen";
"Martin Luther, Jr."), and ranges and doubtful dates are words (``raw``).  pandoc
takes ``circa`` for true or false only.  What reads back the same is no loss.
"""

from __future__ import annotations

from typing import Any

from citekit.dates import format_edtf, parse_date
from citekit.formats.base import Writing
from citekit.formats.csljson_dates import date_from_json, date_to_json
from citekit.formats.csljson_names import name_from_json, name_to_json
from citekit.formats.markup import whole_family
from citekit.model import Date, Name, Work, is_names


def fields_for(work: Work, how: Writing) -> dict[str, Any]:
    """A work's fields as ``how.program`` reads them; losses are noted there."""
    out: dict[str, Any] = {}
    for key, value in work.fields.items():
        if isinstance(value, Date):
            out[key] = _zotero_date(value) if how.program == "zotero" else _pandoc_date(value)
            if date_from_json(out[key])[0] != value:
                how.lose(work.id, key, "approximated", "the program reads less of a date")
        elif is_names(value):
            one = _zotero_name if how.program == "zotero" else name_to_json
            names = [one(name) for name in value]
            out[key] = names
            if tuple(name_from_json(name)[0] for name in names) != value:
                how.lose(work.id, key, "approximated", "particles and suffix are in the parts")
        else:
            out[key] = value
    return out


def _zotero_name(name: Name) -> dict[str, Any]:
    if name.literal:
        return {"literal": name.literal}
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        given += f",{'!' if name.comma_suffix else ''} {name.suffix}"
    parts = {"family": whole_family(name), "given": given}
    return {key: text for key, text in parts.items() if text}


def _zotero_date(date: Date) -> dict[str, Any]:
    if date.start is not None and not date.range and not date.circa:
        return date_to_json(date)
    if date.literal:
        return {"literal": date.literal}
    words = format_edtf(date)
    if date.circa and not date.range:
        exact = format_edtf(date._replace(approximate=False, uncertain=False))
        spoken = f"c. {exact}" if not date.uncertain else f"{exact}?"
        words = spoken if parse_date(spoken) == date else words
    return {"raw": words}


def _pandoc_date(date: Date) -> dict[str, Any]:
    out = date_to_json(date)
    if "circa" in out:
        out["circa"] = True
    return out
