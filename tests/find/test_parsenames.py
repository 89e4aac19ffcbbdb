"""Lists of names in the many ways references print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.find.parsing.names import split_names
from citekit.names import OTHERS

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
