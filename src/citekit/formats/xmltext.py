"""Text out of XML elements, and text put into XML.

Text with inline markup is the one of CSL-JSON on our side; :func:`inline` takes it
from elements, :func:`runs` parts it to be written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"\n\s*\n")

#: The names of CSL-JSON's inline markup and their tags.
TAGS = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}

#: Elements that say again, for machines, what stands beside them (MathML, JATS), and
#: those that break a line.
_AGAIN = frozenset(("tex-math", "annotation", "annotation-xml"))
_INDICES = {"msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup")}
_BREAKS = frozenset(("br", "break"))

#: Elements for runs of text in the formats' schemas (HTML, JATS, Crossref's), and the
#: names of their markup.
ELEMENTS = {
    **dict.fromkeys(("i", "em", "italic"), "italic"),
    **dict.fromkeys(("b", "strong", "bold"), "bold"),
    **dict.fromkeys(("sup", "superscript"), "sup"),
    **dict.fromkeys(("sub", "inf", "subscript"), "sub"),
    **dict.fromkeys(("sc", "scp"), "small-caps"),
}


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


def by_name(element: Element) -> tuple[str, ...]:
    """The markup an element's name stands for (:data:`ELEMENTS`)."""
    name = ELEMENTS.get(element.tag)
    return (name,) if name else ()


def inline(element: Element, marks: Callable[[Element], tuple[str, ...]] = by_name) -> str:
    """The text of an element with the markup (names of :data:`TAGS`) that ``marks``
    says for those inside; formatting that holds only white space leaves no trace."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in _BREAKS:
            inner = " "
        elif child.tag in _AGAIN:
            inner = ""
        else:
            inner = _formula(child) if child.tag == "math" else inline(child, marks)
        names = marks(child) if inner.strip() else ()
        parts += (TAGS[name][0] for name in names)
        parts.append(inner)
        parts += (TAGS[name][1] for name in reversed(names))
        parts.append(child.tail or "")
    return "".join(parts)


def _formula(element: Element) -> str:
    """MathML in a line: indices as markup, fractions with a slash, the annotations left out."""
    if not len(element):
        return squeezed(element.text or "") or (" " if element.tag == "mspace" else "")
    parts = [_formula(child) for child in element if child.tag not in _AGAIN]
    names = _INDICES.get(element.tag, ())
    if names and len(parts) == len(names) + 1:
        base, *indices = parts
        pairs = zip(names, indices, strict=True)
        return base + "".join(TAGS[name][0] + text + TAGS[name][1] for name, text in pairs)
    return ("/" if element.tag == "mfrac" else "").join(parts)


# --- text into elements --------------------------------------------------------

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
