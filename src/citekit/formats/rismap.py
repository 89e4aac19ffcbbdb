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
    **{"post-weblog": "BLOG", "regulation": "LEGAL", "report": "RPRT", "review": "JOUR"},
    **{"review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE"},
    **{"standard": "STAND", "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC"},
}

#: What a RIS type means: the inverse of :data:`TYPES`, first come, and those only read.
MEANINGS = {
    **{ris: csl for csl, ris in reversed(TYPES.items())},
    **{"ABST": "article-journal", "EJOUR": "article-journal", "INPR": "article-journal"},
    **{"ANCIENT": "classic", "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter"},
    **{"CPAPER": "paper-conference", "ADVS": "motion_picture", "VIDEO": "motion_picture"},
    **{"CHART": "graphic", "EQUA": "graphic", "DBASE": "dataset"},
    **{"ICOMM": "personal_communication"},
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
    **{"JOUR": "article-journal", "GEN": "document", "GOVDOC": "report", "LEGAL": "regulation"},
    # Not in the specification, but written.
    **{"ARTICLE": "article-journal", "JOURNAL": "article-journal", "THESIS": "thesis"},
    **{"DISS": "thesis", "CHAPTER": "chapter", "REPORT": "report", "PATENT": "patent"},
    **{"PREPRINT": "article", "CONFERENCE": "paper-conference", "WEBPAGE": "webpage"},
    **{"DATASET": "dataset", "SOFTWARE": "software", "NEWSPAPER": "article-newspaper"},
    **{"MAGAZINE": "article-magazine", "FILM": "motion_picture", "STANDARD": "standard"},
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
_IMAGES = _types("CHART EQUA FIGURE")

TABLE = Table(
    (
        # Names.
        Row("editor", ("AU", "A1"), "AU", Kind.NAMES, _types("EDBOOK")),
        Row("author", ("AU", "A1", "A2"), "AU", Kind.NAMES, _types("bill")),
        Row("composer", ("AU", "A1"), "AU", Kind.NAMES, _MUSIC),
        Row("director", ("AU", "A1"), "AU", Kind.NAMES, _types("MPCT")),
        Row("author", ("AU", "A1"), "AU", Kind.NAMES),
        Row("editor", ("A2", "ED"), "A2", Kind.NAMES, _types("ANCIENT EBOOK")),
        Row("editor", ("A2", "ED", "A4"), "A2", Kind.NAMES, _types("SER")),
        Row("collection-editor", ("A3",), "A3", Kind.NAMES, _types("ANCIENT EBOOK SER")),
        Row("contributor", ("A2",), "A2", Kind.NAMES, _types("CTLG MPCT PAMP")),
        Row("illustrator", ("A3",), "A3", Kind.NAMES, _types("BLOG")),
        Row("producer", ("A4",), "A4", Kind.NAMES, _MUSIC),
        Row("", ("A3", "A4"), "", types=_types("legal_case")),
        Row("", ("A3",), "", types=_PATENTS),
        Row("", ("A2",), "", types=_IMAGES),
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
        Row("authority", ("A2",), "A2", types=_PATENTS | {"LEGAL"}),
        Row("authority", ("C1",), "C1", types=_types("GOVDOC")),
        Row("editor", ("A2", "ED"), "A2", Kind.NAMES),
        Row("collection-editor", ("A3",), "A3", Kind.NAMES),
        Row("translator", ("A4",), "A4", Kind.NAMES),
        # Titles.
        Row("title", ("TI", "T1", "CT", "BT"), "TI", types=_BOOKS),
        Row("title", ("TI", "T1", "CT"), "TI"),
        Row("container-title", ("T2",), "T2", types=_types("ANCIENT PAMP")),
        Row("volume-title", ("T3",), "T3", types=_types("ANCIENT")),
        Row("collection-title", ("T3", "T2"), "T3", types=_types("EBOOK SER")),
        Row("archive_collection", ("T2",), "T2", types=_types("MANSCPT")),
        Row("", ("T2",), "", types=_types("thesis")),
        Row("", ("T3",), "", types=_types("LEGAL legal_case legislation patent standard")),
        Row("collection-title", ("T2", "T3"), "T2", types=_BOOKS | _types("report map software")),
        Row("event-title", ("T2",), "T2", types=_CONFERENCES | {"speech"}),
        Row("container-title", ("C3", "BT", "JF"), "C3", types=_CONFERENCES),
        Row("section", ("T2",), "T2", types=_types("hearing")),
        Row("authority", ("T3",), "T3", types=_types("bill hearing")),
        Row("container-title", ("BT", "T2", "JF"), "T2", types=_types("chapter")),
        Row("container-title", ("T2", "JF", "BT"), "T2"),
        Row("container-title-short", ("NV", "J2", "JA"), "J2", types=_types("legal_case")),
        Row("container-title-short", ("J2", "JA", "JO", "J1"), "J2"),
        Row("collection-title", ("T3",), "T3"),
        Row("title-short", ("ST",), "ST"),
        Row("original-title", ("OP",), "OP", types=_BOOKS | {"chapter"}),
        Row("", ("RI",), "", types=_types("dataset legislation")),
        Row("reviewed-title", ("RI",), "RI"),
        # Numbers.
        Row("number", ("VL",), "VL", types=_types("LEGAL PAMP")),
        Row("edition", ("VL",), "VL", types=_types("COMP")),
        Row("dimensions", ("VL",), "VL", types=_IMAGES),
        Row("", ("VL",), "", types=_types("GRANT patent standard")),
        Row("volume", ("VL", "VO"), "VL"),
        Row("status", ("M1",), "M1", types=_types("GRANT")),
        Row("issue", ("IS", "CP", "C2"), "IS", types=_types("NEWS")),
        Row("issue", ("IS", "CP", "M1"), "IS", types=_SERIALS | _CONFERENCES),
        Row("issue", ("OP",), "OP", types=_PATENTS),
        Row("issue", ("C6",), "C6", types=_types("RPRT")),
        Row("issue", ("IS", "CP"), "IS"),
        Row("number", ("M1",), "M1", types=_types("ANCIENT")),
        Row("number", ("NV",), "NV", types=_types("CTLG EJOUR PCOMM")),
        Row("number", ("NV", "M1"), "NV", types=_types("MANSCPT")),
        Row("number", ("M1", "NV"), "M1", types=_types("STAT")),
        Row("number", ("SE",), "SE", types=_types("BLOG")),
        Row("number", ("C7",), "C7", types=_types("JOUR")),
        Row("number", ("C5",), "C5", types=_types("GRANT")),
        Row("collection-number", ("NV",), "NV", types=_types("RPRT")),
        Row("collection-number", ("M1", "SV"), "M1", types=_types("ECHAP")),
        Row("collection-number", ("SV", "M1"), "SV", types=_BOOKS),
        Row("collection-number", ("SV",), "SV"),
        Row("number-of-volumes", ("NV", "M1"), "NV", types=_types("chapter")),
        Row("number", ("NV",), "NV", types=_types("dataset")),
        Row("call-number", ("M1",), "M1", types=_PATENTS),
        Row("number", ("SV", "M1"), "SV", types=_types("legal_case")),
        Row("number", ("M1",), "M1"),
        Row("chapter-number", ("NV",), "NV", types=_types("LEGAL")),
        Row("version", ("NV",), "NV", types=_types("EBOOK")),
        Row("", ("NV",), "", types=_types("GRANT MGZN NEWS patent standard")),
        Row("number-of-volumes", ("NV",), "NV"),
        Row("chapter-number", ("ET",), "ET", types=_LAWS),
        Row("version", ("ET",), "ET", types=_types("software dataset") | _IMAGES),
        Row("available-date", ("ET",), "ET", Kind.DATE, _types("JOUR")),
        Row("", ("ET",), "", types=_types("GRANT MANSCPT PCOMM legal_case patent")),
        Row("edition", ("ET",), "ET"),
        Row("chapter-number", ("SE",), "SE", types=_types("chapter SER")),
        Row("version", ("SE",), "SE", types=_types("entry-dictionary")),
        Row("available-date", ("SE",), "SE", Kind.DATE, _types("EJOUR")),
        Row("original-date", ("SE",), "SE", Kind.DATE, _types("dataset")),
        Row("submitted", ("SE",), "SE", Kind.DATE, _types("legal_case")),
        Row("number-of-pages", ("SE",), "", types=_types("CTLG")),
        Row("number-of-pages", ("M2",), "", types=_types("PAMP")),
        Row("page", ("SE",), "", types=_types("BOOK")),
        Row("", ("SE",), "", types=_types("GRANT patent")),
        Row("section", ("SE",), "SE"),
        Row("scale", ("C1",), "C1", types=_types("map")),
        Row("dimensions", ("C3", "M1"), "C3", types=_types("ART")),
        Row("dimensions", ("C3",), "C3", types=_types("graphic ADVS")),
        Row("dimensions", ("SP",), "SP", types=_FILMS),
        # Who, where, when.
        Row("authority", ("PB",), "PB", types=_types("legal_case")),
        Row("publisher", ("PB", "T3"), "PB", types=_types("BLOG")),
        Row("publisher", ("PB",), "PB"),
        Row("publisher-place", ("C1",), "C1", types=_CONFERENCES),
        Row("event-place", ("CY",), "CY", types=_CONFERENCES),
        Row("publisher-place", ("CY", "PP"), "CY"),
        Row("accessed", ("Y2",), "Y2", Kind.DATE),
        # Kinds.
        Row("genre", ("C4",), "C4", types=_FILMS),
        Row("medium", ("C5", "M3"), "C5", types=_types("MPCT")),
        Row("medium", ("C5",), "C5", types=_FILMS | _types("song musical_score broadcast")),
        Row("medium", ("C1",), "C1", types=_types("software")),
        Row("medium", ("M3",), "M3", types=_types("graphic figure interview")),
        Row("", ("M3",), "", types=_types("legal_case")),
        Row("genre", ("M3",), "M3"),
        Row("references", ("OP",), "OP", types=_LAWS | {"legal_case"}),
        Row("references", ("C5",), "C5", types=_PATENTS),
        Row("status", ("C6",), "C6", types=_PATENTS),
        # The rest.
        Row("language", ("LA",), "LA"),
        Row("call-number", ("CN", "H2"), "CN"),
        Row("archive", ("DB",), "DB"),
        Row("archive_location", ("AN", "AV"), "AN"),
        Row("source", ("DP", "H1"), "DP"),
        Row("license", ("CR",), "CR"),
        Row("DOI", ("DO",), "DO"),
        Row("URL", ("UR", "LK"), "UR"),
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

#: Types whose SN is an ISSN when its digits do not tell; other types have ISBNs.
ISSN_TYPES = _SERIALS | _types("article collection dataset periodical post post-weblog webpage")

#: RIS types whose DA is, in EndNote, the day of access.
ACCESSED = _types("AGGR CASE DBASE EBOOK EJOUR MULTI")

#: RIS types whose C1 and C2 are, in EndNote, year and day of a citation.
CITED = _types("EBOOK EJOUR MULTI WEB")

#: RIS types whose VL and M1 are, in EndNote, year and day of access.
VISITED = _types("BLOG WEB")

#: Types whose SE, in EndNote, is the first page; so is M1 in PAGE_IN_M1.
PAGE_IN_SE = _types("JOUR MGZN MANSCPT")
PAGE_IN_M1 = _types("LEGAL NEWS STAND")

#: Types that EndNote describes in SP where others have pages.
DESCRIBED = _types("ART BLOG CHART COMP EQUA FIGURE MAP WEB")

#: Types whose SN is the work's own number.
NUMBERED = frozenset({"patent", "report", "standard"})

#: Types whose SP, if it is no range, is how many pages there are.
PAGED = frozenset({"book", "classic", "thesis", "manuscript", "pamphlet"})
