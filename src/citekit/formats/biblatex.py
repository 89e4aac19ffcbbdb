"""BibLaTeX (.bib): the reader understands both dialects, the writer writes BibLaTeX.

What does not survive a round trip is said in :mod:`citekit.formats.bibwrite`
and, row by row, in :mod:`citekit.formats.bibmap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citekit.formats import bibexport, bibwrite
from citekit.formats.base import Item, Writing
from citekit.formats.bibmap import Dialect
from citekit.formats.bibread import read, work_of_entry
from citekit.model import Work

__all__ = ["read", "work_of_entry", "write"]


def write(works: Sequence[Work]) -> str:
    """The works as BibLaTeX entries."""
    return bibwrite.write(works, Dialect.BIBLATEX)


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The problems and works of :func:`read`."""
    reading = read(source, file)
    yield from reading.problems
    yield from reading.works


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The works as entries, as :mod:`citekit.formats.bibexport` says."""
    yield from bibexport.pieces(works, how, Dialect.BIBLATEX)
