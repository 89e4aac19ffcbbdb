"""Paragraphs of a text, whether its lines are wrapped or each line is a paragraph."""

from __future__ import annotations

import re

#: Lines longer than this are not broken by a program or a typist.
_WIDEST = 110
#: A wrapped line is not shorter than this.
_NARROWEST = 38
#: Digits that number a note.
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(f"[{SUPERSCRIPTS}]+")
#: The number of a note after a quotation mark; the character that is rarest first.
_BRACKETS = re.compile(r"\[(?<=[”»“\"’]\[)\^?\w{1,12}\]")
_BULLET = re.compile(r"[ \t]*(?:[-*+•–—>|]|\d{1,3}[.)]|Q:|A:)[ \t\u00a0]|[ \t]*#|\t| {4}")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs of ``text``, in order, without line ends.

    Blank lines part them.  A single line break does too, unless the lines are wrapped:
    then the first word of the next line would not have fitted on the line before.
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


def _close(block: list[tuple[int, int, str]], spans: list[tuple[int, int]]) -> None:
    """Part a run of lines with no blank line between them."""
    if len(block) == 1:
        spans.append(block[0][:2])
        return
    width = max(end - start for start, end, _ in block)
    start, end, line = block[0]
    for next_start, next_end, next_line in block[1:]:
        if width > _WIDEST or not _wrapped(line, next_line, width):
            spans.append((start, end))
            start = next_start
        end, line = next_end, next_line
    spans.append((start, end))


def _wrapped(line: str, following: str, width: int) -> bool:
    quote = line.lstrip().startswith(">")
    if following.lstrip().startswith(">"):
        if not quote:
            return False
        line, following = line.lstrip(" >"), following.lstrip(" >")
        width -= 2
    elif quote or _BULLET.match(following):
        return False
    word = following.lstrip(" \t").split(" ", 1)[0]  # no line breaks at a no-break space
    return len(line) >= _NARROWEST and len(line) + 1 + len(word) > width


def unwrapped(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with spaces for the line ends inside its paragraphs ``spans``, and for the
    numbers of notes: the same length, so that positions stay."""
    pieces = []
    at = 0
    for start, end in spans:
        if text.find("\n", start, end) >= 0:
            pieces.append(text[at:start])
            pieces.append(text[start:end].replace("\r\n", "  ").replace("\n", " "))
            at = end
    pieces.append(text[at:])
    flat = "".join(pieces)
    if "[" in flat:
        flat = _BRACKETS.sub(_blank, flat)
    return _RAISED.sub(_blank, flat) if any(map(flat.__contains__, SUPERSCRIPTS)) else flat


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
