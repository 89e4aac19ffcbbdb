"""XML to a small tree with positions; no entity declarations, bounded depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from citekit.errors import StyleError, Where

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_XML = "http://www.w3.org/XML/1998/namespace "
_CSL = NAMESPACE + " "
MAX_DEPTH = 100
_REFERENCE = re.compile(r"&#(\d{2,5});")


def _decoded(value: str) -> str:
    """An attribute with references escaped twice (``&amp;#160;``) as they are meant."""
    if "&#" not in value:
        return value
    return _REFERENCE.sub(lambda found: chr(int(found[1])), value)


class Element:
    """An element: local name (``{ns}name`` outside the CSL namespace), attributes,
    child elements, its own text, and the 1-based place of its start tag."""

    __slots__ = ("attrs", "children", "column", "line", "tag", "text")

    def __init__(self, tag: str, attrs: dict[str, str], line: int, column: int) -> None:
        self.tag = tag
        self.attrs = attrs
        self.line = line
        self.column = column
        self.children: list[Element] = []
        self.text = ""

    def first(self, tag: str) -> Element | None:
        """The first child called ``tag``."""
        return next(self.all(tag), None)

    def all(self, tag: str) -> Iterator[Element]:
        """The children called ``tag``."""
        return (child for child in self.children if child.tag == tag)


class _Builder:
    def __init__(self, file: str | None, encoding: str | None) -> None:
        self.file = file
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.parts: list[list[str]] = []
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.EntityDeclHandler = self.entity
        self.parser.ExternalEntityRefHandler = self.external

    def fail(self, message: str) -> StyleError:
        where = Where(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        return StyleError(message, where)

    def start(self, name: str, attrs: dict[str, str]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self.fail(f"elements are nested deeper than {MAX_DEPTH}")
        if name.startswith(_CSL):
            tag = name[len(_CSL) :]
        else:
            space, _, local = name.rpartition(" ")
            tag = f"{{{space}}}{local}"
        named = {
            ("xml:" + key[len(_XML) :] if key.startswith(_XML) else key): _decoded(value)
            for key, value in attrs.items()
        }
        element = Element(
            tag, named, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)
        self.parts.append([])

    def end(self, _name: str) -> None:
        self.stack.pop().text = "".join(self.parts.pop())

    def data(self, text: str) -> None:
        self.parts[-1].append(text)

    def entity(self, *_: object) -> None:
        raise self.fail("entity declarations are not allowed")

    def external(self, *_: object) -> int:
        raise self.fail("external entities are not allowed")


def read(source: str | bytes, file: str | None = None) -> Element:
    """The root element of ``source``; raises StyleError with line and column."""
    if isinstance(source, str):
        builder = _Builder(file, "utf-8")
        data = source.encode("utf-8", "surrogatepass")
    else:
        builder = _Builder(file, None)
        data = source
    try:
        builder.parser.Parse(data.lstrip(), True)
    except expat.ExpatError as exc:
        where = Where(file, exc.lineno, exc.offset + 1)
        raise StyleError(f"not well-formed XML: {expat.ErrorString(exc.code)}", where) from None
    except (LookupError, ValueError) as exc:
        raise StyleError(f"not readable as XML: {exc}", Where(file)) from None
    if builder.root is None:  # pragma: no cover - expat reports an empty document itself
        raise StyleError("no element found", Where(file))
    return builder.root
