"""One pass over the tokens of a LaTeX text: words, groups, and notes behind their paragraphs."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple

from citekit.corpus.babel import printed
from citekit.corpus.csquotes import OPTION
from citekit.corpus.extraction import Extraction
from citekit.corpus.formulas import printed_formula
from citekit.corpus.latexcommands import DASHES, QUOTES
from citekit.corpus.latexnotes import Apparatus, Arguments, Span
from citekit.corpus.latextokens import TOKEN
from citekit.latex import to_unicode
from citekit.latexgroups import group_end, past_gap

OPTIONS = re.compile(rf"(?:[ \t]*{OPTION})*")
_REST_OF_WORD = re.compile(r"\w+")


class _Group(NamedTuple):
    """An open brace and what is to be done where it closes."""

    close: Callable[[int], None] | None = None


class Reader(ABC):
    """One pass over the tokens of a part of the file; ``shown`` is the file without its code,
    for what looks ahead, and ``series`` are the commands of the document's own series of notes."""

    def __init__(
        self,
        source: str,
        shown: str,
        out: Extraction,
        token: re.Pattern[str] = TOKEN,
        series: frozenset[str] = frozenset(),
    ) -> None:
        self._source = source
        self._shown = shown
        self._arguments = Arguments(shown)
        self._out = out
        self._token_at = token.match
        self._groups: list[_Group] = []
        self._quotes = 0
        #: what is to be done at the end of csquotes' environments
        self._displays: list[Callable[[int], None]] = []
        self._notes: list[tuple[int, int, int]] = []
        self._counted = 0
        self._series = series
        #: the numbers of marks whose notes are further on, by series
        self._marks: dict[str, list[int]] = {}
        self._in_stanza = False
        self._at = 0

    def read(self, start: int, end: int) -> None:
        """Write ``source[start:end]`` and the notes in it."""
        self._pass(start, end)
        self._write_notes()
        self._out.block()

    def _pass(self, start: int, end: int) -> None:
        groups, self._groups = self._groups, []
        self._at = start
        while self._at < end and (token := self._token_at(self._source, self._at, end)):
            self._at = token.end()
            if token.lastgroup == "name":
                if token["name"] == "end" and self._source.startswith("{document}", self._at):
                    break
                self._command(token["name"].rstrip("*"), token.start())
            else:
                self._token(token)
        self._groups = groups

    def _token(self, token: re.Match[str]) -> None:
        out, at = self._out, token.start()
        match token.lastgroup:
            case "comment" | "display":
                pass
            case "blank":
                self._write_notes()
                out.block()
            case "math":
                self._formula(at + 1, token.end() - 1)
            case "shorthand":
                if words := printed(token[0]):
                    out.put(words, at)
            case "accent":
                out.put(to_unicode(token[0]), at)
            case "sign":
                self._sign(token["sign"], at)
            case "open":
                self._groups.append(_Group())
            case "close":
                if self._groups and (close := self._groups.pop().close):
                    close(at)
            case "quote":
                out.put(QUOTES[token[0]], at)
            case "dash":
                out.put(DASHES[token[0]], at)
            case "tie":
                out.put("\u00a0", at)
            case "ampersand":
                out.line() if self._in_stanza else out.space()
            case _:
                if token[0] in ("`", "'"):
                    out.put("‘" if token[0] == "`" else "’", at)
                else:
                    out.copy(at, token.end())

    def _sign(self, sign: str, at: int) -> None:
        if sign == "\\":
            self._skip(OPTIONS)
            self._out.line()
        elif sign in " \t\r\n":
            self._out.space()
        elif sign in "([":
            end = self._source.find("\\)" if sign == "(" else "\\]", self._at)
            if end != -1:
                if sign == "(":
                    self._formula(self._at, end)
                self._at = end + 2
        elif sign == "&" and self._in_stanza:
            self._numbered("")
        elif sign in "%&$#_{}":
            self._out.put(sign, at)
        elif sign == ",":
            self._out.put("\u202f", at)
        elif sign not in ";:!>/-)]":
            self._out.put(to_unicode("\\" + sign), at)

    def _formula(self, start: int, end: int) -> None:
        """A formula in the line, as its plain characters; one that has more than letters,
        signs and indices as it stands."""
        words = printed_formula(self._source[start:end])
        if words is None:
            self._out.copy(start, end)
        else:
            self._out.put(words, start)

    @abstractmethod
    def _command(self, name: str, at: int) -> None:
        """The command ``name`` at ``at``, behind whose name the reader stands."""

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """What ``pattern`` finds here, passed over."""
        found = pattern.match(self._source, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[0]

    def _argument(self, close: Callable[[int], None]) -> None:
        """The group that begins here, if one does, and what to do at its end."""
        if self._source.startswith("{", self._at):
            self._at += 1
            self._groups.append(_Group(close))

    # --- notes ---------------------------------------------------------------------------

    def _note(self, name: str, at: int) -> None:
        span = self._arguments.note(name, self._at)
        if span is None:
            return
        self._at = span[1] + 1
        marks = self._marks.get(name.partition("text")[2], []) if "text" in name else []
        self._add_note(span, at, marks.pop(0) if marks else 0)

    def _add_note(self, span: Span, at: int, number: int = 0) -> None:
        """A note whose mark, if it has no number yet, is at ``at``."""
        self._notes.append((number or self._mark(at), *span))

    def _mark(self, at: int) -> int:
        self._counted += 1
        self._out.put(f"[^{self._counted}]", at)
        return self._counted

    def _note_mark(self, name: str, at: int) -> None:
        """The mark of a note whose text is further on, unless it repeats another one's."""
        if not self._skip(OPTIONS) and name.startswith("foot"):
            self._marks.setdefault(name.partition("mark")[2], []).append(self._mark(at))

    def _apparatus(self, found: Apparatus) -> None:
        """A passage, and behind its last word, or the word before it, what is noted of it."""
        out = self._out
        start = out.length

        def close(_: int) -> None:
            self._at = found.end
            if rest := _REST_OF_WORD.match(self._source, self._at):
                out.copy(self._at, rest.end())
                self._at = rest.end()
            spaced = out.length == start and out.position > start
            out.close_up() if spaced else None
            for span in found.notes:
                self._add_note(span, span[0])
            out.space() if spaced else None

        self._at = found.printed[0]
        self._groups.append(_Group(close))

    def _write_notes(self) -> None:
        """The notes of the paragraph that ends here, each a paragraph of its own."""
        if not self._notes:
            return
        here, depth = self._at, self._out.quoted
        self._out.quoted = 0
        while self._notes:
            notes, self._notes = self._notes, []
            for number, start, end in notes:
                self._out.mark(f"[^{number}]:", start, block=True)
                self._pass(start, end)
                self._out.block()
        self._out.quoted, self._at = depth, here

    def _numbered(self, name: str) -> None:
        """The beginning or end of a paragraph or stanza, with what is printed before or
        behind it."""
        self._write_notes()
        self._out.block()
        self._in_stanza = name == "stanza"
        begin = past_gap(self._shown, self._at)
        end = group_end(self._shown, begin, "[")
        if end > begin:
            self._pass(begin + 1, end - 1)
            self._at = end
            self._out.block()
