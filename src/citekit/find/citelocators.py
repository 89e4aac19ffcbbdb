"""The place in a work that a cite names: "12–14", "S. 12 f.", "chap. 3", "§ 7.2"."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.shapes import CAP, YEAR

#: Abbreviations and words in English, German and French by CSL locator type
#: (CSL 1.0.2, "Locators").
_WORDS = {
    "page": "pages? pp? pg seiten? s págs? pagg? páginas? pagin[ae]",
    "chapter": "chapters? chaps? chs? kapitel kap chapitres? caps? cap[íi]t[ou]lo",
    "section": "sections? secs? abschnitt abschn §§?",
    "paragraph": "paragraphs? paragr paras? absatz abs rn rdnr randnr alinéa al ¶¶?",
    "volume": "volumes? vols? bd bde band bände tom[eo]s? t",
    "figure": "figures? figs? abbildung abb",
    "table": "tables? tab tabelle tableau",
    "note": "notes? nn? fn fußnote anm",
    "line": "lines? ll? zeilen? z lignes?",
    "verse": "verses? vv? vers",
    "folio": "fols? folios? ff?(?=\\.\\s?\\d) bl(?=\\.\\s?\\d)",
    "number": "nos?(?=\\.\\s?\\d) nrn?(?=\\.\\s?\\d) n[°º] nummern? numéros?",
    "part": "parts? pts? teile? tle? parties?",
    "appendix": "appendix app anhang annexe",
    "book": "books? bks? buch bücher livres? liv",
    "column": "columns? cols? sp spalten?",
    "article-locator": "articles? arts? artikel",
    "equation": "equations? eqs? gleichung gl",
    "sub-verbo": "s\\.\\s?v",
    # words that CSL has no term for stay as they are written
    "": "letters? lettres? briefe? epp?(?=\\.\\s?[\\divxlc])",
}
_LABELS = [
    (re.compile(rf"(?:{'|'.join(words.split())})(?=\. 1\Z)", re.I), label)
    for label, words in _WORDS.items()
]
_LABEL = "|".join(word for words in _WORDS.values() for word in words.split())
#: A Roman number below 400; "il" and "vil" are none.
_ROMAN = (
    r"[cC]{0,3}(?:[xX][cClL]|[lL]?[xX]{0,4})(?:[iI][xXvV]|[vV]?[iI]{0,4})"
    r"(?<=[ivxlcIVXLC])\b(?![’'])"
)
_NUMBER = rf"(?:\d{{1,4}}[a-zʳᵛ]?(?!\d)|(?![lcvLCV]\.\s?[\dIVXLC]){_ROMAN})"
#: Between two numbers: a hyphen or dash, or two or three hyphens, as typed for one.
DASH = r"[-–—‑]{1,3}"
_BEHIND = (
    r"(?:\s?(?:ff|f|sqq|sq|et\ssuiv|passim)\b\.?)?"
    r"(?:\s?(?:nn?|fn|Anm|note)\.?\s?\d{1,3})?"
)
_PAGE = rf"{_NUMBER}(?:\s?{DASH}\s?(?:{_NUMBER}|[rʳᵛ](?!\w)))?{_BEHIND}"
_YEAR = rf"{YEAR}[a-z]?\b"
_YEAR_ALONE = re.compile(_YEAR)
_AND = r"(?:,\s?(?:&|and|und|et)|,|&|and|und|et)"
#: Pages, as a cite lists them.
LIST = rf"{_PAGE}(?:\s?{_AND}\s?(?!{_YEAR}){_PAGE}(?![^\W\d_]))*"
#: "4.2", "2.1–2.3", "II.4", "I 12": what has its numbers by books and chapters.
_DECIMAL = (
    r"(?:(?:\d{1,3}|(?-i:[IVXLC]{1,7}))(?:\.\d{1,3}){1,3}|(?-i:[IVX]{1,6})\s\d{1,3})[a-z]?"
    r"(?![\d.]*\d)"
)
_DECIMAL_LIST = (
    rf"{_DECIMAL}(?:\s?(?:{DASH}|{_AND})\s?(?:{_DECIMAL}|(?!{_YEAR}){_PAGE}(?![^\W\d_])))*"
)
_DECIMALS = re.compile(_DECIMAL_LIST)
#: A place divided by points that stands alone: "1.85", no quantity ("0.5", "3.5 %").
_DIVIDED = rf"(?!0){_DECIMAL_LIST}{_BEHIND}(?!\s?[%‰])"
_BY_CHAPTERS = frozenset(("", *"book chapter section paragraph figure table equation part".split()))
#: Before the place that matters most: "esp. ch. 2", "hier S. 50".
_FIRST = (
    r"(?:(?:hier|here|ici)[:,]?\s)?(?:(?:(?:esp|bes|insb|insbes|spéc)\.|especially|besonders"
    r"|insbesondere|notamment|(?:hier|here|ici):?|at)\s)"
)
_SEPARATED = rf"(?:\s?[,:;]\s?(?P<first>{_FIRST})?|\s)?"
#: "p.ix", "S.XII": a stop with no space behind it; "s.v.", "p.c." and "l.c." are abbreviations.
_STOP_BEFORE_ROMAN = (
    r"(?:(?<=p)\.(?=(?:[ivxlc]{2,}|[ivx])\b(?!\.[^\W\d_]))|(?-i:(?<=\bS)\.(?=[IVXLC]{2,}\b)))"
)
#: "Appendix B", whose letters are no Roman numbers.
_APPENDED = (
    r"(?:(?<=\bappendix\s)|(?<=\bapp\.\s)|(?<=\banhang\s)|(?<=\bannexe\s))(?-i:[A-Z])\d{0,2}\b"
)
_LABELLED = re.compile(
    rf"{_SEPARATED}(?P<label>{_LABEL})(?:\.\s|\.(?=\d)|{_STOP_BEFORE_ROMAN}|\s|(?=\d))"
    rf"(?P<pages>{LIST}|{_APPENDED})(?![^\W\d_])",
    re.I,
)
#: A sheet of an early printed book by its signature: "sig. A2v", "sigs. B1r–B3v".
_LEAF = r"(?:[^\W\d_]{1,2}|[*†‡§¶]{1,2})(?:\s?\d{1,2}|[ivxj]{1,5})?[rvʳᵛ]?\b"
_SHEET = re.compile(
    rf"{_SEPARATED}(?P<pages>sigs?\.\s?{_LEAF}"
    rf"(?:\s?(?:{DASH}|{_AND})\s?(?:{_LEAF}|\d{{1,2}}[rvʳᵛ]?|[rvʳᵛ]\b))*)",
    re.I,
)
#: A slip of notes that an edition has by folder, sheet and number, as Benjamin's convolutes:
#: "N 1a, 8", "H2,3"; letters that are numbers or abbreviations only with the letter behind.
_SLIP = r"(?:[A-Z]\s?\d{1,2}a|[ABE-HJKNOQRUWYZ]\s?\d{1,2}|[CDILMVX]\d{1,2}),\s?\d{1,2}\b"
_SLIPS = re.compile(rf"{_SEPARATED}(?P<pages>{_SLIP}(?:\s?(?:[;,]|{DASH}|and|und|et)\s?{_SLIP})*)")
_MARKED = r"(?:[“\"„«»]\s?[^“”„\"«»()\[\]\n]{2,90}?\s?[”“\"»«])"
_HEADING = (
    rf"{CAP}(?:\s(?:{CAP}|&|an?|and|as|at|by|for|from|in|into|of|on|or|the|to|vs\.|with)){{0,11}}"
)
#: A section that its heading names, whole or shortened in quotation marks: "Key Facts section",
#: "“What Can You Do” section", "Abschnitt „Was tun“" (APA 7, 8.28).
SECTION = (
    rf"(?:(?:the\s)?(?:{_MARKED}|{_HEADING})\ssections?\b"
    rf"|(?:[Ss]ection|Abschnitt|Abschn\.|[Rr]ubrique)\s{_MARKED})"
)
_SECTION = re.compile(
    rf",\s(?P<first>{_FIRST})?(?P<pages>{SECTION})(?=\s?(?:[,;:)\]]|\.(?:\s|$)|$))"
)
_VOLUME_PAGE = rf"\d{{1,2}}:(?=\d){_PAGE}"
#: "2:34", the volume and the page; "1.85".
_PLAIN = re.compile(
    rf"\s?[,:]\s?(?P<first>{_FIRST})?(?!{_YEAR})"
    rf"(?P<pages>{_DIVIDED}|{_VOLUME_PAGE}(?:\s?{_AND}\s?(?:{_VOLUME_PAGE}|(?!{_YEAR}){_PAGE}\b))*"
    rf"|{LIST}(?!\.\d))"
    r"(?![^\W\d_])(?(first)(?=\s?(?:[.,;:)\]]|$)))",
    re.I,
)
#: Behind what takes a page without a comma: "ibid. 12", "id. at 12", "“Rivers,” 12".
_BARE = re.compile(
    rf"[^\S\n](?P<first>at\s)?(?!{_YEAR})(?P<pages>{_DIVIDED}|{LIST}(?!\.\d))"
    r"(?=\s?(?:[.,;)\]]|$))"
)
_IN_VOLUME = re.compile(rf":\s?{_PAGE}(?![^\W\d_])")


#: Behind the number of a journal's issue: "no. 137 (1992)".
_OF_ISSUE = re.compile(rf"\s?\([^()\n]{{0,20}}{YEAR}")
#: A place has so many labels behind its first one.
_DEEPEST = 3


class Locator(NamedTuple):
    """A locator: the numbers as they are written, their CSL label, where they end; ``first``
    if words like "esp." and "hier" lead it.  Without a label it stands with its own word, for
    which CSL has no term ("sig. A2v", "letter 12", "Key Facts section",
    "N 1a, 8")."""

    text: str
    label: str
    end: int
    first: bool = False

    def __str__(self) -> str:
        return self.text if self.label in ("page", "") else f"{self.label} {self.text}"


def locator_at(text: str, start: int, end: int, *, bare: bool = False) -> Locator | None:
    """The locator that begins at ``start`` with its separator, not beyond ``end``; a ``bare``
    one, a page without a comma before it, ends what it stands in."""
    found = _PLAIN.match(text, start, end) or (_BARE.match(text, start, end) if bare else None)
    label, begins = "page", "pages"
    if slips := _SLIPS.match(text, start, end):
        found, label = slips, ""
    elif found is None and (
        found := _SHEET.match(text, start, end) or _SECTION.match(text, start, end)
    ):
        label = ""
    elif found is None:
        found = _LABELLED.match(text, start, end)
        if found is None:
            return None
        word = found["label"]
        if word[0].isupper() and len(word) > 1 and _YEAR_ALONE.fullmatch(found["pages"]):
            return None  # "Tomes 1998" is a name
        label = _label(word)
        begins = "pages" if label else "label"
        if label == "number" and _OF_ISSUE.match(text, found.end(), end):
            return None
    stop = found.end()
    if label in _BY_CHAPTERS:
        finer = _DECIMALS.match(text, found.start("pages"), end)
        stop = finer.end() if finer is not None else stop
    # "pt. 2, ch. 3, p. 12", "vol. 2: 34": what is finer is kept with the first
    for _ in range(_DEEPEST):
        finer = _LABELLED.match(text, stop, end)
        if finer is None and label == "volume":
            finer = _IN_VOLUME.match(text, stop, end)
        if finer is None:
            break
        stop = finer.end()
    pages = text[found.start(begins) : stop].strip()
    return Locator(pages, label, stop, found["first"] is not None)


def without_section(words: str) -> str:
    """The words of a citation without the section that it ends with, and the paragraph there:
    "Lee, 2019, Key Facts section, para. 2"."""
    for found in _SECTION.finditer(words):
        locator = locator_at(words, found.start(), len(words))
        if locator is not None and not words[locator.end :].strip():
            return words[: found.start()]
    return words


def _label(word: str) -> str:
    return next((label for pattern, label in _LABELS if pattern.match(word + ". 1")), "page")


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
#: Where the year of an imprint ends.
_IMPRINT_END = re.compile(rf"(?<!\d){YEAR}[a-z]?[)\]]?(?=[,:;]\s)")
#: How many pages a book has, and no page of it: "878p.".
_EXTENT = re.compile(r"\d\s?[ps]\Z")
#: The volume that is cited of several, before their imprint: "vol. 1 (Leeds: Quay, 1988), 88",
#: "Bd. 1, Berlin 1839"; not "vol. 1 of the Works".
_VOLUME_BEFORE = re.compile(
    rf"(?<=[.,”\"»*_])\s(?:vols?\.|volume|Bde?\.|Band|t\.|tome)\s?(?P<number>{_NUMBER})(?=\s\(|[,:.]\s)",
    re.I,
)
#: Behind a place: the abbreviation that the work has from here on (Chicago Manual of Style, 17th
#: edition, 14.61).
_DECLARATION = re.compile(
    r",?\s[(\[](?:hereafter|hereinafter|henceforth|cited\s(?:in\sthe\stext\s)?as|abbreviated|(?:im\s)?folgenden"
    r"|fortan|künftig|nachfolgend|désormais|ci-après|abrégée?|dorénavant)\b[^()\[\]]*[)\]][\s.]*\Z",
    re.I,
)


def closing_locator(
    string: str, known: str = "", *, volumes: bool = True, whole: bool = False
) -> str:
    """The locator that a reference ends with: "112 f.", "528, Anm. 3", "volume II, p. 45"; of
    "S. 9–24, hier: S. 12" what is pointed at in the range.  ``known`` is what was read of it
    as one; without that only such a place is one, as pages may be all of an article, or what
    stands behind the imprint of a ``whole`` book ("(Leeds: Quay, 1988), 77, 81, and 90"), with
    the volume before it.  The volume is the work's own if no ``volumes`` are cited.

    Source: Chicago Manual of Style (17th edition), 14.116-118 (volumes), 14.147-157 (pages,
    notes and volumes cited); DIN 1505-2."""
    if declared := _DECLARATION.search(string):
        string = string[: declared.start()]
    found = _CLOSING.search(string, max(0, len(string) - _LONGEST))
    if whole and (found is None or not found["first"]):
        place = _behind_imprint(string, volumes=volumes)
        if place:
            return place
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


def _behind_imprint(string: str, *, volumes: bool) -> str:
    """The locator behind the last year with a comma, if the string ends with it; or ""."""
    end = len(string.rstrip(" ."))
    imprint = max(_IMPRINT_END.finditer(string, max(0, end - _LONGEST)), key=_start, default=None)
    locator = locator_at(string, imprint.end(), len(string)) if imprint is not None else None
    if imprint is None or locator is None or locator.end < end or _EXTENT.search(locator.text):
        return ""
    if locator.label == "volume":
        return str(locator) if volumes and "," in locator.text else ""
    before = _VOLUME_BEFORE.findall(string, 0, imprint.start()) if volumes else []
    if len(before) != 1 or locator.label != "page" or ":" in locator.text:
        return str(locator)
    label = _PAGE_LABEL.match(string, imprint.end())
    return f"volume {before[0]}, {label[1] if label is not None else 'p. '}{locator.text}"


_start = re.Match.start
_PAGE_LABEL = re.compile(r"[,:;]\s((?:pp?|pg|S)\.\s?|(?:pages?|Seiten?)\s)")
