"""What every reader returns."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.errors import Problem
from citekit.model import Work


@dataclass(frozen=True, slots=True)
class Reading:
    """The works a reader found, in the file's order, and what it had to say."""

    works: tuple[Work, ...]
    problems: tuple[Problem, ...] = ()
