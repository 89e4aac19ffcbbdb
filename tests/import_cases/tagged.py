"""What the client makes of the line-tagged formats, beyond the item model.

Its importers of these formats keep a date's words as they stand in the file, list
numbers that have no field in ``extra``, and leave out what has no place in their
older item types.  Nothing here looks at a case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from citekit.formats import nbib, refworks, wos
from citekit.model import Date, Work

Item = dict[str, Any]

#: Fields that the client's type does not have.
_LACKS = {
    "journalArticle": ("publisher", "place", "numPages", "edition"),
    "magazineArticle": ("publisher", "place"),
    "newspaperArticle": ("publisher",),
    "patent": ("publisher", "publicationTitle", "ISSN", "volume", "issue"),
    "book": ("pages", "ISSN"),
    "bookSection": ("ISSN", "journalAbbreviation"),
    "conferencePaper": ("ISSN", "journalAbbreviation"),
    "thesis": ("ISSN", "ISBN", "pages", "volume", "issue", "publicationTitle"),
    "report": ("ISSN", "ISBN"),
}


def _trim(item: Item) -> None:
    for field in _LACKS.get(item["itemType"], ()):
        item.pop(field, None)


def _lines(item: Item, *lines: str) -> None:
    item["extra"] = "\n".join(filter(None, (item.get("extra", ""), *lines)))


def _date(item: Item, work: Work, write: Callable[[Date], str]) -> None:
    date = work.date("issued")
    field = next((name for name in ("issueDate", "date", "dateEnacted") if name in item), "")
    if date is not None and field:
        item[field] = write(date)


def _nbib(work: Work, item: Item, _: str) -> None:
    _trim(item)
    eric = re.search(r"E[JD]\d+", work.extra.get("OID", ""))
    if eric:
        _lines(item, f"ERIC Number: {eric[0]}")
        # ERIC's dates have the month first, NLM's the year.
        _date(item, work, lambda date: wos.write_date(date).title())
    else:
        _date(item, work, nbib.write_date)
    item.pop("url", None)
    if more := work.extra.get("IS", ""):
        found = re.findall(r"\d{4}-\d{3}[\dX]", more)
        item["ISSN"] = " ".join(dict.fromkeys(found))


def _wos(work: Work, item: Item, _: str) -> None:
    _trim(item)
    item.pop("series", None)
    if item["itemType"] in ("book", "bookSection"):
        item.pop("DOI", None)
    _date(item, work, wos.write_date)
    if identifier := work.extra.get("UT"):
        _lines(item, f"Web of Science ID: {identifier}")
    if item["itemType"] == "patent":
        item["assignee"] = work.extra.get("holder", "")
        item["country"] = work.extra.get("PC", "")
    if "ISSN" in item and "EI" in work.extra:
        item["ISSN"] += f", {work.extra['EI']}"
    pages = item.get("pages", "")
    if pages.isdecimal():
        item["pages"] = f"{pages}-{pages}"


def _ovid(work: Work, item: Item, source: str) -> None:
    _trim(item)
    for creator in item["creators"]:
        if creator["creatorType"] == "inventor":
            creator["creatorType"] = "author"
    if "archiveLocation" in item and item["itemType"] != "patent":
        item["callNumber"] = item["archiveLocation"]
    item.pop("archiveLocation", None)
    item["ISBN"] = item.get("ISBN", "").replace("-", "")
    # Only the keywords in KW; the headings of the databases are passed over.
    told = " ".join(re.findall(r"^ {0,3}KW {0,2}- (.*)$", source, re.M))
    item["tags"] = [tag for tag in item["tags"] if tag in told]
    if "MEDLINE" not in work.text("source"):
        item.pop("extra", None)
    date = work.date("issued")
    if date is not None and date.start is not None:
        month = re.search(r"\b(?:%s)[a-z]*" % "|".join(_MONTHS), work.extra.get("SO", ""))
        serial = item["itemType"] == "journalArticle"
        text = f"{date.start.year} {month[0] if month and serial else ''}".strip()
        item["issueDate" if item["itemType"] == "patent" else "date"] = text


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


#: RefWorks' tags that the client has no field for, in the order of its legend.
_UNKNOWN = "SR ID PB SN AV AD AN CL SF OT DB DS IP CR OL".split()


def _refworks(work: Work, item: Item, _: str) -> None:
    def told(tag: str) -> str:
        if tag == "ID":
            return work.id
        field = {"PB": "publisher", "SN": "ISBN"}.get(tag)
        if field and field in _LACKS.get(item["itemType"], ()):
            return work.text(field)
        other = {"AN": "archive_location", "DB": "archive", "DS": "source", "OT": "original-title"}
        return work.extra.get(tag, "") or work.text(other.get(tag, ""))

    unknown = [f"{tag} {told(tag)}" for tag in _UNKNOWN if told(tag)]
    if unknown:
        head = "The following values have no corresponding Zotero field:"
        item["notes"] = [*item["notes"], f"{head} {' '.join(unknown)}"]
    _trim(item)
    for field in ("archive", "archiveLocation"):
        item.pop(field, None)
    _date(item, work, _refworks_date)


def _refworks_date(date: Date) -> str:
    if date.start is None or not date.start.day:
        year = f"{date.start.year}" if date.start else ""
        return f"{refworks.write_date(date)} {year}".strip()
    months = "January February March April May June July August September October November December"
    return f"{months.split()[date.start.month - 1]} {date.start.day:02d} {date.start.year}"  # type: ignore[operator]


def _refer(_: Work, item: Item, __: str) -> None:
    item.pop("numPages", None)


def _ris(work: Work, item: Item, _: str) -> None:
    if "DOI" in item and not item["DOI"].startswith("10."):
        del item["DOI"]
    accessed = work.date("accessed")
    if accessed is not None and accessed.literal:
        item.pop("accessDate", None)


_CONVENTIONS: dict[str, Callable[[Work, Item, str], None]] = {
    "nbib": _nbib,
    "wos": _wos,
    "ovid": _ovid,
    "refworks": _refworks,
    "refer": _refer,
    "ris": _ris,
}


def adjust(name: str, work: Work, item: Item, source: str) -> Item:
    """The item as the client's importer of the format called ``name`` has it, out of
    the text ``source``."""
    if name in _CONVENTIONS:
        _CONVENTIONS[name](work, item, source)
    return item
