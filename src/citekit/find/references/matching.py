"""A work read from a text against a catalogue.

:class:`Index` is prepared once; a look-up takes the works that share an identifier,
a family name or two rare words of the title, and weighs names, year and title.  A year
that differs counts little where the rest agrees: reprints and translations carry other
years, and ``original-date`` is as good as ``issued``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, filterfalse, pairwise, product
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from citekit.model import Name, Work
from citekit.names import OTHERS

#: Below this score a match is none.
LEAST = 0.72
_NAMES = ("author", "editor", "container-author", "translator", "director")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    """a an and the of in on to for as at by with der die das des den dem ein eine und von zu zur
    zum im am le la les l de du d et un une au aux il lo gli i di del della e el los las y
    en""".split()
)
_SUBTITLE = re.compile(r"[:.?!]\s|\s[–—-]\s")
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


class Match(NamedTuple):
    """A work of the catalogue that a parsed one may be: its key, a score (0–1), and why."""

    key: str
    score: float
    reasons: tuple[str, ...]


class _Entry(NamedTuple):
    """A work as it is compared."""

    key: str
    families: tuple[str, ...]
    years: tuple[int, ...]
    title: tuple[str, ...]
    main: tuple[str, ...]  # the words before the subtitle
    content: tuple[str, ...]  # those that are no small words
    letters: str  # of the content
    main_letters: str


#: Words and abbreviations of references that belong to no field.
_GLUE = _SMALL | frozenset(
    """and y e et ed eds edited editor editors by hrsg hg herausgegeben sous dir vol vols volume
    bd band jg jahrgang t tome no nr number issue h heft doi https http www org dx url
    isbn""".split()
)
_PAGES = frozenset("p pp page pages s seiten".split())
_DATED = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")
_YEARS = re.compile(r" ((?:1[4-9]|20)\d\d)[a-z]?(?= )")
_ROLES = frozenset((*_NAMES, "collection-editor"))
#: What a reference prints of a work besides names, title and years.
_PRINTED = frozenset(
    """title title-short container-title container-title-short collection-title collection-number
    publisher publisher-place volume issue page edition genre number event-title DOI URL
    ISBN""".split()
)


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case without accents and markup."""
    return words_in(text)


def words_in(text: str) -> tuple[str, ...]:
    """The same for a text that is not asked for again."""
    if "<" in text:
        text = re.sub(r"</?[a-z][^>]*>", "", text)
    text = text.replace("&", " and ")
    if not text.isascii():
        text = text.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae")
        text = unicodedata.normalize("NFKD", text.replace("’", "").replace("–", "-"))
        text = "".join(filterfalse(unicodedata.combining, text))
        if not text.isascii():
            return tuple(_WORD.findall(text.casefold().replace("'", "")))
    return tuple(text.encode().translate(_LETTERS, b"'").decode().split())


#: Bytes of ASCII as lower-case letters, digits, and white space between: a table is several
#: times as fast as an expression.
_LETTERS = bytes(ord(char) if (char := chr(code).lower()).isalnum() else 32 for code in range(128))
_LETTERS += bytes(128)


def family_of(name: Name) -> str:
    """The folded family name, without particles; a literal name whole."""
    return "".join(words_of(name.family or name.literal))


class Index:
    """Works prepared for look-ups."""

    def __init__(self, works: Iterable[Work]) -> None:
        self.works: dict[str, Work] = {}
        self.entries: list[_Entry] = []
        self.doi: dict[str, int] = {}
        self.isbn: dict[str, int] = {}
        self.url: dict[str, int] = {}
        self.family: dict[str, list[int]] = {}
        self.word: dict[str, list[int]] = {}
        self.dated: dict[tuple[str, int], list[int]] = {}
        self._own: dict[int, frozenset[str]] = {}
        for index, work in enumerate(works):
            entry = _entry(work)
            self.works.setdefault(work.id, work)
            self.entries.append(entry)
            for value, table in (
                (work.text("DOI").lower(), self.doi),
                (work.text("ISBN").replace("-", ""), self.isbn),
                (_address(work.text("URL")), self.url),
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
        one = _entry(work)
        pairs = product(one.families, one.years)
        found = self._compared(one, {i for pair in pairs for i in self.dated.get(pair, ())}, least)
        if not any(match.score > 0.98 and match.key not in without for match in found):
            found = self._compared(one, self._candidates(one), least)
        found = [match for match in found if match.key not in without]
        return sorted(found, key=lambda match: (-match.score, match.key))

    def _compared(self, one: _Entry, indices: Iterable[int], least: float) -> list[Match]:
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

    def within(self, string: str, without: Collection[str] = ()) -> Match | None:
        """The one work of which ``string`` has a name at its beginning, a year, and the title
        without the subtitle, its first words, or the journal in a row, or the volume and
        the first page, whatever stands around them: for strings whose parts a parser mixes
        up, and styles that print no titles."""
        _, line, years, heads, indices = self._dated(string)
        found = None
        reason = ""
        for index in indices:
            entry = self.entries[index]
            shown = self._shown(index, line) if entry.key not in without else ""
            if shown and found is not None:
                return None
            if shown:
                found, reason = entry, shown
        if found is None:
            return None
        names = [family for family in found.families if family in heads]
        return Match(found.key, _WITHIN, _printed_reasons(names, reason, found, years))

    def _shown(self, index: int, line: str) -> str:
        """Which part of a work stands in a row in a line of words; empty for none."""
        entry = self.entries[index]
        for words, reason in (
            (entry.main, "the same title without the subtitle"),
            (entry.title[:_FIRST_WORDS], "the title begins so"),
            (words_of(self.works[entry.key].text("container-title")), "the same container"),
        ):
            long = len(words) > 1 or len("".join(words)) >= _LONG
            if long and f" {' '.join(words)} " in line:
                return reason
        work = self.works[entry.key]
        volume, pages = words_of(work.text("volume")), words_of(work.text("page"))[:1]
        if pages and len(pages[0]) > 1 and _all_in((*volume, *pages), line):
            return "the same volume and page" if volume else "the same page"
        return ""

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

    def _candidates(self, one: _Entry) -> Iterable[int]:
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


def _entry(work: Work) -> _Entry:
    families = [family_of(name) for v in _NAMES for name in work.names(v) if name != OTHERS]
    years = []
    for variable in ("issued", "original-date"):
        date = work.date(variable)
        if date is not None:
            years += [point.year for point in (date.start, date.end) if point is not None]
    title = work.text("title")
    words = words_of(title)
    main = words_of(_SUBTITLE.split(title, maxsplit=1)[0])
    content = tuple(word for word in words if word not in _SMALL) or words
    return _Entry(
        work.id,
        tuple(filter(None, families)),
        tuple(years),
        words,
        main,
        content,
        " ".join(content),
        " ".join(main),
    )


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
    names: Sequence[str], title: str, entry: _Entry, years: Collection[int]
) -> tuple[str, ...]:
    shown = f"year {next(year for year in entry.years if year in years)}"
    return f"names: {', '.join(names)}", title, shown


def _is_year_of(word: str, entry: _Entry) -> bool:
    return _DATED.fullmatch(word) is not None and int(word[:4]) in entry.years


def compare(one: _Entry, known: _Entry, least: float = 0.0) -> Match | None:
    """How likely ``one``, read from a text, is the ``known`` work; None where the score is
    below ``least`` or ``one`` has no title.  Titles are compared only where names and
    years leave it open."""
    if not one.title:
        return None
    hits = [family for family in one.families if _knows(family, known.families)]
    names = _names(one, known, len(hits))
    year = _year(one, known)
    if names is None:
        rest, weight = 0.25 * year, 0.75
        if year < 0.9 or len(known.title) < 3:
            rest -= 0.15  # a title alone, and a common one perhaps
    else:
        rest, weight = 0.32 * names + 0.18 * year, 0.5
        if names < 0.3:
            rest -= 0.2
    if weight + rest < least - 0.001:
        return None
    title, reason = _title(one, known)
    score = round(max(0.0, min(1.0, weight * title + rest)), 3) if title >= 0.55 else 0.0
    if score < least:
        return None
    reasons = ["names: " + ", ".join(hits)] if hits and known.families else []
    if reason:
        reasons.append(reason)
    reasons += _year_reason(one, known, year)
    return Match(known.key, score, tuple(reasons))


def _names(one: _Entry, known: _Entry, hits: int) -> float | None:
    """How far the names agree, of which so many are known; None where one of the two
    names nobody."""
    if not one.families or not known.families:
        return None
    if not hits:
        return 0.0
    share = hits / min(len(one.families), len(known.families))
    return min(1.0, share * 0.7 + 0.3 * _knows(one.families[0], known.families[:1]))


def _knows(family: str, families: Sequence[str]) -> bool:
    if family in families:
        return True
    if len(family) < 5:
        return False
    first, last = family[0], family[-1]
    for other in families:
        if len(other) < 5:
            continue
        if last == other[-1] and (family.endswith(other) or other.endswith(family)):
            return True
        if first == other[0] and _near(family, other):
            return True
    return False


def _near(one: str, other: str) -> bool:
    """One letter wrong, or two in a long name."""
    return abs(len(one) - len(other)) < 2 and Indel.normalized_similarity(one, other) > 0.87


def _title(one: _Entry, known: _Entry) -> tuple[float, str]:
    """How far two titles agree, and in what."""
    ours, theirs = one.title, known.title
    if not theirs:
        return 0.0, ""
    if ours == theirs:
        return 1.0, "the same title"
    main, other = one.main, known.main
    if main == theirs or other == ours or (main == other and len(main) > 1):
        return 0.95 if len(main) > 1 else 0.85, "the same title without the subtitle"
    a, b = one.content, known.content
    hits = LCSseq.similarity(a, b)
    score = max(2 * hits / (len(a) + len(b)), 0.9 * hits / len(b) if hits > 2 else 0.0)
    if score < 0.9:
        whole = _spelled(one.letters, known.letters)
        score = max(score, whole, 0.95 * _spelled(one.main_letters, known.main_letters))
    return score, f"the title alike ({score:.2f})"


def _spelled(ours: str, theirs: str) -> float:
    """How alike two titles are letter by letter; 0 where not very."""
    if len(ours) < 12:
        return 0.0
    return Indel.normalized_similarity(ours, theirs, score_cutoff=0.85)


def _year(one: _Entry, known: _Entry) -> float:
    if not one.years or not known.years:
        return 0.5
    apart = min([abs(a - b) for a in one.years for b in known.years])
    return (1.0, 0.7, 0.35, 0.35)[apart] if apart < 4 else 0.25


def _year_reason(one: _Entry, known: _Entry, likeness: float) -> list[str]:
    """What is said of the years where both works have one."""
    if not one.years or not known.years:
        return []
    if likeness == 1.0:
        return [f"year {one.years[0]}"]
    other = "" if likeness == 0.7 else ": another edition?"
    return [f"year {one.years[0]}, in the catalogue {known.years[0]}{other}"]


def _address(url: str) -> str:
    """A URL without scheme, "www." and the slash at its end."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().lower()).rstrip("/.")
