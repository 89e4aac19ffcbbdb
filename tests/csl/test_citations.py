"""Citations: positions, disambiguation, collapsing, sorting, modes, problems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import csl
from citekit.errors import StyleError
from citekit.model import Citation, Cite, Date, DatePoint, Name, Work
from tests.csl.helpers import NS, cited, date, entries, locales, names, run, style, text, work

AUTHOR = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
AUTHOR_DATE = f'<group delimiter=" ">{AUTHOR}{YEAR}</group>'
PAREN = 'prefix="(" suffix=")" delimiter="; "'


def doe(key: str, year: int = 2000, who: str = "John Doe", **fields: object) -> Work:
    return work(key, author=names(*who.split(" & ")), issued=date(year), **fields)


# --- positions ------------------------------------------------------------------------

POSITIONS = "".join(
    f'<choose><if position="{name}"><text value="{name} "/></if></choose>'
    for name in ("first", "subsequent", "ibid", "ibid-with-locator", "near-note")
)


@pytest.mark.parametrize(
    ("citations", "wanted"),
    [
        (["a", "a"], "subsequent ibid near-note"),
        (["a", "b", "a"], "subsequent near-note"),
        (["a", Cite("a", "3")], "subsequent ibid ibid-with-locator near-note"),
        ([Cite("a", "3"), Cite("a", "3")], "subsequent ibid near-note"),
        ([Cite("a", "3"), "a"], "subsequent near-note"),
        ([["a", "b"], "a"], "subsequent near-note"),
        ([["a", "a"]], "first subsequent ibid near-note"),
        (["a", "b", "b", "b", "b", "b", "b", "a"], "subsequent"),
        (["a"], "first"),
        ([], ""),
    ],
)
def test_positions(citations: list[object], wanted: str) -> None:
    got = cited(style(POSITIONS), [work("a"), work("b")], *citations)
    assert (got[-1].strip() if got else "") == wanted


def test_the_distance_of_near_notes_and_the_first_note() -> None:
    layout = (
        '<choose><if position="near-note"><text value="near"/></if><else-if position="subsequent">'
        '<text variable="first-reference-note-number" prefix="n. "/></else-if>'
        "<else><text variable='title'/></else></choose>"
    )
    the_style = style(layout, options='near-note-distance="1"', style_options='class="note"')
    works = [work("a", title="A"), work("b", title="B")]
    assert cited(the_style, works, "b", "a", "b", "b") == ["B", "A", "n. 1", "near"]


def test_ibid_at_the_start_of_a_note_is_capitalised() -> None:
    layout = (
        '<choose><if position="ibid"><text term="ibid"/></if>'
        '<else><text value="x"/></else></choose>'
    )
    note = style(layout, style_options='class="note"')
    prefixed = [Cite("a", prefix="See")]
    assert cited(note, [work()], "a", "a", prefixed) == ["x", "Ibid.", "See ibid."]
    assert cited(style(layout), [work()], "a", "a") == ["x", "ibid."]


# --- disambiguation ----------------------------------------------------------------------


def test_year_suffixes() -> None:
    the_style = style(
        AUTHOR_DATE, bibliography=AUTHOR_DATE, options='disambiguate-add-year-suffix="true"'
    )
    works = [doe("a"), doe("b"), doe("c", 2001)]
    assert cited(the_style, works, "b", "a", "c") == ["Doe 2000a", "Doe 2000b", "Doe 2001"]
    assert entries(the_style, works) == ["Doe 2000a", "Doe 2000b", "Doe 2001"]


def test_year_suffixes_where_the_style_puts_them() -> None:
    layout = AUTHOR + '<text variable="year-suffix" prefix="-"/>' + YEAR
    the_style = style(layout, options='disambiguate-add-year-suffix="true"')
    assert cited(the_style, [doe("a"), doe("b")], "a") == ["Doe-a2000"]


def test_many_year_suffixes() -> None:
    the_style = style(AUTHOR_DATE, options='disambiguate-add-year-suffix="true"')
    works = [doe(f"k{i}") for i in range(28)]
    assert cited(the_style, works, "k27") == ["Doe 2000a"]
    assert cited(the_style, works, *(w.id for w in works))[25:] == [
        "Doe 2000z",
        "Doe 2000aa",
        "Doe 2000ab",
    ]


def test_more_names() -> None:
    the_style = style(
        AUTHOR_DATE,
        options='disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"',
    )
    works = [doe("a", who="A Doe & B Roe & C Poe"), doe("b", who="A Doe & D Noe & C Poe")]
    assert cited(the_style, works, "a", "b") == ["Doe, Roe, et al. 2000", "Doe, Noe, et al. 2000"]
    same = [doe("a", who="A Doe & B Roe"), doe("b", who="A Doe & B Roe")]
    assert cited(the_style, same, "a") == ["Doe et al. 2000"]


@pytest.mark.parametrize(
    ("rule", "people", "wanted"),
    [
        ("by-cite", ("John Doe", "Jane Doe"), ["John Doe 2000", "Jane Doe 2000"]),
        ("all-names", ("John Doe", "Adam Doe"), ["J. Doe 2000", "A. Doe 2000"]),
        ("all-names", ("John Doe", "Jane Doe"), ["John Doe 2000", "Jane Doe 2000"]),
        ("all-names-with-initials", ("John Doe", "Jane Doe"), ["Doe 2000", "Doe 2000"]),
        (
            "primary-name",
            ("John Doe & A Roe", "Jane Doe & B Roe"),
            ["John Doe, Roe 2000", "Jane Doe, Roe 2000"],
        ),
    ],
)
def test_given_names(rule: str, people: tuple[str, str], wanted: list[str]) -> None:
    layout = (
        '<group delimiter=" "><names variable="author"><name form="short" initialize-with=". "/>'
        f"</names>{YEAR}</group>"
    )
    the_style = style(
        layout,
        options=f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"',
    )
    works = [doe("a", who=people[0]), doe("b", who=people[1])]
    assert cited(the_style, works, "a", "b") == wanted


def test_names_and_given_names_together() -> None:
    layout = (
        f'<group delimiter=" "><names variable="author"><name form="short"/></names>{YEAR}</group>'
    )
    the_style = style(
        layout,
        options='disambiguate-add-names="true" disambiguate-add-givenname="true"'
        ' et-al-min="3" et-al-use-first="1"',
    )
    works = [doe("a", who="A Doe & Bo Roe & C Poe"), doe("b", who="A Doe & Bea Roe & C Poe")]
    assert cited(the_style, works, "a", "b") == [
        "Doe, Bo Roe, et al. 2000",
        "Doe, Bea Roe, et al. 2000",
    ]


SHORT = (
    '<group delimiter=" "><names variable="author"><name form="short" initialize-with=". "/>'
    f"</names>{YEAR}</group>"
)


def test_a_set_of_cites_takes_steps_together() -> None:
    options = (
        'disambiguate-add-names="true" disambiguate-add-givenname="true" '
        'et-al-min="3" et-al-use-first="1"'
    )
    works = [
        doe("a", who="Al Doe & B Roe & C Poe"),
        doe("b", who="Al Doe & D Noe & E Poe"),
        doe("c", who="Zoe Doe & F Moe & G Poe"),
        doe("d", who="Al Doe & B Roe & H Poe"),
    ]
    assert cited(style(SHORT, options=options), works, "a", "b", "c", "d") == [
        "A. Doe, Roe, C. Poe 2000",
        "A. Doe, Noe, et al. 2000",
        "Z. Doe et al. 2000",
        "A. Doe, Roe, H. Poe 2000",
    ]


def test_given_names_of_every_name_that_is_shown() -> None:
    works = [doe("a", who="J Doe & A Roe"), doe("b", who="J Doe & B Roe")]
    got = cited(style(SHORT, options='disambiguate-add-givenname="true"'), works, "a", "b")
    assert got == ["Doe, A. Roe 2000", "Doe, B. Roe 2000"]


def test_year_suffixes_run_within_what_looks_the_same() -> None:
    options = 'disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
    people = ["John Doe", "John Doe", "Adam Doe", "Adam Doe", "Beth Doe"]
    works = [doe(key, who=who) for key, who in zip("abcde", people, strict=True)]
    got = cited(style(SHORT, options=options), works, *"abcde")
    assert got == ["J. Doe 2000a", "J. Doe 2000b", "A. Doe 2000a", "A. Doe 2000b", "B. Doe 2000"]


def test_names_in_sort_keys_are_compared_and_only_first_ones_expanded() -> None:
    rule = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"'
    works = [
        doe("a", who="John Doe & Ann Roe"),
        doe("b", who="Eve Poe", editor=names("Adam Doe")),
        doe("c", who="Bea Roe"),
        doe("d", who="Ann Roe"),
    ]
    plain = style(SHORT, bibliography=SHORT, options=rule)
    assert cited(plain, works, "a") == ["Doe, Roe 2000"]
    sort = '<sort><key variable="author"/><key variable="editor"/></sort>'
    sorted_by_editor = style(SHORT, bibliography=SHORT, options=rule, sort=sort)
    assert cited(sorted_by_editor, works, "a") == ["J. Doe, Roe 2000"]


def test_the_disambiguate_condition_one_after_the_other() -> None:
    layout = AUTHOR + "".join(
        f'<choose><if disambiguate="true"><text variable="{name}" prefix=", "/></if></choose>'
        for name in ("title", "edition")
    )
    works = [
        doe("a", title="One", edition="1"),
        doe("b", title="Two", edition="2"),
        doe("c", title="Three", edition="3"),
        doe("d", title="Three", edition="4"),
        doe("e", who="A Roe", title="Alone"),
    ]
    got = cited(style(layout), works, "a", "b", "c", "d", "e")
    assert got == ["Doe, One", "Doe, Two", "Doe, Three, 3", "Doe, Three, 4", "Roe"]


# --- collapsing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "keys", "wanted"),
    [
        ('collapse="year"', "abc", "(Doe 2000a; 2000b; 2001)"),
        ('collapse="year" cite-group-delimiter=", "', "abc", "(Doe 2000a, 2000b, 2001)"),
        ('collapse="year-suffix" cite-group-delimiter=", "', "abc", "(Doe 2000a, b, 2001)"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "abc", "(Doe 2000a,b; 2001)"),
        ('collapse="year-suffix-ranged" cite-group-delimiter=", "', "abdc", "(Doe 2000a–c, 2001)"),
        ('collapse="year" after-collapse-delimiter=" | "', "abr", "(Doe 2000a; 2000b | Roe 1999)"),
        ('cite-group-delimiter=", "', "acr", "(Doe 2000a, Doe 2001; Roe 1999)"),
        ("", "ar", "(Doe 2000a; Roe 1999)"),
    ],
)
def test_collapsing_years(options: str, keys: str, wanted: str) -> None:
    the_style = style(
        AUTHOR_DATE,
        options='disambiguate-add-year-suffix="true" ' + options,
        citation_layout=PAREN,
    )
    works = [doe(k) for k in "abd"] + [doe("c", 2001), doe("r", 1999, "Jane Roe")]
    assert cited(the_style, works, list(keys)) == [wanted]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("abc", "[1]–[3]"),
        ("ab", "[1], [2]"),
        ("acd", "[1], [3], [4]"),
        ("abde", "[1], [2], [4], [5]"),
        ("bcde", "[2]–[5]"),
    ],
)
def test_collapsing_numbers(keys: str, wanted: str) -> None:
    layout = '<text variable="citation-number" prefix="[" suffix="]"/>'
    the_style = style(
        layout,
        options='collapse="citation-number"',
        citation_layout='delimiter=", "',
        citation_sort='<sort><key variable="citation-number"/></sort>',
    )
    works = [work(key) for key in "abcde"]
    got = cited(the_style, works, list("abcde"), list(reversed(keys)))
    assert got == ["[1]–[5]", wanted]


def test_a_cite_with_a_locator_is_not_collapsed() -> None:
    layout = '<text variable="citation-number"/><text variable="locator" prefix=":"/>'
    the_style = style(layout, options='collapse="citation-number"', citation_layout='delimiter=","')
    works = [work(key) for key in "abc"]
    assert cited(the_style, works, ["a", Cite("b", "7"), "c"]) == ["1,2:7,3"]


# --- sorting -------------------------------------------------------------------------------


def bib(sort: str, *works: Work) -> str:
    the_style = style(
        "<text variable='title'/>",
        bibliography='<text variable="title"/>',
        sort=f"<sort>{sort}</sort>",
        macros='<macro name="by">' + AUTHOR_DATE + "</macro>",
    )
    return "".join(entries(the_style, list(works)))


def test_sorting() -> None:
    a = doe("a", 2001, title="A")
    b = doe("b", 1999, title="B")
    c = doe("c", -50, "Ann Ángel", title="C")
    d = work("d", title="D")
    assert bib('<key variable="title" sort="descending"/>', a, b, c) == "CBA"
    assert bib('<key variable="issued"/>', a, b, c, d) == "CBAD"
    assert bib('<key variable="issued" sort="descending"/>', a, d, b, c) == "ABCD"
    assert bib('<key variable="author"/><key variable="issued"/>', a, b, c, d) == "CBAD"
    assert bib('<key macro="by"/>', a, b, c, d) == "CBAD"
    assert bib('<key macro="by" names-min="1" names-use-first="1"/>', d, a, b) == "BAD"


def test_sorting_passes_over_case_accents_and_quotes() -> None:
    titles = ["éb", "Ea", '"ec"', "(ed", "e-z"]
    works = [work(str(i), title=t) for i, t in enumerate(titles)]
    the_style = style(
        "<text value='x'/>",
        bibliography='<text variable="title"/>',
        sort='<sort><key variable="title"/></sort>',
    )
    assert entries(the_style, works) == ["Ea", "éb", "“ec”", "(ed", "e-z"]


def test_ranges_and_seasons_sort() -> None:
    spring = work("s", title="S", issued=Date(start=DatePoint(2000, season=1)))
    may = work("m", title="M", issued=date(2000, 5))
    open_end = work("o", title="O", issued=Date(start=DatePoint(2000, 5), range=True))
    span = work(
        "r", title="R", issued=Date(start=DatePoint(2000, 5), end=DatePoint(2001), range=True)
    )
    assert bib('<key variable="issued"/>', open_end, span, may, spring) == "SMRO"


def test_numbers_follow_the_order_of_citing_or_of_the_bibliography() -> None:
    number = '<text variable="citation-number"/>'
    works = [work("a", title="Z"), work("b", title="Y")]
    assert cited(style(number), works, "b", "a") == ["1", "2"]
    sorted_style = style(
        number, bibliography='<text variable="title"/>', sort='<sort><key variable="title"/></sort>'
    )
    assert cited(sorted_style, works, "a", "b") == ["2", "1"]
    descending = style(
        number,
        bibliography=number,
        sort='<sort><key variable="citation-number" sort="descending"/></sort>',
    )
    assert entries(descending, works) == ["2", "1"]


# --- modes, affixes, problems -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [
        ("normal", "(Doe 2000)"),
        ("suppress-author", "(2000)"),
        ("author-only", "Doe"),
        ("author-in-text", "Doe (2000)"),
    ],
)
def test_modes(mode: str, wanted: str) -> None:
    the_style = style(AUTHOR_DATE, citation_layout=PAREN)
    assert cited(the_style, [doe("a")], Cite("a", mode=mode)) == [wanted]  # type: ignore[arg-type]


def test_the_narrative_of_a_work_without_names_is_its_title() -> None:
    layout = (
        '<group delimiter=" "><names variable="author"><substitute><text variable="title"/>'
        f"</substitute></names>{YEAR}</group>"
    )
    the_style = style(layout, citation_layout=PAREN)
    the_work = work(title="T", issued=date(2000))
    assert cited(the_style, [the_work], Cite("a", mode="author-in-text")) == ["T (2000)"]
    assert cited(the_style, [the_work], Cite("a", mode="suppress-author")) == ["(2000)"]
    assert cited(the_style, [], Cite("q", mode="author-in-text")) == ["([q?])"]


def test_affixes_of_cites() -> None:
    the_style = style(AUTHOR_DATE, citation_layout=PAREN)
    works = [doe("a"), doe("b", who="A Roe")]
    got = cited(
        the_style,
        works,
        [Cite("a", prefix="see", suffix="for <i>one</i>"), Cite("b", prefix=", and ")],
        [Cite("a", suffix=", who says so,"), "b"],
    )
    assert got == [
        "(see Doe 2000 for <i>one</i>, and Roe 2000)",
        "(Doe 2000, who says so, Roe 2000)",
    ]


def test_a_cite_of_no_work_shows_and_is_a_problem() -> None:
    result = run(style(AUTHOR_DATE), [doe("a")], ["a", "nope"], uncited=["gone"])
    assert text(result.citations[0]) == "Doe 2000[nope?]"
    assert [(p.code, p.where.key, p.severity) for p in result.problems] == [
        ("unknown-item", "gone", "error"),
        ("unknown-item", "nope", "error"),
    ]


def test_a_cite_with_nothing_to_print_is_empty_and_a_problem() -> None:
    the_style = style(AUTHOR, citation_layout=PAREN, bibliography=AUTHOR)
    result = run(the_style, [work("a"), doe("b")], "a", ["a", "b"])
    assert [text(t) for t in result.citations] == ["", "(Doe)"]
    codes = [(p.code, p.where.key) for p in result.problems]
    assert codes == [("empty-cite", "a"), ("empty-cite", "a"), ("empty-entry", "a")]


def test_the_bibliography_lists_what_is_asked_for() -> None:
    the_style = style(AUTHOR, bibliography=AUTHOR)
    works = [doe("a"), doe("b", who="A Roe"), doe("c", who="A Poe")]
    assert entries(the_style, works, "c", uncited=()) == ["Poe"]
    assert entries(the_style, works, "c", uncited=["a"]) == ["Poe", "Doe"]
    assert entries(the_style, works, "c") == ["Poe", "Doe", "Roe"]
    assert run(the_style, works, bibliography=False).bibliography is None
    assert run(style(AUTHOR), works).bibliography is None


# --- locales -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [("fr-FR", "et"), ("fr-CA", "et"), ("fr", "et"), ("xx", "and"), (None, "and")],
)
def test_locale_fallback(asked: str | None, wanted: str) -> None:
    assert cited(style('<text term="and"/>'), [work()], "a", locale=asked) == [wanted]


def test_terms_of_the_style_win_by_how_near_they_are() -> None:
    locale = (
        '<locale><terms><term name="and">0</term><term name="in">0</term></terms></locale>'
        '<locale xml:lang="en"><terms><term name="and">1</term></terms></locale>'
        '<locale xml:lang="de"><terms><term name="in">9</term></terms></locale>'
    )
    layout = '<text term="and"/><text term="in"/><text term="page" form="symbol"/>'
    assert cited(style(layout, locale=locale), [work()], "a") == ["10p."]


def test_processing_without_any_locale() -> None:
    the_style = style(AUTHOR_DATE + '<text variable="title" quotes="true"/>')
    result = csl.process(
        the_style, [doe("a", title="T")], [Citation((Cite("a"),))], locales=lambda _: None
    )
    assert text(result.citations[0]) == "Doe 2000“T”"


# --- parsing ------------------------------------------------------------------------------------

BAD_STYLES = {
    "not xml": "<style",
    "a locale": f"<locale {NS}/>",
    "no citation": f"<style {NS}/>",
    "no layout": f"<style {NS}><citation/></style>",
    "text of nothing": f"<style {NS}><citation><layout><text/></layout></citation></style>",
    "no variable": f"<style {NS}><citation><layout><number/></layout></citation></style>",
    "no macro": f'<style {NS}><citation><layout><text macro="m"/></layout></citation></style>',
    "no condition": f"<style {NS}><citation><layout><choose><if/></choose></layout>"
    "</citation></style>",
    "empty key": f"<style {NS}><citation><sort><key/></sort><layout/></citation></style>",
    "a loop": f'<style {NS}><macro name="a"><text macro="b"/></macro><macro name="b">'
    '<group><text macro="a"/></group></macro><citation><layout/></citation></style>',
    "deep groups": f"<style {NS}><citation><layout>" + "<group>" * 500,
    "deep macros": f"<style {NS}>"
    + "".join(f'<macro name="m{i}"><text macro="m{i + 1}"/></macro>' for i in range(500))
    + '<macro name="m500"/><citation><layout/></citation></style>',
    "runaway macros": f"<style {NS}>"
    + "".join(
        f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>'
        for i in range(40)
    )
    + '<macro name="m40"/><citation><layout/></citation></style>',
    "entities": '<!DOCTYPE x [<!ENTITY a "b">]><style/>',
    "external": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><style>&a;</style>',
}


@pytest.mark.parametrize("name", BAD_STYLES)
def test_broken_styles_are_located_errors(name: str) -> None:
    with pytest.raises(StyleError) as caught:
        csl.parse_style(BAD_STYLES[name], "x.csl")
    assert caught.value.where.file == "x.csl"
    assert caught.value.where.line


def test_broken_bytes_and_locales() -> None:
    with pytest.raises(StyleError):
        csl.parse_style(b"\xff\xfe\x00")
    with pytest.raises(StyleError, match="not a CSL locale"):
        csl.parse_locale(f"<style {NS}/>")


def test_what_is_not_supported_is_a_problem() -> None:
    made = csl.parse_style(
        f'<style {NS} version="1.0" wrong="1"><intext/><info><title>T</title></info>'
        '<citation><layout><text value="a" font-style="wavy" text-case="x" display="y"/>'
        '<institution/><names variable="author"><institution/><name><x/></name></names>'
        '<date variable="issued"><x/></date><choose><x/><if position="far"/></choose></layout>'
        '<layout locale="fr"/><x/></citation></style>'
    )
    codes = [p.code for p in made.problems]
    assert codes.count("unsupported-element") == 8
    assert codes.count("unsupported-value") == 4
    assert codes.count("unsupported-attribute") == 1
    assert all(p.where.line for p in made.problems)
    assert run(made, []).problems == made.problems


def test_a_dependent_style_names_its_parent_and_cannot_be_used() -> None:
    made = csl.parse_style(
        f"<style {NS}><info><id>i</id><title>T</title>"
        '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>'
    )
    assert (made.id, made.title, made.parent) == ("i", "T", "apa")
    with pytest.raises(StyleError, match="depends on 'apa'"):
        csl.process(made, [], [], locales=locales)


# --- whatever comes in --------------------------------------------------------------

_TEXT = st.text(
    alphabet=st.sampled_from(list("aB1 .,;:!?-–'\"<i>/«»“”{}\n\ufdd0\ufdeb|~²毛")), max_size=40
)
_VALUE = st.one_of(
    _TEXT,
    st.tuples(st.builds(Name, family=_TEXT, given=_TEXT, suffix=_TEXT, literal=_TEXT)),
    st.builds(
        Date,
        start=st.builds(DatePoint, st.integers(-(10**6), 10**6), st.integers(-2, 30) | st.none()),
        literal=_TEXT,
    ),
)
_FIELDS = st.dictionaries(
    st.sampled_from("title author issued page volume edition note DOI container-title".split()),
    _VALUE,
)
_EVERYTHING = style(
    f'<group delimiter=". ">{AUTHOR_DATE}<text variable="title" quotes="true" text-case="title"/>'
    '<text variable="page"/><number variable="edition" form="ordinal"/><label variable="volume"/>'
    '<text variable="volume" text-case="sentence"/><text variable="note"/></group>',
    bibliography=f'{AUTHOR_DATE}<text variable="title" text-case="capitalize-all"/>',
    options='disambiguate-add-names="true" disambiguate-add-givenname="true" '
    'disambiguate-add-year-suffix="true" et-al-min="1" et-al-use-first="1" collapse="year-suffix"',
    sort='<sort><key variable="author"/><key variable="issued"/><key variable="title"/></sort>',
    style_options='class="note" page-range-format="chicago"',
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_FIELDS, min_size=1, max_size=3), _TEXT, _TEXT)
def test_no_value_breaks_the_processor(
    fields: list[dict[str, object]], affix: str, locator: str
) -> None:
    works = [Work(str(i), "book", f) for i, f in enumerate(fields)]  # type: ignore[arg-type]
    cites = tuple(Cite(w.id, locator, "page", affix, affix) for w in works)
    result = run(_EVERYTHING, works, Citation(cites, 1), Citation(cites, 2))
    assert len(result.citations) == 2
    for made in result.citations:
        assert not any("\ufdd0" <= char <= "\ufdef" for char in text(made))


def test_long_and_deep_values() -> None:
    for value in ("<i>" * 5000, '"' * 5000, ".," * 5000, "«" * 5000, "key: v\n" * 2000):
        works = [work(title=value, author=(Name(family=value, given=value),), note=value)]
        assert len(run(_EVERYTHING, works, [Cite("a", value, "page", value, value)]).citations) == 1
