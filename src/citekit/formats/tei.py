"""TEI ``biblStruct``, read and written (TEI P5 Guidelines, 3.12).

A work that is part of another has an ``analytic`` level, its host is the
``monogr``.  What ``biblStruct`` has no element for is a ``note`` whose ``type`` is
the CSL variable; notes without a type are the work's ``annote``.  Extracts are
``cit`` with ``quote`` in a note.  What a note cannot say either stands in one of
type *citekit*, see :mod:`citekit.formats.xmlkeep`.

References in running text (``bibl``) are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from citekit.dates import format_edtf
from citekit.errors import Problem
from citekit.formats.base import Extract, Item, Writing, split_keywords, split_notes
from citekit.formats.marcroles import WRITTEN
from citekit.formats.teimap import ORDER, PARTS, ROWS, SERIAL, WRITTEN_RENDS
from citekit.formats.teiread import TeiRecord
from citekit.formats.xmlkeep import circa, iso_point, keep, only, restore
from citekit.formats.xmlpath import put, serialise
from citekit.formats.xmlread import records
from citekit.formats.xmltext import runs
from citekit.model import Date, Name, Work, is_names

_XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.A)
_RANGE = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Bibliography</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><p>A catalogue of references.</p></sourceDesc></fileDesc></teiHeader>
<text><body><listBibl>
"""


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a TEI document, each with its extracts.

    Raises SyntaxProblemError for what is not XML or holds no ``biblStruct``.
    """
    for one in records(source, {"biblStruct"}, file, "TEI biblStruct", "listBibl"):
        if isinstance(one, Problem):
            yield one
            continue
        record = TeiRecord(one)
        work = record.work()
        if record.kept:
            work = restore(work, record.kept, _natural)
        yield work
        yield from record.extracts


def _natural(work: Work) -> Work:
    """What TEI's own elements say of a work."""
    return TeiRecord(only(serialise(_record(work)), "biblStruct")).work()


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The works as a document with one ``listBibl``, a ``biblStruct`` a piece."""
    yield _HEAD
    for work in works:
        kept = keep(work, _natural(work), how)
        yield serialise(_record(work, kept, how.extracts.get(work.id, ()))) + "\n"
    yield "</listBibl></body></text>\n</TEI>\n"


def _record(work: Work, kept: str = "", extracts: Iterable[Extract] = ()) -> Element:
    root = Element("biblStruct", {"type": work.type})
    root.set("xml:id" if _XML_NAME.fullmatch(work.id) else "n", work.id)
    part = work.type in PARTS or "container-title" in work.fields
    level = "j" if work.type in SERIAL or (part and work.type not in PARTS) else "m"
    own = "analytic" if part else "monogr"
    if title := work.text("title"):
        alone = "j" if work.type == "periodical" else "m"
        put(root, f"{own}/title[level={'a' if part else alone}]", title)
    if title := work.text("container-title"):
        put(root, f"monogr/title[level={level}]", title)
    rest = dict(work.fields)
    for done in ("title", "container-title", "annote"):
        rest.pop(done, None)
    for row in ROWS:
        if isinstance(text := rest.get(row.variable), str):
            put(root, row.path if part or not row.alone else row.alone, text)
            del rest[row.variable]
    for variable, value in rest.items():
        if is_names(value):
            for name in value:
                _put_name(root, own, part, variable, name)
        elif variable == "issued" and isinstance(value, Date):
            _put_date(root, value)
        elif variable == "accessed" and isinstance(value, Date):
            put(root, "monogr/imprint/note[type=accessed]", format_edtf(value))
        elif variable == "page":
            _put_pages(root, str(value))
        elif variable == "URL":
            put(root, "ptr@target", str(value))
        elif variable == "keyword":
            note = put(root, "note[type=keywords]", "")
            for word in split_keywords(str(value)):
                SubElement(note, "term").text = word
        else:
            text = format_edtf(value) if isinstance(value, Date) else str(value)
            put(root, f"note[type={variable}]", text)
    for note_text in split_notes(work.text("annote")):
        SubElement(root, "note").text = note_text
    if not any(child.tag == "imprint" for monogr in root.iter("monogr") for child in monogr):
        put(root, "monogr/imprint/date", "")
    _mark(root)
    for extract in extracts:
        _put_extract(root, extract)
    if kept:
        put(root, "note[type=citekit]", kept)
    _order(root)
    return root


def _put_name(root: Element, own: str, part: bool, variable: str, name: Name) -> None:
    """Authors and editors as such, others with what they did (``respStmt``)."""
    if variable == "author":
        place = put(root, f"{own}/author", "")
    elif variable == "container-author" and part:
        place = put(root, "monogr/author", "")
    elif variable == "editor":
        place = put(root, "monogr/editor[!role]", "")
    elif variable == "collection-editor":
        place = put(root, "series/editor[!role]", "")
    elif variable == "translator":
        place = put(root, f"{own}/editor[role=translator]", "")
    else:
        place = put(root, f"{own}/respStmt", "")
        role = WRITTEN[variable][1] if variable in WRITTEN else variable
        SubElement(place, "resp").text = role
    if name.literal:
        SubElement(place, "orgName").text = name.literal
        return
    person = SubElement(place, "persName")
    for element, text in (
        ("forename", name.given),
        ("nameLink[type=dropping]", name.dropping_particle),
        ("nameLink[!type]", name.non_dropping_particle),
        ("surname", name.family),
        ("genName", name.suffix),
    ):
        if text:
            put(person, element, text)


def _put_date(root: Element, date: Date) -> None:
    """A date of the calendar in attributes (att.datable.w3c), others as EDTF or words."""
    start = iso_point(date.start) if date.start else ""
    end = iso_point(date.end) if date.end else ""
    element = put(root, "monogr/imprint/date", circa(date) or format_edtf(date))
    if date.approximate or date.uncertain or date.literal:
        return
    if start and not date.range:
        element.set("when", start)
    elif start and end:
        element.set("from", start)
        element.set("to", end)


def _put_pages(root: Element, page: str) -> None:
    element = put(root, "monogr/imprint/biblScope[unit=page]", page)
    if found := _RANGE.fullmatch(page):
        element.set("from", found[1])
        element.set("to", found[2])


def _put_extract(root: Element, extract: Extract) -> None:
    """``<note><cit><quote/><bibl/></cit><p/></note>`` (3.3.3, "Quotation")."""
    note = SubElement(root, "note", {"type": extract.kind})
    cit = SubElement(note, "cit")
    SubElement(cit, "quote").text = extract.text
    if extract.locator:
        put(cit, "bibl/biblScope[unit=page]", extract.locator)
    if extract.comment:
        SubElement(note, "p").text = extract.comment


def _mark(element: Element) -> None:
    """Inline markup in texts becomes ``hi``."""
    for child in list(element):
        _mark(child)
    text = element.text or ""
    if "<" not in text:
        return
    found = runs(text)
    element.text = ""
    here = [element]
    formats: list[str] = []
    for run in found:
        wanted = [WRITTEN_RENDS[name] for name in run.formats if name in WRITTEN_RENDS]
        same = 0
        while same < min(len(wanted), len(formats)) and wanted[same] == formats[same]:
            same += 1
        del formats[same:], here[same + 1 :]
        for rend in wanted[same:]:
            here.append(SubElement(here[-1], "hi", {"rend": rend}))
            formats.append(rend)
        inner = here[-1]
        if len(inner):
            inner[-1].tail = (inner[-1].tail or "") + run.text
        else:
            inner.text = (inner.text or "") + run.text


def _order(element: Element) -> None:
    """Children in the order that TEI's content models ask for."""
    order = ORDER.get(element.tag)
    if order is None:
        return
    for child in element:
        _order(child)
    element[:] = sorted(element, key=lambda child: order.index(child.tag))
