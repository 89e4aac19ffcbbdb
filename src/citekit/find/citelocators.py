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
_NUMBER = r"(?:\d{1,4}[a-z]?(?!\d)|[ivxlcIVXLC]{1,7}\b(?![’']))"
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
#: Pages, as a cite lists them.
LIST = rf"{_PAGE}(?:\s?{_AND}\s?(?!{_YEAR}){_PAGE}(?![^\W\d_]))*"
#: "4.2", "2.1–2.3": what has its numbers by chapters.
_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?(?![\d.]*\d)"
_DECIMALS = re.compile(
    rf"{_DECIMAL}(?:\s?(?:{DASH}|{_AND})\s?(?:{_DECIMAL}|(?!{_YEAR}){_PAGE}(?![^\W\d_])))*"
)
_BY_CHAPTERS = frozenset("chapter section paragraph figure table equation part".split())
#: Before the place that matters most: "esp. ch. 2", "hier S. 50".
_FIRST = (
    r"(?:(?:hier|here|ici)[:,]?\s)?(?:(?:(?:esp|bes|insb|insbes|spéc)\.|especially|besonders"
    r"|insbesondere|notamment|(?:hier|here|ici):?|at)\s)"
)
_SEPARATED = rf"(?:\s?[,:;]\s?(?P<first>{_FIRST})?|\s)?"
_LABELLED = re.compile(
    rf"{_SEPARATED}(?P<label>{_LABEL})(?:\.\s|\.(?=\d)|\s|(?=\d))"
    rf"(?P<pages>{LIST})(?![^\W\d_])",
    re.I,
)
#: "2:34", the volume and the page.
_PLAIN = re.compile(
    rf"\s?[,:]\s?(?P<first>{_FIRST})?(?!{_YEAR})(?P<pages>(?:\d{{1,2}}:(?=\d))?{LIST})"
    r"(?![^\W\d_])(?(first)(?=\s?(?:[.,;:)\]]|$)))",
    re.I,
)
#: Behind what takes a page without a comma: "ibid. 12", "id. at 12", "“Rivers,” 12".
_BARE = re.compile(rf"[^\S\n](?P<first>at\s)?(?!{_YEAR})(?P<pages>{LIST})(?=\s?(?:[.,;)\]]|$))")
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


#: The place that a reference ends with: the words before what matters most, the volume, and the
#: page, with a note, figure, table or line on it.
_CLOSING = re.compile(
    rf"[,;:]\s(?P<first>{_FIRST})?"
    rf"(?P<volume>(?:tomes?|t\.|vols?\.|volumes?|Bde?\.|B[aä]nde?)\s?(?P<number>{_NUMBER})\s?[,:]\s)?"
    rf"(?P<label>(?:pp?|pg|S)\.\s?|(?:pages?|Seiten?)\s)?(?!{_YEAR})(?P<pages>{LIST}"
    rf"(?:,\s(?:notes?|Anm|Fn|fn|nn?|Abb|figs?|[Tt]ab|Z|ll?)\b\.?\s?\d{{1,3}}(?:\s?{DASH}\s?\d{{1,3}})?)?)"
    r"[\s.]*\Z"
)
#: Before a point that ends a note, and the abbreviation "f." before it, too.
_ABBREVIATED = re.compile(r"(?:ff?|sqq?)\Z")
_LONGEST = 80


def closing_locator(string: str, known: str = "", *, volumes: bool = True) -> str:
    """The locator that a reference ends with: "112 f.", "528, Anm. 3", "volume II, p. 45"; of
    "S. 9–24, hier: S. 12" what is pointed at in the range.  ``known`` is what was read of it
    as one; without that only such a place is one, as pages may be all of an article.  The
    volume is the work's own if no ``volumes`` are cited.

    Source: Chicago Manual of Style (17th edition), 14.147-157 (pages, notes and volumes
    cited); DIN 1505-2."""
    found = _CLOSING.search(string, max(0, len(string) - _LONGEST))
    if found is None or not (known or found["first"]):
        return known
    pages = found["pages"].strip()
    if _ABBREVIATED.search(pages) and string.endswith("."):
        pages += "."
    if found["volume"] is not None and volumes:
        return f"volume {found['number']}, {found['label'] or ''}{pages}"
    if found["first"] is not None:
        return pages
    if known.endswith(found["pages"]) or not (found["label"] or pages.startswith(known)):
        return known
    return pages
