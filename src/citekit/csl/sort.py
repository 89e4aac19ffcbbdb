"""Sorting of bibliographies and citations (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from citekit.csl import collation, dates, marks, nodes
from citekit.csl.context import Context
from citekit.csl.specialise import Site, Specialiser
from citekit.model import Date
from citekit.vocabulary import NAME_VARIABLES

T = TypeVar("T")
SortValue = tuple[str, str]
_EMPTY: SortValue = ("", "")


class Key:
    """One ``cs:key``, ready to be rendered."""

    __slots__ = ("descending", "options", "site", "variable")

    def __init__(self, key: nodes.SortKey) -> None:
        self.variable = "" if key.macro else key.variable
        self.descending = key.descending
        self.options = key.options
        node: nodes.Node
        if key.macro:
            node = nodes.TextMacro(key.macro, nodes.PLAIN)
        elif key.variable in NAME_VARIABLES:
            node = nodes.Names((key.variable,), None, None, None, False, (), None, nodes.PLAIN)
        else:
            node = nodes.TextVariable(key.variable, "long", nodes.PLAIN)
        self.site = Site((node,))


def key_value(renderer: Specialiser, key: Key, context: Context) -> SortValue:
    """What one ``cs:key`` gives for a work; empty texts sort last."""
    value = context.item.fields.get(key.variable)
    if isinstance(value, Date):
        text = dates.sort_key(value)
    else:
        context.sorting = key.options
        text = renderer.text(key.site, context)
    return collation.key(text) if marks.visible(text) else _EMPTY


def ordered(
    entries: Sequence[T], keys: Sequence[Key], value: Callable[[Key, T], SortValue]
) -> list[T]:
    """``entries`` in the order of ``keys``; equal ones stay as they were.

    A later key is asked for only where the earlier ones leave a tie; an entry
    with no value comes last in either direction.
    """
    runs = [list(entries)]
    for key in keys:
        if all(len(run) < 2 for run in runs):
            break
        runs = [part for run in runs for part in (_split(run, key, value) if run[1:] else [run])]
    return [entry for run in runs for entry in run]


def _split(run: list[T], key: Key, value: Callable[[Key, T], SortValue]) -> list[list[T]]:
    """A run of ties in the order of ``key``, cut into runs that tie again."""
    values = [(value(key, entry), entry) for entry in run]
    filled = [pair for pair in values if pair[0] != _EMPTY]
    filled.sort(key=_first, reverse=key.descending)
    runs = [[entry for _, entry in same] for _, same in groupby(filled, key=_first)]
    empty = [entry for found, entry in values if found == _EMPTY]
    return [*runs, empty] if empty else runs


def _first(pair: tuple[SortValue, T]) -> SortValue:
    return pair[0]
