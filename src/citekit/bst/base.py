"""What running a BibTeX style gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.errors import Problem
from citekit.richtext import Bibliography

#: pybtex's own styles.
PYTHON_STYLES = ("plain", "alpha", "unsrt", "unsrtalpha")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A bibliography, the in-text label of each work ("[1]", "[Wal59]") by its
    id, what went wrong, and the LaTeX a ``.bst`` wrote (empty for pybtex's own
    styles)."""

    bibliography: Bibliography
    labels: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    latex: str = ""
