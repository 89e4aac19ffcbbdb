"""MEDLINE's tags as a table, read in both directions.

Tags are those of the National Library of Medicine's "MEDLINE/PubMed Data Element
(Field) Descriptions", with the book tags (BTI, PB, EN, ISBN) of PubMed's books
and the ones ERIC writes (ISSN, OID).
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: Publication type (PT), its CSL type; the first row of a CSL type is written.
TYPES: tuple[tuple[str, str], ...] = (
    ("Journal Article", "article-journal"),
    ("Journal Articles", "article-journal"),
    ("Case Reports", "article-journal"),
    ("Book", "book"),
    ("Books", "book"),
    ("Book Chapter", "chapter"),
    ("Preprint", "article"),
    ("Newspaper Article", "article-newspaper"),
    ("Video-Audio Media", "motion_picture"),
    ("Webcast", "motion_picture"),
    ("Technical Report", "report"),
    ("Legal Case", "legal_case"),
    ("Legal Cases", "legal_case"),
    ("Legislation", "legislation"),
    ("Academic Dissertation", "thesis"),
    ("Dataset", "dataset"),
    ("Patent", "patent"),
    ("Map", "map"),
    ("Software", "software"),
)

_BOOKS = frozenset({"book"})
_PARTS = frozenset({"chapter"})
#: Types whose PL is where the book was published, not a journal's country.
_PLACED = frozenset({"book", "chapter", "report", "thesis", "motion_picture", "dataset"})

TABLE = Table(
    (
        Row("title", ("BTI", "TI"), "BTI", types=_BOOKS),
        Row("title", ("TI",), "TI"),
        Row("container-title", ("BTI", "JT"), "BTI", types=_PARTS),
        Row("container-title", ("JT",), "JT"),
        Row("container-title-short", ("TA",), "TA"),
        Row("collection-title", ("CTI",), "CTI"),
        Row("volume-title", ("VTI",), "VTI"),
        Row("volume", ("VI",), "VI"),
        Row("issue", ("IP",), "IP"),
        Row("edition", ("EN",), "EN"),
        Row("publisher", ("PB",), "PB"),
        Row("publisher-place", ("PL",), "PL", types=_PLACED),
        Row("license", ("CI",), "CI"),
        Row("language", ("LA",), "LA"),
        Row("PMCID", ("PMC",), "PMC"),
        Row("abstract", ("AB", "OAB"), "AB"),
        Row("original-title", ("TT",), "TT"),
        Row("keyword", ("MH", "OT", "KW"), "OT", Kind.LIST),
        Row("issued", ("DP",), "DP", Kind.DATE),
        Row("available-date", ("DEP",), "DEP", Kind.DATE),
    )
)

#: Tags with rules of their own.
SPECIAL = frozenset(
    "PMID PT FAU AU CN FED ED PG IS ISSN ISBN AID LID GN".split(),
)
