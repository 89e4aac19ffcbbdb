"""Years and pages that belong to names and years in their order: "Lee and Roy (1959 and 1976,
respectively)", "Lee (1959, 1979: 12, 88, respectively)"."""

from __future__ import annotations

import re

from citekit.find.citations.raw import RawCite, RawYear
from citekit.find.citations.resolve import Proposals, Resolution, resolve
from citekit.find.citations.years import RESPECTIVELY
from citekit.find.works import Catalogue

_AND = re.compile(r"\s?(?:,(?:\s(?:and|und|et|&)\s)?|\s(?:and|und|et|&)\s|bzw\.)\s?")
#: So far behind the last year the word may stand (code points).
_REACH = 24


def is_respective(text: str, cite: RawCite) -> bool:
    """Whether a word beside the years of a cite says that they are meant in order."""
    last = cite.years[-1]
    end = max(last.end, last.locator.end if last.locator is not None else 0)
    if "bzw." in text[cite.start : end] or "beziehungsweise" in text[cite.start : end]:
        return True
    return RESPECTIVELY.search(text, cite.start, min(len(text), end + _REACH)) is not None


def with_own_pages(cite: RawCite) -> RawCite:
    """A cite whose last year has as many pages as there are years, with one for each."""
    *others, last = cite.years
    if last.locator is None or any(year.locator is not None for year in others):
        return cite
    pages = _AND.split(last.locator.text)
    if len(pages) != len(cite.years):
        return cite
    years = [
        year._replace(locator=last.locator._replace(text=page, end=year.end))
        for year, page in zip(others, pages, strict=False)
    ]
    own = last._replace(locator=last.locator._replace(text=pages[-1]))
    return cite._replace(years=(*years, own))


def one_by_one(
    cite: RawCite, catalogue: Catalogue, proposals: Proposals
) -> list[tuple[RawYear, Resolution]]:
    """The years of a cite as works of its authors in order, each of one of them."""
    return [
        (year, resolve((name,), False, year, catalogue, proposals))
        for name, year in zip(cite.names, cite.years, strict=True)
    ]
