"""How far the finders are in a long text is told while they are."""

from __future__ import annotations

from citekit.find.scan import scan
from citekit.library.scanners import scanner_of

PARAGRAPH = (
    "“The engine runs”, said Ada Smith. Others call it a “quiet engine” (Smith 1999, 12).\n\n"
    "A reference: Jones, Ben 2001. Other Engines. London: Steam Press. That is all.\n\n"
)


def test_progress_is_told_in_small_steps_and_changes_nothing() -> None:
    text = PARAGRAPH * 200
    told: list[int] = []
    scanner = scanner_of([])
    assert scan(text, scanner, tell=told.append) == scan(text, scanner)
    assert len(told) > 100
    assert told == sorted(set(told))
    assert told[-1] == len(text)
