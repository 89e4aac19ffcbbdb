"""Formatted strings to the rich-text tree.

Here quotation marks alternate between outer and inner, and a field's own
italics, bold and small caps flip where they stand inside the same format.
"""

from __future__ import annotations

from citekit.csl import extras, marks
from citekit.csl.marks import CLOSE, MARKS, NODECOR, QUOTE, SINGLE_QUOTE, UNQUOTE
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
_SPLIT = marks.MARKS


class _Frame:
    __slots__ = ("children", "formats", "state")

    def __init__(self, formats: tuple[str, ...], state: dict[str, str]) -> None:
        self.formats = formats
        self.state = state
        self.children: list[Node] = []


def build(text: str, quotes: tuple[str, str, str, str]) -> RichText:
    """The tree of ``text``; ``quotes`` are open, close, inner open, inner close."""
    if not any(char in MARKS for char in text):
        return (text,) if text else ()
    return _Builder(quotes).run(text)


class _Builder:
    def __init__(self, quotes: tuple[str, str, str, str]) -> None:
        self.quotes = quotes
        self.stack: list[_Frame] = [_Frame((), dict(_INITIAL))]
        self.open_quotes: list[int] = []
        self.buffer: list[str] = []

    def run(self, text: str) -> RichText:
        start = 0
        for index, char in enumerate(text):
            if char in _SPLIT:
                if index > start:
                    self.buffer.append(text[start:index])
                start = index + 1
                self.mark(char)
        self.buffer.append(text[start:])
        while len(self.stack) > 1:
            self.close()
        self.flush()
        return tuple(self.stack[0].children)

    def flush(self) -> None:
        words = "".join(self.buffer)
        self.buffer.clear()
        if words:
            self.stack[-1].children.append(words)

    def mark(self, char: str) -> None:
        if char == CLOSE:
            if len(self.stack) > 1:
                self.close()
        elif char in (QUOTE, SINGLE_QUOTE):
            outermost = int(char == SINGLE_QUOTE)
            level = 1 - self.open_quotes[-1] if self.open_quotes else outermost
            self.open_quotes.append(level)
            self.buffer.append(self.quotes[2 * level])
        elif char == UNQUOTE:
            level = self.open_quotes.pop() if self.open_quotes else 0
            self.buffer.append(self.quotes[2 * level + 1])
        elif char == marks.LINK:
            self.open(("link",))
        elif char == NODECOR:
            state = self.stack[-1].state
            self.open(tuple(_INITIAL[p] for p, v in state.items() if v != _INITIAL[p]))
        elif char in _FLIPS:
            prop, value = _FLIPS[char]
            active = self.stack[-1].state[prop] == value
            self.open((_INITIAL[prop] if active else value,))
        elif char in marks.NAME_OF:
            self.open_format(marks.NAME_OF[char])

    def open_format(self, name: str) -> None:
        prop = _PROPERTY.get(name)
        state = self.stack[-1].state
        redundant = name == "nocase"
        if prop is not None and name == _INITIAL[prop] and name != "no-decoration":
            redundant = state[prop] == name
        self.open(() if redundant else (name,))

    def open(self, formats: tuple[str, ...]) -> None:
        self.flush()
        state = self.stack[-1].state
        changed = {_PROPERTY[name]: name for name in formats if name in _PROPERTY}
        self.stack.append(_Frame(formats, {**state, **changed} if changed else state))

    def close(self) -> None:
        self.flush()
        frame = self.stack.pop()
        children: RichText = tuple(frame.children)
        if not children:
            return
        if not frame.formats:
            self.stack[-1].children.extend(children)
            return
        if frame.formats == ("link",):
            url = extras.address(plain(children))
            children = (Link(url, children),) if url else children
            self.stack[-1].children.extend(children)
            return
        for name in reversed(frame.formats):
            children = (Element(name, children),)  # type: ignore[arg-type]
        self.stack[-1].children.extend(children)
