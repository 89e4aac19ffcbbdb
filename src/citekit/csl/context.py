"""What rendering one cite or one entry knows and remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from citekit.model import Cite, Name, Value

NO_GIVEN: Mapping[Name, int] = MappingProxyType({})


class Settings(NamedTuple):
    """How a cite is told apart from others (CSL 1.0.2, "Disambiguation").

    ``names`` is how many names of each list are shown where et-al would show
    fewer; ``given`` how far a name's given names are expanded (1 initials, 2 in
    full), ``conditions`` how many ``disambiguate`` conditions hold, in order.
    """

    names: tuple[int, ...] = ()
    given: Mapping[Name, int] = NO_GIVEN
    conditions: int = 0
    year_suffix: str = ""


class Nameset(NamedTuple):
    """A list of names in print: how many are shown, and how far each is expanded."""

    names: Sequence[Name]
    shown: int
    level: int


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
_NOWHERE: frozenset[str] = frozenset()


class Context:
    """State of one rendering.  The first half is given, the rest is found.

    Defaults stand in the class, as most renderings change few of them.
    """

    positions: frozenset[str] = _NOWHERE
    first_note = 0
    #: names are left out (suppress-author, collapsing)
    skip_names = False
    #: rendered to find out whether cites look alike; dates of access do not count
    probing = False
    #: render in sorting form, with these options for names
    sorting: Mapping[str, str] | None = None
    #: names of the first block to replace: how many, by what
    replace: tuple[str, int, str] | None = None
    # --- found while rendering
    year_suffix_done = False
    blocks = 0
    author = ""
    conditions = 0
    #: something is printed already (a term that opens a note is capitalised)
    started = False
    text = ""

    def __init__(
        self,
        item: Item,
        area: str,
        cite: Cite | None = None,
        number: int = 0,
        settings: Settings = NO_SETTINGS,
    ) -> None:
        self.item = item
        self.area = area
        self.cite = cite
        self.number = number
        self.settings = settings
        self.rendered: list[str] = []
        self.suppressed: set[str] = set()
        self.author_names: list[str] = []
        self.namesets: list[Nameset] = []

    def forget(self) -> None:
        """Drop what was found, to start again."""
        self.year_suffix_done = False
        self.blocks = self.conditions = 0
        self.author = ""
        self.rendered = []
        self.suppressed = set()
        self.author_names = []
        self.namesets = []
