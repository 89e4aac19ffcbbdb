"""Refer (EndNote's ``.enw``) as a table, read in both directions.

Tags are those of EndNote's "EndNote Import" filter, which extends refer and BibIX;
types its reference types.  What has no tag is written to ``%$``, EndNote's sixth
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
    ("Interview", "interview"),
    ("Podcast", "broadcast"),
    ("Television Episode", "broadcast"),
    ("Social Media", "post"),
    ("Discussion Forum", "post"),
    ("Preprint", "article"),
    ("Press Release", "document"),
    ("Multimedia Application", "software"),
    ("Generic", "document"),
)


def _types(names: str) -> frozenset[str]:
    """CSL types."""
    return frozenset(names.split())


_SERIALS = _types("article-journal article-magazine article-newspaper")
_LAWS = _types("bill hearing legislation")
_WHOLE = _types("book classic pamphlet")

TABLE = Table(
    (
        # EndNote's reference types have their own names for the four kinds of authors.
        Row("editor", ("%A",), "%A", Kind.NAMES, frozenset({"Edited Book"})),
        Row("collection-editor", ("%E",), "%E", Kind.NAMES, frozenset({"Edited Book"})),
        Row("director", ("%A",), "%A", Kind.NAMES, _types("motion_picture")),
        Row("composer", ("%A",), "%A", Kind.NAMES, _types("musical_score")),
        Row("author", ("%A", "%E"), "%A", Kind.NAMES, _types("bill")),
        Row("author", ("%A",), "%A", Kind.NAMES),
        Row("contributor", ("%E",), "%E", Kind.NAMES, _types("motion_picture pamphlet")),
        Row("recipient", ("%E",), "%E", Kind.NAMES, _types("personal_communication")),
        Row("interviewer", ("%E",), "%E", Kind.NAMES, _types("interview")),
        Row("performer", ("%E",), "%E", Kind.NAMES, _types("song")),
        Row("producer", ("%E",), "%E", Kind.NAMES, _types("dataset")),
        Row("authority", ("%E",), "%E", types=_types("patent regulation")),
        Row("container-title", ("%B", "%J", "%E"), "%B", types=_types("legal_case")),
        Row("editor", ("%E",), "%E", Kind.NAMES),
        Row("contributor", ("%Y",), "%Y", Kind.NAMES, _types("thesis")),
        Row("producer", ("%Y",), "%Y", Kind.NAMES, _types("motion_picture broadcast")),
        Row("performer", ("%?",), "%?", Kind.NAMES, _types("motion_picture")),
        Row("producer", ("%?",), "%?", Kind.NAMES, _types("musical_score")),
        Row("contributor", ("%?",), "%?", Kind.NAMES, _types("dataset report paper-conference")),
        Row("", ("%?", "%Y"), "", types=_types("legal_case patent")),
        Row("translator", ("%Y", "%H", "%?"), "%Y", Kind.NAMES),
        Row("title", ("%T",), "%T"),
        Row("section", ("%B",), "%B", types=_types("hearing")),
        Row("authority", ("%S",), "%S", types=_types("bill hearing")),
        Row("authority", ("%I",), "%I", types=_types("legal_case")),
        Row("archive_collection", ("%B",), "%B", types=frozenset({"Manuscript"})),
        Row("container-title", ("%B", "%J"), "%B", types=frozenset({"Ancient Text"})),
        Row("", ("%B",), "", types=_types("thesis")),
        Row("container-title", ("%J", "%B"), "%J", types=_SERIALS),
        Row("collection-title", ("%B", "%S"), "%B", types=_WHOLE | {"report", "map", "software"}),
        Row("event-title", ("%B",), "%B", types=_types("paper-conference")),
        Row("container-title", ("%J", "%3", "%S"), "%J", types=_types("paper-conference")),
        Row("publisher", ("%I",), "%I"),
        Row("container-title", ("%B", "%J"), "%B"),
        Row("collection-title", ("%S",), "%S"),
        Row("volume", ("%V",), "%V"),
        Row("number", ("%N",), "%N", types=_LAWS | {"report", "patent", "standard"}),
        Row("collection-number", ("%N",), "%N", types=_WHOLE),
        Row("issue", ("%N",), "%N"),
        Row("number", ("%6",), "%6", types=_types("dataset manuscript personal_communication")),
        Row("number-of-volumes", ("%6",), "%6"),
        Row("chapter-number", ("%7",), "%7", types=_LAWS),
        Row("version", ("%7",), "%7", types=_types("software dataset")),
        Row("available-date", ("%7",), "%7", Kind.DATE, frozenset({"Journal Article"})),
        Row("edition", ("%7",), "%7"),
        Row("chapter-number", ("%&",), "%&", types=_types("chapter")),
        Row("section", ("%&",), "%&"),
        Row("medium", ("%9",), "%9", types=_types("graphic figure")),
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
SPECIAL = frozenset({"%0", "%F", "%D", "%8", "%R", "%@", "%$"})
