"""Works as flat records of strings, so that what arrived can be laid beside what was meant.

A record maps CSL variables to text.  :class:`View` says how much a program tells
of a value; what is meant is put into the same words before the two are compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from citekit.dates import format_edtf
from citekit.model import Date, Name, Work

Record = dict[str, str]

_NOCASE = re.compile(r'<span class="nocase">((?:(?!</?span).)*)</span>', re.S)
_CAPS = re.compile(r'<span style="font-variant: ?small-caps;">(.*?)</span>', re.S)
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|em|strong|span)\b[^<>]*>")
_SPACE = re.compile(r"[ \t\n\r\u00a0\u202f]+")
_DASH = re.compile(r" ?(?:--+|[‐‑–—−]) ?")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


class View(NamedTuple):
    """What a program tells of the values it read.

    ``parts``: "csl" where both kinds of particle are apart from the family name,
    "prefix" where one is; ``markup``: italics and the like; ``extras``: fields that
    CSL has no variable for.  ``types`` maps the program's type words to the CSL
    types that are no other word of its; empty: its words are CSL's.
    """

    parts: str = ""
    markup: bool = False
    types: Mapping[str, frozenset[str]] = {}
    extras: bool = False


def record(work: Work, view: View) -> Record:
    """A work as it should arrive, in the words of ``view``."""
    flat = {"type": work.type}
    for variable, value in work.fields.items():
        if isinstance(value, Date):
            flat[variable] = value.literal or format_edtf(value)
        elif isinstance(value, str):
            flat[variable] = text(value, view)
        else:
            flat[variable] = names(value, view)
    if view.extras:
        flat |= {key: text(value, view) for key, value in work.extra.items() if key != "entrytype"}
    return flat


def names(people: Iterable[Name], view: View) -> str:
    """Names as one text, a semicolon between two."""
    return "; ".join(name(one, view) for one in people)


def name(one: Name, view: View) -> str:
    """A name as "family, given, suffix" and what ``view`` tells apart."""
    if one.literal:
        return "et al." if one.literal == "others" else plain(one.literal)
    family, given = one.family, one.given
    before = after = ""
    if view.parts == "csl":
        before = f"<{one.non_dropping_particle}> " if one.non_dropping_particle else ""
        after = f" <{one.dropping_particle}>" if one.dropping_particle else ""
    elif view.parts == "prefix":
        prefix = one.dropping_particle or one.non_dropping_particle
        before = f"<{prefix}> " if prefix else ""
    else:
        family = f"{one.non_dropping_particle} {family}".strip()
        given = f"{given} {one.dropping_particle}".strip()
    parts = [before + family, given + after, one.suffix]
    while parts and not parts[-1]:
        parts.pop()
    return plain(", ".join(parts))


def text(value: str, view: View) -> str:
    """A text with or without markup, quotes and dashes and spaces made alike."""
    value = _NOCASE.sub(r"\1", value)
    if not view.markup:
        return plain(_TAG.sub("", value))
    value = _CAPS.sub(r"<sc>\1</sc>", value)
    value = value.replace("<em>", "<i>").replace("</em>", "</i>")
    return plain(value.replace("<strong>", "<b>").replace("</strong>", "</b>"))


def plain(value: str) -> str:
    """Text with what typography alone tells apart made alike."""
    value = unicodedata.normalize("NFC", value).translate(_QUOTES)
    return _DASH.sub("-", _SPACE.sub(" ", value)).strip()


# --- CSL-JSON, as programs write it ------------------------------------------------


def from_csl(item: Mapping[str, Any], view: View) -> Record:
    """A record of an item of CSL-JSON that another program wrote."""
    flat: Record = {}
    for variable, value in item.items():
        variable = _ALIASES.get(variable, variable)
        if variable in ("id", "citation-key", "citation-label"):
            continue
        if isinstance(value, list):
            flat[variable] = "; ".join(_csl_name(one, view) for one in value)
        elif isinstance(value, dict):
            flat[variable] = _csl_date(value)
        elif str(value):
            flat[variable] = text(str(value), view)
    flat["type"] = _TYPE_ALIASES.get(flat.get("type", ""), flat.get("type", ""))
    return flat


#: Names that CSL had before 1.0.2.
_ALIASES = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
_TYPE_ALIASES = {"program": "software"}


def _csl_name(one: Any, view: View) -> str:
    if not isinstance(one, dict):
        return plain(str(one))
    parts = {key.replace("-", "_"): str(value) for key, value in one.items()}
    told = {key: value for key, value in parts.items() if key in Name._fields}
    told.pop("comma_suffix", None), told.pop("static_ordering", None)
    return name(Name(**told), view)  # type: ignore[arg-type]


def _csl_date(value: Mapping[str, Any]) -> str:
    ends = [_csl_point(point, value.get("season")) for point in value.get("date-parts", ())]
    told = "/".join(ends) or str(value.get("literal") or value.get("raw") or "")
    return told + ("~" if value.get("circa") else "")


def _csl_point(point: Any, season: Any) -> str:
    if point is None or isinstance(point, int | str):
        return str(point or "")
    numbers = [int(number) for number in point if number not in ("", None)]
    if not any(numbers):
        return ".."
    if season and len(numbers) == 1:
        numbers.append(20 + int(season))
    if len(numbers) > 1 and 13 <= numbers[1] <= 20:  # seasons as months 13-16
        numbers[1] += 8
    numbers[0] += numbers[0] < 0  # CSL-JSON has no year zero, EDTF has
    sign = "-" if numbers[0] < 0 else ""
    return "-".join([f"{sign}{abs(numbers[0]):04d}", *(f"{n:02d}" for n in numbers[1:])])


# --- comparing -------------------------------------------------------------------


class Difference(NamedTuple):
    """A field that arrived otherwise; empty: not meant, or not there."""

    meant: str
    arrived: str


def differences(meant: Record, arrived: Record, view: View) -> dict[str, Difference]:
    """The fields that do not arrive as they are meant."""
    found = {}
    for field in sorted(meant.keys() | arrived.keys()):
        before, after = meant.get(field, ""), arrived.get(field, "")
        if field == "keyword":
            before, after = (re.sub(", *", ", ", words) for words in (before, after))
        if field == "type" and before in view.types.get(after, ()):
            continue
        if before != after:
            found[field] = Difference(before, after)
    return found


def match(meant: Mapping[str, Record], arrived: list[tuple[str, Record]]) -> dict[str, Record]:
    """What arrived, by key: by its own, else in order, else by title."""
    if any(key in meant for key, _ in arrived):
        return dict(arrived)
    if len(meant) == len(arrived):
        return dict(zip(meant, (record for _, record in arrived), strict=True))
    titles = {record.get("title", "").casefold(): key for key, record in meant.items()}
    found = {}
    for number, (_, record) in enumerate(arrived):
        title = record.get("title", "").casefold()
        found[titles.get(title, f"work {number}")] = record
    return found
