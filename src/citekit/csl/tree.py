"""Formatted strings to the rich-text tree.

Here quotation marks alternate between outer and inner, and a field's own
italics, bold and small caps flip where they stand inside the same format.
"""

from __future__ import annotations

from citekit.csl import extras, marks
from citekit.csl.marks import CLOSE, NODECOR, QUOTE, SINGLE_QUOTE, UNQUOTE
from citekit.richtext import Element, Link, Node, RichText, plain

#: format → the property it sets
_PROPERTY: dict[str, str] = {
    "italic": "style",
    "oblique": "style",
    "normal": "style",
    "bold": "weight",
    "light": "weight",
    "normal-weight": "weight",
    "small-caps": "variant",
    "normal-variant": "variant",
    "underline": "decoration",
    "no-decoration": "decoration",
}
#: property → the format that is its initial value
_INITIAL: dict[str, str] = {
    "style": "normal",
    "weight": "normal-weight",
    "variant": "normal-variant",
    "decoration": "no-decoration",
}
_FLIPS: dict[str, tuple[str, str]] = {
    marks.FLIP_ITALIC: ("style", "italic"),
    marks.FLIP_BOLD: ("weight", "bold"),
    marks.FLIP_SMALL_CAPS: ("variant", "small-caps"),
}


_OPENERS = marks.OPENERS - {QUOTE, SINGLE_QUOTE}
_QUOTATION = frozenset([QUOTE, SINGLE_QUOTE, UNQUOTE])
#: format → its mark's meaning: (name, property it sets or None); nocase prints nothing.
_FORMATS: dict[str, tuple[str, str | None]] = {
    mark: (name, _PROPERTY.get(name)) for mark, name in marks.NAME_OF.items() if name != "nocase"
}
#: What an element that leads somewhere is called while it is open.
_LINK = "link"
State = dict[str, str]


def build(text: str, quotes: tuple[str, str, str, str]) -> RichText:
    """The tree of ``text``; ``quotes`` are open, close, inner open, inner close."""
    if text.isascii():
        return (text,) if text else ()
    return _Builder(quotes).run(text)


class _Builder:
    """``children``, ``state`` and ``formats`` are those of the innermost open
    format, the ``stack`` holds those around it."""

    def __init__(self, quotes: tuple[str, str, str, str]) -> None:
        self.quotes = quotes
        self.stack: list[tuple[list[Node], State, tuple[str, ...]]] = []
        self.children: list[Node] = []
        self.state: State = _INITIAL
        self.formats: tuple[str, ...] = ()
        self.open_quotes: list[int] = []

    def run(self, text: str) -> RichText:
        buffer = ""
        start = 0
        for found in marks.FIND.finditer(text):
            index = found.start()
            if index > start:
                buffer += text[start:index]
            start = index + 1
            char = text[index]
            if char in _QUOTATION:
                buffer += self.quotation(char)
                continue
            if char not in _OPENERS and not (char == CLOSE and self.stack):
                continue
            if buffer:
                self.children.append(buffer)
                buffer = ""
            if char == CLOSE:
                self.close()
            else:
                self.open(char)
        buffer += text[start:]
        if buffer:
            self.children.append(buffer)
        while self.stack:
            self.close()
        return tuple(self.children)

    def quotation(self, char: str) -> str:
        """An outer or an inner quotation mark."""
        if char == UNQUOTE:
            level = self.open_quotes.pop() if self.open_quotes else 0
            return self.quotes[2 * level + 1]
        outermost = int(char == SINGLE_QUOTE)
        level = 1 - self.open_quotes[-1] if self.open_quotes else outermost
        self.open_quotes.append(level)
        return self.quotes[2 * level]

    def open(self, char: str) -> None:
        """A format opens; one that is redundant has no element."""
        state = self.state
        formats: tuple[str, ...] = ()
        if char in _FORMATS:
            name, prop = _FORMATS[char]
            redundant = prop is not None and name == _INITIAL[prop] and name != "no-decoration"
            if prop is None:
                formats = (name,)
            elif not redundant or state[prop] != name:
                formats = (name,)
                state = {**state, prop: name}
        elif char in _FLIPS:
            prop, value = _FLIPS[char]
            value = _INITIAL[prop] if state[prop] == value else value
            formats = (value,)
            state = {**state, prop: value}
        elif char == NODECOR:
            formats = tuple(_INITIAL[p] for p, v in state.items() if v != _INITIAL[p])
            state = _INITIAL
        elif char == marks.LINK:
            formats = (_LINK,)
        self.stack.append((self.children, self.state, self.formats))
        self.children, self.state, self.formats = [], state, formats

    def close(self) -> None:
        children, formats = tuple(self.children), self.formats
        self.children, self.state, self.formats = self.stack.pop()
        if not children:
            return
        if formats == (_LINK,):
            url = extras.address(plain(children))
            self.children.extend((Link(url, children),) if url else children)
            return
        for name in reversed(formats):
            children = (Element(name, children),)  # type: ignore[arg-type]
        self.children.extend(children)
