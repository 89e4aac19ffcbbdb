"""Pieces of a specialised layout: a fixed text, or a function of the context.

Each function here does what a method of :class:`~citekit.csl.evaluate.Evaluator`
does, for texts that are known not to be empty.  A text that is empty after all
raises :class:`Unsure`, and the interpreter takes over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from citekit.csl.context import Context
from citekit.csl.marks import CLOSE, OPEN, QUOTE, UNQUOTE
from citekit.csl.nodes import Look
from citekit.csl.punctuation import STICKY, TRIGGERS, Joiner

Fill: TypeAlias = Callable[[Context], str]
Piece: TypeAlias = "str | Fill"
Change: TypeAlias = Callable[[str], str]


class Unsure(Exception):
    """What was taken for granted when a layout was specialised does not hold."""


def fixed(text: str) -> Fill:
    """``text`` as a function."""
    return lambda _: text


def joined(pieces: Sequence[Piece], delimiter: str, joiner: Joiner) -> Piece:
    """The pieces with ``delimiter`` between them, mended where they meet."""
    head: Piece = pieces[0]
    steps: list[Piece] = []
    for piece in pieces[1:]:
        for step in (delimiter, piece) if delimiter else (piece,):
            if isinstance(head, str) and isinstance(step, str) and not steps:
                head = joiner.glue(head, step)
            else:
                steps.append(step)
    if not steps:
        return head
    first = fixed(head) if isinstance(head, str) else head
    glue = joiner.glue
    if len(steps) == 1:
        return _pair(first, steps[0], glue)
    rest = [("", step) if callable(step) else (step, None) for step in steps]

    def join(context: Context) -> str:
        out = first(context)
        for text, fill in rest:
            if fill is not None:
                text = fill(context)
            if out[-1] in STICKY and text[0] in TRIGGERS:
                out = glue(out, text)
            else:
                out += text
        return out

    return join


def _pair(first: Fill, second: Piece, glue: Callable[[str, str], str]) -> Fill:
    if isinstance(second, str):
        return lambda context: glue(first(context), second)
    return lambda context: glue(first(context), second(context))


def dressed(
    piece: Piece, look: Look, joiner: Joiner, case: Change, *, quotes: bool, display: bool
) -> Fill:
    """All attributes of ``look`` on a piece that is not fixed, in the order of
    :meth:`~citekit.csl.evaluate.Evaluator.dress`."""
    fill = fixed(piece) if isinstance(piece, str) else piece
    if look.strip_periods:
        fill = _without_periods(fill)
    if look.text_case:
        fill = _changed(fill, case)
    before, after = "".join(reversed(look.opens)), CLOSE * len(look.opens)
    if look.quotes and quotes:
        before, after = QUOTE + before, after + UNQUOTE
    if before:
        fill = _wrapped(fill, before, after)
    if look.prefix or look.suffix:
        fill = _affixed(fill, look.prefix, look.suffix, joiner.glue)
    if look.display and display:
        fill = _wrapped(fill, OPEN[look.display], CLOSE)
    return fill


def _without_periods(fill: Fill) -> Fill:
    def stripped(context: Context) -> str:
        text = fill(context).replace(".", "")
        if not text:
            raise Unsure
        return text

    return stripped


def _changed(fill: Fill, case: Change) -> Fill:
    return lambda context: case(fill(context))


def _wrapped(fill: Fill, before: str, after: str) -> Fill:
    return lambda context: before + fill(context) + after


def _affixed(fill: Fill, prefix: str, suffix: str, glue: Callable[[str, str], str]) -> Fill:
    """Affixes; those that never meet the text's own punctuation are put plainly."""
    plain_before = not prefix or prefix[-1] not in STICKY
    plain_after = not suffix or suffix[0] not in TRIGGERS
    if plain_before and plain_after:
        return lambda context: prefix + fill(context) + suffix
    if plain_before:
        return lambda context: glue(prefix + fill(context), suffix)
    return lambda context: glue(glue(prefix, fill(context)), suffix)
