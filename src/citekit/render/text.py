"""Plain text: no formats, labels in a left margin, boxes as lines."""

from __future__ import annotations

import re
import textwrap

from citekit.render.layout import Paragraph, paragraphs
from citekit.richtext import Bibliography, RichText, plain

_BREAKS = re.compile(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t]*")
_INDENT = 4


def write_inline(text: RichText) -> str:
    """``text`` without its formats."""
    return plain(text)


def write_bibliography(bib: Bibliography, width: int | None = None) -> str:
    """The entries as lines, with the style's number of empty lines between them.

    Labels of numeric styles are set in a margin as wide as the widest.  A line
    is broken only when ``width`` (characters, at least 20) is given; further
    lines then stand under the text, or 4 characters in if the style asks for a
    hanging indent.
    """
    entries = [paragraphs(entry.text) for entry in bib.entries]
    labels = [_flat(p.label) for entry in entries for p in entry]
    margin = max((len(label) + 1 for label in labels if label), default=0)
    hang = _INDENT if bib.hanging_indent and not margin else 0
    blocks = [
        "\n".join(
            _lines(p, margin, hang if number == 0 else 0, width) for number, p in enumerate(entry)
        )
        for entry in entries
    ]
    return ("\n" * (1 + bib.entry_spacing)).join(blocks)


def _lines(paragraph: Paragraph, margin: int, hang: int, width: int | None) -> str:
    label = _flat(paragraph.label)
    first = label.ljust(margin) if label else " " * (margin or 0)
    rest = " " * (margin + hang)
    if paragraph.indented:
        first = rest = " " * (margin or _INDENT)
    text = _flat(paragraph.text)
    if width is None:
        return (first + text).rstrip()
    return (
        textwrap.fill(
            text,
            max(width, 20),
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or first.rstrip()
    )


def _flat(text: RichText) -> str:
    return _BREAKS.sub(" ", plain(text)).strip()
