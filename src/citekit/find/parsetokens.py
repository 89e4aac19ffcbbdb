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
_CLOSE = ".,;:!?)\\]}>»«”“’\"'…›‹"
#: A token: an address, a DOI, or a word with the marks around it.  Brackets, commas,
#: semicolons and colons end one even where no space follows ("66(7):123-130").
_TOKEN = re.compile(
    r"(?:URL:|url:)?<?(?:https?://|ftp://|www\.)[^\s<>]+>?[.,;)]*"
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
_ADDRESS = re.compile(r"(?:URL:)?<?(?:https?://|ftp://|www\.)", re.I)
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

    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    far_before: tuple[str, ...]
    far_after: tuple[str, ...]
    #: a year; "in"; opening and closing quotation marks and brackets
    year: bool
    intro: bool
    opens: str
    closes: str


_INTRO = frozenset("in dans aus en eds ed hrsg hg".split())
_QUOTE_MARKS = "“”\"„«»‘’'`"


def _shape(core: str) -> str:
    """Letters by case, digits, other marks; runs of one kind are one."""
    out: list[str] = []
    for char in core:
        if char.isupper():
            kind = "X"
        elif char.isalpha():
            kind = "x"
        elif char.isdigit():
            kind = "9"
        else:
            kind = char if char in ".-–/&'’" else "_"
        if len(out) > 1 and out[-1] == out[-2] == kind:
            continue
        out.append(kind)
        if len(out) == 7:
            break
    return "".join(out)


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
    at = token.find(core) if core else len(token)
    head, tail = token[:at][-2:], token[at + len(core) :][:3]
    kind = _kind(token, core)
    if kind in ("address", "doi"):
        core, word, tail = "", kind, token[-1:] if not token[-1:].isalnum() else ""
    else:
        word = re.sub(r"\d", "9", core.lower())
    shape = _shape(core)
    own = ["k=" + kind, "s=" + shape, "h=" + head, "t=" + tail, f"kt={kind}{tail}", f"hk={head}{kind}"]
    if core:
        own.append("w=" + word[:24])
        if word[:1].isalpha() and len(word) > 3:
            own += ["p3=" + word[:3], "e3=" + word[-3:], "e2=" + word[-2:]]
            if len(word) > 5:
                own += ["p5=" + word[:5], "e4=" + word[-4:]]
        own.append("wt=" + word[:16] + tail)
    else:
        own.append("w=" + token[:4])
    near = (kind, head, tail, word[:20] if core else token[:4])
    opens = "".join(c for c in token[:at] if c in "([" or c in _QUOTE_MARKS)
    closes = "".join(c for c in token[at + len(core) :] if c in ")]" or c in _QUOTE_MARKS)
    return Look(
        tuple(own),
        (f"-k={near[0]}", f"-t={near[2]}", f"-w={near[3]}", f"-kt={near[0]}{near[2]}"),
        (f"+k={near[0]}", f"+h={near[1]}", f"+w={near[3]}", f"+kt={near[0]}{near[2]}"),
        (f"-2kt={near[0]}{near[2]}", f"-2w={near[3]}"),
        (f"+2kt={near[0]}{near[2]}", f"+2w={near[3]}"),
        kind == "year",
        word in _INTRO,
        opens,
        closes,
    )


_START = ("-start",)
_END = ("+end",)


def features(words: list[str]) -> list[list[str]]:
    """The features of each token of a string."""
    looks = [look(word) for word in words]
    count = len(looks)
    out: list[list[str]] = []
    years = 0
    quoted = bracketed = seen_quote = seen_intro = False
    for index, one in enumerate(looks):
        row = list(one.own)
        row += looks[index - 1].before if index else _START
        row += looks[index + 1].after if index + 1 < count else _END
        if index > 1:
            row += looks[index - 2].far_before
        if index + 2 < count:
            row += looks[index + 2].far_after
        if one.opens:
            if any(mark in "([" for mark in one.opens):
                bracketed = True
            if any(mark in _QUOTE_MARKS for mark in one.opens):
                quoted = seen_quote = True
        row.append(f"i={index if index < 4 else min(index * 8 // count, 7) + 4}")
        row.append(f"r={min(count - 1 - index, 3)}")
        row.append(f"y={min(years, 2)}{'q' if quoted else ''}{'Q' if seen_quote else ''}")
        row.append(f"in={'I' if seen_intro else ''}{'(' if bracketed else ''}")
        out.append(row)
        if one.closes:
            if bracketed and any(mark in ")]" for mark in one.closes):
                bracketed = False
            if quoted and any(mark in _QUOTE_MARKS for mark in one.closes):
                quoted = False
        years += one.year
        seen_intro = seen_intro or one.intro
    return out
