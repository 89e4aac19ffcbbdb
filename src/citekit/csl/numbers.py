"""Numbers: is-numeric, plural, ordinals, roman numerals (CSL 1.0.2, "Number")."""

from __future__ import annotations

import re

from citekit.csl.locale import View

_ROMAN_VALUES = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_TOKEN = r"(?:[^\W\d_]{0,12}\d[\d.]{0,40}[^\W\d_]{0,4}|[ivxlcdmIVXLCDM]{1,15})"
_NUMERIC = re.compile(rf"\s*{_TOKEN}(?:\s*(?:[,&–—-]|and)\s*{_TOKEN})*\s*")
_INTEGER = re.compile(r"(?<![^\W_])\d{1,15}(?![^\W_])")
_SEVERAL = re.compile(
    r"(?<=[\w.)])\s*(?:[,&–—]|-{1,3}(?=\s*(?:[^\W\d_]{0,9}\d|[ivxlcdmIVXLCDM]{1,12}\b))|\band\b|\bet\b|\bund\b|\by\b)\s*(?=[\w(])"
)


def is_numeric(value: str) -> bool:
    """CSL 1.0.2, ``is-numeric``: only numbers, each with at most letters around
    it, joined by commas, hyphens and ampersands."""
    return _NUMERIC.fullmatch(value) is not None


def is_several(value: str) -> bool:
    """Whether a locator or page value names more than one."""
    return _SEVERAL.search(value) is not None


def integer(value: str) -> int | None:
    """The number when ``value`` is nothing else."""
    text = value.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def roman(number: int) -> str:
    """Lower-case roman numerals; arabic outside 1–3999."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN_VALUES:
        count, number = divmod(number, value)
        out += letters * count
    return out


def ordinal_suffix(number: int, view: View, gender: str = "") -> str:
    """The suffix of an ordinal (CSL 1.0.2, "Ordinal Suffixes")."""
    two = number % 100
    for key, wanted in ((f"ordinal-{two:02}", two), (f"ordinal-{number % 10:02}", number % 10)):
        term = view.term(key, "long", gender)
        if term is None:
            continue
        default = "last-digit" if wanted < 10 else "last-two-digits"
        match = term.match or default
        fits = {
            "whole-number": number == wanted,
            "last-two-digits": two == wanted,
            "last-digit": number % 10 == wanted,
        }
        if fits.get(match, False):
            return term.single
    term = view.term("ordinal", "long", gender)
    return term.single if term else ""


def ordinal(number: int, view: View, gender: str = "") -> str:
    """``2nd``."""
    return f"{number}{ordinal_suffix(number, view, gender)}"


def long_ordinal(number: int, view: View, gender: str = "") -> str:
    """``second``; the short ordinal where the locale has no word."""
    if 1 <= number <= 10:
        term = view.term(f"long-ordinal-{number:02}", "long", gender)
        if term is not None and term.single:
            return term.single
    return ordinal(number, view, gender)


def in_form(value: str, form: str, view: View, gender: str = "") -> str:
    """Each whole number in ``value`` in ``form``; other text as it is."""
    if form == "numeric" or not is_numeric(value):
        return value

    def change(found: re.Match[str]) -> str:
        number = int(found.group())
        if form == "ordinal":
            return ordinal(number, view, gender)
        if form == "long-ordinal":
            return long_ordinal(number, view, gender)
        if form == "roman":
            return roman(number)
        return found.group()

    return _INTEGER.sub(change, value)


_SEPARATOR = re.compile(r"\s*([,&–—-])\s*")
_SPACING = {",": ", ", "&": " & ", "-": "–", "–": "–", "—": "—"}


def spaced(value: str, hyphen: str = "–") -> str:
    """Separators of a numeric value in print: ``1-3`` becomes ``1–3``."""
    if not is_numeric(value):
        return value
    table = {**_SPACING, "-": hyphen, "–": hyphen}
    return _SEPARATOR.sub(lambda found: table[found.group(1)], value.strip())
