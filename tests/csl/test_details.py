"""Details that styles rely on: boxes, spaces, sort keys, substitutes, periods."""

from __future__ import annotations

import pytest

from citekit.csl import parse_locale
from citekit.csl.locale import View
from citekit.model import Cite, Name
from tests.csl.helpers import EN, FR, NS, cited, date, entries, names, one, style, work

YEAR = (
    '<macro name="year"><choose><if variable="issued"><date variable="issued">'
    '<date-part name="year"/></date></if><else><text term="no date" form="short"/></else></choose>'
    "</macro>"
)


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_undated_works_come_last_in_either_direction(direction: str) -> None:
    sort = f'<sort><key macro="year" sort="{direction}"/></sort>'
    the_style = style("x", macros=YEAR, sort=sort, bibliography='<text macro="year"/>')
    works = [work("a"), work("b", issued=date(1999)), work("c", issued=date(1959))]
    dated = ["1959", "1999"] if direction == "ascending" else ["1999", "1959"]
    assert entries(the_style, works) == [*dated, "N.d."]


def test_particles_are_demoted_in_sort_keys_of_the_short_form() -> None:
    sort = '<sort><key macro="who"/></sort>'
    macros = '<macro name="who"><names variable="author"><name form="short"/></names></macro>'
    works = [
        work("a", author=(Name(family="Velde", given="J", non_dropping_particle="van der"),)),
        work("b", author=names("K Waltz")),
        work("c", author=names("R Jervis")),
    ]
    the_style = style("x", macros=macros, sort=sort, bibliography='<text macro="who"/>')
    assert entries(the_style, works) == ["Jervis", "van der Velde", "Waltz"]


def test_a_bare_names_in_a_choose_takes_the_look_of_its_parent() -> None:
    layout = (
        '<names variable="author"><name initialize-with=". "/><label form="short" prefix=", "/>'
        '<substitute><choose><if type="book"><names variable="editor"/>'
        '<names variable="translator"/></if></choose></substitute></names>'
    )
    the_work = work(editor=names("John Doe"), translator=names("Jane Roe"))
    assert one(layout, the_work) == "J. Doe, ed."


def test_a_macro_without_periods_keeps_those_of_its_affixes() -> None:
    macros = (
        '<macro name="m"><text variable="title" suffix="."/>'
        '<text value=" no." prefix=" x."/></macro>'
    )
    assert one('<text macro="m" strip-periods="true"/>', work(title="A.B."), macros=macros) == (
        "AB. x. no"
    )


def test_affixes_of_a_name_are_for_each_person() -> None:
    layout = '<names variable="author"><name delimiter="; " prefix="by " suffix="."/></names>'
    people = (*names("A B", "C D"), Name(literal="ACME"))
    assert one(layout, work(author=people)) == "by A B.; by C D.; ACME"


def test_a_conjunction_of_another_script_has_no_spaces_of_ours() -> None:
    locale = '<locale><terms><term name="and">和</term></terms></locale>'
    layout = '<names variable="author"><name and="text"/></names>'
    assert one(layout, work(author=names("A B", "C D")), locale=locale) == "A B和C D"


def test_french_keeps_a_particle_with_its_name() -> None:
    who = (Name(family="Velde", given="J", non_dropping_particle="van der"),)
    options = 'class="in-text" default-locale="fr-FR"'
    layout = '<names variable="author"/>'
    assert one(layout, work(author=who), style_options=options) == "J van der\u00a0Velde"
    assert one(layout, work(author=who)) == "J van der Velde"


def test_spaces_of_french_punctuation_do_not_break() -> None:
    title = '<text variable="title"/>'
    assert one(title, work(title="Quoi ? « Rien » : fin")) == (
        "Quoi\u202f? «\u202fRien\u202f»\u202f: fin"
    )


def test_spaces_and_points_move_out_of_and_into_boxes() -> None:
    boxes = (
        '<text value=" A" display="left-margin"/><text variable="title" prefix=". " suffix=" "'
        ' display="right-inline"/>'
    )
    (made,) = entries(style("x", bibliography=boxes), [work(title="B")])
    assert made == (
        ' \n    <div class="csl-left-margin">A.</div><div class="csl-right-inline"> B</div>\n   '
    )


def test_formats_of_a_name_reach_et_al() -> None:
    layout = (
        '<names variable="author"><name et-al-min="2" et-al-use-first="1" font-style="italic"/>'
        "</names>"
    )
    assert one(layout, work(author=names("A B", "C D"))) == "<i><i>A B</i> et al.</i>"


def test_title_case_of_the_styles_own_words_is_for_every_language() -> None:
    options = 'class="in-text" default-locale="fr-FR"'
    layout = '<text value="foo bar" text-case="title"/><text variable="title" text-case="title"/>'
    assert one(layout, work(title=" le mot"), style_options=options) == "Foo Bar le mot"


def test_ordinals_of_csl_1_0_leave_the_locale_its_own() -> None:
    view = View("fr-FR")
    view.add(parse_locale(EN))
    view.add(parse_locale(FR))
    old = '<term name="ordinal-01">ère</term><term name="ordinal-02">er</term>'
    view.add(parse_locale(f"<locale {NS}><terms>{old}</terms></locale>"))
    assert view.text("ordinal") == "e"
    assert view.term("ordinal-02") is None
    new = '<term name="ordinal">.</term>'
    view.add(parse_locale(f"<locale {NS}><terms>{new}</terms></locale>"))
    assert (view.text("ordinal"), view.term("ordinal-01")) == (".", None)


def test_the_number_of_the_first_note_tells_cites_apart() -> None:
    layout = (
        '<choose><if position="subsequent"><names variable="author"/><choose>'
        '<if disambiguate="true"><text variable="title" prefix=", "/></if></choose>{}</if>'
        '<else><text variable="title"/></else></choose>'
    )
    note = '<text variable="first-reference-note-number" prefix=" (n " suffix=")"/>'
    works = [work("a", title="X", author=names("K W")), work("b", title="Y", author=names("K W"))]
    cites = ["a", "b", Cite("a", "2")]
    assert cited(style(layout.format("")), works, *cites)[2] == "K W, X"
    assert cited(style(layout.format(note)), works, *cites)[2] == "K W (n 1)"
