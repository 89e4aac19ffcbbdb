"""YAML in and out, for the formats that are written in it.

PyYAML's parser gives events; the values are built here, so that what bibliographies
hold stays what it is: dates and leading zeros are text, ``no`` is a word, and only
what JSON would write the same way is a number or a truth value.  Tags are never
obeyed.  Depth and the number of values that aliases stand for are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from citekit.errors import SyntaxProblemError, Where

#: Lists and mappings in one another, and values that aliases repeat.
MOST_DEPTH = 60
MOST_REPEATED = 100_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,15})?", re.A)
#: Text that any version of YAML reads as text without quotes.
_PLAIN = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null|nan|inf)\Z)[^\W\d_](?:[\w .()/&+-]*[\w.)])?", re.I
)


class Entry(NamedTuple):
    """A value with the line it begins on; ``key`` is empty in a sequence."""

    key: str
    value: Any
    line: int


class _Merge(str):
    """The key ``<<`` without quotes: its mappings are merged into this one."""


class _Builder:
    """Values from one stream of events."""

    def __init__(self, text: str, file: str | None) -> None:
        self.file = file
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.repeated = 0

    def next(self) -> Any:
        """The next event; raises SyntaxProblemError where the text is no YAML."""
        try:
            return next(self.events)
        except yaml.MarkedYAMLError as failure:
            mark = failure.problem_mark or failure.context_mark
            where = Where(self.file, mark.line + 1, mark.column + 1) if mark else Where(self.file)
            message = failure.problem or failure.context or "unreadable"
            raise SyntaxProblemError(f"not YAML: {message}", where) from None
        except yaml.YAMLError as failure:
            raise SyntaxProblemError(f"not YAML: {failure}", Where(self.file)) from None

    def fail(self, message: str, event: Any) -> SyntaxProblemError:
        """The error for a place."""
        mark = event.start_mark
        return SyntaxProblemError(message, Where(self.file, mark.line + 1, mark.column + 1))

    def value(self, event: Any, depth: int = 0) -> tuple[Any, int]:
        """The value that begins with ``event``, and how many values it holds."""
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise self.fail(f"the alias *{event.anchor} stands for nothing", event)
            value, size = self.anchors[event.anchor]
            self.repeated += size
            if self.repeated > MOST_REPEATED:
                raise self.fail("aliases repeat too many values", event)
            return value, size
        if depth > MOST_DEPTH:
            raise self.fail("YAML nested too deeply", event)
        value, size = self._own_value(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = value, size
        return value, size

    def _own_value(self, event: Any, depth: int) -> tuple[Any, int]:
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event), 1
        size = 1
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := self.next(), yaml.SequenceEndEvent):
                item, count = self.value(inner, depth + 1)
                items.append(item)
                size += count
            return items, size
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for (key, value, _), count in self.entries(depth):
            size += count
            inner = value if isinstance(value, list) else [value]
            if isinstance(key, _Merge) and all(isinstance(item, dict) for item in inner):
                for item in inner:
                    merged = {**item, **merged}
                continue
            own[_free(key, own)] = value
        return {**merged, **own}, size

    def entries(self, depth: int, parted: str = "") -> Iterator[tuple[Entry, int]]:
        """Keys and values of the mapping that has begun, and how many values they hold;
        a sequence under the key ``parted`` as it is, empty, and then item by item."""
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key, _ = self.value(event, depth + 1)
            if not isinstance(key, str | int | float):
                raise self.fail("a key is no word", event)
            inner = self.next()
            if (
                parted
                and key == parted
                and isinstance(inner, yaml.SequenceStartEvent)
                and not inner.anchor
            ):
                yield Entry(parted, [], line), 0
                while not isinstance(item := self.next(), yaml.SequenceEndEvent):
                    value, count = self.value(item, depth + 2)
                    yield Entry(parted, [value], item.start_mark.line + 1), count
                continue
            value, count = self.value(inner, depth + 1)
            plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.style
            yield Entry(_Merge(key) if plain and key == "<<" else str(key), value, line), count


def _free(key: str, taken: dict[str, Any]) -> str:
    """The key; a number with it where it is taken (which is no YAML, but common)."""
    number = 1
    name = key
    while name in taken:
        number += 1
        name = f"{key} ({number})"
    return name


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0] or event.style:
        return text
    if text in _NULL:
        return None
    if text in ("true", "false"):
        return text == "true"
    if _NUMBER.fullmatch(text) and text != "-0":
        if "." not in text:
            return int(text)
        number = float(text)
        return number if repr(number) == text and not number.is_integer() else text
    return text


def documents(text: str, file: str | None = None, parted: str = "") -> Iterator[Iterator[Entry]]:
    """The documents of ``text``, each as the entries of its mapping or sequence.

    A document that is one value is one entry.  A sequence under the key ``parted`` is
    an entry with an empty list, then one with a list of one for each item.  An entry
    is built when it is asked for; a document must be used up before the next one.
    Raises SyntaxProblemError for text that is no YAML, with its line.
    """
    text = _UNREADABLE.sub("\ufffd", text.removeprefix("\ufeff"))
    builder = _Builder(text, file)
    while not isinstance(event := builder.next(), yaml.StreamEndEvent):
        if isinstance(event, yaml.DocumentStartEvent):
            builder.anchors.clear()
            yield _entries(builder, builder.next(), parted)
            builder.next()


def _entries(builder: _Builder, event: Any, parted: str) -> Iterator[Entry]:
    if isinstance(event, yaml.MappingStartEvent):
        for entry, _ in builder.entries(0, parted):
            yield entry
    elif isinstance(event, yaml.SequenceStartEvent):
        while not isinstance(inner := builder.next(), yaml.SequenceEndEvent):
            yield Entry("", builder.value(inner, 1)[0], inner.start_mark.line + 1)
    else:
        yield Entry("", builder.value(event)[0], event.start_mark.line + 1)


def dump(value: Any) -> str:
    """``value`` in block style; text in quotes wherever a reader might take it for
    anything else."""
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=1_000_000,
    )
    return text


class _Dumper(_DUMPER):  # type: ignore[misc]
    """PyYAML's safe dumper with quotes of our choice and no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    text = _SURROGATE.sub("\ufffd", text)
    style = None if _PLAIN.fullmatch(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
