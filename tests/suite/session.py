"""The editing session of a ``CITATIONS`` section.

A step is ``[citation, before, after]``: the citation that is inserted or
edited, and the citations that stand before and after it then, each as id and
note number.  The three together are the whole document; a citation that is in
neither list has been deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from citekit.formats.csljson import citations_from_json
from citekit.model import Citation

Document = tuple[tuple[str, Citation], ...]


@dataclass(frozen=True, slots=True)
class State:
    """The document after a step: every citation with its identifier, and the
    identifier of the one the step was about."""

    document: Document
    edited: str


def states(steps: Sequence[Any]) -> list[State]:
    """The document after each step."""
    known: dict[str, Citation] = {}
    found: list[State] = []
    for number, (value, before, after) in enumerate(steps):
        identifier = str(value.get("citationID", f"step {number}"))
        known[identifier] = citations_from_json([value])[0]
        order = [*_places(before), (identifier, known[identifier].note), *_places(after)]
        document = tuple((key, known[key]._replace(note=note)) for key, note in order)
        known.update(document)
        found.append(State(document, identifier))
    return found


def transcript(
    steps: Sequence[Any], render: Callable[[Sequence[Citation]], list[tuple[str, object]]]
) -> str:
    """One line a citation of the last document, marked ``>>`` where the last
    step made it or had it rendered anew and ``..`` elsewhere.

    ``render`` gives for each of a document's citations its text and what else
    makes the reference implementation render it anew when it changes.
    """
    past: dict[str, tuple[str, object]] = {}
    lines: list[str] = []
    for state in states(steps):
        made = render([citation for _, citation in state.document])
        lines = []
        for index, ((identifier, _), one) in enumerate(zip(state.document, made, strict=True)):
            changed = identifier == state.edited or past.get(identifier) != one
            lines.append(f"{'>>' if changed else '..'}[{index}] {one[0]}")
        past = {key: one for (key, _), one in zip(state.document, made, strict=True)}
    return "\n".join(lines)


def _places(entries: Sequence[Any]) -> list[tuple[str, int]]:
    return [(str(identifier), int(note)) for identifier, note in entries]
