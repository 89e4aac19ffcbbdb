"""reStructuredText that docutils reads as the same text.

Inline markup does not nest there, so each run of characters gets the one role
that matters most of those around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.render.layout import Paragraph, merged, paragraphs
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Link, RichText

#: What stands before and after a run, the first that applies.
_ROLES: tuple[tuple[str, str, str], ...] = (
    ("sup", ":sup:`", "`"),
    ("sub", ":sub:`", "`"),
    ("bold", "**", "**"),
    ("italic", "*", "*"),
    ("oblique", "*", "*"),
)
#: Formats that end an outer one.
_ENDS = {
    "normal": ("italic", "oblique"),
    "normal-weight": ("bold",),
    "light": ("bold",),
    "baseline": ("sup", "sub"),
}
_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
#: Signs of inline markup, of references and of addresses.
_SPECIAL = re.compile(r"[\\*`|_<>@\[\]]|:(?! )")
#: What would begin a list, a block, a field, an option or a title's underline.
_START = re.compile(r"\(?(?:[A-Za-z]|[0-9]+|[ivxlcdmIVXLCDM]+|#)[.)](?=\s|$)|[!-/:-@\[-`{-~]")
#: Parts words without printing anything.
_JOIN = "\\ "
_URL = str.maketrans({"_": "%5F", "*": "%2A", "|": "%7C", "`": "%60"})


def write_inline(text: RichText) -> str:
    """``text`` as reStructuredText inside a paragraph, or as one."""
    line = "".join(_pieces(text, frozenset())).removeprefix(_JOIN).strip()
    ending = len(line) - len(line.rstrip("\\"))
    return _guarded(line[:-1] if ending % 2 else line)


def write_bibliography(bib: Bibliography) -> str:
    """A paragraph an entry, labels in front; indented boxes are block quotations."""
    blocks = [_paragraph(p) for entry in bib.entries for p in paragraphs(entry.text)]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    """Plain text as reStructuredText text inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", _BLANK.sub(" ", text)))


def _paragraph(paragraph: Paragraph) -> str:
    label = write_inline(paragraph.label)
    text = write_inline(paragraph.text)
    line = f"{label} {text}" if label and text else label or text
    return f"..\n\n  {line}" if paragraph.indented else line


def _guarded(line: str) -> str:
    """``line`` with nothing in front that makes it more than a paragraph."""
    if line.startswith(("*", ":sup:`", ":sub:`", "`", "\\")) or not _START.match(line):
        return line
    return "\\" + line


def _pieces(text: RichText, formats: frozenset[str]) -> Iterator[str]:
    for node in merged(text):
        if isinstance(node, str):
            yield _run(node, formats)
        elif isinstance(node, Link):
            yield from _link(node, formats)
        else:
            yield from _pieces(
                node.children, formats.difference(_ENDS.get(node.format, ())) | {node.format}
            )


def _link(link: Link, formats: frozenset[str]) -> Iterator[str]:
    url = safe_url(link.url)
    if url is None:
        yield from _pieces(link.children, formats)
        return
    words = escape(_plain(link.children)).strip()
    yield f"{_JOIN}`{words} <{url.translate(_URL)}>`__{_JOIN}" if words else ""


def _plain(text: RichText) -> str:
    return "".join(node if isinstance(node, str) else _plain(node.children) for node in text)


def _run(text: str, formats: frozenset[str]) -> str:
    """A run in its role; spaces at its ends stay outside."""
    written = escape(text)
    role = next(((before, after) for name, before, after in _ROLES if name in formats), None)
    inner = written.strip()
    if role is None or not inner:
        return written
    start = written.index(inner)
    before, after = role
    end = start + len(inner)
    return f"{written[:start]}{_JOIN}{before}{inner}{after}{_JOIN}{written[end:]}"
