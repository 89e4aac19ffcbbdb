"""Numbers: ordinals, roman numerals (CSL 1.0.2, "Number")."""

from __future__ import annotations

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
    """A whole number in ``form``; another value as it is."""
    if not (value.isascii() and value.isdigit()) or len(value) > 15:
        return value
    if form == "ordinal":
        return ordinal(int(value), view, gender)
    if form == "long-ordinal":
        return long_ordinal(int(value), view, gender)
    if form == "roman":
        return roman(int(value))
    return value
