"""The paragraphs of an entry, for writers whose format has no nested boxes.

CSL's display attribute (CSL 1.0.2, "Display") makes four kinds of boxes:
``block`` stands in lines of its own, ``indent`` as well and indented,
``left-margin`` is a label at the start of a line, ``right-inline`` what stands
beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from citekit.richtext import Element, Link, Node, RichText, plain

DISPLAYS = frozenset(("block", "left-margin", "right-inline", "indent"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A label (empty without one) and the text beside it."""

    text: RichText = ()
    label: RichText = ()
    indented: bool = False


def paragraphs(text: RichText) -> tuple[Paragraph, ...]:
    """The entry ``text`` as one or more paragraphs, none of them empty."""
    done: list[Paragraph] = []
    open_ = Paragraph()
    for display, children in _boxes(text, ""):
        if display == "left-margin":
            done.append(open_)
            open_ = Paragraph(label=children)
        elif display in ("block", "indent"):
            done += (open_, Paragraph(children, indented=display == "indent"))
            open_ = Paragraph()
        else:
            open_ = replace(open_, text=open_.text + children)
    done.append(open_)
    return tuple(p for p in done if plain(p.label).strip() or plain(p.text).strip())


def merged(text: RichText) -> Iterator[Node]:
    """The nodes of ``text``, neighbouring strings as one, empty ones left out."""
    run = ""
    for node in text:
        if isinstance(node, str):
            run += node
            continue
        if run:
            yield run
            run = ""
        yield node
    if run:
        yield run


def without_links(text: RichText) -> RichText:
    """``text`` with the children of links in the links' place; a link may not
    stand inside a link."""
    out: list[Node] = []
    for node in text:
        if isinstance(node, str):
            out.append(node)
        elif isinstance(node, Link):
            out += without_links(node.children)
        else:
            out.append(node._replace(children=without_links(node.children)))
    return tuple(out)


def _boxes(nodes: Iterable[Node], around: str) -> Iterator[tuple[str, RichText]]:
    """Runs of nodes by the box they stand in; boxes inside formats are drawn
    out of them, the formats repeated inside."""
    for node in nodes:
        if isinstance(node, str):
            yield around, (node,)
        elif isinstance(node, Element) and node.format in DISPLAYS:
            yield from _joined(_boxes(node.children, node.format))
        else:
            for display, children in _joined(_boxes(node.children, around)):
                yield display, (node._replace(children=children),)


def _joined(boxes: Iterable[tuple[str, RichText]]) -> Iterator[tuple[str, RichText]]:
    last = ""
    children: RichText = ()
    for display, more in boxes:
        if display != last and children:
            yield last, children
            children = ()
        last, children = display, children + more
    if children:
        yield last, children
