"""MODS 3, read and written.

The conventions are those of the MODS User Guidelines (Library of Congress) and,
where these leave a choice, of bibutils: the work a work is part of is its related
item of type *host*, a series one of type *series*; volume, issue and pages are the
host's ``part``; the key is the record's ``ID`` and an identifier of type *citekey*.

Notes of the work are its ``annote``, with their types ("bibliography: …"); what
MODS has no element for stands in ``extension``, see :mod:`citekit.formats.xmlkeep`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from citekit.dates import format_edtf
from citekit.errors import Problem
from citekit.formats.base import Extract, Item, Writing, split_keywords, split_notes
from citekit.formats.marcroles import WRITTEN
from citekit.formats.modsmap import (
    HOST,
    IDENTIFIERS,
    ORIGINAL,
    RELATED_NAMES,
    ROWS,
    SERIALS,
    TITLES,
    Row,
    kind_of,
)
from citekit.formats.modsnames import put_name
from citekit.formats.modsread import ModsRecord
from citekit.formats.xmlkeep import iso_point, keep, only, quote_block, restore
from citekit.formats.xmlpath import put, serialise
from citekit.formats.xmlread import records
from citekit.model import Date, Names, Work, is_names

_NAMESPACE = "http://www.loc.gov/mods/v3"
_RANGE = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")
_XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.A)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a MODS document, each with its extracts.

    Raises SyntaxProblemError for what is not XML or holds no MODS.
    """
    for one in records(source, {"mods"}, file, "MODS record", "modsCollection"):
        if isinstance(one, Problem):
            yield one
            continue
        record = ModsRecord(one)
        work = record.work()
        if record.kept:
            work = restore(work, record.kept, _natural)
        yield work
        told = split_notes(work.text("annote"))
        yield from (extract for extract in record.extracts if quote_block(extract) not in told)


def _natural(work: Work) -> Work:
    """What MODS' own elements say of a work."""
    return ModsRecord(only(serialise(_record(work)), "mods")).work()


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The works as a collection, a record a piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<modsCollection xmlns="{_NAMESPACE}">\n'
    for work in works:
        kept = keep(work, _natural(work), how)
        yield serialise(_record(work, kept, how.extracts.get(work.id, ()))) + "\n"
    yield "</modsCollection>\n"


def _record(work: Work, kept: str = "", extracts: Iterable[Extract] = ()) -> Element:
    record = Element("mods", {"version": "3.7"})
    if _XML_NAME.fullmatch(work.id):
        record.set("ID", work.id)
    kind = kind_of(work.type)
    hosted = bool(kind.host) or "container-title" in work.fields
    if title := work.text("title"):
        put(record, "titleInfo[!type]/title", title)
    for variable, value in work.fields.items():
        if is_names(value):
            _put_names(record, variable, value, bool(kind.host))
    put(record, "typeOfResource", kind.resource)
    put(record, f"genre[authority={kind.authority}]", kind.genre)
    if genre := work.text("genre"):
        put(record, "genre[!authority]", genre)
    if issued := work.date("issued"):
        _put_date(record, "originInfo", issued)
    if not hosted and work.type == "book":
        put(record, "originInfo/issuance", "monographic")
    for language in work.text("language").split("; ") if "language" in work.fields else ():
        coded = _LANGUAGE.fullmatch(language)
        how = f"[type=code][authority={_authority(language)}]" if coded else "[type=text]"
        put(put(record, "language", ""), f"languageTerm{how}", language)
    _put_extent(record, work)
    for variable, related in TITLES.items():
        if title := work.text(variable):
            put(record, f"{related}/titleInfo[!type]/title", title)
    if hosted and kind.host:
        put(record, f"{HOST}/genre[authority={kind.host_authority}]", kind.host)
    if event := work.text("event-title"):
        put(record, f"{HOST}/name[type=conference]/namePart", event)
    if page := work.text("page"):
        _put_pages(record, f"{HOST}/part" if hosted else "part", page)
    for row in ROWS:
        if text := work.text(row.variable):
            put(record, _path(row, hosted), text)
    if original := work.date("original-date"):
        _put_date(record, f"{ORIGINAL}/originInfo", original)
    _put_rest(record, work, hosted)
    for note in split_notes(work.text("annote")):
        put(record, "note[!displayLabel]", note)
    for extract in extracts:
        put(record, "note[type=quotation]", quote_block(extract))
    if kept:
        put(record, "extension/kept[xmlns=urn:x-citekit:kept]", kept)
    return record


def _path(row: Row, hosted: bool) -> str:
    return row.path if hosted or not row.alone else row.alone


def _authority(language: str) -> str:
    return "iso639-2b" if len(language) == 3 else "rfc5646"


def _put_names(record: Element, variable: str, names: Names, has_host: bool) -> None:
    """Names with their roles, in the related item whose they are."""
    where, role = RELATED_NAMES.get(variable, ("", variable))
    if variable == "editor" and has_host:
        where = HOST
    if role in WRITTEN:
        for name in names:
            put_name(record, where, name, WRITTEN[role])


def _put_date(record: Element, where: str, date: Date) -> None:
    """A date as W3CDTF where that says it, else as EDTF, or as words."""
    start = iso_point(date.start) if date.start else ""
    end = iso_point(date.end) if date.end else ""
    both = date.approximate and date.uncertain
    doubt = "[qualifier=approximate]" if date.approximate else ""
    doubt = "[qualifier=questionable]" if date.uncertain else doubt
    encoded = f"{where}/dateIssued[encoding=w3cdtf]{doubt}"
    if date.literal:
        put(record, f"{where}/dateIssued", date.literal)
    elif not both and start and not date.range:
        put(record, f"{encoded}[keyDate=yes]", start)
    elif not both and start and end:
        put(record, f"{encoded}[point=start][keyDate=yes]", start)
        put(record, f"{encoded}[point=end]", end)
    else:
        put(record, f"{where}/dateIssued[encoding=edtf]", format_edtf(date))


def _put_extent(record: Element, work: Work) -> None:
    pages, volumes = work.text("number-of-pages"), work.text("number-of-volumes")
    if pages:
        put(record, "physicalDescription/extent[unit=pages]", f"{pages} p.")
    if volumes:
        put(record, "physicalDescription/extent[unit=volumes]", f"{volumes} v.")


def _put_pages(record: Element, part: str, page: str) -> None:
    extent = f"{part}/extent[unit=pages]"
    if found := _RANGE.fullmatch(page):
        put(record, f"{extent}/start", found[1])
        put(record, f"{extent}/end", found[2])
    elif any(mark in page for mark in "-–,; "):
        put(record, f"{extent}/list", page)
    else:
        put(record, f"{extent}/start", page)


def _put_rest(record: Element, work: Work, hosted: bool) -> None:
    """Keywords, identifiers, links."""
    for word in split_keywords(work.text("keyword")):
        put(put(record, "subject", ""), "topic", word)
    for kind, variable in SERIALS.items():
        if number := work.text(variable):
            host = hosted and variable == "ISSN"
            put(
                record,
                f"{HOST}/identifier[type={kind}]" if host else f"identifier[type={kind}]",
                number,
            )
    for name in IDENTIFIERS:
        if name in work.extra:
            put(record, f"identifier[type={name}]", work.extra[name])
    if url := work.text("URL"):
        link = put(record, "location/url", url)
        if accessed := work.date("accessed"):
            link.set("dateLastAccessed", format_edtf(accessed))
    put(record, "identifier[type=citekey]", work.id)
