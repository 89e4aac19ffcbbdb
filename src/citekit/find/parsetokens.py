"""A reference string as the sequence model sees it: tokens and what they look like.

What a token looks like — its letters, affixes, shape, the punctuation around it — does
not depend on where it stands, so it is worked out once a token and kept; a token's
features are its own with those of its neighbours and a few of its place.  The trainer
(:mod:`benchmarks.train_parser`) and the parser must see the same features: a change here
asks for a new model.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]

_OPEN = "(\\[{<«»„“”\"'‘’`‚‹›*†"
_CLOSE = ".,;:!?)\\]}>»«”“’\"'…›‹*"
#: A word with the marks around it.  Brackets, commas, semicolons and colons end one even
#: where no space follows ("66(7):123-130").
_WORD = rf"[{_OPEN}]*(?:[^\s,;:()\[\]]|,(?=\d{{3}}(?!\d)))+[{_CLOSE}]*|\S"
_WORDS = re.compile(_WORD)
_WORDS_AND_ADDRESSES = re.compile(
    r"(?:URL:|url:)?[<(\[]?(?:https?://|ftp://|www\.)[^\s<>]+>?[.,;)]*"
    r"|(?:doi:|DOI:)?10\.\d{4,9}/\S+"
    rf"|{_WORD}"
)


def tokens(text: str) -> list[Span]:
    """The spans of the tokens of ``text``: words, addresses, DOIs."""
    links = "://" in text or "www." in text or "10." in text
    spans: list[Span] = []
    end = 0
    for word in (_WORDS_AND_ADDRESSES if links else _WORDS).findall(text):
        start = text.find(word, end)
        end = start + len(word)
        spans.append((start, end))
    return spans


_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")
_RANGE = re.compile(r"[a-zA-Z]?\d+[a-z]?\s*[-–—‐−]+\s*[a-zA-Z]?\d+f{0,2}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|e|er|ème|ª|º|\.)", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_ADDRESS = re.compile(r"(?:URL:)?[<(\[]?(?:https?://|ftp://|www\.)", re.I)
_DOI = re.compile(r"(?:doi:)?10\.\d{4,9}/", re.I)
_MONTHS = frozenset(
    """jan january januar janvier enero gennaio feb february februar février fevrier febrero
    febbraio mar march märz mars marzo apr april avril abril aprile may mai mayo maggio jun june
    juni juin junio giugno jul july juli juillet julio luglio aug august août aout agosto sep sept
    september septembre septiembre settembre oct october okt oktober octobre octubre ottobre nov
    november novembre noviembre dec december dez dezember décembre decembre diciembre dicembre
    spring summer autumn fall winter frühjahr sommer herbst printemps été automne hiver""".split()
)


class Look(NamedTuple):
    """What a token looks like, as features for itself and for its neighbours."""

    own: tuple[bytes, ...]
    before: tuple[bytes, ...]
    after: tuple[bytes, ...]
    far_before: bytes
    far_after: bytes
    #: kind and closing marks, and the features of pairs that they begin
    sort: bytes
    behind: bytes
    ahead: bytes
    kind: str
    #: whether it says "in"; the marks that open and close it
    intro: bool
    opens: str
    closes: str


_INTRO = frozenset("in dans aus en eds ed hrsg hg".split())
_QUOTES = "“”\"„«»‘’'`"
_OPENING = frozenset("([" + _QUOTES)
_CLOSING = frozenset(")]" + _QUOTES)


class _Shapes(dict[int, str]):
    """Letters by case, digits, other marks, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isupper():
            kind = "X"
        elif char.isalpha():
            kind = "x"
        elif char.isdigit():
            kind = "9"
        else:
            kind = char if char in ".-–/&'’" else "_"
        self[code] = kind
        return kind


_SHAPES = _Shapes()
_RUN = re.compile(r"(.)\1\1+")


@lru_cache(maxsize=1 << 14)
def _shape(kinds: str) -> str:
    """Kinds of characters in a row, a run of one kind as two."""
    return _RUN.sub(r"\1\1", kinds)[:7]


def _kind(token: str, core: str) -> str:
    """The kind of a token, as a letter: short features are looked up faster.

    Y year, 1–5 so many digits, r range, o ordinal, n another number, M month, I initials,
    R roman number, C short and U long word in capitals, T capitalised and l lower-case word,
    c letters with digits, u address, d DOI, m a mark, x anything else.
    """
    if core.isalpha():
        return _kind_of_word(core)
    if not core:
        return "m"
    if "/" in token and _ADDRESS.match(token):
        return "u"
    if core[0].isdigit():
        if "/" in token and _DOI.match(token):
            return "d"
        if core.isdigit():
            return "Y" if _YEAR.fullmatch(core) else str(min(len(core), 5))
        if _YEAR.fullmatch(core):
            return "Y"
        if _RANGE.fullmatch(core):
            return "r"
        return "o" if _ORDINAL.fullmatch(core) else "n"
    if "10." in token and _DOI.match(token):
        return "d"
    if token.startswith("www."):
        return "u"
    if _INITIALS.fullmatch(token.strip("([,;:)]")):
        return "I"
    if any(map(str.isdigit, core)):
        return "c"
    if core.isupper():
        return "U"
    if core[0].isupper():
        return "T"
    return "l" if core[0].islower() else "x"


def _kind_of_word(core: str) -> str:
    if core.isupper():
        if len(core) == 1:
            return "I"
        if _ROMAN.fullmatch(core):
            return "R"
        return "C" if len(core) < 4 else "U"
    if core.lower() in _MONTHS:
        return "M"
    if core[0].isupper():
        return "T"
    return "R" if _ROMAN.fullmatch(core) and core != "l" else "l"


@lru_cache(maxsize=1 << 16)
def look(token: str) -> Look:
    """What ``token`` looks like, wherever it stands."""
    core = token.strip(_MARKS)
    if core:
        at = token.find(core)
        head, tail = token[:at], token[at + len(core) :]
    else:
        head, tail = token, ""
    kind = _kind(token, core)
    if kind in "ud":
        core, word, tail = "", kind, tail[:1]
    else:
        word = core.lower()
        if not word.isalpha():
            word = _DIGIT.sub("9", word)
    opens = head if head and not _OPENING.isdisjoint(head) else ""
    closes = tail if tail and not _CLOSING.isdisjoint(tail) else ""
    sort = kind + tail[:3]
    name = word[:11] if core else token[:4]
    own = f"s={head[-2:]}{_shape(core[:24].translate(_SHAPES))} t={sort} w={name}"
    if len(word) > 3 and word[0].isalpha() and core:
        own += f" e={word[-3:]}"
        if len(word) > 5:
            own += f" p={word[:5]}"
    coded = f"{own} a={name} b={sort} c={name} d={head[-2:]}{sort} f={sort} g={sort}"
    row = tuple(coded.encode().split())
    return Look(
        row[:-6],
        row[-6:-4],
        row[-4:-2],
        row[-2],
        row[-1],
        sort.encode(),
        f"k={sort}|".encode(),
        f"n={sort}|".encode(),
        kind,
        word in _INTRO,
        opens,
        closes,
    )


#: Marks around words; others count as letters do.
_MARKS = _OPEN.replace("\\", "") + _CLOSE.replace("\\", "") + "-–—/&#=+%~|^°•·…§©®™<>"
_DIGIT = re.compile(r"\d")
_START = (b"<",)
_END = (b">",)


def features(words: list[str]) -> list[list[bytes]]:
    """The features of each token of a string."""
    looks = [look(word) for word in words]
    count = len(looks)
    if not count:
        return []
    kinds = [one.kind for one in looks]
    first = b"h=%b|%b|" % (looks[0].sort, looks[min(1, count - 1)].sort)
    whole = b"G=%b%b%b%b" % (
        b"I" * any(one.intro for one in looks),
        b"R" * ("r" in kinds),
        b"Y" * ("Y" in kinds[: 2 + count // 3]),
        b"Q" * any(one.opens for one in looks),
    )
    out: list[list[bytes]] = []
    years = 0
    state = 0  # what was seen: 1 a bracket open, 2 a quotation open, 4 quoted, 8 "in"
    last = count - 1
    before: Look | None = None
    for index, one in enumerate(looks):
        if one.opens:
            for mark in one.opens:
                state |= 1 if mark in "([" else 6 if mark in _QUOTES else 0
        sort = one.sort
        after = looks[index + 1] if index < last else None
        row = [
            *one.own,
            *(before.before if before else _START),
            *(after.after if after else _END),
            _SEEN[years * 16 + state],
            _PLACES[index if index < 4 else min(index * 8 // count, 7) + 4],
            (before.behind if before else b"k=^|") + sort,
            one.ahead + (after.sort if after else b"$"),
            first + sort,
            whole,
        ]
        if index > 1:
            row.append(looks[index - 2].far_before)
        if index + 1 < last:
            row.append(looks[index + 2].far_after)
        out.append(row)
        before = one
        if one.closes:
            for mark in one.closes:
                state &= ~1 if mark in ")]" else ~2 if mark in _QUOTES else ~0
        if years < 2 and one.kind == "Y":
            years += 1
        if one.intro:
            state |= 8
    return out


_SEEN = [b"y=%d%x" % (years, state) for years in range(3) for state in range(16)]
_PLACES = [b"i=%d" % index for index in range(12)]
