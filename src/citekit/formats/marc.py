"""MARC 21 in its own exchange format, ISO 2709, read.

Records end with a group separator, fields with a record separator; the directory
gives tags and places.  Files whose lengths are wrong, as they are after every
change of encoding, are read by the separators.  Text is UTF-8 or MARC-8, told by
what it is: leader/09 is often wrong; or Latin-1, which MARC does not know, and which
is therefore told.  MARC-8 is turned into Unicode by pymarc.
"""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile

from pymarc.marc8 import marc8_to_unicode

from citekit.errors import Problem, SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item
from citekit.formats.marc8 import is_latin, latin
from citekit.formats.marcmap import Field, Marc
from citekit.formats.marcxml import from_record

_RECORD_END, _FIELD_END, _SUBFIELD = b"\x1d", b"\x1e", b"\x1f"
#: What may stand between records, and belongs to none.
_FILL = b"\r\n \t\x00\x1a"
_LEADER = re.compile(rb"[\d ]{5}[\s\S]{7}[\d ]{5}[\s\S]{3}")
_ENTRY = 12
_MOST_BYTES = 99_999
_SOUND = re.compile(rb"[0-9A-Za-z]{3}[0-9 ]{9}")


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a file of MARC records, each with its extracts.

    Raises SyntaxProblemError for a file that does not begin with a record.
    """
    for one in marcs(source, file):
        if isinstance(one, Problem):
            yield one
        else:
            yield from from_record(one)


def marcs(source: str | bytes, file: str | None = None) -> Iterator[Marc | Problem]:
    """The records of a file that have any field, and what is wrong with them, before each.

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
        chunk = data[start:end].strip(_FILL)
        length = len(data[start:end].lstrip(_FILL)) + (end < len(data))
        start = end + 1
        if not chunk:
            continue
        number += 1
        if not _LEADER.match(chunk[:24]) or _FIELD_END not in chunk:
            yield error("broken-record", f"record {number} is no MARC record", Where(file))
            continue
        marc, fault, encoding = _marc(chunk, end == len(data))
        id = marc.control("001")
        name = f"record {number} (001 {id})" if id else f"record {number}"
        fault = fault or ("" if marc.fields else "there is no field in it")
        if fault:
            hint = "compare the work with the record; what could be read is there"
            yield error("broken-record", f"{name}: {fault}", Where(file), hint)
        elif lengths := _length(chunk, length):
            said, counted = lengths
            message = f"{name}: the leader says {said} bytes, the record has {counted}"
            hint = "compare the work with the record; everything in it was read"
            yield warning("record-length", message, Where(file), hint)
        if encoding:
            yield warning("encoding", f"{name}: {encoding}", Where(file))
        if marc.fields:
            yield marc


def _marc(chunk: bytes, is_last: bool) -> tuple[Marc, str, str]:
    """A record, what is wrong with it, and with its encoding; one that ``is_last`` ends with
    the file."""
    directory, *contents = chunk.split(_FIELD_END)
    leader = directory[:24].decode("latin-1")
    entries, fault = _entries(directory[24:])
    cut = is_last and bool(contents) and bool(contents[-1])
    if contents and not contents[-1]:
        contents.pop()
    if cut and not fault:
        fault = f"truncated: the file ends in field {len(contents)} of {len(entries)}"
        pairs = list(zip(entries, contents, strict=False))
    else:
        pairs = _paired(entries, contents)
        fault = fault or _disagreement(entries, contents)
    decode = _decoder(chunk)
    fields: list[Field] = []
    clean = True
    for entry, content in pairs:
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
    encoding = decode.told if clean else "characters are neither UTF-8 nor MARC-8"
    return Marc(leader, tuple(fields)), fault, encoding


def _entries(directory: bytes) -> tuple[list[bytes], str]:
    """The entries of a directory by the places they give, and what is wrong with it.

    Of a broken one the sound entries at its beginning and at its end (ISO 2709: a
    tag, a length and a place, all of one size).
    """
    size = len(directory)
    first = [directory[at : at + _ENTRY] for at in range(0, size - _ENTRY + 1, _ENTRY)]
    if size % _ENTRY == 0 and all(map(_SOUND.fullmatch, first)):
        return sorted(first, key=_place), ""
    head = list(takewhile(_SOUND.fullmatch, first))
    rest = directory[len(head) * _ENTRY :]
    back = [rest[at - _ENTRY : at] for at in range(len(rest), _ENTRY - 1, -_ENTRY)]
    tail = list(takewhile(_SOUND.fullmatch, back))
    fault = f"the directory is broken behind its entry {len(head)}"
    return sorted([*head, *tail], key=_place), fault


def _paired(entries: list[bytes], contents: list[bytes]) -> list[tuple[bytes, bytes]]:
    """Each entry with its field.

    They come in the same order.  Where there are more of the one than of the other, those
    at the beginning and at the end belong together whose lengths agree, and what is left
    between them in its order.
    """
    if len(entries) == len(contents):
        return list(zip(entries, contents, strict=True))
    most = min(len(entries), len(contents))
    head = 0
    while head < most and _agrees(entries[head], contents[head]):
        head += 1
    tail = 0
    while tail < most - head and _agrees(entries[-1 - tail], contents[-1 - tail]):
        tail += 1
    between = zip(
        entries[head : len(entries) - tail], contents[head : len(contents) - tail], strict=False
    )
    last = zip(entries[len(entries) - tail :], contents[len(contents) - tail :], strict=True)
    return [*zip(entries[:head], contents[:head], strict=True), *between, *last]


def _disagreement(entries: list[bytes], contents: list[bytes]) -> str:
    """What directory and fields do not agree in.

    Lengths do not count where the text may have got another encoding since, nor where none
    is right.
    """
    if len(entries) != len(contents):
        return f"the directory has {len(entries)} fields, but {len(contents)} end with a terminator"
    plain = [
        (entry, _agrees(entry, content))
        for entry, content in zip(entries, contents, strict=True)
        if content.isascii() and b"\x1b" not in content
    ]
    wrong = [entry[:3].decode("latin-1") for entry, agrees in plain if not agrees]
    if not wrong or len(wrong) == len(plain):
        return ""
    return f"the directory gives another length of {', '.join(dict.fromkeys(wrong))}"


def _length(chunk: bytes, length: int) -> tuple[int, int] | None:
    """The length in the leader (leader/00-04) and that of the record, where they differ.

    A record whose text is not ASCII may have got another encoding since; what counts then
    is the length that its directory makes of it.  Zeros are none, and nines all that five
    digits can say.
    """
    said = int(chunk[:5]) if chunk[:5].isdigit() else 0
    if not chunk.isascii() or b"\x1b" in chunk:
        directory, base = chunk.split(_FIELD_END)[0][24:], chunk[12:17]
        entries, fault = _entries(directory)
        if fault or not entries or not base.isdigit():
            return None
        ends = [_place(entry) + int(entry[3:7]) for entry in entries if entry[3:7].isdigit()]
        length = int(base) + max(ends, default=0) + 1
    return None if said in (0, length) or min(said, length) >= _MOST_BYTES else (said, length)


def _agrees(entry: bytes, content: bytes) -> bool:
    """Whether a field, with its terminator, is as long as its entry says."""
    return entry[3:7].isdigit() and int(entry[3:7]) == len(content) + 1


def _place(entry: bytes) -> int:
    """Where a directory entry says that its field starts."""
    digits = entry[7:12]
    return int(digits) if digits.isdigit() else 0


class _Decoder:
    """Bytes of a subfield as text, and whether that went well; ``told`` is what there is to
    say of an encoding that MARC does not know."""

    def __init__(self, encoding: str, told: str = "") -> None:
        self.encoding = encoding
        self.told = told

    def __call__(self, data: bytes) -> tuple[str, bool]:
        if self.encoding == "utf-8" or (data.isascii() and b"\x1b" not in data):
            return data.decode("utf-8", "replace"), True
        if self.encoding == "cp1252":
            return latin(data), True
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                text: str = marc8_to_unicode(data, hide_utf8_warnings=True)
        except (ValueError, LookupError, TypeError):
            return data.decode("latin-1"), False
        return unicodedata.normalize("NFC", text), True


def _decoder(chunk: bytes) -> _Decoder:
    """UTF-8 where it decodes, else MARC-8 or Latin-1, as the bytes are likely to be."""
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        is_unicode = chunk[9:10] == b"a"
        if not is_latin(chunk, is_unicode):
            return _Decoder("marc-8")
        said = "UTF-8" if is_unicode else "MARC-8"
        told = f"the leader says {said}, the text was read as Latin-1 (Windows-1252)"
        return _Decoder("cp1252", told)
    return _Decoder("marc-8" if b"\x1b" in chunk else "utf-8")
