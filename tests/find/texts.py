"""Texts with their references marked: ``⟦key: words⟧``, the key empty for a work that the
catalogue beside them does not hold."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from citekit.find.parsing.parser import Parser
from citekit.find.references.matching import Index
from citekit.formats import registry
from citekit.store.data import parser_model

FOLDER = Path(__file__).parent / "references"
TEXTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
_MARK = re.compile(r"⟦(\w*): (.*?)⟧", re.S)


class Marked(NamedTuple):
    """A text without its marks, and (start, end, key) of each reference."""

    text: str
    wanted: list[tuple[int, int, str]]


def marked(name: str) -> Marked:
    source = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    out: list[str] = []
    wanted: list[tuple[int, int, str]] = []
    at = length = 0
    for found in _MARK.finditer(source):
        out += [source[at : found.start()], found[2]]
        start = length + found.start() - at
        length = start + len(found[2])
        wanted.append((start, length, found[1]))
        at = found.end()
    out.append(source[at:])
    return Marked("".join(out), wanted)


@cache
def parser() -> Parser:
    return Parser(parser_model())


@cache
def catalogue() -> Index:
    text = (FOLDER / "catalogue.bib").read_text(encoding="utf-8")
    return Index(registry.get("biblatex").read(text).works)
