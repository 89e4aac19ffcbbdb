"""UNIMARC records as MARC 21 ones, so that one reader reads both.

Fields and codes are those of the UNIMARC Manual, Bibliographic Format (IFLA), as
libraries in France, Italy, Portugal and elsewhere use it; function codes those of
its appendix C.  What has no row here is left out.
"""

from __future__ import annotations

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
    Row("101", "041", "  ", "aa"),
    Row("205", "250", "  ", "aabb"),
    Row("206", "255", "  ", "aa"),
    Row("207", "362", "0 ", "aa"),
    Row("210", "264", " 1", "aacbdc"),
    Row("214", "264", " 1", "aacbdc"),
    Row("215", "300", "  ", "aacbdc"),
    Row("225", "490", "0 ", "aahnipvv"),
    Row("300", "500", "  ", "aa"),
    Row("320", "504", "  ", "aa"),
    Row("327", "505", "  ", "aa"),
    Row("328", "502", "  ", "aabbecdd"),
    Row("330", "520", "  ", "aa"),
    Row("410", "830", "  ", "tavv"),
    Row("461", "773", "0 ", "ttvgxx"),
    Row("463", "773", "0 ", "ttvgxx"),
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

#: Function codes and MARC's relators.
FUNCTIONS = {
    **{"070": "aut", "040": "art", "180": "ctg", "205": "ctb", "220": "com", "230": "cmp"},
    **{"300": "drt", "340": "edt", "440": "ill", "460": "ive", "470": "ivr", "590": "prf"},
    **{"600": "pht", "630": "pro", "651": "edt", "660": "rcp", "675": "rev", "690": "aus"},
    **{"705": "scl", "727": "ths", "730": "trl", "005": "act", "250": "cnd"},
}

#: Leader/06, where it differs, and the nature of contents (105 $a/4–7).
_KINDS = {"b": "t", "l": "m", "m": "o"}
_CONTENTS = {"m": "m", "v": "m", "p": "t", "k": "j", "z": "z"}


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
        elif row := _BY_TAG.get(field.tag):
            pairs = dict(zip(row.codes[::2], row.codes[1::2], strict=True))
            inside = [(pairs[code], text) for code, text in field.subfields if code in pairs]
            fields.append(Field(row.to, row.indicators, tuple(inside)))
    kind = record.leader[6:7]
    leader = record.leader[:6] + _KINDS.get(kind, kind) + record.leader[7:]
    return Marc(leader, tuple(fields))


def _fixed(record: Marc) -> str:
    """008 of 100 $a (dates) and 105 $a (contents)."""
    coded = "".join(field.first("a") for field in record.tagged("100")[:1]).ljust(17)
    books = "".join(field.first("a") for field in record.tagged("105")[:1]).ljust(13)
    contents = "".join(_CONTENTS.get(code, " ") for code in books[4:8])
    return f"      s{coded[9:13]}    xx {' ' * 6}{contents}".ljust(40)


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
    inside = [(code, text) for code, text in field.subfields if code in "ab"]
    tag = BODIES[field.tag]
    if field.indicators[:1] == "1":
        tag = tag[0] + "11"
    return Field(tag, "2 ", (*inside, *_roles(field)))


def _roles(field: Field) -> tuple[tuple[str, str], ...]:
    if field.tag.startswith("6"):
        pairs = {"x": "x", "y": "z", "z": "y", "j": "v"}
        return tuple((pairs[code], text) for code, text in field.subfields if code in pairs)
    return tuple(("4", FUNCTIONS.get(code, "oth")) for code in field.all("4"))
