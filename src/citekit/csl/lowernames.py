"""``cs:names`` in a specialised layout (see :mod:`citekit.csl.lower`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citekit.csl import labels, nodes, textcase
from citekit.csl.context import Context
from citekit.csl.names import CALLED, FILLED, ListStyle, inherit, whole
from citekit.csl.pieces import Fill, Piece, Unsure
from citekit.model import Name

if TYPE_CHECKING:
    from citekit.csl.lower import Lowered, Lowerer

#: A name variable, the variable whose names it shows, its label for one and for several.
Row = tuple[str, str, str, str]


class NamesLowerer:
    """Lowers ``cs:names``: which variables have names hangs on the shape alone."""

    def __init__(self, lowerer: Lowerer) -> None:
        self.lowerer = lowerer
        self.ev = lowerer.ev
        self.context = lowerer.context

    def render(self, node: nodes.Names) -> Lowered:
        """A ``cs:names``."""
        namer = self.ev.namer
        style = namer.style(self.context, node.name)
        if style.name.form == "count":
            return self._count(node, style)
        groups = namer.groups(node.variables, self.context)
        if groups:
            return self._blocks(node, style, groups)
        for child in namer.alternatives(node.substitute, self.context):
            piece, flags = self._substitute(node, child)
            if piece is not None:
                return piece, flags
            if isinstance(child, nodes.TextTerm) and self.ev.view.term(child.term) is not None:
                return None, CALLED
        return None, CALLED

    def _count(self, node: nodes.Names, style: ListStyle) -> Lowered:
        namer = self.ev.namer
        text, flags = namer.count(node, self.context, style)
        if not text:
            if any(self.ev.names(self.context, v) for v in node.variables) or node.substitute:
                raise Unsure
            return None, flags
        suppressed = frozenset(self.context.suppressed)

        def count(context: Context) -> str:
            context.suppressed.update(suppressed)
            found = namer.count(node, context, style)[0]
            if not found:
                raise Unsure
            return found

        return count, flags

    def _substitute(self, node: nodes.Names, child: nodes.Node) -> Lowered:
        """One child of ``cs:substitute``."""
        context = self.context
        if isinstance(child, nodes.Names):
            child = inherit(child, node)
        before = len(context.rendered)
        piece, flags = self.lowerer.render(child)
        if piece is None:
            return None, flags
        context.suppressed.update(context.rendered[before:])
        if not isinstance(child, nodes.Names) and context.blocks == 0 and piece is not None:
            context.blocks += 1
            piece = _title_for_names(piece)
        return piece, flags

    def _blocks(
        self,
        node: nodes.Names,
        style: ListStyle,
        groups: Sequence[tuple[str, tuple[Name, ...]]],
    ) -> Lowered:
        context = self.context
        context.blocks += 1
        first = context.blocks == 1
        rows: list[Row] = []
        for variable, _ in groups:
            context.rendered.append(variable)
            source = variable
            if variable == "editortranslator":
                context.rendered += ["editor", "translator"]
                source = "editor"
            rows.append((variable, source, *self._labels(node, variable)))
        body = self._body(node, style, rows, first)
        if not body(context):
            raise Unsure
        dressed = self.lowerer.dress(body, node.look)
        if dressed is None or isinstance(dressed, str):  # pragma: no cover - a body is no text
            raise Unsure
        return _first(dressed) if first else dressed, CALLED | FILLED

    def _labels(self, node: nodes.Names, variable: str) -> tuple[str, str]:
        """The dressed label for one name and for several."""
        label, context = node.label, self.context
        if label is None or context.sorting is not None:
            return "", ""
        one, many = (
            self.ev.dress(
                textcase.titled(
                    labels.names_label(variable, count, label, self.ev.view), label.look
                ),
                label.look,
                context,
            )
            for count in (1, 2)
        )
        return one, many

    def _body(self, node: nodes.Names, style: ListStyle, rows: list[Row], first: bool) -> Fill:
        ev = self.ev
        delimiter = node.delimiter
        if delimiter is None:
            delimiter = ev.options[self.context.area].get("names-delimiter", "")
        names_text, join, glue = ev.namer.names_text, ev.joiner.join, ev.joiner.glue
        label_first = node.label_first

        def one(row: Row, leads: bool, context: Context) -> str:
            names: tuple[Name, ...] = context.item.fields[row[1]]  # type: ignore[assignment]
            text = names_text(names, context, style, node, leads)
            if text and leads and context.replace is not None:
                text = whole(text, context.replace)
            if not text:
                raise Unsure
            label = row[3] if len(names) > 1 else row[2]
            if not label:
                return text
            return glue(label, text) if label_first else glue(text, label)

        if len(rows) == 1:
            only = rows[0]
            return lambda context: one(only, first, context)

        def several(context: Context) -> str:
            texts = [one(row, first and not index, context) for index, row in enumerate(rows)]
            return join(texts, delimiter)

        return several


def _first(fill: Fill) -> Fill:
    """The first block of names is the author."""

    def text(context: Context) -> str:
        context.author = found = fill(context)
        return found

    return text


def _title_for_names(piece: Piece) -> Fill:
    """What stands for the names is the first block."""

    def text(context: Context) -> str:
        found = piece if isinstance(piece, str) else piece(context)
        context.author = found
        context.author_names = [found]
        if context.replace is not None:
            found = context.replace[2]
            if not found:
                raise Unsure
        return found

    return text
