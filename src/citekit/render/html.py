"""HTML in the conventions of citeproc-js, which style sheets are written for."""

from __future__ import annotations

import re
import unicodedata

from citekit.richtext import Bibliography, Entry, Link, RichText

#: What stands before and after each format's children.
TAGS: dict[str, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "oblique": ("<em>", "</em>"),
    "normal": ('<span style="font-style:normal;">', "</span>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:lighter;">', "</span>"),
    "normal-weight": ('<span style="font-weight:normal;">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "normal-variant": ('<span style="font-variant:normal;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "no-decoration": ('<span style="text-decoration:none;">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "baseline": ('<span style="baseline">', "</span>"),
    "nocase": ("", ""),
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}

#: Letters and figures that Unicode has raised; citeproc-js writes them as <sup>.
_RAISED = (
    "ª²³¹ºʰʱʲʳʴʵʶʷʸˠˡˢˣˤᴬᴭᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁᵂᵃᵄᵅᵆᵇᵈᵉᵊᵋᵌᵍᵏᵐᵑᵒᵓᵖᵗᵘᵚᵛᵝᵞᵟᵠᵡ"
    "⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ℠™㆒㆓㆔㆕㆖㆗㆘㆙㆚㆛㆜㆝㆞㆟"
)
_ESCAPES = str.maketrans(
    {"&": "&#38;", "<": "&#60;", ">": "&#62;"}
    | {char: f"<sup>{unicodedata.normalize('NFKC', char)}</sup>" for char in _RAISED}
)
_ESCAPED = re.compile(f"[&<>{_RAISED}]")


_TWO_SPACES = re.compile(" [ \u202f]")


def write_inline(text: RichText) -> str:
    """``text`` as HTML inside a paragraph."""
    parts: list[str] = []
    _write(text, parts)
    return "".join(parts)


def write_entry(entry: Entry) -> str:
    """One entry: ``<div class="csl-entry">…</div>``."""
    return f'<div class="csl-entry">{write_inline(entry.text)}</div>'


def write_bibliography(bib: Bibliography) -> str:
    """``<div class="csl-bib-body">`` with an indented line an entry."""
    lines = ['<div class="csl-bib-body">']
    lines += ["  " + write_entry(entry) for entry in bib.entries]
    return "\n".join([*lines, "</div>"])


def escape(text: str) -> str:
    """Plain text as HTML text; raised characters become ``<sup>`` elements, two
    spaces stay two."""
    if _ESCAPED.search(text):
        text = text.translate(_ESCAPES)
    return _TWO_SPACES.sub("\u00a0 ", text) if _TWO_SPACES.search(text) else text


def _write(text: RichText, parts: list[str]) -> None:
    for node in text:
        if isinstance(node, str):
            parts.append(escape(node))
            continue
        if isinstance(node, Link):
            _write_link(node, parts)
            continue
        before, after = TAGS[node.format]
        parts.append(before)
        _write(node.children, parts)
        parts.append(after)


def _write_link(link: Link, parts: list[str]) -> None:
    from citekit.render.layout import without_links
    from citekit.render.urls import safe_url

    url = safe_url(link.url)
    if url is None:
        _write(link.children, parts)
        return
    parts.append(f'<a href="{url.replace("&", "&#38;")}">')
    _write(without_links(link.children), parts)
    parts.append("</a>")
