"""LaTeX commands that a .bib file defines in its ``@preamble``s, expanded where its fields
use them.

Definitions are read as those of documents are (:mod:`citekit.latexdefinitions`).  Commands for
sorting that BibTeX's own example file defines (``xampl.bib``) mean the same in files that do
not define them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from citekit.latexdefinitions import NO_VALUE, Macro
from citekit.latexgroups import group_end, past_gap

#: Commands of ``xampl.bib``; ``\\noopsort`` is one of :mod:`citekit.latex`'s.
COMMON: Mapping[str, Macro] = {
    "printfirst": Macro((("m", ""),) * 2, "#1"),
    "singleletter": Macro((("m", ""),), "#1"),
    "switchargs": Macro((("m", ""),) * 2, "#2#1"),
}
#: Commands that only sort: files keep them, defined or not.
SORTING = frozenset((*COMMON, "noopsort"))

_USE = re.compile(r"\\([A-Za-z]+)")
_PARAMETER = re.compile(r"#(\d)")
_ONE = re.compile(r"\\[A-Za-z]+|\\.|[^\s{}]", re.S)
#: So many commands of one text are expanded, into so long a text.
_MOST, _LONGEST = 500, 100_000


def expanded(tex: str, commands: Mapping[str, Macro]) -> str:
    """A field's text with the commands it uses put into their words; one whose arguments
    are not there stays."""
    at = count = 0
    use = _uses(tuple(commands))
    while len(tex) < _LONGEST and count < _MOST and (found := use.search(tex, at)):
        command = commands[found[1]]
        taken = _arguments(tex, found.end(), command)
        if taken is None:
            at = found.end()
            continue
        arguments, end = taken
        body = _PARAMETER.sub(lambda m: arguments.get(int(m[1]), ""), command.body)  # noqa: B023
        tex = tex[: found.start()] + body + tex[end:]
        at, count = found.start(), count + 1
    return tex


def uses(tex: str, commands: Mapping[str, Macro]) -> bool:
    """Whether a text uses one of the commands, those for sorting aside."""
    return any(name in commands and name not in SORTING for name in _USE.findall(tex))


@lru_cache(maxsize=256)
def _uses(names: tuple[str, ...]) -> re.Pattern[str]:
    """What finds uses of these commands."""
    return re.compile(rf"\\({'|'.join(map(re.escape, names))})(?![A-Za-z])")


def _arguments(tex: str, at: int, command: Macro) -> tuple[dict[int, str], int] | None:
    """The arguments by number, and where they end; one without braces is a token."""
    found: dict[int, str] = {}
    if command.arguments[:1] != (("s", NO_VALUE),) and tex.startswith("*", at):
        at += 1
    for number, (kind, default) in enumerate(command.arguments, 1):
        start = past_gap(tex, at)
        end = group_end(tex, start, "[" if kind == "o" else "{")
        if kind == "s":
            starred = tex.startswith("*", start)
            found[number], end = ("*", start + 1) if starred else (NO_VALUE, at)
        elif end > start:
            found[number] = tex[start + 1 : end - 1]
        elif kind == "o":
            found[number], end = default, at
        elif one := _ONE.match(tex, start):
            found[number], end = one[0], one.end()
        else:
            return None
        at = end
    return found, at if command.arguments else past_gap(tex, at)
