"""Paragraphs of a text, whether its lines are wrapped or each line is a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

#: Lines longer than this are not broken by a program or a typist.
_WIDEST = 110
#: A wrapped line is not shorter than this, if nothing but its length says that it is one.
_NARROWEST = 38
_BULLET = re.compile(r"[ \t]*(?:[-*+•–—>|]|\d{1,3}[.)]|Q:|A:)[ \t\u00a0]|[ \t]*#|\t| {4}")
#: What may stand behind the sign that ends a sentence.
_CLOSING = " \t\r”“\"»«›‹’‘')]*_"
#: What a line may begin with that goes on in lower case.
_OPENING = " \t\r>“„«‘‚\"'(\u00a0\u202f"
_STOPS = frozenset(".!?…")
#: "von Ada Roth": who wrote the text, in a line below its heading.
_BYLINE = re.compile(r"(?:by|von|par|de|di|por)\s[^\W\d_a-zß-ÿœ][^.!?…]{2,60}")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs of ``text``, in order, without line ends.

    Blank lines part them.  A single line break does too, unless the lines are wrapped.
    They are where the first word of the next line would not have fitted on the line
    before, and where the next line goes on in lower case with a sentence that has not
    ended, however long the lines are.
    """
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int, str]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line and not line.isspace():
            block.append((at, end, line))
        elif block:
            _close(block, spans)
            block = []
        at = end + 1
    if block:
        _close(block, spans)
    return spans


def flowing(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with spaces for the line ends inside its paragraphs ``spans``: the same
    length, so that positions stay."""
    pieces = []
    at = 0
    for start, end in spans:
        if text.find("\n", start, end) >= 0:
            pieces.append(text[at:start])
            pieces.append(text[start:end].replace("\r\n", "  ").replace("\n", " "))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _close(block: list[tuple[int, int, str]], spans: list[tuple[int, int]]) -> None:
    """Part a run of lines with no blank line between them."""
    if len(block) == 1:
        spans.append(block[0][:2])
        return
    lines = [line for _, _, line in block]
    pairs = list(pairwise(lines))
    width = max(map(len, lines))
    typed = width <= _WIDEST
    joined = [typed and _wrapped(*pair, width) for pair in pairs]
    if not all(joined):
        goes_on = [_goes_on(*pair) for pair in pairs]
        ragged = typed and any(goes_on)
        joined = [
            joined[at] or goes_on[at] or (ragged and _is_open(*pair, first=at == 0))
            for at, pair in enumerate(pairs)
        ]
    start, end, _ = block[0]
    for (next_start, next_end, _), same in zip(block[1:], joined, strict=True):
        if not same:
            spans.append((start, end))
            start = next_start
        end = next_end
    spans.append((start, end))


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on a line."""
    if len(line) < _NARROWEST:
        return False
    inner = _alike(line, following)
    if inner is None:
        return False
    if inner[0] is not line:  # without the signs of a block quotation
        line, following = inner
        width -= 2
        if len(line) < _NARROWEST:
            return False
    words = following.lstrip(" \t")
    end = words.find(" ")  # no line breaks at a no-break space
    return len(line) + 1 + (len(words) if end < 0 else end) > width


def _goes_on(line: str, following: str) -> bool:
    """Whether the next line goes on in lower case with the sentence of a line, perhaps in
    quotation marks or parentheses."""
    if not following.lstrip(_OPENING)[:1].islower():
        return False
    inner = _alike(line, following)
    if inner is None or inner[0].rstrip(_CLOSING)[-1:] in _STOPS:
        return False
    words = inner[1].strip(_OPENING)
    return not (words[0] in "bvpd" and _BYLINE.fullmatch(words))


def _is_open(line: str, following: str, *, first: bool) -> bool:
    """Whether a line that is long enough ends inside a sentence, among lines of whatever
    lengths; the first one, which may be a heading, on a word in lower case, or a comma."""
    if len(line) < _NARROWEST or _alike(line, following) is None:
        return False
    last = line.rstrip()[-1:]
    if first:
        return last == "," or last.islower()
    return last != ":" and line.rstrip(_CLOSING)[-1:] not in _STOPS


def _alike(line: str, following: str) -> tuple[str, str] | None:
    """Two lines of which the second may go on with the first, without the signs of a block
    quotation that both are in; None if it begins something new."""
    quote = line.lstrip().startswith(">")
    if following.lstrip().startswith(">"):
        return (line.lstrip(" >"), following.lstrip(" >")) if quote else None
    return None if quote or _BULLET.match(following) else (line, following)
