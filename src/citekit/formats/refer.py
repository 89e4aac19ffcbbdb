"""Refer, BibIX and EndNote's tagged format (``.enw``), read and written.

Records are parted by empty lines; a line without a tag goes on with the value
before it.  ``%D`` is the year, ``%8`` the whole date.  Of several types the last
known one counts.  Tags that CSL has no variable for stay in ``extra``; what has no
tag goes to ``%$``.
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
    by_semicolon,
    read_names,
    records,
)
from citekit.identifiers import normalise_doi, normalise_isbn, normalise_issn
from citekit.model import Date, Name, Work
from citekit.names import parse_name

_SHAPE = Shape(
    re.compile(r"\s{0,3}(%[0-9A-Z@\[\]+*~#!$&()><^=?])(?:\s(.*))?"),
    blank=True,
)
_TAG_NAME = re.compile(r"%[0-9A-Z@\[\]+*~#!$&()><^=?]")
#: Variables that other rules than the table's write.
_OWN = frozenset("issued DOI ISBN ISSN number call-number".split())
_MEANINGS = {name.casefold(): csl for name, csl in TYPES}
_NAMES = {name.casefold(): name for name, _ in TYPES}
_WRITES: dict[str, str] = {}
for _name, _csl in TYPES:
    _WRITES.setdefault(_csl, _name)
_RANGE = re.compile(r"\d+\s*[-–]+\s*\d+")
_COUNT = re.compile(r"(\d+) ?(?:pp?|pages?|s|S|Seiten|sider|sidor|f|ff)\b\.?")
_PROCEEDINGS = re.compile(r"Proc(?:eedings\b|\.)|Actes d|Tagungsband|Lecture Notes", re.I)
#: Words and signs that names of persons do not have.
_CORPORATE = re.compile(
    r"[&/()\d{}=\\~]|(?i:\b(?:and|of|for|the|und|für|et|des|du|og|och|"
    r"acade\w+|agency|asso\w+|bank|bureau|cent(?:er|re)\w*|college|commi\w+|company|corp\w*|council|"
    r"dep\w+|editors?|foundation|fund|gmbh|government|group|inc|instit\w+|international|lab\w*|library|"
    r"ltd|ministr\w+|museum|national|nations|office|organi[sz]\w+|press|project|school|service|"
    r"soci[eé]\w+|survey|team|trust|union|united|universi\w+|verein|verlag|world)\b)"
)
#: Types whose %@ is the work's own number when its digits do not tell.
_NUMBERED = frozenset({"patent", "report", "standard"})
#: Types whose number is an ISSN when its digits do not tell.
_SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical"})


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file.  Problems: a line outside all records."""
    for record in records(source, _SHAPE, file):
        yield record if isinstance(record, Problem) else _work(record)


def _work(record: Record) -> Work:
    entry = Entry(record)
    for value in entry.take_user("%$"):
        entry.keep("%$", value)
    kinds = entry.all("%0")
    kind = _known(kinds)
    # Refer itself has no types; without one a work with a journal is an article.
    default = "article-journal" if entry.all("%J") else "document" if kinds else "book"
    csl_type = _MEANINGS.get(kind.casefold(), default)
    csl_type = entry.user_type(csl_type)
    others = [other for other in kinds if other != _WRITES.get(csl_type, "Generic")]
    if others:
        entry.extra["%0"] = "\n".join(others)
    key = entry.one("%F") or entry.user.pop("id", "")
    _issued(entry)
    _numbers(entry, csl_type)
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL, kind)
    _tidy(entry, csl_type)
    entry.apply_user()
    return entry.work(key, csl_type)


def _known(kinds: Iterable[str]) -> str:
    """The last reference type that EndNote has, by its own name."""
    found = [_NAMES[kind.casefold()] for kind in kinds if kind.casefold() in _NAMES]
    return found[-1] if found else ""


def _tidy(entry: Entry, csl_type: str) -> None:
    """A range of pages of a whole work, a count with its unit, a conference named as its
    proceedings, with a series beside them."""
    fields = entry.fields
    pages = fields.get("number-of-pages")
    if isinstance(pages, str) and _RANGE.fullmatch(pages) and "page" not in fields:
        fields["page"] = fields.pop("number-of-pages")
    elif isinstance(pages, str) and (count := _COUNT.fullmatch(pages)):
        fields["number-of-pages"] = count[1]
    event = fields.get("event-title")
    named = isinstance(event, str) and _PROCEEDINGS.match(event)
    beside = named and not entry.all("%J") and not entry.all("%3") and "container-title" in fields
    if beside and "container-title" not in entry.user and fields["container-title"] != event:
        fields["collection-title"] = fields.pop("container-title")
    if named and fields.setdefault("container-title", event or "") == event:
        del fields["event-title"]


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
        if variable == "number" and entry.first("%N"):
            entry.fields["call-number"] = entry.take("%N")
        if variable in entry.fields:
            entry.keep("%@", value)
        else:
            entry.fields[variable] = value


def _serial_variable(csl_type: str, number: str) -> str:
    if normalise_issn(number) is not None:
        return "ISSN"
    if normalise_isbn(number) is not None:
        return "ISBN"
    if csl_type in _NUMBERED:
        return "number"
    return "ISSN" if csl_type in _SERIALS else "ISBN"


def _read_names(text: str) -> list[Name]:
    """EndNote's "Family, Given" and "Corporate Name,"; refer's own "Given Family",
    where nothing tells of a corporate name."""
    words = text.split()
    if "," in text or not 1 < len(words) < 5 or _CORPORATE.search(text):
        return read_names(text)
    name = parse_name(" ".join(words)) if text[:1].isupper() else None
    return [name] if name is not None else read_names(text)


_SYNTAX = Syntax(_read_names, read_date, by_semicolon)

# --- writing -------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A record a work, with an empty line after it."""
    return taggedout.pieces(works, how, _OUTPUT)


def _kinds(work: Work) -> list[str]:
    kept = [kind for kind in work.extra.get("%0", "").split("\n") if kind]
    if any(_MEANINGS.get(kind.casefold()) == work.type for kind in kept):
        return kept
    return [*kept, _WRITES.get(work.type, "Generic")]


def _untold(work: Work, how: Writing) -> list[str]:
    rows = TABLE.writes(work.type, _known(_kinds(work)))
    found = taggedout.untold(
        work, how, rows, _OWN, lambda name: _TAG_NAME.fullmatch(name) is not None
    )
    return found if work.type in _WRITES or "%0" in work.extra else ["type", *found]


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    kinds = _kinds(work)
    fields: list[Field] = [*(("%0", kind) for kind in kinds), ("%F", work.id)]
    fields += taggedout.table_fields(work, TABLE, how, skip, _known(kinds), _date)
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


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _work, custom="%$", note="%Z", untold=_untold)
