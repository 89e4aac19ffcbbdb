"""Sorting of bibliographies and citations (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
#: So many entries are put in their places one by one.
_FEW = 50


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
    return [entry for run in _runs(entries, keys, value) for entry in run]


def _runs(
    entries: Sequence[T], keys: Sequence[Key], value: Callable[[Key, T], SortValue]
) -> list[list[T]]:
    """The entries in order, those that tie together."""
    runs = [list(entries)]
    for key in keys:
        if all(len(run) < 2 for run in runs):
            break
        runs = [part for run in runs for part in (_split(run, key, value) if run[1:] else [run])]
    return runs


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


class Order:
    """An order that is kept while entries come, go and change: few of them are put
    in their places, many are a new sorting."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = keys
        self._runs: list[list[str]] = []
        self._sources: Mapping[str, object] = {}

    def update(
        self,
        ids: Sequence[str],
        sources: Mapping[str, object],
        value: Callable[[Key, str], SortValue],
    ) -> list[str]:
        """``ids`` in order; entries with equal values stand as in ``ids``.

        ``sources`` are what entries' values hang on: an entry keeps its values as
        long as its source is the same object.
        """
        before, get = self._sources, sources.get
        now = set(ids)
        stale = {one for one in before if one not in now or before[one] is not get(one)}
        fresh = [one for one in ids if one not in before or one in stale]
        if len(fresh) > _FEW:
            self._runs = _runs(ids, self.keys, value)
        else:
            self._replace(stale, fresh, value)
            if any(len(run) > 1 for run in self._runs):
                place = {one: index for index, one in enumerate(ids)}
                for run in self._runs:
                    run.sort(key=place.__getitem__)
        self._sources = {one: get(one) for one in ids}
        return [one for run in self._runs for one in run]

    def _replace(
        self, stale: set[str], fresh: Iterable[str], value: Callable[[Key, str], SortValue]
    ) -> None:
        """Take the stale entries out and put the fresh ones in."""
        runs = self._runs
        if stale:
            kept = ([one for one in run if one not in stale] for run in runs)
            runs = self._runs = [run for run in kept if run]
        for one in fresh:
            low, high = 0, len(runs)
            while low < high:
                middle = (low + high) // 2
                side = self._compare(one, runs[middle][0], value)
                if not side:
                    runs[middle].append(one)
                    break
                low, high = (low, middle) if side < 0 else (middle + 1, high)
            else:
                runs.insert(low, [one])

    def _compare(self, one: str, other: str, value: Callable[[Key, str], SortValue]) -> int:
        for key in self.keys:
            mine, theirs = value(key, one), value(key, other)
            if mine != theirs:
                if _EMPTY in (mine, theirs):
                    return 1 if mine == _EMPTY else -1
                return -1 if (mine < theirs) != key.descending else 1
        return 0
