"""Sort keys for texts, with no collation library.

Letters compare without case and accents first; case and accents break ties.
Punctuation counts inside a word only (``d'Arc`` before ``de``), where it comes
before digits, and digits before letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.csl import marks

_EXTRA = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "ı": "i",
}
_INSIDE = re.compile("(?<=[a-z0-9])[^a-z0-9 ]+(?=[a-z0-9])")
_OUTSIDE = re.compile("[^a-z0-9 !]+|(?<![a-z0-9])!+|!+(?![a-z0-9])")
_SKIP = frozenset('"“”«»‹›ʿʾʻʼ')


@lru_cache(maxsize=8192)
def key(text: str) -> tuple[str, str]:
    """A value that sorts as ``text`` should."""
    words = marks.strip(text)
    visible = " ".join(words.split())
    first = " " if words[:1] == " " else ""  # an affix of the style: first of all
    if visible.isascii():
        return first + _ascii(visible.lower()), visible.swapcase()
    folded: list[str] = []
    pending = ""  # punctuation counts inside a word only
    for char in unicodedata.normalize("NFKD", visible.casefold()):
        if char.isalnum():
            folded.append(pending + _EXTRA.get(char, char))
            pending = ""
        elif char.isspace():
            folded.append(" ")
            pending = ""
        elif (
            not unicodedata.combining(char) and char not in _SKIP and folded[-1:] not in ([], [" "])
        ):
            pending = "!"
    return first + "".join(folded).strip(), visible.swapcase()


def _ascii(text: str) -> str:
    """The same for a text of ASCII in lower case, its spaces single."""
    if text.isalnum():
        return text
    text = text.replace('"', "")
    return _OUTSIDE.sub("", _INSIDE.sub("!", text)).strip()
