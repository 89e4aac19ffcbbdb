"""Tests of ``cs:choose`` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citekit.csl import nodes, numfields
from citekit.csl.context import Context
from citekit.model import Date

if TYPE_CHECKING:
    from citekit.csl.evaluate import Evaluator

Test = Callable[["Evaluator", Context, str], bool]


def holds(evaluator: Evaluator, branch: nodes.Branch, context: Context) -> bool:
    """Whether the branch is the one to render."""
    if not branch.conditions:
        return True
    results = (_TESTS[one.kind](evaluator, context, one.value) for one in branch.conditions)
    if branch.match == "any":
        return any(results)
    if branch.match == "none":
        return not any(results)
    return all(results)


def choose(evaluator: Evaluator, node: nodes.Choose, context: Context) -> nodes.Branch | None:
    """The branch to render, or None."""
    for branch in node.branches:
        if holds(evaluator, branch, context):
            return branch
    return None


def _disambiguate(_: Evaluator, context: Context, value: str) -> bool:
    context.conditions += 1
    holds = context.conditions <= context.settings.conditions
    return holds == (value == "true")


def _is_numeric(evaluator: Evaluator, context: Context, value: str) -> bool:
    found = evaluator.value(context, value)
    return bool(found) and numfields.is_numeric(value, found, context.cite, evaluator.view)


def _is_uncertain_date(_: Evaluator, context: Context, value: str) -> bool:
    date = context.item.fields.get(value)
    return isinstance(date, Date) and date.circa


def _locator(evaluator: Evaluator, context: Context, value: str) -> bool:
    cite = context.cite
    if cite is None or not cite.locator:
        return False
    return numfields.term("locator", cite.locator, cite, evaluator.view) == value.replace(" ", "-")


def _position(_: Evaluator, context: Context, value: str) -> bool:
    return value in context.positions


def _type(_: Evaluator, context: Context, value: str) -> bool:
    return context.item.type in value.split()


def _variable(evaluator: Evaluator, context: Context, value: str) -> bool:
    found = context.item.fields.get(value)
    if isinstance(found, str):
        return bool(found)
    if found is not None:
        return True
    return bool(evaluator.value(context, value))


_TESTS: dict[str, Test] = {
    "disambiguate": _disambiguate,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _locator,
    "position": _position,
    "type": _type,
    "variable": _variable,
}
