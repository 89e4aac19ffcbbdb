"""LaTeX: what a reader sees, and where in the file it stands.

Commands that cite stay as they are written (``\\cite[12]{key}``), footnotes become
``[^1]`` and a paragraph after the text they belong to, quotation environments and
csquotes' commands become quotations, accents and symbols the characters they print
(:mod:`citekit.latex`), formulas in the line as well.  The preamble is left out but for title,
author and date, and so are comments, labels, code, pictures and displayed formulas.  Macros
and environments that the file, or one that includes it, defines are expanded if they cite or
quote (:mod:`citekit.corpus.latexmacros`); of an unknown command the arguments in braces are
text.  Where German babel is loaded, its shorthands are what they print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from citekit.corpus.babel import SHORTHAND, has_shorthands, printed
from citekit.corpus.csquotes import BRACES, OPTION, Quoting, quoting
from citekit.corpus.extraction import PAGES_RAISED, Extraction, raised
from citekit.corpus.formulas import printed_formula
from citekit.corpus.keys import CITE_COMMANDS, cite_command, keys_in, without_code
from citekit.corpus.latexcommands import (
    BLOCK_QUOTES,
    DASHES,
    DICTA,
    EPIGRAPHS,
    FIRST_SILENT,
    HEADINGS,
    ITALICS,
    LINE_ENDS,
    NESTED,
    NOTES,
    PARAGRAPHS,
    QUOTES,
    SILENT,
    SKIPPED,
    SYMBOLS,
)
from citekit.corpus.latexmacros import expanded, shared_macros
from citekit.latex import to_unicode
from citekit.latexgroups import group_end, past_gap
from citekit.model import Document, Link

EXTRACTOR = "latex/2"

_TOKENS = (
    r"(?P<comment>%[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*|\Z))"
    r"|(?P<accent>\\[\"'`^~=.](?:[ \t]*\{\\?[A-Za-z]?\}|[ \t]*\\?[A-Za-z])"
    r"|\\[cvuHkdbrt](?:[ \t]*\{\\?[A-Za-z]*\}|[ \t]+\\?[A-Za-z]|\\[ij](?![A-Za-z])))"
    r"|\\(?P<name>[A-Za-z@]+\*?)[ \t]*(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[ \t]*)?"
    r"|\\(?P<sign>[^A-Za-z@])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<quote>``|''|,,|\"`|\"')|(?P<dash>---?)|(?P<tie>~)"
    r"|(?P<display>\$\$.*?\$\$)|(?P<math>\$(?:[^$\\]|\\.)*\$)"
    r"|(?P<blank>(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+)"
    r"|(?P<ampersand>&)"
    r"|(?P<words>(?:[^\\%{}`',\"~$&\r\n-]|(?:\r\n|\r(?!\n)|\n)(?![ \t]*[\r\n])"
    r"|(?<=\w)['-](?=\w)|,(?!,))+|[`',\"-]|\r\n|\r|\n)"
)
_TOKEN = re.compile(_TOKENS, re.DOTALL)
_GERMAN_TOKEN = re.compile(rf"(?P<shorthand>{SHORTHAND})|{_TOKENS}", re.DOTALL)
_NO_WORDS = re.compile(r"\s*\{\s*\}")
_COMMENT = re.compile(r"(?<!\\)%[^\r\n]*(?:\r\n|\r|\n)[ \t]*")
_OPTIONS = re.compile(rf"(?:[ \t]*{OPTION})*")
_ONE_BRACES = re.compile(rf"\s*{BRACES}")
_NUMBER = re.compile(rf"\{{\s*(\d(?:[\d\s,;–-]|{PAGES_RAISED})*)\}}")
_VERBATIM = re.compile(r"(?P<bar>[^A-Za-z\s*]).*?(?P=bar)")
_NOT_FALSE = re.compile(r"\\(?:fi|else)(?![A-Za-z@])")
_BEGIN = re.compile(r"\\begin[ \t]*\{document\}")
_IN_PREAMBLE = re.compile(
    r"\\(?P<name>title|subtitle|author|date)[ \t]*(?:\[[^\]]*\])?[ \t]*(?=\{)"
)


class _Group(NamedTuple):
    """An open brace and what is to be done where it closes."""

    close: Callable[[int], None] | None = None


def read_latex(source: str, id: str, context: str = "") -> Document:
    """The document of a file's decoded text; ``context`` is the text of the files that
    include it, whose definitions and packages are also its own."""
    shown = without_code(source, "latex")
    german = has_shorthands(shown, without_code(context, "latex"))
    expansion = expanded(source, shown, shared_macros(context))
    if expansion is not None:
        source, original = expansion.text, source
        shown = without_code(source, "latex")
    else:
        original = source
    out = Extraction(source)
    reader = _Reader(source, shown, out, _GERMAN_TOKEN if german else _TOKEN)
    begin = _BEGIN.search(shown)
    if begin:
        for found in _IN_PREAMBLE.finditer(shown, 0, begin.start()):
            group = _ONE_BRACES.match(source, found.end())
            if group:
                out.block()
                reader.read(found.end() + 1, group.end() - 1)
                out.block()
    reader.read(begin.end() if begin else 0, len(source))
    keys, hidden = keys_in(shown), (0, len(source))
    return out.document(id, EXTRACTOR, keys, hidden=hidden, file=original, expansion=expansion)


class _Reader:
    """One pass over the tokens of a part of the file; ``shown`` is the file without its code,
    for what looks ahead."""

    def __init__(
        self, source: str, shown: str, out: Extraction, token: re.Pattern[str] = _TOKEN
    ) -> None:
        self._source = source
        self._shown = shown
        self._out = out
        self._token_at = token.match
        self._groups: list[_Group] = []
        self._quotes = 0
        #: what is to be done at the end of csquotes' environments
        self._displays: list[Callable[[int], None]] = []
        self._notes: list[tuple[int, int, int]] = []
        self._counted = 0
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
                out.space()
            case _:
                if token[0] in ("`", "'"):
                    out.put("‘" if token[0] == "`" else "’", at)
                else:
                    out.copy(at, token.end())

    def _sign(self, sign: str, at: int) -> None:
        if sign == "\\":
            self._skip(_OPTIONS)
            self._out.line()
        elif sign in " \t\r\n":
            self._out.space()
        elif sign in "([":
            end = self._source.find("\\)" if sign == "(" else "\\]", self._at)
            if end != -1:
                if sign == "(":
                    self._formula(self._at, end)
                self._at = end + 2
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

    # --- commands --------------------------------------------------------------------

    def _command(self, name: str, at: int) -> None:
        if name in ("begin", "end"):
            self._environment(name == "begin", at)
        elif name in CITE_COMMANDS and name != "nocite":
            self._cite(name, at)
        elif ("quote" in name or name == "say") and (
            found := quoting(self._source, name, self._at)
        ):
            self._quote(found, at)
        elif name in EPIGRAPHS or name in DICTA:
            self._epigraph(name, at)
        elif name in ("textins", "textelp"):
            self._mark_altered(name, at)
        elif name in NOTES:
            self._note(at)
        elif name in ITALICS:
            start = self._out.position
            self._argument(lambda _: self._out.emphasised(start))
        elif name in HEADINGS:
            self._skip(_OPTIONS)
            self._out.block()
            self._argument(lambda _: self._out.block())
        elif name in ("verb", "lstinline", "mintinline"):
            self._verbatim(name)
        elif name == "iffalse" and (ends := _NOT_FALSE.search(self._source, self._at)):
            self._at = ends.end()
        elif name in ("url", "nolinkurl"):
            self._url()
        elif name in PARAGRAPHS:
            self._paragraph(name, at)
        elif name in LINE_ENDS:
            self._out.line()
        elif name in SILENT:
            self._skip(_OPTIONS)
            for _ in range(SILENT[name]):
                self._skip(_ONE_BRACES)
                self._skip(_OPTIONS)
        elif name == "textsuperscript" and (number := _NUMBER.match(self._source, self._at)):
            self._out.put(raised(number[1].replace("--", "–")), at)
            self._at = number.end()
        elif name in FIRST_SILENT:
            self._first_silent(name)
        else:
            self._other(name, at)

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

    def _environment(self, begins: bool, at: int) -> None:
        name = self._skip(_ONE_BRACES).strip().strip("{}")
        if begins and name in SKIPPED:
            end = self._source.find(f"\\end{{{name}}}", self._at)
            self._at = len(self._source) if end == -1 else end
            self._out.block()
            return
        if "display" in name and begins and (found := quoting(self._source, name, self._at)):
            self._write_notes()
            self._quote(found, at)
            return
        if "display" in name and not begins and self._displays:
            self._displays.pop()(at)
        if begins:
            self._skip(_OPTIONS)
            if name in (
                "tabular",
                "tabularx",
                "longtable",
                "thebibliography",
                "minipage",
                "multicols",
            ):
                self._skip(_ONE_BRACES)
        if name == "thebibliography":
            self._out.end_entry()
        if name in BLOCK_QUOTES:
            self._write_notes()
            self._out.block()
            self._out.quoted = max(0, self._out.quoted + (1 if begins else -1))
        if name not in ("document", "minipage"):
            self._write_notes()
        self._out.block()

    def _cite(self, name: str, at: int) -> None:
        command = cite_command(self._shown, at, name, self._at)
        if command is None or name == "citetext":
            self._other(name, at)
            return
        self._at = command.end
        self._keys(at, self._at)

    def _keys(self, start: int, end: int) -> None:
        """What cites, as it stands in the file, without its comments."""
        for comment in _COMMENT.finditer(self._source, start, end):
            self._out.copy(start, comment.start())
            start = comment.end()
        self._out.copy(start, end)

    def _quote(self, quotation: Quoting, at: int) -> None:
        """A quotation, and behind it what it cites, where csquotes prints it."""
        out, closing = self._out, ""
        self._at = quotation.end
        display = quotation.shape == "display"
        if not display and not self._source.startswith("{", self._at):
            return
        if quotation.shape == "text":
            opening, closing = NESTED[self._quotes % 2]
            start = out.position
            out.put(opening, at)
            self._quotes += 1
        else:
            out.block()
            start = out.position
            out.quoted += 1

        def close(end: int) -> None:
            if quotation.point:
                out.close_up()
            if quotation.point + closing:
                out.put(quotation.point + closing, end)
            if quotation.source:
                out.quotation(start, quotation.source)
            self._cite_behind(quotation, end)
            if quotation.shape == "text":
                self._quotes -= 1
            else:
                out.block()
                out.quoted = max(0, out.quoted - 1)

        if display:
            self._displays.append(close)
        else:
            self._argument(close)

    def _cite_behind(self, quotation: Quoting, at: int) -> None:
        """The citation of a quotation: a command, or what stands in parentheses."""
        start, end = quotation.cite
        if start == end:
            return
        self._out.space()
        if quotation.keyed:
            self._out.put("\\cite", at)
            self._keys(start, end)
            return
        here = self._at
        self._out.put("(", at)
        self._pass(start, end)
        self._out.put(")", at)
        self._at = here

    def _epigraph(self, name: str, at: int) -> None:
        """A quotation in a block, and below it its source."""
        out, source = self._out, (at, at)
        begin = past_gap(self._shown, self._at)
        if name in DICTA and (end := group_end(self._shown, begin, "[")) > begin:
            source, begin = (begin + 1, end - 1), past_gap(self._shown, end)
        end = group_end(self._shown, begin)
        if end == begin:
            return
        words, begin = (begin + 1, end - 1), past_gap(self._shown, end)
        if name in EPIGRAPHS and (stop := group_end(self._shown, begin)) > begin:
            source, end = (begin + 1, stop - 1), stop
        self._write_notes()
        out.block()
        out.quoted += 1
        self._pass(*words)
        out.quoted -= 1
        if source[1] > source[0]:
            out.block()
            out.put("— ", source[0])
            self._pass(*source)
        self._write_notes()
        out.block()
        self._at = end

    def _mark_altered(self, name: str, at: int) -> None:
        """What a quotation adds or leaves out, in brackets (csquotes manual 5.2, "Auxiliary
        commands"): added words, an ellipsis, or both, with a star in the other order."""
        elided = name == "textelp"
        if self._skip(_NO_WORDS):
            if elided:
                self._out.put("[…]", at)
        elif self._source.startswith("{", self._at):
            starred = self._source.startswith("*", at + len(f"\\{name}"))
            self._out.put("[…] [" if elided and not starred else "[", at)
            self._argument(lambda end: self._out.put("] […]" if elided and starred else "]", end))

    def _note(self, at: int) -> None:
        self._skip(_OPTIONS)
        begin = self._at
        if not self._skip(_ONE_BRACES):
            return
        self._counted += 1
        self._notes.append((self._counted, begin + 1, self._at - 1))
        self._out.put(f"[^{self._counted}]", at)

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

    def _verbatim(self, name: str) -> None:
        self._skip(_OPTIONS)
        if name == "mintinline":
            self._skip(_ONE_BRACES)  # its language
        group = None if name == "verb" else _ONE_BRACES.match(self._source, self._at)
        found = group or _VERBATIM.match(self._source, self._at)
        if found:
            start = self._out.position
            self._out.copy(self._at + 1, found.end() - 1)
            self._out.literal(start)
            self._at = found.end()

    def _url(self) -> None:
        begin = self._at + 1
        if self._skip(_ONE_BRACES):
            start = self._out.position
            self._out.copy(begin, self._at - 1)
            self._link(start, self._source[begin : self._at - 1])

    def _link(self, start: int, target: str) -> None:
        if self._out.length > start:
            self._out.links.append(Link(start, self._out.length, target.replace("\\", "")))

    def _first_silent(self, name: str) -> None:
        self._skip(_OPTIONS)
        target = self._skip(_ONE_BRACES).strip()[1:-1]
        self._skip(_OPTIONS)
        if name == "href":
            start = self._out.position
            self._argument(lambda _: self._link(start, target))

    def _paragraph(self, name: str, at: int) -> None:
        if name == "item":
            self._out.mark(self._skip(_OPTIONS).strip()[1:-1] or "-", at)
        elif name == "bibitem":
            self._skip(_OPTIONS)
            key = self._skip(_ONE_BRACES).strip()[1:-1].strip()
            self._out.mark("-", at, block=True)
            self._out.begin_entry(key)
        else:
            self._write_notes()
            self._out.block()

    def _other(self, name: str, at: int) -> None:
        """A symbol, a switch of the font, or a command nobody knows."""
        printed = SYMBOLS.get(name) or to_unicode(f"\\{name}{{}}x")[:-1]
        printed = "" if f"\\{name}" in printed or "<" in printed else printed
        if self._source.startswith("{}", self._at):
            self._at += 2
        if printed:
            start = self._out.position
            self._out.put(printed, at)
            if printed == "\\":
                self._out.literal(start)
            return
        options = _OPTIONS.match(self._source, self._at)
        if options and options.end() > self._at and self._source.startswith("{", options.end()):
            self._at = options.end()
