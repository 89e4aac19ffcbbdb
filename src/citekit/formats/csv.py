"""CSV (RFC 4180), read and written: a row a work, the first row says what is in them.

The delimiter (comma, semicolon, tab, bar) is found in the first row.  Names are
"Family, Given; Family, Given"; one without a comma is not taken apart.  Dates are
EDTF, keywords stand as CSL has them.  A cell that a spreadsheet would take for a
formula gets an apostrophe in front, which is taken off again in reading.  What a cell
cannot hold is written besides as CSL-JSON, in the column ``csl``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem, SyntaxProblemError, Where, warning
from citekit.formats.base import Item, Writing
from citekit.formats.csljson import work_from_json, work_to_json
from citekit.formats.csljson_names import split_particles
from citekit.formats.csvmap import (
    CSL,
    EXTRA,
    FULL_NAMES,
    ID,
    KEYS,
    LAST_PAGES,
    ORDER,
    SEVERAL,
    TYPE,
    TYPE_HEADINGS,
    csl_type,
    fold,
    meaning,
)
from citekit.formats.markup import whole_family
from citekit.formats.tagged import dotted
from citekit.model import Date, Name, Names, Value, Work, is_names
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES

#: Characters of a cell, at most.
_LONGEST = 10_000_000

_DELIMITERS = ",;\t|"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile(r'[,;\t|"\r\n]')
_NUMBER = re.compile(r"\s*\(\d+\)")
_FAMILY = r"[^\W\d_][^\W\d_'’-]+(?:[ '’-][^\W\d_]+)*"
_LETTERS = r"[A-ZÀ-Þ](?:\.?[ -]?[A-ZÀ-Þ]){0,3}\.?"
_INITIALS_LAST = re.compile(rf"({_FAMILY}) ({_LETTERS})")
_INITIALS_FIRST = re.compile(rf"({_LETTERS}) ({_FAMILY})")
_SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.I)


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a table.

    Raises SyntaxProblemError where the first row has no heading that is known.
    """
    text = _SURROGATE.sub("\ufffd", source.removeprefix("\ufeff"))
    delimiter = ""
    skipped = 0
    if found := _SEPARATOR.match(text):
        delimiter, text, skipped = found[1], text[found.end() :], 1
    delimiter = delimiter or _delimiter(text)
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    table: _Table | None = None
    try:
        for row in rows:
            where = Where(file, rows.line_num + skipped)
            cells = [_fused(cell).strip() for cell in row]
            if not any(cells):
                continue
            if table is None:
                table = _Table(cells, where)
                continue
            problems: list[Problem] = []
            work = table.work(cells, problems, where)
            yield from problems
            yield work
    except csv.Error as failure:
        where = Where(file, rows.line_num + skipped)
        yield warning("unreadable-row", f"reading ends here: {failure}", where)
    if table is None:
        raise SyntaxProblemError("no row of headings", Where(file, 1))


def _delimiter(text: str) -> str:
    """The delimiter that the first line has most of, outside quotation marks."""
    head = text.lstrip("\r\n")[:100_000]
    line = _QUOTED.sub("", head).lstrip("\r\n").split("\n", 1)[0]
    return max(_DELIMITERS, key=line.count)


class _Table:
    """The headings, and what each means."""

    def __init__(self, headings: Sequence[str], where: Where) -> None:
        self.headings = headings
        folded = [fold(heading) for heading in headings]
        self.type = next((folded.index(word) for word in TYPE_HEADINGS if word in folded), -1)
        self.id = next((folded.index(word) for word in KEYS if word in folded), -1)
        self.csl = headings.index(CSL) if CSL in headings else -1
        self.several = {at for at, word in enumerate(folded) if word in SEVERAL}
        self.full = folded.index(FULL_NAMES) if FULL_NAMES in folded else -1
        self.last = next((folded.index(word) for word in LAST_PAGES if word in folded), -1)
        self.variables = [meaning(heading) for heading in headings]
        for at, heading in enumerate(headings):
            if at in (self.type, self.id, self.csl) or heading.startswith(EXTRA):
                self.variables[at] = ""
            elif folded[at] == "type":
                self.variables[at] = "genre"
        if not any(self.variables) and min(self.id, self.type) < 0:
            raise SyntaxProblemError("no heading that is known", where, "name the columns")

    def work(self, cells: Sequence[str], problems: list[Problem], where: Where) -> Work:
        """The work of a row."""
        fields: dict[str, Value] = {}
        extra: dict[str, str] = {}
        for at, text in enumerate(cells):
            if not text or at in (self.id, self.type, self.csl):
                continue
            variable = self.variables[at] if at < len(self.headings) else ""
            several = at in self.several and variable in NAME_VARIABLES
            value = _read_several(text) if several else _read_cell(variable, text)
            old = fields.get(variable)
            if variable and (old is None or at == self.full or _finer(value, old)):
                fields[variable] = value
            elif not variable:
                if at >= len(self.headings):
                    message = f"cell {at + 1} has no heading"
                    problems.append(warning("cell-without-heading", message, where))
                name = self.headings[at] if at < len(self.headings) else f"column {at + 1}"
                extra[name.removeprefix(EXTRA) or EXTRA] = text
            elif value != old:
                extra[self.headings[at]] = text
        key = cells[self.id] if 0 <= self.id < len(cells) else ""
        if self.last >= 0:
            self._join_pages(fields, extra)
        csl_type = self._type(cells, fields, problems, where)
        numbered = csl_type.startswith("article-") and "Number" in self.headings
        if numbered and "issue" not in fields and "number" in fields:
            fields["issue"] = fields.pop("number")
        work = Work(key, csl_type, fields, extra)
        if 0 <= self.csl < len(cells) and cells[self.csl]:
            return _with_kept(work, cells[self.csl], problems, where)
        return work

    def _join_pages(self, fields: dict[str, Value], extra: dict[str, str]) -> None:
        """First and last page, from columns of their own."""
        first = fields.pop("page-first", "")
        last = extra.pop(self.headings[self.last], "")
        if "page" not in fields and (first or last):
            fields["page"] = (
                f"{first}-{last}" if first and last not in ("", first) else first or last
            )

    def _type(
        self,
        cells: Sequence[str],
        fields: Mapping[str, Value],
        problems: list[Problem],
        where: Where,
    ) -> str:
        word = cells[self.type] if 0 <= self.type < len(cells) else ""
        found = csl_type(word, self.headings[self.type]) if word else ""
        if not found and not word and (guess := _implied(fields)):
            return guess
        if not found:
            message = f"{word!r} is no type" if word else "the row has no type"
            problems.append(warning("unknown-type", message, where))
        return found or "document"


def _implied(fields: Mapping[str, Value]) -> str:
    """The type of a row that names none, where its fields tell it."""
    if "container-title" in fields and fields.keys() & {"volume", "issue", "ISSN", "PMID"}:
        return "article-journal"
    if "container-title" not in fields and "ISBN" in fields:
        return "book"
    return ""


def _finer(value: Value, old: Value) -> bool:
    """Whether a date says more than the one read before ("Date" after "Year")."""
    if not isinstance(value, Date) or not isinstance(old, Date):
        return False
    if value.start is None or old.start is None or value.start.year != old.start.year:
        return False
    return value != old and old == Date(old.start) and old.start.month is None


def _read_cell(variable: str, text: str) -> Value:
    if variable in NAME_VARIABLES:
        return _read_names(text)
    if variable in DATE_VARIABLES:
        return parse_date(text) or Date(literal=text)
    if variable == "keyword" and ";" in text and "," not in text:
        return ", ".join(filter(None, map(str.strip, text.split(";"))))
    return text


def _read_names(text: str) -> Names:
    parts = text.split(";")
    if len(parts) == 1 and " and " in text:
        # BibTeX's list.
        listed = text.split(" and ")
        parts = listed if all("," in part for part in listed) else parts
    return tuple(name for part in parts if (name := _read_name(part)))


def _read_several(text: str) -> Names:
    """A list of names as databases write it: "Doe J.; Roe A.B.", "Doe J, Roe AB.",
    "J. Doe; A. Roe", "Doe, Jane (123); Roe, Ann (45)"; what is not known to be a
    person's name is not taken apart."""
    text = _NUMBER.sub("", text).strip()
    parts = text.split(";")
    if len(parts) == 1 and text.count(",") and all(map(_short_name, text.split(","))):
        parts = text.split(",")
    names: list[Name] = []
    for part in parts:
        name = _short_name(part) or next(iter(_read_names(part)), None)
        names += [name] if name is not None else []
    return tuple(names)


def _short_name(text: str) -> Name | None:
    """A family name with initials behind or before it."""
    words = " ".join(text.split())
    if found := _INITIALS_LAST.fullmatch(words.removesuffix(".")):
        family, given = found[1], found[2]
    elif found := _INITIALS_FIRST.fullmatch(words):
        given, family = found[1], found[2]
    else:
        return None
    return split_particles(dotted(Name(family, given)))


def _read_name(text: str) -> Name | None:
    """ "Family, Given, Suffix", or a name that is not taken apart; one family name
    alone ends with a comma."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    if not any(parts):
        return None
    if len(parts) == 1:
        return Name(literal=parts[0])
    name = Name(parts[0], parts[1], suffix=", ".join(parts[2:]))
    if not name.given:
        return split_particles(name._replace(given="x"))._replace(given="")
    return split_particles(name)


def _with_kept(work: Work, cell: str, problems: list[Problem], where: Where) -> Work:
    """What the column ``csl`` says counts as long as the field's own cell says the
    same as when it was written."""
    try:
        kept = json.loads(cell)
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        problems.append(warning("not-csl", "the column csl holds no JSON object", where))
        return work
    told = work_from_json({"id": work.id, "type": work.type, **kept})
    fields = dict(work.fields)
    for variable, value in told.fields.items():
        written = _cell(value).strip()
        if not written or _read_cell(variable, written) == fields.get(variable):
            fields[variable] = value
    return work._replace(id=told.id, fields=fields, extra={**work.extra, **told.extra})


# --- writing ---------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The table, a row a piece; its columns are those that some work fills."""
    every = list(works)
    used = {variable: 0 for work in every for variable in work.fields}
    columns = [name for name in ORDER if name in used]
    columns += sorted(used.keys() - set(columns))
    extras = list(dict.fromkeys(name for work in every for name in work.extra))
    rows: list[list[str]] = []
    kept_any = False
    for work in every:
        told, kept = _told(work), {}
        for variable, value in work.fields.items():
            if told.get(variable) != value:
                kept[variable] = value
                how.lose(work.id, variable, "kept", "the column csl has all of it")
        extra = {name: text for name, text in work.extra.items() if text.strip() != text}
        more = work_to_json(Work(work.id, work.type, kept, extra))
        del more["type"]
        if work.id == work.id.strip():
            del more["id"]
        kept_any = kept_any or bool(more)
        cells = [work.id, work.type]
        cells += [_cell(work.fields[name]) if name in work.fields else "" for name in columns]
        cells += [work.extra.get(name, "") for name in extras]
        rows.append([*cells, json.dumps(more, ensure_ascii=False) if more else ""])
    head = [ID, TYPE, *columns, *(EXTRA + name for name in extras), CSL]
    for row in [head, *rows]:
        yield _line(row if kept_any else row[:-1])


def _told(work: Work) -> dict[str, Value]:
    cells = {name: _cell(value).strip() for name, value in work.fields.items()}
    return {name: _read_cell(name, cell) for name, cell in cells.items() if cell}


def _line(cells: Sequence[str]) -> str:
    return ",".join(map(_quoted, map(_defused, cells))) + "\r\n"


def _quoted(cell: str) -> str:
    """The cell in quotation marks if it holds what some table is divided by."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _cell(value: Value) -> str:
    if isinstance(value, Date):
        return value.literal or format_edtf(value)
    if is_names(value):
        return "; ".join(map(_write_name, value))
    return str(value)


def _write_name(name: Name) -> str:
    if name.literal:
        return name.literal
    given = f"{name.given} {name.dropping_particle}".strip()
    text = f"{whole_family(name)}, {given}"
    return f"{text}, {name.suffix}" if name.suffix else text.rstrip(" ")


def _defused(cell: str) -> str:
    """The cell, with an apostrophe in front of what a spreadsheet would compute."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _fused(cell: str) -> str:
    return cell[1:] if _DEFUSED.match(cell) else cell
