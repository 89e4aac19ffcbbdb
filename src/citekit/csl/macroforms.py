"""Forms of a macro: as a sort key, and without periods.

A macro that holds a date sorts by its dates.  CSL 1.0.2 ("Sorting") has dates in
a key's macro rendered for comparison.  As in citeproc-js, the words beside a
date in its macro ("n.d.", "accessed") do not take part, so that undated works
have no key there and come last.

Called with ``strip-periods`` a macro loses the periods of what it prints, not
those of its affixes (CSL 1.0.2, "Strip Periods": the attribute acts on the
rendered text, before the affixes).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.csl import nodes

Macros = Mapping[str, tuple[nodes.Node, ...]]


def for_sorting(name: str, macros: Macros) -> tuple[nodes.Node, ...]:
    """The macro's children as a sort key renders them."""
    children = macros[name]
    return _dates(children, macros) if _has_date(children) else children


def _has_date(children: Sequence[nodes.Node]) -> bool:
    """Whether a date stands in the macro itself, not in a macro it calls."""
    for child in children:
        if isinstance(child, nodes.DateNode):
            return True
        if isinstance(child, nodes.Group) and _has_date(child.children):
            return True
        if isinstance(child, nodes.Names) and _has_date(child.substitute):
            return True
        if isinstance(child, nodes.Choose) and any(
            _has_date(branch.children) for branch in child.branches
        ):
            return True
    return False


def _dates(children: Sequence[nodes.Node], macros: Macros) -> tuple[nodes.Node, ...]:
    """Dates and names, and what holds them."""
    out: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.DateNode | nodes.Names):
            out.append(child)
        elif isinstance(child, nodes.Group):
            out.append(child._replace(children=_dates(child.children, macros), look=nodes.PLAIN))
        elif isinstance(child, nodes.TextMacro):
            inner = _dates(macros[child.macro], macros)
            out.append(nodes.Group(inner, "", nodes.PLAIN))
        elif isinstance(child, nodes.Choose):
            branches = tuple(
                branch._replace(children=_dates(branch.children, macros))
                for branch in child.branches
            )
            out.append(nodes.Choose(branches))
    return tuple(out)


def without_periods(children: Sequence[nodes.Node], macros: Macros) -> tuple[nodes.Node, ...]:
    """The children with ``strip-periods`` on everything that prints text."""
    return tuple(_stripped(child, macros) for child in children)


def _stripped(node: nodes.Node, macros: Macros) -> nodes.Node:
    if isinstance(node, nodes.Group):
        return node._replace(children=without_periods(node.children, macros))
    if isinstance(node, nodes.TextMacro):
        inner = without_periods(macros[node.macro], macros)
        return nodes.Group(inner, "", node.look)
    if isinstance(node, nodes.Choose):
        branches = tuple(
            branch._replace(children=without_periods(branch.children, macros))
            for branch in node.branches
        )
        return nodes.Choose(branches)
    if isinstance(node, nodes.DateNode) and not node.form:
        parts = tuple(
            part._replace(look=part.look._replace(strip_periods=True)) for part in node.parts
        )
        return node._replace(parts=parts)
    return node._replace(look=node.look._replace(strip_periods=True))
