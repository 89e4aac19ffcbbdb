"""Reference strings to parts, and to works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.parse import score
from citekit.find.parsing.tokens import tokens
from citekit.find.parsing.work import work_of
from citekit.library.parsing import parse_strings
from citekit.model import Date, DatePoint
from tests.find.texts import parser

_DATA = Path(os.environ.get("CITEKIT_TESTDATA", Path(__file__).resolve().parents[3] / "shared"))
_GOLD = _DATA / "refstrings" / "anystyle-core.jsonl"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_parts_hold_every_token_in_order(string: str) -> None:
    parsed = parser().parse(string)
    end = 0
    for part in parsed.parts:
        assert part.start >= end
        assert part.text == string[part.start : part.end] != ""
        end = part.end
    spans = tokens(string)
    assert "".join("".join(part.text.split()) for part in parsed.parts) == "".join(
        "".join(string[a:b].split()) for a, b in spans
    )
    work_of(parsed)


@pytest.mark.parametrize(
    ("string", "title", "family"),
    [
        (
            "Milgrom, John. Lost Songs. Edited by K. Leonard. London: Penguin, 2000",
            "Lost Songs",
            "Milgrom",
        ),
        (
            "Nicole Schaffner, La Cité mobile, Éditions Tonnerre, 1969",
            "La Cité mobile",
            "Schaffner",
        ),
        (
            "Colvin, Ital. Visible Towns. Translated by W. Weber. San Diego: Harcourt, 1974",
            "Visible Towns",
            "Colvin",
        ),
    ],
)
def test_a_title_beside_names_is_no_name(string: str, title: str, family: str) -> None:
    work = work_of(parser().parse(string))
    assert work.text("title") == title
    assert [name.family for name in work.names("author")] == [family]


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        # a full stop behind a short word, behind an abbreviation
        ("Roth, Jane. Rivers Now. 2nd ed. Leeds: Verso, 2019.", {"title": "Rivers Now"}),
        ("Roth, Jane. Rivers of the U.S. Leeds: Verso, 2019.", {"title": "Rivers of the U.S."}),
        ("Roth, Jane. Rivers. Leeds: Verso & Co., 2019.", {"publisher": "Verso & Co."}),
        (
            "Roy P., Le fleuve, Paris, Minuit, coll. « Le sens commun », 1979, 672 p.",
            {"collection-title": "Le sens commun", "publisher": "Minuit"},
        ),
        (
            "Roth, John Stuart. On Rivers. London: Parker, 1859.",
            {"publisher-place": "London", "publisher": "Parker"},
        ),
        (
            'Bell, A. (2021) "The river", The Guardian, 4 March 2021.',
            {"issued": Date(DatePoint(2021, 3, 4)), "original-date": None},
        ),
    ],
)
def test_fields_without_what_stands_around_them(string: str, fields: dict[str, object]) -> None:
    work = work_of(parser().parse(string))
    assert {name: work.fields.get(name) for name in fields} == fields


def test_a_dash_stands_for_the_author_of_the_string_before() -> None:
    rows = parse_strings(
        [
            "Roth, Jane. Rivers. Leeds: Verso, 1859.",
            "———. Lakes. Leeds: Longmans, 1863.",
            "---. Seas. Leeds: Longmans, 1864.",
        ]
    )
    assert [work.id for _, work in rows] == ["roth1859", "roth1863", "roth1864"]


def test_a_book() -> None:
    work = work_of(
        parser().parse(
            "Arendt, Hannah. The Human Condition. 2nd ed. Chicago: University of Chicago "
            "Press, 1998."
        )
    )
    assert work.type == "book"
    assert work.id == "arendt1998"
    assert work.text("title") == "The Human Condition"
    assert work.text("edition") == "2"
    assert work.text("publisher") == "University of Chicago Press"
    assert work.text("publisher-place") == "Chicago"
    assert work.date("issued") == Date(DatePoint(1998))
    assert [(n.family, n.given) for n in work.names("author")] == [("Arendt", "Hannah")]


def test_an_article() -> None:
    work = work_of(
        parser().parse(
            "Dijkstra, E. W. (1968). Go to statement considered harmful. Communications of the "
            "ACM, 11(3), 147–148. https://doi.org/10.1145/362929.362947"
        )
    )
    assert work.type == "article-journal"
    assert work.text("container-title") == "Communications of the ACM"
    assert work.text("volume") == "11"
    assert work.text("issue") == "3"
    assert work.text("page") == "147-148"
    assert work.text("DOI") == "10.1145/362929.362947"


def test_a_german_chapter() -> None:
    work = work_of(
        parser().parse(
            "Joas, Hans (1986): Die unglückliche Ehe von Hermeneutik und Funktionalismus. In: "
            "Honneth, Axel/Joas, Hans (Hrsg.): Kommunikatives Handeln. Frankfurt am Main: "
            "Suhrkamp, S. 144-176."
        )
    )
    assert work.type == "chapter"
    assert work.text("container-title") == "Kommunikatives Handeln"
    assert [n.family for n in work.names("editor")] == ["Honneth", "Joas"]
    assert work.text("publisher-place") == "Frankfurt am Main"
    assert work.text("page") == "144-176"


def test_a_thesis_and_a_report() -> None:
    thesis = work_of(
        parser().parse("Sutherland, I. E. Sketchpad: A Man-Machine Graphical Communication System. "
                       "PhD thesis, Massachusetts Institute of Technology, 1963.")
    )  # fmt: skip
    assert thesis.type == "thesis"
    assert thesis.text("publisher") == "Massachusetts Institute of Technology"


@pytest.mark.skipif(
    not _GOLD.exists(), reason="needs the labelled strings in CITEKIT_TESTDATA/refstrings"
)
def test_strings_labelled_by_hand() -> None:
    result = score(_GOLD, parser())
    assert result.f1 >= 0.85
