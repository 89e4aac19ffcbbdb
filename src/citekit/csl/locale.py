"""Locales: terms, date formats and options (CSL 1.0.2, "Locale Files")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from citekit.csl import marks
from citekit.csl.nodes import DatePart, Look

#: language → dialect used for it when none is named (CSL locale repository).
PRIMARY_DIALECTS: Mapping[str, str] = {
    "af": "af-ZA",
    "bg": "bg-BG",
    "ca": "ca-AD",
    "cs": "cs-CZ",
    "cy": "cy-GB",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-US",
    "es": "es-ES",
    "et": "et-EE",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "gl": "gl-ES",
    "he": "he-IL",
    "hi": "hi-IN",
    "hr": "hr-HR",
    "hu": "hu-HU",
    "hy": "hy-AM",
    "id": "id-ID",
    "is": "is-IS",
    "it": "it-IT",
    "ja": "ja-JP",
    "km": "km-KH",
    "ko": "ko-KR",
    "lt": "lt-LT",
    "lv": "lv-LV",
    "mn": "mn-MN",
    "ms": "ms-MY",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "nn": "nn-NO",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sk": "sk-SK",
    "sl": "sl-SI",
    "sr": "sr-Cyrl-RS",
    "sv": "sv-SE",
    "th": "th-TH",
    "tl": "tl-PH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
FALLBACK = "en-US"
#: form → the form used when a term lacks it (CSL 1.0.2, "Terms").
FORM_FALLBACK: Mapping[str, str] = {
    "verb-short": "verb",
    "symbol": "short",
    "verb": "long",
    "short": "long",
}


class Term(NamedTuple):
    """A term: singular, plural, gender, and for ordinals which numbers it fits."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""

    def text(self, plural: bool) -> str:
        """The plural or the singular."""
        return self.multiple if plural else self.single


TermKey = tuple[str, str, str]  # name, form, gender-form


class DateFormat(NamedTuple):
    """``cs:date`` of a locale."""

    parts: tuple[DatePart, ...]
    delimiter: str
    look: Look


class Locale(NamedTuple):
    """A locale file, or a ``cs:locale`` of a style (``lang`` may be empty there)."""

    lang: str
    terms: Mapping[TermKey, Term]
    dates: Mapping[str, DateFormat]
    options: Mapping[str, str]


class View:
    """What a style sees: several locales laid over each other."""

    __slots__ = ("dates", "lang", "numbers", "options", "terms")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[TermKey, Term] = {}
        self.dates: dict[str, DateFormat] = {}
        self.options: dict[str, str] = {}
        #: number fields read already, by variable, value and label
        self.numbers: dict[tuple[str, str, str], Any] = {}

    def add(self, locale: Locale) -> None:
        """Lay ``locale`` over what is there.

        A locale that defines ordinals replaces all earlier ones (CSL 1.0.2,
        "Ordinal Suffixes").  Without the term "ordinal" itself they are those
        of CSL 1.0, where "ordinal-04" was for all numbers from four on: then
        they change terms that are there and add none.
        """
        terms = locale.terms
        if any(name == "ordinal" for name, _, _ in terms):
            self.terms = {k: v for k, v in self.terms.items() if not _is_ordinal(k[0])}
        elif any(_is_ordinal(name) for name, _, _ in terms):
            known = {name for name, _, _ in self.terms}
            terms = {k: v for k, v in terms.items() if not _is_ordinal(k[0]) or k[0] in known}
        self.terms.update(terms)
        self.dates.update(locale.dates)
        self.options.update(locale.options)

    def term(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term, or that of the nearest form it has; None if there is none."""
        terms = self.terms
        current: str | None = form
        while current is not None:
            found = terms.get((name, current, gender))
            if found is None and gender:
                found = terms.get((name, current, ""))
            if found is not None:
                return found
            current = FORM_FALLBACK.get(current)
        return None

    def text(self, name: str, form: str = "long", plural: bool = False) -> str:
        """The words of a term, or the empty string."""
        found = self.term(name, form)
        return found.text(plural) if found else ""

    @property
    def punctuation_in_quote(self) -> bool:
        """Style option ``punctuation-in-quote``."""
        return self.options.get("punctuation-in-quote") == "true"

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """Outer and inner quotation marks."""
        return (
            self.text("open-quote") or "“",
            self.text("close-quote") or "”",
            self.text("open-inner-quote") or "‘",
            self.text("close-inner-quote") or "’",
        )


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdigit())


def candidates(lang: str) -> list[str]:
    """Locales to look for, most general first: en-US, primary dialect, exact."""
    found = [FALLBACK]
    base = lang.split("-", maxsplit=1)[0]
    for name in (PRIMARY_DIALECTS.get(base, base), lang):
        if name and name not in found:
            found.append(name)
    return found


def resolve(
    lang: str, overrides: Iterable[Locale], locales: Callable[[str], Locale | None]
) -> View:
    """The terms for ``lang``: locale files, then the style's own ``cs:locale``
    elements (CSL 1.0.2, "Locale Fallback")."""
    view = View(lang)
    for name in candidates(lang):
        loaded = locales(name)
        if loaded is not None:
            view.add(loaded)
    base = lang.split("-", maxsplit=1)[0]
    ranks = {"": 0, base: 1, PRIMARY_DIALECTS.get(base, base): 1, lang: 2}
    matching = [one for one in overrides if one.lang in ranks]
    for one in sorted(matching, key=lambda one: ranks[one.lang]):
        view.add(one)
    return view


def clean_term(text: str) -> str:
    """A term's text with runs of line-break white space made one space."""
    if "\n" in text or "\t" in text:
        text = " ".join(part for part in text.replace("\t", "\n").split("\n") if part.strip())
    return marks.sanitise(text).replace("'", "’")
