"""Patterns mean the same on every Python that citekit runs on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "citekit"
#: A group repeated possessively, ``(?:ab)*+``.
POSSESSIVE = re.compile(r"\(\?[:P].*\)(?:[*+?]|\{\d*,\d*\})\+")


@pytest.mark.parametrize(
    "path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC))
)
def test_repeated_groups_are_atomic(path: Path) -> None:
    """Python before 3.11.5 does not take back what a possessive group has read of its last,
    failed turn (gh-106052); ``(?>(?:ab)*)`` means the same everywhere."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if POSSESSIVE.search(line)] == []
