"""Authors who are named together: "Gray and Lee" are those who have written a work together, with
no given name beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.works import Catalogue, NameHit

#: Between two of them, given names included.
_BETWEEN = re.compile(r"(?:,?\s(?:and|und|et|&)\s|,\s|[–-])(?:[^\W\d_a-zß-ÿœ][\w.’'-]*\s){0,3}")


def together(
    text: str, hits: Sequence[NameHit], catalogue: Catalogue
) -> dict[int, tuple[int, ...]]:
    """By their places the families, of those found in a text, that stand beside others with whose
    bearers theirs have written works, and these works: those of as many authors, if there are
    any."""
    found: dict[int, tuple[int, ...]] = {}
    run: list[NameHit] = []
    shared: tuple[int, ...] = ()
    for hit in hits:
        both = tuple(entry for entry in shared if entry in hit.entries)
        if both and hit.key != run[-1].key and _BETWEEN.fullmatch(text, run[-1].end, hit.start):
            run.append(hit)
            shared = both
            of_them = [entry for entry in both if len(catalogue.entries[entry].authors) == len(run)]
            found.update(dict.fromkeys((one.start for one in run), tuple(of_them) or both))
        else:
            run, shared = [hit], hit.entries
    return found
