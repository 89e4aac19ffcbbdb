"""EndNote XML, read and written.

Reference types are told by name or number, fields mean what the type calls them
(:mod:`citekit.formats.endnotemap`), styled runs become inline markup and back.
An edited book's authors are its editors.  The label is the key.  Extracts are
research notes: the words in quotation marks, the place in brackets.

What EndNote has no field for stands in ``misc3``, see
:mod:`citekit.formats.xmlkeep`; fields of EndNote's that CSL has no variable for
are ``extra`` under their element's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from citekit import __version__
from citekit.dates import format_edtf, parse_date
from citekit.errors import Problem
from citekit.formats.base import (
    Extract,
    Item,
    Writing,
    join_keywords,
    join_notes,
    split_keywords,
    split_notes,
)
from citekit.formats.endnotemap import (
    BY_CSL,
    BY_NAME,
    BY_NUMBER,
    CLOSEST,
    EDITED_BOOK,
    GENERIC,
    LEAVES,
    NAMES,
    TEXTS,
    TITLES,
    VISITED,
    RefType,
    variable_of,
)
from citekit.formats.xmlkeep import (
    any_date,
    is_kept,
    keep,
    only,
    quote_block,
    read_block,
    read_doi,
    read_name,
    restore,
    write_name,
)
from citekit.formats.xmlread import records
from citekit.formats.xmltext import TAGS, Run, escape, leaf, runs, squeezed, tag, text_of
from citekit.identifiers import normalise_isbn, normalise_issn, normalise_pmcid
from citekit.model import Date, DatePoint, Value, Work, is_names

_FACES = {"bold": "bold", "italic": "italic", "superscript": "sup", "subscript": "sub"}
_FACE_OF = {format: face for face, format in _FACES.items()}
_LINES = frozenset({"abstract", "notes", "research-notes"})
#: What EndNote notes about its own library, and what is read elsewhere.
_OFFICE = frozenset(
    """added-date database foreign-keys modified-date periodical rec-number record-properties
    ref-type source-app""".split()
)
_KEY = re.compile(r"[^\s,{}\"#%~\\'()=<>&]+")
#: What databases say behind a number: "(Print)", "(Linking)"; line ends part numbers.
_QUALIFIED = re.compile(r"\s*\([^()]*\)\s*")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of an EndNote library's XML, each with its extracts.

    Raises SyntaxProblemError for what is not XML or holds no records.
    """
    for one in records(source, {"record"}, file, "EndNote record", "records"):
        if isinstance(one, Problem):
            yield one
            continue
        work, extracts, kept = _Record(one).read()
        if kept:
            work = restore(work, kept, _natural)
        yield work
        told = split_notes(work.text("annote"))
        yield from (extract for extract in extracts if quote_block(extract) not in told)


def _natural(work: Work) -> Work:
    """What EndNote's own fields say of a work."""
    return _Record(only(_record(work), "record")).read()[0]


# --- reading -----------------------------------------------------------------


class _Record:
    """One record on its way into a work."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.kind = _kind(element)
        self.key = ""
        self.kept = ""
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}
        self.extracts: list[Extract] = []

    def read(self) -> tuple[Work, list[Extract], str]:
        """The work as EndNote's fields tell it, its extracts, and the kept field."""
        named = self.element.find("ref-type")
        if BY_CSL[self.kind.csl] is not self.kind and self.kind is not EDITED_BOOK:
            self.extra["ref-type"] = self.kind.name
        elif self.kind is GENERIC and named is not None:
            name = named.get("name") or text_of(named)
            if name not in ("Generic", str(GENERIC.number)):
                self.extra["ref-type"] = name
        for child in self.element:
            self._child(child)
        self._periodical()
        self._accessed()
        self._degree()
        if self.kind is EDITED_BOOK and "editor" not in self.fields and "author" in self.fields:
            self.extra["ref-type"] = self.kind.name
        return Work(self.key, self.kind.csl, self.fields, self.extra), self.extracts, self.kept

    def _child(self, child: Element) -> None:
        name = child.tag
        if name == "contributors":
            for group in child:
                self._names(group)
        elif name == "titles":
            for title in child:
                self._text(title)
        elif name == "dates":
            self._dates(child)
        elif name == "urls":
            self._urls(child)
        elif name == "keywords":
            words = [_styled(word, lines=True) for word in child.iter("keyword")]
            if text := join_keywords(part for word in words for part in word.split("\n")):
                self.fields["keyword"] = text
        elif name == "access-date":
            if (date := any_date(text_of(child))) is not None:
                self.fields["accessed"] = date
        elif name == "label":
            text = text_of(child)
            if _KEY.fullmatch(text):
                self.key = text
            elif text:
                self.extra["label"] = text
        elif name == "misc3" and is_kept("".join(child.itertext())):
            self.kept = "".join(child.itertext())
        elif name not in _OFFICE:
            self._text(child)

    def _names(self, group: Element) -> None:
        texts = [squeezed("".join(author.itertext())) for author in group.iter("author")]
        names = tuple(name for name in map(read_name, texts) if name is not None)
        variable = variable_of(self.kind, group.tag) if group.tag in NAMES else ""
        if not names:
            return
        if not variable:
            self.extra[group.tag] = "; ".join(filter(None, texts))
            return
        old = self.fields.get(variable, ())
        self.fields[variable] = (*old, *names) if is_names(old) else names

    def _text(self, child: Element) -> None:
        text = _styled(child, lines=child.tag in _LINES)
        if not text:
            return
        variable = variable_of(self.kind, child.tag) if child.tag not in NAMES else ""
        if variable in ("ISBN", "ISSN", "number") and child.tag == "isbn":
            text = _QUALIFIED.sub(", ", text).strip(", ")
            variable = _serial_variable(text.partition(",")[0], variable)
        if variable == "PMCID" and normalise_pmcid(text) is None:
            variable = ""
        if variable == "annote":
            text = self._quotations(text)
        if variable == "DOI":
            text = read_doi(text)
        if not variable or variable in self.fields:
            self.extra[child.tag] = text
        elif text:
            self.fields[variable] = text

    def _quotations(self, text: str) -> str:
        """Research notes without those that are extracts."""
        notes: list[str] = []
        for note in split_notes(text):
            extract = read_block(note)
            if extract is None:
                notes.append(note)
            else:
                self.extracts.append(extract)
        return join_notes(notes) if self.extracts else text

    def _dates(self, dates: Element) -> None:
        year = text_of(dates.find("year"))
        day = text_of(dates.find("pub-dates/date"))
        date = any_date(year)
        if day:
            full = parse_date(day) if _YEAR.search(day) or not year else None
            full = full or (parse_date(f"{day} {year}") if year else None)
            if full is not None and (date is None or _agree(date, full)):
                date = full
            elif date is None:
                date = any_date(day)
            else:
                self.extra["date"] = day
        if date is not None:
            self.fields["issued"] = date

    def _urls(self, urls: Element) -> None:
        links: list[str] = []
        files: list[str] = []
        for group in urls:
            found = [text_of(url) for url in group.iter("url")]
            links += found if group.tag in ("web-urls", "related-urls") else []
            files += found if group.tag not in ("web-urls", "related-urls") else []
        links = list(dict.fromkeys(filter(None, links)))
        if links:
            self.fields["URL"] = links[0]
        if links[1:]:
            self.extra["url"] = "\n".join(links[1:])
        if files := list(filter(None, files)):
            self.extra["file"] = "; ".join(files)

    def _accessed(self) -> None:
        """Year and day of access, which web pages have as their volume and number."""
        year, day = (str(self.fields.get(name, "")) for name in ("volume", "issue"))
        if self.kind.name not in VISITED or "accessed" in self.fields or not (year or day):
            return
        date = parse_date(day) if _YEAR.search(day) else None
        date = date or parse_date(f"{day} {year}".strip())
        if date is not None and date.start is not None and date.start.year > 999:
            self.fields["accessed"] = date
            for name in ("volume", "issue"):
                self.fields.pop(name, None)

    def _degree(self) -> None:
        """A thesis' degree, which EndNote has as its volume."""
        volume = self.fields.get("volume")
        if self.kind.csl == "thesis" and isinstance(volume, str) and not re.search(r"\d", volume):
            del self.fields["volume"]
            if self.fields.setdefault("genre", volume) != volume:
                self.extra["volume"] = volume

    def _periodical(self) -> None:
        """The periodical's names where the titles do not say them."""
        whole = self.element.find("periodical/full-title")
        short = self.element.find("periodical/abbr-1")
        if self.kind.csl.startswith("article") and whole is not None:
            if text := _styled(whole):
                self.fields.setdefault("container-title", text)
        elif whole is not None and (text := _styled(whole)):
            self.extra["periodical"] = text
        if short is not None and (text := _styled(short)):
            self.fields.setdefault("container-title-short", text)


def _kind(element: Element) -> RefType:
    """The reference type by name, which users see, then by number."""
    told = element.find("ref-type")
    if told is None:
        return GENERIC
    number = text_of(told)
    by_name = BY_NAME.get(squeezed(told.get("name", "")).lower()) or BY_NAME.get(number.lower())
    if by_name is not None:
        return by_name
    plain = number if number.isascii() and number.isdecimal() and len(number) < 4 else "13"
    return BY_NUMBER.get(int(plain), GENERIC)


def _styled(element: Element, lines: bool = False) -> str:
    """An element's text, its styled runs as inline markup."""
    parts: list[str] = []
    open_now: list[str] = []
    for text, formats in _styles(element):
        same = 0
        while same < min(len(open_now), len(formats)) and open_now[same] == formats[same]:
            same += 1
        while len(open_now) > same:
            parts.append(TAGS[open_now.pop()][1])
        for name in formats[same:]:
            parts.append(TAGS[name][0])
            open_now.append(name)
        parts.append(text)
    parts += [TAGS[name][1] for name in reversed(open_now)]
    whole = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return whole.strip() if lines else squeezed(whole)


def _styles(element: Element) -> Iterator[Run]:
    """Runs of text with their formats; white space between elements is none of the text."""
    texts: list[tuple[str | None, tuple[str, ...]]] = [(element.text, ())]
    for child in element:
        faces = child.get("face", "").split() if child.tag == "style" else []
        formats = tuple(dict.fromkeys(_FACES[face] for face in faces if face in _FACES))
        texts += [("".join(child.itertext()), formats), (child.tail, ())]
    for index, (text, formats) in enumerate(texts):
        layout = len(element) and index % 2 == 0 and text and text.isspace() and "\n" in text
        if text and not layout:
            yield Run(text, formats)


def _serial_variable(text: str, variable: str) -> str:
    if variable == "number":
        return variable
    if normalise_issn(text) is not None:
        return "ISSN"
    return "ISBN" if normalise_isbn(text) is not None else variable


def _agree(year: Date, full: Date) -> bool:
    if year.start is None or full.start is None:
        return False
    return year.start.year == full.start.year


# --- writing -----------------------------------------------------------------


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The works as a library's XML, a record a piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
    for number, work in enumerate(works, 1):
        kept = keep(work, _natural(work), how)
        quotes = [quote_block(one) for one in how.extracts.get(work.id, ())]
        yield _record(work, kept, quotes, number)
    yield "</records></xml>\n"


def _record(work: Work, kept: str = "", quotes: Iterable[str] = (), number: int = 1) -> str:
    kind = _kind_for(work)
    by_variable = {variable_of(kind, name): name for name in [*NAMES, *TEXTS]}
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    for variable, value in work.fields.items():
        element = by_variable.get(variable)
        if variable in ("ISBN", "ISSN") and _serial_variable(_text(value), "") == variable:
            element = "isbn" if "isbn" not in texts else None
        if variable and element and is_names(value):
            names[element] = "".join(leaf("author", write_name(name)) for name in value)
        elif variable and element and isinstance(value, str):
            texts[element] = _write_styled(element, value)
    for name, text in work.extra.items():
        if name in LEAVES and name not in texts:
            texts[name] = _write_styled(name, text)
    blocks = list(quotes)
    if blocks:
        notes = join_notes([*split_notes(work.text("annote")), *blocks])
        texts["research-notes"] = _write_styled("research-notes", notes)
    out = [leaf("source-app", "citekit", name="citekit", version=__version__)]
    out.append(leaf("rec-number", str(number)))
    if _KEY.fullmatch(work.id):
        # pandoc takes its key from here, EndNote gives records numbers of its own
        key = {"app": "EN", "db-id": "citekit"}
        out.append(tag("foreign-keys", leaf("key", work.id, **key)))
    out.append(tag("ref-type", str(kind.number), name=kind.name))
    out.append(_group("contributors", [(name, names.get(name, "")) for name in NAMES]))
    out.append(_group("titles", [(name, texts.get(name, "")) for name in TITLES]))
    if kind.csl.startswith("article-") and "secondary-title" in texts:
        short = tag("abbr-1", texts["alt-title"]) if "alt-title" in texts else ""
        out.append(tag("periodical", tag("full-title", texts["secondary-title"]) + short))
    written = "keyword" in work.fields
    for name in [*TEXTS, *LEAVES]:
        if name == "section" and written:
            words = split_keywords(work.text("keyword"))
            out.append(tag("keywords", "".join(leaf("keyword", word) for word in words)))
            written = False
        if name not in TITLES and name in texts:
            out.append(tag(name, texts[name]))
    issued = work.date("issued")
    out.append(_write_date(issued) if issued else "")
    if _KEY.fullmatch(work.id):
        out.append(leaf("label", work.id))
    out.append(_write_urls(work))
    if accessed := work.date("accessed"):
        out.append(leaf("access-date", format_edtf(accessed)))
    if kept:
        out.append(leaf("misc3", kept))
    return tag("record", "".join(out)) + "\n"


def _kind_for(work: Work) -> RefType:
    """The type a work was read from, or the one for its CSL type."""
    csl = CLOSEST.get(work.type, work.type)
    told = BY_NAME.get(work.extra.get("ref-type", "").lower())
    if told is not None and told.csl == csl:
        return told
    if csl == "book" and "editor" in work.fields and "author" not in work.fields:
        return EDITED_BOOK
    return BY_CSL.get(csl, GENERIC)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _group(name: str, children: Iterable[tuple[str, str]]) -> str:
    inside = "".join(tag(child, content) for child, content in children if content)
    return tag(name, inside) if inside else ""


def _write_styled(element: str, text: str) -> str:
    """Text in EndNote's styles, if it has any; line feeds are its carriage returns."""
    if element in _LINES:
        text = text.replace("\n", "\r")
    if "<" not in text or all(not run.formats for run in runs(text)):
        return escape(text)
    out = []
    for run in runs(text):
        faces = " ".join(_FACE_OF[name] for name in run.formats if name in _FACE_OF)
        out.append(leaf("style", run.text, face=faces or "normal", font="default", size="100%"))
    return "".join(out)


def _write_date(date: Date) -> str:
    """The year alone, as programs want it, and the day as EndNote's users type it; what
    is more than a day as EDTF."""
    start = date.start
    if date.literal or start is None or not 0 < start.year < 10_000:
        return tag("dates", leaf("year", format_edtf(date)))
    year, day = _written_point(start)
    if date.range or date.end or date.circa:
        day = format_edtf(date)
    days = tag("pub-dates", leaf("date", day)) if day else ""
    return tag("dates", leaf("year", year) + days)


def _written_point(point: DatePoint) -> tuple[str, str]:
    """Year, and month and day or season, in words."""
    year = f"{point.year:04d}"
    if point.season is not None:
        return year, _SEASONS[point.season - 1]
    if point.month is None:
        return year, ""
    day = f" {point.day}" if point.day else ""
    return year, _MONTHS[point.month - 1] + day


def _write_urls(work: Work) -> str:
    links = [work.text("URL"), *work.extra.get("url", "").split("\n")]
    urls = "".join(leaf("url", link) for link in links if link)
    file = work.extra.get("file", "")
    files = tag("pdf-urls", leaf("url", file)) if file else ""
    inside = (tag("web-urls", urls) if urls else "") + files
    return tag("urls", inside) if inside else ""
