"""What of a MARC record its work does not hold.

A subfield is lost if words of it are nowhere in the work.  Cataloguing and coded fields
(00X–04X but for numbers and languages, 33X), holdings and a library's own fields (59X, 69X,
841–887, 9XX) are not counted: they do not describe what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from citekit.dates import format_edtf
from citekit.errors import Problem
from citekit.formats import marc as iso2709
from citekit.formats import marcxml
from citekit.formats.base import Loss
from citekit.formats.marcmap import Field, Marc
from citekit.formats.marcroles import variables_of
from citekit.formats.marctext import is_absent, plain
from citekit.formats.unimarc import is_unimarc
from citekit.model import Date, Work

_WORD = re.compile(r"[^\W_]+")
_COUNTED = re.compile(
    r"0(?:2[0-8]|41|[5-9]\d)|1\d\d|2\d\d|3(?!3[678])\d\d|4\d\d|5(?!9[1-9]|83)\d\d|6(?!9)\d\d"
    r"|7\d\d|8(?:[0-3]\d|80|5[26])"
)
_COUNTED_UNIMARC = re.compile(r"01[01]|101|[2-7]\d\d|856")
#: Subfields that say how a field was made, link it, or are read as what they mean.
_NOT_COUNTED = {
    **{"020": "cq", "022": "y", "100": "u", "110": "u", "700": "iu", "710": "iu", "765": "i"},
    **{"260": "c", "264": "c", "773": "gqi", "830": "x", "852": "bijkmnpqstxz", "880": "6"},
    **{"856": "acdfhijklmnopqrstvxyz", "502": "ad"},
}
_UNIMARC_NOT_COUNTED = {
    **{"010": "bd", "210": "d", "214": "d", "215": "a", "328": "a", "700": "43", "462": "cdnpv"},
    **{"461": "cdnpv", "463": "cdnpv", "856": "abcdfhijklmnopqrstvxyz"},
}
_LONGEST = 60


def losses(format_name: str, content: str | bytes, file: str) -> Iterator[Loss]:
    """What is lost in reading a file of MARC records ("marc") or MARCXML ("marcxml").

    Raises SyntaxProblemError where reading does.
    """
    placed: Iterator[tuple[Marc, int]]
    if format_name == "marcxml":
        found = marcxml.marcs(content, file)
        placed = ((one.marc, one.line) for one in found if not isinstance(one, Problem))
    else:
        each = iso2709.marcs(content, file)
        placed = ((one, 0) for one in each if not isinstance(one, Problem))
    for number, (record, line) in enumerate(placed, 1):
        id = record.control("001")
        key = f"record {number} ({id})" if id else f"record {number}"
        for field, how in record_losses(record):
            yield Loss(key, field, "dropped", how, file if line else "", line)


def record_losses(record: Marc) -> Iterator[tuple[str, str]]:
    """Tag and subfields of what is lost of a record, and their text; of a statement of
    responsibility the names and what they did stay."""
    works = [one for one in marcxml.from_record(record) if isinstance(one, Work)]
    known = set(_words(works[0]))
    unimarc = is_unimarc(record)
    counted = _COUNTED_UNIMARC if unimarc else _COUNTED
    for field in record.fields:
        if not counted.fullmatch(field.tag):
            continue
        codes = _UNIMARC_NOT_COUNTED if unimarc else _NOT_COUNTED
        without = codes.get(field.tag, "")
        lost = [part for part in field.subfields if _is_lost(field, *part, without, known)]
        if lost:
            names = dict.fromkeys(code for code, _ in lost)
            yield f"{field.tag} {''.join(f'${code}' for code in names)}", _clipped(lost)


def _is_lost(field: Field, code: str, text: str, without: str, known: set[str]) -> bool:
    if not code.isalpha() or code == "w" or code in without:
        return False
    if code in "ej" and field.tag[0] in "17" and variables_of(text.rstrip(".,")):
        return False
    return not is_absent(text) and not known.issuperset(_WORD.findall(plain(text)))


def _words(work: Work) -> Iterator[str]:
    for value in chain(work.fields.values(), work.extra.values()):
        if isinstance(value, Date):
            texts = [format_edtf(value)]
        elif isinstance(value, str):
            texts = [value]
        else:
            texts = [part for name in value for part in name if isinstance(part, str)]
        for text in texts:
            yield from _WORD.findall(plain(text))


def _clipped(parts: list[tuple[str, str]]) -> str:
    text = " ".join(text.strip() for _, text in parts)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
