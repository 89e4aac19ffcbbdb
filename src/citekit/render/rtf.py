r"""RTF 1.9 that word processors open and take by copy and paste.

Everything outside ASCII is written as ``\u`` with a signed 16-bit number, two
of them (a surrogate pair) beyond the Basic Multilingual Plane, each followed
by ``?`` for readers without Unicode (RTF 1.9, "Unicode RTF").
"""

from __future__ import annotations

import re

from citekit.render.layout import Paragraph, merged, paragraphs, without_links
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Link, RichText, plain

#: The control word of each format; the empty string leaves the children alone.
CONTROLS: dict[str, str] = {
    "italic": r"\i ",
    "oblique": r"\i ",
    "normal": r"\i0 ",
    "bold": r"\b ",
    "light": r"\b0 ",
    "normal-weight": r"\b0 ",
    "small-caps": r"\scaps ",
    "normal-variant": r"\scaps0 ",
    "underline": r"\ul ",
    "no-decoration": r"\ulnone ",
    "sup": r"\super ",
    "sub": r"\sub ",
    "baseline": r"\nosupersub ",
}

HEADER = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}\f0\fs24"

#: Twentieths of a point.
_LINE = 240
_INDENT = 720
_LETTER = 130

_SPECIAL = re.compile(r"[\\{}\x00-\x1f]|[^\x00-\x7e]")


def write_inline(text: RichText) -> str:
    """``text`` as a piece of RTF, without header."""
    parts: list[str] = []
    _write(text, parts)
    return "".join(parts)


def write_bibliography(bib: Bibliography) -> str:
    """A complete RTF document with a paragraph or more an entry."""
    entries = [paragraphs(entry.text) for entry in bib.entries]
    widths = [len(plain(p.label).strip()) for entry in entries for p in entry]
    margin = _LETTER * (max(widths) + 1) if any(widths) else 0
    lines = [HEADER]
    for entry in entries:
        for number, paragraph in enumerate(entry, 1):
            space = _LINE * max(bib.entry_spacing, 0) if number == len(entry) else 0
            lines.append(_paragraph(paragraph, bib, margin, number == 1, space))
    return "\n".join([*lines, "}"])


def escape(text: str) -> str:
    """Plain text as RTF text."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\\{}":
        return "\\" + char
    if char == "\t":
        return r"\tab "
    if char < " ":
        return " " if char in "\n\r\v\f" else ""
    if char == "\u00a0":
        return r"\~"
    units = char.encode("utf-16-le", "replace")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{number}?" for number in numbers)


def _write(text: RichText, parts: list[str]) -> None:
    for node in merged(text):
        if isinstance(node, str):
            parts.append(escape(node))
        elif isinstance(node, Link):
            _write_link(node, parts)
        else:
            parts.append("{" + CONTROLS.get(node.format, ""))
            _write(node.children, parts)
            parts.append("}")


def _write_link(link: Link, parts: list[str]) -> None:
    url = safe_url(link.url)
    if url is None:
        _write(link.children, parts)
        return
    parts.append(rf'{{\field{{\*\fldinst{{HYPERLINK "{url}"}}}}{{\fldrslt{{')
    _write(without_links(link.children), parts)
    parts.append("}}}")


def _paragraph(
    paragraph: Paragraph, bib: Bibliography, margin: int, first: bool, space: int
) -> str:
    left, start = margin, 0
    text = write_inline(paragraph.text).strip()
    if paragraph.indented:
        left += 0 if margin else _INDENT
    elif paragraph.label:
        start = -margin
        text = rf"{write_inline(paragraph.label).strip()}\tab {text}"
    elif first and bib.hanging_indent and not margin:
        left, start = _INDENT, -_INDENT
    spacing = rf"\sl{_LINE * bib.line_spacing}\slmult1" if bib.line_spacing > 1 else ""
    tab = rf"\tx{margin}" if paragraph.label else ""
    return rf"{{\pard\li{left}\fi{start}\sa{space}{spacing}{tab} {text}\par}}"
