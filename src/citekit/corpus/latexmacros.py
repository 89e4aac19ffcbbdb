"""Macros and environments that a LaTeX document defines, put in place of their names.

Only what cites, quotes, notes, is for an index, or stands for a command that does, is expanded;
of others the arguments in braces are text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from citekit.corpus.keys import CITE_COMMANDS, QUOTE_COMMANDS, without_code
from citekit.corpus.latexcommands import BLOCK_QUOTES, UNPRINTED
from citekit.corpus.latexnotes import APPARATUS, is_note
from citekit.latexdefinitions import NO_VALUE, Macro, definitions
from citekit.latexgroups import group_end, past_gap

_NAME = re.compile(r"\\([A-Za-z@]+)")
_PARAMETER = re.compile(r"#([1-9])")
_IF = re.compile(
    r"\\If(?P<what>NoValue|Value|Boolean)(?P<form>TF|T|F)\s*\{\s*#(?P<number>[1-9])\s*\}"
)
_ENVIRONMENT = re.compile(
    rf"\\begin\s*\{{(?:{'|'.join(sorted(BLOCK_QUOTES))}|(?:foreign|hyphen)?displayc?quote)\}}"
)
_MARKS = re.compile(
    r"``|''|\"[`'<>]|[„“”«»‚‘‹›]|\\(?:[gf][lr]qq?|guille?mot\w+|og|textquotedbl\w+)(?![A-Za-z])"
)
#: The name of a command, which letters would go on with.
_OPEN_END = re.compile(r"\\[A-Za-z@]+\Z")
_QUOTES = re.compile(r"say|enquote|epigraph|(?:foreign|hyphen|hybrid)?(?:text|block)?c?quote")
#: A macro may stand for another one, so many times.
_MOST_PASSES = 6


class Expanded(NamedTuple):
    """A text with macros expanded: the piece that begins at ``starts[i]`` stands at
    ``sources[i]`` of the file, character by character if ``copied[i]``, else at that place
    alone."""

    text: str
    starts: list[int]
    sources: list[int]
    copied: list[bool]

    def source(self, at: int) -> int:
        """The place in the file of a place in the text."""
        piece = max(0, bisect_right(self.starts, at) - 1)
        return self.sources[piece] + (at - self.starts[piece] if self.copied[piece] else 0)

    def parts(self, start: int, length: int) -> Iterator[tuple[int, int, int]]:
        """The pieces of a run of the text: how far into it each begins, its place in the
        file, and how many characters follow the file's."""
        at, end = start, start + length
        while True:
            piece = max(0, bisect_right(self.starts, at) - 1)
            stop = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
            stop = min(end, stop)
            source = self.sources[piece]
            if self.copied[piece]:
                yield at - start, source + at - self.starts[piece], stop - at
            else:
                yield at - start, source, 0
            if stop >= end or stop <= at:
                return
            at = stop


@lru_cache(maxsize=256)
def shared_macros(context: str) -> Mapping[str, Macro]:
    """The macros of the files that include a document, given as one text."""
    return definitions(without_code(context, "latex")).macros if context else {}


def expanded(source: str, shown: str, context: Mapping[str, Macro]) -> Expanded | None:
    """``source``, of which ``shown`` is what is no code, with the macros of its own and of
    ``context`` that do so expanded and the definitions left out; None if none is
    used."""
    own = definitions(shown)
    macros = _telling({**context, **own.macros})
    if not macros and not own.spans:
        return None
    found = Expanded(source, [0], [0], [True])
    if own.spans:
        found = _replaced(found, [(*span, [""]) for span in own.spans])
    longest = 4 * len(source) + 100_000
    for _ in range(_MOST_PASSES if macros else 0):
        shown = without_code(found.text, "latex")
        uses = list(_uses(found.text, shown, macros))
        if not uses:
            break
        found = _replaced(found, uses)
        if len(found.text) > longest:
            break
    return found


#: What stands in place of something: words, or the span of an argument.
_Part = str | tuple[int, int]


def _replaced(before: Expanded, changes: list[tuple[int, int, list[_Part]]]) -> Expanded:
    """The text with other parts in these spans."""
    texts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    copied: list[bool] = []
    length = 0

    def copy(start: int, end: int) -> None:
        nonlocal length
        if start >= end:
            return
        for into, source, kept in before.parts(start, end - start):
            starts.append(length + into)
            sources.append(source)
            copied.append(bool(kept))
        texts.append(before.text[start:end])
        length += end - start

    done = 0
    for start, end, parts in changes:
        copy(done, start)
        for part in parts:
            if not isinstance(part, str):
                copy(*part)
            elif part:
                starts.append(length)
                sources.append(before.source(start))
                copied.append(False)
                texts.append(part)
                length += len(part)
        done = end
    copy(done, len(before.text))
    return Expanded("".join(texts), starts or [0], sources or [0], copied or [True])


# --- uses -------------------------------------------------------------------------------


def _telling(macros: Mapping[str, Macro]) -> dict[str, Macro]:
    """Those that cite, quote, note or print nothing of what they are given, or stand for one
    that does."""
    known = CITE_COMMANDS | QUOTE_COMMANDS | APPARATUS
    found: dict[str, Macro] = {}
    while True:
        more = {
            name: macro
            for name, macro in macros.items()
            if name not in found
            and name not in known
            and not is_note(name)
            and _tells(macro, found)
        }
        if not more:
            return found
        found.update(more)


def _tells(macro: Macro, others: Mapping[str, Macro]) -> bool:
    names = {name.rstrip("*") for name in _NAME.findall(macro.body)}
    if names & (CITE_COMMANDS | APPARATUS | UNPRINTED) or names & others.keys():
        return True
    if any(map(is_note, names)):
        return True
    if _ENVIRONMENT.search(macro.body) or _MARKS.search(macro.body):
        return True
    begun = re.findall(r"\\(begin\{[^{}]*\})", macro.body)
    return any(name in others for name in begun) or any(map(_QUOTES.fullmatch, names))


def _uses(
    text: str, shown: str, macros: Mapping[str, Macro]
) -> Iterator[tuple[int, int, list[_Part]]]:
    """Spans of the uses of macros, none inside another, and what stands in their place."""
    names = sorted((re.escape(name) for name in macros), key=len, reverse=True)
    ends = {
        f"end{name.removeprefix('begin')}": macro.end
        for name, macro in macros.items()
        if macro.end is not None
    }
    names += map(re.escape, ends)
    use = re.compile(rf"(?<!\\)\\(?P<name>{'|'.join(names)})(?:(?<=\}})|(?![A-Za-z@]))")
    done = 0
    for match in use.finditer(shown):
        if match.start() < done:
            continue
        name = match["name"]
        if name in ends:
            yield match.start(), (done := match.end()), [ends[name] or ""]
            continue
        macro = macros[name]
        values = _values(shown, match.end(), macro)
        if values is not None:
            spans, done = values
            parts = _parts(macro.body, spans)
            if _OPEN_END.search(macro.body) and text[done : done + 1].isalpha():
                parts.append(" ")
            yield match.start(), done, parts


def _values(shown: str, at: int, macro: Macro) -> tuple[list[_Part], int] | None:
    """The arguments at ``at``, and where the last one ends."""
    found: list[_Part] = []
    for kind, default in macro.arguments:
        begin = past_gap(shown, at)
        if kind == "s":
            starred = shown.startswith("*", begin)
            found.append("*" if starred else NO_VALUE)
            at = begin + 1 if starred else at
            continue
        end = group_end(shown, begin, "[" if kind == "o" else "{")
        if end > begin:
            found.append((begin + 1, end - 1))
            at = end
        elif kind == "o":
            found.append(default)
        else:
            return None
    return found, at


def _parts(body: str, values: list[_Part]) -> list[_Part]:
    """The body with these values in place of its parameters."""
    parts: list[_Part] = []
    done = 0
    body = _decided(body, values)
    for match in _PARAMETER.finditer(body):
        parts.append(body[done : match.start()])
        number = int(match[1])
        if number <= len(values):
            parts.append(values[number - 1])
        done = match.end()
    return [*parts, body[done:]]


def _decided(body: str, values: list[_Part]) -> str:
    """The body without the branches that these values do not take."""
    while found := _IF.search(body):
        number = int(found["number"])
        value = values[number - 1] if number <= len(values) else NO_VALUE
        holds = (value == NO_VALUE) == (found["what"] == "NoValue")
        branches: list[str] = []
        at = found.end()
        for _ in found["form"]:
            begin = past_gap(body, at)
            at = group_end(body, begin)
            branches.append(body[begin + 1 : at - 1] if at > begin else "")
            at = max(at, begin)
        wanted = "T" if holds else "F"
        chosen = branches[found["form"].index(wanted)] if wanted in found["form"] else ""
        body = body[: found.start()] + chosen + body[at:]
    return body
