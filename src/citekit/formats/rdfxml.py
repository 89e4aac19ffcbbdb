"""RDF/XML as a graph (RDF 1.1 XML Syntax, W3C 2014): nodes with their types and
properties, whichever way the document links them: nested, by ``rdf:about``,
``rdf:ID``, ``rdf:nodeID`` or ``rdf:resource``, in any order.  A document is read whole:
the last statement may be about the first node."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from citekit.errors import Problem
from citekit.formats.xmlread import Element, document

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

#: Attributes that say nothing about a node.
_SYNTAX = (f"{{{RDF}}}", "{http://www.w3.org/XML/1998/namespace}")
_MEMBER = re.compile(re.escape(RDF) + r"_[1-9]\d*", re.A)


class Ref(NamedTuple):
    """The object of a property that is a node, by its name."""

    node: str


Value: TypeAlias = "str | Ref"


class Node:
    """A node: its types and its properties' values, each in the document's order."""

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.types: list[str] = []
        self.values: dict[str, list[Value]] = {}

    def add(self, predicate: str, value: Value) -> None:
        """One more statement about the node."""
        if predicate == RDF + "type" and isinstance(value, Ref):
            self.types.append(value.node)
        else:
            self.values.setdefault(predicate, []).append(value)

    def literals(self, *predicates: str) -> list[str]:
        """The literal values of the properties."""
        found = (value for name in predicates for value in self.values.get(name, ()))
        return [value for value in found if isinstance(value, str) and value.strip()]

    def literal(self, *predicates: str) -> str:
        """The first literal value, white space at its ends off."""
        return next((value.strip() for value in self.literals(*predicates)), "")

    def refs(self, *predicates: str) -> list[str]:
        """The names of the nodes the properties point at."""
        found = (value for name in predicates for value in self.values.get(name, ()))
        return [value.node for value in found if isinstance(value, Ref)]


class Graph:
    """The nodes of a document by name, in its order."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self._blank = 0

    def node(self, name: str, line: int = 0) -> Node:
        """The node called ``name``, made when it is new."""
        found = self.nodes.get(name)
        if found is None:
            found = self.nodes[name] = Node(name, line)
        return found

    def at(self, node: Node, *predicates: str) -> list[Node]:
        """The nodes that a node's properties point at."""
        return [self.nodes[name] for name in node.refs(*predicates) if name in self.nodes]

    def members(self, node: Node) -> list[Value]:
        """The members of a container or collection (RDF Schema 1.1, 5.1 and 5.2)."""
        listed = [name for name in node.values if _MEMBER.fullmatch(name)]
        if listed:
            listed.sort(key=lambda name: (len(name), name))
            return [value for name in listed for value in node.values[name]]
        found: list[Value] = []
        seen: set[str] = set()
        current: Node | None = node
        while current is not None and current.name not in seen:
            seen.add(current.name)
            found += current.values.get(RDF + "first", [])
            current = next(iter(self.at(current, RDF + "rest")), None)
        return found

    def blank(self) -> str:
        """The name of a new node without one."""
        self._blank += 1
        return f"_:{self._blank}"

    def read(self, element: Element) -> str:
        """A node element (section 2.2 and what follows); its name."""
        attributes = element.attrib
        name = attributes.get(f"{{{RDF}}}about")
        if name is None and f"{{{RDF}}}ID" in attributes:
            name = "#" + attributes[f"{{{RDF}}}ID"]
        if name is None and f"{{{RDF}}}nodeID" in attributes:
            name = "_:" + attributes[f"{{{RDF}}}nodeID"]
        node = self.node(self.blank() if name is None else name, element.line)
        kind = _uri(element.tag)
        if kind != RDF + "Description":
            node.types.append(kind)
        for attribute, value in attributes.items():
            if attribute.startswith("{") and not attribute.startswith(_SYNTAX):
                node.add(_uri(attribute), value)
        self._properties(node, element)
        return node.name

    def _properties(self, node: Node, element: Element) -> None:
        place = 0
        for one in element:
            predicate = _uri(one.tag)
            if predicate == RDF + "li":
                place += 1
                predicate = f"{RDF}_{place}"
            for value in self._objects(one):
                node.add(predicate, value)

    def _objects(self, element: Element) -> Iterator[Value]:
        """What a property element points at, or says."""
        attributes = element.attrib
        kind = attributes.get(f"{{{RDF}}}parseType", "")
        if f"{{{RDF}}}resource" in attributes:
            yield Ref(attributes[f"{{{RDF}}}resource"])
        elif f"{{{RDF}}}nodeID" in attributes:
            yield Ref("_:" + attributes[f"{{{RDF}}}nodeID"])
        elif kind == "Resource":
            node = self.node(self.blank(), element.line)
            self._properties(node, element)
            yield Ref(node.name)
        elif kind != "Literal" and len(element):
            for one in element:
                yield Ref(self.read(one))
        else:
            yield "".join(element.itertext())


def graph(source: str | bytes, file: str | None) -> tuple[Graph, list[Problem]]:
    """The graph of a document; raises SyntaxProblemError for what is no XML."""
    root, problems = document(source, file, namespaces=True)
    found = Graph()
    nodes = list(root) if _uri(root.tag) == RDF + "RDF" else [root]
    for one in nodes:
        found.read(one)
    return found, problems


def _uri(tag: str) -> str:
    """``{namespace}local`` as one URI."""
    return tag[1:].replace("}", "", 1) if tag.startswith("{") else tag
