"""Refer (EndNote's ``.enw``) as a table, read in both directions.

Tags are those of EndNote's "EndNote Import" filter, which extends refer and BibIX;
types its reference types.  What has no tag is written to ``%1``, EndNote's first
custom field, as ``csl:VARIABLE: value`` or ``extra:KEY: value``.
"""

from __future__ import annotations

from citekit.formats.tagged import Kind, Row, Table

#: Reference type (%0), its CSL type; the first row of a CSL type is written.
TYPES: tuple[tuple[str, str], ...] = (
    ("Journal Article", "article-journal"),
    ("Electronic Article", "article-journal"),
    ("Magazine Article", "article-magazine"),
    ("Newspaper Article", "article-newspaper"),
    ("Book", "book"),
    ("Edited Book", "book"),
    ("Electronic Book", "book"),
    ("Catalog", "book"),
    ("Ancient Text", "classic"),
    ("Classical Work", "classic"),
    ("Book Section", "chapter"),
    ("Electronic Book Section", "chapter"),
    ("Conference Paper", "paper-conference"),
    ("Conference Proceedings", "paper-conference"),
    ("Thesis", "thesis"),
    ("Report", "report"),
    ("Standard", "standard"),
    ("Web Page", "webpage"),
    ("Electronic Source", "webpage"),
    ("Online Multimedia", "webpage"),
    ("Blog", "post-weblog"),
    ("Dataset", "dataset"),
    ("Online Database", "dataset"),
    ("Aggregated Database", "collection"),
    ("Computer Program", "software"),
    ("Artwork", "graphic"),
    ("Chart or Table", "graphic"),
    ("Equation", "graphic"),
    ("Figure", "figure"),
    ("Audiovisual Material", "song"),
    ("Audio", "song"),
    ("Music", "musical_score"),
    ("Film or Broadcast", "motion_picture"),
    ("Map", "map"),
    ("Bill", "bill"),
    ("Case", "legal_case"),
    ("Hearing", "hearing"),
    ("Statute", "legislation"),
    ("Legal Rule or Regulation", "regulation"),
    ("Government Document", "report"),
    ("Patent", "patent"),
    ("Personal Communication", "personal_communication"),
    ("Manuscript", "manuscript"),
    ("Unpublished Work", "manuscript"),
    ("Pamphlet", "pamphlet"),
    ("Dictionary", "entry-dictionary"),
    ("Encyclopedia", "entry-encyclopedia"),
    ("Serial", "periodical"),
    ("Grant", "document"),
    ("Generic", "document"),
)


def _types(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SERIALS = _types("article-journal article-magazine article-newspaper")
_LAWS = _types("bill hearing legislation")
_WHOLE = _types("book classic pamphlet")

TABLE = Table(
    (
        Row("author", ("%A",), "%A", Kind.NAMES),
        Row("editor", ("%E",), "%E", Kind.NAMES),
        Row("translator", ("%Y", "%H"), "%Y", Kind.NAMES),
        Row("title", ("%T",), "%T"),
        Row("container-title", ("%J", "%B"), "%J", types=_SERIALS),
        Row("collection-title", ("%B", "%S"), "%B", types=_WHOLE | {"report", "map", "software"}),
        Row("event-title", ("%B",), "%B", types=_types("paper-conference")),
        Row("container-title", ("%J", "%S"), "%J", types=_types("paper-conference")),
        Row("publisher", ("%I",), "%I"),
        Row("container-title", ("%B", "%J"), "%B"),
        Row("collection-title", ("%S",), "%S"),
        Row("volume", ("%V",), "%V"),
        Row("number", ("%N",), "%N", types=_LAWS | {"report", "patent", "standard"}),
        Row("issue", ("%N",), "%N"),
        Row("number-of-volumes", ("%6",), "%6"),
        Row("chapter-number", ("%7",), "%7", types=_LAWS),
        Row("version", ("%7",), "%7", types=_types("software dataset")),
        Row("edition", ("%7",), "%7"),
        Row("section", ("%&",), "%&"),
        Row("genre", ("%9",), "%9"),
        Row("publisher-place", ("%C",), "%C"),
        Row("number-of-pages", ("%P",), "%P", types=_types("book thesis manuscript")),
        Row("page", ("%P",), "%P"),
        Row("title-short", ("%!",), "%!"),
        Row("original-title", ("%Q",), "%Q"),
        Row("reviewed-title", ("%*",), "%*"),
        Row("call-number", ("%L",), "%L"),
        Row("archive_location", ("%M",), "%M"),
        Row("archive", ("%~",), "%~"),
        Row("source", ("%W",), "%W"),
        Row("URL", ("%U",), "%U"),
        Row("language", ("%G",), "%G", Kind.LIST),
        Row("accessed", ("%[",), "%[", Kind.DATE),
        Row("keyword", ("%K",), "%K", Kind.LIST),
        Row("abstract", ("%X",), "%X", Kind.LINES),
        Row("annote", ("%Z", "%<"), "%Z", Kind.NOTES),
        Row("note", ("%O",), "%O", Kind.LINES),
    )
)

#: Tags with rules of their own: type, key, dates, DOI, ISBN or ISSN, custom field.
SPECIAL = frozenset({"%0", "%F", "%D", "%8", "%R", "%@", "%1"})
