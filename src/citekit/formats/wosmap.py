"""Web of Science's field tags as a table, read in both directions.

Tags are those of Clarivate's "Web of Science Core Collection Field Tags", with
those of its other databases: BIOSIS (LT, TA, CH), MEDLINE (MH), the Data Citation
Index (publication type D) and the Derwent patent index (AE, DG, PC, PN).
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: Publication type (PT) and a word of the document type (DT), lower case, and the
#: CSL type.  For reading the first row that fits counts, for writing the first of
#: a CSL type.
TYPES: tuple[tuple[str, str, str], ...] = (
    ("P", "patent", "patent"),
    ("P", "", "patent"),
    ("B", "proceedings paper", "paper-conference"),
    ("C", "", "paper-conference"),
    ("S", "proceedings paper", "paper-conference"),
    ("B", "book chapter", "chapter"),
    ("S", "", "chapter"),
    ("B", "book", "book"),
    ("B", "", "book"),
    ("J", "article", "article-journal"),
    ("J", "book review", "review-book"),
    ("J", "data set", "dataset"),
    ("D", "software", "software"),
    ("D", "", "dataset"),
    ("J", "data paper", "article-journal"),
    ("J", "", "article-journal"),
)

#: The document type as it is written.
DOCUMENTS = {
    "article-journal": "Article",
    "book": "Book",
    "chapter": "Book Chapter",
    "dataset": "Data Set",
    "paper-conference": "Proceedings Paper",
    "patent": "Patent",
    "review-book": "Book Review",
}

_PATENTS = frozenset({"patent"})

TABLE = Table(
    (
        Row("number", ("PN",), "PN", types=_PATENTS),
        # Derwent's applications that a patent claims priority of, no place
        Row("", ("PI",), "", types=_PATENTS),
        Row("issued", ("PD", "DG"), "", Kind.DATE),
        Row("title", ("TI",), "TI"),
        Row("container-title", ("SO",), "SO"),
        Row("container-title-short", ("JI",), "JI"),
        Row("collection-title", ("SE",), "SE"),
        Row("volume", ("VL",), "VL"),
        Row("issue", ("IS",), "IS"),
        Row("part-number", ("PN",), "PN"),
        Row("supplement-number", ("SU",), "SU"),
        Row("publisher", ("PU",), "PU"),
        Row("publisher-place", ("PI",), "PI"),
        Row("event-title", ("CT",), "CT"),
        Row("event-place", ("CL",), "CL"),
        Row("event-date", ("CY",), "CY", Kind.DATE),
        Row("available-date", ("EA",), "EA", Kind.DATE),
        Row("number-of-pages", ("PG",), "PG", types=frozenset({"book"})),
        Row("ISBN", ("BN",), "BN"),
        Row("ISSN", ("SN", "EI"), "SN"),
        Row("original-title", ("FT",), "FT"),
        Row("DOI", ("DI", "D2"), "DI", types=frozenset({"book"})),
        Row("DOI", ("DI",), "DI"),
        Row("PMID", ("PM",), "PM"),
        Row("language", ("LA",), "LA"),
        Row("abstract", ("AB",), "AB"),
        Row("keyword", ("DE", "ID", "MC", "MQ", "OR", "BD", "MH"), "DE", Kind.LIST),
    )
)

#: Tags with rules of their own.
SPECIAL = frozenset("PT DT AU AF BA BF CA BE ED PD DG PY BP EP PS AR AE".split())

#: Tags known besides: without these a line of a text could be taken for one.
TAGS = SPECIAL | frozenset(
    """AB AD AP BD BN BP BS C1 C3 CC CH CL CP CR CT CY D2 DA DC DE DI DN DS E1 E2 EA EI EM EP
    ER EY FD FP FS FT FU FX GA GE GN GP HC HO HP ID IP IS J9 JI L1 LA LS LT MA MC ME MH MI
    MN MQ NR OA OI OR P1 P2 PA PC PG PI PL PM PN PR PU RI RP SC SD SE SI SN SO SP SU SV TA
    TC TF TI TM TN U1 U2 UT VL WC WE X1 X4 X5 Y1 Y4 Y5 Z1 Z2 Z3 Z8 Z9 ZB ZR ZS FN VR
    EF""".split()
)
