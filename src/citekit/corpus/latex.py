"""LaTeX: what a reader sees, and where in the file it stands.

Commands that cite stay as they are written (``\\cite[12]{key}``), notes, those of an apparatus
as well (:mod:`citekit.corpus.latexnotes`), become ``[^1]`` and a paragraph after the text they
belong to, quotation environments and
csquotes' commands become quotations, accents and symbols the characters they print
(:mod:`citekit.latex`), formulas in the line as well.  The preamble is left out but for title,
author and date, and so are comments, labels, code, pictures and displayed formulas.  Macros
and environments that the file, or one that includes it, defines are expanded if they cite,
quote or note (:mod:`citekit.corpus.latexmacros`); of an unknown command the arguments in braces are
text.  Where German babel is loaded, its shorthands are what they print.
"""

from __future__ import annotations

import re

from citekit.corpus.babel import has_shorthands
from citekit.corpus.csquotes import BRACES, Quoting, quoting
from citekit.corpus.extraction import PAGES_RAISED, Extraction, raised
from citekit.corpus.keys import CITE_COMMANDS, cite_command, keys_in, without_code
from citekit.corpus.latexcommands import (
    BLOCK_QUOTES,
    DICTA,
    EPIGRAPHS,
    FIRST_SILENT,
    HEADINGS,
    ITALICS,
    LETTER_PARTS,
    LINE_ENDS,
    NESTED,
    NUMBERED,
    PARAGRAPHS,
    SETTINGS,
    SILENT,
    SKIPPED,
    SYMBOLS,
)
from citekit.corpus.latexmacros import expanded, shared_macros
from citekit.corpus.latexnotes import APPARATUS, declared_notes, is_note
from citekit.corpus.latexreader import OPTIONS, Reader
from citekit.corpus.latextokens import GERMAN_TOKEN, TOKEN
from citekit.latex import to_unicode
from citekit.latexgroups import group_end, past_gap
from citekit.model import Document, Link

EXTRACTOR = "latex/3"

_NO_WORDS = re.compile(r"\s*\{\s*\}")
_COMMENT = re.compile(r"(?<!\\)%[^\r\n]*(?:\r\n|\r|\n)[ \t]*")
_ONE_BRACES = re.compile(rf"\s*{BRACES}")
_NUMBER = re.compile(rf"\{{\s*(\d(?:[\d\s,;–-]|{PAGES_RAISED})*)\}}")
_VERBATIM = re.compile(r"(?P<bar>[^A-Za-z\s*]).*?(?P=bar)")
_NOT_FALSE = re.compile(r"\\(?:fi|else)(?![A-Za-z@])")
_BEGIN = re.compile(r"\\begin[ \t]*\{document\}")
_IN_PREAMBLE = re.compile(
    r"\\(?P<name>title|subtitle|author|date)[ \t]*(?:\[[^\]]*\])?[ \t]*(?=\{)"
)


def read_latex(source: str, id: str, context: str = "") -> Document:
    """The document of a file's decoded text; ``context`` is the text of the files that
    include it, whose definitions and packages are also its own."""
    shown = without_code(source, "latex")
    including = without_code(context, "latex")
    german = has_shorthands(shown, including)
    series = declared_notes(shown) | declared_notes(including)
    expansion = expanded(source, shown, shared_macros(context))
    if expansion is not None:
        source, original = expansion.text, source
        shown = without_code(source, "latex")
    else:
        original = source
    out = Extraction(source)
    reader = _Reader(source, shown, out, GERMAN_TOKEN if german else TOKEN, series)
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


class _Reader(Reader):
    """What the commands of the file are to a reader."""

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
        elif name in APPARATUS and (passage := self._arguments.apparatus(name, self._at)):
            self._apparatus(passage)
        elif is_note(name, self._series):
            self._note(name, at)
        elif "ootnotemark" in name:
            self._note_mark(name, at)
        elif name in ITALICS:
            start = self._out.position
            self._argument(lambda _: self._out.emphasised(start))
        elif name in HEADINGS or name in LETTER_PARTS:
            self._skip(OPTIONS)
            self._out.block()
            self._argument(lambda _: self._out.block())
        elif name in ("verb", "lstinline", "mintinline"):
            self._verbatim(name)
        elif name == "iffalse" and (ends := _NOT_FALSE.search(self._source, self._at)):
            self._at = ends.end()
        elif name in ("url", "nolinkurl"):
            self._url()
        elif name in NUMBERED:
            self._numbered(name)
        elif name in PARAGRAPHS:
            self._paragraph(name, at)
        elif name in LINE_ENDS:
            self._out.line()
        elif name in SILENT:
            self._skip(OPTIONS)
            for _ in range(SILENT[name]):
                self._skip(_ONE_BRACES)
                self._skip(OPTIONS)
        elif name == "textsuperscript" and (number := _NUMBER.match(self._source, self._at)):
            self._out.put(raised(number[1].replace("--", "–")), at)
            self._at = number.end()
        elif name in FIRST_SILENT:
            self._first_silent(name)
        else:
            self._other(name, at)

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
            self._skip(OPTIONS)
            for _ in range(SETTINGS.get(name, 0)):
                self._skip(OPTIONS)
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
        if name == "letter":
            self._argument(lambda _: self._out.block())

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

    def _verbatim(self, name: str) -> None:
        self._skip(OPTIONS)
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
        self._skip(OPTIONS)
        target = self._skip(_ONE_BRACES).strip()[1:-1]
        self._skip(OPTIONS)
        if name == "href":
            start = self._out.position
            self._argument(lambda _: self._link(start, target))

    def _paragraph(self, name: str, at: int) -> None:
        if name == "item":
            self._out.mark(self._skip(OPTIONS).strip()[1:-1] or "-", at)
        elif name == "bibitem":
            self._skip(OPTIONS)
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
        options = OPTIONS.match(self._source, self._at)
        if options and options.end() > self._at and self._source.startswith("{", options.end()):
            self._at = options.end()
