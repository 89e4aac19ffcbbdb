"""Spans of a text that are quoted whole: outside of citations, with both brackets of a pair."""

from __future__ import annotations

import re

from citekit.find.shapes import YEAR

#: Characters on either side in which a bracket's partner is looked for.
_AROUND = 300
_GROUP = re.compile(
    r"\((?:[^()\n]|\n(?!\s*\n)|\((?:[^()\n]|\n(?!\s*\n))*\))*\)"
    r"|\[(?:[^\[\]\n]|\n(?!\s*\n))*\]"
)
#: A citation in brackets begins with a name, a number, or what leads to it, and has a year, a
#: page or a repetition (Chicago Manual of Style, 17th edition, 15.20–31; MLA Handbook, 9th
#: edition, 6.1–6.10).
_CITED = re.compile(
    rf"[(\[]\s*(?:[^\W_]{{2,9}}\.?,?\s(?:(?:also|auch|aussi|z\.\s?B\.|e\.g\.)\s)?)?"
    rf"(?:(?i:ibid|id|ebd|ders|dies|op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O)\b"
    rf"|(?i:pp?|S|chap|ch|Kap|vol|Bd|n)\.\s?\d|{YEAR}\b"
    rf"|(?:[a-zà-ÿ]{{1,3}}\s)*[^\W\d_a-zß-ÿ][^\W\d_]*(?:[\s,.&’'-]+[^\W\d_]+){{0,9}}[.,]*"
    rf"[\s,(]*(?:(?:pp?|S)\.\s?)?\d{{1,4}}[a-z]?\b)"
)


def whole(text: str, start: int, end: int, *, only_citations: bool = False) -> tuple[int, int]:
    """The span ``start``–``end`` of a text without the part of a citation in brackets at its
    ends, and, but with ``only_citations``, with the rest of other brackets of which it holds
    a part."""
    for match in _GROUP.finditer(text, max(0, start - _AROUND), end + _AROUND):
        low, high = match.span()
        cited = _CITED.match(match[0]) is not None
        if start <= low < end < high:
            if cited and text[start:low].strip():
                end = start + len(text[start:low].rstrip())
            elif not cited and not only_citations:
                end = high
        elif low < start < high <= end:
            behind = text[high:end].lstrip(" \t\n.,;:")
            if cited and behind:
                start = end - len(behind)
            elif not cited and not only_citations:
                start = low
    return start, end


_OPENING, _CLOSING = '“‘„«‹("[', '”’“»›)"]'


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the quotation marks or brackets next to it whose partners are in it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    words = text[start:end]
    if before and before in _OPENING:
        start -= _alone(words, before, _CLOSING[_OPENING.index(before)])[1]
    if after and after in _CLOSING:
        end += _alone(words, _OPENING[_CLOSING.index(after)], after)[0]
    return start, end


def _alone(words: str, opening: str, closing: str) -> tuple[bool, bool]:
    """Whether an opening mark in some words is not closed, and a closing one not opened."""
    if opening == closing:
        odd = words.count(opening) % 2 == 1
        return odd, odd
    depth, unopened = 0, False
    for char in words:
        unopened = unopened or (char == closing and not depth)
        depth = max(0, depth + (char == opening) - (char == closing))
    return depth > 0, unopened
