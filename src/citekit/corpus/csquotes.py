"""The commands and environments of LaTeX's csquotes that quote and may cite; dirtytalk's
``\\say``.

Source: the csquotes manual 5.2, "Basic interface" (``\\textquote``, ``\\blockquote``),
"Integrated interface" (``\\textcquote``) and "Display environments".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from citekit.corpus.keys import cite_commands

Shape = Literal["text", "block", "display"]
Span = tuple[int, int]

OPTION = r"\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\}|\[[^\[\]]*\])*\]"
BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"

_NAME = re.compile(
    r"enquote|say|(?:foreign|hyphen)quote|text(?P<old>quotecite)"
    r"|(?:foreign|hyphen|hybrid)?(?P<shape>text|block|display)(?P<keyed>c)?quote"
)
_OTHER_LANGUAGE = ("foreign", "hyphen", "hybrid")
_TEXT = re.compile(r"\s*(?=\{)")
_LANGUAGE = re.compile(rf"\s*{BRACES}")
_CITE = re.compile(rf"[ \t]*((?:{OPTION}[ \t]*)*{BRACES})")
_BRACKETS = re.compile(rf"\s*({OPTION})")
#: So many options in brackets stand before the text.
_CITE_AND_POINT = 2


class Quoting(NamedTuple):
    """A quotation: whether it is set in marks, as a block, or in an environment of its
    own; the span of its citation, as an author types it in brackets or behind the name of
    a command that cites (``keyed``); the punctuation before its closing mark; the key of
    its source, if it has one; and where its text begins."""

    shape: Shape
    cite: Span
    keyed: bool
    point: str
    source: str
    end: int


def quoting(source: str, name: str, at: int) -> Quoting | None:
    """The quotation that the command or environment ``name`` begins, whose arguments stand
    at ``at`` of the file; None for a name that quotes nothing."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    if name.startswith(_OTHER_LANGUAGE) and (language := _LANGUAGE.match(source, at)):
        at = language.end()
    keyed = bool(match["keyed"] or match["old"])
    cite = (at, at)
    wanted = _CITE_AND_POINT if match["shape"] else 0
    if keyed and (found := _CITE.match(source, at)):
        cite = (found.start(1), found.end())
        at, wanted = found.end(), 1
    options: list[Span] = []
    while len(options) < wanted and (found := _BRACKETS.match(source, at)):
        options.append((found.start(1) + 1, found.end(1) - 1))
        at = found.end()
    if not keyed and options:
        cite = options.pop(0)
    point = source[slice(*options[0])].strip() if options else ""
    shape: Shape = "text"
    if match["shape"] == "block":
        shape = "block"
    elif match["shape"] == "display":
        shape = "display"
    text = _TEXT.match(source, at) if shape != "display" else None
    at = text.end() if text else at
    return Quoting(shape, cite, keyed, point, _source(source[slice(*cite)], keyed), at)


def _source(cite: str, keyed: bool) -> str:
    """The only key that a citation has; else an empty string."""
    commands = cite_commands(f"\\cite{cite}" if keyed else cite)
    keys = {
        span.key
        for command in commands
        if command.known
        for argument in command.arguments
        for span in argument.keys
    }
    return keys.pop() if len(keys) == 1 else ""
