"""Citations that repeat the one before: "ibid.", "ebd.", "op. cit.", "a. a. O."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations_raw import Masks, names_before
from citekit.find.citations_resolve import compatible_given
from citekit.find.citelocators import locator_at
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, name_key
from citekit.model import Body

#: A cheap look for one of these comes first.
_SIGNS = Signs(
    ("ibid", "Ibid", "IBID", "ebd", "Ebd", "ebenda", "Ebenda", "p. cit", "p.cit", "c. cit",
     "c.cit", "t. cit", "t.cit", "a. O.", "a.O.", "a. O", "a.O", "idem,", "Idem,")
)  # fmt: skip
_SAME = re.compile(
    r"\b(?:[Ii]bid(?:em)?\b\.?|IBID\.?|[Ee]bd\b\.?|[Ee]benda\b|[Ll]oc\.\s?cit\.?"
    r"|[Ii]dem\b(?=,\s(?:p|S)\.))"
)
_NAMED = re.compile(r"\b(?:(?:[Oo]p|[Aa]rt)\.\s?cit\.?|[Aa]\.\s?a\.\s?O\.?)")
_NAME_BEFORE = re.compile(
    r"(?P<name>[^\W\d_](?:[^\W\d_]|[’'.\- ]){1,60})(?:[,:;]|\sin)?\s?\(?$", re.I
)


class Earlier(NamedTuple):
    """A place that cites: where it begins, the key of its work or an empty string."""

    start: int
    key: str


def repeats(
    text: str, catalogue: Catalogue, earlier: Sequence[Earlier], masked: Masks
) -> Iterator[Suggestion]:
    """The repeating citations of ``text``; ``earlier`` in order."""
    if not _SIGNS.places(text):
        return
    starts = [place.start for place in earlier]
    for match in _SAME.finditer(text):
        if masked.covers(match.start()):
            continue
        index = bisect_left(starts, match.start())
        key = earlier[index - 1].key if index else ""
        named = names_before(text, match.start() - 1) if text[match.start() - 1] == "(" else None
        if named is None or not catalogue.same_family(named[1][0]):
            yield _repeat(text, match, key, "ibid", f"repeats the citation of {key} before it")
        else:
            # "Name (ibid., p. 3)": the last work of that author
            _, key = _last_by(text, match.start(), catalogue, earlier[:index])
            found = _repeat(text, match, key, "ibid", f"the last work cited before is {key}")
            yield _with_name(text, found, named[0])
    for match in _NAMED.finditer(text):
        if masked.covers(match.start()):
            continue
        index = bisect_left(starts, match.start())
        start, key = _last_by(text, match.start(), catalogue, earlier[:index])
        found = _repeat(text, match, key, "op-cit", f"the last work cited of this author is {key}")
        yield found._replace(start=start)


def _with_name(text: str, found: Suggestion, start: int) -> Suggestion:
    """From the name to the closing parenthesis."""
    return found._replace(start=start, end=found.end + (text[found.end : found.end + 1] == ")"))


def _repeat(text: str, match: re.Match[str], key: str, method: str, reason: str) -> Suggestion:
    end = match.end()
    locator = locator_at(text, end, min(len(text), end + 60))
    return Suggestion(
        match.start(),
        locator.end if locator is not None else end,
        "citation",
        Body("work", key) if key else Body(),
        "cites" if key else "",
        str(locator) if locator is not None else "",
        method=method,
        score=0.8 if key else 0.4,
        reasons=(reason if key else "nothing that it may repeat is in the catalogue",),
    )


def _last_by(
    text: str, at: int, catalogue: Catalogue, earlier: Sequence[Earlier]
) -> tuple[int, str]:
    """Where the name before "op. cit." begins, and the last work cited of that author."""
    before = _NAME_BEFORE.search(text, max(0, at - 64), at)
    if before is None:
        return at, earlier[-1].key if earlier else ""
    words = before["name"].replace(".", ". ").split()
    for count in range(min(4, len(words)), 0, -1):
        family = words[-count:]
        if not family[0][0].isupper():
            continue
        works = catalogue.same_family(" ".join(family))
        if not works:
            continue
        keys = {}
        for entry, place in works:
            author = catalogue.entries[entry].authors[place]
            given = name_key(" ".join(family)).removesuffix(author.key).split()
            if compatible_given(given, author.given):
                keys[catalogue.entries[entry].key] = entry
        if not keys:
            continue
        last = next((place.key for place in reversed(earlier) if place.key in keys), "")
        start = text.rfind(" ".join(family), 0, at)
        return start if start != -1 else at, last or (next(iter(keys)) if len(keys) == 1 else "")
    return at, ""
