"""Authors whom a text names by the key of a work alone: "@lee1990 argues that …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.find.citations.held import held
from citekit.find.mentions.people import Person
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue

#: BibLaTeX's and natbib's commands that print the author in the sentence.
TEXTUAL = re.compile(r"\\(?:[Tt]extcites?|[Cc]itet|[Cc]iteal[tp]|[Cc]iteauthor|citeA)(?![A-Za-z])")


def named_by_key(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> Iterator[Person]:
    """The citations by key that are a part of their sentence, as the authors they stand
    for."""
    for one in references:
        entry = catalogue.keys.get(one.body.value)
        if entry is None or entry in catalogue.own:
            continue
        if one.method == "pandoc-key":
            textual = text[one.start] == "@" and held(text, one.start, one.end)[0] == one.start
        else:
            textual = one.method == "latex-key" and bool(TEXTUAL.match(text, one.start))
        if textual:
            yield Person(
                one.start, one.end, one.end, possessive=False, full=False, known=True,
                scholar=False, entries=(entry,), name=catalogue.entries[entry].key, cue=False,
                introduced=False,
            )  # fmt: skip
