"""Filters of a bibliography: whether they ask for something that there is."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.filters import Filter
from citekit.errors import UsageError
from citekit.formats.bibmap import ROWS_BY_FIELD, VARIABLES
from citekit.model import Work


def check_rules(wanted: Filter, works: Sequence[Work]) -> None:
    """Raise UsageError for a rule about a field that neither CSL nor any work has."""
    for rule in (*wanted.select, *wanted.include, *wanted.exclude):
        name = rule.field
        if name not in VARIABLES.values() and name != "type":
            if any(name in work.fields or name in work.extra for work in works):
                continue
            rows = ROWS_BY_FIELD.get(name.lower())
            meant = rows[0][1].variable if rows else VARIABLES.get(name.lower())
            hint = f"CSL calls it {meant}" if meant else "a variable of CSL, or type"
            raise UsageError(f"{name!r} is no field", hint=hint)
