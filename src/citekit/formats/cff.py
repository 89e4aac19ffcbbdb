"""The Citation File Format 1.2.0 (CITATION.cff), read and written.

A file describes a software or a data set; it may name another work to be cited
(``preferred-citation``) and others it refers to (``references``).  Each becomes a
work.  One software or data set is written as such a file, any other single work as
the one to be cited, several as references.  The format has no markup and no keys; the
key is an ``identifiers`` entry.  A file is read whole: it describes one software, and
what its root says of it may stand after the references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem, Severity, SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item, Writing, join_keywords, split_keywords
from citekit.formats.cffmap import MEANINGS, READ_ONLY, ROOT, ROWS, TYPES, Kind, Row
from citekit.formats.csljson_values import as_text, scalar
from citekit.formats.markup import page_ends, report, without_markup
from citekit.formats.yamltext import documents, dump
from citekit.model import Date, DatePoint, Name, Names, Value, Work, is_names
from citekit.vocabulary import TYPES as CSL_TYPES

#: Stand where the format asks for what a work does not have.
NOBODY = "anonymous"
UNTITLED = "untitled"
_KEY = "citation key"
_LIST = "References"
_MESSAGE = "If you use this work, please cite it."
_LIST_MESSAGE = "These are the works that are referred to."

_TYPE_OF = dict(TYPES)
_MEANING_OF = {cff: csl for csl, cff in reversed(TYPES)} | MEANINGS
_ROOTS = {"software": "software", "dataset": "dataset"}
_PERSON = (
    ("family-names", "family"),
    ("given-names", "given"),
    ("name-particle", "non_dropping_particle"),
    ("name-suffix", "suffix"),
)
_DATES = ("date-published", "date-released", "issue-date")
_READ = frozenset(row.field for row in ROWS) | READ_ONLY.keys() | ROOT
_READ |= {*_DATES, "type", "start", "end", "year", "month", "year-original", "identifiers"}
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.A)
_SPDX = re.compile(
    r"(?:A?GPL|LGPL)-\d\.\d-(?:only|or-later)|CC-BY(?:-NC)?(?:-SA|-ND)?-[34]\.0|CC0-1\.0"
    r"|MIT|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0|ISC|Unlicense|EUPL-1\.2"
)


# --- reading ---------------------------------------------------------------------


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The work a file is about, the one to be cited, and its references.

    Raises SyntaxProblemError for text that is no YAML, or no mapping.
    """
    root: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for document in documents(source, file):
        for key, value, line in document:
            if not key:
                raise SyntaxProblemError("a citation file is a mapping", Where(file, line))
            if key not in root:
                root[key], lines[key] = value, line
    if "cff-version" not in root:
        yield warning("no-version", "the file does not say its cff-version", Where(file, 1))
    preferred = root.get("preferred-citation")
    if not _is_frame(root, preferred):
        yield from _works(root, Where(file, 1), "software")
    if preferred is not None:
        yield from _works(preferred, Where(file, lines["preferred-citation"]))
    references = root.get("references")
    for reference in references if isinstance(references, list) else [references]:
        if reference is not None:
            yield from _works(reference, Where(file, lines["references"]))


def _is_frame(root: Mapping[str, Any], preferred: Any) -> bool:
    """Whether the root only holds other works, and says nothing more of its own."""
    if root.keys() - ROOT - {"title", "authors", "type"}:
        return False
    if isinstance(preferred, Mapping):
        return root.get("title") == preferred.get("title")
    return root.get("message") == _LIST_MESSAGE


def _works(found: Any, where: Where, default: str = "generic") -> Iterator[Item]:
    if not isinstance(found, Mapping):
        yield error("not-a-reference", f"{as_text(found)[:40]} is no reference", where)
        return
    problems: list[Problem] = []
    work = _work(found, default, problems, where)
    yield from problems
    yield work


def _work(found: Mapping[str, Any], default: str, problems: list[Problem], where: Where) -> Work:
    cff_type = (scalar(found.get("type")) or default).strip()
    csl_type = _MEANING_OF.get(cff_type, "")
    if not csl_type:
        problems.append(warning("unknown-type", f"{cff_type!r} is no type of CFF", where))
        csl_type = "document"
    if csl_type == "document" and "collection-title" in found and "start" in found:
        csl_type = "chapter"
    fields: dict[str, Value] = {}
    extra: dict[str, str] = {}
    for row in ROWS:
        if row.fits(csl_type) and found.get(row.field) is not None and row.variable not in fields:
            _read_row(row, found[row.field], fields, problems, where)
    for field, variable in READ_ONLY.items():
        if text := _text(found.get(field)):
            date = variable == "accessed"
            fields[variable] = (parse_date(text) or Date(literal=text)) if date else text
    if fields.get("title") == UNTITLED:
        del fields["title"]
    start, end = _text(found.get("start")), _text(found.get("end"))
    if start or end:
        fields["page"] = f"{start}-{end}" if start and end and start != end else start or end
    _read_dates(found, fields)
    key = _read_identifiers(found.get("identifiers"), fields, extra)
    for name, value in found.items():
        if name not in _READ and value is not None:
            extra[name] = as_text(value)
    if _TYPE_OF.get(csl_type) != cff_type and cff_type not in CSL_TYPES and cff_type != "generic":
        extra["cff:type"] = cff_type
    return Work(key, csl_type, fields, extra)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return (scalar(value) or "").strip()


def _read_row(
    row: Row, value: Any, fields: dict[str, Value], problems: list[Problem], where: Where
) -> None:
    if row.kind is Kind.NAMES:
        if names := _read_names(row, value, problems, where):
            fields[row.variable] = names
        return
    city = _text(value.get("city")) if isinstance(value, Mapping) else ""
    if row.kind is Kind.CITY:
        value = city
    elif row.kind is Kind.ENTITY and city == _text(value):
        return  # an entity needs a name: here it has its city's
    words = row.kind is Kind.LIST and isinstance(value, list)
    if text := join_keywords(map(_text, value)) if words else _text(value):
        day = row.kind is Kind.DAY
        fields[row.variable] = (parse_date(text) or Date(literal=text)) if day else text


def _read_names(row: Row, value: Any, problems: list[Problem], where: Where) -> Names:
    names: list[Name] = []
    strange: set[str] = set()
    for item in value if isinstance(value, list) else [value]:
        found = item if isinstance(item, Mapping) else {"name": item}
        parts: dict[str, Any] = {part: _text(found.get(key)) for key, part in _PERSON}
        whole = _text(found.get("name"))
        known = {"name", *(key for key, _ in _PERSON)}
        if not whole and not any(parts.values()):
            whole = _text(found.get("alias"))
            known.add("alias")
        strange |= {key for key in found if key not in known and found[key] is not None}
        name = Name(literal=whole) if whole else Name()._replace(**parts)
        if name != Name() and name.literal != NOBODY:
            names.append(name)
    if strange:
        words = f"{row.field}: {', '.join(sorted(map(str, strange)))} left out"
        problems.append(Problem(Severity.INFO, "unknown-name-part", words, where))
    return tuple(names)


def _read_dates(found: Mapping[str, Any], fields: dict[str, Value]) -> None:
    texts = [_text(found.get(field)) for field in _DATES]
    year, month = _text(found.get("year")), _text(found.get("month"))
    if year:
        both = f"{year}-{month:0>2}" if month.isdigit() else f"{month} {year}".strip()
        texts.insert(2, both if parse_date(both) else year)
    if text := next(filter(None, texts), ""):
        fields["issued"] = parse_date(text) or Date(literal=text)
    if text := _text(found.get("year-original")):
        fields["original-date"] = parse_date(text) or Date(literal=text)
    conference = found.get("conference")
    if isinstance(conference, Mapping):
        ends = [_text(conference.get(key)) for key in ("date-start", "date-end")]
        if text := "/".join(dict.fromkeys(filter(None, ends))):
            fields["event-date"] = parse_date(text) or Date(literal=text)


def _read_identifiers(value: Any, fields: dict[str, Value], extra: dict[str, str]) -> str:
    """The key; a DOI or address counts if the work has no other."""
    key = ""
    rest: list[Any] = []
    for item in value if isinstance(value, list) else ():
        kind = _text(item.get("type")) if isinstance(item, Mapping) else ""
        text = _text(item.get("value")) if isinstance(item, Mapping) else ""
        variable = {"doi": "DOI", "url": "URL"}.get(kind, "")
        if text and _text(item.get("description")).lower() == _KEY:
            key = text
        elif text and variable and variable not in fields:
            fields[variable] = text
        else:
            rest.append(item)
    if rest:
        extra["identifiers"] = as_text(rest)
    return key


# --- writing ---------------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A file about one work, or one with references, a piece each."""
    rest = iter(works)
    first = list(islice(rest, 2))
    if len(first) == 1:
        work = first[0]
        found = _reference(work, how)
        if work.type in _ROOTS and not found.keys() - _ROOT_FIELDS:
            head = {"cff-version": "1.2.0", "message": _MESSAGE, **found}
            yield dump(head | {"type": _ROOTS[work.type]})
            return
        frame = {key: found[key] for key in ("title", "authors")}
        head = {"cff-version": "1.2.0", "message": _MESSAGE, **frame, "preferred-citation": found}
        yield dump(head)
        return
    head = {"cff-version": "1.2.0", "message": _LIST_MESSAGE, "title": _LIST}
    yield dump(head | {"authors": [{"name": NOBODY}]})
    yield "references:\n" if first else "references: []\n"
    for work in chain(first, rest):
        yield dump([_reference(work, how)])


#: What the root of a file may say of a work.
_ROOT_FIELDS = frozenset(
    """title authors abstract doi identifiers keywords license url version type date-released
    """.split()
)


def _reference(work: Work, how: Writing) -> dict[str, Any]:
    cff_type = _TYPE_OF.get(work.type, "generic")
    found: dict[str, Any] = {"type": cff_type}
    for row in ROWS:
        value = work.fields.get(row.variable)
        if value is not None and row.fits(_MEANING_OF[cff_type]):
            _write_row(row, value, found)
    found.setdefault("title", UNTITLED)
    found.setdefault("authors", [{"name": NOBODY}])
    if (text := work.text("license")) and _SPDX.fullmatch(text):
        found["license"] = found.pop("copyright")
    if page := work.text("page"):
        found["start"], end = page_ends(page)
        if end:
            found["end"] = end
    _write_dates(work, found)
    if work.id:
        key = {"type": "other", "value": work.id, "description": _KEY}
        found["identifiers"] = [key]
    report(work, _work(found, "generic", [], Where()), how)
    return found


def _write_row(row: Row, value: Value, found: dict[str, Any]) -> None:
    if is_names(value):
        if row.kind is Kind.NAMES:
            found[row.field] = [_write_name(name) for name in value]
        return
    if isinstance(value, Date):
        if row.kind is Kind.DAY and (text := _day(value.start)):
            found[row.field] = text
        return
    text = without_markup(str(value)).strip()
    if not text or (row.shape and not re.fullmatch(row.shape, text)):
        return
    if row.kind is Kind.INTEGER:
        if text.isascii() and text.isdigit() and len(text) < 10:
            found[row.field] = int(text)
    elif row.kind is Kind.LIST:
        found[row.field] = list(dict.fromkeys(split_keywords(text)))
    elif row.kind is Kind.LANGUAGES:
        code = re.split("[-_]", text)[0].lower()
        if _LANGUAGE.fullmatch(code):
            found[row.field] = [code]
    elif row.kind is Kind.CITY:
        entity = found.setdefault(row.field, {})
        entity.setdefault("name", text)
        entity["city"] = text
    elif row.kind is Kind.ENTITY:
        found[row.field] = {"name": text}
    elif row.kind is Kind.TEXT:
        found[row.field] = text


def _write_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal}
    given = f"{name.given} {name.dropping_particle}".strip()
    parts = {key: getattr(name, part) for key, part in _PERSON} | {"given-names": given}
    return {key: text for key, text in parts.items() if text} or {"name": NOBODY}


def _day(point: DatePoint | None) -> str:
    if point is None or point.day is None or not 0 <= point.year <= 9999:
        return ""
    return format_edtf(Date(point))


def _write_dates(work: Work, found: dict[str, Any]) -> None:
    issued = work.date("issued")
    if issued and issued.start:
        field = "date-released" if work.type in _ROOTS else "date-published"
        if text := _day(issued.start):
            found[field] = text
        found["year"] = issued.start.year
        if issued.start.month:
            found["month"] = issued.start.month
        if text and work.type in _ROOTS:
            del found["year"], found["month"]
    elif issued and issued.literal:
        found["year"] = issued.literal
    original = work.date("original-date")
    if original and original.start:
        found["year-original"] = original.start.year
    event = work.date("event-date")
    if event and "conference" in found and (text := _day(event.start)):
        found["conference"]["date-start"] = text
        if end := _day(event.end):
            found["conference"]["date-end"] = end
