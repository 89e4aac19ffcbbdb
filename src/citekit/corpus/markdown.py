"""Markdown: what a reader sees, and where in the file it stands.

Blocks and inlines are those of CommonMark 0.31 with the tables and strikethrough of
GitHub and the footnotes, citations, attributes, marks and metadata of pandoc, as far as
prose needs them, and the callouts (GitHub's alerts), wikilinks, comments, block
identifiers and tags of Obsidian (Obsidian Help, "Obsidian Flavored Markdown").  Citation
keys, footnote marks and list markers stay as they are written; emphasis, headings' signs
and link targets go (the targets are kept as the document's links); code blocks, comments
and metadata are no prose.
"""

from __future__ import annotations

import re

from citekit.corpus.extraction import Extraction
from citekit.corpus.inlines import Paragraph, write_inlines
from citekit.corpus.keys import citation_keys
from citekit.model import Document, KeySpan

EXTRACTOR = "markdown/2"

#: Comments, HTML's and Obsidian's (``%%``: in one line, or between two lines of their own), and
#: code, in which there are none of the latter.
_COMMENT = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^ {0,3}(?P=fence)[`~]*[ \t\r]*$|.*\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`))"
    r"|<!--.*?(?:-->|\Z)"
    r"|(?<![%\\])%%(?!%)(?=[^\r\n])(?:[^%\r\n]|%(?!%))+%%(?!%)"
    r"|^[ \t]*%%[ \t]*\r?\n.*?^[ \t]*%%[ \t\r]*$",
    re.DOTALL | re.MULTILINE,
)
#: The head of a callout, in the first line of a block quotation: its type and its title.
_CALLOUT = re.compile(r"[ \t]*\[!(?P<type>[\w-]+)(?:\|[^\[\]]*)?\][+-]?(?:[ \t]+|$)")
#: The types of callouts that quote; the others are remarks of the text itself.
_QUOTING = frozenset({"quote", "cite"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_NOCITE = re.compile(r"^nocite[ \t]*:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*", re.MULTILINE)
_EVERY_WORK = re.compile(r"(?<!\w)@(?P<key>\*)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)(?P<words>.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(
    r"[ \t]*(?P<marker>[-*+]|\(?(?:\d{1,9}|#|@\w*|[a-z])[.)])(?:[ \t]+(?=\S)|[ \t]*$)"
)
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_NOTE = re.compile(r" {0,3}(?P<marker>\[\^[^\]\s]+\]:)[ \t]*")
_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^@][^\[\]]*)\]:[ \t]*<?(?P<target>[^\s<>]+)>?"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_DELIMITER_ROW = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DIV = re.compile(r" {0,3}:{3,}.*$")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")


def read_markdown(source: str, id: str) -> Document:
    """The document of a file's decoded text."""
    shown = _COMMENT.sub(_blank, source)
    out = Extraction(source, shown)
    _Blocks(shown, out).read()
    nocite = _nocite(source)
    keys = citation_keys(source, "markdown")
    every = _EVERY_WORK.search(source, *nocite)
    if every:
        keys.append(KeySpan(*every.span("key"), "*"))
    return out.document(id, EXTRACTOR, keys, hidden=nocite)


def _blank(comment: re.Match[str]) -> str:
    """As much white space as a comment takes; code as it is."""
    return comment[0] if comment["code"] else re.sub(r"[^\r\n]", " ", comment[0])


def _nocite(source: str) -> tuple[int, int]:
    """The span of pandoc's field ``nocite`` in the metadata, which cites what no reader sees
    (Pandoc User's Guide, "Including uncited items in the bibliography")."""
    front = _FRONT_MATTER.match(source)
    found = _NOCITE.search(source, 0, front.end()) if front else None
    return found.span() if found else (0, 0)


class _Blocks:
    """One pass over the lines; ``shown`` is the file without its comments."""

    def __init__(self, shown: str, out: Extraction) -> None:
        self._shown = shown
        self._out = out
        self._paragraph = Paragraph()
        self._fence = ""
        self._in_list = False
        self._after_blank = True
        self._depth = 0
        self._remarks: list[int] = []  # how deep the callouts are that quote nothing
        self._targets = {
            match["label"].casefold(): match["target"]
            for match in re.finditer(_DEFINITION.pattern, shown, re.MULTILINE)
        }

    def read(self) -> None:
        """Write the whole file."""
        front = _FRONT_MATTER.match(self._shown)
        at = front.end() if front else 0
        while at < len(self._shown):
            line = _LINE.match(self._shown, at)
            assert line is not None  # it matches anything
            self._line(at, at + len(line[0].rstrip("\r\n")))
            at = line.end()
        self._end()

    def _line(self, start: int, end: int) -> None:
        if self._fence:
            line = self._shown[start:end].lstrip("> \t")
            if line.startswith(self._fence) and not line.strip(self._fence[0] + " \t"):
                self._fence = ""
            return
        depth, at = 0, start
        while quote := _QUOTE.match(self._shown, at, end):
            depth, at = depth + 1, quote.end()
        line = self._shown[at:end]
        lazy = not depth and self._paragraph and line.strip()
        if depth != self._depth and not lazy:
            self._end()
            callout = _CALLOUT.match(line) if depth > self._depth else None
            self._quote(depth)
            self._after_blank = True
            if callout:
                self._callout(callout["type"].lower(), at + callout.end(), end)
                return
        if not line.strip():
            self._end()
            self._after_blank = True
            return
        self._after_blank = self._content(line, at, end)

    def _quote(self, depth: int) -> None:
        """What follows is so deep in block quotations and callouts."""
        self._depth = depth
        self._remarks = [one for one in self._remarks if one <= depth]
        self._out.quoted = depth - len(self._remarks)

    def _callout(self, type: str, title: int, end: int) -> None:
        """The head of a callout; its title, up to ``end`` of the file, is not quoted."""
        self._out.quoted -= 1
        self._add(title, end)
        self._end()
        if type not in _QUOTING:
            self._remarks.append(self._depth)
        self._quote(self._depth)

    def _content(self, line: str, at: int, end: int) -> bool:
        """A line that is not empty, without its signs of quotation; returns whether it is
        indented code, which goes on in the next line."""
        if self._after_blank and not line.startswith((" ", "\t")):
            self._in_list = False
        fence = _FENCE.match(line.lstrip() if self._in_list else line)
        if fence:
            self._end()
            self._fence = fence[1]
        elif (
            (self._paragraph and _UNDERLINE.match(line) and not self._paragraph.is_item)
            or _BREAK.match(line)
            or _DIV.match(line)
        ):
            self._end()
        elif heading := _HEADING.match(line):
            self._end()
            self._add(at + heading.start("words"), at + heading.end("words"))
            self._end()
        elif note := _NOTE.match(line):
            self._end()
            self._out.mark(note["marker"], at + note.start("marker"), block=True)
            self._add(at + note.end(), end)
            self._in_list = True
        elif _DEFINITION.match(line) and not self._paragraph:
            pass
        elif (item := _ITEM.match(line)) and (not self._paragraph or self._begins_item(item)):
            self._item(item, at, end)
        elif "|" in line and self._is_row(line, end):
            self._row(at, end)
        elif _INDENTED.match(line) and self._after_blank and not self._in_list:
            return True
        else:
            self._add(at + len(line) - len(line.lstrip()), end)
        return False

    def _begins_item(self, item: re.Match[str]) -> bool:
        """Whether an item may begin inside a paragraph (CommonMark 5.2)."""
        return self._in_list or item["marker"] in ("-", "*", "+", "1.", "1)")

    def _item(self, item: re.Match[str], at: int, end: int) -> None:
        if self._paragraph:
            self._flush()
            self._out.line()
        self._in_list = True
        self._out.mark(item["marker"], at + item.start("marker"))
        start = at + item.end()
        task = _TASK.match(self._shown, start, end)
        self._add(task.end() if task else start, end)
        self._paragraph.is_item = True

    def _is_row(self, line: str, end: int) -> bool:
        """Whether a line is a row of a table, or the line under its head."""
        if _DELIMITER_ROW.match(line) or line.lstrip().startswith("|"):
            return True
        following = _LINE.match(self._shown, self._next_line(end))
        return bool(following and "|" in following[0] and _DELIMITER_ROW.match(following[0]))

    def _next_line(self, end: int) -> int:
        return end + (2 if self._shown.startswith("\r\n", end) else 1)

    def _row(self, at: int, end: int) -> None:
        if self._paragraph:
            self._flush()
        self._out.line()
        if not _DELIMITER_ROW.match(self._shown[at:end]):
            for cell in re.finditer(r"(?:[^|\\]|\\.)+", self._shown[at:end]):
                self._add(at + cell.start(), at + cell.end())
                self._flush()
                self._out.space()
        self._out.line()

    def _add(self, start: int, end: int) -> None:
        if end > start:
            self._paragraph.add(self._shown[start:end], start)

    def _flush(self) -> None:
        write_inlines(self._paragraph, self._targets, self._out)
        self._paragraph = Paragraph()

    def _end(self) -> None:
        """The end of a block."""
        self._flush()
        self._out.block()
