"""What is said of checked quotations besides their verdicts: the problems they are, and how
many others wait for review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citekit.errors import Problem, error
from citekit.library.state import State
from citekit.library.verifying import Verifier
from citekit.verify import Variant
from citekit.verify.report import Checked, problem_of, problem_of_variant


def problems(
    verifier: Verifier, checked: Iterable[Checked], pairs: Iterable[Variant]
) -> Iterator[Problem]:
    """The findings among checked quotations, and the pairs that differ, as problems."""
    for one in checked:
        where = verifier.where(one.document, one.start)
        source = verifier.where(one.finding.source, one.finding.start)
        problem = problem_of(one, where, source)
        if problem is not None:
            yield problem
        elif one.missing:
            message = f"{one.missing!r} is cited, but is not in the catalogue"
            yield error("unknown-citation", message, where, "add the work, or correct the key")
    for pair in pairs:
        first, second = (verifier.where(side.document, side.start) for side in pair[:2])
        yield problem_of_variant(pair, first, second)


def waiting(state: State, checked: Sequence[Checked]) -> int:
    """How many suggested quotations wait for review that are none of those checked."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in checked:
        spans.setdefault(one.document, []).append((one.start, one.end))
    count = 0
    for passage in state.suggestions.passages:
        if passage.kind != "quotation" or passage.document not in state.texts:
            continue
        spot = state.locate(passage)
        own = spans.get(passage.document, ())
        covered = any(start < spot.end and spot.start < end for start, end in own)
        count += spot.start >= 0 and not covered
    return count
