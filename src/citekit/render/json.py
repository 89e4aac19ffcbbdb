"""Rich text as JSON, for programs that lay it out themselves."""

from __future__ import annotations

from json import dumps

from citekit.richtext import Bibliography, RichText, to_json


def write_inline(text: RichText) -> str:
    """The tree of :func:`citekit.richtext.to_json` on one line."""
    return dumps(to_json(text), ensure_ascii=False)


def write_bibliography(bib: Bibliography) -> str:
    """An object with ``entries`` (id and tree) and the layout, keys as in CSL."""
    layout = {
        "hanging-indent": bib.hanging_indent,
        "second-field-align": bib.second_field_align,
        "line-spacing": bib.line_spacing,
        "entry-spacing": bib.entry_spacing,
        "entries": [{"id": entry.id, "text": to_json(entry.text)} for entry in bib.entries],
    }
    return dumps(layout, ensure_ascii=False, indent=2)
