"""What every reader returns."""

from __future__ import annotations

from typing import NamedTuple

from citekit.errors import Problem
from citekit.model import Work


class Reading(NamedTuple):
    """The works a reader found, in the file's order, and what it had to say."""

    works: tuple[Work, ...]
    problems: tuple[Problem, ...] = ()
