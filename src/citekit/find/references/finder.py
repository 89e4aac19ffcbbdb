"""Reference strings found in texts, parsed, and matched to the catalogue.

:func:`references` asks the parser about the candidates of
:mod:`citekit.find.references.spans`, keeps what has the parts of a reference, and either
ties it to the work of the catalogue that it is (:mod:`citekit.find.references.matching`) or
proposes a new one with the words each field was read from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from citekit.find.citelocators import closing_locator, locator_at
from citekit.find.citingwords import ROLES
from citekit.find.parsing.imprints import BARE
from citekit.find.parsing.parser import Parser
from citekit.find.parsing.parts import Parsed
from citekit.find.parsing.work import with_author_above, work_of
from citekit.find.references.archives import behind_archive, behind_letter
from citekit.find.references.likeness import Match
from citekit.find.references.matching import Index, place_behind_title
from citekit.find.references.names import is_said
from citekit.find.references.spans import Candidate, candidates, with_lines
from citekit.find.shapes import YEAR
from citekit.find.suggestion import At, Suggestion, unheard
from citekit.model import Body, Markup, Work


class Found(NamedTuple):
    """A reference in a text: its span, how it was found, its parts (their spans count
    from its start), the work they make, and how sure that it is one (0–1).

    ``match`` is the work of the catalogue that it prints word by word; then ``work`` is
    that one, and nothing had to be parsed: ``parsed`` has no parts."""

    start: int
    end: int
    method: str
    parsed: Parsed
    work: Work
    score: float
    match: Match | None = None


#: What a work is published in or by.
_IMPRINT = frozenset("publisher place journal booktitle doi url isbn genre".split())
_NAME = re.compile(r"[^\W\d_]")
_YEAR = re.compile(rf"(?<!\d){YEAR}")
_LOWER = re.compile(r"(?<![\w’'.-])[a-zß-öø-ÿ]{2,}")
_JOINTS = frozenset(
    """and und et von van de du di da del della der den zu la le al el ten ter of for the in ed eds
    hrsg hg dir edited by al others und andere y e des the dos das vom zur bin ibn coord
    sous""".split()
)


def find_references(
    text: str,
    parser: Parser,
    index: Index | None = None,
    without: Collection[str] = (),
    markup: Markup | None = None,
    at: At = unheard,
) -> Iterator[Found]:
    """The references of ``text``, in order, none inside another.

    What prints a work of the catalogue ``index`` word by word, and none with the keys
    ``without``, is not parsed.  ``markup`` is that of the document: lines of its
    file may be entries, and it may tell which are.  ``at`` is told where the search is.
    """
    found: list[Found] = []
    if markup is not None:
        text = with_lines(text, markup.breaks)
    for candidate in candidates(text, markup.entries if markup is not None else ()):
        at(candidate.start)
        if not candidate.listed:
            begin = behind_letter(text, candidate.start, candidate.end)
            begin = behind_archive(text, begin, candidate.end)
            if begin > candidate.start and _YEAR.search(text, begin, candidate.end) is None:
                continue
            candidate = candidate._replace(start=begin)
        one = _printed(text, candidate, index, without) if index is not None else None
        one = one or _judged(text, candidate, parser, index, without)
        if one is not None:
            found.append(one)
    found.sort(key=lambda one: (one.start, -one.score))
    end = 0
    above: Found | None = None
    for one in found:
        if one.start >= end:
            if above is not None and _in_list(above, one) and not one.match:
                work = with_author_above(one.parsed, one.work, above.work)
                one = one._replace(work=work)
            yield one
            above, end = one, one.end


def _in_list(above: Found, one: Found) -> bool:
    """Whether two references stand in one list, on whichever pages."""
    return one.method == above.method or {one.method, above.method} <= _LISTED


def references(
    text: str,
    index: Index,
    parser: Parser,
    without: Collection[str] = (),
    markup: Markup | None = None,
    at: At = unheard,
) -> list[Suggestion]:
    """Every reference of ``text`` as a suggestion of the kind *reference*.

    One that the catalogue ``index`` has is a suggestion of its work, if its key is not
    ``without`` (the keys of what the text itself is); another one has
    the work that was read as ``proposal``, and the reasons say what was read where.
    ``markup`` is that of the document; ``at`` is told where the search is.
    """
    found = []
    for one in find_references(text, parser, index, without, markup, at):
        match = one.match or index.best(one.work, without=without)
        match = match or index.within(one.parsed.string, without, *_titles(one.parsed))
        match = match or index.identified(one.parsed.string, without)
        found.append(_suggestion(text, one, match, index.works[match.key] if match else None))
    return found


def _suggestion(text: str, one: Found, match: Match | None, known: Work | None) -> Suggestion:
    """A reference to a whole book, or to what is printed on pages of one, has a page only
    where it cites one; ``known`` is the work that it matches."""
    work = known or one.work
    whole = work.type in _WHOLE
    page = one.work.text("page") if whole and one.match is None else ""
    if _YEARS.fullmatch(page):
        page = ""  # of the title: "Rivers, 1820–1900"
    if one.method not in _LISTED and not one.work.text("number-of-pages"):
        page = cited_place(one.parsed.string) or page
        if not (whole or page):
            page = _cited_page(one.parsed.string, known.text("page") if known else "")
    locator = page
    if one.method not in _LISTED:
        words = text[one.start : one.end + text.startswith(".", one.end)]
        volumes = not (work.text("volume") or work.text("container-title"))
        locator = closing_locator(words, page, volumes=volumes, whole=whole)
        if known is not None and not locator:
            locator = place_behind_title(words, known) or _pinned(words, known.text("page"))
    if match is not None:
        return Suggestion(
            one.start,
            one.end,
            "reference",
            Body("work", match.key),
            relation="cites",
            locator=locator,
            method=one.method,
            score=round(match.score * (0.5 + 0.5 * one.score), 3),
            reasons=(_WHERE[one.method], *match.reasons),
        )
    fields = {
        name: value
        for name, value in one.work.fields.items()
        if name != "page" or not (whole or value == page)
    }
    return Suggestion(
        one.start,
        one.end,
        "reference",
        relation="cites",
        locator=locator,
        method=one.method,
        score=round(0.9 * one.score, 3),
        reasons=(_WHERE[one.method], "not in the catalogue", *_evidence(one)),
        proposal=one.work._replace(fields=fields),
    )


_YEARS = re.compile(r"(?:1[4-9]|20)\d\d\s?[-–—]{1,3}\s?(?:1[4-9]|20)\d\d")
#: Entries of lists, which name no place that is cited.
_LISTED = frozenset(["reference-list", "reference-entry"])
#: Where one may begin that a reference ends with.
_PLACE_BEFORE = re.compile(r"[,:;](?=\s)")
#: Locators that say no volume or pages of the work itself.
_OF_CITE = frozenset("chapter section paragraph figure table note line verse appendix".split())


def cited_place(string: str) -> str:
    """The place in a work that a reference ends with: "45–78, at 50", ", chap. 2"; or ""."""
    end = len(string.rstrip(" ."))
    for found in _PLACE_BEFORE.finditer(string, max(0, end - 40), end):
        locator = locator_at(string, found.start(), end)
        if (
            locator is not None
            and locator.end == end
            and (locator.first or locator.label in _OF_CITE)
        ):
            return str(locator)
    return ""


#: Pages behind the year of an issue with their label or a colon, or behind an imprint: "12,
#: no. 3 (2001): 33", "12, 2001, S. 33", "(Leeds: Verso, 2001), 33"; not a journal's first page
#: as lawyers cite it ("171 (1971), 33").
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:(?:1[5-9]|20)\d\d(?:\)\s?:\s?|\)?,\s(?:pp?|S)\.\s?)"
    r"|\([^\W\d_][^():]{1,40}:\s[^():]{2,60}\s(?:1[5-9]|20)\d\d\),\s)"
    r"(?P<page>\d{1,4}(?:\s?ff?\b|\s?[-–—]{1,3}\s?\d{1,4})?"
    r"(?P<others>(?:(?:,|,?\s(?:and|und|et|&))\s\d{1,4}(?:\s?[-–—]{1,3}\s?\d{1,4})?)*))[\s.]*\Z"
)


def _cited_page(string: str, own: str) -> str:
    """The page of an article that a reference in a note or sentence ends with, which is the one
    that it cites: an article has several, those of its ``own`` if the catalogue knows them
    (Chicago Manual of Style, 17th edition, 14.171: a note gives specific pages, a bibliography
    those of the whole); or ""."""
    found = _PAGE.search(string)
    if found is None:
        return ""
    if found["others"]:  # an article's own pages are one run
        return found["page"]
    first, *last = _NUMBER.findall(found["page"])
    known = _NUMBER.findall(own)
    return found["page"] if [first, *last] != known and (known or not last) else ""


_FIRST_PAGE = re.compile(r"\d{1,5}(?=\D|$)")


def _pinned(string: str, own: str) -> str:
    """The page behind the first one of an article, as lawyers cite it: "171 (1971), 33, 40", "73
    Yale L.J. 733, 740 (1964)", "NJW 1990, 12 (14)" (The Bluebook, rules 3.2 and 16.4); or ""."""
    first = _FIRST_PAGE.match(own)
    if first is None:
        return ""
    found = re.search(
        rf"[\s,]{first[0]}(?:\s?[-–]\s?\d{{1,5}})?(?:,\s(?:at\s)?|\s\()"
        r"(?P<pin>\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:\s?ff?\b\.?)?)(?=\)|\s\(|[\s.]*$)",
        string,
    )
    if found is None or int(_NUMBER.findall(found["pin"])[0]) < int(first[0]):
        return ""
    return found["pin"]


#: Types that no pages of a container belong to.
_WHOLE = frozenset("book thesis report manuscript webpage".split())
_WHERE = {
    "reference-list": "an entry of a list of references",
    "reference-entry": "a paragraph that begins and ends as an entry does",
    "reference-note": "a note that begins with a name",
    "reference-parentheses": "a parenthesis with more than names and years",
    "reference-prose": "a name, a title and an imprint in running text or at its head",
}


def _evidence(one: Found) -> Iterator[str]:
    """What was read where, in offsets of the text."""
    for part in one.parsed.parts:
        if part.label != "note":
            start, end = one.start + part.start, one.start + part.end
            yield f"{part.label}: {' '.join(part.text.split())} ({start}–{end})"


def _printed(
    text: str, candidate: Candidate, index: Index, without: Collection[str]
) -> Found | None:
    """The candidate as a reference that prints a work of the catalogue and nothing else."""
    start, end, method, _ = candidate
    parsed = Parsed(text[start:end], ())
    match = index.printed(parsed.string, without)
    return match and Found(start, end, method, parsed, index.works[match.key], 1.0, match)


def _judged(
    text: str,
    candidate: Candidate,
    parser: Parser,
    index: Index | None,
    without: Collection[str],
) -> Found | None:
    """The candidate as a reference, or None if its parts are not those of one.  Author,
    title and year are enough where a work of the catalogue has them."""
    parsed = parser.parse(text[candidate.start : candidate.end])
    score = likelihood(parsed, candidate.listed)
    if not candidate.listed and is_said(text, candidate.start, candidate.end):
        score = 0.0
    elif candidate.method == "reference-note" and score < _SHORT_NOTE and _is_short(parsed):
        score = _SHORT_NOTE
    if score < (0.4 if candidate.listed else 0.6):
        if index is None:
            return None
        noted = candidate.listed or candidate.method == "reference-note"
        sure = index.identified(parsed.string, without) if noted else None
        if sure is None and not _is_known(parsed, index, without):
            return None
        score = _AUTHOR_TITLE_YEAR
    start, end = candidate.start, candidate.end
    if candidate.listed and parsed.parts and parsed.parts[0].label == "number":
        shift = parsed.parts[1].start if len(parsed.parts) > 1 else 0
        start += shift
        parsed = parser.parse(text[start:end])
    return Found(start, end, candidate.method, parsed, work_of(parsed), score)


def likelihood(parsed: Parsed, listed: bool = False) -> float:
    """How far the parts of a string are those of a reference, 0 to 1."""
    labels = {
        part.label for part in parsed.parts if _NAME.search(part.text) or part.label in _NUMERIC
    }
    titles = parsed.texts("title")
    if titles and not 3 <= len(titles[0]) <= 400:
        return 0.0
    people = parsed.texts("author") or parsed.texts("editor")
    imprint = labels & _IMPRINT
    numbered = bool(labels & {"volume", "issue"}) and bool(labels & {"pages", "date"})
    if not titles and not labels & _CONTAINERS:
        return 0.0
    score = 0.25 * (bool(titles) or numbered)
    score += 0.25 * bool(people)
    score += 0.2 * ("date" in labels)
    score += 0.3 * (bool(imprint) or numbered)
    if listed:
        return score if people or labels & _SURE else 0.0
    if people and BARE.fullmatch(parsed.string.rstrip(" .")):
        return _SHORT_NOTE
    if not people or not (imprint or numbered):
        return 0.0
    if titles and titles[0].split(None, 1)[0].lower() in ROLES:
        return 0.0  # "Ada Roth, Professor of History, University of Leeds, 2019"
    if not _names_only(people[0]) or sum(map(len, titles)) > 0.85 * len(parsed.string):
        return 0.0
    notes = sum(part.end - part.start for part in parsed.parts if part.label == "note")
    score -= 0.8 * max(0.0, notes / len(parsed.string) - 0.1) + 0.25 * (len(titles) > 1)
    return max(0.0, min(1.0, score))


def _is_known(parsed: Parsed, index: Index, without: Collection[str]) -> bool:
    """Whether a work of the catalogue has the title and the year of a string, and the author,
    if it names one."""
    if index.within(parsed.string, without, *_titles(parsed)) is not None:
        return True
    if not {"title", "date"} <= {part.label for part in parsed.parts}:
        return False
    match = index.best(work_of(parsed), _CERTAIN, without)
    return match is not None and (
        match.reasons[0].startswith("names") or not parsed.texts("author")
    )


def _titles(parsed: Parsed) -> tuple[str, str]:
    """The title of what a journal or book holds, where a string prints both, and that of a
    string which has no other, and no pages; "" for none."""
    titles = parsed.texts("title")
    if not titles:
        return "", ""
    if any(map(parsed.texts, _CONTAINERS)):
        return titles[0], ""
    return "", "" if parsed.texts("pages") else titles[0]


#: How likely a note is a reference that names an author, a title, a year and pages, and anything
#: one that has full names, a title and a year.
_SHORT_NOTE = 0.7


def _is_short(parsed: Parsed) -> bool:
    """Whether a string has all that a reference without imprint has, and nothing else."""
    labels = {part.label for part in parsed.parts}
    whole = labels == {"author", "title", "date", "pages"}
    return whole and _names_only(parsed.texts("author")[0])


#: How alike a work must be to a reference with neither imprint nor container.
_CERTAIN = 0.9
_AUTHOR_TITLE_YEAR = 0.7
_CONTAINERS = frozenset(["journal", "booktitle"])
#: One of these, or a person, every entry of a list has.
_SURE = frozenset("date url doi isbn".split())
_NUMERIC = frozenset("date volume issue pages".split())


#: "Ada Roth's Rivers:", the beginning of a title behind whose it is.
_POSSESSED = re.compile(r"[’']s\s[^,.]*:\s*$")


def _names_only(text: str) -> bool:
    """Whether ``text`` has no words that names and lists of names have not."""
    if _POSSESSED.search(text):
        return False
    words = [word for word in _LOWER.findall(text) if word not in _JOINTS]
    repeated = "—" in text or "--" in text or "__" in text
    return len(words) <= 1 and (repeated or bool(_NAME.search(text))) and len(text) < 700
