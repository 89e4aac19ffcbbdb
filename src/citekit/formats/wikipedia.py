"""Wikipedia citation templates, written only: Citation Style 1 (Help:Citation Style 1).

A template a line.  ``|``, braces, ``[[``, doubled apostrophes and tildes of the text
are written as character references, since the templates take no ``<nowiki>``; an
equals sign needs none behind a parameter's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citekit.dates import format_edtf
from citekit.formats.base import Writing
from citekit.formats.markup import known, report_written, two_parts
from citekit.model import Date, DatePoint, Name, Work


class TypeRow(NamedTuple):
    """A CSL type, its template, the parameter of its container."""

    csl: str
    template: str
    container: str = "work"


TYPES = {
    row.csl: row
    for row in (
        TypeRow("article-journal", "cite journal", "journal"),
        TypeRow("article-magazine", "cite magazine", "magazine"),
        TypeRow("article-newspaper", "cite news", "newspaper"),
        TypeRow("article", "cite document"),
        TypeRow("book", "cite book"),
        TypeRow("broadcast", "cite episode", "series"),
        TypeRow("chapter", "cite book", "title"),
        TypeRow("classic", "cite book"),
        TypeRow("collection", "cite book"),
        TypeRow("entry", "cite encyclopedia", "encyclopedia"),
        TypeRow("entry-dictionary", "cite encyclopedia", "dictionary"),
        TypeRow("entry-encyclopedia", "cite encyclopedia", "encyclopedia"),
        TypeRow("interview", "cite interview"),
        TypeRow("map", "cite map"),
        TypeRow("motion_picture", "cite AV media"),
        TypeRow("pamphlet", "cite book"),
        TypeRow("paper-conference", "cite conference", "book-title"),
        TypeRow("post", "cite web", "website"),
        TypeRow("post-weblog", "cite web", "website"),
        TypeRow("report", "cite report"),
        TypeRow("review", "cite journal", "journal"),
        TypeRow("review-book", "cite journal", "journal"),
        TypeRow("song", "cite AV media"),
        TypeRow("speech", "cite speech"),
        TypeRow("thesis", "cite thesis"),
        TypeRow("webpage", "cite web", "website"),
    )
}
_OTHER = TypeRow("", "citation")
#: Templates that say a CSL type by themselves.
_SAYING = frozenset(
    """article-journal article-magazine article-newspaper book broadcast chapter interview map
    entry-encyclopedia entry-dictionary paper-conference report speech thesis webpage""".split()
)

#: CSL variable and parameter.
TEXTS = {
    "volume": "volume",
    "issue": "issue",
    "number": "id",
    "edition": "edition",
    "collection-title": "series",
    "publisher": "publisher",
    "publisher-place": "location",
    "language": "language",
    "genre": "type",
    "event-title": "conference",
    "archive": "via",
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmc",
    "URL": "url",
}
#: CSL name variable, and what its parameters begin with.
PEOPLE = {"author": "", "editor": "editor-", "translator": "translator-"}
DATES = {"issued": "date", "accessed": "access-date", "original-date": "orig-date"}

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_MARKUP = (
    (re.compile(r"</?i>"), "''"),
    (re.compile(r"</?b>"), "'''"),
    (re.compile(r"</?span(?:\s[^<>]*)?>"), ""),
)
_SPECIAL = re.compile(
    r"\||[{}]+|\[\[|\]\]|''+|~~~+|&(?=#?\w+;)|<(?!/?(?:i|b|su[bp]|span(?:\s[^<>]*)?)>)"
)
_URL_SPECIAL = re.compile(r"[\s|\[\]{}<>\"']")
_WORK = ("page", "title", "container-title")


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A bulleted list, a template a piece."""
    for work in works:
        row = TYPES.get(work.type, _OTHER)
        pairs = " ".join(f"|{key}={text}" for key, text in _pairs(work, row, how) if text)
        yield f"* {{{{{row.template} {pairs}}}}}\n"
        how.lose(work.id, "id", "dropped", "templates have no key")
        if work.type not in _SAYING:
            how.lose(work.id, "type", "approximated", row.template)
        written = TEXTS.keys() | PEOPLE.keys() | DATES.keys() | set(_WORK)
        report_written(work, written, how, rich=True)


def _pairs(work: Work, row: TypeRow, how: Writing) -> Iterator[tuple[str, str]]:
    for variable, begin in PEOPLE.items():
        names = work.names(variable)
        for number, name in enumerate(known(names), 1):
            yield from _person(name, begin, number)
        if len(known(names)) < len(names):
            yield f"display-{variable}s", "etal"
    if work.date("issued"):
        yield "date", _date(work, "issued")
    title = "chapter" if row.container == "title" and work.text("container-title") else "title"
    yield title, _text(work.text("title"))
    yield row.container, _text(work.text("container-title"))
    for variable, key in TEXTS.items():
        text = work.text(variable)
        if variable == "URL":
            text = _URL_SPECIAL.sub(lambda found: f"%{ord(found[0]):02X}", text)
        else:
            text = _text(text.removeprefix("PMC") if variable == "PMCID" else text)
        yield key, text
    if page := work.text("page"):
        several = re.search(r"[-–,;&]|\d\s+\d", page)
        yield "pages" if several else "page", _text(page.replace("-", "–"))
    for variable in ("accessed", "original-date"):
        if work.date(variable):
            yield DATES[variable], _date(work, variable)
    for number, item in enumerate(how.extracts.get(work.id, ())):
        if number == 0:
            yield "quote", _text(item.text)
            yield "quote-page", _text(item.locator)


def _person(name: Name, begin: str, number: int) -> Iterator[tuple[str, str]]:
    family, given = two_parts(name)
    if name.literal:
        yield f"{begin.rstrip('-') or 'author'}{number}", _text(family)
        return
    yield f"{begin}last{number}", _text(family)
    yield f"{begin}first{number}", _text(given)


def _text(text: str) -> str:
    """The text for a parameter, on one line."""
    text = _SPECIAL.sub(lambda found: _references(found[0]), text)
    for tag, wiki in _MARKUP:
        text = tag.sub(wiki, text)
    return " ".join(text.split())


def _references(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _date(work: Work, variable: str) -> str:
    """The date in a form that the templates know: "2001-05-03", "May 2001", "c. 1999"."""
    date = work.date(variable) or Date()
    if date.start is None:
        return _text(date.literal)
    text = _point(date.start)
    if date.range and date.end and date.end != date.start:
        text = f"{text}–{_point(date.end)}"
    return f"c. {text}" if date.circa else text


def _point(point: DatePoint) -> str:
    year = str(point.year) if point.year > 0 else f"{1 - point.year} BC"
    if point.season:
        return f"{_SEASONS[point.season - 1]} {year}"
    if point.month is None:
        return year
    month = _MONTHS[point.month - 1]
    if point.day is None:
        return f"{month} {year}"
    if point.year > 1582:
        return format_edtf(Date(point))
    return f"{point.day} {month} {year}"
