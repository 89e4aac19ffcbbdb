"""Sort keys for texts, with no collation library.

Letters compare without case and accents first; case and accents break ties.
Punctuation counts inside a word only (``d'Arc`` before ``de``), where it comes
before digits, and digits before letters.
"""

from __future__ import annotations

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
_SKIP = frozenset('"“”«»‹›ʿʾʻʼ')


@lru_cache(maxsize=8192)
def key(text: str) -> tuple[str, str]:
    """A value that sorts as ``text`` should."""
    words = marks.strip(text)
    visible = " ".join(words.split())
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
    first = " " if words[:1] == " " else ""  # an affix of the style: first of all
    return first + "".join(folded).strip(), visible.swapcase()
