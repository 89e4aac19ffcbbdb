"""The vocabularies of bibliographic RDF as tables.

Zotero's RDF is made of "biblio" (bib:), Dublin Core, PRISM 1.2, FOAF, vCard and its
own namespace; the Bibliographic Ontology (bibo:) of its own terms, Dublin Core and
FOAF; schema.org of its own.  A row is read from any of its properties, the first one
that says something, and written by Zotero RDF to the first.
"""

from __future__ import annotations

from typing import NamedTuple

BIB = "http://purl.org/net/biblio#"
BIBO = "http://purl.org/ontology/bibo/"
DC = "http://purl.org/dc/elements/1.1/"
DC10 = "http://purl.org/dc/elements/1.0/"
TERMS = "http://purl.org/dc/terms/"
PRISM = "http://prismstandard.org/namespaces/1.2/basic/"
PRISM2 = "http://prismstandard.org/namespaces/basic/2.0/"
PRISM21 = "http://prismstandard.org/namespaces/basic/2.1/"
FOAF = "http://xmlns.com/foaf/0.1/"
VCARD = "http://nwalsh.com/rdf/vCard#"
ADDRESS = "http://schemas.talis.com/2005/address/schema#"
LINK = "http://purl.org/rss/1.0/modules/link/"
Z = "http://www.zotero.org/namespaces/export#"
SIOCT = "http://rdfs.org/sioc/types#"
SC = "http://umbel.org/umbel/sc/"
PO = "http://purl.org/ontology/po/"
DOAP = "http://usefulinc.com/ns/doap#"
REL = "http://www.loc.gov/loc.terms/relators/"
RES = "http://purl.org/vocab/resourcelist/schema#"

#: schema.org, under both of its addresses.
SCHEMA = ("http://schema.org/", "https://schema.org/")

_DC = (DC, TERMS, DC10)
_PRISM = (PRISM, PRISM2, PRISM21)


def _in(spaces: tuple[str, ...], *names: str) -> tuple[str, ...]:
    return tuple(space + name for name in names for space in spaces)


TITLE = (*_in(_DC, "title"), *_in(SCHEMA, "name", "headline"))
PART_OF = (TERMS + "isPartOf", *_in((PRISM2, PRISM21), "isPartOf"), *_in(SCHEMA, "isPartOf"))
PUBLISHER = (*_in(_DC, "publisher"), BIBO + "issuer", *_in(SCHEMA, "publisher"))
PAGE_START = (BIBO + "pageStart", *_in(_PRISM, "startingPage"), *_in(SCHEMA, "pageStart"))
PAGE_END = (BIBO + "pageEnd", *_in(_PRISM, "endingPage"), *_in(SCHEMA, "pageEnd"))
PMID = BIBO + "pmid"
DEGREE = BIBO + "degree"
SUBJECT = (*_in(_DC, "subject"), *_in(SCHEMA, "keywords"))
IDENTIFIER = _in(_DC, "identifier")
RELATION = _in(_DC, "relation")
ADDRESSES = _in(SCHEMA, "url")

#: Properties of the work, and the Zotero field each is ("date" and the like are
#: base fields, which types may call otherwise).
OF_WORK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", TITLE),
    ("rights", (*_in(_DC, "rights"), *_in(SCHEMA, "license", "copyrightNotice"))),
    ("edition", (*_in(_PRISM, "edition"), BIBO + "edition", *_in(SCHEMA, "bookEdition"))),
    (
        "date",
        (
            *(*_in(_DC, "date"), TERMS + "issued", *_in(_PRISM, "publicationDate")),
            *_in(SCHEMA, "datePublished", "dateCreated"),
        ),
    ),
    ("filingDate", (Z + "filingDate",)),
    ("accessDate", (TERMS + "dateSubmitted", Z + "accessDate")),
    (
        "pages",
        (BIB + "pages", BIBO + "pages", *_in(_PRISM, "pageRange"), *_in(SCHEMA, "pagination")),
    ),
    ("extra", (*_in(_DC, "description"), Z + "extra")),
    ("archiveLocation", (DC + "coverage",)),
    ("medium", (TERMS + "medium", DC + "format")),
    ("type", (Z + "type", *_in(_DC, "type"))),
    (
        "abstractNote",
        (TERMS + "abstract", BIBO + "abstract", *_in(SCHEMA, "abstract", "description")),
    ),
    ("language", (Z + "language", *_in(_DC, "language"), *_in(SCHEMA, "inLanguage"))),
    ("shortTitle", (Z + "shortTitle", BIBO + "shortTitle")),
    ("libraryCatalog", (Z + "libraryCatalog",)),
    ("number", (BIBO + "number",)),
    ("numPages", (Z + "numPages", BIBO + "numPages", *_in(SCHEMA, "numberOfPages"))),
    ("url", (BIBO + "uri", *_in(SCHEMA, "url"))),
    ("DOI", (BIBO + "doi", *_in(_PRISM, "doi"))),
    ("section", (BIBO + "section",)),
    ("archive", (Z + "archive",)),
    ("legalStatus", (BIBO + "status",)),
    ("artworkSize", (TERMS + "extent",)),
    ("runningTime", (PO + "duration",)),
    ("versionNumber", (DOAP + "revision",)),
    ("system", (DOAP + "os",)),
    ("callNumber", (BIBO + "lccn",)),
)

#: Properties of the work or of what it is part of.
OF_CONTAINER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("journalAbbreviation", (TERMS + "alternative", BIBO + "shortTitle")),
    ("publicationTitle", _in(_PRISM, "publicationName")),
    ("volume", (*_in(_PRISM, "volume"), BIBO + "volume", *_in(SCHEMA, "volumeNumber"))),
    (
        "issue",
        (*_in(_PRISM, "number", "issueIdentifier"), BIBO + "issue", *_in(SCHEMA, "issueNumber")),
    ),
    ("numberOfVolumes", (Z + "numberOfVolumes", BIBO + "numVolumes", BIBO + "numberOfVolumes")),
    ("date", (TERMS + "date", TERMS + "issued", *_in(SCHEMA, "datePublished"))),
    ("edition", (BIBO + "edition",)),
    ("court", (BIBO + "court",)),
)

#: Serial numbers, which are joined.
NUMBERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "ISBN",
        (
            BIBO + "isbn13",
            BIBO + "isbn",
            *_in((PRISM2, PRISM21), "isbn"),
            BIBO + "isbn10",
            *_in(SCHEMA, "isbn"),
        ),
    ),
    (
        "ISSN",
        (
            BIBO + "issn",
            *_in(_PRISM, "issn"),
            BIBO + "eissn",
            *_in(_PRISM, "eIssn"),
            *_in(SCHEMA, "issn"),
        ),
    ),
)


#: The title of the journal, said of the article.
PUBLICATION = _in(_PRISM, "publicationName")


class Class(NamedTuple):
    """A class of works, and Zotero's type; with ``container``, only inside one of it."""

    uri: str
    type: str
    container: str = ""


#: The first row that fits counts.  Rows of Zotero's own classes stand first in its
#: type's order of preference for writing.
CLASSES = (
    *(
        Class(space + "Article", kind, space + container)
        for space in (BIB, BIBO)
        for kind, container in (
            ("journalArticle", "Journal"),
            ("magazineArticle", "Periodical"),
            ("magazineArticle", "Magazine"),
            ("newspaperArticle", "Newspaper"),
            ("conferencePaper", "Proceedings"),
        )
    ),
    Class(BIBO + "Article", "dictionaryEntry", SC + "Dictionary"),
    Class(BIBO + "Article", "encyclopediaArticle", BIBO + "ReferenceSource"),
    Class(BIBO + "AcademicArticle", "conferencePaper", BIBO + "Proceedings"),
    Class(BIBO + "AcademicArticle", "journalArticle"),
    Class(BIBO + "AudioVisualDocument", "tvBroadcast", PO + "Programme"),
    Class(BIB + "Document", "case", BIB + "CourtReporter"),
    Class(BIB + "Document", "blogPost", Z + "Blog"),
    Class(BIB + "Document", "forumPost", Z + "Forum"),
    Class(BIB + "Document", "webpage"),
    Class(SIOCT + "BlogPost", "blogPost"),
    Class(SIOCT + "BoardPost", "forumPost"),
    Class(SIOCT + "InstantMessage", "instantMessage"),
    Class(SC + "ComputerProgram_CW", "computerProgram"),
    Class(Z + "Podcast", "podcast"),
    Class(PO + "AudioDocument", "radioBroadcast"),
    *(
        Class(space + name, kind)
        for space in (BIB, BIBO)
        for name, kind in (
            ("Book", "book"),
            ("BookSection", "bookSection"),
            ("Chapter", "bookSection"),
            ("Thesis", "thesis"),
            ("Letter", "letter"),
            ("Manuscript", "manuscript"),
            ("Interview", "interview"),
            ("MotionPicture", "film"),
            ("Film", "film"),
            ("Illustration", "artwork"),
            ("Image", "artwork"),
            ("Map", "map"),
            ("Report", "report"),
            ("Legislation", "statute"),
            ("Statute", "statute"),
            ("Bill", "bill"),
            ("Hearing", "hearing"),
            ("Patent", "patent"),
            ("Recording", "audioRecording"),
            ("Data", "computerProgram"),
            ("ConferenceProceedings", "presentation"),
        )
    ),
    Class(BIBO + "AudioDocument", "audioRecording"),
    Class(BIBO + "AudioVisualDocument", "videoRecording"),
    Class(BIBO + "Brief", "case"),
    Class(BIBO + "LegalCaseDocument", "case"),
    Class(BIBO + "LegalDecision", "case"),
    Class(BIBO + "LegalDocument", "case"),
    Class(BIBO + "CollectedDocument", "document"),
    Class(BIBO + "DocumentPart", "document"),
    Class(BIBO + "EditedBook", "book"),
    Class(BIBO + "Proceedings", "book"),
    Class(BIBO + "ReferenceSource", "book"),
    Class(BIBO + "Manual", "book"),
    Class(BIBO + "Email", "email"),
    Class(BIBO + "PersonalCommunication", "letter"),
    Class(BIBO + "PersonalCommunicationDocument", "letter"),
    Class(BIBO + "Performance", "presentation"),
    Class(BIBO + "Slideshow", "presentation"),
    Class(BIBO + "Slide", "presentation"),
    Class(BIBO + "Standard", "standard"),
    Class(BIBO + "Webpage", "webpage"),
    Class(BIBO + "Website", "webpage"),
    Class(BIBO + "Article", "magazineArticle"),
    Class(BIB + "Article", "journalArticle"),
    Class(BIBO + "Document", "document"),
    *(
        Class(space + name, kind)
        for space in SCHEMA
        for name, kind in (
            ("ScholarlyArticle", "journalArticle"),
            ("NewsArticle", "newspaperArticle"),
            ("Article", "magazineArticle"),
            ("BlogPosting", "blogPost"),
            ("SocialMediaPosting", "forumPost"),
            ("Chapter", "bookSection"),
            ("Book", "book"),
            ("Thesis", "thesis"),
            ("Report", "report"),
            ("Dataset", "dataset"),
            ("SoftwareApplication", "computerProgram"),
            ("SoftwareSourceCode", "computerProgram"),
            ("Map", "map"),
            ("Movie", "film"),
            ("VideoObject", "videoRecording"),
            ("AudioObject", "audioRecording"),
            ("MusicRecording", "audioRecording"),
            ("PodcastEpisode", "podcast"),
            ("Photograph", "artwork"),
            ("Painting", "artwork"),
            ("VisualArtwork", "artwork"),
            ("Legislation", "statute"),
            ("Manuscript", "manuscript"),
            ("WebPage", "webpage"),
        )
    ),
)

#: What dc:type says, in lower case without spaces, of a node of no known class (DCMI
#: Type Vocabulary, Eprints Type Vocabulary, PRISM 1.2), and Zotero's type; Zotero's own
#: types are said too.
DC_TYPES = {
    **dict.fromkeys(("article", "journalarticle", "journalitem"), "journalArticle"),
    **dict.fromkeys(("submittedjournalarticle", "scholarlytext", "text"), "journalArticle"),
    **dict.fromkeys(("authoredbook", "electronicbook", "book"), "book"),
    **dict.fromkeys(("bookitem", "bookchapter"), "bookSection"),
    **dict.fromkeys(("conferenceitem", "conferencepaper", "conferenceposter"), "conferencePaper"),
    **dict.fromkeys(("image", "stillimage", "illustration", "artdesignitem"), "artwork"),
    **dict.fromkeys(("sound", "musicitem"), "audioRecording"),
    **dict.fromkeys(("homepage", "webpage"), "webpage"),
    **dict.fromkeys(("report", "workingpaper"), "report"),
    "newsitem": "newspaperArticle",
    "event": "presentation",
    "movingimage": "videoRecording",
    "software": "computerProgram",
    "dataset": "dataset",
    "map": "map",
    "patent": "patent",
    "thesis": "thesis",
}
DC_TYPE = _in(_DC, "type")

#: Zotero's type, the class of its works in Zotero RDF, and that of their container.
WRITTEN: dict[str, tuple[str, str]] = {
    "artwork": (BIB + "Illustration", ""),
    "audioRecording": (BIB + "Recording", ""),
    "bill": (BIB + "Legislation", ""),
    "blogPost": (BIB + "Document", Z + "Blog"),
    "book": (BIB + "Book", ""),
    "bookSection": (BIB + "BookSection", BIB + "Book"),
    "case": (BIB + "Document", BIB + "CourtReporter"),
    "computerProgram": (BIB + "Data", ""),
    "conferencePaper": ("", BIB + "Journal"),
    "dictionaryEntry": ("", BIB + "Book"),
    "email": (BIB + "Letter", ""),
    "encyclopediaArticle": ("", BIB + "Book"),
    "film": (BIB + "MotionPicture", ""),
    "forumPost": (BIB + "Document", Z + "Forum"),
    "hearing": (BIB + "Report", ""),
    "instantMessage": (BIB + "Letter", ""),
    "interview": (BIB + "Interview", ""),
    "journalArticle": (BIB + "Article", BIB + "Journal"),
    "letter": (BIB + "Letter", ""),
    "magazineArticle": (BIB + "Article", BIB + "Periodical"),
    "manuscript": (BIB + "Manuscript", ""),
    "map": (BIB + "Image", ""),
    "newspaperArticle": (BIB + "Article", BIB + "Newspaper"),
    "patent": (BIB + "Patent", ""),
    "podcast": (BIB + "Recording", ""),
    "presentation": (BIB + "ConferenceProceedings", ""),
    "radioBroadcast": (BIB + "Recording", ""),
    "report": (BIB + "Report", ""),
    "statute": (BIB + "Legislation", ""),
    "thesis": (BIB + "Thesis", ""),
    "tvBroadcast": (BIB + "Recording", ""),
    "videoRecording": (BIB + "Recording", ""),
    "webpage": (BIB + "Document", Z + "Website"),
}

#: A property that names people, and the CSL variable; lists before single names.
#: Zotero's others are z:ROLEs, by its creators' names.
PEOPLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "author",
        (
            BIB + "authors",
            BIBO + "authorList",
            *_in(_DC, "creator"),
            *_in(SCHEMA, "author", "creator"),
        ),
    ),
    ("editor", (BIB + "editors", BIBO + "editorList", BIBO + "editor", *_in(SCHEMA, "editor"))),
    ("translator", (BIBO + "translator", *_in(SCHEMA, "translator"))),
    ("director", (BIBO + "director", *_in(SCHEMA, "director"))),
    ("interviewer", (BIBO + "interviewer",)),
    ("performer", (BIBO + "performer", REL + "ACT")),
    ("producer", (BIBO + "producer",)),
    ("recipient", (BIBO + "recipient",)),
    ("composer", (REL + "CMP",)),
    ("script-writer", (REL + "AUS",)),
    ("guest", (PO + "participant",)),
    ("contributor", (BIB + "contributors", *_in((*_DC, *SCHEMA), "contributor"))),
)

#: Properties of a person.
FAMILY = (
    *_in((FOAF,), "surname", "familyName", "lastName", "family_name"),
    *_in(SCHEMA, "familyName"),
)
GIVEN = (
    *_in((FOAF,), "givenName", "givenname", "firstName", "given_name"),
    *_in(SCHEMA, "givenName"),
)
NAME = (FOAF + "name", VCARD + "fn", *_in(SCHEMA, "name"))
#: Classes of persons, whose names have parts.
PERSONS = frozenset((FOAF + "Person", *_in(SCHEMA, "Person")))
