"""Quotations that carry the name of their source: in their markup, or in a line below.

Markup names it with a key (csquotes' ``\\textcquote``) or an address (HTML's ``cite``, HTML
4.4.4 and 4.5.7).  The last line of a block quotation names it with the work's title or a
citation, behind a dash ("— Name, Title") or with nothing else but its authors; so does a line
alone below it, behind a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.keys import addressed, entries_by_key
from citekit.find.citedquotes import NEAR, RELATION
from citekit.find.keyed import authors_of, language_of
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry, Span, name_key
from citekit.model import Body, Markup

_METHOD = "source"
#: A block quotation of several paragraphs, and what begins its lines.
_BLOCK = re.compile(r"^[ ]{0,3}>[^\n]*(?:\n(?:[ \t]*\n)?[ ]{0,3}>[^\n]*)*", re.M)
_GAP = re.compile(r"\n[ \t]*\n")
_PREFIX = re.compile(r"^[ ]{0,3}>[ >]*", re.M)
#: Where its last line may begin, and the dash before a name.
_LINE = re.compile(r"\n[ >]*(?=[^\s>])")
_DASH = re.compile(r"(?:---?|[—–―~])[ \u00a0]?(?=\S)")
#: The rest of a paragraph of a block.
_ALONE = re.compile(r"[)\].]*[ \t]*\n[ \t]*\n(?=[ ]{0,3}>)")
#: A line alone below a block.
_BELOW = re.compile(r"\n[ \t]*\n[ \t]*(?=[—–―]|---?)(?P<line>[^\n]+)(?=\s*\Z|\n[ \t]*\n)")
#: What a block ends with before a citation alone in its last line.
_ENDED = frozenset('.!?…”“"»«’')
#: No line that signs is longer (code points).
_LONGEST = 200
_WORD = re.compile(r"[^\W\d_]+")
#: What else may stand in it.
_JOINTS = frozenset("in from aus dans the by von de and und et p pp s seite page".split())
#: So many other words may stand behind a dash.
_OTHERS = 3
#: Fewer code points are no quotation.
_LEAST = 3


class _Source(NamedTuple):
    """The span of a quotation without marks of quotation or line, and the work it is from:
    its entry, the place in it, who says the words, how it is known."""

    start: int
    end: int
    entry: int
    locator: str
    speaker: str
    reason: str
    score: float


def with_signed(
    text: str, catalogue: Catalogue, markup: Markup | None, suggestions: Iterable[Suggestion]
) -> list[Suggestion]:
    """The suggestions, quotations whose source is named with the work as their body, and
    those of them that nothing else has found."""
    found = list(suggestions)
    breaks = markup.breaks if markup is not None else ()
    sources = [*_signed(text, catalogue, breaks, found), *_marked(text, catalogue, markup, found)]
    for source in sources:
        found = _with_source(text, catalogue.entries[source.entry], source, found)
    return found


def _marked(
    text: str, catalogue: Catalogue, markup: Markup | None, found: Sequence[Suggestion]
) -> Iterator[_Source]:
    """The quotations whose markup names a work of the catalogue."""
    if markup is None or not markup.quotations:
        return
    references = sorted(
        (one for one in found if one.kind == "reference"), key=lambda one: (one.start, one.end)
    )
    listed = entries_by_key(text, markup, references)
    for start, end, target in markup.quotations:
        key = listed[target].body.value if target in listed else target
        entry = catalogue.keys.get(key)
        if entry is None and (address := addressed(target, catalogue)) is not None:
            entry = address[0]
        line = _last_line(text, start, end, markup.breaks) if text[start] == ">" else None
        if line is not None and _DASH.match(text, line[1], end):
            end = _before(text, start, line[0])
        if entry is None or entry in catalogue.own or end - start < _LEAST:
            continue
        work = catalogue.entries[entry].key
        locator = next(
            (
                one.locator
                for one in found
                if one.kind == "citation"
                and one.body.value == work
                and start <= one.start <= end + NEAR
            ),
            "",
        )
        speaker = authors_of(catalogue.entries[entry], language_of(text))
        yield _Source(start, end, entry, locator, speaker, "its markup names the source", 0.95)


def _signed(
    text: str, catalogue: Catalogue, breaks: Sequence[int], found: Sequence[Suggestion]
) -> Iterator[_Source]:
    """The block quotations whose last line, or one below, names a work of the catalogue."""
    if ">" not in text or not catalogue.entries:
        return
    named = [
        one
        for one in found
        if one.body.type == "work"
        and (
            one.kind in ("citation", "reference") or (one.kind, one.method) == ("mention", "title")
        )
    ]
    for block in _BLOCK.finditer(text) if named else ():
        start, end = block.start(), block.end()
        below = _BELOW.match(text, end)
        line = _last_line(text, start, end, breaks)
        if below is not None and len(below["line"]) <= _LONGEST:
            line, end = (below.start("line"), below.start("line")), below.end()
        if line is None:
            continue
        before, begin = line
        dash = _DASH.match(text, begin, end)
        inside = [one for one in named if begin <= one.start and one.end <= end]
        works = {one.body.value for one in inside}
        if len(works) != 1 or (dash is None and text[before - 1] != "\n"):
            continue
        entry = catalogue.keys[works.pop()]
        rest = _without(text, begin, end, inside)
        theirs = {word for name in _names(catalogue.entries[entry]) for word in name.split()}
        words = {name_key(word) for word in _WORD.findall(rest)} - _JOINTS
        if end > block.end() and any(
            word.islower() and word not in _JOINTS for word in _WORD.findall(rest)
        ):
            continue  # a sentence
        other = words - theirs
        ended = text[start:before].rstrip(" \t\n>")[-1:] in _ENDED
        cites = ended and inside[0].kind == "citation"
        signs = len(other) <= _OTHERS if dash else (words or cites) and not other
        if entry in catalogue.own or not signs:
            continue
        by = text[dash.end() if dash else begin : inside[0].start].strip(" \u00a0,:")
        known = bool(by) and name_key(by.split()[-1]) in theirs
        speaker = by if known else authors_of(catalogue.entries[entry], language_of(text))
        locator = next((one.locator for one in inside if one.locator), "")
        for one in named:  # HTML: the source of the block above
            if start <= one.start and one.end <= before and (end := _line_end(text, one)):
                start = end
        if before in breaks:  # Markdown: blocks with nothing between are several
            start = max((gap.end() for gap in _GAP.finditer(text, start, before)), default=start)
        stop = _before(text, start, before)
        if stop - start >= _LEAST:
            yield _Source(start, stop, entry, locator, speaker, "a line below names it", 0.9)


def _last_line(text: str, start: int, end: int, breaks: Sequence[int]) -> Span | None:
    """Where the last line of a block begins, without and with what stands before its words, if
    the block has several and that one is short.  A line of its file that is none of the text
    (``breaks`` end those) counts behind a dash."""
    low = max(start, end - _LONGEST)
    lines = [found.span() for found in _LINE.finditer(text, low, end)]
    soft = breaks[bisect_left(breaks, low) : bisect_left(breaks, end)]
    lines += [(at, at + 1) for at in soft if _DASH.match(text, at + 1, end)]
    return max(lines, default=None)


def _line_end(text: str, one: Suggestion) -> int:
    """Where the line behind a finding begins that has its own line and paragraph in a block
    quotation; 0 if it has not."""
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    behind = _ALONE.match(text, one.end)
    return behind.end() if behind is not None and not _WORD.search(line) else 0


def _before(text: str, start: int, line: int) -> int:
    """Where a block ends before its last line."""
    return start + len(text[start:line].rstrip(" \t\n>"))


def _without(text: str, start: int, end: int, inside: Sequence[Suggestion]) -> str:
    """``text[start:end]`` without what these suggestions span."""
    pieces = []
    for one in sorted(inside, key=lambda one: one.start):
        pieces.append(text[start : one.start])
        start = max(start, one.end)
    return " ".join((*pieces, text[start:end]))


def _with_source(
    text: str, entry: Entry, source: _Source, found: Sequence[Suggestion]
) -> list[Suggestion]:
    """The suggestions, with the quotation from ``source``: those found at its place, or a
    new one; without mentions of another work by its words."""
    kept: list[Suggestion] = []
    known = False
    for one in found:
        if one.end <= source.start or source.end <= one.start:
            kept.append(one)
        elif one.kind == "quotation" and _is_of(text, one, source):
            known = True
            kept.append(
                one._replace(
                    body=Body("work", entry.key),
                    relation=RELATION,
                    locator=source.locator or one.locator,
                    reasons=(*one.reasons, source.reason),
                )
            )
        elif one.method != "quoted-term" or one.body.value in ("", entry.key):
            kept.append(one)
    if not known:
        words = _PREFIX.sub("", text[source.start : source.end])
        if text[source.start] != ">":
            words = words[1:-1]
        kept.append(
            Suggestion(
                source.start, source.end, "quotation", Body("work", entry.key), RELATION,
                source.locator, words, source.speaker, method=_METHOD, score=source.score,
                reasons=(source.reason,),
            )
        )  # fmt: skip
    return kept


def _is_of(text: str, quotation: Suggestion, source: _Source) -> bool:
    """Whether a quotation is the whole of another, or a paragraph of it."""
    shared = min(quotation.end, source.end) - max(quotation.start, source.start)
    whole = 2 * shared > max(quotation.end - quotation.start, source.end - source.start)
    return whole or (text[quotation.start] == ">" and shared > 0)


def _names(entry: Entry) -> Iterator[str]:
    """The families and given names of a work's authors, as keys."""
    for author in entry.authors:
        yield author.key
        yield from author.given
