"""In-text citations: author and year, numbers and marks, keys, identifiers, repeats.

What is resolved names the work; what has the shape of a citation but no work in the
catalogue is suggested with no body, so that an audit can say so.  A shape that may as
well be something else (an event and its year) needs other citations in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.find.citations_keys import keys
from citekit.find.citations_marks import Marked, marks
from citekit.find.citations_raw import PARTICLES, Masks, RawCite, RawYear, raw_cites
from citekit.find.citations_repeats import Earlier, repeats
from citekit.find.citations_resolve import Proposals, Resolution, resolve
from citekit.find.citingwords import CLAIM_VERBS, NOT_AUTHORS
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.model import Body

_NEXT_WORD = re.compile(r"[\s,]*([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[\s,(]*$")
_INTRODUCTIONS = frozenset(
    "by see cf following siehe vgl bei nach selon voir following from von par".split()
)
_RELATIONS = (
    (re.compile(r"\b(?:contra|but see|dagegen|anders|pace)\b", re.I), "disagreesWith"),
    (re.compile(r"\b(?:cf|see also|siehe auch|vgl|vergleiche|voir aussi|compare)\b", re.I),
     "citesAsRelated"),
)  # fmt: skip


def citations(
    text: str,
    catalogue: Catalogue,
    references: Sequence[Suggestion] = (),
    notes: Mapping[str, tuple[int, int]] | None = None,
) -> list[Suggestion]:
    """The in-text citations of ``text``, in order.

    ``references`` are the reference strings already found: nothing inside them is a
    citation, numbers and notes point at them, and repeats may repeat them.  ``notes``
    maps labels of footnotes to their spans, where whoever read the document knows them;
    notes that stand in the text as lines of their own are found without it.
    """
    spans = [(found.start, found.end) for found in references]
    masked = Masks(spans)
    found = [
        *_author_date(text, catalogue, references, masked),
        *keys(text, catalogue, masked),
        *marks(text, Marked(text, references, notes or {}), masked),
    ]
    found = [suggestion for suggestion in found if suggestion.score > 0]
    earlier = sorted(
        Earlier(place.start, place.body.value if place.body.type == "work" else "")
        for place in (*references, *found)
    )
    found.extend(repeats(text, catalogue, earlier, masked))
    found.sort(key=place_in_text)
    return found


def _author_date(
    text: str, catalogue: Catalogue, references: Sequence[Suggestion], masked: Masks
) -> Iterator[Suggestion]:
    proposals = Proposals(references, text)
    found: list[tuple[RawCite, list[tuple[RawYear, Resolution]]]] = []
    certain = 0
    for cite in raw_cites(text, masked, catalogue.families):
        years = [
            (year, resolve(cite.names, cite.et_al, year, catalogue, proposals))
            for year in cite.years
        ]
        found.append((cite, years))
        certain += any(_is_known(resolution) for _, resolution in years) or _is_strong(cite)
    for cite, years in found:
        for index, (year, resolution) in enumerate(years):
            known = any(_is_known(other) for _, other in years)
            if known or resolution.score < 0.35 or _may_stand(text, cite, certain):
                yield _suggestion(cite, index, year, resolution)


def place_in_text(found: Suggestion) -> tuple[int, int, str, str]:
    """The order of suggestions: by place, then by what they are."""
    return found.start, found.end, found.kind, found.body.value


def _is_known(resolution: Resolution) -> bool:
    return resolution.entry is not None or resolution.proposal is not None


def _is_strong(cite: RawCite) -> bool:
    """Whether the shape alone says that it is a citation."""
    if not cite.strict or _is_no_author(cite.names):
        return False
    place = any(year.locator is not None or year.suffix for year in cite.years)
    names = cite.et_al or len(cite.names) > 1
    if cite.shape == "parenthetical":
        return place or names or cite.several or bool(cite.prefix)
    return cite.shape == "narrative" and (place or cite.et_al)


def _is_no_author(names: Iterable[str]) -> bool:
    return any(word.lower().rstrip(".") in NOT_AUTHORS for name in names for word in name.split())


def _may_stand(text: str, cite: RawCite, certain: int) -> bool:
    """Whether a citation of no known work is one at all."""
    if _is_no_author(cite.names) or cite.shape == "running":
        return False
    if _is_strong(cite):
        return True
    if not certain or not cite.strict:
        return False
    if cite.shape == "parenthetical":
        return len(cite.names[0].split()) <= 3
    if len(cite.names) > 1:
        return True
    if cite.names[0].split()[0] in PARTICLES:
        return False  # "nach der Wende (1989)"
    following = _NEXT_WORD.match(text, cite.years[-1].end)
    if following is not None and following[1].lower() in CLAIM_VERBS:
        return True
    before = _WORD_BEFORE.search(text, max(0, cite.start - 20), cite.start)
    return before is not None and before[1].lower() in _INTRODUCTIONS


def _suggestion(cite: RawCite, index: int, year: RawYear, resolution: Resolution) -> Suggestion:
    start = cite.start if index == 0 else year.start
    end = max(year.end, year.locator.end if year.locator is not None else 0)
    relation, reasons = "cites", resolution.reasons
    if cite.prefix:
        relations = (name for pattern, name in _RELATIONS if pattern.search(cite.prefix))
        relation = next(relations, relation)
        reasons = (*reasons, f"introduced by “{cite.prefix}”")
    entry = resolution.entry
    return Suggestion(
        start,
        end,
        "citation",
        Body("work", entry.key) if entry is not None else Body(),
        relation if entry is not None else "",
        str(year.locator) if year.locator is not None else "",
        method=f"author-date-{cite.shape}",
        score=resolution.score,
        reasons=reasons,
        proposal=resolution.proposal,
    )
