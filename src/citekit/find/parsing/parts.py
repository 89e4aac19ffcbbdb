"""What a reference string is made of."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Part(NamedTuple):
    """A stretch of a reference string: its label, its text as it stands there, and the
    text's span in code points, end exclusive."""

    label: str
    text: str
    start: int
    end: int


#: Label, start and end of a stretch that a rule is sure of.
Sure: TypeAlias = tuple[str, int, int]


class Parsed(NamedTuple):
    """A reference string and its parts, in order; together they hold every token."""

    string: str
    parts: tuple[Part, ...]

    def texts(self, label: str) -> list[str]:
        """The texts of the parts with ``label``."""
        return [part.text for part in self.parts if part.label == label]
