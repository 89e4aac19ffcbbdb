"""Bibliontology RDF: works, however the document links what belongs together."""

from __future__ import annotations

import pytest

from citekit.formats import bibo
from citekit.formats.base import collect
from citekit.model import Date, DatePoint, Name, Work

HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:bibo="http://purl.org/ontology/bibo/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:address="http://schemas.talis.com/2005/address/schema#">"""

NESTED = """<bibo:AcademicArticle rdf:about="http://x.y/1"><dcterms:title>T</dcterms:title>
<dcterms:isPartOf><bibo:Issue><bibo:issue>2</bibo:issue><bibo:volume>3</bibo:volume>
<dcterms:date>2001-05</dcterms:date><dcterms:isPartOf><bibo:Journal>
<dcterms:title>J</dcterms:title><bibo:issn>0378-5955</bibo:issn></bibo:Journal>
</dcterms:isPartOf></bibo:Issue></dcterms:isPartOf><bibo:authorList rdf:parseType="Collection">
<foaf:Person><foaf:familyName>Doe</foaf:familyName><foaf:givenName>J.</foaf:givenName>
</foaf:Person><foaf:Organization><foaf:name>The Org</foaf:name></foaf:Organization>
</bibo:authorList><bibo:doi>10.1/X</bibo:doi><bibo:pages>1-9</bibo:pages>
</bibo:AcademicArticle>"""

LINKED = """<bibo:Journal rdf:nodeID="j" dcterms:title="J"><bibo:issn>0378-5955</bibo:issn>
</bibo:Journal><foaf:Organization rdf:about="#org"><foaf:name>The Org</foaf:name>
</foaf:Organization><bibo:Issue rdf:ID="i"><dcterms:isPartOf rdf:nodeID="j"/>
<bibo:issue>2</bibo:issue><bibo:volume>3</bibo:volume><dcterms:date>2001-05</dcterms:date>
</bibo:Issue><rdf:Description rdf:about="http://x.y/1">
<rdf:type rdf:resource="http://purl.org/ontology/bibo/AcademicArticle"/>
<dcterms:isPartOf rdf:resource="#i"/><bibo:authorList><rdf:Seq><rdf:_2 rdf:resource="#org"/>
<rdf:_1 rdf:parseType="Resource"><foaf:surname>Doe</foaf:surname>
<foaf:givenname>J.</foaf:givenname></rdf:_1></rdf:Seq></bibo:authorList>
<dcterms:title>T</dcterms:title></rdf:Description><rdf:Description rdf:about="http://x.y/1">
<bibo:doi>10.1/X</bibo:doi><bibo:pages>1-9</bibo:pages></rdf:Description>"""


@pytest.mark.parametrize("body", [NESTED, LINKED])
def test_all_ways_to_link_say_the_same(body: str) -> None:
    reading = collect(bibo.items(f"{HEAD}{body}</rdf:RDF>"))
    assert reading.problems == ()
    assert reading.works == (
        Work(
            "",
            "article-journal",
            {
                "title": "T",
                "author": (Name("Doe", "J."), Name(literal="The Org")),
                "container-title": "J",
                "ISSN": "0378-5955",
                "volume": "3",
                "issue": "2",
                "issued": Date(DatePoint(2001, 5)),
                "DOI": "10.1/X",
                "page": "1-9",
            },
        ),
    )


def test_a_book_of_a_library_keeps_what_has_no_variable() -> None:
    text = f"""{HEAD}<bibo:Book rdf:about="http://x.y/2" xmlns:n="http://n.org/u/">
    <dc:title>B</dc:title><dcterms:creator>Doe, Jane</dcterms:creator>
    <dc:publisher>P</dc:publisher><bibo:isbn13>978</bibo:isbn13><bibo:isbn10>0</bibo:isbn10>
    <dcterms:subject>one</dcterms:subject><dcterms:language rdf:resource="http://l.org/639/ger"/>
    <n:P60163>Ulm</n:P60163><dcterms:isPartOf>Series</dcterms:isPartOf>
    <dc:identifier>(X)1</dc:identifier></bibo:Book></rdf:RDF>"""
    (work,) = collect(bibo.items(text)).works
    assert work.type == "book"
    assert dict(work.fields) == {
        "title": "B",
        "author": (Name("Doe", "Jane"),),
        "publisher": "P",
        "ISBN": "978",
        "keyword": "one",
        "language": "ger",
    }
    assert work.extra == {"P60163": "Ulm", "isPartOf": "Series", "identifier": "(X)1"}


def test_a_chapter_has_its_books_people() -> None:
    text = f"""{HEAD}<bibo:BookSection><dcterms:title>C</dcterms:title><dcterms:isPartOf>
    <bibo:EditedBook><dcterms:title>B</dcterms:title><bibo:editor><foaf:Person>
    <foaf:name>Eva Ed</foaf:name></foaf:Person></bibo:editor><dcterms:publisher>
    <foaf:Organization><foaf:name>P</foaf:name><address:localityName>Ulm</address:localityName>
    </foaf:Organization></dcterms:publisher></bibo:EditedBook></dcterms:isPartOf>
    </bibo:BookSection></rdf:RDF>"""
    (work,) = collect(bibo.items(text)).works
    assert (work.type, work.text("container-title")) == ("chapter", "B")
    assert work.names("editor") == (Name("Ed", "Eva"),)
    assert (work.text("publisher"), work.text("publisher-place")) == ("P", "Ulm")


@pytest.mark.parametrize(
    ("said", "csl_type"),
    [("thesis", "thesis"), ("Journal Article", "article-journal"), ("bookSection", "chapter")],
)
def test_plain_dublin_core(said: str, csl_type: str) -> None:
    text = f"""{HEAD}<rdf:Description rdf:about="#1"><dc:title>T</dc:title>
    <dc:type>{said}</dc:type><dc:date>1999</dc:date></rdf:Description>
    <rdf:Description rdf:about="#2"><dc:title>No work</dc:title></rdf:Description></rdf:RDF>"""
    (work,) = collect(bibo.items(text)).works
    assert work == Work("", csl_type, {"title": "T", "issued": Date(DatePoint(1999))})


SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/" '
    'xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:bibo="http://purl.org/ontology/bibo/"'
)


def test_a_thesis_and_pages_by_their_ends() -> None:
    thesis, article = collect(
        bibo.items(
            f"<rdf:RDF {SPACES}><bibo:Thesis><dcterms:title>T</dcterms:title>"
            "<bibo:degree rdf:resource='http://purl.org/ontology/bibo/degrees/phd'/><bibo:issuer>"
            "<foaf:Organization><foaf:name>MIT</foaf:name></foaf:Organization></bibo:issuer>"
            "</bibo:Thesis><bibo:AcademicArticle><dcterms:title>A</dcterms:title><bibo:pageStart>3"
            "</bibo:pageStart><bibo:pageEnd>9</bibo:pageEnd><bibo:pmid>12</bibo:pmid>"
            "<dc:identifier>doi:10.1000/1</dc:identifier></bibo:AcademicArticle></rdf:RDF>"
        )
    ).works
    assert (thesis.text("genre"), thesis.text("publisher")) == ("phd", "MIT")
    assert (article.text("page"), article.text("PMID")) == ("3-9", "12")
    assert (article.text("DOI"), article.extra) == ("10.1000/1", {})


def test_a_description_without_a_class_is_read_where_there_is_nothing_else() -> None:
    (work,) = collect(
        bibo.items(
            f"<rdf:RDF {SPACES}><rdf:Description><dc:title>T</dc:title><dc:creator>Doe, J."
            "</dc:creator><prism:publicationName>J of X</prism:publicationName><prism:startingPage>"
            "1</prism:startingPage></rdf:Description><rdf:Description><dc:title>No work</dc:title>"
            "</rdf:Description></rdf:RDF>"
        )
    ).works
    assert (work.type, work.text("container-title"), work.text("page")) == (
        "article-journal",
        "J of X",
        "1",
    )


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_schema_org(scheme: str) -> None:
    text = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns:s="{scheme}://schema.org/"><s:ScholarlyArticle rdf:about="http://x.y/1">
     <s:name>T</s:name><s:author><s:Person><s:familyName>Doe</s:familyName>
     <s:givenName>J.</s:givenName></s:Person></s:author><s:author><s:Organization>
     <s:name>The Org</s:name></s:Organization></s:author>
     <s:datePublished>2012-03-04</s:datePublished><s:pageStart>1</s:pageStart>
     <s:pageEnd>4</s:pageEnd><s:url rdf:resource="http://x.y/page"/><s:isPartOf>
     <s:PublicationVolume><s:volumeNumber>7</s:volumeNumber><s:isPartOf><s:Periodical>
     <s:name>J</s:name><s:issn>0378-5955</s:issn></s:Periodical></s:isPartOf>
     </s:PublicationVolume></s:isPartOf></s:ScholarlyArticle></rdf:RDF>"""
    (work,) = collect(bibo.items(text)).works
    assert work.type == "article-journal"
    assert work.names("author") == (Name("Doe", "J."), Name(literal="The Org"))
    assert work.date("issued") == Date(DatePoint(2012, 3, 4))
    told = ("title", "container-title", "volume", "page", "ISSN", "URL")
    assert [work.text(name) for name in told] == [
        *("T", "J", "7", "1-4", "0378-5955", "http://x.y/page")
    ]
    assert work.extra == {}


def test_abstract_of_the_ontology() -> None:
    text = f"{HEAD}<bibo:Book><dcterms:title>T</dcterms:title><bibo:abstract>A</bibo:abstract>"
    (work,) = collect(bibo.items(f"{text}</bibo:Book></rdf:RDF>")).works
    assert work.text("abstract") == "A"
