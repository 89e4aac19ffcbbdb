"""TEI biblStruct: the Guidelines' examples are understood, what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import tei
from citekit.formats.base import Extract, Writing, collect
from citekit.formats.teimap import MEANINGS, PARTS, ROWS
from citekit.formats.xmlpath import steps
from citekit.model import Date, DatePoint, Name, Work
from citekit.vocabulary import TYPES as CSL_TYPES
from tests.formats.works import catalogues


def one(inside: str, attributes: str = "") -> Work:
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><biblStruct {attributes}>{inside}'
    (work,) = collect(tei.items(f"{source}</biblStruct></TEI>")).works
    return work


def write(works: list[Work], how: Writing | None = None) -> str:
    return "".join(tei.pieces(works, how or Writing()))


def test_article() -> None:
    work = one(
        """<analytic><author><persName><forename type="first">Jane</forename>
        <forename type="middle">A.</forename><surname>Doe</surname><genName>Jr.</genName></persName>
        </author><author><persName><forename>J. D.</forename><nameLink>van der</nameLink>
        <surname>Waals</surname></persName></author><author><orgName>WHO</orgName></author>
        <title level="a" type="main">On <hi rend="italic">H. sapiens</hi> and
        CO<hi rend="sub">2</hi></title><title level="a" type="sub">a study</title>
        <idno type="DOI">10.1000/x</idno></analytic>
        <monogr><title level="j">Nature</title><title level="j" type="short">Nat.</title>
        <imprint><biblScope unit="volume">3</biblScope><biblScope unit="issue">4</biblScope>
        <biblScope unit="page" from="12" to="34"/><date type="published" when="2001-05">May</date>
        </imprint></monogr>
        <note>a note</note><note type="keywords"><term>one</term><term>two</term></note>
        <ptr target="http://x.y/1"/>""",
        'xml:id="doe2001"',
    )
    assert (work.id, work.type) == ("doe2001", "article-journal")
    assert dict(work.fields) == {
        "title": "On <i>H. sapiens</i> and CO<sub>2</sub>: a study",
        "author": (
            Name("Doe", "Jane A.", suffix="Jr."),
            Name("Waals", "J. D.", non_dropping_particle="van der"),
            Name(literal="WHO"),
        ),
        "container-title": "Nature",
        "container-title-short": "Nat.",
        "volume": "3",
        "issue": "4",
        "page": "12-34",
        "issued": Date(DatePoint(2001, 5)),
        "DOI": "10.1000/x",
        "URL": "http://x.y/1",
        "annote": "a note",
        "keyword": "one, two",
    }
    assert work.extra == {}


def test_chapter_in_a_series() -> None:
    work = one(
        """<analytic><author>Roe, Ann</author><title level="a">T</title></analytic>
        <monogr><author>Poe, E.</author><title level="m">B</title><editor>Doe, J.</editor>
        <editor role="translator"><persName>Max Frei</persName></editor>
        <respStmt><resp>illustrator</resp><name>Low, K.</name></respStmt>
        <edition>2nd</edition><imprint><pubPlace>Oxford</pubPlace><publisher>OUP</publisher>
        <date from="1999" to="2001"/><biblScope unit="pp">1-9</biblScope></imprint>
        <extent>300 pp.</extent></monogr>
        <series><title level="s">S</title><editor>Kay, L.</editor>
        <biblScope unit="volume">7</biblScope></series>"""
    )
    assert work == Work(
        "",
        "chapter",
        {
            "title": "T",
            "author": (Name("Roe", "Ann"),),
            "container-author": (Name("Poe", "E."),),
            "editor": (Name("Doe", "J."),),
            "translator": (Name("Frei", "Max"),),
            "illustrator": (Name("Low", "K."),),
            "collection-editor": (Name("Kay", "L."),),
            "container-title": "B",
            "collection-title": "S",
            "collection-number": "7",
            "edition": "2nd",
            "publisher": "OUP",
            "publisher-place": "Oxford",
            "issued": Date(DatePoint(1999), DatePoint(2001), range=True),
            "page": "1-9",
            "number-of-pages": "300",
        },
        {},
    )


@pytest.mark.parametrize(
    ("inside", "attributes", "csl"),
    [
        ("<monogr><title level='m'>T</title></monogr>", "", "book"),
        ("<monogr><title level='j'>T</title></monogr>", "", "periodical"),
        ("<monogr><title level='u'>T</title></monogr>", "", "manuscript"),
        ("<analytic/><monogr><title level='m'>T</title></monogr>", "", "chapter"),
        ("<analytic/><monogr><meeting>M</meeting></monogr>", "", "paper-conference"),
        ("<analytic/><monogr/>", "type='bookSection'", "chapter"),
        ("<monogr/>", "type='webpage'", "webpage"),
        ("<monogr/>", "type='odd'", "book"),
    ],
)
def test_types(inside: str, attributes: str, csl: str) -> None:
    assert one(inside, attributes).type == csl


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("<date when='2001-05-03'>then</date>", Date(DatePoint(2001, 5, 3))),
        ("<date>c. 1999</date>", Date(DatePoint(1999), approximate=True)),
        ("<date notBefore='1999'/>", Date(DatePoint(1999), range=True)),
        ("<date to='1999'/>", Date(None, DatePoint(1999), range=True)),
        ("<date>forthcoming</date>", Date(literal="forthcoming")),
        ("<date/>", None),
    ],
)
def test_dates(date: str, read: Date | None) -> None:
    assert one(f"<monogr><imprint>{date}</imprint></monogr>").date("issued") == read


def test_tables() -> None:
    assert set(MEANINGS.values()) <= CSL_TYPES
    assert PARTS <= CSL_TYPES
    for row in ROWS:
        assert all(steps(path)[0] for path in (row.path, *row.also))


def test_output() -> None:
    work = Work(
        "doe2001",
        "chapter",
        {
            "title": "T & <i>U</i>",
            "author": (Name("Doe", "Jane"),),
            "editor": (Name(literal="WHO"),),
            "container-title": "B",
            "issued": Date(DatePoint(2001, 5)),
            "page": "1-2",
            "status": "s",
        },
        {"odd": "x"},
    )
    how = Writing()
    text = write([work], how)
    assert '<biblStruct type="chapter" xml:id="doe2001"><analytic>' in text
    assert '<title level="a">T &amp; <hi rend="italic">U</hi></title>' in text
    assert (
        "<author><persName><forename>Jane</forename><surname>Doe</surname></persName></author>"
        in text
    )
    assert "<editor><orgName>WHO</orgName></editor>" in text
    assert '<date when="2001-05">2001-05</date>' in text
    assert '<biblScope unit="page" from="1" to="2">1-2</biblScope>' in text
    assert [(loss.field, loss.level) for loss in how.losses] == [("odd", "kept")]
    assert collect(tei.items(text)).works == (work,)


def test_extracts_are_cited_quotations() -> None:
    extract = Extract("some <i>words</i>", locator="12", comment="why")
    text = write([Work("k", "book")], Writing(extracts={"k": [extract]}))
    assert "<cit><quote>some" in text
    assert '<bibl><biblScope unit="page">12</biblScope></bibl></cit>' in text
    reading = collect(tei.items(text))
    assert reading.works == (Work("k", "book"),)
    assert reading.extracts == ((0, extract),)


@pytest.mark.parametrize("source", ["", "x", "<TEI><bibl>x</bibl></TEI>"])
def test_no_tei(source: str) -> None:
    with pytest.raises(SyntaxProblemError):
        collect(tei.items(source))


@settings(deadline=None, max_examples=100)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    how = Writing()
    reading = collect(tei.items(write(works, how)))
    assert reading.works == tuple(works)
    assert reading.problems == ()
    assert {loss.level for loss in how.losses} <= {"kept"}


_NAMES = (
    "analytic monogr series title author editor persName surname imprint date biblScope note cit "
    "quote hi idno extent term respStmt resp"
).split()
trees = st.recursive(
    st.text(max_size=8).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.builds(
        lambda name, kind, parts: f'<{name} type="{kind}" unit="page">{"".join(parts)}</{name}>',
        st.sampled_from(_NAMES),
        st.sampled_from(["main", "keywords", "DOI", "abstract", "issued", "citekit"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=100)
@given(trees)
def test_any_tree_is_read(tree: str) -> None:
    works = collect(tei.items(f"<TEI><biblStruct>{tree}</biblStruct></TEI>")).works
    assert collect(tei.items(write(list(works)))).works == works


def test_meetings_identifiers_and_originals() -> None:
    work = one(
        "<analytic><title level='a'>T</title><idno type='arXiv'>1234.5</idno></analytic><monogr>"
        "<title level='m'>P</title><title type='abbrev'>Pr.</title><idno type='ISBN'>1</idno>"
        "<idno type='ISBN'>2</idno><idno type='eISSN'>1234-5679</idno><meeting>Conference X, "
        "<placeName>Rome</placeName>, <date when='2003-05'>May</date></meeting><imprint>"
        "<pubPlace>L</pubPlace><pubPlace>NY</pubPlace><date notBefore='1990' notAfter='1995'/>"
        "<note type='url'>http://u/</note></imprint></monogr><relatedItem type='original'>"
        "<biblStruct><monogr><title>O</title><imprint><date when='1900'/></imprint></monogr>"
        "</biblStruct></relatedItem>"
    )
    assert dict(work.fields) == {
        "title": "T",
        "container-title": "P",
        "container-title-short": "Pr.",
        "event-title": "Conference X",
        "event-place": "Rome",
        "event-date": Date(DatePoint(2003, 5)),
        "ISBN": "1",
        "ISSN": "1234-5679",
        "publisher-place": "L; NY",
        "issued": Date(DatePoint(1990), DatePoint(1995), range=True, approximate=True),
        "original-title": "O",
        "original-date": Date(DatePoint(1900)),
        "URL": "http://u/",
    }
    assert work.extra == {"arXiv": "1234.5", "isbn": "2"}
