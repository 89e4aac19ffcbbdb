"""OVID's tagged records, read.

Every database has labels of its own; volume, issue, pages, editors and the book's
title often stand in the source (SO, BT) alone, a printed citation, from which they
are taken as far as it can be understood.  The source itself stays in ``extra``, and
so does every label that CSL has no variable for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.dates import parse_date
from citekit.errors import Problem
from citekit.formats.base import Item
from citekit.formats.ovidmap import SPECIAL, TABLE, TYPES
from citekit.formats.tagged import (
    Entry,
    Record,
    Shape,
    Syntax,
    dotted,
    read_names,
    records,
)
from citekit.identifiers import find_doi, normalise_issn
from citekit.model import Date, Name, Names, Work

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Autumn|Fall|Winter)"
)
_DATES = re.compile(rf"\b({_MONTH})\b\.?(?: (\d{{1,2}})\b(?!\())?,? ?(\d{{4}})?")
_VOLUME = re.compile(r"(?<!\d)(\d{1,6}[A-Z]?) ?\(([^()]{1,20}(?:\([^()]{0,20}\))?)\)")
_VOL = re.compile(r"\bvol\.\s*(\d+)(?:\s*,\s*no\.\s*([\w-]+))?", re.I)
_YEAR_VOLUME = re.compile(r"\b\d{4};(\d+)(?=[:(])")
_PAGES = re.compile(r"(?::|\bpp?\.|\(pp?\b)\s*([A-Za-z]?\d+)\s*-\s*([A-Za-z]?\d+)")
_ONE_PAGE = re.compile(r"\(pp?\.? ([A-Za-z]?\d+)\)|\bArticle Number: ([\w.]+?)(?=\.?\s|\.?$)")
#: "Smith J.", "van der Doe A.-B.", "Roe AB".
_SHORT_NAME = re.compile(r"([^,]*[^\W\d_]{2}) ([A-Z](?:[. -]{0,2}[A-Z]){0,3}\.?)")
_PAGINATION = re.compile(r"(?:\bpp\.|pagination:?|:)\s*(\d+)-(\d+)\s*(?:[.,;)]|$)")
_EDITOR = re.compile(r"\s*([^\[\]]+?)\s*\[(?:Ed\b|Editor)[^\]]*\][\s,;.]*")
#: "Sen, Amartya, ed." and "Roe, Ann; Doe, Bo, eds." before a book's title.
_EDITED = re.compile(r"([^.]*(?:\b\w\.[^.]*)*), eds?\.,?\s+(?=\S)")
_EDITION = re.compile(r"(?:\d+(?:st|nd|rd|th)|\w+ed|First|Second|Third) ed(?:ition|\.)", re.I)
#: Several authors in a line, "Roe A. Doe BC." (AMED).
_RUN = re.compile(r"(?:[^\W\d_][^\s.,]+(?: [^\W\d_][^\s.,]+)? [A-Z]{1,3}\.\s*){2,}")
_COUNT = re.compile(r"\s*(\d+) ?pp?\.")
_BRACKETS = re.compile(r"\s*\[[^\]]*\]?\s*$")
_BOOK_END = re.compile(r"(?<![\s.\-][A-Z])\.(?:\s|:|$)|\s\(pp?\.")
#: What databases put after a title: its kind, the number of references, corrections.
_TITLE_END = re.compile(
    r"(?:\.?\s*\[(?:References|Article|Report|Review|Editorial|Letter|Comment|Note|\d+ refs?"
    r"|(?:Erratum|Comment|Reprint) [^\[\]]*)\])*\.?\s*$"
)
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXx]\b")
_ISBN = re.compile(r"\b(?:97[89][- ]?)?\d[\d -]{8,13}[\dXx]\b")
#: Academic degrees after a name; two or more capitals with small letters, or known ones.
_DEGREES = re.compile(
    r"(?:[\s,]+(?:M\.?D|Ph\.?\s?D|D\.?Phil|[BM]\.?Sc?|[BM]A|MPH|MBBS|MBA|RN|DO|DDS|DVM|PharmD"
    r"|FRCP|FACP|Prof|Dr)\.?(?=[\s,]|$))+[\s,\d+*]*$"
)
_MARKS = re.compile(r"[\d,+*\s]+$")


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file.  Problems: a line outside all records."""
    for part in _parts(source, file):
        yield part if isinstance(part, Problem) else _work(part)


def _parts(source: str, file: str | None) -> Iterator[Record | Problem]:
    """Records begin with a line ``<1. >`` or, where that is missing, with VN."""
    fields: list[tuple[str, str]] = []
    line = 0
    for record in records(source, _NUMBERED, file):
        if isinstance(record, Problem):
            yield record
            continue
        fields, line = [], record.line
        for tag, value in record.fields:
            if tag == "VN" and fields:
                yield Record(line, fields, False)
                fields = []
            if tag != "<":
                fields.append((tag, " ".join(value.split()) if tag != "IN" else value))
        if fields:
            yield Record(line, fields, False)


_NUMBERED = Shape(
    re.compile(r"\s{0,3}([A-Z][A-Z0-9](?= {0,2}-)|<(?=\s*\d+\s*\.?\s*>\s*$)) {0,2}-?(?: ?(.*))?"),
    begins=frozenset({"<"}),
)


def _work(record: Record) -> Work:
    entry = Entry(record)
    csl_type = _type(entry)
    _title(entry)
    _authors(entry)
    _numbers(entry)
    source = entry.one("SO")
    book = entry.one("BT")
    _issued(entry, csl_type, source)
    if pages := re.fullmatch(r"\s*(\w+)\s*-\s*(\w+)\s*", entry.one("PG")):
        entry.fields["page"] = _range(pages[1], pages[2])
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL)
    if source:
        entry.extra["SO"] = source
    if csl_type == "chapter":
        _book_source(entry, source or book)
        if book:
            entry.extra["BT"] = book
    elif csl_type == "thesis":
        _university(entry)
    elif csl_type == "report":
        _report_source(entry, source)
    elif csl_type not in ("book", "patent"):
        _journal_source(entry, source)
    _publisher(entry)
    return entry.work("", csl_type)


def _type(entry: Entry) -> str:
    told = [value.strip(". ").casefold() for tag in ("PT", "DT") for value in entry.all(tag)]
    csl_type = next((csl for name, csl in TYPES if name in told), "")
    if not csl_type and any(kind.startswith("reports - ") for kind in told):
        csl_type = "article-journal" if "journal articles" in told else "report"
    csl_type = csl_type or "article-journal"
    kinds = [value for tag in ("PT", "DT") for value in entry.all(tag)]
    if kinds:
        entry.extra["PT"] = "\n".join(kinds)
    return csl_type


def _title(entry: Entry) -> None:
    title = _TITLE_END.sub("", entry.one("TI"))
    if len(title) > 2 and title[0] == title[-1] == '"' and '"' not in title[1:-1]:
        title = title[1:-1]
    if title:
        entry.fields["title"] = title


def _authors(entry: Entry) -> None:
    if authors := _names(entry, "FA") or _names(entry, "AU") or _names(entry, "CH"):
        entry.fields["author"] = authors
    if _EDITION.fullmatch(entry.one("ED").strip(". ")):
        entry.fields["edition"] = entry.one("ED").strip(". ")
    elif editors := _names(entry, "ED"):
        entry.fields["editor"] = editors


def _names(entry: Entry, tag: str) -> Names:
    """A name a line, or several parted by semicolons or full stops."""
    told = [_BRACKETS.sub("", value) for value in entry.all(tag)]
    parts = [
        part
        for value in told
        for part in (
            re.split(r"(?<=[A-Z]\.)\s+", value) if _RUN.fullmatch(value) else value.split("; ")
        )
    ]
    return tuple(name for part in parts if (name := _read_name(part)))


def _read_name(text: str) -> Name | None:
    """ "Walsdorf, Neill B. [Inventor]", "Slade, Martin D. MPH 1", "AHMED, Mughees."."""
    text = _MARKS.sub("", _BRACKETS.sub("", text))
    if found := _SHORT_NAME.fullmatch(text):
        text = f"{found[1]}, {found[2]}"
    family, comma, given = text.partition(",")
    given = _MARKS.sub("", _DEGREES.sub("", f" {given.strip()}")).strip() if comma else ""
    if given.endswith(".") and not re.search(r"(?:\b\w|\b[JS]r)\.$", given):
        given = given[:-1]
    if len(family) > 1 and family.isupper() and not given.isupper():
        family = "-".join(part.capitalize() for part in family.split("-"))
        family = " ".join(word[:1].upper() + word[1:] for word in family.split())
    names = read_names(f"{family}, {given}" if given else family.strip(". "))
    return dotted(names[0]) if names else None


def _numbers(entry: Entry) -> None:
    if number := entry.one("AN"):
        entry.fields["archive_location"] = number.rstrip(".")
    for tag in ("DO", "DI"):
        for value in entry.all(tag):
            if (doi := find_doi(value)) and "DOI" not in entry.fields:
                entry.fields["DOI"] = re.search(re.escape(doi), value, re.I)[0]  # type: ignore[index]
            else:
                entry.keep(tag, value)
    for tag in ("PM", "UI"):
        value = entry.one(tag)
        number = _BRACKETS.sub("", value)
        if number.isdecimal() and "PMID" not in entry.fields:
            entry.fields["PMID"] = number
        elif value:
            entry.keep(tag, value)
    for value in entry.all("IS"):
        found = _ISSN.search(value)
        if found and normalise_issn(found[0]) and "ISSN" not in entry.fields:
            entry.fields["ISSN"] = found[0]
        else:
            entry.keep("IS", value)
    for value in entry.all("IB"):
        found = _ISBN.search(value)
        if found and "ISBN" not in entry.fields:
            entry.fields["ISBN"] = found[0]
            if value != found[0]:
                entry.keep("IB", value)
        else:
            entry.keep("IB", value)


def _issued(entry: Entry, csl_type: str, source: str) -> None:
    """The year (YR), with month and day of the source, DP or a patent's DG."""
    year = entry.one("YR") or next(iter(re.findall(r"\b(?:19|20)\d{2}\b", source)), "")
    date = parse_date(year)
    for text in (entry.one("DG"), entry.one("DP"), source):
        found = _DATES.search(text) if text else None
        if found is None or (found[3] and year and found[3] != year):
            continue
        words = f"{found[1]} {found[2] or ''} {found[3] or year}"
        if (full := parse_date(" ".join(words.split()))) is not None:
            date = full
            break
    if date is not None:
        entry.fields["issued"] = date
    if csl_type != "patent" and "DG" in dict(entry.record.fields):
        entry.keep("DG", entry.one("DG"))


def _journal_source(entry: Entry, source: str) -> None:
    """ "Forest Ecology & Management. 201(2-3):327-334, November 15, 2004."."""
    if not source:
        return
    fields = entry.fields
    found = _VOL.search(source)
    if found:
        fields.setdefault("volume", found[1])
        if found[2]:
            fields.setdefault("issue", found[2])
    if found := _VOLUME.search(source):
        fields.setdefault("volume", found[1])
        fields.setdefault("issue", found[2])
    elif found := _YEAR_VOLUME.search(source):
        fields.setdefault("volume", found[1])
    _source_pages(entry, source)
    name = re.split(rf"\.\s|;|,\s*vol\.|,\s*\d|,\s*(?={_MONTH}\b)", source)[0]
    name = re.split(rf"\s(?={_MONTH}\.?(?: \d{{1,2}},?)? \d{{4}})", name)[0].strip(" .,")
    if "volume" not in fields and (found := re.fullmatch(r"(.*\S) (\d{1,4})", name)):
        name, fields["volume"] = found[1], found[2]
    if name:
        fields.setdefault("container-title", name)


def _source_pages(entry: Entry, source: str) -> None:
    found = _PAGES.search(source)
    if "page" not in entry.fields and not found and (one := _ONE_PAGE.search(source)):
        entry.fields["page"] = one[1] or one[2]
    if found and "page" not in entry.fields:
        entry.fields["page"] = _range(found[1], found[2])


def _range(start: str, end: str) -> str:
    """ "377-85" is 377-385."""
    if len(end) < len(start) and end.isdecimal() and start[-len(end) :].isdecimal():
        end = start[: len(start) - len(end)] + end
    return f"{start}-{end}"


def _report_source(entry: Entry, source: str) -> None:
    """A report counts its pages ("45 pp. 2005") or stands in a series or journal."""
    if count := _COUNT.match(source):
        entry.fields.setdefault("number-of-pages", count[1])
    else:
        _journal_source(entry, source)


def _book_source(entry: Entry, source: str) -> None:
    """ "Kamp, Roza Maria [Editor], Calvete, Juan J. [Editor]. Methods.:371-397, 2004."."""
    editors: list[Name] = []
    at = 0
    while found := _EDITOR.match(source, at):
        if name := _read_name(found[1]):
            editors.append(name)
        at = found.end()
    if not editors and (found := _EDITED.match(source)):
        people = found[1].split(";") if ";" in found[1] else re.split(r",? and ", found[1])
        editors = [name for part in people if (name := _read_name(part.strip()))]
        at = found.end()
    if editors and "editor" not in entry.fields:
        names: Names = tuple(editors)
        entry.fields["editor"] = names
    rest = re.sub(r"^\(\d{4}\)[.\s]*", "", source[at:].strip())
    title = _BOOK_END.split(rest)[0].strip(" .")
    if title:
        entry.fields.setdefault("container-title", title)
    if pages := list(_PAGINATION.finditer(source)):
        entry.fields.setdefault("page", f"{pages[-1][1]}-{pages[-1][2]}")
    _source_pages(entry, source)


def _university(entry: Entry) -> None:
    """ "Sudler, Eric L.: St. John's U. (New York), US" is where a thesis was made."""
    place = entry.extra.get("IN", "").partition(": ")[2]
    if place and "\n" not in place:
        if publisher := entry.fields.pop("publisher", ""):
            entry.keep("PU", str(publisher))
        entry.fields["publisher"] = place
        del entry.extra["IN"]
        for variable in ("volume", "issue"):
            entry.fields.pop(variable, None)


def _publisher(entry: Entry) -> None:
    """ "ISiEZH SO RAN, Novosibirsk": PB has the place after a comma."""
    text = entry.one("PB")
    if not text:
        return
    name, comma, place = text.partition(",")
    entry.fields["publisher"] = name.strip()
    if comma and "publisher-place" not in entry.fields:
        entry.fields["publisher-place"] = place.strip()


def _keywords(text: str) -> list[str]:
    separator = r";" if ";" in text else r"\s,\s|\n"
    return [item.strip(" .") for item in re.split(separator, text) if item.strip(" .")]


def _date(text: str) -> Date | None:
    return parse_date(text) or (Date(literal=text) if text else None)


_SYNTAX = Syntax(read_names, _date, _keywords)
