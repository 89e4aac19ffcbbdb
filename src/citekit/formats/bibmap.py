"""BibTeX and BibLaTeX as one table, read in both directions.

Types and fields are those of "BibTeXing" (Patashnik), section 3, and of the
BibLaTeX manual 3.x, sections 2.1 and 2.2; types and variables those of CSL
1.0.2, appendices III and IV.  Whatever has no row still travels: a CSL
variable as ``csl-VARIABLE``, a field as the work's ``extra``.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from citekit.formats.biblanguages import LANGUAGE_NAMES as LANGUAGE_NAMES
from citekit.formats.biblanguages import LANGUAGE_TAGS as LANGUAGE_TAGS
from citekit.latex import to_unicode
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
)


class Dialect(Enum):
    """Which of the two a file is written for; both are always understood."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


class Kind(Enum):
    """How a field's value is put into words."""

    TITLE = "LaTeX; braces protect case"
    TEXT = "LaTeX"
    PROSE = "LaTeX, in which two backslashes end a line"
    LIST = "LaTeX; outside of braces, and parts items"
    VERBATIM = "as it stands, no LaTeX"
    NAMES = "a BibTeX name list"
    DATE = "EDTF, or words"
    PAGES = "LaTeX, ranges with --"
    LANGUAGE = "babel's name or a BCP 47 tag"


# --- types -------------------------------------------------------------------


class TypeRow(NamedTuple):
    """A CSL type and the entry type it is written as.

    ``marker`` is the ``entrysubtype`` that tells it from the entry type's own
    meaning; empty where the entry type says it all in that dialect.
    """

    csl: str
    bibtex: str
    biblatex: str


TYPES = (
    TypeRow("article", "misc", "online"),
    TypeRow("article-journal", "article", "article"),
    TypeRow("article-magazine", "article", "article"),
    TypeRow("article-newspaper", "article", "article"),
    TypeRow("bill", "misc", "legislation"),
    TypeRow("book", "book", "book"),
    TypeRow("broadcast", "misc", "misc"),
    TypeRow("chapter", "incollection", "incollection"),
    TypeRow("classic", "book", "book"),
    TypeRow("collection", "misc", "misc"),
    TypeRow("dataset", "misc", "dataset"),
    TypeRow("document", "misc", "misc"),
    TypeRow("entry", "incollection", "inreference"),
    TypeRow("entry-dictionary", "incollection", "inreference"),
    TypeRow("entry-encyclopedia", "incollection", "inreference"),
    TypeRow("event", "misc", "misc"),
    TypeRow("figure", "misc", "image"),
    TypeRow("graphic", "misc", "image"),
    TypeRow("hearing", "misc", "misc"),
    TypeRow("interview", "misc", "misc"),
    TypeRow("legal_case", "misc", "jurisdiction"),
    TypeRow("legislation", "misc", "legislation"),
    TypeRow("manuscript", "unpublished", "unpublished"),
    TypeRow("map", "misc", "misc"),
    TypeRow("motion_picture", "misc", "movie"),
    TypeRow("musical_score", "misc", "misc"),
    TypeRow("pamphlet", "booklet", "booklet"),
    TypeRow("paper-conference", "inproceedings", "inproceedings"),
    TypeRow("patent", "misc", "patent"),
    TypeRow("performance", "misc", "performance"),
    TypeRow("periodical", "misc", "periodical"),
    TypeRow("personal_communication", "misc", "letter"),
    TypeRow("post", "misc", "online"),
    TypeRow("post-weblog", "misc", "online"),
    TypeRow("regulation", "misc", "legislation"),
    TypeRow("report", "techreport", "report"),
    TypeRow("review", "article", "review"),
    TypeRow("review-book", "article", "review"),
    TypeRow("software", "misc", "software"),
    TypeRow("song", "misc", "audio"),
    TypeRow("speech", "misc", "misc"),
    TypeRow("standard", "misc", "standard"),
    TypeRow("thesis", "phdthesis", "thesis"),
    TypeRow("treaty", "misc", "legal"),
    TypeRow("webpage", "misc", "online"),
)

#: What an entry type means without a marker; rows of :data:`TYPES` first in
#: their dialect, and the types that are only read.
MEANINGS = {
    **{"article": "article-journal", "book": "book", "booklet": "pamphlet", "audio": "song"},
    **{"incollection": "chapter", "inproceedings": "paper-conference", "misc": "document"},
    **{"phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "report": "report"},
    **{"techreport": "report", "unpublished": "manuscript", "online": "webpage"},
    **{"inreference": "entry-encyclopedia", "dataset": "dataset", "software": "software"},
    **{"image": "graphic", "movie": "motion_picture", "patent": "patent", "review": "review"},
    **{"performance": "performance", "periodical": "periodical", "standard": "standard"},
    **{"letter": "personal_communication", "jurisdiction": "legal_case", "legal": "treaty"},
    "legislation": "legislation",
    # only read; the type itself is kept in extra
    **dict.fromkeys(("collection", "proceedings", "reference", "manual", "commentary"), "book"),
    **dict.fromkeys(("mvbook", "mvcollection", "mvproceedings", "mvreference"), "book"),
    **dict.fromkeys(("inbook", "bookinbook", "suppbook", "suppcollection"), "chapter"),
    **{"conference": "paper-conference", "suppperiodical": "article-journal"},
    **{"electronic": "webpage", "www": "webpage", "video": "motion_picture", "music": "song"},
    **{"artwork": "graphic", "newspaper": "article-newspaper", "magazine": "article-magazine"},
    **{"periodicals": "periodical", "inpress": "article-journal", "map": "map"},
    **{"manuscript": "manuscript"},
}

#: BibTeX's own entry types ("BibTeXing", section 3.1); its styles know no others.
BIBTEX_TYPES = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc "
    "phdthesis proceedings techreport unpublished".split()
)

#: ``entrysubtype`` of articles, by CSL type (BibLaTeX manual, 2.2.3).
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}

#: Entry types that imply a genre, and the genre.
GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}

#: BibLaTeX's localisation keys in ``type`` and what they print (manual, 4.9.2).
TYPE_KEYS = {
    **{"phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis"},
    **{"candthesis": "Candidate thesis", "techreport": "Technical report"},
    **{"resreport": "Research report", "software": "Computer software", "datacd": "CD-ROM"},
    **{"audiocd": "Audio CD", "patent": "Patent", "patentde": "German patent"},
    **{"patenteu": "European patent", "patentfr": "French patent", "patentuk": "British patent"},
    **{"patentus": "U.S. patent", "patreq": "Patent request", "patreqde": "German patent request"},
    **{"patreqeu": "European patent request", "patreqfr": "French patent request"},
    **{"patrequk": "British patent request", "patrequs": "U.S. patent request"},
}

#: BibLaTeX's localisation keys in ``pubstate`` that are no words, and what they print.
STATES = {"inpreparation": "in preparation", "inpress": "in press"}
STATE_KEYS = {words: key for key, words in STATES.items()}

#: Containers of fields for other entries; no works (BibLaTeX manual, 2.1.1).
NO_WORKS = frozenset({"xdata"})

# --- fields ------------------------------------------------------------------

ARTICLES = frozenset(
    [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "periodical",
        "review",
        "review-book",
    ]
)
_IN_SERIES = frozenset(
    [
        "book",
        "chapter",
        "classic",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "pamphlet",
        "paper-conference",
    ]
)
_ONLINE = frozenset({"webpage", "post", "post-weblog", "software", "dataset"})
#: What archives and libraries hold a single copy of.
LETTERS = frozenset({"personal_communication", "manuscript"})
_HELD = LETTERS | frozenset(
    ["collection", "figure", "graphic", "interview", "map", "musical_score", "pamphlet", "speech"]
)


class FieldRow(NamedTuple):
    """A CSL variable and the fields that mean it, for some CSL types or all.

    ``read`` are the fields it is read from, the first present one wins;
    ``bibtex`` and ``biblatex`` the one it is written to.  ``lossy`` says what
    a round trip from .bib to .bib does not keep.
    """

    variable: str
    read: tuple[str, ...]
    bibtex: str
    biblatex: str
    kind: Kind = Kind.TEXT
    types: frozenset[str] | None = None
    lossy: str = ""


def _same(variable: str, field: str, kind: Kind = Kind.TEXT) -> FieldRow:
    """A field of one name in both dialects."""
    return FieldRow(variable, (field,), field, field, kind)


FIELDS = (
    _same("author", "author", Kind.NAMES),
    _same("title", "title", Kind.TITLE)._replace(lossy="the subtitle joins the title"),
    FieldRow(
        "container-title",
        ("journaltitle", "fjournal", "journal", "booktitle"),
        *("journal", "journaltitle", Kind.TITLE, ARTICLES),
        lossy="the subtitle joins the title",
    ),
    FieldRow(
        "container-title",
        ("booktitle", "journaltitle", "journal", "maintitle"),
        *("booktitle", "booktitle", Kind.TITLE),
        lossy="the subtitle joins the title",
    ),
    _same("editor", "editor", Kind.NAMES),
    _same("translator", "translator", Kind.NAMES),
    _same("container-author", "bookauthor", Kind.NAMES),
    _same("illustrator", "illustrator", Kind.NAMES),
    FieldRow(
        "recipient",
        ("recipient", "addressee"),
        *("recipient", "recipient", Kind.NAMES),
    ),
    _same("title-short", "shorttitle", Kind.TITLE),
    FieldRow(
        "container-title-short",
        ("shortjournal", "journalabbr"),
        *("shortjournal", "shortjournal", Kind.TITLE),
    ),
    _same("collection-title", "series", Kind.TITLE),
    _same("event-title", "eventtitle", Kind.TITLE),
    _same("event-place", "venue"),
    _same("volume", "volume"),
    _same("number-of-volumes", "volumes"),
    FieldRow("issue", ("number", "issue"), "number", "number", types=ARTICLES),
    _same("issue", "issue"),
    FieldRow("collection-number", ("number",), "number", "number", types=_IN_SERIES),
    _same("number", "number"),
    _same("part-number", "part"),
    _same("chapter-number", "chapter"),
    _same("edition", "edition"),
    _same("version", "version"),
    FieldRow("genre", ("type",), "type", "type", lossy="localisation keys become words"),
    _same("page", "pages", Kind.PAGES)._replace(lossy="a range's dash becomes --"),
    _same("number-of-pages", "pagetotal"),
    # ``library`` is the BibLaTeX manual's (2.2.2), ``institution`` biblatex-apa's, ``collection``
    # and ``shelfmark`` are biblatex-manuscripts-philology's
    FieldRow(
        "archive",
        ("archive", "library", "repository", "institution"),
        *("library", "library", Kind.TEXT, frozenset({"personal_communication"})),
    ),
    FieldRow("archive", ("archive", "library", "repository"), *("library",) * 2, types=_HELD),
    FieldRow("archive", ("library",), "library", "library", types=frozenset({"document"})),
    FieldRow(
        "archive_collection",
        ("archive_collection", "collection"),
        *("collection", "collection", Kind.TEXT, _HELD),
    ),
    FieldRow(
        "archive_location",
        ("archive_location", "archivelocation", "shelfmark", "callnumber", "call-number"),
        *("shelfmark", "shelfmark", Kind.TEXT, _HELD | {"document"}),
    ),
    FieldRow("archive-place", ("location",), "location", "location", Kind.LIST, LETTERS),
    FieldRow(
        "publisher",
        ("school", "institution", "publisher", "organization"),
        *("school", "institution", Kind.LIST, frozenset({"thesis"})),
    ),
    FieldRow(
        "publisher",
        ("institution", "publisher", "school", "organization"),
        *("institution", "institution", Kind.LIST, frozenset({"report"})),
    ),
    FieldRow(
        "publisher",
        ("organization", "publisher", "institution", "school"),
        *("organization", "organization", Kind.LIST, _ONLINE),
    ),
    FieldRow(
        "publisher",
        ("publisher", "institution", "school", "organization"),
        *("publisher", "publisher", Kind.LIST),
    ),
    FieldRow("publisher-place", ("address",), "address", "address", Kind.LIST, LETTERS),
    FieldRow("publisher-place", ("location", "address"), "address", "location", Kind.LIST),
    FieldRow("issued", ("date",), "date", "date", Kind.DATE),
    FieldRow("original-date", ("origdate", "origyear"), "origdate", "origdate", Kind.DATE),
    _same("original-title", "origtitle", Kind.TITLE),
    _same("original-publisher", "origpublisher", Kind.LIST),
    _same("original-publisher-place", "origlocation", Kind.LIST),
    _same("event-date", "eventdate", Kind.DATE),
    _same("status", "pubstate"),
    FieldRow(
        "language",
        ("langid", "language", "hyphenation"),
        *("language", "langid", Kind.LANGUAGE),
        lossy="variants of a language's name become one",
    ),
    _same("DOI", "doi", Kind.VERBATIM),
    _same("ISBN", "isbn"),
    _same("ISSN", "issn"),
    _same("PMID", "pmid"),
    _same("PMCID", "pmcid"),
    _same("URL", "url", Kind.VERBATIM),
    FieldRow(
        "accessed",
        ("urldate", "lastchecked", "lastaccessed"),
        *("urldate", "urldate", Kind.DATE),
    ),
    _same("keyword", "keywords")._replace(read=("keywords", "keyword")),
    _same("abstract", "abstract", Kind.PROSE),
    _same("note", "note", Kind.PROSE),
    FieldRow("annote", ("annotation", "annote"), "annote", "annotation", Kind.PROSE),
)

#: Variables whose fields are those of a few styles alone.
RARE_FIELDS = {
    **{"recipient": "recipient", "archive_location": "shelfmark"},
    "archive_collection": "collection",
}

#: Types of what is reported in series that the field ``reporter`` names, and the fields
#: that say in their place what a work stands in.
REPORTED = frozenset({"legal_case", "treaty"})
CONTAINERS = frozenset(
    ["journaltitle", "fjournal", "journal", "booktitle", "maintitle", "csl-container-title"]
)

#: Fields that continue another, joined with a colon.
SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journaltitle",
    "mainsubtitle": "maintitle",
}

#: Fields of ``extra`` that hold no LaTeX.
VERBATIM = frozenset(
    """
    crossref xdata xref related entryset ids options execute file groups mendeley-groups
    eprint eprinttype eprintclass archiveprefix primaryclass pdf sortkey owner timestamp
    creationdate modificationdate date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-file-1
    biburl bibsource ee entrytype keywords-raw local-url urlraw verba verbb verbc
    """.split()
)

#: Fields of ``extra`` that programs call otherwise.
EXTRA_NAMES = {"mendeley-groups": "groups"}

#: Entry types whose ``title`` is the ``booktitle`` (…) of what refers to them by
#: ``crossref`` (BibLaTeX manual, appendix B), and the field it becomes.
PARENT_TITLES = {
    **dict.fromkeys(("book", "collection", "proceedings", "reference"), "booktitle"),
    **dict.fromkeys(("mvbook", "mvcollection", "mvproceedings", "mvreference"), "maintitle"),
    "periodical": "journaltitle",
}

#: Entry types that stand in a parent; whole volumes stand in those of several only.
PARTS = frozenset(
    [
        "incollection",
        "inbook",
        "inproceedings",
        "conference",
        "inreference",
        "bookinbook",
        "suppbook",
        "suppcollection",
        "suppperiodical",
        "article",
        "review",
    ]
)
_VOLUMES = frozenset({"book", "collection", "proceedings", "reference"})

#: Parents whose author is the ``bookauthor`` of these parts.
AUTHORS_OF = frozenset({"book", "mvbook"})
AUTHORED = frozenset({"inbook", "bookinbook", "suppbook"})


def parent_prefix(parent_type: str, type: str) -> str:
    """What stands before ``title`` in the field of a part for its parent's title."""
    field = PARENT_TITLES.get(parent_type, "")
    if type in PARTS or (type in _VOLUMES and field == "maintitle"):
        return field.removesuffix("title")
    return ""


#: Fields no entry inherits (BibLaTeX manual, appendix B).
NOT_INHERITED = frozenset(
    [
        "ids",
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "shorttitle",
        "file",
        "doi",
        "abstract",
        "pages",
        "keywords",
        "annotation",
        "annote",
        "csl-id",
    ]
)

#: CSL variables by the lower-case name a ``csl-`` field has.
VARIABLES = {
    name.lower(): name
    for name in (*STANDARD_VARIABLES, *NUMBER_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES)
}


def _by_field() -> dict[str, tuple[tuple[int, FieldRow], ...]]:
    """Rows by field, each with the field's rank in the row."""
    table: dict[str, tuple[tuple[int, FieldRow], ...]] = {}
    for row in FIELDS:
        for rank, name in enumerate(row.read):
            table[name] = (*table.get(name, ()), (rank, row))
    return table


ROWS_BY_FIELD = _by_field()
ROWS_BY_VARIABLE = {
    variable: tuple(row for row in FIELDS if row.variable == variable)
    for variable in dict.fromkeys(row.variable for row in FIELDS)
}
TYPES_BY_CSL = {row.csl: row for row in TYPES}


def row_for_field(name: str, csl_type: str) -> tuple[int, FieldRow] | None:
    """The row that reads field ``name`` in a work of this type, and the field's rank in it."""
    for rank, row in ROWS_BY_FIELD.get(name, ()):
        if row.types is None or csl_type in row.types:
            return rank, row
    return None


def row_for_variable(variable: str, csl_type: str) -> FieldRow | None:
    """The row that writes ``variable`` of a work of this type."""
    for row in ROWS_BY_VARIABLE.get(variable, ()):
        if row.types is None or csl_type in row.types:
            return row
    return None


def shown_value(name: str, value: str) -> str:
    """A field's value for people: of most, without LaTeX and guarding braces."""
    return value if name in VERBATIM or name in ("url", "doi") else to_unicode(value)
