"""Lists of names in the many ways references print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.find.parsing.bodies import shown
from citekit.find.parsing.names import split_names
from citekit.find.parsing.work import work_of
from citekit.model import Name
from citekit.names import OTHERS
from tests.find.texts import parser

CASES = {
    "Arendt, Hannah.": [("Arendt", "Hannah")],
    "Dijkstra, E. W., Hoare, C. A. R., & Dahl, O.-J.": [
        ("Dijkstra", "E. W."),
        ("Hoare", "C. A. R."),
        ("Dahl", "O.-J."),
    ],
    "C. A. R. Hoare and E. W. Dijkstra": [("Hoare", "C. A. R."), ("Dijkstra", "E. W.")],
    "Watson JD, Crick FHC.": [("Watson", "J. D."), ("Crick", "F. H. C.")],
    "BOURDIEU P. et PASSERON J.-C.": [("Bourdieu", "P."), ("Passeron", "J.-C.")],
    "NORA Pierre (dir.)": [("Nora", "Pierre")],
    "THIBERT (G.),": [("Thibert", "G.")],
    "BRULARD (Éva) et THIBERT (G.),": [("Brulard", "Éva"), ("Thibert", "G.")],
    "Nora, Pierre (Ed.)": [("Nora", "Pierre")],
    "Axelrod, Robert, and William D. Hamilton": [("Axelrod", "Robert"), ("Hamilton", "William D.")],
    "Honneth, Axel/Joas, Hans (Hrsg.):": [("Honneth", "Axel"), ("Joas", "Hans")],
    "In: Honneth, Axel & Hans Joas (Hg.),": [("Honneth", "Axel"), ("Joas", "Hans")],
    "edited by J. Leech,": [("Leech", "J.")],
    "hrsg. von Dieter Claessens": [("Claessens", "Dieter")],
    "(translated by Talcott Parsons).": [("Parsons", "Talcott")],
    "Marcuse H": [("Marcuse", "H.")],
    "K.-H. Brinkmann and C. Wolf": [("Brinkmann", "K.-H."), ("Wolf", "C.")],
    "Brinkmann K-H., Wolf C.": [("Brinkmann", "K-H."), ("Wolf", "C.")],
    "Mark Granovetter, Richard Swedberg, Viviana Zelizer": [
        ("Granovetter", "Mark"),
        ("Swedberg", "Richard"),
        ("Zelizer", "Viviana"),
    ],
    "Ada Roth, Jan Lund, and Tom Wick": [("Roth", "Ada"), ("Lund", "Jan"), ("Wick", "Tom")],
    "Paul Berg, Jo Lee": [("Berg", "Paul"), ("Lee", "Jo")],
    "Jan Pressman and Ada Bankman": [("Pressman", "Jan"), ("Bankman", "Ada")],
    "King, Martin Luther, Jr.": [("King", "Martin Luther")],
}


@pytest.mark.parametrize("text", CASES)
def test_names(text: str) -> None:
    assert [(name.family, name.given) for name in split_names(text)] == CASES[text]


def test_particles_suffixes_and_others() -> None:
    names = split_names("de Saussure, Ferdinand, van der Waals, J. D., et al.")
    assert names[0].non_dropping_particle == "de"
    assert names[1].family == "Waals"
    assert names[-1] == OTHERS
    assert split_names("King, M. L., Jr.")[0].suffix == "Jr."


def test_bodies_stay_whole_and_dashes_name_nobody() -> None:
    assert split_names("World Health Organization.")[0].literal == "World Health Organization"
    assert split_names("———.") == ()


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    for name in split_names(text):
        assert name.family or name.given or name.literal or name.suffix


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Roth TR, Moore FE Jr", ["Roth, T. R.", "Moore, F. E., Jr"]),
        ("Moore FE 3rd, Roth TR", ["Moore, F. E., 3rd", "Roth, T. R."]),
        ("Schuklenk U", ["Schuklenk, U."]),
        ("Banks PA, Freeman ML", ["Banks, P. A.", "Freeman, M. L."]),
        ("TIDE Research Group; Wright JT Jr, Lund B, et al",
         ["TIDE Research Group", "Wright, J. T., Jr", "Lund, B.", "others"]),
        ("Roth TR, Lund B, et al; Salt Working Group",
         ["Roth, T. R.", "Lund, B.", "Salt Working Group", "others"]),
        ("Roth TR, Lund B; C4591001 Clinical Trial Group",
         ["Roth, T. R.", "Lund, B.", "C4591001 Clinical Trial Group"]),
        ("Roth TR, Lund B, for the Alf-One Study Investigators",
         ["Roth, T. R.", "Lund, B.", "Alf-One Study Investigators"]),
        ("The Harbour Trialists’ Collaboration", ["The Harbour Trialists’ Collaboration"]),
        ("Guyatt G., Oxman A., GRADE Working Group",
         ["Guyatt, G.", "Oxman, A.", "GRADE Working Group"]),
        ("Roth A, Lund B; Groupe d’étude des lacs",
         ["Roth, A.", "Lund, B.", "Groupe d’étude des lacs"]),
        ("Roth A, Lund B, für die Studiengruppe Nord",
         ["Roth, A.", "Lund, B.", "Studiengruppe Nord"]),
        ("Société française d’hydrologie", ["Société française d’hydrologie"]),
        ("GBD 2019 Mental Disorders Collaborators", ["GBD 2019 Mental Disorders Collaborators"]),
        ("Food and Drug Administration", ["Food and Drug Administration"]),
        ("Arbeitsgemeinschaft der Kliniken Bonn", ["Arbeitsgemeinschaft der Kliniken Bonn"]),
        ("Institut national de la mer", ["Institut national de la mer"]),
    ],
)  # fmt: skip
def test_groups_and_suffixes_of_medical_journals(authors: str, names: list[str]) -> None:
    string = f"{authors}. Tides and the heart in towns. Lancet. 2015;373(22):2103-16."
    work = work_of(parser().parse(string))
    assert [printed(name) for name in work.names("author")] == names
    assert work.text("title") == "Tides and the heart in towns"
    assert work.text("container-title") == "Lancet"


@pytest.mark.parametrize(
    ("string", "title"),
    [
        ("Managing the Research Group. London: Sage, 1999.", "Managing the Research Group"),
        ("The General Hospital. A novel. Leeds: Verso, 1999.", "The General Hospital. A novel"),
        ("Public Administration. A reader. Leeds: Verso, 2019.", "Public Administration. A reader"),
        (
            "Groupe de parole. Une enquête. Paris: Seuil, 1999.",
            "Groupe de parole. Une enquête",
        ),
    ],
)
def test_a_title_about_a_group_is_no_author(string: str, title: str) -> None:
    work = work_of(parser().parse(string))
    assert (work.names("author"), work.text("title")) == ((), title)


def test_a_group_behind_names_with_stops() -> None:
    string = "Guyatt, G., Oxman, A., & the GRADE Working Group (2008). Salt. BMJ, 336, 924-926."
    work = work_of(parser().parse(string))
    assert [printed(name) for name in work.names("author")][2:] == ["GRADE Working Group"]
    assert work.text("title") == "Salt"


def test_a_title_behind_a_name_is_no_group() -> None:
    work = work_of(parser().parse("Roth, A. B., Salt Council. Leeds: Verso, 2003."))
    assert [printed(name) for name in work.names("author")] == ["Roth, A. B."]
    assert (work.text("title"), work.text("publisher-place")) == ("Salt Council", "Leeds")


def printed(name: Name) -> str:
    """A name inverted, as reference lists have it."""
    return name.literal or ", ".join(filter(None, (name.family, name.given, name.suffix)))


@pytest.mark.parametrize("name", ["Van Roth AB Jr", "van der Lund C", "Van Roth, A. B."])
def test_long_rows_of_names_end_without_a_group(name: str) -> None:
    assert shown(f"{name}, " * 60) is None
    assert shown(f"{name}; Tide Study Group. Rivers. Lancet 2001;3:4-5.") is not None
