"""Whether bytes of a MARC record that are not UTF-8 are MARC-8 or Latin-1.

In MARC-8 (ANSEL, ANSI/NISO Z39.47; MARC 21 Specifications, character sets) a diacritic
stands before its letter, mostly a vowel; many of Latin-1's letters are no characters of it at
all.  Both are counted over the record, and what there is more of counts.
"""

from __future__ import annotations

import re

#: Bytes with no meaning in MARC-8's extended Latin set.
_UNDEFINED = re.compile(
    rb"[\xaf\xbb\xbe\xbf\xc9-\xdf\xfc\xfd\xff\x80-\x87\x8a-\x8c\x8f-\x97\x99-\x9b\x9d-\xa0]"
)
#: A diacritic before a vowel, or before a consonant that it is used with; letters of ANSEL
#: inside a word.
_MARKED = re.compile(
    rb"[\xe0-\xf0\xf2-\xfb\xfe][AEIOUYaeiouy]|[\xe7\xf0\xf2\xf7][B-DGHK-NR-TVZb-dghk-nr-tvz]"
    rb"|(?<=[A-Za-z])[\xb1-\xb6](?=[a-z])|[\xeb\xec\xae\xb0\xa7][A-Za-z]"
)
#: A letter of Latin-1 before what bears no diacritic, or not this one.
_UNMARKED = re.compile(
    rb"[\xe0-\xea\xed-\xef\xf1-\xfb](?![A-Za-z\xe0-\xfe])|\xc4[A-Za-z]|\xe7[\xe0-\xfe]|\xf1[OUou]"
    rb"|[\xe0\xe8\xee\xf3\xf4\xf6\xf9\xfb][B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]"
    rb"|\xe4[B-DF-HJ-MP-TV-XZb-df-hj-mp-tv-xz]|\xe9[BFHJKMPQVWXbfhjkmpqvwx]"
)
_LATIN_LANGUAGES = frozenset((b"fre", b"ger", b"spa", b"dut", b"dan", b"swe", b"nor"))
_LANGUAGE = re.compile(rb"\x1e.{35}([a-z]{3})[^\x1e\x1f]{0,2}\x1e", re.S)


def is_latin(record: bytes, is_unicode: bool) -> bool:
    """Whether a record that is not UTF-8 is in Latin-1; ``is_unicode`` if its leader says that
    it is UTF-8."""
    if b"\x1b" in record:
        return False
    against = 3 * len(_UNDEFINED.findall(record)) + len(_UNMARKED.findall(record))
    marked = len(_MARKED.findall(record))
    if against != marked:
        return against > marked
    language = _LANGUAGE.search(record)
    return is_unicode or (language is not None and language[1] in _LATIN_LANGUAGES)


def latin(data: bytes) -> str:
    """Text in Windows-1252, where that has no character in Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
