"""MARC 21 in its own exchange format, ISO 2709, read.

Records end with a group separator, fields with a record separator; the directory
gives tags and places.  Files whose lengths are wrong, as they are after every
change of encoding, are read by the separators.  Text is UTF-8 or MARC-8, told by
what it is: leader/09 is often wrong.  MARC-8 is turned into Unicode by pymarc.
"""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from collections.abc import Iterator

from pymarc.marc8 import marc8_to_unicode

from citekit.errors import SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item
from citekit.formats.marcmap import Field, Marc
from citekit.formats.marcxml import from_record

_RECORD_END, _FIELD_END, _SUBFIELD = b"\x1d", b"\x1e", b"\x1f"
_LEADER = re.compile(rb"[\d ]{5}[\s\S]{7}[\d ]{5}[\s\S]{3}")
_ENTRY = 12


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a file of MARC records, each with its extracts.

    Raises SyntaxProblemError for a file that does not begin with a record.
    """
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not _LEADER.match(data[:24]) or _FIELD_END not in data[:100_000]:
        raise SyntaxProblemError("no MARC record in this file", Where(file))
    start = number = 0
    while start < len(data):
        end = data.find(_RECORD_END, start)
        end = len(data) if end < 0 else end
        chunk = data[start:end].strip(b"\r\n \t\x00\x1a")
        start = end + 1
        if not chunk:
            continue
        number += 1
        if not _LEADER.match(chunk[:24]) or _FIELD_END not in chunk:
            yield error("broken-record", f"record {number} is no MARC record", Where(file))
            continue
        marc, clean = _marc(chunk)
        if not clean:
            message = f"record {number}: characters are neither UTF-8 nor MARC-8"
            yield warning("encoding", message, Where(file))
        yield from from_record(marc)


def _marc(chunk: bytes) -> tuple[Marc, bool]:
    """A record, and whether all of its text could be read."""
    directory, *contents = chunk.split(_FIELD_END)
    leader = directory[:24].decode("latin-1")
    entries = [directory[at : at + _ENTRY] for at in range(24, len(directory) - _ENTRY + 1, _ENTRY)]
    if contents and not contents[-1]:
        contents.pop()
    entries.sort(key=_place)
    decode = _decoder(chunk)
    fields: list[Field] = []
    clean = True
    for entry, content in zip(entries, contents, strict=False):
        tag = entry[:3].decode("latin-1")
        if tag < "010":
            text, good = decode(content)
            fields.append(Field(tag, "", (("", text),)))
        else:
            indicators, *parts = content.split(_SUBFIELD)
            read = [(part[:1].decode("latin-1"), *decode(part[1:])) for part in parts if part]
            subfields = tuple((code, text) for code, text, _ in read)
            good = all(one for _, _, one in read)
            fields.append(Field(tag, indicators.decode("latin-1")[:2].ljust(2), subfields))
        clean = clean and good
    clean = clean and len(entries) == len(contents)
    return Marc(leader, tuple(fields)), clean


def _place(entry: bytes) -> int:
    """Where a directory entry says that its field starts."""
    digits = entry[7:12]
    return int(digits) if digits.isdigit() else 0


class _Decoder:
    """Bytes of a subfield as text, and whether that went well."""

    def __init__(self, utf8: bool) -> None:
        self.utf8 = utf8

    def __call__(self, data: bytes) -> tuple[str, bool]:
        if self.utf8 or (data.isascii() and b"\x1b" not in data):
            return data.decode("utf-8", "replace"), True
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                text: str = marc8_to_unicode(data, hide_utf8_warnings=True)
        except (ValueError, LookupError, TypeError):
            return data.decode("latin-1"), False
        return unicodedata.normalize("NFC", text), True


def _decoder(chunk: bytes) -> _Decoder:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        return _Decoder(False)
    return _Decoder(b"\x1b" not in chunk)
