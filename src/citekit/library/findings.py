"""What a scan found and what became of it; loads no finder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from citekit.formats.csljson import work_to_json
from citekit.library.state import State
from citekit.model import Passage

Fate: TypeAlias = Literal["new", "open", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A suggestion, as the passage it would be, and what is known of it: *new*, *open*
    (found before, not decided yet), *accepted* (a passage is there) or *rejected*."""

    passage: Passage
    fate: Fate


def finding_json(state: State, found: Finding) -> dict[str, Any]:
    """A finding as a JSON object: a passage's view with ``state`` and ``proposal``
    (CSL-JSON, or null)."""
    proposal = found.passage.proposal
    return {
        **state.view(found.passage).to_json(),
        "state": found.fate,
        "proposal": None if proposal is None else work_to_json(proposal),
    }
