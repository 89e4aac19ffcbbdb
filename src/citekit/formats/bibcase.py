"""Capitals in titles: which of them a style's change of case must leave alone.

BibTeX's styles, BibLaTeX and pandoc put titles in sentence case and spare what
stands in braces ("BibTeXing", section 4; BibLaTeX manual, 4.6.4).  A CSL title
says what is meant as it stands, so its capitals are written in braces, behind an
empty group; ``<span class="nocase">`` is written without one, and so both come back
as they were (:func:`citekit.latex.to_unicode`).
"""

from __future__ import annotations

import re
from enum import Enum

from citekit.latex import GUARDED_WORD, to_latex


class Capitals(Enum):
    """Which capitals of a title are guarded; the first word's own never."""

    NONE = "none"
    NAMES = "those that no change to title case made"
    ALL = "all"


_OPEN, _CLOSE = "\ue000", "\ue001"
_WORD = re.compile(rf'<span class="nocase">.*?</span>|<[^<>]*>|{GUARDED_WORD}', re.S)
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on onto or over per so the to up upon "
    "via vs with yet".split()
)


def title_to_latex(text: str, capitals: Capitals, language: str = "") -> str:
    """A title as LaTeX, its capitals guarded.

    A title of English or unknown language whose words mostly begin with a
    capital is in title case, and one with ``nocase`` says itself what is protected:
    of these only words with a capital inside ("DNA") are guarded.
    """
    if capitals is Capitals.NONE or text == text.lower() or _OPEN in text or _CLOSE in text:
        return to_latex(text)
    words = [found[0] for found in _WORD.finditer(text) if found[0][0] != "<"]
    english = not language or language.lower().startswith("en")
    decided = '<span class="nocase">' in text or (english and _is_title_case(words))
    every = capitals is Capitals.ALL or not decided
    first = True

    def guard(found: re.Match[str]) -> str:
        nonlocal first
        word = found[0]
        if word[0] == "<":
            first = first and not word.startswith("<span class")
            return word
        initial, first = first, False
        inside = word[1:] != word[1:].lower()
        if capitals is Capitals.ALL and ". " in word:
            inside = True  # pandoc takes the point for a sentence's end
        if inside or (every and not initial and word[0] != word[0].lower()):
            return f"{_OPEN}{word}{_CLOSE}"
        return word

    tex = to_latex(_WORD.sub(guard, text))
    # pandoc takes a macro's argument that is one group for that group's text
    tex = tex.replace("{" + _OPEN, "{{}" + _OPEN)
    return tex.replace(_OPEN, "{{}").replace(_CLOSE, "}")


def _is_title_case(words: list[str]) -> bool:
    """Whether at least three of four words that can begin with a capital do, two at
    least; small words and those with a capital inside do not count."""
    counted = [
        word
        for word in words[1:]
        if word[0].isalpha() and word[1:].islower() and word.lower() not in _SMALL
    ]
    capital = [word for word in counted if word[0].isupper()]
    return len(capital) > 1 and 4 * len(capital) >= 3 * len(counted)
