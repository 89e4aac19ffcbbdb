"""What the model does not see of a reference string, as it takes it for something else: the kind
of an article in brackets, PubMed's identifiers, the pages that cite an entry, quotation marks
around the words before the colon of a title.

Sources: Citing Medicine (2nd edition), chapter 1 A, "Article Title" (type of article and medium in
brackets behind it) and "Notes" (PMID and PMCID at the end).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.parsing.parts import Part, Sure

_TYPE = re.compile(
    r"\s(?P<type>\[(?:editorial|letter|comment(?:ary)?|abstract|review|news|interview|case\sreports?"
    r"|speech|lecture|keynote(?:\saddress)?|(?:paper|conference|poster)\s(?:presentation|session)|poster"
    r"|blog\spost|video|podcast|press\srelease)\])(?=\.(?:\s|$))",
    re.I,
)
_ID = (
    r"\[?(?:PubMed\s(?:Central\s)?)?(?:PMID|PMCID|PubMed|PMC\sfree\sarticle):\s?"
    r"(?:PMC)?\d{1,9}\b[\].;,]*"
)
_PUBMED = re.compile(rf"\s(?P<ids>{_ID}(?:\s{_ID})*)(?=\s|$)")
#: "“Salt fever”: a study", at the beginning of a title.
_QUOTED = re.compile(
    r"(?:^|(?<=[.):]\s))(?:“[^”]{1,120}”|„[^“”]{1,120}[“”]|«[^»]{1,120}»|\"[^\"]{1,120}\")(?=\s?:\s[^\W\d_])"
)
#: The pages of the text on which it cites a reference: "841–890. [880,891]" (Econometrica, Manual
#: for Authors).
_CITED_ON = re.compile(
    r"(?<=\d)[.,]?(?P<pages>\s\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]\.?|\s\[\d{1,4}(?:[,–-]\s?\d{1,4})+\]\.?)\s*$"
)
#: "Epub 2019 Jan 4." behind the pages (Citing Medicine, chapter 1 B, "Articles published ahead of
#: print").
_EPUB = re.compile(
    r"(?<=[\d.;])\s(?P<note>Epub(?:\sahead\sof\sprint)?(?:,?\s(?:19|20)\d\d(?:\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?)?\.?)"
    r"(?=\s|$)"
)
_MARKS = '“”„"«»[PE'


def apart(string: str) -> list[Sure]:
    """The stretches of ``string`` that are kept from the model, in order; without a label, what
    is of the part around it."""
    if not any(mark in string for mark in _MARKS):
        return []
    found: list[Sure] = []
    quoted = _QUOTED.search(string)
    words = quoted[0][1:-1] if quoted is not None else ""
    if quoted is not None and words.strip() and not _LED.search(string, 0, quoted.start()):
        start, end = quoted.span()
        left_gap, right_gap = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        found += [("", start, start + 1 + left_gap), ("", end - 1 - right_gap, end)]
    kind = _TYPE.search(string) if "[" in string else None
    if kind is not None:
        found.append(("genre", *kind.span("type")))
    pages = _CITED_ON.search(string) if string.rstrip(" .").endswith("]") else None
    if pages is not None:
        found.append(("note", *pages.span("pages")))
    ahead = _EPUB.search(string) if "Epub" in string else None
    if ahead is not None:
        found.append(("note", *ahead.span("note")))
    ids = _PUBMED.search(string) if "PM" in string or "PubMed" in string else None
    if ids is not None:
        found.append(("note", *ids.span("ids")))
    return sorted(found, key=lambda one: one[1])


#: A quotation behind "In: " is what something stands in.
_LED = re.compile(r"\b(?:in|dans|aus|en):?\s$", re.I)


def left(string: str, cuts: Sequence[Sure]) -> str:
    """``string`` without the cuts."""
    pieces, at = [], 0
    for _, start, end in cuts:
        pieces.append(string[at:start])
        at = end
    return "".join([*pieces, string[at:]])


def put_back(string: str, cuts: Sequence[Sure], parts: Sequence[Part]) -> list[Part]:
    """The parts of what was left, as stretches of ``string``."""
    found: list[Part] = []
    last = 0
    for label, _, start, end in parts:
        for named, begin, until in cuts:  # a mark without a label is of the part it touches
            start += until - begin if start > begin or (start == begin and named) else 0
            end += until - begin if end > begin or (end == begin and not named) else 0
        start, last = max(start, last), end
        found.append(Part(label, string[start:end], start, end))
    return found
