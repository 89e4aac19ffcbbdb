"""Places in a work that a paragraph or a review speaks of: "Kuhn argues that … (p. 12)".

Source: Publication Manual of the APA (7th edition), 8.16 (an author is not named again in the
same paragraph); MLA Handbook (9th edition), 6.3 (pages alone where the text names the author).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citekit.find.citelocators import DASH, locator_at
from citekit.find.suggestion import Suggestion
from citekit.model import Body

#: A parenthesis with pages or sections alone.
_LABELLED = re.compile(r"\((?=(?:pp?\.|[SP]\.|§§?)\s?[\divxlcIVXLC])")
#: One with numbers alone, as reviews have them.
_PLAIN = re.compile(
    rf"\((?P<pages>\d{{1,3}}(?:\s?{DASH}\s?\d{{1,3}}|\s?ff?\.)?(?:,\s\d{{1,3}}(?:{DASH}\d{{1,3}})?)*)\)"
)
#: A review names its book so far from the beginning of the text (code points), and its pages at
#: least so often.
_HEAD = 600
_OFTEN = 3
#: The citation that a place belongs to stands so near (code points).
_NEAR = 600
_CITING = frozenset(("citation", "mention", "paraphrase", "echo"))


def with_places(text: str, found: Iterable[Suggestion]) -> list[Suggestion]:
    """The findings, and the parentheses that only name a place in a work: in a review the
    book that its head names, elsewhere the work that the paragraph cites last before it."""
    findings = list(found)
    labelled = _LABELLED.search(text) is not None
    if not labelled and not any(each.kind == "reference" for each in findings):
        return findings
    head = _reviewed(findings)
    covered = [each for each in findings if each.kind in ("citation", "reference")]
    spans = list(_labelled(text)) if labelled else []
    if head is not None and head.body.value:
        plain = [match.span("pages") for match in _PLAIN.finditer(text)]
        spans += plain if len(plain) >= _OFTEN else []
    cited = sorted((each for each in findings if each.kind in _CITING), key=lambda one: one.start)
    for start, end in spans:
        if any(each.start <= start < each.end for each in covered):
            continue
        body = head.body if head is not None else _cited_before(text, start, cited)
        if body.value:
            findings.append(_place(text, (start, end), body))
    return findings


def _reviewed(findings: Sequence[Suggestion]) -> Suggestion | None:
    """The reference at the head of a review; None for a text that is none."""
    heads = (
        each
        for each in findings
        if each.kind == "reference" and each.start < _HEAD and each.method == "reference-prose"
    )
    return min(heads, key=lambda each: each.start, default=None)


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    for match in _LABELLED.finditer(text):
        start = match.end()
        end = text.find(")", start, start + 60)
        locator = locator_at(text, start, end) if end >= 0 else None
        if locator is not None and locator.end == end:
            yield start, end


def _cited_before(text: str, at: int, cited: Sequence[Suggestion]) -> Body:
    """The work of the last citation before ``at`` in the same paragraph."""
    before = [each for each in cited if each.start < at]
    if not before or before[-1].end < at - _NEAR or "\n\n" in text[before[-1].start : at]:
        return Body()
    return before[-1].body


def _place(text: str, span: tuple[int, int], body: Body) -> Suggestion:
    locator = locator_at(text, *span)
    return Suggestion(
        *span,
        "citation",
        body,
        "cites",
        str(locator) if locator is not None else text[slice(*span)],
        method="place",
        score=0.7,
        reasons=(f"a place in {body.value}, which the text cites before it",),
    )
