"""Formulas of LaTeX in the line, as plain characters (The TeXbook, chapter 16)."""

from __future__ import annotations

import re

from citekit.corpus.extraction import raised
from citekit.latex import to_unicode

_TAG = re.compile(r"<[^<>]+>")
_INDEX = re.compile(r"<su(?:p>([^<>]*)</sup|b>([^<>]*)</sub)>")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
#: What a formula is but letters and signs.
_TEX = re.compile(r"[\\{}^_~%\"'`-]")


def printed_formula(formula: str) -> str | None:
    """What a formula prints, None if that is what it is; one that has more than letters,
    signs and indices stays as it stands between its dollar signs."""
    if not _TEX.search(formula):
        return None
    return _TAG.sub("", _INDEX.sub(_indexed, to_unicode(f"${formula}$")))


def _indexed(found: re.Match[str]) -> str:
    """Numbers of indices as figures of that kind, letters as they are."""
    lowered = found[2]
    if lowered is None:
        return raised(found[1])
    return lowered.translate(_LOWERED) if lowered.strip("0123456789+-") == "" else lowered
