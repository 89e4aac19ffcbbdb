"""RIS as a table, read in both directions.

Tags and types are those of the RIS specification (Research Information
Systems, 2001, and its 2011 revision); types and variables those of CSL 1.0.2.
What has no row is written to ``U1``, RIS' first user field, as
``csl:VARIABLE: value`` or ``extra:KEY: value``, and read back from there.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How a tag's lines become a value."""

    TEXT = "one line; the first counts"
    LINES = "text with line feeds; repeated tags join with one"
    LIST = "one item a line, joined with a comma"
    NAMES = "one name a line"
    DATE = "YYYY/MM/DD/other"


#: CSL type and the RIS type it is written as.  ``U1`` keeps the CSL type where
#: :data:`MEANINGS` would read another from it.
TYPES = {
    **{"article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN"},
    **{"article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "MULTI"},
    **{"chapter": "CHAP", "classic": "CLSWK", "collection": "AGGR", "dataset": "DATA"},
    **{"document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT"},
    **{"entry-encyclopedia": "ENCYC", "event": "GEN", "figure": "FIGURE", "graphic": "ART"},
    **{"hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT"},
    **{"manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC"},
    **{"pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "performance": "GEN"},
    **{"periodical": "JFULL", "personal_communication": "PCOMM", "post": "BLOG"},
    **{"post-weblog": "BLOG", "regulation": "GOVDOC", "report": "RPRT", "review": "JOUR"},
    **{"review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE"},
    **{"standard": "STAND", "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC"},
}

#: What a RIS type means: the inverse of :data:`TYPES`, first come, and those only read.
MEANINGS = {
    **{ris: csl for csl, ris in reversed(TYPES.items())},
    **{"ABST": "article-journal", "EJOUR": "article-journal", "INPR": "article-journal"},
    **{"ANCIENT": "classic", "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter"},
    **{"CONF": "paper-conference", "ADVS": "motion_picture", "VIDEO": "motion_picture"},
    **{"CHART": "graphic", "EQUA": "graphic", "DBASE": "dataset", "ICOMM": "webpage"},
    **{"WEB": "webpage", "UNBILL": "bill", "SER": "book", "CTLG": "book", "GRANT": "document"},
    **{"MANUSCRIPT": "manuscript", "RPT": "report", "PCOMM": "personal_communication"},
    **{"UNPB": "article", "ENCYC": "entry-encyclopedia", "BLOG": "post-weblog"},
    **{"JOUR": "article-journal", "GEN": "document"},
}


class Row(NamedTuple):
    """A CSL variable, the tags it is read from (the first present one counts,
    names and lists take all), the one it is written to, for some types or all."""

    variable: str
    read: tuple[str, ...]
    write: str
    kind: Kind = Kind.TEXT
    types: frozenset[str] | None = None


_BOOKS = frozenset({"book", "classic", "pamphlet"})

ROWS = (
    Row("author", ("AU", "A1"), "AU", Kind.NAMES),
    Row("editor", ("A2", "ED"), "A2", Kind.NAMES),
    Row("collection-editor", ("A3",), "A3", Kind.NAMES),
    Row("translator", ("A4", "TA"), "A4", Kind.NAMES),
    Row("title", ("TI", "T1", "CT"), "TI"),
    Row("title", ("TI", "T1", "CT", "BT"), "TI", types=_BOOKS),
    Row("collection-title", ("T3", "T2"), "T3", types=_BOOKS),
    Row("container-title", ("T2", "JF", "JO", "BT"), "T2"),
    Row("container-title-short", ("J2", "JA", "J1"), "J2"),
    Row("collection-title", ("T3",), "T3"),
    Row("volume", ("VL",), "VL"),
    Row("issue", ("IS",), "IS"),
    Row("number", ("M1",), "M1"),
    Row("number-of-volumes", ("NV",), "NV"),
    Row("edition", ("ET",), "ET"),
    Row("section", ("SE",), "SE"),
    Row("publisher", ("PB",), "PB"),
    Row("publisher-place", ("CY", "PP"), "CY"),
    Row("accessed", ("Y2",), "Y2", Kind.DATE),
    Row("title-short", ("ST",), "ST"),
    Row("genre", ("M3",), "M3"),
    Row("language", ("LA",), "LA"),
    Row("call-number", ("CN",), "CN"),
    Row("archive", ("DB",), "DB"),
    Row("archive_location", ("AN",), "AN"),
    Row("source", ("DP",), "DP"),
    Row("DOI", ("DO",), "DO"),
    Row("URL", ("UR",), "UR"),
    Row("keyword", ("KW",), "KW", Kind.LIST),
    Row("abstract", ("AB", "N2"), "AB", Kind.LINES),
    Row("note", ("N1",), "N1", Kind.LINES),
)

#: Tags for what CSL has no variable for, and the key of ``extra`` they belong to.
EXTRAS = {"L1": "file"}

#: Tags with rules of their own: type, key, year and date, pages, ISBN or ISSN, user field.
SPECIAL = frozenset({"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "U1"})

#: Types whose SN is an ISBN when its digits do not tell.
ISBN_TYPES = _BOOKS | {"chapter", "report", "thesis", "paper-conference", "entry-encyclopedia"}


def row_for_tag(tag: str, csl_type: str) -> Row | None:
    """The row that reads ``tag`` in a work of this type."""
    for row in ROWS:
        if tag in row.read and (row.types is None or csl_type in row.types):
            return row
    return None


def row_for_variable(variable: str, csl_type: str) -> Row | None:
    """The row that writes ``variable``, if its tag reads back as the same."""
    for row in ROWS:
        if row.variable == variable and (row.types is None or csl_type in row.types):
            return row if row_for_tag(row.write, csl_type) in (row, None) else None
    return None
