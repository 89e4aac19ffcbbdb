"""Bibliontology RDF, read: the Bibliographic Ontology (D'Arcus and Giasson, version
1.3) as Zotero and libraries write it."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.formats.base import Item
from citekit.formats.rdfworks import works


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a document; raises SyntaxProblemError for what is no XML."""
    yield from works(source, file)
