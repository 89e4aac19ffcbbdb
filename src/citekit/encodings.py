"""In which encoding a text file is, and its text.

UTF-8 is the rule.  A byte order mark says UTF-8, UTF-16 or UTF-32 (Unicode 15,
section 23.8); without one, zero bytes in every other place say UTF-16 (RFC 4627,
section 3).  What is none of these is in the encoding it names itself (JabRef's
``% Encoding:``, Emacs' ``-*- coding: -*-``, an XML declaration), else in
ISO 8859-1, or in Windows-1252 where bytes stand that ISO 8859-1 has no letter for.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: So many bytes tell whether a file without a mark is UTF-16.
_HEAD = 4096
_DECLARED = re.compile(
    rb"\A[^\r\n]*?(?:Encoding: *|coding[:=] *|<\?xml[^>]*encoding=[\"'])([A-Za-z0-9_.:-]+)"
)
_LINE_ENDS = re.compile(r"-(?:unix|dos|mac)$")
#: Bytes that are no UTF-8, as Python decodes them (PEP 383).
_STRAY = re.compile("[\udc80-\udcff]+")
_CONTROLS = re.compile(rb"[\x80-\x9f]")
#: Names that no file of bytes can mean: decided above, or no encodings of text.
_UNICODE = re.compile(r"utf[-_]?(?:8|16|32)|raw|unicode|escape|idna|punycode|mbcs|undefined", re.I)


class Decoded(NamedTuple):
    """A file's text without its byte order mark; ``bom`` says whether it had one."""

    text: str
    encoding: str = "utf-8"
    bom: bool = False


def decode_utf8(data: bytes) -> Decoded:
    """The text of UTF-8; raises UnicodeDecodeError, counting from after the mark."""
    bom = data.startswith(codecs.BOM_UTF8)
    return Decoded(data[len(codecs.BOM_UTF8) * bom :].decode("utf-8"), bom=bom)


def decode(data: bytes) -> Decoded:
    """The text of a file in whatever encoding; ``encode`` gives the bytes back.

    Raises UnicodeDecodeError for UTF-8 with stray bytes in it: any other
    reading would spoil what is right.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            found = _whole(data[len(mark) :], encoding)
            if found is not None:
                return found._replace(bom=True)
    for encoding in _without_mark(data):
        found = _whole(data, encoding)
        if found is not None:
            return found
    try:
        return decode_utf8(data)
    except UnicodeDecodeError as cause:
        if _mostly_utf8(data):
            raise
        failure = cause
    windows = ("cp1252",) if _CONTROLS.search(data) else ()
    for encoding in (*_declared(data), *windows, "iso-8859-1"):
        found = _whole(data, encoding)
        if found is not None:
            return found
    raise failure


def is_text(text: str) -> bool:
    """Whether what was decoded is text: no file of text holds the character NUL
    (POSIX.1-2017, base definitions 3.403), and hardly any other file holds none."""
    return "\0" not in text


def encode(text: str, encoding: str = "utf-8", bom: bool = False) -> bytes:
    """The bytes of a file; raises UnicodeEncodeError for what the encoding lacks."""
    return ("\ufeff" + text if bom else text).encode(encoding)


def _whole(data: bytes, encoding: str) -> Decoded | None:
    """The text in one encoding, if it can be written back as it was."""
    try:
        text = data.decode(encoding)
        whole = text.encode(encoding) == data
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, encoding) if whole else None


def _without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 by its zero bytes: the upper half of most characters in any .bib file."""
    head = data[:_HEAD]
    half = len(head) // 2
    if len(data) % 2 or not half or 0 not in head:
        return ()
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > half // 2 and even < odd // 8:
        return ("utf-16-le",)
    if even > half // 2 and odd < even // 8:
        return ("utf-16-be",)
    return ()


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding that the first line names, if it is one of bytes."""
    found = _DECLARED.match(data)
    if not found:
        return ()
    name = _LINE_ENDS.sub("", found[1].decode("ascii"))
    for spelling in (name, name.replace("-", "")):
        with suppress(LookupError, UnicodeError):
            known = codecs.lookup(spelling)
            b"".decode(known.name)
            return () if _UNICODE.search(known.name) else (known.name,)
    return ()


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters are right UTF-8 than stretches of bytes are stray: letters of
    another encoding are hardly ever right by chance."""
    text = data.decode("utf-8", "surrogateescape")
    right = sum(char > "\x7f" and not "\udc80" <= char <= "\udcff" for char in text)
    return right > len(_STRAY.findall(text))
