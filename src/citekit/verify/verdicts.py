"""The verdict on a quotation, and what differs, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

from citekit.verify.alignment import Aligned, Source, stands
from citekit.verify.differences import Change, Reader, squeezed
from citekit.verify.holders import keys_of, needed, run_length, telling
from citekit.verify.placing import Placed, placements
from citekit.verify.reporting import REPORTED, without_reporting
from citekit.verify.turning import (
    BEGINS,
    LEAVES_OUT,
    PARAGRAPH_END,
    STOPS,
    TURNS,
    cut_off,
    is_negative,
    left_out,
    says_so,
)
from citekit.verify.words import (
    Run,
    cleaned,
    is_marked,
    is_quoted,
    runs_of,
    words_of,
)

__all__ = [
    "Change",
    "Finding",
    "Verdict",
    "beside",
    "compare",
    "continued",
    "has_half",
    "in_its_sentence",
    "is_long_enough",
    "judge",
]


class Verdict(StrEnum):
    """What can be said of a quotation, the best first."""

    VERBATIM = "verbatim"  # the source's words as they are, line ends aside
    PERMITTED = "permitted"  # altered as style guides permit
    TRIMMED = "trimmed"  # cut where the meaning may turn
    ALTERED = "altered"  # other words than the source's
    ELSEWHERE = "elsewhere"  # in another source than the one named
    NOT_FOUND = "not-found"  # the named source does not have it
    NO_SOURCE = "no-source"  # the named source is not held, or none is named


#: Score from which the words of a source are those of the quotation, altered.
ENOUGH = 0.55
#: The same for a source that the quotation does not name, and how many words it needs.
ENOUGH_ELSEWHERE, WORDS_ELSEWHERE = 0.8, 4
#: Of a quotation of fewer words each must be there, or a form of it.
FEW = 4
#: So many places in one source are judged.
_PLACES = 200
#: What is to be said of words that are another's but for their spelling.
RESPELT = "only the spelling is another, which the text has to say"
#: More than what rounding changes of a score.
_ROUNDED = 0.001

Span: TypeAlias = tuple[int, int]


class Finding(NamedTuple):
    """The verdict on a quotation.

    ``score`` (0–1) is the share of its words that the source has.  ``start`` and
    ``end`` are their span in the text of ``source`` (a document's id), end exclusive,
    code points; -1 and "" where nothing was found; ``pieces`` are the spans of what
    an ellipsis or brackets part, without changed words at their edges.  ``changes``
    are the differences that nobody permits, ``reasons`` say for people what was
    permitted or cut off.
    """

    verdict: Verdict
    score: float = 0.0
    start: int = -1
    end: int = -1
    source: str = ""
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    pieces: tuple[Span, ...] = ()


def judge(
    quotation: str,
    named: Source | None,
    others: Iterable[Source] = (),
    *,
    names_one: bool = True,
    vouches: Callable[[Source], bool] = lambda source: True,
) -> Finding:
    """The verdict on a quotation that names ``named`` as its source.

    ``named`` is None where the source is not held or the quotation names none
    (``names_one`` is false); ``others`` are the sources it may come from instead.  Where
    the named one has nearly the words or is not held, it stays the source, and that another
    has just these is a reason; so where the only other one quotes them itself, and quotes them
    otherwise.  Who only quotes them, in quotation marks, is the last to be their source, and none
    where it does not vouch (``vouches``) for what it quotes: that they are quoted there is a
    reason.
    """
    found = compare(quotation, named) if named is not None else Finding(Verdict.NO_SOURCE)
    if found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED):
        return found
    keys = keys_of(quotation)
    enough = len(keys) >= WORDS_ELSEWHERE
    rivals: list[tuple[bool, bool, Finding]] = []
    quoting: list[Finding] = []
    least = max(ENOUGH_ELSEWHERE, found.score)
    for other in others if enough else ():
        if not _may_have(keys, other):
            continue
        rival = compare(quotation, other, least=least)
        if rival.score >= ENOUGH_ELSEWHERE and rival.score > found.score:
            own = not is_quoted(other.text, rival.start)
            is_witness = vouches(other)
            if own or is_witness:
                rivals.append((own, is_witness, rival))
            else:
                quoting.append(rival)
    if not rivals:
        return _quoted_too(found, quoting)
    is_its_own, _, best = max(rivals, key=lambda rival: (rival[0], rival[1], rival[2].score))
    if not names_one and (is_its_own or best.verdict not in (Verdict.TRIMMED, Verdict.ALTERED)):
        return best
    if named is None:
        return beside(best)
    if found.verdict is Verdict.ALTERED and found.score >= ENOUGH_ELSEWHERE:
        told = (f"{best.verdict} in {best.source}",) if is_its_own else ()
        return found._replace(reasons=(*found.reasons, *told))
    return best._replace(
        verdict=Verdict.ELSEWHERE, reasons=(f"{best.verdict} there", *best.reasons)
    )


#: So many texts that quote the same words are named.
_NAMED = 3


def _quoted_too(found: Finding, quoting: Sequence[Finding]) -> Finding:
    """A finding of words that no source has, with the texts that quote them, too: as they are,
    or else otherwise."""
    if not quoting or found.verdict is Verdict.ALTERED:
        return found
    same = [one.source for one in quoting if one.verdict is not Verdict.ALTERED]
    if not same:
        best = max(quoting, key=lambda one: one.score)
        told = f"quoted otherwise in {best.source}"
        return found._replace(changes=best.changes, reasons=(*found.reasons, told))
    more = f" and {len(same) - _NAMED} more" if len(same) > _NAMED else ""
    told = f"also quoted in {', '.join(same[:_NAMED])}{more}"
    return found._replace(reasons=(*found.reasons, told))


def beside(found: Finding) -> Finding:
    """What is said of a quotation whose source is not held, beside which another one has the
    words: no source, which one has them, and what differs there."""
    reasons = (f"{found.verdict} in {found.source}",)
    return Finding(Verdict.NO_SOURCE, reasons=reasons, changes=found.changes)


def _may_have(keys: Sequence[str], source: Source) -> bool:
    """Whether a source may have nearly these words: a test that costs little."""
    places, wanted = source.positions, telling(keys)
    if sum(key in places for key in wanted) < needed(len(wanted)):
        return False
    length = run_length(keys)
    return any(
        stands(keys[start : start + length], source) for start in range(len(keys) - length + 1)
    )


#: So many words in a row are no chance.
_IN_A_ROW = 5


def has_half(quotation: str, source: Source) -> bool:
    """Whether half of the words of a quotation stand in a source in a row, as they are."""
    keys = keys_of(quotation)
    length = max(_IN_A_ROW, -(-len(keys) // 2))
    return any(
        stands(keys[start : start + length], source) for start in range(len(keys) - length + 1)
    )


def is_long_enough(quotation: str) -> bool:
    """Whether a quotation has so many words that a source that it does not name may have them."""
    return len(keys_of(quotation)) >= WORDS_ELSEWHERE


def compare(quotation: str, source: Source, enough: float = ENOUGH, least: float = 0.0) -> Finding:
    """The verdict on a quotation against one source: verbatim, permitted, trimmed,
    altered (with a score of at least ``enough``) or not found.  With a score below ``least``
    it may be not found, with a score of 0, whatever else could be said.

    Of several places with the same share of its words the one with the best verdict counts,
    but no far one whose ellipsis leaves out a negation, where a nearer one's turns the meaning.
    Reporting clauses inside of the quotation that the source does not have are who quotes'.
    """
    quotation = cleaned(quotation)
    best = _best(quotation, source, enough, least)
    if best.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND):
        for shown in without_reporting(quotation):
            found = _best(shown, source, enough, least)
            if found.score >= best.score and _rank(found) < _rank(best):
                best = found
    return best


def _best(quotation: str, source: Source, enough: float, least: float) -> Finding:
    """The verdict at the best place of a cleaned quotation."""
    runs = runs_of(quotation)
    best = Finding(Verdict.NOT_FOUND)
    for placed in islice(placements(runs, source, least - _ROUNDED), _PLACES):
        score = round(placed.score, 3)
        if score < best.score:
            continue
        if _is_there(placed, enough):
            found = _judged(quotation, placed, source)
        else:
            found = Finding(Verdict.NOT_FOUND, score)
        if score > best.score or _is_better(found, best, source):
            best = found
        if best.verdict is Verdict.VERBATIM:
            break
    return best


def _rank(finding: Finding) -> tuple[int, int, int]:
    """How good a verdict is, the best first; how much there is to say of it, and how much
    text it is about."""
    said = len(finding.changes) + len(finding.reasons)
    return list(Verdict).index(finding.verdict), said, finding.end - finding.start


#: So many ends of sentences an ellipsis may stand for where the quotation stands nearer, too.
_FAR = 3
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]»]*\s")


def _is_better(found: Finding, best: Finding, source: Source) -> bool:
    """Whether a place with the same share of the words is better than another one.  Where the
    ellipsis of the nearer one leaves out what turns the meaning, the further one must not leave
    out a negation anywhere, nor more than a few sentences."""
    is_better = _rank(found) < _rank(best)
    winner, other = (found, best) if is_better else (best, found)
    if (
        other.verdict is Verdict.TRIMMED
        and winner.verdict is Verdict.PERMITTED
        and any(reason.startswith(LEAVES_OUT["ellipsis"]) for reason in other.reasons)
        and other.end - other.start < winner.end - winner.start
        and any(_leaves_much(source, *gap) for gap in pairwise(winner.pieces))
    ):
        return not is_better
    return is_better


def _leaves_much(source: Source, one: Span, other: Span) -> bool:
    """Whether what stands between two pieces denies something, or goes on for long."""
    left = source.plain(one[1], other[0])
    ends = sum(1 for _ in _SENTENCE_END.finditer(left))
    return ends > _FAR or any(is_negative(word.key) for word in words_of(left))


def _judged(quotation: str, placed: Placed, source: Source) -> Finding:
    """The verdict on a quotation at the place where it stands."""
    runs = placed.runs
    first, last = placed.held[0], placed.held[-1]
    start, end = source.words[first.start].start, source.words[last.end - 1].end
    reader = Reader(quotation, source)
    changes = reader.changes(placed)
    reasons = list(reader.permitted)
    turned = cut_off(source, first.start, last.end)
    for (one, other), (before, run) in zip(pairwise(placed.spots), pairwise(runs), strict=True):
        if one and other:
            shown = quotation[before.words[-1].end : run.words[0].start]
            turned += left_out(source, one.end, other.start, run.gap, shown)
    has_ellipsis, has_brackets = is_marked(quotation)
    if has_ellipsis and len(runs) > 1:
        reasons.append("ellipsis")
        if told := _how_much(placed, source):
            reasons.append(told)
    if has_brackets:
        reasons.append("brackets")
    if REPORTED in quotation:
        reasons.append("reporting clause")
    start, end = _with_edges(quotation, runs, source.text, (start, end))
    held = source.plain(start, end)
    if source.is_supplied(start, end) and not has_brackets:
        reasons.append("editor's brackets")
    if not (changes or reasons or _is_verbatim(quotation, held)):
        reasons.append(_what_differs(quotation, held))
    if changes and all(change.kind == "spelling" for change in changes):
        reasons.append(RESPELT)
    if changes:
        verdict = Verdict.ALTERED
    elif turned:
        verdict = Verdict.TRIMMED
    else:
        verdict = Verdict.PERMITTED if reasons else Verdict.VERBATIM
    return Finding(
        verdict,
        round(placed.score, 3),
        start,
        end,
        source.id,
        tuple(changes),
        tuple(dict.fromkeys([*turned, *reasons])),
        tuple(_kept(spot, source) for spot in placed.held),
    )


#: An ellipsis for more words is told of, and one that joins paragraphs.
_MANY = 100


def _how_much(placed: Placed, source: Source) -> str:
    """How many words and ends of paragraphs the longest ellipsis stands for, if these are
    many."""
    gaps = [
        (
            other.start - one.end,
            source.text[source.words[one.end - 1].end : source.words[other.start].start],
        )
        for (one, other), run in zip(pairwise(placed.spots), placed.runs[1:], strict=True)
        if run.gap == "ellipsis" and one and other
    ]
    words, text = max(gaps, default=(0, ""))
    ends = len(PARAGRAPH_END.findall(text))
    if words <= _MANY and not ends:
        return ""
    return f"{words} word{'s' if words != 1 else ''} left out" + (
        f" across {ends} ends of paragraphs"
        if ends > 1
        else " across the end of a paragraph"
        if ends
        else ""
    )


#: Characters between two parts of one quotation in the source.
_NEAR = 8


def continued(findings: Sequence[Finding], source: Callable[[str], Source]) -> list[Finding]:
    """The findings of a text's quotations, in order; where one goes on with the next
    (“It rains,” she said, “but seldom.”), nothing is cut off between the two.  ``source``
    gives the sources by their ids: no word of theirs may stand between."""
    found = list(findings)
    for number, (one, two) in enumerate(pairwise(findings)):
        if (
            one.source
            and one.source == two.source
            and 0 <= two.start - one.end <= _NEAR
            and not words_of(source(one.source).plain(one.end, two.start))
        ):
            found[number] = _without(found[number], STOPS)
            found[number + 1] = _without(found[number + 1], BEGINS)
    return found


def in_its_sentence(finding: Finding, text: str, start: int, end: int) -> Finding:
    """The finding of a quotation that stands at ``start``–``end`` of a text; what turns its
    meaning is not cut off where who quotes says it himself."""
    doubts, turns = says_so(text, start, end)
    finding = _without(finding, BEGINS) if doubts else finding
    return _without(finding, STOPS) if turns else finding


def _without(finding: Finding, cut: str) -> Finding:
    """A finding of trimmed words without the reason that begins so."""
    reasons = tuple(reason for reason in finding.reasons if not reason.startswith(cut))
    if finding.verdict is not Verdict.TRIMMED or reasons == finding.reasons:
        return finding
    if not any(reason.startswith(TURNS) for reason in reasons):
        verdict = Verdict.PERMITTED if reasons else Verdict.VERBATIM
        return finding._replace(verdict=verdict, reasons=reasons)
    return finding._replace(reasons=reasons)


def _kept(spot: Aligned, source: Source) -> Span:
    """The span from the first to the last word that is in both."""
    kept = [at for step, _, at in spot.steps if step in ("equal", "alike")]
    first, last = (kept[0], kept[-1]) if kept else (spot.start, spot.end - 1)
    return source.words[first].start, source.words[last].end


def _is_there(placed: Placed, enough: float) -> bool:
    size = sum(len(run.words) for run in placed.runs)
    if not placed.held:
        return False
    if size < FEW:
        return all(
            spot is not None and all(step in ("equal", "alike") for step, _, _ in spot.steps)
            for spot in placed.spots
        )
    kept = sum(1 for spot in placed.held for step, _, _ in spot.steps if step == "equal")
    return placed.score >= enough and kept >= 2


_ENDS = " \t\r\n.,;:!?…\"'“”„‟‘’‚«»‹›()–—-"


def _is_verbatim(quotation: str, words: str) -> bool:
    return squeezed(quotation) == squeezed(words)


def _with_edges(quotation: str, runs: Sequence[Run], text: str, span: tuple[int, int]) -> Span:
    """The span of a source's words with those signs around them that the quotation has too."""
    start, end = span
    before = quotation[: runs[0].words[0].start].lstrip()
    after = quotation[runs[-1].words[-1].end :].rstrip()
    while before and start and text[start - 1] == before[-1]:
        before, start = before[:-1], start - 1
    while after and text.startswith(after[0], end):
        after, end = after[1:], end + 1
    return start, end


def _what_differs(quotation: str, words: str) -> str:
    if squeezed(quotation).strip(_ENDS) == squeezed(words).strip(_ENDS):
        return "punctuation at the ends"
    return "typography"
