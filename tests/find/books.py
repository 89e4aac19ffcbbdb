"""Works for tests of what cites them."""

from __future__ import annotations

from citekit.model import Date, DatePoint, Name, Work


def book(key: str, family: str, given: str, year: int, title: str) -> Work:
    """A book by one author."""
    issued = Date(DatePoint(year))
    return Work(key, "book", {"author": (Name(family, given),), "title": title, "issued": issued})
