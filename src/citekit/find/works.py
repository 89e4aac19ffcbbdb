"""A catalogue prepared for scanning: built once, then asked by every finder.

Names are keyed without case, accents and typography, titles by their words.
One matcher (Aho and Corasick, "Efficient string matching", CACM 18:6, 1975) finds
families and the distinctive beginnings and ends of titles, as they are printed: in
lower case a text holds too many beginnings of something.  What a hit is worth is decided
by the finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from unicodedata import combining, normalize

from ahocorasick_rs import AhoCorasick, MatchKind

from citekit.find.citingwords import ARTICLES, NOUN_ARTICLES
from citekit.find.reporters import Reports
from citekit.find.shorthands import Shorthands
from citekit.find.signs import apart
from citekit.find.workforms import (
    BROKEN,
    STROKES,
    TRANSCRIBED,
    body_forms,
    family_parts,
    letter_dates,
    small_particle,
    title_variants,
    years_of,
)
from citekit.find.workids import KINDS, identifiers_of
from citekit.find.worktitles import (
    TYPOGRAPHY,
    TitleForm,
    TitleHit,
    anchor_end,
    beginning,
    by_entry,
    is_content,
    kept_spellings,
    longest,
    lower,
    marked_key,
    match,
    plain,
    pointed,
    same,
    spellings,
    title_words,
    typed,
    unmarked,
)
from citekit.model import DatePoint, Name, Work, aliases

_TAG = re.compile(r"<[^<>]{1,80}>")
#: Before a name: it is the end of something longer.
_JOINS = "-_@/\\"
_WORD = re.compile(r"[^\W_]+")
#: The words of an anchor with its article.
_ANCHOR_WORDS = 6
Span = tuple[int, int]
#: (form, the place in its words of the anchor's first word).
_Anchor = tuple[int, int]
#: From this year on a number of four digits is one (:data:`citekit.find.shapes.YEAR`).
_FIRST = 1400
#: In place of the year of a work that has none.
UNDATED = None
#: Whoever a work is cited by: the first of these that it has.
AUTHOR_ROLES = ("author", "editor", "container-author", "director", "translator")


def name_key(name: str) -> str:
    """A name without case, accents, typography or full stops, for comparison."""
    if "\n" in name or "\u00ad" in name:
        name = BROKEN.sub("", name).replace("-\n", "-")
    if not name.isascii():
        for old, new in TYPOGRAPHY:
            name = name.replace(old, new)
        if not name.isascii():
            decomposed = normalize("NFKD", name.translate(STROKES))
            name = "".join(char for char in decomposed if not combining(char))
    folded = name.casefold()
    return folded if folded.isalpha() else " ".join(folded.replace(".", " ").split())


def given_words(given: str) -> tuple[str, ...]:
    """The words of a given name in keys; a compound stays one: ``jean-paul``, ``j-p``."""
    return tuple(name_key(given).replace(" -", "-").split())


class Author(NamedTuple):
    """An author of a catalogued work, in keys: the family, the words of the given name."""

    key: str
    given: tuple[str, ...]


class Entry(NamedTuple):
    """A work and what a text may call it by.

    ``years`` are those of the edition and of the first edition, ``suffix`` the letter
    that the catalogue itself gives the year, ``title`` the title in :func:`plain` form.
    """

    work: Work
    authors: tuple[Author, ...]
    years: frozenset[int]
    suffix: str
    title: str

    @property
    def key(self) -> str:
        """The citation key."""
        return self.work.id


class Printed(NamedTuple):
    """Where the catalogue's words are printed in a text, whole words or not: (pattern,
    start, end) of families, none inside another, of beginnings and ends of titles, and of
    ``shorthands``, none overlapping another; ``typed`` is the text in :func:`typed` form."""

    typed: str
    names: Sequence[tuple[int, int, int]]
    titles: Sequence[tuple[int, int, int]]
    shorthands: Sequence[tuple[int, int, int]] = ()


class NameHit(NamedTuple):
    """A family name that stands in a text, as whole words; ``genitive`` if an s without
    an apostrophe follows it.  ``key`` is the family's name key, ``works`` are (entry,
    place among its authors), ``entries`` the entries alone."""

    start: int
    end: int
    genitive: bool
    key: str
    works: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Works to look for.

    ``families`` maps name keys to (entry, place among its authors), ``dated`` those of
    first authors with a year, or :data:`UNDATED`, to entries, ``early`` are the years among
    these that no number alone is (before 1400); ``keys``, ``dois``, ``urls``,
    ``arxiv``, ``isbns`` and ``pubmed`` map identifiers in canonical form to entries,
    ``marked_titles`` the words of titles that are too common to be looked for outside
    quotation marks and italics, ``marked_of`` the same titles by entry, ``transcribed`` the
    keys of families without
    their umlauts ("mueller") or hyphens to the keys with them, ``shorthands`` are what primary
    works are cited by, ``reports`` what cases and statutes are, ``letters`` letters by their
    dates, ``headed`` the titles by their first words, without an article.  ``own`` are the
    entries that are the scanned document itself: they are never what it cites.
    """

    entries: tuple[Entry, ...]
    families: Mapping[str, tuple[tuple[int, int], ...]]
    dated: Mapping[tuple[str, int | None], Sequence[int]]
    early: frozenset[int]
    keys: Mapping[str, int]
    dois: Mapping[str, int]
    urls: Mapping[str, int]
    arxiv: Mapping[str, int]
    isbns: Mapping[str, int]
    pubmed: Mapping[str, int]
    transcribed: Mapping[str, str]
    shorthands: Shorthands
    reports: Reports
    letters: Mapping[DatePoint, Sequence[int]]
    own: frozenset[int]
    marked_titles: Mapping[str, tuple[TitleForm, ...]]
    marked_of: Mapping[int, tuple[TitleForm, ...]]
    headed: Mapping[str, Sequence[TitleForm]]
    _matcher: AhoCorasick | None
    _name_works: Sequence[tuple[str, tuple[tuple[int, int], ...], tuple[int, ...]]]
    _spelt: Sequence[int]
    _anchors: Sequence[tuple[_Anchor, ...]]
    _lower_anchors: Mapping[str, int]
    _marked_first: frozenset[str]
    _forms: Sequence[TitleForm]

    @staticmethod
    def of(works: Sequence[Work]) -> Catalogue:
        """The catalogue of ``works``."""
        builder = _Builder()
        for work in works:
            builder.add(work)
        return builder.finish()

    def without(self, keys: frozenset[str] | set[str]) -> Catalogue:
        """The same catalogue for a document that is itself the works ``keys``."""
        own = frozenset(self.keys[key] for key in keys if key in self.keys)
        return replace(self, own=own)

    def printed(self, typed: str) -> Printed:
        """Where families, the beginnings and ends of titles and shorthands stand in a text in
        :func:`typed` form: one pass finds all, each overlapping the others; of names and of
        shorthands that overlap the first stays, and the longest of those that begin together."""
        if self._matcher is None:
            return Printed(typed, (), ())
        found = self._matcher.find_matches_as_indexes(typed, overlapping=True)
        count = len(self._name_works)
        rest = count + len(self._spelt)
        return Printed(
            typed,
            apart([(at, -to, n) for n, at, to in found if n < count]),
            [(n - count, at, to) for n, at, to in found if count <= n < rest],
            apart([(at, -to, n - rest) for n, at, to in found if n >= rest]),
        )

    def name_hits(
        self, text: str, printed: Printed, masked: Sequence[Span] = ()
    ) -> Iterator[NameHit]:
        """The families of catalogued authors in ``text``, as whole words, in order.

        ``printed`` is what :meth:`printed` finds in the text; what stands inside the
        ``masked`` spans, in order, is left out.
        """
        size, spans = len(text), iter(masked)
        low = high = 0
        for pattern, start, end in printed.names:
            while start >= high:
                low, high = next(spans, (size, size + 1))
            if start >= low or (start and (text[start - 1].isalnum() or text[start - 1] in _JOINS)):
                continue
            genitive = False
            if end < size and (text[end].isalnum() or text[end] == "_"):
                after = text[end + 1 : end + 2]
                if text[end] != "s" or after.isalnum() or after == "-":
                    continue
                genitive = True
                end += 1
            elif end < size and text[end] in "-‐‑@" and text[end + 1 : end + 2].isalnum():
                continue
            yield NameHit(start, end, genitive, *self._name_works[pattern])

    def title_hits(
        self,
        text: str,
        lowered: str,
        printed: Printed,
        marked: Sequence[Span],
        masked: Sequence[Span] = (),
    ) -> list[TitleHit]:
        """The titles that stand in a text, in order; of hits that overlap the longest.

        ``lowered`` is the text in :func:`plain` form, ``printed`` what :meth:`printed`
        finds in it, ``marked`` the spans in quotation marks or italics; what begins inside
        the ``masked`` spans, in order, is left out.  A title begins with a capital or
        stands in marks.
        """
        found: dict[tuple[int, int, int], TitleHit] = {}
        for at, end, anchors in self._anchored(text, printed, masked):
            self._begun(lowered, at, end, anchors, found)
        for start, end in marked:
            self._marked(text, lowered, (start, end), found)
        return longest(found.values())

    def _anchored(
        self, text: str, printed: Printed, masked: Sequence[Span]
    ) -> Iterator[tuple[int, int, Sequence[_Anchor]]]:
        """Where the beginnings and ends of titles stand as whole words."""
        size, spans = len(text), iter(masked)
        low = high = 0
        for pattern, start, end in printed.titles:
            while start >= high:
                low, high = next(spans, (size, size + 1))
            if start >= low or (start and text[start - 1].isalnum()):
                continue
            if end < size and text[end].isalnum():
                continue
            yield start, end, self._anchors[self._spelt[pattern]]

    def _begun(
        self, lowered: str, at: int, end: int, anchors: Sequence[_Anchor],
        found: dict[tuple[int, int, int], TitleHit],
    ) -> None:  # fmt: skip
        """Adds the titles one of whose anchors stands at ``at``."""
        for number, index in anchors:
            form = self._forms[number]
            if form.entry in self.own:
                continue
            span = match(lowered, at, form, index)
            if span is not None:
                found[(*span, form.entry)] = TitleHit(*span, form)
            elif index <= form.optional and len(form.words) > 3:
                begun = beginning(lowered, at, end, form, index)
                if begun is not None:
                    found.setdefault((*begun, form.entry), TitleHit(*begun, form, partial=True))

    def _marked(
        self, text: str, lowered: str, span: Span, found: dict[tuple[int, int, int], TitleHit]
    ) -> None:
        """Adds the titles that stand in marks and are looked for only there: those of few
        words, and in lower case."""
        start, end = span
        short = end - start <= 60
        inner = start + (not text[start].isalnum())  # italics may have no signs
        if text[inner : inner + 1].isupper():
            first = _WORD.match(lowered, inner)
            if not short or first is None or first[0] not in self._marked_first:
                return
        words = unmarked(lowered[start : min(end, start + 200)])
        if not words:
            return
        at = lowered.index(words, start)
        if short:
            for form in self.marked_titles.get(marked_key(words), ()):
                if form.entry not in self.own:
                    found[(at, at + len(words), form.entry)] = TitleHit(at, at + len(words), form)
        if text[at].islower():
            place = at
            for _ in range(_ANCHOR_WORDS):
                place = lowered.find(" ", place + 1, at + len(words))
                begin = lowered[at : place if place != -1 else at + len(words)].rstrip(",:;.?!")
                anchor = self._lower_anchors.get(begin)
                if anchor is not None:
                    self._begun(lowered, at, at + len(begin), self._anchors[anchor], found)
                if place == -1:
                    break

    def family_of(self, key: str) -> str:
        """The family that a name key is, or that its last words are; or ""."""
        while key and key not in self.families:
            key = key.partition(" ")[2]
        return key

    def respelt(self, key: str) -> str:
        """A name key with the umlauts that it transcribes, and the hyphen that it leaves out:
        "mueller" for Müller."""
        last = key
        while last and last not in self.families:
            if last in self.transcribed:
                return key.removesuffix(last) + self.transcribed[last]
            last = last.partition(" ")[2]
        return key

    def same_family(self, text: str) -> tuple[tuple[int, int], ...]:
        """(entry, author's place) of those whose family is ``text``: as it stands, or
        its last words."""
        return self.families.get(self.family_of(name_key(text)), ())

    def written(self, family: str, years: Sequence[int] | None) -> Sequence[int]:
        """The entries whose first author is of a family: all if ``years`` is None, else
        those of one of the years, or that have none if there are no years."""
        if years is None:
            return [entry for entry, place in self.families.get(family, ()) if place == 0]
        found = [self.dated.get((family, year), ()) for year in years or (UNDATED,)]
        return found[0] if len(found) == 1 else sorted({entry for each in found for entry in each})


class _Builder:
    """Collects what :class:`Catalogue` holds."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.families: dict[str, list[tuple[int, int]]] = {}
        self.dated: dict[tuple[str, int | None], list[int]] = {}
        self.patterns: dict[str, list[tuple[int, int]]] = {}
        self.anchors: list[list[_Anchor]] = []
        self.lower_anchors: dict[str, int] = {}
        self.spelt: dict[str, int] = {}
        self.forms: list[TitleForm] = []
        self.marked: dict[str, list[TitleForm]] = {}
        self.headed: dict[str, list[TitleForm]] = {}
        self.keys: dict[str, int] = {}
        self.identified: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self.transcribed: dict[str, str] = {}
        self.letters: dict[DatePoint, list[int]] = {}

    def add(self, work: Work) -> None:
        index = len(self.entries)
        role = next((role for role in AUTHOR_ROLES if work.names(role)), "author")
        years = years_of(work)
        authors = tuple(
            self._author(name, index, place, years) for place, name in enumerate(work.names(role))
        )
        self.entries.append(
            Entry(work, authors, years, work.text("year-suffix"), plain(work.text("title")))
        )
        self.keys.setdefault(work.id, index)
        for kind, value in identifiers_of(work):
            self.identified[kind].setdefault(value, index)
        for date in letter_dates(work):
            self.letters.setdefault(date, []).append(index)
        seen: set[tuple[str, ...]] = set()
        for title in title_variants(work):
            self._title(title, index, seen)

    def _author(self, name: Name, index: int, place: int, years: frozenset[int]) -> Author:
        particle, family = family_parts(name)
        key = name_key(family)
        if not key:
            return Author("", ())
        space = "" if particle[-1:] in ("'", "’") else " "  # "d’Alembert"
        forms = {key, name_key(f"{particle}{space}{family}") if particle else key}
        if name.literal:
            forms.update(map(name_key, body_forms(family)))
        for form in forms:
            self.families.setdefault(form, []).append((index, place))
            for year in (years or (UNDATED,)) if place == 0 else ():
                self.dated.setdefault((form, year), []).append(index)
        if not name.literal and len(family) > 1:
            family = typed(family).strip()
            self.transcribed[key.replace("-", " ")] = key
            spellings = {family, family.upper(), small_particle(family)}
            if not family.isascii():
                self.transcribed[name_key(family.translate(TRANSCRIBED))] = key
                decomposed = normalize("NFD", family.translate(STROKES))
                spellings.add("".join(char for char in decomposed if not combining(char)))
            for spelling in spellings:
                if len(spelling) > 3 or spelling == family:
                    self.patterns.setdefault(spelling, []).append((index, place))
        return Author(key, given_words(name.given))

    def _title(self, title: str, index: int, seen: set[tuple[str, ...]]) -> None:
        printed = typed(_TAG.sub("", title) if "<" in title else title)
        folded = plain(printed)
        tokens = title_words(folded)
        words = tuple(same(token[0]) for token in tokens)
        if not words or words in seen or sum(map(len, words)) < 3:
            return
        seen.add(words)
        optional = 1 if len(words) > 1 and words[0] in ARTICLES else 0
        content = sum(1 for word in words if is_content(word))
        form = TitleForm(words, optional, content, index)
        self.headed.setdefault(words[optional], []).append(form)
        if content < 2:
            for spelt in {words, words[optional:]}:
                self.marked.setdefault(" ".join(spelt), []).append(form)
            if content and len(words) > (2 if words[0] in NOUN_ARTICLES else 1):
                whole = printed[tokens[0].start() : tokens[-1].end()]
                self._alone(whole.title() if optional and len(words) == 2 else whole, form)
            return
        number = len(self.forms)
        self.forms.append(form)
        last = anchor_end(words, optional)
        for begin in {optional, 0}:
            anchor = printed[tokens[begin].start() : tokens[last].end()]
            for variant in pointed(anchor):
                self._anchor(variant, number, begin)
        first = len(words) - 2
        if first - optional > 2 and is_content(words[first]) and is_content(words[-1]):
            self._anchor(printed[tokens[first].start() : tokens[-1].end()], number, first)

    def _alone(self, printed: str, form: TitleForm) -> None:
        """Takes a title of several words, one of them with content, that is found as it is
        printed: "La Distinction", "All Our Kin", "On Violence"."""
        place = self.spelt.setdefault(printed, len(self.anchors))
        if place == len(self.anchors):
            self.anchors.append([])
        self.anchors[place].append((len(self.forms), 0))
        self.forms.append(form)

    def _anchor(self, printed: str, number: int, index: int) -> None:
        """Takes the words, as the title has them, by which a form is found."""
        words = lower(printed)
        place = self.lower_anchors.setdefault(words, len(self.anchors))
        if place == len(self.anchors):
            self.anchors.append([])
            for spelling in spellings(words):
                self.spelt[spelling] = place
        self.spelt.update(dict.fromkeys(kept_spellings(printed), place))
        self.anchors[place].append((number, index))

    def finish(self) -> Catalogue:
        works = [entry.work for entry in self.entries]
        others = [(key, i) for i, work in enumerate(works) for key in aliases(work)]
        self.keys = {**dict(reversed(others)), **self.keys}
        ids = self.identified
        shorthands = Shorthands.of(works)
        words = [*self.patterns, *self.spelt, *shorthands.patterns]
        return Catalogue(
            tuple(self.entries),
            {key: tuple(found) for key, found in self.families.items()},
            self.dated, frozenset(year for _, year in self.dated if year and year < _FIRST),
            self.keys, ids["doi"], ids["url"], ids["arxiv"], ids["isbn"], ids["pubmed"],
            self.transcribed, shorthands, Reports.of(works), self.letters, frozenset(),
            {words: tuple(forms) for words, forms in self.marked.items()},
            by_entry(self.marked.values()),
            self.headed,
            AhoCorasick(words, MatchKind.Standard, store_patterns=False) if words else None,
            [
                (name_key(family), tuple(works), tuple(dict.fromkeys(work for work, _ in works)))
                for family, works in self.patterns.items()
            ],
            list(self.spelt.values()),
            [tuple(forms) for forms in self.anchors],
            self.lower_anchors,
            frozenset(words.partition(" ")[0] for words in self.marked),
            self.forms,
        )  # fmt: skip
