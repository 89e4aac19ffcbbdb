"""What the rendering elements print."""

from __future__ import annotations

import pytest

from citekit.model import Cite, Date, DatePoint, Name
from tests.csl.helpers import cited, date, entries, names, one, run, style, work

TITLE = '<text variable="title"/>'


# --- groups, choose, macros ----------------------------------------------------------


def test_a_group_without_its_variables_vanishes() -> None:
    layout = (
        f'{TITLE}<group prefix=" (" suffix=")" delimiter=" "><text term="in"/>'
        '<text variable="container-title"/></group>'
    )
    assert one(layout, work(title="A")) == "A"
    assert one(layout, work(title="A", container_title="B")) == "A (in B)"


def test_a_nested_group_of_terms_keeps_its_parent() -> None:
    layout = '<group delimiter=" "><text variable="title"/><group><text value="x"/></group></group>'
    assert one(layout, work()) == "x"


def test_the_delimiter_of_a_group_falls_between_the_children_of_a_choose() -> None:
    layout = (
        '<group delimiter="-"><choose><if type="book"><text variable="title"/>'
        '<text variable="note"/></if></choose></group>'
    )
    assert one(layout, work(title="A", note="B")) == "A-B"


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ('type="book chapter"', "yes"),
        ('type="chapter"', "no"),
        ('variable="title issued" match="all"', "yes"),
        ('variable="title DOI" match="all"', "no"),
        ('variable="title DOI" match="any"', "yes"),
        ('variable="DOI URL" match="none"', "yes"),
        ('is-numeric="volume"', "yes"),
        ('is-numeric="edition"', "no"),
        ('is-uncertain-date="issued"', "yes"),
        ('is-uncertain-date="accessed"', "no"),
        ('locator="page"', "yes"),
        ('locator="chapter"', "no"),
        ('position="first"', "yes"),
        ('disambiguate="true"', "no"),
        ('type="book" variable="DOI" match="all"', "no"),
    ],
)
def test_conditions(condition: str, wanted: str) -> None:
    layout = (
        f'<choose><if {condition}><text value="yes"/></if>'
        '<else-if type="no-such-type"><text value="?"/></else-if>'
        '<else><text value="no"/></else></choose>'
    )
    the_work = work(
        title="T",
        volume="2b",
        edition="second",
        author=names("A B"),
        issued=Date(start=DatePoint(1900), approximate=True),
    )
    assert cited(style(layout), [the_work], [Cite("a", locator="3")]) == [wanted]


def test_a_macro_renders_where_it_is_called_and_vanishes_like_a_group() -> None:
    macros = (
        '<macro name="m"><text term="in" suffix=" "/><text variable="container-title"/></macro>'
    )
    layout = f'<group delimiter=", ">{TITLE}<text macro="m" font-style="italic"/></group>'
    assert one(layout, work(title="A"), macros=macros) == "A"
    got = one(layout, work(title="A", container_title="B"), macros=macros)
    assert got == "A, <i>in B</i>"


# --- formatting ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "title", "wanted"),
    [
        (
            'font-style="italic"',
            "a <i>b</i> c",
            '<i>a <span style="font-style:normal;">b</span> c</i>',
        ),
        ('font-weight="bold"', "a", "<b>a</b>"),
        ('font-variant="small-caps"', "a", '<span style="font-variant:small-caps;">a</span>'),
        ('text-decoration="underline"', "a", '<span style="text-decoration:underline;">a</span>'),
        ('vertical-align="sup"', "a", "<sup>a</sup>"),
        ('quotes="true"', 'On "scare" quotes', "“On ‘scare’ quotes”"),
        ('strip-periods="true"', "A.B.", "AB"),
        ('prefix="(" suffix=")"', "a", "(a)"),
        ('font-style="italic" quotes="true"', "a", "“<i>a</i>”"),
        ('text-case="uppercase"', 'ab <span class="nocase">cd</span>', "AB cd"),
        ('text-case="lowercase"', "AB", "ab"),
        ('text-case="capitalize-first"', "ab cd", "Ab cd"),
        ('text-case="capitalize-all"', "ab cd", "Ab Cd"),
        ('text-case="sentence"', "AB CD", "Ab cd"),
        ('text-case="sentence"', "aB cD", "AB cD"),
        ('text-case="title"', "the war of the worlds: an end", "The War of the Worlds: An End"),
        ('text-case="title"', "x-ray the <i>homo sapiens</i>", "X-Ray the <i>Homo Sapiens</i>"),
        ('text-case="title"', 'a <span class="nocase">b c</span> d', "A b c D"),
        ('text-case="title"', "iPhone and UNESCO in", "iPhone and UNESCO In"),
        ('text-case="title"', "07-x ray", "07-x Ray"),
        (
            'text-case="title"',
            "port (c. 1400) vs. the sea v. me",
            "Port (c. 1400) vs. the Sea v. Me",
        ),
        ('text-case="title"', "a port. the sea", "A Port. The Sea"),
        ('text-case="title"', "...", "..."),
        ("", "a < b & c", "a &#60; b &#38; c"),
        ("", "<i>a", "&#60;i&#62;a"),
        ("", "a</i> b", "a&#60;/i&#62; b"),
        ("", "it's the Joneses' roll", "it’s the Joneses’ roll"),
        ("", "say \"a 'b' c\"", "say “a ‘b’ c”"),
        ("", '5" disk', '5" disk'),
        ("", "<b>a</b><sup>2</sup><sub>3</sub>", "<b>a</b><sup>2</sup><sub>3</sub>"),
        (
            'font-variant="small-caps"',
            'a <span class="nodecor">b</span>',
            '<span style="font-variant:small-caps;">a '
            '<span style="font-variant:normal;">b</span></span>',
        ),
    ],
)
def test_formatting(attributes: str, title: str, wanted: str) -> None:
    assert one(f'<text variable="title" {attributes}/>', work(title=title)) == wanted


def test_title_case_is_for_english_only() -> None:
    layout = '<text variable="title" text-case="title"/>'
    assert one(layout, work(title="la guerre", language="fr")) == "la guerre"
    french = 'class="in-text" default-locale="fr-FR"'
    assert one(layout, work(title="la guerre"), style_options=french) == "la guerre"


def test_french_quotation_marks() -> None:
    options = 'class="in-text" default-locale="fr-FR"'
    layout = '<text variable="title"/>'
    assert one(layout, work(title="un « mot »"), style_options=options) == "un «\u00a0mot\u00a0»"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("A?", ". B", "A? B"),
        ("A.", ". B", "A. B"),
        ("A!", ": B", "A! B"),
        ("A,", ", B", "A, B"),
        ("A ", " B", "A B"),
        ("A:", "! B", "A! B"),
        ("A.", ": B", "A.: B"),
    ],
)
def test_punctuation_that_meets(first: str, second: str, wanted: str) -> None:
    layout = f'<text value="{first}"/><text value="{second}"/>'
    assert one(layout, work()) == wanted


@pytest.mark.parametrize(("inside", "wanted"), [("true", "“A,” B"), ("false", "“A”, B")])
def test_commas_move_into_quotes_where_the_locale_says_so(inside: str, wanted: str) -> None:
    locale = f'<locale><style-options punctuation-in-quote="{inside}"/></locale>'
    layout = '<text variable="title" quotes="true" suffix=", "/><text value="B"/>'
    assert one(layout, work(title="A"), locale=locale) == wanted


def test_a_question_mark_in_quotes_swallows_the_period_after_them() -> None:
    layout = '<text variable="title" quotes="true" suffix=". "/><text value="B"/>'
    assert one(layout, work(title="A?")) == "“A?” B"


# --- numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "value", "wanted"),
    [
        ("numeric", "3-5", "3–5"),
        ("ordinal", "2", "2nd"),
        ("ordinal", "11", "11th"),
        ("ordinal", "21", "21st"),
        ("ordinal", "second", "second"),
        ("long-ordinal", "2", "second"),
        ("long-ordinal", "30", "30th"),
        ("roman", "14", "xiv"),
        ("roman", "4000", "4000"),
        ("ordinal", "1, 2", "1st, 2nd"),
    ],
)
def test_numbers(form: str, value: str, wanted: str) -> None:
    assert one(f'<number variable="edition" form="{form}"/>', work(edition=value)) == wanted


def test_ordinals_take_the_gender_of_the_word_they_count() -> None:
    options = 'class="in-text" default-locale="fr-FR"'
    layout = '<number variable="edition" form="ordinal"/>'
    assert one(layout, work(edition="1"), style_options=options) == "1re"
    assert one(layout, work(edition="2"), style_options=options) == "2e"


@pytest.mark.parametrize(
    ("format_", "pages", "wanted"),
    [
        ("", "101-9", "101–9"),
        ("expanded", "101-9", "101–109"),
        ("minimal", "1496-1504", "1496–504"),
        ("minimal", "321-328", "321–8"),
        ("minimal-two", "101-109", "101–09"),
        ("chicago", "101-109", "101–9"),
        ("chicago", "321-328", "321–28"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("chicago-16", "107-108", "107–8"),
        ("expanded", "A1-A3", "A1–A3"),
        ("minimal", "1-2,7", "1–2,7"),
        ("", "e12", "e12"),
    ],
)
def test_page_ranges(format_: str, pages: str, wanted: str) -> None:
    options = f'class="in-text" page-range-format="{format_}"' if format_ else 'class="in-text"'
    assert one('<text variable="page"/>', work(page=pages), style_options=options) == wanted


def test_the_first_page_comes_from_the_pages() -> None:
    assert one('<number variable="page-first"/>', work(page="33–52")) == "33"


@pytest.mark.parametrize(
    ("locator", "label", "wanted"),
    [
        ("3", "page", "p. 3"),
        ("3-5", "page", "pp. 3–5"),
        ("3, 7", "page", "pp. 3, 7"),
        ("ii", "chapter", "chap. ii"),
    ],
)
def test_labels_of_locators(locator: str, label: str, wanted: str) -> None:
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'
    assert cited(style(layout), [work()], Cite("a", locator, label)) == [wanted]


def test_labels_that_count_and_labels_told_their_number() -> None:
    count = '<label variable="number-of-volumes"/>'
    assert one(count, work(number_of_volumes="1", title="x")) == "volume"
    assert one(count, work(number_of_volumes="3")) == "volumes"
    forced = '<label variable="edition" plural="always"/>'
    assert one(forced, work(edition="1")) == "editions"
    assert one(forced + TITLE, work(title="x")) == "x"


# --- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "wanted"),
    [
        (date(2001, 5, 3), "May 3, 2001"),
        (date(2001, 5), "May 2001"),
        (date(2001), "2001"),
        (date(-99), "100BC"),
        (date(79), "79AD"),
        (Date(start=DatePoint(2001, season=2)), "Summer 2001"),
        (Date(literal="forthcoming"), "forthcoming"),
        (Date(start=DatePoint(2001, 5, 3), end=DatePoint(2001, 5, 9), range=True), "May 3–9, 2001"),
        (
            Date(start=DatePoint(2001, 5, 3), end=DatePoint(2001, 6, 9), range=True),
            "May 3–June 9, 2001",
        ),
        (
            Date(start=DatePoint(2001, 5, 3), end=DatePoint(2002, 6, 9), range=True),
            "May 3, 2001–June 9, 2002",
        ),
        (Date(start=DatePoint(2001), end=DatePoint(2003), range=True), "2001–2003"),
        (Date(start=DatePoint(2001), range=True), "2001–"),
        (Date(start=DatePoint(2001), end=DatePoint(2001), range=True), "2001"),
        (Date(end=DatePoint(1999), range=True), "1999"),
    ],
)
def test_dates_in_the_locales_form(when: Date, wanted: str) -> None:
    assert one('<date variable="issued" form="text"/>', work(issued=when)) == wanted


@pytest.mark.parametrize(
    ("xml", "wanted"),
    [
        ('<date variable="issued" form="numeric"/>', "05/03/2001"),
        ('<date variable="issued" form="text" date-parts="year"/>', "2001"),
        ('<date variable="issued" form="text" date-parts="year-month"/>', "May 2001"),
        (
            '<date variable="issued" form="text"><date-part name="year" form="short"/>'
            '<date-part name="month" text-case="uppercase"/></date>',
            "MAY 3, 01",
        ),
        (
            '<date variable="issued" delimiter="/"><date-part name="year"/>'
            '<date-part name="month" form="numeric"/><date-part name="day" form="ordinal"/></date>',
            "2001/5/3rd",
        ),
        (
            '<date variable="issued"><date-part name="month" form="numeric-leading-zeros"/>'
            '<date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>',
            "05-03",
        ),
        ('<date variable="accessed" form="text" prefix="on "/>', ""),
        ('<date variable="issued" form="no-such"/>', ""),
    ],
)
def test_dates_in_other_forms(xml: str, wanted: str) -> None:
    assert one(xml, work(issued=date(2001, 5, 3))) == wanted


def test_the_first_day_alone_may_be_an_ordinal() -> None:
    options = 'class="in-text" default-locale="fr-FR"'
    layout = '<date variable="issued" form="text"/>'
    assert one(layout, work(issued=date(2001, 5, 1)), style_options=options) == "1er mai 2001"
    assert one(layout, work(issued=date(2001, 5, 2)), style_options=options) == "2 mai 2001"


# --- variables -------------------------------------------------------------------------------


def test_short_forms_fall_back_to_the_long_ones() -> None:
    layout = '<text variable="title" form="short"/>'
    assert one(layout, work(title="Long")) == "Long"
    assert one(layout, work(title="Long", title_short="L")) == "L"


def test_variables_in_the_note() -> None:
    layout = (
        '<group delimiter="|"><date variable="original-date"><date-part name="year"/></date>'
        '<names variable="editor"/><text variable="genre"/><text variable="DOI"/>'
        '<text variable="note"/></group>'
    )
    note = (
        "Genre: map\nEditor: Doe || Jane\nunknown: kept\nDOI: 10.1/x\nrest {:original-date: 1960}"
    )
    assert one(layout, work(note=note)) == "1960|Jane Doe|map|10.1/x|unknown: kept\nrest"
    assert one(layout, work(note="Prose: here", genre="g")) == "g|Prose: here"
    assert one(layout, work(note="type: chapter\nEditor: The Team")) == "The Team"


def test_labels_made_of_names_and_year() -> None:
    layout = '<text variable="citation-label"/>'
    assert one(layout, work(author=names("A Doe"), issued=date(1965))) == "Doe65"
    many = names("A Doe", "B Roe", "C Poe", "D Moe", "E Noe")
    assert one(layout, work(author=many, issued=date(2001))) == "DRPM01"
    two = [work("a", author=names("A Doe", "B Roe")), work("b", author=names("A Doe", "B Roe"))]
    assert cited(style(layout), two, ["a", "b"]) == ["DoRoaDoRob"]
    assert one(layout, work(citation_label="X1")) == "X1"


def test_display_and_second_field_align() -> None:
    the_style = style(
        TITLE,
        bibliography='<text variable="citation-number" suffix="."/><text variable="title"/>',
        bibliography_options='second-field-align="flush" hanging-indent="true" line-spacing="2"',
    )
    listed = run(the_style, [work(title="A")]).bibliography
    assert listed is not None
    assert listed.second_field_align == "flush"
    assert (listed.hanging_indent, listed.line_spacing, listed.entry_spacing) == (True, 2, 1)
    assert [node.format for node in listed.entries[0].text] == ["left-margin", "right-inline"]  # type: ignore[union-attr]
    block = style(TITLE, bibliography='<text variable="title" display="indent"/>')
    assert "csl-indent" in entries(block, [work(title="A")])[0]


def test_corporate_and_single_names() -> None:
    layout = '<names variable="author"/>'
    assert one(layout, work(author=(Name(literal="The Team"),))) == "The Team"
    assert one(layout, work(author=(Name(family="Plato"),))) == "Plato"
    assert one(layout, work(author=(Name(given="Plato"),))) == "Plato"


def test_text_cases_in_turkish() -> None:
    turkish = work(title="istanbul ISPARTA", language="tr-TR")
    for case, wanted in (
        ("capitalize-first", "İstanbul ISPARTA"),
        ("uppercase", "İSTANBUL ISPARTA"),
        ("lowercase", "istanbul ısparta"),
    ):
        assert one(f'<text variable="title" text-case="{case}"/>', turkish) == wanted
