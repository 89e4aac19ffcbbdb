"""Word's sources (``b:Sources``, ISO/IEC 29500-1, 22.6), read and written.

Every text has at most 255 characters, and none is formatted.  What Word has no
element for, or says more coarsely, stands in ``b:Comments`` as ``csl:VARIABLE:
value`` and ``extra:KEY: value`` as far as there is room, and is read back from
there as long as Word's own element still says the same.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Item, Writing
from citekit.formats.wordmap import (
    AUTHORS,
    CORPORATE,
    CSL_TYPES,
    DATES,
    JOINED,
    LANGUAGES,
    ROLES,
    WORD_TYPES,
    row_for_element,
    row_for_variable,
)
from citekit.formats.xmlpath import child, elements, marked
from citekit.formats.xmlread import records
from citekit.formats.xmltext import clean, escape
from citekit.formats.zoteroextra import read_name, two_parts
from citekit.identifiers import normalise_doi, normalise_isbn, normalise_issn
from citekit.latex import to_latex, to_unicode
from citekit.model import Date, Name, Names, Value, Work, is_names
from citekit.names import OTHERS, format_names, parse_names
from citekit.richtext import strip_markup
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES, TYPES

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"

#: Characters a text may have (ST_String255).
ROOM = 255

_ASIDE = re.compile(r"(csl|extra):([^:\n]+): (.*)")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_SKIPPED = frozenset(
    {"SourceType", "Tag", "Guid", "RefOrder", "LCID", "Author", "Comments", "StandardNumber"}
) | {element for elements in DATES.values() for element in elements}
_JOINED = frozenset(part for parts in JOINED.values() for part in parts)
_NUMBERS = {"DOI": normalise_doi, "ISBN": normalise_isbn, "ISSN": normalise_issn}
_LCIDS = {tag.lower(): number for number, tag in reversed(LANGUAGES.items())}


# --- reading -----------------------------------------------------------------


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The sources, in their order."""
    for record in records(source, {"Source"}, file, "source", "Sources"):
        if isinstance(record, Problem):
            yield record
        elif len(record):
            yield _work(record)
        else:
            yield warning("empty-record", "an empty source", Where(file, record.line))


def _work(source: Element) -> Work:
    word_type = marked(source, "SourceType")
    csl_type = CSL_TYPES.get(word_type, "document")
    fields: dict[str, Value] = {}
    extra: dict[str, str] = {}
    for one in source:
        element = one.tag
        if element in _SKIPPED or element in _JOINED or not (value := marked(one)):
            continue
        row = row_for_element(element, word_type)
        if row is None or row.variable in fields:
            extra[element] = value
            continue
        said = [value, *(marked(source, part) for part in JOINED.get(element, ()))]
        fields[row.variable] = ", ".join(filter(None, said))
    if csl_type == "report" and child(source, "ThesisType") is not None:
        csl_type = "thesis"
    if language := marked(source, "LCID"):
        fields["language"] = LANGUAGES.get(language, language)
    if number := marked(source, "StandardNumber"):
        kinds = (name for name, normalise in _NUMBERS.items() if normalise(number))
        fields.setdefault(next(kinds, "number"), number)
    for role in (one for one in elements(source, "Author") for one in one):
        if names := _names(role):
            variable = _variable(role.tag, word_type)
            old = fields.get(variable, ())
            fields[variable] = (*old, *names) if is_names(old) else names
    for variable, parts in DATES.items():
        date = _date(*(marked(source, part) for part in parts))
        if date is not None:
            fields[variable] = date
    note, aside = _comments(source)
    if note:
        fields["note"] = note
    for kind, name, value in aside:
        if kind == "extra":
            extra[name] = value
        elif name == "type":
            csl_type = value if WORD_TYPES.get(value, "Misc") == word_type else csl_type
        else:
            _aside(fields, name, value, word_type)
    return Work(marked(source, "Tag"), csl_type if csl_type in TYPES else "document", fields, extra)


def _comments(source: Element) -> tuple[str, list[tuple[str, str, str]]]:
    """The user's comment, and citekit's own lines."""
    note: list[str] = []
    aside: list[tuple[str, str, str]] = []
    for one in elements(source, "Comments"):
        for line in "".join(one.itertext()).strip().splitlines():
            found = _ASIDE.fullmatch(line.strip())
            if found:
                aside.append((found[1], found[2], found[3]))
            else:
                note.append(line.strip())
    return "\n".join(note), aside


def _aside(fields: dict[str, Value], variable: str, text: str, word_type: str) -> None:
    """A variable from the comments, unless Word's own element says something else."""
    value: Value = text
    if variable in NAME_VARIABLES:
        value = parse_names(text, to_unicode)
    elif variable in DATE_VARIABLES:
        value = parse_date(text) or Date(literal=text)
    here = fields.get(variable)
    if here is None or _as_read(variable, value) == here:
        fields[variable] = value


def _as_read(variable: str, value: Value) -> Value | None:
    """A value as it comes back from Word's own elements."""
    if isinstance(value, Date):
        return _date(*_parts(value))
    if is_names(value):
        parts = (map(_short, two_parts(name)) for name in value if name != OTHERS)
        return tuple(read_name(last, first) for last, first in parts)
    return _short(str(value))


def _variable(role: str, word_type: str) -> str:
    return "author" if AUTHORS.get(word_type) == role else ROLES.get(role, "contributor")


def _names(role: Element) -> Names:
    if corporate := marked(role, "Corporate"):
        return (Name(literal=corporate),)
    found = []
    for person in elements(role, "NameList/Person"):
        last = marked(person, "Last")
        first = " ".join(filter(None, (marked(person, "First"), marked(person, "Middle"))))
        if last or first:
            found.append(read_name(last or first, first if last else ""))
    return tuple(found)


def _date(year: str, month: str, day: str) -> Date | None:
    written = " ".join(filter(None, (day, month, year)))
    if not year:
        return None
    if month.isdecimal() and len(month) < 3:
        written = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day.isdecimal() else "")
    return parse_date(written) or parse_date(year) or Date(literal=year)


# --- writing -----------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The document, a piece a source."""
    yield (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<b:Sources SelectedStyle="" xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}">\n'
    )
    for number, work in enumerate(works, 1):
        yield _Source(work, how).text(number)
    yield "</b:Sources>\n"


class _Source:
    """One work on its way into a source."""

    def __init__(self, work: Work, how: Writing) -> None:
        self.work = work
        self.how = how
        self.type = WORD_TYPES.get(work.type, "Misc")
        self.elements: list[str] = []
        self.people: list[str] = []
        self.aside: list[tuple[str, str, bool]] = []

    def text(self, number: int) -> str:
        work = self.work
        guid = uuid.uuid5(uuid.NAMESPACE_URL, f"citekit:{work.id}")
        if _short(work.id) != work.id:
            self.how.lose(work.id, "id", "approximated", "255 characters")
        self._put("Tag", work.id or f"Source{number}")
        self._put("SourceType", self.type)
        self._put("Guid", "{" + str(guid).upper() + "}")
        plain = CSL_TYPES.get(self.type) == work.type
        if work.type == "thesis" and "genre" in work.fields:
            plain = True
        if not plain or (
            self.type == "Report" and work.type != "thesis" and "genre" in work.fields
        ):
            self.aside.append(("type", f"csl:type: {work.type}", True))
        for variable, value in work.fields.items():
            self._field(variable, value)
        for name, value in work.extra.items():
            self.aside.append((name, f"extra:{name}: {value}", False))
        if self.people:
            self.elements.append(_element("Author", "".join(self.people)))
        self._comments()
        self._put("RefOrder", str(number))
        return _element("Source", "".join(self.elements)) + "\n"

    def _put(self, element: str, value: str) -> None:
        if value:
            self.elements.append(_element(element, escape(_short(value))))

    def _field(self, variable: str, value: Value) -> None:
        written = True
        if isinstance(value, Date):
            elements = DATES.get(variable, ())
            for element, part in zip(elements, _parts(value), strict=False):
                self._put(element, part)
            line = format_edtf(value)
            written = bool(elements)
        elif is_names(value):
            written = self._names(variable, value)
            line = format_names(value, to_latex, to_unicode)
        elif variable == "note":
            return
        else:
            line = str(value)
            written = self._text(variable, line)
        if not written or _as_read(variable, value) != value:
            self.aside.append((variable, f"csl:{variable}: {line}", written))

    def _text(self, variable: str, value: str) -> bool:
        if variable == "language":
            self._put("LCID", _LCIDS.get(value.lower(), value))
            return LANGUAGES.get(_LCIDS.get(value.lower(), value), value) == value
        if variable in _NUMBERS:
            return self._number(variable, value)
        row = row_for_variable(variable, self.type)
        if row is None:
            return False
        self._put(row.element, value)
        return True

    def _number(self, variable: str, value: str) -> bool:
        """One of the work's numbers, if its form tells which it is."""
        told = (name for name in _NUMBERS if self._tells(name))
        if next(told, "") != variable:
            return False
        self._put("StandardNumber", value)
        return True

    def _tells(self, variable: str) -> bool:
        value = _short(self.work.text(variable))
        kinds = (name for name, normalise in _NUMBERS.items() if normalise(value))
        return bool(value) and next(kinds, "") == variable

    def _names(self, variable: str, names: Names) -> bool:
        role = AUTHORS.get(self.type) if variable == "author" else None
        if role is None:
            roles = (role for role, name in ROLES.items() if name == variable)
            role = next(roles, "")
        if not role or _variable(role, self.type) != variable:
            return False
        named = [name for name in names if name != OTHERS]
        if not named:
            return False
        if len(named) == 1 and named[0].literal and role in CORPORATE:
            people = _element("Corporate", escape(_short(named[0].literal)))
        else:
            people = _element("NameList", "".join(map(_person, named)))
        self.people.append(_element(role, people))
        return True

    def _comments(self) -> None:
        """The note, then as many lines as there is room for."""
        note = self.work.text("note")
        lines = [] if _ASIDE.search(note) else note.splitlines()
        used = len("\n".join(lines))
        if used > ROOM or "\n".join(line.strip() for line in lines) != note:
            self.how.lose(self.work.id, "note", "approximated", "255 characters")
            lines = ["\n".join(lines)[:ROOM]] if lines else []
            used = len("\n".join(lines))
        for name, line, written in sorted(self.aside, key=lambda row: row[0] != "type"):
            fits = used + len(line) + 1 <= ROOM and self._comes_back(line)
            level = "kept" if fits else "approximated" if written else "dropped"
            self.how.lose(self.work.id, name, level, "Word's comments have 255 characters")
            if fits:
                lines.append(line)
                used += len(line) + 1
        if lines:
            inner = escape(clean("\n".join(lines)))
            self.elements.append(_element("Comments", inner))

    def _comes_back(self, line: str) -> bool:
        """Whether a line of the comments gives back its value."""
        found = _ASIDE.fullmatch(line)
        if found is None or clean(line) != line or line.strip() != line:
            return False
        kind, name, value = found.groups()
        if kind == "extra":
            return self.work.extra.get(name) == value
        if name == "type":
            return True
        fields: dict[str, Value] = {}
        _aside(fields, name, value, self.type)
        return fields.get(name) == self.work.fields.get(name)


def _element(name: str, inner: str) -> str:
    return f"<b:{name}>{inner}</b:{name}>"


def _short(value: str) -> str:
    """Text as Word holds it: unformatted, in one line, of 255 characters."""
    return " ".join(clean(strip_markup(value)).split())[:ROOM].strip()


def _person(name: Name) -> str:
    last, first = two_parts(name)
    inner = _element("Last", escape(_short(last)))
    return _element("Person", inner + (_element("First", escape(_short(first))) if first else ""))


def _parts(date: Date) -> tuple[str, str, str]:
    """Year, month and day as Word's styles print them; of a range the first."""
    start = date.start
    if start is None:
        return format_edtf(date), "", ""
    year = f"{1 - start.year} BC" if start.year < 1 else f"{start.year:04d}"
    if date.range and date.end and not start.month and not date.end.month:
        year = f"{year}–{date.end.year:04d}" if start.year > 0 and date.end.year > 0 else year
    month = _MONTHS[start.month - 1] if start.month else ""
    if start.season:
        month = _SEASONS[start.season - 1]
    return f"c. {year}" if date.circa else year, month, str(start.day or "")
