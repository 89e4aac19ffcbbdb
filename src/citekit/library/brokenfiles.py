"""What of the catalogue and of the passages cannot be read, a warning for each file.

The index keeps it, so that look-ups can say it without reading the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from citekit.errors import Problem, Where, warning
from citekit.store.index import Index

if TYPE_CHECKING:
    from citekit.store.indexwriting import Writer

#: What the index keeps for each file begins so.
_BIB = "broken "
_PASSAGES = "broken-passages"
_CODES = ("unreadable-entry", "broken-passage")


def summary(problems: Iterable[Problem]) -> Problem | None:
    """One warning for what could not be read of one file; None where all was."""
    broken = [problem for problem in problems if problem.code in _CODES]
    return _summary(broken[0], len(broken) - 1) if broken else None


def _summary(first: Problem, more: int) -> Problem:
    hint = "correct it in the file"
    if more:
        hint += f"; `citekit check` names {more} more"
    return warning(first.code, f"left out: {first.message}", first.where, hint)


def keep_catalogue(writer: Writer, name: str, problems: Iterable[Problem]) -> None:
    """Keep in the index what of a .bib file cannot be read."""
    found = summary(problems)
    kept = json.dumps([found.code, found.message, *found.where, found.hint]) if found else None
    writer.note(_BIB + name, kept)


def keep_passages(writer: Writer, positions: Sequence[int]) -> None:
    """Keep in the index which lines of the file of passages cannot be read."""
    writer.note(_PASSAGES, json.dumps(positions) if positions else None)


def kept_passages(index: Index) -> list[int]:
    """The positions that :func:`keep_passages` has kept."""
    rows = index.rows("SELECT value FROM meta WHERE name = ?", (_PASSAGES,))
    return list(json.loads(rows[0][0])) if rows else []


def of_index(index: Index, passages: str) -> Iterator[Problem]:
    """The warnings that an index knows; ``passages`` names the file of passages."""
    query = "SELECT value FROM meta WHERE substr(name, 1, ?) = ? ORDER BY name"
    for (value,) in index.rows(query, (len(_BIB), _BIB)):
        code, message, *where, hint = json.loads(value)
        yield warning(code, message, Where(*where), hint)
    positions = kept_passages(index)
    if positions:
        query = "SELECT position, step, lines FROM chunk WHERE position <= ? ORDER BY position"
        *before, (first, step, _) = index.rows(query, (positions[0],))
        line = sum(lines for _, _, lines in before) + (positions[0] - first) // step + 1
        problem = warning(_CODES[1], "this line is no passage", Where(passages, line))
        yield _summary(problem, len(positions) - 1)
