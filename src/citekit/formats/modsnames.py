"""Names and dates of MODS, read and written (MODS User Guidelines, "name", "originInfo")."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from citekit.dates import parse_date
from citekit.formats.marcroles import variable_of
from citekit.formats.modsmap import CORPORATE
from citekit.formats.xmlkeep import any_date, parted, read_name
from citekit.formats.xmlpath import elements, steps, values
from citekit.formats.xmltext import squeezed, text_of
from citekit.model import Date, Name
from citekit.names import OTHERS, parse_name

#: The name of those left out, for programs that know no ``etal`` element.
_ET_AL = "et al."
_LIFE = re.compile(
    r"[,\s]*[\[(]?(?:b\. |d\. |ca?\. ?)?\d{3,4}\??\s?[-–]\s?(?:ca?\. ?)?(?:\d{3,4}\??)?[\])]?\.?$"
)
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_OPEN_START = re.compile(r"-(\d{4})\]?", re.A)
_OPEN_END = re.compile(r"\[?c?(\d{4})\??-\s*\]?", re.A)
_DATES = ("dateIssued", "copyrightDate", "dateCreated")
_ENCODINGS = ("edtf", "w3cdtf", "iso8601", "marc", "temper", "")


def read_person(element: Element) -> tuple[Name | None, tuple[str, ...], str]:
    """A name, or those left out (``etal``), its variables (none where its roles are none of
    CSL's) and its last role's words; a person may have several roles."""
    parts: dict[str, list[str]] = {}
    for part in elements(element, "namePart"):
        if text := text_of(part):
            parts.setdefault(part.get("type", ""), []).append(text)
    plain = parts.get("", [])
    if not parts:
        plain = values(element, "displayForm")
    roles = [text for role in elements(element, "role") for text in _terms(role)]
    told = dict.fromkeys(filter(None, map(variable_of, roles)))
    variables = tuple(name for name in told if name != "contributor") or tuple(told)
    role = roles[-1] if roles else ""
    if elements(element, "etal") or plain == [_ET_AL]:
        return OTHERS, variables, role
    if element.get("type", "") in CORPORATE:
        return (Name(literal=": ".join(plain)) if plain else None), variables, role
    if "family" in parts or "given" in parts:
        suffix = " ".join(parts.get("termsOfAddress", []))
        family, given = " ".join(parts.get("family", [])), " ".join(parts.get("given", []))
        return parted(family, given, suffix), variables, role
    return _plain(plain, element.get("type", ""), parts), variables, role


def _terms(role: Element) -> list[str]:
    """Codes first, then words."""
    terms = [child for child in role if child.tag == "roleTerm" and text_of(child)]
    coded = [text_of(term) for term in terms if term.get("type") == "code"]
    return coded + [text_of(term) for term in terms if term.get("type") != "code"]


def _plain(plain: list[str], kind: str, parts: dict[str, list[str]]) -> Name | None:
    """A name in one part: "Family, Given", years of a life and a full stop left out."""
    text = _LIFE.sub("", " ".join(plain))
    text = _FULL_STOP.sub("", text.rstrip(" ,;")) if "," in text else text.strip()
    if kind == "personal" and text and "," not in text:
        found = parse_name(text) if not re.search(r"[{}\\~=]", text) else Name(family=text)
    else:
        found = read_name(text)
    address = " ".join(parts.get("termsOfAddress", []))
    return found._replace(suffix=address) if found and address and not found.literal else found


def put_name(record: Element, where: str, name: Name, role: tuple[str, str]) -> None:
    """Write a name with its role (code and term) into the related item ``where``."""
    here = record
    for step in steps(where)[0]:
        found = [child for child in here if step.fits(child)]
        here = found[-1] if found else SubElement(here, step.name, dict(step.wanted))
    type_ = "corporate" if name.literal else "personal"
    element = SubElement(here, "name", {"type": type_})
    if name.literal:
        SubElement(element, "namePart").text = _ET_AL if name == OTHERS else name.literal
    else:
        family = f"{name.non_dropping_particle} {name.family}".strip()
        given = f"{name.given} {name.dropping_particle}".strip()
        for kind, text in (("family", family), ("given", given), ("termsOfAddress", name.suffix)):
            if text:
                SubElement(element, "namePart", {"type": kind}).text = text
    written = SubElement(element, "role")
    for kind, text in (("code", role[0]), ("text", role[1])):
        term = SubElement(written, "roleTerm", {"type": kind, "authority": "marcrelator"})
        term.text = text


def read_dates(record: Element, where: str) -> list[tuple[str, Date]]:
    """The dates of an ``originInfo``, each with its element's name: those of issue
    first, then of copyright, then of creation."""
    found: list[tuple[str, Date]] = []
    for name in _DATES:
        told = [e for origin in elements(record, where) for e in origin if e.tag == name]
        if date := _one_date(told):
            found.append((name, date))
    return found


def _one_date(told: list[Element]) -> Date | None:
    """The date of the elements with the strictest encoding; two of them may be a range."""
    for encoding in _ENCODINGS:
        group = [element for element in told if element.get("encoding", "") == encoding]
        texts = {element.get("point", ""): text_of(element) for element in reversed(group)}
        if not any(texts.values()):
            continue
        qualifier = next((e.get("qualifier", "") for e in group if e.get("qualifier")), "")
        if "start" in texts:
            date = _range(texts["start"], texts.get("end", ""))
        else:
            date = _written(texts.get("", "") or texts.get("end", ""), bool(encoding))
        if date is not None:
            return date._replace(
                approximate=date.approximate or qualifier == "approximate",
                uncertain=date.uncertain or qualifier == "questionable",
            )
    return None


def _range(start: str, end: str) -> Date | None:
    first, last = parse_date(start), parse_date(end)
    if first is None or first.start is None or not end:
        return any_date(start)
    if last is None or last.start is None or last.start.year == 9999:
        return Date(first.start, range=True)
    return Date(first.start, last.start, range=True) if last.start != first.start else first


def _written(text: str, encoded: bool) -> Date | None:
    """A date in words; a hyphen at its end is an open range, as catalogues write."""
    if not encoded:
        if found := _OPEN_START.fullmatch(text):
            end = parse_date(found[1])
            return Date(None, end.start, range=True) if end else None
        if found := _OPEN_END.fullmatch(text):
            start = parse_date(found[1])
            return Date(start.start, range=True) if start else None
    return any_date(squeezed(text))
