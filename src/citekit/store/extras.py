"""What other programs wrote into a passage's annotation: told apart from citekit's own
properties when a line is read, and put back when it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Json: TypeAlias = "dict[str, Any]"

#: Properties that hold one value or a list of them.
_LISTS = frozenset({"@context", "body", "selector", "state"})
#: Properties of citekit's that a line may leave out.
_OPTIONAL = frozenset(
    {
        "prefix",
        "suffix",
        "citekit:relation",
        "citekit:locator",
        "citekit:quoted",
        "citekit:speaker",
        "citekit:cue",
        "citekit:attribution",
        "citekit:score",
        "citekit:reasons",
        "citekit:proposal",
    }
)


def as_list(value: object) -> list[Any]:
    """The values of a property: none, one, or those of a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def given(**properties: Any) -> Json:
    """The properties that are not empty; a score of 0 is something."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}


def subtract(record: Json, own: Json) -> Json:
    """What ``record`` holds beyond ``own``, in a shape :func:`merge` takes."""
    rest: Json = {}
    for name, value in record.items():
        if name in _LISTS:
            part = _subtract_list(as_list(value), own.get(name, []))
        elif isinstance(value, dict) and isinstance(own.get(name), dict):
            part = subtract(value, own[name])
        elif name in own or name in _OPTIONAL:
            continue
        else:
            rest[name] = value
            continue
        if part:
            rest[name] = part
    return rest


def _subtract_list(items: list[Any], own: list[Any]) -> Json:
    """By type, what an item of ``own`` has more in ``items``; and other items."""
    waiting = {item["type"]: item for item in own if "type" in item}
    typed: Json = {}
    others: list[Any] = []
    for item in items:
        match = waiting.pop(item.get("type"), None) if _is_typed(item) else None
        if match is not None:
            part = subtract(item, match)
            if part:
                typed[item["type"]] = part
        elif item not in own:
            others.append(item)
    return given(typed=typed or None, others=others)


def _is_typed(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("type"), str)


def merge(own: Json, extra: Mapping[str, Any]) -> Json:
    """``own`` with what :func:`subtract` kept; ``own`` goes first."""
    merged = dict(own)
    for name, value in extra.items():
        if name in _LISTS:
            items = _merge_list(own.get(name, []), value)
            if items:
                merged[name] = items
        elif name not in own:
            merged[name] = value
        elif isinstance(own[name], dict) and isinstance(value, dict):
            merged[name] = merge(own[name], value)
    return merged


def _merge_list(own: list[Any], extra: Mapping[str, Any]) -> list[Any]:
    typed = extra.get("typed", {})
    merged = [
        merge(item, typed.get(item.get("type"), {})) if isinstance(item, dict) else item
        for item in own
    ]
    return merged + list(extra.get("others", []))
