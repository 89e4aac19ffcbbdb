"""Paraphrases that no rule knows, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001) over the sentences near an author and the features of
:mod:`citekit.find.claimfeatures`.  It learned from texts of our own whose passages are
marked by hand (``python -m benchmarks.train_claims``).  What the rules have found, it
leaves alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import pycrfsuite

from citekit.find.claimfeatures import Near, features, inserts, may_report
from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.mentions_anaphora import OPENING_WORDS, attributed
from citekit.find.mentions_bounds import Claim
from citekit.find.mentions_claims import has_work
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading
from citekit.find.suggestion import Suggestion

#: A sentence that reports a claim, another.
CLAIM, OTHER = "P", "O"
#: How sure the model must be.
LEAST = 0.6
#: With less besides a name, citations and quotations a sentence claims nothing (code points).
_SHORTEST = 40
#: So many sentences after the author's own are looked at.
_FARTHEST = 2
#: In so many code points an insertion begins.
_PEEK = 120


class ClaimModel:
    """A loaded model; to be used by one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def chances(self, rows: Sequence[list[str]]) -> list[float]:
        """How likely each of the sentences that follow each other reports a claim (0-1)."""
        self._tagger.set(rows)
        return [self._tagger.marginal(CLAIM, index) for index in range(len(rows))]

    def names(self) -> set[str]:
        """The features that the model knows."""
        return {name for name, _ in self._tagger.info().state_features}


def sequences(reading: Reading, found: Sequence[Suggestion]) -> Iterator[list[Near]]:
    """The sentences near authors whom the text introduces, those that follow each other
    together.  ``found`` are the mentions and paraphrases of the rules."""
    starts = sorted(
        {reading.sentences.around(p.start)[0] for p in reading.people if reading.established(p)}
        | {
            reading.sentences.around(one.start)[0]
            for one in found
            if one.kind == "mention" and one.body.type == "work"
        }
    )
    mentions = sorted((one.start, one.end) for one in found if one.kind == "mention")
    mentioned = [start for start, _ in mentions]
    run: list[Near] = []
    last = -1
    for start in starts:
        if start < last:
            continue
        span = reading.sentences.around(start)
        own = _named(reading, span, found)
        if own is None:
            continue
        if last == -1 or reading.text[last : span[0]].strip() or "\n" in reading.text[last : span[0]]:
            if run:
                yield run
            run = []
        run.append(own._replace(mention=_any(mentioned, span)))
        last = span[1]
        for step in range(1, _FARTHEST + 1):
            if not _may_go_on(reading, last):
                break
            following = reading.sentences.after(last - 1)
            if following is None or following[0] in starts or reading.people_between(*following):
                break
            last = following[1]
            if _points_back(reading, following):
                run.append(
                    Near(*following, None, own.entries, step, _any(mentioned, following))
                )
    if run:
        yield run


def _any(starts: list[int], span: tuple[int, int]) -> bool:
    return bisect_left(starts, span[0]) < bisect_left(starts, span[1])


def _named(reading: Reading, span: tuple[int, int], found: Sequence[Suggestion]) -> Near | None:
    for person in reading.people_between(*span):
        if reading.established(person):
            return Near(*span, person, person.entries, 0)
    keys = reading.catalogue.keys
    for one in found:
        if one.kind == "mention" and span[0] <= one.start < span[1] and one.body.value in keys:
            return Near(*span, None, (keys[one.body.value],), 0)
    return None


def _may_go_on(reading: Reading, at: int) -> bool:
    """A cheap look: whether the sentence after ``at`` may point back."""
    return _opens(reading, at) or "," in reading.lowered[at : at + _PEEK]


def _opens(reading: Reading, at: int) -> bool:
    words = reading.lowered[at : at + 24].replace("'", " ").replace(",", " ").split(None, 1)
    return bool(words) and words[0] in OPENING_WORDS


def _points_back(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether a sentence opens with a word that may point back, or is put into
    somebody's mouth."""
    start, end = span
    lowered = reading.lowered
    return (
        _opens(reading, start)
        or inserts(lowered, start, end)
        or attributed(lowered, start, end, reading.language)
    )


def more_claims(
    reading: Reading, found: Sequence[Suggestion], model: ClaimModel, least: float = LEAST
) -> Iterator[Suggestion]:
    """The sentences that report what an author claims, besides those ``found``, if the
    model is at least so sure."""
    told = sorted((one.start, one.end) for one in found if one.kind == "paraphrase")
    for run in sequences(reading, found):
        free = [_is_free(reading, near, told) for near in run]
        if not any(free):
            continue
        rows = [features(reading, near) for near in run]
        if not any(own and may_report(row) for own, row in zip(free, rows, strict=True)):
            continue
        for near, own, row, chance in zip(run, free, rows, model.chances(rows), strict=True):
            if own and chance >= least and may_report(row):
                choice = reading.choose(near.entries, near.start)
                if choice.entry is not None:
                    yield reading.suggest(
                        (near.start, near.end), "paraphrase", choice, "sequence", weight=chance,
                        reasons=(_reason(near),),
                    )  # fmt: skip


def _is_free(reading: Reading, near: Near, told: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence may be suggested: no rule has found a paraphrase in it, it cites
    nobody else, is no quotation and its author has written what the text speaks of."""
    start, end = near.start, near.end
    rest = end - start - reading.quoted_between(start, end)
    if 2 * rest < end - start or rest - _cited(reading, near) < _SHORTEST:
        return False
    index = bisect_left(told, (end, -1))
    if any(start < other for _, other in told[max(0, index - 3) : index]):
        return False
    if _cites_another(reading, near):
        return False
    if near.person is not None and not has_work(reading, near.person, Claim(start, end, near.person, True, False, "")):
        return False
    # what somebody said on a day or to the press is no claim of a book
    words = reading.lowered[start:end].replace(",", " ").replace(".", " ").split()
    return EVENT_WORDS.isdisjoint(words)


def _cited(reading: Reading, near: Near) -> int:
    """How many code points of a sentence are names and citations."""
    first = bisect_left(reading.citing, (near.start, -1))
    last = bisect_left(reading.citing, (near.end, -1))
    cited = sum(end - start for start, end in reading.citing[first:last])
    return cited or (near.person.end - near.person.start if near.person is not None else 0)


def _cites_another(reading: Reading, near: Near) -> bool:
    """Whether a sentence cites anything but works of its author."""
    first = bisect_left(reading.citing, (near.start, -1))
    linked = bisect_left(reading.links, (near.start, -1))
    cited = {at: entry for at, entry in reading.links[linked : linked + 50] if at < near.end}
    for at, _ in reading.citing[first:]:
        if at >= near.end:
            return False
        if cited.get(at, -1) not in near.entries:
            return True
    return False


def _reason(near: Near) -> str:
    """Why a sentence may be a paraphrase, for a reader."""
    if near.person is not None:
        return f"reads like a sentence that reports what {near.person.name} claims"
    return "reads like a sentence that reports what the author before it claims"
