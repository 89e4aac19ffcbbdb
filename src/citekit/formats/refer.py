"""Refer, BibIX and EndNote's tagged format (``.enw``), read and written.

Records are parted by empty lines; a line without a tag goes on with the value
before it.  ``%D`` is the year, ``%8`` the whole date.  Of several types the last
known one counts.  Tags that CSL has no variable for stay in ``extra``; what has no
tag goes to ``%1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem
from citekit.formats import taggedout
from citekit.formats.base import Item, Writing
from citekit.formats.refermap import SPECIAL, TABLE, TYPES
from citekit.formats.tagged import (
    Entry,
    Field,
    Record,
    Shape,
    Syntax,
    bare_doi,
    by_line,
    read_names,
    records,
)
from citekit.identifiers import normalise_doi, normalise_issn
from citekit.model import Date, Work

_SHAPE = Shape(
    re.compile(r"\s{0,3}(%[0-9A-Z@\[\]+*~#!$&()><^=?])(?:\s(.*))?"),
    blank=True,
)
_TAG_NAME = re.compile(r"%[0-9A-Z@\[\]+*~#!$&()><^=?]")
#: Variables that other rules than the table's write.
_OWN = frozenset("issued DOI ISBN ISSN".split())
_MEANINGS = {name.casefold(): csl for name, csl in TYPES}
_WRITES: dict[str, str] = {}
for _name, _csl in TYPES:
    _WRITES.setdefault(_csl, _name)
#: Types whose number is an ISSN when its digits do not tell.
_SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical"})


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file.  Problems: a line outside all records."""
    for record in records(source, _SHAPE, file):
        yield record if isinstance(record, Problem) else _work(record)


def _work(record: Record) -> Work:
    entry = Entry(record)
    for value in entry.take_user("%1"):
        entry.keep("%1", value)
    kinds = entry.all("%0")
    known = [kind for kind in kinds if kind.casefold() in _MEANINGS]
    kind = known[-1] if known else ""
    # Refer itself has no types; without one a work with a journal is an article.
    default = "article-journal" if entry.all("%J") else "document" if kinds else "book"
    csl_type = _MEANINGS.get(kind.casefold(), default)
    csl_type = entry.user_type(csl_type)
    others = [other for other in kinds if other != _WRITES.get(csl_type)]
    if others:
        entry.extra["%0"] = "\n".join(others)
    key = entry.one("%F") or entry.user.pop("id", "")
    _issued(entry)
    _numbers(entry, csl_type)
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL)
    entry.apply_user()
    return entry.work(key, csl_type)


def _issued(entry: Entry) -> None:
    """%8 if it agrees with the year in %D, else the year."""
    year, full = read_date(entry.one("%D")), read_date(entry.one("%8"), entry.one("%D"))
    if full is not None and not full.literal and (year is None or _agree(year, full)):
        entry.fields["issued"] = full
        return
    if (date := year or full) is not None:
        entry.fields["issued"] = date
    if year is not None and full is not None:
        entry.keep("%8", entry.one("%8"))


def _agree(year: Date, full: Date) -> bool:
    return bool(year.start and full.start and year.start.year == full.start.year)


@lru_cache(maxsize=4096)
def read_date(text: str, year: str = "") -> Date | None:
    """A date; one without a year gets ``year``."""
    if not text:
        return None
    date = parse_date(text)
    if date is None and year and year not in text:
        date = parse_date(f"{text} {year}")
    return date or Date(literal=text)


def _numbers(entry: Entry, csl_type: str) -> None:
    """%R is a DOI (or another resource's number), %@ an ISBN or an ISSN."""
    for value in entry.all("%R"):
        if normalise_doi(value) and "DOI" not in entry.fields:
            entry.fields["DOI"] = bare_doi(value)
        else:
            entry.keep("%R", value)
    for value in entry.all("%@"):
        variable = _serial_variable(csl_type, value)
        if variable in entry.fields:
            entry.keep("%@", value)
        else:
            entry.fields[variable] = value


def _serial_variable(csl_type: str, number: str) -> str:
    serial = csl_type in _SERIALS or normalise_issn(number) is not None
    return "ISSN" if serial else "ISBN"


_SYNTAX = Syntax(read_names, read_date, by_line)

# --- writing -------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A record a work, with an empty line after it."""
    return taggedout.pieces(works, how, _OUTPUT)


def _untold(work: Work, how: Writing) -> list[str]:
    rows = TABLE.writes(work.type)
    found = taggedout.untold(
        work, how, rows, _OWN, lambda name: _TAG_NAME.fullmatch(name) is not None
    )
    return found if work.type in _WRITES or "%0" in work.extra else ["type", *found]


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    kind = _WRITES.get(work.type, "Generic")
    kept = work.extra.get("%0", "").split("\n")
    fields: list[Field] = [("%0", other) for other in kept if other]
    if not any(_MEANINGS.get(other.casefold()) == work.type for other in kept):
        fields.append(("%0", kind))
    fields.append(("%F", work.id))
    fields += taggedout.table_fields(work, TABLE, how, skip, date=_date)
    date = work.date("issued")
    if date is not None and "issued" not in skip:
        text = _date(date)
        year = text[:4] if date.start is not None and date.start.year > 0 else text
        fields.append(("%D", year))
        if text != year:
            fields.append(("%8", text))
    if "DOI" not in skip:
        fields.append(("%R", work.text("DOI")))
    for variable in ("ISBN", "ISSN"):
        number = work.text(variable)
        if number and variable not in skip and _serial_variable(work.type, number) == variable:
            fields.append(("%@", number))
    fields += [
        (name, line)
        for name, text in taggedout.extra_fields(
            work,
            TABLE,
            lambda name: _TAG_NAME.fullmatch(name) is not None and name != "%0",
            skip,
        )
        for line in text.split("\n")
    ]
    return [field for field in fields if field[1]]


def _date(date: Date) -> str:
    """ISO 8601, which EndNote keeps as it is; words for words."""
    return date.literal or format_edtf(date)


def _render(fields: Sequence[Field]) -> str:
    lines: list[str] = []
    for tag, text in fields:
        first, *more = text.split("\n")
        lines.append(f"{tag} {' '.join(first.split())}")
        for line in more:
            if not line.strip() or _SHAPE.tag.fullmatch(line.rstrip()):
                lines[-1] += f" {line.strip()}" if line.strip() else ""
            else:
                lines.append(line.strip())
    return "\n".join(lines) + "\n\n"


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _work, custom="%1", note="%Z", untold=_untold)
