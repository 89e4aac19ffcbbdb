"""Page numbers and running heads in text that was taken off pages (pdftotext, OCR).

They stand on lines of their own, beside the form feed that ends a page or between blank lines
within a sentence, and are no words of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = rf"(?:\d{{1,4}}|{_ROMAN})"
#: A page number alone, and with a running head beside it.
_FOLIO = re.compile(
    r"[-–—|•·~*\[({<]?\s*(?:(?:page|pa?g\.?|p\.|seite|s\.|fol\.)\s*)?"
    rf"{_NUMBER}(?:\s*(?:/|of|von|sur|de)\s*\d{{1,4}})?\s*[-–—|•·~*\])}}>]?",
    re.IGNORECASE,
)
#: The number of a page or leaf of another edition, or of the print, inside of the text.
_LEAF = r"\d{1,4}(?:[rv]|[ab]\d{0,2})"
_PAGED = (
    r"(?:p|pp|pa?g|page|s|seite|sp|col|f|fol|bl)\.?[ \u00a0]?\d{1,4}(?:[rv]|[ab]\d{0,2})?"
    rf"|[AB][ \u00a0]?\d{{1,3}}(?:[ \u00a0]?/[ \u00a0]?B[ \u00a0]?\d{{1,3}})?|{_LEAF}"
)
_INSIDE = re.compile(
    rf"\[(?:{_PAGED})\]|\{{(?:{_PAGED}|\d{{1,4}})\}}|(?<!\|)\|(?:{_PAGED}|\d{{1,4}})\|(?!\|)"
    rf"|‖(?:{_PAGED}|\d{{1,4}})‖|<(?:{_LEAF}|\d{{1,4}})>",
    re.IGNORECASE,
)
_APART = r"(?:\s*[|•·]\s*|\s+[–—]\s+|\s{3,}|\t)"
_CAPITALS = r"[^\Wa-zß-öø-ÿ\d_][^a-zß-öø-ÿ]+"
_HEAD = re.compile(
    rf"(?i:{_NUMBER}){_APART}\S.*|\S.*?{_APART}(?i:{_NUMBER})"
    rf"|(?:\d{{1,4}}\s)?{_CAPITALS}(?:\s\d{{1,4}})?"
)
_FIGURES = re.compile(rf"\d+|\b{_NUMBER}\b", re.IGNORECASE)
#: A line alone between blank lines.
_ALONE = re.compile(r"(?<=\n)[ \t]*(?P<line>[^\s][^\n\f]{0,89}+)(?=\n[ \t\r]*\n)")
#: What it begins or ends with, or consists of, if it has a number.
_MAYBE = re.compile(
    r"\A\W{0,2}\d|\d\W{0,2}\Z|\A[ivxlc\W]+\Z|\A(?:p\.|seite|s\.|page)|[|•·\t]|\s{3}",
    re.IGNORECASE,
)
#: The longest head, in characters, and the widest space beside one that is looked at.
_LONGEST, _WIDEST = 90, 400
#: A line without a number that stands so often beside form feeds is a running head; so is one
#: with a number, or in capitals, that stands there, or alone, more than once.
_OFTEN, _TWICE = 3, 2
#: So many lines beside a form feed may be none of the text: a head and a number.
_BESIDE = 2
#: A sentence goes on behind one of these in lower case, and behind a line of so many
#: characters without a sign at its end in capitals, too.
_GOES_ON = re.compile(r"[\w,;)\]”’\"'»–—-]\Z")
_IN_WORDS, _LINE = re.compile(r"[^\W\d_][,;-]?\Z"), 30


def page_marks(text: str) -> list[tuple[int, int]]:
    """The spans (code points) of page numbers in brackets inside of a text, in order, as editors
    and transcripts set them: "[Pg 46]", "{46}", "[S. 46]", "|46|", "[A 51/B 75]", "[449a20]"."""
    if not any(sign in text for sign in "[{|‖<"):
        return []
    return [
        (found.start() - text[found.start() - 1 : found.start()].isspace(), found.end())
        for found in _INSIDE.finditer(text)
    ]


class _Line(NamedTuple):
    """A line that may be none of the text: its span, and what it is by its form."""

    start: int
    end: int
    kind: Literal["folio", "head", "plain"]
    name: str


def page_lines(text: str) -> list[tuple[int, int]]:
    """The spans (code points) of page numbers, running heads and form feeds, in order; within a
    sentence with the white space around them, but for the end of the line before."""
    has_pages = "\f" in text
    fed = [_beside(text, at) for at in _places(text, "\f")] if has_pages else []
    alone = [line for match in _ALONE.finditer(text) for line in _alone(text, match)]
    often = Counter(line.name for lines in fed for line in lines)
    names = Counter(line.name for line in alone)
    spans: list[tuple[int, int]] = []
    for at, lines in zip(_places(text, "\f"), fed, strict=True):
        sure = _outermost(text, at, lines, often, sentence=False)
        maybe = _outermost(text, at, lines, often, sentence=True)
        for kept in (maybe, sure):
            start = min([at, *(line.start for line in kept)])
            end = max([at + 1, *(line.end for line in kept)])
            if widened := _widened(text, start, end, is_sure=bool(kept)):
                spans += widened
                break
        else:
            spans += [line[:2] for line in sure]
    group: list[_Line] = []
    for line in alone:
        is_numbered = line.kind == "folio" or re.search(r"\d", text[line.start : line.end])
        needed = _OFTEN if line.kind == "plain" else 1 if is_numbered else _TWICE
        if names[line.name] < needed:
            continue
        if group and text[group[-1].end : line.start].strip():
            spans += _in_sentence(text, group)
            group = []
        group.append(line)
    spans += _in_sentence(text, group)
    return sorted(spans)


def _places(text: str, sign: str) -> list[int]:
    return [match.start() for match in re.finditer(sign, text)]


def _line(text: str, start: int, end: int) -> _Line:
    shown = text[start:end].strip()
    kind: Literal["folio", "head", "plain"] = "plain"
    if len(shown) > _LONGEST:
        return _Line(start, end, kind, "")
    if _FOLIO.fullmatch(shown):
        kind = "folio"
    elif _HEAD.fullmatch(shown):
        kind = "head"
    return _Line(start, end, kind, " ".join(_FIGURES.sub(" ", shown).lower().split()))


def _alone(text: str, match: re.Match[str]) -> Sequence[_Line]:
    """What stands alone between blank lines, if it may be none of the text: a line, or a page
    number and a head in two."""
    start = text.rfind("\n", 0, match.start() - 1) + 1
    before = text[start : match.start()].strip()
    if not before:
        if match["line"].isupper() or _MAYBE.search(match["line"]):
            return (_line(text, *match.span("line")),)
        return ()
    if len(before) > _LONGEST or text[text.rfind("\n", 0, start - 1) + 1 : start].strip():
        return ()
    pair = _line(text, start, match.start() - 1), _line(text, *match.span("line"))
    return pair if "folio" in (pair[0].kind, pair[1].kind) else ()


def _beside(text: str, feed: int) -> list[_Line]:
    """The last lines of the page that ends at ``feed``, and the first of the next one, those
    nearest to it first."""
    found: list[_Line] = []
    end = feed
    for _ in range(_BESIDE):
        low = max(0, end - _WIDEST)
        end = low + len(text[low:end].rstrip())
        start = max(text.rfind("\n", low, end), text.rfind("\f", low, end), low - 1) + 1
        if start == end:
            break
        found.append(_line(text, start, end))
        end = start
    start = feed + 1
    for _ in range(_BESIDE):
        start = _behind_white(text, start, " \t\r\n")
        high = min(len(text), start + _WIDEST)
        ends = (text.find("\n", start, high), text.find("\f", start, high), high)
        end = min(at for at in ends if at >= 0)
        if end <= start:
            break
        found.append(_line(text, start, end))
        start = end
    return found


def _behind_white(text: str, start: int, white: str | None = None) -> int:
    """Where the white space that begins at ``start`` ends, if that is not too far."""
    shown = text[start : start + _WIDEST]
    return start + len(shown) - len(shown.lstrip(white))


def _outermost(
    text: str, feed: int, lines: Sequence[_Line], often: Counter[str], *, sentence: bool
) -> list[_Line]:
    """The lines beside a form feed that are none of the text, on either side up to the first
    one that is; with ``sentence`` also heads that stand only once, if a blank line parts them
    from the text: they must stand within a sentence."""
    found: list[_Line] = []
    for is_before in (True, False):
        for line in lines:
            if (line.start < feed) is not is_before:
                continue
            needed = _OFTEN if line.kind == "plain" else _TWICE
            if not line.name and line.kind != "folio":
                break
            is_alone = line.kind == "folio" or (sentence and line.kind == "head")
            if often[line.name] < needed and not (is_alone and _is_parted(text, line, is_before)):
                break
            found.append(line)
    return found


def _is_parted(text: str, line: _Line, is_before: bool) -> bool:
    """Whether a blank line stands between a line and the text, which is before it or behind."""
    beside = (
        text[max(0, line.start - 200) : line.start]
        if is_before
        else text[line.end : line.end + 200]
    )
    white = beside[len(beside.rstrip()) :] if is_before else beside[: -len(beside.lstrip()) or None]
    return white.count("\n") > 1 or white == beside


def _in_sentence(text: str, group: Sequence[_Line]) -> list[tuple[int, int]]:
    """The span of lines that stand alone, one behind the other, if a sentence goes on."""
    if not group:
        return []
    return _widened(text, group[0].start, group[-1].end, is_sure=True)


def _widened(text: str, start: int, end: int, *, is_sure: bool) -> list[tuple[int, int]]:
    """A span with the white space around, but for the first line end, if it stands in a
    sentence; none else.  ``is_sure`` says that there are words in it."""
    before = text[max(0, start - 200) : start]
    head = before.rstrip()
    first = start - len(before) + len(head)
    end = _behind_white(text, end)
    following = text[end : end + 1]
    line = head[head.rfind("\n") + 1 :]
    goes_on = following.islower() and _GOES_ON.search(head)
    if not goes_on and is_sure and len(line) >= _LINE and following.isupper():
        goes_on = _IN_WORDS.search(head)
    line_end = text.find("\n", first, end)
    if not goes_on or line_end < 0:
        return []
    return [(line_end + 1, end)]
