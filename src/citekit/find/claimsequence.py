"""Paraphrases that no rule knows, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001) over the sentences near an author and the features of
:mod:`citekit.find.claimfeatures`.  It learned from texts of our own whose passages are
marked by hand (``python -m benchmarks.train_claims``).  Where a rule has found a
paraphrase, it is not asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import pycrfsuite

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.claimfeatures import Near, features, inserts, may_report
from citekit.find.mentions_anaphora import OPENING_WORDS, attributed
from citekit.find.mentions_bounds import Claim
from citekit.find.mentions_claims import has_work
from citekit.find.mentions_reading import Reading, Span
from citekit.find.suggestion import Suggestion

#: The labels: a sentence that reports a claim, any other.
CLAIM, OTHER = "P", "O"
#: How sure the model must be (0-1); ``benchmarks.train_claims`` prints what others give.
LEAST = 0.6
#: With less besides names, citations and quotations a sentence claims nothing (code points).
_SHORTEST = 40
#: So many sentences after the author's own are looked at.
_FARTHEST = 2
#: Where in a sentence that goes on with a claim an insertion may begin (code points).
_PEEK = 120


class ClaimModel:
    """A loaded model; to be used by one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def chances(self, rows: Sequence[list[str]]) -> list[float]:
        """How likely each of the sentences that follow each other reports a claim (0-1),
        by their features."""
        self._tagger.set(rows)
        return [self._tagger.marginal(CLAIM, index) for index in range(len(rows))]

    def names(self) -> set[str]:
        """The features that the model has weights for."""
        return {name for name, _ in self._tagger.info().state_features}


def sequences(reading: Reading, found: Sequence[Suggestion]) -> Iterator[list[Near]]:
    """The sentences near authors whom the text introduces, or whose works it mentions;
    those that follow each other together.  ``found`` is what the rules have found."""
    anchors = _anchors(reading, found)
    run: list[Near] = []
    last = 0
    for span in sorted(anchors):
        if span[0] < last:
            continue
        own = anchors[span]
        gap = reading.text[last : span[0]]
        if run and (gap.strip() or "\n" in gap):
            yield run
            run = []
        run.append(own)
        last = span[1]
        for step in range(1, _FARTHEST + 1):
            if not _may_go_on(reading, last):
                break
            following = reading.sentences.after(last - 1)
            if following is None or following in anchors or reading.people_between(*following):
                break
            last = following[1]
            if _points_back(reading, following):
                run.append(Near(*following, None, own.entries, step, False))
    if run:
        yield run


def _anchors(reading: Reading, found: Sequence[Suggestion]) -> dict[Span, Near]:
    """The sentences that name an author or mention a work, by their spans."""
    keys = reading.catalogue.keys
    around = reading.sentences.around
    mentioned: dict[Span, int] = {}
    for one in found:
        if one.kind == "mention" and one.body.value in keys:
            mentioned.setdefault(around(one.start), keys[one.body.value])
    anchors: dict[Span, Near] = {}
    for person in reading.people:
        if reading.established(person):
            span = around(person.start)
            if span not in anchors:
                anchors[span] = Near(*span, person, person.entries, 0, span in mentioned)
    for span, entry in mentioned.items():
        if span not in anchors:
            anchors[span] = Near(*span, None, (entry,), 0, True)
    return anchors


def _may_go_on(reading: Reading, at: int) -> bool:
    """A cheap look: whether the sentence after ``at`` may point back."""
    return _opens(reading, at) or "," in reading.lowered[at : at + _PEEK]


def _opens(reading: Reading, at: int) -> bool:
    words = reading.lowered[at : at + 24].replace("'", " ").replace(",", " ").split(None, 1)
    return bool(words) and words[0] in OPENING_WORDS


def _points_back(reading: Reading, span: Span) -> bool:
    """Whether a sentence opens with a word that may point back, or is put into
    somebody's mouth."""
    return (
        _opens(reading, span[0])
        or inserts(reading.lowered, *span)
        or attributed(reading.lowered, *span, reading.language)
    )


def more_claims(
    reading: Reading, found: Sequence[Suggestion], model: ClaimModel, least: float = LEAST
) -> Iterator[Suggestion]:
    """Paraphrases besides those ``found``: the sentences of which the model is at least so
    sure, and of whose work the text leaves no doubt."""
    told = sorted((one.start, one.end) for one in found if one.kind == "paraphrase")
    for run in sequences(reading, found):
        free = [_is_free(reading, near, told) for near in run]
        if not any(free):
            continue
        made = [features(reading, near) if own else [] for near, own in zip(run, free, strict=True)]
        asked = [bool(row) and may_report(row) for row in made]
        if not any(asked):
            continue
        rows = [row or features(reading, near) for near, row in zip(run, made, strict=True)]
        for near, chance, own in zip(run, model.chances(rows), asked, strict=True):
            if not own or chance < least:
                continue
            choice = reading.choose(near.entries, near.start)
            if choice.entry is not None:
                yield reading.suggest(
                    (near.start, near.end), "paraphrase", choice, "sequence", weight=chance,
                    reasons=(_reason(near),),
                )  # fmt: skip


def _reason(near: Near) -> str:
    """Why a sentence may be a paraphrase, for a reader."""
    who = "the author named before" if near.person is None else near.person.name
    return f"reads like a sentence that reports what {who} claims"


def _is_free(reading: Reading, near: Near, told: Sequence[Span]) -> bool:
    """Whether a sentence may be suggested: no rule has found a paraphrase in it, it cites
    nobody else, is no quotation and no news, and the text speaks of the author's works."""
    start, end = near.start, near.end
    rest = end - start - reading.quoted_between(start, end)
    if 2 * rest < end - start or rest - _named(reading, near) < _SHORTEST:
        return False
    index = bisect_left(told, (end, -1))
    if any(start < other for _, other in told[max(0, index - 3) : index]):
        return False
    if _cites_another(reading, near) or not _has_work(reading, near):
        return False
    words = reading.lowered[start:end].replace(",", " ").replace(".", " ").split()
    return EVENT_WORDS.isdisjoint(words)


def _has_work(reading: Reading, near: Near) -> bool:
    """Whether the author named in a sentence is one of books here, and nobody who speaks
    to the text."""
    if near.person is None:
        return True
    claim = Claim(near.start, near.end, near.person, whole=True, speech=False, noun="")
    return has_work(reading, near.person, claim)


def _named(reading: Reading, near: Near) -> int:
    """How many code points of a sentence are citations or else the author's name."""
    first = bisect_left(reading.citing, (near.start, -1))
    last = bisect_left(reading.citing, (near.end, -1))
    cited = sum(end - start for start, end in reading.citing[first:last])
    return cited or (near.person.end - near.person.start if near.person is not None else 0)


def _cites_another(reading: Reading, near: Near) -> bool:
    """Whether a sentence cites anything but works of its author."""
    first = bisect_left(reading.citing, (near.start, -1))
    last = bisect_left(reading.citing, (near.end, -1))
    if first == last:
        return False
    low = bisect_left(reading.links, (near.start, -1))
    high = bisect_left(reading.links, (near.end, -1))
    own = {at for at, entry in reading.links[low:high] if entry in near.entries}
    return any(at not in own for at, _ in reading.citing[first:last])
