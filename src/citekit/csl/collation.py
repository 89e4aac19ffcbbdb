"""Sort keys for texts, with no collation library.

Letters compare without case and accents first; case and accents break ties.
Quotation marks, brackets and apostrophes are passed over, other punctuation
comes before digits, digits before letters.
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
_SKIP = frozenset("'\"’‘“”«»‹›()[]{}ʿʾʻʼ")


@lru_cache(maxsize=8192)
def key(text: str) -> tuple[str, str]:
    """A value that sorts as ``text`` should."""
    visible = " ".join(marks.strip(text).split())
    folded: list[str] = []
    for char in unicodedata.normalize("NFKD", visible.casefold()):
        if char in _SKIP or unicodedata.combining(char):
            continue
        if char.isalnum():
            folded.append(_EXTRA.get(char, char))
        elif char.isspace():
            folded.append(" ")
        else:
            folded.append("!")
    return "".join(folded).strip(), visible.swapcase()
