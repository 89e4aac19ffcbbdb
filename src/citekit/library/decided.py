"""What is decided already: passages that are there, and rejections.

A finding is decided if a passage or a rejection of the same kind and body stands at
its place, or if its words were rejected everywhere.  Two spans are at one place if
they share more than half of the shorter one; for quotations, which stand in one
another, more than half of the longer one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from citekit.model import Body, Passage
from citekit.textfold import fold_text

# What may stand on either side of a closing quotation mark, and the marks.
_AROUND = " \"',.;:"

REJECTED = "rejected"
EVERYWHERE = "rejected-everywhere"

Verdict: TypeAlias = Literal["", "accepted", "rejected"]


class Placed(NamedTuple):
    """A passage or rejection and where it stands now: code points, end exclusive."""

    passage: Passage
    start: int
    end: int


def at_one_place(kind: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans are the same place for passages of this kind."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    lengths = one[1] - one[0], other[1] - other[0]
    return 2 * shared > (max(lengths) if kind == "quotation" else min(lengths))


def words_and_body(passage: Passage) -> tuple[str, Body]:
    """What a rejection everywhere goes by: the words in plain typography without the
    quotation marks and stops around them, and the body."""
    words = fold_text(passage.selector.exact).strip()
    return words.strip(_AROUND) or words, passage.body


def contradicted(
    passages: Iterable[Placed], rejections: Iterable[Placed]
) -> Iterator[tuple[Passage, Passage]]:
    """Passages with the rejection of the same kind and body at their place."""
    rejected: dict[tuple[str, str, Body], list[Placed]] = {}
    for each in rejections:
        passage = each.passage
        rejected.setdefault((passage.document, passage.kind, passage.body), []).append(each)
    for passage, start, end in passages:
        for other in rejected.get((passage.document, passage.kind, passage.body), ()):
            if at_one_place(passage.kind, (start, end), (other.start, other.end)):
                yield passage, other.passage
                break


def twofold(passages: Iterable[Placed]) -> Iterator[tuple[Passage, Passage]]:
    """Quotations of the same words, and other passages of one kind and body that share more
    than half of the longer one's: each with the one before it."""
    before: dict[tuple[str, str, Body], Placed] = {}
    for each in sorted(passages, key=lambda each: (each.passage.document, each.start, each.end)):
        passage, start, end = each
        body = Body() if passage.kind == "quotation" else passage.body
        name = passage.document, passage.kind, body
        last = before.get(name)
        if last and at_one_place("quotation", (last.start, last.end), (start, end)):
            yield last.passage, passage
        if not last or end >= last.end:
            before[name] = each


class Decided:
    """The decisions on one document.

    ``placed`` are its passages and rejections where they stand, ``everywhere`` what all
    rejections go by that hold wherever their words stand (:func:`words_and_body`).
    """

    def __init__(
        self, placed: Iterable[Placed], everywhere: Collection[tuple[str, Body]] = ()
    ) -> None:
        self._everywhere = everywhere
        self._spans: dict[tuple[str, Body], list[tuple[tuple[int, int], Verdict]]] = {}
        for passage, start, end in placed:
            verdict: Verdict = "accepted"
            if passage.status in (REJECTED, EVERYWHERE):
                verdict = "rejected"
            for name in self._names(passage, verdict):
                self._spans.setdefault(name, []).append(((start, end), verdict))

    @staticmethod
    def _names(passage: Passage, verdict: Verdict) -> Iterator[tuple[str, Body]]:
        yield passage.kind, passage.body
        if verdict == "accepted" and passage.body.type == "work":
            # a reference that has its work needs no proposal any more
            yield passage.kind, Body()

    def verdict(self, finding: Passage) -> Verdict:
        """What was decided on a finding: accepted, rejected, or nothing yet."""
        at = finding.selector
        for span, verdict in self._spans.get((finding.kind, finding.body), ()):
            if at_one_place(finding.kind, span, (at.start, at.end)):
                return verdict
        if self._everywhere and words_and_body(finding) in self._everywhere:
            return "rejected"
        return ""
