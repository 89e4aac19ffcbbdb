"""Where the author ends and the title begins in notes that part all with commas: "Ada Roth, Sea
Level: A Study (Leeds: Quay, 1990), 12" (Chicago Manual of Style, 17th edition, 14.23), and what
stands in nothing for all the "in" of its title.

A title's colon was taken for the one behind an author ("Max Roth: Die Flut"), its commas for
those between names.  Several authors are joined by a word for "and"; the first of persons
without one is the only author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.find.cues.names import GIVEN
from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP, YEAR

#: Place, publisher and year in parentheses.
_IMPRINT = re.compile(rf"\s\([^()]{{2,80}}[:,]\s[^()]{{2,80}},\s{YEAR}\)")
_GIVEN = rf"(?:[^\W\d_a-zß-ÿœ]\.[ -]?|{CAP}\s)"
_PERSON = rf"{_GIVEN}{{1,3}}(?:(?:von|van|de|du|di|da|del|della|der|den|zu|la|le|ten|ter)\s)*{CAP}"
_PERSONS = rf"{_PERSON}(?:,\s{_PERSON}){{0,6}}(?:,?\s(?:and|und|et|&|y|e)\s{_PERSON})?"
_HEAD = re.compile(rf"(?P<several>{_PERSONS}),\s|(?P<body>[A-Z]{{2,6}}|{CAP}(?:\s{CAP})?),\s")
_FIRST = re.compile(r"[^,]+,\s")
_AND = re.compile(r"\s(?:and|und|et|&|y|e)\s")
_WORD = re.compile(r"[*_“\"„«‘']{0,3}(?P<word>[^\W\d_]+\.?)")


def note_heads(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The author of a note, and its title from its first word on."""
    author = parts[0]
    imprint = _IMPRINT.search(string)
    if author.label != "author" or imprint is None or ", " not in author.text:
        return []
    dated = len(parts) > 1 and parts[1].label == "date"  # "Outlook 2016: Regions"
    closing = parts[1] if dated else author
    if not closing.text.endswith(":") or closing.end >= imprint.start():
        return []
    head = _HEAD.match(string)
    if head is None:
        return []
    end = head.end()
    if head["several"] is not None and _AND.search(head["several"]) is None:
        first = _FIRST.match(string)
        end = first.end() if first is not None else end
    word = _WORD.match(string, end)
    if word is None or word["word"].endswith(".") or word["word"].lower() in GIVEN:
        return []  # "Ada Roth, Jan Lund: Die Flut", "García Márquez, Gabriel: Rayuela"
    stop = next((p.end for p in parts if p.label == "title" and p.start > end), imprint.start())
    return [("author", 0, end), ("title", end, min(stop, imprint.start()))]


def whole_titles(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The title of a book that goes on with "in", which no volume, pages or journal follow: "Great
    Hopes in Leeds Are Dashed in Hull. Quay Press."."""
    labels = {part.label for part in parts}
    if "booktitle" not in labels or not labels.isdisjoint(_IN_HOLDERS):
        return []
    for title, holder in pairwise(parts):
        goes_on = holder.text.startswith("in ") and title.text[-1].isalnum()
        if (title.label, holder.label) == ("title", "booktitle") and goes_on:
            return [("title", title.start, holder.end)] if title.text[0] not in _MARKS else []
    return []


_MARKS = "“\"„«‘'"
_MARKS = "“\"„«‘'"
_IN_HOLDERS = frozenset(("editor", "pages", "volume", "journal", "issue"))
