"""A work read from a text against a catalogue.

:class:`Index` is prepared once; a look-up takes the works that share an identifier,
a family name or two rare words of the title, and weighs names, year and title
(:mod:`citekit.find.references.likeness`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain, pairwise, product

from citekit.find.references.likeness import (
    LEADS,
    SMALL,
    Entry,
    Match,
    compare,
    entry_of,
    family_of,
    words_in,
    words_of,
    years_of,
)
from citekit.identifiers import find_arxiv, find_doi, find_pubmed, normalise_arxiv
from citekit.model import Work

#: Below this score a match is none.
LEAST = 0.72
#: So sure is a work of which a string has a name, a year and the title, and more besides;
#: so many first words of a title are enough, or so many letters of one word.
_WITHIN = 0.93
_FIRST_WORDS = 5
_LONG = 8
#: The name of a body at the beginning of a reference has at most so many words.
_LONGEST = 10
#: A word that stands in more titles than this says nothing.
_RARE = 40
_MOST = 60


#: Words and abbreviations of references that belong to no field.
_GLUE = SMALL | frozenset(
    """and y e et ed eds edited editor editors by hrsg hg herausgegeben sous dir vol vols volume
    bd band jg jahrgang t tome no nr number issue h heft doi https http www org dx url
    isbn""".split()
)
_PAGES = frozenset("p pp page pages s seiten".split())
_DATED = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")
_YEARS = re.compile(r" ((?:1[4-9]|20)\d\d)[a-z]?(?= )")
_ROLES = frozenset((*LEADS, "collection-editor"))
#: What a reference prints of a work besides names, title and years.
_PRINTED = frozenset(
    """title title-short container-title container-title-short collection-title collection-number
    publisher publisher-place volume issue page edition genre number event-title DOI URL
    ISBN""".split()
)


#: What parts the names and the title at the beginning of a reference, and so many of its parts
#: may be those: "More, Thomas. Utopia."; initials have a stop, too.
_PIECES = re.compile(r"[,:;]\s|(?<!\b[^\W\d_])\.\s|\s(?=[(\[])|[*_“”„\"«»]+(?!\s\d),?\s*")
_HEAD = 8
#: Given names behind a family, "More, Thomas", or "ed." have so many words.
_GIVEN = 2
#: A place behind the title of a classic, with no comma (Chicago Manual of Style, 17th edition,
#: 14.242): "History of Rome 2.1.7", "Republic 514a".
_PLACE = re.compile(
    r"[*_”“\"»]{0,2}\s(?:[\divxlc]+(?:[.:][\divxlc]+)+|\d+[a-e]\d*)(?:[-–]\d+[a-e]?)?\Z", re.I
)
_SAME_CONTAINER = "the same container"
#: Types of works that stand in books.
_IN_BOOKS = frozenset("chapter entry-dictionary entry-encyclopedia paper-conference".split())
_RANGE = re.compile(r"(?<![\w.])(\d+)\s?[-–—]{1,3}\s?(\d+)(?!\w)")
#: "12, 40", "12(3): 40": the page behind a volume; in "1983, 12, 40" 12 is none.
_ARTICLE_PAGE = re.compile(
    r"\b\d+\s?(?:\(\d+\))?\s?[,:]\s?(\d{1,5})\b(?!\s?(?:[-–—]|(?:\([^()]*\)\s?)?[,:]\s?\d))"
)


class Index:
    """Works prepared for look-ups."""

    def __init__(self, works: Iterable[Work]) -> None:
        self.works: dict[str, Work] = {}
        self.entries: list[Entry] = []
        self.doi: dict[str, int] = {}
        self.isbn: dict[str, int] = {}
        self.url: dict[str, int] = {}
        self.arxiv: dict[str, int] = {}
        self.pubmed: dict[str, int] = {}
        self.family: dict[str, list[int]] = {}
        self.word: dict[str, list[int]] = {}
        self.dated: dict[tuple[str, int], list[int]] = {}
        self._own: dict[int, frozenset[str]] = {}
        for index, work in enumerate(works):
            entry = entry_of(work)
            entry = entry._replace(years=years_of(work, entry.years))
            self.works.setdefault(work.id, work)
            self.entries.append(entry)
            for value, table in (
                (work.text("DOI").lower(), self.doi),
                (work.text("ISBN").replace("-", ""), self.isbn),
                (_address(work.text("URL")), self.url),
                (_arxiv(work), self.arxiv),
                (work.text("PMID"), self.pubmed),
                (work.text("PMCID"), self.pubmed),
            ):
                if value:
                    table.setdefault(value, index)
            for family in dict.fromkeys(entry.families):
                self.family.setdefault(family, []).append(index)
                for year in dict.fromkeys(entry.years):
                    self.dated.setdefault((family, year), []).append(index)
            for word in dict.fromkeys(entry.title):
                if len(word) > 3:
                    self.word.setdefault(word, []).append(index)

    def matches(
        self, work: Work, least: float = LEAST, without: Collection[str] = ()
    ) -> list[Match]:
        """The works that ``work`` may be, the likeliest first, with a score of at least
        ``least``; those with the keys ``without`` are none."""
        known = self._identified(work)
        if known is not None and known.key not in without:
            return [known]
        one = entry_of(work)
        pairs = product(one.families, one.years)
        found = self._compared(one, {i for pair in pairs for i in self.dated.get(pair, ())}, least)
        if not any(match.score > 0.98 and match.key not in without for match in found):
            found = self._compared(one, self._candidates(one), least)
        found = [match for match in found if match.key not in without]
        return sorted(found, key=lambda match: (-match.score, match.key))

    def _compared(self, one: Entry, indices: Iterable[int], least: float) -> list[Match]:
        found = (compare(one, self.entries[index], least) for index in indices)
        return [match for match in found if match is not None]

    def best(self, work: Work, least: float = LEAST, without: Collection[str] = ()) -> Match | None:
        """The likeliest work, or None where there is none or two are as likely."""
        found = self.matches(work, least, without)
        if not found or (len(found) > 1 and found[1].score > found[0].score - 0.02):
            return None
        return found[0]

    def printed(self, string: str, without: Collection[str] = ()) -> Match | None:
        """The one work that ``string`` prints and nothing else: a name and a year that
        only few works have, the whole title in a row, and besides them no word that is
        not the work's own (or "ed.", "vol.", "and" …).  It needs no parsing."""
        words, line, years, heads, indices = self._dated(string)
        left = set(words) - _GLUE if indices else set()
        found = None
        for index in indices:
            entry = self.entries[index]
            if entry.key in without or f" {' '.join(entry.title)} " not in line:
                continue
            if all(_is_year_of(word, entry) for word in left - self._words(index)):
                if found is not None or not entry.title:
                    return None
                found = entry
        if found is None:
            return None
        names = [family for family in found.families if family in heads or family in left]
        return Match(found.key, 1.0, _printed_reasons(names, "the same title", found, years))

    def identified(self, string: str, without: Collection[str] = ()) -> Match | None:
        """The work whose DOI, arXiv identifier, PMID or PMCID stands in ``string``."""
        doi = find_doi(string) if "10." in string else None
        arxiv = find_arxiv(string) if "arxiv" in string.lower() else None
        pubmed = find_pubmed(string) if "PM" in string or "pubmed" in string else None
        for value, table, reason in (
            (doi, self.doi, "the same DOI"),
            (arxiv, self.arxiv, "the same arXiv identifier"),
            (pubmed, self.pubmed, "the same PubMed identifier"),
        ):
            index = table.get(value) if value else None
            if index is not None and self.entries[index].key not in without:
                return Match(self.entries[index].key, 1.0, (reason,))
        return None

    def within(
        self, string: str, without: Collection[str] = (), title: str = "", alone: str = ""
    ) -> Match | None:
        """The one work of which ``string`` has a name at its beginning, a year, and the title
        right behind the name, or without the subtitle, its first words, or the journal in a row,
        or the volume and the first page, whatever stands around them: for strings whose parts a
        parser mixes up, and styles that print no titles.  The journal is not enough where the
        string has a ``title`` of other words, or other pages; nor is the book that a work stands
        in where the string names only who edited it, or has no other title than the book's, which
        is then ``alone`` in it."""
        _, line, years, heads, indices = self._dated(string)
        found = None
        reason = ""
        for index in indices:
            entry = self.entries[index]
            shown = ""
            if entry.key not in without:
                shown = self._headed(index, string)
                if not shown and (len(entry.years) < 3 or self._has_own_year(index, years)):
                    shown = self._shown(index, line)
            if shown == _SAME_CONTAINER and (
                self._is_another(index, string, title) or self._is_whole(entry, heads, alone)
            ):
                continue
            if shown and found is not None:
                return None
            if shown:
                found, reason = entry, shown
        if found is None:
            return None
        names = [family for family in found.families if family in heads]
        return Match(found.key, _WITHIN, _printed_reasons(names, reason, found, years))

    def _headed(self, index: int, string: str) -> str:
        """That a string begins with a name of a work and its title, whole or short, perhaps with
        a place behind it: "Livy, History of Rome 2.1.7, trans. …"; empty if it does not."""
        entry = self.entries[index]
        titles = {entry.title, entry.main, words_of(self.works[entry.key].text("title-short"))}
        named = skipped = False
        for piece in _PIECES.split(string, maxsplit=_HEAD)[:_HEAD]:
            words = words_in(piece)
            if named and words and not titles.isdisjoint((words, words_in(_PLACE.sub("", piece)))):
                return "the author and the title at its head"
            if "".join(words).endswith(entry.families):
                named, skipped = True, False
            elif named and (skipped or len(words) > _GIVEN):
                break
            else:
                skipped = named
        return ""

    def _has_own_year(self, index: int, years: Collection[int]) -> bool:
        """Whether a work has one of ``years`` itself, and not only its range."""
        return not set(entry_of(self.works[self.entries[index].key]).years).isdisjoint(years)

    def _shown(self, index: int, line: str) -> str:
        """Which part of a work stands in a row in a line of words; empty for none."""
        entry = self.entries[index]
        for words, reason in (
            (entry.main, "the same title without the subtitle"),
            (words_of(self.works[entry.key].text("title-short")), "the short title"),
            (entry.title[:_FIRST_WORDS], "the title begins so"),
            (words_of(self.works[entry.key].text("container-title")), _SAME_CONTAINER),
        ):
            long = len(words) > 1 or len("".join(words)) >= _LONG
            if long and f" {' '.join(words)} " in line:
                return reason
        work = self.works[entry.key]
        volume, pages = words_of(work.text("volume")), words_of(work.text("page"))[:1]
        if not pages or not _all_in((*volume, *pages), line):
            return ""
        if len(pages[0]) > 1:
            return "the same volume and page" if volume else "the same page"
        short = volume and _abbreviated(work.text("container-title"), line.split())
        return "the same container, volume and page" if short else ""

    def _is_another(self, index: int, string: str, title: str) -> bool:
        """Whether a string with the author, the year and the container of a work has the
        title or the pages of another one."""
        entry = self.entries[index]
        if title and set(entry.content).isdisjoint(words_of(title)):
            return True
        work = self.works[entry.key]
        pages = _RANGE.match(work.text("page"))
        if pages is None:
            return False
        printed = [found[1] for found in _RANGE.finditer(string) if not _DATED.match(found[1])]
        if printed:
            return pages[1] not in printed
        one = _ARTICLE_PAGE.search(string)
        return one is not None and not int(pages[1]) <= int(one[1]) <= _last_page(pages)

    def _is_whole(self, entry: Entry, heads: Collection[str], alone: str) -> bool:
        """Whether a string with the names ``heads`` at its beginning is the book that a work
        stands in, and not the work."""
        work = self.works[entry.key]
        authors = [family_of(name) for name in work.names("author")]
        if authors and not set(authors) & set(heads):
            return True
        container = words_of(work.text("container-title"))
        return work.type in _IN_BOOKS and words_of(alone)[: len(container)] == container

    def _dated(
        self, string: str
    ) -> tuple[Sequence[str], str, set[int], Collection[str], Collection[int]]:
        """The words of a string, as a line too, the years and what may be a name at its
        beginning, and the works with both."""
        words = words_in(string)
        line = f" {' '.join(words)} "
        years = {int(year) for year in _YEARS.findall(line)}
        if not years:
            return words, line, years, (), ()
        # families of several words are keys in one: "van den Berg", "World Health Organization"
        heads = (*words[:4], *map("".join, pairwise(words[:3])), *accumulate(words[:_LONGEST]))
        pairs = product(self.family.keys() & heads, years)
        return words, line, years, heads, {i for pair in pairs for i in self.dated.get(pair, ())}

    def _words(self, index: int) -> frozenset[str]:
        """The words that a reference to the work may have."""
        own = self._own.get(index)
        if own is None:
            own = self._own[index] = _own_words(self.works[self.entries[index].key])
        return own

    def _identified(self, work: Work) -> Match | None:
        for name, value, table in (
            ("DOI", work.text("DOI").lower(), self.doi),
            ("ISBN", work.text("ISBN").replace("-", ""), self.isbn),
        ):
            index = table.get(value) if value else None
            if index is not None and (name == "DOI" or work.type == "book"):
                return Match(self.entries[index].key, 1.0, (f"the same {name}",))
        index = self.url.get(_address(work.text("URL"))) if work.text("URL") else None
        if index is not None:
            return Match(self.entries[index].key, 0.95, ("the same URL",))
        return None

    def _candidates(self, one: Entry) -> Iterable[int]:
        found: dict[int, int] = {}
        for family in one.families:
            for index in self.family.get(family, ()):
                found[index] = found.get(index, 0) + 3
        for word in dict.fromkeys(one.title):
            rows = self.word.get(word, ())
            if len(rows) <= _RARE:
                for index in rows:
                    found[index] = found.get(index, 0) + 1
        likely = [index for index, count in found.items() if count > 1]
        if len(likely) > _MOST:
            likely = sorted(likely, key=lambda index: -found[index])[:_MOST]
        return likely


def place_behind_title(string: str, work: Work) -> str:
    """The place that stands behind the title of a work at the beginning of ``string``, as in
    "Livy, History of Rome 2.1.7, trans. …"; empty for none.

    Source: Chicago Manual of Style (17th edition), 14.242 and 14.246."""
    entry = entry_of(work)
    titles = {words_of(work.text("title-short")), entry.title, entry.main}
    for piece in _PIECES.split(string, maxsplit=_HEAD)[:_HEAD]:
        place = _PLACE.search(piece)
        if place is not None and words_in(piece[: place.start()]) in titles:
            return place[0].strip('*_”“»" \t\n')
    return ""


def _own_words(work: Work) -> frozenset[str]:
    """The words of a work's fields and names, given names also as initials."""
    found = set(_PAGES if work.text("page") else ())
    texts: list[str] = []
    given: list[str] = []
    for variable, value in work.fields.items():
        if isinstance(value, str):
            if variable in _PRINTED:
                texts.append(value)
        elif variable in _ROLES:
            for name in work.names(variable):
                given.append(name.given)
                texts += name.family, name.literal, name.suffix
                texts += name.non_dropping_particle, name.dropping_particle
    for word in _words_of_all(given):
        found.update((word, word[0]))
    found.update(_words_of_all(texts))
    return frozenset(found)


def _words_of_all(texts: list[str]) -> Iterable[str]:
    """The words of several texts, read as one where no markup may span two."""
    text = " ".join(texts)
    return words_in(text) if "<" not in text else chain.from_iterable(map(words_in, texts))


def _all_in(words: Iterable[str], line: str) -> bool:
    return all(f" {word} " in line for word in words)


def _printed_reasons(
    names: Sequence[str], title: str, entry: Entry, years: Collection[int]
) -> tuple[str, ...]:
    shown = f"year {next(year for year in entry.years if year in years)}"
    return f"names: {', '.join(names)}", title, shown


def _abbreviated(container: str, line: Sequence[str]) -> bool:
    """Whether words in a row shorten the name of a journal: "j disord media"."""
    whole = [word for word in words_of(container) if word not in SMALL]
    rows = zip(*(line[place:] for place in range(len(whole))), strict=False)
    return len(whole) > 1 and any(all(map(str.startswith, whole, row)) for row in rows)


def _last_page(pages: re.Match[str]) -> int:
    """The last page of a range that may leave out the digits it has in common: "301–9"."""
    first, last = pages.groups()
    return int(first[: max(0, len(first) - len(last))] + last)


def _is_year_of(word: str, entry: Entry) -> bool:
    return _DATED.fullmatch(word) is not None and int(word[:4]) in entry.years


def _arxiv(work: Work) -> str:
    """The arXiv identifier of a work without its version; empty for none."""
    eprint = work.extra.get("eprint", "") or work.text("number")
    found = normalise_arxiv(eprint) if ":" in eprint or "." in eprint or "/" in eprint else None
    return found.partition("v")[0] if found else ""


def _address(url: str) -> str:
    """A URL without scheme, "www." and the slash at its end."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().lower()).rstrip("/.")
