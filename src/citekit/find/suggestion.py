"""What a finder finds: a span of a text and what it may say about a work."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from citekit.model import Body, Work


class Suggestion(NamedTuple):
    """A passage that may be one, for somebody to review.

    ``start`` and ``end`` count code points of the document's text, end exclusive.
    ``kind``, ``body``, ``relation``, ``locator``, ``quoted``, ``speaker`` and ``cue``
    are those of :class:`citekit.model.Passage`; ``attribution`` is the span of the
    words that name the speaker or author ("the minister said"), or None.  ``method``
    names the rule that found it (kebab case, stable), ``score`` (0–1) says how sure
    the rule is, ``reasons`` say why, for a person to read.  ``proposal`` is a work read
    from the text that the catalogue does not hold; then ``body`` is none.
    """

    start: int
    end: int
    kind: str
    body: Body = Body()
    relation: str = ""
    locator: str = ""
    quoted: str = ""
    speaker: str = ""
    cue: str = ""
    attribution: tuple[int, int] | None = None
    method: str = ""
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    proposal: Work | None = None


#: Called with the place that a finder has come to in its text, in code points.
At: TypeAlias = Callable[[int], None]


def unheard(place: int) -> None:
    """Nobody asks where a finder is."""
