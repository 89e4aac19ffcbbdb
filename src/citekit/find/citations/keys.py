"""Citations by key and identifier: pandoc's ``@key``, LaTeX's ``\\cite``, DOIs, URLs.

Sources: pandoc's manual, "Citation syntax"; the BibLaTeX manual 3.x, "Citation
commands"; natbib's "Reference sheet".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from citekit.corpus.keys import QUOTE_COMMANDS, citation_keys, cite_commands, without_code
from citekit.corpus.postnotes import printed_note
from citekit.find.canonical import CANONICAL, place_at
from citekit.find.citations.raw import Masks
from citekit.find.citelocators import locator_at
from citekit.find.signs import citing
from citekit.find.suggestion import Suggestion
from citekit.find.workforms import url_key
from citekit.find.works import Catalogue
from citekit.identifiers import (
    arxiv_places,
    find_arxiv,
    find_doi,
    find_pubmed,
    normalise_isbn,
    pubmed_places,
)
from citekit.model import Body, KeySpan, Link, Markup

_OTHER_LABELS = ("fig:", "tbl:", "tab:", "sec:", "eq:", "lst:", "thm:", "fig-", "tbl-", "sec-",
                 "eq-", "lst-")  # fmt: skip
#: Commands that name keys and cite nothing.
_NO_CITE = frozenset(
    """nocite citestyle citereset bibcite defcitealias citetrackertrue citetrackerfalse
    setcitestyle mkcitation newcite citation footnocite""".split()
)
#: A text is LaTeX where one of these stands in it.
_LATEX = re.compile(
    r"\\(?:begin|end|documentclass|usepackage|chapter|(?:sub)*section|label|footnote|emph|text[a-z]{2})"
    r"\*?[\[{]"
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S", re.A)
_DOI_HEAD = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s?|info:doi/)$", re.I)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]{4,400}")
_ISBN = re.compile(r"ISBN(?:-1[03])?:?\s?([\d][\d \u2010-\u2015-]{8,16}[\dXx])", re.I)

#: Behind a locator: words that do not go on with it.
_PROSE = re.compile(r"(?:[,;.]?\s+|\s?[(\[])(?!ff?\b|sqq?\b)[^\W\d_]{2,}[^\d]*\Z|[,;.\s]*\Z")
#: A note that names a place, if in no known way.
_NUMBERED = re.compile(r"\d|(?<![^\W\d_])[IVXLC]{1,7}(?![^\W\d_])")
#: The beginning of a suffix that is a place, and no words.
_PLACE_LIKE = re.compile(r"\d|[IVXLC]{1,7}\b|[A-Z]{1,3}\s?\d|[^\W\d_]{1,6}\.\s?[\dIVXLC]|§")
#: pandoc's locators: in braces, or behind the key.
_BRACED = re.compile(r",?\s?\{(?P<note>[^{}]*)\}")
_LEAD = re.compile(r"\s?[,:]\s?")
_NONE: Mapping[str, Suggestion] = MappingProxyType({})


def explicit(
    text: str,
    catalogue: Catalogue,
    masked: Masks,
    markup: Markup | None = None,
    entries: Mapping[str, Suggestion] = _NONE,
) -> Iterator[Suggestion]:
    """The citations by key, DOI, URL, arXiv identifier, PMID, PMCID and ISBN.

    ``markup`` is that of the document the text was extracted from; without it, the text has
    its own code and comments, which are passed over.  ``entries`` are its references by the keys
    that it cites them by.
    """
    signs = citing(text)
    if signs.ats or signs.backslashes:
        yield from _keys(text, _Known(catalogue, entries), markup)
    if signs.dois:
        yield from _dois(text, catalogue, masked)
    if catalogue.urls and signs.addresses:
        yield from _urls(text, catalogue, masked)
    if catalogue.arxiv and signs.arxiv:
        for start, end, found in arxiv_places(text):
            if found in catalogue.arxiv and not masked.covers(start):
                yield _identified((start, end), catalogue, catalogue.arxiv[found], "arxiv")
    if catalogue.pubmed and signs.pubmed:
        for start, end, found in pubmed_places(text):
            if found in catalogue.pubmed and not masked.covers(start):
                yield _identified((start, end), catalogue, catalogue.pubmed[found], "pubmed")
    if catalogue.isbns and signs.isbns:
        for match in _ISBN.finditer(text):
            isbn = normalise_isbn(match[1])
            if isbn is not None and isbn in catalogue.isbns and not masked.covers(match.start()):
                yield _identified(match.span(), catalogue, catalogue.isbns[isbn], "isbn")


class _Known(NamedTuple):
    """What keys may stand for: works of the catalogue, else references of the text."""

    catalogue: Catalogue
    entries: Mapping[str, Suggestion]

    def holds(self, key: str) -> bool:
        return key in self.catalogue.keys or key in self.entries


def entries_by_key(
    text: str, markup: Markup | None, references: Sequence[Suggestion]
) -> dict[str, Suggestion]:
    """The references, in order, that the entries with keys of a document's markup are, a
    paragraph each."""
    found: dict[str, Suggestion] = {}
    starts = [each.start for each in references]
    for entry in markup.entries if markup is not None else ():
        index = bisect_left(starts, entry.start)
        if not entry.key or index == len(starts) or entry.end <= starts[index]:
            continue
        if text.find("\n\n", entry.start, starts[index]) < 0:
            found.setdefault(entry.key, references[index])
    return found


def _keys(text: str, known: _Known, markup: Markup | None) -> Iterator[Suggestion]:
    """The citations by key."""
    signs = citing(text)
    latex = bool(signs.backslashes) and _LATEX.search(text) is not None
    shown = text if markup is None else _without(text, markup.literal)
    if signs.ats and not latex:
        yield from _pandoc(shown, known)
    if signs.backslashes and ("cit" in text or "cquote" in text or "bibentry" in text):
        if markup is None:
            shown = without_code(text, "latex")
            shown = shown if latex else without_code(shown)
        yield from _latex(shown, known)


def _without(text: str, literal: Iterable[tuple[int, int]]) -> str:
    """``text`` with spaces in place of what is literal; positions stay."""
    pieces: list[str] = []
    done = 0
    for start, end in literal:
        pieces += text[done:start], " " * (end - start)
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def marked_up(
    text: str,
    spans: Iterable[KeySpan],
    links: Iterable[Link],
    catalogue: Catalogue,
    masked: Masks,
    entries: Mapping[str, Suggestion] = _NONE,
) -> Iterator[Suggestion]:
    """The citations in a document's markup: keys behind other words than the key itself
    (pandoc's ``data-cites``), links to the DOI, arXiv, PubMed or web address of a catalogued
    work."""
    known = _Known(catalogue, entries)
    for start, end, key, sure, _ in spans:
        if sure and start < end and text[start:end] != key and not masked.covers(start):
            yield _keyed((start, end), key, known, "markup-key", "")
    for start, end, target in links:
        if start >= end or masked.covers(start):
            continue
        found = addressed(target, catalogue)
        if found is not None:
            yield _identified((start, end), catalogue, *found)


def addressed(target: str, catalogue: Catalogue) -> tuple[int, str] | None:
    """The entry whose DOI, arXiv identifier, PMID, PMCID or web address a link leads to, and the
    method."""
    for value, held, method in (
        (find_doi(target), catalogue.dois, "doi-link"),
        (find_arxiv(target), catalogue.arxiv, "arxiv-link"),
        (find_pubmed(target), catalogue.pubmed, "pubmed-link"),
        (url_key(target), catalogue.urls, "link"),
    ):
        if value and value in held:
            return held[value], method
    return None


def _keyed(span: tuple[int, int], key: str, known: _Known, method: str, locator: str) -> Suggestion:
    body, proposal = Body(), None
    if key in known.catalogue.keys:
        own = known.catalogue.entries[known.catalogue.keys[key]].key
        body, score, reason = Body("work", own), 1.0, "the key stands in the text"
        if own != key:  # BibLaTeX manual 2.2.3, ``ids``
            reason = f"{key} is an alias of {own}"
    elif key in known.entries:
        entry = known.entries[key]
        body, proposal = entry.body, entry.proposal
        score = 0.9 if entry.body.type == "work" else 0.6
        reason = f"the key {key} is that of a reference of this text"
    else:
        score, reason = 0.7, f"no work has the key {key}"
    linked = body.type == "work"
    return Suggestion(
        *span,
        "citation",
        body,
        "cites" if linked else "",
        locator,
        method=method,
        score=score,
        reasons=(reason,),
        proposal=proposal,
    )


def _pandoc(text: str, known: _Known) -> Iterator[Suggestion]:
    for start, end, key, sure, _ in citation_keys(text):
        if text[start - 1] == "{" and text[start - 2 : start - 1] == "@":
            start, end = start - 2, end + 1
        elif text[start - 1] == "@":
            start -= 1
        else:
            continue  # a command's
        if not known.holds(key) and (not sure or key.startswith(_OTHER_LABELS)):
            continue  # a handle, or a label of another kind
        if text[start - 1 : start] == "-":
            start -= 1
        low = text.rfind("[", max(0, start - 400), start)
        grouped = low != -1 and "]" not in text[low:start] and "\n\n" not in text[low:start]
        closed = text.find("]", end, end + 400) if grouped else -1
        locator = ""
        if text[end : end + 2] == " [":
            locator, end = _bracketed(text, end)
        elif closed != -1:
            stop = text.find(";", end, closed)
            stop = stop if stop != -1 else closed
            locator, end = _suffix(text, end, stop)
        yield _keyed((start, end), key, known, "pandoc-key", locator)


def _bracketed(text: str, start: int) -> tuple[str, int]:
    """The locator in the brackets behind a key in the text, ``@lee1990 [p. 3]``, and where the
    citation ends: behind them, but at the key where they hold more, ``[p. 3; see also @roy1991]``
    (Pandoc User's Guide, "Author-in-text citations")."""
    broken = text.find("\n\n", start, start + 400)
    closed = text.find("]", start, broken if broken != -1 else start + 400)
    if closed == -1:
        return "", start
    stop = text.find(";", start, closed)
    stop = stop if stop != -1 else closed
    found = locator_at(text, start + 2, stop + 1)
    if found is None or not (found.end == stop or _PROSE.match(text, found.end, stop)):
        return "", start
    return str(found), closed + 1 if found.end == closed else start


def _suffix(text: str, start: int, stop: int) -> tuple[str, int]:
    """The locator behind a key, in braces or behind a comma or space (Pandoc User's Guide,
    "Citation syntax"), and where it ends; an empty one ends at the key."""
    braced = _BRACED.match(text, start, stop)
    if braced is not None:
        note = braced["note"].strip()
        read = _place(note)
        return (read.text if read.end == len(note) else note), braced.end()
    lead = _LEAD.match(text, start, stop)
    if lead is None:
        found = locator_at(text, start, stop)
        return (str(found), found.end) if found is not None else ("", start)
    note = text[lead.end() : stop]
    placed = _place(note)
    if not placed.text or (placed.text == note and not _PLACE_LIKE.match(note)):
        return "", start
    return placed.text, lead.end() + placed.end


def _latex(text: str, known: _Known) -> Iterator[Suggestion]:
    """The commands that cite; the note behind several keys is printed behind the last (BibLaTeX
    manual, "Citation commands")."""
    for command in cite_commands(text):
        if command.name in _NO_CITE or command.name.startswith("nocite"):
            continue
        single = len(command.arguments) == 1 and command.name not in QUOTE_COMMANDS
        for argument in command.arguments:
            locator = _locator(argument.notes, argument.volume)
            whole = single and len(argument.keys) == 1 and not command.name.endswith("cites")
            whole = whole and not any("\\" in note and "cit" in note for note in argument.notes)
            for key_span in argument.keys:
                start, end, key = key_span[:3]
                if key == "*" or not (command.known or known.holds(key)):
                    continue
                span = (command.start, argument.end) if whole else (start, end)
                last = key_span is argument.keys[-1]
                yield _keyed(span, key, known, "latex-key", locator if last else "")


def _locator(notes: Sequence[str], volume: str = "") -> str:
    """The locator in the last of a citation's notes ("[see][12]", "[12]"), and the volume
    before it."""
    note = printed_note(notes[-1]) if notes else ""
    volume = printed_note(volume)
    if volume:
        found = _place(note)
        pages = found.text if found.text != note else note.removeprefix("page ")
        return f"volume {volume}: {pages}" if pages else f"volume {volume}"
    return _place(note).text


class _Placed(NamedTuple):
    """A locator, and how much of the note it is read from has been read."""

    text: str = ""
    end: int = 0


def _place(note: str) -> _Placed:
    """The locator that a note begins with.  What goes on with a place in a way that no rule
    knows is kept whole: a part of it would be another place (BibLaTeX manual 3.8.14: what is
    no range of pages is printed as it is typed)."""
    end = len(note) + 1
    for separator in ", ":  # the second reads "V. 3" as a verse, not as the number five
        found = locator_at(separator + note, 0, end)
        if found is not None and found.end == end:
            return _Placed(str(found), end - 1)
    place = place_at(note, 0, len(note))
    if place is not None and place.end == len(note) and place.shape in CANONICAL:
        return _Placed(str(place), place.end)
    found = locator_at("," + note, 0, end) or locator_at(" " + note, 0, end)
    if found is not None and _PROSE.match(note, found.end - 1):
        return _Placed(str(found), found.end - 1)
    if place is not None and place.shape in CANONICAL and _PROSE.match(note, place.end):
        return _Placed(str(place), place.end)
    return _Placed(note, len(note)) if found is not None or _NUMBERED.search(note) else _Placed()


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
