"""What rendering one cite or one entry knows and remembers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from citekit.model import Cite, Name, Value

NO_GIVEN: Mapping[Name, int] = MappingProxyType({})


class Settings(NamedTuple):
    """How a cite is told apart from others (CSL 1.0.2, "Disambiguation").

    ``names`` is how many more names are shown than et-al allows; ``given``
    how far a name's given names are expanded (1 initials, 2 in full),
    ``conditions`` how many ``disambiguate`` conditions hold, in order.
    """

    names: int = 0
    given: Mapping[Name, int] = NO_GIVEN
    conditions: int = 0
    year_suffix: str = ""


class Item(NamedTuple):
    """A work as the processor sees it: its fields with what the note adds."""

    id: str
    type: str
    fields: Mapping[str, Value]

    def text(self, variable: str) -> str:
        """A text variable or the empty string."""
        value = self.fields.get(variable)
        return value if isinstance(value, str) else ""


NO_SETTINGS = Settings()


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """State of one rendering.  The first half is given, the rest is found."""

    item: Item
    area: str
    cite: Cite | None = None
    positions: frozenset[str] = frozenset()
    first_note: int = 0
    number: int = 0
    settings: Settings = NO_SETTINGS
    #: names are left out (suppress-author, collapsing)
    skip_names: bool = False
    #: rendered to find out whether cites look alike; dates of access do not count
    probing: bool = False
    #: render in sorting form, with these options for names
    sorting: Mapping[str, str] | None = None
    #: names of the first block to replace: how many, by what
    replace: tuple[str, int, str] | None = None
    # --- found while rendering
    rendered: list[str] = field(default_factory=list)
    suppressed: set[str] = field(default_factory=set)
    year_suffix_done: bool = False
    blocks: int = 0
    author: str = ""
    author_names: list[str] = field(default_factory=list)
    shown: list[tuple[Name, int]] = field(default_factory=list)
    hidden: int = 0
    conditions: int = 0
    #: something is printed already (a term that opens a note is capitalised)
    started: bool = False
    text: str = ""
