"""RefWorks' tagged format, read and written.

A file may begin with RefWorks' legend, which is passed over.  The year (YR) gets
month and day of the free date (FD).  Tags that CSL has no variable for stay in
``extra``; what RefWorks has no tag for goes to ``U5``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.dates import parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats import taggedout
from citekit.formats.base import Item, Writing
from citekit.formats.refworksmap import PAGED, SPECIAL, TABLE, TAGS, TYPES
from citekit.formats.tagged import (
    Entry,
    Field,
    Record,
    Shape,
    Syntax,
    by_semicolon,
    read_names,
    records,
)
from citekit.identifiers import normalise_issn
from citekit.model import Date, DatePoint, Work

_SHAPE = Shape(
    re.compile(r"([A-Z][A-Z0-9]|U1[0-5]|PMID|PMCID)(?: (.*))?"),
    begins=frozenset({"RT"}),
    tags=TAGS,
    preamble=re.compile(
        r"\s*\ufeff?\s*Refworks Export(?s:.*?)^BEGIN EXPORTED REFERENCES[ \t]*$", re.M | re.I
    ),
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
_PAGES = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SEASONS = "Spring Summer Fall Winter".split()
#: Variables that other rules than the table's write.
_OWN = frozenset("issued page number-of-pages number ISBN ISSN".split())
_MEANINGS = {name.casefold(): csl for name, csl in TYPES}
_WRITES: dict[str, str] = {}
for _name, _csl in TYPES:
    _WRITES.setdefault(_csl, _name)
#: Types whose SN is an ISSN when its digits do not tell.
_SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file.  Problems: a line outside all records, a record without
    a type (RT)."""
    for record in records(source, _SHAPE, file):
        if isinstance(record, Problem):
            yield record
            continue
        if record.fields[0][0] != "RT":
            where = Where(file, record.line)
            yield warning("missing-type", "a record without a type (RT)", where)
        yield _work(record)


def _work(record: Record) -> Work:
    entry = Entry(record)
    for value in entry.take_user("U5"):
        entry.keep("U5", value)
    kind = entry.one("RT")
    csl_type = _MEANINGS.get(kind.casefold(), "document")
    csl_type = entry.user_type(csl_type)
    if kind and _WRITES.get(csl_type, "Generic") != kind:
        entry.extra["RT"] = kind
    key = entry.one("ID")
    _issued(entry)
    _pages(entry, csl_type)
    number = entry.one("SN")
    if number:
        entry.fields[_serial_variable(csl_type, number)] = number
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL)
    entry.apply_user()
    return entry.work(key, csl_type)


def _serial_variable(csl_type: str, number: str) -> str:
    if csl_type in ("patent", "report"):
        return "number"
    serial = csl_type in _SERIALS or normalise_issn(number) is not None
    return "ISSN" if serial else "ISBN"


def _issued(entry: Entry) -> None:
    year, free = entry.one("YR"), entry.one("FD")
    date = read_date(free, year)
    if date is None or (date.literal and year):
        date = read_date(year)
        if free:
            entry.keep("FD", free)
    if date is not None:
        entry.fields["issued"] = date


@lru_cache(maxsize=4096)
def read_date(text: str, year: str = "") -> Date | None:
    """ "Feb", "May 3", "03/15" with the year; or a date alone."""
    if month := _MONTH.fullmatch(text):
        text = f"{month[2]}-{int(month[1]):02d}"
    found = _NUMERIC.fullmatch(text)
    if found and (year or found[3]):
        text = f"{found[3] or year}-{int(found[1]):02d}-{int(found[2]):02d}"
        return parse_date(text) or (Date(literal=text) if not year else None)
    whole = text if not year or year in text else f"{text} {year}".strip()
    return parse_date(whole) or (Date(literal=whole) if whole else None)


def write_date(date: Date) -> str:
    """Month and day, or season: "Feb 3"."""
    if date.start is None or date.start.year < 1:
        return date.literal
    if date.end is not None and date.end.year == date.start.year:
        return f"{_day(date.start)}-{_day(date.end)}"
    return _day(date.start)


def _day(point: DatePoint) -> str:
    if point.month:
        return _MONTHS[point.month - 1] + (f" {point.day}" if point.day else "")
    return _SEASONS[point.season - 1] if point.season else ""


def _pages(entry: Entry, csl_type: str) -> None:
    start, end = entry.one("SP"), entry.one("OP")
    if start and end and end != start and "-" not in start:
        entry.fields["page"] = f"{start}-{end}"
    elif start and csl_type in PAGED and start.isdecimal() and not end:
        entry.fields["number-of-pages"] = start
    elif start or end:
        entry.fields["page"] = start or end


_SYNTAX = Syntax(read_names, read_date, by_semicolon)

# --- writing -------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A record a work, with an empty line after it."""
    return taggedout.pieces(works, how, _OUTPUT)


def _untold(work: Work, how: Writing) -> list[str]:
    rows = TABLE.writes(work.type)
    found = taggedout.untold(work, how, rows, _OWN, lambda name: name in TAGS)
    return found if work.type in _WRITES or "RT" in work.extra else ["type", *found]


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    kept = work.extra.get("RT", "")
    same = _MEANINGS.get(kept.casefold(), "document") == work.type
    kind = kept if kept and same else _WRITES.get(work.type, "Generic")
    fields: list[Field] = [("RT", kind), ("ID", work.id)]
    fields += taggedout.table_fields(work, TABLE, how, skip, date=_full_date)
    date = work.date("issued")
    if date is not None and "issued" not in skip:
        if date.start is not None and date.start.year > 0:
            fields += [("YR", f"{date.start.year:04d}"), ("FD", write_date(date))]
        else:
            fields.append(("YR", date.literal))
    page = work.text("page")
    if page and "page" not in skip:
        found = _PAGES.fullmatch(page)
        fields += [("SP", found[1]), ("OP", found[2])] if found else [("SP", page)]
    elif "number-of-pages" not in skip:
        fields.append(("SP", work.text("number-of-pages") if work.type in PAGED else ""))
    for variable in ("ISBN", "ISSN"):
        number = work.text(variable)
        if number and variable not in skip and _serial_variable(work.type, number) == variable:
            fields.append(("SN", number))
    if work.type in ("patent", "report") and "number" not in skip:
        fields.append(("SN", work.text("number")))
    fields += [
        (name, line)
        for name, text in taggedout.extra_fields(
            work, TABLE, lambda name: name in TAGS - SPECIAL, skip
        )
        for line in text.split("\n")
    ]
    return [field for field in fields if field[1]]


def _full_date(date: Date) -> str:
    if date.start is None or date.start.year < 1:
        return date.literal
    return f"{write_date(date)} {date.start.year:04d}".strip()


def _render(fields: Sequence[Field]) -> str:
    lines: list[str] = []
    for tag, text in fields:
        first, *more = text.split("\n")
        lines.append(f"{tag} {' '.join(first.split())}")
        for line in more:
            if _SHAPE.tag.fullmatch(line.rstrip()):
                lines[-1] += f" {line.strip()}"
            else:
                lines.append(line.strip())
    return "\n".join(lines) + "\n\n"


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _work, custom="U5", note="NO", untold=_untold)
