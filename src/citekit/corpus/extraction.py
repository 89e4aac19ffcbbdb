"""Collecting the readable text of a marked-up file, with the way back to the file.

Every extractor lays its text out alike: what no reader sees is left out (soft hyphens,
zero-width spaces), white space runs together, paragraphs,
headings and list items stand in lines of their own with an empty line between
blocks, each paragraph of a block quotation begins with ``> ``, and a note is
``[^1]`` in the text and ``[^1]: …`` in a paragraph of its own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from hashlib import sha256

from citekit.corpus.latexmacros import Expanded
from citekit.corpus.places import line_starts
from citekit.model import Document, KeySpan, Link, Markup, Origin

#: HTML's and TeX's white space; a no-break space is none.
SPACE = " \t\n\r\f\v"
#: What no reader sees: soft hyphens, and spaces and marks without width (Unicode 15, 23.2).
UNSEEN = "\u00ad\u200b\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"
#: What ends a line inside a word: letters and a hyphen.
_HYPHENATED = re.compile(r"[^\W\d_][-‐]\Z")
_WORD = rf"[^ \t\n\r\f\v{UNSEEN}]+"
_RUN = re.compile(rf"{_WORD}(?: {_WORD})*")
_IGNORED = re.compile(r"citekit-ignore:([^\r\n]*)")
_NAME = re.compile(r"[^\s,;]+")
#: What closes a comment, and is no name in it.
_COMMENT_END = re.compile(r"-->|\*/")

#: Numbers that are raised: an exponent, or marks of notes ("4,5", "4–6", "4 5"), also with the
#: pages that they name ("4(p57)"; AMA Manual of Style, 11th edition, 3.6), which stay as they are.
PAGES_RAISED = r"\(pp?\.?\s?\d+(?:[–-]\d+)?\)"
_RAISED = re.compile(
    rf"[+−-]|[+−-]?\d+(?:{PAGES_RAISED})?(?:(?:\s?[,;–-]\s?|\s)\d+(?:{PAGES_RAISED})?)*[+−-]?"
)
_PARTS = re.compile(rf"[^(]+|{PAGES_RAISED}")
_SUPERSCRIPTS = str.maketrans("0123456789+-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")

#: What may stand before the next words, from the weakest to the strongest.
_NONE, _BLANK, _LINE, _BLOCK = range(4)
_BREAKS = ("", " ", "\n", "\n\n")


class Extraction:
    """A text in the making.

    ``source`` is the decoded file, ``shown`` the same with blanks where a reader sees
    nothing.  ``quoted`` is how deep the place being written is in block quotations.
    """

    def __init__(self, source: str, shown: str | None = None) -> None:
        self.source = source
        self._shown = source if shown is None else shown
        self.quoted = 0
        self.length = 0
        self.links: list[Link] = []
        self.keys: list[KeySpan] = []
        self._literal: list[tuple[int, int]] = []
        self._entries: list[KeySpan] = []
        self._quotations: list[Link] = []
        self._entry: tuple[int, str] | None = None
        self._breaks: list[int] = []
        self._emphasis: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._offsets = array("L")
        self._sources = array("L")
        self._lengths = array("L")
        self._break = _NONE
        self._marked = False
        self._soft = False
        self._hyphenated = False  # a soft hyphen was the last character
        self._divided = False  # and the end of a line followed it

    def copy(self, start: int, end: int) -> None:
        """The file's characters ``start``–``end``, white space run together."""
        source, done = self._shown, start
        for match in _RUN.finditer(source, start, end):
            if match.start() > done and source[done : match.start()].strip(UNSEEN):
                self._break = max(self._break, _BLANK)
            self._write(match[0], match.start(), len(match[0]))
            done = match.end()
        if end > done:
            if source[done:end].strip(UNSEEN):
                self._break = max(self._break, _BLANK)
            self._hyphenated = self._hyphenated or _SOFT_HYPHEN in source[done:end]

    def verbatim(self, start: int, end: int) -> None:
        """The file's characters ``start``–``end``, their line ends kept."""
        for line in self._shown[start:end].splitlines(keepends=True):
            words = line.rstrip()
            if words:
                self._write(words, start, len(words))
            start += len(line)
            if len(words) < len(line):
                self.line()

    def put(self, text: str, at: int) -> None:
        """Text that stands for what is at ``at`` of the file."""
        if text and not text.strip(UNSEEN):
            self._hyphenated = self._hyphenated or _SOFT_HYPHEN in text
            return
        if not text.strip(SPACE):
            self.space()
            return
        if text[0] in SPACE:
            self.space()
        self._write(text.strip(SPACE), at, 0)
        if text[-1] in SPACE:
            self.space()

    def space(self) -> None:
        """White space, unless a line begins here."""
        self._break = max(self._break, _BLANK)

    def close_up(self) -> None:
        """No white space before the next words, unless a line ends here."""
        self._break = _NONE if self._break == _BLANK else self._break

    def soft_break(self) -> None:
        """White space that is the end of a line in the file."""
        self._divided = self._hyphenated
        self.space()
        self._soft = True

    def emphasised(self, start: int) -> None:
        """What was written from the place ``start`` of the text on is in italics."""
        if self.length > start:
            self._emphasis.append((start, self.length))

    def line(self) -> None:
        """The end of a line; none behind a soft hyphen, which goes with it."""
        if self._hyphenated:
            self._divided = True
            return
        self._break = max(self._break, _BLANK if self._marked else _LINE)

    def block(self) -> None:
        """The end of a block."""
        self._break = _BLANK if self._marked else _BLOCK

    def mark(self, text: str, at: int, *, block: bool = False) -> None:
        """The sign before a list item or a note, which begins a line or a block and
        keeps what follows on its line; an entry ends."""
        self.end_entry()
        self._marked = False
        self._break = _BLOCK if block else max(self._break, _LINE)
        self._write(text, at, 0)
        self._marked = True
        self._break = _BLANK

    def literal(self, start: int) -> None:
        """What was written since ``start`` of the text is code, or an escaped sign."""
        while self._literal and self._literal[-1][0] >= start:
            self._literal.pop()  # inside
        if self.length > start:
            self._literal.append((start, self.length))

    def quotation(self, start: int, source: str) -> None:
        """What was written since ``start`` of the text is quoted from ``source``, a key or
        an address."""
        if self.length > start:
            self._quotations.append(Link(start, self.length, source))

    def begin_entry(self, key: str = "") -> None:
        """An entry of a list of references begins here, which ends the one before it."""
        self.end_entry()
        self._entry = (self.position, key)

    def end_entry(self) -> None:
        """The end of an entry, if one has begun."""
        if self._entry is not None and self.length > self._entry[0]:
            start, key = self._entry
            self._entries.append(KeySpan(start, self.length, key))
        self._entry = None

    @property
    def position(self) -> int:
        """Where the next words will stand, at the earliest."""
        before = len(self._before("")) if self.length else 0
        return self.length + before + len("> ") * self.quoted * self._begins

    @property
    def _begins(self) -> bool:
        """Whether the next words begin a line."""
        return not self.length or self._break >= _LINE

    def _before(self, text: str) -> str:
        """What stands before the next words.  A word that is divided at the end of a line with
        a hyphen keeps that line end, as in text without type."""
        if self._break != _BLANK:
            return _BREAKS[self._break]
        if self._divided:
            return ""
        divides = self._soft and text[:1].islower() and _HYPHENATED.search(self._parts[-1])
        return "\n" if divides else " "

    def _write(self, text: str, at: int, length: int) -> None:
        before = self._before(text) if self.length else ""
        if self._begins or before == "\n":
            before += "> " * self.quoted
        if before:
            if self._soft and self._break == _BLANK and not self._divided:
                self._breaks.append(self.length)
            self._piece(before, at, 0)
        self._break = _NONE
        self._marked = self._soft = self._hyphenated = self._divided = False
        self._piece(text, at, length)

    def _piece(self, text: str, at: int, length: int) -> None:
        self._offsets.append(self.length)
        self._sources.append(at)
        self._lengths.append(length)
        self._parts.append(text)
        self.length += len(text)

    def document(
        self,
        id: str,
        extractor: str,
        keys: Iterable[KeySpan] = (),
        *,
        hidden: tuple[int, int] = (0, 0),
        file: str | None = None,
        expansion: Expanded | None = None,
    ) -> Document:
        """The document; ``keys`` are further keys, with spans of the file's characters.

        Of keys that no reader sees (``\\nocite``) those in the span ``hidden`` of the file
        have an empty span, and the others are left out.  Where macros were expanded,
        ``file`` is the file's own text, and ``expansion`` leads back to it.
        """
        self.end_entry()
        text = "".join(self._parts)
        file = self.source if file is None else file
        spans = [*self.keys, *self._extracted(keys, hidden)]
        if expansion is not None:
            self._lead_back(expansion)
            spans = [
                one if one.source < 0 else one._replace(source=expansion.source(one.source))
                for one in spans
            ]
        origin = Origin(self._offsets, self._sources, self._lengths, line_starts(file))
        return Document(
            id,
            text,
            sha256(text.encode()).hexdigest(),
            extractor,
            origin,
            tuple(sorted(spans)),
            tuple(self.links),
            ignored_names(file),
            Markup(
                tuple(self._breaks),
                tuple(sorted(self._italics(text))),
                tuple(self._literal),
                tuple(self._entries),
                tuple(self._quotations),
            ),
        )

    def _italics(self, text: str) -> Iterable[tuple[int, int]]:
        """The spans in italics, without white space before them."""
        for start, end in self._emphasis:
            words = text[start:end].lstrip()
            if words:
                yield end - len(words), end

    def _extracted(self, keys: Iterable[KeySpan], hidden: tuple[int, int]) -> Iterable[KeySpan]:
        """The keys with spans of the text."""
        pieces = sorted(zip(self._sources, self._lengths, self._offsets, strict=True))
        at = 0
        for key in sorted(keys):
            while at < len(pieces) and pieces[at][0] + pieces[at][1] < key.end:
                at += 1
            start, length, offset = pieces[at] if at < len(pieces) else (0, 0, self.length)
            moved = offset - start
            if start <= key.start and key.end <= start + length:
                yield key._replace(start=key.start + moved, end=key.end + moved)
            elif hidden[0] <= key.start < hidden[1]:
                yield key._replace(start=offset, end=offset, source=key.start)

    def _lead_back(self, expansion: Expanded) -> None:
        """Make the places of the pieces those of the file whose macros were expanded."""
        offsets, sources, lengths = array("L"), array("L"), array("L")
        for offset, start, length in zip(self._offsets, self._sources, self._lengths, strict=True):
            for into, source, kept in expansion.parts(start, length):
                offsets.append(offset + into)
                sources.append(source)
                lengths.append(kept)
        self._offsets, self._sources, self._lengths = offsets, sources, lengths


def raised(words: str) -> str:
    """Words that are raised: numbers as superscript figures, others as they are."""
    words = words.strip(SPACE)
    if not _RAISED.fullmatch(words):
        return words
    return "".join(
        part if part[0] == "(" else part.translate(_SUPERSCRIPTS) for part in _PARTS.findall(words)
    )


def ignored_names(source: str) -> frozenset[str]:
    """The keys and codes of problems that comments in a file tell the checks to pass over."""
    if "citekit-ignore:" not in source:
        return frozenset()
    return frozenset(
        name
        for match in _IGNORED.finditer(source)
        for name in _NAME.findall(_COMMENT_END.split(match[1])[0])
    )
