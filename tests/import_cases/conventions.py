"""What the client that made the cases does to what it has read.

These are habits of that program, not of the formats: a reader of citekit's says
what the file says, and this puts it the client's way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from citekit.formats.base import split_notes
from citekit.model import Work

_EDGES = " \u00a0.,/[]:"
_INITIAL = re.compile(r"-?[A-Z\u0400-\u042f]")


def adapt(name: str, work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """``item`` as the client would have it from a file of this format."""
    if name in _CLEANED:
        item["creators"] = [_cleaned(creator) for creator in item["creators"]]
    return _OWN.get(name, lambda _, item: item)(work, item)


def _cleaned(creator: dict[str, Any]) -> dict[str, Any]:
    """No punctuation at the ends of a name, a full stop after each initial."""
    if "name" in creator:
        rest = {key: value for key, value in creator.items() if key != "name"}
        return {**rest, "lastName": creator["name"]}
    given = creator.get("firstName", "").strip(_EDGES)
    family = creator.get("lastName", "").strip(_EDGES)
    if re.fullmatch(r"[A-Z]{2,3}", given) and family.upper() != family:
        given = " ".join(given)
    words = re.split(r"[\s.]+|(?=-)", re.sub(r"\s*-\s*", "-", given))
    words = [word + "." if _INITIAL.fullmatch(word) else word for word in words]
    given = " ".join(words).replace(" -", "-").strip()
    return {**creator, "firstName": given, "lastName": family}


#: Fields of EndNote's that the client has no place for in a type.
_NO_PLACE = {
    "journalArticle": {"place": "pub-location", "publisher": "publisher"},
    "magazineArticle": {"place": "pub-location", "publisher": "publisher"},
    "webpage": {"place": "pub-location", "publisher": "publisher"},
}


def _endnotexml(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """What has no field is told in a note, with EndNote's name; the label is a line of extra."""
    item["notes"] = [*split_notes(work.text("note")), *split_notes(work.text("annote"))]
    lines = [f"Citation Key: {work.id}"] if work.id else []
    item["extra"] = "\n".join(lines)
    told = []
    for field, element in _NO_PLACE.get(item["itemType"], {}).items():
        if field in item:
            told.append(f"{element}: {item.pop(field)}")
    if "periodical" in work.extra:
        told.append(f"periodical: {work.extra['periodical']}")
    if told:
        head = "The following values have no corresponding Zotero field:<br/>"
        item["notes"].append(head + "<br/>".join(told))
    return item


_CLEANED = frozenset({"Endnote_XML", "MODS", "MARC", "MARCXML"})
_OWN: dict[str, Callable[[Work, dict[str, Any]], dict[str, Any]]] = {"Endnote_XML": _endnotexml}
