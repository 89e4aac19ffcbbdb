"""RefWorks' tagged format as a table, read in both directions.

Tags and reference types are those of RefWorks' "Tagged Format" help page and of the
legend that its exports begin with.  What has no tag is written to ``U5``, a user
field, as ``csl:VARIABLE: value`` or ``extra:KEY: value``.
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: Reference type (RT), its CSL type; the first row of a CSL type is written.
TYPES: tuple[tuple[str, str], ...] = (
    ("Journal Article", "article-journal"),
    ("Journal, Electronic", "article-journal"),
    ("Abstract", "article-journal"),
    ("Generic", "document"),
    ("Artwork", "graphic"),
    ("Bills/Resolutions", "bill"),
    ("Bills", "bill"),
    ("Resolutions", "bill"),
    ("Book, Whole", "book"),
    ("Book, Edited", "book"),
    ("Monograph", "book"),
    ("Book, Section", "chapter"),
    ("Case/Court Decisions", "legal_case"),
    ("Case", "legal_case"),
    ("Court Decisions", "legal_case"),
    ("Computer Program", "software"),
    ("Conference Proceedings", "paper-conference"),
    ("Dissertation/Thesis", "thesis"),
    ("Dissertation/Thesis, Unpublished", "thesis"),
    ("Dissertation", "thesis"),
    ("Dissertation, Unpublished", "thesis"),
    ("Thesis", "thesis"),
    ("Thesis, Unpublished", "thesis"),
    ("Hearing", "hearing"),
    ("Laws/Statutes", "legislation"),
    ("Laws", "legislation"),
    ("Statutes", "legislation"),
    ("Magazine Article", "article-magazine"),
    ("Map", "map"),
    ("Motion Picture", "motion_picture"),
    ("Music Score", "musical_score"),
    ("Newspaper Article", "article-newspaper"),
    ("Online Discussion Forum", "post"),
    ("Patent", "patent"),
    ("Personal Communication", "personal_communication"),
    ("Report", "report"),
    ("Grant", "report"),
    ("Sound Recording", "song"),
    ("Unpublished Material", "manuscript"),
    ("Video/DVD", "motion_picture"),
    ("Video", "motion_picture"),
    ("DVD", "motion_picture"),
    ("Web Page", "webpage"),
    # Newer exports.
    ("Journal", "article-journal"),
    ("Book", "book"),
    ("Book Section", "chapter"),
    ("Book Chapter", "chapter"),
    ("Conference Paper", "paper-conference"),
    ("Newspaper", "article-newspaper"),
    ("Magazine", "article-magazine"),
    ("Website", "webpage"),
    ("Film", "motion_picture"),
    ("Dataset", "dataset"),
    ("Preprint", "article"),
)


def _types(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SERIALS = _types("article-journal article-magazine article-newspaper")
_LAWS = _types("bill hearing legislation")

TABLE = Table(
    (
        Row("author", ("A1",), "A1", Kind.NAMES),
        Row("collection-editor", ("A2",), "A2", Kind.NAMES, _types("book")),
        Row("editor", ("A3",), "A3", Kind.NAMES, _types("book")),
        Row("recipient", ("A2",), "A2", Kind.NAMES, _types("personal_communication")),
        Row("performer", ("A2",), "A2", Kind.NAMES, _types("song")),
        Row("producer", ("A3",), "A3", Kind.NAMES, _types("motion_picture")),
        Row("editor", ("A2", "A6"), "A2", Kind.NAMES),
        Row("collection-editor", ("A3",), "A3", Kind.NAMES),
        Row("translator", ("A4",), "A4", Kind.NAMES),
        Row("title", ("T1",), "T1"),
        Row("container-title", ("JF", "T2"), "JF", types=_SERIALS),
        Row("container-title", ("JF",), "JF", types=_types("paper-conference")),
        Row("event-title", ("T2",), "T2", types=_types("paper-conference")),
        Row("collection-title", ("T2",), "T2", types=_types("book report map software")),
        Row("authority", ("T3",), "T3", types=_types("bill hearing")),
        Row("container-title", ("WT", "T2"), "WT", types=_types("webpage post")),
        Row("container-title", ("T2", "JF"), "T2"),
        Row("collection-title", ("T3",), "T3"),
        Row("container-title-short", ("JO",), "JO"),
        Row("volume", ("VO",), "VO"),
        Row("issue", ("IS",), "IS"),
        Row("chapter-number", ("ED",), "ED", types=_LAWS),
        Row("version", ("ED", "WV"), "ED", types=_types("software")),
        Row("version", ("WV",), "WV", types=_types("webpage post")),
        Row("edition", ("ED",), "ED"),
        Row("authority", ("PB",), "PB", types=_types("legal_case")),
        Row("publisher", ("PB",), "PB"),
        Row("publisher-place", ("PP",), "PP"),
        Row("number", ("CL",), "CL", types=_LAWS),
        Row("genre", ("CL",), "CL", types=_types("thesis report manuscript map webpage post")),
        Row("title-short", ("ST",), "ST"),
        Row("original-title", ("OT",), "OT"),
        Row("archive", ("DB",), "DB"),
        Row("archive_location", ("AN",), "AN"),
        Row("source", ("DS",), "DS"),
        Row("call-number", ("CN",), "CN"),
        Row("language", ("LA",), "LA"),
        Row("DOI", ("DO",), "DO"),
        Row("URL", ("UL",), "UL"),
        Row("PMID", ("PMID",), "PMID"),
        Row("PMCID", ("PMCID",), "PMCID"),
        Row("accessed", ("RD",), "RD", Kind.DATE),
        Row("available-date", ("WP",), "WP", Kind.DATE),
        Row("abstract", ("AB",), "AB", Kind.LINES),
        Row("annote", ("NO",), "NO", Kind.NOTES),
        Row("keyword", ("K1",), "K1", Kind.LIST),
    )
)

#: Tags with rules of their own: type, key, dates, pages, ISBN or ISSN, user field.
SPECIAL = frozenset({"RT", "ID", "YR", "FD", "SP", "OP", "SN", "U5"})

#: Types whose first page is how many pages there are.
PAGED = _types("book thesis manuscript")

#: All tags: without these a line of a text could be taken for one.
TAGS = frozenset(
    """RT SR ID A1 T1 JF JO YR FD VO IS SP OP K1 AB NO A2 T2 ED PB PP A3 A4 A5 A6 T3 SN AV AD AN LA
    CL SF OT LK DO CN DB DS IP RD ST UL SL LL CR WT WV WP OL PMID PMCID""".split()
) | {f"U{number}" for number in range(1, 16)}
