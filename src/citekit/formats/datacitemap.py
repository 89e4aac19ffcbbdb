"""DataCite's words (Metadata Schema 4.x) and those of CSL 1.0.2."""

from __future__ import annotations

#: ``resourceTypeGeneral`` (appendix 1, table 7) and the CSL type.  Text, Other and
#: Collection say too little: the registry's own guesses come next.
GENERAL_TYPES = {
    "audiovisual": "motion_picture",
    "award": "document",
    "book": "book",
    "bookchapter": "chapter",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference",
    "conferenceproceeding": "book",
    "datapaper": "article-journal",
    "dataset": "dataset",
    "dissertation": "thesis",
    "event": "event",
    "film": "motion_picture",
    "image": "graphic",
    "instrument": "document",
    "interactiveresource": "webpage",
    "journal": "periodical",
    "journalarticle": "article-journal",
    "model": "dataset",
    "outputmanagementplan": "report",
    "peerreview": "review",
    "physicalobject": "graphic",
    "poster": "speech",
    "preprint": "article",
    "presentation": "speech",
    "project": "report",
    "report": "report",
    "service": "software",
    "software": "software",
    "sound": "song",
    "standard": "standard",
    "studyregistration": "document",
    "video": "motion_picture",
    "workflow": "software",
}

#: Words of ``resourceType`` (free text) that name a CSL type, the first found counts.
TYPE_WORDS = (
    ("journalarticle", "article-journal"),
    ("bookchapter", "chapter"),
    ("chapter", "chapter"),
    ("conferencepaper", "paper-conference"),
    ("preprint", "article"),
    ("workingpaper", "report"),
    ("thesis", "thesis"),
    ("dissertation", "thesis"),
    ("report", "report"),
    ("poster", "speech"),
    ("presentation", "speech"),
    ("lecture", "speech"),
    ("newspaperarticle", "article-newspaper"),
    ("blogpost", "post-weblog"),
    ("manuscript", "manuscript"),
    ("map", "map"),
    ("book", "book"),
    ("monograph", "book"),
)

#: The RIS type the registry guessed.
RIS_TYPES = {
    "BOOK": "book",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "FIGURE": "graphic",
    "JOUR": "article-journal",
    "MPCT": "motion_picture",
    "RPRT": "report",
    "SOUND": "song",
    "THES": "thesis",
    "VIDEO": "motion_picture",
}

#: The type of schema.org the registry guessed, where it says more than "Article".
SCHEMA_TYPES = {
    "AudioObject": "song",
    "BlogPosting": "post-weblog",
    "Book": "book",
    "Chapter": "chapter",
    "Dataset": "dataset",
    "ImageObject": "graphic",
    "MediaObject": "motion_picture",
    "NewsArticle": "article-newspaper",
    "Periodical": "periodical",
    "PublicationIssue": "periodical",
    "Report": "report",
    "Review": "review",
    "ScholarlyArticle": "article-journal",
    "SoftwareSourceCode": "software",
    "Thesis": "thesis",
    "VideoObject": "motion_picture",
    "WebPage": "webpage",
    "WebSite": "webpage",
}

#: ``contributorType`` (table 5) and the CSL name variable; others contribute.
ROLES = {"editor": "editor", "producer": "producer", "translator": "translator"}

#: ``dateType`` (table 6): the first there is dates the work.
ISSUED = ("issued", "available", "copyrighted", "updated", "created", "submitted", "accepted")
#: ... and those that are a date variable of their own.
DATES = {"submitted": "submitted", "available": "available-date"}

#: Relations whose related item's title is a variable.
OF_RELATED = {"reviews": "reviewed-title", "istranslationof": "original-title"}

#: Relations (table 9) whose related item holds the work.
HOLDS = ("ispublishedin", "ispartof")

#: A field of what holds the work (``container`` or ``relatedItems``).
CONTAINER = {"volume": "volume", "issue": "issue", "edition": "edition", "number": "number"}

#: Identifiers of what holds the work.
NUMBERS = {"ISSN": "ISSN", "EISSN": "ISSN", "LISSN": "ISSN", "ISBN": "ISBN"}
