"""A reference string as the sequence model sees it: tokens and what they look like.

What a token looks like — its letters, affixes, shape, the punctuation around it — does
not depend on where it stands, so it is worked out once a token and kept; a token's
features are its own with those of its neighbours and a few of its place.  They are put
together column by column, which is several times as fast as token by token.  The trainer
(:mod:`benchmarks.train_parser`) and the parser must see the same features: a change here
asks for a new model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple, TypeAlias

Span = tuple[int, int]

_OPEN = "(\\[{<«»„“”\"'‘’`‚‹›*†"
_CLOSE = ".,;:!?)\\]}>»«”“’\"'…›‹*"
#: A word with the marks around it.  Brackets, commas, semicolons and colons end one even
#: where no space follows ("66(7):123-130").
_WORD = rf"[{_OPEN}]*(?:[^\s,;:()\[\]]+|,(?=\d{{3}}(?!\d)))+[{_CLOSE}]*|\S"
_WORDS = re.compile(_WORD)
_WORDS_AND_ADDRESSES = re.compile(
    r"(?:URL:|url:)?[<(\[]?(?:https?://|ftp://|www\.)[^\s<>]+>?[.,;)]*"
    r"|(?:doi:|DOI:)?10\.\d{4,9}/\S+"
    rf"|{_WORD}"
)


def cut(text: str) -> list[str]:
    """The tokens of ``text`` in order: words, addresses, DOIs."""
    links = "://" in text or "www." in text or "10." in text
    found: list[str] = (_WORDS_AND_ADDRESSES if links else _WORDS).findall(text)
    return found


def tokens(text: str) -> list[Span]:
    """The spans of the tokens of ``text``."""
    spans: list[Span] = []
    end = 0
    for word in cut(text):
        start = text.find(word, end)
        end = start + len(word)
        spans.append((start, end))
    return spans


#: A year, with the letter of an author's works or the raised number of an edition.
_YEAR = re.compile(r"[¹²³⁴-⁹]?(?:1[4-9]|20)\d\d(?:[a-z]|[²³⁴-⁹])?")
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


class Form(NamedTuple):
    """What a token looks like apart from its letters, which thousands of tokens share."""

    own: tuple[bytes, bytes]
    before: tuple[bytes]
    after: tuple[bytes]
    far_before: tuple[bytes]
    far_after: tuple[bytes]
    #: kind and closing marks, and the features of pairs that they begin
    sort: bytes
    behind: bytes
    ahead: bytes
    kind: str
    #: the states that its marks begin, and those they leave
    opens: int
    stays: int


#: What a token looks like: features for itself, for the token behind it and for the one
#: before it, whether it says "in", and its form.
Look: TypeAlias = tuple[tuple[bytes, ...], bytes, bytes, bool, Form]


#: What was seen before a token, as bits: a bracket or a quotation open, one that was
#: closed or not, a word like "in".
_BRACKET, _QUOTATION, _QUOTED, _IN = 1, 2, 4, 8
_INTRO = frozenset("in dans aus en eds ed hrsg hg".split())
_QUOTES = "“”\"„«»‘’'`"
_OPENING = dict.fromkeys(_QUOTES, _QUOTATION | _QUOTED) | dict.fromkeys("([", _BRACKET)
_CLOSING = dict.fromkeys(_QUOTES, _QUOTATION) | dict.fromkeys(")]", _BRACKET)


def _states(marks: str, told: dict[str, int]) -> int:
    """The states that some of ``marks`` begin or end."""
    states = 0
    for mark in marks:
        states |= told.get(mark, 0)
    return states


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
    """Kinds of characters in a row, a run of one kind as two; most words need no look at
    each letter."""
    if core.isalpha():
        if core.islower():
            return "xx"[: len(core)]
        if core[0].isupper() and core[1:].islower():
            return "Xxx"[: len(core)]
    return _squeezed(core[:24].translate(_SHAPES))


@lru_cache(maxsize=1 << 14)
def _squeezed(kinds: str) -> str:
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
    form = _form(head, _shape(core), kind, tail)
    name = (word[:11] if core else token[:4]).encode()
    own = [*form.own, b"w=" + name]
    if len(word) > 3 and core and word[0].isalpha():
        own.append(b"e=" + word[-3:].encode())
        if len(word) > 5:
            own.append(b"p=" + word[:5].encode())
    return tuple(own), b"a=" + name, b"c=" + name, word in _INTRO, form


@lru_cache(maxsize=1 << 13)
def _form(head: str, shape: str, kind: str, tail: str) -> Form:
    opened, sort = head[-2:].encode(), (kind + tail[:3]).encode()
    return Form(
        (b"s=%b%b" % (opened, shape.encode()), b"t=" + sort),
        (b"b=" + sort,),
        (b"d=" + opened + sort,),
        (b"f=" + sort,),
        (b"g=" + sort,),
        sort,
        b"k=%b|" % sort,
        b"n=%b|" % sort,
        kind,
        _states(head, _OPENING),
        ~_states(tail, _CLOSING),
    )


#: Marks around words; others count as letters do.
_MARKS = _OPEN.replace("\\", "") + _CLOSE.replace("\\", "") + "-–—/&#=+%~|^°•·…§©®™<>"
_DIGIT = re.compile(r"\d")


def features(words: list[str]) -> list[list[bytes]]:
    """The features of each token of a string."""
    if not words:
        return []
    own, before, after, intros, forms = zip(*map(look, words), strict=True)
    _, left, right, farther_left, farther_right, sorts, behind, ahead, kinds, opens, stays = zip(
        *forms, strict=True
    )
    count = len(words)
    first = b"h=%b|%b|" % (sorts[0], sorts[min(1, count - 1)])
    whole = b"G=%b%b%b%b" % (
        b"I" * any(intros),
        b"R" * ("r" in kinds),
        b"Y" * ("Y" in kinds[: 2 + count // 3]),
        b"Q" * any(opens),
    )
    columns = zip(
        own,
        (b"<", *before),
        ((), *left),
        (*after[1:], b">"),
        (*right[1:], ()),
        ((), (), *farther_left),
        (*farther_right[2:], (), ()),
        _seen(opens, stays, kinds, intros),
        _places(count),
        map(add, (b"k=^|", *behind), sorts),
        map(add, ahead, (*sorts[1:], b"$")),
        [first + sort for sort in sorts],
        strict=False,
    )
    return [
        [*one, before, *left, after, *right, *far, *on, seen, place, pair, next_pair, start, whole]
        for one, before, left, after, right, far, on, seen, place, pair, next_pair, start in columns
    ]


def _seen(
    opens: Iterable[int], stays: Iterable[int], kinds: Iterable[str], intros: Iterable[bool]
) -> list[bytes]:
    """For each token, what was seen before it and how many years."""
    seen: list[bytes] = []
    years = state = 0
    for begun, kept, kind, intro in zip(opens, stays, kinds, intros, strict=True):
        state |= begun
        seen.append(_SEEN[years + state])
        state &= kept
        if kind == "Y" and years < 32:
            years += 16
        if intro:
            state |= _IN
    return seen


#: By twice sixteen years, of which two are as good as more, and the states.
_SEEN = [b"y=%d%x" % (years, state) for years in range(3) for state in range(16)]


@lru_cache(maxsize=1 << 10)
def _places(count: int) -> tuple[bytes, ...]:
    """Where each of so many tokens stands: the first four, then in eighths."""
    first = (b"i=%d" % index for index in range(min(count, 4)))
    rest = (b"i=%d" % (min(index * 8 // count, 7) + 4) for index in range(4, count))
    return (*first, *rest)
