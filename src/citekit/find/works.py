"""A catalogue prepared for scanning: built once, then asked by every finder.

Names are keyed without case, accents and typography, titles by their words.
Two matchers (Aho and Corasick, "Efficient string matching", CACM 18:6, 1975) find
families in the text as it stands and the distinctive beginnings and ends of titles in
the text in lower case; what a hit is worth is decided by the finders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from unicodedata import combining, normalize

from ahocorasick_rs import AhoCorasick, MatchKind

from citekit.find.citingwords import ARTICLES, FUNCTION_WORDS
from citekit.find.workforms import title_variants, years_of
from citekit.identifiers import normalise_arxiv, normalise_doi, normalise_isbn
from citekit.model import Name, Work

_WORD = re.compile(r"[^\W_]+|&")
_TAG = re.compile(r"<[^<>]{1,80}>")
_MARK = re.compile(r"[“”\"‘’'„«»‹›*_{>]")
#: One character each, so that positions stay.
_TYPOGRAPHY = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("—", "-"),
    ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'),
    ("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "),
)  # fmt: skip
_SPACES = (("\n", " "), ("\r", " "), ("\t", " "))
_AROUND = "\"'*_‹›{}.,:;!? "
Span = tuple[int, int]
_AUTHOR_ROLES = ("author", "editor", "container-author", "director", "translator")


def plain(text: str) -> str:
    """``text`` in lower case with plain quotes, dashes and spaces, each character in
    its place: positions in the result are positions in ``text``."""
    lowered = text.lower()
    if len(lowered) != len(text):  # U+0130 alone grows
        lowered = text.replace("\u0130", "I").lower()
    for old, new in _SPACES if lowered.isascii() else _TYPOGRAPHY:
        lowered = lowered.replace(old, new)
    return lowered


def name_key(name: str) -> str:
    """A name without case, accents, typography or full stops, for comparison."""
    if not name.isascii():
        for old, new in _TYPOGRAPHY:
            name = name.replace(old, new)
        if not name.isascii():
            decomposed = normalize("NFKD", name.replace("ß", "ss").replace("ø", "o"))
            name = "".join(char for char in decomposed if not combining(char))
    return " ".join(name.casefold().replace(".", " ").split())


def given_words(given: str) -> tuple[str, ...]:
    """The words of a given name in keys; a compound stays one: ``jean-paul``, ``j-p``."""
    return tuple(name_key(given).replace(" -", "-").split())


def title_words(title: str) -> list[re.Match[str]]:
    """The words of a title in :func:`plain` form, each with its place."""
    return list(_WORD.finditer(title))


def url_key(url: str) -> str:
    """A web address without scheme, ``www.``, fragment and closing slash; the host in
    lower case (RFC 3986, 6.2.2.1)."""
    bare = url.split("#", 1)[0]
    bare = bare.split("://", 1)[-1]
    host, slash, path = bare.partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


class Author(NamedTuple):
    """An author of a catalogued work, in keys: the family, the words of the given name."""

    key: str
    given: tuple[str, ...]


class Entry(NamedTuple):
    """A work and what a text may call it by.

    ``years`` are those of the edition and of the first edition, ``suffix`` the letter
    that the catalogue itself gives the year.
    """

    work: Work
    authors: tuple[Author, ...]
    years: frozenset[int]
    suffix: str

    @property
    def key(self) -> str:
        """The citation key."""
        return self.work.id


class TitleForm(NamedTuple):
    """A form of a title: the whole, what stands before the subtitle, the short title.

    ``optional`` counts the leading articles a text may leave out, ``content`` the words
    that are no function words.
    """

    words: tuple[str, ...]
    optional: int
    content: int
    entry: int


class TitleHit(NamedTuple):
    """A title that stands in a text; ``partial`` if only its beginning does."""

    start: int
    end: int
    form: TitleForm
    partial: bool = False


class NameHit(NamedTuple):
    """A family name that stands in a text, as whole words; ``genitive`` if an s without
    an apostrophe follows it.  ``key`` is the family's name key, ``works`` are (entry,
    place among its authors)."""

    start: int
    end: int
    genitive: bool
    key: str
    works: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Works to look for.

    ``families`` maps name keys to (entry, place among its authors); ``keys``,
    ``dois``, ``urls``, ``arxiv`` and ``isbns`` map identifiers in canonical form to
    entries, ``marked_titles`` the words of titles that are too common to be looked for
    outside quotation marks and italics, ``marked_of`` the same titles by entry.  ``own``
    are the entries that are the scanned document itself: they are never what it cites.
    """

    entries: tuple[Entry, ...]
    families: Mapping[str, tuple[tuple[int, int], ...]]
    keys: Mapping[str, int]
    dois: Mapping[str, int]
    urls: Mapping[str, int]
    arxiv: Mapping[str, int]
    isbns: Mapping[str, int]
    own: frozenset[int]
    marked_titles: Mapping[str, tuple[TitleForm, ...]]
    marked_of: Mapping[int, tuple[TitleForm, ...]]
    _names: AhoCorasick | None
    _name_works: Sequence[tuple[str, tuple[tuple[int, int], ...]]]
    _titles: AhoCorasick | None
    _anchors: Sequence[tuple[tuple[int, int], ...]]
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

    def name_hits(self, text: str) -> Iterator[NameHit]:
        """The families of catalogued authors in ``text``, as whole words, in order."""
        if self._names is None:
            return
        size = len(text)
        for pattern, start, end in self._names.find_matches_as_indexes(text):
            if start and (text[start - 1].isalnum() or text[start - 1] in "-_@/\\"):
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
            key, works = self._name_works[pattern]
            yield NameHit(start, end, genitive, key, works)

    def title_hits(self, text: str, lowered: str, marked: Sequence[Span]) -> list[TitleHit]:
        """The titles that stand in a text, in order; of hits that overlap the longest.

        ``lowered`` is the text in :func:`plain` form, ``marked`` the spans in quotation
        marks or italics.  A title of few words begins with a capital or stands in such a
        span.
        """
        if self._titles is None:
            return []
        found: dict[tuple[int, int, int], TitleHit] = {}
        size = len(lowered)
        for pattern, start, end in self._titles.find_matches_as_indexes(lowered, overlapping=True):
            if (start and lowered[start - 1].isalnum()) or (end < size and lowered[end].isalnum()):
                continue
            capital = text[start].isupper()
            for number, index in self._anchors[pattern]:
                form = self._forms[number]
                if (
                    not capital
                    and form.content < 5
                    and index <= form.optional
                    and not (index and _has_capital(text, lowered, start, form.words[0]))
                ):
                    before = text[max(0, start - 6) : start]
                    if before.isalpha() or not _MARK.search(before):
                        continue
                if form.entry in self.own:
                    continue
                span = _match(lowered, start, form, index)
                if span is not None:
                    found[(*span, form.entry)] = TitleHit(*span, form)
                elif index <= form.optional and len(form.words) > 3:
                    begun = _beginning(lowered, start, end, form, index)
                    if begun is not None:
                        found[(*begun, form.entry)] = TitleHit(*begun, form, partial=True)
        if self.marked_titles:
            for start, end in marked:
                if end - start > 60:
                    continue
                words = _unmarked(lowered[start:end])
                for form in self.marked_titles.get(marked_key(words), ()):
                    if form.entry not in self.own:
                        at = lowered.index(words, start)
                        span = (at, at + len(words))
                        found[(*span, form.entry)] = TitleHit(*span, form)
        return _longest(found.values())

    def same_family(self, text: str) -> tuple[tuple[int, int], ...]:
        """(entry, author's place) of those whose family is ``text``: as it stands, or
        its last words."""
        key = name_key(text)
        while key:
            found = self.families.get(key)
            if found is not None:
                return found
            key = key.partition(" ")[2]
        return ()


def _has_capital(text: str, lowered: str, start: int, article: str) -> bool:
    """Whether the title's article stands before ``start`` with a capital: "La fabrique"."""
    at = start - len(article) - 1
    return at >= 0 and text[at].isupper() and lowered.startswith(article, at)


def marked_key(words: str) -> str:
    """The words of a title in :func:`plain` form as ``marked_titles`` has them."""
    if words.replace(" ", "").isalnum():
        return words
    return " ".join(_same(word[0]) for word in title_words(words))


def _unmarked(words: str) -> str:
    """The words inside quotation marks, italics or markup."""
    if words[0] in "\\<":
        words = words.replace("{", ">").partition(">")[2].partition("<")[0]
    return words.strip(_AROUND)


def _longest(hits: Iterable[TitleHit]) -> list[TitleHit]:
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end))
    kept: list[TitleHit] = []
    for hit in ordered:
        if kept and hit.start < kept[-1].end:
            same = (kept[-1].start, kept[-1].end) == (hit.start, hit.end)
            if not same and hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            elif same:
                kept.append(hit)
            continue
        kept.append(hit)
    return kept


def _match(lowered: str, at: int, form: TitleForm, index: int) -> tuple[int, int] | None:
    """The span of ``form`` whose word ``index`` begins at ``at``, or None."""
    words = form.words
    end = _forward(lowered, at, words, index)
    if end is None:
        return None
    start = at
    if index:
        before = lowered[max(0, at - sum(map(len, words[:index])) - 4 * index - 8) : at]
        shift = at - len(before)
        tokens = list(_WORD.finditer(before))
        for step in range(1, index + 1):
            if step > len(tokens) or _same(tokens[-step][0]) != words[index - step]:
                return (start, end) if index - step < form.optional else None
            start = shift + tokens[-step].start()
    return start, end


def _beginning(
    lowered: str, at: int, end: int, form: TitleForm, index: int
) -> tuple[int, int] | None:
    """The span of a title's beginning that ends before a function word: "The Formation of
    Vegetable Mould" of "… through the Action of Worms"."""
    count = len(title_words(lowered[at:end]))
    words = form.words
    if sum(is_content(word) for word in words[index : index + count]) < 2:
        return None
    while index + count < len(words) - 1 and is_content(words[index + count]):
        following = _forward(lowered, at, words[: index + count + 1], index)
        if following is None:
            return None
        end, count = following, count + 1
    article = words[0] + " " if index else ""
    start = at - len(article) if article and lowered.endswith(article, 0, at) else at
    return start, end


def _forward(lowered: str, at: int, words: Sequence[str], index: int) -> int | None:
    end = at
    for word in words[index:]:
        found = _WORD.search(lowered, end, end + len(word) + 12)
        if found is None or (found.start() - end > 8):
            return None
        token, end = _same(found[0]), found.end()
        if token != word:
            # hyphenated at a line's end
            if not (word.startswith(token) and lowered[end : end + 1] == "-"):
                return None
            rest = _WORD.search(lowered, end, end + len(word) + 12)
            if rest is None or token + rest[0] != word:
                return None
            end = rest.end()
    if end < len(lowered) and lowered[end].isalnum():
        return None
    return end


def _same(word: str) -> str:
    return "and" if word == "&" else word


class _Builder:
    """Collects what :class:`Catalogue` holds."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.families: dict[str, list[tuple[int, int]]] = {}
        self.patterns: dict[str, list[tuple[int, int]]] = {}
        self.anchors: dict[str, list[tuple[int, int]]] = {}
        self.forms: list[TitleForm] = []
        self.marked: dict[str, list[TitleForm]] = {}
        self.keys: dict[str, int] = {}
        self.dois: dict[str, int] = {}
        self.urls: dict[str, int] = {}
        self.arxiv: dict[str, int] = {}
        self.isbns: dict[str, int] = {}

    def add(self, work: Work) -> None:
        index = len(self.entries)
        role = next((role for role in _AUTHOR_ROLES if work.names(role)), "author")
        authors = tuple(
            self._author(name, index, place) for place, name in enumerate(work.names(role))
        )
        self.entries.append(Entry(work, authors, years_of(work), work.text("year-suffix")))
        self.keys.setdefault(work.id, index)
        self._identifiers(work, index)
        seen: set[tuple[str, ...]] = set()
        for title in title_variants(work):
            self._title(title, index, seen)

    def _author(self, name: Name, index: int, place: int) -> Author:
        family = name.literal or name.family
        key = name_key(family)
        if not key:
            return Author("", ())
        particle = name.non_dropping_particle or name.dropping_particle
        for form in {key, name_key(f"{particle} {family}") if particle else key}:
            self.families.setdefault(form, []).append((index, place))
        if not name.literal and len(family) > 1:
            spellings = {family, family.replace("'", "’"), family.upper()}
            if not family.isascii():
                decomposed = normalize("NFD", family)
                spellings.add("".join(char for char in decomposed if not combining(char)))
            for spelling in spellings:
                if len(spelling) > 3 or spelling == family:
                    self.patterns.setdefault(spelling, []).append((index, place))
        return Author(key, given_words(name.given))

    def _identifiers(self, work: Work, index: int) -> None:
        rows: tuple[tuple[str, Callable[[str], str | None], dict[str, int]], ...] = (
            ("DOI", normalise_doi, self.dois),
            ("ISBN", normalise_isbn, self.isbns),
            ("URL", url_key, self.urls),
        )
        for variable, normalise, held in rows:
            value = work.text(variable)
            if value:
                for part in value.split() if variable == "ISBN" else [value]:
                    canonical = normalise(part)
                    if canonical:
                        held.setdefault(canonical, index)
        eprint = work.extra.get("eprint", "") or work.text("number")
        if eprint and (eprint[0].isdigit() or "/" in eprint or ":" in eprint):
            arxiv = normalise_arxiv(eprint)
            if arxiv:
                self.arxiv.setdefault(arxiv.partition("v")[0], index)

    def _title(self, title: str, index: int, seen: set[tuple[str, ...]]) -> None:
        folded = plain(_TAG.sub("", title) if "<" in title else title)
        tokens = title_words(folded)
        words = tuple(_same(token[0]) for token in tokens)
        if not words or words in seen or sum(map(len, words)) < 3:
            return
        seen.add(words)
        optional = 1 if len(words) > 1 and words[0] in ARTICLES else 0
        content = sum(1 for word in words if is_content(word))
        if content < 2:
            form = TitleForm(words, optional, content, index)
            for spelt in {words, words[optional:]}:
                self.marked.setdefault(" ".join(spelt), []).append(form)
            return
        number = len(self.forms)
        self.forms.append(TitleForm(words, optional, content, index))
        last = _anchor_end(words, optional)
        anchor = folded[tokens[optional].start() : tokens[last].end()]
        self.anchors.setdefault(anchor, []).append((number, optional))
        if len(words) - optional > 4:
            first = len(words) - 2
            anchor = folded[tokens[first].start() : tokens[-1].end()]
            if is_content(words[first]) and is_content(words[-1]):
                self.anchors.setdefault(anchor, []).append((number, first))

    def finish(self) -> Catalogue:
        return Catalogue(
            tuple(self.entries),
            {key: tuple(found) for key, found in self.families.items()},
            self.keys, self.dois, self.urls, self.arxiv, self.isbns, frozenset(),
            {words: tuple(forms) for words, forms in self.marked.items()},
            _by_entry(self.marked.values()),
            _matcher(self.patterns, MatchKind.LeftmostLongest),
            [(name_key(family), tuple(works)) for family, works in self.patterns.items()],
            _matcher(self.anchors, MatchKind.Standard),
            [tuple(forms) for forms in self.anchors.values()],
            self.forms,
        )  # fmt: skip


def _by_entry(marked: Iterable[list[TitleForm]]) -> dict[int, tuple[TitleForm, ...]]:
    found: dict[int, tuple[TitleForm, ...]] = {}
    for forms in marked:
        for form in forms:
            if form not in found.get(form.entry, ()):
                found[form.entry] = (*found.get(form.entry, ()), form)
    return found


def _matcher(patterns: Mapping[str, object], kind: MatchKind) -> AhoCorasick | None:
    return AhoCorasick(patterns.keys(), kind, store_patterns=False) if patterns else None


def is_content(word: str) -> bool:
    """Whether a word in :func:`plain` form says something of its own."""
    return len(word) > 2 and word not in FUNCTION_WORDS


def _anchor_end(words: Sequence[str], first: int) -> int:
    """The last word of the anchor: two words with content, at most five in all."""
    content = 0
    for index in range(first, min(len(words), first + 5)):
        content += is_content(words[index])
        if content == 2:
            return index
    return min(len(words), first + 5) - 1
