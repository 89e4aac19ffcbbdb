"""What DataCite and OpenAlex answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import registry
from citekit.model import Date, DatePoint, Name, Work

DATACITE = registry.get("datacite")
OPENALEX = registry.get("openalex")

DATASET: dict[str, Any] = {
    "id": "https://doi.org/10.1234/AB",
    "doi": "10.1234/AB",
    "url": "https://example.org/1",
    "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Map"},
    "creators": [
        {"name": "Roe, Jane", "nameType": "Personal", "familyName": "Roe", "givenName": "Jane"},
        {"name": "Example Institute, Berlin", "nameType": "Organizational"},
        {"name": "Doe, John"},
        {"name": "Plato Centre"},
    ],
    "contributors": [
        {"name": "Ed, A.", "contributorType": "Editor"},
        {"name": "Host", "nameType": "Organizational", "contributorType": "HostingInstitution"},
        {"name": "Host", "nameType": "Organizational", "contributorType": "DataManager"},
    ],
    "titles": [
        {"title": "Main"},
        {"title": "Sub", "titleType": "Subtitle"},
        {"title": "Haupt", "titleType": "TranslatedTitle"},
        {"title": "M", "titleType": "AlternativeTitle"},
    ],
    "publisher": {"name": "Repository"},
    "publicationYear": 2020,
    "dates": [
        {"date": "2019-05-06", "dateType": "Submitted"},
        {"date": "2020-01-02", "dateType": "Issued"},
        {"date": "2020-02-03", "dateType": "Available"},
    ],
    "descriptions": [
        {"description": "<p>One <i>x</i></p><p>two</p>", "descriptionType": "Abstract"},
        {"description": "How", "descriptionType": "Methods"},
    ],
    "subjects": [{"subject": "a"}, {"subject": "b"}, {"subject": "a"}],
    "sizes": ["12 pages", "3 MB"],
    "version": "1.0",
    "rightsList": [{"rights": "CC0"}, {"rightsUri": "https://example.org"}],
    "fundingReferences": [{"funderName": "F"}],
}


def change(**values: Any) -> str:
    return json.dumps({**DATASET, **values})


def test_every_property_of_datacite_has_a_place() -> None:
    (work,) = DATACITE.read(json.dumps(DATASET)).works
    assert work.type == "dataset"
    assert work.names("author") == (
        Name("Roe", "Jane"),
        Name(literal="Example Institute, Berlin"),
        Name("Doe", "John"),
        Name(literal="Plato Centre"),
    )
    assert work.names("editor") == (Name("Ed", "A."),)
    assert work.names("contributor") == (Name(literal="Host"),)
    assert {key: value for key, value in work.fields.items() if isinstance(value, str)} == {
        "title": "Main: Sub",
        "title-short": "M",
        "DOI": "10.1234/AB",
        "URL": "https://example.org/1",
        "publisher": "Repository",
        "version": "1.0",
        "license": "CC0",
        "keyword": "a, b",
        "abstract": "One <i>x</i>\ntwo",
        "annote": "Methods\nHow",
        "number-of-pages": "12",
    }
    assert work.date("issued") == Date(DatePoint(2020, 1, 2))
    assert work.date("submitted") == Date(DatePoint(2019, 5, 6))
    assert work.date("available-date") == Date(DatePoint(2020, 2, 3))
    assert work.extra == {
        "translatedtitle": "Haupt",
        "sizes": "3 MB",
        "rightsUri": "https://example.org",
        "fundingReferences": '[{"funderName": "F"}]',
    }


@pytest.mark.parametrize(
    ("types", "csl_type"),
    [
        ({"resourceTypeGeneral": "BookChapter", "citeproc": "article"}, "chapter"),
        ({"resourceTypeGeneral": "Text", "citeproc": "report"}, "report"),
        ({"resourceTypeGeneral": "Text", "resourceType": "PhD Thesis"}, "thesis"),
        ({"resourceTypeGeneral": "Other", "citeproc": "article", "ris": "CHAP"}, "chapter"),
        ({"resourceTypeGeneral": "Text", "schemaOrg": "Thesis"}, "thesis"),
        ({"schemaOrg": "WebPage"}, "webpage"),
        ({"resourceTypeGeneral": "Text"}, "document"),
        (None, "document"),
    ],
)
def test_types_of_datacite(types: Any, csl_type: str) -> None:
    assert DATACITE.read(change(types=types)).works[0].type == csl_type


def test_a_related_item_holds_the_work() -> None:
    item = {
        "titles": [{"title": "Journal of X"}],
        "relationType": "IsPublishedIn",
        "volume": "4",
        "issue": 2,
        "firstPage": "10",
        "lastPage": "20",
        "publicationYear": "2021",
        "relatedItemIdentifier": {
            "relatedItemIdentifier": "2701-9012",
            "relatedItemIdentifierType": "ISSN",
        },
    }
    types = {"resourceTypeGeneral": "JournalArticle"}
    (work,) = DATACITE.read(change(types=types, relatedItems=[item], sizes=[])).works
    names = ("container-title", "volume", "issue", "page", "ISSN")
    assert [work.text(name) for name in names] == [
        *("Journal of X", "4", "2", "10-20", "2701-9012")
    ]
    assert work.date("issued") == Date(DatePoint(2021))


def test_answers_of_the_datacite_api_are_read() -> None:
    one = {"data": {"id": "x", "type": "dois", "attributes": DATASET}}
    many = {"data": [{"attributes": DATASET}, 3, {"attributes": {"doi": "no doi"}}]}
    assert len(DATACITE.read(json.dumps(one)).works) == 1
    reading = DATACITE.read(json.dumps(many), "a.json")
    assert [work.text("DOI") for work in reading.works] == ["10.1234/AB", ""]
    assert reading.works[1].extra == {"doi": "no doi"}
    assert [problem.code for problem in reading.problems] == ["not-an-item", "missing-title"]


ARTICLE: dict[str, Any] = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.1234/x",
    "title": "A <i>title</i>",
    "publication_date": "2020-05-06",
    "type": "article",
    "language": "en",
    "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/123", "pmcid": "PMC5"},
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1234/x",
        "pdf_url": "https://example.org/x.pdf",
        "license": "cc-by",
        "source": {
            "display_name": "Journal of X",
            "issn_l": "1234-5679",
            "issn": ["2345-6780"],
            "type": "journal",
            "host_organization_name": "Press",
        },
    },
    "authorships": [
        {
            "author": {"display_name": "Jan van der Berg"},
            "institutions": [{"display_name": "University of Y"}],
        }
    ],
    "biblio": {"volume": "1", "issue": "2", "first_page": "3", "last_page": "9"},
    "keywords": [{"display_name": "a"}, {"keyword": "b"}],
    "abstract_inverted_index": {"new": [2, 4], "Something": [0], "is": [1], "things": [3]},
    "is_retracted": True,
}


def test_every_property_of_openalex_has_a_place() -> None:
    (work,) = OPENALEX.read(json.dumps(ARTICLE)).works
    assert work == Work(
        "",
        "article-journal",
        {
            "title": "A <i>title</i>",
            "abstract": "Something is new things new",
            "DOI": "10.1234/x",
            "PMID": "123",
            "PMCID": "PMC5",
            "language": "en",
            "volume": "1",
            "issue": "2",
            "page": "3-9",
            "keyword": "a, b",
            "publisher": "Press",
            "container-title": "Journal of X",
            "ISSN": "1234-5679",
            "author": (Name("Berg", "Jan", non_dropping_particle="van der"),),
            "issued": Date(DatePoint(2020, 5, 6)),
            "license": "cc-by",
            "note": "OpenAlex: https://openalex.org/W1",
            "status": "retracted",
        },
        {"pdf_url": "https://example.org/x.pdf"},
    )


@pytest.mark.parametrize(
    ("crossref", "kind", "csl_type"),
    [
        ("proceedings-article", "article", "paper-conference"),
        (None, "dissertation", "thesis"),
        ("posted-content", "preprint", "article"),
        (None, "unheard", "document"),
    ],
)
def test_types_of_openalex(crossref: str | None, kind: str, csl_type: str) -> None:
    text = json.dumps({**ARTICLE, "type_crossref": crossref, "type": kind})
    (work,) = OPENALEX.read(text).works
    assert work.type == csl_type
    held = csl_type == "paper-conference"
    assert bool(work.text("container-title")) == held
    if csl_type == "thesis":
        assert work.text("publisher") == "Press"


def test_a_list_of_openalex_is_read() -> None:
    reading = OPENALEX.read(json.dumps({"meta": {}, "results": [ARTICLE, "x", {}]}), "a.json")
    assert len(reading.works) == 2
    assert [problem.code for problem in reading.problems] == ["not-an-item", "missing-title"]


@pytest.mark.parametrize("name", ["datacite", "openalex"])
@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ud800"])
def test_what_is_no_json_is_refused(name: str, text: str) -> None:
    with pytest.raises(SyntaxProblemError):
        registry.get(name).read(text)


def broken(record: dict[str, Any]) -> st.SearchStrategy[Any]:
    wrong = st.sampled_from([None, 3, "x", [], {}, [3], [None], [{"a": 1}], {"name": []}, True])
    return st.dictionaries(st.sampled_from(sorted(record)), wrong, max_size=4).map(
        lambda changes: {**record, **changes}
    )


@given(broken(DATASET), broken(ARTICLE))
@settings(max_examples=150)
def test_values_of_any_kind_are_read_or_left(dataset: Any, article: Any) -> None:
    assert len(DATACITE.read(json.dumps(dataset)).works) == 1
    assert len(OPENALEX.read(json.dumps(article)).works) == 1


def test_subjects_with_commas_stay_whole() -> None:
    subjects = [{"subject": "Rats, Inbred"}, {"subject": "Mice"}]
    (work,) = registry.get("datacite").read(change(subjects=subjects)).works
    assert work.text("keyword") == "Rats, Inbred; Mice"


def test_people_of_the_book_around_and_other_dates() -> None:
    book = {
        "relationType": "IsPublishedIn",
        "titles": [{"title": "Book"}],
        "creators": [{"name": "Roe, R."}],
        "contributors": [{"name": "Poe, E.", "contributorType": "Editor"}],
    }
    dates = [{"date": "2001/2002", "dateType": "Collected"}]
    text = change(relatedItems=[book], contributors=[], dates=dates)
    (work,) = registry.get("datacite").read(text).works
    assert work.names("container-author") == (Name("Roe", "R."),)
    assert work.names("editor") == (Name("Poe", "E."),)
    assert work.extra["date collected"] == "2001/2002"


def test_markup_of_titles_in_json() -> None:
    title = (
        "On &lt;i&gt;x&lt;/i&gt; &amp; <mml:math><mml:msub><mml:mi>CO</mml:mi><mml:mn>2</mml:mn>"
        "</mml:msub><mml:annotation>y</mml:annotation></mml:math>, H<inf>2</inf>, <scp>Sc</scp>"
    )
    (work,) = registry.get("datacite").read(change(titles=[{"title": title}])).works
    assert work.text("title") == (
        "On <i>x</i> & CO<sub>2</sub>, H<sub>2</sub>, "
        '<span style="font-variant:small-caps;">Sc</span>'
    )


def test_what_is_reviewed_or_translated() -> None:
    items = [
        {"relationType": "Reviews", "titles": [{"title": "A"}]},
        {"relationType": "IsTranslationOf", "titles": [{"title": "B"}]},
    ]
    (work,) = registry.get("datacite").read(change(relatedItems=items)).works
    assert (work.text("reviewed-title"), work.text("original-title")) == ("A", "B")
