"""Authors whom a text names by the key of a work alone: "@lee1990 argues that …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.find.citations.held import KEYED, is_textual
from citekit.find.mentions.people import Person
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue


def named_by_key(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> Iterator[Person]:
    """The citations by key that are a part of their sentence, as the authors they stand
    for."""
    for one in references:
        entry = catalogue.keys.get(one.body.value)
        if entry is None or entry in catalogue.own:
            continue
        if one.method in KEYED and is_textual(text, one.start, one.end):
            yield Person(
                one.start, one.end, one.end, possessive=False, full=False, known=True,
                scholar=False, entries=(entry,), name=catalogue.entries[entry].key, cue=False,
                introduced=False,
            )  # fmt: skip
