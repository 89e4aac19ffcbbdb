"""Names and lists of names."""

from __future__ import annotations

import pytest

from citekit.model import Name
from tests.csl.helpers import cited, entries, names, one, style, work

THREE = names("John Doe", "Jane Roe", "Jim Poe")


def by(attributes: str, *people: Name, inner: str = "", **options: str) -> str:
    layout = f'<names variable="author"><name {attributes}/>{inner}</names>'
    return one(layout, work(author=people), **options)


@pytest.mark.parametrize(
    ("attributes", "count", "wanted"),
    [
        ("", 3, "John Doe, Jane Roe, Jim Poe"),
        ('and="text"', 2, "John Doe and Jane Roe"),
        ('and="text"', 3, "John Doe, Jane Roe, and Jim Poe"),
        ('and="symbol" delimiter-precedes-last="never"', 3, "John Doe, Jane Roe &#38; Jim Poe"),
        ('and="text" delimiter-precedes-last="always"', 2, "John Doe, and Jane Roe"),
        (
            'and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"',
            2,
            "Doe, John, and Jane Roe",
        ),
        ('form="short" delimiter="; "', 2, "Doe; Roe"),
        ('form="count"', 3, "3"),
        ('form="count" et-al-min="3" et-al-use-first="1"', 3, "1"),
        ('name-as-sort-order="all" sort-separator=" "', 2, "Doe John, Roe Jane"),
        ('et-al-min="3" et-al-use-first="1"', 3, "John Doe et al."),
        ('et-al-min="3" et-al-use-first="2"', 3, "John Doe, Jane Roe, et al."),
        (
            'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"',
            3,
            "John Doe, et al.",
        ),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', 3, "John Doe, … Jim Poe"),
        ('et-al-min="3"', 3, "John Doe, Jane Roe, Jim Poe"),
        ('et-al-min="1" et-al-use-first="0"', 1, ""),
    ],
)
def test_lists(attributes: str, count: int, wanted: str) -> None:
    assert by(attributes, *THREE[:count]) == wanted


@pytest.mark.parametrize(
    ("attributes", "given", "wanted"),
    [
        ('initialize-with=". "', "John Ronald", "J. R. Doe"),
        ('initialize-with="."', "Jean-Luc", "J.-L. Doe"),
        ('initialize-with=""', "J.J.", "JJ Doe"),
        ('initialize-with="."', "Ph. M.E.", "Ph.M.E. Doe"),
        ('initialize-with="." initialize="false"', "John R", "John R. Doe"),
        ('initialize-with="" initialize="false"', "R. O.", "RO Doe"),
        ('initialize-with=". " initialize="false"', "J.-P. M.", "J.-P. M. Doe"),
        ('initialize-with=". " initialize="false"', "Jean-P.", "Jean-P. Doe"),
        ('initialize-with="."', "<b>John</b> Ray", "<b>J.</b>R. Doe"),
        ('initialize-with=". "', "John de", "J. de Doe"),
        ('initialize-with="."', "TSerendorj", "Ts. Doe"),
        ('initialize-with="."', "123", "Doe"),
    ],
)
def test_initials(attributes: str, given: str, wanted: str) -> None:
    assert by(attributes, Name(family="Doe", given=given)).strip() == wanted


def test_hyphens_between_initials_can_be_left_out() -> None:
    options = 'class="in-text" initialize-with-hyphen="false"'
    got = by('initialize-with="."', Name(family="Doe", given="Jean-Luc"), style_options=options)
    assert got == "J.L. Doe"


BERG = Name(family="Berg", given="Jan", non_dropping_particle="van den")
AUBIGNAC = Name(family="Aubignac", given="François", dropping_particle="d’")


@pytest.mark.parametrize(
    ("demote", "attributes", "name", "wanted"),
    [
        ("never", 'name-as-sort-order="all"', BERG, "van den Berg, Jan"),
        ("sort-only", 'name-as-sort-order="all"', BERG, "van den Berg, Jan"),
        ("display-and-sort", 'name-as-sort-order="all"', BERG, "Berg, Jan van den"),
        ("never", "", BERG, "Jan van den Berg"),
        ("never", 'form="short"', BERG, "van den Berg"),
        ("never", "", AUBIGNAC, "François d’Aubignac"),
        ("never", 'form="short"', AUBIGNAC, "Aubignac"),
        ("never", 'name-as-sort-order="all"', AUBIGNAC, "Aubignac, François d’"),
    ],
)
def test_particles(demote: str, attributes: str, name: Name, wanted: str) -> None:
    options = f'class="in-text" demote-non-dropping-particle="{demote}"'
    assert by(attributes, name, style_options=options) == wanted


def test_suffixes() -> None:
    king = Name(family="King", given="Martin", suffix="Jr.")
    comma = Name(family="King", given="Martin", suffix="Jr.", comma_suffix=True)
    assert by("", king) == "Martin King Jr."
    assert by("", comma) == "Martin King, Jr."
    assert by('name-as-sort-order="all"', king) == "King, Martin, Jr."
    assert by('initialize-with=""', king) == "M King Jr"
    assert by("", Name(family="Plato", suffix="II")) == "Plato II"


def test_east_asian_and_fixed_orders() -> None:
    assert by("", Name(family="毛", given="泽东")) == "毛泽东"
    assert by('form="short"', Name(family="毛", given="泽东")) == "毛"
    assert by("", Name(family="Doe", given="John", static_ordering=True)) == "Doe, John"


def test_parts_of_names_have_their_own_looks() -> None:
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="uppercase" prefix="["'
        ' suffix="]"/><name-part name="given" font-style="italic" strip-periods="true"/></name>'
        "</names>"
    )
    assert one(layout, work(author=(Name(family="Doe", given="J.R."),))) == "<i>JR</i> [DOE]"
    named = (
        '<names variable="author"><name font-variant="small-caps" prefix="(" suffix=")"/></names>'
    )
    caps = '<span style="font-variant:small-caps;">{}</span>'
    got = one(named, work(author=names("A B", "C D")))
    assert got == f"({caps.format('A B')}), ({caps.format('C D')})"


def test_labels_before_and_after_the_names() -> None:
    after = '<names variable="editor"><name/><label form="short" prefix=" (" suffix=")"/></names>'
    assert one(after, work(editor=THREE[:1])) == "John Doe (ed.)"
    assert one(after, work(editor=THREE[:2])) == "John Doe, Jane Roe (eds.)"
    before = '<names variable="editor"><label form="verb" suffix=" "/><name/></names>'
    assert one(before, work(editor=THREE[:1])) == "edited by John Doe"


def test_people_who_edit_and_translate_are_named_once() -> None:
    layout = '<names variable="editor translator" delimiter="; "><name/><label prefix=" "/></names>'
    both = work(editor=THREE[:1], translator=THREE[:1])
    assert one(layout, both) == "John Doe editor &#38; translator"
    apart = work(editor=THREE[:1], translator=THREE[1:2])
    assert one(layout, apart) == "John Doe editor; Jane Roe translator"


SUBSTITUTE = (
    '<names variable="author"><name form="short"/><substitute><names variable="editor"/>'
    '<text variable="title" font-style="italic"/></substitute></names>'
    '<text variable="title" prefix=". "/>'
)


def test_what_stands_in_for_names_is_not_printed_again() -> None:
    assert one(SUBSTITUTE, work(editor=THREE[:1], title="T")) == "Doe. T"
    assert one(SUBSTITUTE, work(title="T")) == "<i>T</i>"


def test_a_term_that_is_empty_still_ends_the_substitution() -> None:
    layout = (
        '<names variable="author"><substitute><text term="nothing"/><text value="x"/>'
        "</substitute></names>"
    )
    locale = '<locale><terms><term name="nothing"></term></terms></locale>'
    assert one(layout, work(), locale=locale) == ""
    assert one(layout, work()) == "x"


def test_counts_of_substitutes() -> None:
    layout = (
        '<names variable="author"><name form="count"/><substitute><names variable="editor"/>'
        "</substitute></names>"
    )
    assert one(layout, work(editor=THREE)) == "3"
    assert one(layout, work()) == ""


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("complete-all", ["Doe, Roe", "——", "Doe, Poe"]),
        ("complete-each", ["Doe, Roe", "——, ——", "Doe, Poe"]),
        ("partial-each", ["Doe, Roe", "——, ——", "——, Poe"]),
        ("partial-first", ["Doe, Roe", "——, Roe", "——, Poe"]),
    ],
)
def test_names_that_repeat_the_entry_before(rule: str, wanted: list[str]) -> None:
    the_style = style(
        "<text variable='title'/>",
        bibliography='<names variable="author"><name form="short"/></names>',
        bibliography_options=f'subsequent-author-substitute="——" '
        f'subsequent-author-substitute-rule="{rule}"',
    )
    works = [
        work("a", author=names("A Doe", "B Roe")),
        work("b", author=names("A Doe", "B Roe")),
        work("c", author=names("A Doe", "C Poe")),
    ]
    assert entries(the_style, works) == wanted


def test_a_title_that_stands_for_names_can_repeat_too() -> None:
    layout = (
        '<names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<text variable="volume" prefix=" "/>'
    )
    the_style = style(
        "<text value='x'/>",
        bibliography=layout,
        bibliography_options='subsequent-author-substitute="—"',
    )
    works = [work("a", title="T", volume="1"), work("b", title="T", volume="2")]
    assert entries(the_style, works) == ["T 1", "— 2"]


def test_et_al_for_later_cites() -> None:
    layout = '<names variable="author"><name form="short"/><et-al term="and others"/></names>'
    the_style = style(layout, options='et-al-subsequent-min="2" et-al-subsequent-use-first="1"')
    works = [work(author=THREE)]
    assert cited(the_style, works, "a", "a") == ["Doe, Roe, Poe", "Doe and others"]
