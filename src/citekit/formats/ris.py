"""RIS, read and written.

The reader takes what programs write: a byte order mark, any line ends, one or
two spaces before the hyphen or none, values over several lines, records
without ``ER``, tags nobody knows (kept in ``extra`` under their name).  Inline
markup (``<i>``) stays as it is; protected case, and whatever else RIS would
say otherwise, is told to citekit alone, in ``C8``, and counts as long as the field
itself says the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.dates import parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats import taggedout
from citekit.formats.base import Item, Writing
from citekit.formats.rismap import (
    ACCESSED,
    CITED,
    DESCRIBED,
    EXTRAS,
    ISSN_TYPES,
    MEANINGS,
    NUMBERED,
    PAGE_IN_M1,
    PAGE_IN_SE,
    PAGED,
    SPECIAL,
    TABLE,
    TYPES,
    VISITED,
)
from citekit.formats.tagged import (
    Entry,
    Field,
    Record,
    Shape,
    Syntax,
    bare_doi,
    by_semicolon,
    plain,
    read_names,
    records,
)
from citekit.identifiers import find_doi, normalise_doi, normalise_isbn, normalise_issn
from citekit.model import Date, DatePoint, Name, Work

_SHAPE = Shape(
    re.compile(r"\s?([A-Z][A-Z0-9])(?: {1,2}-(?: |$)|-  ?|  -|(?<=ER)$)(.*)", re.S),
    begins=frozenset({"TY"}),
    ends=frozenset({"ER"}),
)
_TAG_NAME = re.compile(r"[A-Z][A-Z0-9]")
_DATE = re.compile(r"(\d{4})?(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", re.A)
_PAGE = re.compile(r"[A-Za-z]?\d[\w–-]*")
_URLS = re.compile(r"[;\s]+(?=(?:https?|ftp)://)")
_PAGES = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")
#: Variables that other rules than the table's write.
_OWN = frozenset("issued page number-of-pages number ISBN ISSN container-title".split())
_SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a file; one without ``ID`` has an empty id.  Problems: a line
    outside all records, a record without a type (TY) or an end (ER)."""
    for record in records(source, _SHAPE, file):
        if isinstance(record, Problem):
            yield record
            continue
        where = Where(file, record.line)
        if record.fields[0][0] != "TY":
            yield warning("missing-type", "a record without a type (TY)", where)
        if not record.ended:
            yield warning("missing-end", "a record without an end (ER)", where)
        yield _work(record)


def _work(record: Record) -> Work:
    entry = Entry(record)
    for value in entry.take_user("C8"):
        entry.keep("C8", value)
    ris_type = entry.one("TY").upper()
    csl_type = entry.user_type(MEANINGS.get(ris_type) or _guess(entry))
    if ris_type and TYPES[csl_type] != ris_type:
        entry.extra["TY"] = ris_type
    key = entry.one("ID") or entry.user.pop("id", "")
    _issued(entry, ris_type)
    _accessed(entry, ris_type)
    _pages(entry, csl_type, ris_type)
    _serial_number(entry, csl_type)
    entry.assign(TABLE, _SYNTAX, csl_type, SPECIAL, ris_type)
    _tidy(entry, csl_type)
    _addresses(entry)
    entry.apply_user()
    for tag, name in EXTRAS.items():
        if tag in entry.extra and name not in entry.extra:
            entry.extra[name] = entry.extra.pop(tag)
    return entry.work(key, csl_type)


def _guess(entry: Entry) -> str:
    """What a type that nobody knows may be: in a journal's volume it is an article."""
    journal = any(entry.first(tag) for tag in ("JO", "JF", "JA", "T2"))
    numbered = any(entry.first(tag) for tag in ("VL", "IS"))
    return "article-journal" if journal and numbered else "document"


def _tidy(entry: Entry, csl_type: str) -> None:
    """What programs put elsewhere: a journal known by its abbreviation alone, a
    conference named as its proceedings, a series beside a chapter's book, a title known
    by its short form alone, a note or a short title that repeats the title, a thesis'
    degree for its volume, a patent's number as its issue, the comma of a body's name."""
    fields = entry.fields
    short = fields.get("container-title-short")
    named = "container-title" in fields or entry.all("J2")
    if short and csl_type in _SERIALS and not named:
        fields["container-title"] = short
    if csl_type == "chapter" and "T2" in entry.extra and "collection-title" not in fields:
        fields["collection-title"] = entry.extra.pop("T2")
    if "event-title" in fields and fields["event-title"] == fields.get("container-title"):
        del fields["event-title"]
    if "title" not in fields and "title-short" in fields and "title" not in entry.user:
        fields["title"] = fields.pop("title-short")
    for variable in ("annote", "title-short"):
        if variable in fields and fields[variable] == fields.get("title"):
            del fields[variable]
    if csl_type == "patent" and "number" not in fields and "issue" in fields:
        fields["number"] = fields.pop("issue")
    authority = fields.get("authority")
    if isinstance(authority, str) and authority.count(",") == 1:
        fields["authority"] = authority.removesuffix(",")
    volume = fields.get("volume")
    if csl_type == "thesis" and isinstance(volume, str) and not re.search(r"\d", volume):
        del fields["volume"]
        if fields.setdefault("genre", volume) != volume:
            entry.extra["VL"] = volume


def _addresses(entry: Entry) -> None:
    """A DOI in M3, L3 or DI, a PMCID in one of EndNote's custom fields, several
    addresses in one UR."""
    fields, extra = entry.fields, entry.extra
    kind = fields.get("genre")
    told = kind.casefold() if isinstance(kind, str) else ""
    if told.startswith(("doi:", "10.", "http")) and (doi := find_doi(told)):
        fields.setdefault("DOI", doi)
        del fields["genre"]
    for tag in ("DI", "L3"):
        told = extra.get(tag, "")
        if "DOI" not in fields and normalise_doi(told):
            fields["DOI"] = bare_doi(extra.pop(tag))
    for tag in ("C2", "C3", "C7"):
        if "PMCID" not in fields and re.fullmatch(r"PMC\d+", extra.get(tag, "")):
            fields["PMCID"] = extra.pop(tag)
    url = fields.get("URL")
    if isinstance(url, str) and len(found := _URLS.split(url)) > 1:
        fields["URL"] = found[0]
        extra["UR"] = "\n".join([*found[1:], *filter(None, [extra.get("UR")])])


def _issued(entry: Entry, ris_type: str) -> None:
    """``DA`` if it agrees with the year in ``PY``, else the year; without ``PY``,
    ``DA`` before the deprecated ``Y1``.  A patent's ``C2`` is its day of issue."""
    year_text, old_text, full_text = entry.one("PY"), entry.one("Y1"), entry.one("DA")
    year, old, full = read_date(year_text), read_date(old_text), read_date(full_text)
    if full is not None and full.literal and year is not None and year.start is not None:
        full = parse_date(f"{full_text} {year.start.year:04d}") or full
    if old is not None and year is None and (full is None or full.literal):
        year, old = old, None
    if ris_type == "PAT" and (granted := _with_year(entry.first("C2"), year_text)):
        entry.take("C2")
        entry.fields["issued"] = granted
        if full_text:
            entry.extra["DA"] = full_text
    elif full is not None and (year is None or _agree(year, full)):
        entry.fields["issued"] = full
    elif year is not None:
        entry.fields["issued"] = year
        if full is not None and not full.literal and ris_type in ACCESSED:
            entry.fields["accessed"] = full
        elif full is not None:
            entry.extra["DA"] = full_text
    told = entry.fields.get("issued")
    if old is not None and told not in (old, None) and old_text != year_text:
        entry.extra["Y1"] = old_text


def _accessed(entry: Entry, ris_type: str) -> None:
    """``Y2``, or the year and day that EndNote has in other tags for what is online."""
    if ris_type not in CITED | VISITED or entry.one("Y2"):
        return
    for types, year, day in ((CITED, "C1", "C2"), (VISITED, "VL", "M1")):
        told = _with_year(entry.first(day), entry.first(year)) or read_date(entry.first(year))
        if ris_type in types and told is not None and not told.literal:
            entry.take(year)
            if told != read_date(entry.first(year)):
                entry.take(day)
            entry.fields.setdefault("accessed", told)


def _with_year(text: str, year: str) -> Date | None:
    """A date, or month and day that stand apart from their year; None for words."""
    date = read_date(text)
    if date is not None and date.literal:
        date = parse_date(f"{text} {year}")
    return date


def _agree(year: Date, full: Date) -> bool:
    if year.start is None or full.start is None:
        return False
    return year.start.year == full.start.year and (
        year.start.month is None or year.start.month == full.start.month
    )


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date | None:
    """``YYYY/MM/DD/other``, or anything that is a date; other words stay words."""
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None or not found[1]:
        words = " ".join(text.replace("/", " ").split())
        return parse_date(text) or parse_date(words) or Date(literal=text.strip("/ ") or text)
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    other = (found[4] or "").strip()
    if other and month is None and (date := parse_date(f"{other.strip('/ ')} {found[1]}")):
        return date
    numbers = f"{year:04d}" + (f"-{month:02d}" if month else "")
    numbers += f"-{day:02d}" if month and day else ""
    return parse_date(numbers) or Date(DatePoint(year or 0))


def _pages(entry: Entry, csl_type: str, ris_type: str) -> None:
    start, end = entry.one("SP"), entry.one("EP")
    if ris_type in DESCRIBED and start and not re.search(r"\d", start):
        entry.extra["SP"], start = start, ""
    if not start:
        for types, tag in ((PAGE_IN_SE, "SE"), (PAGE_IN_M1, "M1")):
            if ris_type in types and _PAGE.fullmatch(entry.first(tag)):
                start = entry.take(tag)
    if start and end and end != start and "-" not in start:
        entry.fields["page"] = f"{start}-{end}"
    elif start and not end and csl_type in PAGED and "-" not in start:
        entry.fields["number-of-pages"] = start
    elif start and not end and csl_type == "motion_picture":
        entry.fields["dimensions"] = start
    elif start or end:
        entry.fields["page"] = start or end


def _serial_number(entry: Entry, csl_type: str) -> None:
    """``SN`` holds ISBN, ISSN or both, or the number of a report, patent, standard;
    the first of each counts."""
    for number in entry.all("SN"):
        variable = _serial_variable(csl_type, number)
        if variable in entry.fields:
            entry.keep("SN", number)
        else:
            entry.fields[variable] = number


def _serial_variable(csl_type: str, number: str) -> str:
    """A valid ISSN or ISBN is one anywhere; other numbers are what such works have."""
    if normalise_issn(number) is not None:
        return "ISSN"
    if normalise_isbn(number) is not None:
        return "ISBN"
    if csl_type in NUMBERED:
        return "number"
    return "ISSN" if csl_type in ISSN_TYPES else "ISBN"


def _several(text: str) -> list[Name]:
    """One name, or several parted by semicolons, which some programs write."""
    parts = text.split("; ") if "&" not in text else [text]
    return [name for part in parts for name in read_names(part)]


_SYNTAX = Syntax(_several, read_date, by_semicolon)


# --- writing -----------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A record a work, lines ended by CR LF as the specification has it."""
    return taggedout.pieces(works, how, _OUTPUT)


def _ris_type(work: Work) -> str:
    kept = work.extra.get("TY", "")
    same = bool(kept) and MEANINGS.get(kept, "document") == work.type
    return kept if same else TYPES.get(work.type, "GEN")


def _untold(work: Work, how: Writing) -> list[str]:
    kind = _ris_type(work)
    found = taggedout.untold(
        work,
        how,
        TABLE.writes(work.type, kind),
        _OWN,
        lambda name: name in EXTRAS.values() or _TAG_NAME.fullmatch(name) is not None,
    )
    return found if MEANINGS.get(kind, "document") == work.type else ["type", *found]


def _compose(work: Work, skip: frozenset[str], how: Writing) -> list[Field]:
    ris_type = _ris_type(work)
    fields: list[Field] = [("TY", ris_type), ("ID", work.id)]
    fields += taggedout.table_fields(work, TABLE, how, skip, ris_type, _date)
    # JabRef and bibutils know the journal from JF and the book of a part from BT alone,
    # others from T2.
    container = "" if "container-title" in skip else plain(work.text("container-title"))
    if work.type.startswith(("article-", "post")):
        fields.append(("JF", " ".join(container.split())))
    if work.type in ("chapter", "paper-conference") or work.type.startswith("entry"):
        fields.append(("BT", " ".join(container.split())))
    if work.type == "paper-conference" and "event-title" not in work.fields:
        fields.append(("T2", " ".join(container.split())))
    date = work.date("issued")
    if date is not None and "issued" not in skip and (text := _date(date)):
        fields.append(("PY", text.split("/")[0]))
        fields.append(("DA", text if text.count("/") > 1 else ""))
    fields += _numbers(work, skip)
    written = {tag for tag, _ in fields}
    tags = {name: tag for tag, name in EXTRAS.items()}
    for name, text in work.extra.items():
        tag = tags.get(name, name)
        free = _TAG_NAME.fullmatch(tag) and tag not in SPECIAL | EXTRAS.keys() - {tags.get(name)}
        if free and tag not in written and not {name, f"extra:{name}"} & skip:
            fields += (
                [(tag, line) for line in text.split("\n")] if name != "file" else [(tag, text)]
            )
    return [field for field in fields if field[1]]


def _numbers(work: Work, skip: frozenset[str]) -> Iterator[Field]:
    """Pages and the numbers in ``SN``."""
    page = work.text("page")
    if page and "page" not in skip:
        found = _PAGES.fullmatch(page)
        plain = found is not None and found[1] != found[2]
        yield "SP", found[1] if plain and found else page
        if plain and found:
            yield "EP", found[2]
    elif work.type in PAGED and "number-of-pages" not in skip:
        yield "SP", work.text("number-of-pages")
    for variable in ("number", "ISBN", "ISSN"):
        number = work.text(variable)
        if number and variable not in skip and _serial_variable(work.type, number) == variable:
            yield "SN", number


def _date(date: Date) -> str:
    """``YYYY/MM/DD/``, as far as RIS has it; words for words."""
    point = date.start
    if point is None or not 0 < point.year < 10_000:
        return date.literal
    text = f"{point.year:04d}"
    if point.month is not None:
        text += f"/{point.month:02d}/" + (f"{point.day:02d}/" if point.day else "/")
    return text


def _render(fields: Sequence[Field]) -> str:
    lines: list[str] = []
    for tag, text in fields:
        first, *more = text.split("\n")
        lines.append(f"{tag}  - {first}")
        for line in more:
            if _SHAPE.tag.fullmatch(line.rstrip()):
                lines[-1] += f" {line.strip()}"
            else:
                lines.append(line)
    return "\r\n".join([*lines, "ER  - ", "", ""])


_OUTPUT = taggedout.Output(_compose, _render, _SHAPE, _work, custom="C8", note="N1", untold=_untold)
