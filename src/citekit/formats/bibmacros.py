"""LaTeX commands that a .bib file defines in its ``@preamble``s, expanded where its fields
use them.

Read are ``\\newcommand``, ``\\renewcommand``, ``\\providecommand`` and
``\\DeclareRobustCommand`` with their arguments, the first of which may be optional
("LaTeX: A Document Preparation System", section C.8.1), and ``\\def`` with undelimited
ones ("The TeXbook", chapter 20).  Commands for sorting that BibTeX's own example file
defines (``xampl.bib``) mean the same in files that do not define them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """A command: how many arguments it takes, what the first is if it is optional and left
    out, and its text with ``#1`` … for them."""

    arguments: int
    default: str | None
    body: str


#: Commands of ``xampl.bib``; ``\\noopsort`` is one of :mod:`citekit.latex`'s.
COMMON: Mapping[str, Command] = {
    "printfirst": Command(2, None, "#1"),
    "singleletter": Command(1, None, "#1"),
    "switchargs": Command(2, None, "#2#1"),
}
#: Commands that only sort: files keep them, defined or not.
SORTING = frozenset((*COMMON, "noopsort"))

_DEFINING = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*"
    r"(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(?:\[(\d)\]\s*)?(?:\[([^\]]*)\]\s*)?(?=\{)"
    r"|\\(?:long\s*\\)?def\s*\\([A-Za-z]+)\s*((?:#\d)*)(?=\{)"
)
_USE = re.compile(r"\\([A-Za-z]+)\*?")
_PARAMETER = re.compile(r"#(\d)")
_ONE = re.compile(r"\\[A-Za-z]+|\\.|[^\s{}]", re.S)
_OPTION = re.compile(r"\s*\[([^\]]*)\]")
_SPACES = re.compile(r"\s*")
#: So many commands of one text are expanded, into so long a text.
_MOST, _LONGEST = 500, 100_000


def definitions(preamble: str) -> dict[str, Command]:
    """The commands that the text of a preamble defines, by name; of two with one name the
    last."""
    found: dict[str, Command] = {}
    for match in _DEFINING.finditer(preamble):
        braced, bare, count, default, plain, parameters = match.groups()
        end = group_end(preamble, match.end())
        if end is not None:
            number = len(parameters) // 2 if plain else int(count or 0)
            body = preamble[match.end() + 1 : end - 1]
            found[braced or bare or plain] = Command(number, default, body)
    return found


def expanded(tex: str, commands: Mapping[str, Command]) -> str:
    """A field's text with the commands it uses put into their words; one whose arguments
    are not there stays."""
    at = count = 0
    while len(tex) < _LONGEST and count < _MOST and (found := _next(tex, at, commands)):
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


def uses(tex: str, commands: Mapping[str, Command]) -> bool:
    """Whether a text uses one of the commands, those for sorting aside."""
    return any(name in commands and name not in SORTING for name in _USE.findall(tex))


def _next(tex: str, at: int, commands: Mapping[str, Command]) -> re.Match[str] | None:
    return next((use for use in _USE.finditer(tex, at) if use[1] in commands), None)


def _arguments(tex: str, at: int, command: Command) -> tuple[dict[int, str], int] | None:
    """The arguments by number, and where they end."""
    found: dict[int, str] = {}
    numbers = range(1, command.arguments + 1)
    if command.default is not None and command.arguments:
        option = _OPTION.match(tex, at)
        found[1] = option[1] if option else command.default
        at, numbers = option.end() if option else at, range(2, command.arguments + 1)
    for number in numbers:
        start = _skipped(tex, at)
        end = group_end(tex, start)
        if end is not None:
            found[number] = tex[start + 1 : end - 1]
        elif one := _ONE.match(tex, start):
            found[number], end = one[0], one.end()
        else:
            return None
        at = end
    return found, at if command.arguments else _skipped(tex, at)


def _skipped(tex: str, at: int) -> int:
    found = _SPACES.match(tex, at)
    return found.end() if found else at


def group_end(tex: str, start: int) -> int | None:
    """The offset past the brace that closes the one at ``start``; None if there is none."""
    if not tex.startswith("{", start):
        return None
    depth = 0
    for found in re.compile(r"\\.|[{}]", re.S).finditer(tex, start):
        depth += (found[0] == "{") - (found[0] == "}")
        if depth == 0:
            return found.end()
    return None
