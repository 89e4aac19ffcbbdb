"""Names in MARC records and what they did: main and added entries (MARC 21 1XX, 7XX).

A relator ($4, $e; $j of meetings) says what someone did, several relators several things.
Without one a main entry is the author (AACR2 21.1); of an added entry the statement of
responsibility tells it, and one that this does not name is a contributor (AACR2 21.30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.formats.marcmap import Field, Marc
from citekit.formats.marcroles import variables_of
from citekit.formats.marcstatement import stated
from citekit.formats.marctext import trim
from citekit.formats.xmlkeep import parted, read_name
from citekit.formats.xmltext import squeezed
from citekit.model import Name

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|[IVX]+", re.I)
_TAGS = ("100", "110", "111", "700", "710", "711", "720")


class Creator(NamedTuple):
    """A name and the variables it belongs to; ``is_event`` for a meeting without a role."""

    name: Name
    variables: tuple[str, ...]
    is_event: bool = False


def creators(record: Marc) -> Iterator[Creator]:
    """The names of a record in its order; those with a title of their own are works."""
    found = [
        (field, name)
        for field in record.fields
        if field.tag in _TAGS and not field.first("t") and (name := name_of(field)) is not None
    ]
    statement = " ; ".join(text for f in record.tagged("245")[:1] for text in f.all("c"))
    untold = any(f.tag[0] == "7" and not f.all("4ej") for f, _ in found)
    said = stated(statement if untold else "", [name for _, name in found])
    persons = any(field.tag[1:] in ("00", "20") or field.tag[0] == "1" for field, _ in found)
    for (field, name), told in zip(found, said, strict=True):
        is_meeting = field.tag[1:] == "11"
        roles = [*field.all("4"), *map(trim, field.all("j" if is_meeting else "e"))]
        variables = list(dict.fromkeys(v for role in roles for v in variables_of(role)))
        if len(variables) > 1 and "contributor" in variables:
            variables.remove("contributor")
        if variables:
            yield Creator(name, tuple(variables))
        elif field.tag[0] == "1":
            yield Creator(name, ("author",), is_meeting and not roles)
        elif roles:
            yield Creator(name, ("contributor",))
        else:
            is_body = field.tag[1:] in ("10", "11") and persons
            unnamed = "contributor" if statement or is_body else "author"
            yield Creator(name, told or (unnamed,), is_meeting)


def name_of(field: Field) -> Name | None:
    """X00 by its first indicator, X10 and X11 as whole names, 720 as it is written."""
    kind, first = field.tag[1:], field.indicators[:1]
    text = trim(" ".join(field.all("a")))
    if field.tag == "720":
        return Name(literal=text) if first == "2" and text else read_name(text)
    if kind in ("10", "11") or (kind == "00" and first == "3"):
        whole = _body(field) if kind == "10" else trim(_meeting(field))
        return Name(literal=whole) if whole else None
    titles = [trim(title) for title in field.all("c")]
    suffix = next((title for title in titles if _SUFFIX.fullmatch(title)), "")
    if first == "0":
        number = trim(" ".join(field.all("b")))
        whole = ", ".join(filter(None, [f"{text} {number}".strip(), *titles]))
        return Name(literal=whole) if " " in whole else Name(family=whole) if whole else None
    family, comma, given = text.partition(",")
    if comma and "," in given and not suffix:
        given, _, last = given.rpartition(",")
        if _SUFFIX.fullmatch(last.strip()):
            suffix = last.strip()
        else:
            given = f"{given},{last}"
    return parted(family, given, suffix) if comma or not suffix else Name(text, suffix=suffix)


def _body(field: Field) -> str:
    """A body and its units, a full stop between ("Library of Congress. Music Division";
    AACR2 24.13), a number or place of a meeting in parentheses."""
    whole = ""
    for code, text in field.subfields:
        text = squeezed(text)
        if code == "b" and whole and text:
            whole = f"{trim(whole)}. {text}" if not whole.endswith(".") else f"{whole} {text}"
        elif code in "an" and text:
            whole = f"{whole} {text}".strip()
    return trim(whole)


def _meeting(field: Field) -> str:
    """A meeting with number, date and place ("Conference on X (5th : 1993 : Rome)"; AACR2
    24.7B), in parentheses where the record leaves these to the display."""
    inside = [trim(text) for text in field.all("ndc")]
    texts = [text.strip() for text in field.all("andec")]
    if inside and not any(mark in text for text in texts for mark in "():;"):
        head = trim(" ".join(field.all("a")))
        texts = [f"{head} ({' : '.join(inside)})", *field.all("e")]
    return squeezed(" ".join(texts))
