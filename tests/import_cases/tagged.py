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
from citekit.formats.rismap import TYPES
from citekit.formats.zoteromap import has_field, zotero_field
from citekit.model import Date, Work
from tests.import_cases import zotero

Item = dict[str, Any]

_EVERY = """itemType creators notes tags extra title abstractNote shortTitle url accessDate archive
archiveLocation libraryCatalog callNumber rights language date DOI"""
#: Fields of the client's types, besides those of every type.
_FIELDS = {
    "journalArticle": """publicationTitle publisher place volume issue section pages series
        seriesTitle seriesText journalAbbreviation ISSN PMID PMCID""",
    "magazineArticle": "publicationTitle publisher place volume issue pages ISSN",
    "newspaperArticle": "publicationTitle publisher place volume edition section pages ISSN",
    "book": """series seriesNumber volume numberOfVolumes edition publisher place numPages ISBN""",
    "bookSection": """bookTitle series seriesNumber volume numberOfVolumes edition publisher place
        pages ISBN""",
    "conferencePaper": """proceedingsTitle conferenceName publisher place volume pages series
        ISBN""",
    "thesis": "thesisType university place numPages",
    "preprint": "genre repository archiveID place series seriesNumber",
    "report": "reportNumber reportType seriesTitle institution place pages",
    "webpage": "websiteTitle websiteType publisher place",
    "patent": """patentNumber applicationNumber issueDate filingDate assignee country place pages
        issuingAuthority legalStatus priorityNumbers references""",
}
#: Fields that the importers besides RIS do not yet know in these types.
_OLDER = {
    "journalArticle": ("publisher", "place"),
    "magazineArticle": ("publisher", "place"),
    "newspaperArticle": ("publisher", "volume"),
}


def _trim(item: Item, *, older: bool = True) -> None:
    """Leave out what the client's type has no field for."""
    kind = item["itemType"]
    if kind in _FIELDS:
        for field in set(item) - {*_FIELDS[kind].split(), *_EVERY.split()}:
            del item[field]
    for field in _OLDER.get(kind, ()) if older else ():
        item.pop(field, None)


def _lines(item: Item, *lines: str) -> None:
    item["extra"] = "\n".join(filter(None, (item.get("extra", ""), *lines)))


def _date(item: Item, work: Work, write: Callable[[Date], str]) -> None:
    date = work.date("issued")
    field = next((name for name in ("issueDate", "date", "dateEnacted") if name in item), "")
    if date is not None and field:
        item[field] = write(date)


def _told(date: Date, dates: list[str], read: Callable[[str], Date | None]) -> str:
    """The first of some dates in words that is read as ``date``."""
    return next((words for words in dates if read(words) == date), "")


def _nbib(work: Work, item: Item, source: str) -> None:
    _trim(item)
    eric = re.search(r"E[JD]\d+", work.extra.get("OID", ""))
    if eric:
        _lines(item, f"ERIC Number: {eric[0]}")
        # ERIC's dates have the month first, NLM's the year.
        _date(item, work, lambda date: re.sub("Fal ", "Fall ", wos.write_date(date).title()))
    else:
        dates = re.findall(r"^DP +- (.*\S)", source, re.M)
        _date(item, work, lambda date: _told(date, dates, nbib.read_date) or nbib.write_date(date))
    if item["itemType"] == "report" and (count := work.text("number-of-pages")):
        item["pages"] = count
    item.pop("url", None)
    if more := work.extra.get("IS", ""):
        found = re.findall(r"\d{4}-\d{3}[\dX]", more)
        item["ISSN"] = " ".join(dict.fromkeys(found))


def _wos(work: Work, item: Item, source: str) -> None:
    _trim(item)
    item.pop("series", None)
    if item["itemType"] in ("book", "bookSection"):
        item.pop("DOI", None)
    words = work.extra.get("PD", "") if item["itemType"] != "patent" else ""
    days = re.findall(r"^PD (.*\S)", source, re.M)

    def written(date: Date) -> str:
        year = f"{date.start.year}" if date.start else ""
        dates = [day if year in day else f"{day} {year}" for day in (days if not words else [])]
        told = _told(date, dates, wos.read_date)
        return f"{words} {year}" if words else told or wos.write_date(date)

    _date(item, work, written)
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
        month = re.search(rf"\b(?:{'|'.join(_MONTHS)})[a-z]*", work.extra.get("SO", ""))
        serial = item["itemType"] == "journalArticle"
        text = f"{date.start.year} {month[0] if month and serial else ''}".strip()
        item["issueDate" if item["itemType"] == "patent" else "date"] = text


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


#: RefWorks' tags that the client has no field for, in the order of its legend.
_UNKNOWN = (
    "SR ID PB SN AV AD AN CL SF OT DB DS IP U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 "
    "SL LL CR OL"
).split()


def _refworks(work: Work, item: Item, source: str) -> None:
    _trim(item)
    kept = {csl for csl in ("publisher", "ISBN") if zotero_field(item["itemType"], csl) in item}

    def told(tag: str) -> str:
        if tag == "ID":
            return work.id
        field = {"PB": "publisher", "SN": "ISBN"}.get(tag)
        if field and field not in kept:
            return work.text(field)
        other = {"AN": "archive_location", "DB": "archive", "DS": "source", "OT": "original-title"}
        return work.extra.get(tag, "") or work.text(other.get(tag, ""))

    unknown = [f"{tag} {told(tag)}" for tag in _UNKNOWN if told(tag)]
    if unknown:
        head = "The following values have no corresponding Zotero field:"
        item["notes"] = [*item["notes"], f"{head} {' '.join(unknown)}"]
    for field in ("archive", "archiveLocation"):
        item.pop(field, None)
    _date(item, work, lambda date: _refworks_date(date, source))


def _refworks_date(date: Date, source: str) -> str:
    """A free date in words as it stands, one in numbers with the month's name."""
    year = f"{date.start.year}" if date.start else ""
    dates = re.findall(r"^FD ([A-Z].*\S)", source, re.M)
    dates = [words if year in words else f"{words} {year}" for words in dates]
    if told := _told(date, dates, refworks.read_date):
        return told
    if date.start is None or not date.start.day:
        year = f"{date.start.year}" if date.start else ""
        return f"{refworks.write_date(date)} {year}".strip()
    months = "January February March April May June July August September October November December"
    return f"{months.split()[date.start.month - 1]} {date.start.day:02d} {date.start.year}"  # type: ignore[operator]


def _refer(_: Work, item: Item, __: str) -> None:
    _trim(item)
    item.pop("numPages", None)


#: RIS types that the client takes for others than the closest of CSL's.
_RIS_TYPES = {
    "AGGR": "document",
    "ANCIENT": "document",
    "CTLG": "magazineArticle",
    "EQUA": "document",
    "GEN": "journalArticle",
    "GOVDOC": "report",
    "ICOMM": "email",
    "INPR": "manuscript",
    "JFULL": "journalArticle",
    "LEGAL": "case",
    "MULTI": "videoRecording",
    "MUSIC": "audioRecording",
    "PAMP": "manuscript",
    "STAND": "report",
    "UNBILL": "manuscript",
    "UNPB": "journalArticle",
    "VIDEO": "videoRecording",
}


def _ris(work: Work, item: Item, __: str) -> None:
    _trim(item, older=False)
    kind = item["itemType"]
    if kind not in _FIELDS:
        every = {*_EVERY.split(), "place", "publisher"}
        for field in [name for name in item if name not in every and not has_field(kind, name)]:
            text = item.pop(field)
            if field == "number":
                _lines(item, text)
    if "DOI" in item and not item["DOI"].startswith("10."):
        del item["DOI"]
    item.pop("accessDate", None)


CONVENTIONS: dict[str, Callable[[Work, Item, str], None]] = {
    "nbib": _nbib,
    "wos": _wos,
    "ovid": _ovid,
    "refworks": _refworks,
    "refer": _refer,
    "ris": _ris,
}


def item(name: str, work: Work, source: str) -> Item:
    """The work as the client's importer of the format called ``name`` has it, out of
    the text ``source``."""
    if name == "ris":
        kind = _RIS_TYPES.get(work.extra.get("TY") or TYPES.get(work.type, ""))
        if kind:
            work = work._replace(extra={**work.extra, "zotero:itemType": kind})
    out = zotero.item(work, zotero.Habit(plain_authors=name == "ovid"))
    if name in CONVENTIONS:
        CONVENTIONS[name](work, out, source)
    return out
