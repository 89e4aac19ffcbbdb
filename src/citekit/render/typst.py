"""Typst markup that compiles without a package (Typst 0.12 and later).

Formats are function calls closed by a semicolon, which Typst does not print, so
that what follows cannot become their arguments.
"""

from __future__ import annotations

import re

from citekit.render.layout import Paragraph, merged, paragraphs, without_links
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Link, RichText

#: The call of each format; the empty string leaves the children alone.
CALLS: dict[str, str] = {
    "italic": '#text(style: "italic")',
    "oblique": '#text(style: "oblique")',
    "normal": '#text(style: "normal")',
    "bold": '#text(weight: "bold")',
    "light": '#text(weight: "light")',
    "normal-weight": '#text(weight: "regular")',
    "small-caps": "#smallcaps",
    "underline": "#underline",
    "sup": "#super",
    "sub": "#sub",
}

_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
#: Markup signs, smart quotes, comments and addresses, dots and hyphens that draw together
#: with what is beside them, and what would open a heading, a list or a term.
_SPECIAL = re.compile(r"""[\\\[\]{}#*_`$<>@~"'/=+]|-(?![A-Za-z])|\.(?=\.)|(?<=\.)\.""")
_NUMBERED = re.compile(r"(\s*\d+)\.")
_INDENT = "2em"


def write_inline(text: RichText) -> str:
    """``text`` as Typst markup inside a paragraph, or as one."""
    parts: list[str] = []
    _write(text, parts)
    return _NUMBERED.sub(r"\1\\.", "".join(parts), count=1) if parts else ""


def write_bibliography(bib: Bibliography) -> str:
    """A block an entry; labels stand in a column of their own."""
    lines = []
    if bib.line_spacing > 1:
        lines.append(f"#set par(leading: {0.65 * bib.line_spacing:.2f}em)")
    gap = max(bib.entry_spacing, 0)
    for entry in bib.entries:
        found = paragraphs(entry.text)
        for number, paragraph in enumerate(found, 1):
            below = f"{0.65 + 0.65 * gap:.2f}em" if number == len(found) else "0.65em"
            lines.append(_paragraph(paragraph, bib, number == 1, below))
    return "\n".join(lines)


def escape(text: str) -> str:
    """Plain text as Typst text: every sign printed as it stands."""
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", _BLANK.sub(" ", text)))


def _write(text: RichText, parts: list[str]) -> None:
    for node in merged(text):
        if isinstance(node, str):
            parts.append(escape(node))
            continue
        if isinstance(node, Link):
            url = safe_url(node.url)
            call, children = f'#link("{url}")' if url else "", without_links(node.children)
        else:
            call, children = CALLS.get(node.format, ""), node.children
        if not call:
            _write(children, parts)
            continue
        parts.append(call + "[")
        _write(children, parts)
        parts.append("];")


def _paragraph(paragraph: Paragraph, bib: Bibliography, first: bool, below: str) -> str:
    text = f"[{write_inline(paragraph.text).strip()}]"
    if paragraph.label:
        label = f"[{write_inline(paragraph.label).strip()}]"
        text = f"[#grid(columns: (2.5em, 1fr), {label}, {text})]"
    elif paragraph.indented:
        text = f"[#pad(left: {_INDENT}){text}]"
    elif first and bib.hanging_indent:
        text = f"[#par(hanging-indent: {_INDENT}){text}]"
    return f"#block(below: {below}){text}"
