"""Anchors: from a selector back to a span of the text, and from a span to a selector.

Selectors are those of the Web Annotation Data Model: TextQuoteSelector
(4.2.4) and TextPositionSelector (4.2.5).  :func:`resolve` asks the rules of
:mod:`citekit.anchor.rules` and :mod:`citekit.anchor.drift` in their order;
ADR 4 says why they are as they are.
"""

from citekit.anchor.rules import resolve
from citekit.anchor.values import (
    CONTEXT,
    ORPHAN,
    Anchor,
    Status,
    occurrences,
    select,
    without_numbers,
)

__all__ = [
    "CONTEXT",
    "ORPHAN",
    "Anchor",
    "Status",
    "occurrences",
    "resolve",
    "select",
    "without_numbers",
]
