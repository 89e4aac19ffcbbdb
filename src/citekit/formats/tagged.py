"""What the line-tagged formats share: lines, records, tables, names, keywords.

A record is a run of lines "tag, value"; a line without a tag goes on with the
value before it.  A :class:`Shape` says how tags look in a format and where records
begin and end, a :class:`Table` which tag holds which CSL variable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from citekit.errors import Problem, Where, warning
from citekit.formats.base import Extract, join_keywords, join_notes
from citekit.formats.headings import name_parts
from citekit.formats.taggeduser import KEPT, USER, from_user, unquote, words_of
from citekit.identifiers import normalise_doi
from citekit.model import Date, Name, Value, Work, is_names
from citekit.names import OTHERS, parse_name
from citekit.vocabulary import (
    TYPES,
)

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.I)
_SPECIAL_NAME = re.compile(r"[{}\\~=]")
_NOCASE = re.compile(r'<span class="nocase">((?:(?!</?span).)*)</span>', re.S)
_ET_AL = frozenset({"et al", "others", "and others", "u. a", "u.a"})
_INITIALS = re.compile(r"[^\W\d_](?:[ .-]{0,2}[^\W\d_])*\.?")
_LONE = re.compile(r"(?<![\w'’.])([^\W\d_])(?![\w'’.])")

Field = tuple[str, str]


class Shape(NamedTuple):
    """How records look: ``tag`` matches a line with a tag (group 1) and a value
    (group 2); ``begins`` and ``ends`` are tags at which a record begins or ends,
    ``blank`` whether an empty line before a tag ends it, ``outside`` tags that
    belong to the file, ``tags`` the only known ones (empty: all), ``preamble``
    what may stand before everything."""

    tag: re.Pattern[str]
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    blank: bool = False
    outside: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    preamble: re.Pattern[str] | None = None


class Record(NamedTuple):
    """The tags and values of a record in the file's order; lines of a value are
    kept, without the white space at their ends.  ``ended`` tells whether a tag
    ended it."""

    line: int
    fields: list[Field]
    ended: bool


def lines(text: str, start: int = 0) -> Iterator[str]:
    """The lines of a text, whatever ends them, without a byte order mark."""
    if start == 0 and text.startswith("\ufeff"):
        start = 1
    return (found[1] for found in _LINE.finditer(text, start))


def records(text: str, shape: Shape, file: str | None) -> Iterator[Record | Problem]:
    """The records, and a problem for each line outside all of them."""
    start = before = 0
    if shape.preamble is not None and (found := shape.preamble.match(text)):
        start = found.end()
        before = sum(1 for _ in lines(text[:start])) - 1
    fields: list[tuple[str, list[str]]] = []
    first = 0
    blank = False
    for number, line in enumerate(lines(text, start), before + 1):
        found = shape.tag.fullmatch(line.rstrip())
        if found is None or (shape.tags and found[1] not in shape.tags):
            blank = not line.strip()
            if fields:
                fields[-1][1].append(line.strip())
            elif not blank:
                where = Where(file, number)
                yield warning("stray-text", "a line outside all records", where)
            continue
        tag, value = found[1], (found[2] or "").strip()
        over = tag in shape.begins or tag in shape.outside or (shape.blank and blank)
        blank = False
        if fields and (over or tag in shape.ends):
            yield Record(first, _joined(fields), tag in shape.ends)
            fields = []
        if tag not in shape.ends and tag not in shape.outside:
            first = first if fields else number
            fields.append((tag, [value]))
    if fields:
        yield Record(first, _joined(fields), False)


def _joined(fields: list[tuple[str, list[str]]]) -> list[Field]:
    return [(tag, "\n".join(values).strip("\n")) for tag, values in fields]


class Kind(Enum):
    """How a tag's values become a variable's."""

    TEXT = "one line; the first counts"
    LINES = "text with line feeds; repeated tags join with one"
    NOTES = "a note each"
    LIST = "keywords"
    NAMES = "names"
    DATE = "a date"


class Row(NamedTuple):
    """A CSL variable, the tags it is read from (the first present one counts;
    names, notes and keywords take all), the tag it is written to (empty: only
    read), for some types (CSL's or the format's own) or all.  Without a variable the
    tags have none in these types."""

    variable: str
    read: tuple[str, ...]
    write: str
    kind: Kind = Kind.TEXT
    types: frozenset[str] | None = None


class Table:
    """Rows in both directions.  Rows of a type count before those of all types."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = sorted(rows, key=lambda row: row.types is None)
        self._told = {name for row in self.rows for name in row.types or ()}
        self._reads: dict[tuple[str, str], dict[str, Row]] = {}
        self._writes: dict[tuple[str, str], dict[str, Row]] = {}

    def reads(self, csl_type: str, own: str = "") -> Mapping[str, Row]:
        """By tag, the row that reads it in a work of a CSL type and an own type."""
        own = own if own in self._told else ""
        found = self._reads.get((csl_type, own))
        if found is None:
            found = self._reads[csl_type, own] = {}
            for row in self._of(csl_type, own):
                for tag in row.read:
                    found.setdefault(tag, row)
        return found

    def writes(self, csl_type: str, own: str = "") -> Mapping[str, Row]:
        """By variable, the row that writes it, if its tag is read as the same."""
        own = own if own in self._told else ""
        found = self._writes.get((csl_type, own))
        if found is None:
            found = self._writes[csl_type, own] = {}
            reads = self.reads(csl_type, own)
            for row in self._of(csl_type, own):
                read = reads.get(row.write)
                if read is not None and read.variable == row.variable:
                    found.setdefault(row.variable, row)
        return found

    def _of(self, csl_type: str, own: str) -> Iterator[Row]:
        for row in self.rows:
            if row.types is None or csl_type in row.types or (own and own in row.types):
                yield row


class Syntax(NamedTuple):
    """How a format writes names (several in one value), dates and keywords."""

    names: Callable[[str], Iterable[Name]]
    date: Callable[[str], Date | None]
    keywords: Callable[[str], Iterable[str]]


class Entry:
    """A record on its way into a work: ``fields`` and ``extra`` fill up."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}
        self.user: dict[str, str] = {}
        self._kept: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        self._by_tag: dict[str, list[str]] = {}
        for tag, value in record.fields:
            self._by_tag.setdefault(tag, []).append(value)

    def all(self, tag: str) -> list[str]:
        """The values of a tag, each on one line, without empty ones."""
        values = self._by_tag.get(tag)
        return list(filter(None, (" ".join(value.split()) for value in values))) if values else []

    def first(self, tag: str) -> str:
        """The first value of a tag on one line, or the empty string."""
        return next(iter(self.all(tag)), "")

    def one(self, tag: str) -> str:
        """The first value of a tag; further ones go to ``extra``."""
        values = self.all(tag)
        if len(values) > 1:
            self.extra[tag] = "\n".join(values[1:])
        return values[0] if values else ""

    def take(self, tag: str) -> str:
        """As :meth:`one`; the table does not read the tag then."""
        self._taken.add(tag)
        return self.one(tag)

    def keep(self, tag: str, text: str) -> None:
        """Keep what has no variable."""
        if text:
            self._kept.setdefault(tag, []).append(text)

    def _flush(self) -> None:
        for tag, texts in self._kept.items():
            old = self.extra.get(tag)
            self.extra[tag] = "\n".join([old, *texts] if old else texts)
        self._kept = {}

    def work(self, key: str, csl_type: str) -> Work:
        """The finished work."""
        self._flush()
        return Work(key, csl_type, self.fields, self.extra)

    def take_user(self, tag: str) -> list[str]:
        """Take what citekit put into a tag (:func:`user_line`); the other values."""
        others: list[str] = []
        for value in self._by_tag.get(tag, ()):
            found = USER.fullmatch(value)
            if found is None or (found[1] == "csl" and found[3] not in KEPT):
                others.append(value)
                continue
            text = unquote(found[4]) if found[2] else found[4]
            if found[1] == "csl":
                self.user[found[3]] = text
            else:
                self.extra[found[3]] = text
        return [value for value in others if value]

    def user_type(self, csl_type: str) -> str:
        """The CSL type citekit put there, or ``csl_type``."""
        told = self.user.pop("type", "")
        return told if told in TYPES else csl_type

    def apply_user(self) -> None:
        """What citekit put there counts as long as the field itself says the same
        words, so that a text changed in another program stays changed."""
        for variable, text in self.user.items():
            told = self.fields.get(variable)
            if told == text:
                continue
            if not isinstance(told, str) or words_of(told) == words_of(plain(text)):
                self.fields[variable] = from_user(variable, text)

    def assign(
        self,
        table: Table,
        syntax: Syntax,
        csl_type: str,
        special: frozenset[str],
        own: str = "",
    ) -> None:
        """Everything the table reads, and the rest to ``extra``."""
        found: dict[str, tuple[Row, dict[str, list[str]]]] = {}
        names: dict[str, list[Name]] = {}
        rows = table.reads(csl_type, own)
        for tag, value in self.record.fields:
            if tag in special or tag in self._taken or not value.strip():
                continue
            row = rows.get(tag)
            if row is None or not row.variable:
                self.keep(tag, value)
            elif row.kind is Kind.NAMES:
                if row.variable not in names:
                    old = self.fields.setdefault(row.variable, ())
                    names[row.variable] = list(old) if is_names(old) else []
                names[row.variable] += syntax.names(value)
            else:
                _, by_tag = found.setdefault(row.variable, (row, {}))
                by_tag.setdefault(tag, []).append(value)
        for variable, persons in names.items():
            self.fields[variable] = tuple(persons)
        for variable, (row, by_tag) in found.items():
            self._settle(variable, row, by_tag, syntax)
        for variable in [name for name, value in self.fields.items() if not value]:
            del self.fields[variable]
        self._flush()

    def _settle(
        self, variable: str, row: Row, by_tag: dict[str, list[str]], syntax: Syntax
    ) -> None:
        if row.kind is Kind.LIST:
            values = [value for values in by_tag.values() for value in values]
            items = [item for value in values for item in syntax.keywords(value)]
            self.fields[variable] = join_keywords(items)
            return
        if row.kind is Kind.NOTES:
            self.fields[variable] = join_notes(
                value for values in by_tag.values() for value in values
            )
            return
        ordered = [tag for tag in row.read if tag in by_tag] if len(by_tag) > 1 else [*by_tag]
        chosen = by_tag.pop(ordered[0])
        if row.kind is Kind.LINES:
            text, rest = "\n".join(chosen), []
        else:
            folded = [" ".join(value.split()) for value in chosen]
            text, rest = folded[0], folded[1:]
        value: Value | None = bare_doi(text) if variable == "DOI" else text
        if row.kind is Kind.DATE:
            value = syntax.date(text)
        if value and variable not in self.fields:
            self.fields[variable] = value
        elif text and self.fields.get(variable) != value:
            rest = [text, *rest]
        if not rest and not by_tag:
            return
        for tag, values in ((ordered[0], rest), *by_tag.items()):
            for value in values:
                if " ".join(value.split()) not in self.fields.values():
                    self.keep(tag, value)


def bare_doi(text: str) -> str:
    """A DOI without resolver or "doi:"; what is none stays as it is."""
    return _RESOLVER.sub("", text) if normalise_doi(text) else text


def plain(text: str) -> str:
    """The text without protected case, which the formats cannot say."""
    return _NOCASE.sub(r"\1", text) if "<span" in text else text


# --- names -------------------------------------------------------------------


@lru_cache(maxsize=8192)
def read_name(text: str) -> Name | None:
    """ "Family, Given, Suffix"; a trailing comma, braces around all, or no comma in
    several words, is corporate; "et al." stands for names left out.  The years of a
    catalogue's heading are none of the name."""
    words = text.split()
    if (
        len(words) > 1
        and words[0][-1] == ","
        and text.count(",") == 1
        and text.isprintable()
        and not _SPECIAL_NAME.search(text)
        and all(word[0].isupper() for word in words)
    ):
        # One family name and given names, all with a capital: nothing more to find.
        return Name(words[0][:-1], " ".join(words[1:]))
    text = " ".join(words)
    if not text.strip(", "):
        return None
    if text.strip(" ,.").casefold() in _ET_AL:
        return OTHERS
    inner = text.strip("{}")
    pairs = (len(text) - len(inner)) // 2
    if inner and pairs and text == "{" * pairs + inner + "}" * pairs:
        return Name(literal=inner.strip())
    if text.endswith(",") and not text.endswith(", ,"):
        return Name(literal=text[:-1].strip())
    parts = name_parts(text)
    if len(parts) == 1:
        text = parts[0]
        return Name(literal=text) if " " in text else Name(family=text)
    family, given = parts[0], parts[1]
    suffix = ", ".join(parts[2:]).strip(", ")
    if _SPECIAL_NAME.search(f"{family}{given}{suffix}"):
        return Name(family=family, given=given, suffix=suffix)
    return parse_name(f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}")


def read_names(text: str) -> list[Name]:
    """One name, as a list."""
    name = read_name(text)
    return [] if name is None else [name]


@lru_cache(maxsize=8192)
def write_name(name: Name, program: str = "") -> str:
    """A corporate name ends with a comma, which keeps it whole in EndNote, Zotero
    and pandoc; bibutils and JabRef take it apart at "and" whatever one writes.  A
    suffix stands last, as RIS has it; pandoc and JabRef look for it in BibTeX's
    place.  Names left out are "et al.", as EndNote has them."""
    if name.literal:
        return "et al.," if name == OTHERS else f"{name.literal},"
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix and program in ("pandoc", "jabref"):
        return f"{family}, {name.suffix}, {given}"
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    return f"{family}, ," if " " in family else family


@lru_cache(maxsize=8192)
def dotted(name: Name) -> Name:
    """Initials as CSL has them: "M J", "MJ" and "M.J." are "M. J."; names stay."""
    given = name.given
    if "." not in given and given.isupper() and _INITIALS.fullmatch(given) and _short(given):
        given = " ".join(
            f"{letter}." if letter != "-" else letter for letter in given if letter.isalpha()
        )
        if "-" in name.given:
            given = "-".join(f"{part[0]}." for part in name.given.split("-") if part)
    else:
        given = re.sub(r"\.(?=[^\W\d_]\.)", ". ", given)
        given = _LONE.sub(lambda found: f"{found[1]}." if found[1].isupper() else found[1], given)
    return name._replace(given=given)


def _short(given: str) -> bool:
    return all(len(part) <= 3 for part in given.replace("-", " ").split()) and (
        len(given.replace(" ", "").replace("-", "")) <= 4
    )


@lru_cache(maxsize=8192)
def undotted(given: str) -> str:
    """A given name as NLM writes it: initials without periods ("Ferga C")."""
    return re.sub(r"(?<![\w'’])([^\W\d_])\.(?=\s|$)", r"\1", given)


@lru_cache(maxsize=8192)
def initials(given: str) -> str:
    """A given name as letters only ("JAF")."""
    return "".join(part[0] for part in re.split(r"[\s.\-]+", given) if part and part[0].isalpha())


# --- keywords ----------------------------------------------------------------


def by_semicolon(text: str) -> list[str]:
    """Keywords on several lines or parted by semicolons."""
    return [item.strip() for item in re.split(r"[;\n]", text) if item.strip()]


def by_line(text: str) -> list[str]:
    """One keyword a line."""
    return [item.strip() for item in text.split("\n") if item.strip()]


# --- extracts ----------------------------------------------------------------


def extract_note(extract: Extract) -> str:
    """An extract as a note: the words, the page, what the reader says of it."""
    text = extract.text if extract.kind == "note" else f"“{extract.text}”"
    if extract.locator:
        page = extract.locator[0].isdecimal()
        text += f" (p. {extract.locator})" if page else f" ({extract.locator})"
    if extract.document:
        text += f" [{extract.document}]"
    return f"{text}\n{extract.comment}" if extract.comment else text
