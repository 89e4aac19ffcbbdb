"""MARCXML, read and written (the MARC 21 XML schema, loc.gov/standards/marcxml).

What MARC has no field for stands in 887, its field for information that is not
MARC, see :mod:`citekit.formats.xmlkeep`.  The key is the control number (001) of
records whose 003 says ``citekit``; one that a catalogue has given stays the record's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citekit.dates import format_edtf
from citekit.errors import Problem, Where, error
from citekit.formats.base import Item, Writing, split_keywords, split_notes
from citekit.formats.marcmap import KEPT_TAGS, LEADERS, ROWS, Field, Marc
from citekit.formats.marcread import MarcRecord
from citekit.formats.marcroles import WRITTEN
from citekit.formats.unimarc import is_unimarc, marc21
from citekit.formats.xmlkeep import circa, keep, quote_block, restore
from citekit.formats.xmlread import records
from citekit.formats.xmltext import clean, leaf, tag
from citekit.model import Date, DatePoint, Name, Work, is_names

_NAMESPACE = "http://www.loc.gov/MARC21/slim"
_LANGUAGE = re.compile(r"[a-z]{3}")

#: Variables of 773, and of 024 with the source they are said to be from.
_HOSTED = ("container-title", "volume", "issue", "page")
_STANDARD = {"DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a MARCXML document, or of the answer of a catalogue that holds such
    records (SRU, OAI-PMH), each with its extracts.

    Raises SyntaxProblemError for what is not XML or holds no record.
    """
    for one in marcs(source, file):
        if isinstance(one, Problem):
            yield one
        else:
            yield from from_record(one.marc)


class Placed(NamedTuple):
    """A record and the line it begins in."""

    marc: Marc
    line: int


def marcs(source: str | bytes, file: str | None = None) -> Iterator[Placed | Problem]:
    """The records of a MARCXML document that have any field, and what is wrong with it.

    Raises SyntaxProblemError for what is not XML or holds no record.
    """
    found = records(source, {"record"}, file, "MARC record", "collection", innermost=True)
    for one in found:
        if isinstance(one, Problem):
            yield one
        elif (marc := _marc(one)).fields:
            yield Placed(marc, one.line)
        else:
            hint = "the answer of a catalogue may hold its records in another format"
            place = Where(file, one.line or None)
            yield error("broken-record", "a record without any MARC field", place, hint)


def from_record(marc: Marc) -> Iterator[Item]:
    """The work of a record, MARC 21 or UNIMARC, and its extracts."""
    record = MarcRecord(marc21(marc) if is_unimarc(marc) else marc)
    work = record.work()
    if record.kept:
        work = restore(work, record.kept, _natural)
    yield work
    told = split_notes(work.text("annote"))
    yield from (extract for extract in record.extracts if quote_block(extract) not in told)


def _marc(element: Element) -> Marc:
    leader = ""
    fields: list[Field] = []
    for child in element:
        if child.tag == "leader":
            leader = child.text or ""
        elif child.tag == "controlfield":
            fields.append(Field(child.get("tag", ""), "", (("", child.text or ""),)))
        elif child.tag == "datafield":
            indicators = (child.get("ind1") or " ") + (child.get("ind2") or " ")
            inside = [e for e in child if e.tag == "subfield"]
            subfields = tuple((e.get("code", ""), "".join(e.itertext())) for e in inside)
            fields.append(Field(child.get("tag", ""), indicators, subfields))
    return Marc(leader, tuple(fields))


def _natural(work: Work) -> Work:
    """What MARC's own fields say of a work."""
    return MarcRecord(_record(work)).work()


# --- writing -----------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The works as a collection, a record a piece."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="{_NAMESPACE}">\n'
    for work in works:
        marc = _record(work)
        fields = list(marc.fields)
        kept = keep(work, MarcRecord(marc).work(), how)
        for name in work.extra:
            if name in KEPT_TAGS and name >= "700":
                how.lose(work.id, name, "approximated", "its subfields as one")
        for extract in how.extracts.get(work.id, ()):
            fields.append(Field("500", "  ", (("a", quote_block(extract)),)))
        if kept:
            fields.append(Field("887", "  ", (("a", kept), ("2", "citekit"))))
        fields.sort(key=lambda field: field.tag)
        yield _write(marc._replace(fields=tuple(fields)))
    yield "</collection>\n"


def _write(marc: Marc) -> str:
    parts = [leaf("leader", marc.leader)]
    for field in marc.fields:
        if field.tag < "010":
            parts.append(leaf("controlfield", field.subfields[0][1], tag=field.tag))
            continue
        inside = "".join(leaf("subfield", text, code=code) for code, text in field.subfields)
        one, two = field.indicators[0], field.indicators[1]
        parts.append(tag("datafield", inside, tag=field.tag, ind1=one, ind2=two))
    return tag("record", "".join(parts)) + "\n"


def _record(work: Work) -> Marc:
    """A work in MARC's own fields."""
    leader = LEADERS.get(work.type, "am")
    given = work.extra.get("001", "")
    fields = [Field("001", "", (("", given or work.id),)), Field("008", "", (("", _fixed(work)),))]
    if not given:
        fields.append(Field("003", "", (("", "citekit"),)))
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    elsewhere = _elsewhere(work)
    for row in ROWS:
        if (text := work.text(row.variable)) and row.variable not in elsewhere:
            found.setdefault((row.tag, row.indicators), []).append((row.code, text))
    if date := work.date("issued"):
        found.setdefault(("264", " 1"), []).append(("c", _date(date)))
    _put_host(work, found)
    fields += [Field(*place, tuple(inside)) for place, inside in found.items()]
    fields += _titles(work)
    for variable, source in _STANDARD.items():
        if text := work.text(variable):
            fields.append(Field("024", "7 ", (("a", text), ("2", source))))
    main = True
    for variable, value in work.fields.items():
        if is_names(value) and variable in WRITTEN:
            for name in value:
                fields.append(_name(name, "1" if main and variable == "author" else "7", variable))
                main = main and variable != "author"
    fields += [Field("500", "  ", (("a", note),)) for note in split_notes(work.text("annote"))]
    fields += map(_subject, split_keywords(work.text("keyword")))
    if url := work.text("URL"):
        fields.append(Field("856", "40", (("u", url),)))
    for tag_kept, text in work.extra.items():
        if tag_kept in KEPT_TAGS:
            fields.append(Field(tag_kept, "  ", (("a", text),)))
    fields = [_clean(field) for field in fields]
    marc = Marc(f"00000n{leader} a22000003  4500", tuple(fields))
    if work.type != MarcRecord(marc).work().type:
        kind = Field("655", " 7", (("a", work.type), ("2", "local")))
        marc = marc._replace(fields=(*marc.fields, kind))
    return marc._replace(fields=tuple(sorted(marc.fields, key=lambda field: field.tag)))


def _clean(field: Field) -> Field:
    """A field without the characters that XML cannot hold."""
    return field._replace(subfields=tuple((code, clean(text)) for code, text in field.subfields))


def _fixed(work: Work) -> str:
    """008: dates, language, and fill characters for what is not known."""
    kind, dates = _coded_dates(work)
    languages = work.text("language").split("; ")
    language = languages[0] if _LANGUAGE.fullmatch(languages[0]) else "und"
    return f"||||||{kind}{dates}xx {'|' * 17}{language} d"


def _coded_dates(work: Work) -> tuple[str, str]:
    """008/06 and 07–14: a single date, a range, or one that goes on (9999)."""
    date = work.date("issued")
    start, end = (date.start, date.end) if date else (None, None)
    if date is None or start is None or not 0 < start.year < _NO_END:
        return "n", " " * 8
    serial = work.type == "periodical"
    if end is not None and start.year < end.year < _NO_END:
        return ("d" if serial else "m"), f"{start.year:04d}{end.year:04d}"
    if date.range and end is None:
        return ("c" if serial else "m"), f"{start.year:04d}{_NO_END}"
    return "s", f"{start.year:04d}    "


_NO_END = 9999


def _elsewhere(work: Work) -> frozenset[str]:
    """What is not in its own field: a host's ISBN (773 $z), a university (502 $c)."""
    hosted = work.type in _PARTS and "container-title" in work.fields
    return frozenset(
        (["ISBN"] if hosted else []) + (["publisher"] if work.type == "thesis" else [])
    )


#: Parts of books, whose ISBN is the book's.
_PARTS = ("chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")


def _subject(word: str) -> Field:
    """653, or 650 of no stated source for a heading with subdivisions."""
    first, *rest = word.split("--")
    if rest and all(part.strip() for part in (first, *rest)):
        return Field("650", " 4", (("a", first), *(("x", part) for part in rest)))
    return Field("653", "  ", (("a", word),))


def _titles(work: Work) -> list[Field]:
    """245 and 246, 020 once more, 041, 300, 502 for a thesis, 711 for an event."""
    made: list[Field] = []
    if title := work.text("title"):
        first = "1" if "author" in work.fields else "0"
        main, mark, rest = title.partition(": ")
        inside = (("a", f"{main} :"), ("b", rest)) if mark and rest else (("a", title),)
        made.append(Field("245", first + str(nonfiling(title, work.text("language"))), inside))
    made += [Field("246", "3 ", (("a", one),)) for one in _several(work, "titleaddon")]
    made += [Field("020", "  ", (("a", one),)) for one in _several(work, "isbn")]
    if "language" in work.fields:
        codes = tuple(("a", code) for code in work.text("language").split("; "))
        told = work.extra.get("041", "").replace(";", " ").split()
        others = tuple(("h", code) for code in told if ("a", code) not in codes)
        made.append(Field("041", "1 " if others else "  ", (*codes, *others)))
    pages, volumes = work.text("number-of-pages"), work.text("number-of-volumes")
    words = work.extra.get("extent") or (
        f"{pages} p." if pages else f"{volumes} v." * bool(volumes)
    )
    extent = [("a", words)] if words else []
    if size := work.text("dimensions"):
        extent.append(("c", size))
    if extent:
        made.append(Field("300", "  ", tuple(extent)))
    degree = (("b", work.text("genre")), ("c", work.text("publisher")))
    if work.type == "thesis" and any(text for _, text in degree):
        made.append(Field("502", "  ", tuple(pair for pair in degree if pair[1])))
    if event := work.text("event-title"):
        made.append(Field("711", "2 ", (("a", event),)))
    return made


def _several(work: Work, name: str) -> list[str]:
    return [text for text in work.extra.get(name, "").split("; ") if text]


#: Initial articles, by the language's codes (ISO 639-1, and 639-2 in both forms).
_ARTICLES = (
    ("en eng", "the a an"),
    ("de deu ger", "der die das des dem den ein eine eines einem einen einer"),
    ("fr fra fre", "le la les l' un une"),
    ("it ita", "il lo la i gli le l' un uno una un'"),
    ("es spa", "el la los las lo un una"),
    ("pt por", "o a os as um uma"),
    ("nl nld dut", "de het een 't"),
    # where no language is told: those that no other language has as a word
    ("", "the der das les l'"),
)
_BY_LANGUAGE = {
    code: frozenset(words.split()) for codes, words in _ARTICLES for code in (codes.split() or [""])
}
_FIRST = re.compile(r"(?P<word>['’]?[^\W\d_]+(?:['’]|\s))\s*(?=\S)")


def nonfiling(title: str, language: str) -> int:
    """How many characters of a title are not filed under: an initial article of its
    language and the space behind it (245, second indicator)."""
    found = _FIRST.match(title)
    if found is None or found.end() > _MOST_NONFILING:
        return 0
    word = found["word"].strip().lower().replace("’", "'")
    code = re.split(r"[-_;]", language.lower())[0].strip()
    return found.end() if word == "the" or word in _BY_LANGUAGE.get(code, ()) else 0


_MOST_NONFILING = 9


def _put_host(work: Work, found: dict[tuple[str, str], list[tuple[str, str]]]) -> None:
    """773: where in the host, for people ($g) and coded ($q); its ISSN."""
    volume, issue, page = (work.text(name) for name in _HOSTED[1:])
    host = found.get(("773", "0 "))
    if host is None:
        if issn := work.text("ISSN"):
            found["022", "  "] = [("a", issn)]
        if not (volume or issue or page):
            return
        host = found.setdefault(("773", "0 "), [])
    words = [f"Vol. {volume}" if volume else "", f"no. {issue}" if issue else ""]
    words.append(f"p. {page}" if page else "")
    if related := ", ".join(filter(None, words)):
        host.append(("g", related))
    coded = volume + (f":{issue}" if issue else "") + (f"<{page}" if page else "")
    if coded:
        host.append(("q", coded))
    if (issn := work.text("ISSN")) and ("022", "  ") not in found:
        host.append(("x", issn))
    if "ISBN" in _elsewhere(work) and (isbn := work.text("ISBN")):
        host.append(("z", isbn))


#: What stands behind the name of a person who is called by a forename ($c).
_TITLED = re.compile(
    r"(?P<name>[^,\s]+(?:\s[^,\s]+)?)(?:\s(?P<number>[IVXL]+))?, "
    r"(?P<titles>(?:[^,]+, )*(?:of |von |de |d['’])?"
    r"(?:saint|pope|king|queen|emperor|empress|tsar|czar|duke|prince|princess|bishop|archbishop"
    r"|patriarch|heiliger?|papst|könig(?:in)?|kaiser(?:in)?|herzog|bischof|pape|roi|reine"
    r"|empereur|duc|évêque|of|von)\b.*)",
    re.I,
)
_FAMILY = re.compile(r".*\b(?:family|famille)\b.*|familie\b.*|.*\bfamilie", re.I)


def _name(name: Name, block: str, variable: str) -> Field:
    """X00 by its kind of name: forename (0), surname (1), family (3); else X10."""
    code, term = WRITTEN[variable]
    role = (("e", term), ("4", code))
    titled = _TITLED.fullmatch(name.literal)
    if titled is not None:
        number = (("b", titled["number"]),) if titled["number"] else ()
        called = (("a", titled["name"]), *number, ("c", titled["titles"]))
        return Field(f"{block}00", "0 ", (*called, *role))
    if name.literal and _FAMILY.fullmatch(name.literal):
        return Field(f"{block}00", "3 ", (("a", name.literal), *role))
    if name.literal:
        return Field(f"{block}10", "2 ", (("a", name.literal), *role))
    if name == Name(family=name.family) and " " not in name.family:
        return Field(f"{block}00", "0 ", (("a", name.family), *role))
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    whole = f"{family}, {given}" if given else family
    suffix = (("c", name.suffix),) if name.suffix else ()
    return Field(f"{block}00", "1 ", (("a", whole), *suffix, *role))


def _date(date: Date) -> str:
    """A date as catalogues have it, where that says as much as EDTF."""
    start, end = date.start, date.end
    if doubtful := circa(date):
        return f"[{doubtful}]"
    if date == Date(DatePoint(start.year), range=True) if start else False:
        return f"{start.year:04d}-" if start and start.year > 0 else format_edtf(date)
    if start is None or end is None or date.approximate or date.uncertain:
        return format_edtf(date)
    years = start == DatePoint(start.year) and end == DatePoint(end.year)
    return f"{start.year:04d}-{end.year:04d}" if years and start.year > 0 else format_edtf(date)
