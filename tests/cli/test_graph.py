"""``graph``: who cites whom."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Run

BIB = """\
@book{roth, author = {Roth, Ada}, title = {A "B" \\& C}, date = {1990}, file = {texts/two.txt}}
@book{lind, author = {Lind, Nils}, title = {Plains}, date = {1999}}
"""
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def linked(empty: Path, citekit: Run) -> Path:
    """A text without a record that cites one that has one, and another work."""
    (empty / "refs" / "works.bib").write_text(BIB, encoding="utf-8")
    one = ("link", "one.txt")
    citekit(*one, "roth", "--quote", "Smith 1999, 12", "--kind", "citation")
    citekit(*one, "roth", "--quote", "“quiet engine” of others", "--kind", "echo")
    citekit(*one, "lind", "--quote", "Ada Smith", "--kind", "mention")
    citekit("link", "two.txt", "lind", "--quote", "Nothing", "--kind", "mention")
    return empty


def test_edges_and_the_corpus_own_texts(linked: Path, citekit: Run) -> None:
    found = citekit("graph", "--json").json
    edges = {(e["source"], e["target"]): (e["kinds"], e["own"]) for e in found["edges"]}
    assert edges == {
        ("texts/one.txt", "roth"): ({"citation": 1, "echo": 1}, True),
        ("texts/one.txt", "lind"): ({"mention": 1}, False),
        ("roth", "lind"): ({"mention": 1}, False),
    }
    assert {n["id"]: n["document"] for n in found["nodes"]} == {
        "texts/one.txt": "texts/one.txt",
        "roth": "texts/two.txt",
        "lind": "",
    }
    own = citekit("graph", "--own", "--json").json["edges"]
    assert [(e["source"], e["target"]) for e in own] == [("texts/one.txt", "roth")]
    assert "* roth  2 passages (1 citation, 1 echo)" in citekit("graph").out


def test_graphs_for_other_programs(linked: Path, citekit: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(citekit("graph", "--format", "csv").out)))
    assert len(rows) == 3
    (row,) = (each for each in rows if each["target"] == "roth")
    assert (row["source"], row["target_own"], row["passages"]) == ("texts/one.txt", "true", "2")
    assert (row["target_label"], row["echo"], row["mention"]) == ('Roth 1990, A "B" & C', "1", "0")
    dot = citekit("graph", "-f", "dot").out
    assert dot.startswith("digraph ")
    assert '"roth" [label="Roth 1990, A \\"B\\" & C" shape=box];' in dot
    assert '"texts/one.txt" -> "roth" [weight=2 label=2];' in dot
    graph = ET.fromstring(citekit("graph", "-f", "graphml").out.encode())
    declared = {each.attrib["id"] for each in graph.iter(f"{GRAPHML}key")}
    assert {each.attrib["key"] for each in graph.iter(f"{GRAPHML}data")} <= declared
    assert len(list(graph.iter(f"{GRAPHML}edge"))) == 3


def test_no_graph(empty: Path, citekit: Run) -> None:
    ran = citekit("graph")
    assert (ran.code, ran.out) == (0, "")
    assert "no passage cites a work of the catalogue" in ran.err
    assert citekit("graph", "-f", "nosuch").code == 2
