"""The lines that sign block quotations, a dash and whose words stand above, and head them.

They are no words of the quotation, nor are titles in them quotations: the Chicago Manual of
Style sets the source of an epigraph on a line of its own, and HTML 4.4.4 leaves the attribution
out of the words of a ``blockquote``.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from citekit.find.grammar.marks import Quoted
from citekit.find.works import Span
from citekit.verify.words import without_marks

#: A name of whoever signs: capitals, initials, particles.
_NAME = (
    r"(?:(?:d[’']|l[’']|O[’'])?[A-ZÄÖÜÀ-Þ][\w’'-]*\.?"
    r"|(?:de|du|des|della|di|da|van|von|der|den|dem|la|le|zu|zur|zum|of|the|and|und|et|&|bin|ben)\b)"
)
#: What may stand behind it: a title, a year, a place, from where it is.
_MORE = (
    r"(?:\s?[,:]?\s(?:in|In|from|aus|dans|to|an|à|at|p\.|pp\.|S\.|letter|Brief|lettre)\s[^\n]*"
    r"|\s?[,:]\s[A-ZÄÖÜÀ-Þ\d“„«\"‘'*_(\[@\\][^\n]*"
    r"|\s[“„«\"‘*_(\[][^\n]*|\s?,?\s\d{3,4}[^\n]*)?"
)
_BEGUN = r"(?:---?|[—–―~]|-(?=\s))[ \u00a0\u202f]?"
_SIGNED = re.compile(rf"{_BEGUN}(?P<name>{_NAME}(?:[ \u00a0]{_NAME}){{0,6}}){_MORE}\s*")
_DASH = re.compile(rf"{_BEGUN}(?=\S)")
#: A block that begins as a dialogue does.
_OPENS = re.compile(rf"[ >\t]*{_BEGUN}\S")
#: Where a line may begin, or the dash behind the last sentence of a paragraph.
_LINE = re.compile(r"\n[ >\t]*(?=[^\s>])")
_BEHIND = re.compile(r"(?<=[.!?…”\"»])[ \u00a0](?=(?:---?|[—–―])\s?[A-ZÄÖÜÀ-Þ])")
_ATTRIBUTION = re.compile(r"[-–—]{1,3}\s[^\n]{0,120}")
#: A line alone below a block.
_BELOW = re.compile(r"\s*\n[ \t]*\n[ \t]*(?P<line>(?:---?|[—–―])[^\n]+)(?=\s*\Z|\n[ \t]*\n)")
#: Ends of sentences, which no line that signs has; not of years, brackets or titles.
_STOPPED = re.compile(r"[^\W\d_]{2}[.!?…]\s*\Z|[^\W\d_]{3}[.!?…]\s+[^\W\d_]")
#: What the words above it end with.
_ENDED = frozenset(".!?…”“\"»’')]*_")
#: A line in bold that is no sentence, quotation marks, and what the line of a text that goes on
#: in the next, or has ended, ends with.
_BOLD = re.compile(r"(\*\*|__)(?![\s*_])[^\n]+[^\s*_.!?…](?:\1:?|:\1)")
_QUOTES = frozenset('“”„"«»‘‚')
_STOPS = frozenset(".!?…,;-–—")
#: No such line is longer (code points).
_LONGEST = 160


def signature(text: str, start: int, end: int, breaks: Sequence[int]) -> tuple[int, str] | None:
    """Where the line begins that signs the block quotation at ``start``–``end`` (code points),
    its last, and the name there; ``breaks`` are the ends of lines that the text has not
    (:class:`citekit.model.Markup`).  None if there is none: lines of a dialogue sign nothing.
    """
    if _OPENS.match(text, start, end):
        return None
    low = max(start, end - _LONGEST)
    lines = [found.span() for found in _LINE.finditer(text, low, end)]
    soft = breaks[bisect_left(breaks, low) : bisect_left(breaks, end)]
    lines += [(at, at + 1) for at in soft]
    lines.sort()
    lone = not lines or _DASH.match(text, lines[-1][1], end) is None
    if lone:
        lines = [found.span() for found in _BEHIND.finditer(text, low, end)]
    elif any(_DASH.match(text, begin, end) for _, begin in lines[:-1]):
        return None
    if not lines:
        return None
    at, begin = lines[-1]
    found = _SIGNED.fullmatch(text, begin, end)
    if found is None or _STOPPED.search(text, begin, end):
        return None
    stop = start + len(text[start:at].rstrip(" \t\n>"))
    if " " not in found["name"] and (lone or text[stop - 1] not in _ENDED):
        return None  # a dash in a sentence
    return stop, found["name"]


def headed(text: str, start: int, end: int, breaks: Sequence[int]) -> int:
    """Where the words of the block quotation at ``start``–``end`` begin, behind a line that
    heads them: one in bold, or one before words that stand in quotation marks from the next
    line to the end.  ``breaks`` as for :func:`signature`."""
    soft = bisect_left(breaks, start)
    stop = text.find("\n", start, min(end, start + _LONGEST))
    if soft < len(breaks) and breaks[soft] < min(end, start + _LONGEST):
        stop = min(stop, breaks[soft]) if stop >= 0 else breaks[soft]
    if stop < 0:
        return start
    begin = end - len(text[stop:end].lstrip(" \t\n>"))
    line = text[start:stop].strip()
    if begin < end and (_BOLD.fullmatch(line) or _heads(line, text[begin:end].rstrip())):
        return begin
    return start


def _heads(line: str, rest: str) -> bool:
    """Whether a line heads words that stand in quotation marks as a whole."""
    inner = without_marks(rest.rstrip(".,;"))
    is_whole = len(inner) < len(rest) - 1 and rest[0] in _QUOTES
    return is_whole and line[-1:] not in _STOPS and _QUOTES.isdisjoint(line)


def below(text: str, end: int) -> Span | None:
    """The span of the line that stands alone, behind a dash, below the block quotation that
    ends at ``end``."""
    found = _BELOW.match(text, end)
    if found is None or _SIGNED.fullmatch(found["line"]) is None:
        return None
    return None if _STOPPED.search(found["line"]) else found.span("line")


def signing_lines(text: str, marks: Sequence[Quoted]) -> list[Span]:
    """The spans of paragraphs and lines that sign block quotations."""
    blocks = [mark for mark in marks if mark.style == "block"]
    signing = [(mark.start, mark.end) for mark in blocks if _is_attribution(text, mark)]
    return sorted(signing + [line for mark in blocks if (line := below(text, mark.end))])


def is_within(mark: Quoted, places: Sequence[Span]) -> bool:
    """Whether one of these spans, in order, has a quotation."""
    at = bisect_right(places, (mark.start, sys.maxsize)) - 1
    return at >= 0 and mark.end <= places[at][1]


def _is_attribution(text: str, mark: Quoted) -> bool:
    """Whether a paragraph of a block quotation says whose words stand above it."""
    if mark.style != "block":
        return False
    if _ATTRIBUTION.fullmatch(text, mark.inner_start, mark.inner_end) is None:
        return False
    above = text[: mark.start].rstrip(" \n>")
    return text.startswith(">", above.rfind("\n") + 1)


def signer(text: str, mark: Quoted, signing: Sequence[Span]) -> str:
    """The name in the paragraph or line that signs a block quotation, right below it; or ""."""
    at = bisect_left(signing, (mark.inner_end,))
    if mark.style != "block" or at == len(signing):
        return ""
    start, end = signing[at]
    between = text[mark.inner_end : start].strip(" \t\n>")
    found = _SIGNED.fullmatch(text, end - len(text[start:end].lstrip(" \t>")), end)
    return found["name"] if found is not None and not between else ""
