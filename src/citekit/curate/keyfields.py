"""What a marker of a key pattern stands for, in a given work.

The markers are JabRef's ("Customize the citation key generator"); any other
name is a field, by its BibLaTeX or its CSL name.  Values may hold spaces, at
which the modifier ``abbr`` splits; keys leave them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from citekit.curate.parties import case_name
from citekit.model import Date, DatePoint, Name, Names, Work
from citekit.richtext import strip_markup
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
)

#: JabRef's function words, which short titles leave out.
FUNCTION_WORDS = frozenset(
    str.split("""a about above across after against along among an and around at before behind below
    beneath beside between beyond but by down during except for from in inside into like
    near nor of off on onto or since so the through to toward under until up upon with
    within without yet""")
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

#: BibLaTeX fields by CSL variable, where their names differ.
_VARIABLES = {
    "address": "publisher-place",
    "booktitle": "container-title",
    "chapter": "chapter-number",
    "date": "issued",
    "doi": "DOI",
    "eventdate": "event-date",
    "eventtitle": "event-title",
    "howpublished": "medium",
    "institution": "publisher",
    "isbn": "ISBN",
    "issn": "ISSN",
    "journal": "container-title",
    "journaltitle": "container-title",
    "keywords": "keyword",
    "langid": "language",
    "location": "publisher-place",
    "number": "issue",
    "organization": "publisher",
    "origdate": "original-date",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "part": "part-number",
    "pmid": "PMID",
    "school": "publisher",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "type": "genre",
    "url": "URL",
    "urldate": "accessed",
    "venue": "event-place",
    "volumes": "number-of-volumes",
}
#: Further BibLaTeX fields, which a work keeps under their own names.
_OTHER_FIELDS = frozenset(
    str.split("""addendum annotation annotator bookauthor booksubtitle commentator eid entrysubtype
    eprint eprintclass eprinttype file groups holder introduction issuetitle library
    mainsubtitle maintitle pubstate shortauthor shorteditor subtitle titleaddon""")
)
_CSL_FIELDS = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES
_FIELDS = {name.lower(): name for name in _CSL_FIELDS}

_ENTRY_TYPES = {
    "article-journal": "Article",
    "article-magazine": "Article",
    "article-newspaper": "Article",
    "book": "Book",
    "chapter": "InCollection",
    "dataset": "Dataset",
    "entry-dictionary": "InReference",
    "entry-encyclopedia": "InReference",
    "manuscript": "Unpublished",
    "paper-conference": "InProceedings",
    "patent": "Patent",
    "periodical": "Periodical",
    "post": "Online",
    "post-weblog": "Online",
    "report": "Report",
    "software": "Software",
    "thesis": "Thesis",
    "webpage": "Online",
}

_WORD_BREAK = re.compile(r"[\s\-‐-―/]+")
_NOT_IN_WORD = re.compile(r"[\W_]+")
_ABBREVIATION = re.compile(r"\(\s*(\w*[^\W\d_]\w*)\s*\)\s*$")
#: Words for no date in what styles print in its place.
_UNDATED = re.compile(r"\W*\b(?:n\.? ?d|s\.? ?[ad]|o\.? ?[dj]|no date|undated)\b\W*", re.I)
_NUMBERED = re.compile(r"([A-Za-z]+?)(\d+)(?:_(\d+))?")

Value = Callable[[Work], str]


def marker(name: str) -> Value | None:
    """The function that gives a marker's value; None for a name that is neither
    a marker nor a field known to CSL or BibLaTeX."""
    return _MARKERS.get(name) or _numbered(name) or _field_marker(name)


def _numbered(name: str) -> Value | None:
    match = _NUMBERED.fullmatch(name)
    if match is None:
        return None
    base, count, place = match[1], int(match[2]), match[3]
    if place is not None:
        people = _PEOPLE_MARKERS.get(base)
        return people and (lambda work: people(work).start_of(int(place) - 1, count))
    make = _NUMBERED_MARKERS.get(base)
    return make and make(count)


def _field_marker(name: str) -> Value | None:
    """A field, as it is; in capitals, one that is also the name of a marker."""
    lower = name.lower()
    if lower in _VARIABLES or lower in _FIELDS or lower in _OTHER_FIELDS:
        return lambda work: field(work, lower)
    return None


def field(work: Work, name: str) -> str:
    """A field's value as text, by its name in lower case; "" if there is none."""
    for variable in (_VARIABLES.get(name), _FIELDS.get(name)):
        value = work.fields.get(variable) if variable else None
        if value:
            return _text(value)
    return work.extra.get(name, "")


def _text(value: str | Names | Date) -> str:
    if isinstance(value, str):
        return strip_markup(value)
    if isinstance(value, Date):
        return _date(value)
    return " and ".join(map(_full_name, value))


# --- people ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _People:
    """The people of a work; ``more`` if the list ends in "and others"."""

    names: tuple[Name, ...]
    more: bool

    @property
    def count(self) -> int:
        return len(self.names) + self.more

    @property
    def surnames(self) -> list[str]:
        return [_surname(name) for name in self.names]

    def start_of(self, index: int, count: int) -> str:
        """The first ``count`` characters of one surname."""
        if not 0 <= index < len(self.names):
            return ""
        return _NOT_IN_WORD.sub("", _surname(self.names[index]))[:count]


def _authors(work: Work) -> _People:
    """The authors; the editors of a work without any; what a case without either is
    called by."""
    people = _pure_authors(work)
    people = people if people.count else _editors(work)
    if people.count or work.type != "legal_case":
        return people
    name = case_name(work) or _short_title(1)(work)
    return _People((Name(literal=name),) if name else (), False)


def _pure_authors(work: Work) -> _People:
    return _people(work, "author")


def _editors(work: Work) -> _People:
    return _people(work, "editor")


def _people(work: Work, role: str) -> _People:
    names = work.names(role)
    named = tuple(name for name in names if name.literal != "others")
    return _People(named, len(named) < len(names))


def _surname(name: Name) -> str:
    return name.family or _institution(name.literal) or name.given


def _institution(literal: str) -> str:
    """A short form: the abbreviation in parentheses, or the initials of three
    and more words, or the words."""
    abbreviation = _ABBREVIATION.search(literal)
    if abbreviation:
        return abbreviation[1]
    words = [word for word in _words(literal) if word.lower() not in FUNCTION_WORDS]
    if len(words) > 2:
        return "".join(word[0].upper() for word in words)
    return " ".join(words)


def _full_surname(name: Name) -> str:
    return f"{name.non_dropping_particle} {_surname(name)}".strip()


def _full_name(name: Name) -> str:
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
    return name.literal or " ".join(part for part in (*parts, name.suffix) if part)


def _first(people: _People) -> str:
    return "".join(people.surnames[:1])


def _last(people: _People) -> str:
    return "".join(people.surnames[-1:])


def _first_full(people: _People) -> str:
    return "".join(_full_surname(name) for name in people.names[:1])


def _first_initial(people: _People) -> str:
    return "".join(name.given[:1] for name in people.names[:1])


def _last_initial(people: _People) -> str:
    return "".join(name.given[:1] for name in people.names[-1:])


def _joined(people: _People, limit: int, separator: str, suffix: str) -> str:
    """Up to ``limit`` surnames, and ``suffix`` for those left out."""
    text = separator.join(people.surnames[:limit])
    left_out = people.count > min(limit, len(people.names))
    return text + suffix if left_out and text else text


def _one_or_two(people: _People, separator: str, suffix: str) -> str:
    """Two surnames, or the first and ``suffix`` for more than two."""
    return _joined(people, 2 if people.count == 2 else 1, separator, suffix)


def _first_and_initials(people: _People) -> str:
    others = (people.start_of(index, 1) for index in range(1, len(people.names)))
    return people.start_of(0, 5) + "".join(others)


def _initials(people: _People) -> str:
    return "".join(people.start_of(index, 1) for index in range(len(people.names)))


def _beginnings(people: _People, total: int) -> str:
    """``total`` characters shared out among the people, the first get more."""
    size, rest = divmod(total, len(people.names) or 1)
    return "".join(
        people.start_of(index, size + (index < rest)) for index in range(len(people.names))
    )


def _short(people: _People) -> str:
    if people.count == 1:
        return _first(people)
    return _initials(people)[:3] + ("+" if people.count > 3 else "")


def _alpha(people: _People) -> str:
    """The label of BibTeX's style ``alpha``."""
    parts = [_full_surname(name).split() for name in people.names]
    if people.count == 1:
        *particles, last = parts[0] if parts and parts[0] else [""]
        return "".join(word[0] for word in particles) + last[:3]
    shown = parts if people.count <= 4 and not people.more else parts[:3]
    text = "".join(word[0] for words in shown for word in words)
    return text + "+" if people.count > len(shown) else text


# --- titles ------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    """The words of a text, letters and digits only."""
    words = (_NOT_IN_WORD.sub("", word) for word in _WORD_BREAK.split(strip_markup(text)))
    return [word for word in words if word]


def telling_words(text: str) -> list[str]:
    """The words of a text that are no function words; all if there are no others."""
    words = _words(text)
    return [word for word in words if word.lower() not in FUNCTION_WORDS] or words


def capitalised(word: str) -> str:
    """The word with a capital, its other letters as they are."""
    return word[:1].upper() + word[1:]


def _camel(work: Work) -> str:
    return " ".join(map(capitalised, _words(work.text("title"))))


def _title(work: Work) -> str:
    """The title's words: the first and the significant ones with a capital."""
    return " ".join(
        word.lower() if index and word.lower() in FUNCTION_WORDS else capitalised(word)
        for index, word in enumerate(_words(work.text("title")))
    )


def _short_title(count: int) -> Value:
    """The first words of the title that are no function words."""

    def value(work: Work) -> str:
        return " ".join(map(capitalised, telling_words(work.text("title"))[:count]))

    return value


def _title_initials(work: Work) -> str:
    return "".join(word[0] for word in _words(work.text("title"))[:3])


# --- dates, pages, keywords, types -----------------------------------------------------


def _date(date: Date) -> str:
    if date.start is None:
        return date.literal
    parts = (date.start.month, date.start.day)
    return "-".join([_year_text(date.start), *(f"{part:02}" for part in parts if part)])


def _year_text(point: DatePoint) -> str:
    """The year; before the common era as ``44bce``."""
    return str(point.year) if point.year > 0 else f"{1 - point.year}bce"


def _issued(work: Work) -> Date:
    return work.date("issued") or Date()


def _year(work: Work) -> str:
    date = _issued(work)
    return _year_text(date.start) if date.start else _UNDATED.sub("", date.literal)


def _short_year(work: Work) -> str:
    date = _issued(work)
    return _year(work)[-2:] if date.start and date.start.year > 0 else _year(work)


def _month(work: Work) -> str:
    start = _issued(work).start
    return MONTHS[start.month - 1] if start and start.month else ""


def _day(work: Work) -> str:
    start = _issued(work).start
    return str(start.day) if start and start.day else ""


def _page_numbers(work: Work) -> list[int]:
    """The numbers in the pages; the end of ``213-6`` is 216."""
    numbers: list[str] = []
    for match in re.finditer(r"(?<!\d)(\d{1,9})(?:\s*[-–—]+\s*(\d{1,9}))?", work.text("page")):
        start, end = match[1], match[2] or match[1]
        numbers += (start, start[: max(0, len(start) - len(end))] + end)
    return [int(number) for number in numbers]


def _first_page(work: Work) -> str:
    numbers = _page_numbers(work)
    return str(min(numbers)) if numbers else ""


def _last_page(work: Work) -> str:
    numbers = _page_numbers(work)
    return str(max(numbers)) if numbers else ""


def _page_prefix(work: Work) -> str:
    match = re.match(r"\D+(?=\d)", work.text("page"))
    return match[0] if match else ""


def _keywords(work: Work) -> list[str]:
    return [word.strip() for word in re.split("[,;]", work.text("keyword")) if word.strip()]


def _keyword(number: int) -> Value:
    return lambda work: "".join(_keywords(work)[number - 1 : number]) if number else ""


def _first_keywords(count: int | None) -> Value:
    return lambda work: " ".join(_keywords(work)[:count])


def entry_type(work: Work) -> str:
    """The entry type's name, as ``[entrytype]`` has it."""
    return _ENTRY_TYPES.get(work.type, "Misc")


# --- the markers -------------------------------------------------------------------------

_Role = Callable[[Work], _People]

#: Markers of people, by what follows the role: the same for authors and editors.
_PEOPLE: dict[str, Callable[[_People], str]] = {
    "auth": _first,
    "auth.auth.ea": lambda people: _joined(people, 2, ".", ".ea"),
    "auth.etal": lambda people: _one_or_two(people, ".", ".etal"),
    "authEtAl": lambda people: _one_or_two(people, "", "EtAl"),
    "authFirstFull": _first_full,
    "authForeIni": _first_initial,
    "authIni": _initials,
    "authorIni": _first_and_initials,
    "authorLast": _last,
    "authorLastForeIni": _last_initial,
    "authors": lambda people: _joined(people, len(people.names), "", "EtAl"),
    "authorsAlpha": _alpha,
    "authshort": _short,
}
_PEOPLE_NUMBERED: dict[str, Callable[[_People, int], str]] = {
    "auth": lambda people, count: people.start_of(0, count),
    "authIni": _beginnings,
    "authors": lambda people, count: _joined(people, count, "", "EtAl"),
}


def _editor_name(name: str) -> str:
    """``auth`` is ``edtr`` and ``author`` is ``editor`` in the editors' markers."""
    return re.sub(r"auth(?!or)", "edtr", name.replace("author", "editor"))


def _of_people(role: _Role, value: Callable[[_People], str]) -> Value:
    return lambda work: value(role(work))


def _of_people_numbered(
    role: _Role, value: Callable[[_People, int], str]
) -> Callable[[int], Value]:
    return lambda count: lambda work: value(role(work), count)


_PEOPLE_MARKERS: dict[str, _Role] = {
    "auth": _authors,
    "pureauth": _pure_authors,
    "edtr": _editors,
}
_MARKERS: dict[str, Value] = {
    **{name: _of_people(_authors, value) for name, value in _PEOPLE.items()},
    **{f"pure{name}": _of_people(_pure_authors, value) for name, value in _PEOPLE.items()},
    **{_editor_name(name): _of_people(_editors, value) for name, value in _PEOPLE.items()},
    "camel": _camel,
    "day": _day,
    "entrytype": entry_type,
    "firstpage": _first_page,
    "fulltitle": lambda work: field(work, "title"),
    "keywords": _first_keywords(None),
    "lastpage": _last_page,
    "month": _month,
    "pageprefix": _page_prefix,
    "shorttitle": _short_title(3),
    "shorttitleINI": _title_initials,
    "shortyear": _short_year,
    "title": _title,
    "veryshorttitle": _short_title(1),
    "year": _year,
}
_NUMBERED_MARKERS: dict[str, Callable[[int], Value]] = {
    **{name: _of_people_numbered(_authors, v) for name, v in _PEOPLE_NUMBERED.items()},
    **{
        f"pure{name}": _of_people_numbered(_pure_authors, v) for name, v in _PEOPLE_NUMBERED.items()
    },
    **{
        _editor_name(name): _of_people_numbered(_editors, v) for name, v in _PEOPLE_NUMBERED.items()
    },
    "keyword": _keyword,
    "keywords": _first_keywords,
}
