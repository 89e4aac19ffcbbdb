"""Clusters rendered each on its own (``CITATION-ITEMS``).

The reference runner registers all items in the order of the input and then
renders a cluster without making it part of a document, so that numbers and
year suffixes are those of the input.  A cite may name the position it is to
have: 0 first, 1 subsequent, 2 ibid, 3 ibid with locator.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citekit.csl import locale as csl_locale
from citekit.csl import nodes
from citekit.csl.extras import Extras
from citekit.csl.position import Place
from citekit.csl.session import Session
from citekit.model import Citation, Work
from citekit.render import html
from citekit.richtext import RichText

#: What the suite has in place of a citation or an entry that has no text.
EMPTY = "[CSL STYLE ERROR: reference with no printed form.]"
_POSITIONS = (
    frozenset(["first"]),
    frozenset(["subsequent"]),
    frozenset(["subsequent", "ibid"]),
    frozenset(["subsequent", "ibid", "ibid-with-locator"]),
)


class Preview:
    """A document in which nothing is cited and every work is registered."""

    def __init__(
        self, style: nodes.Style, works: Sequence[Work], locales: Any, abbreviations: Any
    ) -> None:
        assert style.citation is not None, "the style has no layout of its own"
        language = style.default_locale or csl_locale.FALLBACK
        view = csl_locale.resolve(language, style.locales, locales)
        ids = [work.id for work in works]
        extras = Extras(abbreviations=abbreviations)
        self.session = Session(style, style.citation, view, works, (), ids, extras)

    def order(self) -> list[str]:
        """The ids in the order of the bibliography."""
        return list(self.session.registry)

    def cluster(self, citation: Citation, data: Sequence[Any] = ()) -> str:
        """The text of ``citation``; ``data`` are its cites as the fixture has them."""
        places = {
            id(cite): place(value)
            for cite, value in zip(citation.cites, data or citation.cites, strict=True)
        }
        ordered = self.session._sort_cites(citation)
        text: RichText = self.session.cluster(ordered, [places[id(c)] for c in ordered.cites])
        return html.write_inline(text) or (EMPTY if citation.cites else "")


def place(value: Any) -> Place:
    """The place a cite of a fixture asks for."""
    if not isinstance(value, dict):
        return Place()
    positions = _POSITIONS[int(value.get("position", 0))]
    return Place(positions | {"near-note"} if value.get("near-note") else positions, 0)
