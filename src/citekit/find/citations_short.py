"""Works cited in short, with no year: "Kuhn, Structure, 12" in notes, "(Kuhn 12)".

Source: Chicago Manual of Style (17th edition), 14.30 (the family name of the author and a
shortened title); MHRA Style Guide (3rd edition), 11.3; MLA Handbook (9th edition), 6.1
(author and page in parentheses).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citations_names import BACK_ET_AL, ET_AL, JOIN, NAME, UPPER
from citekit.find.citations_raw import NOTE_MARK, Masks
from citekit.find.citations_resolve import Proposals, given_agrees
from citekit.find.citelocators import locator_at
from citekit.find.citingwords import ARTICLES
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry, name_key
from citekit.find.worktitles import is_content, plain
from citekit.model import Body

#: Names before a short title, at the beginning of a note or behind a semicolon or "see".
_NAMES = [
    re.compile(
        rf"(?:(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir)\s)?"
        rf"(?P<names>{NAME}(?:{JOIN}{NAME}){{0,3}}{lazy}(?:{ET_AL}|\sand\sothers)?)"
        r"[,:]\s(?:[“\"«„»‘'*_]\s?)?"
    )
    for lazy in ("?", "")  # in "Lee, Rivers, 12" the title looks like another name
]
_SPLIT = re.compile(JOIN)
_BEHIND = re.compile(r"[,.]?\s?[”\"»“«’'*_]?[,.]?")
_REPEATING = re.compile(
    r",?\s\(?(?:(?:[Oo]p|[Aa]rt|[Ll]oc|[Oo]uvr)\.\s?cité?|[Aa]\.\s?a\.\s?O|supra|above|wie\s|note\s|nn?\.\s?\d"
    r"|Anm|Fn|FN|[Ii]bid|[Ee]bd)"
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
#: What begins the first of some notes.
_MARKS = ("\n1", "\n[1", "\n[^", "\n¹", "\n(1")
_OPENED = re.compile(rf"\((?=[{UPPER}][^()\n]{{3,60}}[,:]\s[^()\n]{{3,80}}\))")
_CITES = rf"{NAME}(?:{JOIN}{NAME}){{0,3}}(?:{ET_AL}|\sand\sothers)?"
_PAGES = r"(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:\s?[–-]\s?\d{1,4})?"
_AUTHOR_PAGE = re.compile(
    rf"\s?(?:(?:see(?:\salso)?|cf\.|vgl\.|siehe|voir|qtd\.\sin)\s)?(?P<names>{_CITES})"
    rf"(?:,?\s(?:(?:pp?|S)\.\s)?(?P<pages>{_PAGES}(?:,\s?{_PAGES})*))?\s?"
)
#: Parentheses short enough for authors and pages.
_AUTHORS = re.compile(rf"\((?P<cites>(?:[a-z.]{{2,5}}\s)?[{UPPER}][^()\n]{{1,90}})\)")
#: What a short title ends before.
_SIGNS = frozenset(("", *",.;:”\"»“«’'*_)\n"))
_LONGEST = 400
_REACH = 160


def short_forms(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    """The works that notes and parentheses cite by the author and the title, whole or its first
    words, with no year; a note is a line that begins with a number."""
    for start, end in _notes(text):
        yield from _among(text, start, end, catalogue, masked)
    for opened in _OPENED.finditer(text):
        end = text.find(")", opened.end(), opened.end() + _REACH)
        yield from _among(text, opened.end(), end, catalogue, masked)


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """The words of the notes that stand as lines of their own."""
    if not any(map(text.__contains__, _MARKS)):
        return
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        mark = NOTE_MARK.match(text, at, end) if end - at < _LONGEST else None
        if mark is not None:
            yield mark.end(), end
        at = end + 1


def author_pages(
    text: str, catalogue: Catalogue, proposals: Proposals, masked: Masks
) -> Iterator[Suggestion]:
    """The works that parentheses and notes cite by authors and pages, "(Kuhn 12; Lee and Roy
    3–5)", or by authors alone, "(Kuhn)": only works that are references of the text."""
    if not proposals.linked:
        return
    notes = ((a, b - text.endswith(".", a, b)) for a, b in _notes(text) if b - a < _REACH)
    for start, end in (*(found.span("cites") for found in _AUTHORS.finditer(text)), *notes):
        if masked.covers(start):
            continue
        at = start
        found = []
        for part in text[start:end].split(";"):
            one = _author_page(text, at, at + len(part), catalogue, proposals)
            if one is None:
                break
            found.append(one)
            at += len(part) + 1
        else:
            yield from found


def _author_page(
    text: str, start: int, end: int, catalogue: Catalogue, proposals: Proposals
) -> Suggestion | None:
    match = _AUTHOR_PAGE.fullmatch(text, start, end)
    if match is None:
        return None
    et_al = BACK_ET_AL.search(match["names"]) is not None
    names = _SPLIT.split(BACK_ET_AL.sub("", match["names"]))
    first = name_key(names[0])
    cited = []
    for index in catalogue.written(catalogue.family_of(first), None):
        entry = catalogue.entries[index]
        own = entry.authors
        if (
            entry.key in proposals.linked
            and index not in catalogue.own
            and given_agrees(first, own[0].key, own[0].given)
            and (et_al or len(own) == len(names))
        ):
            cited.append(entry.key)
    if len(cited) != 1:
        return None
    pages = match["pages"] or ""
    return Suggestion(
        match.start("names"), match.end("pages" if pages else "names"), "citation",
        Body("work", cited[0]), "cites", pages, method="author-page", score=0.9,
        reasons=(f"{cited[0]} is the one reference of this text by {', '.join(names)}",),
    )  # fmt: skip


def _among(
    text: str, start: int, end: int, catalogue: Catalogue, masked: Masks
) -> Iterator[Suggestion]:
    while 0 <= start < end:
        for pattern in _NAMES:
            found = pattern.match(text, start, end)
            one = _short_form(text, found, end, catalogue) if found is not None else None
            if one is not None:
                if not masked.covers(one.start):
                    yield one
                break
        start = text.find("; ", start, end)
        start = start + 2 if start >= 0 else -1


def _short_form(
    text: str, found: re.Match[str], end: int, catalogue: Catalogue
) -> Suggestion | None:
    names = _SPLIT.split(BACK_ET_AL.sub("", found["names"]))
    first = name_key(names[0].split(",")[0])
    family = catalogue.family_of(first)
    cited: dict[int, int] = {}
    for index in catalogue.written(family, None) if family else ():
        entry = catalogue.entries[index]
        author = entry.authors[0]
        if index in catalogue.own or not given_agrees(first, author.key, author.given):
            continue
        stop = _title_end(text, found.end(), end, entry)
        if stop:
            cited[index] = stop
    if len(cited) != 1:
        return None
    ((index, stop),) = cited.items()
    key = catalogue.entries[index].key
    closed = _BEHIND.match(text, stop, end)
    stop = closed.end() if closed is not None else stop
    while text[stop - 1] in ",. ":
        stop -= 1
    if _REPEATING.match(text, stop, end):
        return None  # all of it repeats a citation before
    locator = locator_at(text, stop, min(end, stop + 60))
    return Suggestion(
        found.start("names"),
        locator.end if locator is not None else stop,
        "citation",
        Body("work", key),
        "cites",
        str(locator) if locator is not None else "",
        method="short-form",
        score=0.9,
        reasons=(f"the author and the title of {key}",),
    )


def _title_end(text: str, start: int, end: int, entry: Entry) -> int:
    """Where the title of an entry, or its first words, end that begin at ``start``; 0 if
    something else stands there.  The article before the title may be left out."""
    words = list(_WORD.finditer(text, start, min(end, start + _REACH)))
    title = _WORD.findall(entry.title)
    if words and len(title) > 1 and title[0] in ARTICLES and plain(words[0][0]) != title[0]:
        title = title[1:]
    count = 0
    for word, own in zip(words, title, strict=False):
        if plain(word[0]) != own:
            break
        count += 1
    if not count or not is_content(title[count - 1]):
        return 0
    stop = words[count - 1].end()
    whole = count == len(title) or text[stop : stop + 1] in _SIGNS
    return stop if whole else 0
