"""COinS, schema.org, Dublin Core and Wikipedia templates: golden texts, any work."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from citekit.formats import registry
from citekit.formats.base import Extract, Writing
from citekit.model import Date, DatePoint, Name, Work
from citekit.names import OTHERS
from tests.formats.works import catalogues

ARTICLE = Work(
    "waals",
    "article-journal",
    {
        "author": (
            Name("Waals", "Johannes Diderik", non_dropping_particle="van der"),
            Name(literal="R & D {{Ltd}}"),
        ),
        "title": 'On <i>gas</i> & <span class="nocase">H<sub>2</sub>O</span> | "x"',
        "container-title": "Ann. Phys.",
        "volume": "34",
        "issue": "2",
        "page": "381-415",
        "issued": Date(DatePoint(1887, 3), DatePoint(1888), range=True),
        "DOI": "10.1000/182_x",
        "URL": "https://example.org/?a=b|c&d=[1]",
        "ISSN": "1234-5679",
        "keyword": "gas, liquid",
        "chapter-number": "3",
    },
    {"zz": "1"},
)
CHAPTER = Work(
    "c",
    "chapter",
    {
        "author": (Name("Roe", "Jane"),),
        "editor": (Name("Doe", "John", suffix="Jr."),),
        "title": "A Chapter",
        "container-title": "A Book",
        "collection-title": "Series",
        "publisher": "Press",
        "publisher-place": "Berlin",
        "issued": Date(DatePoint(-43, 5), approximate=True),
        "page": "7",
        "ISBN": "9780306406157",
    },
)


def write(name: str, *works: Work, how: Writing | None = None) -> str:
    return registry.get(name).write(works, how)


def lost(name: str, work: Work) -> dict[str, str]:
    how = Writing()
    write(name, work, how=how)
    return {loss.field: loss.level for loss in how.losses}


def openurl(text: str) -> list[tuple[str, str]]:
    (title,) = re.findall(r'<span class="Z3988" title="([^"<>]*)"></span>\n', text)
    return parse_qsl(html.unescape(title), strict_parsing=True)


def test_a_coins_of_an_article() -> None:
    text = write("coins", ARTICLE)
    assert "&amp;rft.genre=article&amp;" in text
    assert re.search("&(?!amp;)", text) is None
    assert openurl(text) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft_id", "info:doi/10.1000/182_x"),
        ("rft.genre", "article"),
        ("rft.atitle", 'On gas & H2O | "x"'),
        ("rft.jtitle", "Ann. Phys."),
        ("rft.date", "1887-03"),
        ("rft.volume", "34"),
        ("rft.issue", "2"),
        ("rft.issn", "1234-5679"),
        ("rft_id", "https://example.org/?a=b|c&d=[1]"),
        ("rft.pages", "381-415"),
        ("rft.spage", "381"),
        ("rft.epage", "415"),
        ("rft.aulast", "van der Waals"),
        ("rft.aufirst", "Johannes Diderik"),
        ("rft.au", "van der Waals, Johannes Diderik"),
        ("rft.au", "R & D {{Ltd}}"),
    ]
    assert lost("coins", ARTICLE) == {
        "id": "dropped",
        "author": "approximated",
        "title": "approximated",
        "issued": "approximated",
        "keyword": "dropped",
        "chapter-number": "dropped",
        "zz": "dropped",
    }


@pytest.mark.parametrize(
    ("csl_type", "pairs"),
    [
        ("chapter", [("rft.genre", "bookitem"), ("rft.btitle", "A Book")]),
        ("book", [("rft.genre", "book"), ("rft.btitle", "A Chapter")]),
        ("thesis", [("rft.inst", "Press"), ("rft.title", "A Chapter")]),
        ("map", [("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"), ("rft.creator", "Roe, Jane")]),
    ],
)
def test_matrices_of_coins(csl_type: str, pairs: list[tuple[str, str]]) -> None:
    found = openurl(write("coins", CHAPTER._replace(type=csl_type)))
    assert [pair for pair in pairs if pair not in found] == []


def test_wikipedia_templates() -> None:
    how = Writing(extracts={"waals": [Extract("so [[it]] is", locator="390")]})
    assert write("wikipedia", ARTICLE, how=how) == (
        "* {{cite journal |last1=van der Waals |first1=Johannes Diderik"
        " |author2=R & D &#123;&#123;Ltd&#125;&#125; |date=March 1887–1888"
        " |title=On ''gas'' & H<sub>2</sub>O &#124; \"x\" |journal=Ann. Phys."
        " |volume=34 |issue=2 |issn=1234-5679 |doi=10.1000/182_x"
        " |url=https://example.org/?a=b%7Cc&d=%5B1%5D |pages=381–415"
        " |quote=so &#91;&#91;it&#93;&#93; is |quote-page=390}}\n"
    )
    assert write("wikipedia", CHAPTER) == (
        "* {{cite book |last1=Roe |first1=Jane |editor-last1=Doe |editor-first1=John, Jr."
        " |date=c. May 44 BC |chapter=A Chapter |title=A Book |series=Series"
        " |publisher=Press |location=Berlin |isbn=9780306406157 |page=7}}\n"
    )


def test_others_are_no_author() -> None:
    work = Work("o", "book", {"author": (Name("Roe", "Jane"), OTHERS)})
    assert "|first1=Jane |display-authors=etal" in write("wikipedia", work)
    for name in ("coins", "schemaorg", "dublincore"):
        assert "others" not in write(name, work)
        assert lost(name, work)["author"] == "approximated"


def test_schema_org_nests_issue_volume_and_periodical() -> None:
    text = write("schemaorg", ARTICLE, CHAPTER)
    assert "<" not in text
    data = json.loads(text)
    article, chapter = data["@graph"]
    assert data["@context"] == "https://schema.org"
    assert article["@type"] == "ScholarlyArticle"
    assert article["author"][0]["familyName"] == "van der Waals"
    assert article["author"][1] == {"@type": "Organization", "name": "R & D {{Ltd}}"}
    assert article["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "34",
            "isPartOf": {"@type": "Periodical", "name": "Ann. Phys.", "issn": "1234-5679"},
        },
    }
    assert (article["pageStart"], article["pageEnd"]) == ("381", "415")
    assert article["keywords"] == ["gas", "liquid"]
    assert chapter["isPartOf"]["isPartOf"] == {"@type": "BookSeries", "name": "Series"}
    assert chapter["datePublished"] == "-0043-05"
    assert chapter["publisher"]["location"] == "Berlin"
    assert lost("schemaorg", ARTICLE)["chapter-number"] == "dropped"


def test_dublin_core_records() -> None:
    root = ElementTree.fromstring(write("dublincore", ARTICLE, CHAPTER))
    dc = "{http://purl.org/dc/elements/1.1/}"
    article, chapter = ([(e.tag.removeprefix(dc), e.text) for e in record] for record in root)
    assert article == [
        ("title", 'On gas & H2O | "x"'),
        ("creator", "van der Waals, Johannes Diderik"),
        ("creator", "R & D {{Ltd}}"),
        ("date", "1887-03"),
        ("subject", "gas"),
        ("subject", "liquid"),
        ("identifier", "https://doi.org/10.1000/182_x"),
        ("identifier", "https://example.org/?a=b|c&d=[1]"),
        ("source", "urn:ISSN:1234-5679"),
        ("type", "Text"),
        ("type", "article-journal"),
        ("source", "Ann. Phys., vol. 34, no. 2, pp. 381-415"),
    ]
    assert ("contributor", "Doe, John, Jr.") in chapter
    assert lost("dublincore", CHAPTER)["publisher-place"] == "dropped"


@given(catalogues)
@settings(max_examples=60)
def test_any_works_are_written_well_formed(works: list[Work]) -> None:
    assert len(json.loads(write("schemaorg", *works))["@graph"]) == len(works)
    assert len(ElementTree.fromstring(write("dublincore", *works))) == len(works)
    for work in works:
        assert openurl(write("coins", work))[0] == ("ctx_ver", "Z39.88-2004")
        line = write("wikipedia", work)
        assert line.startswith("* {{")
        assert line.count("{{") == line.count("}}") == 1
        assert line.count("\n") == 1


@given(catalogues)
@settings(max_examples=40)
@pytest.mark.parametrize("name", ["coins", "dublincore", "schemaorg", "wikipedia"])
def test_every_field_is_in_the_text_or_reported(name: str, works: list[Work]) -> None:
    for work in works:
        alone: dict[str, Any] = {}
        for field, value in work.fields.items():
            alone = {field: value}
            one = Work("k", work.type, alone)
            how = Writing()
            text = write(name, one, how=how)
            reported = {loss.field for loss in how.losses}
            assert field in reported or text != write(name, one._replace(fields={})), text
