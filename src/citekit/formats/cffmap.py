"""The Citation File Format 1.2.0 as a table, read in both directions.

Types and fields are those of the format's schema (``definitions.reference``).
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How a field is written."""

    TEXT = "text"
    INTEGER = "a whole number, or nothing"
    NAMES = "persons and entities"
    ENTITY = "an entity's name"
    CITY = "an entity's city"
    DAY = "a date with its day"
    LIST = "words"
    LANGUAGES = "codes of two or three letters"


#: CSL type, CFF type.  Of several CSL types for one CFF type the first is read.
TYPES = (
    ("article-journal", "article"),
    ("article-magazine", "magazine-article"),
    ("article-newspaper", "newspaper-article"),
    ("article", "unpublished"),
    ("bill", "bill"),
    ("book", "book"),
    ("broadcast", "film-broadcast"),
    ("chapter", "generic"),
    ("classic", "historical-work"),
    ("collection", "edited-work"),
    ("dataset", "data"),
    ("entry-dictionary", "dictionary"),
    ("entry-encyclopedia", "encyclopedia"),
    ("event", "conference"),
    ("graphic", "art"),
    ("hearing", "hearing"),
    ("legal_case", "legal-case"),
    ("legislation", "statute"),
    ("map", "map"),
    ("motion_picture", "video"),
    ("musical_score", "music"),
    ("pamphlet", "pamphlet"),
    ("paper-conference", "conference-paper"),
    ("patent", "patent"),
    ("periodical", "serial"),
    ("personal_communication", "personal-communication"),
    ("post-weblog", "blog"),
    ("regulation", "legal-rule"),
    ("report", "report"),
    ("software", "software"),
    ("song", "sound-recording"),
    ("speech", "slides"),
    ("standard", "standard"),
    ("thesis", "thesis"),
    ("webpage", "website"),
    ("manuscript", "unpublished"),
    ("entry", "encyclopedia"),
    ("figure", "art"),
    ("review", "article"),
    ("review-book", "article"),
    ("treaty", "legal-rule"),
    ("post", "website"),
    ("document", "generic"),
    ("interview", "generic"),
    ("performance", "generic"),
)

#: CFF types that are only read.
MEANINGS = {
    "audio": "song",
    "catalogue": "book",
    "database": "dataset",
    "dataset": "dataset",
    "generic": "document",
    "government-document": "report",
    "grant": "document",
    "manual": "book",
    "multimedia": "motion_picture",
    "proceedings": "book",
    "software-code": "software",
    "software-container": "software",
    "software-executable": "software",
    "software-virtual-machine": "software",
}

#: CSL types whose container is a ``journal``; others' is a ``collection-title``.
IN_JOURNALS = frozenset(
    """article-journal article-magazine article-newspaper review review-book article""".split()
)
#: ... and those that stand in a series rather than in a container.
IN_SERIES = frozenset("book collection classic report thesis pamphlet map standard".split())
#: CSL types whose publisher is an ``institution``.
OF_INSTITUTIONS = frozenset(("thesis", "report"))


class Row(NamedTuple):
    """A CSL variable and its CFF field, for some types or all; ``shape`` is the
    pattern of the schema that values must match."""

    variable: str
    field: str
    kind: Kind = Kind.TEXT
    types: frozenset[str] = frozenset()
    others: bool = False
    shape: str = ""

    def fits(self, csl_type: str) -> bool:
        """Whether the row is for a type."""
        return not self.types or (csl_type in self.types) != self.others


_I, _N, _E, _C = Kind.INTEGER, Kind.NAMES, Kind.ENTITY, Kind.CITY

ROWS = (
    Row("title", "title"),
    Row("author", "authors", _N),
    Row("abstract", "abstract"),
    Row("title-short", "abbreviation"),
    Row("container-title", "journal", types=IN_JOURNALS),
    Row("collection-title", "collection-title", types=IN_SERIES),
    Row("container-title", "collection-title", types=IN_JOURNALS | IN_SERIES, others=True),
    Row("collection-title", "collection-title", types=IN_JOURNALS),
    Row("volume-title", "volume-title"),
    Row("volume", "volume"),
    Row("issue", "issue"),
    Row("number", "number"),
    Row("edition", "edition"),
    Row("section", "section"),
    Row("version", "version"),
    Row("medium", "medium"),
    Row("number-of-pages", "pages", _I),
    Row("number-of-volumes", "number-volumes", _I),
    Row("genre", "thesis-type", types=frozenset(("thesis",))),
    Row("genre", "data-type", types=frozenset(("dataset",))),
    Row(
        "status",
        "status",
        shape="abstract|advance-online|in-preparation|in-press|preprint|submitted",
    ),
    Row("DOI", "doi", shape=r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+"),
    Row("ISBN", "isbn", shape=r"[0-9\- ]{10,17}X?"),
    Row("ISSN", "issn", shape=r"\d{4}-\d{3}[\dxX]"),
    Row("PMCID", "pmcid", shape=r"PMC[0-9]{7}"),
    Row("URL", "url", shape=r"(?:https?|s?ftp)://.+"),
    Row("license", "copyright"),
    Row("note", "notes"),
    Row("keyword", "keywords", Kind.LIST),
    Row("language", "languages", Kind.LANGUAGES),
    Row("editor", "editors", _N),
    Row("collection-editor", "editors-series", _N),
    Row("translator", "translators", _N),
    Row("recipient", "recipients", _N),
    Row("publisher", "publisher", _E, OF_INSTITUTIONS, others=True),
    Row("publisher-place", "publisher", _C, OF_INSTITUTIONS, others=True),
    Row("publisher", "institution", _E, OF_INSTITUTIONS),
    Row("publisher-place", "institution", _C, OF_INSTITUTIONS),
    Row("authority", "institution", _E, OF_INSTITUTIONS, others=True),
    Row("event-title", "conference", _E),
    Row("event-place", "conference", _C),
    Row("archive", "database"),
    Row("accessed", "date-accessed", Kind.DAY),
)

#: Fields that are read, and not written, for a variable.
READ_ONLY = {"license": "license", "date-downloaded": "accessed"}

#: Roots of a file say other fields than references; these are no work's.
ROOT = frozenset(("cff-version", "message", "preferred-citation", "references", "contact"))
