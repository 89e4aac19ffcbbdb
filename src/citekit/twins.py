"""Works that are likely the same one: by an identifier, or by title, author and year,
where nothing else says that they are two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from rapidfuzz.fuzz import ratio

from citekit.identifiers import bare_numbers, normalise_doi, normalise_isbn
from citekit.model import Work
from citekit.richtext import strip_markup
from citekit.textfold import fold

#: What parts a title from its subtitle.
_SUBTITLE = re.compile(r"\s*[:.?!–—(]")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
#: Types whose ISBN is that of the book they stand in (CSL 1.0.2, appendix III).
_PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia"})
#: So alike, of 100, are two spellings of one title, and of one given name.
_ALIKE, _ALIKE_NAMES = 80, 75
#: So many works with the same title, author and year are looked at.
_MOST_ALIKE = 50


class Twin(NamedTuple):
    """A work that another one likely is: its ``key``, what is the same (``by``: DOI, ISBN,
    title or citation key), whether the rest agrees (``same``) or only the identifier, or
    title, author and year do, the ``years`` of the two, if they differ, and what else tells
    them apart (``difference``), where title, author and year do not."""

    key: str
    by: str
    same: bool = True
    years: tuple[str, ...] = ()
    difference: str = ""


class Twins:
    """Finds the work that another one likely is, in time that does not grow
    with the number of works."""

    def __init__(self, works: Iterable[Work] = ()) -> None:
        #: title, first author and year, each of the last two known or left open → the
        #: first works with them
        self._seen: dict[tuple[str, str | None, str | None], list[Work]] = {}
        #: identifier → the first work with it
        self._identified: dict[str, Work] = {}
        #: citation key → the first work with it
        self._keyed: dict[str, Work] = {}
        for work in works:
            self.add(work)

    def add(self, work: Work) -> None:
        """Let ``work`` be found from now on."""
        for identifier in _identifiers(work):
            self._identified.setdefault(identifier, work)
        self._keyed.setdefault(work.id, work)
        title, author, year = folded_title(work), _first_author(work), _year(work)
        if title:
            # under what it states, and left open (None) for works that state less
            for one in {author, None}:
                for other in {year, None}:
                    found = self._seen.setdefault((title, one, other), [])
                    if len(found) < _MOST_ALIKE:
                        found.append(work)

    def find(self, work: Work) -> str | None:
        """The key of the work that ``work`` is as well; None if there is none."""
        twin = self.look(work)
        return twin.key if twin is not None and twin.same else None

    def look(self, work: Work) -> Twin | None:
        """The work with the same DOI, or the same ISBN (unless one of the two stands in
        the other, or they are volumes of one set), or the same title, with authors and
        years that are equal or unknown; None if there is none.  Works with the same title
        that :func:`difference` tells apart are not the same.  Where none of that is found, one
        with the same citation key, author and year is, if the titles are :func:`alike`: a title
        was corrected since.

        With the same identifier, the works are the same if their titles are: letter by
        letter, but for a subtitle, or nearly so with the same author and year.
        """
        apart: Twin | None = None
        for identifier in _identifiers(work):
            other = self._identified.get(identifier)
            by = identifier.partition(":")[0]
            if other is None or (by == "ISBN" and _other_volume(work, other)):
                continue
            years = (_year(other), _year(work))
            twin = Twin(other.id, by, _agree(work, other), years if _differ(*years) else ())
            if twin.same:
                return twin
            apart = apart or twin
        return self._by_title(work) or apart or self._by_key(work)

    def _by_key(self, work: Work) -> Twin | None:
        other = self._keyed.get(work.id) if work.id else None
        if other is None or not alike(work, other) or _first_author(work) != _first_author(other):
            return None
        return Twin(other.id, "key") if _year(work) == _year(other) else None

    def _by_title(self, work: Work) -> Twin | None:
        title, author, year = folded_title(work), _first_author(work), _year(work)
        alike: Twin | None = None
        for one in (author, "") if author else (None,):
            for other in (year, "") if year else (None,):
                for found in self._seen.get((title, one, other), ()):
                    told = difference(work, found)
                    if not told:
                        return Twin(found.id, "title")
                    alike = alike or Twin(found.id, "title", same=False, difference=told)
        return alike


def _identifiers(work: Work) -> Iterator[str]:
    """The DOI and the ISBNs that are the work's own: those of an entry with a parent may
    be the parent's (BibLaTeX manual, appendix B), the ISBN of a part is the book's."""
    if "crossref" in work.extra:
        return
    doi = work.text("DOI").strip()
    if doi:
        yield f"DOI:{normalise_doi(doi) or doi.casefold()}"
    if work.type not in _PARTS and not work.text("container-title"):
        for isbn in re.split(r"[,;/]|\s{2,}|\n", work.text("ISBN")):
            plain = re.sub(r"\([^()]*\)", "", isbn).strip()
            if plain:
                yield f"ISBN:{normalise_isbn(plain) or plain.casefold().replace('-', '')}"


def alike(one: Work, other: Work) -> bool:
    """Whether two works may be the same one: a title with or without its subtitle, or in
    another spelling, no other author, and nothing that :func:`difference` tells."""
    authors = _first_author(one), _first_author(other)
    return _agree(one, other) and not _differ(*authors) and not difference(one, other)


def _agree(one: Work, other: Work) -> bool:
    """Whether two works with the same identifier have the same title."""
    title, second = folded_title(one), folded_title(other)
    if not title or not second or title == second:
        return True
    if title == _main_title(other) or second == _main_title(one):
        return True
    alike = ratio(title, second) >= _ALIKE and _numbers(one) == _numbers(other)
    authors, years = (_first_author(one), _first_author(other)), (_year(one), _year(other))
    return alike and not _differ(*authors) and not _differ(*years)


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _other_volume(one: Work, other: Work) -> bool:
    """Whether two works are volumes of one set, which share its ISBN."""
    return _differ(one.text("volume"), other.text("volume"))


def _visible(text: str) -> str:
    return fold(strip_markup(text), casefold=True).text


def folded(text: str) -> str:
    """The letters and digits of a text, without case, markup and punctuation."""
    return "".join(filter(str.isalnum, _visible(text)))


def folded_title(work: Work) -> str:
    """The title, :func:`folded`."""
    return folded(work.text("title"))


def _main_title(work: Work) -> str:
    main = _SUBTITLE.split(_visible(work.text("title")), maxsplit=1)[0]
    return "".join(filter(str.isalnum, main))


def _numbers(work: Work) -> list[str]:
    return _NUMBER.findall(_visible(work.text("title")))


def _first_author(work: Work) -> str:
    names = work.names("author") or work.names("editor")
    return fold(names[0].family or names[0].literal, casefold=True).text if names else ""


def _year(work: Work) -> str:
    issued = work.date("issued")
    return str(issued.start.year) if issued and issued.start else ""


# --- what tells works with the same title apart -------------------------------


def difference(one: Work, other: Work) -> str:
    """What says of two works with the same title, author and year that they are two, or
    the empty string: a relation of one to the other, another volume, number, pages,
    container, given name of the author or day; of books with other ISBNs another edition,
    translator or publisher too: hardback and paperback alone have two numbers.

    What only one of them states is no difference, nor are abbreviations of a container's
    title or a given name, other spellings of these, and pages that overlap; nor is the day,
    which sources give differently, where volume and number or pages agree.
    """
    if _is_related(one, other) or _is_related(other, one):
        return "it is related to that one"
    for variable in ("volume", "issue", "number", "collection-number"):
        if _other_number(one.text(variable), other.text(variable)):
            return "another volume" if variable == "volume" else "another number"
    if _other_pages(one.text("page"), other.text("page")):
        return "other pages"
    if _other_container(one, other):
        return "in another container"
    if _other_given(one, other):
        return "another given name"
    if _other_isbn(one, other) and (told := _other_publication(one, other)):
        return told
    agreeing = [variable for variable in _PLACES if _agrees(one, other, variable)]
    if len(agreeing) < _ENOUGH_PLACES and _other_day(one, other):
        return "another date"
    return ""


_PLACES = ("volume", "issue", "page")
_ENOUGH_PLACES = 2
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERAL = re.compile(r"\d+|\b[ivxlcdm]+\b")
_PAGES = re.compile(r"(?<![^\W_])(\d+)(?:\s*-+\s*(\d+))?")
_WORD = re.compile(r"[^\W_]+")
#: Words that abbreviated titles leave out are these or shorter than four letters (ISO 4, 4.7).
_LEFT_OUT = frozenset("della delle degli pour from with over between".split())
_SHORTEST_WORD = 4


def _is_related(one: Work, other: Work) -> bool:
    keys = one.extra.get("related", "").split(",")
    return bool(other.id) and other.id in [key.strip() for key in keys]


def _agrees(one: Work, other: Work, variable: str) -> bool:
    return bool(one.text(variable)) and not _other_number(one.text(variable), other.text(variable))


def _numerals(text: str) -> set[int]:
    found = _NUMERAL.findall(fold(text, casefold=True).text)
    return {int(numeral) if numeral.isdecimal() else _roman(numeral) for numeral in found}


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _other_number(one: str, other: str) -> bool:
    """Whether both state numbers, in digits or Roman ones, and none in common."""
    if not one or not other or one == other:
        return False
    first, second = _numerals(one), _numerals(other)
    return bool(first and second) and first.isdisjoint(second)


def _other_pages(one: str, other: str) -> bool:
    """Whether both state pages, and these do not overlap."""
    first, second = _page_range(one), _page_range(other)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]


def _page_range(text: str) -> tuple[int, int] | None:
    """The first and last page; of a second number that is shorter the digits that are
    left out are those of the first ("433-49")."""
    found = _PAGES.search(fold(text).text) if text else None
    if found is None:
        return None
    first, last = found[1], found[2] or found[1]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), max(int(first), int(last))


def _other_container(one: Work, other: Work) -> bool:
    first, second = (
        [_visible(text) for name in ("container-title", "container-title-short")
         if (text := work.text(name))]
        for work in (one, other)
    )  # fmt: skip
    return bool(first and second) and not any(_same_title(a, b) for a in first for b in second)


def _same_title(one: str, other: str) -> bool:
    """Whether two titles of journals or books may be one: in another spelling, without the
    subtitle, or abbreviated."""
    first, second = (_WORD.findall(title) for title in (one, other))
    if not first or not second or first == second:
        return True
    short, long = sorted((first, second), key=lambda words: sum(map(len, words)))
    if _abbreviates(short, long) or _abbreviates(long, short):
        return True
    unlike = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    lettered = any(len(a) == len(b) == 1 for a, b in unlike)  # Physical Review A, B
    return not lettered and ratio("".join(first), "".join(second)) >= _ALIKE_TITLES


_ALIKE_TITLES = 90


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether words stand for others in order, each by its first letter and some that follow
    ("natl" for "national"; ISO 4), or one word for all by their first letters."""
    full = [word for word in long if len(word) >= _SHORTEST_WORD and word not in _LEFT_OUT]
    letters = "".join(word[0] if word in full else word for word in long)
    if len(short) == 1 and len(short[0]) > 1 and _in_order(short[0], letters):
        return len(short[0]) >= len(full)
    words = iter(long)
    for token in short:
        for word in words:
            if word[0] == token[0] and _in_order(token, list(word)):
                break
            if len(word) >= _SHORTEST_WORD and word not in _LEFT_OUT:
                return False
        else:
            return False
    return True


def _in_order(token: str, letters: Iterable[str]) -> bool:
    rest = iter(letters)
    return all(any(letter == other for other in rest) for letter in token)


def _other_given(one: Work, other: Work) -> bool:
    """Whether the first authors have given names of which none is the other's, an initial of
    it or another spelling."""
    first, second = map(_given, (one, other))
    return bool(first and second) and not any(
        _same_given(a, b) for a in first for b in second if first[0] == a or second[0] == b
    )


def _given(work: Work) -> list[str]:
    """The first author's given names; initials without points part by part ("JM")."""
    names = work.names("author") or work.names("editor")
    given = normalize("NFKD", fold(names[0].given).text) if names else ""
    parts = _WORD.findall("".join(char for char in given if not combining(char)))
    split = [list(part) if part.isupper() and len(part) <= _INITIALS else [part] for part in parts]
    return [part.casefold() for each in split for part in each]


_INITIALS = 3


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or ratio(one, other) >= _ALIKE_NAMES


def _other_isbn(one: Work, other: Work) -> bool:
    """Whether both are books that state ISBNs, and none in common."""
    first, second = (
        {number for number in _identifiers(work) if number.startswith("ISBN:")}
        | {f"ISBN:{number}" for number in bare_numbers(work.extra.get("isbn", ""))}
        for work in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def _other_publication(one: Work, other: Work) -> str:
    """Another edition (by its number, if it has one), translator or publisher."""
    first, second = (_BINDING.sub("", _visible(work.text("edition"))) for work in (one, other))
    if _other_number(first, second):
        return "another edition"
    if not _numerals(first) and not _numerals(second) and not _same_title(first, second):
        return "another edition"
    people = [
        {fold(name.family or name.literal, casefold=True).text for name in work.names("translator")}
        for work in (one, other)
    ]
    if all(people) and people[0].isdisjoint(people[1]):
        return "another translator"
    houses = [_words_of_house(work.text("publisher")) for work in (one, other)]
    if all(houses) and not any(_same_title(a, b) for a in houses[0] for b in houses[1]):
        return "another publisher"
    return ""


#: How a book is bound, which programs keep with its edition.
_BINDING = re.compile(
    r"(?:hard|soft)(?:cover|back)|paperback|[hp]bk|e-?book|kindle|taschenbuch|gebunden"
    r"|broschiert|geb\.|br\.|broché|relié|poche"
)


def _words_of_house(publisher: str) -> list[str]:
    """The words that tell a publisher by, or by two that share one they are the same."""
    words = [word for word in _WORD.findall(_visible(publisher)) if len(word) >= _SHORTEST_WORD]
    return [word for word in words if word not in _HOUSES] or words


#: What many publishers are called besides their names.
_HOUSES = frozenset(
    """press verlag publishing publishers publisher books book university universität université
    universitätsverlag presses éditions editions édition edition editore editorial group company
    verlagsgesellschaft buchhandlung librairie house gmbh limited sons söhne""".split()
)


def _other_day(one: Work, other: Work) -> bool:
    first, second = (work.date("issued") for work in (one, other))
    if not (first and first.start and first.start.day and second and second.start):
        return False
    return bool(second.start.day) and first.start != second.start
