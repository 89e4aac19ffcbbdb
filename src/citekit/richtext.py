"""Rich text: what the citation processor makes and what writers print.

A rich text is a tuple of nodes; a node is a plain ``str``, an :class:`Element`
or a :class:`Link`.  The names of the formats are the attribute values of
CSL 1.0.2, section "Formatting" and "Display".  Trees are values: compare,
hash and share them freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

#: The inline markup of values in CSL-JSON (CSL 1.0.2's input format, "HTML-like tags").
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)\b[^<>]*>")

Format = Literal[
    "italic",
    "oblique",
    "normal",  # font-style: normal, cancels an outer italic
    "bold",
    "light",
    "normal-weight",
    "small-caps",
    "normal-variant",
    "underline",
    "no-decoration",
    "sup",
    "sub",
    "baseline",
    "nocase",
    "block",  # the four values of CSL's display attribute
    "left-margin",
    "right-inline",
    "indent",
]


class Element(NamedTuple):
    """Children in one format."""

    format: Format
    children: RichText


class Link(NamedTuple):
    """Children that lead to ``url`` (CSL 1.0.2, appendix VI)."""

    url: str
    children: RichText


Node: TypeAlias = "str | Element | Link"
RichText: TypeAlias = "tuple[Node, ...]"


class Entry(NamedTuple):
    """One entry of a bibliography: the work's id and the entry's text."""

    id: str
    text: RichText


class Bibliography(NamedTuple):
    """A rendered bibliography and its layout.

    The layout attributes are those of ``cs:bibliography`` (CSL 1.0.2,
    "Whitespace"): spacings count lines, ``second_field_align`` is ``flush``,
    ``margin`` or None.
    """

    entries: tuple[Entry, ...]
    hanging_indent: bool = False
    second_field_align: str | None = None
    line_spacing: int = 1
    entry_spacing: int = 1


def plain(text: RichText) -> str:
    """The text without its formats."""
    parts: list[str] = []
    _collect(text, parts)
    return "".join(parts)


def _collect(text: Iterable[Node], parts: list[str]) -> None:
    for node in text:
        if isinstance(node, str):
            parts.append(node)
        else:
            _collect(node.children, parts)


def to_json(text: RichText) -> list[Any]:
    """The tree as JSON: strings, ``{"format": …, "children": […]}``, ``{"url": …}``."""
    out: list[Any] = []
    for node in text:
        if isinstance(node, str):
            out.append(node)
        elif isinstance(node, Link):
            out.append({"url": node.url, "children": to_json(node.children)})
        else:
            out.append({"format": node.format, "children": to_json(node.children)})
    return out


def strip_markup(text: str) -> str:
    """A value's text without inline markup."""
    return _MARKUP.sub("", text)
