"""CSL-YAML: CSL-JSON's items in YAML, under ``references`` as pandoc keeps them.

A document is a mapping with ``references``, or the sequence itself; it may stand
between ``---`` lines at the head of a Markdown text, which is left alone.  Values
mean what they mean in CSL-JSON (:mod:`citekit.formats.csljson`), dates may be EDTF
text.  Text is Markdown, as pandoc takes it (:mod:`citekit.formats.pandocmarkdown`).
Items are built one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from citekit.dates import format_edtf
from citekit.errors import SyntaxProblemError, Where
from citekit.formats.base import Item, Writing
from citekit.formats.csljson import ALIASES, TEXT_VARIABLES, items_of, work_to_json
from citekit.formats.csljson_dates import date_from_json
from citekit.formats.pandocmarkdown import from_markdown, to_markdown
from citekit.formats.yamltext import documents, dump
from citekit.model import Date, Work
from citekit.vocabulary import NAME_VARIABLES

_KEY = "references"
#: Variables whose texts are Markdown: all but codes and numbers.
_MARKED = (TEXT_VARIABLES | NAME_VARIABLES | ALIASES.keys()) - frozenset(
    "DOI ISBN ISSN PMCID PMID URL language citation-key citation-label".split()
)
_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of a CSL-YAML text.

    Raises SyntaxProblemError for text that is no YAML, or has no references.
    """
    found = _HEAD.match(source)
    found_any = [False]
    yield from items_of(_entries(found[0] if found else source, file, found_any), file)
    if not found_any[0]:
        raise SyntaxProblemError("no references in this YAML", Where(file, 1))


def _entries(
    source: str, file: str | None, found_any: list[bool]
) -> Iterator[tuple[Any, int | None]]:
    for document in documents(source, file, _KEY):
        for entry in document:
            if entry.key == _KEY and isinstance(entry.value, list):
                found_any[0] = True
                yield from ((_unmarked(item), entry.line) for item in entry.value)
            elif not entry.key and isinstance(entry.value, dict):
                found_any[0] = True
                yield _unmarked(entry.value), entry.line


def _unmarked(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return {
        key: _each(value, from_markdown) if key in _MARKED else value for key, value in item.items()
    }


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """The value with its texts changed, and those of the names it holds."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _each(text, change) for key, text in value.items()}
    return value


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """``references``, a piece a work; plain dates in EDTF."""
    head = "---\nreferences:\n"
    for work in works:
        item = work_to_json(work, how)
        for key, value in work.fields.items():
            if isinstance(value, Date):
                item[key] = _edtf(value) or item[key]
            elif key in _MARKED:
                item[key] = _each(item[key], to_markdown)
        yield head + dump([item])
        head = ""
    yield "---\nreferences: []\n...\n" if head else "...\n"


def _edtf(date: Date) -> str:
    """The date as EDTF text, where that says all of it."""
    if date.literal or date.start is None or date.uncertain:
        return ""  # pandoc does not take "?" for circa
    text = format_edtf(date)
    return text if date_from_json(text)[0] == date else ""
