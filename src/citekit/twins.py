"""Works that are likely the same one: by an identifier, or by title, author and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from citekit.identifiers import normalise_doi, normalise_isbn
from citekit.model import Work
from citekit.richtext import strip_markup
from citekit.textfold import fold

#: What parts a title from its subtitle.
_SUBTITLE = re.compile(r"\s*[:.?!–—(]")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
#: Types whose ISBN is that of the book they stand in (CSL 1.0.2, appendix III).
_PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia"})
#: So alike, of 100, are two spellings of one title.
_ALIKE = 80


class Twin(NamedTuple):
    """A work that another one likely is: its ``key``, what is the same (``by``: DOI, ISBN
    or title), whether the rest agrees (``same``) or only the identifier does, and the
    ``years`` of the two, if they differ."""

    key: str
    by: str
    same: bool = True
    years: tuple[str, ...] = ()


class Twins:
    """Finds the work that another one likely is, in time that does not grow
    with the number of works."""

    def __init__(self, works: Iterable[Work] = ()) -> None:
        #: title, first author and year, each of the last two known or left open → the
        #: first work with them
        self._seen: dict[tuple[str, str | None, str | None], str] = {}
        #: identifier → the first work with it
        self._identified: dict[str, Work] = {}
        for work in works:
            self.add(work)

    def add(self, work: Work) -> None:
        """Let ``work`` be found from now on."""
        for identifier in _identifiers(work):
            self._identified.setdefault(identifier, work)
        title, author, year = folded_title(work), _first_author(work), _year(work)
        if title:
            # under what it states, and left open (None) for works that state less
            for one in {author, None}:
                for other in {year, None}:
                    self._seen.setdefault((title, one, other), work.id)

    def find(self, work: Work) -> str | None:
        """The key of the work that ``work`` is as well; None if there is none."""
        twin = self.look(work)
        return twin.key if twin is not None and twin.same else None

    def look(self, work: Work) -> Twin | None:
        """The work with the same DOI, or the same ISBN (unless one of the two stands in
        the other, or they are volumes of one set), or the same title, with authors and
        years that are equal or unknown; None if there is none.

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
        found = self._by_title(work)
        return Twin(found, "title") if found is not None else apart

    def _by_title(self, work: Work) -> str | None:
        title, author, year = folded_title(work), _first_author(work), _year(work)
        for one in (author, "") if author else (None,):
            for other in (year, "") if year else (None,):
                found = self._seen.get((title, one, other))
                if found is not None:
                    return found
        return None


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


def folded_title(work: Work) -> str:
    """The title's letters and digits, without case, markup and punctuation."""
    return "".join(filter(str.isalnum, _visible(work.text("title"))))


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
