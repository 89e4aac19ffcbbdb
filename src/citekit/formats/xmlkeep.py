"""What an XML format cannot say, kept beside what it can.

A writer puts a work into its format's own elements, reads that back, and writes
the variables that came back differently once more, exactly, as JSON into a field
the format leaves to its users.  A reader takes them from there, unless another
program changed what the format's own elements say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from citekit.dates import parse_date
from citekit.formats.base import Extract, Writing
from citekit.formats.csljson_dates import date_from_json, date_to_json
from citekit.formats.csljson_names import name_from_json, name_to_json
from citekit.formats.headings import name_parts
from citekit.formats.xmlread import Element, records
from citekit.identifiers import normalise_doi
from citekit.model import Date, DatePoint, Name, Value, Work, is_names
from citekit.names import OTHERS, parse_name
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

#: The word that begins a kept field, so that it is not taken for something else.
MARK = "citekit:"

_TEXTS = NUMBER_VARIABLES | STANDARD_VARIABLES
_HARD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SPECIAL_NAME = re.compile(r"[{}\\~=]")
_QUOTE = re.compile(r"[“\"](.+)[”\"](?: \(([^()]*)\))?(?:\n(.*))?", re.S)


def keep(work: Work, back: Work, how: Writing) -> str:
    """What of ``work`` is not in ``back``, which its format said of it, as a kept
    field; empty when there is nothing.  Each such field is noted as "kept"."""
    fields: dict[str, Any] = {}
    for variable, value in work.fields.items():
        if back.fields.get(variable) != value:
            fields[variable] = _to_json(value)
            told = "coarser there" if variable in back.fields else "no place of its own"
            how.lose(work.id, variable, "kept", told)
    kept: dict[str, Any] = {"fields": fields} if fields else {}
    if back.id != work.id:
        kept["id"] = work.id
    if back.type != work.type:
        kept["type"] = work.type
        how.lose(work.id, "type", "kept", f"as {back.type}")
    extra = {name: text for name, text in work.extra.items() if back.extra.get(name) != text}
    if extra:
        kept["extra"] = extra
        for name in extra:
            how.lose(work.id, name, "kept", "no place of its own")
    without = [name for name in back.fields if name not in work.fields]
    without += [f"extra {name}" for name in back.extra if name not in work.extra]
    if without:
        kept["without"] = without
    if not kept:
        return ""
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return MARK + _HARD.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def restore(read: Work, text: str, natural: Callable[[Work], Work]) -> Work:
    """``read`` with what :func:`keep` put into ``text``.

    ``natural`` tells what the format's own elements would say of a work; a kept
    variable counts only if they still say that.
    """
    kept = _load(text)
    if kept is None:
        return read
    key = kept.get("id")
    csl_type = kept.get("type")
    whole = Work(
        key if isinstance(key, str) else read.id,
        csl_type if isinstance(csl_type, str) and csl_type in TYPES else read.type,
        dict(read.fields),
        dict(read.extra),
    )
    fields, extra = dict(whole.fields), dict(whole.extra)
    changed: list[str] = []
    for variable, value in _mapping(kept.get("fields")).items():
        made = _from_json(variable, value)
        if made is not None:
            fields[variable] = made
            changed.append(variable)
    for name, value in _mapping(kept.get("extra")).items():
        if isinstance(value, str):
            extra[name] = value
    without = kept.get("without")
    for name in without if isinstance(without, list) else ():
        if isinstance(name, str) and name.startswith("extra "):
            extra.pop(name.removeprefix("extra "), None)
        elif isinstance(name, str):
            fields.pop(name, None)
            changed.append(name)
    whole = whole._replace(fields=fields, extra=extra)
    back = natural(whole)
    for variable in changed:
        if back.fields.get(variable) != read.fields.get(variable):
            if variable in read.fields:
                fields[variable] = read.fields[variable]
            else:
                fields.pop(variable, None)
    if back.type != read.type:
        whole = whole._replace(type=read.type)
    if back.id != read.id:
        whole = whole._replace(id=read.id)
    return whole


def is_kept(text: str) -> bool:
    """Whether ``text`` is a kept field."""
    return _load(text) is not None


def _load(text: str) -> dict[str, Any] | None:
    if not text.startswith(MARK):
        return None
    try:
        kept = json.loads(text.removeprefix(MARK))
    except (ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) else None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _to_json(value: Value) -> Any:
    if isinstance(value, Date):
        return date_to_json(value)
    if is_names(value):
        return [name_to_json(name) for name in value]
    return value


def _from_json(variable: str, value: Any) -> Value | None:
    if variable in NAME_VARIABLES:
        found = [name_from_json(item)[0] for item in value] if isinstance(value, list) else []
        return tuple(name for name in found if name is not None) or None
    if variable in DATE_VARIABLES:
        return date_from_json(value)[0]
    return value if variable in _TEXTS and isinstance(value, str) and value else None


def only(text: str, name: str) -> Element:
    """The one record of a text that a writer made."""
    return next(found for found in records(text, {name}) if isinstance(found, Element))


# --- the field's small forms that several XML formats share -----------------------


def read_name(text: str) -> Name | None:
    """ "Family, Given, Suffix"; a trailing comma, or no comma in several words, is corporate.

    The years of a catalogue's heading are none of the name."""
    text = " ".join(text.split())
    if not text.strip(", "):
        return None
    if text == "et al.,":
        return OTHERS
    if text.endswith(",") and not text.endswith(", ,"):
        return Name(literal=text[:-1].strip())
    parts = name_parts(text)
    if len(parts) == 1:
        text = parts[0]
        return Name(literal=text) if " " in text else Name(family=text)
    family, given = parts[0], parts[1]
    suffix = ", ".join(parts[2:]).strip(", ")
    if _SPECIAL_NAME.search(f"{family}{given}{suffix}"):
        return Name(family=family, given=given, suffix=suffix)
    return parse_name(f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}")


def write_name(name: Name) -> str:
    """The text :func:`read_name` reads, where it can say the name; names left out are
    "et al.", as EndNote has them."""
    if name.literal:
        return "et al.," if name == OTHERS else f"{name.literal},"
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    return f"{family}, ," if " " in family else family


def parted(family: str, given: str, suffix: str = "") -> Name | None:
    """A name from parts, particles told from them as BibTeX does."""
    family, given, suffix = (" ".join(part.split()) for part in (family, given, suffix))
    if not family:
        return Name(given=given) if given else None
    if _SPECIAL_NAME.search(family + given + suffix) or "," in family + given + suffix:
        return Name(family, given, suffix=suffix)
    return parse_name(f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}")


def read_doi(text: str) -> str:
    """A DOI without resolver or prefix, its letters' case as written."""
    doi = normalise_doi(text)
    if doi is None or doi == text.lower():
        return text
    return doi


def any_date(text: str) -> Date | None:
    """The date ``text`` says, or the words; None for nothing."""
    text = text.strip()
    return (parse_date(text) or Date(literal=text)) if text else None


def iso_point(point: DatePoint) -> str:
    """A point of the common calendar as YYYY[-MM[-DD]]; empty for another."""
    if not 0 < point.year < 10_000 or point.season is not None:
        return ""
    text = f"{point.year:04d}"
    if point.month is not None:
        text += f"-{point.month:02d}"
        if point.day is not None:
            text += f"-{point.day:02d}"
    return text


def circa(date: Date) -> str:
    """ "c. 1999" or "1999?" for a year in doubt; empty for another date."""
    start = date.start
    if date.range or start is None or start != DatePoint(start.year) or not iso_point(start):
        return ""
    if date.approximate and not date.uncertain:
        return f"c. {start.year:04d}"
    return f"{start.year:04d}?" if date.uncertain and not date.approximate else ""


def quote_block(extract: Extract) -> str:
    """An extract as a note people read: “words” (place), a comment below."""
    text = f"“{extract.text}”" if extract.kind != "note" else extract.text
    text += f" ({extract.locator})" if extract.locator else ""
    return text + (f"\n{extract.comment}" if extract.comment else "")


def read_block(text: str) -> Extract | None:
    """The extract that :func:`quote_block` wrote, or None for another note."""
    found = _QUOTE.fullmatch(text.strip())
    if found is None:
        return None
    return Extract(found[1].strip(), "quotation", found[2] or "", comment=(found[3] or "").strip())
