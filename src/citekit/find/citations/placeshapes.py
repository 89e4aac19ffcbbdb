"""Parentheses that only name a place in a work, by their shapes: "(p. 12)", "(para. 3)", "(12)",
"(3.1.4–5)".

Source: Publication Manual of the APA (7th edition), 8.13 (parts of a source) and 8.28 (numbers of
paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.find.citelocators import DASH, locator_at
from citekit.find.remarks import without_remarks
from citekit.find.signs import in_brackets

#: A parenthesis that may name a part of a work before all else: "(para. 3)", "(Table 2)".
_NAMED = re.compile(
    r"\((?=(?:[^\W\d_]{1,12}\.?\s?|[§¶]{1,2}\s?|n[°º]\s?)(?:[\divxlcIVXLC]|[A-Z]\b))"
)
#: One with pages, sections or lines, which is of no table, chapter or figure of the text itself.
_LABELLED = re.compile(
    r"\((?=(?:pp?\.|[SPV]\.|§§?|vv?\.|ll?\.|lines?|Z\.|Verse?)\s?[\divxlcIVXLC])"
)
#: One with numbers alone, as reviews and essays have them.
_PLAIN = re.compile(
    rf"\((?P<pages>\d{{1,3}}(?:\s?{DASH}\s?\d{{1,3}}|\s?ff?\.)?(?:,\s\d{{1,3}}(?:{DASH}\d{{1,3}})?)*)\)"
)
#: Act, scene and line, or book, canto and line: "(1.2.14)", "(I, 2, V. 14)".
DIVIDED = re.compile(
    rf"\((?P<pages>\d{{1,2}}\.\d{{1,2}}\.\d{{1,4}}(?:{DASH}\d{{1,4}})?"
    rf"|[IVXLC]{{1,5}},\s(?:[\divxlc]{{1,4}},\s)?[Vv]{{1,2}}\.\s?\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?)\)"
)
#: A text cites pages of the work that it is about at least so often.
OFTEN = 3
#: Before these stands a page alone.
_ENDS = frozenset(".,;:!?—–)\n")
#: A parenthesis with a place ends so near (code points).
_LONGEST = 200


class Place(NamedTuple):
    """A place between parentheses: its span, whether nothing says that it is one, and whether
    what it names may be a ``part`` of the text that it stands in, as a table is."""

    start: int
    end: int
    plain: bool
    part: bool = False


def places_in(text: str, review: bool) -> Iterator[Place]:
    """The places of a text; those with numbers alone if they are many, or end a clause."""
    for match in in_brackets(_NAMED, text):
        end = _place_end(text, match.end())
        if end is not None:
            yield Place(match.end(), end, False, _LABELLED.match(text, match.start()) is None)
    plain = list(in_brackets(_PLAIN, text))
    if review:
        plain = plain if len(plain) >= OFTEN else []
    else:
        plain = [one for one in plain if text[one.end() : one.end() + 1] in _ENDS]
        plain += in_brackets(DIVIDED, text)
    yield from (Place(*one.span("pages"), True) for one in plain)


def _place_end(text: str, start: int) -> int | None:
    """Where the locator ends that begins in a parenthesis, if only remarks on the words quoted
    stand behind it, or what else is cited: "p. 59; see also Lee, 1985"."""
    end = text.find(")", start, start + _LONGEST)
    locator = locator_at(text, start, end) if end >= 0 else None
    if locator is None:
        return None
    behind = text[locator.end : end].partition(";")[0]
    return None if without_remarks(behind).strip() else locator.end
