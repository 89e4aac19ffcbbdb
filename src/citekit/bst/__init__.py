"""Bibliographies in BibTeX styles, through pybtex.

A style is the text of a ``.bst`` file, run by pybtex's interpreter of BibTeX's
stack language, or one of pybtex's own styles (:data:`PYTHON_STYLES`).  What
comes out is the same rich text the CSL processor makes, so that every writer
can print it.  Nothing is read or written; pybtex is loaded when first used.
pybtex collects its errors in one place of its own, so that two threads must
not call this module at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from citekit.bst.base import PYTHON_STYLES, Rendering
from citekit.model import Work

__all__ = ["PYTHON_STYLES", "Rendering", "process"]


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
    rendering: Rendering
    if style_text is not None:
        rendering = import_module("citekit.bst.interpreter").run(works, style_text, style)
    else:
        rendering = import_module("citekit.bst.pythonic").run_python(works, style)
    return rendering
