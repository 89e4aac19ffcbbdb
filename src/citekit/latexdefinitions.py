"""Macros and environments that a LaTeX text defines.

Sources: LaTeX 2e, 12 (``\\newcommand``, ``\\newenvironment``); The TeXbook, chapter 20
(``\\def``, ``\\let``); usrguide, 2 (``\\NewDocumentCommand``); the etoolbox manual, 2
(``\\newrobustcmd``); the xargs manual (``\\newcommandx``); the BibLaTeX manual 4.3
(``\\DeclareCiteCommand``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from citekit.latexgroups import group_end, past_gap

_DEFINE = re.compile(
    r"\\(?:(?P<new>(?:re|provide)?new(?:robustcmd|command)|renewcommand|providecommand"
    r"|providerobustcmd|renewrobustcmd|DeclareRobustCommand)(?P<keyed>x?)"
    r"|(?P<environment>(?:re)?newenvironment)"
    r"|(?P<document>(?:New|Renew|Provide|Declare)(?:Expandable)?Document(?P<what>Command|Environment))"
    r"|(?P<cites>DeclareCiteCommand|DeclareMultiCiteCommand)"
    r"|(?P<def>[egx]?def)|(?P<let>let))(?![A-Za-z@])\*?"
)
_NAME = re.compile(r"\\([A-Za-z@]+)")
_LET = re.compile(r"\s*\\(?P<name>[A-Za-z@]+)[ \t]*=?[ \t]?\\(?P<other>[A-Za-z@]+)")
_DEF = re.compile(r"\s*\\(?P<name>[A-Za-z@]+)(?P<parameters>(?:#[1-9])*)[ \t]*(?=\{)")
_COUNT = re.compile(r"\[([0-9])\]")
#: An argument of xargs that has a default value.
_DEFAULT = re.compile(
    r"(?<=[,\[])\s*(?P<number>[1-9])\s*(?:=(?P<default>\{[^{}]*\}|[^,\[\]]*))?(?=[,\]])"
)
#: An argument of xparse: m, o, O{default}, s; with + it may hold paragraphs.
_KIND = re.compile(r"\s*\+?(?P<kind>[moOs])(?P<default>\{(?:[^{}]|\{[^{}]*\})*\})?")
#: What xparse has for an argument that is not there.
NO_VALUE = "-NoValue-"


class Macro(NamedTuple):
    """A macro: the kinds of its arguments (*m* in braces, *o* in brackets with a default
    value or none, *s* a star) and what it stands for; of an environment also its ``end``."""

    arguments: tuple[tuple[str, str], ...]
    body: str
    end: str | None = None


class Definitions(NamedTuple):
    """The macros and environments of a text by name (``src``, ``begin{aside}``), and the
    spans of their definitions."""

    macros: Mapping[str, Macro]
    spans: tuple[tuple[int, int], ...]


def definitions(shown: str) -> Definitions:
    """What a LaTeX text without verbatim words and comments defines."""
    macros: dict[str, Macro] = {}
    spans: list[tuple[int, int]] = []
    done = 0
    for match in _DEFINE.finditer(shown):
        if match.start() < done:
            continue  # inside another one
        found = _definition(shown, match)
        if found is not None:
            name, macro, done = found
            spans.append((match.start(), done))
            if macro is not None:
                macros[name] = macro
    return Definitions(macros, tuple(spans))


def _definition(shown: str, match: re.Match[str]) -> tuple[str, Macro | None, int] | None:
    """Name, macro and end of a definition; no macro for one that is not understood."""
    at = match.end()
    if match["let"]:
        let = _LET.match(shown, at)
        return (let["name"], Macro((), f"\\{let['other']}"), let.end()) if let else None
    if match["def"]:
        head = _DEF.match(shown, at)
        if head is None:
            return None
        end = group_end(shown, head.end())
        kinds = (("m", ""),) * (len(head["parameters"]) // 2)
        return (head["name"], Macro(kinds, shown[head.end() + 1 : end - 1]), end)
    environment = bool(match["environment"] or match["what"] == "Environment")
    name, at = _named(shown, at, environment)
    if not name:
        return None
    if match["cites"]:
        at = _past_all(shown, at)
        return name, Macro((), "\\cites" if "Multi" in match["cites"] else "\\cite"), at
    read = _document if match["document"] else _keyed if match["keyed"] else _counted
    arguments, at = read(shown, at)
    bodies: list[str] = []
    for _ in range(2 if environment else 1):
        begin = past_gap(shown, at)
        at = group_end(shown, begin)
        if at == begin:
            return None
        bodies.append(shown[begin + 1 : at - 1])
    macro = None if arguments is None else Macro(arguments, bodies[0], *bodies[1:])
    return (f"begin{{{name}}}" if environment else name), macro, at


def _named(shown: str, at: int, environment: bool) -> tuple[str, int]:
    """The name that is defined, in braces or not, and where it ends."""
    begin = past_gap(shown, at)
    end = group_end(shown, begin)
    if end > begin:
        name = shown[begin + 1 : end - 1].strip()
        found = _NAME.fullmatch(name)
        return (name if environment else found[1] if found else ""), end
    bare = None if environment else _NAME.match(shown, begin)
    return (bare[1], bare.end()) if bare else ("", at)


def _counted(shown: str, at: int) -> tuple[tuple[tuple[str, str], ...] | None, int]:
    """``[2][default]``: the arguments of ``\\newcommand``."""
    kinds, begin, end = _numbered(shown, at)
    if end > begin and kinds:
        kinds[0] = ("o", shown[begin + 1 : end - 1])
    return tuple(kinds), end


def _keyed(shown: str, at: int) -> tuple[tuple[tuple[str, str], ...] | None, int]:
    """``[2][1=default, usedefault]``: the arguments of ``\\newcommandx``."""
    kinds, begin, end = _numbered(shown, at)
    for found in _DEFAULT.finditer(shown, begin + 1, end):
        if int(found["number"]) <= len(kinds):
            kinds[int(found["number"]) - 1] = ("o", (found["default"] or "").strip("{}"))
    return tuple(kinds), end


def _numbered(shown: str, at: int) -> tuple[list[tuple[str, str]], int, int]:
    """As many mandatory arguments as ``[2]`` counts, and the span of the option behind it."""
    count = _COUNT.match(shown, past_gap(shown, at))
    if count is None:
        return [], at, at
    begin = past_gap(shown, count.end())
    end = group_end(shown, begin, "[")
    kinds = [("m", "")] * int(count[1])
    return kinds, *((begin, end) if end > begin else (count.end(), count.end()))


def _document(shown: str, at: int) -> tuple[tuple[tuple[str, str], ...] | None, int]:
    """``{O{} m}``: the arguments of ``\\NewDocumentCommand``."""
    begin = past_gap(shown, at)
    end = group_end(shown, begin)
    kinds: list[tuple[str, str]] = []
    place, stop = begin + 1, end - 1
    while place < stop and shown[place:stop].strip():
        found = _KIND.match(shown, place, stop)
        if found is None:
            return None, end
        kind, default = found["kind"], found["default"] or ""
        kinds.append(("o", default[1:-1]) if kind == "O" else (kind, NO_VALUE))
        place = found.end()
    return tuple(kinds), end


def _past_all(shown: str, at: int) -> int:
    """Behind all groups and options in a row."""
    while True:
        begin = past_gap(shown, at)
        end = max(group_end(shown, begin), group_end(shown, begin, "["))
        if end == begin:
            return at
        at = end
