"""Where words stand in a source, word for word or nearly so.

Words that two texts share vote for the places where the one may lie in the other;
there a banded alignment (Sellers 1980: edit distance with free ends in the source)
says which words are the same, changed, added or left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest, nsmallest
from itertools import islice, repeat
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel, Postfix, Prefix

from citekit.verify.pages import page_marks
from citekit.verify.words import (
    Word,
    is_supplied,
    masked,
    part_sentences,
    unmasked,
    unsupplied,
    words_of,
)

#: Costs, the unit being a word of the quotation that the source does not have.
CHANGED, INFLECTED, LEFT_OUT = 1.0, 0.4, 0.6
INFINITE = float("inf")
#: More than what rounding changes of a sum of costs.
_ROUNDED = 1e-6
#: Similarity (0–1) from which two words are forms or misspellings of one.
ALIKE = 0.65
#: So many places are looked at closely.
_PLACES = 3
#: Changed words a word from which no other place is looked at.
_CLOSE = 0.15
#: A word that stands more often in the source does not vote.
_TOO_OFTEN = 400

#: So many words of a quotation's edge may stand so many words apart from the rest of it, and
#: for each of them so many more.
_EDGE, _APART, _FURTHER = 8, 12, 3
#: So many letters are part of a word.
_PART = 3
#: The shortest word that tells where they stand, in characters.
_TELLS = 4
#: What parts clauses.
_CLAUSE_ENDS = re.compile(r"[.,;:!?…()\[\]—–\"“”„«»]|\n\s*\n")
#: Words that begin a noun phrase and never end one.
_ARTICLES = frozenset(
    """
    a an the der die das den dem des ein eine einen einem einer eines le la les un une
    """.split()
)

Step = Literal["equal", "alike", "changed", "added", "removed"]


class Source:
    """A text that quotations are looked for in; ``id`` is its document's."""

    def __init__(self, id: str, text: str) -> None:
        self.id = id
        self.text = text

    @cached_property
    def _masked(self) -> str:
        return unsupplied(masked(self.text, page_marks(self.text)))

    def plain(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without citations, marks of notes and editors'
        brackets."""
        return unmasked(self._masked[start:end])

    def is_supplied(self, start: int, end: int) -> bool:
        """Whether an editor's bracket stands between two places."""
        return is_supplied(self._masked[start:end])

    def between(self, one: int, other: int) -> str:
        """What stands between two of the words, by their numbers, the second further on."""
        return self.plain(self.words[one].end, self.words[other].start)

    def are_parted(self, one: int, other: int) -> bool:
        """Whether a sentence ends between two of the words, by their numbers."""
        words, low = self.words, self.words[max(0, one - 2)].start
        start, end = (len(self.plain(low, at)) for at in (words[one].end, words[other].start))
        return part_sentences(self.plain(low, words[other].end), start, end)

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text, those of citations and marks of notes left out."""
        return words_of(self._masked)

    @cached_property
    def keys(self) -> list[str]:
        """The words as they are compared."""
        return [word.key for word in self.words]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Each word's places in :attr:`words`."""
        found: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            found.setdefault(key, []).append(number)
        return found


class Aligned(NamedTuple):
    """Words of a quotation on words ``start``–``end`` of the source.

    ``steps`` are (what, number of the quotation's word or -1, number of the source's
    word or -1), in order; ``cost`` counts changed words.
    """

    start: int
    end: int
    steps: tuple[tuple[Step, int, int], ...]
    cost: float


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> bool:
    """Whether two different words may be forms or misspellings of one word."""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 5:
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE) > 0


def exact(keys: Sequence[str], source: Source, low: int = 0, high: int | None = None) -> list[int]:
    """Every place between ``low`` and ``high`` where these words stand together."""
    high = len(source.words) if high is None else high
    return [at for at in _together(keys, source) if low <= at <= high - len(keys)]


def stands(keys: Sequence[str], source: Source) -> bool:
    """Whether these words stand together anywhere."""
    return next(_together(keys, source), None) is not None


def _together(keys: Sequence[str], source: Source) -> Iterator[int]:
    """The places where these words stand together, by the rarest of them."""
    places = [source.positions.get(key, ()) for key in keys]
    if not places or not all(places):
        return
    rarest = min(range(len(keys)), key=lambda number: len(places[number]))
    wanted, size, theirs = list(keys), len(keys), source.keys
    for at in places[rarest]:
        start = at - rarest
        if start >= 0 and theirs[start : start + size] == wanted:
            yield start


def straight(start: int, size: int) -> Aligned:
    """The alignment of words that stand together as they are."""
    steps: tuple[tuple[Step, int, int], ...] = tuple(
        ("equal", number, start + number) for number in range(size)
    )
    return Aligned(start, start + size, steps, 0.0)


def near(
    keys: Sequence[str],
    source: Source,
    low: int = 0,
    high: int | None = None,
    same: Callable[[int, str], bool] | None = None,
    most: float = INFINITE,
    ends: frozenset[int] = frozenset(),
) -> Iterator[Aligned]:
    """The places between ``low`` and ``high`` where nearly these words stand, the most
    promising first; ``same`` says of a word, by number, whether another one does for it.
    Places that cost more than ``most`` may be left out.  ``ends`` are the numbers of the words
    behind which a sentence ends."""
    high = len(source.words) if high is None else high
    most = max(most, _CLOSE * len(keys))  # whoever is close ends the search
    reach = 8 + min(len(keys) // 8, 24)
    done: list[int] = []
    for diagonal in _promising(_votes(keys, source, low, high, reach)):
        if len(done) == _PLACES:
            return
        if any(abs(diagonal - other) <= 1 for other in done):
            continue
        done.append(diagonal)
        aligned = _align(keys, source, (diagonal - 1) * reach, 4 * reach, low, high, same, most)
        if aligned is None:
            continue
        yield _mended(aligned, keys, source, (low, high), ends)
        if aligned.cost <= _CLOSE * len(keys):
            return


def _votes(
    keys: Sequence[str], source: Source, low: int, high: int, reach: int
) -> dict[int, float]:
    """What the words that stand between ``low`` and ``high`` are worth, by the diagonal
    (number in the source less number in the quotation) they are on, in steps of ``reach``:
    a rare word is worth more."""
    votes: dict[int, float] = {}
    for number, key in enumerate(keys):
        places = source.positions.get(key, ())
        if not places or len(places) > _TOO_OFTEN:
            continue
        weight = 1 / (2 + len(places))
        for at in places[bisect_left(places, low) : bisect_left(places, high)]:
            diagonal = (at - number) // reach
            votes[diagonal] = votes.get(diagonal, 0.0) + weight
    return votes


def _promising(votes: Mapping[int, float]) -> list[int]:
    """The diagonals that have, with those beside them, the most votes, the best first: so
    many that :data:`_PLACES` of them are not beside each other, if there are."""
    count = 3 * (_PLACES - 1) + 1
    get = votes.get
    least = min(nlargest(count, votes.values()), default=0.0) / 3.001  # one of three has it
    strong = [diagonal for diagonal, vote in votes.items() if vote >= least]
    beside = {diagonal + step for diagonal in strong for step in (-1, 0, 1)}
    worth = [
        (-(get(diagonal - 1, 0.0) + votes[diagonal] + get(diagonal + 1, 0.0)), diagonal)
        for diagonal in beside
        if diagonal in votes
    ]
    return [diagonal for _, diagonal in nsmallest(count, worth)]


def _align(
    keys: Sequence[str],
    source: Source,
    first: int,
    width: int,
    low: int,
    high: int,
    same: Callable[[int, str], bool] | None,
    most: float,
) -> Aligned | None:
    """The best alignment whose diagonals (number in the source less number in the
    quotation) lie between ``first`` and ``first + width``; None if it costs more than
    ``most``."""
    begin = min(max(first, low), high)
    theirs = source.keys[begin : max(begin, min(first + len(keys) + width, high))]
    others = frozenset(theirs)
    left_over = _least_costs(keys, others, same, most)
    # row[k]: the cost of the first words ending before source word first + number + k; the
    # last one is none
    row = [*repeat(0.0, width + 1), INFINITE]
    moves: list[bytearray] = []
    for number, key in enumerate(keys):
        base = first + number
        there = theirs[max(0, base - begin) : max(0, base + width + 1 - begin)]
        before = min(max(0, begin - base), width + 1)  # places before the first word
        costs = _costs(number, key, others, same)
        get = costs.get
        changed = [
            *repeat(INFINITE, before),
            *[get(other, CHANGED) for other in there],
            *repeat(INFINITE, width + 1 - before - len(there)),
        ]
        fresh: list[float] = []
        put = fresh.append
        taken = bytearray(width + 1)
        left = INFINITE
        beside = zip(changed, row, islice(row, 1, None), strict=False)
        for k, (change, diagonal, over) in enumerate(beside):
            cost = diagonal + change
            if over + CHANGED < cost:
                taken[k], cost = 1, over + CHANGED
            if left + LEFT_OUT < cost and change < INFINITE:
                taken[k], cost = 2, left + LEFT_OUT
            put(cost)
            left = cost
        least = min(fresh)
        if least > left_over[number] or least == INFINITE:  # the source ends long before
            return None
        put(INFINITE)
        row = fresh
        moves.append(taken)
    k = min(range(width, -1, -1), key=row.__getitem__)
    return _trace(keys, source, first, k, moves, row[k], same)


def _least_costs(
    keys: Sequence[str],
    others: Container[str],
    same: Callable[[int, str], bool] | None,
    most: float,
) -> Sequence[float]:
    """For each word of a quotation, what it and those before it may cost: ``most``, less what
    those behind it cost at least, which is that of another form for each that is not there."""
    if most == INFINITE or same is not None:
        return [most] * len(keys)
    found = [most] * len(keys)
    for number in range(len(keys) - 1, 0, -1):
        found[number - 1] = found[number] - (keys[number] not in others and INFLECTED - _ROUNDED)
    return found


def _costs(
    number: int, key: str, others: Iterable[str], same: Callable[[int, str], bool] | None
) -> dict[str, float]:
    """What it costs that one of these words stands for a word of the quotation, where that
    is less than for any word."""
    costs = {other: INFLECTED for other in others if alike(key, other)} if len(key) > 2 else {}
    if same is not None:
        costs |= {other: 0.0 for other in others if same(number, other)}
    costs[key] = 0.0
    return costs


def _trace(
    keys: Sequence[str],
    source: Source,
    first: int,
    k: int,
    moves: Sequence[bytearray],
    cost: float,
    same: Callable[[int, str], bool] | None,
) -> Aligned:
    """The steps that lead to the end of the last row."""
    steps: list[tuple[Step, int, int]] = []
    number = len(keys) - 1
    while number >= 0:
        at = first + number + k
        match moves[number][k]:
            case 0 if 0 <= at < len(source.keys):
                other = source.keys[at]
                if other == keys[number] or (same is not None and same(number, other)):
                    steps.append(("equal", number, at))
                else:
                    steps.append(("alike" if alike(keys[number], other) else "changed", number, at))
                number -= 1
            case 2:
                steps.append(("removed", -1, at))
                k -= 1
            case _:
                steps.append(("added", number, -1))
                number -= 1
                k += 1
    steps.reverse()
    while steps and steps[-1][0] == "removed":
        steps.pop()
    while steps and steps[0][0] == "removed":
        steps.pop(0)
    held = [at for _, _, at in steps if at >= 0]
    if not held:
        return Aligned(0, 0, tuple(steps), cost)
    return Aligned(held[0], held[-1] + 1, tuple(steps), cost)


def _mended(
    aligned: Aligned,
    keys: Sequence[str],
    source: Source,
    bounds: tuple[int, int],
    ends: frozenset[int],
) -> Aligned:
    """An alignment whose edges stand where the source has their words."""
    steps = list(aligned.steps)
    _mend_beginning(keys, source, steps, bounds[0], ends)
    _mend_end(keys, source, steps, bounds[1], ends)
    held = [at for _, _, at in steps if at >= 0]
    if not held:
        return aligned
    return Aligned(held[0], held[-1] + 1, tuple(steps), aligned.cost)


def _mend_beginning(
    keys: Sequence[str],
    source: Source,
    steps: list[tuple[Step, int, int]],
    low: int,
    ends: frozenset[int],
) -> None:
    """Where the first words of a quotation stand as they are a little before the rest, in
    the same sentence, or in another one as in the quotation, what is between them was left
    out; the nearest words, which cost less, were not changed into them (“Dust,” he used to
    say, “is all”).  A first word that stands for two stands for both."""
    for edge in _edges(steps):
        size, anchor = steps[edge][1:]
        if not _may_stand_apart(keys[:size], steps[:edge]):
            continue
        wanted = list(keys[:size])
        least = max(low, anchor - size - _APART - _FURTHER * (size - 1))
        for at in range(anchor - size, least - 1, -1):
            if source.keys[at : at + size] == wanted:
                if size - 1 in ends or not source.are_parted(at + size - 1, anchor):
                    steps[:edge] = [
                        *(("equal", number, at + number) for number in range(size)),
                        *(("removed", -1, other) for other in range(at + size, anchor)),
                    ]
                    return
                break
    if not steps:
        return
    step, number, at = steps[0]
    if (
        step in ("changed", "alike")
        and at - 1 >= low
        and _is_made_of(keys[number], source.keys[at - 1], source.keys[at])
        and not _CLAUSE_ENDS.search(source.between(at - 1, at))
    ):
        steps.insert(0, ("removed", -1, at - 1))


def _edges(steps: Sequence[tuple[Step, int, int]]) -> list[int]:
    """The numbers of the equal steps near the beginning behind changed or added words, the last
    first: between them and the words before something may have been left out."""
    found: list[int] = []
    is_other = False
    for number, (step, word, _) in enumerate(steps):
        if word > _EDGE:
            break
        if step == "equal" and is_other:
            found.append(number)
        is_other = step in ("changed", "added") or (is_other and step != "equal")
    return found[::-1]


def _mend_end(
    keys: Sequence[str],
    source: Source,
    steps: list[tuple[Step, int, int]],
    high: int,
    ends: frozenset[int],
) -> None:
    """The same for the last words, a little behind the rest.  Where the last word stands
    for an article, it stands for the word behind that too: for “a hurry”, not for “a”; so
    where it is made of both."""
    for edge in _last_edges(steps, len(keys)):
        first = steps[edge][1] + 1
        size = len(keys) - first
        anchor = steps[edge][2]
        if not _may_stand_apart(keys[first:], steps[edge + 1 :]):
            continue
        wanted = list(keys[first:])
        most = min(high - size, anchor + 1 + _APART + _FURTHER * (size - 1))
        for at in range(anchor + 1, most + 1):
            if source.keys[at : at + size] == wanted:
                if first - 1 in ends or not source.are_parted(anchor, at):
                    steps[edge + 1 :] = [
                        *(("removed", -1, other) for other in range(anchor + 1, at)),
                        *(("equal", first + number, at + number) for number in range(size)),
                    ]
                    return
                break
    if not steps:
        return
    step, number, at = steps[-1]
    if step not in ("changed", "alike") or at + 1 >= high:
        return
    is_first = source.keys[at] in _ARTICLES and keys[number] not in _ARTICLES
    stands_for_both = is_first or _is_made_of(keys[number], source.keys[at], source.keys[at + 1])
    if stands_for_both and not _CLAUSE_ENDS.search(source.between(at, at + 1)):
        steps.append(("removed", -1, at + 1))


def _is_made_of(word: str, one: str, other: str) -> bool:
    """Whether a word is made of the beginning of one of two and the end of the other:
    "elsewhere" for "somewhere else"."""
    for first, last in ((one, other), (other, one)):
        begins = Prefix.similarity(word, first)
        ends = Postfix.similarity(word, last)
        if min(begins, ends) >= _PART and begins + ends >= len(word):
            return True
    return False


def _last_edges(steps: Sequence[tuple[Step, int, int]], size: int) -> list[int]:
    """The same near the end: equal steps before changed or added words, the first first."""
    found: list[int] = []
    is_other = False
    for number in range(len(steps) - 1, -1, -1):
        step, word, _ = steps[number]
        if 0 <= word < size - _EDGE - 1:
            break
        if step == "equal" and is_other:
            found.append(number)
        is_other = step in ("changed", "added") or (is_other and step != "equal")
    return found[::-1]


def _may_stand_apart(keys: Sequence[str], steps: Sequence[tuple[Step, int, int]]) -> bool:
    """Whether the words at an edge of a quotation may be looked for further on: few words,
    one of which tells something, that the alignment has changed or added."""
    return (
        0 < len(keys) <= _EDGE
        and any(len(key) >= _TELLS for key in keys)
        and any(step in ("changed", "added") for step, _, _ in steps)
    )
