"""Works that a text knows from others: "Lee (1969, as cited in Roy, 1978)".

Source: Publication Manual of the APA (7th edition), 8.6 (secondary sources): what was read is
the work that is named last, and the places are in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.find.suggestion import Suggestion

#: Behind the year of a work that is known from another: "Lee’s findings (1969, cited in Roy 1978)".
SECONDARY = re.compile(
    r"[,;]\s?(?:(?:as\s)?(?:cited|quoted|reported)\s(?:in|by|from)"
    r"|zit(?:iert|\.)?\s?(?:nach|n\.|bei|in)|citée?s?\s(?:par|dans|d[’']après))\s"
)


def read_in(text: str, key: str, before: Sequence[Suggestion]) -> str:
    """The key of the work in which the text has read the one with ``key``, by the last of its
    citations among those ``before`` a place, in order; ``key`` itself if it names no other."""
    cited = [one for one in before if one.kind == "citation"]
    for one, following in reversed([*pairwise(cited)]):
        if following.body.value == key:
            return key
        if one.body.value == key:
            other = following.body.value
            secondary = SECONDARY.fullmatch(text, one.end, following.start)
            return other if other and secondary else key
    return key
