"""The word lists the training records are made of (``words.toml``)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


def words(name: str, language: str = "") -> list[str]:
    """The list of a name; of a language where it has languages, English for one without."""
    found = _DATA[name]
    if isinstance(found, dict):
        return list(found.get(language) or found["en"])
    return list(found)


def table(name: str) -> dict[str, Any]:
    """The table of a name, by language or by word."""
    return dict(_DATA[name])
