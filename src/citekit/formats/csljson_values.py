"""JSON texts, and single values of CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from citekit.errors import SyntaxProblemError, Where

_SURROGATE = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")


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


def load_json(text: str, file: str | None = None) -> Any:
    """The value of a JSON text, numbers too long for a machine word as their digits.

    Raises SyntaxProblemError, with the place, for text that is no JSON.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise SyntaxProblemError("there is nothing in this file", Where(file))
    try:
        data = json.loads(text.removeprefix("\ufeff"), parse_int=_integer, parse_constant=str)
    except json.JSONDecodeError as failure:
        where = Where(file, failure.lineno, failure.colno)
        raise SyntaxProblemError(f"not JSON: {failure.msg}", where) from None
    return _mended(data) if _has_surrogates(text) else data


def _has_surrogates(text: str) -> bool:
    """Whether there may be lone surrogates, as they are or escaped."""
    if "\\ud" in text or "\\uD" in text:
        return _SURROGATE.search(text) is not None
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 19 else digits


def _mended(value: Any) -> Any:
    """Without lone surrogates, which no encoding of Unicode can write."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
