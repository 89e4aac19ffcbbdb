"""The place in a work that a cite names: "12–14", "S. 12 f.", "chap. 3", "§ 7.2"."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.shapes import YEAR

#: Abbreviations and words in English, German and French by CSL locator type
#: (CSL 1.0.2, "Locators").
_WORDS = {
    "page": "pages? pp? pg seiten? s",
    "chapter": "chapters? chaps? chs? kapitel kap chapitres?",
    "section": "sections? secs? abschnitt abschn §§?",
    "paragraph": "paragraphs? paras? absatz abs rn rdnr randnr alinéa al ¶¶?",
    "volume": "volumes? vols? bd bde band bände tomes? t",
    "figure": "figures? figs? abbildung abb",
    "table": "tables? tab tabelle tableau",
    "note": "notes? nn? fn fußnote anm",
    "line": "lines? ll? zeilen? z lignes?",
    "verse": "verses? vv? vers",
    "folio": "fols? folios?",
    "part": "parts? pt teil partie",
    "appendix": "appendix app anhang annexe",
    "book": "books? bk buch livres?",
    "column": "columns? cols? sp spalten?",
    "article-locator": "articles? arts? artikel",
    "equation": "equations? eqs? gleichung gl",
    "sub-verbo": "s\\.\\s?v",
}
_LABELS = [
    (re.compile(rf"(?:{'|'.join(words.split())})", re.I), label) for label, words in _WORDS.items()
]
_LABEL = "|".join(word for words in _WORDS.values() for word in words.split())
_NUMBER = r"(?:\d{1,4}[a-z]?(?!\d)|[ivxlcIVXLC]{1,7}\b)"
#: Between two numbers: a hyphen or dash, or two or three hyphens, as typed for one.
DASH = r"[-–—‑]{1,3}"
_BEHIND = (
    r"(?:\s?(?:ff|f|sqq|sq|et\ssuiv|passim)\b\.?)?"
    r"(?:\s?(?:nn?|fn|Anm|note)\.?\s?\d{1,3})?"
)
_PAGE = rf"{_NUMBER}(?:\s?{DASH}\s?{_NUMBER})?{_BEHIND}"
_YEAR = rf"{YEAR}[a-z]?\b"
_YEAR_ALONE = re.compile(_YEAR)
_AND = r"(?:,\s?(?:&|and|und|et)|,|&|and|und|et)"
_LIST = rf"{_PAGE}(?:\s?{_AND}\s?(?!{_YEAR}){_PAGE}(?![^\W\d_]))*"
#: "4.2", "2.1–2.3": what has its numbers by chapters.
_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?(?![\d.]*\d)"
_DECIMALS = re.compile(
    rf"{_DECIMAL}(?:\s?(?:{DASH}|{_AND})\s?(?:{_DECIMAL}|(?!{_YEAR}){_PAGE}(?![^\W\d_])))*"
)
_BY_CHAPTERS = frozenset("chapter section paragraph figure table equation part".split())
#: Before the place that matters most: "esp. ch. 2", "hier S. 50".
_FIRST = r"(?:(?:esp|bes|insb|insbes|spéc)\.|especially|besonders|notamment|hier|here|ici|at)\s"
_SEPARATED = rf"(?:\s?[,:;]\s?(?P<first>{_FIRST})?|\s)?"
_LABELLED = re.compile(
    rf"{_SEPARATED}(?P<label>{_LABEL})(?:\.\s|\.(?=\d)|\s|(?=\d))"
    rf"(?P<pages>{_LIST})(?![^\W\d_])",
    re.I,
)
#: "2:34", the volume and the page.
_PLAIN = re.compile(
    rf"\s?[,:]\s?(?P<first>{_FIRST})?(?!{_YEAR})(?P<pages>(?:\d{{1,2}}:(?=\d))?{_LIST})"
    r"(?![^\W\d_])(?(first)(?=\s?(?:[.,;:)\]]|$)))",
    re.I,
)
#: Behind what takes a page without a comma: "ibid. 12", "id. at 12", "“Rivers,” 12".
_BARE = re.compile(rf"[^\S\n](?P<first>at\s)?(?!{_YEAR})(?P<pages>{_LIST})(?=\s?(?:[.,;)\]]|$))")
_IN_VOLUME = re.compile(rf":\s?{_PAGE}(?![^\W\d_])")


class Locator(NamedTuple):
    """A locator: the numbers as they are written, their CSL label, where they end; ``first``
    if words like "esp." and "hier" lead it."""

    text: str
    label: str
    end: int
    first: bool = False

    def __str__(self) -> str:
        return self.text if self.label == "page" else f"{self.label} {self.text}"


def locator_at(text: str, start: int, end: int, *, bare: bool = False) -> Locator | None:
    """The locator that begins at ``start`` with its separator, not beyond ``end``; a ``bare``
    one, a page without a comma before it, ends what it stands in."""
    found = _PLAIN.match(text, start, end) or (_BARE.match(text, start, end) if bare else None)
    label = "page"
    if found is None:
        found = _LABELLED.match(text, start, end)
        if found is None:
            return None
        word = found["label"]
        if word[0].isupper() and len(word) > 1 and _YEAR_ALONE.fullmatch(found["pages"]):
            return None  # "Tomes 1998" is a name
        label = _label(word)
    stop = found.end()
    if label in _BY_CHAPTERS:
        finer = _DECIMALS.match(text, found.start("pages"), end)
        stop = finer.end() if finer is not None else stop
    # "chap. 3, p. 12", "vol. 2: 34": the second is kept with the first
    finer = _LABELLED.match(text, stop, end)
    if finer is None and label == "volume":
        finer = _IN_VOLUME.match(text, stop, end)
    if finer is not None:
        stop = finer.end()
    pages = text[found.start("pages") : stop].strip()
    return Locator(pages, label, stop, found["first"] is not None)


def _label(word: str) -> str:
    return next((label for pattern, label in _LABELS if pattern.fullmatch(word)), "page")
