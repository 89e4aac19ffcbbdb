"""CSL-JSON: what is read, what is kept, what is reported."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citekit.errors import Severity, SyntaxProblemError
from citekit.formats import csljson, csljson_registry
from citekit.formats.csljson import citations_from_json, read, work_from_json, work_to_json, write
from citekit.formats.csljson_dates import date_from_json, date_to_json
from citekit.formats.csljson_names import name_from_json, name_to_json
from citekit.model import Citation, Cite, Date, DatePoint, Name, Work
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES, TYPES


def date_of(value: object) -> Date | None:
    return date_from_json(value)[0]


def name_of(**parts: object) -> Name | None:
    return name_from_json({key.replace("_", "-"): value for key, value in parts.items()})[0]


# --- documents ----------------------------------------------------------------

ITEM = {"id": "waltz", "type": "book", "title": "Man, the State and War"}


@pytest.mark.parametrize("document", [[ITEM], ITEM, {"items": [ITEM]}, {"references": [ITEM]}])
def test_every_shape_of_document_holds_the_item(document: object) -> None:
    reading = read(json.dumps(document))
    assert [work.text("title") for work in reading.works] == ["Man, the State and War"]
    assert reading.problems == ()


def test_an_item_with_a_variable_called_references_is_an_item() -> None:
    item = {**ITEM, "references": ["a", "b"]}
    assert [work.id for work in read(json.dumps(item)).works] == ["waltz"]


def test_text_that_is_no_json_names_line_and_column() -> None:
    with pytest.raises(SyntaxProblemError) as caught:
        read('[\n  {"id": }\n]', "refs.json")
    assert (caught.value.where.file, caught.value.where.line, caught.value.where.column) == (
        "refs.json",
        2,
        10,
    )


@pytest.mark.parametrize("depth", [50, 900, 950, 980, 990, 200_000])
def test_json_nested_without_end_is_read_or_refused(depth: int) -> None:
    deep = "[" * depth + '"\\ud800"' + "]" * depth
    document = '[{"id": "a", "type": "book", "x": ' + deep + "}]"
    try:
        works = read(document).works
    except SyntaxProblemError:
        works = ()
    assert bool(works) == (depth == 50) or 900 <= depth < 1000


def test_a_byte_order_mark_does_not_matter() -> None:
    assert read("\ufeff" + json.dumps([ITEM])).works[0].id == "waltz"


def test_what_is_no_item_is_reported_and_the_rest_is_read() -> None:
    reading = read(json.dumps([3, ITEM, "x" * 99]), "r.json")
    assert [work.id for work in reading.works] == ["waltz"]
    assert [problem.code for problem in reading.problems] == ["not-an-item"] * 2
    assert reading.problems[0].where.key == "item 1"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            {"name": "x", "version": "1.0.0", "author": "A", "license": "MIT", "keywords": []},
            "item 1 is no work of CSL-JSON: it has no type, and its keys are others"
            " (author, keywords, license, name, version)",
        ),
        (
            {"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1}]},
            "'FeatureCollection' is no type of CSL 1.0.2, and its keys are others (features, type)",
        ),
        ({"userId": 1, "id": 1, "title": "milk", "completed": False}, "it has no type"),
        ({"type": "map", "layers": []}, "is no work"),
        ({}, "is no work"),
        ({"items": [{"itemType": "book", "title": "T", "creators": []}]}, "Zotero's own items"),
    ],
)
def test_other_objects_are_no_works(value: object, told: str) -> None:
    reading = read(json.dumps(value), "p.json")
    assert reading.works == ()
    (problem,) = reading.problems
    assert (problem.code, problem.where.file) == ("not-an-item", "p.json")
    assert told in problem.message


@pytest.mark.parametrize(
    ("value", "id", "type"),
    [
        ({"type": "book", "title": "T", "name": "x"}, "item-1", "book"),
        ({"id": "a", "title": "T"}, "a", "document"),
        ({"type": "journalArticle", "title": "T", "DOI": "10.1/x", "x": 1}, "item-1", None),
        ({"title": "T", "author": [{"family": "F"}], "x": 1}, "item-1", "document"),
        ([{"id": "c", "uris": [], "itemData": {"type": "book", "title": "T"}}], "c", "book"),
        (
            {"citationItems": [{"id": 7, "itemData": {"id": "I", "type": "book", "title": "T"}}]},
            "I",
            "book",
        ),
        ({"message": {"type": "book", "title": ["T"], "DOI": "10.1/x"}}, None, "book"),
        ({"message": {"items": [{"type": "monograph", "DOI": "10.1/x"}]}}, "10.1/x", "book"),
    ],
)
def test_items_of_programs_are_read(value: object, id: str | None, type: str | None) -> None:
    (work,) = read(json.dumps(value)).works
    assert (id or work.id, type or work.type) == (work.id, work.type)


def test_missing_and_doubled_ids_and_types_are_reported() -> None:
    reading = read(json.dumps([ITEM, ITEM, {"title": "T"}, {"id": 3, "type": "comic"}]))
    assert [work.id for work in reading.works] == ["waltz", "waltz", "item-3", "3"]
    assert [work.type for work in reading.works] == ["book", "book", "document", "comic"]
    assert [p.code for p in reading.problems] == [
        "duplicate-key",
        "missing-id",
        "missing-type",
        "unknown-type",
    ]


def test_written_json_is_readable_and_in_order() -> None:
    work = Work("ä", "book", {"title": "Über <i>x</i>", "volume": "2"}, {"zotero": "1"})
    assert write([work]) == (
        '[\n  {\n    "id": "ä",\n    "type": "book",\n    "title": "Über <i>x</i>",\n'
        '    "volume": "2",\n    "zotero": "1"\n  }\n]\n'
    )


# --- text ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [(2, "2"), (2.0, "2"), (2.5, "2.5"), ("2", "2"), (True, "true"), (["a", "b"], "a, b")],
)
def test_scalars_become_text(value: object, text: str) -> None:
    assert work_from_json({**ITEM, "volume": value}).text("volume") == text


def test_numbers_too_large_for_a_machine_word_keep_their_digits() -> None:
    digits = "9" * 5000
    assert (
        read(f'[{{"id": "a", "type": "book", "volume": {digits}}}]').works[0].text("volume")
        == digits
    )


def test_empty_values_are_absent() -> None:
    work = work_from_json({**ITEM, "volume": "", "issue": None, "author": [], "issued": {}})
    assert set(work.fields) == {"title"}


def test_an_object_where_text_belongs_is_kept_and_reported() -> None:
    problems: list[Any] = []
    item = {**ITEM, "publisher": {"name": "X"}}
    work = work_from_json(item, problems)
    assert [p.code for p in problems] == ["not-a-string"]
    assert read(write([work])).works == (work,)
    assert "X" in work.extra["publisher"]


def test_schema_aliases_are_the_variables_they_name() -> None:
    work = work_from_json({**ITEM, "shortTitle": "Man", "journalAbbreviation": "JCR"})
    assert (work.text("title-short"), work.text("container-title-short")) == ("Man", "JCR")
    both = work_from_json({**ITEM, "shortTitle": "A", "title-short": "B"})
    assert (both.text("title-short"), both.extra) == ("B", {"shortTitle": "A"})


def test_unknown_keys_come_back_out_as_they_were() -> None:
    item = {
        **ITEM,
        "citationKey": "w59",
        "multi": {"_keys": {"title": ["en", 1]}},
        "custom": {"mine": "1"},
    }
    assert work_to_json(work_from_json(item)) == item


def test_an_extra_named_like_a_variable_does_not_overwrite_it() -> None:
    work = Work("a", "thesis", {"title": "T"}, {"type": "PhD thesis", "title": "other"})
    item = work_to_json(work)
    assert (item["type"], item["title"]) == ("thesis", "T")
    assert work_from_json(item) == work


@pytest.mark.parametrize("custom", [5, "x", {"custom": "y"}, {"z": 1, "title": "other"}])
def test_a_custom_value_of_any_kind_survives(custom: object) -> None:
    work = work_from_json({**ITEM, "custom": custom})
    assert read(write([work])).works == (work,)


def test_lone_surrogates_are_replaced_so_that_the_text_can_be_written() -> None:
    work = read(
        '[{"id": "a", "type": "book", "title": "x\\ud800y", "k\\udc00": ["\\ud801"]}]'
    ).works[0]
    write([work]).encode("utf-8")
    assert work.text("title") == "x\ufffdy"
    pair = read('[{"id": "a", "type": "book", "title": "\\ud83d\\ude00"}]').works[0]
    assert pair.text("title") == "😀"


# --- names -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        ("van der Berg", "Jan", Name("Berg", "Jan", non_dropping_particle="van der")),
        ("d'Aubignac", "Abbé", Name("Aubignac", "Abbé", non_dropping_particle="d'")),
        ("de' Medici", "Anna", Name("Medici", "Anna", non_dropping_particle="de' ")),
        ("al-Assad", "Bashar", Name("Assad", "Bashar", non_dropping_particle="al-")),
        ("Humboldt", "Alexander von", Name("Humboldt", "Alexander", "von")),
        ("Aubignac", "François, abbé d'", Name("Aubignac", "François,", "abbé d'")),
        ("Doe", "John, III", Name("Doe", "John", suffix="III")),
        ("Doe", "John,! Jr.", Name("Doe", "John", suffix="Jr.", comma_suffix=True)),
        ("Van Dyke", "Dick", Name("Van Dyke", "Dick")),
        ("hooks", "bell", Name("hooks", "bell")),
        ("boyd", "danah m.", Name("boyd", "danah m.")),
        ('"van Happel"', "Boris", Name("van Happel", "Boris")),
        ("de Gaulle", "", Name("de Gaulle")),
    ],
)
def test_particles_and_suffixes_are_found(family: str, given: str, name: Name) -> None:
    assert name_of(family=family, given=given) == name


def test_given_particles_are_left_alone() -> None:
    name = name_of(family="van Berg", given="Jan de", non_dropping_particle="x", suffix="II")
    assert name == Name("van Berg", "Jan", "de", "x", "II")
    name = name_of(family="de Berg", given="Jan de", dropping_particle="y")
    assert name == Name("Berg", "Jan de", "y", "de")


@pytest.mark.parametrize("switch", [{"parse_names": False}, {"static_particles": 1}])
def test_a_name_can_be_taken_as_it_stands(switch: dict[str, object]) -> None:
    assert name_of(family="van Berg", given="Jan", **switch) == Name("van Berg", "Jan")


@pytest.mark.parametrize("flag", [True, 1, "true"])
def test_an_institution_is_a_literal_name(flag: object) -> None:
    assert name_of(family="NASA", isInstitution=flag) == Name(literal="NASA")
    assert name_of(family="NASA", isInstitution="false") == Name("NASA")


def test_flags_of_names_survive() -> None:
    name = Name("Mao", "Zedong", suffix="Jr.", comma_suffix=True, static_ordering=True)
    assert name_from_json(name_to_json(name)) == (name, ())


def test_odd_names_are_read_and_reported() -> None:
    problems: list[Any] = []
    work = work_from_json(
        {
            **ITEM,
            "author": ["Jane Roe", {}, 7, {"family": "X", "ORCID": "0"}, [1]],
            "editor": {"family": "Y"},
        },
        problems,
    )
    assert work.names("author") == (Name(literal="Jane Roe"), Name(literal="7"), Name("X"))
    assert work.names("editor") == (Name("Y"),)
    assert [(p.severity, p.code) for p in problems] == [
        (Severity.WARNING, "not-a-name"),
        (Severity.WARNING, "not-a-name"),
        (Severity.INFO, "unknown-name-part"),
        (Severity.WARNING, "not-a-name"),
    ]


# --- dates -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2000, 5, 3]]}, Date(DatePoint(2000, 5, 3))),
        ({"date-parts": [["2000", "05", ""]]}, Date(DatePoint(2000, 5))),
        ({"date-parts": [[2000, 0, 7]]}, Date(DatePoint(2000))),
        ({"date-parts": [[-44, 3, 15]]}, Date(DatePoint(-43, 3, 15))),
        ({"date-parts": [[1999, 21]]}, Date(DatePoint(1999, season=1))),
        ({"date-parts": [[1999, 16]]}, Date(DatePoint(1999, season=4))),
        ({"date-parts": [[1999], [2001, 2]]}, Date(DatePoint(1999), DatePoint(2001, 2), True)),
        ({"date-parts": [[1999], [0, 0, 0]]}, Date(DatePoint(1999), None, True)),
        ({"date-parts": [[2000]], "season": 3}, Date(DatePoint(2000, season=3))),
        ({"date-parts": [[2000]], "season": "Winter"}, Date(DatePoint(2000, season=4))),
        ({"date-parts": [[2000]], "circa": 1}, Date(DatePoint(2000), approximate=True)),
        ({"date-parts": [[2000]], "circa": "false"}, Date(DatePoint(2000))),
        ({"literal": "forthcoming"}, Date(literal="forthcoming")),
        ({"raw": "May 3, 2000"}, Date(DatePoint(2000, 5, 3))),
        ({"raw": "2000/2001"}, Date(DatePoint(2000), DatePoint(2001), True)),
        ({"raw": "Bogus", "date-parts": []}, Date(literal="Bogus")),
        ({"year": "1990", "month": 2}, Date(DatePoint(1990, 2))),
        ("1999-05~", Date(DatePoint(1999, 5), approximate=True)),
        (1999, Date(DatePoint(1999))),
        ([[1999, 2]], Date(DatePoint(1999, 2))),
        ([1999, 2], Date(DatePoint(1999, 2))),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [[None]]}, None),
        ({}, None),
        ("", None),
    ],
)
def test_dates(value: object, date: Date | None) -> None:
    assert date_from_json(value) == (date, "")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2000, 45]]}, Date(DatePoint(2000))),
        ({"date-parts": [[2000, 5, 45]]}, Date(DatePoint(2000, 5))),
        ({"date-parts": [["MM", 5], [2]]}, Date(literal="MM-5/2")),
        ({"date-parts": "2000"}, Date(literal="2000")),
        ({"date-parts": [[2000]], "season": "Trinity"}, Date(DatePoint(2000))),
    ],
)
def test_broken_dates_keep_what_can_be_kept_and_say_so(value: object, date: Date) -> None:
    found, problem = date_from_json(value)
    assert found == date
    assert problem
    codes: list[Any] = []
    work_from_json({**ITEM, "issued": value}, codes)
    assert [p.code for p in codes] == ["not-a-date"]


def test_a_season_that_cannot_apply_changes_nothing() -> None:
    assert date_of({"season": 2}) is None
    assert date_of({"date-parts": [[2000, 5]], "season": 2}) == Date(DatePoint(2000, 5))
    assert date_of({"date-parts": [[2000]], "season": ""}) == Date(DatePoint(2000))


# --- round trips -------------------------------------------------------------------

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
names = st.builds(
    Name,
    *[st.text("aB' -,.!\"’é", max_size=8)] * 6,
    st.booleans(),
    st.booleans(),
).filter(lambda name: any([*[getattr(name, slot) for slot in Name._fields]]))
points = st.one_of(
    st.integers(-2000, 9999).map(DatePoint),
    st.builds(
        lambda year, n: DatePoint(year, season=n), st.integers(-2000, 9999), st.integers(1, 4)
    ),
    st.builds(lambda *parts: DatePoint(*parts), st.integers(-2000, 9999), st.integers(1, 12)),
    st.builds(
        lambda *parts: DatePoint(*parts),
        st.integers(-2000, 9999),
        st.integers(1, 12),
        st.integers(1, 28),
    ),
)
dates = st.one_of(
    st.builds(
        lambda *parts: Date(parts[0], None, False, *parts[1:]),
        points,
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "c. 1999"]),
    ),
    st.builds(lambda *ends: Date(*ends, range=True), st.none() | points, points),
    points.map(lambda point: Date(point, range=True)),
    words.map(lambda text: Date(literal=text)),
)
texts = st.sampled_from(sorted(csljson.TEXT_VARIABLES))
fields = st.builds(
    lambda *parts: {key: value for part in parts for key, value in part.items()},
    st.dictionaries(texts, words, max_size=4),
    st.dictionaries(
        st.sampled_from(sorted(NAME_VARIABLES)),
        st.lists(names, min_size=1, max_size=3).map(tuple),
        max_size=2,
    ),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), dates, max_size=2),
)
extras = st.dictionaries(
    words | st.sampled_from(["title", "type", "shortTitle", "note"]),
    words | st.sampled_from(["[1, 2]", "[1,2]", '{"a": null}', "{", "5"]),
    max_size=3,
).filter(lambda extra: "custom" not in extra)
works = st.builds(Work, words, st.sampled_from(sorted(TYPES)), fields, extras)


@given(st.lists(works, max_size=3, unique_by=lambda work: work.id))
def test_what_is_written_is_read_back(written: list[Work]) -> None:
    reading = read(write(written))
    assert reading.works == tuple(written)
    assert reading.problems == ()


@given(points.map(lambda point: Date(point)))
def test_dates_are_read_back(date: Date) -> None:
    assert date_of(date_to_json(date)) == date


SOME_KEYS = [
    *("id", "type", "title", "author", "issued", "custom", "family", "given", "date-parts"),
    *("raw", "season", "circa", "literal", "citationItems", "items", "shortTitle", "year", "x"),
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(SOME_KEYS),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(json_values)
@example({"type": False, "title": [None], "issued": 1, "family": []})
def test_any_json_is_read_and_written_again(value: object) -> None:
    reading = read(json.dumps(value))
    again = read(write(reading.works))
    assert again.works == reading.works


@given(json_values)
def test_any_json_is_citations_or_refused(value: object) -> None:
    try:
        found = citations_from_json(value)
    except SyntaxProblemError:
        return
    assert all(cite.id for citation in found for cite in citation.cites)


# --- citations ---------------------------------------------------------------------


def test_citations_of_citeproc_js() -> None:
    found = citations_from_json(
        [
            {
                "citationID": "c1",
                "citationItems": [
                    {"id": "a", "locator": 12, "label": "chapter", "prefix": "see "},
                    {"id": 7, "suffix": ", n. 3", "suppress-author": True},
                ],
                "properties": {"noteIndex": 4},
            },
            {"citationItems": [{"id": "a", "author-only": True}], "noteIndex": "2"},
            [{"id": "b", "composite": True}, "c"],
        ]
    )
    assert found == (
        Citation(
            (
                Cite("a", "12", "chapter", "see "),
                Cite("7", suffix=", n. 3", mode="suppress-author"),
            ),
            4,
        ),
        Citation((Cite("a", mode="author-only"),), 2),
        Citation((Cite("b", mode="author-in-text"), Cite("c"))),
    )


@pytest.mark.parametrize(
    "wrong", [{}, ["a"], [{"citationItems": 1}], [[{}]], [{"cites": ["a"], "noteIndex": "x"}]]
)
def test_what_is_no_citation_is_named(wrong: object) -> None:
    with pytest.raises(SyntaxProblemError, match="citation"):
        citations_from_json(wrong)


ANSWER: dict[str, Any] = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "type": "journal-article",
        "title": ["On <i>x</i> &amp; y"],
        "subtitle": ["A study"],
        "container-title": ["Journal"],
        "short-container-title": ["J."],
        "ISSN": ["1234-5679", "2234-5679"],
        "author": [
            {"family": "Doe", "given": "J.", "ORCID": "x", "affiliation": [], "sequence": "first"},
            {"name": "The Group", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[None]]},
        "published-print": {"date-parts": [[2001, 2]]},
        "indexed": {"date-parts": [[2020, 1, 1]]},
        "is-referenced-by-count": 3,
        "subject": ["Rats, Inbred", "Mice"],
        "article-number": "e12",
        "abstract": "<jats:p>One</jats:p><jats:p>Two</jats:p>",
        "DOI": "10.1000/1",
        "license": [{"URL": "http://l/", "content-version": "vor"}],
        "publisher": "P",
    },
}


def test_answers_of_crossref() -> None:
    reading = csljson.read(json.dumps(ANSWER))
    assert reading.problems == ()
    (work,) = reading.works
    assert (work.id, work.type, work.extra) == ("10.1000/1", "article-journal", {})
    assert dict(work.fields) == {
        "title": "On <i>x</i> & y: A study",
        "container-title": "Journal",
        "container-title-short": "J.",
        "ISSN": "1234-5679, 2234-5679",
        "author": (Name("Doe", "J."), Name(literal="The Group")),
        "issued": Date(DatePoint(2001, 2)),
        "keyword": "Rats, Inbred; Mice",
        "number": "e12",
        "abstract": "One\nTwo",
        "DOI": "10.1000/1",
        "license": "http://l/",
        "publisher": "P",
    }


def test_answers_of_crossref_about_chapters_and_preprints() -> None:
    chapter = {"type": "book-chapter", "title": ["C"], "container-title": ["Series", "Book"],
               "ISBN": ["http://id.crossref.org/isbn/9783161484100"],
               "event": {"name": "Conf", "start": {"date-parts": [[2003]]}}}  # fmt: skip
    preprint = {"type": "posted-content", "title": ["P"], "posted": {"date-parts": [[2020, 3]]},
                "institution": [{"name": "bioRxiv"}]}  # fmt: skip
    one, two = csljson.read(json.dumps({"message": {"items": [chapter, preprint]}})).works
    assert (one.type, one.text("collection-title"), one.text("container-title")) == (
        "chapter",
        "Series",
        "Book",
    )
    assert (one.text("ISBN"), one.text("event-title")) == ("9783161484100", "Conf")
    assert (two.type, two.text("publisher")) == ("article", "bioRxiv")
    assert two.date("issued") == Date(DatePoint(2020, 3))


def test_every_type_of_crossref_is_one_of_csl() -> None:
    assert csljson_registry.TYPES.keys() == csljson.REGISTRY_TYPES
    assert {*csljson_registry.TYPES.values()} <= TYPES


@given(st.sampled_from([*ANSWER["message"], "event", "institution", "type"]), json_values)
def test_answers_with_values_of_any_kind_are_read(key: str, value: object) -> None:
    message: dict[str, Any] = {**ANSWER["message"], key: value}
    reading = csljson.read(json.dumps([message]))
    assert len(reading.works) == 1
    csljson.write(reading.works)
