"""Filters of a bibliography: whether they ask for something that there is."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.filters import Filter
from citekit.errors import UsageError
from citekit.formats.bibmap import ROWS_BY_FIELD, VARIABLES
from citekit.model import Work

#: The field that asks for the entry type of a work's record.
ENTRY_TYPE = "entrytype"
#: Fields that no row of the format's table reads, by the variable they are a part of.
_MEANT = {"reporter": "container-title", "subtitle": "title"}


def check_rules(wanted: Filter, works: Sequence[Work]) -> None:
    """Raise UsageError for a rule about a field that neither CSL nor any work has."""
    for rule in (*wanted.select, *wanted.include, *wanted.exclude):
        name = rule.field
        if name not in VARIABLES.values() and name not in ("type", ENTRY_TYPE):
            if any(name in work.fields or name in work.extra for work in works):
                continue
            rows = ROWS_BY_FIELD.get(name.lower())
            meant = rows[0][1].variable if rows else VARIABLES.get(name.lower())
            meant = meant or _MEANT.get(name.lower())
            raise UsageError(
                f"{name!r} is no field", hint=f"CSL calls it {meant}" if meant else _known(works)
            )


def _known(works: Sequence[Work]) -> str:
    """What can be asked of these works."""
    names = {name for work in works for name in (*work.fields, *work.extra)}
    own = ", ".join(sorted(names - {ENTRY_TYPE}, key=str.lower))
    return f"type, {ENTRY_TYPE}, or a variable of CSL; these works have {own or 'none'}"


def with_entry_types(wanted: Filter, works: Sequence[Work], types: Sequence[str]) -> list[Work]:
    """The works as a filter sees them: with the entry types of their records, where it asks
    for them."""
    rules = (*wanted.select, *wanted.include, *wanted.exclude)
    if not any(rule.field == ENTRY_TYPE for rule in rules):
        return list(works)
    return [
        work._replace(extra={**work.extra, ENTRY_TYPE: type})
        for work, type in zip(works, types, strict=True)
    ]
