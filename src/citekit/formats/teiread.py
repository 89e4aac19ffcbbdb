"""One ``biblStruct`` on its way into a work; :mod:`citekit.formats.tei` is the format."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from citekit.dates import parse_date
from citekit.formats.base import Extract, join_keywords, join_notes
from citekit.formats.marcroles import variable_of
from citekit.formats.teimap import (
    INLINE,
    JOINED,
    LINKS,
    MEANINGS,
    MEETING_PLACES,
    PAGES,
    RENDS,
    ROWS,
)
from citekit.formats.xmlkeep import any_date, is_kept, parted, read_doi, read_name
from citekit.formats.xmlpath import elements, values
from citekit.formats.xmltext import inline, paragraphs, squeezed, text_of
from citekit.model import Date, Name, Value, Work, is_names
from citekit.names import parse_name
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    PASSAGE_KINDS,
    STANDARD_VARIABLES,
)

_TEXTS = NUMBER_VARIABLES | STANDARD_VARIABLES
_LEAVES = frozenset({"title", "note", "p", "quote", "edition", "publisher", "pubPlace", "meeting"})
_OF_MEETINGS = frozenset({"placeName", "settlement", "address", "country", "date", "name"})
_ISBNS = ("monogr/idno[type=ISBN]", "idno[type=ISBN]", "monogr/idno[type=isbn]")
#: Identifiers that rows and links are read from.
_IDENTIFIERS = frozenset(
    "callnumber doi eissn isbn issn issne number pissn pmcid pmid uri url".split()
)
_NUMBER = re.compile(r"\d+")


class TeiRecord:
    """A ``biblStruct``; ``extracts`` and ``kept`` are known after :meth:`work`."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}
        self.extracts: list[Extract] = []
        self.kept = ""

    def work(self) -> Work:
        """The work as TEI's own elements tell it."""
        root = self.element
        _flatten(root)
        part = bool(elements(root, "analytic"))
        csl_type = self._type(part)
        self._titles(part)
        for row in ROWS:
            for path in (row.path if part or not row.alone else row.alone, *row.also):
                if row.variable != "event-title" and (found := values(root, path)):
                    whole = "; ".join(found) if row.variable in JOINED else found[0]
                    self.fields[row.variable] = whole
                    break
        self._meeting()
        numbers = [text for path in _ISBNS for text in values(root, path)]
        if others := [text for text in numbers if text != self.fields.get("ISBN")]:
            self.extra["isbn"] = "; ".join(others)
        if doi := self.fields.get("DOI"):
            self.fields["DOI"] = read_doi(str(doi))
        self._names(part)
        self._dates()
        self._pages()
        links = [link for path in LINKS for link in values(root, path)]
        if links := list(dict.fromkeys(links)):
            self.fields["URL"] = links[0]
        if links[1:]:
            self.extra["url"] = "\n".join(links[1:])
        self._notes()
        key = root.get("xml:id") or root.get("n") or ""
        return Work(key, csl_type, self.fields, self.extra)

    def _type(self, part: bool) -> str:
        """@type, else the levels of the titles (att.typed, title/@level)."""
        root = self.element
        told = root.get("type") or root.get("subtype") or ""
        if told.lower() in MEANINGS:
            return MEANINGS[told.lower()]
        if told:
            self.extra["type"] = told
        levels = {title.get("level") for title in elements(root, "monogr/title")}
        if part:
            if bool(elements(root, "monogr/meeting")):
                return "paper-conference"
            return "article-journal" if "j" in levels else "chapter" if "m" in levels else "article"
        if "j" in levels:
            return "periodical"
        return "manuscript" if "u" in levels else "book"

    def _meeting(self) -> None:
        """A meeting's name, or its words without place and date; these are its own."""
        for meeting in elements(self.element, "monogr/meeting"):
            names = values(meeting, "name") or values(meeting, "orgName")
            parts = [meeting.text or "", *(child.tail or "" for child in meeting)]
            parts += [text_of(child) for child in meeting if child.tag not in _OF_MEETINGS]
            if title := (names[0] if names else squeezed(" ".join(parts)).strip(",;. ")):
                self.fields.setdefault("event-title", title)
            for element in elements(meeting, "date"):
                if date := _date(element):
                    self.fields.setdefault("event-date", date)
        for path in MEETING_PLACES:
            if found := values(self.element, path):
                self.fields.setdefault("event-place", found[0])

    def _titles(self, part: bool) -> None:
        own = _title(self.element, "analytic" if part else "monogr")
        if own:
            self.fields["title"] = own
        if part and (host := _title(self.element, "monogr")):
            self.fields["container-title"] = host

    # --- names ---

    def _names(self, part: bool) -> None:
        root = self.element
        for level in ("analytic", "monogr", "series"):
            host = part and level == "monogr"
            for holder in elements(root, level):
                for child in holder:
                    if child.tag == "author":
                        self._add("container-author" if host else "author", child)
                    elif child.tag == "editor":
                        role = child.get("role", "")
                        named = "collection-editor" if level == "series" else "editor"
                        self._add(_variable(role, named), child)
                    elif child.tag == "respStmt":
                        roles = [text_of(resp) for resp in child if resp.tag == "resp"]
                        self._add(_variable(roles[0] if roles else "", "contributor"), child)

    def _add(self, variable: str, holder: Element) -> None:
        found = [e for e in holder if e.tag in ("persName", "orgName", "name")]
        names = [_person(element) for element in found or [holder]]
        made = tuple(name for name in names if name is not None)
        if not made:
            return
        old = self.fields.get(variable, ())
        self.fields[variable] = (*old, *made) if is_names(old) else made

    # --- the rest ---

    def _dates(self) -> None:
        root = self.element
        paths = ("monogr/imprint/date", "analytic/date", "monogr/date", "date")
        told = [date for path in paths for date in elements(root, path)]
        told.sort(key=lambda date: date.get("type", "published") not in ("published", "issued"))
        for element in told:
            variable = "issued"
            if element.get("type", "").startswith("access"):
                variable = "accessed"
            if variable not in self.fields and (date := _date(element)):
                self.fields[variable] = date
        for text in values(root, "monogr/imprint/note[type=accessed]"):
            if date := any_date(text):
                self.fields.setdefault("accessed", date)

    def _pages(self) -> None:
        for path in PAGES:
            for scope in elements(self.element, path):
                start, end = squeezed(scope.get("from", "")), squeezed(scope.get("to", ""))
                text = f"{start}-{end}" if start and end and start != end else start
                if text := text or text_of(scope):
                    self.fields.setdefault("page", text)
        if "number-of-pages" not in self.fields:
            extents = [e for e in elements(self.element, "monogr/extent") if not len(e)]
            for extent in extents:
                text = text_of(extent)
                found = _NUMBER.findall(text)
                if len(found) == 1:
                    self.fields["number-of-pages"] = found[0]
                elif text:
                    self.extra["extent"] = text

    def _notes(self) -> None:
        """Notes by type: a CSL variable, keywords, quotations; others are the work's notes."""
        notes: list[str] = []
        for note in elements(self.element, "note"):
            kind = note.get("type", "")
            text = "".join(note.itertext()).strip()
            if kind == "citekit" and is_kept(text):
                self.kept = text
            elif quotes := elements(note, "cit/quote"):
                self._quotation(note, quotes[0], kind)
            elif kind in ("keywords", "tags"):
                words = [text_of(e) for e in note if e.tag in ("term", "note", "item")]
                if joined := join_keywords(words or [word.strip() for word in text.split(",")]):
                    self.fields["keyword"] = joined
            elif kind in _TEXTS - {"annote"} and text:
                self.fields.setdefault(kind, paragraphs(text))
            elif kind in DATE_VARIABLES and (date := any_date(text)):
                self.fields.setdefault(kind, date)
            elif text:
                text = paragraphs(text)
                notes.append(f"{kind}: {text}" if kind else text)
        for child in self.element:
            if child.tag == "relatedItem" and child.get("type") == "original":
                self._original(child)
            elif child.tag in ("relatedItem", "citedRange") and (text := text_of(child)):
                self.extra[child.tag] = text
        for level in ("analytic/idno", "monogr/idno", "idno"):
            for number in elements(self.element, level):
                kind = number.get("type", "") or "idno"
                if kind.lower() not in _IDENTIFIERS and (text := text_of(number)):
                    self.extra[kind] = text
        if notes:
            self.fields["annote"] = join_notes(notes)

    def _original(self, item: Element) -> None:
        """The work this one is a version of."""
        for original in elements(item, "biblStruct"):
            level = "analytic" if elements(original, "analytic") else "monogr"
            if title := _title(original, level):
                self.fields.setdefault("original-title", title)
            for element in elements(original, "monogr/imprint/date"):
                if date := _date(element):
                    self.fields.setdefault("original-date", date)

    def _quotation(self, note: Element, quote: Element, kind: str) -> None:
        locator = next(iter(values(note, "cit/bibl/biblScope")), "")
        comment = next(iter(values(note, "p")), "")
        known = kind if kind in PASSAGE_KINDS or kind == "note" else "quotation"
        words = "".join(quote.itertext()).strip()
        self.extracts.append(Extract(words, known, locator, comment=comment))


def _flatten(element: Element) -> None:
    """Elements in running text, once more as the inline markup of texts."""
    for child in element:
        if (
            child.tag in _LEAVES
            and len(child)
            and all(e.tag in INLINE for e in child.iter() if e is not child)
        ):
            child.text = inline(child, _marks)
            del child[:]
        else:
            _flatten(child)


def _marks(element: Element) -> tuple[str, ...]:
    rend = element.get("rend", "italic" if element.tag == "emph" else "")
    words = rend.lower().replace(",", " ").split()
    return tuple(RENDS[word] for word in words if word in RENDS)


def _title(root: Element, level: str) -> str:
    """A level's title with its subtitle; short and series titles are others."""
    whole = ""
    for title in elements(root, f"{level}/title"):
        kind = title.get("type", "")
        text = text_of(title)
        if kind in ("short", "abbreviated", "abbr") or title.get("level") == "s" or not text:
            continue
        if not whole:
            whole = text
        elif kind == "sub":
            whole += f": {text}"
    return whole


def _variable(role: str, otherwise: str) -> str:
    role = role.strip()
    if role in NAME_VARIABLES:
        return role
    return variable_of(role) or (otherwise if not role or otherwise != "editor" else "editor")


def _person(element: Element) -> Name | None:
    """persName by its parts, orgName whole, anything else as it is written."""
    parts: dict[str, list[str]] = {}
    for child in element:
        if text := text_of(child):
            kind = " dropping" if child.get("type") == "dropping" else ""
            parts.setdefault(child.tag + kind, []).append(text)
    if element.tag == "orgName":
        whole = text_of(element)
        return Name(literal=whole) if whole else None
    if not parts.keys() & {"surname", "forename"}:
        whole = text_of(element)
        plain = element.tag == "persName" and whole and not re.search(r"[,{}\\~=]", whole)
        return parse_name(whole) if plain else read_name(whole)
    joined = {name: " ".join(texts) for name, texts in parts.items()}
    family, given = joined.get("surname", ""), joined.get("forename", "")
    suffix = joined.get("genName", "")
    link, dropping = joined.get("nameLink", ""), joined.get("nameLink dropping", "")
    if link or dropping:
        return Name(family, given, dropping, link, suffix)
    return parted(family, given, suffix)


def _date(element: Element) -> Date | None:
    """when, from and to, notBefore and notAfter (att.datable.w3c), else the text."""
    if element.get("when"):
        return any_date(element.get("when", ""))
    start = element.get("from") or element.get("notBefore") or ""
    end = element.get("to") or element.get("notAfter") or ""
    if start or end:
        first, last = parse_date(start), parse_date(end)
        if first is not None and last is not None:
            within = not element.get("from") and not element.get("to")
            return Date(first.start, last.start, range=True, approximate=within)
        if first is not None:
            return Date(first.start, range=True)
        if last is not None:
            return Date(None, last.start, range=True)
    return any_date(text_of(element))
