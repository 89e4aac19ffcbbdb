"""Single values of CSL-JSON."""

from __future__ import annotations

import json
from typing import Any


def scalar(value: object) -> str | None:
    """A string, number or truth value as text; None for anything else.

    A number without a fraction is written without one: ``2.0`` is ``"2"``.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return None


def as_text(value: object) -> str:
    """Any JSON value as text: scalars as by :func:`scalar`, others as JSON."""
    text = scalar(value)
    return json.dumps(value, ensure_ascii=False) if text is None else text


def from_text(text: str) -> Any:
    """The array or object that :func:`as_text` wrote, else ``text`` itself."""
    if text[:1] not in ("[", "{"):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value if as_text(value) == text else text
