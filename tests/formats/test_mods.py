"""MODS: what libraries and bibutils write is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import mods
from citekit.formats.base import Extract, Writing, collect, join_keywords, split_keywords
from citekit.formats.marcroles import variable_of
from citekit.formats.modsmap import GENRES, HOST_GENRES, RESOURCES, ROWS, TITLES, kind_of
from citekit.formats.xmlpath import steps
from citekit.model import Date, DatePoint, Name, Work
from citekit.vocabulary import TYPES as CSL_TYPES
from tests.formats.works import catalogues


def one(record: str) -> Work:
    (work,) = collect(mods.items(f'<mods xmlns="http://www.loc.gov/mods/v3">{record}</mods>')).works
    return work


def write(works: list[Work], how: Writing | None = None) -> str:
    return "".join(mods.pieces(works, how or Writing()))


def test_article_as_bibutils_writes_it() -> None:
    work = one("""
    <titleInfo><nonSort>The</nonSort><title>Rise</title><subTitle>and fall</subTitle></titleInfo>
    <name type="personal"><namePart type="given">J.</namePart><namePart type="given">D.</namePart>
    <namePart type="family">van der Waals</namePart><role><roleTerm authority="marcrelator"
    type="text">author</roleTerm></role></name>
    <name type="corporate"><namePart>WHO</namePart><namePart>Unit</namePart></name>
    <typeOfResource>text</typeOfResource>
    <genre authority="bibutilsgt">journal article</genre>
    <relatedItem type="host"><titleInfo><title>Nature</title></titleInfo>
    <titleInfo type="abbreviated"><title>Nat.</title></titleInfo>
    <originInfo><issuance>continuing</issuance></originInfo>
    <part><date>2001-05</date><detail type="volume"><number>3</number></detail>
    <detail type="issue"><number>4</number></detail>
    <extent unit="page"><start>12</start><end>34</end></extent></part>
    <identifier type="issn">0378-5955</identifier></relatedItem>
    <identifier type="citekey">waals2001</identifier>
    <identifier type="doi">10.1000/x</identifier><identifier type="oclc">77</identifier>
    <location><url dateLastAccessed="2020-02-29">http://x.y/1</url></location>
    <subject><topic>one</topic></subject><subject><topic>two</topic>
    <geographic>Rome</geographic></subject>
    <note>a note</note><note type="bibliography">p. 3</note>
    """)
    assert (work.id, work.type) == ("waals2001", "article-journal")
    assert dict(work.fields) == {
        "title": "The Rise: and fall",
        "author": (
            Name("Waals", "J. D.", non_dropping_particle="van der"),
            Name(literal="WHO: Unit"),
        ),
        "container-title": "Nature",
        "container-title-short": "Nat.",
        "issued": Date(DatePoint(2001, 5)),
        "volume": "3",
        "issue": "4",
        "page": "12-34",
        "ISSN": "0378-5955",
        "DOI": "10.1000/x",
        "URL": "http://x.y/1",
        "accessed": Date(DatePoint(2020, 2, 29)),
        "keyword": "one, two",
        "annote": "a note\n\n* * *\n\nbibliography: p. 3",
    }
    assert work.extra == {"oclc": "77", "subject geographic": "Rome"}


def test_chapter() -> None:
    work = one("""
    <titleInfo><title>T</title></titleInfo><genre>book chapter</genre>
    <relatedItem type="host"><titleInfo><title>B</title><partNumber>2</partNumber>
    <partName>P</partName></titleInfo>
    <name type="personal"><namePart>Roe, Ann, 1901-1990.</namePart>
    <role><roleTerm type="code">edt</roleTerm></role></name>
    <name><namePart type="family">Poe</namePart><role><roleTerm>author</roleTerm></role></name>
    <originInfo><place><placeTerm type="code">nyu</placeTerm></place>
    <place><placeTerm type="text">New York</placeTerm></place><publisher>P</publisher>
    <dateIssued encoding="marc" point="start">1999</dateIssued>
    <dateIssued encoding="marc" point="end">2001</dateIssued></originInfo>
    <identifier type="isbn">0-8014-8639-4 (pbk.)</identifier>
    <relatedItem type="series"><titleInfo><title>S</title></titleInfo></relatedItem>
    </relatedItem>""")
    assert work == Work(
        "",
        "chapter",
        {
            "title": "T",
            "container-title": "B. 2: P",
            "collection-title": "S",
            "editor": (Name("Roe", "Ann"),),
            "container-author": (Name("Poe"),),
            "issued": Date(DatePoint(1999), DatePoint(2001), range=True),
            "publisher": "P",
            "publisher-place": "New York",
            "ISBN": "0-8014-8639-4",
        },
        {},
    )


@pytest.mark.parametrize(
    ("record", "csl"),
    [
        ("<genre authority='marcgt'>thesis</genre>", "thesis"),
        ("<genre authority='local'>bookSection</genre>", "chapter"),
        ("<genre>nonsense</genre><typeOfResource>cartographic</typeOfResource>", "map"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"),
        ("<originInfo><issuance>serial</issuance></originInfo>", "periodical"),
        ("<genre authority='marcgt'>dictionary</genre>", "book"),
        ("", "document"),
        (
            "<relatedItem type='host'><originInfo><issuance>continuing</issuance></originInfo>"
            "</relatedItem>",
            "article-journal",
        ),
    ],
)
def test_types(record: str, csl: str) -> None:
    assert one(record).type == csl


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<dateIssued>c1999</dateIssued>", Date(DatePoint(1999))),
        ("<dateIssued>[ca. 1999]</dateIssued>", Date(DatePoint(1999), approximate=True)),
        ("<dateIssued qualifier='questionable'>1999</dateIssued>",
         Date(DatePoint(1999), uncertain=True)),
        ("<dateIssued>1998-]</dateIssued>", Date(DatePoint(1998), range=True)),
        ("<dateIssued>-1988</dateIssued>", Date(None, DatePoint(1988), range=True)),
        ("<dateIssued encoding='marc' point='start'>1998</dateIssued>"
         "<dateIssued encoding='marc' point='end'>9999</dateIssued>",
         Date(DatePoint(1998), range=True)),
        ("<dateIssued>soon</dateIssued><dateIssued encoding='w3cdtf'>1999-02-03</dateIssued>",
         Date(DatePoint(1999, 2, 3))),
        ("<copyrightDate>2001</copyrightDate>", Date(DatePoint(2001))),
        ("<dateIssued>soon</dateIssued>", Date(literal="soon")),
    ],
)  # fmt: skip
def test_dates(dates: str, date: Date) -> None:
    assert one(f"<originInfo>{dates}</originInfo>").date("issued") == date


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("<namePart>Doe, Jane [1848-1914]</namePart>", Name("Doe", "Jane")),
        ("<namePart>Doe, Jane,</namePart><namePart type='date'>1848-</namePart>",
         Name("Doe", "Jane")),
        ("<namePart>Jane Doe</namePart>", Name("Doe", "Jane")),
        ("<displayForm>Doe, J.</displayForm>", Name("Doe", "J.")),
        ("<namePart type='given'>Jane</namePart>", Name(given="Jane")),
    ],
)  # fmt: skip
def test_names(name: str, read: Name) -> None:
    assert one(f"<name type='personal'>{name}</name>").names("author") == (read,)


def test_roles() -> None:
    assert variable_of("edt") == "editor"
    assert variable_of("http://id.loc.gov/vocabulary/relators/trl") == "translator"
    assert variable_of("Herausgeber") == "editor"
    assert variable_of("bookbinder") == ""


def test_tables() -> None:
    assert {*GENRES.values(), *HOST_GENRES.values(), *RESOURCES.values()} <= CSL_TYPES
    for csl in CSL_TYPES:
        assert GENRES[kind_of(csl).genre] == csl
    for row in ROWS:
        assert all(steps(path)[0] for path in (row.path, *row.also))
    assert all(steps(path)[0] for path in TITLES.values())


def test_output() -> None:
    work = Work(
        "doe2001",
        "chapter",
        {
            "title": "T & U",
            "author": (Name("Doe", "Jane"),),
            "editor": (Name(literal="WHO"),),
            "container-title": "B",
            "issued": Date(DatePoint(2001, 5)),
            "page": "1-2",
            "dimensions": "big",
        },
    )
    how = Writing()
    text = write([work], how)
    assert (
        '<mods version="3.7" ID="doe2001"><titleInfo><title>T &amp; U</title></titleInfo>' in text
    )
    assert (
        '<namePart type="family">Doe</namePart><namePart type="given">Jane</namePart>'
        '<role><roleTerm type="code" authority="marcrelator">aut</roleTerm>'
        '<roleTerm type="text" authority="marcrelator">author</roleTerm></role>' in text
    )
    assert '<dateIssued encoding="w3cdtf" keyDate="yes">2001-05</dateIssued>' in text
    assert '<extent unit="pages"><start>1</start><end>2</end></extent>' in text
    assert [(loss.field, loss.level) for loss in how.losses] == [("dimensions", "kept")]
    assert collect(mods.items(text)).works == (work,)


def test_extracts() -> None:
    extract = Extract("some words", locator="12")
    text = write([Work("k", "book")], Writing(extracts={"k": [extract]}))
    reading = collect(mods.items(text))
    assert reading.works == (Work("k", "book"),)
    assert reading.extracts == ((0, extract),)


@pytest.mark.parametrize("source", ["", "x", "<html/>", b"\x00", "<a>&b;</a>"])
def test_no_mods(source: str | bytes) -> None:
    with pytest.raises(SyntaxProblemError):
        collect(mods.items(source))


@pytest.mark.parametrize("words", [["a", "b"], ["a, b"], ["a, b", "c"], []])
def test_keywords(words: list[str]) -> None:
    assert split_keywords(join_keywords(words)) == words


@settings(deadline=None, max_examples=100)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    how = Writing()
    reading = collect(mods.items(write(works, how)))
    assert reading.works == tuple(works)
    assert reading.problems == ()
    assert {loss.level for loss in how.losses} <= {"kept"}


_NAMES = (
    "titleInfo title name namePart role originInfo dateIssued relatedItem part detail number "
    "extent start note identifier subject topic language physicalDescription extension kept"
).split()
trees = st.recursive(
    st.text(max_size=8).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.builds(
        lambda name, kind, parts: f'<{name} type="{kind}">{"".join(parts)}</{name}>',
        st.sampled_from(_NAMES),
        st.sampled_from(["host", "series", "volume", "isbn", "personal", "start"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=100)
@given(trees)
def test_any_tree_is_read(tree: str) -> None:
    works = collect(mods.items(f"<mods>{tree}</mods>")).works
    assert collect(mods.items(write(list(works)))).works == works


def test_details_without_a_number_element() -> None:
    part = "<detail type='volume'>3</detail><detail type='issue'><title>Spring</title></detail>"
    work = one(f"<relatedItem type='host'><part>{part}</part></relatedItem>")
    assert (work.text("volume"), work.text("issue")) == ("3", "Spring")


def test_elements_nobody_knows_are_extra() -> None:
    work = one("<targetAudience>adult</targetAudience><relatedItem type='succeeding'><titleInfo>"
               "<title>T</title></titleInfo></relatedItem>")  # fmt: skip
    assert work.extra == {"targetAudience": "adult", "related succeeding": "T"}


HOSTED = "<relatedItem type='host'><titleInfo><title>H</title></titleInfo>{}</relatedItem>"


@pytest.mark.parametrize(
    ("inner", "csl_type"),
    [
        ("<genre>poetry</genre>", "book"),
        ("<genre authority='marcgt'>Technical drawing</genre>", "figure"),
        ("<genre>index</genre><originInfo><issuance>serial</issuance></originInfo>", "periodical"),
        ("<genre>essay</genre>" + HOSTED.format("<part><detail type='issue'/></part>"),
         "article-journal"),
        ("<genre>essay</genre>" + HOSTED.format("<part><extent><start>1</start></extent></part>"),
         "chapter"),
        ("<genre>book</genre>" + HOSTED.format(""), "book"),
    ],
)  # fmt: skip
def test_genres_of_content_leave_the_type_to_the_host(inner: str, csl_type: str) -> None:
    assert one(f"<typeOfResource>text</typeOfResource>{inner}").type == csl_type


def test_a_text_in_manuscript() -> None:
    assert one("<typeOfResource manuscript='yes'>text</typeOfResource>").type == "manuscript"


def test_titles_names_and_subjects_of_other_kinds_are_kept() -> None:
    work = one(
        "<titleInfo altRepGroup='1'><title>Saeng</title></titleInfo>"
        "<titleInfo altRepGroup='1'><title>생</title></titleInfo>"
        "<titleInfo type='translated'><title>Life</title></titleInfo>"
        "<titleInfo type='uniform'><title>Works</title></titleInfo>"
        "<name type='personal' altRepGroup='2'><namePart>Yi, Sang</namePart></name>"
        "<name type='personal' altRepGroup='2'><namePart>이상</namePart></name>"
        "<name><etal/></name>"
        "<originInfo><dateCaptured>2003</dateCaptured></originInfo>"
        "<subject><hierarchicalGeographic><country>Korea</country><city>Seoul</city>"
        "</hierarchicalGeographic></subject>"
        "<subject><name><namePart>Yi, Sang</namePart></name></subject>"
        "<relatedItem type='constituent'><titleInfo><title>A</title></titleInfo></relatedItem>"
        "<relatedItem type='constituent'><titleInfo><title>B</title></titleInfo></relatedItem>"
    )
    assert work.names("author") == (Name("Yi", "Sang"), Name(literal="others"))
    assert work.text("title") == "Saeng"
    assert split_keywords(work.text("keyword")) == ["Yi, Sang"]
    assert work.extra == {
        "titleaddon": "생",
        "translated-title": "Life",
        "uniformtitle": "Works",
        "name in another script": "이상",
        "dateCaptured": "2003",
        "subject hierarchicalGeographic": "Korea--Seoul",
        "related constituent": "A; B",
    }


@pytest.mark.parametrize(
    ("record", "variable", "value"),
    [
        (
            '<genre>book chapter</genre><relatedItem type="host"><originInfo><place><placeTerm>Bonn'
            "</placeTerm></place></originInfo></relatedItem>",
            "publisher-place",
            "Bonn",
        ),
        ("<originInfo><publisher>The House,</publisher></originInfo>", "publisher", "The House"),
        (
            "<typeOfResource>moving image</typeOfResource><physicalDescription><extent>2 "
            "videocassettes (119 min.)</extent></physicalDescription>",
            "dimensions",
            "119 min.",
        ),
        (
            '<genre>thesis</genre><name type="corporate"><namePart>A School</namePart><role>'
            "<roleTerm>degree grantor</roleTerm></role></name>",
            "publisher",
            "A School",
        ),
    ],
)
def test_what_catalogues_write(record: str, variable: str, value: str) -> None:
    assert one(f"<titleInfo><title>T</title></titleInfo>{record}").text(variable) == value


@pytest.mark.parametrize(
    ("genre", "csl_type"),
    [
        ("photographs", "graphic"),
        ("letters (correspondence)", "personal_communication"),
        ("thesis or dissertation", "thesis"),
    ],
)
def test_genres_of_thesauri(genre: str, csl_type: str) -> None:
    record = f"<titleInfo><title>T</title></titleInfo><genre>{genre}</genre>"
    assert one(record).type == csl_type
