"""All finders over one text: what they find, each thing once.

:data:`FINDERS` is the list; each takes a :class:`Reading` and sees what those before
it found.  Then "ibid." may repeat what was mentioned
(:func:`citekit.find.citations.repeats.with_mentions`), "(p. 12)" gets the work of its paragraph
(:func:`citekit.find.citations.places.with_places`), the title of a mentioned work is no
quotation (:func:`citekit.find.restated.without_titles`), quotations get the work they are from
(:func:`citekit.find.sources.with_sources`, :func:`citekit.find.signed.with_signed`), and a
claim whose marker points at another work is left out
(:func:`citekit.find.claimmarks.without_anothers`), what only says that again
(:func:`citekit.find.restated.without_restated`), and what
another finding says already (:func:`merge`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from citekit.collector import collector_paused
from citekit.find.citations.bytitle import without_title_cites
from citekit.find.citations.finder import citations
from citekit.find.citations.law import with_cases
from citekit.find.citations.letters import without_other_days
from citekit.find.citations.places import with_places
from citekit.find.citations.repeats import with_mentions
from citekit.find.citedquotes import with_cited
from citekit.find.claimmarks import behind_marks, without_anothers
from citekit.find.composed import composed_work, in_source, markup_in, spans_in
from citekit.find.keyed import read_printed
from citekit.find.mentions.claimsequence import ClaimModel
from citekit.find.mentions.finder import mentions
from citekit.find.mentions.model import MentionModel
from citekit.find.parsing.parser import Parser
from citekit.find.quotations.finder import Mark
from citekit.find.quotations.titled import titled
from citekit.find.references.finder import references
from citekit.find.references.matching import Index
from citekit.find.restated import without_restated, without_titles
from citekit.find.signed import with_signed
from citekit.find.sources import with_sources
from citekit.find.speakers.ranks import Ranking
from citekit.find.suggestion import At, Suggestion, unheard
from citekit.find.works import Catalogue, Printed
from citekit.find.worktitles import typed
from citekit.model import Body, KeySpan, Link, Markup, Work
from citekit.textfold import composed


@dataclass(frozen=True)
class Scanner:
    """What finders need besides a text, prepared once for many: the works that may be
    cited, the catalogue of their names and titles, the index of what a reference says of
    them, the parser of references, and, if any, the models of sentences that report claims
    and of mentions and the ranking of who may speak at a quotation.
    ``own`` are the keys of the works that the text itself is, and does not cite."""

    works: tuple[Work, ...]
    catalogue: Catalogue
    index: Index
    parser: Parser
    claims: ClaimModel | None = None
    likely: MentionModel | None = None
    ranking: Ranking | None = None
    own: frozenset[str] = frozenset()

    @staticmethod
    def of(
        works: Sequence[Work],
        parser: Parser,
        claims: ClaimModel | None = None,
        likely: MentionModel | None = None,
        ranking: Ranking | None = None,
    ) -> Scanner:
        """The scanner that looks for ``works``."""
        works = [composed_work(work) for work in works]
        found = Catalogue.of(works), Index(works)
        return Scanner(tuple(works), *found, parser, claims, likely, ranking)

    def without(self, own: frozenset[str]) -> Scanner:
        """The same scanner for a text that is itself the works ``own``."""
        return replace(self, catalogue=self.catalogue.without(own), own=own)


@dataclass(frozen=True)
class Reading:
    """What a finder sees: the text, by name what the finders before it found, and the
    citation keys, hyperlinks and the rest of the document's markup; ``typed`` is the text in
    :func:`citekit.find.worktitles.typed` form, if that is known."""

    text: str
    scanner: Scanner
    found: Mapping[str, Sequence[Suggestion]]
    keys: Sequence[KeySpan] = ()
    links: Sequence[Link] = ()
    markup: Markup | None = None
    at: At = unheard
    typed: str = ""

    @cached_property
    def printed(self) -> Printed:
        """Where the catalogue's words are printed in the text."""
        return self.scanner.catalogue.printed(self.typed or typed(self.text))

    @cached_property
    def quoted(self) -> tuple[list[Mark], list[Suggestion]]:
        """What stands in quotation marks, and the quotations with a speaker."""
        cited, catalogue = self.found.get("citations", ()), self.scanner.catalogue
        titles = titled(self.text, catalogue, self.printed)
        return read_printed(self.text, catalogue, cited, self.scanner.ranking, titles, self.at)


Finder: TypeAlias = Callable[[Reading], Iterable[Suggestion]]


def _quotations(reading: Reading) -> Iterable[Suggestion]:
    marks, found = reading.quoted
    before = [reading.found.get(name, ()) for name in ("citations", "references")]
    return with_cited(reading.text, reading.scanner.catalogue, marks, found, *before)


def _references(reading: Reading) -> Iterable[Suggestion]:
    scanner = reading.scanner
    found = references(
        reading.text, scanner.index, scanner.parser, scanner.own, reading.markup, reading.at
    )
    found = without_title_cites(reading.text, scanner.catalogue, found)
    found = without_other_days(reading.text, scanner.catalogue, found)
    return with_cases(reading.text, reading.printed.typed, scanner.catalogue, found)


def _citations(reading: Reading) -> Iterable[Suggestion]:
    return citations(
        reading.text,
        reading.scanner.catalogue,
        reading.found["references"],
        keys=reading.keys,
        links=reading.links,
        markup=reading.markup,
        printed=reading.printed,
    )


def _mentions(reading: Reading) -> Iterable[Suggestion]:
    marks, said = reading.quoted
    spans = [(mark.start, mark.end) for mark in marks if mark.style != "block"]
    before = [*reading.found["references"], *reading.found["citations"]]
    scanner = reading.scanner
    return mentions(
        reading.text,
        scanner.catalogue,
        spans,
        before,
        scanner.claims,
        scanner.likely,
        reading.markup.emphasis if reading.markup is not None else (),
        said,
        reading.printed,
    )


#: Every finder by name, in the order they run.
FINDERS: dict[str, Finder] = {
    "references": _references,
    "citations": _citations,
    "quotations": _quotations,
    "mentions": _mentions,
}

#: Kinds from the most explicit to the least; of two findings that say the same, the
#: more explicit one stays.
_EXPLICIT = "reference citation mention paraphrase echo credit quotation evidence".split()
_RANK = {kind: rank for rank, kind in enumerate(_EXPLICIT)}
#: Of how many parts of a text it is told at most that they are done.
_TOLD = 1000
#: What a sentence claims of the work that it mentions has at least so many code points.
_CLAIM = 25
#: Code points of text whose findings are compared with each other.
_BLOCK = 512


@collector_paused()
def scan(
    text: str,
    scanner: Scanner,
    finders: Mapping[str, Finder] | None = None,
    *,
    keys: Sequence[KeySpan] = (),
    links: Sequence[Link] = (),
    markup: Markup | None = None,
    tell: At = unheard,
) -> list[Suggestion]:
    """What the finders find in a text, by place, each thing once.

    ``finders`` are :data:`FINDERS` if none are given, ``keys``, ``links`` and ``markup``
    those of the :class:`citekit.model.Document` that the text is of.  The same text and
    catalogue give the same list.  Nothing points at a work that the text itself is.
    ``tell`` is told, now and then, how many of the text's code points are done: each finder
    goes through all of it, and does an equal part.
    """
    # plain quotes and dashes need no composing, and all else of most texts is ASCII
    shown = typed(text)
    folded = None if "\r" not in text and shown.isascii() else composed(text)
    if folded is not None:
        there = scan(
            folded.text, scanner, finders, keys=spans_in(folded, keys),
            links=spans_in(folded, links), markup=markup_in(folded, markup), tell=tell,
        )  # fmt: skip
        return [in_source(each, folded, text) for each in there]
    found: dict[str, Sequence[Suggestion]] = {}
    chosen = FINDERS if finders is None else finders
    steps = _Steps(len(text), len(chosen), tell)
    reading = Reading(text, scanner, found, keys, links, markup, steps.at, shown)
    for name, finder in chosen.items():
        found[name] = tuple(finder(reading))
        steps.next()
    own = {Body("work", key) for key in scanner.own}
    cited = (each for part in found.values() for each in part if each.body not in own)
    placed = with_places(text, scanner.catalogue, with_mentions(text, cited))
    sourced = with_sources(text, scanner.catalogue, without_titles(text, placed))
    signed = with_signed(text, scanner.catalogue, markup, sourced)
    claims = behind_marks(text, without_anothers(text, signed))
    return merge(without_restated(text, claims))


class _Steps:
    """How far several finders are, one after the other, in a text of ``length``: of each code
    point every finder does an equal part."""

    def __init__(self, length: int, finders: int, tell: At) -> None:
        self._length, self._finders, self._tell = length, finders, tell
        self._behind = 0
        self._told = 0

    def at(self, place: int) -> None:
        """The finder is at a place; going back to an earlier one tells nothing."""
        done = (self._behind * self._length + place) // max(1, self._finders)
        if done >= self._told + self._length // _TOLD:
            self._told = done
            self._tell(done)

    def next(self) -> None:
        """The finder is through."""
        self._behind += 1
        self.at(0)


def merge(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions by place, without those that another one says already.

    Left out are: what stands in a reference (a reference's author, year and quoted
    title are no citations and quotations of their own); of two findings of one kind
    and body at one place the one with the lower score; a less explicit finding in a
    more explicit one of the same work, or a credited person in a mention.  A quotation
    and what cites its source may overlap, and so may two quotations.
    """
    placed = sorted(suggestions, key=_place)
    kept: list[int] = []
    blocks: dict[int, list[Suggestion]] = {}
    for index in sorted(range(len(placed)), key=[_weight(each) for each in placed].__getitem__):
        each = placed[index]
        first, last = each.start // _BLOCK, max(each.start, each.end - 1) // _BLOCK
        for block in range(first, last + 1):
            if block in blocks and _is_said(each, blocks[block]):
                break
        else:
            kept.append(index)
            for block in range(first, last + 1):
                blocks.setdefault(block, []).append(each)
    return [placed[index] for index in sorted(kept)]


def _is_said(weak: Suggestion, others: Sequence[Suggestion]) -> bool:
    """Whether one of the findings before it says what ``weak`` does."""
    start, end = weak.start, weak.end
    near = [other for other in others if other.start < end and start < other.end]
    return any(_says(other, weak) for other in near)


def _weight(each: Suggestion) -> tuple[int, bool, float, int]:
    """The order in which suggestions hold against others; those that weigh the same by
    their place."""
    return _RANK[each.kind], each.proposal is not None, -each.score, each.start - each.end


def _place(each: Suggestion) -> tuple[object, ...]:
    return each.start, each.end, _RANK[each.kind], each.body, each.method, each.reasons


def _says(strong: Suggestion, weak: Suggestion) -> bool:
    """Whether ``weak`` is left out because of ``strong``, which comes before it and
    overlaps it."""
    shared = min(strong.end, weak.end) - max(strong.start, weak.start)
    length, other = weak.end - weak.start, strong.end - strong.start
    if strong.kind == weak.kind == "quotation":
        return shared == length == other and strong.body == weak.body
    if weak.body.type != "work" and strong.method == "title" and shared == length:
        return weak.kind == "mention"  # who is named in a title
    if strong.kind == weak.kind and strong.body == weak.body:
        return 2 * shared > min(length, other)
    if 2 * shared <= length or (
        weak.kind == "paraphrase" and strong.kind == "mention" and length - shared >= _CLAIM
    ):
        return False
    if strong.kind == "reference":
        return weak.kind != "reference" or weak.proposal is not None
    if weak.kind == "credit":
        return strong.kind in ("citation", "mention")
    return weak.kind != "quotation" and strong.kind != weak.kind and strong.body == weak.body
