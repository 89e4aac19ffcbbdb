"""MODS 3 as tables, read in both directions.

Elements are those of the MODS User Guidelines, version 3 (Library of Congress);
genres those of the MARC Genre Term List (``marcgt``), of bibutils
(``bibutilsgt``) and, where these have none, CSL's own names of types; variables
and types CSL 1.0.2's.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.formats.zoteromap import CSL_TYPES
from citekit.vocabulary import TYPES as _TYPES

HOST = "relatedItem[type=host]"
SERIES = "relatedItem[type=series]"
ORIGINAL = "relatedItem[type=original]"
REVIEWED = "relatedItem[type=reviewOf]"


class Kind(NamedTuple):
    """How a CSL type is written: type of resource, genre and its authority, the
    genre of the host and its authority (empty for works that stand alone)."""

    resource: str
    genre: str
    authority: str = "csl"
    host: str = ""
    host_authority: str = "marcgt"


KINDS = {
    "article": Kind("text", "preprint"),
    "article-journal": Kind(
        "text", "journal article", "bibutilsgt", "academic journal", "bibutilsgt"
    ),
    "article-magazine": Kind("text", "magazine article", "bibutilsgt", "magazine", "bibutilsgt"),
    "article-newspaper": Kind("text", "newspaper article", "bibutilsgt", "newspaper"),
    "book": Kind("text", "book", "marcgt"),
    "broadcast": Kind("moving image", "television broadcast", "bibutilsgt"),
    "chapter": Kind("text", "book chapter", "bibutilsgt", "book"),
    "dataset": Kind("software, multimedia", "dataset"),
    "entry-dictionary": Kind("text", "entry-dictionary", "csl", "dictionary"),
    "entry-encyclopedia": Kind("text", "entry-encyclopedia", "csl", "encyclopedia"),
    "entry": Kind("text", "entry", "csl", "book"),
    "graphic": Kind("still image", "picture", "marcgt"),
    "figure": Kind("still image", "figure"),
    "interview": Kind("text", "interview", "marcgt"),
    "legal_case": Kind("text", "legal case and case notes", "marcgt"),
    "legislation": Kind("text", "legislation", "marcgt"),
    "manuscript": Kind("text", "manuscript", "bibutilsgt"),
    "map": Kind("cartographic", "map", "marcgt"),
    "motion_picture": Kind("moving image", "motion picture", "marcgt"),
    "musical_score": Kind("notated music", "musical_score"),
    "pamphlet": Kind("text", "pamphlet", "bibutilsgt"),
    "paper-conference": Kind("text", "conference paper", "csl", "conference publication"),
    "patent": Kind("text", "patent", "marcgt"),
    "periodical": Kind("text", "periodical", "marcgt"),
    "personal_communication": Kind("text", "letter", "marcgt"),
    "report": Kind("text", "technical report", "marcgt"),
    "review": Kind("text", "review", "marcgt", "academic journal", "bibutilsgt"),
    "review-book": Kind("text", "book review", "csl", "academic journal", "bibutilsgt"),
    "software": Kind("software, multimedia", "computer program", "marcgt"),
    "song": Kind("sound recording-musical", "sound", "marcgt"),
    "speech": Kind("text", "speech", "marcgt"),
    "standard": Kind("text", "standard or specification", "marcgt"),
    "thesis": Kind("text", "thesis", "marcgt"),
    "treaty": Kind("text", "treaty", "marcgt"),
    "webpage": Kind("text", "web site", "marcgt"),
}


def kind_of(csl_type: str) -> Kind:
    """How a CSL type is written."""
    return KINDS.get(csl_type) or Kind("text", csl_type)


#: Terms of the MARC Genre Term List that say what a book is about, or for; a work of
#: such a genre that stands in another one is a part of it.
CONTENTS = frozenset(
    (
        *("autobiography", "bibliography", "biography", "catalog", "comic or graphic novel"),
        *("directory", "discography", "drama", "essay", "festschrift", "fiction", "filmography"),
        *("folktale", "government publication", "handbook", "history", "humor, satire", "hymnal"),
        *("index", "instruction", "language instruction", "memoir", "multivolume monograph"),
        *("novel", "poetry", "programmed text", "script", "short story", "statistics"),
        *("survey of literature", "yearbook"),
    )
)
#: Those that are things to look at.
PICTURES = frozenset(
    (
        *("art original", "art reproduction", "chart", "comic strip", "diorama", "drawing"),
        *("flash card", "graphic", "microscope slide", "model", "photograph", "realia", "slide"),
        *("toy", "transparency"),
    )
)

#: What a genre means, in lower case: our own, those only read, Zotero's names of types.
GENRES = {
    **{name.lower(): csl for name, csl in CSL_TYPES.items()},
    **{name.replace("_", " "): name for name in _TYPES},
    **{name: name for name in _TYPES},
    **{kind.genre: csl for csl, kind in KINDS.items()},
    **{"article": "article-journal", "journal": "periodical", "newspaper": "article-newspaper"},
    **{"magazine": "article-magazine", "book section": "chapter", "bookitem": "chapter"},
    **dict.fromkeys(CONTENTS, "book"),
    **dict.fromkeys(PICTURES, "graphic"),
    **{"diagram": "figure", "technical drawing": "figure", "numeric data": "dataset"},
    **{"atlas": "map", "globe": "map", "database": "dataset", "remote sensing image": "map"},
    **{"dictionary": "entry-dictionary", "encyclopedia": "entry-encyclopedia"},
    **{"film": "motion_picture", "filmstrip": "motion_picture", "video": "motion_picture"},
    **{"videorecording": "motion_picture", "sound recording": "song", "theses": "thesis"},
    **{"dissertation": "thesis", "ph.d. thesis": "thesis", "masters thesis": "thesis"},
    **{"doctoral thesis": "thesis", "diploma thesis": "thesis", "academic theses": "thesis"},
    **{"report": "report", "project report": "report", "reporting": "article-newspaper"},
    **{"online system or service": "webpage", "rehearsal": "song", "offprint": "article-journal"},
    **{"web page": "webpage", "website": "webpage", "weblog": "post-weblog", "blog": "post-weblog"},
    **{"conference publication": "paper-conference", "proceedings paper": "paper-conference"},
    **{"presentation": "speech", "lecture": "speech", "legal article": "article-journal"},
    **{"email": "personal_communication", "e-mail communication": "personal_communication"},
    **{"communication": "personal_communication", "brief": "personal_communication"},
    **{"correspondence": "personal_communication", "unpublished": "manuscript"},
    **{
        "preprint": "article",
        "podcast": "song",
        "computer program": "software",
        "game": "software",
    },
    **{"thesis or dissertation": "thesis", "master's thesis": "thesis", "habilitation": "thesis"},
    **{"bachelor thesis": "thesis", "academic dissertations": "thesis", "dissertations": "thesis"},
    **{"working paper": "report", "research report": "report", "reports": "report"},
    # plurals, which thesauri of genres have
    **{"photographs": "graphic", "postcards": "graphic", "drawings": "graphic"},
    **{"paintings": "graphic", "posters": "graphic", "prints": "graphic", "maps": "map"},
    **{"letters": "personal_communication", "letters (correspondence)": "personal_communication"},
    **{"motion pictures": "motion_picture", "video recordings": "motion_picture"},
    **{"sound recordings": "song", "manuscripts": "manuscript", "interviews": "interview"},
    **{"law report or digest": "legal_case", "statute": "legislation", "score": "musical_score"},
}

#: What the genre of a host says of the work in it.
HOST_GENRES = {
    **{"academic journal": "article-journal", "periodical": "article-journal"},
    **{"journal": "article-journal", "magazine": "article-magazine"},
    **{"newspaper": "article-newspaper", "book": "chapter", "collection": "chapter"},
    **{"conference publication": "paper-conference", "encyclopedia": "entry-encyclopedia"},
    **{"dictionary": "entry-dictionary", "web site": "webpage", "multivolume monograph": "chapter"},
}

#: What a type of resource means where no genre tells.
RESOURCES = {
    "cartographic": "map",
    "moving image": "motion_picture",
    "notated music": "musical_score",
    "software, multimedia": "software",
    "sound recording": "song",
    "sound recording-musical": "song",
    "sound recording-nonmusical": "song",
    "still image": "graphic",
    "three dimensional object": "graphic",
}


class Row(NamedTuple):
    """A variable, where it is written in a work that has a host, and in one that
    stands alone; both are read, and what else is."""

    variable: str
    path: str
    alone: str = ""
    also: tuple[str, ...] = ()


_PART = f"{HOST}/part"

ROWS = (
    Row("title-short", "titleInfo[type=abbreviated]/title"),
    Row("abstract", "abstract"),
    Row("note", "note[displayLabel=Extra]"),
    Row("publisher", f"{HOST}/originInfo/publisher", "originInfo/publisher"),
    Row(
        "publisher-place",
        f"{HOST}/originInfo/place/placeTerm[type=text]",
        "originInfo/place/placeTerm[type=text]",
        (
            "originInfo/place/text",
            f"{HOST}/originInfo/place/placeTerm[!type]",
            "originInfo/place/placeTerm[!type]",
        ),
    ),
    Row("edition", f"{HOST}/originInfo/edition", "originInfo/edition"),
    Row("medium", "physicalDescription/form[!authority]"),
    Row("scale", "subject/cartographics/scale"),
    Row("license", "accessCondition", also=("accessCondition[type=use and reproduction]",)),
    Row("archive", "location/physicalLocation", also=(f"{ORIGINAL}/location/physicalLocation",)),
    Row("archive_location", "location/shelfLocator"),
    Row("call-number", "classification"),
    Row("source", "recordInfo/recordContentSource"),
    Row("DOI", "identifier[type=doi]"),
    Row("PMID", "identifier[type=pmid]", also=("identifier[type=pubmed]",)),
    Row("PMCID", "identifier[type=pmc]", also=("identifier[type=pmcid]",)),
    Row("number", "identifier[type=document number]", also=("identifier[type=report number]",)),
    Row("container-title-short", f"{HOST}/titleInfo[type=abbreviated]/title"),
    Row("volume", f"{_PART}/detail[type=volume]/number", "part/detail[type=volume]/number"),
    Row("issue", f"{_PART}/detail[type=issue]/number", "part/detail[type=issue]/number"),
    Row("section", f"{_PART}/detail[type=section]/number", "part/detail[type=section]/number"),
    Row(
        "chapter-number",
        f"{_PART}/detail[type=chapter]/number",
        "part/detail[type=chapter]/number",
    ),
    Row(
        "supplement-number",
        f"{_PART}/detail[type=supplement]/number",
        "part/detail[type=supplement]/number",
    ),
    Row(
        "collection-number",
        f"{SERIES}/titleInfo/partNumber",
        also=(
            f"{SERIES}/part/detail[type=volume]/number",
            f"{HOST}/{SERIES}/titleInfo/partNumber",
            f"{HOST}/{SERIES}/part/detail[type=volume]/number",
        ),
    ),
    Row("original-publisher", f"{ORIGINAL}/originInfo/publisher"),
    Row("original-publisher-place", f"{ORIGINAL}/originInfo/place/placeTerm[type=text]"),
)

#: A variable that is a whole title, and the element that has it.
TITLES = {
    "container-title": HOST,
    "collection-title": SERIES,
    "original-title": ORIGINAL,
    "reviewed-title": REVIEWED,
}

#: A name variable and the related item whose author (or editor) it is.
RELATED_NAMES = {
    "container-author": (HOST, "author"),
    "collection-editor": (SERIES, "editor"),
    "original-author": (ORIGINAL, "author"),
    "reviewed-author": (REVIEWED, "author"),
}

#: Name types of MODS that are no persons.
CORPORATE = frozenset({"corporate", "conference", "family"})

#: Identifiers that are a serial's or a book's, and the variable of each.
SERIALS = {"isbn": "ISBN", "issn": "ISSN"}

#: Parts of subjects that are words of a heading; the others are kept under their names.
SUBJECT_PARTS = frozenset("topic geographic temporal genre occupation name titleInfo".split())
OTHER_SUBJECT_PARTS = ("geographicCode", "hierarchicalGeographic")

#: Titles of the work of other types, and the names they are kept under.
OTHER_TITLES = {"uniform": "uniformtitle", "translated": "translated-title"}

#: Dates that are none of publication, kept under their elements' names.
OTHER_DATES = ("dateCaptured", "dateModified", "dateValid", "dateOther")

#: Between several values of one variable, where it is not a semicolon.
JOINTS = {"call-number": ", ", "abstract": "\n\n"}

#: Identifiers that CSL has no variable for; each is kept under its own name.
IDENTIFIERS = (
    *("arxiv", "doi-other", "ean", "hdl", "isan", "ismn", "isrc", "issue number", "istc"),
    *("lccn", "local", "matrix number", "music plate", "music publisher", "nbn", "oclc"),
    *("sici", "upc", "uri", "urn", "videorecording identifier", "isbn-other", "issn-other"),
)
