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
#: A token: an address, a DOI, or a word with the marks around it.  Brackets, commas,
#: semicolons and colons end one even where no space follows ("66(7):123-130").
_TOKEN = re.compile(
    r"(?:URL:|url:)?[<(\[]?(?:https?://|ftp://|www\.)[^\s<>]+>?[.,;)]*"
    r"|(?:doi:|DOI:)?10\.\d{4,9}/\S+"
    rf"|[{_OPEN}]*(?:[^\s,;:()\[\]]|,(?=\d{{3}}(?!\d)))+[{_CLOSE}]*"
    r"|\S"
)


def tokens(text: str) -> list[Span]:
    """The spans of the tokens of ``text``."""
    return [found.span() for found in _TOKEN.finditer(text)]


_CORE = re.compile(r"^\W*(.*?)\W*$", re.S)
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
    far_before: tuple[bytes, ...]
    far_after: tuple[bytes, ...]
    #: kind and closing marks, for pairs of tokens
    sort: str
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


def _shape(core: str) -> str:
    """The kinds of characters in a row, a run of one kind as two."""
    return _RUN.sub(r"\1\1", core[:24].translate(_SHAPES))[:7]


def _kind(token: str, core: str) -> str:
    """The kind of a token that no word list tells."""
    if _ADDRESS.match(token):
        return "address"
    if _DOI.match(token):
        return "doi"
    if not core:
        return "mark"
    if core[0].isdigit():
        if _YEAR.fullmatch(core):
            return "year"
        if core.isdigit():
            return f"digits{min(len(core), 5)}"
        if _RANGE.fullmatch(core):
            return "range"
        if _ORDINAL.fullmatch(core):
            return "ordinal"
        return "number"
    bare = token.strip("([,;:)]")
    if _INITIALS.fullmatch(bare) or (len(core) == 1 and core.isupper()):
        return "initials"
    if len(core) < 4 and core.isalpha() and core.isupper():
        return "roman" if _ROMAN.fullmatch(core) else "caps"
    if _ROMAN.fullmatch(core) and core != "l":
        return "roman"
    if core.lower() in _MONTHS:
        return "month"
    if any(char.isdigit() for char in core):
        return "code"
    if core.isupper():
        return "upper"
    if core[0].isupper():
        return "title"
    return "lower" if core[0].islower() else "other"


@lru_cache(maxsize=1 << 16)
def look(token: str) -> Look:
    """What ``token`` looks like, wherever it stands."""
    found = _CORE.match(token)
    core = found[1] if found else ""
    if core:
        at = token.find(core)
        head, tail = token[:at], token[at + len(core) :]
    else:
        head, tail = token, ""
    kind = _kind(token, core)
    if kind in ("address", "doi"):
        core, word, tail = "", kind, tail[:1]
    else:
        word = core.lower()
        if not word.isalpha():
            word = _DIGIT.sub("9", word)
    opens = head if _OPENING.intersection(head) else ""
    closes = tail if _CLOSING.intersection(tail) else ""
    head, tail = head[-2:], tail[:3]
    sort = kind + tail
    name = word[:20] if core else token[:4]
    own = [f"k={kind}", f"s={_shape(core)}", f"kt={sort}", f"hk={head}{kind}", f"w={name}"]
    if core:
        if len(word) > 3 and word[0].isalpha():
            own += ["p3=" + word[:3], "e3=" + word[-3:], "e2=" + word[-2:]]
            if len(word) > 5:
                own += ["p5=" + word[:5], "e4=" + word[-4:]]
        own.append(f"wt={word[:16]}{tail}")
    return Look(
        _coded(*own),
        _coded("-k=" + kind, "-w=" + name, "-kt=" + sort),
        _coded("+k=" + kind, "+w=" + name, f"+kt={head}{sort}"),
        _coded("-2kt=" + sort, "-2w=" + name),
        _coded("+2kt=" + sort, "+2w=" + name),
        sort,
        kind,
        word in _INTRO,
        opens,
        closes,
    )


def _coded(*names: str) -> tuple[bytes, ...]:
    """Features as the tagger takes them without another conversion."""
    return tuple(name.encode() for name in names)


_DIGIT = re.compile(r"\d")
_START = (b"-start",)
_END = (b"+end",)


def features(words: list[str]) -> list[list[bytes]]:
    """The features of each token of a string."""
    looks = [look(word) for word in words]
    count = len(looks)
    if not count:
        return []
    sorts = ["^", *(one.sort for one in looks), "$"]
    first = f"{sorts[1]}|{sorts[min(2, count)]}|"
    kinds = [one.kind for one in looks]
    whole = (
        f"G={'I' * any(one.intro for one in looks)}{'R' * ('range' in kinds)}"
        f"{'Y' * ('year' in kinds[: 2 + count // 3])}{'Q' * any(one.opens for one in looks)}"
    ).encode()
    out: list[list[bytes]] = []
    years = 0
    quoted = bracketed = seen_quote = seen_intro = False
    for index, one in enumerate(looks):
        row = [*one.own, *(looks[index - 1].before if index else _START)]
        row += looks[index + 1].after if index + 1 < count else _END
        if index > 1:
            row += looks[index - 2].far_before
        if index + 2 < count:
            row += looks[index + 2].far_after
        if one.opens:
            for mark in one.opens:
                if mark in "([":
                    bracketed = True
                elif mark in _QUOTES:
                    quoted = seen_quote = True
        sort = one.sort
        row.append(
            f"y={min(years, 2)}{'q' if quoted else ''}{'Q' if seen_quote else ''}"
            f"{'I' if seen_intro else ''}{'(' if bracketed else ''}".encode()
        )
        row.append(f"i={index if index < 4 else min(index * 8 // count, 7) + 4}".encode())
        row.append(f"r={min(count - 1 - index, 3)}".encode())
        row.append(f"kk={sorts[index]}|{sort}".encode())
        row.append(f"kn={sort}|{sorts[index + 2]}".encode())
        row.append(f"g={first}{sort}".encode())
        row.append(whole)
        out.append(row)
        if one.closes:
            for mark in one.closes:
                if mark in ")]":
                    bracketed = False
                elif mark in _QUOTES:
                    quoted = False
        years += one.kind == "year"
        seen_intro = seen_intro or one.intro
    return out
