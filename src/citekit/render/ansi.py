"""Text for terminals: italics, bold and underlining as ANSI escape sequences.

ECMA-48, "SGR"; links as the OSC 8 sequence that terminals have in common.
Control characters of the text itself are left out, so that no field can move
the cursor, change colours or talk to the terminal.
"""

from __future__ import annotations

import re

from citekit.render.layout import Paragraph, paragraphs, without_links
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Link, RichText, plain

#: format → the attribute it sets and the parameters that switch to it.
_CODES: dict[str, tuple[str, str]] = {
    "italic": ("style", "3"),
    "oblique": ("style", "3"),
    "normal": ("style", "23"),
    "bold": ("weight", "1"),
    "light": ("weight", "2"),
    "normal-weight": ("weight", "22"),
    "underline": ("line", "4"),
    "no-decoration": ("line", "24"),
}
_PLAIN = {"style": "23", "weight": "22", "line": "24"}
_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_INDENT = 4


def write_inline(text: RichText) -> str:
    """``text`` on one line."""
    parts: list[str] = []
    _write(text, parts, _PLAIN)
    return "".join(parts)


def write_bibliography(bib: Bibliography) -> str:
    """The entries as lines, labels of numeric styles in a margin, with the
    style's number of empty lines between them."""
    entries = [paragraphs(entry.text) for entry in bib.entries]
    labels = [len(_flat(p.label)) for entry in entries for p in entry if p.label]
    margin = max(labels, default=-1) + 1
    blocks = ["\n".join(_line(p, margin) for p in entry) for entry in entries]
    return ("\n" * (1 + max(bib.entry_spacing, 0))).join(blocks)


def escape(text: str) -> str:
    """Plain text without control characters, blanks of any kind as one space."""
    return _CONTROL.sub("", _BLANK.sub(" ", text))


def _flat(text: RichText) -> str:
    return escape(plain(text)).strip()


def _line(paragraph: Paragraph, margin: int) -> str:
    text = write_inline(paragraph.text).strip()
    if paragraph.label:
        space = " " * (margin - len(_flat(paragraph.label)))
        return write_inline(paragraph.label).strip() + space + text
    return " " * (margin or (_INDENT if paragraph.indented else 0)) + text


def _write(text: RichText, parts: list[str], state: dict[str, str]) -> None:
    for node in text:
        if isinstance(node, str):
            parts.append(escape(node))
        elif isinstance(node, Link):
            _write_link(node, parts, state)
        elif node.format in _CODES:
            attribute, code = _CODES[node.format]
            parts.append(f"\x1b[{code}m")
            _write(node.children, parts, {**state, attribute: code})
            outer = state[attribute]
            reset = "" if outer == _PLAIN[attribute] else f";{outer}"
            parts.append(f"\x1b[{_PLAIN[attribute]}{reset}m")
        else:
            _write(node.children, parts, state)


def _write_link(link: Link, parts: list[str], state: dict[str, str]) -> None:
    url = safe_url(link.url)
    if url is None:
        _write(link.children, parts, state)
        return
    parts.append(f"\x1b]8;;{url}\x1b\\")
    _write(without_links(link.children), parts, state)
    parts.append("\x1b]8;;\x1b\\")
