"""Titles beside the names of their authors, which tell that a name is the author's."""

from __future__ import annotations

import re

from citekit.find.citingwords import WORK_NOUNS
from citekit.find.works import Catalogue, NameHit

#: What belongs to somebody: "Name’s *Title*".
_OWNED = re.compile(
    r"(?:['’]s?)?\s[*_\"“‘„«]*(?:(?:[Dd](?:er|ie|as)|[Ll](?:e|a|es)|[Tt]he)\s|[Ll]['’])?(?P<word>[^\W\d_]+)"
)


def has_title(lowered: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a title of one word stands near its author's name."""
    marked = catalogue.marked_of
    low, high = max(0, hit.start - 60), hit.end + 60
    return any(
        form.words[form.optional] in lowered[low:high]
        for entry in hit.entries
        for form in marked.get(entry, ())
    )


def has_written(text: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a noun for a work, or one of the author's titles of one word, stands behind
    the possessive of a name: no place has written anything."""
    after = _OWNED.match(text, hit.end)
    if after is None or not (hit.genitive or text[hit.end] in "'’"):
        return False
    word = after["word"].lower()
    if word in WORK_NOUNS:
        return True
    return after["word"][0].isupper() and any(
        form.words[form.optional] == word
        for entry in hit.entries
        for form in catalogue.marked_of.get(entry, ())
    )


def in_title(word: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a word is one of a title of the author."""
    return any(
        word in catalogue.entries[entry].work.text("title").lower().split() for entry in hit.entries
    )
