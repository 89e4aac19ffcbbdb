"""Word's sources as a table (ISO/IEC 29500-1, 22.6, Bibliography), read both ways."""

from __future__ import annotations

from typing import NamedTuple

#: CSL type and Word's source type.  The first row of a Word type is what it is read as.
TYPES: tuple[tuple[str, str], ...] = (
    ("article-journal", "JournalArticle"),
    ("article-magazine", "ArticleInAPeriodical"),
    ("article-newspaper", "ArticleInAPeriodical"),
    ("book", "Book"),
    ("chapter", "BookSection"),
    ("paper-conference", "ConferenceProceedings"),
    ("report", "Report"),
    ("song", "SoundRecording"),
    ("performance", "Performance"),
    ("graphic", "Art"),
    ("webpage", "InternetSite"),
    ("webpage", "DocumentFromInternetSite"),
    ("motion_picture", "Film"),
    ("interview", "Interview"),
    ("patent", "Patent"),
    ("software", "ElectronicSource"),
    ("legal_case", "Case"),
    ("document", "Misc"),
    ("classic", "Book"),
    ("collection", "Book"),
    ("musical_score", "Book"),
    ("pamphlet", "Book"),
    ("periodical", "Book"),
    ("entry", "BookSection"),
    ("entry-dictionary", "BookSection"),
    ("entry-encyclopedia", "BookSection"),
    ("review", "JournalArticle"),
    ("review-book", "JournalArticle"),
    ("thesis", "Report"),
    ("standard", "Report"),
    ("post", "InternetSite"),
    ("post-weblog", "InternetSite"),
    ("dataset", "ElectronicSource"),
    ("broadcast", "Misc"),
    ("figure", "Art"),
    ("map", "Art"),
)
WORD_TYPES = dict(reversed(TYPES))
CSL_TYPES = {word: csl for csl, word in reversed(TYPES)}


class Row(NamedTuple):
    """A CSL variable and Word's element; for some of Word's types, or all."""

    variable: str
    element: str
    types: str = ""


#: The first row of a variable that fits the type is written.
ROWS = (
    Row("title", "Title"),
    Row("title-short", "ShortTitle"),
    Row("container-title", "JournalName", "JournalArticle"),
    Row("container-title", "PeriodicalTitle", "ArticleInAPeriodical"),
    Row("container-title", "BookTitle", "BookSection"),
    Row("container-title", "ConferenceName", "ConferenceProceedings"),
    Row("container-title", "InternetSiteTitle", "InternetSite DocumentFromInternetSite"),
    Row("container-title", "AlbumTitle", "SoundRecording"),
    Row("container-title", "BroadcastTitle", "Interview"),
    Row("container-title", "Reporter", "Case"),
    Row("container-title", "PublicationTitle", "ElectronicSource Misc Art"),
    Row("publisher", "Institution", "Report Art"),
    Row("publisher", "ProductionCompany", "SoundRecording Film Performance"),
    Row("publisher", "Broadcaster", "Interview"),
    Row("publisher", "Publisher"),
    Row("publisher-place", "City"),
    Row("volume", "Volume"),
    Row("issue", "Issue"),
    Row("page", "Pages"),
    Row("edition", "Edition"),
    Row("number-of-volumes", "NumberVolumes"),
    Row("chapter-number", "ChapterNumber"),
    Row("genre", "Type", "Patent"),
    Row("genre", "ThesisType"),
    Row("medium", "Medium"),
    Row("version", "Version"),
    Row("URL", "URL"),
    Row("authority", "Court"),
    Row("number", "PatentNumber", "Patent"),
    Row("number", "CaseNumber", "Case"),
    Row("number", "RecordingNumber", "SoundRecording"),
    Row("event-place", "Theater", "Performance"),
    Row("division", "Department"),
)

#: Elements that have a part of what another one has, and are joined to it.
JOINED = {"City": ("StateProvince", "CountryRegion"), "Broadcaster": ("Station",)}

#: Word's roles and the CSL variable.  Those that are an author in some of Word's types
#: are in :data:`AUTHORS`.
ROLES = {
    "Author": "author",
    "Editor": "editor",
    "Translator": "translator",
    "BookAuthor": "container-author",
    "Compiler": "compiler",
    "Composer": "composer",
    "Director": "director",
    "Interviewer": "interviewer",
    "Performer": "performer",
    "ProducerName": "producer",
    "Writer": "script-writer",
    "Artist": "contributor",
    "Conductor": "contributor",
    "Counsel": "contributor",
    "Interviewee": "contributor",
    "Inventor": "contributor",
}
AUTHORS = {
    "Art": "Artist",
    "Interview": "Interviewee",
    "Patent": "Inventor",
    "SoundRecording": "Performer",
}

#: Roles that may be one corporate body instead of a list of persons.
CORPORATE = frozenset({"Author", "Performer"})

#: Parts of dates.
DATES = {
    "issued": ("Year", "Month", "Day"),
    "accessed": ("YearAccessed", "MonthAccessed", "DayAccessed"),
}

#: Windows' language identifiers and their tags ([MS-LCID]).
LANGUAGES = {
    "1025": "ar-SA",
    "1026": "bg-BG",
    "1028": "zh-TW",
    "1029": "cs-CZ",
    "1030": "da-DK",
    "1031": "de-DE",
    "1032": "el-GR",
    "1033": "en-US",
    "1034": "es-ES",
    "1035": "fi-FI",
    "1036": "fr-FR",
    "1037": "he-IL",
    "1038": "hu-HU",
    "1039": "is-IS",
    "1040": "it-IT",
    "1041": "ja-JP",
    "1042": "ko-KR",
    "1043": "nl-NL",
    "1044": "nb-NO",
    "1045": "pl-PL",
    "1046": "pt-BR",
    "1048": "ro-RO",
    "1049": "ru-RU",
    "1050": "hr-HR",
    "1051": "sk-SK",
    "1053": "sv-SE",
    "1055": "tr-TR",
    "1057": "id-ID",
    "1058": "uk-UA",
    "1060": "sl-SI",
    "1061": "et-EE",
    "1062": "lv-LV",
    "1063": "lt-LT",
    "1066": "vi-VN",
    "2052": "zh-CN",
    "2055": "de-CH",
    "2057": "en-GB",
    "2070": "pt-PT",
    "3079": "de-AT",
    "3082": "es-ES",
    "3084": "fr-CA",
    "4105": "en-CA",
}


def row_for_variable(variable: str, word_type: str) -> Row | None:
    """The row that writes a variable of a work of one of Word's types, if reading its
    element gives the same variable."""
    for row in ROWS:
        if row.variable == variable and (not row.types or word_type in row.types.split()):
            return row if row_for_element(row.element, word_type) == row else None
    return None


def row_for_element(element: str, word_type: str) -> Row | None:
    """The row that reads an element: one of the type's own first."""
    found = [row for row in ROWS if row.element == element]
    own = [row for row in found if not row.types or word_type in row.types.split()]
    return next(iter(own or found), None)
