"""``citation-label``: a label made of names and year, as in ``Doe65``.

CSL leaves the form to the processor; this is citeproc-js' default trigraph:
four letters of one name, two each of two, and so on.
"""

from __future__ import annotations

from citekit.csl.context import Item
from citekit.model import Date, is_names

_LETTERS = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))


def make(item: Item) -> str:
    """The label of ``item`` without a year-suffix."""
    names = next((v for v in item.fields.values() if is_names(v) and v), ())
    author = item.fields.get("author")
    if is_names(author) and author:
        names = author
    counts = _LETTERS[min(len(names), 4) - 1] if names else ()
    pieces = []
    for name, count in zip(names, counts, strict=False):
        family = "".join(c for c in name.family or name.literal or name.given if c.isalpha())
        pieces.append(family[:count])
    issued = item.fields.get("issued")
    year = ""
    if isinstance(issued, Date) and issued.start is not None:
        year = f"{abs(issued.start.year) % 100:02}"
    return "".join(pieces) + year
