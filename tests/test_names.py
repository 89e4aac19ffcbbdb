"""Name lists: BibTeX's grammar, BibLaTeX's named parts, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citekit.latex import to_latex, to_unicode
from citekit.model import Name
from citekit.names import OTHERS, format_names, parse_names


def one(text: str) -> Name:
    (name,) = parse_names(text, to_unicode)
    return name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Plato", Name("Plato")),
        ("Donald E. Knuth", Name("Knuth", "Donald E.")),
        ("Knuth, Donald E.", Name("Knuth", "Donald E.")),
        ("Jean de La Fontaine", Name("La Fontaine", "Jean", non_dropping_particle="de")),
        ("de La Fontaine, Jean", Name("La Fontaine", "Jean", non_dropping_particle="de")),
        (
            "van der Waals, Johannes Diderik",
            Name("Waals", "Johannes Diderik", non_dropping_particle="van der"),
        ),
        (
            "de la Vallée Poussin, Jr., Charles",
            Name("Vallée Poussin", "Charles", non_dropping_particle="de la", suffix="Jr."),
        ),
        ("King, Jr, Martin Luther", Name("King", "Martin Luther", suffix="Jr")),
        ("Humboldt, Alexander von", Name("Humboldt", "Alexander", "von")),
        ("Garcia de Lorca, F.", Name("Garcia de Lorca", "F.")),
        ("{World Health Organization and Partners}", Name(literal="World Health Organization and"
         " Partners")),
        ("{\\'E}mile Zola", Name("Zola", "Émile")),
        ("Se{\\'a}n O'Neill", Name("O'Neill", "Seán")),
        ("Tom {\\'e}tat Zola", Name("Zola", "Tom", non_dropping_particle="état")),
        ("{van Gogh} Museum", Name("Museum", "van Gogh")),
        ("J.~K. Rowling", Name("Rowling", "J. K.")),
        ("de Gaulle", Name("Gaulle", non_dropping_particle="de")),
        ("doe, jane", Name("doe", "jane")),
        ("A, B, C, D", Name("A", "C D", suffix="B")),
        ("{A, B}, C", Name("A, B", "C")),
        ("family=Doe, given=Jane, prefix=de la, useprefix=true",
         Name("Doe", "Jane", non_dropping_particle="de la")),
        ('"family={Doe, X}", given=Jane, prefix=von, useprefix=false, suffix=III, given-i=J',
         Name("Doe, X", "Jane", "von", suffix="III")),
        ("{Open brace", Name("Open brace")),
        ("王, 小明", Name("王", "小明")),
    ],
)  # fmt: skip
def test_one_name(text: str, name: Name) -> None:
    assert one(text) == name


def test_lists() -> None:
    names = parse_names("A B and {C and D} AND E,\n F  and others")
    assert names == (Name("B", "A"), Name(literal="C and D"), Name("E", "F"), OTHERS)
    assert format_names(names) == "B, A and {C and D} and E, F and others"


@pytest.mark.parametrize("text", ["", " ", "and", " and and ", ",", "{} and"])
def test_nobody(text: str) -> None:
    assert all(name == Name() for name in parse_names(text))


def test_dangling_and() -> None:
    assert parse_names("and A B and") == (Name("B", "A"),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name("Plato"), "Plato"),
        (Name("Vallée Poussin"), "Vallée Poussin,"),
        (Name("de Man", "Paul"), "{de Man}, Paul"),
        (Name("Doe", "Jean de"), "Doe, {Jean de}"),
        (Name("Waals", "J. D.", non_dropping_particle="van der"), "van der Waals, J. D."),
        (Name("Berg", "J.", non_dropping_particle="Van"), "family={Berg}, given={J.}, "
         "prefix={Van}, useprefix=true"),
        (Name("Berg", "J.", "Von"), "family={Berg}, given={J.}, prefix={Von}, useprefix=false"),
        (Name("Smith & Sons", "R&D"), r"Smith \& Sons, R\&D"),
        (Name(given="Jane"), ", Jane"),
        (Name("King", suffix="Jr."), "King, Jr.,"),
    ],
)  # fmt: skip
def test_written_as(name: Name, text: str) -> None:
    assert format_names([name], to_latex, to_unicode) == text
    assert one(text) == name


words = st.text(st.characters(categories=("L", "N", "P", "S")) | st.sampled_from("aB,={}'"))
parts = st.lists(words.filter(bool), max_size=3).map(" ".join)


@given(parts, parts, parts, parts, st.booleans())
def test_round_trip(family: str, given_: str, particle: str, suffix: str, drop: bool) -> None:
    assume("<" not in family + given_ + particle + suffix)
    dropping, kept = (particle, "") if drop else ("", particle)
    name = Name(family, given_, dropping, kept, suffix)
    assume(name not in (Name(), Name("others")))
    assert parse_names(format_names([name], to_latex, to_unicode), to_unicode) == (name,)


@given(st.lists(parts.filter(bool).map(lambda text: Name(literal=text)), max_size=4))
def test_corporate_round_trip(names: list[Name]) -> None:
    written = format_names(names, to_latex, to_unicode)
    assert parse_names(written, to_unicode) == tuple(names)


@given(st.text() | st.text(alphabet="aB ,{}\\~='\"and", max_size=40))
def test_any_text_reads(text: str) -> None:
    for name in parse_names(text, to_unicode):
        assert isinstance(name, Name)
