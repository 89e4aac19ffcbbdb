"""The flat registry of writers: one row an output format.

Modules are named, not imported: a writer's module is loaded when first used.
Each has ``write_inline(text) -> str`` and ``write_bibliography(bib) -> str``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from citekit.errors import UnknownStyleError
from citekit.richtext import Bibliography, RichText


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format: its name on the command line, what people call it, the
    extension of its files, and the module that writes it."""

    name: str
    label: str
    extension: str
    module: str

    def write_inline(self, text: RichText) -> str:
        """A rich text inside a paragraph: a citation, one entry without layout."""
        out: str = import_module(self.module).write_inline(text)
        return out

    def write_bibliography(self, bib: Bibliography) -> str:
        """A whole bibliography with its layout."""
        out: str = import_module(self.module).write_bibliography(bib)
        return out


WRITERS: dict[str, Writer] = {
    "text": Writer("text", "plain text", ".txt", "citekit.render.text"),
    "html": Writer("html", "HTML", ".html", "citekit.render.html"),
    "markdown": Writer("markdown", "Markdown", ".md", "citekit.render.markdown"),
    "latex": Writer("latex", "LaTeX", ".tex", "citekit.render.latex"),
    "typst": Writer("typst", "Typst", ".typ", "citekit.render.typst"),
    "rst": Writer("rst", "reStructuredText", ".rst", "citekit.render.rst"),
    "ansi": Writer("ansi", "text for terminals", ".txt", "citekit.render.ansi"),
    "rtf": Writer("rtf", "RTF", ".rtf", "citekit.render.rtf"),
    "json": Writer("json", "rich text as JSON", ".json", "citekit.render.json"),
}


def get(name: str) -> Writer:
    """The writer called ``name``; raises UnknownStyleError for another name."""
    try:
        return WRITERS[name]
    except KeyError:
        raise UnknownStyleError(
            f"unknown output format {name!r}", hint="one of " + ", ".join(WRITERS)
        ) from None
