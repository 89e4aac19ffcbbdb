"""Parts of a bibliography: by type, keyword or any field, in sections.

Pure functions on what :func:`citekit.csl.process` made: numbers and year-suffixes
are those of the whole bibliography, as readers of the citations need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.notevars import read_item
from citekit.model import Date, Work
from citekit.richtext import Bibliography

_KEYWORDS = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A test of a work: ``field`` is ``type``, ``keyword``, a variable, or what else the
    work carries.

    A work passes when the field has ``value``; an empty ``value`` asks for a
    work without the field.  Texts hold the value anywhere in them, a keyword is
    one of the list, a name is a family or corporate name, a date its year.
    """

    field: str
    value: str

    def holds(self, work: Work) -> bool:
        """Whether ``work`` passes."""
        item = read_item(work)
        if self.field == "type":
            return item.type == self.value
        value = item.fields.get(self.field) or work.extra.get(self.field, "")
        if value == "":
            return self.value == ""
        if not self.value:
            return False
        if isinstance(value, Date):
            years = [str(point.year) for point in (value.start, value.end) if point is not None]
            return self.value in [*years, value.literal]
        if not isinstance(value, str):
            return any(self.value in (name.family, name.literal) for name in value)
        if self.field == "keyword":
            return self.value.lower() in _KEYWORDS.split(value.strip().lower())
        return self.value in value


@dataclass(frozen=True, slots=True)
class Filter:
    """The works for which all of ``select``, any of ``include`` and none of
    ``exclude`` hold; an empty group asks for nothing.  These are the groups of
    citeproc-js' bibliography filters."""

    select: tuple[Rule, ...] = ()
    include: tuple[Rule, ...] = ()
    exclude: tuple[Rule, ...] = ()

    def passes(self, work: Work) -> bool:
        """Whether ``work`` is let through."""
        if not all(rule.holds(work) for rule in self.select):
            return False
        if self.include and not any(rule.holds(work) for rule in self.include):
            return False
        return not any(rule.holds(work) for rule in self.exclude)


def chosen(made: Bibliography, works: Iterable[Work], wanted: Filter) -> Bibliography:
    """The entries whose works pass, in their order."""
    kept = {work.id for work in works if wanted.passes(work)}
    return made._replace(entries=tuple(entry for entry in made.entries if entry.id in kept))


def sections(
    made: Bibliography, works: Sequence[Work], parts: Mapping[str, Filter]
) -> dict[str, Bibliography]:
    """The bibliography by heading: each entry stands in the first part that takes
    it; what no part takes stands under the empty heading, which is left out
    when it has no entries."""
    place: dict[str, str] = {}
    for work in works:
        place[work.id] = next((name for name, part in parts.items() if part.passes(work)), "")
    found = {
        name: made._replace(entries=tuple(e for e in made.entries if place.get(e.id, "") == name))
        for name in (*parts, "")
    }
    if not found[""].entries:
        del found[""]
    return found
