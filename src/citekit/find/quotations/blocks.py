"""Quotations without marks: block quotations.

Block quotations are Markdown's ``>`` lines (CommonMark 0.31, 5.1), HTML's ``blockquote``,
LaTeX's ``quote``, ``quotation`` and csquotes' ``displayquote`` environments, and indented
lines after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.citelocators import locator_at
from citekit.find.grammar.marks import Quoted


class Block(NamedTuple):
    """A block quotation and the span of the paragraph before it; ``marked`` are the words
    in quotation marks, if it is all of them but for their source; ``locator`` is the place
    that closes it in parentheses, which is no part of it."""

    quoted: Quoted
    lead: tuple[int, int]
    marked: Quoted | None
    locator: str


_MARKED = re.compile(
    r"^(?:[ ]{0,3}>[^\n]*(?:\n|\Z))+"
    r"|<blockquote\b[^<>\n]{0,200}>"
    r"|\\begin\{(quote|quotation|displayquote|displaycquote|foreigndisplayquote)\}",
    re.M,
)
_INDENTED = re.compile(
    r":[ \t]*\n(?:[ \t]*\n)?((?:(?:[ ]{3,}|\t)(?![-*+•–—\d])[^\n]*\S[^\n]*(?:\n|\Z))+)"
)
_WORD = re.compile(r"[^\W_]")
_PREFIX = re.compile(r"^[ ]{0,3}> ?", re.M)
#: A block that is one quotation in marks, with its source in brackets behind it.
_WHOLE = re.compile(
    r"(?P<words>“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\")\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])?\.?"
)
#: A short parenthesis at the end of a block, behind the end of a sentence or a word in lower
#: case, and a year in it.
_CLOSING = re.compile(
    r"(?P<last>[.!?…”“\"»’]|(?<![^\s>])[^\W\dA-ZÀ-ÖØ-Þ]\w*)[\s>]+"
    r"\((?P<year>\d{4}[a-z]?(?!\d))?(?P<rest>[^()\n]{0,30})\)\.?\Z"
)
#: Names, a year and a place.
_SOURCE = re.compile(
    r"(?:--?-?|[—–])?\s?\(?(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and|und|et|&|al\.|v[ao]n|de[rn]?)"
    r"(?:,? (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and|und|et|&|al\.|v[ao]n|de[rn]?)){0,7},? "
    r"\(?\d{4}[a-z]?\)?(?:[,:] ?[^\n]{1,30})?\)?\.?"
)
_PAGE = re.compile(r"\d{1,4}")
#: How a clause ends that leads to a block without a colon.
_LEADING = re.compile(r"(?:,?\s(?:that|dass|daß|que)|,)\Z")


def blocks(text: str, parts: Sequence[tuple[int, int]]) -> list[Block]:
    """The block quotations of ``text``, whose paragraphs are ``parts``, by where they
    begin."""
    found: list[Block] = []
    marked = ">" in text or ("\\" in text and "\\begin{" in text)
    if not marked and not any(text[end - 1] in ": \t\r" for _, end in parts):
        return found
    at = 0
    for match in _MARKED.finditer(text) if marked else ():
        start, end = match.span()
        if start < at:
            continue
        if text[start] == "<":
            stop = text.find("</blockquote", end)
            if stop < 0:
                break
            inner, end = (end, stop), text.find(">", stop) + 1 or len(text)
        elif text[start] == "\\":
            stop = text.find("\\end{" + match.group(1), end)
            if stop < 0:
                continue
            inner, end = (end, stop), text.find("}", stop) + 1 or len(text)
        else:
            inner = (start, end)
        found.append(_block(text, start, end, *inner))
        at = end
    if at == 0:
        for match in _INDENTED.finditer(text):
            found.append(_block(text, *match.span(1), *match.span(1)))
    return [one for one in found if _WORD.search(text, one.quoted.inner_start, one.quoted.end)]


def _block(text: str, start: int, end: int, inner_start: int, inner_end: int) -> Block:
    repeated = []
    if text[inner_start : inner_start + 4].lstrip()[:1] == ">":
        first = _PREFIX.match(text, inner_start)
        for match in _PREFIX.finditer(text, inner_start, inner_end):
            if first is None or match.start() > first.start():
                repeated.append(match.span())
        inner_start = first.end() if first else inner_start
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    while end > inner_end and text[end - 1].isspace():
        end -= 1
    if start < inner_start and text[start:inner_start].isspace():
        start = inner_start
    stop, locator = _place(text, inner_start, inner_end)
    if stop < inner_end:
        if end == inner_end:
            end = stop
        inner_end = stop
    spans = tuple(span for span in repeated if inner_start <= span[0] < inner_end)
    quoted = Quoted(start, end, inner_start, inner_end, 1, "block", spans)
    lead_end = start
    while lead_end and text[lead_end - 1].isspace():
        lead_end -= 1
    lead_start = max(text.rfind("\n\n", 0, lead_end) + 2, lead_end - 1500, 0)
    if lead_start == 1:
        lead_start = 0
    return Block(quoted, (lead_start, lead_end), _in_marks(text, quoted), locator)


def led_by_colon(text: str, block: Block) -> str:
    """``text`` with a colon before a block that a clause leads to without one, and for the
    conjunction there: "Lee observes that", "wie Lee schreibt,"; positions stay."""
    start, end = block.lead
    found = _LEADING.search(text, max(start, end - 40), end)
    if found is None or end >= block.quoted.start:
        return text
    return "".join((text[: found.start()], ":", " " * (end - found.start()), text[end + 1 :]))


def only_source(text: str, block: Block) -> bool:
    """Whether a block right below another one is no more than the source of that: "Lee 1990,
    12", as HTML's ``footer`` in a ``blockquote`` (HTML 4.4.4)."""
    above = text[block.lead[0] : block.lead[0] + 5].lstrip(" ")
    return above.startswith(">") and bool(
        _SOURCE.fullmatch(text, block.quoted.inner_start, block.quoted.inner_end)
    )


def _place(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the words of a block end before a place in parentheses that closes it, and the
    place: "(p. 12)", and behind the end of a sentence "(1990, 12)", "(12)" and "(1990)"."""
    found = _CLOSING.search(text, max(start, end - 60), end)
    if found is None or (found["year"] and found["last"].isalpha()):
        return end, ""
    locator = locator_at(text, *found.span("rest"))
    if locator is not None and locator.end == found.end("rest"):
        return found.end("last"), str(locator)
    bare = not found["rest"] if found["year"] else _PAGE.fullmatch(found["rest"])
    if bare and not found["last"].isalpha():
        return found.end("last"), found["rest"]
    return end, ""


def _in_marks(text: str, block: Quoted) -> Quoted | None:
    whole = _WHOLE.fullmatch(text, block.inner_start, block.inner_end)
    if whole is None:
        return None
    start, end = whole.span("words")
    return block._replace(start=start, end=end, inner_start=start + 1, inner_end=end - 1)
