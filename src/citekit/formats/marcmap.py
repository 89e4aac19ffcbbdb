"""MARC 21 bibliographic as tables, read in both directions.

Fields, indicators and codes are those of the MARC 21 Format for Bibliographic
Data (Library of Congress, loc.gov/marc/bibliographic); variables and types CSL
1.0.2's.
"""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """A variable field: tag, two indicators, and its subfields in order; a control
    field has one subfield with no code."""

    tag: str
    indicators: str
    subfields: tuple[tuple[str, str], ...]

    def all(self, codes: str) -> list[str]:
        """The subfields with one of these codes, in the field's order."""
        return [text for code, text in self.subfields if code and code in codes and text]

    def first(self, code: str) -> str:
        """The first subfield with this code, or the empty string."""
        return next((text for found, text in self.subfields if found == code and text), "")


class Marc(NamedTuple):
    """A record: its leader (24 characters) and its fields."""

    leader: str
    fields: tuple[Field, ...]

    def tagged(self, *tags: str) -> list[Field]:
        """The fields with one of these tags."""
        return [field for field in self.fields if field.tag in tags]

    def control(self, tag: str) -> str:
        """A control field, or the empty string."""
        return next((f.subfields[0][1] for f in self.fields if f.tag == tag and f.subfields), "")


#: CSL type → type of record and bibliographic level (leader/06–07).
LEADERS = {
    "article-journal": "ab",
    "article-magazine": "ab",
    "article-newspaper": "ab",
    "review": "ab",
    "review-book": "ab",
    "chapter": "aa",
    "paper-conference": "aa",
    "entry": "aa",
    "entry-dictionary": "aa",
    "entry-encyclopedia": "aa",
    "periodical": "as",
    "webpage": "ai",
    "manuscript": "tm",
    "personal_communication": "tm",
    "musical_score": "cm",
    "map": "em",
    "motion_picture": "gm",
    "broadcast": "gm",
    "interview": "im",
    "speech": "im",
    "song": "jm",
    "graphic": "km",
    "figure": "km",
    "software": "mm",
    "dataset": "mm",
    "collection": "pc",
}

#: Type of record (leader/06) → CSL type, for works that stand alone.
RECORD_TYPES = {
    **{"a": "book", "t": "manuscript", "c": "musical_score", "d": "musical_score", "e": "map"},
    **{"f": "map", "g": "motion_picture", "i": "song", "j": "song", "k": "graphic"},
    **{"m": "software", "o": "document", "p": "collection", "r": "graphic"},
}

#: Nature of contents (008/24–27) → CSL type, for books.
CONTENTS = {"m": "thesis", "t": "report", "j": "patent", "z": "treaty"}


class Row(NamedTuple):
    """A variable and the subfield it is written to and read from: tag, indicators
    (for writing), code; ``more`` are further tags and codes that are read."""

    variable: str
    tag: str
    indicators: str
    code: str
    more: tuple[tuple[str, str], ...] = ()


ROWS = (
    Row("ISBN", "020", "  ", "a"),
    Row("number", "088", "  ", "a"),
    Row("edition", "250", "  ", "a"),
    Row("scale", "255", "  ", "a"),
    Row("publisher-place", "264", " 1", "a", (("260", "a"),)),
    Row("publisher", "264", " 1", "b", (("260", "b"),)),
    Row("medium", "340", "  ", "a"),
    Row(
        "collection-title",
        "490",
        "0 ",
        "a",
        (("440", "anp"), ("830", "anp"), ("800", "t"), ("810", "t"), ("811", "t")),
    ),
    Row(
        "collection-number",
        "490",
        "0 ",
        "v",
        (("440", "v"), ("830", "v"), ("800", "v"), ("810", "v"), ("811", "v")),
    ),
    Row("abstract", "520", "  ", "a"),
    Row("license", "540", "  ", "a"),
    Row("note", "590", "  ", "a"),
    Row("original-title", "765", "0 ", "t", (("240", ""),)),
    Row("original-publisher", "765", "0 ", "d"),
    Row("container-title", "773", "0 ", "t"),
    Row("container-title-short", "773", "0 ", "p"),
    Row("archive", "852", "  ", "a"),
    Row("archive_location", "852", "  ", "c"),
    Row(
        "call-number",
        "852",
        "  ",
        "h",
        (
            ("099", "a"),
            ("090", "ab"),
            ("050", "ab"),
            ("060", "ab"),
            ("070", "ab"),
            ("080", "a"),
            ("082", "a"),
            ("084", "a"),
        ),
    ),
)

#: Notes (5XX) that are the work's, and their subfields; 505 is a table of contents.
NOTES = {
    **{"500": "a", "501": "a", "502": "abcd", "504": "a", "505": "agrt", "508": "a", "511": "a"},
    **{"515": "a", "518": "a", "521": "a", "525": "a", "530": "a", "533": "abcd", "534": "pabct"},
    **{"538": "a", "545": "ab", "546": "a", "547": "a", "550": "a", "555": "a", "580": "a"},
    **{"586": "a"},
}

#: Subject fields and the subfields of their headings; 653's are words of their own.
SUBJECTS = {
    **{"600": "abcqt", "610": "abt", "611": "at", "630": "at", "648": "a", "650": "ab"},
    **{"651": "a", "655": "a", "656": "a"},
}
#: Subfields of the subdivisions of a heading: form, general, chronological, geographic.
SUBDIVISIONS = "vxyz"

#: Added entries and fields of numbers that CSL has no variable for, kept by tag.
KEPT_TAGS = frozenset(
    "010 015 016 026 027 028 030 032 035 036 037 074 086 210 222 242 247 254 256 257 263 306 310 "
    "321 362 510 730 740 754 760 762 767 770 772 774 775 776 777 780 785 786 787".split()
)
