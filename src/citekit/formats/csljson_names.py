"""Names of CSL-JSON, both ways.

The object's keys are those of the CSL-JSON schema 1.0.2 (``name-variable``)
and of citeproc-js: ``isInstitution`` marks a corporate name, ``parse-names``
false (or a family name in double quotes) asks for the name to be taken as it
stands.  Any other name is searched for particles and a suffix as citeproc-js
does it, so that ``{"family": "van der Berg", "given": "Jan, Jr."}`` means what
its writer meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from citekit.formats.csljson_values import scalar
from citekit.model import Name

#: CSL-JSON key, attribute of :class:`~citekit.model.Name`; in the order written.
TEXT_PARTS = (
    ("family", "family"),
    ("given", "given"),
    ("dropping-particle", "dropping_particle"),
    ("non-dropping-particle", "non_dropping_particle"),
    ("suffix", "suffix"),
    ("literal", "literal"),
)
FLAGS = (("comma-suffix", "comma_suffix"), ("static-ordering", "static_ordering"))

#: Keys that say how to read the name; they are not kept.
_SWITCHES = frozenset(("isInstitution", "parse-names", "static-particles"))
_KNOWN = frozenset(key for key, _ in (*TEXT_PARTS, *FLAGS)) | _SWITCHES

_LEADING = re.compile(r"(['’ʻ]*[^ ]+?(?:[-'’ʻ]| ) *)(?=[^ ])")
_SUFFIX = re.compile(r"\s*,(!?)\s*(?=\S)")
_FALSE = frozenset((False, 0, "0", "false", "no", ""))


def name_from_json(value: object) -> tuple[Name | None, tuple[str, ...]]:
    """A name, or None where there is none, and the keys that have no place in it.

    A bare string (no CSL-JSON, but common) becomes a literal name.
    """
    if type(value) is dict and len(value) == 2:
        family, given = value.get("family"), value.get("given")
        if type(family) is str and type(given) is str:
            return _common(family, given), ()
    if not isinstance(value, Mapping):
        text = scalar(value) or ""
        return (Name(literal=text) if text else None), ()
    parts: dict[str, Any] = {}
    for key, attribute in TEXT_PARTS:
        parts[attribute] = scalar(value.get(key)) or ""
    for key, attribute in FLAGS:
        parts[attribute] = _true(value.get(key))
    name = _read_switches(Name(**parts), value)
    strange = tuple(str(key) for key in value if key not in _KNOWN)
    return (name if name != Name() else None), strange


@lru_cache(maxsize=32768)
def _common(family: str, given: str) -> Name | None:
    """A name that has family and given name and nothing else; one value a name.

    Upper case where particles begin, and no comma, leave nothing to split."""
    last = given[given.rfind(" ") + 1 :]
    if family[:1].isupper() and last[:1].isupper() and "," not in given:
        return Name(family, given)
    name = _read_switches(Name(family=family, given=given), {})
    return name if name != Name() else None


def name_to_json(name: Name) -> dict[str, Any]:
    """The object :func:`name_from_json` reads back as ``name``."""
    out: dict[str, Any] = {}
    for key, attribute in TEXT_PARTS:
        if text := getattr(name, attribute):
            out[key] = text
    for key, attribute in FLAGS:
        if getattr(name, attribute):
            out[key] = True
    if name_from_json(out)[0] != name:
        out["parse-names"] = False
    return out


def _read_switches(name: Name, value: Mapping[str, Any]) -> Name:
    if _true(value.get("isInstitution")) and name.family and not name.given:
        return name._replace(family="", literal=name.family)
    if "parse-names" in value and not _true(value["parse-names"]):
        return name
    if len(name.family) > 1 and name.family[0] == name.family[-1] == '"':
        return name._replace(family=name.family[1:-1])
    if not name.given or not name.family or _true(value.get("static-particles")):
        return name
    return split_particles(name)


def split_particles(name: Name) -> Name:
    """Move particles and suffix out of the family and the given name.

    A leading run of words in lower case is the family name's non-dropping
    particle, a trailing one of the given name the dropping particle; what
    stands behind a comma in the given name is the suffix, and ``,!`` asks for
    a comma before it.  A part that is filled already is left alone.
    """
    family, given = name.family, name.given
    non_dropping, dropping = name.non_dropping_particle, name.dropping_particle
    if not non_dropping:
        non_dropping, family = _leading_particle(family)
    if not dropping:
        given, dropping = _trailing_particle(given)
    suffix, comma = name.suffix, name.comma_suffix
    if not suffix and (match := _SUFFIX.search(given)):
        suffix, comma = given[match.end() :], comma or bool(match[1])
        given = given[: match.start()]
    if (family, given, suffix) == (name.family, name.given, name.suffix):
        return name
    return name._replace(
        family=family,
        given=given,
        dropping_particle=dropping,
        non_dropping_particle=non_dropping,
        suffix=suffix,
        comma_suffix=comma,
    )


def _leading_particle(family: str) -> tuple[str, str]:
    end = 0
    while (match := _LEADING.match(family, end)) and _lower(match[1]):
        end = match.end()
    return _trim(family[:end]), family[end:]


def _trailing_particle(given: str) -> tuple[str, str]:
    """The given name and the particle after it; at least one word stays."""
    rest = given.rstrip()
    start = len(rest)
    while (space := rest.rfind(" ", 0, start)) > 0 and _lower(rest[space + 1 : start]):
        start = space
    if start == len(rest):
        return given, ""
    return rest[:start].rstrip(), rest[start:].strip()


def _lower(word: str) -> bool:
    """Whether a particle begins so; an initial ("m.") is none."""
    if len(word) == 2 and word[1] == ".":
        return False
    first = word.lstrip("-'’ʻ \t")[:1]
    return first != first.upper()


def _trim(particle: str) -> str:
    """Without the space that joins it, but with one that follows an
    apostrophe, since an apostrophe alone joins without space."""
    trimmed = particle.strip()
    keep = trimmed[-1:] in ("'", "’") and particle.endswith(" ")
    return f"{trimmed} " if keep else trimmed


def _true(value: object) -> bool:
    if isinstance(value, str):
        return value.lower() not in _FALSE
    return bool(value)
