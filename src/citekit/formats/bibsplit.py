"""A .bib file as its blocks and nothing lost: the text between them is what
lies between their offsets.

Blocks are read by the strict grammar of :mod:`citekit.formats.bibtokens`.  A
block it cannot read goes to bibtexparser's splitter for a second opinion (it
does not count escaped braces); its reading is taken when the block's own
source text, tokenised the same way, agrees with it.  What neither reads is a
*failed* block with a :class:`~citekit.errors.Problem`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, count
from operator import add

from citekit.collector import collector_paused
from citekit.dates import MONTH_MACROS
from citekit.errors import Problem, Severity, Where, error, warning
from citekit.formats.bibmacros import COMMON
from citekit.formats.bibtokens import (
    HARD_START,
    PLAIN_ENTRY,
    START,
    Block,
    BlockReader,
    Unreadable,
    pieces,
)
from citekit.latexdefinitions import Macro, definitions

_NEWLINE = re.compile(r"\r\n|\r|\n")
_HIDDEN_KEY = re.compile(r"\s*([^\s,{}()=]*)")
_CUT_START = re.compile(r"@[^\s@{}()]*\Z")
_LIKE_START = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(@)\s*(?!comment\b)[^\W\d_]", re.I)
_STRAY_FIELD = re.compile(r'(?:^|[\r\n,])[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*["{]')

#: Blocks that look like entries.
_NO_ENTRIES = ("comment", "preamble", "string")
#: Macros that double one another grow without bound; from here on they stay unexpanded.
_LONGEST_MACRO = 100_000


@dataclass(frozen=True, slots=True)
class Source:
    """A .bib file's text, its blocks in the file's order, and what is wrong with it."""

    text: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    file: str | None = None
    _newlines: list[int] = field(default_factory=list, repr=False, compare=False)
    _by_key: dict[str, Block] = field(default_factory=dict, repr=False, compare=False)
    _folded: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _macros: dict[str, list[tuple[int, str]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    #: the LaTeX commands that the file defines, and those every file may use
    commands: Mapping[str, Macro] = field(default_factory=lambda: COMMON, repr=False, compare=False)

    def entry(self, key: str) -> Block | None:
        """The first entry with this key, or None."""
        return self._by_key.get(key)

    def entry_nocase(self, key: str) -> Block | None:
        """The first entry whose key differs from ``key`` in case at most, or None."""
        return self._by_key.get(self._folded.get(key.lower(), ""))

    def macro(self, name: str, at: int) -> str | None:
        """The text of the ``@string`` macro ``name`` (in lower case) at an offset.

        The last definition before ``at`` counts, else the first one after; None
        when there is none.
        """
        found = self._macros.get(name)
        if not found:
            return None
        index = bisect_right(found, at, key=lambda definition: definition[0])
        return found[max(0, index - 1)][1]

    def line(self, offset: int) -> int:
        """The line an offset stands in, from 1."""
        return bisect_right(self._newlines, offset) + 1

    def entries(self) -> tuple[Block, ...]:
        """The entries, in the file's order."""
        return tuple(block for block in self.blocks if block.kind == "entry")

    def raw(self, block: Block) -> str:
        """The source text of ``block``."""
        return self.text[block.start : block.end]


@collector_paused()
def split(text: str, file: str | None = None) -> Source:
    """Split ``text`` into blocks; ``file`` names it in problems.

    Total: every text splits, in time linear in its length.
    """
    return _Splitter(text, file).split()


@collector_paused()
def outline(text: str, file: str | None = None, keys: Collection[str] = ()) -> Source:
    """``text`` split into the same blocks as :func:`split` makes, several times as fast: of
    well-formed entries only type, key and place are read, unless they have one of
    these ``keys``.  The others have no ``fields``, and repeated fields in them are not told."""
    return _Splitter(text, file, keys).split()


class _Splitter:
    def __init__(self, text: str, file: str | None, keys: Collection[str] | None = None) -> None:
        self.text = text
        self.file = file
        self.keys = keys  # of the entries to be read; None for all
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.newlines = _newlines(text)
        self.hard = [m.start() for m in HARD_START.finditer(text) if self._at_line_start(m.start())]
        self.matches: dict[int, int] | None = None

    def split(self) -> Source:
        pos = 0
        while found := START.search(self.text, pos):
            block = self._read(found)
            if block is None:
                pos = found.end()
                continue
            if block.start > pos and not self.text[pos : block.start].isspace():
                self._check_gap(pos, block.start)
                self._check_cut(pos, block.start)
            self.blocks.append(block)
            pos = block.end
        self._check_gap(pos, len(self.text))
        by_key, folded = self._check_keys()
        macros = self._macros()
        problems = tuple(self.problems)
        return Source(
            *(self.text, tuple(self.blocks), problems, self.file),
            *(self.newlines, by_key, folded, macros),
            commands=self._commands(),
        )

    def _commands(self) -> Mapping[str, Macro]:
        texts = [self.text[b.start : b.end] for b in self.blocks if b.kind == "preamble"]
        return {**COMMON, **definitions("\n".join(texts)).macros} if texts else COMMON

    def _line(self, offset: int) -> int:
        return bisect_right(self.newlines, offset) + 1

    def _where(self, offset: int, key: str = "") -> Where:
        return Where(self.file, self._line(offset), key=key or None)

    def _at_line_start(self, offset: int) -> bool:
        """Nothing but white space, or the ``%`` of a line commented out, stands before."""
        while offset > 0:
            char = self.text[offset - 1]
            if char in "\r\n\ufeff":
                return True
            if char not in " \t%":
                return False
            offset -= 1
        return True

    def _limit(self, offset: int) -> int:
        """The next start, on a line of its own, that no unfinished value runs over."""
        index = bisect_right(self.hard, offset)
        return self.hard[index] if index < len(self.hard) else len(self.text)

    def _match(self, offset: int) -> int | None:
        """The brace that closes the one at ``offset``, counting every brace."""
        if self.matches is None:
            self.matches = _match_braces(self.text)
        return self.matches.get(offset)

    def _reader(self, start: re.Match[str], limit: int, *, escapes: bool = False) -> BlockReader:
        return BlockReader(
            self.text, start, limit, self._match, self._line, file=self.file, escapes=escapes
        )

    def _read(self, start: re.Match[str]) -> Block | None:
        """The block at ``start``; None for an @ in running text that starts none."""
        limit = self._limit(start.start())
        plain = self._plain(start, limit) if self.keys is not None else None
        if plain is not None:
            return plain
        reader = self._reader(start, limit)
        try:
            block = reader.read()
        except Unreadable as failure:
            return self._second_opinion(start, limit) or self._failed(start, limit, failure)
        if block.kind == "entry" and not block.fields and not self._is_placed(block.start):
            return self._failed(start, limit, Unreadable("no entry has no fields", block.start))
        self.problems.extend(reader.problems)
        if block.kind == "comment":
            self._check_comment(block)
        return block

    def _plain(self, start: re.Match[str], limit: int) -> Block | None:
        """The entry at ``start``, its fields unread, if it is well-formed and none of those
        to be read."""
        begin = start.start()
        found = PLAIN_ENTRY.match(self.text, begin, limit)
        if found is None:
            return None
        type_, key = found[1].lower(), found[2]
        if type_ in _NO_ENTRIES or (self.keys and key in self.keys):
            return None
        line = self._line(begin)
        return Block(*("entry", begin, found.end(), line, type_, found.span(1), key, found.span(2)))

    def _second_opinion(self, start: re.Match[str], limit: int) -> Block | None:
        """bibtexparser's reading of the block, if its own source text bears it out."""
        opinion = _bibtexparser_entry(self.text[start.start() : limit])
        if opinion is None:
            return None
        length, names = opinion
        reader = self._reader(start, start.start() + length, escapes=True)
        try:
            block = reader.read()
        except Unreadable:
            return None
        if [span.name for span in block.fields] != names:
            return None
        self.problems.extend(reader.problems)
        where = self._where(block.start, block.key)
        message = "braces balance only when those after a backslash are not counted"
        self.problems.append(warning("escaped-brace", message, where))
        return block

    def _failed(self, start: re.Match[str], limit: int, failure: Unreadable) -> Block | None:
        begin = start.start()
        where = self._where(failure.at, failure.key)
        if not self._is_placed(begin):
            message = f"text with `{start[0].strip()}` is read as a comment: {failure.reason}"
            self.problems.append(warning("unread-text", message, self._where(begin)))
            return None
        first = self._line(begin)
        since = "" if first == where.line else f" that begins in line {first}"
        message = f"@{start[1]}{since} cannot be read: {failure.reason}"
        hint = "the text stays in the file as it is"
        self.problems.append(error("unreadable-entry", message, where, hint))
        end = start.end() + len(self.text[start.end() : limit].rstrip())
        return Block("failed", begin, end, first, start[1].lower(), start.span(1), failure.key)

    def _is_placed(self, offset: int) -> bool:
        """Whether a block may be meant here: at the start of a line, or behind a block."""
        if self._at_line_start(offset):
            return True
        return bool(self.blocks) and not self.text[self.blocks[-1].end : offset].strip()

    def _check_gap(self, start: int, end: int) -> None:
        """Report what looks like an entry's beginning outside all blocks, and fields:
        an entry was closed too early."""
        for start_like in _LIKE_START.finditer(self.text, start, end):
            message = "text that begins like an entry is read as a comment"
            where = self._where(start_like.start(1))
            self.problems.append(warning("unread-text", message, where))
        if self.text.find("=", start, end) < 0:
            return
        found = _STRAY_FIELD.search(self.text, start, end)
        if found and "%" not in found[0]:
            message = "a field outside all entries is read as a comment"
            hint = "a `}` too many before it?"
            self.problems.append(warning("stray-field", message, self._where(found.end()), hint))

    def _check_keys(self) -> tuple[dict[str, Block], dict[str, str]]:
        """Entries by key, the first of each; report keys and fields given twice."""
        by_key: dict[str, Block] = {}
        folded: dict[str, str] = {}
        for block in self.blocks:
            if block.kind != "entry":
                continue
            self._check_fields(block)
            if not block.key:
                continue
            if (first := by_key.setdefault(block.key, block)) is not block:
                message = f"key {block.key!r} is taken by the entry in line {first.line}"
                where = self._where(block.start, block.key)
                self.problems.append(error("duplicate-key", message, where))
            elif (other := folded.setdefault(block.key.lower(), block.key)) != block.key:
                message = f"key {block.key!r} differs from {other!r} only in case"
                where = self._where(block.start, block.key)
                self.problems.append(warning("duplicate-key-case", message, where))
        return by_key, folded

    def _check_cut(self, start: int, end: int) -> None:
        """Report an ``@`` in the middle of what a block begins with."""
        found = _CUT_START.search(self.text, max(start, end - 100), end)
        if found:
            message = f"{found[0]!r} before the block is read as a comment"
            self.problems.append(warning("unread-text", message, self._where(found.start())))

    def _macros(self) -> dict[str, list[tuple[int, str]]]:
        """The definitions of each macro with their offsets, macros in them expanded."""
        macros: dict[str, list[tuple[int, str]]] = {}
        for block in self.blocks:
            if block.kind != "string":
                continue
            texts: list[str] = []
            size = 0
            for delimiter, content in pieces(block.fields[0].value):
                known = macros.get(content.lower()) if not delimiter else None
                if not (known or delimiter or content.isdecimal() or content in MONTH_MACROS):
                    message = f"macro {content!r} is not defined before this one"
                    where = self._where(block.start, block.key)
                    self.problems.append(warning("undefined-string", message, where))
                texts.append(known[-1][1] if known else content)
                size += len(texts[-1])
                if size > _LONGEST_MACRO:
                    message = f"macro {block.key!r} is too long to be expanded"
                    where = self._where(block.start, block.key)
                    self.problems.append(warning("long-string", message, where))
                    texts = [block.fields[0].value]
                    break
            macros.setdefault(block.key, []).append((block.start, "".join(texts)))
        return macros

    def _check_comment(self, block: Block) -> None:
        """Entries that a comment hides are no works; BibTeX itself would read them."""
        for found in START.finditer(self.text, block.start + 1, block.end):
            if found[1].lower() not in _NO_ENTRIES:
                key = _HIDDEN_KEY.match(self.text, found.end())
                where = self._where(found.start(), key[1] if key else "")
                message = f"@{found[1]} stands in a comment and is not read"
                self.problems.append(Problem(Severity.INFO, "commented-entry", message, where))

    def _check_fields(self, block: Block) -> None:
        names = {span.name for span in block.fields}
        if len(names) == len(block.fields):
            return
        seen: set[str] = set()
        for span in block.fields:
            if span.name in seen:
                where = self._where(span.name_start, block.key)
                message = f"field {span.name!r} is given twice; the first counts"
                self.problems.append(warning("duplicate-field", message, where))
            seen.add(span.name)


def _newlines(text: str) -> list[int]:
    """Where the lines after the first begin."""
    if "\r" in text:
        return [found.end() for found in _NEWLINE.finditer(text)]
    lengths = map(len, text.split("\n"))
    return list(map(add, accumulate(lengths), count(1)))[:-1]


def _match_braces(text: str) -> dict[int, int]:
    """Every brace's partner, in one pass."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[{}]", text):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            matches[opened.pop()] = found.start()
    return matches


def _bibtexparser_entry(text: str) -> tuple[int, list[str]] | None:
    """Length and field names of the entry bibtexparser reads at the start of ``text``."""
    import logging

    from bibtexparser.model import Entry
    from bibtexparser.splitter import Splitter

    logger = logging.getLogger("bibtexparser.splitter")
    was_disabled, logger.disabled = logger.disabled, True
    try:
        blocks = Splitter(text).split().blocks
    finally:
        logger.disabled = was_disabled
    if not blocks or not isinstance(blocks[0], Entry):
        return None
    raw: str = blocks[0].raw or ""
    return len(raw), [item.key.lower() for item in blocks[0].fields]
