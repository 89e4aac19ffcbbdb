"""Works in a graph of bibliographic RDF: Zotero's, the Bibliographic Ontology's, Dublin
Core's, schema.org's.

A work is a node of a class of :data:`citekit.formats.rdfmap.CLASSES`, or with
Zotero's ``z:itemType``, that is not itself what another one is part of.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from citekit.dates import parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Item, join_keywords, join_notes
from citekit.formats.rdfmap import (
    ADDRESS,
    ADDRESSES,
    BIB,
    BIBO,
    CLASSES,
    DC_TYPE,
    DC_TYPES,
    DEGREE,
    FAMILY,
    GIVEN,
    IDENTIFIER,
    LINK,
    NAME,
    NUMBERS,
    OF_CONTAINER,
    OF_WORK,
    PAGE_END,
    PAGE_START,
    PART_OF,
    PEOPLE,
    PERSONS,
    PMID,
    PUBLICATION,
    PUBLISHER,
    RELATION,
    RES,
    SUBJECT,
    TERMS,
    TITLE,
    VCARD,
    Z,
)
from citekit.formats.rdfxml import RDF, Graph, Node, Ref, graph
from citekit.formats.zoteroextra import read_extra, read_name
from citekit.formats.zoterofields import CREATORS_OF, FIELDS_OF
from citekit.formats.zoteromap import (
    CSL_TYPES,
    creator_variable,
    csl_variable,
    zotero_type,
)
from citekit.model import Date, Name, Value, Work
from citekit.names import parse_name
from citekit.vocabulary import DATE_VARIABLES

_TIME = re.compile(r"(?<=\d{4}-\d\d-\d\d) [\d:.]+Z?$", re.A)
_IDENTIFIER = re.compile(r"(?:urn:)?(ISBN|ISSN|DOI)[ :]\s*(.+)", re.S | re.I)
_BLOCK = re.compile(r"<(?:/p|/div|/h\d|/li|/blockquote|br)\b[^>]*>", re.I)
_TAG = re.compile(r"<(?!/?(?:i|b|sup|sub)>|/?span\b)[^<>]*>")
_SAME = re.compile(r"<(/?)(?:em|strong)\b[^<>]*>")

#: Properties of a work that this module reads otherwise than by a table.
_READ = {
    *(RDF + "value", RDF + "resource", Z + "itemType", Z + "displayTitle", TERMS + "hasPart"),
    *(TERMS + "isReferencedBy", LINK + "link", LINK + "type", LINK + "charset"),
    *(BIB + "presentedAt", BIBO + "presentedAt", BIBO + "contributorList", DEGREE, PMID),
    *PAGE_START,
    *PAGE_END,
    *PART_OF,
    *PUBLISHER,
    *SUBJECT,
    *IDENTIFIER,
    *(uri for _, uris in (*OF_WORK, *OF_CONTAINER, *NUMBERS, *PEOPLE) for uri in uris),
    *(uri for uris in (FAMILY, GIVEN, NAME, RELATION, ADDRESSES) for uri in uris),
}


#: Properties that tell who made something, or when.
_WHO_OR_WHEN = tuple(
    uri
    for name, uris in (*PEOPLE, *OF_WORK)
    for uri in uris
    if name in ("author", "contributor", "date", "publicationTitle")
)


def works(source: str | bytes, file: str | None) -> Iterator[Item]:
    """The works of a document in its order."""
    found, problems = graph(source, file)
    yield from problems
    reader = _Reader(found, file)
    some = False
    for node in list(found.nodes.values()):
        kind = reader.kind(node)
        if kind in ("note", "attachment"):
            if node.name not in reader.linked:
                message = f"a {kind} that belongs to no work is left out"
                yield warning("unattached", message, Where(file, node.line or None))
        elif kind and node.name not in reader.parts:
            some = True
            yield reader.work(node, kind)
    for node in () if some else list(found.nodes.values()):
        if reader.is_described(node):
            journal = any(node.literal(uri) for uri in PUBLICATION)
            yield reader.work(node, "journalArticle" if journal else "document")
    yield from reader.problems


class _Reader:
    def __init__(self, found: Graph, file: str | None) -> None:
        self.graph = found
        self.file = file
        self.problems: list[Problem] = []
        self.parts: set[str] = set()
        self.linked: set[str] = set()
        self.users: dict[str, Node] = {}
        for node in found.nodes.values():
            self.parts.update(node.refs(*PART_OF))
            self.linked.update(node.refs(TERMS + "isReferencedBy", LINK + "link"))
            for name in node.refs(RES + "resource"):
                self.users[name] = node
        self.groups = self._collections()

    def kind(self, node: Node) -> str:
        """Zotero's type of a node, "note", "attachment", or nothing."""
        kind = node.literal(Z + "itemType")
        if kind in FIELDS_OF or kind in ("note", "attachment"):
            return kind
        if Z + "Attachment" in node.types or BIB + "Memo" in node.types:
            return "note" if BIB + "Memo" in node.types else "attachment"
        around = {uri for one in self._around(node) for uri in one.types}
        for row in CLASSES:
            if row.uri in node.types and (not row.container or row.container in around):
                return row.type
        return self._said_kind(node) or ("document" if kind else "")

    def is_described(self, node: Node) -> bool:
        """Whether a node of no known class looks like a work: a title, and who or when."""
        told = any(node.values.get(uri) for uri in _WHO_OR_WHEN)
        return told and bool(node.literal(*TITLE)) and node.name not in self.parts

    def _said_kind(self, node: Node) -> str:
        """The type dc:type tells of something with a title."""
        said = node.literal(*DC_TYPE)
        if not said or not node.literal(*TITLE):
            return ""
        return said if said in FIELDS_OF else DC_TYPES.get("".join(said.lower().split()), "")

    def _around(self, node: Node) -> list[Node]:
        """What a node is part of, and what that is part of, nearest first."""
        found: list[Node] = []
        waiting = self.graph.at(node, *PART_OF)
        while waiting:
            one = waiting.pop(0)
            if one is not node and one not in found:
                found.append(one)
                waiting += self.graph.at(one, *PART_OF)
        return found

    # --- one work -------------------------------------------------------------

    def work(self, node: Node, kind: str) -> Work:
        around = self._around(node)
        values = self._values(node, kind, around)
        fields: dict[str, Value] = {}
        extra: dict[str, str] = {}
        for field, text in values.items():
            variable = csl_variable(kind, field)
            if field == "extra":
                continue
            if "\n" in text and variable != "abstract":
                text = " ".join(text.split())
            if variable in DATE_VARIABLES:
                text = _TIME.sub("", text)
                fields[variable] = parse_date(text) or Date(literal=text)
            elif variable:
                fields.setdefault(variable, text)
            else:
                extra[f"zotero:{field}"] = text
        fields |= self._people(node, kind, around)
        tags = node.literals(*SUBJECT)
        for one in self.graph.at(node, *SUBJECT):
            if Z + "AutomaticTag" in one.types:
                tags.append(one.literal(RDF + "value"))
        if tags:
            fields["keyword"] = join_keywords(tags)
        notes = [
            plain_note(one.literal(RDF + "value", *IDENTIFIER))
            for one in self.graph.at(node, TERMS + "isReferencedBy")
        ]
        if any(notes):
            fields["annote"] = join_notes(notes)
        if groups := self.groups.get(node.name):
            extra["groups"] = ", ".join(groups)
        files = [path for one in self.graph.at(node, LINK + "link") for path in self._file(one)]
        if files:
            extra["file"] = ";".join(files)
        relations = [name for name in node.refs(*RELATION) if "://" in name]
        if relations:
            extra["relation"] = ", ".join(relations)
        self._rest(node, extra)
        csl_type = CSL_TYPES.get(kind, "document")
        said = read_extra(values.get("extra", ""))
        csl_type = said.type or csl_type
        fields = {**said.fields, **fields}
        if number := node.literal(PMID):
            fields.setdefault("PMID", number)
        if zotero_type(csl_type) != kind:
            extra["zotero:itemType"] = kind
        return Work(said.key, csl_type, fields, extra | said.extra)

    def _values(self, node: Node, kind: str, around: list[Node]) -> dict[str, str]:
        """Zotero's fields of a work; the first place that says a field counts."""
        found: dict[str, str] = {}
        user = self.users.get(node.name)
        for one in (node, user) if user else (node,):
            for field, uris in OF_WORK:
                _put(found, field, one.literal(*uris))
        if user:
            _put(found, "libraryCatalog", user.literal(Z + "repository"))
        language = next(iter(node.refs(TERMS + "language")), "")
        _put(found, "language", language.rpartition("/")[2])
        _put(found, "url", next(iter(node.refs(*ADDRESSES)), ""))
        if self._said_kind(node) == kind:
            found.pop("type", None)
        ends = (node.literal(*PAGE_START), node.literal(*PAGE_END))
        _put(found, "pages", "-".join(dict.fromkeys(filter(None, ends))))
        degrees = [*node.literals(DEGREE), *node.refs(DEGREE)]
        _put(found, "type", degrees[0].rpartition("/")[2] if degrees else "")
        for one in (node, *around):
            self._place(found, one, one is node)
        if node.name.lower().startswith("urn:isbn:"):
            _put(found, "ISBN", node.name[len("urn:isbn:") :])
        for one in self.graph.at(node, *SUBJECT):
            if {TERMS + "LCC", TERMS + "DDC", TERMS + "UDC"} & {*one.types}:
                _put(found, "callNumber", one.literal(RDF + "value"))
        for one in self.graph.at(node, BIB + "presentedAt", BIBO + "presentedAt"):
            _put(found, "conferenceName", one.literal(*TITLE))
        if "issue" in found and "issue" not in FIELDS_OF[kind]:
            _put(found, "number", found.pop("issue"))
        for uri, values in node.values.items():
            name = uri.removeprefix(Z)
            if uri.startswith(Z) and uri not in _READ and name not in _ROLES:
                _put(found, name, next((one for one in values if isinstance(one, str)), "").strip())
        return found

    def _place(self, found: dict[str, str], one: Node, own: bool) -> None:
        """What the work itself, or something it is part of, says of its publication."""
        if {BIB + "Series", BIBO + "Series"} & {*one.types}:
            _put(found, "series", one.literal(*TITLE))
            _put(found, "seriesTitle", one.literal(TERMS + "alternative"))
            _put(found, "seriesText", one.literal(*_SERIES_TEXT))
            _put(found, "seriesNumber", one.literal(*IDENTIFIER, BIBO + "number"))
            return
        if BIB + "Part" in one.types:
            _put(found, "section", one.literal(*TITLE))
            return
        if not own:
            _put(found, "publicationTitle", one.literal(*TITLE))
        for field, uris in OF_CONTAINER:
            _put(found, field, one.literal(*(uri for uri in uris if uri not in _OWN or not own)))
        for field, uris in NUMBERS:
            numbers = next(filter(None, (one.literals(uri) for uri in uris)), [])
            _put(found, field, ", ".join(number.strip() for number in numbers))
        for text in one.literals(*IDENTIFIER):
            if said := _IDENTIFIER.fullmatch(text.strip()):
                _put(found, said[1].upper(), said[2])
        for term in self.graph.at(one, *IDENTIFIER):
            _put(found, "url", term.literal(RDF + "value"))
        for publisher in self.graph.at(one, *PUBLISHER):
            _put(found, "publisher", publisher.literal(*NAME))
            _put(found, "place", publisher.literal(ADDRESS + "localityName"))
            for address in self.graph.at(publisher, VCARD + "adr"):
                _put(found, "place", address.literal(VCARD + "locality"))
        _put(found, "publisher", one.literal(*PUBLISHER))

    def _rest(self, node: Node, extra: dict[str, str]) -> None:
        """Literals that no table knows, by their properties' local names."""
        for uri, values in node.values.items():
            texts = [one.strip() for one in values if isinstance(one, str) and one.strip()]
            if texts and uri not in _READ and not uri.startswith((Z, RDF)):
                extra.setdefault(re.split(r"[/#]", uri)[-1], "; ".join(texts))
        others = [text.strip() for text in node.literals(*IDENTIFIER)]
        others = [text for text in others if not _IDENTIFIER.fullmatch(text)]
        for name, texts in (("identifier", others), ("isPartOf", node.literals(*PART_OF))):
            if texts:
                extra.setdefault(name, "; ".join(texts))

    def _file(self, node: Node) -> list[str]:
        """An attachment's path, else its address."""
        found = [*node.refs(RDF + "resource"), *node.literals(RDF + "resource")]
        if not found:
            found = [one.literal(RDF + "value") for one in self.graph.at(node, *IDENTIFIER)]
        return [path for path in found[:1] if path]

    # --- people ---------------------------------------------------------------

    def _people(self, node: Node, kind: str, around: list[Node]) -> dict[str, Value]:
        found: dict[str, tuple[Name, ...]] = {}
        for variable, uris in PEOPLE:
            if variable == "contributor":
                variable = creator_variable(kind, variable)
            _add(found, variable, self._names(node, uris))
        for uri in node.values:
            role = uri.removeprefix(Z)
            if uri.startswith(Z) and role in _ROLES:
                variable = creator_variable(kind, _ROLES[role])
                _add(found, variable, self._names(node, (uri,)))
        for one in around:
            series = {BIB + "Series", BIBO + "Series"} & {*one.types}
            for variable, uris in PEOPLE:
                theirs = _AROUND.get(variable) if series else _INSIDE.get(variable)
                if theirs and theirs not in found:
                    _add(found, theirs, self._names(one, uris))
        return dict(found)

    def _names(self, node: Node, uris: tuple[str, ...]) -> tuple[Name, ...]:
        """The names the first of the properties has, members of a list each."""
        for uri in uris:
            names: list[Name | None] = []
            for value in node.values.get(uri, ()):
                listed = self.graph.nodes.get(value.node) if isinstance(value, Ref) else None
                members = self.graph.members(listed) if listed is not None else []
                names += [self._name(one) for one in members or [value]]
            if found := tuple(name for name in names if name is not None):
                return found
        return ()

    def _name(self, value: str | Ref) -> Name | None:
        if isinstance(value, str):
            return parse_name(value) if value.strip() else None
        node = self.graph.nodes.get(value.node)
        if node is None:
            return None
        family, given = node.literal(*FAMILY), node.literal(*GIVEN)
        if family or given:
            return read_name(family, given)
        whole = node.literal(*NAME)
        if PERSONS & {*node.types} and whole:
            return parse_name(whole)
        return Name(literal=whole) if whole else None

    # --- collections ------------------------------------------------------------

    def _collections(self) -> dict[str, list[str]]:
        """The collections each node is in, nested ones as "outer/inner"."""
        kinds = {Z + "Collection", BIB + "Collection"}
        nodes = [one for one in self.graph.nodes.values() if kinds & {*one.types}]
        inner = {name for one in nodes for name in one.refs(TERMS + "hasPart")}
        found: dict[str, list[str]] = {}
        seen: set[str] = set()
        waiting = [(one, "") for one in nodes if one.name not in inner]
        waiting += [(one, "") for one in nodes if one.name in inner]
        while waiting:
            one, path = waiting.pop(0)
            if one.name in seen:
                continue
            seen.add(one.name)
            path = f"{path}/{one.literal(*TITLE)}".lstrip("/")
            for child in reversed(self.graph.at(one, TERMS + "hasPart")):
                if kinds & {*child.types}:
                    waiting.insert(0, (child, path))
            for name in one.refs(TERMS + "hasPart"):
                found.setdefault(name, []).append(path)
        return found


def _put(found: dict[str, str], field: str, text: str) -> None:
    if text and field not in found:
        found[field] = text


def _add(found: dict[str, tuple[Name, ...]], variable: str, names: tuple[Name, ...]) -> None:
    if names:
        found[variable] = (*found.get(variable, ()), *names)


#: Variables of people named by what a work is part of; by its series.
_INSIDE = {"author": "container-author", "editor": "editor", "translator": "translator"}
_AROUND = {"editor": "collection-editor"}

#: Names of Zotero's lists of creators, and the creators.
_ROLES = {f"{role}s": role for roles in CREATORS_OF.values() for role in roles}

#: Properties that say something else of the work than of its container.
_OWN = frozenset({BIBO + "shortTitle", TERMS + "alternative"})
_SERIES_TEXT = tuple(uri for field, uris in OF_WORK if field == "extra" for uri in uris)


def plain_note(note: str) -> str:
    """A note in HTML as text: a line a paragraph, CSL-JSON's markup kept."""
    if "<" not in note and "&" not in note:
        return note.strip()
    text = _SAME.sub(lambda found: f"<{found[1]}{'i' if 'em' in found[0] else 'b'}>", note)
    lines = html.unescape(_TAG.sub("", _BLOCK.sub("\n", text))).split("\n")
    return "\n".join(filter(None, (line.strip() for line in lines)))
