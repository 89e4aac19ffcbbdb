"""Numbers in figures: their signs, decimal marks, exponents and ranges are no punctuation.

What a quoting author may change without a word (Chicago Manual of Style 18, 12.7) does not
include them: 2.8 is not 28, −12 not 12, 1914–18 neither 1914 nor 191418.  The forms of dashes
and minus signs, and the spaces or marks that group thousands (ISO 80000-1:2022, 7.3.2; Chicago
9.56; DIN 5008), are typography.
"""

from __future__ import annotations

import re

from citekit.textfold import fold
from citekit.verify.words import Word

_DASHES = "-‐‑‒–−﹣－"
#: What joins figures to one number, date, time or range; LaTeX has two hyphens for a dash.
_JOINT = rf"(?:[.,:/’']|--|[{_DASHES}—])"
_HEAD = re.compile(rf"(?:\d+{_JOINT})+\Z")
_TAIL = re.compile(rf"(?:{_JOINT}\d+)+|[⁺⁻][⁰¹²³⁴-⁹]+")
#: A full stop that begins a number: ".5".
_POINT = re.compile(r"(?:\A|(?<=[\s(\[“„\"«‘$€£¥±−-]))\.\Z")
#: A sign before a number, and before its currency; a dash between words or figures is none.
_SIGN = re.compile(rf"(?:\A|(?<=[\s$€£(\[“„\"«‘‚‹=<>]))[{_DASHES}±~≈≤≥](?:[$€£¥]\s?)?\Z")
_CURRENCY = re.compile(r"[$€£¥]\s?")
#: Characters of a number that are looked at beside a word.
_BESIDE = 24
#: The number of a note behind a year and a sign: "in 1984.7 Later", "in 1984,7 later".
_YEAR = re.compile(r"(?:1\d|20)\d\d\Z")
_NOTE = re.compile(r"[,;]\d{1,3}(?=\s|\Z)|\.\d{1,3}(?=\s*\Z|\s+[\"“„«(]?[^\W\d_a-zß-öø-ÿ])")
_SPACED_DASH = re.compile(r"\s*-+\s*")
_QUOTING = re.compile(r"[\"*_`|>]|(?<=\s)'|'(?=\s)|\A'\Z")


def begins_number(word: Word) -> bool:
    """Whether a word begins with a figure."""
    return word.key[0].isdigit()


def ends_number(word: Word) -> bool:
    """Whether a word ends with a figure."""
    return word.key[-1].isdigit()


def sign(text: str, word: Word) -> str:
    """The sign of the number that a word of a text begins with, as it stands; or ""."""
    found = _SIGN.search(text, max(0, word.start - 3), word.start)
    return found[0] if found else ""


def head(text: str, word: Word) -> str:
    """What stands before a word of a text that begins with a figure and is of its number."""
    found = _HEAD.search(text, max(0, word.start - _BESIDE), word.start)
    start = found.start() if found else word.start
    point = _POINT.search(text, max(0, start - 1), start)
    start = point.start() if point else start
    signed = _SIGN.search(text, max(0, start - 3), start)
    return text[signed.start() if signed else start : word.start]


def tail(text: str, word: Word) -> str:
    """What stands behind a word of a text that ends with a figure and is of its number."""
    found = _TAIL.match(text, word.end, word.end + _BESIDE)
    if found is None:
        return ""
    if _YEAR.match(text, word.start, word.end) and _NOTE.match(text, word.end):
        return ""
    return found[0]


def same(one: str, other: str) -> bool:
    """Whether two parts of numbers say the same."""
    return one == other or _plain(one) == _plain(other)


def _plain(part: str) -> str:
    return _SPACED_DASH.sub("-", _CURRENCY.sub("", fold(part).text.replace("−", "-")))


def joined_alike(quoted: str, held: str) -> bool:
    """Whether what stands between two words of figures joins or parts them alike."""
    if ("⁻" in quoted) != ("⁻" in held):
        return False
    one, other = (_plain(_QUOTING.sub("", fold(part).text)).strip() for part in (quoted, held))
    return one == other


def has_dash(between: str) -> bool:
    """Whether a dash stands between two words; before figures it may look like a sign."""
    return "-" in fold(between).text


_UNGROUPED = re.compile(r"\d{4,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[.,’'\s])\d{3}(?:(?P=mark)\d{3})*")


def _digits(number: str, *, english: bool) -> str:
    """The digits of a whole number, with or without marks between its thousands; "" for none."""
    if _UNGROUPED.fullmatch(number):
        return number
    grouped = _GROUPED.fullmatch(number)
    if grouped is None:
        return ""
    mark = grouped["mark"]
    if mark in ".," and number.count(mark) == 1 and (mark == ",") is not english:
        return ""  # a decimal
    return number.replace(mark, "")


def are_one_number(one: str, other: str, *, english: bool) -> bool:
    """Whether two forms of a number in figures differ only in what groups its thousands: 12000,
    12 000, 12’000; with a comma in English and a point in other languages, where the other one
    is the decimal mark, except between several groups."""
    digits = _digits(one, english=english)
    return bool(digits) and digits == _digits(other, english=english)
