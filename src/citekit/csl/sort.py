"""Sorting of bibliographies and citations (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from citekit.csl import collation, dates, marks, nodes
from citekit.csl.context import Context
from citekit.csl.evaluate import Evaluator
from citekit.model import Date
from citekit.vocabulary import NAME_VARIABLES

T = TypeVar("T")
SortValue = tuple[str, str]
_EMPTY: SortValue = ("", "")


def key_value(evaluator: Evaluator, key: nodes.SortKey, context: Context) -> SortValue:
    """What one ``cs:key`` gives for a work; empty texts sort last."""
    context.sorting = key.options
    if key.macro:
        node: nodes.Node = nodes.TextMacro(key.macro, nodes.PLAIN)
        text = evaluator.render(node, context)[0]
    elif key.variable in NAME_VARIABLES:
        text = evaluator.render(_names(key.variable), context)[0]
    else:
        value = context.item.fields.get(key.variable)
        if isinstance(value, Date):
            text = dates.sort_key(value)
        else:
            node = nodes.TextVariable(key.variable, "long", nodes.PLAIN)
            text = evaluator.render(node, context)[0]
    return collation.key(text) if marks.visible(text) else _EMPTY


def _names(variable: str) -> nodes.Names:
    return nodes.Names((variable,), None, None, None, False, (), None, nodes.PLAIN)


def ordered(
    entries: Sequence[T],
    keys: Sequence[nodes.SortKey],
    value: Callable[[nodes.SortKey, T], SortValue],
) -> list[T]:
    """``entries`` in the order of ``keys``; equal ones stay as they were.

    Sorting runs from the last key to the first, each stable; an entry with no
    value comes last in either direction.
    """
    result = list(entries)
    for key in reversed(keys):
        values = [(value(key, entry), entry) for entry in result]
        filled = [pair for pair in values if pair[0] != _EMPTY]
        filled.sort(key=lambda pair: pair[0], reverse=key.descending)
        result = [entry for _, entry in filled]
        result += [entry for found, entry in values if found == _EMPTY]
    return result
