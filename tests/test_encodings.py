"""Encodings of text files: found, and the bytes given back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.encodings import decode, encode


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        ("é".encode(), "utf-8", "é"),
        ("é".encode("utf-8-sig"), "utf-8", "é"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"a \x96 b\xe9", "cp1252", "a – b\xe9"),
        (b"\x81\xe9", "iso-8859-1", "\x81é"),
        (b"% Encoding: windows-1250\n\xb3", "cp1250", "% Encoding: windows-1250\nł"),
        (b"% -*- coding: latin-2-unix -*-\n\xb3", "iso8859-2", None),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?>\xb3', "iso8859-2", None),
        (b"% Encoding: nosuch\n\xb3", "iso-8859-1", None),
        (b"% Encoding: unicode_escape\n\xb3", "iso-8859-1", None),
        (b"% Encoding: rot13\n\xb3", "iso-8859-1", None),
        ("@a{é, x={1}}".encode("utf-16-le"), "utf-16-le", "@a{é, x={1}}"),
        ("@a{é, x={1}}".encode("utf-16-be"), "utf-16-be", "@a{é, x={1}}"),
        (b"\xff\xfe@\x00", "utf-16-le", "@"),
        (b"\xfe\xff\x00@", "utf-16-be", "@"),
        (b"\xff\xfe\x00\x00@\x00\x00\x00", "utf-32-le", "@"),
        (b"a\x00b", "utf-8", "a\x00b"),
    ],
)
def test_encoding_is_found(data: bytes, encoding: str, text: str | None) -> None:
    found = decode(data)
    assert found.encoding == encoding
    if text is not None:
        assert found.text == text
    assert encode(*found) == data


def test_stray_bytes_in_utf8_are_refused() -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        decode("éé".encode() + b"\xe9")
    assert caught.value.start == 4
    with pytest.raises(UnicodeDecodeError) as caught:
        decode("Øst, ".encode() + b"\xff\xfe" + " Wägeli".encode())
    assert caught.value.start == 6


def test_letters_that_look_like_utf8_by_chance() -> None:
    assert decode("« CÔTÉ» dit-elle, « été »".encode("iso-8859-1")).text.startswith("« CÔTÉ» dit")


@given(st.binary() | st.text().map(str.encode))
def test_bytes_come_back(data: bytes) -> None:
    try:
        found = decode(data)
    except UnicodeDecodeError:
        return
    assert encode(*found) == data
