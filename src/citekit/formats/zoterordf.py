"""Zotero RDF, read and written as Zotero itself exports it.

Each work is an item with ``z:itemType``; what its journal, book or series has hangs
on ``dcterms:isPartOf``, notes on ``dcterms:isReferencedBy``, files on ``link:link``;
collections follow the items.  What Zotero has no field for stands in its Extra
field, in lines that Zotero understands (:mod:`citekit.formats.zoteroextra`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citekit.dates import format_edtf, parse_date
from citekit.formats import rdfmap
from citekit.formats.base import (
    Extract,
    Item,
    Writing,
    join_keywords,
    split_keywords,
    split_notes,
)
from citekit.formats.rdfmap import WRITTEN
from citekit.formats.rdfworks import plain_note, works
from citekit.formats.xmltext import attributes, clean, escape
from citekit.formats.zoteroextra import Extra, extra_line, read_extra, read_name, two_parts
from citekit.formats.zoterofields import CREATORS_OF
from citekit.formats.zoteromap import (
    CSL_TYPES,
    FIELDS,
    creator,
    creator_variable,
    csl_variable,
    has_field,
    zotero_field,
    zotero_type,
)
from citekit.model import Date, Value, Work, is_names

#: Prefixes of the namespaces, as Zotero's export has them.
_SPACES = {
    "z": rdfmap.Z,
    "dcterms": rdfmap.TERMS,
    "bib": rdfmap.BIB,
    "foaf": rdfmap.FOAF,
    "link": rdfmap.LINK,
    "dc": rdfmap.DC,
    "prism": rdfmap.PRISM,
    "vcard": rdfmap.VCARD,
}

#: Zotero's base field, where Zotero writes it (the item, its container, series,
#: publisher), and the property; fields with no row are ``z:FIELD`` of the item.
PLACES: dict[str, tuple[str, str, str]] = {
    "title": ("item", "dc:title", ""),
    "rights": ("item", "dc:rights", ""),
    "edition": ("item", "prism:edition", ""),
    "date": ("item", "dc:date", ""),
    "accessDate": ("item", "dcterms:dateSubmitted", ""),
    "pages": ("item", "bib:pages", ""),
    "archiveLocation": ("item", "dc:coverage", ""),
    "abstractNote": ("item", "dcterms:abstract", ""),
    "publicationTitle": ("container", "dc:title", ""),
    "journalAbbreviation": ("container", "dcterms:alternative", ""),
    "volume": ("container", "prism:volume", ""),
    "issue": ("container", "prism:number", ""),
    "number": ("container", "prism:number", ""),
    "ISSN": ("container", "dc:identifier", "ISSN "),
    "ISBN": ("container", "dc:identifier", "ISBN "),
    "DOI": ("container", "dc:identifier", "DOI "),
    "series": ("series", "dc:title", ""),
    "seriesTitle": ("series", "dcterms:alternative", ""),
    "seriesNumber": ("series", "dc:identifier", ""),
    "publisher": ("publisher", "foaf:name", ""),
    "place": ("address", "vcard:locality", ""),
    "section": ("part", "dc:title", ""),
    "conferenceName": ("conference", "dc:title", ""),
    "url": ("url", "rdf:value", ""),
    "callNumber": ("callNumber", "rdf:value", ""),
}

#: A type's own name of a base field (schema.json, "baseField").
BASES = {
    own: base
    for base, names in {
        "publicationTitle": "bookTitle proceedingsTitle dictionaryTitle encyclopediaTitle "
        "blogTitle websiteTitle forumTitle reporter programTitle",
        "number": "billNumber docketNumber reportNumber patentNumber publicLawNumber "
        "episodeNumber documentNumber archiveID identifier",
        "volume": "codeVolume reporterVolume",
        "pages": "codePages firstPage",
        "publisher": "label company distributor studio network university institution repository",
        "place": "repositoryLocation",
        "title": "caseName nameOfAct subject",
        "date": "dateDecided dateEnacted issueDate",
        "conferenceName": "meetingName",
    }.items()
    for own in names.split()
}

_BIBLIO_CREATORS = frozenset({"author", "editor", "contributor"})
_LOOSE = re.compile(r"<(?!/?(?:i|b|sup|sub)>|/?span\b)")
_JABREF = re.compile(r"([^:;]*):(.+):[\w /+.-]*", re.S)


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a document; raises SyntaxProblemError for what is no XML."""
    yield from works(source, file)


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The document, a piece a work."""
    spaces = "".join(f'\n xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n {rdf}{spaces}>\n'
    groups = _Groups()
    for number, work in enumerate(works, 1):
        item = _Item(work, number, how)
        yield item.text()
        groups.add(work, item.about)
    yield from groups.text(how)
    yield "</rdf:RDF>\n"


class _Item:
    """One work on its way into an item and the notes and files that belong to it."""

    def __init__(self, work: Work, number: int, how: Writing) -> None:
        self.work = work
        self.how = how
        self.about = f"#item_{number}"
        kind = work.extra.get("zotero:itemType", "")
        self.kind = kind if CSL_TYPES.get(kind) == work.type else zotero_type(work.type)
        self.places: dict[str, list[str]] = {}
        self.lines: list[str] = []
        self.said: dict[str, Value] = {}
        self.after: list[str] = []

    def text(self) -> str:
        self._put("item", f"<z:itemType>{self.kind}</z:itemType>")
        self._line(f"Citation Key: {self.work.id}" if self.work.id else "")
        if CSL_TYPES.get(self.kind) != self.work.type:
            self._line(f"type: {self.work.type}")
            self.how.lose(self.work.id, "type", "kept", f"Zotero's type {self.kind}")
        for variable, value in self.work.fields.items():
            self._field(variable, value)
        for name, text in self.work.extra.items():
            self._extra(name, text)
        self._extra_field()
        for number, extract in enumerate(self.how.extracts.get(self.work.id, ()), 1):
            self._memo(f"{self.about}_extract{number}", _extract_note(extract))
        return self._joined()

    def _put(self, place: str, element: str) -> None:
        self.places.setdefault(place, []).append(element)

    def _line(self, line: str) -> None:
        if line:
            self.lines.append(line)

    def _literal(self, place: str, name: str, text: str) -> None:
        self._put(place, _element(name, escape(text)))

    # --- fields -----------------------------------------------------------------

    def _field(self, variable: str, value: Value) -> None:
        if is_names(value):
            self._names(variable, value)
        elif variable == "keyword":
            self._keywords(str(value))
        elif variable == "annote":
            self._notes(str(value))
        elif variable != "note":
            self._text(variable, value)

    def _text(self, variable: str, value: Value) -> None:
        field = zotero_field(self.kind, variable)
        if not field or not has_field(self.kind, field):
            self._aside(variable, value)
            return
        if csl_variable(self.kind, field) != variable:
            self._aside(variable, value)
            return
        if isinstance(value, Date):
            text = format_edtf(value)
            back: Value = parse_date(text) or Date(literal=text)
        else:
            text = str(value)
            back = text.strip() if variable == "abstract" else " ".join(text.split())
        if back != value or clean(text) != text:
            self.how.lose(self.work.id, variable, "approximated", "Zotero keeps it otherwise")
        base = BASES.get(field, field)
        place, name, prefix = PLACES.get(base, ("item", f"z:{field}", ""))
        own = FIELDS.get(csl_variable(self.kind, base)) != base and base == field
        if own or (base == "publicationTitle" and not WRITTEN.get(self.kind, ("", ""))[1]):
            place, name, prefix = "item", f"z:{field}", ""
        self._literal(place, name, prefix + text)

    def _aside(self, variable: str, value: Value) -> None:
        """A variable that Zotero has no field for, in Extra."""
        self._line(extra_line(variable, value))
        self.said[variable] = value

    def _names(self, variable: str, value: Sequence[object]) -> None:
        names = self.work.names(variable)
        role = creator(self.kind, variable)
        known = role in CREATORS_OF.get(self.kind, ("author", "contributor"))
        if not known or creator_variable(self.kind, role) != variable:
            self._aside(variable, names)
            return
        people = []
        for name in names:
            last, first = two_parts(name)
            if read_name(last, first) != name:
                self.how.lose(self.work.id, variable, "approximated", "a name in two parts")
            person = _element("foaf:surname", escape(last))
            person += _element("foaf:givenName", escape(first)) if first else ""
            people.append(_element("rdf:li", _element("foaf:Person", person)))
        space = "bib" if role in _BIBLIO_CREATORS else "z"
        self._put("item", _element(f"{space}:{role}s", _element("rdf:Seq", "".join(people))))

    def _keywords(self, value: str) -> None:
        keywords = split_keywords(value)
        if join_keywords(keywords) != value or clean(value) != value:
            self.how.lose(self.work.id, "keyword", "approximated", "as single tags")
        for keyword in keywords:
            self._literal("item", "dc:subject", keyword)

    def _notes(self, value: str) -> None:
        notes = split_notes(value)
        for number, note in enumerate(notes, 1):
            self._memo(f"{self.about}_note{number}", _html(note))
        if "\n\n* * *\n\n".join(plain_note(_html(note)) for note in notes) != value:
            self.how.lose(self.work.id, "annote", "approximated", "notes in HTML")

    def _memo(self, about: str, note: str) -> None:
        self._put("item", f"<dcterms:isReferencedBy{_named('resource', about)}/>")
        value = _element("rdf:value", escape(note))
        self.after.append(f"    <bib:Memo{_named('about', about)}>{value}</bib:Memo>\n")

    # --- what CSL has no variable for --------------------------------------------

    def _extra(self, name: str, text: str) -> None:
        field = name.removeprefix("zotero:")
        if name == "file":
            self._files(text)
        elif name == "groups" or (name == "zotero:itemType" and text == self.kind):
            pass
        elif name != field and has_field(self.kind, field) and not csl_variable(self.kind, field):
            self._literal("item", f"z:{field}", text)
        elif read_extra(line := f"tex.{name}: {text}").extra.get(name) == text:
            self._line(line)
            self.how.lose(self.work.id, name, "kept", "a line of Zotero's Extra")
        else:
            self.how.lose(self.work.id, name, "dropped", "no field of Zotero's")

    def _files(self, text: str) -> None:
        paths = [part.strip() for part in text.split(";") if part.strip()]
        found = [
            (parts[1], parts[2]) if (parts := _JABREF.fullmatch(path)) else ("", path)
            for path in paths
        ]
        if ";".join(path for _, path in found) != text or clean(text) != text:
            self.how.lose(self.work.id, "file", "approximated", "paths alone")
        for number, (title, path) in enumerate(found, 1):
            about = f"{self.about}_file{number}"
            self._put("item", f"<link:link{_named('resource', about)}/>")
            inner = "<z:itemType>attachment</z:itemType>"
            inner += f"<rdf:resource{_named('resource', path)}/>"
            name = title or path.replace("\\", "/").rpartition("/")[2]
            inner += _element("dc:title", escape(name))
            self.after.append(f"    <z:Attachment{_named('about', about)}>{inner}</z:Attachment>\n")

    def _extra_field(self) -> None:
        """The Extra field; what it does not give back is told."""
        note = self.work.text("note")
        text = "\n".join((*self.lines, note)) if note else "\n".join(self.lines)
        back = read_extra(clean(text).strip())
        for variable, value in self.said.items():
            exact = back.fields.get(variable) == value
            self.how.lose(
                self.work.id,
                variable,
                "kept" if exact else "approximated",
                "a line of Zotero's Extra",
            )
        others = {name for name in back.fields if name != "note"} - {*self.said}
        if back.fields.get("note", "") != note or others or self._other_extra(back):
            self.how.lose(self.work.id, "note", "approximated", "read as lines of Zotero's Extra")
        if text.strip():
            self._literal("item", "dc:description", text)

    def _other_extra(self, back: Extra) -> bool:
        """Whether the note's lines would be read as fields of a .bib file."""
        return any(self.work.extra.get(name) != text for name, text in back.extra.items())

    # --- putting it together ------------------------------------------------------

    def _joined(self) -> str:
        """The item's elements, those of its container, series and publisher inside."""
        kind, around = WRITTEN.get(self.kind, ("", ""))
        places = self.places
        series = self._inner("series", "bib:Series", "dcterms:isPartOf")
        if around:
            inside = "".join(places.pop("container", [])) + series
            part = ""
            if inside:
                name = _prefixed(around)
                part = _element("dcterms:isPartOf", _element(name, inside))
            if "part" in places:
                places["part"].append(part)
            else:
                places["item"].append(part)
        else:
            places["item"] += [*places.pop("container", []), series]
        places["item"].append(self._inner("part", "bib:Part", "dcterms:isPartOf"))
        if "address" in places:
            address = self._inner("address", "vcard:Address", "vcard:adr")
            places.setdefault("publisher", []).append(address)
        places["item"].append(self._inner("publisher", "foaf:Organization", "dc:publisher"))
        places["item"].append(self._inner("conference", "bib:Conference", "bib:presentedAt"))
        places["item"].append(self._inner("url", "dcterms:URI", "dc:identifier"))
        places["item"].append(self._inner("callNumber", "dcterms:LCC", "dc:subject"))
        name = _prefixed(kind) if kind else "rdf:Description"
        inner = "".join(f"        {element}\n" for element in places["item"] if element)
        about = f"    <{name}{_named('about', self.about)}>\n{inner}    </{name}>\n"
        return about + "".join(self.after)

    def _inner(self, place: str, name: str, link: str) -> str:
        inside = "".join(self.places.pop(place, []))
        return _element(link, _element(name, inside)) if inside else ""


class _Groups:
    """The collections of the works written so far."""

    def __init__(self) -> None:
        self.members: dict[tuple[str, ...], list[str]] = {}
        self.said: list[tuple[str, str, list[tuple[str, ...]]]] = []

    def add(self, work: Work, about: str) -> None:
        text = work.extra.get("groups", "")
        paths = []
        for group in filter(None, (group.strip() for group in text.split(","))):
            path = tuple(filter(None, (part.strip() for part in group.split("/"))))
            for end in range(1, len(path) + 1):
                self.members.setdefault(path[:end], [])
            if path and about not in self.members[path]:
                self.members[path].append(about)
                paths.append(path)
        if text:
            self.said.append((work.id, text, paths))

    def text(self, how: Writing) -> Iterator[str]:
        """A collection a piece, outer ones before those inside them."""
        places: dict[tuple[str, ...], int] = {}
        inside: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for path in self.members:
            inside.setdefault(path[:-1], []).append(path)
        waiting = list(reversed(inside.get((), [])))
        while waiting:
            path = waiting.pop()
            places[path] = len(places) + 1
            waiting += reversed(inside.get(path, []))
        for key, text, paths in self.said:
            if ", ".join("/".join(path) for path in sorted(paths, key=places.__getitem__)) != text:
                how.lose(key, "groups", "approximated", "in the collections' order")
        for path, number in places.items():
            parts = [f"#collection_{places[one]}" for one in inside.get(path, [])]
            parts += self.members[path]
            inner = _element("dc:title", escape(path[-1]))
            inner += "".join(f"<dcterms:hasPart{_named('resource', one)}/>" for one in parts)
            yield f'    <z:Collection rdf:about="#collection_{number}">{inner}</z:Collection>\n'


def _element(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>"


def _prefixed(uri: str) -> str:
    """A class with its namespace's prefix."""
    for prefix, space in _SPACES.items():
        if uri.startswith(space):
            return f"{prefix}:{uri.removeprefix(space)}"
    return uri


def _named(name: str, node: str) -> str:
    """RDF's attribute for the name of a node."""
    return attributes([(f"rdf:{name}", node)])


def _html(note: str) -> str:
    """A note as Zotero keeps it, a paragraph a line."""
    lines = (_LOOSE.sub("&lt;", line.replace("&", "&amp;")) for line in note.splitlines())
    return "".join(f"<p>{line}</p>" for line in lines if line.strip())


def _extract_note(extract: Extract) -> str:
    """A passage as a note: what it is and where, the words, the reader's comment."""
    where = f", p. {extract.locator}" if extract.locator else ""
    where += f" ({extract.document})" if extract.document else ""
    note = _html(f"<b>{extract.kind.capitalize()}</b>{where}")
    note += f"<blockquote>{_html(extract.text)}</blockquote>"
    return note + _html(extract.comment)
