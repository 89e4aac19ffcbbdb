"""PubMed XML, read (NLM's DTD "pubmed": PubmedArticleSet of articles and books).

Elements are those of "MEDLINE/PubMed XML Data Elements" (National Library of
Medicine).  A title's final full stop is the database's, not the work's.  A page
range leaves out what its ends have in common ("132-42"); it is filled in.  The
place in parentheses after a journal's title tells journals of one name apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citekit.dates import parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Item, join_keywords
from citekit.formats.xmlpath import child, elements, marked
from citekit.formats.xmlread import records
from citekit.model import Date, Name, Value, Work
from citekit.names import OTHERS

#: A publication type of NLM's, and the CSL type of works that have it; the first
#: row that fits counts.
TYPES = (
    ("Preprint", "article"),
    ("Dataset", "dataset"),
    ("Newspaper Article", "article-newspaper"),
    ("Academic Dissertation", "thesis"),
)

#: Elements of an article, below ``MedlineCitation/Article``, and their variables.
ARTICLE = (
    ("Journal/Title", "container-title"),
    ("Journal/ISOAbbreviation", "container-title-short"),
    ("Journal/ISSN", "ISSN"),
    ("Journal/JournalIssue/Volume", "volume"),
    ("Journal/JournalIssue/Issue", "issue"),
    ("VernacularTitle", "original-title"),
    ("Language", "language"),
    ("Abstract/CopyrightInformation", "license"),
)

#: Elements of a book, below ``BookDocument``; ``title`` is the whole book's.
BOOK = (
    ("Book/CollectionTitle", "collection-title"),
    ("Book/Volume", "volume"),
    ("Book/VolumeTitle", "volume-title"),
    ("Book/Edition", "edition"),
    ("Book/Publisher/PublisherName", "publisher"),
    ("Book/Publisher/PublisherLocation", "publisher-place"),
    ("Book/Isbn", "ISBN"),
    ("Book/Medium", "medium"),
    ("Book/ReportNumber", "number"),
    ("Language", "language"),
    ("Abstract/CopyrightInformation", "license"),
)

#: ``IdType`` of an ArticleId and the variable it is.
IDS = {"pubmed": "PMID", "pmc": "PMCID", "doi": "DOI", "bookaccession": "call-number"}

_RANGE = re.compile(r"\b([A-Za-z]{0,3})(\d{1,9})-([A-Za-z]{0,3})(\d{1,9})\b", re.A)
_MEDLINE_RANGE = re.compile(r"(\d{4}) ([^\W\d]+)-(?:(\d{4}) )?([^\W\d]+)", re.A)
_PLACE = re.compile(r"(.*\S) \(([^()]+)\)")

_Fields = dict[str, Value]


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The articles, books and book sections of a set, in its order."""
    names = ("PubmedArticle", "PubmedBookArticle")
    for record in records(source, names, file, "PubMed record", "PubmedArticleSet"):
        if isinstance(record, Problem):
            yield record
            continue
        work = _article(record) if record.tag == "PubmedArticle" else _book(record)
        if work.fields:
            yield work
        else:
            where = Where(file, record.line)
            yield warning("empty-record", "a record with nothing in it", where)


def _article(record: Element) -> Work:
    citation = child(record, "MedlineCitation")
    article = child(citation, "Article")
    kinds = [marked(one) for one in elements(article, "PublicationTypeList/PublicationType")]
    csl_type = next((csl for kind, csl in TYPES if kind in kinds), "article-journal")
    fields: _Fields = {}
    _put(fields, "title", _title(article, "ArticleTitle"))
    fields |= _names(article)
    _put_all(fields, article, ARTICLE)
    _put(fields, "page", _pages(article))
    number = next(
        (marked(one) for one in elements(article, "ELocationID") if one.get("EIdType") == "pii"), ""
    )
    place = _PLACE.fullmatch(str(fields.get("container-title", "")))
    if place:
        fields["container-title"], fields["publisher-place"] = place[1], place[2]
    if csl_type == "article":
        _put(fields, "publisher", str(fields.pop("container-title", "")))
        fields.pop("container-title-short", None)
        _put(fields, "number", number)
    else:
        fallback = marked(citation, "MedlineJournalInfo/MedlineTA")
        _put(fields, "container-title-short", fallback)
        _put(fields, "container-title", str(fields.get("container-title-short", "")))
        _put(fields, "page", number)
    _put_date(fields, child(article, "Journal/JournalIssue/PubDate"))
    _put_date(fields, child(article, "ArticleDate"))
    _put(fields, "PMID", marked(citation, "PMID"))
    for one in elements(article, "ELocationID"):
        if one.get("EIdType") == "doi" and one.get("ValidYN") != "N":
            _put(fields, "DOI", marked(one))
    _put_ids(fields, record, "PubmedData")
    _put(fields, "abstract", _abstract(article))
    _put(fields, "abstract", marked(citation, "OtherAbstract/AbstractText"))
    _put(fields, "keyword", _keywords(citation))
    if "Retracted Publication" in kinds:
        fields["status"] = "retracted"
    return Work("", csl_type, fields)


def _book(record: Element) -> Work:
    """A book, or a section of one when the record has an ArticleTitle."""
    document = child(record, "BookDocument")
    book = child(document, "Book")
    title = _title(document, "ArticleTitle")
    fields: _Fields = {}
    _put(fields, "title", title or _title(book, "BookTitle"))
    if title:
        _put(fields, "container-title", _title(book, "BookTitle"))
        fields |= _names(document)
        theirs = _names(book)
        if "author" in theirs:
            theirs["container-author"] = theirs.pop("author")
        fields |= {name: value for name, value in theirs.items() if name not in fields}
    else:
        fields |= _names(document) | _names(book)
    _put_all(fields, document, BOOK)
    _put(fields, "page", _pages(document))
    label = marked(document, "LocationLabel[Type=chapter]")
    _put(fields, "chapter-number", re.sub(r"(?i)^chapter\s+|\.$", "", label))
    for one in elements(book, "ELocationID[EIdType=doi]"):
        _put(fields, "DOI", marked(one))
    _put_date(fields, child(book, "PubDate"))
    _put_date(fields, child(document, "ContributionDate"))
    _put(fields, "PMID", marked(document, "PMID"))
    _put_ids(fields, document, "")
    _put_ids(fields, record, "PubmedBookData")
    accession = fields.get("call-number")
    if accession:
        fields["URL"] = f"http://www.ncbi.nlm.nih.gov/books/{accession}/"
    _put(fields, "abstract", _abstract(document))
    _put(fields, "keyword", _keywords(document))
    return Work("", "chapter" if title else "book", fields)


def _put(fields: _Fields, variable: str, value: str) -> None:
    """Set a variable that is not set yet."""
    if value and variable not in fields:
        fields[variable] = value


def _put_all(fields: _Fields, element: Element | None, rows: tuple[tuple[str, str], ...]) -> None:
    for path, variable in rows:
        _put(fields, variable, marked(element, path))


def _put_ids(fields: _Fields, element: Element | None, data: str) -> None:
    path = f"{data}/ArticleIdList/ArticleId" if data else "ArticleIdList/ArticleId"
    for one in elements(element, path):
        if variable := IDS.get(one.get("IdType", "")):
            _put(fields, variable, marked(one))


def _put_date(fields: _Fields, element: Element | None) -> None:
    """Year, month (a number or English abbreviation) and day, a season, or words
    ("1998 Dec-1999 Jan") in MedlineDate."""
    parts = [marked(element, name) for name in ("Day", "Month", "Season", "Year", "MedlineDate")]
    day, month, season, year, words = parts
    if "issued" in fields or not (year or words):
        return
    words = _MEDLINE_RANGE.sub(_turned, words)
    if year and month.isdecimal():
        written = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day.isdecimal() else "")
    else:
        written = " ".join(filter(None, (day, month or season, year or words)))
    date = parse_date(written) or parse_date(year or words[:4])
    fields["issued"] = date or Date(literal=written)


def _turned(found: re.Match[str]) -> str:
    """ "1998 Dec-1999 Jan", "2000 Nov-Dec" with the years after the months."""
    return f"{found[2]} {found[1]} – {found[4]} {found[3] or found[1]}"


def _title(element: Element | None, name: str) -> str:
    """A title without the full stop the database puts at its end."""
    title = marked(element, name)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _names(element: Element | None) -> _Fields:
    found: dict[str, tuple[Name, ...]] = {}
    for names in elements(element, "AuthorList"):
        variable = "editor" if names.get("Type") == "editors" else "author"
        listed = [one for one in elements(names, "Author") if one.get("ValidYN") != "N"]
        people = tuple(filter(None, map(_name, listed)))
        if people and names.get("CompleteYN") == "N":
            people = (*people, OTHERS)
        if people:
            found[variable] = found.get(variable, ()) + people
    return dict(found)


def _name(element: Element) -> Name | None:
    family, given = marked(element, "LastName"), marked(element, "ForeName")
    given = given or marked(element, "FirstName") or marked(element, "Initials")
    if family:
        return Name(family, given, suffix=marked(element, "Suffix"))
    collective = marked(element, "CollectiveName") or given
    return Name(literal=collective) if collective else None


def _pages(element: Element | None) -> str:
    pages = marked(element, "Pagination/MedlinePgn")
    if not pages:
        ends = [marked(element, f"Pagination/{name}") for name in ("StartPage", "EndPage")]
        pages = "-".join(filter(None, ends))
    return _RANGE.sub(_whole_range, pages)


def _whole_range(found: re.Match[str]) -> str:
    first, last = found[2], found[4]
    missing = len(first) - len(last)
    if found[3] not in ("", found[1]) or missing <= 0:
        return found[0]
    return f"{found[1]}{first}-{found[3] or found[1]}{first[:missing]}{last}"


def _abstract(element: Element | None) -> str:
    """The abstract; a structured one in paragraphs that begin with their labels."""
    parts = []
    for one in elements(element, "Abstract/AbstractText"):
        label, words = one.get("Label", ""), marked(one)
        if words:
            labelled = label and label not in ("UNLABELLED", "UNASSIGNED")
            parts.append(f"{label}: {words}" if labelled else words)
    return "\n".join(parts)


def _keywords(element: Element | None) -> str:
    """MeSH headings without qualifiers, and the authors' keywords, each once."""
    found = [
        *elements(element, "MeshHeadingList/MeshHeading/DescriptorName"),
        *elements(element, "KeywordList/Keyword"),
    ]
    return join_keywords(map(marked, found))
