"""Where and when a work was published, which has the shape of author and year: "(Leeds 1990, 12)".

Behind a title or an author in the sentence, essays give a book's place, publisher and year
(Duden, "Literaturangaben": "(Frankfurt am Main 1984, S. 12)").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.find.citations.raw import RawCite, RawYear
from citekit.find.works import Catalogue, Entry, name_key
from citekit.find.worktitles import plain

#: The end of a town's name before a river's: "Frankfurt am Main", "Frankfurt a. d. Oder".
_ON_RIVER = re.compile(r"[^\W\d_]{3,}\s(?:a\.\s?(?:d\.)?|am|an\sder)\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿœ][^\W\d_]+")
#: So far before the parenthesis its author is named, or the title begins (code points).
_NEAR = 160


def may_have_place(cite: RawCite) -> bool:
    """Whether what looks like authors may be a place, and perhaps a publisher."""
    return not (cite.et_al or cite.several or len(cite.names) > 2)


def may_be_titled(text: str, cite: RawCite, opened: int, catalogue: Catalogue) -> bool:
    """Whether the first word of a title of one of the years of a cite stands before the
    parenthesis: a look-up of words, before the title itself is looked for."""
    before = plain(text[max(0, opened - _NEAR) : opened])
    years = cite.years[0].years
    return any(
        not catalogue.entries[form.entry].years.isdisjoint(years)
        for word in dict.fromkeys(_WORD.findall(before))
        for form in catalogue.headed.get(word, ())
    )


def may_be_authored(text: str, cite: RawCite, opened: int, catalogue: Catalogue) -> bool:
    """Whether an author with a work of one of the years of a cite is named in the sentence
    before the parenthesis."""
    low = max(0, opened - _NEAR)
    low = max(low, text.rfind("\n", low, opened), text.rfind(")", low, opened))
    return any(
        catalogue.written(name_key(word), cite.years[0].years)
        for word in _CAPITALISED.findall(text, low, opened)
    )


def is_placed(cite: RawCite) -> bool:
    """Whether what looks like an author is the end of a town's name."""
    return len(cite.names) == 1 and _ON_RIVER.search(cite.prefix) is not None


def is_imprint_of(text: str, cite: RawCite, entries: Iterable[Entry | None]) -> bool:
    """Whether the parenthesis that a cite is alone in begins with the place where the first of
    some works was published, by the catalogue or as a town on a river has its name."""
    first = next(iter(entries), None)
    if first is None or cite.several or cite.et_al:
        return False
    opened = text.rfind("(", max(0, cite.start - _NEAR), cite.years[0].start)
    words = _WORD.findall(text[opened + 1 : cite.years[0].start])
    place = _WORD.findall(first.work.text("publisher-place"))
    named = bool(words and place) and name_key(words[0]) == name_key(place[0])
    return named or is_placed(cite)


def closing(text: str, year: RawYear) -> RawYear:
    """The year with the parenthesis that closes behind it and its locator, if one does."""
    end = max(year.end, year.locator.end if year.locator is not None else 0)
    return year._replace(end=end + 1) if text[end : end + 1] == ")" else year
