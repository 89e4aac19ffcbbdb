"""XML from strangers, read: safe, streamed, and as far as a broken document goes.

libxml2 (through lxml) reads record by record; each record is handed over as a tree
of the standard library's elements, and forgotten.  A document type declaration is
taken out before parsing: no entity is ever declared, so none is expanded, and
nothing is fetched; the names HTML has for characters (``&nbsp;``) mean those
characters.  What is not well-formed is mended as libxml2 does it and reported with
its line; a record whose end is missing ends where the next one begins.

Names of elements and attributes lose their namespaces, since files lack, misspell
or vary those of the formats read here (``xml:id`` and ``xml:lang`` keep their
prefix); :func:`document` can keep them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from lxml import etree

from citekit.errors import Problem, SyntaxProblemError, Where, error, warning

_CHUNK = 1 << 16
#: The element that a document is put into, so that one without a root is read as well.
_AROUND = "document"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,300}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,1000}(?:\[(?:[^\]]|\](?!\s*>))*\]\s*)?>")
_PROLOG = re.compile(r"(?:\s+|<\?[^>]{0,1000}\?>|<!--(?:(?!-->).){0,5000}-->)*", re.S)
_REFERENCE = re.compile(r"&(?:([A-Za-z]\w{0,31});|#(\d{1,7}|x[\dA-Fa-f]{1,6});)?", re.A)
#: A "<" that begins no markup.
_STRAY = re.compile(r"<(?![^\W\d]|[/!?:])")
_PREFIX = re.compile(r"[<\s]/?([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,60}(?=[\s=/>])", re.A)
#: So many prefixes that a document does not declare are declared for it.
_PREFIXES = 40
#: libxml2 counts lines of elements so far.
_LAST_LINE = 65_535
_XML = "{http://www.w3.org/XML/1998/namespace}"


class Element(ElementTree.Element):
    """The standard library's element, with the line of its start (from 1; 0 where
    that is not known)."""

    __slots__ = ("line",)

    def __init__(self, tag: str, attrib: dict[str, str], line: int) -> None:
        super().__init__(tag, attrib)
        self.line = line

    if TYPE_CHECKING:

        def __iter__(self) -> Iterator[Element]: ...


def records(
    source: str | bytes,
    names: Collection[str],
    file: str | None = None,
    label: str = "record",
    root: str = "",
    innermost: bool = False,
) -> Iterator[Element | Problem]:
    """The outermost elements that have one of ``names``, each whole, and what is wrong;
    ``innermost`` are those that hold no other (protocols such as SRU and OAI-PMH put
    records into elements of their own that are called so too).

    Raises SyntaxProblemError after the last where there was none, nor an element
    ``root`` (which may be empty); ``label`` is what the error says was looked for.
    """
    reader = _Reader(source, file, [f"{{*}}{name}" for name in {*names, root} - {""}])
    some = False
    open_now: Any = None
    for event, element in reader.events():
        if _local(element.tag) not in names:
            some = True
        elif event == "start":
            if open_now is not None and _is_missing_end(open_now, element):
                yield _plain(open_now, False, element)
                some = True
                _forget(element)
                open_now = None
            open_now = element if open_now is None or innermost else open_now
        elif element is open_now:
            open_now = None
            yield _plain(element, False)
            some = True
            element.clear()
            _forget(element)
        elif innermost:  # an element around those that were found
            element.clear()
            _forget(element)
        yield from reader.told()
    if open_now is not None and len(open_now):
        yield _plain(open_now, False)
        some = True
    yield from reader.told()
    if not some:
        broken = reader.broken
        place = Where(file, broken.where.line) if broken else Where(file)
        reason = f" ({broken.message})" if broken else ""
        raise SyntaxProblemError(f"no {label} in this file{reason}", place)
    if reader.broken is not None:
        yield reader.broken


def document(
    source: str | bytes, file: str | None = None, namespaces: bool = False
) -> tuple[Element, list[Problem]]:
    """The root of a document that is read whole, and what is wrong with it; with
    ``namespaces`` names are ``{namespace}name``.  Raises SyntaxProblemError for text
    with no element in it."""
    reader = _Reader(source, file, [_AROUND])
    around: Any = None
    for event, element in reader.events():
        around = element if event == "start" and around is None else around
    roots = [] if around is None else [one for one in around if isinstance(one.tag, str)]
    if not roots:
        raise SyntaxProblemError("not XML: there is no element in it", Where(file))
    problems = [*reader.told(), *([reader.broken] if reader.broken else [])]
    return _plain(roots[0], namespaces), problems


class _Reader:
    """A document on its way through libxml2."""

    def __init__(self, source: str | bytes, file: str | None, tags: list[str]) -> None:
        self.text = source if isinstance(source, str) else _decoded(source, file)
        self.file = file
        self.problems: list[Problem] = []
        self.broken: Problem | None = None
        self.said: set[str] = set()
        self.parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=tags,
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def events(self) -> Iterator[tuple[str, Any]]:
        """Start and end of the elements asked for; ``broken`` is known at the end."""
        try:
            for piece in self._pieces():
                self.parser.feed(piece)
                yield from self.parser.read_events()
            self.parser.close()
        except etree.XMLSyntaxError as problem:
            self.broken = self._broken(str(problem.msg), problem.lineno)
        yield from self.parser.read_events()
        for entry in self.parser.feed_error_log:
            if entry.domain_name != "NAMESPACE":
                self.broken = self._broken(entry.message, entry.line)
                break

    def told(self) -> Iterator[Problem]:
        """What was wrong since the last call, but for ``broken``."""
        found, self.problems = self.problems, []
        yield from found

    def _broken(self, message: str, line: int | None) -> Problem:
        message = message.partition("\n")[0]
        return error("broken-xml", f"the XML is broken: {message}", Where(self.file, line or None))

    # --- text that libxml2 can take -------------------------------------------------

    def _pieces(self) -> Iterator[str]:
        """The text without prolog, in an element that declares its first prefixes."""
        text = self.text
        at = 1 if text.startswith("\ufeff") else 0
        begin = text.find("<", at)
        if begin < 0:
            return
        prefixes = {*_PREFIX.findall(text[begin : begin + _CHUNK])} - {"xml", "xmlns"}
        spaces = "".join(f' xmlns:{one}="prefix:{one}"' for one in sorted(prefixes)[:_PREFIXES])
        yield f"<{_AROUND}{spaces}>" + "\n" * text.count("\n", at, begin)
        at = begin
        if text.startswith("<!DOCTYPE", prolog := _PROLOG.match(text, at).end()):  # type: ignore[union-attr]
            yield self._clean(text[at:prolog], at)
            if found := _DOCTYPE.match(text, prolog):
                yield self._without(found)
            at = found.end() if found else prolog
        inside = False
        while at < len(text):
            end = min(at + _CHUNK, len(text))
            if end < len(text):
                end = text.rfind(">", at, end) + 1 or text.find(">", end) + 1 or len(text)
            piece, inside = self._outside(text[at:end], at, inside)
            yield piece
            at = end
        yield f"</{_AROUND}>"

    def _outside(self, piece: str, at: int, inside: bool) -> tuple[str, bool]:
        """A piece made clean outside of CDATA sections, which it may begin or end in."""
        if not inside and "<![CDATA[" not in piece:
            return self._clean(piece, at), False
        parts: list[str] = []
        place = 0
        while place < len(piece):
            mark = "]]>" if inside else "<![CDATA["
            stop = piece.find(mark, place)
            stop = len(piece) if stop < 0 else stop + len(mark)
            part = piece[place:stop]
            parts.append(self._legal(part, at + place) if inside else self._clean(part, at + place))
            if part.endswith(mark):
                inside = not inside
            place = stop
        return "".join(parts), inside

    def _clean(self, text: str, at: int) -> str:
        """Text with references to entities by number, no declarations, no characters
        that XML cannot hold; libxml2 leaves out XML's own five entities after any
        mistake in the document."""
        text = self._legal(text, at)
        if "<?xml" in text:
            text = _DECLARATION.sub(_lines, text)
        if "<!DOCTYPE" in text:
            text = _DOCTYPE.sub(self._without, text)
        if _STRAY.search(text):
            self._once("stray-markup", "a < that begins no element is taken for text", at)
            text = _STRAY.sub("&#60;", text)
        return _REFERENCE.sub(lambda found: self._number(found, at), text) if "&" in text else text

    def _legal(self, text: str, at: int) -> str:
        """Text without the characters that XML 1.0 cannot hold (2.2, "Char")."""
        if _FORBIDDEN.search(text) is None:
            return text
        self._once("control-character", "characters that XML cannot hold are left out", at)
        return _FORBIDDEN.sub("", text)

    def _without(self, found: re.Match[str]) -> str:
        if "<!ENTITY" in found[0]:
            message = "entities of the document's own are not read"
            self._once("entities-refused", message, found.start())
        return _lines(found)

    def _number(self, found: re.Match[str], at: int) -> str:
        name, number = found.groups()
        if number:
            code = int(number[1:], 16) if number[0] in "xX" else int(number)
            if code > 0x10FFFF or _FORBIDDEN.match(chr(code)):
                self._once("control-character", "characters that XML cannot hold are left out", at)
                return ""
            return found[0]
        if name is None:
            return "&#38;"
        if (known := html5.get(f"{name};")) is None:
            self._once("unknown-entity", f"the entity &{name}; is unknown, and left as it is", at)
        return "".join(f"&#{ord(char)};" for char in known or f"&{name};")

    def _once(self, code: str, message: str, at: int) -> None:
        if message not in self.said:
            self.said.add(message)
            line = self.text.count("\n", 0, at) + 1
            self.problems.append(warning(code, message, Where(self.file, line)))


def _decoded(data: bytes, file: str | None) -> str:
    """Bytes as text: by their byte order mark, their declaration, or as UTF-8."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "replace")
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if data.startswith(start):
            return data.decode(encoding, "replace")
    declared = _ENCODING.search(data[:400])
    name = declared[1].decode("ascii") if declared and data[:3] != codecs.BOM_UTF8 else "utf-8-sig"
    try:
        return data.decode("utf-8-sig" if name.lower() == "utf-8" else name, "replace")
    except (LookupError, UnicodeError, ValueError) as problem:
        raise SyntaxProblemError(f"cannot be decoded: {problem}", Where(file)) from None


def _lines(found: re.Match[str]) -> str:
    """As many line ends as the text had, for the line numbers after it."""
    return "\n" * found[0].count("\n")


def _is_missing_end(outer: Any, inner: Any) -> bool:
    """Whether ``outer`` holds ``inner`` because its own end tag is missing."""
    return inner.getparent() is outer and outer.tag == inner.tag


def _forget(element: Any) -> None:
    """Drop what stands before an element."""
    while element.getprevious() is not None:
        del element.getparent()[0]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def _plain(element: Any, namespaces: bool, until: Any = None) -> Element:
    """An element of lxml's as one of ours, its children up to ``until``."""
    tag = element.tag
    attrib: dict[str, str] = {}
    for name, value in element.items():
        if not namespaces and name[:1] == "{":
            name = "xml:" + name[len(_XML) :] if name.startswith(_XML) else _local(name)
        attrib[name] = value
    line = element.sourceline or 0
    made = Element(tag if namespaces else _local(tag), attrib, line if line < _LAST_LINE else 0)
    made.text = element.text
    for child in element:
        if child is until:
            break
        if isinstance(child.tag, str):
            own = _plain(child, namespaces)
            own.tail = child.tail
            made.append(own)
    return made
