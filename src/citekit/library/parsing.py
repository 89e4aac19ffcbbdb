"""Reference strings from outside: split, parsed, as works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from citekit.find.parsing.parser import Parser
from citekit.find.parsing.parts import Parsed
from citekit.find.parsing.work import with_author_above, work_of
from citekit.find.references.lists import entries
from citekit.formats.csljson import work_to_json
from citekit.model import Work
from citekit.store.data import parser_model

#: The parser's labels → names of CSL, in lower case; others stay as they are.
FIELD_NAMES = {
    "journal": "container-title",
    "booktitle": "container-title",
    "series": "collection-title",
    "place": "publisher-place",
    "number": "citation-number",
}


@cache
def parser() -> Parser:
    """The reference parser with citekit's own model."""
    return Parser(parser_model())


#: Headings of Markdown, with their underlines, and lines in bold (CommonMark 0.31, 4.1–4.3).
_HEADING = re.compile(r"[ ]{0,3}(?:#{1,6}\s.*|=+\s*|-{2,}\s*|(\*\*|__)(?:(?!\1).)+\1:?\s*)")
_LABEL = re.compile(r"[\s*_]*[^\W\d_][^\d.,;]*")
_MOST_WORDS = 4
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


def split_strings(text: str) -> list[str]:
    """The reference strings of a file: a line each, or, where blank lines stand between
    them, a block each.

    A block that shows several entries, by numbers in front or by hanging indentation,
    is split as lists are.  Headings of Markdown and labels over a part of the list
    ("Further reading") are none of them.
    """
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    dated = _YEAR.search(text) is not None
    labels = [_is_label(line, dated) for line in lines]
    kept = [line for line, label in zip(lines, labels, strict=True) if not label]
    blocks = [block for block in _blocks("\n".join(kept)) if block.strip()]
    if len(blocks) < 2:
        return [line.strip() for line in kept if line.strip()]
    parted = ["" if label else line for line, label in zip(lines, labels, strict=True)]
    blocks = [block for block in _blocks("\n".join(parted)) if block.strip()]
    return [block[start:end] for block in blocks for start, end in entries(block, 0, len(block))]


def _is_label(line: str, dated: bool) -> bool:
    """Whether a line is a heading, or, in a list that tells years, a few words without
    digits and the punctuation of a reference."""
    if _HEADING.fullmatch(line):
        return _YEAR.search(line) is None or line.lstrip().startswith("#")
    short = 0 < len(line.split()) <= _MOST_WORDS and line[:1].strip() != ""
    return dated and short and _LABEL.fullmatch(line) is not None


def _blocks(text: str) -> list[str]:
    blocks: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            blocks.append("\n".join(lines))
            lines = []
    return [*blocks, "\n".join(lines)]


def parse_strings(strings: Iterable[str]) -> list[tuple[Parsed, Work]]:
    """Each string's parts and the work they make; no two works have one key.  A dash for
    the author stands for that of the string before."""
    taken: set[str] = set()
    found: list[tuple[Parsed, Work]] = []
    for parsed in parser().parse_many(strings):
        work = work_of(parsed)
        if found:
            work = with_author_above(parsed, work, found[-1][1])
        found.append((parsed, work._replace(id=_free(work.id, taken))))
    return found


def _free(key: str, taken: set[str]) -> str:
    """``key``, with a letter behind it, or a number, where it is taken."""
    free, count = key, 0
    while free in taken:
        count += 1
        free = key + (chr(96 + count) if count < 27 else f"-{count}")
    taken.add(free)
    return free


def field_pairs(parsed: Parsed) -> list[tuple[str, str]]:
    """The parts as (name, words as they stand), in order."""
    return [(FIELD_NAMES.get(part.label, part.label), part.text) for part in parsed.parts]


def volume_joined(parsed: Parsed) -> list[tuple[str, str]]:
    """Likewise, without what is no field of a work; a volume and the issue beside it are
    one field ("12(3)"), as strings labelled by hand have it."""
    out: list[tuple[str, str]] = []
    begin, last = 0, ""
    for part in parsed.parts:
        name = FIELD_NAMES.get(part.label, part.label)
        if name == "issue" and last == "volume":
            out[-1] = ("volume", parsed.string[begin : part.end])
        elif name not in _NO_FIELDS:
            out.append(("volume" if name == "issue" else name, part.text))
        begin, last = part.start, name
    return out


_NO_FIELDS = frozenset(["note", "accessed", "citation-number"])


def as_json(rows: Sequence[tuple[Parsed, Work]]) -> list[dict[str, Any]]:
    """For each string: its fields as they stand in it, its parts with their spans in code
    points, and the work as CSL-JSON."""
    return [
        {
            "string": parsed.string,
            "fields": [list(pair) for pair in volume_joined(parsed)],
            "parts": [
                {"label": name, "text": words, "start": part.start, "end": part.end}
                for part, (name, words) in zip(parsed.parts, field_pairs(parsed), strict=True)
            ],
            "work": work_to_json(work),
        }
        for parsed, work in rows
    ]
