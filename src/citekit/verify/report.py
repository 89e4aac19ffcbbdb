"""Checked quotations, and the problems they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from citekit.errors import Problem, Where, error, warning
from citekit.verify.alignment import Source
from citekit.verify.variants import Variant
from citekit.verify.verdicts import Finding, Verdict, continued
from citekit.verify.words import without_marks

#: Verdicts that are nothing to do about.
FINE = frozenset({Verdict.VERBATIM, Verdict.PERMITTED, Verdict.NO_SOURCE})


class Checked(NamedTuple):
    """A quotation and the verdict on it.

    ``document`` is where it stands, from ``start`` to ``end`` (code points of the
    text, without the quotation marks); ``work`` the key of the work it names as its
    source, or ""; ``passage`` the id of the passage it is, or ""; ``missing`` that key
    where no work has it; ``speaker`` who is said to speak, where the words are another's.
    """

    document: str
    start: int
    end: int
    text: str
    finding: Finding
    work: str = ""
    passage: str = ""
    missing: str = ""
    speaker: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether there is nothing to do about it."""
        return self.finding.verdict in FINE and not self.missing


def continued_in_each(found: Iterable[Checked], source: Callable[[str], Source]) -> list[Checked]:
    """The quotations of several documents, each judged with the one it goes on with."""
    made = []
    for _, group in groupby(found, key=lambda one: one.document):
        own = list(group)
        findings = continued([one.finding for one in own], source)
        made += [one._replace(finding=finding) for one, finding in zip(own, findings, strict=True)]
    return made


def row_of(checked: Checked, where: Where, source: Where) -> dict[str, Any]:
    """A quotation that stands at ``where``, in its source at ``source``, as a JSON object."""
    finding = checked.finding
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "quotation": checked.text,
        "work": checked.work,
        "speaker": checked.speaker,
        "passage": checked.passage,
        "verdict": str(finding.verdict),
        "score": finding.score,
        "source": finding.source,
        "source_line": source.line,
        "source_column": source.column,
        "changes": [change._asdict() for change in finding.changes],
        "reasons": list(finding.reasons),
    }


def row_of_variant(variant: Variant, first: Where, second: Where) -> dict[str, Any]:
    """Two quotations that differ as a JSON object."""
    one, other = (
        {"file": at.file, "line": at.line, "column": at.column, "quotation": side.text}
        for side, at in ((variant.first, first), (variant.second, second))
    )
    changes = [change._asdict() for change in variant.changes]
    return {"first": one, "second": other, "score": variant.score, "changes": changes}


def problem_of(checked: Checked, where: Where, source: Where) -> Problem | None:
    """What is wrong with a quotation that stands at ``where``, in its source at
    ``source``; None if nothing is."""
    finding = checked.finding
    words = shortened(checked.text)
    at = f"{source}" if finding.source else checked.work
    match finding.verdict:
        case Verdict.ALTERED:
            changes = "; ".join(str(change) for change in finding.changes[:4])
            more = len(finding.changes) - 4
            also = f" and {more} more changes" if more > 0 else ""
            return warning(
                "quotation-altered",
                f"{words} is not what {at} says: {changes}{also}",
                where,
                "quote the source's words, or mark the change with … or [ ]",
            )
        case Verdict.TRIMMED:
            return warning(
                "quotation-trimmed",
                f"{words} leaves out words of {at} that may turn its meaning: "
                + "; ".join(finding.reasons[:2]),
                where,
                "quote on, or make sure that the meaning is the source's",
            )
        case Verdict.ELSEWHERE if checked.speaker:
            return warning(
                "quotation-elsewhere",
                f"{words} is said to be of {checked.speaker}, but stands in {at}: "
                + "; ".join(finding.reasons[1:2]),
                where,
                "correct the name, or add the text in which he or she is quoted",
            )
        case Verdict.ELSEWHERE:
            return warning(
                "quotation-elsewhere",
                f"{words} does not stand in {checked.work}, but in {at}",
                where,
                "correct the citation",
            )
        case Verdict.NOT_FOUND:
            return error(
                "quotation-not-found",
                f"{words} does not stand in {checked.work}",
                where,
                "correct the words or the citation",
            )
        case _:
            return None


def problem_of_variant(variant: Variant, first: Where, second: Where) -> Problem:
    """Two quotations of the same words that differ, reported at the second."""
    changes = "; ".join(str(change) for change in variant.changes[:4])
    return warning(
        "quotation-differs",
        f"{shortened(variant.second.text)} is quoted otherwise at {first}: {changes}",
        second,
        "see which of the two is right",
    )


def shortened(text: str) -> str:
    """A quotation in quotation marks, at most sixty characters long."""
    words = " ".join(without_marks(text).split())
    return f"“{words[:57]}…”" if len(words) > 60 else f"“{words}”"
