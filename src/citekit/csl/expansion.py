"""Given names that tell people apart, under the rules that look at all names
(CSL 1.0.2, "givenname-disambiguation-rule": all but by-cite)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from citekit.csl.context import NO_SETTINGS, Settings
from citekit.csl.nameform import NameStyle, format_name, initials
from citekit.model import Name

#: The lists of names of a work that count.
Names = Callable[[str], Iterable[tuple[Name, ...]]]


class _Row(NamedTuple):
    """A name as it is compared: the family name, the initials, the given names."""

    name: Name
    family: str
    first: str
    full: str


class Expansion:
    """The names of the works of a document, and how far each work expands its own.

    Works come and go (:meth:`update`); those whose names meet other names than
    before get new settings, all others keep theirs.
    """

    def __init__(self, rule: str, names: Names, style: NameStyle) -> None:
        self.primary = rule.startswith("primary-name")
        self.only_initials = rule.endswith("with-initials")
        self.names = names
        self.style = style
        self.short = style._replace(form="short")
        self.settings: dict[str, Settings] = {}
        self._rows: dict[str, list[_Row]] = {}
        self._known: dict[Name, _Row | None] = {}
        #: family name → initials → given names → how often
        self._families: dict[str, dict[str, dict[str, int]]] = {}
        self._users: dict[str, dict[str, None]] = {}

    def update(self, ids: Sequence[str]) -> list[str]:
        """Take these works and no others; the works whose settings changed."""
        now = set(ids)
        touched: dict[str, None] = {}
        fresh = [one for one in ids if one not in self._rows]
        for one in [one for one in self._rows if one not in now]:
            for row in self._rows.pop(one):
                self._count(row, -1)
                self._users[row.family].pop(one, None)
                touched[row.family] = None
            del self.settings[one]
        for one in fresh:
            self._rows[one] = rows = self._read(one)
            for row in rows:
                self._count(row, 1)
                self._users.setdefault(row.family, {})[one] = None
                touched[row.family] = None
        asked = dict.fromkeys(fresh)
        for family in touched:
            asked.update(self._users[family])
        return [one for one in asked if self._settle(one)]

    def _settle(self, one: str) -> bool:
        given = {row.name: level for row in self._rows[one] if (level := self._level(row))}
        known = self.settings.get(one)
        if known is not None and known.given == given:
            return False
        self.settings[one] = Settings(given=given) if given else NO_SETTINGS
        return True

    def _read(self, one: str) -> list[_Row]:
        blocks = self.names(one)
        found = (name for block in blocks for name in (block[:1] if self.primary else block))
        rows: dict[Name, _Row] = {}
        for name in found:
            if name in rows:
                continue
            row = self._row(name)
            if row is not None:
                rows[name] = row
        return list(rows.values())

    def _row(self, name: Name) -> _Row | None:
        if name in self._known:
            return self._known[name]
        row = None
        if not name.literal and name.given and name.family:
            family = format_name(name, self.short, False, 0)
            first = initials(name.given, self.style).replace(" ", "")
            row = _Row(name, family, first, _full(name))
        self._known[name] = row
        return row

    def _count(self, row: _Row, step: int) -> None:
        family = self._families.setdefault(row.family, {})
        people = family.setdefault(row.first, {})
        people[row.full] = people.get(row.full, 0) + step
        if not people[row.full]:
            del people[row.full]
            if not people:
                del family[row.first]

    def _level(self, row: _Row) -> int:
        """How far a name is expanded: 1 to initials, 2 in full."""
        people = self._families[row.family]
        level = 1 if len(people) > 1 else 0
        if self.only_initials:
            return level
        if level and self.style.initialize_with is None:
            return 2  # no initials to stop at, also where a bibliography has them
        return 2 if len(people[row.first]) > 1 else level


def _full(name: Name) -> str:
    given = name.given.replace(".", ". ")
    return " ".join(f"{given} {name.dropping_particle} {name.suffix}".split())
