"""The flat registry of formats: one row a format.

Modules are named, not imported: a format's module is loaded when first used.
Each has ``read(text, file=None) -> Reading`` and ``write(works) -> str``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from citekit.errors import UnknownStyleError
from citekit.formats.base import Reading
from citekit.model import Work


@dataclass(frozen=True, slots=True)
class Format:
    """A bibliographic format: its name on the command line, what people call
    it, the extensions its files have, and the module that reads and writes it."""

    name: str
    label: str
    extensions: tuple[str, ...]
    module: str

    def read(self, text: str, file: str | None = None) -> Reading:
        """Read ``text``; ``file`` names it in problems."""
        reading: Reading = import_module(self.module).read(text, file)
        return reading

    def write(self, works: Sequence[Work]) -> str:
        """The works as text in this format."""
        text: str = import_module(self.module).write(works)
        return text


FORMATS: dict[str, Format] = {
    "bibtex": Format("bibtex", "BibTeX", (".bib", ".bibtex"), "citekit.formats.bibtex"),
    "biblatex": Format("biblatex", "BibLaTeX", (".bib", ".biblatex"), "citekit.formats.biblatex"),
    "ris": Format("ris", "RIS", (".ris",), "citekit.formats.ris"),
    "csljson": Format("csljson", "CSL-JSON", (".json",), "citekit.formats.csljson"),
}


def get(name: str) -> Format:
    """The format called ``name``; raises UnknownStyleError for another name."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownStyleError(
            f"unknown format {name!r}", hint="one of " + ", ".join(FORMATS)
        ) from None
