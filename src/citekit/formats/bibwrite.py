"""Works as .bib entries, in either dialect.

:func:`citekit.formats.bibread.read` gives the same works back.  Not held: a
key of ``extra`` that is no field name in lower case; ``comma_suffix`` and
``static_ordering`` of names; a literal date that reads as a date; a verbatim
value (URL, DOI) whose braces do not balance; ``nocase`` where case is not
protected (outside titles); white space other than spaces and line feeds;
``crossref`` to an entry that is not among the works; the space before a semicolon that
parts places or publishers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from citekit.dates import MONTH_MACROS, bibtex_date, format_edtf
from citekit.formats.bibcase import Capitals, title_to_latex
from citekit.formats.bibidioms import (
    editor_field,
    is_editor_type,
    is_location,
    is_series_key,
    series_value,
)
from citekit.formats.biblanguages import BABEL_NAMES
from citekit.formats.bibmap import (
    ARTICLES,
    BIBTEX_TYPES,
    CONTAINERS,
    FIELDS,
    GENRES,
    LANGUAGE_NAMES,
    LANGUAGE_TAGS,
    MEANINGS,
    NO_WORKS,
    REPORTED,
    STATE_KEYS,
    SUBTITLES,
    SUBTYPES,
    TYPE_KEYS,
    TYPES_BY_CSL,
    VARIABLES,
    VERBATIM,
    Dialect,
    FieldRow,
    Kind,
    row_for_field,
    row_for_variable,
)
from citekit.formats.bibread import url_of
from citekit.latex import to_latex, to_unicode
from citekit.model import Date, Value, Work, is_names
from citekit.names import format_names

_ORDER = {row.variable: index for index, row in reversed(list(enumerate(FIELDS)))}
_KEY = re.compile(r'[^\s=,{}"#()@%\\]+(?: [^\s=,{}"#()@%\\]+)*')
_BAD_KEY = re.compile(r'[\s=,{}"#()@%\\]+')
#: What no field name may hold: btparse, biber's parser, takes ``a-z0-9!$&*+-./:;<>?[]^_`|``
#: (bt_language, "Lexical grammar, mode 2"), less than ``id_class`` of bibtex.web.
_BAD_NAME = re.compile(r"[^A-Za-z0-9!$&*+\-./:;<>?\[\]^_`|]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_IN_LIST = re.compile(r"(?:^|\s)and(?=\s|$)|^others$", re.I)
#: Between places or publishers, with ISBD's space or without it.
_BETWEEN = re.compile(" ?; ")
_AND_WORD = re.compile(r"\sand\s")
_DATES = ("date", "year", "month", "day")
_REFERENCES = ("crossref", "xdata")
#: Titles that every program puts in sentence case; some also those of books and
#: series, none a journal's.
CASED = frozenset({"title", "title-short", "original-title"})


class Style(NamedTuple):
    """How entries are written: which ``capitals`` of titles are guarded from a
    change of case; ``labels`` allows BibLaTeX's names with labelled
    parts, ``years`` words for a ``year``; ``groups`` is the field groups go to;
    ``reporters`` lets a case say by ``reporter`` alone what it stands in, if it came so."""

    dialect: Dialect = Dialect.BIBLATEX
    capitals: Capitals = Capitals.NAMES
    labels: bool = True
    years: bool = True
    groups: str = "groups"
    reporters: bool = True


def write(works: Sequence[Work], dialect: Dialect) -> str:
    """The works as one entry each, a blank line between them."""
    keys = frozenset(work.id for work in works)
    style = Style(dialect)
    return "\n".join(write_entry(work, style, keys) for work in works)


def write_entry(work: Work, style: Style, keys: frozenset[str] = frozenset()) -> str:
    """One work as an entry; ``keys`` are those of the entries around it."""
    type_, fields = entry_fields(work, style, keys)
    return entry_text(work.id, type_, fields)


def entry_text(key: str, type_: str, fields: Mapping[str, str]) -> str:
    """An entry of values with their delimiters."""
    if not _KEY.fullmatch(key):
        key = _BAD_KEY.sub("_", key).strip("_") or "nokey"
    lines = [f"  {name} = {value},\n" for name, value in fields.items()]
    return f"@{type_}{{{key},\n{''.join(lines)}}}\n"


def entry_fields(
    work: Work, style: Style, keys: frozenset[str] = frozenset()
) -> tuple[str, dict[str, str]]:
    """The entry type and the fields' values with their delimiters, in the order written."""
    type_, fields = _entry_type(work, style.dialect)
    values = {}
    for variable in sorted(work.fields, key=lambda name: (_ORDER.get(name, 99), name)):
        value = work.fields[variable]
        if not value or value == Date() or (variable == "genre" and "genre" in fields):
            continue
        if variable == "container-title" and style.reporters and _is_reporter(work):
            continue  # in ``extra``
        if variable == "issued" and isinstance(value, Date):
            values.update(_issued(value, style, work.text("status")))
            continue
        name, tex = _field(work, variable, value, style)
        values[name] = f"{{{tex}}}"
    fields.pop("genre", None)
    if not _KEY.fullmatch(work.id):
        fields["csl-id"] = f"{{{_balanced(work.id)}}}"
    values |= fields
    for name, text in work.extra.items():
        if name in _REFERENCES and text not in keys:
            continue
        if name == "entrytype" and (text == type_ or name in values):
            continue
        own = style.groups if name == "groups" else name
        field = _extra_name(own, values, work.type, text)
        if field == "reporter" and work.type in REPORTED and not work.text("container-title"):
            field = "extra-reporter"
        if is_editor_type(name, work.fields, work.extra):
            field = f"extra-{name}"
        values[field] = f"{{{_extra_value(name, text)}}}"
    return type_, values


def _is_reporter(work: Work) -> bool:
    """Whether what a case stands in was read from ``reporter``, and will be again."""
    named = work.extra.get("reporter")
    return (
        work.type in REPORTED
        and named == work.fields["container-title"]
        and work.extra.keys().isdisjoint(CONTAINERS)
    )


def _entry_type(work: Work, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """The entry type and the marker that tells it from the type's own meaning."""
    row = TYPES_BY_CSL.get(work.type, TYPES_BY_CSL["document"])
    kept = work.extra.get("entrytype", "")
    type_ = row.bibtex if dialect is Dialect.BIBTEX else row.biblatex
    if _is_type(kept) and MEANINGS.get(kept, "document") == work.type:
        if dialect is Dialect.BIBLATEX or kept in BIBTEX_TYPES:
            return kept, {}
        if MEANINGS.get(type_) == work.type:
            return type_, {"entrytype": f"{{{kept}}}"}
        return type_, {"csl-type": f"{{{work.type}}}", "entrytype": f"{{{kept}}}"}
    if work.type == "thesis":
        return _thesis(work, dialect, type_)
    if MEANINGS.get(type_) == work.type:
        return type_, {}
    taken = "entrysubtype" in work.extra
    marker = "csl-type" if taken else "entrysubtype"
    return type_, {marker: f"{{{SUBTYPES.get(work.type, work.type)}}}"}


def _is_type(name: str) -> bool:
    """Whether an entry of this type is read as a work, its type as it is here."""
    plain = _KEY.fullmatch(name) and " " not in name and "'" not in name and name == name.lower()
    return bool(plain) and name not in ("string", "comment", "preamble", *NO_WORKS)


def _thesis(work: Work, dialect: Dialect, type_: str) -> tuple[str, dict[str, str]]:
    genre = work.text("genre")
    for entry_type, implied in GENRES.items():
        if genre == implied:
            return entry_type, {"genre": ""}
    if dialect is Dialect.BIBTEX and not genre:
        return type_, {"csl-type": "{thesis}"}
    return type_, {}


def _field(work: Work, variable: str, value: Value, style: Style) -> tuple[str, str]:
    """The field and its LaTeX; ``csl-VARIABLE`` where the table has no row."""
    row = row_for_variable(variable, work.type)
    if variable == "archive-place" and not is_location(work):
        row = None
    if variable == "collection-title" and work.type in ARTICLES:
        if is_series_key(work.type, str(value)):
            return "csl-collection-title", _csl_value(value, style)
        value = series_value(str(value), work.text("language"))
    if variable == "genre" and value in TYPE_KEYS:
        return "csl-genre", _csl_value(value, style)
    if variable == "status" and value in STATE_KEYS and style.dialect is Dialect.BIBLATEX:
        return "pubstate", STATE_KEYS[str(value)]
    if is_names(value) and (field := editor_field(variable, work.fields, work.extra)):
        return field, format_names(value, to_latex, to_unicode, labels=style.labels)
    if row is not None:
        bibtex = style.dialect is Dialect.BIBTEX
        name = row.bibtex if bibtex else row.biblatex
        if bibtex and variable == "publisher" and work.extra.get("entrytype") == "manual":
            name = "organization"  # the only one a manual has ("BibTeXing", section 3.1)
        if row.kind is Kind.LANGUAGE:
            return _language(str(value), name)
        read = row_for_field(name, work.type)
        if read is not None and read[1].variable == variable:
            return name, _tex(work, row, value, style)
    return f"csl-{_BAD_NAME.sub('-', variable).lower()}", _csl_value(value, style)


def _tex(work: Work, row: FieldRow, value: Value, style: Style) -> str:
    if is_names(value):
        return format_names(value, to_latex, to_unicode, labels=style.labels)
    if isinstance(value, Date):
        return _write_date(value)
    text = str(value)
    if row.kind is Kind.VERBATIM and not _balances(text):
        return _percent(text)
    if row.kind is Kind.TITLE:
        cased = row.variable in CASED or (style.capitals is Capitals.ALL and not row.types)
        capitals = style.capitals if cased else Capitals.NONE
        return title_to_latex(text, capitals, work.text("language"))
    items = _BETWEEN.split(text) if row.kind is Kind.LIST else []
    if (
        len(items) > 1
        and all(item and item == item.strip() for item in items)
        and style.dialect is Dialect.BIBLATEX
    ):
        return " and ".join(f"{{{to_latex(item)}}}" for item in items)
    return _WRITERS[row.kind](text)


def _csl_value(value: Value, style: Style) -> str:
    if isinstance(value, str):
        return to_latex(value)
    if isinstance(value, Date):
        return _write_date(value)
    return format_names(value, to_latex, to_unicode, labels=style.labels)


def _extra_name(name: str, taken: dict[str, str], csl_type: str, text: str) -> str:
    """A field name for a key of ``extra`` that reads as no variable.

    No identifier begins with a digit (bibtex.web, ``scan_identifier``); accents are
    taken off, as biber takes letters of ASCII only.
    """
    plain = _MARKS.sub("", normalize("NFKD", name))
    field = _BAD_NAME.sub("-", plain).lower()
    if not any(map(str.isalnum, field)):
        field = "extra"
    variable = field.startswith("csl-") and field[4:] in VARIABLES
    variable = variable or (field == "howpublished" and url_of(text) != "" and "url" not in taken)
    prefixed = field.startswith("extra-") or field in _RESERVED or variable or field[0].isdigit()
    if field in taken or prefixed or _read_as_variable(field, taken, csl_type):
        field = f"extra-{field}"
    while field in taken:
        field = f"extra-{field}"
    return field


#: Fields the reader has rules for.
_RESERVED = frozenset(
    {"csl-type", "csl-id", "fjournal", "address", "location", *_DATES, *SUBTITLES}
)


def _read_as_variable(field: str, taken: dict[str, str], csl_type: str) -> bool:
    """Whether the reader would take ``field`` for a variable, whatever else is there."""
    found = row_for_field(field, csl_type)
    if found is None:
        return False
    rank, row = found
    return not any(other in taken for other in row.read[:rank])


def _extra_value(name: str, text: str) -> str:
    return _balanced(text) if name.lower() in VERBATIM else to_latex(text)


def _balanced(text: str) -> str:
    return text if _balances(text) else to_latex(text)


def _balances(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _percent(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D")


def _issued(date: Date, style: Style, status: str) -> dict[str, str]:
    """BibLaTeX's ``date``; BibTeX's ``year`` and ``month``, and ``date`` where these say less.

    Words that name a state of publication are BibLaTeX's ``pubstate`` (manual, 2.2.2).
    """
    if style.dialect is Dialect.BIBLATEX:
        if date.literal and date.start is None:
            words = f"{{{to_latex(date.literal)}}}"
            if not status and date.literal.lower() in _STATES:
                return {"pubstate": words, "csl-issued": words}
            return {"year" if style.years else "csl-issued": words}
        return {"date": f"{{{format_edtf(date)}}}"}
    if date.start is None:
        if date.end is None:
            return {"year": f"{{{to_latex(date.literal)}}}"}
        return {"date": f"{{{format_edtf(date)}}}"}
    fields = _year_and_month(date)
    plain = {name: value.strip("{}").replace("--", "–") for name, value in fields.items()}
    if bibtex_date(plain["year"], plain.get("month", ""), plain.get("day", "")) != date:
        fields["date"] = f"{{{format_edtf(date)}}}"
    return fields


def _year_and_month(date: Date) -> dict[str, str]:
    point = date.start
    if point is None:
        return {}
    year = _year_in_words(point.year)
    if date.end is not None and date.end.year != point.year:
        return {"year": f"{{{year}--{_year_in_words(date.end.year)}}}"}
    fields = {"year": f"{{{year}}}"}
    if point.month is not None:
        fields["month"] = MONTH_MACROS[point.month - 1]
        if point.day is not None:
            fields["day"] = f"{{{point.day}}}"
    return fields


def _year_in_words(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"{1 - year} BC"


#: What ``pubstate`` is for, in words and as localisation keys (manual, 4.9.2.11).
_STATES = frozenset(
    ["in preparation", "submitted", "forthcoming", "in press", "prepublished", "inpreparation"]
) | {"inpress"}


def _language(value: str, name: str) -> tuple[str, str]:
    """Babel's name where it reads back as ``value``, else the tag itself; several as
    a list."""
    several = value.split("; ")
    if len(several) > 1 and not any(map(_IN_LIST.search, several)):
        if any(one.lower() in LANGUAGE_TAGS for one in several):
            return "csl-language", to_latex(value)
        return "language", " and ".join(to_latex(LANGUAGE_NAMES.get(o, o)) for o in several)
    if _AND_WORD.search(value):
        return "csl-language", to_latex(value)
    babel = (BABEL_NAMES if name == "langid" else LANGUAGE_NAMES).get(value)
    if babel is not None:
        return name, babel
    if value.lower() in LANGUAGE_TAGS:
        return "csl-language", to_latex(value)
    return "language", to_latex(value)


def _write_date(value: Date) -> str:
    return to_latex(value.literal) if value.literal else format_edtf(value)


def _write_pages(value: str) -> str:
    """Hyphens and short dashes as BibTeX's ``--``, long ones by their macro."""
    parts = re.split("([-–—])", value)
    dashes = {"-": "--", "–": "--", "—": "\\textemdash{}"}
    tex = [dashes[part] if part in dashes else to_latex(part) for part in parts if part]
    return "".join(tex).replace("----", "--{}--").replace("----", "--{}--")


def _write_list(value: str) -> str:
    """One item of a list: an "and" in it parts nothing (BibLaTeX manual, 2.3.4)."""
    tex = to_latex(value)
    return f"{{{tex}}}" if _IN_LIST.search(tex) else tex


_WRITERS: dict[Kind, Callable[[str], str]] = {
    Kind.TEXT: to_latex,
    Kind.PROSE: to_latex,
    Kind.LIST: _write_list,
    Kind.VERBATIM: str,
    Kind.PAGES: _write_pages,
}
