"""Entries of a .bib file that come back to themselves.

By ``xdata`` (BibLaTeX manual, 2.2.1 and 3.13.6), ``xref``, ``entryset`` and ``related``
(2.2.3); circles of ``crossref`` are told where fields are inherited
(:mod:`citekit.formats.bibread`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.errors import Problem, Where, warning
from citekit.formats.bibsplit import Source
from citekit.formats.bibtokens import pieces

#: Fields that name entries of which none can be the entry itself, and what that would be.
_REFERRING = {
    "xref": "stands in itself",
    "entryset": "is a member of itself",
    "related": "is related to itself",
}

#: The same for those through which an entry inherits.
_INHERITING = {"crossref": "is its own parent", "xdata": "takes its data from itself"}


def circles(references: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The circles that a walk along ``references`` (key → the keys it names) meets, each
    once, from the key it was entered by."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in references:
        path: dict[str, Iterator[str]] = {}
        key: str | None = start
        while key is not None or path:
            if key is not None and key not in done:
                path[key] = iter(references.get(key, ()))
            last = next(reversed(path), None)
            if last is None:
                break
            key = next(path[last], None)
            if key is None:
                done.add(last)
                del path[last]
            elif key in path:
                keys = list(path)
                found.append(tuple(keys[keys.index(key) :]))
                key = None
    return found


def keys_of(value: str) -> list[str]:
    """The keys in a field that lists some with commas."""
    return [key for part in value.split(",") if (key := part.strip())]


def data_circles(source: Source) -> list[Problem]:
    """A problem for each circle of ``xdata``."""
    lines: dict[str, int] = {}
    references: dict[str, list[str]] = {}
    for block in source.blocks:
        span = block.field("xdata") if block.kind == "entry" else None
        if span is None or block.key in lines:
            continue
        lines[block.key] = block.line
        entries = (
            source.entry(key) or source.entry_nocase(key)
            for _, content in pieces(span.value)
            for key in keys_of(content)
        )
        references[block.key] = [entry.key for entry in entries if entry is not None]
    return [
        _problem(
            "circular-xdata", "takes its data from itself", circle, Where(source.file, lines[key])
        )
        for circle in circles(references)
        for key in circle[:1]
    ]


def reference_circles(
    entries: Iterable[tuple[str, Mapping[str, str], Where]],
) -> Iterator[Problem]:
    """A problem for each circle of ``xref`` and ``entryset``, and for each entry that is
    ``related`` to itself; a work and its translation may each name the other.

    ``entries`` are keys with their fields as they are written, and their places."""
    known = list(entries)
    places = {key: where for key, _, where in reversed(known)}
    for field, what in _REFERRING.items():
        references = {key: keys_of(fields[field]) for key, fields, _ in known if field in fields}
        for circle in circles(references):
            if field != "related" or len(circle) == 1:
                yield _problem("circular-reference", what, circle, places[circle[0]], field)


def own_references(key: str, fields: Mapping[str, str], where: Where) -> Iterator[Problem]:
    """A problem for each field in which an entry refers to itself."""
    for field, what in (_REFERRING | _INHERITING).items():
        if key in keys_of(fields.get(field, "")):
            yield _problem("circular-reference", what, (key,), where, field)


def _problem(
    code: str, what: str, circle: Sequence[str], where: Where, field: str = "xdata"
) -> Problem:
    way = f", by way of {', '.join(circle[1:])}" if circle[1:] else ""
    return warning(
        code,
        f"{circle[0]!r} {what}{way}",
        where._replace(key=circle[0]),
        f"correct the field {field}",
    )
