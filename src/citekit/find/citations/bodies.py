"""Names of bodies and groups before a year, whatever words they have.

Source: Publication Manual of the APA (7th edition), 8.17 and 9.11 (group authors).
"""

from __future__ import annotations

import re
from collections.abc import Container

from citekit.find.citations.names import UPPER
from citekit.find.shapes import YEAR
from citekit.find.works import name_key

_CAPITAL = re.compile(rf"(?<![\w’'-])[{UPPER}]|(?<=[dDlL][’'])[{UPPER}]")
LONGEST_BODY = 100  # code points of the name of a body
#: Last words of the names of groups that wrote a work.
GROUP_ENDINGS = (
    "Collaborator", "Collaborators", "Collaboration", "Group", "Investigators", "Consortium",
    "Network", "Committee", "Team", "Panel", "Task Force", "Taskforce", "Study", "Survey",
    "Konsortium", "Gruppe", "Netzwerk",
)  # fmt: skip
_GROUPS = rf"(?:{'|'.join(GROUP_ENDINGS)})\b"
#: "GBD 2019 Diseases and Injuries Collaborators": the name of a group that has a year in it.
GROUP = (
    rf"(?P<names>(?:[{UPPER}][\w’'-]*\s){{1,4}}{YEAR}\s"
    rf"(?:(?:[{UPPER}][\w’'-]*|of|and|the|for|in|on|und|für|der)\s){{0,8}}?{_GROUPS})"
)
#: The same that ends at a place; the rest of it from its year on, and the year of the work.
GROUP_END = re.compile(rf"(?<!\w){GROUP}$")
GROUP_GOES_ON = re.compile(
    rf"{YEAR}\s(?:(?:[{UPPER}][\w’'-]*|of|and|the|for|in|on|und|für|der)\s){{0,8}}?{_GROUPS},?\s\(?{YEAR}"
)


def body_before(
    text: str, low: int, at: int, known: Container[str]
) -> tuple[int, tuple[str, ...], bool] | None:
    """The name of a body that is known and ends at ``at``, whatever words it has, the longest
    that begins after ``low``: as :func:`names_before` gives names."""
    end = low + len(text[low:at].rstrip())
    for word in _CAPITAL.finditer(text, low, end):
        name = text[word.start() : end]
        if " " in name and name_key(name) in known:
            return word.start(), (name,), False
    return None


#: Words in lower case inside the names of bodies.
_INSIDE = frozenset("of and & for on in to de du des d’ pour et für der von und zu".split())
_ARTICLES = frozenset("the la le les l’ die das den".split())


def goes_back(text: str, start: int) -> bool:
    """Whether what looks like a name from ``start`` on may be the end of a body's: behind a word
    with a capital, or one that stands in such names."""
    words = text[max(0, start - 24) : start].split()
    if len(words) > 1 and words[-1] in _ARTICLES:
        words.pop()
    return bool(words) and (words[-1][0].isupper() or words[-1] in _INSIDE)
