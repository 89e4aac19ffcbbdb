"""What the client does with a .bib file beyond understanding it.

It inherits nothing through ``crossref``; takes the last word of a name without
a comma for the family name; keeps the words of ``language``; drops what protects
case; knows its types' own fields only, and other identifiers as lines of
``extra``.
"""

from __future__ import annotations

import re
from typing import Any

from citekit.formats import biblatex
from citekit.formats.base import Reading
from citekit.formats.bibmap import NO_WORKS
from citekit.formats.bibread import field_text
from citekit.formats.bibsource import Block, Source, split
from citekit.formats.zoteromap import has_field
from citekit.latex import to_unicode
from citekit.model import Date, Name, Value, Work, is_names
from tests.import_cases import zotero

#: A .bib field, and the label of its line in ``extra``.
LINES = {
    "lccn": "LCCN",
    "mrnumber": "MR",
    "zmnumber": "Zbl",
    "howpublished": "Published",
}
EPRINTS = {
    "arxiv": "arXiv",
    "jstor": "JSTOR",
    "pubmed": "PMID",
    "hdl": "HDL",
    "googlebooks": "GoogleBooksID",
}
GENRES = {"PhD thesis": "PhD Thesis", "Master’s thesis": "Master's Thesis"}
#: Types whose pages are how many there are.
PAGED = {"book", "thesis", "manuscript"}
#: Fields that are notes, besides ``annote``.
NOTES = ("comment", "review", "notes")
#: What every type has.
ANY = {"itemType", "creators", "notes", "tags", "DOI"}
#: Types without place and publisher.
SERIALS = {"journalArticle", "magazineArticle", "blogPost", "webpage"}


def items(text: str) -> list[dict[str, Any]]:
    """The works of a .bib file in the client's item model."""
    source = split(text)
    blocks = [b for b in source.blocks if b.kind == "entry" and b.type not in NO_WORKS]
    strings = "".join(source.raw(b) for b in source.blocks if b.kind == "string")
    return [_item(source, block, strings) for block in blocks]


def _item(source: Source, block: Block, strings: str) -> dict[str, Any]:
    (work,) = biblatex.read(strings + source.raw(block)).works
    fields: dict[str, Value] = {}
    for variable, value in work.fields.items():
        fields[variable] = _value(variable, value, source, block)
    lines = [
        f"{LINES[name]}: {text}"
        for name, text in work.extra.items()
        if name in LINES and text != fields.get("URL")
    ]
    lines += _eprint(work)
    if place := fields.pop("event-place", None):
        lines.append(f"event-place: {place}")
    if lines:
        fields["note"] = "\n".join([*lines, *str(fields.get("note", "")).splitlines()])
    made = zotero.items(Reading((Work(work.id, work.type, fields, work.extra),)))[0]
    if made["itemType"] in SERIALS:
        made.pop("place", None)
        made.pop("publisher", None)
    made.pop("accessDate", None)
    if made["itemType"] in PAGED and "pages" in made:
        made.setdefault("numPages", made.pop("pages"))
    made["notes"] += [work.extra[name] for name in NOTES if name in work.extra]
    if made["itemType"] == "patent":
        made["assignee"] = work.extra.get("assignee", "")
        made["country"] = work.extra.get("nationality", "")
    kind = made["itemType"]
    for field in [name for name in made if name not in ANY and not has_field(kind, name)]:
        del made[field]
    for creator in made["creators"]:
        if "name" in creator:
            creator["lastName"] = creator.pop("name")
    return made


def _value(variable: str, value: Value, source: Source, block: Block) -> Value:
    if is_names(value):
        span = block.field(variable)
        raw = to_unicode(field_text(source, block, span)) if span else ""
        return tuple(_last_word(name, raw) for name in value)
    if isinstance(value, Date) and value.start and variable == "issued" and block.field("month"):
        # no field tells the day, and of two months the first counts
        start = value.start._replace(day=None) if block.field("day") else value.start
        return value._replace(start=start, end=None, range=False)
    if not isinstance(value, str):
        return value
    if variable == "language" and (span := block.field("language")):
        return to_unicode(field_text(source, block, span))
    if variable == "genre":
        return GENRES.get(value, value)
    return re.sub(r"<span class=\"nocase\">(.*?)</span>", r"\1", value)


def _last_word(name: Name, raw: str) -> Name:
    """A name as the client splits it where the list has it without a comma."""
    words = f"{name.given} {name.non_dropping_particle} {name.family}"
    if not name.non_dropping_particle or not name.given or words not in raw:
        return name
    given, _, family = words.rpartition(" ")
    return Name(family, given)


def _eprint(work: Work) -> list[str]:
    extra = work.extra
    kind = (extra.get("eprinttype") or extra.get("archiveprefix", "")).lower()
    if kind not in EPRINTS or "eprint" not in extra:
        return []
    subject = extra.get("eprintclass") or extra.get("primaryclass")
    suffix = f" [{subject}]" if subject and kind == "arxiv" else ""
    return [f"{EPRINTS[kind]}: {extra['eprint']}{suffix}"]
