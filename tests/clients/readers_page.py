"""What stands on a page, and what a check complains of, as records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tests.clients.flat import Record, plain
from tests.clients.readers import Found

#: What typesetting writes otherwise without meaning anything else.
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_MARKS = re.compile("[\"'`]")


def typeset(lines: Iterable[str], meant: Mapping[str, Record]) -> Found:
    """For each work the fields whose words stand in its line of a bibliography."""
    found = []
    for (key, record), line in zip(meant.items(), lines, strict=False):
        line = plain(line.translate(_LIGATURES))
        shown = {field: value for field, value in record.items() if _shown(field, value, line)}
        found.append((key, shown))
    return found


def typst(said: Iterable[tuple[bool, str]], meant: Mapping[str, Record]) -> Found:
    """As :func:`typeset`, and why typst refuses a work."""
    found = []
    for (key, record), (done, words) in zip(meant.items(), said, strict=True):
        told = typeset([words], {key: record}) if done else [(key, {"error": words[:100]})]
        found.extend(told)
    return found


def _shown(field: str, value: str, line: str) -> bool:
    squeezed = re.sub("[ ~˜∼]", "", line)
    value = re.sub("[~˜∼]", "", value) if field in ("URL", "title") else value
    if re.fullmatch(r"-?\d{4}(-\d\d)*[~?]?(/-?\d{4}(-\d\d)*[~?]?)?", value):
        return all(str(int(year)) in line for year in re.findall(r"(?<![\d-])\d{4}(?!\d)", value))
    if "; " in value or (", " in value and field in ("author", "editor", "translator")):
        families = [one.split(",")[0] for one in value.split("; ") if one != "et al."]
        return all(family.replace(" ", "") in squeezed for family in families)
    return _MARKS.sub("", value.replace(" ", "")) in _MARKS.sub("", squeezed)


def word(errors: Iterable[str], keys: Iterable[str]) -> Found:
    """A record a source, with an ``error`` where Word's schema has one."""
    records: dict[str, Record] = {key: {} for key in keys}
    for said in errors:
        place = re.search(r"Source\[(\d+)\]", said)
        number = int(place[1]) - 1 if place else -1
        key = list(records)[number] if 0 <= number < len(records) else "file"
        records.setdefault(key, {})["error"] = said[:160]
    return list(records.items())
