"""Quotations of a heading that come back below it: the same person says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.grammar.marks import Quoted
from citekit.find.suggestion import Suggestion

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
#: A heading's quotation has so many words, and so many more may stand between them below.
_FEWEST, _GAPS = 2, 12
#: Only of quotations with this score is the speaker sure enough for the heading.
_SURE = 0.55
#: A longer paragraph is no heading (code points); what sentences end with.
_HEADING, _ENDS = 80, (*".!?…,;:—–-", "")


def lone(text: str, start: int, end: int, quoted: Quoted) -> bool:
    """Whether the paragraph ``start`` to ``end`` is a heading: a short quotation and nothing
    else, that ends as no sentence does; not after a colon."""
    words = text[quoted.inner_start : quoted.inner_end].strip()
    if (quoted.start, quoted.end) != (start, end) or not words or len(words) > _HEADING:
        return False
    before = text[max(0, start - 3) : start].rstrip()
    return words.rstrip("”’»›\"' ")[-1:] not in _ENDS and not before.endswith(":")


def headed(text: str, headings: Sequence[Quoted], found: Sequence[Suggestion]) -> list[Suggestion]:
    """For quotations in headings whose words stand, in their order, in a quotation further
    down: the speaker of that one."""
    made = []
    by_word: dict[str, list[tuple[Suggestion, list[str]]]] = {}
    for one in found if headings else ():
        inside = _words(one.quoted) if one.score >= _SURE else []
        for word in set(inside):
            by_word.setdefault(word, []).append((one, inside))
    for quoted in headings:
        words = _words(quoted.words(text))
        if len(words) < _FEWEST:
            continue
        near = min((by_word.get(word, []) for word in words), key=len)
        for one, inside in near:
            if one.start < quoted.end or not _holds(inside, words):
                continue
            made.append(
                Suggestion(
                    quoted.start,
                    quoted.end,
                    "quotation",
                    quoted=quoted.words(text),
                    speaker=one.speaker,
                    method="heading",
                    score=0.7,
                    reasons=("the same words stand further down",),
                )
            )
            break
    return made


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Whether ``wanted`` stand in ``words`` in their order, with few others between; of two
    words none."""
    most = _GAPS if len(wanted) > 3 else 0
    for first, word in enumerate(words):
        if word != wanted[0]:
            continue
        at, place = first, 0
        while at < len(words) and place < len(wanted) and at - first - place <= most:
            place += words[at] == wanted[place]
            at += 1
        if place == len(wanted):
            return True
    return False
