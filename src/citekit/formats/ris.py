"""RIS, read and written.

The reader takes what programs write: a byte order mark, any line ends, one or
two spaces before the hyphen or none, values over several lines, records
without ``ER``, tags nobody knows (kept in ``extra`` under their name).  Inline
markup (``<i>``) stays as it is; protected case is told to citekit alone, in
``U1``, and counts as long as the field itself says the same words.

Not held: white space at the ends of a line; a line of a value that looks like
a tag; line feeds outside abstract, note and user fields; keys of ``extra``
with a colon; a literal date that reads as a date; names' ``comma_suffix`` and
``static_ordering``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Item, Reading, Writing
from citekit.formats.rismap import (
    EXTRAS,
    ISBN_TYPES,
    MEANINGS,
    SPECIAL,
    TYPES,
    Kind,
    row_for_tag,
    row_for_variable,
)
from citekit.identifiers import normalise_issn
from citekit.latex import to_latex, to_unicode
from citekit.model import Date, DatePoint, Name, Value, Work, is_names
from citekit.names import format_names, parse_name, parse_names
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES

_LINE = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"\s?([A-Z][A-Z0-9])(?: {1,2}-(?: |$)|-  ?|  -)(.*)", re.S)
_USER = re.compile(r"(csl|extra):([^:\n]+): (.*)", re.S)
_TAG_NAME = re.compile(r"[A-Z][A-Z0-9]")
_DATE = re.compile(r"(\d{4})?(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", re.A)
_PAGES = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")
_NOCASE = re.compile(r'<span class="nocase">((?:(?!</?span).)*)</span>', re.S)
_SPECIAL_NAME = re.compile(r"[{}\\~=]")

_Tags = dict[str, list[str]]


def read(text: str, file: str | None = None) -> Reading:
    """The works of a RIS file; one without ``ID`` has an empty id."""
    works: list[Work] = []
    problems: list[Problem] = []
    for tags in _records(text, file, problems):
        works.append(_Record(tags).work())
    return Reading(tuple(works), tuple(problems))


def _records(text: str, file: str | None, problems: list[Problem]) -> list[_Tags]:
    """Values by tag for each record, in the tags' order; what stands outside is reported."""
    records: list[_Tags] = []
    tags: _Tags | None = None
    value: list[str] | None = None
    for number, line in enumerate(_LINE.split(text.removeprefix("\ufeff")), 1):
        found = _TAG.fullmatch(line.rstrip())
        if found is None:
            if value:
                value[-1] += "\n" + line.strip()
            elif line.strip():
                where = Where(file, number)
                problems.append(warning("stray-text", "a line outside all records", where))
            continue
        tag, content = found[1], found[2].strip()
        if tag == "ER":
            tags = value = None
            continue
        if tag == "TY" or tags is None:
            if tags is not None:
                message = "the record before this one has no end (ER)"
                problems.append(warning("missing-end", message, Where(file, number)))
            elif tag != "TY":
                message = "a record without a type (TY)"
                problems.append(warning("missing-type", message, Where(file, number)))
            tags = {}
            records.append(tags)
        value = tags.setdefault(tag, [])
        value.append(content)
    if tags is not None:
        problems.append(warning("missing-end", "the last record has no end (ER)", Where(file)))
    return records


class _Record:
    """One record's tags on their way into a work."""

    def __init__(self, tags: _Tags) -> None:
        self.tags = tags
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}

    def work(self) -> Work:
        ris_type = self._one("TY").upper()
        csl = self._user_fields()
        csl_type = csl.pop("type", "") or MEANINGS.get(ris_type, "document")
        if csl_type not in TYPES:
            csl_type = "document"
        if ris_type and TYPES[csl_type] != ris_type:
            self.extra["TY"] = ris_type
        key = self._one("ID") or csl.pop("id", "")
        self._dates()
        self._pages(csl_type)
        self._serial_number(csl_type)
        self._assign(csl_type)
        for variable, text in csl.items():
            told = self.fields.get(variable)
            if not isinstance(told, str) or told == _without_nocase(text):
                self.fields[variable] = _from_user(variable, text)
        return Work(key, csl_type, self.fields, self.extra)

    def _one(self, tag: str) -> str:
        """The first value of a tag on one line; further ones go to ``extra``."""
        values = [" ".join(value.split("\n")).strip() for value in self.tags.get(tag, ())]
        values = [value for value in values if value]
        if len(values) > 1:
            self.extra[tag] = "\n".join(values[1:])
        return values[0] if values else ""

    def _user_fields(self) -> dict[str, str]:
        """``U1``: what the writer put there, by variable; anything else is extra."""
        csl: dict[str, str] = {}
        rest: list[str] = []
        for value in self.tags.get("U1", ()):
            found = _USER.fullmatch(value.rstrip("\n"))
            if found is None:
                rest.append(value.rstrip("\n"))
            elif found[1] == "csl":
                csl[found[2]] = found[3]
            else:
                self.extra[found[2]] = found[3]
        if rest:
            self.extra["U1"] = "\n".join(rest)
        return csl

    def _dates(self) -> None:
        """``DA`` if it agrees with the year in ``PY`` or ``Y1``, else the year."""
        year_tag = "PY" if self._one("PY") else "Y1"
        year, full = _read_date(self._one(year_tag)), _read_date(self._one("DA"))
        if full is not None and (year is None or _agree(year, full)):
            self.fields["issued"] = full
        elif year is not None:
            self.fields["issued"] = year
            if full is not None:
                self.extra["DA"] = self._one("DA")
        if year_tag == "PY" and self._one("Y1") and self._one("Y1") != self._one("PY"):
            self.extra["Y1"] = self._one("Y1")

    def _pages(self, csl_type: str) -> None:
        start, end = self._one("SP"), self._one("EP")
        if start and end and end != start and "-" not in start:
            self.fields["page"] = f"{start}-{end}"
        elif start and csl_type == "book" and start.isdecimal() and not end:
            self.fields["number-of-pages"] = start
        elif start or end:
            self.fields["page"] = start or end

    def _serial_number(self, csl_type: str) -> None:
        """``SN`` holds ISBN, ISSN or both; the first of each counts."""
        rest: list[str] = []
        for number in filter(None, map(str.strip, self.tags.get("SN", ()))):
            variable = _serial_variable(csl_type, number)
            if variable in self.fields:
                rest.append(number)
            else:
                self.fields[variable] = " ".join(number.split("\n"))
        if rest:
            self.extra["SN"] = "\n".join(rest)

    def _assign(self, csl_type: str) -> None:
        for tag, values in self.tags.items():
            if tag in SPECIAL:
                continue
            row = row_for_tag(tag, csl_type)
            if row is None:
                tag = EXTRAS.get(tag, tag)
                if text := "\n".join(value.strip() for value in values).strip():
                    self.extra[tag] = text
            elif row.kind is Kind.NAMES:
                self._names(row.variable, values)
            elif row.kind is Kind.LIST:
                items = [item.strip() for value in values for item in value.split("\n")]
                self.fields[row.variable] = ", ".join(filter(None, items))
            elif row.kind is Kind.LINES:
                self._text(tag, row.read, row.variable, "\n".join(values).strip())
            else:
                self._text(tag, row.read, row.variable, self._one(tag))
        for variable in [name for name, value in self.fields.items() if not value]:
            del self.fields[variable]

    def _names(self, variable: str, values: list[str]) -> None:
        names = tuple(name for name in map(_read_name, values) if name is not None)
        old = self.fields.get(variable, ())
        self.fields[variable] = (*old, *names) if is_names(old) else names

    def _text(self, tag: str, tags: tuple[str, ...], variable: str, text: str) -> None:
        """The first of the variable's tags that says something counts, the others are extra."""
        if any(self._one(other) for other in tags[: tags.index(tag)]):
            if text and text not in self.fields.values():
                self.extra[tag] = text
        elif variable in DATE_VARIABLES:
            date = _read_date(text)
            if date is not None:
                self.fields[variable] = date
        else:
            self.fields[variable] = text


def _serial_variable(csl_type: str, number: str) -> str:
    """A valid ISSN is one anywhere; other numbers are what such works have."""
    if normalise_issn(number) is None and csl_type in ISBN_TYPES:
        return "ISBN"
    return "ISSN"


def _read_name(text: str) -> Name | None:
    """ "Family, Given, Suffix"; a trailing comma, or no comma in several words, is corporate."""
    text = " ".join(text.split())
    if not text.strip(", "):
        return None
    if text.endswith(",") and not text.endswith(", ,"):
        return Name(literal=text[:-1].strip())
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return Name(literal=text) if " " in text else Name(family=text)
    family, given = parts[0], parts[1]
    suffix = ", ".join(parts[2:]).strip(", ")
    if _SPECIAL_NAME.search(text):
        return Name(family=family, given=given, suffix=suffix)
    return parse_name(f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}")


def _read_date(text: str) -> Date | None:
    """``YYYY/MM/DD/other``, or anything that is a date; other words stay words."""
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None or not found[1]:
        return parse_date(text) or Date(literal=text.strip("/ ") or text)
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    other = (found[4] or "").strip()
    if other and month is None and (date := parse_date(f"{other} {found[1]}")):
        return date
    numbers = f"{year:04d}" + (f"-{month:02d}" if month else "")
    numbers += f"-{day:02d}" if month and day else ""
    return parse_date(numbers) or Date(DatePoint(year or 0))


def _agree(year: Date, full: Date) -> bool:
    if year.start is None or full.start is None:
        return False
    return year.start.year == full.start.year and (
        year.start.month is None or year.start.month == full.start.month
    )


def _from_user(variable: str, text: str) -> Value:
    if variable in NAME_VARIABLES:
        return parse_names(text, to_unicode)
    if variable in DATE_VARIABLES:
        return parse_date(text) or Date(literal=text)
    return text


# --- writing -----------------------------------------------------------------


def write(works: Sequence[Work]) -> str:
    """The works as RIS records, lines ended by CR LF as the specification has it."""
    return "".join(_write_record(work) for work in works)


def _write_record(work: Work) -> str:
    csl_type = work.type if work.type in TYPES else "document"
    kept = work.extra.get("TY", "")
    ris_type = kept if MEANINGS.get(kept, "document") == csl_type and kept else TYPES[csl_type]
    lines: list[tuple[str, str]] = []
    user: list[str] = []
    if MEANINGS.get(ris_type, "document") != csl_type:
        user.append(f"csl:type: {csl_type}")
    lines.append(("ID", work.id))
    for variable, value in work.fields.items():
        lines += _write_field(csl_type, variable, value, work)
    written = {tag for tag, _ in lines}
    for name, text in work.extra.items():
        if name != "TY":
            lines += _write_extra(name, text, csl_type, written)
    lines += [("U1", text) for text in user]
    body = "".join(f"{tag}  - {_crlf(text)}\r\n" for tag, text in lines)
    return f"TY  - {ris_type}\r\n{body}ER  - \r\n\r\n"


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _write_field(csl_type: str, variable: str, value: Value, work: Work) -> list[tuple[str, str]]:
    if isinstance(value, Date):
        return _write_date(csl_type, variable, value)
    if not isinstance(value, str):
        return _write_names(csl_type, variable, value)
    if variable == "page" and (pages := _write_pages(value)):
        return pages
    if variable == "number-of-pages" and csl_type == "book" and value.isdecimal():
        return [("SP", value)] if "page" not in work.fields else [_user(variable, value)]
    if variable in ("ISBN", "ISSN") and _serial_variable(csl_type, value) == variable:
        return [("SN", value)]
    row = row_for_variable(variable, csl_type)
    if row is None or (row.kind is Kind.TEXT and "\n" in value):
        return [_user(variable, value)]
    if row.kind is Kind.LIST:
        return [(row.write, item) for item in value.split(", ")]
    if (unmarked := _without_nocase(value)) != value:
        return [(row.write, unmarked), _user(variable, value)]
    return [(row.write, value)]


def _without_nocase(text: str) -> str:
    """The text without protected case, which no other program's RIS can say."""
    return _NOCASE.sub(r"\1", text)


def _user(variable: str, text: str) -> tuple[str, str]:
    return "U1", f"csl:{variable}: {text}"


def _write_pages(value: str) -> list[tuple[str, str]]:
    """A plain range as ``SP`` and ``EP``; anything else whole in ``SP``."""
    found = _PAGES.fullmatch(value)
    if found and found[1] != found[2]:
        return [("SP", found[1]), ("EP", found[2])]
    return [] if value.isdecimal() else [("SP", value)]


def _write_names(csl_type: str, variable: str, names: tuple[Name, ...]) -> list[tuple[str, str]]:
    """One name a line; the whole list to ``U1`` where RIS would tell it differently."""
    row = row_for_variable(variable, csl_type)
    if row is None:
        return [_user(variable, format_names(names, to_latex, to_unicode))]
    texts = [_write_name(name) for name in names]
    lines = [(row.write, text) for text in texts]
    if tuple(_read_name(text) for text in texts) != names:
        lines.append(_user(variable, format_names(names, to_latex, to_unicode)))
    return lines


def _write_name(name: Name) -> str:
    if name.literal:
        return f"{name.literal},"
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    return f"{family}, ," if " " in family else family


def _write_date(csl_type: str, variable: str, date: Date) -> list[tuple[str, str]]:
    """``PY`` and ``DA``, or the variable's tag; ``U1`` where these say less."""
    point = date.start
    text = date.literal
    if point is not None and 0 < point.year < 10_000:
        text = f"{point.year:04d}"
        if point.month is not None:
            text += f"/{point.month:02d}/" + (f"{point.day:02d}/" if point.day else "/")
    edtf = [] if _read_date(text) == date else [_user(variable, format_edtf(date))]
    if variable != "issued":
        row = row_for_variable(variable, csl_type)
        if row is None or not text:
            return [_user(variable, format_edtf(date))]
        return [(row.write, text), *edtf]
    lines = [("PY", text.split("/")[0])] if text else []
    if text.count("/") > 1:
        lines.append(("DA", text))
    return lines + edtf


def _write_extra(name: str, text: str, csl_type: str, written: set[str]) -> list[tuple[str, str]]:
    """A tag of its own for what was read from one, else ``U1``."""
    if name == "file" and "L1" not in written:
        return [("L1", text)]
    taken = name in SPECIAL or name in written or row_for_tag(name, csl_type) is not None
    if _TAG_NAME.fullmatch(name) and not taken:
        return [(name, text)]
    return [("U1", f"extra:{name}: {text}")]


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The problems and works of :func:`read`."""
    reading = read(source, file)
    yield from reading.problems
    yield from reading.works


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The text of :func:`write`."""
    yield write(list(works))
