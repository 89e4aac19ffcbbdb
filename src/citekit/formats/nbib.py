"""MEDLINE records (PubMed's ``.nbib``, also ERIC's), read and written.

Full names (FAU, FED) count before short ones (AU, ED), corporate authors (CN) keep
their place; initials get their periods.  Abbreviated page ranges are written out.
Keywords are MeSH headings (MH), other terms (OT) and KW.  Tags that CSL has no
variable for stay in ``extra``.  What MEDLINE has no tag for is written to GN, its
general note, as ``csl:VARIABLE: value``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.dates import parse_date
from citekit.errors import Problem
from citekit.formats import taggedout
from citekit.formats.base import Item, Writing, join_notes, split_notes
from citekit.formats.nbibmap import SPECIAL, TABLE, TYPES
from citekit.formats.tagged import (
    Entry,
    Field,
    Record,
    Shape,
    Syntax,
    by_line,
    dotted,
    initials,
    read_names,
    records,
    undotted,
)
from citekit.identifiers import normalise_doi
from citekit.model import Date, DatePoint, Name, Value, Work
from citekit.names import OTHERS

_SHAPE = Shape(
    re.compile(r"([A-Z][A-Z0-9]{1,4}) *-(?: (.*))?"),
    begins=frozenset({"PMID"}),
    blank=True,
)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_TYPED = re.compile(r"([^\[\]]+)\[(\w+)\]")
_RANGE = re.compile(r"([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)")
_SHORT_NAME = re.compile(r"(.*\S)\s+([^\W\d_]{1,4})(?:\s+(Jr|Sr|2nd|3rd|4th|5th|6th))?")
_SUFFIX = re.compile(r"(.*\S)\s+(Jr\.?|Sr\.?|2nd|3rd|4th|5th|6th|I{2,3}|IV)")
_YEAR_FIRST = re.compile(r"(\d{4})\s+(\S.*?)(?:\s*-\s*(\d{4})\s+(\S.*))?")
_ERIC = re.compile(r"\b(E[JD])\d+")
#: Seasons as ERIC shortens them.
_SEASON = {"Spr": "Spring", "Sum": "Summer", "Fal": "Autumn", "Win": "Winter"}
_SEASON_WORD = re.compile(r"\b(Spr|Sum|Fal|Win)\b\.?")
_UNIVERSITY = re.compile(r",\s*([^,]*\bUniversity\b[^,.]*)")
_TAG_NAME = re.compile(r"[A-Z][A-Z0-9]{1,3}")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SEASONS = "Spring Summer Autumn Winter".split()
#: Characters of a value in a line.
_WIDTH = 82
#: Variables that other rules than the table's write.
_OWN = frozenset("author editor annote PMID ISBN ISSN page DOI URL".split())
_MEANINGS = {name.casefold(): csl for name, csl in TYPES}
_WRITES: dict[str, str] = {}
for _name, _csl in TYPES:
    _WRITES.setdefault(_csl, _name)


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file; MEDLINE has no citation keys.  Problems: a line outside
    all records."""
    for record in records(source, _SHAPE, file):
        if isinstance(record, Problem):
            yield record
        else:
            yield _read(record)


def _read(record: Record) -> Work:
    """A record, its values on one line each: lines are wrapped for width alone."""
    fields = [(tag, " ".join(value.split("\n"))) for tag, value in record.fields]
    return _work(record._replace(fields=fields))


def _work(record: Record) -> Work:
    entry = Entry(record)
    notes = entry.take_user("GN")
    csl_type = _type(entry)
    key = entry.user.pop("id", "")
    csl_type = entry.user_type(csl_type)
    if notes:
        entry.fields["annote"] = join_notes(notes)
    if pmid := entry.one("PMID"):
        entry.fields["PMID"] = pmid
    _names(entry)
    _pages(entry, csl_type)
    _identifiers(entry)
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL)
    if csl_type in ("report", "book", "thesis") and "container-title" in entry.fields:
        _eric_source(entry, csl_type)
    entry.apply_user()
    return entry.work(key, csl_type)


def _type(entry: Entry) -> str:
    """The first publication type that has a CSL type, but a journal's article and a
    preprint before others; a record with a book's title is of it or its part.  ERIC
    calls what is in no journal a report (its numbers tell: EJ is a journal's article,
    ED a document)."""
    kinds = entry.all("PT")
    meant = [csl for kind in kinds if (csl := _meaning(kind))]
    found = meant[0] if meant else ""
    if found not in ("", "article", "chapter", "book") and "article-journal" in meant:
        found = "article-journal"  # what else a journal's article is called is what it is about
    if "article" in meant:
        found = "article"
    if entry.all("BTI") and found not in ("book", "chapter"):
        found = "chapter" if "chapter" in meant or entry.all("TI") else "book"
    if not found:
        eric = _ERIC.search(" ".join(entry.all("OID")))
        report = any("report" in kind.casefold() for kind in kinds)
        journal = (eric and eric[1] == "EJ") or (not eric and entry.all("JT"))
        found = "report" if report and not journal else "article-journal"
    if others := [kind for kind in kinds if kind != _WRITES.get(found)]:
        entry.extra["PT"] = "\n".join(others)
    return found


def _meaning(kind: str) -> str:
    if "dissertation" in kind.casefold():
        return "thesis"
    return _MEANINGS.get(kind.casefold(), "")


def _eric_source(entry: Entry, csl_type: str) -> None:
    """ERIC's JT of what is in no journal: who published or keeps it."""
    variable = "archive" if csl_type == "thesis" else "publisher"
    if "OID" in entry.extra and variable not in entry.fields:
        entry.fields[variable] = entry.fields.pop("container-title")
        university = _UNIVERSITY.search(entry.extra.get("SO", ""))
        if csl_type == "thesis" and university and "publisher" not in entry.fields:
            entry.fields["publisher"] = university[1].strip()


# --- names -------------------------------------------------------------------


def _names(entry: Entry) -> None:
    """FAU and the AU after it are one person; AU alone is one too."""
    full: set[str] = set()
    found: dict[str, list[Name]] = {}
    for tag, text in entry.record.fields:
        if tag in ("FAU", "FED"):
            full.add(tag)
        elif tag in ("AU", "ED") and f"F{tag}" in full:
            full.discard(f"F{tag}")
            continue
        elif tag not in ("AU", "ED", "CN"):
            continue
        name = Name(literal=text) if tag == "CN" and text else _read_name(text)
        if name is not None:
            variable = "editor" if tag in ("FED", "ED") else "author"
            found.setdefault(variable, []).append(name)
    for variable, names in found.items():
        entry.fields[variable] = tuple(names)


@lru_cache(maxsize=8192)
def _read_name(text: str) -> Name | None:
    """ "van Raaij, M J", "King, Martin L Jr", "van Raaij MJ"."""
    text = " ".join(text.split())
    if "," not in text:
        found = _SHORT_NAME.fullmatch(text)
        if found is None or not found[2].isupper():
            return next(iter(read_names(text)), None)
        text = f"{found[1]}, {found[2]}" + (f" {found[3]}" if found[3] else "")
    family, _, given = text.partition(",")
    if "," not in given and (found := _SUFFIX.fullmatch(given.strip())):
        text = f"{family.strip()}, {found[1]}, {found[2]}"
    name = next(iter(read_names(text)), None)
    return name if name is None or name.literal else dotted(name)


def _write_names(tag: str, names: tuple[Name, ...]) -> Iterator[Field]:
    for name in names:
        if name.literal:
            if name == OTHERS:
                yield tag, "et al."  # as MEDLINE had it to 1999
            elif tag == "AU":
                yield "CN", name.literal
            continue
        family = f"{name.non_dropping_particle} {name.family}".strip()
        given = undotted(f"{name.given} {name.dropping_particle}".strip())
        end = f" {name.suffix}" if name.suffix else ""
        yield f"F{tag}", f"{family}, {given}{end}" if given or end else f"{family}, ,"
        yield tag, f"{family} {initials(name.given)}{end}".strip()


# --- pages, numbers, dates -----------------------------------------------------


def _pages(entry: Entry, csl_type: str) -> None:
    """PG, which counts the pages of what stands alone; without it the article's number,
    which PubMed prints in its place."""
    told = re.sub(r"^pp?\.? ?(?=\d)", "", entry.one("PG"))
    if csl_type in ("book", "report", "thesis") and told.isdecimal():
        entry.fields["number-of-pages"] = told
        return
    pages = ", ".join(
        _RANGE.sub(_full_range, part) if _RANGE.fullmatch(part) else part
        for part in re.split(r"[,;]\s*", told)
    )
    if not pages:
        numbers = [found for value in entry.all("LID") for found in _typed(value)]
        pages = next((text for text, kind in numbers if kind == "pii"), "")
    if pages:
        entry.fields["page"] = pages


def _typed(value: str) -> list[tuple[str, str]]:
    """ "10.1000/x [doi] e12 [pii]": identifiers and what they are."""
    found = [] if "[" not in value else _TYPED.findall(value)
    return [(text.strip(), kind) for text, kind in found if text.strip()]


def _full_range(found: re.Match[str]) -> str:
    """ "6913-7" is 6913-6917."""
    letters, start, more, end = found.groups()
    if more in ("", letters) and len(end) < len(start):
        return f"{letters}{start}-{more or letters}{start[: len(start) - len(end)]}{end}"
    return found[0]


def _identifiers(entry: Entry) -> None:
    issns: list[str] = []
    for tag in ("IS", "ISSN", "ISBN"):
        for value in entry.all(tag):
            found = _ISSN.search(value) if tag != "ISBN" else None
            if found and not re.search(r"\d{5}|97[89]-", value):
                issns.append(value)
                entry.fields.setdefault("ISSN", found[0])
            elif "ISBN" in entry.fields:
                entry.keep(tag, value)
            else:
                entry.fields["ISBN"] = re.sub(r"ISBN-|\s*\(.*\)", "", value).strip()
    marked = any("(" in value for value in issns)
    if len(dict.fromkeys(issns)) > 1 or marked:
        entry.extra["IS"] = "\n".join(dict.fromkeys(issns))
    for tag in ("AID", "LID"):
        for value in entry.all(tag):
            told = _typed(value)
            doi = next((text for text, kind in told if kind == "doi" and normalise_doi(text)), "")
            if doi:
                entry.fields.setdefault("DOI", doi)
            if doi and len(told) == 1:
                continue
            if tag == "LID" and value.startswith("http") and "URL" not in entry.fields:
                entry.fields["URL"] = value
            else:
                entry.keep(tag, value)


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date | None:
    """NLM's year-first dates: "2009 Jul-Aug", "2007 Dec-2008 Jan", "2015 May 3"."""
    text = _SEASON_WORD.sub(lambda word: _SEASON[word[1]], text)
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        year, rest, end_year, end = found.groups()
        turned = f"{rest} {year}" + (f" - {end} {end_year}" if end_year else "")
        if date := parse_date(text) or parse_date(turned):
            return date
    return parse_date(text) or (Date(literal=text) if text else None)


def write_date(date: Date) -> str:
    """A date as NLM writes it, as far as it can be."""
    if date.start is None or date.start.year < 1:
        return date.literal
    start = _point(date.start)
    if date.end is None or date.end.year < 1:
        return start
    end = _point(date.end)
    if date.end.year == date.start.year and date.end.month:
        same = date.end.day and date.end.month == date.start.month and date.start.day
        return f"{start}-{date.end.day}" if same else f"{start}-{end[5:]}"
    return f"{start}-{end}"


def _point(point: DatePoint) -> str:
    text = f"{point.year:04d}"
    if point.month:
        text += f" {_MONTHS[point.month - 1]}" + (f" {point.day}" if point.day else "")
    elif point.season:
        text += f" {_SEASONS[point.season - 1]}"
    return text


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
    return found if work.type in _WRITES or "PT" in work.extra else ["type", *found]


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    fields: list[Field] = []
    for variable, value in work.fields.items():
        if variable not in skip:
            fields += _own_fields(work, variable, value)
    fields += taggedout.table_fields(work, TABLE, how, skip, date=write_date)
    fields = [
        (tag, _digits(work.fields[_DATES[tag]]) or text) if tag == "DEP" else (tag, text)
        for tag, text in fields
    ]
    if work.type in _WRITES:
        fields.append(("PT", _WRITES[work.type]))
    for name, text in taggedout.extra_fields(
        work, TABLE, lambda name: _TAG_NAME.fullmatch(name) is not None, skip
    ):
        if name == "IS":
            fields = [field for field in fields if field[0] != "IS"]
        fields += [(name, line) for line in text.split("\n")]
    if work.id:
        fields.append(("GN", f"csl:id: {work.id}"))
    order = {tag: number for number, tag in enumerate(("PMID", "OWN", "STAT"))}
    fields.sort(key=lambda field: order.get(field[0], 99))
    return fields if fields and fields[0][0] == "PMID" else [("PMID", ""), *fields]


_DATES = {"DEP": "available-date"}


def _digits(value: Value) -> str:
    """A full date as DEP has it, ``YYYYMMDD``."""
    if isinstance(value, Date) and value.start and value.start.day and value.start.year > 0:
        return f"{value.start.year:04d}{value.start.month:02d}{value.start.day:02d}"
    return ""


def _own_fields(work: Work, variable: str, value: Value) -> Iterator[Field]:
    if variable in ("author", "editor") and isinstance(value, tuple):
        names = work.names(variable)
        yield from _write_names("AU" if variable == "author" else "ED", names)
    elif not isinstance(value, str):
        return
    elif variable == "annote":
        yield from (("GN", note) for note in split_notes(value))
    elif variable in ("PMID", "ISBN"):
        yield variable, value
    elif variable == "page":
        yield "PG", value
    elif variable == "ISSN":
        yield "IS", value
    elif variable == "DOI":
        yield "AID", f"{value} [doi]"
    elif variable == "URL":
        yield "LID", value


def _render(fields: Sequence[Field]) -> str:
    lines: list[str] = []
    for tag, text in fields:
        first, *more = taggedout.in_lines(text, _WIDTH)
        lines.append(f"{tag:<4}- {first}".rstrip())
        lines += [f"      {line}" for line in more]
    return "\n".join(lines) + "\n\n"


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _read, custom="GN", note="GN", untold=_untold)
