"""BibTeX (.bib): the reader understands both dialects, the writer writes BibTeX.

What does not survive a round trip is said in :mod:`citekit.formats.bibwrite`
and, row by row, in :mod:`citekit.formats.bibmap`.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.formats import bibwrite
from citekit.formats.bibmap import Dialect
from citekit.formats.bibread import read, work_of_entry
from citekit.model import Work

__all__ = ["read", "work_of_entry", "write"]


def write(works: Sequence[Work]) -> str:
    """The works as BibTeX entries."""
    return bibwrite.write(works, Dialect.BIBTEX)
