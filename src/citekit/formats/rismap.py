"""RIS as a table, read in both directions.

Tags and types are those of the RIS specification (Research Information Systems,
2001, and its 2011 revision, in which most tags mean something else in each type);
types and variables those of CSL 1.0.2.  What has no row is written to ``C8``, the
last of RIS' custom fields, as ``csl:VARIABLE: value`` or ``extra:KEY: value``, and read back
from there.
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: CSL type and the RIS type it is written as.  ``C8`` keeps the CSL type where
#: :data:`MEANINGS` would read another from it.
TYPES = {
    **{"article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN"},
    **{"article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "MULTI"},
    **{"chapter": "CHAP", "classic": "CLSWK", "collection": "AGGR", "dataset": "DATA"},
    **{"document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT"},
    **{"entry-encyclopedia": "ENCYC", "event": "GEN", "figure": "FIGURE", "graphic": "ART"},
    **{"hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT"},
    **{"manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC"},
    **{"pamphlet": "PAMP", "paper-conference": "CONF", "patent": "PAT", "performance": "GEN"},
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
    **{"CPAPER": "paper-conference", "ADVS": "motion_picture", "VIDEO": "motion_picture"},
    **{"CHART": "graphic", "EQUA": "graphic", "DBASE": "dataset", "ICOMM": "webpage"},
    **{
        "WEB": "webpage",
        "UNBILL": "bill",
        "SER": "book",
        "CTLG": "book",
        "UNPD": "manuscript",
        "GRANT": "document",
        "GRNT": "document",
    },
    **{"MANUSCRIPT": "manuscript", "RPT": "report", "PCOMM": "personal_communication"},
    **{"UNPB": "article", "ENCYC": "entry-encyclopedia", "BLOG": "post-weblog"},
    **{"JOUR": "article-journal", "GEN": "document"},
}


def _types(names: str) -> frozenset[str]:
    """CSL types, and RIS types in capitals."""
    return frozenset(names.split())


_BOOKS = _types("book classic pamphlet")
_SERIALS = _types("article-journal article-magazine article-newspaper review review-book document")
_LAWS = _types("bill hearing legislation")
_FILMS = _types("motion_picture")
_CONFERENCES = _types("paper-conference")
_MUSIC = _types("musical_score MUSIC")
_PATENTS = _types("patent")

TABLE = Table(
    (
        # Names.
        Row("editor", ("AU", "A1"), "AU", Kind.NAMES, _types("EDBOOK")),
        Row("author", ("AU", "A1", "A2"), "AU", Kind.NAMES, _types("bill")),
        Row("composer", ("AU", "A1"), "AU", Kind.NAMES, _MUSIC),
        Row("director", ("AU", "A1"), "AU", Kind.NAMES, _types("MPCT")),
        Row("author", ("AU", "A1"), "AU", Kind.NAMES),
        Row("editor", ("A3", "ED"), "ED", Kind.NAMES, _BOOKS),
        Row("collection-editor", ("A2",), "A2", Kind.NAMES, _BOOKS | _types("report map software")),
        Row("recipient", ("A2",), "A2", Kind.NAMES, _types("personal_communication")),
        Row("interviewer", ("A2",), "A2", Kind.NAMES, _types("interview")),
        Row("performer", ("A2",), "A2", Kind.NAMES, _types("song ADVS")),
        Row("director", ("A2",), "A2", Kind.NAMES, _types("VIDEO")),
        Row("producer", ("A3",), "A3", Kind.NAMES, _FILMS | {"broadcast"}),
        Row("performer", ("A4",), "A4", Kind.NAMES, _FILMS),
        Row("contributor", ("A3",), "A3", Kind.NAMES, _types("thesis")),
        Row("contributor", ("A4",), "A4", Kind.NAMES, _CONFERENCES | {"dataset", "report"}),
        Row("producer", ("A2",), "A2", Kind.NAMES, _types("dataset")),
        Row("container-author", ("C2",), "C2", Kind.NAMES, _types("chapter")),
        Row("container-title", ("A2", "T2"), "A2", types=_types("legal_case")),
        Row("authority", ("A2",), "A2", types=_PATENTS),
        Row("editor", ("A2", "ED"), "A2", Kind.NAMES),
        Row("collection-editor", ("A3",), "A3", Kind.NAMES),
        Row("translator", ("A4",), "A4", Kind.NAMES),
        # Titles.
        Row("title", ("TI", "T1", "CT", "BT"), "TI", types=_BOOKS),
        Row("title", ("TI", "T1", "CT"), "TI"),
        Row("collection-title", ("T2", "T3"), "T2", types=_BOOKS | _types("report map software")),
        Row("event-title", ("T2",), "T2", types=_CONFERENCES | {"speech"}),
        Row("container-title", ("C3", "BT", "JF"), "C3", types=_CONFERENCES),
        Row("section", ("T2",), "T2", types=_types("hearing")),
        Row("authority", ("T3",), "T3", types=_types("bill hearing")),
        Row("container-title", ("T2", "JF", "BT"), "T2"),
        Row("container-title-short", ("J2", "JA", "JO", "J1"), "J2"),
        Row("collection-title", ("T3",), "T3"),
        Row("title-short", ("ST",), "ST"),
        Row("original-title", ("OP",), "OP", types=_BOOKS | {"chapter"}),
        Row("reviewed-title", ("RI",), "RI"),
        # Numbers.
        Row("volume", ("VL",), "VL"),
        Row("issue", ("IS", "M1"), "IS", types=_SERIALS),
        Row("issue", ("OP",), "OP", types=_PATENTS),
        Row("issue", ("IS",), "IS"),
        Row("collection-number", ("SV", "M1"), "SV", types=_BOOKS),
        Row("collection-number", ("SV",), "SV"),
        Row("number-of-volumes", ("NV", "M1"), "NV", types=_types("chapter")),
        Row("number", ("NV",), "NV", types=_types("dataset")),
        Row("call-number", ("M1",), "M1", types=_PATENTS),
        Row("number", ("SV", "M1"), "SV", types=_types("legal_case")),
        Row("number", ("M1",), "M1"),
        Row("number-of-volumes", ("NV",), "NV"),
        Row("chapter-number", ("ET",), "ET", types=_LAWS),
        Row("version", ("ET",), "ET", types=_types("software dataset")),
        Row("edition", ("ET",), "ET"),
        Row("section", ("SE",), "SE"),
        Row("scale", ("C1",), "C1", types=_types("map")),
        Row("dimensions", ("C3",), "C3", types=_types("graphic")),
        Row("dimensions", ("SP",), "SP", types=_FILMS),
        # Who, where, when.
        Row("authority", ("PB",), "PB", types=_types("legal_case")),
        Row("publisher", ("PB",), "PB"),
        Row("publisher-place", ("C1",), "C1", types=_CONFERENCES),
        Row("event-place", ("CY",), "CY", types=_CONFERENCES),
        Row("publisher-place", ("CY", "PP"), "CY"),
        Row("accessed", ("Y2",), "Y2", Kind.DATE),
        # Kinds.
        Row("genre", ("C4",), "C4", types=_FILMS),
        Row("medium", ("C5",), "C5", types=_FILMS | _types("song musical_score broadcast")),
        Row("medium", ("M3",), "M3", types=_types("graphic figure interview")),
        Row("genre", ("M3",), "M3"),
        Row("references", ("OP",), "OP", types=_LAWS | {"legal_case"}),
        Row("references", ("C5",), "C5", types=_PATENTS),
        Row("status", ("C6",), "C6", types=_PATENTS),
        # The rest.
        Row("language", ("LA",), "LA"),
        Row("call-number", ("CN", "H2"), "CN"),
        Row("archive", ("DB",), "DB"),
        Row("archive_location", ("AN",), "AN"),
        Row("source", ("DP", "H1"), "DP"),
        Row("license", ("CR",), "CR"),
        Row("DOI", ("DO",), "DO"),
        Row("URL", ("UR",), "UR"),
        Row("keyword", ("KW",), "KW", Kind.LIST),
        Row("abstract", ("AB", "N2"), "AB", Kind.LINES),
        Row("annote", ("N1", "RN"), "N1", Kind.NOTES),
        Row("note", ("M2",), "M2", Kind.LINES),
    )
)

#: Tags for what CSL has no variable for, and the key of ``extra`` they belong to.
EXTRAS = {"L1": "file"}

#: Tags with rules of their own: type, key, year and date, pages, numbers, user field.
SPECIAL = frozenset({"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "C8"})

#: Types whose SN is an ISBN when its digits do not tell.
ISBN_TYPES = _BOOKS | {"chapter", "thesis", "paper-conference", "entry-encyclopedia"}

#: Types whose SN is the work's own number.
NUMBERED = frozenset({"patent", "report", "standard"})

#: Types whose SP, if it is no range, is how many pages there are.
PAGED = frozenset({"book", "classic", "thesis", "manuscript", "pamphlet"})
