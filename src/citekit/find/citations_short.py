"""Works cited in short in notes: "Kuhn, Structure, 12", "Kuhn, “Logic of Discovery.”"

Source: Chicago Manual of Style (17th edition), 14.30 (the family name of the author and a
shortened title); MHRA Style Guide (3rd edition), 11.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citations_names import BACK_ET_AL, ET_AL, JOIN, NAME, UPPER
from citekit.find.citations_raw import NOTE_MARK, Masks
from citekit.find.citations_resolve import given_agrees
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
#: What a short title ends before.
_SIGNS = frozenset(("", *",.;:”\"»“«’'*_)\n"))
_LONGEST = 400
_REACH = 160


def short_forms(text: str, catalogue: Catalogue, masked: Masks) -> Iterator[Suggestion]:
    """The works that notes and parentheses cite by the author and the title, whole or its first
    words, with no year; a note is a line that begins with a number."""
    if any(map(text.__contains__, _MARKS)):
        at = 0
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            mark = NOTE_MARK.match(text, at, end) if end - at < _LONGEST else None
            if mark is not None:
                yield from _among(text, mark.end(), end, catalogue, masked)
            at = end + 1
    for opened in _OPENED.finditer(text):
        end = text.find(")", opened.end(), opened.end() + _REACH)
        yield from _among(text, opened.end(), end, catalogue, masked)


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
