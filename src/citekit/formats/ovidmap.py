"""OVID's field labels as a table, read only.

Labels are those that Ovid's database guides give; each database has its own, and
the same label can mean different things (IP is an issue in PsycINFO and MEDLINE).
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: What a publication or document type (PT, DT) says, lower case, and its CSL type.
#: The first row that fits counts: a chapter is called a book too.
TYPES: tuple[tuple[str, str], ...] = (
    ("book chapter", "chapter"),
    ("chapter", "chapter"),
    ("journal article", "article-journal"),
    ("dissertation", "thesis"),
    ("dissertation abstract", "thesis"),
    ("thesis", "thesis"),
    ("patent", "patent"),
    ("newspaper article", "article-newspaper"),
    ("video-audio media", "motion_picture"),
    ("collective volume article", "chapter"),
    ("technical report", "report"),
    ("working paper", "report"),
    ("report", "report"),
    ("legal case", "legal_case"),
    ("legal cases", "legal_case"),
    ("legislation", "legislation"),
    ("conference paper", "paper-conference"),
    ("conference proceeding", "paper-conference"),
    ("book", "book"),
    ("authored book", "book"),
    ("edited book", "book"),
    ("preprint", "article"),
)

TABLE = Table(
    (
        Row("container-title", ("JN", "JT", "JA"), ""),
        Row("container-title-short", ("TA", "AJ"), ""),
        Row("volume", ("VI", "VO"), ""),
        Row("issue", ("IP",), ""),
        Row("edition", ("EN", "ET"), ""),
        Row("publisher", ("PB", "PU"), ""),
        Row("publisher-place", ("PL",), ""),
        Row("license", ("RO",), ""),
        Row("number", ("PN",), "", types=frozenset({"patent"})),
        Row("language", ("LG", "LA"), ""),
        Row("source", ("DB",), ""),
        Row("URL", ("UR",), ""),
        Row("abstract", ("AB",), ""),
        Row("annote", ("NT",), "", Kind.NOTES),
        Row("keyword", ("KW", "MH", "SH", "DE", "ID", "MC"), "", Kind.LIST),
    )
)

#: Labels with rules of their own.
SPECIAL = frozenset(
    "VN PT DT TI AU FA CH ED SO BT AN YR DP DG PG IS IB DO DI UI PM PB".split(),
)
