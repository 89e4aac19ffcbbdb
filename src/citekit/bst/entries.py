"""Works as BibTeX entries: the types and fields BibTeX styles know.

The tables are those of "BibTeXing" (Patashnik 1988), sections 3.1 and 3.2,
with the types and fields styles have added since.  They are for display only
(the lossless way to BibTeX is the format's writer): a type falls back until
the style knows it, a variable stands in the field where styles print it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from citekit.latex import to_latex
from citekit.model import Date, DatePoint, Names, Work
from citekit.names import format_names

#: CSL type → entry types, the best first; every style has the last.
ENTRY_TYPES: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("article",),
    "article-magazine": ("article",),
    "article-newspaper": ("article",),
    "article": ("preprint", "unpublished", "misc"),
    "bill": ("legislation", "misc"),
    "book": ("book",),
    "chapter": ("incollection",),
    "classic": ("book",),
    "collection": ("collection", "proceedings", "book"),
    "dataset": ("dataset", "misc"),
    "entry": ("inreference", "incollection"),
    "entry-dictionary": ("inreference", "incollection"),
    "entry-encyclopedia": ("inreference", "incollection"),
    "legislation": ("legislation", "misc"),
    "manuscript": ("unpublished", "misc"),
    "pamphlet": ("booklet", "misc"),
    "paper-conference": ("inproceedings",),
    "patent": ("patent", "misc"),
    "periodical": ("periodical", "proceedings", "misc"),
    "post": ("online", "misc"),
    "post-weblog": ("online", "misc"),
    "report": ("techreport",),
    "review": ("article",),
    "review-book": ("article",),
    "software": ("software", "misc"),
    "speech": ("unpublished", "misc"),
    "standard": ("standard", "manual", "misc"),
    "thesis": ("phdthesis",),
    "webpage": ("online", "misc"),
}
_OTHER = ("misc",)

#: Field, the variables it is filled from (the first that is there), and the
#: entry types it belongs to (none named: all).
FIELDS: tuple[tuple[str, tuple[str, ...], frozenset[str]], ...] = (
    ("title", ("title",), frozenset()),
    ("journal", ("container-title",), frozenset(("article", "periodical"))),
    (
        "booktitle",
        ("container-title",),
        frozenset(("incollection", "inproceedings", "inreference", "misc", "online")),
    ),
    ("volume", ("volume",), frozenset()),
    ("number", ("issue", "number", "collection-number"), frozenset()),
    ("series", ("collection-title",), frozenset()),
    ("edition", ("edition",), frozenset()),
    ("chapter", ("chapter-number",), frozenset()),
    ("pages", ("page",), frozenset()),
    ("school", ("publisher",), frozenset(("phdthesis", "mastersthesis"))),
    ("institution", ("publisher",), frozenset(("techreport",))),
    ("organization", ("publisher",), frozenset(("manual", "online", "patent", "standard"))),
    ("publisher", ("publisher",), frozenset()),
    ("address", ("publisher-place", "event-place"), frozenset()),
    ("type", ("genre",), frozenset(("phdthesis", "mastersthesis", "techreport", "patent"))),
    ("howpublished", ("medium", "genre"), frozenset(("misc", "booklet", "online"))),
    ("note", ("note", "status"), frozenset()),
    ("annote", ("annote",), frozenset()),
    ("abstract", ("abstract",), frozenset()),
    ("language", ("language",), frozenset()),
    ("isbn", ("ISBN",), frozenset()),
    ("issn", ("ISSN",), frozenset()),
)
#: Fields that hold no prose and stand as they are.
_VERBATIM = (("url", "URL"), ("doi", "DOI"))
_PEOPLE = ("author", "editor", "translator")
#: Fields of BibTeX that CSL has no variable for.
_EXTRA = ("howpublished", "key", "organization")

#: A hyphen or dash between pages, one that is doubled aside.
_PAGE_DASH = re.compile(r"(?<!-)-(?!-)|–")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def entry_type(work: Work, known: Container[str]) -> str:
    """The entry type of ``work`` in a style that knows the types ``known``."""
    types = ENTRY_TYPES.get(work.type, _OTHER)
    if work.type == "thesis" and "master" in work.text("genre").lower():
        types = ("mastersthesis", *types)
    return next((name for name in types if name in known), types[-1])


def fields(work: Work, kind: str, macros: Mapping[str, str]) -> dict[str, str]:
    """The fields of ``work``, people aside, as LaTeX; ``macros`` are the
    style's month names."""
    found: dict[str, str] = {}
    for name, variables, kinds in FIELDS:
        text = next((t for t in map(work.text, variables) if t), "")
        if text and (not kinds or kind in kinds):
            found[name] = to_latex(text)
    for name, variable in _VERBATIM:
        if text := work.text(variable):
            found[name] = text
    for name in _EXTRA:
        if (text := work.extra.get(name, "")) and name not in found:
            found[name] = to_latex(text)
    if "pages" in found:
        found["pages"] = _PAGE_DASH.sub("--", found["pages"])
    if work.type in _LAW and work.text("container-title"):
        found |= {"howpublished": to_latex(_law_citation(work))}
        for name in ("booktitle", "volume", "pages"):
            found.pop(name, None)
    if not work.names("author") and not work.names("editor"):
        found.setdefault("key", found.get("title", work.id))
    return found | _date(work.date("issued"), macros)


#: Law that is cited by the reporter or code it stands in, for which BibTeX has no field.
_LAW = frozenset(("legal_case", "legislation", "bill"))


def _law_citation(work: Work) -> str:
    """Volume, reporter and first page, or code and section ("410 U.S. 113"; Bluebook,
    rules 10.3 and 12.3)."""
    section = work.text("section")
    parts = (
        work.text("volume"),
        work.text("container-title"),
        work.text("page") or (f"§ {section.lstrip('§ ')}" if section else ""),
    )
    return " ".join(filter(None, parts))


def people(work: Work) -> dict[str, str]:
    """The name fields of ``work`` in BibTeX's syntax."""
    return {
        role: format_names(names, to_latex, labels=False)
        for role, names in name_lists(work).items()
    }


def name_lists(work: Work) -> dict[str, Names]:
    """The names of each field that has some; editors of a type of BibLaTeX's
    (``editortype``) are editors, as BibTeX knows no others."""
    lists = {role: work.names(role) for role in _PEOPLE}
    if not lists["editor"]:
        lists["editor"] = work.names(work.extra.get("editortype", ""))
    return {role: names for role, names in lists.items() if names}


def _date(date: Date | None, macros: Mapping[str, str]) -> dict[str, str]:
    if date is None:
        return {}
    if date.start is None:
        return {"year": to_latex(date.literal)} if date.literal else {}
    year = _year(date.start)
    if date.range and (date.end is None or date.end.year != date.start.year):
        year += f"--{_year(date.end)}" if date.end else "--"
        return {"year": year}
    parts = {"year": f"c. {year}" if date.circa else year}
    first = _month(date.start, macros)
    if date.range and date.end:
        return parts | _months(first, date.start, _month(date.end, macros), date.end)
    if first:
        parts["month"] = first
    if date.start.month and date.start.day:
        parts["day"] = str(date.start.day)
    return parts


def _month(point: DatePoint, macros: Mapping[str, str]) -> str:
    """The name of a month, as the style has it, or of a season."""
    if point.month:
        month = _MONTHS[point.month - 1]
        return macros.get(month[:3].lower(), month)
    return _SEASONS[point.season - 1] if point.season else ""


def _months(first: str, start: DatePoint, last: str, end: DatePoint) -> dict[str, str]:
    """The ``month`` of a range within one year: ``January--February``, ``May 3--5``."""
    if not first:
        return {}
    begin = f"{first} {start.day}" if start.day else first
    if last == first:
        days = f"--{end.day}" if end.day and end.day != start.day else ""
        return {"month": begin + days}
    return {"month": f"{begin}--{last} {end.day}" if end.day else f"{begin}--{last}"}


def _year(point: DatePoint) -> str:
    return str(point.year) if point.year > 0 else f"{1 - point.year} BC"
