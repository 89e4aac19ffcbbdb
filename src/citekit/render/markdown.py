"""Markdown that CommonMark and pandoc read as the same text.

Italics and bold are written with stars where both readers are sure to see
them (CommonMark 0.31, "Emphasis and strong emphasis"), elsewhere, like every
format Markdown has no sign for, as the HTML element.
"""

from __future__ import annotations

import re
import string
import unicodedata

from citekit.render import html
from citekit.render.layout import Paragraph, merged, paragraphs, without_links
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Element, Link, Node, RichText, plain

_STARS = {"italic": "*", "bold": "**"}
#: HTML for what has no Markdown; boxes inside a paragraph leave no trace.
_TAGS = html.TAGS | dict.fromkeys(("block", "left-margin", "right-inline", "indent"), ("", ""))

_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>{}|~^$@\"']"  # always
    r"|&(?=[#A-Za-z]|$)"  # a character reference, or one begun
    r"|!$"  # an image, before a link
    r"|-(?=-)|(?<=-)-|\.(?=\.)"  # dashes and ellipses of pandoc
)
#: What would begin a list, a heading, a rule, a definition or a title block.
_START = re.compile(r"(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?= |$)|([#+\-=:%])")
_URL = str.maketrans({"(": "%28", ")": "%29", ";": "%3B"})


def write_inline(text: RichText) -> str:
    """``text`` as Markdown inside a paragraph, or as one."""
    return _guarded(_inline(text, " ", " ", starred=False))


def write_bibliography(bib: Bibliography) -> str:
    """A paragraph an entry, labels in front; indented boxes are block quotations."""
    blocks = [_paragraph(p) for entry in bib.entries for p in paragraphs(entry.text)]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    """Plain text as Markdown text inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", _BLANK.sub(" ", text)))


def _paragraph(paragraph: Paragraph) -> str:
    between = (" ",) if paragraph.label else ()
    line = write_inline((*paragraph.label, *between, *paragraph.text)).strip()
    return f"> {line}" if paragraph.indented else line


def _guarded(line: str) -> str:
    """``line`` with nothing in front that makes it more than a paragraph."""
    line = line.lstrip()
    match = _START.match(line)
    if not match:
        return line
    at = match.start(2) if match[2] else match.start(3)
    return f"{line[:at]}\\{line[at:]}"


def _inline(text: RichText, before: str, after: str, *, starred: bool) -> str:
    """The nodes as Markdown between the characters ``before`` and ``after``."""
    nodes = list(merged(text))
    out = ""
    for index, node in enumerate(nodes):
        previous = out[-1:] or before
        following = _first(nodes[index + 1]) if index + 1 < len(nodes) else after
        if isinstance(node, str):
            out += escape(node)
        elif isinstance(node, Link):
            out += _link(node, starred)
        else:
            out += _element(node, previous, following, starred)
    return out


def _first(node: Node) -> str:
    """The first character of a node's Markdown, as far as it is sure."""
    return (escape(node) if isinstance(node, str) else "")[:1] or "*"


def _link(link: Link, starred: bool) -> str:
    url = safe_url(link.url)
    if url is None:
        return _inline(link.children, "*", "*", starred=starred)
    if url == plain(link.children):
        return f"<{url}>"
    inside = _inline(without_links(link.children), "[", "]", starred=starred)
    return f"[{inside}](<{url.translate(_URL)}>)"


def _element(node: Element, previous: str, following: str, starred: bool) -> str:
    stars = _STARS.get(node.format)
    if stars and not starred:
        body = _inline(node.children, "*", "*", starred=True)
        inner = body.strip(" ")
        if inner and _seen(inner[0], previous) and _seen(inner[-1], following):
            start = body.index(inner)
            return f"{body[:start]}{stars}{inner}{stars}{body[start + len(inner) :]}"
    opening, closing = _TAGS[node.format]
    if not opening:
        return _inline(node.children, previous, following, starred=starred)
    return opening + _inline(node.children, ">", "<", starred=starred) + closing


def _seen(inside: str, outside: str) -> bool:
    """Whether a star between the two is a delimiter: beside a letter or figure
    inside, or with white space or punctuation outside."""
    if "*" in (inside, outside) or inside.isspace():
        return False
    return inside.isalnum() or outside.isspace() or _punctuation(outside)


def _punctuation(char: str) -> bool:
    return char in string.punctuation or unicodedata.category(char).startswith("P")
