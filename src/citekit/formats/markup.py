"""Text for formats without inline markup, and what a writer's text did not keep."""

from __future__ import annotations

import re
from collections.abc import Container

from citekit.dates import format_edtf
from citekit.formats.base import Writing
from citekit.model import Date, Name, Names, Work, is_names
from citekit.names import OTHERS

_TAG = re.compile(r"</?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>")
_RANGE = re.compile(r"([^\s,;–-]+)\s*[-–]+\s*([^\s,;–-]+)")


def without_markup(text: str) -> str:
    """The text without CSL-JSON's inline markup."""
    return _TAG.sub("", text)


def report(work: Work, told: Work, how: Writing) -> None:
    """Note what a reader takes differently from the file (``told``), or not at all."""
    if told.id != work.id:
        how.lose(work.id, "id", "dropped" if not told.id else "approximated")
    if told.type != work.type:
        how.lose(work.id, "type", "approximated", told.type)
    for variable, value in work.fields.items():
        if variable not in told.fields:
            how.lose(work.id, variable, "dropped")
        elif told.fields[variable] != value:
            how.lose(work.id, variable, "approximated")
    for key, text in work.extra.items():
        if told.extra.get(key) != text:
            how.lose(work.id, key, "dropped")


def report_written(work: Work, written: Container[str], how: Writing, rich: bool = False) -> None:
    """Note for a format that is only written: ``written`` has the fields that stand in
    it; names of more than two parts are coarser there, and unless it is ``rich``
    marked-up text and dates that are no single one."""
    for variable, value in work.fields.items():
        if variable not in written:
            how.lose(work.id, variable, "dropped")
        elif isinstance(value, Date):
            if value != Date(value.start) and not rich:
                how.lose(work.id, variable, "approximated", "one date")
        elif is_names(value):
            if OTHERS in value and not rich:
                how.lose(work.id, variable, "approximated", "without “and others”")
            elif any(not name.literal and name != Name(name.family, name.given) for name in value):
                how.lose(work.id, variable, "approximated", "family and given name only")
        elif not rich and without_markup(str(value)) != value:
            how.lose(work.id, variable, "approximated", "without markup")
    for key in work.extra:
        how.lose(work.id, key, "dropped")


def known(names: Names) -> Names:
    """The names without the one that stands for others."""
    return tuple(name for name in names if name != OTHERS)


def whole_family(name: Name) -> str:
    """The family name with its non-dropping particle."""
    particle = name.non_dropping_particle
    glue = "" if particle.endswith(("'", "’", "-")) or not particle else " "
    return f"{particle}{glue}{name.family}"


def two_parts(name: Name) -> tuple[str, str]:
    """Family name with its particle, given name with suffix and particle; the whole of
    a corporate name, and nothing."""
    if name.literal:
        return name.literal, ""
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        given = f"{given}, {name.suffix}".strip(", ")
    return whole_family(name), given


def start_date(date: Date) -> str:
    """The date or the start of the range as YYYY, YYYY-MM or YYYY-MM-DD, else its
    words."""
    if date.start is None:
        return date.literal
    return format_edtf(Date(date.start._replace(season=None)))


def page_ends(page: str) -> tuple[str, str]:
    """The two ends of one range, or the pages and nothing."""
    found = _RANGE.fullmatch(page)
    return (found[1], found[2]) if found else (page, "")
