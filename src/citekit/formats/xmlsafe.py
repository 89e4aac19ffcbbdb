"""XML from strangers read without risk, and text put into XML.

Documents are read by the standard library's expat, record by record, without
ever holding more than one record's tree.  Nothing is loaded from anywhere: a
document that declares entities of its own is refused (so there is nothing to
expand), an external DTD is not read, and the names HTML has for characters
(``&nbsp;``) mean those characters.  Names of elements lose their prefix, since
files lack, misspell or vary the namespaces of the formats read here.

Text with inline markup is the one of CSL-JSON on our side; :func:`inline` and
:func:`runs` are the two directions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from html.entities import html5
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from citekit.errors import Problem, SyntaxProblemError, Where, error, warning

#: Elements may stand so deep in each other.
DEEPEST = 200

_CHUNK = 1 << 16
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_BYTES = bytes({*range(32)} - {9, 10, 13})
_ILLEGAL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));", re.I
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_DECLARED = re.compile(rb"\A(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"\n\s*\n")


class Record(NamedTuple):
    """An element of the kind asked for, its line (from 1), and what it stands in:
    the names and attributes of its ancestors, outermost first."""

    element: Element
    line: int
    ancestors: tuple[tuple[str, Mapping[str, str]], ...]


class _RefusedError(Exception):
    """The document asks for something that is not done."""


def records(
    source: str | bytes, names: Collection[str], file: str | None = None
) -> Iterator[Record | Problem]:
    """The outermost elements that have one of ``names``, as they end.

    Raises SyntaxProblemError if the document is not XML from its first record on,
    declares entities, or nests deeper than :data:`DEEPEST`.  Where XML breaks
    later, the records before that place are kept, and a Problem tells its line.
    """
    reader = _Reader(frozenset(names), file)
    data, problems = _prepared(source, file)
    yield from problems
    some = False
    for start in range(0, max(len(data), 1), _CHUNK):
        chunk = data[start : start + _CHUNK]
        failure = reader.feed(chunk, start + _CHUNK >= len(data))
        some = some or bool(reader.found)
        yield from reader.take()
        if failure is not None:
            if not some:
                raise failure
            yield error("broken-xml", failure.message, failure.where, failure.hint)
            return


def _prepared(source: str | bytes, file: str | None) -> tuple[bytes, list[Problem]]:
    """Bytes for expat without what XML 1.0 cannot hold (2.2, "Char")."""
    problems: list[Problem] = []
    if isinstance(source, str):
        source = source.removeprefix("\ufeff").lstrip()
        found = _ILLEGAL.search(source)
        clean = _ILLEGAL.sub("", source) if found else source
        data = _DECLARED.sub(rb"\1", clean.encode("utf-8"), count=1)
    elif source[:2] in _WIDE:
        return source, problems
    else:
        found = None
        data = source.removeprefix(b"\xef\xbb\xbf").lstrip()
        clean_data = data.translate(None, _ILLEGAL_BYTES)
        if clean_data != data:
            data = clean_data
            found = _ILLEGAL.search("\x00")
    if b"&#" in data and _ILLEGAL_REFERENCE.search(data.decode("latin-1")):
        found = _ILLEGAL.search("\x00")
        data = _ILLEGAL_REFERENCE.sub("", data.decode("latin-1")).encode("latin-1")
    if found:
        message = "characters that XML cannot hold are left out"
        problems.append(warning("control-character", message, Where(file)))
    return data, problems


class _Reader:
    """Expat's events on their way into records."""

    def __init__(self, names: frozenset[str], file: str | None) -> None:
        self.names = names
        self.file = file
        self.found: list[Record | Problem] = []
        self.path: list[tuple[str, Mapping[str, str]]] = []
        self.builder: TreeBuilder | None = None
        self.depth = self.line = 0
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = _CHUNK
        parser.UseForeignDTD(True)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def feed(self, chunk: bytes, last: bool) -> SyntaxProblemError | None:
        """What is wrong, if something is, at this place of the document."""
        hint = ""
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as problem:
            message = f"no well-formed XML: {expat.ErrorString(problem.code)}"
            place = Where(self.file, problem.lineno, problem.offset + 1)
        except _RefusedError as problem:
            message = str(problem)
            place = Where(self.file, self.parser.CurrentLineNumber)
            hint = "nothing that a document could hide or pile up in is taken from strangers"
        except (LookupError, ValueError, UnicodeError) as problem:
            message, place = f"cannot be decoded: {problem}", Where(self.file)
        else:
            return None
        return SyntaxProblemError(message, place, hint)

    def take(self) -> Iterator[Record | Problem]:
        """The records that ended since the last call."""
        found, self.found = self.found, []
        yield from found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _RefusedError(f"elements stand more than {DEEPEST} deep in each other")
        local = name.rpartition(":")[2]
        if self.builder is None:
            if local not in self.names:
                self.path.append((local, attributes))
                return
            self.builder = TreeBuilder()
            self.line = self.parser.CurrentLineNumber
        self.builder.start(local, attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.builder is None:
            self.path.pop()
            return
        self.builder.end(name.rpartition(":")[2])
        if self.depth == len(self.path):
            record = Record(self.builder.close(), self.line, tuple(self.path))
            self.found.append(record)
            self.builder = None

    def _text(self, data: str) -> None:
        if self.builder is not None:
            self.builder.data(data)

    def _entity(self, name: str, *_: object) -> None:
        raise _RefusedError(f"the document declares an entity of its own ({name})")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if is_parameter or self.builder is None:
            return
        character = html5.get(f"{name};")
        if character is None:
            where = Where(self.file, self.parser.CurrentLineNumber)
            self.found.append(warning("unknown-entity", f"the entity &{name}; is unknown", where))
        self.builder.data(character or f"&{name};")


# --- text out of elements ------------------------------------------------------


def squeezed(text: str) -> str:
    """White space as single spaces, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def paragraphs(text: str) -> str:
    """White space as single spaces, but for the blank lines between paragraphs."""
    return "\n\n".join(squeezed(part) for part in _BLANK.split(text) if part.strip())


def text_of(element: Element | None) -> str:
    """All text of an element, white space squeezed; empty for None."""
    return "" if element is None else squeezed("".join(element.itertext()))


#: What an element's text is put between: CSL-JSON's tags, or nothing.
Marks = Callable[[Element], tuple[str, str]]


def inline(element: Element, marks: Marks) -> str:
    """The text of an element with the markup that ``marks`` says for those inside."""
    parts = [element.text or ""]
    for child in element:
        before, after = marks(child)
        parts += (before, inline(child, marks), after, child.tail or "")
    return "".join(parts)


# --- text into elements --------------------------------------------------------

#: The names of CSL-JSON's inline markup and their tags.
TAGS = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
_OPEN = {tags[0]: name for name, tags in TAGS.items()}
_TAG = re.compile("|".join(re.escape(tag) for tag in [*_OPEN, *{t[1] for t in TAGS.values()}]))


class Run(NamedTuple):
    """Text and the formats it stands in, outermost first (names of :data:`TAGS`)."""

    text: str
    formats: tuple[str, ...]


def runs(text: str) -> list[Run]:
    """The runs of a text with CSL-JSON's markup; tags that do not pair are text.

    A pair with nothing in it leaves no run.
    """
    tags = _pairs(text)
    found: list[Run] = []
    formats: list[str] = []
    at = 0
    for start, end, name in tags:
        if start > at:
            found.append(Run(text[at:start], tuple(formats)))
        if name:
            formats.append(name)
        else:
            formats.pop()
        at = end
    if at < len(text):
        found.append(Run(text[at:], tuple(formats)))
    return found


def plain(text: str) -> str:
    """A text without CSL-JSON's markup."""
    return "".join(run.text for run in runs(text)) if "<" in text else text


def _pairs(text: str) -> list[tuple[int, int, str]]:
    """Start, end and name (empty for a closing one) of each tag that has its pair."""
    tags: list[tuple[int, int, str]] = []
    waiting: list[tuple[int, str, str]] = []
    counts: dict[str, int] = {}
    paired: set[int] = set()
    for found in _TAG.finditer(text):
        tag = found[0]
        name = _OPEN.get(tag, "")
        tags.append((found.start(), found.end(), name))
        if name:
            close = TAGS[name][1]
            waiting.append((len(tags) - 1, name, close))
            counts[close] = counts.get(close, 0) + 1
        elif counts.get(tag):
            while waiting:
                opened, _, close = waiting.pop()
                counts[close] -= 1
                if close == tag:
                    paired |= {opened, len(tags) - 1}
                    break
    return [tag for index, tag in enumerate(tags) if index in paired]


def clean(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot hold (2.2, "Char")."""
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """Text for an element's content."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Attributes, each with a space before it; those without a value are left out."""
    out = ""
    for name, value in pairs:
        if value:
            text = escape(value).replace('"', "&quot;")
            text = text.replace("\n", "&#10;").replace("\t", "&#9;")
            out += f' {name}="{text}"'
    return out


def tag(name: str, content: str, /, **pairs: str) -> str:
    """An element around content that is XML already; underscores end attribute names
    that are Python's words, and stand for colons inside names."""
    written = attributes((key.rstrip("_").replace("_", ":"), value) for key, value in pairs.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def leaf(name: str, text: str, /, **pairs: str) -> str:
    """An element around plain text."""
    return tag(name, escape(text), **pairs)
