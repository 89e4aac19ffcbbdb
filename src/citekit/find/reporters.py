"""What cases and statutes are cited by: the reporter with volume and first page ("347 U.S. 612",
"BVerfGE 34, 269"), the docket number, the names of the parties; the name of a statute.

A law journal with a volume and a first page tells an article in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from citekit.find.workforms import title_variants, years_of
from citekit.find.worktitles import typed
from citekit.model import Work

_STATUTES = frozenset("legislation bill regulation treaty".split())
#: Types that laws are catalogued as where a program has none for them, and words of their titles.
_PRINTED = frozenset("book document collection pamphlet report".split())
_LAW = re.compile(
    r"\b(?:[^\W\d_]*(?:gesetz(?:buch(?:es)?|es?)?|verordnung|strafordnung|prozessordnung|verfassung"
    r"|obligationenrecht|übereinkommen)|(?:civil|penal|criminal|labou?r)\scode|code\s(?:civil|pénal"
    r"|du\stravail|de\s[^\W\d_]+)|acts?|statutes?|constitution|loi|ordonnance|décret|convention"
    r"|trait[éy]|treaty|charter|charte)\b",
    re.I,
)
_PAGES = re.compile(r"(?P<first>\d{1,5})(?:\s?[-–—]{1,3}\s?(?P<last>\d{1,5}))?")
#: Between the parties: "v.", "v", "c/", "./.", "gegen".
_VERSUS = re.compile(r"\s(?:vs?\.?|c/|c\.|contre|\./\.|gegen)\s")
#: Words before the name of the only party.
_ONE_PARTY = re.compile(
    r"(?:(?:in\sre|ex\sparte|matter\sof|consorts|époux|société|sté|veuve)\s)+", re.I
)
#: Parties in many cases.
_COMMON = frozenset(
    """state people commonwealth united county city republic crown queen king r regina rex
    board commissioner secretary department minister ministre ville commune département préfet
    bundesrepublik land stadt""".split()
)
#: Nouns for a case behind its name.
_NOUNS = ("Entscheidung", "Urteil", "Beschluss", "Beschluß", "Rechtsprechung", "Formel")
_LEAST = 4
_LEAST_DOCKET = 5


class Report(NamedTuple):
    """Where a work is printed: its entry, the volume, the first page and the last, if that is
    known (else the first), its years."""

    entry: int
    volume: str
    page: int
    last: int
    years: frozenset[int]


class Sign(NamedTuple):
    """What a hit is: a *reporter* with its reports, a *docket* number, a *case* by its name, or
    a *statute* by its name or by code and section (*code*), with entries."""

    kind: str
    entries: tuple[int, ...]
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Reports:
    """The signs of all cases, statutes and articles of law journals, and their matcher;
    ``names`` are those of each case, the longest first."""

    names: dict[int, tuple[str, ...]]
    _signs: Sequence[Sign]
    _matcher: AhoCorasick | None

    @staticmethod
    def of(works: Iterable[Work]) -> Reports:
        """The signs of ``works``, whose places in the catalogue are theirs here."""
        table: dict[tuple[str, str], list[int]] = {}
        printed: dict[str, list[Report]] = {}
        names: dict[int, tuple[str, ...]] = {}
        for entry, work in enumerate(works):
            for name in _reporters(work):
                report = _report(entry, work)
                if report is not None:
                    printed.setdefault(name, []).append(report)
            if work.type == "legal_case":
                names[entry] = tuple(_names(work))
                number = typed(work.text("number")).strip()
                if len(number) >= _LEAST_DOCKET and any(map(str.isdigit, number)):
                    table.setdefault((number, "docket"), []).append(entry)
                for name in _told(names[entry]):
                    table.setdefault((name, "case"), []).append(entry)
            elif work.type in _STATUTES or _is_statute(work):
                for name in _statute_names(work):
                    table.setdefault((name, "statute"), []).append(entry)
                number = typed(work.text("number")).strip()
                if "§" in number or " art" in number:
                    table.setdefault((number, "code"), []).append(entry)
        signs: dict[str, Sign] = {}
        for name, reports in printed.items():
            for spelling in _spellings(name):
                known = signs.get(spelling, Sign("reporter", ())).reports
                signs[spelling] = Sign("reporter", (), tuple(dict.fromkeys((*known, *reports))))
        for (name, kind), entries in table.items():
            signs.setdefault(name, Sign(kind, tuple(dict.fromkeys(entries))))
        matcher = AhoCorasick(list(signs), MatchKind.LeftmostLongest, store_patterns=False)
        return Reports(names, list(signs.values()), matcher if signs else None)

    def places(self, text: str) -> Iterator[tuple[int, int, Sign]]:
        """Where a sign stands in a text in :func:`typed` form, as whole words."""
        if self._matcher is None:
            return
        for pattern, start, end in self._matcher.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
                continue
            yield start, end, self._signs[pattern]


def _reporters(work: Work) -> Iterator[str]:
    """The names of the series in which a case is reported, or of an article's journal in
    short."""
    if work.type == "legal_case":
        fields = [work.extra.get("reporter", ""), work.text("container-title")]
    elif work.type == "article-journal":
        whole = work.text("container-title")
        fields = [whole if whole.isupper() or "." in whole else ""]
    else:
        return
    fields.append(work.text("container-title-short"))
    yield from {name for field in fields if (name := typed(field).strip())}


def _report(entry: int, work: Work) -> Report | None:
    found = _PAGES.match(work.text("page"))
    if found is None:
        return None
    first = int(found["first"])
    last = int(found["last"] or first)
    return Report(entry, work.text("volume"), first, max(first, last), years_of(work))


def _spellings(name: str) -> set[str]:
    """A reporter with and without points, with and without spaces behind them, in capitals."""
    spaced = re.sub(r"\.(?=\w)", ". ", name)
    narrow = re.sub(r"\.\s(?=[A-Z]\.)", ".", name)
    return {
        spelling
        for form in (name, spaced, narrow, name.replace(".", ""))
        for spelling in (form, form.upper())
    }


def _names(work: Work) -> Iterator[str]:
    """The names of a case: both parties, the short title, the first party that few cases
    have."""
    found: dict[str, None] = {}
    title, short = typed(work.text("title")).strip(), typed(work.text("title-short")).strip()
    if title:
        found[title] = None
    for sign, other in ((" v. ", " v "), (" v ", " v. ")):
        if sign in title:
            found[title.replace(sign, other)] = None
    if short:
        found[short] = None
    else:
        for party in _VERSUS.split(title):
            alone = _ONE_PARTY.match(party)
            words = party[alone.end() if alone is not None else 0 :].split()
            if words and words[0].lower().strip(",.") not in _COMMON:
                found[words[0].strip(",")] = None
                break
    yield from sorted((name for name in found if len(name) >= _LEAST), key=len, reverse=True)


def _told(names: Sequence[str]) -> Iterator[str]:
    """A case by both parties, or by its name beside a noun that says what it is."""
    for name in names:
        if _VERSUS.search(name):
            yield name
            continue
        for noun in _NOUNS:
            yield f"{name}-{noun}"
        yield f"arrêt {name}"


def _is_statute(work: Work) -> bool:
    """Whether what is catalogued as a book is a law: by its title, and no author."""
    if work.type not in _PRINTED or work.names("author"):
        return False
    return _LAW.search(typed(work.text("title"))) is not None


def _statute_names(work: Work) -> Iterator[str]:
    texts = (work.extra.get("shorthand", ""), *title_variants(work))
    yield from {name for text in texts if len(name := typed(text).strip()) > 1}
