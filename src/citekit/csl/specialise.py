"""The fast path: layouts specialised by the shape of the work.

Works of one type that fill the same variables take the same way through a
style.  Once a shape has been seen often enough in the same situation, the
layout is lowered to the pieces it prints (:mod:`citekit.csl.lower`); works of
rare shapes, and whatever the pieces turn out not to be sure of, go through the
interpreter, which stays the measure of both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from citekit.csl import marks, nodes, numfields, textcase
from citekit.csl.context import Context, Item
from citekit.csl.evaluate import SPECIAL, Evaluator
from citekit.csl.extras import NO_EXTRAS
from citekit.csl.lower import Lowerer, Memory
from citekit.csl.macros import walk
from citekit.csl.pieces import Fill, Unsure, fixed
from citekit.model import Cite, Date

#: How often a shape is seen in one situation before its layout is lowered.  Where
#: many works are to come the first layouts are lowered at once; works that are all
#: of different shapes gain nothing.
SEEN, FIRST, MANY = 2, 200, 100
#: How often a lowered layout may be unsure before it is given up.
MOST_UNSURE = 8

Key = tuple[object, ...]


class Site:
    """A place of the style that is rendered again and again: some rows of nodes."""

    __slots__ = ("rows",)

    def __init__(self, *rows: tuple[nodes.Node, ...]) -> None:
        self.rows = rows


class Plan:
    """A lowered site; ``conditions`` is how often it asks for disambiguation."""

    __slots__ = ("conditions", "fills", "unsure")

    def __init__(self, fills: tuple[Fill, ...], conditions: int) -> None:
        self.fills = fills
        self.conditions = conditions
        self.unsure = 0


class _Kind(NamedTuple):
    """What is to be looked at in works of one type with the same variables."""

    dates: tuple[str, ...]
    numeric: tuple[str, ...]
    special: tuple[str, ...]
    pair: bool
    language: bool


class Specialiser:
    """Renders sites for one evaluator and so many works, fast where it can."""

    def __init__(self, evaluator: Evaluator, works: int) -> None:
        self.ev = evaluator
        self.at_once = FIRST if works >= MANY else 0
        self.memory = Memory()
        self.plans: dict[Key, Plan | int | None] = {}
        self.kinds: dict[Key, _Kind | None] = {}
        self.shapes: dict[str, int] = {}
        self.numbers: dict[Key, int] = {}
        tested, named = _reached(evaluator.style)
        self.numeric = tested - SPECIAL.keys()
        self.special = (tested | named) & {"page-first", "citation-label"}
        self.usable = evaluator.extras == NO_EXTRAS and not tested & SPECIAL.keys() - {
            "locator",
            "page-first",
            "citation-number",
        }

    def text(self, site: Site, context: Context) -> str:
        """The text of a site with one row."""
        return self.texts(site, context)[0]

    def texts(self, site: Site, context: Context) -> list[str]:
        """The text of every row of a site."""
        plan = self._plan(site, context)
        if plan is not None:
            try:
                found = [fill(context) for fill in plan.fills]
            except Unsure:
                plan.unsure += 1
                context.forget()
            else:
                context.conditions = plan.conditions
                return found
        return [self.ev.sequence(row, "", context)[0] for row in site.rows]

    def _plan(self, site: Site, context: Context) -> Plan | None:
        shape = self.shape(context.item)
        if not shape or context.skip_names:
            return None
        settings = context.settings
        cite = context.cite
        key = (
            site,
            shape,
            context.positions,
            context.number > 0,
            context.first_note > 0,
            settings.conditions,
            not settings.year_suffix,
            context.probing,
            context.started,
            self._locator(cite) if cite is not None and cite.locator else None,
        )
        plan = self.plans.get(key, 0)
        if isinstance(plan, int):
            if plan < SEEN and len(self.plans) >= self.at_once:
                self.plans[key] = plan + 1
                return None
            plan = self.plans[key] = self._lower(site, context)
        elif plan is not None and plan.unsure > MOST_UNSURE:
            plan = self.plans[key] = None
        return plan

    def _locator(self, cite: Cite) -> Key:
        """What conditions look at in a locator."""
        view = self.ev.view
        return (
            numfields.term("locator", cite.locator, cite, view),
            numfields.is_numeric("locator", cite.locator, cite, view),
            not cite.locator.strip(),
        )

    def _lower(self, site: Site, context: Context) -> Plan | None:
        sample = Context(context.item, context.area, context.cite, context.number, context.settings)
        sample.positions = context.positions
        sample.first_note = context.first_note
        sample.probing = context.probing
        sample.sorting = context.sorting
        sample.started = context.started
        lowerer = Lowerer(self.ev, sample, self.memory)
        try:
            pieces = [lowerer.sequence(row, "")[0] or "" for row in site.rows]
        except Unsure:
            return None
        fills = tuple(fixed(piece) if isinstance(piece, str) else piece for piece in pieces)
        return Plan(fills, sample.conditions)

    # --- shapes ------------------------------------------------------------------------

    def shape(self, item: Item) -> int:
        """A number for everything about a work that conditions look at; 0 for
        works that are left to the interpreter."""
        known = self.shapes.get(item.id)
        if known is not None:
            return known
        number = 0
        fields = item.fields
        if self.usable and all(fields.values()):
            outline = (item.type, *fields, *map(type, fields.values()))
            if outline in self.kinds:
                kind = self.kinds[outline]
            else:
                kind = self.kinds[outline] = self._kind(item)
            features = _features(self.ev, item, kind) if kind is not None else None
            if features is not None:
                number = self.numbers.setdefault((outline, features), len(self.numbers) + 1)
        self.shapes[item.id] = number
        return number

    def _kind(self, item: Item) -> _Kind | None:
        fields = item.fields
        if not all(isinstance(value, str | tuple | Date) for value in fields.values()):
            return None
        return _Kind(
            dates=tuple(name for name, value in fields.items() if isinstance(value, Date)),
            numeric=tuple(name for name in fields if name in self.numeric),
            special=tuple(self.special),
            pair="editor" in fields and "translator" in fields,
            language="language" in fields,
        )


def _features(ev: Evaluator, item: Item, kind: _Kind) -> Key | None:
    found: list[object] = []
    fields = item.fields
    for name in kind.dates:
        date = fields[name]
        features = _date_features(date) if isinstance(date, Date) else None
        if features is None:
            return None
        found.append(features)
    for name in kind.numeric:
        found.append(numfields.is_numeric(name, item.text(name), None, ev.view))
    for name in kind.special:
        value = SPECIAL[name](ev, Context(item, "citation"))
        found.append((bool(value), numfields.is_numeric(name, value, None, ev.view)))
    if kind.pair:
        found.append(fields["editor"] == fields["translator"])
    if kind.language:
        found.append(textcase.language(item.text("language").strip()))
    return tuple(found)


def _date_features(date: Date) -> Key | None:
    """What parts a date has; None for one that is not looked at further."""
    if date.literal:
        if "<" in date.literal or not marks.visible(date.literal):
            return None
        return (date.circa,)
    start, end = date.start, date.end
    if end is not None or start is None:
        return None
    month, season = start.month, start.season
    if month is not None and not 1 <= month <= 12:
        return None
    if season is not None and not 1 <= season <= 4:
        return None
    return (date.circa, date.range, month is None, start.day is None, season is None)


def _reached(style: nodes.Style) -> tuple[set[str], set[str]]:
    """Variables tested with is-numeric, and all variables named."""
    tested: set[str] = set()
    named: set[str] = set()
    for node in _all_nodes(style):
        if isinstance(node, nodes.Choose):
            for branch in node.branches:
                for one in branch.conditions:
                    (tested if one.kind == "is-numeric" else named).add(one.value)
        elif isinstance(node, nodes.TextVariable | nodes.Number | nodes.Label):
            named.add(node.variable)
    for area in (style.citation, style.bibliography):
        named.update(key.variable for key in area.sort) if area else None
    return tested, named


def _all_nodes(style: nodes.Style) -> Iterable[nodes.Node]:
    for area in (style.citation, style.bibliography):
        if area is not None:
            yield from walk(style, area.layout)
    for macro in style.macros.values():
        yield from walk(style, macro)
