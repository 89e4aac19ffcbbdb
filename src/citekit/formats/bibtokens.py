"""One block of a .bib file, taken apart by BibTeX's own grammar.

The grammar is that of BibTeX 0.99d (Patashnik, "BibTeXing", and ``bibtex.web``):
every brace counts, also after a backslash; a quoted value ends at a quotation
mark outside braces; entries stand in braces or parentheses.  Beyond it, ``%``
starts a comment between fields, as in biber.

What breaks the grammar is repaired by small rules, each of which makes a
:class:`~citekit.errors.Problem`; a block no rule can repair raises
:class:`Unreadable`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple
from unicodedata import category

from citekit.errors import Problem, Where, warning

Kind = Literal["entry", "string", "preamble", "comment", "failed"]


class FieldSpan(NamedTuple):
    """A field and where it stands, in code points of the source.

    ``name`` is in lower case; ``value`` is the value's source text with its
    delimiters, from ``start`` to ``end``.
    """

    name: str
    value: str
    name_start: int
    name_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A block and where it stands, in code points of the source.

    ``type`` is in lower case.  For an ``@string``, ``key`` is the macro's name
    and ``fields`` its one definition; for a ``@preamble``, ``fields`` is its
    one value.  A *failed* block knows its type and, if readable, its key.
    """

    kind: Kind
    start: int
    end: int
    line: int
    type: str = ""
    type_span: tuple[int, int] = (0, 0)
    key: str = ""
    key_span: tuple[int, int] = (0, 0)
    fields: tuple[FieldSpan, ...] = ()

    def field(self, name: str) -> FieldSpan | None:
        """The first field called ``name`` (in lower case)."""
        return next((field for field in self.fields if field.name == name), None)


class Unreadable(Exception):
    """No rule reads the block: ``reason`` at offset ``at``; ``key`` as far as known."""

    def __init__(self, reason: str, at: int, key: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at
        self.key = key


# A group repeated is atomic, not possessive: Python before 3.11.5 keeps what a possessive group
# has read of its last, failed turn (gh-106052).
_FLAT = r"[^{}]*+"
_NEST = _FLAT
for _ in range(3):
    _NEST = rf"{_FLAT}(?>(?:\{{{_NEST}\}}{_FLAT})*)"
_QUOTED = rf'"[^"{{}}]*+(?>(?:\{{{_NEST}\}}[^"{{}}]*+)*)"'
_NAME = r'[^\s=,{}"#()@%]++'


def _value_pattern(closer: str) -> str:
    bare = rf'[^\s,{{}}"#=@{re.escape(closer)}%]++'
    piece = rf"(?:\{{{_NEST}\}}|{_QUOTED}|{bare})"
    return rf"{piece}(?>(?:\s*+\#\s*+{piece})*)"


def _field_pattern(closer: str) -> re.Pattern[str]:
    """A well-formed field with what must follow it."""
    value = _value_pattern(closer)
    return re.compile(rf"\s*+({_NAME})\s*+=\s*+({value})\s*+(,|(?={re.escape(closer)}))")


START = re.compile(
    r"""@\s*+([^\s{}(),="#%'@\\]++)\s*+([{(])""",
)
#: A start so complete that no unfinished value before it may run over it.
HARD_START = re.compile(
    r"@[ \t]*(?:(?:string|preamble|comment)\s*[{(]"
    r"""|[^\s{}(),="#%'@\\]+\s{0,9}[{(][^,{}"=]{0,200}[,=])""",
    re.I,
)
_FIELD = {"}": _field_pattern("}"), ")": _field_pattern(")")}
#: An entry in braces whose key and fields are well-formed, and no comma behind it: its
#: type, its key.
PLAIN_ENTRY = re.compile(
    rf"@\s*+([A-Za-z]++)\s*+\{{\s*+([^\s,{{}}\"=]++)\s*+,"
    rf"(?>(?:\s*+{_NAME}\s*+=\s*+{_value_pattern('}')}\s*+(?:,|(?=\}})))+)[\s,]*+\}}(?![\s}}]*+,)"
)
_NAME_EQUALS = re.compile(rf"({_NAME})\s*+=")
_LOOSE_NAME = re.compile(r'([^\s=,{}"#@%][^=,{}"#@%\r\n]*?)[ \t]*=')
_KEY = {
    "}": re.compile(r'\s*+([^,{}"=]*?)\s*(,|(?=\}))'),
    ")": re.compile(r'\s*+([^,{}"=)]*?)\s*(,|(?=\)))'),
}
_KEY_NO_COMMA = re.compile(rf'\s*+([^\s,{{}}"=]++)\s++(?={_NAME}\s*+=)')
_ODD_KEY = re.compile(r"\s*+([^,\r\n]*?)[ \t]*,")
_SPACE = re.compile(r"\s*+")
_FILLER = re.compile(r"[\s,]*+")
_LINE_REST = re.compile(r"[^\r\n]*+")
_BARE = {
    "}": re.compile(r'[^\s,{}"#=@%]++'),
    ")": re.compile(r'[^\s,{}"#=@%)]++'),
}
_HASH = re.compile(r"\s*+#\s*+")
_BRACES = re.compile(r"[{}]")
_UNESCAPED_BRACES = re.compile(r"(?<!\\)[{}]")
_QUOTE_OR_BRACE = re.compile(r'["{}]')
_ENDS = {"}": re.compile(r"[{},]"), ")": re.compile(r"[{},)]")}
_MORE_FIELDS = re.compile(rf"[\s}}]*+,\s*+{_NAME}\s*+=\s*+[\"{{\w]")
_SWALLOWED = re.compile(r',\s*[A-Za-z][\w-]*\s*=\s*["{\d]')


def _is_commented(text: str, at: int) -> bool:
    """Whether a ``%``, and white space, is all that stands before ``at`` on its line."""
    seen = False
    while at > 0:
        char = text[at - 1]
        if char == "%" and not seen:
            seen = True
        elif char not in " \t":
            return seen and char in "\r\n"
        at -= 1
    return seen


class BlockReader:
    """Reads the block that :data:`START` matched, up to ``limit``.

    ``match`` gives the place of the brace that closes the one at an offset,
    beyond the limit too, or None; ``line`` the line of an offset.  With
    ``escapes``, a brace after a backslash does not count.
    """

    def __init__(
        self,
        text: str,
        start: re.Match[str],
        limit: int,
        match: Callable[[int], int | None],
        line: Callable[[int], int],
        *,
        file: str | None = None,
        escapes: bool = False,
    ) -> None:
        self.text = text
        self.start = start
        self.limit = limit
        self.match = match
        self.line = line
        self.file = file
        self.braces = _UNESCAPED_BRACES if escapes else _BRACES
        self.escapes = escapes
        self.closer = "}" if start[2] == "{" else ")"
        self.key = ""
        self.problems: list[Problem] = []
        self.commented = _is_commented(text, start.start())

    def read(self) -> Block:
        """The block; raises :class:`Unreadable`."""
        kind = self.start[1].lower()
        pos = self.start.end()
        if kind == "comment":
            return self._block("comment", self._comment_end(pos))
        if kind == "preamble":
            span = self._span("", pos, pos, pos)
            return self._block("preamble", self._close(span.end), fields=(span,))
        if kind == "string":
            return self._string(pos)
        return self._entry(pos)

    def _block(
        self,
        kind: Kind,
        end: int,
        key: str = "",
        key_span: tuple[int, int] = (0, 0),
        fields: tuple[FieldSpan, ...] = (),
    ) -> Block:
        begin = self.start.start()
        type_ = self.start[1].lower()
        return Block(
            kind, begin, end, self.line(begin), type_, self.start.span(1), key, key_span, fields
        )

    def _warn(self, code: str, message: str, at: int, hint: str = "") -> None:
        where = Where(self.file, self.line(at), key=self.key or None)
        self.problems.append(warning(code, message, where, hint))

    def _fail(self, reason: str, at: int) -> Unreadable:
        return Unreadable(reason, min(at, len(self.text)), self.key)

    def _comment_end(self, pos: int) -> int:
        """Where a comment ends: at its closing delimiter, else with its line."""
        if self.closer == "}":
            end = self._braced_end(pos - 1)
        else:
            end = self.text.find(")", pos, self.limit) + 1 or None
        if end is None:
            rest = _LINE_REST.match(self.text, pos)
            end = rest.end() if rest else pos
        return end

    def _string(self, pos: int) -> Block:
        found = _NAME_EQUALS.match(self.text, self._skip_space(pos), self.limit)
        if not found:
            raise self._fail("expected a name and `=` in @string", pos)
        span = self._span(self._field_name(found[1], pos), *found.span(1), found.end())
        return self._block("string", self._close(span.end), span.name, found.span(1), (span,))

    def _close(self, pos: int) -> int:
        """The end of a block whose only value ends at ``pos``."""
        found = _FILLER.match(self.text, pos, self.limit)
        pos = found.end() if found else pos
        if not self.text.startswith(self.closer, pos):
            raise self._fail(f"expected `{self.closer}`", pos)
        return pos + 1

    def _entry(self, pos: int) -> Block:
        key_span, pos = self._read_key(pos)
        self.key = self.text[slice(*key_span)]
        fields, end = self._fields(pos)
        return self._block("entry", end, self.key, key_span, tuple(fields))

    def _read_key(self, pos: int) -> tuple[tuple[int, int], int]:
        """The key's span and where the fields begin."""
        text, limit = self.text, self.limit
        found = _KEY[self.closer].match(text, pos, limit)
        if found and not ("\n" in found[1] or "\r" in found[1]):
            if not found[1]:
                self._warn("missing-key", "entry without a key", pos)
            elif len(found[1].split()) > 1:
                self._warn("odd-key", f"white space in the key {found[1]!r}", pos)
            return found.span(1), found.end()
        if found := _KEY_NO_COMMA.match(text, pos, limit):
            self.key = found[1]
            self._warn("missing-comma", "no comma after the key", found.end(1))
            return found.span(1), found.end()
        begin = self._skip_space(pos)
        if _NAME_EQUALS.match(text, begin, limit):
            self._warn("missing-key", "entry without a key", pos)
            return (begin, begin), begin
        if found := _ODD_KEY.match(text, pos, limit):
            self._warn("odd-key", f"unusual characters in the key {found[1]!r}", pos)
            return found.span(1), found.end()
        raise self._fail("expected a key and a comma", pos)

    def _fields(self, pos: int) -> tuple[list[FieldSpan], int]:
        """The fields from ``pos`` on and where the block ends."""
        text, match = self.text, _FIELD[self.closer].match
        fields: list[FieldSpan] = []
        while True:
            found = None if self.escapes else match(text, pos, self.limit)
            if found:
                name, value, comma = found.groups()
                if not name.isprintable():
                    name = self._field_name(name, pos)
                fields.append(FieldSpan(name.lower(), value, *found.span(1), *found.span(2)))
                pos = found.end()
                if comma:
                    continue
            pos = self._skip_filler(pos)
            if text.startswith(self.closer, pos):
                if self._extra_closer(pos):
                    pos += 1
                    continue
                return fields, pos + 1
            if pos >= self.limit:
                return fields, self._unclosed(fields, pos)
            pos = self._odd_field(fields, pos)

    def _skip_space(self, pos: int) -> int:
        found = _SPACE.match(self.text, pos, self.limit)
        return found.end() if found else pos

    def _skip_filler(self, pos: int) -> int:
        """Past white space, commas, and comments to the end of their line."""
        while True:
            found = _FILLER.match(self.text, pos, self.limit)
            pos = found.end() if found else pos
            if pos >= self.limit or self.text[pos] != "%":
                return pos
            rest = _LINE_REST.match(self.text, pos, self.limit)
            pos = rest.end() if rest and not self.commented else pos + 1

    def _extra_closer(self, pos: int) -> bool:
        """A closing brace with a comma and another field behind it closes nothing."""
        if self.closer == "}" and _MORE_FIELDS.match(self.text, pos + 1, self.limit):
            self._warn("extra-brace", "a `}` too many before the end of the entry", pos)
            return True
        return False

    def _unclosed(self, fields: list[FieldSpan], pos: int) -> int:
        """The end of an entry that lacks its closing brace."""
        if not fields or _SWALLOWED.search(fields[-1].value):
            raise self._fail("unbalanced braces", fields[-1].start if fields else pos)
        self._warn("missing-brace", f"no `{self.closer}` at the end of the entry", fields[-1].end)
        return fields[-1].end

    def _odd_field(self, fields: list[FieldSpan], pos: int) -> int:
        """Read at ``pos`` what the pattern of a well-formed field did not match."""
        found = _NAME_EQUALS.match(self.text, pos, self.limit)
        if not found:
            found = _LOOSE_NAME.match(self.text, pos, self.limit)
            if not found:
                return self._skip_junk(pos)
            if len(found[1].split()) > 1:
                self._warn("odd-field-name", f"white space in the field name {found[1]!r}", pos)
        name = self._field_name(found[1], pos)
        span = self._span(name, *found.span(1), found.end())
        fields.append(self._whole_value(span))
        return fields[-1].end

    def _field_name(self, text: str, pos: int) -> str:
        """A name in lower case, without characters that nobody sees."""
        if text.isprintable():
            return text.lower()
        seen = "".join(char for char in text if category(char) not in ("Cc", "Cf")).strip()
        if seen != text:
            self._warn("odd-field-name", f"control characters in the field name {text!r}", pos)
        return seen.lower()

    def _skip_junk(self, pos: int) -> int:
        end = self._junk_end(pos)
        if end == pos:
            raise self._fail(f"unexpected {self.text[pos]!r}", pos)
        self._warn("stray-text", f"no field: {self.text[pos:end].strip()[:40]!r}", pos)
        return end

    def _span(self, name: str, name_start: int, name_end: int, pos: int) -> FieldSpan:
        """The field whose value begins at or after ``pos``."""
        begin = self._skip_space(pos)
        end = self._pieces_end(begin)
        if end == begin:
            begin = end = pos
            self._warn("empty-value", f"no value for {name!r}", pos)
        return FieldSpan(name, self.text[begin:end], name_start, name_end, begin, end)

    def _pieces_end(self, pos: int) -> int:
        """The end of the pieces joined by ``#`` that begin at ``pos``."""
        end = self._piece_end(pos)
        while end > pos and (found := _HASH.match(self.text, end, self.limit)):
            pos = found.end()
            before, end = end, self._piece_end(pos)
            if end == pos:
                return before  # nothing follows the #
        return end

    def _piece_end(self, pos: int) -> int:
        opener = self.text[pos] if pos < self.limit else ""
        if opener == "{":
            end = self._braced_end(pos)
        elif opener == '"':
            end = self._quoted_end(pos)
        else:
            found = _BARE[self.closer].match(self.text, pos, self.limit)
            return found.end() if found else pos
        if end is None:
            raise self._fail(f"no end to the value that begins with `{opener}`", pos)
        return end

    def _braced_end(self, pos: int) -> int | None:
        """Past the brace that closes the one at ``pos``.

        Beyond the limit it is taken as BibTeX would take it; the limit moves,
        and a warning says that a value holds the start of an entry.
        """
        depth = 0
        for found in self.braces.finditer(self.text, pos, self.limit):
            depth += 1 if found[0] == "{" else -1
            if depth == 0:
                return found.end()
        beyond = None if self.escapes else self.match(pos)
        if beyond is None:
            return None
        if self.start[1].lower() != "comment":
            if _SWALLOWED.search(self.text, pos, self.limit):
                return None
            self._warn("entry-in-value", "a value holds what looks like an entry", pos)
        found_next = HARD_START.search(self.text, beyond)
        self.limit = found_next.start() if found_next else len(self.text)
        return beyond + 1

    def _quoted_end(self, pos: int) -> int | None:
        depth = 0
        for found in _QUOTE_OR_BRACE.finditer(self.text, pos + 1, self.limit):
            if found[0] == "{":
                depth += 1
            elif found[0] == "}":
                depth -= 1
            elif depth == 0:
                return found.end()
        return None

    def _whole_value(self, span: FieldSpan) -> FieldSpan:
        """``span``, with the text up to the next comma if that is no field of its own."""
        pos = self._skip_filler(span.end)
        text = self.text
        if (
            pos >= self.limit
            or "," in text[span.end : pos]
            or text.startswith(self.closer, pos)
            or "%" in text[span.end : pos]
        ):
            return span
        found = _NAME_EQUALS.match(text, pos, self.limit)
        if found:
            self._warn("missing-comma", f"no comma after the field {span.name!r}", span.end)
            return span
        end = self._junk_end(pos)
        while end > pos and text[end - 1].isspace():
            end -= 1
        self._warn("odd-value", f"text after the closing delimiter of {span.name!r}", pos)
        return span._replace(value=text[span.start : end], end=end)

    def _junk_end(self, pos: int) -> int:
        """The next comma or closing delimiter outside braces."""
        depth = 0
        for found in _ENDS[self.closer].finditer(self.text, pos, self.limit):
            mark = found[0]
            if depth == 0 and mark in (",", self.closer):
                return found.start()
            depth += (mark == "{") - (mark == "}")
        raise self._fail("unbalanced braces", pos)


#: An item that stands in the field of another entry, ``xdata=KEY-FIELD`` or
#: ``xdata=KEY-FIELD-NUMBER``: key, field, number (BibLaTeX manual, 3.13.6).
XDATA_ITEM = re.compile(r"xdata\s*=\s*([^\s,{}]+)-([A-Za-z]+)(?:-(\d{1,4}))?")
_PIECE = re.compile(
    rf'\{{({_NEST})\}}|"([^"{{}}]*+(?>(?:\{{{_NEST}\}}[^"{{}}]*+)*))"|([^\s#{{}}"]++)'
)


def pieces(value: str) -> tuple[tuple[str, str], ...]:
    """The pieces of a value's source text that ``#`` joins, as (delimiter, content).

    The delimiter is ``{``, ``"`` or, for a number or a macro's name, empty.
    What follows no grammar is one braced piece.
    """
    found: list[tuple[str, str]] = []
    pos = 0
    while True:
        piece = _PIECE.match(value, pos)
        if not piece:
            return (_deep_piece(value),)
        delimiter = value[pos] if value[pos] in '{"' else ""
        found.append((delimiter, piece[piece.lastindex or 0]))
        pos = piece.end()
        if pos == len(value):
            return tuple(found)
        joint = _HASH.match(value, pos)
        if not joint:
            return (_deep_piece(value),)
        pos = joint.end()


def _deep_piece(value: str) -> tuple[str, str]:
    """A value nested too deeply for the pattern, or one that is no value."""
    if len(value) > 1 and value[0] + value[-1] in ("{}", '""'):
        return value[0], value[1:-1]
    return "{", value
