"""What bibutils writes about what it read, MODS, as records."""

from __future__ import annotations

from typing import Any

from lxml import etree

from citekit.model import Name
from tests.clients.flat import Record, View, name, plain, text
from tests.clients.readers import PARSER, WORDS, Found, words

_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "sponsor": "publisher",
    "organizer of meeting": "publisher",
    "event": "event-title",
    "degree grantor": "publisher",
    "creator": "author",
    "inventor": "author",
    "director": "author",
}
_DETAILS = {
    "volume": "volume",
    "issue": "issue",
    "chapter": "chapter-number",
    "report number": "number",
    "page": "page",
    "number": "number",
}


def mods(source: str, view: View) -> Found:
    """Records of MODS, as bibutils writes it."""
    tree = etree.fromstring(source.lstrip("\ufeff").encode(), PARSER)
    return [(node.get("ID", ""), _mods_record(node, view)) for node in tree.iterfind("{*}mods")]


def _mods_record(node: Any, view: View) -> Record:
    record: Record = {}
    _mods_level(node, record, view, "title", "title-short")
    host = node.find("{*}relatedItem[@type='host']")
    inner = None
    if host is not None:
        _mods_level(host, record, view, "container-title", "container-title-short", "container-")
        inner = host.find("{*}relatedItem")
    if inner is not None:
        _mods_level(
            inner, record, view, "collection-title", "collection-title-short", "collection-"
        )
    own = [genre.text for genre in node.iterfind("{*}genre") if genre.text]
    outer = [genre.text for genre in node.iterfind("{*}relatedItem[@type='host']/{*}genre")]
    theses = [genre for genre in own if "thesis" in genre]
    if theses:
        record["type"] = "thesis"
        record["genre"] = next((_THESES[genre] for genre in own if genre in _THESES), "")
    else:
        kinds = [own[-1] if own else "", (outer[-1] or "") if outer else ""]
        record["type"] = "/".join(kinds).strip("/")
        record["genre"] = "; ".join(own[:-1])
    number = "issue" if "article" in record["type"] else "number"
    if record["type"] in ("book", "collection", "book chapter/book"):
        number = "collection-number"
        if record["type"] == "book" and "container-title" in record:
            record["collection-title"] = record.pop("container-title")
    record.setdefault(number, record.pop("number", ""))
    if "language" in record:
        language = record["language"].split("; ")[0]
        record["language"] = WORDS["language"].get(language, language)
    return {field: plain(value) for field, value in record.items() if value}


#: bibutils' words for theses.
_THESES = {"Ph.D. thesis": "PhD thesis", "Masters thesis": "Master's thesis"}


def _mods_level(
    node: Any, record: Record, view: View, title: str, short: str, level: str = ""
) -> None:
    def add(field: str, value: str, between: str = "; ") -> None:
        if value and value not in record.get(field, "").split(between):
            record[field] = between.join(filter(None, [record.get(field, ""), value]))

    for info in node.iterfind("{*}titleInfo"):
        parts = [words(info, "{*}title"), words(info, "{*}subTitle")]
        add(
            short if info.get("type") == "abbreviated" else title,
            text(": ".join(filter(None, parts)), view),
        )
    for person in node.iterfind("{*}name"):
        role = words(person, "{*}role/{*}roleTerm")
        role = _ROLES.get(role, role)
        add(level + role if role == "author" else role, _mods_name(person, view))
    for path, field in (
        ("{*}originInfo/{*}publisher", "publisher"),
        ("{*}originInfo/{*}place/{*}placeTerm", "publisher-place"),
        ("{*}originInfo/{*}edition", "edition"),
        ("{*}originInfo/{*}dateIssued", "issued"),
        ("{*}part/{*}date", "issued"),
        ("{*}originInfo/{*}dateCaptured", "accessed"),
        ("{*}abstract", "abstract"),
        ("{*}language/{*}languageTerm", "language"),
        ("{*}location/{*}url", "URL"),
        ("{*}part/{*}extent[@unit='volumes']/{*}total", "number-of-volumes"),
        ("{*}part/{*}extent[@unit='page']/{*}total", "number-of-pages"),
        ("{*}physicalDescription/{*}extent", "number-of-pages"),
        ("{*}location/{*}shelfLocator", "call-number"),
    ):
        for found in node.iterfind(path):
            if field != "issued" or field not in record:
                add(field, "".join(found.itertext()).strip())
    for note in node.iterfind("{*}note"):
        add("annote" if note.get("type") == "annotation" else "note", note.text or "")
    for topic in node.iterfind("{*}subject/{*}topic"):
        add("keyword", topic.text or "", ", ")
    for identifier in node.iterfind("{*}identifier"):
        kind = identifier.get("type", "")
        if kind != "citekey":
            add(
                kind.upper() if kind in ("doi", "isbn", "issn", "pmid") else kind,
                identifier.text or "",
            )
    for detail in node.iterfind("{*}part/{*}detail"):
        kind = detail.get("type", "")
        add(_DETAILS.get(kind, kind), words(detail, "{*}number"))
    for extent in node.iterfind("{*}part/{*}extent[@unit='page']"):
        ends = [words(extent, "{*}start"), words(extent, "{*}end")]
        add("page", "-".join(filter(None, ends)) or words(extent, "{*}list"))


def _mods_name(node: Any, view: View) -> str:
    parts: dict[str, list[str]] = {}
    for part in node.iterfind("{*}namePart"):
        parts.setdefault(part.get("type", ""), []).append(part.text or "")
    joined = {kind: " ".join(words) for kind, words in parts.items()}
    if joined.get("", "") in ("et al.", "others"):
        return "et al."
    if "" in joined:
        return name(Name(literal=joined[""]), view)
    family, given = joined.get("family", ""), joined.get("given", "")
    return name(Name(family, given, suffix=joined.get("suffix", "")), view)
