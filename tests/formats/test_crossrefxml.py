"""Crossref Unixref: one example a kind of record."""

from __future__ import annotations

import pytest

from citekit.formats import crossrefxml
from citekit.formats.base import collect
from citekit.model import Date, DatePoint, Name, Work

DOI = "<doi_data><doi>10.1/X</doi><resource>http://x.y/</resource></doi_data>"
DATE = "<publication_date media_type='{}'><month>{}</month><year>{}</year></publication_date>"
PERSON = (
    "<person_name contributor_role='{}'><given_name>Jane</given_name><surname>{}</surname>"
    "</person_name>"
)


def people(*roles: tuple[str, str]) -> str:
    return f"<contributors>{''.join(PERSON.format(*role) for role in roles)}</contributors>"


def one(record: str, namespace: str = "") -> Work:
    text = f"<doi_records><doi_record><crossref{namespace}>{record}</crossref></doi_record>"
    reading = collect(crossrefxml.items(f"{text}</doi_records>"))
    assert reading.problems == ()
    (work,) = reading.works
    return work


@pytest.mark.parametrize("namespace", ["", " xmlns='http://www.crossref.org/xschema/1.1'"])
def test_journal(namespace: str) -> None:
    work = one(
        f"""<journal><journal_metadata language="en"><full_title>Journal</full_title>
        <abbrev_title>J.</abbrev_title><issn>03785955</issn><issn>1234-5679</issn>
        </journal_metadata><journal_issue>{DATE.format("online", "1", "2000")}<journal_volume>
        <volume>3</volume></journal_volume><issue>2</issue></journal_issue><journal_article>
        <titles><title>On CO
          <sub>2</sub></title><subtitle>A Study</subtitle></titles>
        {people(("author", "Doe"), ("translator", "Roe"))}<organization/>
        <abstract><p>One.</p><p>Two.</p></abstract>{DATE.format("online", "02", "2001")}
        {DATE.format("print", "4", "2001")}<pages><first_page>1</first_page>
        <last_page>9</last_page></pages><program><license_ref>http://l/</license_ref></program>
        {DOI}<citation_list><citation><doi>10.2/Y</doi></citation></citation_list>
        </journal_article></journal>""",
        namespace,
    )
    assert work == Work(
        "",
        "article-journal",
        {
            "title": "On CO<sub>2</sub>: A Study",
            "container-title": "Journal",
            "container-title-short": "J.",
            "ISSN": "03785955, 1234-5679",
            "author": (Name("Doe", "Jane"),),
            "translator": (Name("Roe", "Jane"),),
            "volume": "3",
            "issue": "2",
            "page": "1-9",
            "issued": Date(DatePoint(2001, 4)),
            "abstract": "One.\nTwo.",
            "DOI": "10.1/X",
            "URL": "http://x.y/",
            "license": "http://l/",
            "language": "en",
        },
    )


def test_journal_without_an_article() -> None:
    work = one("<journal><journal_metadata><full_title>J</full_title></journal_metadata></journal>")
    assert work == Work("", "periodical", {"title": "J"})


def test_chapter_of_a_book_in_a_series() -> None:
    work = one(
        f"""<book book_type="edited_book"><book_series_metadata language="de"><series_metadata>
        <titles><title>Series</title></titles><issn>0378-5955</issn>
        {people(("editor", "Ser"))}<series_number>5</series_number></series_metadata>
        {people(("editor", "Ed"), ("author", "Auth"))}<titles><title>Book</title></titles>
        <edition_number>2</edition_number>{DATE.format("print", "1", "1999")}<isbn>978</isbn>
        <publisher><publisher_name>P</publisher_name><publisher_place>Ulm</publisher_place>
        </publisher></book_series_metadata><content_item component_type="chapter">
        {people(("author", "Doe"))}<titles><title>Part</title></titles>{DOI}</content_item>
        </book>"""
    )
    assert work.type == "chapter"
    assert dict(work.fields) == {
        "title": "Part",
        "container-title": "Book",
        "collection-title": "Series",
        "collection-number": "5",
        "author": (Name("Doe", "Jane"),),
        "editor": (Name("Ed", "Jane"),),
        "container-author": (Name("Auth", "Jane"),),
        "collection-editor": (Name("Ser", "Jane"),),
        "edition": "2",
        "issued": Date(DatePoint(1999, 1)),
        "ISBN": "978",
        "ISSN": "0378-5955",
        "publisher": "P",
        "publisher-place": "Ulm",
        "language": "de",
        "DOI": "10.1/X",
        "URL": "http://x.y/",
    }


def test_whole_book() -> None:
    work = one(
        f"""<book><book_metadata>{people(("author", "Doe"))}<titles><title>Book</title></titles>
        <volume>2</volume>{DOI}</book_metadata></book>"""
    )
    assert (work.type, work.text("title"), work.text("volume")) == ("book", "Book", "2")
    assert "container-title" not in work.fields


def test_conference() -> None:
    work = one(
        f"""<conference><event_metadata><conference_name>C 99</conference_name>
        <conference_location>Rome</conference_location><conference_date start_year="1999"
        start_month="2" start_day="5" end_year="1999" end_month="2" end_day="9"/></event_metadata>
        <proceedings_metadata><proceedings_title>Proc</proceedings_title></proceedings_metadata>
        <conference_paper><titles><title>Paper</title></titles>{people(("chair", "Doe"))}
        </conference_paper></conference>"""
    )
    assert work.type == "paper-conference"
    assert dict(work.fields) == {
        "title": "Paper",
        "container-title": "Proc",
        "chair": (Name("Doe", "Jane"),),
        "event-title": "C 99",
        "event-place": "Rome",
        "event-date": Date(DatePoint(1999, 2, 5), DatePoint(1999, 2, 9), range=True),
    }


@pytest.mark.parametrize(
    ("record", "csl_type", "fields"),
    [
        (
            """<dissertation><person_name><given_name>J</given_name><surname>D</surname>
            </person_name><titles><title>T</title></titles><approval_date><year>1999</year>
            </approval_date><institution><institution_name>U</institution_name></institution>
            <degree>PhD</degree></dissertation>""",
            "thesis",
            {
                "author": (Name("D", "J"),),
                "title": "T",
                "issued": Date(DatePoint(1999)),
                "publisher": "U",
                "genre": "PhD",
            },
        ),
        (
            """<report-paper><report-paper_metadata><contributors><organization>Org</organization>
            </contributors><titles><title>T</title></titles><institution><institution_name>I
            </institution_name></institution><publisher_item><item_number>R-1</item_number>
            </publisher_item></report-paper_metadata></report-paper>""",
            "report",
            {"author": (Name(literal="Org"),), "title": "T", "publisher": "I", "number": "R-1"},
        ),
        (
            """<standard><standard_metadata><titles><title>T</title></titles><designators>
            <std_as_published><std_designator>ISO 1</std_designator></std_as_published>
            </designators><standards_body><standards_body_name>ISO</standards_body_name>
            </standards_body></standard_metadata></standard>""",
            "standard",
            {"title": "T", "number": "ISO 1", "authority": "ISO"},
        ),
        (
            """<database><database_metadata><titles><title>Base</title></titles><publisher>
            <publisher_name>P</publisher_name></publisher></database_metadata><dataset>
            <titles><title>Data</title></titles><database_date><publication_date><year>2001</year>
            </publication_date></database_date><description>about</description></dataset>
            </database>""",
            "dataset",
            {
                "title": "Data",
                "container-title": "Base",
                "publisher": "P",
                "issued": Date(DatePoint(2001)),
                "abstract": "about",
            },
        ),
        (
            """<posted_content type="preprint"><titles><title>T</title></titles><posted_date>
            <month>7</month><day>4</day><year>2020</year></posted_date><institution>
            <institution_name>Rxiv</institution_name></institution></posted_content>""",
            "article",
            {"title": "T", "issued": Date(DatePoint(2020, 7, 4)), "publisher": "Rxiv"},
        ),
        (
            """<peer_review><contributors><anonymous contributor_role="reviewer"/></contributors>
            <titles><title>T</title></titles><review_date><year>2016</year></review_date>
            </peer_review>""",
            "review",
            {
                "author": (Name(literal="Anonymous"),),
                "title": "T",
                "issued": Date(DatePoint(2016)),
                "genre": "peer review",
            },
        ),
        (
            """<sa_component><component_list><component><titles><title>Table 1</title></titles>
            <description>numbers</description></component></component_list></sa_component>""",
            "document",
            {"title": "Table 1", "abstract": "numbers"},
        ),
    ],
)
def test_other_records(record: str, csl_type: str, fields: dict[str, object]) -> None:
    work = one(record)
    assert work.type == csl_type
    assert dict(work.fields) == fields


def test_errors_are_problems() -> None:
    text = "<doi_records><doi_record><crossref><error>DOI not found</error></crossref>"
    reading = collect(crossrefxml.items(text))
    assert reading.works == ()
    assert [one.code for one in reading.problems] == ["crossref-error", "broken-xml"]
    assert "DOI not found" in reading.problems[0].message


def test_titles_with_formulas_and_breaks() -> None:
    work = one(
        "<journal><journal_metadata><full_title>J</full_title></journal_metadata><journal_article>"
        "<titles><title>On <m:math xmlns:m='u'><m:semantics><m:mi>x</m:mi><m:annotation>\\(x\\)"
        "</m:annotation></m:semantics></m:math><br/>and more</title></titles><abstract>"
        "<title>Abstract</title><p>A <italic>b</italic>.</p></abstract><publisher_item><identifier "
        "id_type='pii'>S1</identifier></publisher_item></journal_article></journal>"
    )
    assert work.text("title") == "On x and more"
    assert work.text("abstract") == "A <i>b</i>."
    assert work.extra == {"pii": "S1"}


def test_chapters_of_reference_books_are_entries() -> None:
    record = (
        "<book book_type='reference'><book_metadata><titles><title>B</title></titles>"
        "</book_metadata><content_item component_type='chapter'><titles><title>C</title></titles>"
        "</content_item></book>"
    )
    assert one(record).type == "entry-encyclopedia"
    assert one(record.replace("'reference'", "'monograph'")).type == "chapter"


def test_a_grant_is_told() -> None:
    text = "<doi_records><doi_record><crossref><grant><project/></grant></crossref></doi_record>"
    reading = collect(crossrefxml.items(f"{text}</doi_records>"))
    assert reading.works == ()
    assert [problem.code for problem in reading.problems] == ["no-work"]
