"""Citations by key and identifier: pandoc's ``@key``, LaTeX's ``\\cite``, DOIs, URLs.

Sources: pandoc's manual, "Citation syntax"; the BibLaTeX manual 3.x, "Citation
commands"; natbib's "Reference sheet".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citations_raw import Masks
from citekit.find.citelocators import locator_at
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, url_key
from citekit.identifiers import find_doi, normalise_arxiv, normalise_isbn
from citekit.model import Body

_KEY = r"[^\W_][\w]*(?:[:.#$%&\-+?<>~/][\w]+)*|_[\w]+"
_PANDOC = re.compile(rf"(?P<minus>-?)@(?:\{{(?P<braced>[^\s{{}}]{{1,200}})\}}|(?P<bare>{_KEY}))")
_OTHER_LABELS = ("fig:", "tbl:", "tab:", "sec:", "eq:", "lst:", "thm:", "fig-", "tbl-", "sec-",
                 "eq-", "lst-")  # fmt: skip
_COMMAND = re.compile(
    r"\\(?P<name>[A-Za-z]*[cC]ite[A-Za-z]*|notecite|pnotecite|fnotecite)\*?"
    r"(?P<lists>(?:\s?\([^()\n]{0,200}\)){0,2})(?=\s?[\[{])"
)
_ARGUMENT = re.compile(
    r"\s?(?:\[(?P<one>[^\[\]]{0,300})\])?(?:\[(?P<two>[^\[\]]{0,300})\])?\{(?P<keys>[^{}]{1,2000})\}"
)
_NO_CITE = frozenset(
    """nocite citestyle citereset citename bibcite defcitealias citetrackertrue citetrackerfalse
    setcitestyle mkcitation newcite citation""".split()
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S", re.A)
_DOI_HEAD = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s?|info:doi/)$", re.I)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]{4,400}")
_ARXIV = re.compile(
    r"arxiv(?:\.org/(?:abs|pdf)/|:\s?)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})", re.I
)
_ISBN = re.compile(r"ISBN(?:-1[03])?:?\s?([\d][\d \u2010-\u2015-]{8,16}[\dXx])", re.I)


def keys(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    """The citations by key, DOI, URL, arXiv identifier and ISBN."""
    if "@" in text:
        yield from _pandoc(text, catalogue)
    if "\\" in text:
        yield from _latex(text, catalogue)
    if "10." in text:
        yield from _dois(text, catalogue, masked)
    if catalogue.urls and "://" in text:
        yield from _urls(text, catalogue, masked)
    if catalogue.arxiv and ("arxiv" in text or "arXiv" in text):
        for match in _ARXIV.finditer(text):
            found = normalise_arxiv(match[1])
            if found is not None and found in catalogue.arxiv and not masked.covers(match.start()):
                yield _identified(match.span(), catalogue, catalogue.arxiv[found], "arxiv")
    if catalogue.isbns and "ISBN" in text:
        for match in _ISBN.finditer(text):
            isbn = normalise_isbn(match[1])
            if isbn is not None and isbn in catalogue.isbns and not masked.covers(match.start()):
                yield _identified(match.span(), catalogue, catalogue.isbns[isbn], "isbn")


def _keyed(
    span: tuple[int, int], key: str, catalogue: Catalogue, method: str, locator: str
) -> Suggestion:
    known = key in catalogue.keys
    return Suggestion(
        *span,
        "citation",
        Body("work", key) if known else Body(),
        "cites" if known else "",
        locator,
        method=method,
        score=1.0 if known else 0.7,
        reasons=("the key stands in the text",) if known else (f"no work has the key {key}",),
    )


def _pandoc(text: str, catalogue: Catalogue) -> Iterator[Suggestion]:
    for match in _PANDOC.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if before and (before.isalnum() or before in "_@./`\\"):
            continue
        key = match["braced"] or match["bare"]
        low = text.rfind("[", max(0, start - 400), start)
        grouped = low != -1 and "]" not in text[low:start] and "\n\n" not in text[low:start]
        closed = text.find("]", end, end + 400) if grouped else -1
        if key not in catalogue.keys and (closed == -1 or key.startswith(_OTHER_LABELS)):
            continue  # a handle, or a label of another kind
        locator = ""
        if closed != -1:
            stop = text.find(";", end, closed)
            stop = stop if stop != -1 else closed
            found = locator_at(text, end, stop)
            if found is not None:
                locator, end = str(found), found.end
        elif text[end : end + 2] == " [":
            found = locator_at(text, end + 2, text.find("]", end, end + 60) + 1 or end + 2)
            if found is not None and text[found.end : found.end + 1] == "]":
                locator, end = str(found), found.end + 1
        yield _keyed((start, end), key, catalogue, "pandoc-key", locator)


def _latex(text: str, catalogue: Catalogue) -> Iterator[Suggestion]:
    for match in _COMMAND.finditer(text):
        name = match["name"]
        if name in _NO_CITE or name.startswith(("nocite", "printbib")):
            continue
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 400)
        if "%" in text[line : match.start()].replace("\\%", ""):
            continue
        place = match.end()
        several = name.endswith("s") and name not in ("citeauthors",)
        while True:
            argument = _ARGUMENT.match(text, place)
            if argument is None:
                break
            yield from _argument(text, match.start(), argument, several, catalogue)
            place = argument.end()
            if not several:
                break


def _argument(
    text: str, start: int, argument: re.Match[str], several: bool, catalogue: Catalogue
) -> Iterator[Suggestion]:
    group = "two" if argument["two"] is not None else "one"
    locator = ""
    if argument[group]:
        note = argument[group].replace("--", "–").replace("~", " ").replace("\\,", " ")
        found = locator_at("," + note, 0, len(note) + 1)
        locator = str(found) if found is not None else ""
    parts = list(re.finditer(r"[^\s,]+", argument["keys"]))
    for part in parts:
        if part[0] == "*":
            continue
        shift = argument.start("keys")
        span = (shift + part.start(), shift + part.end())
        if len(parts) == 1 and not several:
            span = (start, argument.end())
        yield _keyed(span, part[0], catalogue, "latex-key", locator)


def _identified(span: tuple[int, int], catalogue: Catalogue, entry: int, method: str) -> Suggestion:
    if entry in catalogue.own:
        return Suggestion(*span, "citation", method=method, score=0.0)
    key = catalogue.entries[entry].key
    return Suggestion(
        *span,
        "citation",
        Body("work", key),
        "cites",
        method=method,
        score=0.98,
        reasons=(f"the {method} of {key}",),
    )


def _dois(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    for match in _DOI.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] == "."):
            continue
        if masked.covers(start):
            continue
        doi = find_doi(text[start : start + 330])
        if doi is None:
            continue
        end = start + len(doi)
        head = _DOI_HEAD.search(text, max(0, start - 30), start)
        start = head.start() if head is not None else start
        entry = catalogue.dois.get(doi)
        if entry is not None:
            yield _identified((start, end), catalogue, entry, "doi")
        else:
            reasons = (f"no catalogued work has the DOI {doi}",)
            yield Suggestion(start, end, "citation", method="doi", score=0.6, reasons=reasons)


def _urls(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    for match in _URL.finditer(text):
        start = match.start()
        if masked.covers(start):
            continue
        url = match[0].rstrip(".,;:!?'’”»*_")
        if url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1]
        entry = catalogue.urls.get(url_key(url))
        if entry is not None:
            yield _identified((start, start + len(url)), catalogue, entry, "url")
