"""Forms of references and citations, a few sentences each: all that is found in them.

A row of ``forms/references.jsonl`` has a text and its reference strings in order; one of
``forms/citations.jsonl`` a text and its in-text citations, each with the key of its work in
``forms/citations.bib`` or an empty string; one of ``forms/located.jsonl`` also the locator
that each has, its works in ``forms/located.bib``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from citekit.find.references.finder import find_references
from citekit.find.scan import Scanner, scan
from citekit.formats import registry
from citekit.library.scanners import scanner_of
from tests.find.texts import parser

FOLDER = Path(__file__).parent / "forms"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(row) for row in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def names(forms: list[dict[str, object]]) -> list[str]:
    return [str(form["text"])[:40] for form in forms]


@cache
def scanner(name: str = "citations") -> Scanner:
    text = (FOLDER / f"{name}.bib").read_text(encoding="utf-8")
    return scanner_of(registry.get("biblatex").read(text).works)


REFERENCES = rows("references.jsonl")
CITATIONS = rows("citations.jsonl")
LOCATED = rows("located.jsonl")


@pytest.mark.parametrize("form", REFERENCES, ids=names(REFERENCES))
def test_references(form: dict[str, object]) -> None:
    text = str(form["text"])
    found = [text[one.start : one.end] for one in find_references(text, parser())]
    assert found == form["references"]


@pytest.mark.parametrize("form", CITATIONS, ids=names(CITATIONS))
def test_citations(form: dict[str, object]) -> None:
    text = str(form["text"])
    cited = [one for one in scan(text, scanner()) if one.kind == "citation"]
    assert [[text[one.start : one.end], one.body.value] for one in cited] == form["cites"]


@pytest.mark.parametrize("form", LOCATED, ids=names(LOCATED))
def test_locators(form: dict[str, object]) -> None:
    text = str(form["text"])
    cited = [one for one in scan(text, scanner("located")) if one.kind == "citation"]
    found = [[text[one.start : one.end], one.body.value, one.locator] for one in cited]
    assert found == form["cites"]
