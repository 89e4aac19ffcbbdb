"""hayagriva's formattable strings, persons and dates, both ways.

A formattable string protects the case of words in braces and has maths between
dollar signs; a backslash takes the meaning of either.  It has no italics: those are
left out.
"""

from __future__ import annotations

import re
from typing import Any

from citekit.dates import format_edtf, parse_date
from citekit.formats.csljson_names import split_particles
from citekit.formats.csljson_values import scalar
from citekit.formats.markup import whole_family
from citekit.model import Date, Name, Names

_NOCASE = '<span class="nocase">'
_TAG = re.compile(r"</?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>")
_PIECE = re.compile(r"\\([{}$\\])|(\{)|(\})|(\$[^$]*\$)")
_DATE = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?", re.A)
_PARTS = ("name", "given-name", "prefix", "suffix")
_ONE_WORD = re.compile(r"[^\s,]+")
_SAFE = re.compile(r"(?:(?!\band\b)[^,])+, (?:(?!\band\b)[^,])+", re.I)
#: The documentation has the suffix last, the program behind the family name.
_SUFFIX = re.compile(r"[JS]r\.?|[IVX]+")


def to_formatted(text: str) -> str:
    """CSL-JSON's inline markup as a formattable string."""
    out: list[str] = []
    closers: list[str] = []
    done = 0
    for tag in _TAG.finditer(text):
        out.append(_escaped(text[done : tag.start()]))
        done = tag.end()
        if tag[0] == _NOCASE:
            inside = "}" in closers
            out.append("" if inside else "{")
            closers.append("" if inside else "}")
        elif tag[0].startswith("<span"):
            closers.append("")
        elif tag[0] == "</span>" and closers:
            out.append(closers.pop())
    out.append(_escaped(text[done:]))
    return "".join([*out, *reversed(closers)])


def _escaped(text: str) -> str:
    return re.sub(r"([{}$\\])", r"\\\1", text)


def from_formatted(text: str) -> str:
    """A formattable string with CSL-JSON's inline markup."""
    depth = 0

    def change(found: re.Match[str]) -> str:
        nonlocal depth
        if found[1]:
            return found[1]
        if found[4]:
            return found[4]
        depth += 1 if found[2] else -1
        if found[2]:
            return _NOCASE if depth == 1 else ""
        if depth < 0:
            depth = 0
            return "}"
        return "</span>" if depth == 0 else ""

    text = _PIECE.sub(change, text)
    return text + "</span>" if depth > 0 else text


def read_formatted(value: Any) -> str:
    """A formattable string, or the mapping of one; ``verbatim`` protects all of it."""
    if not isinstance(value, dict):
        return from_formatted((scalar(value) or "").strip())
    text = (scalar(value.get("value")) or "").strip()
    if value.get("verbatim") is True:
        return f"{_NOCASE}{text}</span>" if text else ""
    return from_formatted(text)


def write_date(date: Date) -> str:
    """The date, the start of a range; empty where hayagriva has no form for it."""
    if date.start is None:
        return ""
    text = format_edtf(Date(date.start._replace(season=None)))
    return text if _DATE.fullmatch(text) else ""


def read_date(value: Any) -> Date | None:
    """The date, or its words."""
    text = (scalar(value) or "").strip()
    return (parse_date(text) or Date(literal=text)) if text else None


def write_person(name: Name) -> str | dict[str, str]:
    """ "Family, Given" where nothing can be taken for anything else, else the parts.

    typst splits a name in one text at "and", and sets a particle it finds there
    behind the given name; so non-dropping particles are part of ``name``.
    """
    if name.literal:
        return name.literal if _ONE_WORD.fullmatch(name.literal) else {"name": name.literal}
    text = f"{name.family}, {name.given}"
    if name == Name(name.family, name.given) == read_person(text) and _SAFE.fullmatch(text):
        return text
    parts = {
        "name": whole_family(name),
        "given-name": name.given,
        "prefix": name.dropping_particle,
        "suffix": name.suffix,
    }
    if not parts["name"]:
        parts["name"], parts["given-name"] = name.given, ""
    return {key: part for key, part in parts.items() if part}


def read_person(value: Any) -> Name | None:
    """A person; a name without a comma is one that is not taken apart."""
    if isinstance(value, dict):
        family, given, prefix, suffix = ((scalar(value.get(key)) or "").strip() for key in _PARTS)
        if not (given or prefix or suffix):
            return Name(literal=family) if family else None
        found = split_particles(Name(family, "x"))._replace(given=given)
        return found._replace(dropping_particle=prefix, suffix=suffix)
    words = [word.strip() for word in (scalar(value) or "").split(",")]
    if not any(words):
        return None
    if len(words) == 1:
        return Name(literal=words[0])
    family, given, suffix = words[0], words[1], ", ".join(words[2:])
    if _SUFFIX.fullmatch(given) and suffix:
        given, suffix = suffix, given
    return split_particles(Name(family, "x"))._replace(given=given, suffix=suffix)


def read_people(value: Any) -> Names:
    """A person or a list of persons."""
    people = value if isinstance(value, list) else [value]
    return tuple(filter(None, map(read_person, people)))
