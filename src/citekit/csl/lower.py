"""Specialises a layout for works of one shape.

The :class:`Lowerer` renders a sample the way the interpreter does: it takes the
branches that the sample's shape decides, leaves out what prints nothing, and
keeps the rest as :mod:`citekit.csl.pieces`.  What it returns renders any work
of the same shape in the same situation (:mod:`citekit.csl.specialise`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from citekit.csl import conditions, dates, labels, marks, nodes, numfields, pieces, textcase
from citekit.csl.context import Context
from citekit.csl.evaluate import SHORT, SPECIAL, Evaluator
from citekit.csl.lowernames import NamesLowerer
from citekit.csl.names import CALLED, FILLED
from citekit.csl.pieces import Fill, Piece, Unsure
from citekit.model import Date
from citekit.vocabulary import NUMBER_VARIABLES

#: A piece, None where nothing is printed, and the flags of the interpreter.
Lowered: TypeAlias = "tuple[Piece | None, int]"


class Memory:
    """Texts made already, shared by all specialised layouts of a session."""

    def __init__(self) -> None:
        self.cases: dict[tuple[str, str, str], str] = {}
        self.dates: dict[tuple[object, ...], dict[object, str]] = {}

    def case(self, case: str, language: str, text: str) -> str:
        """``text`` in a text case."""
        key = (case, text, language)
        found = self.cases.get(key)
        if found is None:
            found = self.cases[key] = textcase.apply(case, text, language)
        return found


class Lowerer:
    """Lowers nodes for the shape and situation of ``context``."""

    def __init__(self, evaluator: Evaluator, context: Context, memory: Memory) -> None:
        self.ev = evaluator
        self.context = context
        self.memory = memory
        self.language = evaluator.language_for(context)
        self.names = NamesLowerer(self)

    def sequence(self, children: Sequence[nodes.Node], delimiter: str) -> Lowered:
        """Children in a row."""
        found: list[Piece] = []
        flags = self.collect(children, found)
        if not found:
            return None, flags
        return pieces.joined(found, delimiter, self.ev.joiner), flags

    def collect(self, children: Sequence[nodes.Node], found: list[Piece]) -> int:
        flags = 0
        for child in children:
            if isinstance(child, nodes.Choose):
                branch = conditions.choose(self.ev, child, self.context)
                if branch is not None:
                    flags |= self.collect(branch.children, found)
                continue
            piece, more = self.render(child)
            flags |= more
            if piece is not None:
                found.append(piece)
        return flags

    def render(self, node: nodes.Node) -> Lowered:
        """One node."""
        piece, flags = _LOWER[type(node)](self, node)
        if piece is not None:
            self.context.started = True
        return piece, flags

    def dress(self, piece: Piece | None, look: nodes.Look) -> Piece | None:
        """The attributes of ``look``."""
        if piece is None or look is nodes.PLAIN:
            return piece
        if isinstance(piece, str):
            return self.ev.dress(piece, look, self.context) or None
        return pieces.dressed(
            piece,
            look,
            self.ev.joiner,
            partial(self.memory.case, look.text_case, self.language),
            quotes=self.context.sorting is None,
            display=self.context.area == "bibliography",
        )

    # --- elements that hold others -----------------------------------------------------

    def _whole(self, children: Sequence[nodes.Node], delimiter: str, look: nodes.Look) -> Lowered:
        """A group or a macro: gone when it calls for variables and finds none."""
        started = self.context.started
        piece, flags = self.sequence(children, delimiter)
        if flags & CALLED and not flags & FILLED:
            self.context.started = started
            return None, CALLED
        if piece is not None:
            flags = CALLED | FILLED
        return self.dress(piece, look), flags

    def text_macro(self, node: nodes.TextMacro) -> Lowered:
        ev, look = self.ev, node.look
        children = ev.style.macros[node.macro]
        if self.context.sorting is not None:
            children = ev.sort_macro(node.macro)
        elif look.strip_periods:
            children = ev.stripped_macro(node.macro)
            look = look._replace(strip_periods=False)
        return self._whole(children, "", look)

    def group(self, node: nodes.Group) -> Lowered:
        return self._whole(node.children, node.delimiter, node.look)

    def choose(self, node: nodes.Choose) -> Lowered:
        """A cs:choose outside a row, inside cs:substitute."""
        branch = conditions.choose(self.ev, node, self.context)
        return self.sequence(branch.children, "") if branch else (None, 0)

    # --- fixed texts ---------------------------------------------------------------------

    def fixed(self, node: nodes.TextTerm | nodes.TextValue) -> Lowered:
        text, flags = self.ev.render(node, self.context)
        return text or None, flags

    # --- variables -------------------------------------------------------------------------

    def check(self, fill: Fill) -> None:
        """Whether the sample itself prints something: emptiness must not hang
        on more than the shape."""
        if not fill(self.context):
            raise Unsure

    def source(self, variable: str, form: str) -> Fill:
        """Where the value of a filled variable comes from."""
        special = SPECIAL.get(variable)
        if special is not None:
            return _filled(partial(special, self.ev))
        short = SHORT.get(variable, f"{variable}-short") if form == "short" else None
        key = short if short and self.context.item.text(short) else variable

        def value(context: Context) -> str:
            return context.item.fields[key]  # type: ignore[return-value]

        return value

    def text_variable(self, node: nodes.TextVariable) -> Lowered:
        variable, context, ev = node.variable, self.context, self.ev
        if not ev.value(context, variable, node.form):
            return None, 0 if variable == "year-suffix" else CALLED
        context.rendered.append(variable)
        value = self.source(variable, node.form)
        fill: Fill
        if variable == "citation-number":
            fill = _sorted_number(value) if context.sorting is not None else _number(value)
        elif variable == "year-suffix":
            fill = _suffix(value)
        elif variable in NUMBER_VARIABLES:
            fill = self.number_text(variable, value)
        elif variable in ("URL", "DOI"):
            fill = _clean(value)
        else:
            fill = _parsed(value, ev.parse)
        self.check(fill)
        return self.dress(fill, node.look), CALLED | FILLED

    def number_text(self, variable: str, value: Fill) -> Fill:
        """A number variable; texts of the item's own are kept."""
        text_of = self.ev.number_text
        return _kept(value, variable, lambda context, raw: text_of(context, variable, raw))

    def number(self, node: nodes.Number) -> Lowered:
        variable, context, ev = node.variable, self.context, self.ev
        if not ev.value(context, variable):
            return None, CALLED
        context.rendered.append(variable)
        value = self.source(variable, "long")
        fill: Fill
        if context.sorting is not None or node.form == "numeric":
            fill = self.number_text(variable, value)
            if variable == "citation-number" and context.sorting is None:
                fill = _number(fill)
        else:
            fill = self._in_form(node, value)
        self.check(fill)
        return self.dress(fill, node.look), CALLED | FILLED

    def _in_form(self, node: nodes.Number, value: Fill) -> Fill:
        view, variable, form = self.ev.view, node.variable, node.form

        def in_form(context: Context, raw: str) -> str:
            found = numfields.in_form(variable, raw, context.cite, form, view)
            return marks.sanitise(found)

        return _kept(value, variable, in_form)

    def label(self, node: nodes.Label) -> Lowered:
        context, ev = self.context, self.ev
        value = ev.value(context, node.variable)
        if not value:
            return None, 0
        variable, look, view = node.variable, node.look, ev.view

        def label(context: Context, raw: str) -> str:
            term = numfields.term(variable, raw, context.cite, view)
            text = labels.label_text(node, term, raw, context.cite, view)
            return ev.dress(textcase.titled(text, look), look, context)

        fill = _filled(_kept(self.source(variable, "long"), variable, label))
        self.check(fill)
        return fill, 0

    # --- dates --------------------------------------------------------------------------------

    def date(self, node: nodes.DateNode) -> Lowered:
        context, ev = self.context, self.ev
        variable = node.variable
        before = context.year_suffix_done
        text, flags = ev.date(node, context)
        if not text:
            return None, flags
        value = context.item.fields[variable]
        takes_suffix = context.year_suffix_done and not before
        if not isinstance(value, Date) or value.end is not None or value.literal:
            return _date(ev, node, takes_suffix), flags
        parts, delimiter = dates.parts_of(node, ev.view)
        resolved = node._replace(form="", parts=parts, delimiter=delimiter)
        kind = (id(node), context.area, context.sorting is None, self.language, takes_suffix)
        known = self.memory.dates.setdefault((*kind, value.range), {})
        fill = _date(ev, resolved, takes_suffix)
        return _single_date(fill, variable, takes_suffix, known), flags


# --- leaves -----------------------------------------------------------------------------------


def _filled(value: Fill) -> Fill:
    """A value that is not of the item alone."""

    def text(context: Context) -> str:
        found = value(context)
        if not found:
            raise Unsure
        return found

    return text


def _number(value: Fill) -> Fill:
    return lambda context: marks.NUMBER_OPEN + value(context) + marks.NUMBER_CLOSE


def _sorted_number(value: Fill) -> Fill:
    return lambda context: value(context).rjust(10, "0")


def _suffix(value: Fill) -> Fill:
    return lambda context: marks.SUFFIX_OPEN + value(context) + marks.SUFFIX_CLOSE


def _clean(value: Fill) -> Fill:
    return lambda context: marks.sanitise(value(context))


def _parsed(value: Fill, parse: Callable[[str], str]) -> Fill:
    return lambda context: parse(value(context))


def _kept(value: Fill, variable: str, make: Callable[[Context, str], str]) -> Fill:
    """What is made of a value; kept, where it is of the item alone."""
    if variable in SPECIAL:
        return lambda context: make(context, value(context))
    known: dict[str, str] = {}

    def text(context: Context) -> str:
        raw = value(context)
        found = known.get(raw)
        if found is None:
            found = known[raw] = make(context, raw)
        return found

    return text


def _date(ev: Evaluator, node: nodes.DateNode, takes_suffix: bool) -> Fill:
    def text(context: Context) -> str:
        context.year_suffix_done = not takes_suffix
        found = ev.date(node, context)[0]
        if not found:
            raise Unsure
        return found

    return text


def _single_date(fill: Fill, variable: str, takes_suffix: bool, known: dict[object, str]) -> Fill:
    """A date that is no range; its texts are kept by year, month and day."""

    def text(context: Context) -> str:
        point = context.item.fields[variable].start  # type: ignore[union-attr]
        suffix = context.settings.year_suffix if takes_suffix else ""
        key = (point.year, point.month, point.day, point.season, suffix)  # type: ignore[union-attr]
        found = known.get(key)
        if found is None:
            found = known[key] = fill(context)
        return found

    return text


_LOWER: dict[type, Callable[[Lowerer, Any], Lowered]] = {
    nodes.TextVariable: Lowerer.text_variable,
    nodes.TextMacro: Lowerer.text_macro,
    nodes.TextTerm: Lowerer.fixed,
    nodes.TextValue: Lowerer.fixed,
    nodes.Number: Lowerer.number,
    nodes.Label: Lowerer.label,
    nodes.DateNode: Lowerer.date,
    nodes.Names: lambda lowerer, node: lowerer.names.render(node),
    nodes.Group: Lowerer.group,
    nodes.Choose: Lowerer.choose,
}
