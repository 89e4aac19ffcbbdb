"""Years and fixed signs of a text, found in one pass.

A regular expression that begins with a choice is tried at every character, and each sign
asked for by itself is a pass over the whole text; a matcher of Aho and Corasick ("Efficient
string matching", CACM 18:6, 1975) looks at the text once, in a fraction of the time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Signs:
    """Fixed words in groups, looked for together."""

    def __init__(self, *groups: Collection[str]) -> None:
        self._groups = [number for number, words in enumerate(groups) for _ in words]
        self._empty = ((),) * len(groups)
        self._matcher = AhoCorasick(
            [word for words in groups for word in words],
            MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def places(self, text: str) -> tuple[Sequence[int], ...]:
        """For each group, where one of its words begins, in order; none stands inside
        another, of whichever group."""
        found = self._matcher.find_matches_as_indexes(text)
        if not found:
            return self._empty
        places: list[list[int]] = [[] for _ in self._empty]
        for pattern, start, _ in found:
            places[self._groups[pattern]].append(start)
        return tuple(places)


class SignSets:
    """Several sets of :class:`Signs` for one text, looked for in one pass: those of one set
    have nothing to do with those of another."""

    def __init__(self, *sets: Sequence[Collection[str]]) -> None:
        self._sets = [len(groups) for groups in sets]
        self._groups = [
            (which, group)
            for which, groups in enumerate(sets)
            for group, words in enumerate(groups)
            for _ in words
        ]
        words = [word for groups in sets for group in groups for word in group]
        self._matcher = AhoCorasick(words, implementation=Implementation.DFA)

    def places(self, text: str) -> list[tuple[Sequence[int], ...]]:
        """For each set what :meth:`Signs.places` gives."""
        found: list[list[tuple[int, int, int]]] = [[] for _ in self._sets]
        for pattern, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True):
            which, group = self._groups[pattern]
            found[which].append((start, -end, group))
        return [_grouped(part, count) for part, count in zip(found, self._sets, strict=True)]


def _grouped(found: list[tuple[int, int, int]], count: int) -> tuple[Sequence[int], ...]:
    places: list[list[int]] = [[] for _ in range(count)]
    for group, start, _ in apart(found):
        places[group].append(start)
    return tuple(places)


@lru_cache(maxsize=4)
def _brackets(text: str) -> Sequence[int]:
    places = []
    at = text.find("(")
    while at >= 0:
        places.append(at)
        at = text.find("(", at + 1)
    return places


def in_brackets(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` finds of a pattern that begins with an opening
    parenthesis; their places are looked for once for all such patterns."""
    done = 0
    for at in _brackets(text):
        found = pattern.match(text, at) if at >= done else None
        if found is not None:
            done = found.end()
            yield found


def apart(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """(pattern, start, end) of those (start, -end, pattern) that overlap none before them."""
    last = 0
    apart = []
    for start, end, pattern in sorted(found):
        if start >= last:
            last = -end
            apart.append((pattern, start, last))
    return apart


class Citing(NamedTuple):
    """Where in a text something stands that may belong to a citation.

    ``years``: two digits of a year from 1400 to 2099; ``undated``: the beginning of words for
    a missing year ("n.d.", "forthcoming"); ``repeats``: of what repeats a citation ("ibid.",
    "(Fn. 5)"); ``declaring``: of what declares an abbreviation; ``raised``: a raised digit; then
    single signs, the beginnings of identifiers and of notes in HTML, and what may be a quotation
    mark or begin one.
    """

    years: Sequence[int]
    undated: Sequence[int]
    repeats: Sequence[int]
    declaring: Sequence[int]
    raised: Sequence[int]
    brackets: Sequence[int]
    backslashes: Sequence[int]
    ats: Sequence[int]
    dois: Sequence[int]
    addresses: Sequence[int]
    arxiv: Sequence[int]
    isbns: Sequence[int]
    pubmed: Sequence[int]
    ids: Sequence[int]
    tags: Sequence[int]
    quotes: Sequence[int]


_SPACES = ("", " ", "\n", "\u00a0")
_UNDATED = [
    begin.replace("_", space)
    for begin in "n._d o._J s._d i._E in_press forthc im_Ersch im_Druck à_para sous_pr".split()
    for space in _SPACES
]
#: What stands before a note that a name is given for; no part of the citation.
NOTED = ", "
_REPEATS = [
    *"""ibid Ibid IBID ebd Ebd ebenda Ebenda idem Idem loc. Loc. op. Op. art. Art. supra ders.
    Ders. dies. Dies. eadem Eadem ead. Ead. id. Id. ib. Ib. ouvr. Ouvr. préc. aaO AaO
    ibíd Ibíd ivi, Ivi, ob. Ob.""".split(),
    *(f"{work} cité" for work in ("ouvrage", "Ouvrage", "article", "Article")),
    *(f"{work} précité" for work in ("ouvrage", "Ouvrage", "article", "Article")),
    *(f"{a}.{space}a." for a in "aA" for space in _SPACES),
    *(f"{place}.{space}c." for place in "lL" for space in _SPACES),
    # a note by its number: "above n. 5", "(wie Anm. 5)", "note 5 above"
    *(f"{word}{sep}{note}" for word in ("above", "oben") for sep in (" ", ", ", " (", ", (")
      for note in "nNfFA"),
    *(f"{lead}{note}"
      for lead in ("(", "[", "(wie ", "wie ", "wie in ", "(siehe ", "(s. ", "(o. ", "(oben ",
                   "(see ", "(cf. ", "(vgl. ", "(voir ")
      for note in ("n ", "n. ", "note ", "Fn", "FN", "Fußn", "Anm")),
    "note ", "see n. ", "Fn. ", "Anm. ", "s. o. ",
    *(f"{NOTED}{note}" for note in ("n ", "n. ", "fn ")),  # "Lee, n 4 at 178"
    f"{NOTED}cit.",
]  # fmt: skip
#: What declares an abbreviation of a work.
_DECLARING = (
    "hereafter", "hereinafter", "henceforth", "im Folgenden", "Im Folgenden", "fortan",
    "désormais", "ci-après", "abbreviated", "abgekürzt", "abrégé", "Sigle", "sigle", "cited as",
    "zitiert als",
)  # fmt: skip
_CITING = Signs(
    "14 15 16 17 18 19 20".split(), _UNDATED, _REPEATS, _DECLARING, "¹²³⁴⁵⁶⁷⁸⁹",
    "[", "\\", "@", ("10.",), ("://",), ("arxiv", "arXiv"), ("ISBN",),
    ("PMID", "PMC", "pubmed"), ("id=",), ("<sup",),
    "\"“”„‟«»‹›‘‚‛’'`&<「」『』",
)  # fmt: skip


@lru_cache(maxsize=4)
def citing(text: str) -> Citing:
    """What a text has of :class:`Citing`.  Several finders ask of one text."""
    return Citing(*_CITING.places(text))


@lru_cache(maxsize=1)
def year_places(text: str) -> Sequence[int]:
    """Where four digits begin that may be a year from 1400 to 2099, not overlapping, in
    order.  More digits may stand on either side.  Several finders ask of one text."""
    places: list[int] = []
    done = 0
    for start in citing(text).years:
        end = start + 4
        if start >= done and len(text) >= end and text[start + 2 : end].isdecimal():
            places.append(start)
            done = end
    return tuple(places)
