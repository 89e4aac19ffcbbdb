"""EndNote XML as tables, read in both directions.

Reference types, their numbers and what each calls its fields are those of
EndNote's reference types table ("Reference Types and Fields"); element names
those of EndNote's own export (``RSXML.dtd``); types and variables CSL 1.0.2's.
"""

from __future__ import annotations

from typing import NamedTuple


class RefType(NamedTuple):
    """A reference type: EndNote's number and name, the CSL type it means, and the
    variables of elements that it uses in its own way.  For writing, the first row
    of a CSL type counts."""

    number: int
    name: str
    csl: str
    own: dict[str, str] = {}


_BOOK = {
    "secondary-authors": "collection-editor",
    "tertiary-authors": "editor",
    "secondary-title": "collection-title",
    "number": "collection-number",
    "pages": "number-of-pages",
    "isbn": "ISBN",
}
_PART = {
    "secondary-authors": "editor",
    "tertiary-authors": "collection-editor",
    "number": "collection-number",
    "section": "chapter-number",
    "isbn": "ISBN",
}
_ENTRY = {"secondary-authors": "editor", "isbn": "ISBN"}
_PLACE = {"publisher": "publisher", "secondary-title": "collection-title"}
_CONFERENCE = {
    "secondary-authors": "editor",
    "tertiary-authors": "collection-editor",
    "secondary-title": "event-title",
    "tertiary-title": "collection-title",
    "custom3": "container-title",
    "pub-location": "event-place",
    "custom1": "publisher-place",
    "isbn": "ISBN",
}
_FILM = {"authors": "director", "secondary-title": "collection-title", "isbn": "ISBN"}
_LAW = {
    "volume": "volume",
    "number": "number",
    "isbn": "ISBN",
    "section": "section",
}

TYPES = (
    RefType(17, "Journal Article", "article-journal", {"custom2": "PMCID", "custom7": "number"}),
    RefType(6, "Book", "book", _BOOK),
    RefType(5, "Book Section", "chapter", _PART),
    RefType(10, "Conference Proceedings", "paper-conference", _CONFERENCE),
    RefType(47, "Conference Paper", "paper-conference", _CONFERENCE),
    RefType(
        32,
        "Thesis",
        "thesis",
        {
            "tertiary-authors": "contributor",
            "secondary-title": "division",
            "pages": "number-of-pages",
            "isbn": "ISBN",
        },
    ),
    RefType(27, "Report", "report", {**_PLACE, "isbn": "number"}),
    RefType(12, "Web Page", "webpage", {"isbn": "ISBN"}),
    RefType(19, "Magazine Article", "article-magazine"),
    RefType(23, "Newspaper Article", "article-newspaper"),
    RefType(2, "Artwork", "graphic", {"isbn": "ISBN"}),
    RefType(38, "Chart or Table", "graphic", {"isbn": "ISBN"}),
    RefType(37, "Figure", "figure", {"isbn": "ISBN"}),
    RefType(61, "Music", "song", {"secondary-authors": "editor", "isbn": "ISBN"}),
    RefType(
        4,
        "Bill",
        "bill",
        {**_LAW, "authors": "author", "publisher": "authority"},
    ),
    RefType(56, "Blog", "post-weblog", {"secondary-authors": "editor"}),
    RefType(7, "Case", "legal_case", {**_LAW, "publisher": "authority"}),
    RefType(9, "Computer Program", "software", {**_PLACE, "edition": "version", "isbn": "ISBN"}),
    RefType(59, "Dataset", "dataset", {"edition": "version", "isbn": "ISSN"}),
    RefType(45, "Online Database", "dataset"),
    RefType(55, "Aggregated Database", "dataset"),
    RefType(52, "Dictionary", "entry-dictionary", _ENTRY),
    RefType(53, "Encyclopedia", "entry-encyclopedia", _ENTRY),
    RefType(13, "Generic", "document", {"secondary-authors": "editor", "number": "number"}),
    RefType(39, "Equation", "document"),
    RefType(54, "Grant", "document"),
    RefType(
        26,
        "Personal Communication",
        "personal_communication",
        {"secondary-authors": "recipient", "number": "number"},
    ),
    RefType(21, "Film or Broadcast", "motion_picture", _FILM),
    RefType(3, "Audiovisual Material", "motion_picture", {**_FILM, "authors": "author"}),
    RefType(48, "Online Multimedia", "motion_picture", {"authors": "author"}),
    RefType(14, "Hearing", "hearing", {**_LAW, "secondary-title": "section", "section": ""}),
    RefType(36, "Manuscript", "manuscript", {"number": "number", "pages": "page"}),
    RefType(34, "Unpublished Work", "article", {"number": "number"}),
    RefType(20, "Map", "map", {**_PLACE, "isbn": "ISBN"}),
    RefType(
        25,
        "Patent",
        "patent",
        {"isbn": "number", "pub-location": "jurisdiction", "number": "call-number", "call-num": ""},
    ),
    RefType(
        58,
        "Standard",
        "standard",
        {"isbn": "number", "secondary-title": "collection-title", "section": "section"},
    ),
    RefType(31, "Statute", "legislation", _LAW),
    RefType(50, "Legal Rule or Regulation", "regulation", _LAW),
    RefType(24, "Pamphlet", "pamphlet", _BOOK),
    RefType(57, "Serial", "periodical", {"secondary-authors": "editor"}),
    RefType(49, "Classical Work", "classic", _BOOK),
    RefType(51, "Ancient Text", "classic", _BOOK),
    RefType(44, "Electronic Book", "book", _BOOK),
    RefType(60, "Electronic Book Section", "chapter", _PART),
    RefType(43, "Electronic Article", "article-journal"),
    RefType(46, "Government Document", "report", {**_PLACE, "isbn": "number"}),
    RefType(8, "Catalog", "book", _BOOK),
    RefType(
        28,
        "Edited Book",
        "book",
        {
            **_BOOK,
            "authors": "editor",
            "tertiary-authors": "",
            "secondary-authors": "collection-editor",
        },
    ),
)

#: CSL types EndNote has none for, and the closest it has.
CLOSEST = {
    "broadcast": "motion_picture",
    "collection": "manuscript",
    "entry": "entry-encyclopedia",
    "event": "document",
    "interview": "personal_communication",
    "musical_score": "song",
    "performance": "document",
    "post": "post-weblog",
    "review": "article-journal",
    "review-book": "article-journal",
    "speech": "paper-conference",
    "treaty": "regulation",
}

BY_NUMBER = {row.number: row for row in TYPES}
BY_NAME = {row.name.lower(): row for row in TYPES}
BY_CSL = {row.csl: row for row in reversed(TYPES)}
GENERIC = BY_NUMBER[13]
EDITED_BOOK = BY_NUMBER[28]

#: An element of names and its variable in every type that says no other.
NAMES = {
    "authors": "author",
    "secondary-authors": "editor",
    "tertiary-authors": "collection-editor",
    "subsidiary-authors": "translator",
}

#: An element of text and its variable, in the order of EndNote's export.
TEXTS = {
    "title": "title",
    "secondary-title": "container-title",
    "tertiary-title": "collection-title",
    "alt-title": "container-title-short",
    "short-title": "title-short",
    "pages": "page",
    "volume": "volume",
    "number": "issue",
    "num-vols": "number-of-volumes",
    "edition": "edition",
    "section": "section",
    "pub-location": "publisher-place",
    "publisher": "publisher",
    "isbn": "ISSN",
    "accession-num": "archive_location",
    "call-num": "call-number",
    "electronic-resource-num": "DOI",
    "abstract": "abstract",
    "notes": "note",
    "research-notes": "annote",
    "work-type": "genre",
    "reviewed-item": "reviewed-title",
    "remote-database-name": "archive",
    "remote-database-provider": "source",
    "language": "language",
    "custom1": "",
    "custom2": "",
    "custom3": "",
    "custom7": "",
}

#: Types whose volume and number are year and day of access.
VISITED = frozenset({"Web Page", "Blog"})

#: Elements CSL has no variable for, which are ``extra`` under their own names.
LEAVES = (
    *("auth-address", "auth-affiliaton", "translated-title", "secondary-volume"),
    *("secondary-issue", "reprint-edition", "reprint-status", "orig-pub", "report-id", "coden"),
    *("image", "caption", "availability", "remote-source", "meeting-place", "work-location"),
    *("work-extent", "pack-method", "size", "repro-ratio", "custom4", "custom5"),
    *("custom6", "misc1", "misc2", "misc3"),
)

#: Elements that hold the titles, and where each element stands in a record.
TITLES = ("title", "secondary-title", "tertiary-title", "alt-title", "short-title")


def variable_of(kind: RefType, element: str) -> str:
    """The CSL variable of an element in a type; empty if it has none."""
    if element in kind.own:
        return kind.own[element]
    return NAMES.get(element) or TEXTS.get(element, "")
