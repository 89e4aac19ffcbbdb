"""The identifiers by which a text may cite a catalogued work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citekit.find.workforms import url_key
from citekit.identifiers import (
    normalise_arxiv,
    normalise_doi,
    normalise_isbn,
    normalise_pmcid,
    normalise_pmid,
)
from citekit.model import Work

#: Kinds of identifiers; PubMed's and PubMed Central's are of one.
KINDS = ("doi", "url", "arxiv", "isbn", "pubmed")
#: CSL's variables of them (CSL 1.0.2, appendix IV).
_VARIABLES: tuple[tuple[str, str, Callable[[str], str | None]], ...] = (
    ("doi", "DOI", normalise_doi),
    ("isbn", "ISBN", normalise_isbn),
    ("url", "URL", url_key),
    ("pubmed", "PMID", normalise_pmid),
    ("pubmed", "PMCID", normalise_pmcid),
)


def identifiers_of(work: Work) -> Iterator[tuple[str, str]]:
    """The kind, of :data:`KINDS`, and the canonical form of each identifier of a work; there
    may be several ISBNs."""
    for kind, variable, normalise in _VARIABLES:
        value = work.text(variable)
        for part in value.split() if kind == "isbn" else (value,):
            canonical = normalise(part) if part else None
            if canonical:
                yield kind, canonical
    eprint = work.extra.get("eprint", "") or work.text("number")
    if eprint and (eprint[0].isdigit() or "/" in eprint or ":" in eprint):
        arxiv = normalise_arxiv(eprint)
        if arxiv:
            yield "arxiv", arxiv.partition("v")[0]
