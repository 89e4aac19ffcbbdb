"""Zotero RDF: what Zotero exports is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import zoterordf
from citekit.formats.base import Extract, Writing, collect
from citekit.formats.zoterofields import CREATORS_OF, FIELDS_OF
from citekit.formats.zoteromap import TYPES, creator_variable, csl_variable, zotero_type
from citekit.model import Date, DatePoint, Name, Value, Work
from citekit.names import OTHERS
from citekit.vocabulary import DATE_VARIABLES
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

#: As Zotero exports it, the parts in an order of their own.
EXPORT = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">
    <bib:Memo rdf:about="#item_9">
        <rdf:value>&lt;p&gt;First &amp;amp; &lt;em&gt;last&lt;/em&gt;&lt;/p&gt;
&lt;p&gt;x&lt;/p&gt;</rdf:value>
    </bib:Memo>
    <z:Collection rdf:about="#collection_1">
        <dc:title>Inner</dc:title><dcterms:hasPart rdf:resource="http://x.y/1"/>
    </z:Collection>
    <bib:Article rdf:about="http://x.y/1">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:0378-5955"/>
        <bib:authors>
            <rdf:Seq>
                <rdf:li rdf:nodeID="n1"/>
                <rdf:li><foaf:Person><foaf:surname>World Health Org</foaf:surname></foaf:Person>
                </rdf:li>
            </rdf:Seq>
        </bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_9"/>
        <link:link rdf:resource="#item_10"/>
        <dc:subject>one</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>two, three</rdf:value></z:AutomaticTag></dc:subject>
        <dc:subject><dcterms:LCC><rdf:value>QA 1</rdf:value></dcterms:LCC></dc:subject>
        <dc:title>A &lt;i&gt;Title&lt;/i&gt;</dc:title>
        <dcterms:abstract>P1

P2</dcterms:abstract>
        <dc:date>May 2001</dc:date>
        <z:language>en</z:language>
        <z:libraryCatalog>Somewhere</z:libraryCatalog>
        <dc:identifier><dcterms:URI><rdf:value>http://x.y/1</rdf:value></dcterms:URI></dc:identifier>
        <dcterms:dateSubmitted>2020-02-03 10:11:12</dcterms:dateSubmitted>
        <bib:pages>1-9</bib:pages>
        <dc:description>Citation Key: doe01
original-date: 1920
tex.shorthand: D
a note</dc:description>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:0378-5955">
        <dc:title>Journal of Things</dc:title>
        <dcterms:alternative>J. Th.</dcterms:alternative>
        <prism:volume>3</prism:volume><prism:number>2</prism:number>
        <dc:identifier>ISSN 0378-5955</dc:identifier>
        <dc:identifier>DOI 10.1/X</dc:identifier>
        <dcterms:isPartOf><bib:Series><dc:title>Ser</dc:title></bib:Series></dcterms:isPartOf>
    </bib:Journal>
    <z:Attachment rdf:about="#item_10">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/10/a b.pdf"/>
        <dc:title>Full Text</dc:title><link:type>application/pdf</link:type>
    </z:Attachment>
    <foaf:Person rdf:nodeID="n1">
        <foaf:givenName>Jane, Jr.</foaf:givenName><foaf:surname>van Doe</foaf:surname>
    </foaf:Person>
    <z:Collection rdf:about="#collection_2">
        <dc:title>Outer</dc:title><dcterms:hasPart rdf:resource="#collection_1"/>
    </z:Collection>
</rdf:RDF>
"""


def test_an_export_of_zotero() -> None:
    reading = collect(zoterordf.items(EXPORT))
    assert reading.problems == ()
    (work,) = reading.works
    assert work == Work(
        "doe01",
        "article-journal",
        {
            "author": (
                Name("Doe", "Jane", non_dropping_particle="van", suffix="Jr."),
                Name(literal="World Health Org"),
            ),
            "title": "A <i>Title</i>",
            "abstract": "P1\n\nP2",
            "issued": Date(DatePoint(2001, 5)),
            "accessed": Date(DatePoint(2020, 2, 3)),
            "original-date": Date(DatePoint(1920)),
            "language": "en",
            "source": "Somewhere",
            "URL": "http://x.y/1",
            "DOI": "10.1/X",
            "ISSN": "0378-5955",
            "page": "1-9",
            "volume": "3",
            "issue": "2",
            "container-title": "Journal of Things",
            "container-title-short": "J. Th.",
            "collection-title": "Ser",
            "call-number": "QA 1",
            "keyword": "one; two, three",
            "annote": "First & <i>last</i>\nx",
            "note": "a note",
        },
        {"groups": "Outer/Inner", "file": "files/10/a b.pdf", "shorthand": "D"},
    )


@settings(deadline=None, max_examples=100)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    check_round_trip("zoterordf", works)


@pytest.mark.parametrize(("item_type", "csl_type"), TYPES)
def test_every_field_and_creator_of_every_type(item_type: str, csl_type: str) -> None:
    """What has a field of Zotero's comes back through it, with nothing to tell."""
    fields: dict[str, Value] = {}
    for field in FIELDS_OF[item_type] - {"extra"}:
        if variable := csl_variable(item_type, field):
            dated = variable in DATE_VARIABLES
            fields[variable] = Date(DatePoint(2001)) if dated else f"the {field}"
    for role in CREATORS_OF[item_type]:
        fields[creator_variable(item_type, role)] = (Name("Doe", role),)
    usual = zotero_type(csl_type) == item_type
    extra = {} if usual else {"zotero:itemType": item_type}
    how = check_round_trip("zoterordf", [Work("k", csl_type, fields, extra)])
    assert how.losses == []


def test_chapter_carries_what_zotero_cannot_hold_in_extra() -> None:
    work = Work(
        "k",
        "chapter",
        {
            "DOI": "10.1/x",
            "illustrator": (Name("Ill", "A."), Name(literal="The Studio")),
            "container-title": "Book",
            "note": "mine",
        },
        {"subtitle": "s"},
    )
    how = check_round_trip("zoterordf", [work])
    assert {(loss.field, loss.level) for loss in how.losses} == {
        ("DOI", "kept"),
        ("illustrator", "kept"),
        ("subtitle", "kept"),
    }
    text = "".join(zoterordf.pieces([work], Writing()))
    assert "DOI: 10.1/x\n" in text
    assert "illustrator: Ill || A.\nillustrator: The Studio\n" in text


def test_others_come_back() -> None:
    work = Work("k", "book", {"author": (Name("Doe", "J."), OTHERS)})
    assert check_round_trip("zoterordf", [work]).losses == []


def test_passages_are_notes_of_their_work() -> None:
    how = Writing(extracts={"k": [Extract("so & so", "quotation", "12", comment="why?")]})
    text = "".join(zoterordf.pieces([Work("k", "book", {})], how))
    (work,) = collect(zoterordf.items(text)).works
    assert work.text("annote") == "<b>Quotation</b>, p. 12\nso & so\nwhy?"


def test_entities_are_refused_and_files_not_read() -> None:
    bomb = EXPORT.replace(
        "<rdf:RDF",
        '<!DOCTYPE rdf:RDF [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF',
        1,
    ).replace("Journal of Things", "&a;&x;")
    reading = collect(zoterordf.items(bomb))
    assert {problem.code for problem in reading.problems} <= {"entities-refused", "unknown-entity"}
    title = reading.works[0].text("container-title")
    assert "aaaa" not in title
    assert "root" not in title


def test_what_is_no_xml_is_refused() -> None:
    with pytest.raises(SyntaxProblemError):
        collect(zoterordf.items("TY  - BOOK"))


def test_parts_that_are_part_of_each_other_end() -> None:
    text = EXPORT.replace(
        "<dcterms:isPartOf><bib:Series>",
        '<dcterms:isPartOf rdf:resource="http://x.y/1"/><dcterms:isPartOf><bib:Series>',
    )
    assert len(collect(zoterordf.items(text)).works) <= 1


@settings(deadline=None, max_examples=100)
@given(st.integers(0, len(EXPORT)), st.integers(0, 40), st.text(max_size=10))
def test_damaged_exports_read_or_are_refused(at: int, cut: int, put: str) -> None:
    try:
        collect(zoterordf.items(EXPORT[:at] + put + EXPORT[at + cut :]))
    except SyntaxProblemError:
        assert at < 600
