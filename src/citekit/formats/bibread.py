"""Entries of a .bib file, of either dialect, as works.

Macros are expanded in the file's order, so that a redefinition counts from
where it stands; fields are inherited through ``crossref`` and ``xdata``
(BibLaTeX manual, 2.4.1 and appendix B).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from citekit.collector import collector_paused
from citekit.dates import bibtex_date, parse_date, parse_month
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Reading
from citekit.formats.bibcircles import data_circles
from citekit.formats.bibidioms import edited, place_letter, read_list, read_prose, series_words
from citekit.formats.bibjournals import journal_of
from citekit.formats.bibmacros import expanded
from citekit.formats.bibmap import (
    ARTICLES,
    AUTHORED,
    AUTHORS_OF,
    CONTAINERS,
    EXTRA_NAMES,
    GENRES,
    LANGUAGE_TAGS,
    MEANINGS,
    NO_WORKS,
    NOT_INHERITED,
    PARENT_TITLES,
    REPORTED,
    STATES,
    SUBTITLES,
    SUBTYPES,
    TYPE_KEYS,
    TYPES_BY_CSL,
    VARIABLES,
    VERBATIM,
    FieldRow,
    Kind,
    parent_prefix,
    row_for_field,
)
from citekit.formats.bibsplit import Source, split
from citekit.formats.bibtokens import XDATA_ITEM, Block, FieldSpan, pieces
from citekit.latex import letters, to_unicode
from citekit.model import Date, Value, Work
from citekit.names import parse_names
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES

Fields = dict[str, str]
_Reader = Callable[[str], Value]

_RANGE = re.compile(r"\s*(?:-{2,3}|–)\s*")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
_AND = re.compile(r"\s+and\s+")
#: So many parents of parents are looked at.
_DEEPEST = 30
_GROUPED = re.compile(
    r"\{\\(?:([&%#_$~^])(?:\{\})?|text(?:less|greater|underscore|asciitilde|asciicircum))\}"
)
_PLAIN_URL = re.compile(r"https?://\S+", re.I)
#: A control word takes the white space after it ("The TeXbook", chapter 8), which so
#: parts no words of a name.
_CONTROL_WORD = re.compile(
    r"\\(AA|aa|AE|ae|OE|oe|O|o|L|l|ss|DH|dh|DJ|dj|TH|th|NG|ng|i|j)[ \t\r\n]+"
    r"|\\([cvuHkdbrt])[ \t\r\n]+(\\[ij](?![A-Za-z])|[A-Za-z])"
)
_SUBTYPES = {subtype: csl for csl, subtype in SUBTYPES.items()}
DATE_FIELDS = frozenset({"date", "year", "month", "day"})


@collector_paused()
def read(text: str, file: str | None = None) -> Reading:
    """The works of a .bib file of either dialect.

    A key given twice makes two works with one id and a problem.
    """
    source = split(text, file)
    works: list[Work] = []
    problems = list(source.problems)
    for block in source.blocks:
        if block.kind == "entry" and block.type not in NO_WORKS:
            work, found = work_of_entry(source, block)
            works.append(work)
            problems.extend(found)
    problems.extend(data_circles(source))
    return Reading(tuple(works), tuple(problems))


def work_of_entry(source: Source, block: Block) -> tuple[Work, tuple[Problem, ...]]:
    """One entry as a work, and what is wrong with its fields."""
    reader = EntryReader(source, block)
    return reader.read(), tuple(reader.problems)


def field_texts(source: Source, block: Block, *, parents: bool = True) -> Fields:
    """The LaTeX texts of an entry's fields by name, macros expanded, with what it has by
    ``xdata`` and, with ``parents``, by ``crossref``."""
    return EntryReader(source, block).texts(parents)


def field_text(source: Source, block: Block, span: FieldSpan) -> str:
    """A field's value as one LaTeX text: pieces joined, macros expanded."""
    return _expand(source, span.value, block.start)[0]


def _expand(source: Source, value: str, at: int) -> tuple[str, list[str]]:
    """The value's text and the macros that are not defined before ``at``."""
    first = value[:1]
    if "#" not in value and len(value) > 1 and first + value[-1] in ("{}", '""'):
        return value[1:-1], []
    if value.isdecimal():
        return value, []
    texts: list[str] = []
    missing: list[str] = []
    for delimiter, content in pieces(value):
        if delimiter or content.isdecimal():
            texts.append(content)
            continue
        macro = source.macro(content.lower(), at)
        if macro is None:
            missing.append(content)
        texts.append(content if macro is None else macro)
    return "".join(texts), missing


class EntryReader:
    """Reads one entry; ``problems`` is what is wrong with its fields."""

    def __init__(self, source: Source, block: Block) -> None:
        self.source = source
        self.block = block
        self.problems: list[Problem] = []
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}

    def read(self) -> Work:
        """The entry as a work."""
        raw = self.texts()
        csl_type = self.csl_type(raw)
        _join_subtitles(raw)
        _custom(raw, csl_type, self.block.type)
        place_letter(raw, csl_type)
        key = raw.pop("csl-id", self.block.key)
        self._issued(raw)
        roles = edited(raw, raw)
        if roles:
            named = {f"csl-{roles[n]}" if n in roles else n: text for n, text in raw.items()}
        self._assign(named if roles else raw, csl_type)
        self._series(raw, csl_type)
        self._url_of_howpublished()
        self._genre(csl_type)
        return Work(key, csl_type, self.fields, self.extra)

    def texts(self, parents: bool = True) -> Fields:
        """See :func:`field_texts`."""
        raw = self._own_fields(self.block)
        if not parents:
            self._fill_from_data(raw)
        elif "crossref" in raw or "xdata" in raw:
            self._inherit(raw)
        for name, text in raw.items():
            if "xdata" in text and XDATA_ITEM.search(text):
                raw[name] = " and ".join(map(self._item, _AND.split(text)))
        return raw

    def _warn(self, code: str, message: str, line: int) -> None:
        where = Where(self.source.file, line, key=self.block.key or None)
        self.problems.append(warning(code, message, where))

    def _own_fields(self, block: Block) -> Fields:
        """The fields' texts by name; of a field given twice, the first."""
        raw: Fields = {}
        for span in block.fields:
            if span.name in raw:
                continue
            text, missing = _expand(self.source, span.value, block.start)
            raw[span.name] = expanded(text, self.source.commands) if "\\" in text else text
            for macro in missing:
                if span.name != "month" or parse_month(macro) is None:
                    line = self.source.line(span.name_start)
                    self._warn("undefined-string", f"macro {macro!r} is not defined", line)
        return raw

    # --- inheritance

    def _inherit(self, raw: Fields) -> None:
        """``raw`` filled from what it refers to: ``xdata`` first, then the parents by
        ``crossref``, each of which inherits from its own before."""
        lines: list[tuple[str, Fields]] = []
        block = self.block
        seen: set[str] = set()
        while block.key not in seen:
            seen.add(block.key)
            given = raw if block is self.block else self._own_fields(block)
            self._fill_from_data(given)
            lines.append((block.type, given))
            parent = self._referred(given.get("crossref", "").strip())
            if parent is None:
                break
            if len(lines) > _DEEPEST:
                self._warn("deep-crossref", "too many parents of parents", self.block.line)
                break
            block = parent
        else:
            self._warn("circular-crossref", f"{block.key!r} is its own parent", self.block.line)
        type, inherited = lines.pop()
        while lines:
            parent_type, (type, own) = type, lines.pop()
            fill(own, inherited, parent_type, type)
            inherited = own

    def _fill_from_data(self, raw: Fields) -> None:
        """Fields of the ``xdata`` entries that ``raw`` names, and of those they name."""
        seen = {self.block.key}
        queue = raw.get("xdata", "").split(",")
        while queue:
            key = queue.pop(0).strip()
            if not key or key in seen:
                continue
            seen.add(key)
            entry = self._referred(key)
            if entry is not None:
                given = self._own_fields(entry)
                queue += given.get("xdata", "").split(",")
                fill(raw, given)

    def _item(self, text: str) -> str:
        """An item of a list, or what ``xdata=KEY-FIELD`` or ``xdata=KEY-FIELD-NUMBER``
        in its place means (BibLaTeX manual, 3.13.7)."""
        found = XDATA_ITEM.fullmatch(text.strip())
        if not found:
            return text
        key, number = found[1], found[3]
        entry = self.source.entry(key) or self.source.entry_nocase(key)
        span = entry.field(found[2].lower()) if entry else None
        if entry is None or span is None:
            self._warn("unknown-crossref", f"no field for {found[0]!r}", self.block.line)
            return text
        value = field_text(self.source, entry, span)
        items = _AND.split(value)
        return items[int(number) - 1] if number and 0 < int(number) <= len(items) else value

    def _referred(self, key: str) -> Block | None:
        """The entry with a key, in whatever case."""
        found = self.source.entry(key) or self.source.entry_nocase(key) if key else None
        if key and found is None:
            self._warn("unknown-crossref", f"no entry {key!r}", self.block.line)
        return found

    # --- type and genre

    def csl_type(self, raw: Fields) -> str:
        """The CSL type, from a marker or from the entry type; what it cannot say is kept."""
        type_ = self.block.type
        marked = raw.get("csl-type", "")
        if marked in TYPES_BY_CSL:
            del raw["csl-type"]
            return marked
        subtype = raw.get("entrysubtype", "")
        meant = _SUBTYPES.get(subtype, subtype)
        if meant in TYPES_BY_CSL:
            del raw["entrysubtype"]
            return meant
        csl = MEANINGS.get(type_, "document")
        row = TYPES_BY_CSL[csl]
        if type_ not in (row.bibtex, row.biblatex) and type_ not in GENRES:
            self.extra["entrytype"] = type_
        return csl

    def _series(self, raw: Fields, csl_type: str) -> None:
        """The number or key of a journal's series becomes words."""
        series = self.fields.get("collection-title")
        if csl_type in ARTICLES and isinstance(series, str) and "csl-collection-title" not in raw:
            language = str(self.fields.get("language", ""))
            self.fields["collection-title"] = series_words(series, language)

    def _genre(self, csl_type: str) -> None:
        """A doctoral or master's thesis is one by its entry type, unless it says otherwise; keys
        of genres and states of publication are their words."""
        implied = GENRES.get(self.block.type) if csl_type == "thesis" else None
        if implied and "genre" not in self.fields and self.block.field("csl-type") is None:
            self.fields["genre"] = implied
        for variable, words in (("genre", TYPE_KEYS), ("status", STATES)):
            value = self.fields.get(variable)
            if value in words and self.block.field(f"csl-{variable}") is None:
                self.fields[variable] = words[str(value)]

    # --- dates

    def _issued(self, raw: Fields) -> None:
        """``issued`` from ``date``, else from ``year``, ``month`` and ``day``."""
        year, month, day = (to_unicode(raw.get(name, "")) for name in ("year", "month", "day"))
        text = _date_text(raw.get("date", ""))
        if not text and not year and raw.get("csl-issued", "") == raw.get("pubstate"):
            raw.pop("pubstate", None)
        parsed = parse_date(text) if text else None
        if parsed is None and year:
            parsed = bibtex_date(year, month, day)
            self._consume_year(raw, month, day, parsed)
        elif text:
            self._consume_date(raw, year, parsed)
        if parsed is None and text:
            parsed = Date(literal=text)
        if parsed is not None and parsed != Date():
            self.fields["issued"] = parsed

    def _consume_year(self, raw: Fields, month: str, day: str, date: Date) -> None:
        del raw["year"]
        if month and parse_month(month) is not None and date.start is not None:
            del raw["month"]
            if (day.strip().isdecimal() and date.start.day is not None) or not day:
                raw.pop("day", None)

    def _consume_date(self, raw: Fields, year: str, date: Date | None) -> None:
        """``date`` goes; ``year`` and the like too when they say no more."""
        del raw["date"]
        if date is None or date.start is None or not year:
            return
        other = bibtex_date(year)
        if other.start is not None and other.start.year == date.start.year:
            for name in ("year", "month", "day"):
                raw.pop(name, None)

    # --- fields

    def _assign(self, raw: Fields, csl_type: str) -> None:
        """Each field to its variable; what has none, or comes second, to ``extra``."""
        fields = self.fields
        places = places_of(csl_type, tuple(raw))
        for tex, (key, read, marked) in zip(raw.values(), places, strict=True):
            if read is None:
                self.extra[key] = tex.strip() if key in VERBATIM else to_unicode(tex)
            elif marked or key not in fields:
                value = read(tex)
                if (value and value != Date()) or marked:
                    fields[key] = value

    def _url_of_howpublished(self) -> None:
        """``howpublished = {\\url{…}}``, or a bare URL, is BibTeX's habit for what has
        no ``url`` field."""
        span = self.block.field("howpublished")
        if span is not None and "URL" not in self.fields:
            url = url_of(field_text(self.source, self.block, span).strip())
            if url:
                self.fields["URL"] = url
                del self.extra["howpublished"]


def url_of(tex: str) -> str:
    """The address that a ``howpublished`` is, or the empty string."""
    found = _URL.fullmatch(tex)
    return found[1].strip() if found else tex if _PLAIN_URL.fullmatch(tex) else ""


def fill(raw: Fields, given: Fields, parent_type: str = "", type: str = "") -> None:
    """Inherit ``given``; a parent's title is the title of what the entry stands in,
    its author the author of that, too (BibLaTeX manual, appendix B)."""
    prefix = parent_prefix(parent_type, type)
    dated = not DATE_FIELDS.isdisjoint(raw)
    for name, text in given.items():
        if name in NOT_INHERITED or (dated and name in DATE_FIELDS):
            continue
        if prefix and name in ("title", "subtitle", "titleaddon"):
            name = prefix + name
            if name in given:
                continue
        if name == "author" and type in AUTHORED and parent_type in AUTHORS_OF:
            raw.setdefault("bookauthor", text)
        raw.setdefault(name, text)


def _custom(raw: Fields, csl_type: str, type: str) -> None:
    """What publishers' exports mean: ``fjournal`` is a journal's full name beside
    its short one (MathSciNet), a macro a journal's name (ADS), ``address`` the
    publisher's beside a conference's ``location`` (ACM); a book's ``booktitle`` is its
    own title for its parts; the ``reporter`` of a case (biblatex-apa) is what it stands in
    (CSL 1.0.2, appendix IV, ``container-title``)."""
    journals = ("fjournal", "journal", "journaltitle", "shortjournal")
    if [name in raw for name in journals] == [True, True, False, False]:
        raw["journaltitle"] = raw.pop("fjournal")
        raw["shortjournal"] = raw.pop("journal")
    for name in ("journal", "journaltitle"):
        if "\\" in raw.get(name, ""):
            raw[name] = journal_of(raw[name])
    places = ("address", "location", "venue")
    if csl_type == "paper-conference" and [name in raw for name in places] == [True, True, False]:
        raw["venue"] = raw.pop("location")
    if type in PARENT_TITLES and "title" in raw and raw.get("booktitle") == raw["title"]:
        raw["extra-booktitle"] = raw.pop("booktitle")
    if csl_type in REPORTED and "reporter" in raw and raw.keys().isdisjoint(CONTAINERS):
        raw["journaltitle"] = raw["reporter"]


def _join_subtitles(raw: Fields) -> None:
    for name, title in SUBTITLES.items():
        if name in raw and title in raw:
            text = raw[title].rstrip()
            colon = "" if not text or text[-1] in "?!.:" else ":"
            raw[title] = f"{text}{colon} {raw.pop(name).lstrip()}"


def _read_title(tex: str) -> Value:
    return to_unicode(tex, nocase=True)


def read_verbatim(tex: str) -> Value:
    """A text as it stands, but for the groups that Mendeley makes of special characters
    ("{\\&}", "{\\_}", "{\\textless}"), which no address has."""
    tex = tex.strip()
    found = _URL.fullmatch(tex)
    text = found[1].strip() if found else tex
    return _GROUPED.sub(_ungrouped, text) if "{\\" in text else text


def _ungrouped(found: re.Match[str]) -> str:
    return found[1] or to_unicode(found[0])


def _read_names(tex: str) -> Value:
    if "\\" in tex:
        tex = _CONTROL_WORD.sub(_without_space, tex)
    return parse_names(letters(tex), to_unicode)


def _without_space(found: re.Match[str]) -> str:
    return f"{{\\{found[1]}}}" if found[1] else f"\\{found[2]}{{{found[3]}}}"


def _date_text(tex: str) -> str:
    """A date field's text; without LaTeX, ``~`` is EDTF's."""
    return to_unicode(tex) if "\\" in tex or "{" in tex else tex.strip()


def _read_date(tex: str) -> Value:
    text = _date_text(tex)
    return parse_date(text) or Date(literal=text)


def _read_pages(tex: str) -> Value:
    return to_unicode(_RANGE.sub("-", tex))


def _read_language(tex: str) -> Value:
    texts = re.split(r"\s+and\s+", to_unicode(tex))  # a list (BibLaTeX manual, 2.2.1)
    return "; ".join(LANGUAGE_TAGS.get(text.lower(), text) for text in texts)


_READERS: dict[Kind, _Reader] = {
    Kind.TITLE: _read_title,
    Kind.TEXT: to_unicode,
    Kind.PROSE: read_prose,
    Kind.LIST: read_list,
    Kind.VERBATIM: read_verbatim,
    Kind.NAMES: _read_names,
    Kind.DATE: _read_date,
    Kind.PAGES: _read_pages,
    Kind.LANGUAGE: _read_language,
}


class _Place(NamedTuple):
    """Where a field's value goes: to a variable through ``read``, else to ``extra``;
    a ``marked`` one counts whatever else was read."""

    key: str
    read: _Reader | None
    marked: bool = False


@lru_cache(maxsize=1 << 10)
def places_of(csl_type: str, names: tuple[str, ...]) -> tuple[_Place, ...]:
    """The place of each field of an entry; many entries have the same fields."""
    ranks: dict[str, tuple[int, str, FieldRow]] = {}
    for name in names:
        found = row_for_field(name, csl_type)
        if found is not None:
            rank, row = found
            best = ranks.get(row.variable)
            if best is None or rank < best[0]:
                ranks[row.variable] = (rank, name, row)
    chosen = {name: row for _, name, row in ranks.values()}
    return tuple(_place(name, chosen.get(name)) for name in names)


def _place(name: str, row: FieldRow | None) -> _Place:
    if row is not None:
        return _Place(row.variable, _READERS[row.kind])
    variable = VARIABLES.get(name[4:]) if name.startswith("csl-") else None
    if variable is None:
        return _Place(EXTRA_NAMES.get(name, name).removeprefix("extra-"), None)
    if variable in NAME_VARIABLES:
        return _Place(variable, _read_names, marked=True)
    return _Place(variable, _read_date if variable in DATE_VARIABLES else _read_title, marked=True)
