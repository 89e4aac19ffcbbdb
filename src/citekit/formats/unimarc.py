"""UNIMARC records as MARC 21 ones, so that one reader reads both.

Fields and codes are those of the UNIMARC Manual, Bibliographic Format (IFLA), as
libraries in France, Italy, Portugal and elsewhere use it; function codes those of
its appendix C.  What has no row here is left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.formats.marcmap import Field, Marc


class Row(NamedTuple):
    """A field of UNIMARC, the field of MARC 21 it becomes, the second one's indicators,
    and its subfields' codes in pairs, UNIMARC's first."""

    tag: str
    to: str
    indicators: str
    codes: str


ROWS = (
    Row("010", "020", "  ", "aa"),
    Row("011", "022", "  ", "aa"),
    Row("101", "041", "  ", "aachbkdb"),
    Row("205", "250", "  ", "aabb"),
    Row("206", "255", "  ", "aa"),
    Row("207", "362", "0 ", "aa"),
    Row("210", "264", " 1", "aacbdc"),
    Row("215", "300", "  ", "aacbdcee"),
    Row("225", "490", "0 ", "aahnipvv"),
    Row("300", "500", "  ", "aa"),
    Row("320", "504", "  ", "aa"),
    Row("327", "505", "  ", "aa"),
    Row("328", "502", "  ", "aabbecdd"),
    Row("330", "520", "  ", "aa"),
    Row("410", "830", "  ", "tavv"),
    Row("464", "774", "0 ", "tt"),
    Row("454", "765", "0 ", "tt"),
    Row("510", "246", "  ", "aaeb"),
    Row("512", "246", "  ", "aaeb"),
    Row("517", "246", "  ", "aaeb"),
    Row("606", "650", "  ", "aaxxyzzyjv"),
    Row("607", "651", "  ", "aaxxyzzyjv"),
    Row("608", "655", "  ", "aaxxyzzy"),
    Row("610", "653", "  ", "aa"),
    Row("675", "080", "  ", "aa"),
    Row("676", "082", "  ", "aa"),
    Row("680", "050", "  ", "aabb"),
    Row("686", "084", "  ", "aa"),
    Row("856", "856", "40", "uu"),
)
_BY_TAG = {row.tag: row for row in ROWS}

#: Fields of names, and those of MARC 21; subjects among them.
PERSONS = {"700": "100", "701": "700", "702": "700", "600": "600"}
BODIES = {"710": "110", "711": "710", "712": "710", "601": "610"}

#: Fields of those with primary responsibility, or an equal share of it.
_RESPONSIBLE = frozenset(("700", "701", "710", "711"))

#: Function codes and MARC's relators.
FUNCTIONS = {
    **{"005": "act", "010": "adp", "030": "arr", "040": "art", "070": "aut", "080": "aui"},
    **{"180": "ctg", "205": "ctb", "210": "cmm", "212": "cwt", "220": "com", "230": "cmp"},
    **{"250": "cnd", "273": "cur", "295": "dgg", "300": "drt", "305": "dis", "340": "edt"},
    **{"440": "ill", "450": "ins", "460": "ive", "470": "ivr", "480": "lbt", "520": "lyr"},
    **{"545": "mus", "550": "nrt", "557": "orm", "584": "inv", "590": "prf", "600": "pht"},
    **{"630": "pro", "635": "prg", "651": "edt", "660": "rcp", "675": "rev", "690": "aus"},
    **{"705": "scl", "721": "sng", "727": "ths", "730": "trl", "755": "sng"},
}

#: Leader/06, where it differs.
_KINDS = {"b": "t", "l": "m", "m": "o"}
#: Form of contents (105 $a/4–7: thesis, also a revised one; technical report; patent; treaty)
#: in MARC 21's codes.  UNIMARC's ``z`` is any other form, MARC 21's ``z`` treaties.
_CONTENTS = {"m": "m", "v": "m", "p": "t", "k": "j", "s": "z"}
#: Type of publication date (100 $a/8) in the codes of 008/06.
_DATES = {
    **{"a": "c", "b": "d", "c": "u", "d": "s", "e": "r", "f": "q", "g": "m", "h": "t", "i": "p"},
    **{"j": "e"},
}
#: What 214 is about (its second indicator) in the codes of 264.
_IMPRINTS = {"0": "1", "1": "0", "2": "2", "3": "3", "4": "4"}
#: Subfields of a linked host (461–463), and fields embedded in it with theirs, and 773's.
_LINKED = {"t": "t", "a": "a", "x": "x", "y": "z", "v": "g", "s": "k"}
_EMBEDDED = {
    **{"200a": "t", "200v": "g", "200h": "g", "011a": "x", "010a": "z", "225a": "k", "700a": "a"},
    **{"210a": "town", "210c": "house", "210d": "year", "215a": "extent", "700b": "given"},
}
_PAGES = re.compile(r"\s*pp?\. ?\d", re.I)


def is_unimarc(record: Marc) -> bool:
    """Whether the title is in UNIMARC's field of it."""
    titles = [field for field in record.tagged("200") if field.first("a")]
    return bool(titles) and not record.tagged("245")


def marc21(record: Marc) -> Marc:
    """A UNIMARC record as a MARC 21 one."""
    fields = [Field("008", "", (("", _fixed(record)),))]
    for field in record.fields:
        if field.tag == "200":
            fields.append(_title(field))
        elif field.tag in PERSONS:
            fields.append(_person(field))
        elif field.tag in BODIES:
            fields.append(_body(field))
        elif field.tag in ("001", "003"):
            fields.append(field)
        elif field.tag == "214":
            kind = _IMPRINTS.get(field.indicators[1:2], "1")
            fields.append(_by_row(field, Row("214", "264", f" {kind}", "aacbdc")))
        elif row := _BY_TAG.get(field.tag):
            fields.append(_by_row(field, row))
    fields += _hosts(record)
    kind = record.leader[6:7]
    leader = record.leader[:6] + _KINDS.get(kind, kind) + record.leader[7:]
    return Marc(leader, tuple(fields))


def _by_row(field: Field, row: Row) -> Field:
    pairs = dict(zip(row.codes[::2], row.codes[1::2], strict=True))
    inside = [(pairs[code], text) for code, text in field.subfields if code in pairs]
    return Field(row.to, row.indicators, tuple(inside))


def _hosts(record: Marc) -> list[Field]:
    """773 of the set (461), subset (462) and piece (463) that a record is a part of: a part of
    a periodical is in the set, with the numbers of both."""
    sets, pieces = record.tagged("461"), record.tagged("462", "463")
    found = [_host(field) for field in ((*pieces, *sets) if record.leader[7:8] == "a" else sets)]
    found = found or [_host(field) for field in pieces]
    if len(found) > 1 and sets and found[-1].first("x"):
        numbers = [part for host in found for part in host.subfields if part[0] == "g"]
        whole = [part for part in found[-1].subfields if part[0] != "g"]
        found = [Field("773", "0 ", (*whole, *dict.fromkeys(numbers)))]
    return found


def _host(field: Field) -> Field:
    """773 of a linking field, in subfields of its own or with embedded fields ($1)."""
    inside: list[tuple[str, str]] = []
    imprint: dict[str, str] = {}
    embedded = ""
    for code, text in field.subfields:
        if code == "1":
            embedded = text[:3]
            continue
        to = _EMBEDDED.get(embedded + code, "") if embedded else _LINKED.get(code, "")
        if not embedded and code in "cndp":
            to = {"c": "town", "n": "house", "d": "year", "p": "extent"}[code]
        if to == "extent":
            to = "g" if _PAGES.match(text) else ""
        if to == "given" and inside and inside[-1][0] == "a":
            inside[-1] = ("a", f"{inside[-1][1]}, {text}")
        elif to in ("town", "house", "year"):
            imprint.setdefault(to, text)
        elif to and to != "given":
            inside.append((to, text))
    if imprint:
        publisher = " : ".join(filter(None, (imprint.get("town"), imprint.get("house"))))
        inside.append(("d", ", ".join(filter(None, (publisher, imprint.get("year"))))))
    return Field("773", "0 ", tuple(inside))


def _fixed(record: Marc) -> str:
    """008 of 100 $a (dates) and 105 $a (contents)."""
    coded = "".join(field.first("a") for field in record.tagged("100")[:1]).ljust(17)
    books = "".join(field.first("a") for field in record.tagged("105")[:1]).ljust(13)
    contents = "".join(_CONTENTS.get(code, " ") for code in books[4:8])
    kind = _DATES.get(coded[8:9], "s")
    return f"      {kind}{coded[9:17]}xx {' ' * 6}{contents}".ljust(40)


def _title(field: Field) -> Field:
    """245: title, other title information, number and name of the part, and who did it."""
    pairs = {"a": "a", "e": "b", "h": "n", "i": "p", "f": "c", "g": "c", "d": "b"}
    inside: list[tuple[str, str]] = []
    for code, text in field.subfields:
        if code == "a" and inside:
            code = "h"  # a second work by the same author
        if code in pairs:
            inside.append((pairs[code], f"= {text.lstrip('= ')}" if code == "d" else text))
    return Field("245", "00", tuple(inside))


def _person(field: Field) -> Field:
    """Family and given name are subfields of their own."""
    whole = field.first("a")
    if given := field.first("b"):
        whole = f"{whole}, {given}"
    inside = [("a", whole), *(("c", text) for text in field.all("c"))]
    if number := field.first("d"):
        inside.append(("b", number))
    surname = "1" if field.first("b") or field.indicators[1:2] == "1" else "0"
    return Field(PERSONS[field.tag], f"{surname} ", (*inside, *_roles(field)))


def _body(field: Field) -> Field:
    """A body and its units; a meeting with number, date and place."""
    pairs = {"a": "a", "b": "b"}
    tag = BODIES[field.tag]
    if field.indicators[:1] == "1":
        tag = tag[0] + "11"
        pairs = {"a": "a", "b": "e", "d": "n", "f": "d", "e": "c"}
    inside = [(pairs[code], text) for code, text in field.subfields if code in pairs]
    return Field(tag, "2 ", (*inside, *_roles(field)))


def _roles(field: Field) -> tuple[tuple[str, str], ...]:
    if field.tag.startswith("6"):
        pairs = {"x": "x", "y": "z", "z": "y", "j": "v"}
        return tuple((pairs[code], text) for code, text in field.subfields if code in pairs)
    told = tuple(("4", FUNCTIONS.get(code, "oth")) for code in field.all("4"))
    return told or ((("4", "aut"),) if field.tag in _RESPONSIBLE else ())
