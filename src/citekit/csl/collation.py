"""Sort keys for texts: the Unicode Collation Algorithm (UTS 10) with its default
table, punctuation aside.

Letters compare without case and accents first; case and accents break ties.
Punctuation does not count, but for an apostrophe inside a word (``d'Arc`` before
``de``); digits come before letters.  Letters that are Latin ones with an
accent or a stroke are told by their decomposition, which orders them as the table
does; the table itself, of the package pyuca, is read when there are others.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable
from functools import cache, lru_cache

from citekit.csl import marks

#: Letters that the table decomposes and the normal forms do not.
_EXTRA = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"}
_ORDER = "0123456789abcdefghijklmnopqrstuvwxyz"
#: Weights of the table, as characters behind every one that stands for itself.
_TABLE = 0x10000
_INSIDE = re.compile("(?<=[a-z0-9])'+(?=[a-z0-9])")
_OUTSIDE = re.compile("[^a-z0-9 ']+")
_APOSTROPHES = frozenset("'’")


@lru_cache(maxsize=8192)
def key(text: str) -> tuple[str, str]:
    """A value that sorts as ``text`` should."""
    words = marks.strip(text)
    visible = " ".join(words.split())
    first = " " if words[:1] == " " else ""  # an affix of the style: first of all
    if visible.isascii():
        return first + _ascii(visible.lower()), visible.swapcase()
    folded: list[str] = []
    pending = ""  # an apostrophe counts inside a word only
    foreign = ""  # letters whose weights are in the table
    for char in unicodedata.normalize("NFKD", visible.casefold()):
        simple = _EXTRA.get(char, char if char.isascii() else _digit(char))
        if foreign and (simple or not (char.isalnum() or unicodedata.combining(char))):
            folded.append(_weights(foreign))
            foreign = ""
        if char.isalnum():
            folded.append(pending)
            pending = ""
            if simple:
                folded.append(simple)
            else:
                foreign += char
        elif foreign and unicodedata.combining(char):
            foreign += char
        elif char.isspace():
            folded.append(" ")
            pending = ""
        elif char in _APOSTROPHES and folded[-1:] not in ([], [" "]):
            pending = "!"
    if foreign:
        folded.append(_weights(foreign))
    return first + "".join(folded).strip(), visible.swapcase()


def _digit(char: str) -> str:
    """A decimal digit of any script as an ASCII one, anything else as nothing."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else ""


def _weights(letters: str) -> str:
    """The primary weights of ``letters`` in the default table (UTS 10, section 7).

    A letter that the table puts between two of ours is the lower one of them and
    its weight; letters behind z are their weights alone.
    """
    weights, ours = _table()
    out = ""
    for weight in _primary(weights(letters)):
        at = bisect(ours, weight)
        if not at:
            continue  # a sign, not a letter
        if at < len(ours) or weight == ours[-1]:
            out += _ORDER[at - 1]
        if weight != ours[at - 1]:
            out += chr(_TABLE + weight)
    return out


def _primary(weights: tuple[int, ...]) -> tuple[int, ...]:
    return weights[: weights.index(0)]


@cache
def _table() -> tuple[Callable[[str], tuple[int, ...]], list[int]]:
    """The table's sort keys, and the weights of digits and letters."""
    from pyuca import Collator

    sort_key: Callable[[str], tuple[int, ...]] = Collator().sort_key
    return sort_key, [_primary(sort_key(char))[0] for char in _ORDER]


def _ascii(text: str) -> str:
    """The same for a text of ASCII in lower case, its spaces single."""
    if text.isalnum():
        return text
    return _INSIDE.sub("!", _OUTSIDE.sub("", text)).replace("'", "").strip()
