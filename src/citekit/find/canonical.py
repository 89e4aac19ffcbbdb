"""Canonical references: places that are the same in all editions of a work.

Forms: pages and sections of a standard edition ("514a", Stephanus; "1003b5", Bekker), pages of two
first editions ("A 51/B 75"), volume and page ("AA IV, 393", "08: 36.35", "12, S. 406"), the volume
in parts ("10 I/2, 48", "10.3, 361") or in a series ("Br. 2, Nr. 285"), book, chapter, line or
verse ("6.146", "VI, 146", "1:1", "1,1-18"), act, scene and line ("3.1.56"), parts by name ("I, q.
10, a. 1", "II, prop. 13", "§ 46").  Sources: Kant-Studien, Hinweise für Autoren ("AA 08: 36.35":
volume, page and line); D. Martin Luthers Werke ("WA 10 I/2, 48,12": volume, part and page);
Chicago Manual of Style (17th edition), 14.239-254; MLA Handbook (9th edition), 6.20-22; The SBL
Handbook of Style (2nd edition), 8.2.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.citelocators import DASH

_ROMAN = r"[IVXLC]{1,7}(?![^\W\d_])"
_BEHIND = r"(?:\s?(?:ff?|sqq?)\b\.?)?"
_STEP = rf"\s?{DASH}\s?"
#: The end of a number that letters may only go on as "f." and "sqq.".
_END = r"(?=ff?\b|sqq?\b|[\W_]|\Z)"
_SECTION = rf"\d{{1,4}}[a-e](?:\d{{1,2}}(?!\d))?{_END}"
_FIRST_EDITION = rf"[AB]\s?(?:\d{{1,4}}(?!\w)|{_ROMAN}){_BEHIND}"
_PARTS = (
    r"(?:(?:qu?|a|art|prop|def|ax|schol|cap|chap|ch|Kap|lib|dist|Br|Laf|[Ff]rg?|v|V|vv|ll?)\.\s?"
    r"|§§?\s?|DK\s?)"
)
_PART = rf"{_PARTS}\d{{1,4}}[a-z]?{_END}(?:{_STEP}\d{{1,4}}[a-z]?{_END})?{_BEHIND}"
_TAIL = r"(?:,?\s(?:co|corp|ad\s\d{1,2}|schol|scolie|scholium)\b\.?)?"
_BOOKS = rf"{_ROMAN}(?:{DASH}{_ROMAN})?"
#: The number before "1,003" is none of a book: what follows a comma has other digits.
_STOP = r"(?![\w]|[.,:]\d)"
_LINE = r"\d{1,4}"
_PAGE_LABEL = r"(?:S|pp?)\.\s?"
#: Behind a number: the part of a volume that is bound alone, "10 I/2", "10.3", "30/II".
_BOUND = rf"(?:(?:\s|[./]){_ROMAN}(?:[,/]\d{{1,2}}(?!\d))?|/\d{{1,2}}(?!\d))"
_AT_PAGE = rf"[,:]\s(?:{_PAGE_LABEL})?{_LINE}"
#: Labels and words for parts of any work, which are no edition's abbreviation.
_NO_EDITION = (
    r"(?!(?:Vols?|Bde?|Tome?|Nrn?|Nos?|Fn|Anm|Kap|Cap|Chs?|Abs|Arti?|Teil|Pts?|Bks?|Fols?|Abb|Figs?"
    r"|Tabs?|Secs?|Sigs?|Pp?)\b)"
)
#: Before the number of a letter or speech in a volume.
_PIECE = r"(?:Nrn?|[Nn]os?)\.\s?|[Nn][°º]\s?"

#: "1:1, 3–5, 8": verses of one chapter (The SBL Handbook of Style, 2nd edition, 8.2).
_OF_CHAPTER = rf"\d{{1,3}}[a-f]?(?:{_STEP}\d{{1,3}}[a-f]?)?"
_VERSES = (
    rf"\d{{1,3}}:{_OF_CHAPTER}(?:,\s?{_OF_CHAPTER}(?![\d:.]*\d:|\w))+(?=\s?(?:[;)\]]|\.(?!\d)|\Z))"
)

_SHAPES = {
    "section": rf"(?:(?:{_ROMAN}|[A-ZΑ-Ω]|\d{{1,2}})[.,]?\s?(?:\d{{1,2}}[.,]?\s)?)?{_SECTION}"
    rf"(?:{_STEP}(?:\d{{1,4}}[a-e]?\d{{0,2}}|[a-e]\d{{0,2}}){_END})?{_BEHIND}",
    "edition": rf"{_FIRST_EDITION}(?:\s?[/=,]?\s?{_FIRST_EDITION})?",
    "volume": rf"(?:{_BOOKS},?\s)?{_NO_EDITION}[A-Z][A-Za-z]{{1,3}}\.?\s?(?:{_ROMAN}|\d{{1,2}})"
    rf"(?:{_BOUND}|\.\d{{1,2}}(?=,\s))?(?:[.,:/]\s?|\s)(?:{_PAGE_LABEL}|{_PIECE})?"
    rf"{_LINE}(?:{_STEP}{_LINE})?{_BEHIND}",
    "collected": rf"\d{{1,2}}(?:,\s?{_PAGE_LABEL}{_LINE}|:\s(?:{_PAGE_LABEL})?{_LINE}"
    rf"(?=[\d.–-]*{_BEHIND}\s?(?:[;,)\].]|\Z)))(?:\.\d{{1,2}}(?!\d))?"
    rf"(?:{_STEP}{_LINE}(?:\.\d{{1,2}})?)?{_BEHIND}",
    # the line behind the page has another sign than the part: "1.2, 3.4" are two places
    "divided": rf"(?:\d{{1,2}}|{_ROMAN})(?:{_BOUND}{_AT_PAGE}(?:[.,]\d{{1,2}}(?!\d))?"
    rf"|\.\d{{1,2}}{_AT_PAGE}(?:,\d{{1,2}}(?!\d))?|(?:,\d{{1,2}}){{1,2}}{_AT_PAGE})"
    rf"(?:{_STEP}{_LINE}(?:[.,]\d{{1,2}}(?!\d))?)?{_BEHIND}"
    r"(?=\s?(?:[;,)\].]|\Z))",
    "part": rf"(?:{_BOOKS}[,.]?\s)?{_PART}(?:[,.]?\s{_PART}){{0,3}}{_TAIL}",
    "line": rf"{_VERSES}|\d{{1,3}}(?:(?:[.:]{_LINE}|,{_LINE}){{1,3}}|(?:,\s{_LINE}){{1,2}}"
    rf"(?={_STEP}\d|\s?(?:[;)\].]|\Z)))[a-z]?(?:{_STEP}\d{{1,4}}(?:[.:,]\d{{1,4}}){{0,3}}[a-z]?)?"
    rf"{_BEHIND}",
    "book": rf"{_BOOKS}[.,]?\s?(?:{_PAGE_LABEL})?{_LINE}(?:[.,]\s?{_LINE}){{0,2}}"
    rf"(?:{_STEP}{_LINE})?{_BEHIND}{_TAIL}",
    "page": rf"(?:S|pp?)\.\s?{_LINE}(?:{_STEP}{_LINE})?{_BEHIND}",
    "number": rf"(?!(?:1[4-9]|20)\d\d\b){_LINE}(?:{_STEP}{_LINE})?{_BEHIND}"
    r"(?:/§\s?\d{1,4})?",
}
_PATTERNS = [(shape, re.compile(rf"{form}{_STOP}")) for shape, form in _SHAPES.items()]
#: Shapes that nothing else has than what is divided so in all editions.
CANONICAL = frozenset("section edition volume collected divided part line book".split())
#: The label of a page behind a volume, which some print: "AA VIII, S. 36".
_LABEL_BEHIND = re.compile(rf"(?<=[\dIVXLC,:])\s{_PAGE_LABEL}(?=\d)")
#: A label that CSL has a term for (CSL 1.0.2, "Locators"), alone before numbers.
_LABELLED = re.compile(
    r"(?P<label>§§?|(?:S|pp?|[vV]v?|ll?|art|cap|chap|ch|Kap)\.)\s?(?P<rest>\d[^,§]*)"
)
_TERMS = {
    **{"§": "section", "§§": "section", "S.": "page", "p.": "page", "pp.": "page"},
    **{"v.": "verse", "V.": "verse", "vv.": "verse", "l.": "line", "ll.": "line"},
    **{"art.": "article-locator"},
    **dict.fromkeys(("cap.", "chap.", "ch.", "Kap."), "chapter"),
}


class Place(NamedTuple):
    """A place as it is written, where it ends, and its shape: one of :data:`CANONICAL`, a
    *page* with its label, or a *number* alone."""

    text: str
    end: int
    shape: str

    def __str__(self) -> str:
        """The locator: the CSL term of its label before the number, as in
        :class:`citekit.find.citelocators.Locator`; what is divided in a way of its own as it
        is written."""
        if self.shape in ("book", "collected", "divided", "volume"):
            return _LABEL_BEHIND.sub(" ", self.text)
        found = _LABELLED.fullmatch(self.text)
        if found is None:
            return self.text
        term = _TERMS[found["label"]]
        return found["rest"] if term == "page" else f"{term} {found['rest']}"


def place_at(text: str, start: int, end: int) -> Place | None:
    """The longest place that begins at ``start``, not beyond ``end``."""
    best: Place | None = None
    for shape, pattern in _PATTERNS:
        found = pattern.match(text, start, end)
        if found is not None and (best is None or found.end() > best.end):
            best = Place(found[0], found.end(), shape)
    return best


_MONTHS = (
    r"(?:[JF]an|Jän|Feb|Febr|Mar|März|Apr|Ma[iy]|Jun|Jul|Aug|Sep|Sept|O[ck]t|Nov|De[cz]"
    r"|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)[^\W\d_]*"
)
#: Behind what is a date, a time, a quantity or a price, and no place.
_MEASURED = re.compile(
    rf"\s?[%‰€$£°]|\.?\s(?:{_MONTHS}|\d{{1,2}}\.(?:\s?\d|\s[A-Z]))|\s?(?:[ap]\.?m\b|[kcm]?m\b|k?g\b)"
    r"|\s(?:Uhr|heures|o[’']clock|percent|per\scent|Prozent|pour\scent|(?:mil|bil|tril)lions?"
    r"|Mil(?:lionen|liarden)|Mio|Mrd|milliards?|points?|Punkte?|euros?|dollars?|times|fois"
    r"|Mal|hours?|days?|weeks?|months?|years?|Tagen?|Jahren?|Stunden?|jours?|ans?)\b"
)
#: Behind a number of a sentence that nothing is counted by.
_UNCOUNTED = re.compile(
    r"[*_”\"»]{0,2}(?:\s?[;:)\]!?]|,(?!\d)|\.(?=\s+[^\W\d_a-zß-ÿ]|\s*\Z)|\s*\Z"
    r"|\s(?:and|or|as|is|in|to|with|that|where|which|und|oder|als|ist|wie|zu|mit|et|ou|comme|est"
    r"|que|où|avec)\s(?!\d))"
)
#: Numbers that are no places: "9:00", "8.02", "12.3.1999".
_NO_PLACE = re.compile(r"\d+[.:,]\s?0|\d{1,2}\.\d{1,2}\.(?:1[4-9]|20)\d\d")
#: The first two numbers of a verse: no chapter is beyond 150, no verse beyond 176 (Psalms).
_VERSE = re.compile(r"(\d+)(?P<sign>[.:,])\s?(\d+)")


def is_measure(text: str, place: Place) -> bool:
    """Whether numbers are a date, a time, a course, or count what stands behind them."""
    return bool(_NO_PLACE.match(place.text) or _MEASURED.match(text, place.end))


def is_uncounted(text: str, place: Place) -> bool:
    """Whether a sentence ends or goes on behind a number so that it counts no noun."""
    return bool(_UNCOUNTED.match(text, place.end)) and not _MEASURED.match(text, place.end)


def verse_sign(place: Place) -> str:
    """The sign between the chapter and the verse of a place that may be one; or ""."""
    found = _VERSE.match(place.text) if place.shape in ("line", "divided") else None
    if found is None or place.text.count(".") > 1:
        return ""
    return found["sign"] if 0 < int(found[1]) <= 150 and 0 < int(found[3]) <= 176 else ""


#: Between "ibid." and a place.
_SEPARATED = re.compile(r",?\s")
#: What no page, chapter or section alone is, that other works have, too.
_OWN = frozenset("section edition volume divided line".split())


def canonical_behind(text: str, start: int) -> Place | None:
    """The place behind what repeats a primary work, if its shape tells: "ibid. 518c", "ebd.,
    B 75"."""
    gap = _SEPARATED.match(text, start)
    place = place_at(text, gap.end(), gap.end() + 60) if gap is not None else None
    return place if place is not None and place.shape in _OWN else None
