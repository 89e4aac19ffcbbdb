"""hayagriva's entries as a table, read in both directions.

Types, fields and roles are those of hayagriva's file format (docs/file-format.md of
its repository); where a CSL variable is looked for is what hayagriva's own CSL
processor does.  An entry's surroundings are its parents: what holds it (container),
the series, the event, the original.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How a field is written."""

    FORMATTED = "text with {protected} words and $maths$"
    PLAIN = "text as it is"
    NUMBER = "a whole number, nothing else"
    NAMES = "a person, or a list of persons"
    DATE = "YYYY, YYYY-MM or YYYY-MM-DD"


class TypeRow(NamedTuple):
    """A CSL type, its entry type, the type of what holds it; whether that parent is
    always there, since it tells the type."""

    csl: str
    entry: str
    container: str = "misc"
    always: bool = False


#: Of rows with the same entry type and container, the first one is read.
TYPES = (
    TypeRow("article-journal", "article", "periodical", True),
    TypeRow("article-newspaper", "article", "newspaper", True),
    TypeRow("paper-conference", "article", "proceedings", True),
    TypeRow("post-weblog", "article", "blog", True),
    TypeRow("chapter", "chapter", "book", True),
    TypeRow("entry-encyclopedia", "entry", "reference", True),
    TypeRow("figure", "artwork", "article", True),
    TypeRow("broadcast", "video", "video", True),
    TypeRow("musical_score", "audio", "book", True),
    TypeRow("speech", "misc", "conference", True),
    TypeRow("post", "post", "thread"),
    TypeRow("article", "article", "repository"),
    TypeRow("book", "book"),
    TypeRow("collection", "anthology"),
    TypeRow("document", "misc"),
    TypeRow("entry", "entry"),
    TypeRow("event", "exhibition"),
    TypeRow("graphic", "artwork", "exhibition"),
    TypeRow("legal_case", "case", "book"),
    TypeRow("legislation", "legislation", "anthology"),
    TypeRow("manuscript", "manuscript"),
    TypeRow("motion_picture", "video"),
    TypeRow("patent", "patent"),
    TypeRow("performance", "performance"),
    TypeRow("periodical", "periodical"),
    TypeRow("report", "report", "book"),
    TypeRow("software", "repository"),
    TypeRow("song", "audio", "audio"),
    TypeRow("thesis", "thesis", "book"),
    TypeRow("webpage", "web", "web"),
    TypeRow("article-magazine", "article", "periodical", True),
    TypeRow("review", "article", "periodical", True),
    TypeRow("review-book", "article", "periodical", True),
    TypeRow("entry-dictionary", "entry", "reference", True),
    TypeRow("bill", "legislation", "anthology"),
    TypeRow("regulation", "legislation", "anthology"),
    TypeRow("treaty", "legislation", "anthology"),
    TypeRow("classic", "book"),
    TypeRow("pamphlet", "book"),
    TypeRow("standard", "report", "book"),
    TypeRow("map", "artwork", "exhibition"),
    TypeRow("dataset", "misc"),
    TypeRow("hearing", "misc"),
    TypeRow("interview", "misc"),
    TypeRow("personal_communication", "misc"),
)

#: Entry types that are only read.
MEANINGS = {
    "anthos": "chapter",
    "blog": "webpage",
    "chapter": "chapter",
    "conference": "event",
    "newspaper": "periodical",
    "original": "document",
    "proceedings": "book",
    "reference": "book",
    "scene": "broadcast",
    "thread": "post",
    "tweet": "post",
}

#: The type of a parent that does not say its own.
DEFAULT_PARENTS = {
    "anthos": "anthology",
    "article": "periodical",
    "artwork": "exhibition",
    "audio": "audio",
    "chapter": "book",
    "entry": "reference",
    "legislation": "anthology",
    "scene": "video",
    "tweet": "tweet",
    "video": "video",
    "web": "web",
}

#: Entries that may stand in a series themselves, and the series' type.
SERIAL = frozenset(
    """anthology book exhibition newspaper performance periodical proceedings reference""".split()
)
SERIES = "anthology"

#: Containers whose publisher, edition and numbers are not the entry's own.
HOMES = frozenset(("periodical", "newspaper", "proceedings", "book", "reference", "blog"))


class Row(NamedTuple):
    """A CSL variable, the entry that has it, the field there (a dot goes into it).

    ``home`` is what holds the entry if that is published as a whole, else the entry.
    """

    variable: str
    place: str
    field: str
    kind: Kind = Kind.FORMATTED


_P, _N, _NAMES, _D = Kind.PLAIN, Kind.NUMBER, Kind.NAMES, Kind.DATE

ROWS = (
    Row("title", "entry", "title.value"),
    Row("title-short", "entry", "title.short"),
    Row("author", "entry", "author", _NAMES),
    Row("issued", "entry", "date", _D),
    Row("container-title", "container", "title.value"),
    Row("container-title-short", "container", "title.short"),
    Row("container-author", "container", "author", _NAMES),
    Row("editor", "home", "editor", _NAMES),
    Row("publisher", "home", "publisher.name"),
    Row("publisher-place", "home", "publisher.location"),
    Row("volume", "home", "volume", _P),
    Row("issue", "home", "issue", _P),
    Row("edition", "home", "edition", _P),
    Row("number-of-volumes", "home", "volume-total", _N),
    Row("chapter-number", "entry", "chapter", _P),
    Row("page", "entry", "page-range", _P),
    Row("number-of-pages", "entry", "page-total", _N),
    Row("ISBN", "home", "serial-number.isbn", _P),
    Row("ISSN", "home", "serial-number.issn", _P),
    Row("DOI", "entry", "serial-number.doi", _P),
    Row("PMID", "entry", "serial-number.pmid", _P),
    Row("PMCID", "entry", "serial-number.pmcid", _P),
    Row("number", "entry", "serial-number.serial", _P),
    Row("version", "entry", "serial-number.version", _P),
    Row("printing-number", "entry", "serial-number.printing", _P),
    Row("collection-title", "series", "title.value"),
    Row("collection-number", "series", "volume", _P),
    Row("collection-editor", "series", "editor", _NAMES),
    Row("event-title", "event", "title.value"),
    Row("event-place", "event", "location"),
    Row("event-date", "event", "date", _D),
    Row("original-title", "original", "title.value"),
    Row("original-author", "original", "author", _NAMES),
    Row("original-date", "original", "date", _D),
    Row("original-publisher", "original", "publisher.name"),
    Row("original-publisher-place", "original", "publisher.location"),
    Row("authority", "entry", "organization"),
    Row("genre", "entry", "genre"),
    Row("dimensions", "entry", "runtime", _P),
    Row("URL", "entry", "url.value", _P),
    Row("accessed", "entry", "url.date", _D),
    Row("language", "entry", "language", _P),
    Row("archive", "entry", "archive"),
    Row("archive_location", "entry", "archive-location"),
    Row("call-number", "entry", "call-number"),
    Row("abstract", "entry", "abstract"),
    Row("note", "entry", "note"),
)

#: A CSL name variable and the role of the affiliated person.
ROLES = (
    ("translator", "translator"),
    ("compiler", "compiler"),
    ("composer", "composer"),
    ("contributor", "collaborator"),
    ("director", "director"),
    ("executive-producer", "executive-producer"),
    ("illustrator", "illustrator"),
    ("narrator", "narrator"),
    ("organizer", "organizer"),
    ("performer", "cast-member"),
    ("producer", "producer"),
    ("script-writer", "writer"),
    ("series-creator", "founder"),
)

#: Fields that stand in ``serial-number``, ``publisher`` or ``title`` by now, and where.
OLD_FIELDS = {
    "doi": "serial-number.doi",
    "isbn": "serial-number.isbn",
    "issn": "serial-number.issn",
    "location": "publisher.location",
}

#: Where the one word of a field stands that may be a mapping.
WORDS = {
    "title": "value",
    "publisher": "name",
    "url": "value",
    "serial-number": "serial",
}
