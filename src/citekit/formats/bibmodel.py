"""What BibTeX and BibLaTeX call entry types and fields, and what looks like a slip.

A .bib file may hold any type and any field, and all of them are kept.  One that is no
name of the data models but a single slip away from one (a letter too many, missing,
wrong, or two in the wrong order: four misspellings in five, Damerau, "A technique for
computer detection and correction of spelling errors", CACM 7(3), 1964) is likely meant
to be that.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from citekit.errors import Problem, Where, warning
from citekit.formats.bibmap import (
    EXTRA_NAMES,
    MEANINGS,
    NO_WORKS,
    ROWS_BY_FIELD,
    SUBTITLES,
    VERBATIM,
)
from citekit.identifiers import false_isbns, false_issns, normalise_doi
from citekit.model import Work

#: The field of a record that names codes of problems to pass over.
IGNORE = "citekit-ignore"
#: Fields of "BibTeXing" (section 3.2) and of the BibLaTeX manual (2.2.2, 2.2.3, 2.2.5 and
#: appendix A).
_STANDARD = frozenset(
    """
    abstract addendum address afterword annotation annotator annote archiveprefix author
    authortype bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter
    commentator crossref date day doi edition editor editora editoratype editorb editorbtype
    editorc editorctype editortype eid entryset entrysubtype eprint eprintclass eprinttype
    eventdate eventtitle eventtitleaddon execute file foreword gender holder howpublished
    hyphenation ids indexsorttitle indextitle institution introduction isan isbn ismn isrn issn
    issue issuesubtitle issuetitle issuetitleaddon iswc journal journalsubtitle journaltitle
    journaltitleaddon key keywords label langid langidopts language library location
    mainsubtitle maintitle maintitleaddon month nameaddon note number options organization
    origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part
    pdf presort primaryclass publisher pubstate related relatedoptions relatedstring
    relatedtype reprinttitle school series shortauthor shorteditor shorthand shorthandintro
    shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear
    subtitle title titleaddon translator type url urldate venue version volume volumes xdata
    xref year
    """.split()
)
#: What a name may be meant to be: the editors of several roles are not often meant.
_LIKELY = _STANDARD - {"editora", "editorb", "editorc"}
#: Fields for whatever a style wants (BibLaTeX manual 2.2.4).
_CUSTOM = frozenset(
    f"{name}{letter}" for name in ("name", "list", "user", "verb") for letter in "abcdef"
) | frozenset(f"name{letter}type" for letter in "abc")
#: Fields of libraries' and publishers' files that resemble standard ones.
_OTHERS = frozenset("eisbn eissn pissn".split())
_FIELDS = _STANDARD | _CUSTOM | _OTHERS | VERBATIM | {*ROWS_BY_FIELD, *SUBTITLES, *EXTRA_NAMES}

#: Entry types of both (2.1.1 to 2.1.3 of the BibLaTeX manual, "BibTeXing" 3.1).
_TYPES = frozenset(MEANINGS) | {"set", "bibnote"}
_CUSTOM_TYPES = frozenset(f"custom{letter}" for letter in "abcdef")

#: BibLaTeX's date fields (manual, 2.3.8) and the CSL variables they are read as.
_DATES = {
    **{"date": "issued", "origdate": "original-date"},
    **{"eventdate": "event-date", "urldate": "accessed"},
}
#: Shorter names are one slip away from too many others; entry types are few.
_SHORTEST, _SHORTEST_TYPE = 4, 3
#: What BibLaTeX puts behind a name to tell fields of one kind apart, and people likewise.
_NUMBERED = re.compile("[a-d0-9]")


def slips(work: Work, entry_type: str, fields: Collection[str], where: Where) -> Iterator[Problem]:
    """What looks misspelt in an entry: its type, and its fields by their lower-case names;
    and dates, ISBNs, ISSNs and DOIs that are none.  ``work`` is what the entry was read as."""
    near = _near_types(entry_type)
    if near:
        yield warning(
            "misspelt-type",
            f"@{entry_type} is no entry type of BibLaTeX or BibTeX",
            where,
            f"did you mean @{' or @'.join(near)}?",
        )
    for name in fields:
        near = _near_fields(name)
        if near:
            yield warning(
                "misspelt-field",
                f"{name!r} is no field of BibLaTeX or BibTeX",
                where,
                f"did you mean {' or '.join(near)}?",
            )
    for name, variable in _DATES.items():
        date = work.date(variable) if name in fields else None
        if date is not None and date.literal and date.start is None and date.end is None:
            yield warning(
                "no-date",
                f"{name} is no date: {date.literal!r}",
                where,
                "write 1959, 1959-05-01 or 1959/1961 (EDTF); "
                "words such as “forthcoming” belong in pubstate",
            )
    yield from _false_identifiers(work, where)


def _false_identifiers(work: Work, where: Where) -> Iterator[Problem]:
    """ISBNs, ISSNs and DOIs that are none."""
    hint = "compare it with the title page; if it is so in print: {} = {{{}}}"
    for number in false_isbns(f"{work.text('ISBN')}; {work.extra.get('isbn', '')}"):
        yield warning("no-isbn", _NO.format(number, "ISBN"), where, hint.format(IGNORE, "no-isbn"))
    for number in false_issns(work.text("ISSN")):
        yield warning("no-issn", _NO.format(number, "ISSN"), where, hint.format(IGNORE, "no-issn"))
    doi = work.text("DOI")
    if doi and normalise_doi(doi) is None:
        yield warning("no-doi", f"{doi!r} is no DOI", where, "write it as 10.1000/xyz")


_NO = "{} is no {}: a digit is wrong, missing or too many"


@lru_cache(maxsize=1024)
def _near_types(name: str) -> tuple[str, ...]:
    return _near(name, _TYPES, _TYPES | _CUSTOM_TYPES | NO_WORKS, _SHORTEST_TYPE)


@lru_cache(maxsize=1024)
def _near_fields(name: str) -> tuple[str, ...]:
    return _near(name, _LIKELY, _FIELDS)


def _near(
    name: str, likely: Collection[str], known: Collection[str], shortest: int = _SHORTEST
) -> tuple[str, ...]:
    """The likely names that are one slip away from a name that is not known, sorted."""
    numbered = name[:-1] in known and _NUMBERED.fullmatch(name[-1])
    if name in known or len(name) < shortest or numbered:
        return ()
    return tuple(sorted(one for one in likely if OSA.distance(name, one, score_cutoff=1) == 1))


#: Fields that an entry needs (BibLaTeX manual 2.1.1); alternatives stand together.
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author",), ("title",), ("journaltitle", "journal"), ("date", "year")),
    "book": (("author", "editor"), ("title",), ("date", "year")),
    "mvbook": (("author", "editor"), ("title",), ("date", "year")),
    "inbook": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "booklet": (("author", "editor"), ("title",), ("date", "year")),
    "collection": (("editor",), ("title",), ("date", "year")),
    "incollection": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "dataset": (("author", "editor"), ("title",), ("date", "year")),
    "manual": (("author", "editor"), ("title",), ("date", "year")),
    "misc": (("author", "editor"), ("title",), ("date", "year")),
    "online": (("author", "editor"), ("title",), ("date", "year"), ("doi", "eprint", "url")),
    "patent": (("author",), ("title",), ("number",), ("date", "year")),
    "periodical": (("editor",), ("title",), ("date", "year")),
    "proceedings": (("title",), ("date", "year")),
    "inproceedings": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "conference": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "reference": (("editor",), ("title",), ("date", "year")),
    "inreference": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "report": (("author",), ("title",), ("institution",), ("date", "year")),
    "techreport": (("author",), ("title",), ("institution",), ("date", "year")),
    "software": (("author", "editor"), ("title",), ("date", "year")),
    "thesis": (("author",), ("title",), ("institution", "school"), ("date", "year")),
    "phdthesis": (("author",), ("title",), ("institution", "school"), ("date", "year")),
    "mastersthesis": (("author",), ("title",), ("institution", "school"), ("date", "year")),
    "unpublished": (("author",), ("title",), ("date", "year")),
}
