"""The annotated bibliography: under each entry, the passages that cite its work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.errors import Problem, Where, warning
from citekit.library.views import PassageView
from citekit.model import Work
from citekit.richtext import Bibliography, Element, Entry, Node, plain
from citekit.verify.words import without_block_marks

#: Between the lines of an annotation on its way through a style: Unicode's LINE SEPARATOR.
_NEXT_LINE = "\u2028"


def left_out(document: str, count: int) -> Problem:
    """That so many passages of a document are not printed."""
    told = "1 passage is" if count == 1 else f"{count} passages are"
    whose = "its" if count == 1 else "their"
    return warning(
        "orphaned-anchor",
        f"{told} left out: {whose} words are no longer surely found",
        Where(document),
        "`citekit anchor` says where the words may stand now",
    )


def _note_lines(views: Sequence[PassageView]) -> list[str]:
    return [
        f"{view.document_key or view.document}, line {view.line} ({view.kind}): "
        + " ".join(without_block_marks(view.told).split())
        for view in views
    ]


def annotated_work(work: Work, views: Sequence[PassageView]) -> Work:
    """A work whose ``annote`` ends with the passages, each a line of its own."""
    if not views:
        return work
    lines = [line.replace(_NEXT_LINE, " ") for line in (work.text("annote"), *_note_lines(views))]
    return work._replace(fields={**work.fields, "annote": _NEXT_LINE.join(filter(None, lines))})


def in_lines(made: Bibliography) -> Bibliography:
    """The bibliography with each line of an annotation in a block of its own."""

    def split(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Element) or _NEXT_LINE not in plain(node.children):
            return (node,)
        lines = plain(node.children).split(_NEXT_LINE)
        return tuple(Element(node.format, (line.strip(),)) for line in lines)

    entries = tuple(
        Entry(entry.id, tuple(part for node in entry.text for part in split(node)))
        for entry in made.entries
    )
    return made._replace(entries=entries)


def with_notes(made: Bibliography, notes: Mapping[str, list[PassageView]]) -> Bibliography:
    """The bibliography with the passages of each work in blocks under its entry."""
    if not any(notes.values()):
        return made
    entries = tuple(
        Entry(
            entry.id,
            (
                *entry.text,
                *(Element("block", (line,)) for line in _note_lines(notes.get(entry.id, []))),
            ),
        )
        for entry in made.entries
    )
    return made._replace(entries=entries)
