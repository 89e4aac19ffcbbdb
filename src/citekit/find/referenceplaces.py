"""The places that references in notes and in the text end with: "S. 528, Anm. 3".

A bibliography gives the pages of the whole work, a note those that are cited (Chicago Manual of
Style, 17th edition, 14.18 and 14.171).
"""

from __future__ import annotations

from collections.abc import Iterable

from citekit.find.citelocators import closing_locator
from citekit.find.remarks import is_remarked_cite
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.model import Work

#: Methods of entries of lists, which cite no place.
_LISTED = frozenset(("reference-list", "reference-entry"))


def with_closing(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> list[Suggestion]:
    """The references, those of notes and of the text with all of the place that they cite,
    without citations whose remark ("my translation") was read as a title."""
    return [
        one if one.method in _LISTED else _with_place(text, one, _work(catalogue, one))
        for one in references
        if one.method != "reference-parentheses" or not is_remarked_cite(text[one.start : one.end])
    ]


def _work(catalogue: Catalogue, one: Suggestion) -> Work | None:
    index = catalogue.keys.get(one.body.value) if one.body.type == "work" else None
    return one.proposal if index is None else catalogue.entries[index].work


def _with_place(text: str, one: Suggestion, work: Work | None) -> Suggestion:
    point = text[one.end : one.end + 1] == "."
    volumes = work is not None and not (work.text("volume") or work.text("container-title"))
    string = text[one.start : one.end + point]
    locator = closing_locator(string, one.locator, volumes=volumes)
    return one if locator == one.locator else one._replace(locator=locator)
