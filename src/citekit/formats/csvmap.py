"""Headings of CSV files and the CSL variables they mean.

A heading is compared without case, spaces and punctuation.  Known are the variables of
CSL 1.0.2, the headings of Zotero's CSV export (its fields' and creators' names), and
those that other catalogues use for the same.
"""

from __future__ import annotations

import re

from citekit.formats.zoteromap import CREATORS, CSL_TYPES, FIELDS
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

#: Columns that are no variables.
ID, TYPE, CSL, EXTRA = "id", "type", "csl", "extra:"

#: Headings besides the variables' and Zotero's own names.
OTHER = {
    "Authors": "author",
    "Author names": "author",
    "Author full names": "author",
    "Editors": "editor",
    "Translators": "translator",
    "Title of article": "title",
    "Article Title": "title",
    "Document Title": "title",
    "Year": "issued",
    "Publication Year": "issued",
    "Publication Date": "issued",
    "Published": "issued",
    "Date Published": "issued",
    "PubYear": "issued",
    "Journal": "container-title",
    "Journal Title": "container-title",
    "Source title": "container-title",
    "Journal/Book": "container-title",
    "Anthology title": "container-title",
    "Book Series Title": "collection-title",
    "Book Title": "container-title",
    "Abbreviated Source Title": "container-title-short",
    "Link": "URL",
    "Page range": "page",
    "Pagination": "page",
    "Page start": "page-first",
    "Start Page": "page-first",
    "First Page": "page-first",
    "Issue Number": "issue",
    "ISSNs": "ISSN",
    "ISBNs": "ISBN",
    "Conference name": "event-title",
    "Conference location": "event-place",
    "External URL": "URL",
    "ArticleURL": "URL",
    "Page count": "number-of-pages",
    "Keywords": "keyword",
    "Author Keywords": "keyword",
    "Manual Tags": "keyword",
    "Tags": "keyword",
    "Notes": "annote",
    "PubMed ID": "PMID",
    "Language of Original Document": "language",
    "Version": "version",
    "Meeting Name": "event-title",
    "Publisher Place": "publisher-place",
    "Accessed": "accessed",
}
#: Headings of the citation key and of the type.
KEYS = ("id", "key", "citekey", "bibtexkey", "citationkey", "identifier")
#: Headings of the last page, where the first has a column of its own.
LAST_PAGES = ("pageend", "endpage", "lastpage")
#: Headings of lists of names that other programs write: "Doe J, Roe A", "J. Doe; A. Roe".
SEVERAL = ("authors", "authornames", "authorfullnames", "editors")
#: The list with whole names, which counts before the one with initials.
FULL_NAMES = "authorfullnames"
TYPE_HEADINGS = (
    *("itemtype", "documenttype", "entrytype", "publicationtype", "type"),
    "documentidentifier",
)

#: Kinds of documents as catalogues name them.
KINDS = {
    "article": "article-journal",
    "journalarticle": "article-journal",
    "review": "article-journal",
    "conferencepaper": "paper-conference",
    "proceedingspaper": "paper-conference",
    "bookchapter": "chapter",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "online": "webpage",
    "misc": "document",
    "letter": "article-journal",
    "editorial": "article-journal",
    "ieeeconferences": "paper-conference",
    "ieeejournals": "article-journal",
    "ieeemagazines": "article-magazine",
    "ieeestandards": "standard",
    "editedbook": "book",
    "monograph": "book",
    "proceeding": "paper-conference",
    "dissertation": "thesis",
    "patents": "patent",
    "shortsurvey": "article-journal",
    "erratum": "article-journal",
    "datapaper": "article-journal",
}

#: Columns in the order they are written; others come after them.
ORDER = """author title container-title issued volume issue page publisher publisher-place
    editor translator edition collection-title collection-number DOI ISBN ISSN URL accessed
    language keyword abstract note annote""".split()


def fold(heading: str) -> str:
    """A heading without what does not count."""
    return re.sub(r"[\W_]+", "", heading).lower()


def meaning(heading: str) -> str:
    """The variable of a heading, or the empty string."""
    return _MEANINGS.get(fold(heading), "")


def csl_type(word: str, heading: str) -> str:
    """The CSL type of a cell in the column ``heading``, or the empty string."""
    found = fold(word)
    if heading == TYPE and word in TYPES:
        return word
    return _TYPES.get(found) or KINDS.get(found) or _CSL_TYPES.get(found, "")


_VARIABLES = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES
_MEANINGS = {
    **{fold(zotero): variable for variable, zotero in reversed(FIELDS.items())},
    **{fold(zotero): variable for variable, zotero in CREATORS.items()},
    **{fold(heading): variable for heading, variable in OTHER.items()},
    **{fold(variable): variable for variable in _VARIABLES},
}
_TYPES = {fold(zotero): csl for zotero, csl in CSL_TYPES.items()}
_CSL_TYPES = {fold(name): name for name in TYPES}
