"""OpenAlex JSON, read only: a work of its API, or an answer with many (``results``).

The properties are those of the Work object.  The abstract is put together from its
inverted index.  OpenAlex' own id is a line of ``note``.  What OpenAlex computes about
works (topics, concepts, counts, relations), and the identifiers and places of authors,
are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citekit.dates import parse_date
from citekit.formats.base import Item, join_keywords
from citekit.formats.jsonvalues import doi_of, list_of, mappings, paragraphs, text_of, works_of
from citekit.identifiers import normalise_pmcid, normalise_pmid
from citekit.model import Name, Value, Work
from citekit.names import parse_name

#: ``type_crossref`` and ``type``, and the CSL type; the first of the two counts.
TYPES = {
    "article": "article-journal",
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "component": "document",
    "conference-paper": "paper-conference",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "grant": "document",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "letter": "article-journal",
    "libguides": "webpage",
    "monograph": "book",
    "other": "document",
    "paratext": "document",
    "peer-review": "review",
    "posted-content": "article",
    "preprint": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "retraction": "article-journal",
    "review": "article-journal",
    "software": "software",
    "standard": "standard",
    "supplementary-materials": "document",
}

#: Types whose source is a journal or a book that holds them.
_HELD = frozenset(
    ("article-journal", "paper-conference", "chapter", "entry-encyclopedia", "review")
)

#: Words of an inverted index, at most; positions beyond are no abstract.
_LONGEST = 100_000


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of an answer.  Raises SyntaxProblemError for text that is no JSON."""
    return works_of(source, file, "results", _work)


def _work(record: Mapping[str, Any]) -> Work:
    kinds = (text_of(record, "type_crossref"), text_of(record, "type"))
    csl_type = next((TYPES[kind] for kind in kinds if kind in TYPES), "document")
    if csl_type == "article-journal" and _source_kind(record) == "conference":
        csl_type = "paper-conference"
    fields: dict[str, Value] = {}
    extra: dict[str, str] = {}
    texts = {
        "title": paragraphs(text_of(record, "title") or text_of(record, "display_name")),
        "abstract": _abstract(record.get("abstract_inverted_index")),
        "DOI": doi_of(text_of(record, "doi") or text_of(record, "ids", "doi")),
        "PMID": normalise_pmid(text_of(record, "ids", "pmid").rpartition("/")[2]) or "",
        "PMCID": normalise_pmcid(text_of(record, "ids", "pmcid").rpartition("/")[2]) or "",
        "language": text_of(record, "language"),
        "volume": text_of(record, "biblio", "volume"),
        "issue": text_of(record, "biblio", "issue"),
        "page": _pages(record),
        "keyword": join_keywords(
            text_of(item, "display_name") or text_of(item, "keyword")
            for item in mappings(record, "keywords")
        ),
        **_place(record, csl_type),
    }
    fields.update({variable: text for variable, text in texts.items() if text})
    if authors := tuple(filter(None, map(_author, mappings(record, "authorships")))):
        fields["author"] = authors
    date = parse_date(text_of(record, "publication_date"))
    if date := date or parse_date(text_of(record, "publication_year")):
        fields["issued"] = date
    location = record.get("primary_location")
    landing = text_of(location, "landing_page_url")
    file = text_of(location, "pdf_url")
    if landing.lower().endswith(".pdf"):
        file = file or landing
    elif landing and not fields.get("DOI"):
        fields["URL"] = landing
    if file:
        extra["pdf_url"] = file
    if "DOI" not in fields and (doi := text_of(record, "doi")):
        extra["doi"] = doi
    if license := text_of(location, "license"):
        fields["license"] = license
    if identifier := text_of(record, "id"):
        fields["note"] = f"OpenAlex: {identifier}"
    if record.get("is_retracted") is True:
        fields["status"] = "retracted"
    return Work("", csl_type, fields, extra)


def _source_kind(record: Mapping[str, Any]) -> str:
    return text_of(record, "primary_location", "source", "type")


def _place(record: Mapping[str, Any], csl_type: str) -> dict[str, str]:
    """Where the work came out: journal, proceedings, publisher, university."""
    location = record.get("primary_location")
    source = location.get("source") if isinstance(location, Mapping) else None
    kind, name = text_of(source, "type"), text_of(source, "display_name")
    publisher = text_of(source, "host_organization_name")
    if csl_type == "thesis":
        schools = (
            text_of(place, "display_name")
            for author in mappings(record, "authorships")
            for place in mappings(author, "institutions")
        )
        return {"publisher": publisher or next(filter(None, schools), "")}
    out = {"publisher": publisher}
    issns = [text_of(number) for number in list_of(source, "issn")]
    if kind == "repository":
        out["publisher"] = publisher or name
        if csl_type == "article":
            out["publisher"] = name or publisher
    elif csl_type in _HELD and kind != "ebook platform":
        out["container-title"] = name
        out["ISSN"] = text_of(source, "issn_l") or next(iter(issns), "")
    elif kind == "book series":
        out["collection-title"] = name
        out["ISSN"] = text_of(source, "issn_l") or next(iter(issns), "")
    return out


def _author(item: Mapping[str, Any]) -> Name | None:
    name = text_of(item, "author", "display_name") or text_of(item, "raw_author_name")
    return parse_name(name)


def _pages(record: Mapping[str, Any]) -> str:
    first, last = text_of(record, "biblio", "first_page"), text_of(record, "biblio", "last_page")
    return f"{first}-{last}" if first and last and last != first else first or last


def _abstract(index: Any) -> str:
    """The words of an inverted index in their places."""
    if not isinstance(index, Mapping):
        return ""
    words: dict[int, str] = {}
    for word, places in index.items():
        for place in places if isinstance(places, list) else ():
            if isinstance(place, int) and 0 <= place < _LONGEST:
                words[place] = str(word)
    return paragraphs(" ".join(words[place] for place in sorted(words)))
