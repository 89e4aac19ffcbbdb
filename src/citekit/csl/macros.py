"""Checks of a style's macros: known, free of loops, of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from citekit.csl import nodes
from citekit.errors import StyleError, Where

#: Most levels of nested elements after macros are put in their places.
MAX_DEPTH = 120
#: Most elements after macros are put in their places.
MAX_SIZE = 200_000


def children(node: nodes.Node) -> Iterable[nodes.Node]:
    """The rendering elements directly inside ``node``, a cs:choose aside."""
    if isinstance(node, nodes.Group):
        return node.children
    if isinstance(node, nodes.Names):
        return node.substitute
    return ()


class _Measure:
    def __init__(self, macros: Mapping[str, tuple[nodes.Node, ...]], where: Where) -> None:
        self.macros = macros
        self.where = where
        self.known: dict[str, tuple[int, int]] = {}
        self.open: list[str] = []

    def macro(self, name: str) -> tuple[int, int]:
        if name in self.known:
            return self.known[name]
        if name in self.open:
            chain = " → ".join([*self.open[self.open.index(name) :], name])
            raise StyleError(f"macros call each other in a circle: {chain}", self.where)
        if name not in self.macros:
            raise StyleError(f"macro {name!r} is not defined", self.where)
        if len(self.open) > MAX_DEPTH:
            raise StyleError(f"macros are nested deeper than {MAX_DEPTH}", self.where)
        self.open.append(name)
        self.known[name] = self.nodes(self.macros[name])
        self.open.pop()
        return self.known[name]

    def choose(self, node: nodes.Choose) -> tuple[int, int]:
        """Only one branch is ever rendered: the worst one counts."""
        below = [self.nodes(branch.children) for branch in node.branches]
        return (
            max((depth for depth, _ in below), default=0),
            max((size for _, size in below), default=0) + len(below),
        )

    def nodes(self, found: Iterable[nodes.Node]) -> tuple[int, int]:
        """Depth and size of ``found``."""
        depth, size = 0, 1
        for node in found:
            if isinstance(node, nodes.TextMacro):
                below = self.macro(node.macro)
            elif isinstance(node, nodes.Choose):
                below = self.choose(node)
            else:
                below = self.nodes(children(node))
            depth = max(depth, below[0] + 1)
            size += below[1]
        if depth > MAX_DEPTH:
            raise StyleError(f"elements are nested deeper than {MAX_DEPTH}", self.where)
        if size > MAX_SIZE:
            raise StyleError(f"macros expand to more than {MAX_SIZE} elements", self.where)
        return depth, size


def check_macros(
    macros: Mapping[str, tuple[nodes.Node, ...]],
    areas: Mapping[str, nodes.Area],
    where: Where,
) -> None:
    """Raise StyleError for loops, unknown macros and runaway sizes."""
    measure = _Measure(macros, where)
    for area in areas.values():
        measure.nodes(area.layout)
        for key in area.sort:
            if key.macro:
                measure.macro(key.macro)
    for name in macros:
        measure.macro(name)


def walk(style: nodes.Style, found: Iterable[nodes.Node]) -> Iterable[nodes.Node]:
    """All nodes reached from ``found``, each macro once."""
    seen: set[str] = set()
    stack = list(found)[::-1]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, nodes.TextMacro):
            if node.macro not in seen:
                seen.add(node.macro)
                stack.extend(reversed(style.macros[node.macro]))
        elif isinstance(node, nodes.Choose):
            for branch in reversed(node.branches):
                stack.extend(reversed(branch.children))
        else:
            stack.extend(reversed(tuple(children(node))))


def reaches(style: nodes.Style, area: nodes.Area | None, variable: str) -> bool:
    """Whether the layout of ``area`` prints the text variable itself."""
    if area is None:
        return False
    return any(
        isinstance(node, nodes.TextVariable) and node.variable == variable
        for node in walk(style, area.layout)
    )


def mentions(style: nodes.Style, layout: Iterable[nodes.Node], variable: str) -> bool:
    """Whether a layout hangs on the variable: prints it, a label for it, or tests it."""
    return any(
        any(one.value == variable for branch in node.branches for one in branch.conditions)
        if isinstance(node, nodes.Choose)
        else isinstance(node, nodes.TextVariable | nodes.Number | nodes.Label)
        and node.variable == variable
        for node in walk(style, layout)
    )
