r"""The LaTeX a ``.bst`` writes, as rich text.

Read is what BibTeX styles make: ``\bibitem[label]{key}`` items in a
``thebibliography`` environment, the labels of natbib and apalike included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.latex import to_unicode
from citekit.richtext import Element, Entry, Format, Link, Node, RichText

_ITEM = re.compile(r"\\(?:bibitem|harvarditem)(?![A-Za-z])")
_END = re.compile(r"\\end\s*\{thebibliography\}")
_BLOCK = re.compile(r"\\newblock\b\s*")
_JOIN = re.compile(r"(?<!\\)%[ \t]*\n\s*")
_SPACES = re.compile(r"[ \t\r\n]+")
_VERBATIM = re.compile(r"\\(url|path|nolinkurl|doi|href)(?![A-Za-z])\s*(?=\{)")
#: natbib: short list, year in parentheses, long list.
_NATBIB = re.compile(r"\{?(.+?)\}?\(([^()]*)\)(.*)", re.S)
_CITEAUTHORYEAR = re.compile(r"\\citeauthoryear\s*(?=\{)")
_TAG = re.compile(r"<(/?)(i|b|sup|sub|span)((?: [^<>]*)?)>")
_SLOT = re.compile("\ue000(\\d+)\ue001")

_FORMATS: dict[str, Format] = {"i": "italic", "b": "bold", "sup": "sup", "sub": "sub"}
_SPANS: dict[str, Format] = {
    ' class="nocase"': "nocase",
    ' style="font-variant:small-caps;"': "small-caps",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A ``\\bibitem``: its key, its label (None: numbered), and its text."""

    key: str
    label: str | None
    text: RichText


def items(latex: str) -> tuple[Item, ...]:
    """The items of a bibliography in LaTeX, in order."""
    end = _END.search(latex)
    body = latex[: end.start()] if end else latex
    starts = list(_ITEM.finditer(body))
    stops = [start.start() for start in starts[1:]] + [len(body)]
    return tuple(
        item
        for start, stop in zip(starts, stops, strict=False)
        if (item := _item(body[start.end() : stop]))
    )


def entries(found: tuple[Item, ...]) -> tuple[Entry, ...]:
    """The items with their labels, if they have any to print, in the margin."""
    return tuple(_entry(item, number) for number, item in enumerate(found, 1))


def citation_label(item: Item, number: int) -> str:
    """How the text cites ``item``: "[1]", "[Wal59]", "(Waltz, 1959)"."""
    if item.label is None:
        return f"[{number}]"
    author_year = _author_year(item.label)
    if author_year:
        return "({}, {})".format(*author_year)
    return f"[{_plain(item.label)}]"


def is_author_year(item: Item) -> bool:
    """Whether the label is for the text only (natbib and its like)."""
    return item.label is not None and _author_year(item.label) is not None


def rich(latex: str) -> RichText:
    r"""A piece of LaTeX as rich text; ``\url`` and ``\href`` become links."""
    slots: list[Node] = []
    source = "".join(_without_verbatim(_BLOCK.sub(" ", _JOIN.sub("", latex)), slots))
    markup = _SPACES.sub(" ", to_unicode(source)).strip()
    return _tree(markup, slots)


def _item(source: str) -> Item | None:
    rest = source.lstrip(" \t\r\n%")
    label: str | None = None
    if rest.startswith("["):
        label, rest = _argument(rest, "[", "]")
    rest = rest.lstrip(" \t\r\n%")
    if not rest.startswith("{"):
        return None
    key, rest = _argument(rest, "{", "}")
    return Item(key.strip(), label, rich(rest))


def _entry(item: Item, number: int) -> Entry:
    if is_author_year(item):
        return Entry(item.key, item.text)
    label = citation_label(item, number)
    boxes = (Element("left-margin", (label,)), Element("right-inline", item.text))
    return Entry(item.key, boxes)


def _author_year(label: str) -> tuple[str, str] | None:
    if found := _CITEAUTHORYEAR.search(label):
        rest, parts = label[found.end() :], []
        while rest.startswith("{"):
            part, rest = _argument(rest, "{", "}")
            parts.append(_plain(part))
        return (parts[-2], parts[-1]) if len(parts) > 1 else None
    if (match := _NATBIB.fullmatch(label.strip())) and match[1].strip():
        return _plain(match[1]), _plain(match[2])
    return None


def _plain(latex: str) -> str:
    return _TAG.sub("", _SPACES.sub(" ", to_unicode(_JOIN.sub("", latex)))).strip()


def _argument(text: str, opening: str, closing: str) -> tuple[str, str]:
    """The argument ``text`` begins with, and the rest; braces are balanced, and
    an argument that never closes takes everything."""
    depth = 0
    position = 1
    while position < len(text):
        char = text[position]
        if char == "\\":
            position += 1
        elif char == closing and depth == 0:
            return text[1:position], text[position + 1 :]
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        position += 1
    return text[1:], ""


def _without_verbatim(text: str, slots: list[Node]) -> Iterator[str]:
    """``text`` with each address replaced by the number of a slot."""
    while match := _VERBATIM.search(text):
        yield text[: match.start()]
        address, text = _argument(text[match.end() :], "{", "}")
        address = re.sub(r"\\([%#&_~{}$])", r"\1", _SPACES.sub("", address))
        children: RichText = (address,)
        if match[1] == "href" and text.startswith("{"):
            inner, text = _argument(text, "{", "}")
            children = rich(inner)
        if match[1] == "doi":
            address = f"https://doi.org/{address}"
        slots.append(children[0] if match[1] == "path" else Link(address, children))
        yield f"\ue000{len(slots) - 1}\ue001"
    yield text


def _tree(markup: str, slots: list[Node]) -> RichText:
    """Text with CSL-JSON's inline tags as a tree; stray tags are text."""
    stack: list[tuple[str, Format | None, list[Node]]] = [("", None, [])]
    position = 0
    for match in _TAG.finditer(markup):
        stack[-1][2].extend(_filled(markup[position : match.start()], slots))
        position = match.end()
        closing, name, attributes = match.groups()
        form = _FORMATS.get(name) or _SPANS.get(attributes)
        if not closing and form:
            stack.append((name, form, []))
        elif closing and stack[-1][0] == name:
            _close(stack)
        else:
            stack[-1][2].append(match[0])
    stack[-1][2].extend(_filled(markup[position:], slots))
    while len(stack) > 1:
        _close(stack)
    return tuple(stack[0][2])


def _close(stack: list[tuple[str, Format | None, list[Node]]]) -> None:
    _, form, children = stack.pop()
    if form:
        stack[-1][2].append(Element(form, tuple(children)))


def _filled(text: str, slots: list[Node]) -> Iterator[Node]:
    pieces = _SLOT.split(text)
    for index, piece in enumerate(pieces):
        if index % 2 and int(piece) < len(slots):
            node = slots[int(piece)]
            yield Link(*node) if isinstance(node, Link) else node
        elif piece:
            yield piece
