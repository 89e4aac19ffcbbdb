"""Entries as people type them: values, keys, and what in them looks like a slip."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from citekit.dates import format_edtf, is_edtf, parse_date
from citekit.errors import Problem, SyntaxProblemError, UsageError, Where, warning
from citekit.formats import biblatex
from citekit.formats.bibcircles import own_references
from citekit.formats.bibmap import MEANINGS, NO_WORKS
from citekit.formats.bibmodel import slips
from citekit.model import Work
from citekit.store.catalogue import Record, records_of

#: Fields whose value is taken as it is, with no TeX escapes (BibLaTeX manual 2.2.1, verbatim, uri).
VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "urlraw"})
#: Entry types of BibLaTeX and BibTeX (BibLaTeX manual, 2.1), custom ones among them.
_KNOWN_TYPES = {*MEANINGS, *NO_WORKS, "set", "bibnote", *(f"custom{x}" for x in "abcdef")}
#: BibLaTeX's date fields (manual, 2.2.1).
_DATES = ("date", "eventdate", "origdate", "urldate")
#: Codes of the problems of an entry type: a slip away from one, or like none.
SLIP, UNKNOWN = "misspelt-type", "unknown-type"
_BARE_SPECIAL = re.compile(r"(?<!\\)([&%#])")


def tex_value(field: str, value: str) -> str:
    """A field's value as typed, fit to stand in a .bib file: ``&``, ``%`` and ``#``
    escaped outside verbatim fields; braces and commands are kept.

    Raises UsageError for unbalanced braces.
    """
    depth = 0
    for character in re.sub(r"\\.", "", value, flags=re.DOTALL):
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    if depth:
        raise UsageError(
            f"the braces of {field} are not balanced: {value}", hint="close every { with }"
        )
    return value if field in VERBATIM else _BARE_SPECIAL.sub(r"\\\1", value)


def work_of(entry_type: str, key: str, fields: Mapping[str, str]) -> Work:
    """The work an entry with these fields would be; raises SyntaxProblemError."""
    reading = biblatex.read(_entry(entry_type, key, fields))
    if len(reading.works) != 1:
        raise SyntaxProblemError(
            f"@{entry_type} with these fields is no entry", problems=reading.problems
        )
    return reading.works[0]


def record_of(entry_type: str, key: str, fields: Mapping[str, str]) -> Record:
    """The record an entry with these fields would be."""
    return records_of(_entry(entry_type, key, fields), "")[0][0]


def check_type(entry_type: str) -> None:
    """Raises UsageError for what cannot be an entry type."""
    if not re.fullmatch(r"[A-Za-z]+", entry_type):
        raise UsageError(f"{entry_type!r} is no entry type", hint="for example book, article, misc")


def check_new_key(key: str, taken: Collection[str]) -> None:
    """Raises UsageError if ``key`` is taken or is no key BibTeX and biber read."""
    if key in taken:
        raise UsageError(f"the key {key!r} is taken", hint="choose another one")
    if not re.fullmatch(r"[^\s{}(),\"#%~\\=']+", key):
        raise UsageError(f"{key!r} cannot be a key", hint="use letters, digits and - _ : . + /")


def slips_of(
    entry_type: str, key: str, fields: Mapping[str, str], file: str
) -> tuple[Problem, ...]:
    """What looks like a slip in an entry with these fields, in a file of this name."""
    where = Where(file, key=key)
    told = [problem for name in _DATES if (problem := _understood(name, fields, where))]
    return *slips_in(_entry(entry_type, key, fields), file), *told


def _understood(name: str, fields: Mapping[str, str], where: Where) -> Problem | None:
    """The problem of a date that citekit understands, and BibLaTeX does not (manual, 2.3.8)."""
    value = fields.get(name, "")
    date = None if not value or "\\" in value or is_edtf(value) else parse_date(value)
    if date is None or date.start is None:
        return None
    message = f"{name} is no date as BibLaTeX has them: {value!r}"
    return warning("no-date", message, where, f"write {format_edtf(date)} (EDTF)")


def slips_in(text: str, file: str) -> tuple[Problem, ...]:
    """What looks like a slip in the text of an entry, in a file of this name."""
    found: list[Problem] = []
    for each in records_of(text, file)[0]:
        where = Where(file, key=each.key)
        said = list(slips(each.work, each.entry_type, each.fields, where))
        if each.entry_type not in _KNOWN_TYPES and all(one.code != SLIP for one in said):
            message = f"@{each.entry_type} is no entry type of BibLaTeX or BibTeX"
            said.append(warning(UNKNOWN, message, where))
        found += said
        found += own_references(each.key, each.fields, where)
    return tuple(found)


def _entry(entry_type: str, key: str, fields: Mapping[str, str]) -> str:
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{entry_type}{{{key},\n{body}}}\n"
