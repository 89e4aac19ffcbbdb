"""Dates of CSL-JSON, both ways.

Read are the object of the CSL-JSON schema 1.0.2 (``date-variable``:
``date-parts``, ``season``, ``circa``, ``literal``, ``raw``), an EDTF string in
its place, and a bare year.  Years before the common era are negative and have
no year zero in CSL-JSON, while :class:`~citekit.model.DatePoint` counts
astronomically; the two functions convert.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from citekit.formats.csljson_values import as_text, scalar
from citekit.model import Date, DatePoint

#: What ``circa`` says: CSL-JSON knows only true, the signs are EDTF's.
_CIRCA: dict[tuple[bool, bool], Any] = {
    (True, False): True,
    (False, True): "?",
    (True, True): "%",
}
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})(?:\.0+)?\s*")


def date_from_json(value: object) -> tuple[Date | None, str]:
    """A date, or None where there is none, and what was wrong or the empty string."""
    if isinstance(value, Mapping):
        found = _common(value)
        return (found, "") if found is not None else _date_object(value)
    if isinstance(value, list):
        return _date_object({"date-parts": value if _nested(value) else [value]})
    text = (scalar(value) or "").strip()
    return (date_from_text(text) if text else None), ""


def _common(value: Mapping[str, Any]) -> Date | None:
    """A date of whole numbers and nothing else, the most common; None for others."""
    if len(value) != 1 or "date-parts" not in value:
        return None
    parts = value["date-parts"]
    if type(parts) is not list or len(parts) != 1:
        return None
    point = parts[0]
    if type(point) is not list or not 1 <= len(point) <= 3:
        return None
    for number in point:
        if type(number) is not int:
            return None
    return _whole(*point)


@lru_cache(maxsize=8192)
def _whole(year: int, month: int | None = None, day: int | None = None) -> Date | None:
    if not 0 < year <= 9999:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    return Date(DatePoint(year, month, day))


def date_from_text(text: str) -> Date:
    """A date in EDTF, ISO 8601 or words; any other text is its literal."""
    from citekit import dates

    text = text.strip()
    return dates.parse_date(text) or Date(literal=text)


def date_to_json(date: Date) -> dict[str, Any]:
    """The object :func:`date_from_json` reads back as ``date``."""
    from citekit import dates

    out: dict[str, Any] = {}
    season: int | None = None
    if date.range:
        if date.start is None:  # CSL-JSON has no form for an open start
            plain = date._replace(literal="", approximate=False, uncertain=False)
            out["raw"] = dates.format_edtf(plain)
        else:
            end = _parts(date.end) if date.end else [0, 0, 0]
            out["date-parts"] = [_parts(date.start), end]
    elif date.start is not None:
        season = date.start.season
        out["date-parts"] = [_parts(date.start._replace(season=None))]
    if season is not None:
        out["season"] = season
    if circa := _CIRCA.get((date.approximate, date.uncertain)):
        out["circa"] = circa
    if date.literal:
        out["literal"] = date.literal
    return out


def _date_object(value: Mapping[str, Any]) -> tuple[Date | None, str]:
    date, problem = _from_parts(value)
    if date is None and (raw := (scalar(value.get("raw")) or "").strip()):
        date = date_from_text(raw)
    if (season := value.get("season")) is not None:
        date, problem = _with_season(date, season, problem)
    if literal := scalar(value.get("literal")):
        date = (date or Date())._replace(literal=literal)
    if date is not None and (circa := value.get("circa")):
        date = _with_circa(date, circa)
    return (date if date != Date() else None), problem


def _from_parts(value: Mapping[str, Any]) -> tuple[Date | None, str]:
    parts = value.get("date-parts")
    if parts is None and "year" in value:
        parts = [[value.get("year"), value.get("month"), value.get("day")]]
    if not parts:
        return None, ""
    if not isinstance(parts, list) or len(parts) > 2 or not _nested(parts):
        return Date(literal=as_text(parts)), "date-parts are not one or two lists"
    points: list[DatePoint | None] = []
    problem = ""
    for part in parts:
        point, wrong = _point(part)
        if wrong and point is None:
            return Date(literal=_joined(parts)), wrong
        points.append(point)
        problem = problem or wrong
    if points == [None] * len(points):
        return None, problem
    if len(points) == 1:
        return Date(start=points[0]), problem
    return Date(start=points[0], end=points[1], range=True), problem


def _point(part: list[Any]) -> tuple[DatePoint | None, str]:
    """Year, month or season (13–16, 21–24), day; nothing or 0 is absent."""
    numbers: list[int] = []
    for item in part[:3]:
        text = scalar(item)
        match = _INTEGER.fullmatch(text) if text else None
        if text and not match:
            return None, f"{text!r} is no year, month or day"
        numbers.append(int(match[1]) if match else 0)
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if year == 0:
        return None, ""
    point = DatePoint(year if year > 0 else year + 1)
    if month == 0:
        return point, ""
    if 13 <= month <= 24:
        return point._replace(season=(month - 13) % 4 + 1), ""
    if not 1 <= month <= 12:
        return point, f"there is no month {month}"
    point = point._replace(month=month)
    if day == 0:
        return point, ""
    if not 1 <= day <= 31:
        return point, f"there is no day {day}"
    return point._replace(day=day), ""


def _parts(point: DatePoint) -> list[int]:
    parts = [point.year if point.year > 0 else point.year - 1]
    month = point.month if point.season is None else point.season + 20
    if month is not None:
        parts.append(month)
        if point.day is not None:
            parts.append(point.day)
    return parts


def _with_season(date: Date | None, season: object, problem: str) -> tuple[Date | None, str]:
    text = (scalar(season) or "").strip()
    if not text:
        return date, problem
    number = int(text) if text in ("1", "2", "3", "4") else _season_name(text)
    if number is None:
        return date, problem or f"{text!r} is no season (1 to 4)"
    if date is None or date.start is None or date.start.month is not None:
        return date, problem
    return date._replace(start=date.start._replace(season=number)), problem


def _season_name(text: str) -> int | None:
    from citekit import dates

    points = dates.parse_month(text) or ()
    return points[0].season if points else None


def _with_circa(date: Date, circa: object) -> Date:
    for (approximate, uncertain), sign in _CIRCA.items():
        if circa == sign and type(circa) is type(sign):
            return date._replace(approximate=approximate, uncertain=uncertain)
    if isinstance(circa, str) and circa.lower() in ("false", "0", "no"):
        return date
    return date._replace(approximate=True)


def _nested(parts: list[Any]) -> bool:
    return all(isinstance(part, list) for part in parts)


def _joined(parts: list[list[Any]]) -> str:
    return "/".join("-".join(as_text(item) for item in part) for part in parts)
