"""Dates (CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl import numbers
from citekit.csl.locale import View
from citekit.csl.nodes import DateNode, DatePart
from citekit.model import Date, DatePoint

_LEVELS = ("year", "month", "day")


def parts_of(node: DateNode, view: View) -> tuple[tuple[DatePart, ...], str]:
    """The parts to render and their delimiter: the style's own, or those of the
    locale's format with the style's attributes laid over them."""
    if not node.form:
        return node.parts, node.delimiter
    found = view.dates.get(node.form)
    if found is None:
        return (), ""
    wanted = node.precision.split("-")
    own = {part.name: part for part in node.parts}
    parts = [
        _overlay(part, own[part.name]) if part.name in own else part
        for part in found.parts
        if part.name in wanted
    ]
    return tuple(parts), node.delimiter or found.delimiter


def _overlay(base: DatePart, own: DatePart) -> DatePart:
    look = base.look._replace(
        opens=own.look.opens or base.look.opens,
        text_case=own.look.text_case or base.look.text_case,
        strip_periods=own.look.strip_periods or base.look.strip_periods,
    )
    return DatePart(base.name, own.form or base.form, own.range_delimiter, look)


def _value(point: DatePoint, name: str) -> tuple[int | None, int | None]:
    if name == "year":
        return point.year, None
    if name == "month":
        return point.month, point.season
    return point.day, None


def split_range(
    date: Date, parts: Sequence[DatePart]
) -> tuple[Sequence[DatePart], Sequence[DatePart], Sequence[DatePart], str]:
    """Parts before the range, in it, after it, and the range's delimiter."""
    start, end = date.start, date.end
    if start is None or end is None:
        return parts, (), (), ""
    names = [part.name for part in parts]
    level = next((n for n in _LEVELS if n in names and _value(start, n) != _value(end, n)), "")
    if not level:
        return parts, (), (), ""
    ranged = [i for i, name in enumerate(names) if name in _LEVELS[_LEVELS.index(level) :]]
    first, last = ranged[0], ranged[-1]
    delimiter = next(part.range_delimiter for part in parts if part.name == level)
    return parts[:first], parts[first : last + 1], parts[last + 1 :], delimiter


def part_text(part: DatePart, point: DatePoint, view: View, month_gender: str) -> str:
    """The bare text of one part, or the empty string."""
    if part.name == "year":
        return _year(part, point, view)
    if part.name == "month":
        return _month(part, point, view)
    if part.name == "day" and point.day is not None:
        return _day(part, point.day, view, month_gender)
    return ""


def _year(part: DatePart, point: DatePoint, view: View) -> str:
    year = point.year
    if year <= 0:
        return f"{1 - year}{view.text('bc')}"
    if part.form == "short" and year >= 1000:
        return f"{year % 100:02}"
    if year < 1000:
        return f"{year}{view.text('ad')}"
    return str(year)


def _month(part: DatePart, point: DatePoint, view: View) -> str:
    form = part.form or "long"
    if point.month is None:
        if point.season is None or not 1 <= point.season <= 4:
            return ""
        return view.text(f"season-{point.season:02}")
    if not 1 <= point.month <= 12:
        return ""
    if form == "numeric":
        return str(point.month)
    if form == "numeric-leading-zeros":
        return f"{point.month:02}"
    return view.text(f"month-{point.month:02}", form)


def month_gender(point: DatePoint, view: View) -> str:
    """The gender of the month's name, for the day's ordinal."""
    term = view.term(f"month-{point.month:02}") if point.month else None
    return term.gender if term else ""


def _day(part: DatePart, day: int, view: View, gender: str) -> str:
    if part.form == "numeric-leading-zeros":
        return f"{day:02}"
    if part.form == "ordinal":
        limited = view.options.get("limit-day-ordinals-to-day-1") == "true"
        if day == 1 or not limited:
            return numbers.ordinal(day, view, gender)
    return str(day)


def sort_key(date: Date | None, names: Sequence[str] = _LEVELS) -> str:
    """A text that sorts as the date does; empty for no date.

    Years are shifted so that those before the common era come first; missing
    months and days come before the first (CSL 1.0.2, "Sorting").
    """
    if date is None:
        return ""
    if date.start is None:
        return date.literal
    key = _point_key(date.start, names)
    if date.end is not None:
        key += "-" + _point_key(date.end, names)
    elif date.range:
        key += "-" + "9" * 10
    return key


def _point_key(point: DatePoint, names: Sequence[str]) -> str:
    year = f"{min(max(point.year, -5_000_000_000), 4_000_000_000) + 5_000_000_000:010}"
    month = point.month or (point.season * 3 if point.season else 0)
    if "month" not in names:
        month = 0
    day = (point.day or 0) if "day" in names else 0
    return f"{year if 'year' in names else ''}{month:02}{day:02}"
