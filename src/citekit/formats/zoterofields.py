"""Which fields Zotero's types have (its published schema, schema.json, version 32)."""

from __future__ import annotations

#: Fields that every type has ("title" and "date" under other names in some).
EVERYWHERE = "title abstractNote date language shortTitle url accessDate rights extra"

#: Fields of a library's holdings, which types that are in no library do not have.
HELD = "archive archiveLocation libraryCatalog callNumber"

#: The other fields of a type; a "-" before them: without those of a library.
_OWN = {
    "artwork": "artworkMedium artworkSize",
    "audioRecording": "audioRecordingFormat seriesTitle volume numberOfVolumes place label "
    "runningTime ISBN",
    "bill": "- billNumber code codeVolume section codePages legislativeBody session history",
    "blogPost": "- blogTitle websiteType",
    "book": "series seriesNumber volume numberOfVolumes edition place publisher numPages ISBN",
    "bookSection": "bookTitle series seriesNumber volume numberOfVolumes edition place publisher "
    "pages ISBN",
    "case": "- caseName court dateDecided docketNumber reporter reporterVolume firstPage history",
    "computerProgram": "seriesTitle versionNumber system place company programmingLanguage ISBN",
    "conferencePaper": "proceedingsTitle conferenceName place publisher volume pages series DOI "
    "ISBN",
    "dataset": "identifier type versionNumber repository repositoryLocation format DOI citationKey",
    "dictionaryEntry": "dictionaryTitle series seriesNumber volume numberOfVolumes edition place "
    "publisher pages ISBN",
    "document": "publisher",
    "email": "- subject",
    "encyclopediaArticle": "encyclopediaTitle series seriesNumber volume numberOfVolumes edition "
    "place publisher pages ISBN",
    "film": "distributor genre videoRecordingFormat runningTime",
    "forumPost": "- forumTitle postType",
    "hearing": "- committee place publisher numberOfVolumes documentNumber pages legislativeBody "
    "session history",
    "instantMessage": "-",
    "interview": "interviewMedium",
    "journalArticle": "publicationTitle volume issue pages series seriesTitle seriesText "
    "journalAbbreviation DOI ISSN",
    "letter": "letterType",
    "magazineArticle": "publicationTitle volume issue pages ISSN",
    "manuscript": "manuscriptType place numPages",
    "map": "mapType scale seriesTitle edition place publisher ISBN",
    "newspaperArticle": "publicationTitle place edition section pages ISSN",
    "patent": "- place country assignee issuingAuthority patentNumber filingDate pages "
    "applicationNumber priorityNumbers issueDate references legalStatus",
    "podcast": "- seriesTitle episodeNumber audioFileType runningTime",
    "preprint": "genre repository archiveID place series seriesNumber DOI citationKey",
    "presentation": "- presentationType place meetingName",
    "radioBroadcast": "programTitle episodeNumber audioRecordingFormat place network runningTime",
    "report": "reportNumber reportType seriesTitle place institution pages",
    "standard": "organization committee type number versionNumber status place publisher DOI "
    "citationKey numPages",
    "statute": "- nameOfAct code codeNumber publicLawNumber dateEnacted pages section session "
    "history",
    "thesis": "thesisType university place numPages",
    "tvBroadcast": "programTitle episodeNumber videoRecordingFormat place network runningTime",
    "videoRecording": "videoRecordingFormat seriesTitle volume numberOfVolumes place studio "
    "runningTime ISBN",
    "webpage": "- websiteTitle websiteType",
}

#: The fields of each type that every type has under another name.
_RENAMED = {
    "case": {"caseName": "title", "dateDecided": "date"},
    "email": {"subject": "title"},
    "patent": {"issueDate": "date"},
    "statute": {"nameOfAct": "title", "dateEnacted": "date"},
}


def _fields(item_type: str, own: str) -> frozenset[str]:
    found = {*EVERYWHERE.split(), *own.removeprefix("-").split()}
    if not own.startswith("-"):
        found |= {*HELD.split()}
    return frozenset(found - {*_RENAMED.get(item_type, {}).values()})


#: All fields of each type.
FIELDS_OF = {item_type: _fields(item_type, own) for item_type, own in _OWN.items()}

#: The creators of each type, the first one first.
CREATORS_OF = {
    item_type: creators.split()
    for item_type, creators in {
        "artwork": "artist contributor",
        "audioRecording": "performer contributor composer wordsBy",
        "bill": "sponsor cosponsor contributor",
        "blogPost": "author commenter contributor",
        "book": "author contributor editor translator seriesEditor",
        "bookSection": "author contributor editor bookAuthor translator seriesEditor",
        "case": "author counsel contributor",
        "computerProgram": "programmer contributor",
        "conferencePaper": "author contributor editor translator seriesEditor",
        "dataset": "author contributor",
        "dictionaryEntry": "author contributor editor translator seriesEditor",
        "document": "author contributor editor translator reviewedAuthor",
        "email": "author contributor recipient",
        "encyclopediaArticle": "author contributor editor translator seriesEditor",
        "film": "director contributor scriptwriter producer",
        "forumPost": "author contributor",
        "hearing": "contributor",
        "instantMessage": "author contributor recipient",
        "interview": "interviewee contributor interviewer translator",
        "journalArticle": "author contributor editor translator reviewedAuthor",
        "letter": "author contributor recipient",
        "magazineArticle": "author contributor translator reviewedAuthor",
        "manuscript": "author contributor translator",
        "map": "cartographer contributor seriesEditor",
        "newspaperArticle": "author contributor translator reviewedAuthor",
        "patent": "inventor attorneyAgent contributor",
        "podcast": "podcaster contributor guest",
        "preprint": "author contributor editor translator reviewedAuthor",
        "presentation": "presenter contributor",
        "radioBroadcast": "director scriptwriter producer castMember contributor guest",
        "report": "author contributor translator seriesEditor",
        "standard": "author contributor",
        "statute": "author contributor",
        "thesis": "author contributor",
        "tvBroadcast": "director scriptwriter producer castMember contributor guest",
        "videoRecording": "director scriptwriter producer castMember contributor",
        "webpage": "author contributor translator",
    }.items()
}
