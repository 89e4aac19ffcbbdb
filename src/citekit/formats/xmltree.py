"""XML read safely, record by record, with its inline runs as CSL-JSON's markup.

A document type declaration is taken out before parsing: no entity is ever
declared, so none is expanded, and nothing is fetched.  Characters that XML 1.0
forbids are left out.  What is not well-formed is read as far as it makes sense
(libxml2's recovery) and reported.  Element names are compared by their local
part where :func:`local` is used, so that prefixes and versions of a namespace do
not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Any, TypeAlias

from lxml import etree

from citekit.errors import Problem, SyntaxProblemError, Where, warning

#: An element of lxml's, which has no types.
Element: TypeAlias = Any

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,1000}(?:\[(?:[^\]]|\](?!\s*>))*\]\s*)?>")
_REFERENCE = re.compile(r"&(?:([A-Za-z]\w{0,31});|(#\d{1,7};|#x[\dA-Fa-f]{1,6};))?", re.A)
_CHUNK = 1 << 16

#: Elements for runs of text in the formats' schemas (HTML, JATS, MathML's text left
#: aside), and CSL-JSON's markup of them.
_RUNS = {
    **dict.fromkeys(("i", "em", "italic"), ("<i>", "</i>")),
    **dict.fromkeys(("b", "strong", "bold"), ("<b>", "</b>")),
    **dict.fromkeys(("sup", "superscript"), ("<sup>", "</sup>")),
    **dict.fromkeys(("sub", "inf", "subscript"), ("<sub>", "</sub>")),
    **dict.fromkeys(("sc", "scp"), ('<span style="font-variant:small-caps;">', "</span>")),
}


def records(source: str, names: Iterable[str], file: str | None) -> Iterator[Element | Problem]:
    """The elements called one of ``names`` (local names), each whole, and then
    forgotten; what is wrong with the document after them.  Raises SyntaxProblemError
    for text with no element in it."""
    parser = etree.XMLPullParser(
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    text, problems = _cleaned(source, file)
    if "<" not in source:
        raise SyntaxProblemError("not XML: there is no element in it")
    yield from problems
    broken: Problem | None = None
    try:
        for start in range(0, len(text) or 1, _CHUNK):
            parser.feed(text[start : start + _CHUNK])
            for _, element in parser.read_events():
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        parser.close()
    except etree.XMLSyntaxError as error:
        broken = _broken(str(error.msg), error.lineno, file)
    for _, element in parser.read_events():
        yield element
    for entry in list(parser.feed_error_log)[:1]:
        broken = _broken(entry.message, entry.line, file)
    if broken is not None:
        yield broken


def document(source: str, file: str | None) -> tuple[Element, list[Problem]]:
    """The root of a document that is read whole; raises SyntaxProblemError for text
    with no element in it."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    text, problems = _cleaned(source, file)
    try:
        wrapped = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise SyntaxProblemError(f"not XML: {error.msg}") from None
    roots = [] if wrapped is None else [one for one in wrapped if isinstance(one.tag, str)]
    if not roots:
        raise SyntaxProblemError("not XML: there is no element in it")
    problems += [_broken(entry.message, entry.line, file) for entry in list(parser.error_log)[:1]]
    return roots[0], problems


def _cleaned(source: str, file: str | None) -> tuple[str, list[Problem]]:
    """The text without prolog, in an element of its own, and what was refused."""
    problems = []
    text = _DECLARATION.sub(_lines, _FORBIDDEN.sub("", source.removeprefix("\ufeff")), count=1)
    found = _DOCTYPE.search(text)
    if found:
        if "<!ENTITY" in found[0]:
            message = "entities of the document's own are not read"
            problems.append(warning("entities-refused", message, Where(file)))
        text = text[: found.start()] + _lines(found) + text[found.end() :]
    return f"<document>{_numeric(text)}</document>", problems


def _numeric(text: str) -> str:
    """References to entities by number: libxml2 leaves out XML's own five after any
    mistake in the document.  Names are HTML's; another one is text."""
    if "&" not in text:
        return text
    parts = []
    at = 0
    while (begin := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", begin)) >= 0:
        parts += [_REFERENCE.sub(_number, text[at:begin]), text[begin : end + 3]]
        at = end + 3
    return "".join((*parts, _REFERENCE.sub(_number, text[at:])))


def _number(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0] if found[2] else "&#38;"
    return "".join(f"&#{ord(char)};" for char in html5.get(found[1] + ";", f"&{found[1]};"))


def _lines(found: re.Match[str]) -> str:
    """As many line ends as the text had, for the line numbers after it."""
    return "\n" * found[0].count("\n")


def _broken(message: str, line: int | None, file: str | None) -> Problem:
    return warning("broken-xml", f"the XML is broken: {message}", Where(file, line or None))


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Element | None, *path: str) -> list[Element]:
    """All elements down a path of local names."""
    found = [] if element is None else [element]
    for name in path:
        found = [one for parent in found for one in parent if local(one) == name]
    return found


def text(element: Element | None, *path: str) -> str:
    """The text of the first element down a path that has some, white space made one
    space; its inline runs as markup."""
    for one in children(element, *path):
        if found := " ".join(_marked(one).split()):
            return found
    return ""


def _marked(element: Element) -> str:
    """An element's text; formatting that holds only white space leaves no trace."""
    parts = [element.text or ""]
    for one in element:
        inner = _marked(one)
        before, after = _RUNS.get(local(one), ("", "")) if inner.strip() else ("", "")
        parts.append(f"{before}{inner}{after}{one.tail or ''}")
    return "".join(parts)


def without_forbidden(text: str) -> str:
    """``text`` without the characters that no XML document may have."""
    return _FORBIDDEN.sub("", text)
