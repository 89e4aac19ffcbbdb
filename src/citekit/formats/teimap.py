"""TEI's ``biblStruct`` as tables, read in both directions.

Elements and attributes are those of the TEI P5 Guidelines, 3.12.2 ("Components of
Bibliographic References"); variables and types CSL 1.0.2's.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.formats.zoteromap import CSL_TYPES
from citekit.vocabulary import TYPES as _TYPES

#: Types that are parts of a larger work: these have an ``analytic`` level.
PARTS = frozenset(
    """article-journal article-magazine article-newspaper chapter entry entry-dictionary
    entry-encyclopedia paper-conference review review-book""".split()
)
#: Of these, those in a serial (title level *j*), not in a monograph (*m*).
SERIAL = frozenset("article-journal article-magazine article-newspaper review review-book".split())

#: Values of ``biblStruct/@type``: CSL's names of types, Zotero's, and those tools use.
MEANINGS = {
    **{name.lower(): csl for name, csl in CSL_TYPES.items()},
    **{name: name for name in _TYPES},
    **{"journal": "article-journal", "article-in-journal": "article-journal"},
    **{"inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference"},
    **{"monograph": "book", "mastersthesis": "thesis", "phdthesis": "thesis"},
    **{
        "techreport": "report",
        "web": "webpage",
        "website": "webpage",
        "newspaper": "article-newspaper",
    },
}


class Row(NamedTuple):
    """A variable and where it is in a work that is part of another, in one that
    stands alone, and what else is read."""

    variable: str
    path: str
    alone: str = ""
    also: tuple[str, ...] = ()


def _scope(unit: str, *others: str) -> tuple[str, tuple[str, ...]]:
    """Where a ``biblScope`` is written, and where else it may be."""
    also = [f"monogr/biblScope[unit={unit}]", f"biblScope[unit={unit}]"]
    for other in (unit, *others):
        also += [f"monogr/imprint/biblScope[type={other}]", f"monogr/biblScope[type={other}]"]
        also += [f"monogr/imprint/biblScope[unit={other}]"] if other != unit else []
    return f"monogr/imprint/biblScope[unit={unit}]", tuple(also)


def _scoped(variable: str, unit: str, *others: str) -> Row:
    path, also = _scope(unit, *others)
    return Row(variable, path, path, also)


_LANGUAGE = ("monogr/textLang@mainLang", "analytic/textLang", "monogr/textLang")

ROWS = (
    Row("title-short", "analytic/title[type=short]", "monogr/title[type=short]"),
    Row(
        "container-title-short",
        "monogr/title[type=short]",
        "note[type=container-title-short]",
        tuple(f"monogr/title[type={kind}]" for kind in ("abbreviated", "abbrev", "abbr")),
    ),
    Row(
        "collection-title", "series/title[level=s]", also=("series/title", "monogr/title[level=s]")
    ),
    Row("collection-number", "series/biblScope[unit=volume]", also=("series/biblScope",)),
    Row("edition", "monogr/edition"),
    Row("publisher-place", "monogr/imprint/pubPlace"),
    Row("publisher", "monogr/imprint/publisher"),
    Row("event-title", "monogr/meeting"),
    Row("language", "analytic/textLang@mainLang", "monogr/textLang@mainLang", _LANGUAGE),
    Row("ISBN", "monogr/idno[type=ISBN]", also=("idno[type=ISBN]", "monogr/idno[type=isbn]")),
    Row(
        "ISSN",
        "monogr/idno[type=ISSN]",
        also=(
            *("idno[type=ISSN]", "monogr/idno[type=issn]", "monogr/idno[type=pISSN]"),
            *("monogr/idno[type=eISSN]", "monogr/idno[type=ISSNe]"),
        ),
    ),
    Row("number", "monogr/idno[type=number]", also=("idno[type=number]",)),
    Row("call-number", "monogr/idno[type=callNumber]", also=("idno[type=callNumber]",)),
    Row(
        "DOI",
        "analytic/idno[type=DOI]",
        "monogr/idno[type=DOI]",
        (
            *("idno[type=DOI]", "idno[type=doi]", "analytic/idno[type=doi]"),
            *("monogr/idno[type=DOI]", "monogr/idno[type=doi]"),
        ),
    ),
    Row(
        "PMID",
        "analytic/idno[type=PMID]",
        "monogr/idno[type=PMID]",
        ("idno[type=PMID]", "monogr/idno[type=PMID]"),
    ),
    Row(
        "PMCID",
        "analytic/idno[type=PMCID]",
        "monogr/idno[type=PMCID]",
        ("idno[type=PMCID]", "monogr/idno[type=PMCID]"),
    ),
    _scoped("volume", "volume", "vol"),
    _scoped("issue", "issue", "iss", "number"),
    _scoped("chapter-number", "chapter", "chap"),
    _scoped("part-number", "part"),
    _scoped("supplement-number", "supplement"),
    Row("number-of-pages", "monogr/extent/measure[unit=pages]"),
    Row("number-of-volumes", "monogr/extent/measure[unit=volumes]"),
)

#: Where a meeting says its place, and variables of which there may be several.
MEETING_PLACES = tuple(
    f"monogr/meeting/{name}" for name in ("placeName", "settlement", "address", "country")
)
JOINED = frozenset({"publisher", "publisher-place"})

#: Where pages are: text, or the attributes ``from`` and ``to``.
PAGES = (
    "monogr/imprint/biblScope[unit=page]",
    "monogr/biblScope[unit=page]",
    "biblScope[unit=page]",
    "monogr/imprint/biblScope[unit=pp]",
    "monogr/imprint/biblScope[type=pp]",
    "monogr/biblScope[type=pp]",
    "monogr/imprint/biblScope[type=page]",
    "monogr/imprint/biblScope[type=pages]",
)

#: Where a link is.
LINKS = (
    *("ptr@target", "analytic/ptr@target", "monogr/ptr@target", "monogr/imprint/ptr@target"),
    *("ref@target", "analytic/ref@target", "monogr/ref@target", "monogr/imprint/ref@target"),
    *("idno[type=URL]", "monogr/idno[type=URL]", "idno[type=url]", "monogr/idno[type=url]"),
    *("idno[type=URI]", "analytic/idno[type=URI]", "monogr/imprint/note[type=url]"),
)

#: The order of children that the content models of P5 ask for.
ORDER = {
    "biblStruct": ("analytic", "monogr", "series", "idno", "ptr", "note"),
    "analytic": ("title", "author", "editor", "respStmt", "textLang", "idno"),
    "monogr": (
        *("title", "textLang", "idno", "author", "editor", "respStmt", "meeting"),
        *("edition", "imprint", "extent"),
    ),
    "imprint": ("pubPlace", "publisher", "date", "biblScope", "note"),
    "series": ("title", "editor", "respStmt", "biblScope"),
}

#: Values of ``hi/@rend`` (and elements set in italics) and the names of inline markup.
RENDS = {
    **{"italic": "italic", "italics": "italic", "i": "italic", "it": "italic"},
    **{"bold": "bold", "b": "bold", "superscript": "sup", "sup": "sup", "super": "sup"},
    **{"subscript": "sub", "sub": "sub", "smallcaps": "small-caps", "small-caps": "small-caps"},
    **{"sc": "small-caps"},
}
WRITTEN_RENDS = {
    "italic": "italic",
    "bold": "bold",
    "sup": "superscript",
    "sub": "subscript",
    "small-caps": "smallcaps",
}
INLINE = frozenset({"hi", "emph", "foreign", "mentioned", "soCalled", "lb"})
