"""Zotero's item model as a table, read in both directions.

Types, fields and creators are those of Zotero's schema (version 32); types and
variables those of CSL 1.0.2.  A field has different names in different types
("institution" of a report, "university" of a thesis are its publisher).
"""

from __future__ import annotations

from citekit.formats.zoterofields import FIELDS_OF

#: Zotero's item type, its CSL type.  For writing the first row of a CSL type counts.
TYPES: tuple[tuple[str, str], ...] = (
    ("journalArticle", "article-journal"),
    ("book", "book"),
    ("bookSection", "chapter"),
    ("conferencePaper", "paper-conference"),
    ("report", "report"),
    ("thesis", "thesis"),
    ("webpage", "webpage"),
    ("magazineArticle", "article-magazine"),
    ("newspaperArticle", "article-newspaper"),
    ("preprint", "article"),
    ("artwork", "graphic"),
    ("audioRecording", "song"),
    ("podcast", "song"),
    ("bill", "bill"),
    ("blogPost", "post-weblog"),
    ("case", "legal_case"),
    ("computerProgram", "software"),
    ("dataset", "dataset"),
    ("dictionaryEntry", "entry-dictionary"),
    ("document", "document"),
    ("letter", "personal_communication"),
    ("email", "personal_communication"),
    ("instantMessage", "personal_communication"),
    ("encyclopediaArticle", "entry-encyclopedia"),
    ("film", "motion_picture"),
    ("videoRecording", "motion_picture"),
    ("forumPost", "post"),
    ("hearing", "hearing"),
    ("interview", "interview"),
    ("manuscript", "manuscript"),
    ("map", "map"),
    ("patent", "patent"),
    ("presentation", "speech"),
    ("radioBroadcast", "broadcast"),
    ("tvBroadcast", "broadcast"),
    ("standard", "standard"),
    ("statute", "legislation"),
)

#: CSL types that Zotero has no type for, and the closest it has.
CLOSEST = {
    "classic": "book",
    "collection": "book",
    "entry": "encyclopediaArticle",
    "event": "document",
    "figure": "artwork",
    "musical_score": "book",
    "pamphlet": "book",
    "performance": "presentation",
    "periodical": "book",
    "regulation": "statute",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "treaty": "document",
}

#: A CSL variable and the Zotero field that holds it in every type.
FIELDS: dict[str, str] = {
    "title": "title",
    "abstract": "abstractNote",
    "title-short": "shortTitle",
    "URL": "url",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "language": "language",
    "publisher": "publisher",
    "publisher-place": "place",
    "container-title": "publicationTitle",
    "container-title-short": "journalAbbreviation",
    "collection-title": "series",
    "collection-number": "seriesNumber",
    "volume-title": "seriesTitle",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "page": "pages",
    "number-of-pages": "numPages",
    "number-of-volumes": "numberOfVolumes",
    "genre": "type",
    "medium": "medium",
    "event-title": "conferenceName",
    "archive": "archive",
    "archive_location": "archiveLocation",
    "call-number": "callNumber",
    "source": "libraryCatalog",
    "license": "rights",
    "section": "section",
    "authority": "court",
    "references": "history",
    "version": "versionNumber",
    "dimensions": "runningTime",
    "scale": "scale",
    "status": "status",
    "note": "extra",
    "issued": "date",
    "accessed": "accessDate",
    "submitted": "filingDate",
}

#: By Zotero's type: its own name of a field that other types call otherwise, and
#: the CSL variable.
OWN: dict[str, dict[str, str]] = {
    "artwork": {"artworkMedium": "medium", "artworkSize": "dimensions"},
    "audioRecording": {
        "audioRecordingFormat": "medium",
        "label": "publisher",
        "seriesTitle": "collection-title",
    },
    "bill": {
        "billNumber": "number",
        "code": "container-title",
        "codeVolume": "volume",
        "codePages": "page",
        "legislativeBody": "authority",
        "session": "chapter-number",
    },
    "blogPost": {"blogTitle": "container-title", "websiteType": "genre"},
    "bookSection": {"bookTitle": "container-title"},
    "case": {
        "caseName": "title",
        "dateDecided": "issued",
        "docketNumber": "number",
        "firstPage": "page",
        "reporter": "container-title",
        "reporterVolume": "volume",
    },
    "computerProgram": {
        "company": "publisher",
        "seriesTitle": "collection-title",
        "system": "medium",
    },
    "conferencePaper": {"proceedingsTitle": "container-title"},
    "dataset": {
        "repository": "publisher",
        "repositoryLocation": "publisher-place",
        "format": "medium",
        "identifier": "number",
    },
    "dictionaryEntry": {"dictionaryTitle": "container-title"},
    "email": {"subject": "title"},
    "encyclopediaArticle": {"encyclopediaTitle": "container-title"},
    "film": {"distributor": "publisher", "genre": "genre", "videoRecordingFormat": "medium"},
    "forumPost": {"forumTitle": "container-title", "postType": "genre"},
    "hearing": {
        "committee": "section",
        "documentNumber": "number",
        "legislativeBody": "authority",
        "session": "chapter-number",
    },
    "interview": {"interviewMedium": "medium"},
    "letter": {"letterType": "genre"},
    "manuscript": {"manuscriptType": "genre", "institution": "publisher"},
    "map": {"mapType": "genre", "seriesTitle": "collection-title"},
    "patent": {
        "patentNumber": "number",
        "issueDate": "issued",
        "applicationNumber": "call-number",
        "issuingAuthority": "authority",
        "legalStatus": "status",
        "priorityNumbers": "issue",
    },
    "podcast": {
        "episodeNumber": "number",
        "audioFileType": "medium",
        "seriesTitle": "container-title",
    },
    "preprint": {"archiveID": "number", "genre": "genre", "repository": "publisher"},
    "presentation": {
        "meetingName": "event-title",
        "place": "event-place",
        "presentationType": "genre",
    },
    "radioBroadcast": {
        "audioRecordingFormat": "medium",
        "episodeNumber": "number",
        "network": "publisher",
        "programTitle": "container-title",
    },
    "report": {
        "institution": "publisher",
        "reportNumber": "number",
        "reportType": "genre",
        "seriesTitle": "collection-title",
    },
    "standard": {"committee": "section", "organization": "authority"},
    "statute": {
        "code": "container-title",
        "codeNumber": "volume",
        "dateEnacted": "issued",
        "nameOfAct": "title",
        "publicLawNumber": "number",
        "session": "chapter-number",
    },
    "thesis": {"thesisType": "genre", "university": "publisher"},
    "tvBroadcast": {
        "episodeNumber": "number",
        "network": "publisher",
        "programTitle": "container-title",
        "videoRecordingFormat": "medium",
    },
    "videoRecording": {
        "seriesTitle": "collection-title",
        "studio": "publisher",
        "videoRecordingFormat": "medium",
    },
    "webpage": {"websiteTitle": "container-title", "websiteType": "genre"},
}

#: A CSL name variable and Zotero's creator; ``author`` has other names in AUTHORS.
CREATORS: dict[str, str] = {
    "author": "author",
    "collection-editor": "seriesEditor",
    "composer": "composer",
    "container-author": "bookAuthor",
    "contributor": "contributor",
    "director": "director",
    "editor": "editor",
    "guest": "guest",
    "interviewer": "interviewer",
    "performer": "performer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewed-author": "reviewedAuthor",
    "script-writer": "scriptwriter",
    "translator": "translator",
}

#: By Zotero's type: what it calls the first creator.
AUTHORS: dict[str, str] = {
    "artwork": "artist",
    "audioRecording": "performer",
    "bill": "sponsor",
    "computerProgram": "programmer",
    "film": "director",
    "hearing": "contributor",
    "interview": "interviewee",
    "map": "cartographer",
    "patent": "inventor",
    "podcast": "podcaster",
    "presentation": "presenter",
    "radioBroadcast": "director",
    "tvBroadcast": "director",
    "videoRecording": "director",
}


def zotero_type(csl_type: str) -> str:
    """The Zotero type of a CSL type."""
    return _BY_CSL.get(csl_type) or CLOSEST.get(csl_type, "document")


def zotero_field(item_type: str, variable: str) -> str:
    """The field of ``variable`` in a Zotero type, or the empty string."""
    for own, meaning in OWN.get(item_type, {}).items():
        if meaning == variable:
            return own
    return FIELDS.get(variable, "")


def csl_variable(item_type: str, field: str) -> str:
    """The CSL variable of a field of a Zotero type, or the empty string."""
    return OWN.get(item_type, {}).get(field) or _BY_FIELD.get(field) or _ANYWHERE.get(field, "")


def creator(item_type: str, variable: str) -> str:
    """Zotero's creator of a CSL name variable in a type."""
    if variable == "author":
        return AUTHORS.get(item_type, "author")
    return CREATORS.get(variable, "contributor")


def creator_variable(item_type: str, role: str) -> str:
    """The CSL name variable of a creator of a Zotero type."""
    if role == creator(item_type, "author"):
        return "author"
    return _BY_CREATOR.get(role, "contributor")


_BY_CREATOR = {role: variable for variable, role in CREATORS.items()}
#: Fields that only some types have, and Zotero's base field of courts and bodies.
_ANYWHERE: dict[str, str] = {"authority": "authority"}
for _own in OWN.values():
    for _field, _variable in _own.items():
        _ANYWHERE.setdefault(_field, _variable)
_BY_CSL: dict[str, str] = {}
for _zotero, _csl in TYPES:
    _BY_CSL.setdefault(_csl, _zotero)
_BY_FIELD = {field: variable for variable, field in FIELDS.items()}
CSL_TYPES = dict(TYPES)


def has_field(item_type: str, field: str) -> bool:
    """Whether a Zotero type has a field."""
    return field in FIELDS_OF.get(item_type, FIELDS_OF["document"])
