"""Web of Science's tagged records, read and written.

Lines of a value are wrapped, indented by three spaces or not at all; authors
stand a line each.  Full names (AF, BF) count before short ones (AU, BA).  Names of
publishers and places, which are all capitals, are read with small letters.  Tags
that CSL has no variable for stay in ``extra``; the format has no field for what
its tags do not hold, nor for citation keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.dates import parse_date
from citekit.errors import Problem
from citekit.formats import taggedout
from citekit.formats.base import Item, Writing
from citekit.formats.tagged import (
    Entry,
    Field,
    Record,
    Shape,
    Syntax,
    by_semicolon,
    dotted,
    initials,
    read_names,
    records,
)
from citekit.formats.wosmap import DOCUMENTS, SPECIAL, TABLE, TAGS, TYPES
from citekit.model import Date, DatePoint, Name, Names, Work

_SHAPE = Shape(
    re.compile(r"([A-Z][A-Z0-9])(?: (.*))?"),
    begins=frozenset({"PT"}),
    ends=frozenset({"ER"}),
    outside=frozenset({"FN", "VR", "EF"}),
    tags=TAGS,
)
#: Tags whose lines are values of their own.
_LINED = frozenset({"AU", "AF", "BA", "BF", "CA", "BE", "ED"})
_SHORT_NAME = re.compile(r"(\S.*\S|\S)\s+([^\W\d_]{1,4})")
_SEASON = {"SPR": "Spring", "SUM": "Summer", "FAL": "Fall", "AUT": "Autumn", "WIN": "Winter"}
_DAYS = re.compile(r"([A-Z]{3}) (\d{1,2})-(?:([A-Z]{3}) )?(\d{1,2}), (\d{4})")
_SEASON_WORD = re.compile(r"\b(SPR|SUM|FAL|AUT|WIN)\b")
#: A day of publication among what Derwent tells of it: number, date, classes, pages.
_GRANTED = re.compile(r"(?<!\S)\d{1,2} [A-Z][a-z]{2} \d{4}(?!\S)")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_SEASONS = "SPR SUM FAL WIN".split()
_ACRONYMS = frozenset("IEEE ACM USA UK AIP IOP SPIE EDP CRC BMC BMJ MDPI OECD UNESCO".split())
#: Characters of a value in a line.
_WIDTH = 73
_CAPITALS = ("publisher", "publisher-place", "holder")


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file.  Problems: a line outside all records."""
    for record in records(source, _SHAPE, file):
        if isinstance(record, Problem):
            yield record
        else:
            yield _read(record)


def _read(record: Record) -> Work:
    """A record, its values on one line each, but for those that have lines."""
    fields = [
        (tag, value if tag in _LINED else " ".join(value.split())) for tag, value in record.fields
    ]
    return _work(record._replace(fields=fields))


def _work(record: Record) -> Work:
    entry = Entry(record)
    csl_type = _type(entry)
    for variable, tags in (
        ("author", ("AF", "AU")),
        ("container-author", ("BF", "BA")),
        ("editor", ("BE", "ED")),
    ):
        if names := _names(entry, tags):
            entry.fields[variable] = names
    corporate = tuple(
        Name(literal=text)
        for tag, value in record.fields
        if tag == "CA"
        for text in by_semicolon(" ".join(value.split()) if ";" in value else value)
    )
    if corporate:
        entry.fields["author"] = (*_of(entry, "author"), *corporate)
    if holder := entry.one("AE"):
        entry.extra["holder"] = holder
    _issued(entry)
    _pages(entry)
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL)
    if entry.fields.get("container-title") == entry.fields.get("title"):
        entry.fields.pop("container-title", None)
    for variable in _CAPITALS:
        if isinstance(value := entry.fields.get(variable), str):
            entry.fields[variable] = _lowered(value)
        if variable in entry.extra:
            entry.extra[variable] = _lowered(entry.extra[variable])
    return entry.work("", csl_type)


def _type(entry: Entry) -> str:
    kind = entry.one("PT")[:1].upper()
    document = entry.one("DT")
    parts = {part.strip().casefold() for part in document.split(";")}
    csl_type = next(
        (csl for pt, dt, csl in TYPES if pt == kind and (not dt or dt in parts)),
        "article-journal",
    )
    if csl_type == "book" and "book" not in parts and _is_part(entry):
        csl_type = "chapter"
    if document and document != DOCUMENTS.get(csl_type):
        entry.extra["DT"] = document
    if kind != _kind(csl_type):
        entry.keep("PT", kind)
    return csl_type


def _is_part(entry: Entry) -> bool:
    """Whether a record of a book has a title and pages of its own in it."""
    title, source = entry.first("TI"), entry.first("SO")
    return bool(title and source and title != source and entry.first("BP"))


def _kind(csl_type: str) -> str:
    return next((pt for pt, _, csl in TYPES if csl == csl_type), "J")


def _of(entry: Entry, variable: str) -> Names:
    value = entry.fields.get(variable, ())
    return value if isinstance(value, tuple) else ()  # type: ignore[return-value]


def _names(entry: Entry, tags: tuple[str, ...]) -> Names:
    """The names of the first tag that is there, a line each."""
    for tag in tags:
        names = [
            name
            for found, value in entry.record.fields
            if found == tag
            for line in value.split("\n")
            if (name := _read_name(line)) is not None
        ]
        if names:
            return tuple(names)
    return ()


@lru_cache(maxsize=8192)
def _read_name(text: str) -> Name | None:
    """ "Smith, JM", "Smith, J. Mark", "YANG Y", with an address in parentheses."""
    text = re.sub(r"\s*\([^()]*\)\s*$", "", " ".join(text.split()))
    if text == "[Anonymous]":
        return None
    found = _SHORT_NAME.fullmatch(text)
    if "," not in text and found and found[2].isupper():
        text = f"{found[1]}, {found[2]}"
    names = read_names(text)
    return dotted(names[0]) if names else None


def _lowered(text: str) -> str:
    """Capitals as a title: "UNIV NEW BRUNSWICK" is Univ New Brunswick, IEEE stays."""
    if not text.isupper() or (" " not in text and len(text) < 5):
        return text
    return " ".join(
        word if word.strip(".,;") in _ACRONYMS else word.capitalize() for word in text.split()
    )


# --- dates and pages -----------------------------------------------------------


def _issued(entry: Entry) -> None:
    """PY, with the month and day of PD ("FEB", "JUN 28", "SPR"); of what is not in an
    issue yet, the date of early access (EA)."""
    year, month = entry.one("PY"), entry.one("PD") or entry.one("DG")
    if found := _GRANTED.search(month):
        if month != found[0]:
            entry.keep("PD", month)
        month, year = found[0], found[0][-4:]
    if not year and not month:
        month = entry.one("EA") or entry.one("EY")
    whole = month if year and year in month else f"{month} {year}".strip()
    date = read_date(whole)
    if date is not None and date.literal and (plain := read_date(year)) is not None:
        date = plain
        entry.keep("PD", month)
    if date is not None:
        entry.fields["issued"] = date
    if entry.one("PD") and (granted := entry.one("DG")):
        entry.keep("DG", granted)


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date | None:
    """ "FEB 2011", "MAY-JUN 2008", "SPR 2011"."""
    if not text:
        return None
    if found := _DAYS.fullmatch(text):
        month, first, other, last, year = found.groups()
        text = f"{month} {first} {year} - {other or month} {last} {year}"
    words = _SEASON_WORD.sub(lambda found: _SEASON[found[1]], text)
    return parse_date(words) or Date(literal=text)


def write_date(date: Date) -> str:
    """A date as Web of Science writes it, as far as it can be."""
    if date.start is None or date.start.year < 1:
        return date.literal
    start = date.start
    end = date.end
    if end is None:
        return f"{_day(start)} {start.year:04d}".strip()
    if end.year == start.year and not end.day and not start.day:
        return f"{_day(start)}-{_day(end)} {start.year:04d}"
    if end.year == start.year and end.day and start.day:
        until = f"{end.day}" if end.month == start.month else _day(end)
        return f"{_day(start)}-{until}, {start.year:04d}"
    return f"{_day(start)} {start.year:04d}-{_day(end)} {end.year:04d}".strip()


def _day(point: DatePoint) -> str:
    if point.month:
        return _MONTHS[point.month - 1] + (f" {point.day}" if point.day else "")
    return _SEASONS[point.season - 1] if point.season else ""


def _pages(entry: Entry) -> None:
    start, end = entry.one("BP"), entry.one("EP")
    if start and end and start != end:
        entry.fields["page"] = f"{start}-{end}"
    elif start or end:
        entry.fields["page"] = start or end
    elif pages := entry.one("PS"):
        entry.fields["page"] = pages
    number = entry.one("AR")
    if number and "page" not in entry.fields:
        entry.fields["page"] = number
    elif number:
        entry.keep("AR", number)


_SYNTAX = Syntax(read_names, read_date, by_semicolon)

# --- writing -------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The file's head, a record a work, and its end."""
    yield "FN Clarivate Analytics Web of Science\nVR 1.0\n"
    yield from taggedout.pieces(works, how, _OUTPUT)
    yield "EF\n"


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    fields: list[Field] = []
    for variable, (full, short) in _NAME_TAGS.items():
        if variable not in skip and (names := work.names(variable)):
            fields += _write_names(full, short, names)
    fields += taggedout.table_fields(work, TABLE, how, skip, date=write_date)
    fields = _joined(fields)
    date = work.date("issued")
    if date is not None and "issued" not in skip:
        fields += _write_issued(date)
    page = work.text("page")
    if page and "page" not in skip:
        start, dash, end = page.partition("-")
        plain = dash and start and end and not re.search(r"[\s,;–-]", start + end)
        fields += [("BP", start), ("EP", end)] if plain else [("BP", page)]
    if "holder" in work.extra and "extra:holder" not in skip:
        fields.append(("AE", work.extra["holder"]))
    head = [("PT", work.extra.get("PT") or _kind(work.type))]
    document = work.extra.get("DT") or DOCUMENTS.get(work.type, "")
    if document:
        head.append(("DT", document))
    fields += [
        (name, line)
        for name, text in taggedout.extra_fields(
            work, TABLE, lambda name: name in TAGS and name not in ("PT", "DT"), skip
        )
        for line in text.split("\n")
    ]
    return head + fields


#: By name variable: the tags of full and short names.
_NAME_TAGS = {"author": ("AF", "AU"), "container-author": ("BF", "BA"), "editor": ("", "BE")}


def _write_names(full: str, short: str, names: Names) -> Iterator[Field]:
    persons = [name for name in names if not name.literal]
    if persons and full:
        yield short, "\n".join(_short(name) for name in persons)
    if persons:
        yield full or short, "\n".join(_full(name) for name in persons)
    corporate = [name.literal for name in names if name.literal]
    if corporate and full == "AF":
        yield "CA", "\n".join(corporate)


def _full(name: Name) -> str:
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    text = f"{family}, {given}" if given or " " in family else family
    return f"{family}, {given}, {name.suffix}" if name.suffix else text


def _short(name: Name) -> str:
    family = f"{name.non_dropping_particle} {name.family}".strip()
    return f"{family}, {initials(name.given)}" if name.given else family


def _joined(fields: list[Field]) -> list[Field]:
    """All keywords in one value, parted by semicolons."""
    words = [text for tag, text in fields if tag == "DE"]
    others = [field for field in fields if field[0] != "DE"]
    return [*others, ("DE", "; ".join(words))] if words else others


def _write_issued(date: Date) -> Iterator[Field]:
    text = write_date(date)
    found = re.fullmatch(r"(?:(.*) )?(\d{4})", text)
    if found is None:
        yield "PY", text
        return
    if found[1]:
        yield "PD", text if found[1][-1].isdecimal() and "-" not in text else found[1]
    yield "PY", found[2]


def _render(fields: Sequence[Field]) -> str:
    lines: list[str] = []
    for tag, text in fields:
        values = map(str.split, text.split("\n")) if tag in _LINED else ()
        parts = [" ".join(words) for words in values] or taggedout.in_lines(text, _WIDTH)
        found = list(filter(None, parts))
        lines += [f"{'   ' if place else tag + ' '}{part}" for place, part in enumerate(found)]
    return "\n".join([*lines, "ER", "", ""])


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _read, lined=_LINED)
