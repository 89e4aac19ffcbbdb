"""Parts that the model parts at the wrong place, by the punctuation at their edges: quotation marks
that have not closed, a subtitle, a place with its state in brackets.

Sources: Chicago Manual of Style (17th edition), 14.89 (subtitles), 14.130 (state behind the place),
14.94 (quotations in titles); OSCOLA (4th edition), 3.3.1 (volume, journal, first page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.find.parsing.parts import Part, Sure

_CLOSERS = {"“": "”", "‘": "’", "«": "»", "„": "“”"}
INTRO = re.compile(r"\W*(?:in|dans|aus|en)\b[\s:]", re.I)
#: "(MA): ", the state at the beginning of what was taken for a publisher.
_STATE = re.compile(r"\([^\W\d_][^()\d]{1,20}\):?\s")
_LOWER_PLACE = re.compile(
    r"(?P<title>(?:the|and|or|und|et|de|des|du)\s[^:]{2,80}?[.?!]\s)(?=[^\W\d_a-zß-ÿœ])"
)
_JOINED = re.compile(r"(?:on|of|for|in|de|du|des|für|zur)\s")
_EDITED = re.compile(r"\W*[Ee]dited\sby\b")
NUMBERED = frozenset(["volume", "issue", "pages"])
_CONTAINERS = frozenset(["booktitle", "journal", "series"])


def rejoined(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The stretches that go together, or do not, by the signs at their ends."""
    labels = [part.label for part in parts]
    sure = list(_pairs(string, parts, NUMBERED.isdisjoint(labels)))
    if labels.count("volume") == 2 and "pages" not in labels and "journal" in labels:
        first, last = labels.index("volume"), len(labels) - 1 - labels[::-1].index("volume")
        if labels.index("journal") in range(first, last) and labels[last - 1] == "journal":
            sure.append(("pages", parts[last].start, parts[last].end))  # "3 J Salt Law 1"
    return sure


def _pairs(string: str, parts: Sequence[Part], unnumbered: bool) -> Iterator[Sure]:
    done = -1
    for index, (before, part) in enumerate(pairwise(parts)):
        if index <= done:
            continue
        pair = (before.label, part.label)
        if before.label == "title":
            closed = _closed(string, before, part)
            if closed:
                yield "title", before.start, closed
                continue
        if pair == ("title", "booktitle") or (pair == ("title", "journal") and unnumbered):
            if before.text.endswith(":") and not INTRO.match(part.text):
                yield "title", before.start, part.end
        elif pair == ("title", "place"):
            found = _LOWER_PLACE.match(part.text)
            if found is not None and before.text[-1:] in ",;":
                yield "title", before.start, part.start + found.end("title")
        elif pair == ("place", "publisher"):
            state = _STATE.match(part.text)
            if state is not None:
                yield "place", before.start, part.start + state.end()
        elif pair == ("volume", "citation-number") or (
            pair == ("volume", "number") and not any(char.isdigit() for char in before.text)
        ):
            yield "volume", before.start, part.end
        elif {*pair} <= _CONTAINERS and _JOINED.match(part.text) and before.text[-1:].isalpha():
            behind = parts[index + 2].label if index + 2 < len(parts) else ""
            yield ("journal" if behind == "volume" else part.label), before.start, part.end
    for part in parts:
        if part.label == "translator" and _EDITED.match(part.text):
            yield "editor", part.start, part.end


def _closed(string: str, title: Part, following: Part) -> int:
    """Where the quotation ends that a title begins with, if it goes on into the next part; 0 if
    it does not."""
    mark = title.text[:1]
    closers = _CLOSERS.get(mark, "")
    if not closers or any(one in title.text[1:] for one in closers):
        return 0
    for at in range(following.start, following.end):
        if string[at] in closers and string[at + 1 : at + 2] in (" ", ",", ".", ""):
            return at + 1 + (string[at + 1 : at + 2] in (",", "."))
    return 0
