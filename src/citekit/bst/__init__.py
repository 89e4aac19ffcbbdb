"""Bibliographies in BibTeX styles, through pybtex.

A style is the text of a ``.bst`` file, run by pybtex's interpreter of BibTeX's
stack language, or one of pybtex's own styles (:data:`PYTHON_STYLES`).  What
comes out is the same rich text the CSL processor makes, so that every writer
can print it.  Nothing is read or written; pybtex is loaded when first used.
pybtex collects its errors in one place of its own, so that two threads must
not call this module at the same time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citekit.errors import Problem
from citekit.model import Work
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


def process(
    works: Sequence[Work],
    style: str = "plain",
    *,
    style_text: str | None = None,
) -> Rendering:
    """The bibliography of ``works`` in a style.

    With ``style_text``, the text of a ``.bst`` file, ``style`` is the name it
    has in messages; without, ``style`` is one of :data:`PYTHON_STYLES`.

    Raises :class:`~citekit.errors.StyleError` with file and, where it can be
    told, line for a ``.bst`` that is broken, and
    :class:`~citekit.errors.UnknownStyleError` for another name.
    """
    if style_text is not None:
        from citekit.bst.interpreter import run

        return run(works, style_text, style)
    from citekit.bst.pythonic import run_python

    return run_python(works, style)


def render(
    works: Sequence[Work], style: str = "plain", *, style_text: str | None = None
) -> Bibliography:
    """The bibliography alone; see :func:`process`."""
    return process(works, style, style_text=style_text).bibliography


def labels(
    works: Sequence[Work], style: str = "plain", *, style_text: str | None = None
) -> Mapping[str, str]:
    """The in-text labels alone, by id; see :func:`process`."""
    return process(works, style, style_text=style_text).labels
