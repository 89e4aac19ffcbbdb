"""Which documents cite which works, as a graph and in files for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from citekit.library.project import Project
from citekit.vocabulary import PASSAGE_KINDS

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
#: What XML 1.0 cannot hold (2.2).
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


@dataclass(frozen=True, slots=True)
class Node:
    """A work, or a document without a record: by the work's key, or the document's id.

    ``document`` is the id of the text that the project holds of it, or "".
    """

    id: str
    label: str
    document: str = ""

    @property
    def own(self) -> bool:
        """Whether the text is one of the corpus."""
        return bool(self.document)


@dataclass(frozen=True, slots=True)
class Edge:
    """A document that cites a work, both by the ids of their nodes: in how many passages of
    each kind."""

    source: str
    target: str
    kinds: Mapping[str, int]

    @property
    def passages(self) -> int:
        """In how many passages."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id, in order, and the edges between them."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]

    def to_json(self) -> dict[str, Any]:
        """The graph as a JSON object."""
        return {
            "nodes": [
                {"id": node.id, "label": node.label, "document": node.document, "own": node.own}
                for node in self.nodes.values()
            ],
            "edges": [
                {
                    "source": edge.source,
                    "target": edge.target,
                    "passages": edge.passages,
                    "kinds": dict(edge.kinds),
                    "own": self.nodes[edge.target].own,
                }
                for edge in self.edges
            ],
        }


def citation_graph(project: Project, *, own: bool = False) -> Graph:
    """What the documents of a project cite, by its passages; with ``own`` only the works whose
    text is one of them."""
    keys = {row["id"]: row["key"] for row in project.documents()}
    held = {key: id for id, key in keys.items() if key}
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for view in project.passages():
        if view.work and (view.work in held or not own):
            kinds = counts.setdefault((view.document, view.work), {})
            kinds[view.kind] = kinds.get(view.kind, 0) + 1
    labels = {record.key: record.label for record in project.records()}

    def node_of_work(key: str) -> Node:
        return Node(key, labels.get(key, key), held.get(key, ""))

    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for (document, work), kinds in counts.items():
        key = keys.get(document, "")
        citing = node_of_work(key) if key else Node(document, document, document)
        for node in (citing, node_of_work(work)):
            nodes.setdefault(node.id, node)
        ordered = {kind: kinds[kind] for kind in PASSAGE_KINDS if kind in kinds}
        edges.append(Edge(citing.id, work, ordered))
    return Graph(nodes, tuple(edges))


def to_csv(graph: Graph) -> str:
    """An edge a line (RFC 4180), with what is known of its two ends."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    kinds = [kind for kind in PASSAGE_KINDS if any(kind in edge.kinds for edge in graph.edges)]
    rows.writerow(
        ["source", "source_label", "target", "target_label", "target_own", "passages", *kinds]
    )
    for edge in graph.edges:
        source, target = graph.nodes[edge.source], graph.nodes[edge.target]
        own = "true" if target.own else "false"
        counts = [edge.kinds.get(kind, 0) for kind in kinds]
        rows.writerow(
            [source.id, source.label, target.id, target.label, own, edge.passages, *counts]
        )
    return out.getvalue()


def to_dot(graph: Graph) -> str:
    """The graph in Graphviz' language; the corpus's own texts are boxes."""
    lines = ["digraph citations {", "  node [shape=ellipse];"]
    for node in graph.nodes.values():
        shape = " shape=box" if node.own else ""
        lines.append(f"  {_quoted(node.id)} [label={_quoted(node.label)}{shape}];")
    for edge in graph.edges:
        lines.append(
            f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [weight={edge.passages}"
            f" label={edge.passages}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    """A string of DOT; a backslash would begin an escape of its own."""
    line = " ".join(text.replace("\0", "").split())
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def to_graphml(graph: Graph) -> str:
    """The graph as GraphML 1.1, each kind of passage an attribute of its own."""
    root = ET.Element("graphml", xmlns=_GRAPHML)
    kinds = [kind for kind in PASSAGE_KINDS if any(kind in edge.kinds for edge in graph.edges)]
    for owner, name, type_ in (
        ("node", "label", "string"),
        ("node", "document", "string"),
        ("node", "own", "boolean"),
        ("edge", "weight", "int"),
        *(("edge", kind, "int") for kind in kinds),
    ):
        ET.SubElement(
            root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": type_}
        )
    drawn = ET.SubElement(root, "graph", id="citations", edgedefault="directed")
    for node in graph.nodes.values():
        made = ET.SubElement(drawn, "node", id=node.id.translate(_NO_XML))
        _put(made, {"label": node.label, "document": node.document, "own": str(node.own).lower()})
    for edge in graph.edges:
        ends = {"source": edge.source, "target": edge.target}
        made = ET.SubElement(drawn, "edge", {k: v.translate(_NO_XML) for k, v in ends.items()})
        _put(made, {"weight": str(edge.passages), **{k: str(n) for k, n in edge.kinds.items()}})
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _put(element: ET.Element, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        if value:
            ET.SubElement(element, "data", key=name).text = value.translate(_NO_XML)
