"""The flat registry of formats: one row a format.

Modules are named, not imported: a format's module is loaded when first used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from citekit.errors import UnknownStyleError, UsageError
from citekit.formats.base import Item, Reading, Writing, collect
from citekit.model import Work


class Format(NamedTuple):
    """A bibliographic format.

    ``name`` is its name on the command line, ``label`` what people call it,
    ``extensions`` those its files have, ``clue`` a pattern that the beginning of
    its files matches (matched anywhere in the first characters, white space and a
    byte order mark aside; empty where the content does not tell).  ``modes`` has
    ``r`` and ``w``; ``binary`` formats are read from bytes; in ``keyed`` ones a work cannot be
    without a key.  In those with ``tags`` inline markup stands as it does in CSL-JSON
    (``<i>``), which the format itself does not know.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    clue: str = ""
    modes: str = "rw"
    binary: bool = False
    keyed: bool = False
    tags: bool = False

    @property
    def module(self) -> str:
        """The module that reads and writes it."""
        return f"citekit.formats.{self.name}"

    def items(self, source: str | bytes, file: str | None = None) -> Iterator[Item]:
        """Works, extracts and problems as they are read; ``file`` names the file in
        problems."""
        items: Iterator[Item] = import_module(self.module).items(source, file)
        return items

    def read(self, source: str | bytes, file: str | None = None) -> Reading:
        """Everything in ``source``."""
        return collect(self.items(source, file))

    def pieces(self, works: Iterable[Work], how: Writing | None = None) -> Iterator[str]:
        """The works in this format, in parts to be written one after the other."""
        pieces: Iterator[str] = import_module(self.module).pieces(works, how or Writing())
        return pieces

    def write(self, works: Iterable[Work], how: Writing | None = None) -> str:
        """The works as text in this format."""
        return "".join(self.pieces(works, how))


_ROWS = (
    Format("ris", "RIS", (".ris",), r"\ATY {0,2}- ?\w", tags=True),
    Format(
        "nbib",
        "MEDLINE/NBIB",
        (".nbib",),
        r"\A(?!TY  )(?:[A-Z]{4}|[A-Z]{3} |[A-Z]{2}  )-(?: |$)",
        tags=True,
    ),
    Format(
        "wos", "Web of Science", (".ciw", ".isi"), r"\A(?:FN .*\s+VR \d|PT [JBSP]\s)", tags=True
    ),
    Format("refworks", "RefWorks", (), r"^RT [A-Z]\w+.*$(?s:.)*^[A-Z][A-Z0-9] ", tags=True),
    Format("ovid", "OVID", (), r"\A<\s*\d+\s*\.?\s*>\s", "r"),
    Format(
        "refer", "Refer/EndNote", (".enw", ".refer"), r"\A%[0A-Z@\[\]+*~#!$&(><^=?]\s", tags=True
    ),
    Format(
        "endnotexml",
        "EndNote XML",
        (".xml",),
        r"<xml>\s*<records>|<records>\s*<record>\s*<(?:database|source-app|rec-number|foreign-keys|ref-type)",
    ),
    Format("mods", "MODS", (".mods",), r"<(?:\w+:)?mods(?:Collection)?\b", tags=True),
    Format("bibo", "Bibliontology RDF", (".rdf",), r"purl\.org/ontology/bibo/", "r"),
    Format("zoterordf", "Zotero RDF", (".rdf",), r"zotero\.org/namespaces/export#"),
    Format("wordxml", "Word sources", (".xml",), r"officeDocument/(?:2006/)?bibliography"),
    Format(
        "marcxml",
        "MARCXML",
        (".marcxml",),
        r"loc\.gov/MARC21/slim|<(?:\w+:)?leader>",
        keyed=True,
        tags=True,
    ),
    Format("tei", "TEI biblStruct", (".tei",), r"tei-c\.org/ns/1\.0|<(?:listBibl|biblStruct)\b"),
    Format("pubmedxml", "PubMed XML", (), r"<(?:PubmedArticle|PubmedBookArticle)", "r"),
    Format(
        "crossrefxml",
        "Crossref Unixref",
        (),
        r"crossref\.org/(?:xschema|qrschema)|<doi_records|<crossref_result",
        "r",
    ),
    Format("citavi", "Citavi XML", (".ctv5",), r"<CitaviExchangeData", "r"),
    Format(
        "marc",
        "MARC (ISO 2709)",
        (".mrc", ".marc"),
        r"\A\d{5}[acdnposx ][\w ]{4}",
        "r",
        binary=True,
    ),
    Format("cff", "Citation File Format", (".cff",), r"^cff-version:"),
    Format(
        "datacite",
        "DataCite JSON",
        (),
        r'datacite\.org/schema|"(?:resourceTypeGeneral|nameType)"\s*:\s*"[A-Z]',
        "r",
    ),
    Format("openalex", "OpenAlex JSON", (), r'"https://openalex\.org/W\d', "r"),
    Format("csljson", "CSL-JSON", (".json",), r'\A(?:\[\s*[\]{]|\{\s*["}])', keyed=True),
    Format("biblatex", "BibLaTeX", (".bib", ".biblatex"), r"^[ \t]*@\s*\w+\s*[{(]", keyed=True),
    Format("bibtex", "BibTeX", (".bib", ".bibtex"), keyed=True),
    Format(
        "cslyaml",
        "CSL-YAML",
        (".yaml", ".yml"),
        r"\A(?:---\s+)?(?:references:|- (?:id|type):)",
        keyed=True,
    ),
    Format("hayagriva", "hayagriva", (".yaml", ".yml"), r"^ {1,8}type: +\"?[a-zA-Z]", keyed=True),
    Format("csv", "CSV", (".csv",), r'\A"?(?:Key"?,"?Item Type|id"?,"?type)\b', tags=True),
    Format("coins", "COinS", (".html",), modes="w"),
    Format("schemaorg", "schema.org JSON-LD", (".jsonld",), modes="w"),
    Format("dublincore", "Dublin Core", (".dc",), modes="w"),
    Format("wikipedia", "Wikipedia templates", (".wiki",), modes="w"),
)
FORMATS: dict[str, Format] = {row.name: row for row in _ROWS}

#: Programs, and the format each reads best.
PROGRAMS = {
    "zotero": "zoterordf",
    "endnote": "endnotexml",
    "mendeley": "bibtex",
    "jabref": "biblatex",
    "citavi": "ris",
    "word": "wordxml",
    "latex": "biblatex",
    "typst": "hayagriva",
    "pandoc": "csljson",
}

#: So many characters of a file tell its format.
_HEAD = 8192


def names(mode: str) -> list[str]:
    """The names of the formats that are read (``r``) or written (``w``)."""
    return [row.name for row in _ROWS if mode in row.modes]


def get(name: str, mode: str = "", others: Iterable[str] = ()) -> Format:
    """The format that is read (``r``) or written (``w``), or either, by this name or extension.

    Raises UsageError for one that is not, UnknownStyleError for another name; ``others``
    are further names that the request could have had.
    """
    named = FORMATS.get(name.lower())
    if named is not None and mode not in named.modes:
        done, wanted = ("written", "read") if mode == "r" else ("read", "written")
        raise UsageError(f"{named.label} is {done}, not {wanted}")
    found = named or by_extension(name if name.startswith(".") else f".{name}", mode)
    if found is None:
        known = ", ".join((*names(mode), *others))
        raise UnknownStyleError(f"unknown format {name!r}", hint=f"one of {known}")
    return found


def by_extension(extension: str, mode: str) -> Format | None:
    """The first format that is read or written with this extension (with its dot), or the
    one that is called so."""
    extension = extension.lower()
    rows = [row for row in _ROWS if mode in row.modes]
    found = next((row for row in rows if extension in row.extensions), None)
    return found or next((row for row in rows if extension == f".{row.name}"), None)


def detect(source: str | bytes, extension: str = "") -> Format | None:
    """The format of a text, by its content, then by the file's extension."""
    return _by_content(_head(source)) or by_extension(extension, "r")


#: Formats in JSON besides CSL-JSON, whose clue is that of any JSON.
_IN_JSON = frozenset(("datacite", "openalex"))


def contradicting(source: str | bytes, named: Format) -> Format | None:
    """The format that a text is in by its content, if it cannot be the one named; None
    where its content does not tell."""
    head = _head(source)
    clue = named.clue or FORMATS["biblatex"].clue
    if re.search(clue, head, re.MULTILINE):
        return None
    found = _by_content(head)
    if found is not None and found.name == "csljson" and named.name in _IN_JSON:
        return None
    return found


def _head(source: str | bytes) -> str:
    """What tells the format of a text."""
    text = (
        source[:_HEAD].decode("utf-8", "replace") if isinstance(source, bytes) else source[:_HEAD]
    )
    return text.lstrip("\ufeff \t\r\n")


def _by_content(head: str) -> Format | None:
    for row in _ROWS:
        if "r" in row.modes and row.clue and re.search(row.clue, head, re.MULTILINE):
            return row
    return None
