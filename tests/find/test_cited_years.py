"""Years beside names that cite, and such as only say when something was."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.works import Catalogue
from citekit.model import Date, DatePoint, Name, Work


def work(key: str, year: int, *authors: Name) -> Work:
    fields = {"author": authors, "issued": Date(DatePoint(year)), "title": f"Of {key}"}
    return Work(key, "book", fields)  # type: ignore[arg-type]


CATALOGUE = Catalogue.of(
    [
        work("osterby", 1981, Name("Østerby", "Lena")),
        work("quarles", 1990, Name("Quarles", "Ned")),
        work("wägeli", 2004, Name("Wägeli", "Urs"), Name("Holm", "Ada"), Name("Roth", "Jan")),
        work("soto", 1997, Name("Mata Ruiz", "Inés")),
        work("board", 2012, Name(literal="Eastern Board of Tides")),
    ]
)


def cited(text: str) -> list[tuple[str, str]]:
    found = citations(text, CATALOGUE)
    return [(text[one.start : one.end], one.body.value) for one in found if one.body.value]


@pytest.mark.parametrize(
    "text",
    [
        "Als Østerby 1981 nach Bergen zog, war sie jung.",
        "Der Hafen wuchs, als Østerby 1981 starb, noch immer.",
        "Seit Quarles 1990 in den Ruhestand ging, ruht die Sache.",
        "Nachdem Frau Østerby 1981 das Amt übernommen hatte, schwieg der Rat.",
        "Østerby, 1981 zur Leiterin gewählt, schwieg.",
        "Herr Quarles, 1990 in Leeds berufen, ging.",
        "Quarles (1990 bis 1996 Direktor) ging.",
        "Quarles (1990 to 1996 head of the board) resigned.",
        "Quarles (1990 à 1996 directeur) partit.",
    ],
)
def test_years_of_lives(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Wie Østerby 1981 zeigte, ist es so.", "Østerby 1981", "osterby"),
        ("Bei Østerby 1981 heißt es so.", "Østerby 1981", "osterby"),
        ("Als Østerby 1981 behauptete, Tang sei Brauch, lachte man.", "Østerby 1981", "osterby"),
        ("Es ist mehr, als Quarles 1990 annahm, und so fort.", "Quarles 1990", "quarles"),
        ("Seit Quarles 1990 ist bekannt, dass Rechte driften.", "Quarles 1990", "quarles"),
        ("Wie Quarles, 1990, schreibt, ist es so.", "Quarles, 1990", "quarles"),
        ("Quarles 1990, S. 3, sieht es so.", "Quarles 1990, S. 3", "quarles"),
        ("The discussion in Mata Ruiz 1997 is short.", "Mata Ruiz 1997", "soto"),
        ("Vgl. Eastern Board of Tides 2012, S. 4.", "Eastern Board of Tides 2012, S. 4", "board"),
        ("Compare Eastern Board of Tides 2012.", "Eastern Board of Tides 2012", "board"),
        ("Østerby’s findings (1981, as cited in X) hold.", "(1981", "osterby"),
    ],
)
def test_years_of_works(text: str, words: str, key: str) -> None:
    assert cited(text) == [(words, key)]


@pytest.mark.parametrize(
    "text",
    [
        "Quarles argues that ports are debts. See Section 3 (1990).",
        "Quarles argues that ports are debts. See Table 2 (1990: 12).",
        "Quarles argues that ports are debts. The town obeyed Resolution 242 (1990).",
        "Quarles argues that ports are debts; cf. chapter 4 (1990).",
        "Quarles soutient que les ports sont des dettes. Voir la section 3 (1990).",
        "Quarles meint, Häfen seien Schulden. Siehe Abschnitt 3 (1990: 12).",
    ],
)
def test_the_year_of_what_has_a_number_is_of_no_authors_work(text: str) -> None:
    assert cited(text) == []


def test_a_year_behind_a_word_or_page_is_of_the_authors_work() -> None:
    assert cited("Quarles says so on page 12 (1990).") == [("(1990)", "quarles")]
    assert cited("Quarles argues that ports are debts (1990).") == [("(1990)", "quarles")]


@pytest.mark.parametrize(
    "others",
    """et al.|und Kollegen|und seine Kolleginnen|und Mitarbeiter|u. Mitarb.|und sein Team
    et ses collègues|et collaborateurs|et ses collaborateurs|et son équipe|and co-workers
    and coworkers|and collaborators|and his colleagues|and her team""".replace("\n    ", "|").split(
        "|"
    ),
)
def test_words_for_further_authors(others: str) -> None:
    assert cited(f"So {others} (2004). Wägeli {others} (2004) show it.") == [
        (f"Wägeli {others} (2004)", "wägeli")
    ]


def test_a_year_alone_may_stand_before_other_citations() -> None:
    text = "Quarles holds that it was a gift (1990, 207; see also Østerby 1981, 9)."
    assert cited(text) == [("(1990, 207", "quarles"), ("Østerby 1981, 9", "osterby")]
    text = "Quarles holds that it was a gift (1990, 207; see also Holt 2001)."
    found = citations(text, CATALOGUE)
    assert [text[one.start : one.end] for one in found] == ["(1990, 207", "Holt 2001"]


def test_an_edition_is_cited_by_its_own_year_where_the_first_one_is_a_work_too() -> None:
    first = work("first", 1951, Name("Morel", "Jean"))
    reprint = work("reprint", 1967, Name("Morel", "Jean"))
    dated = {**reprint.fields, "original-date": Date(DatePoint(1951))}
    catalogue = Catalogue.of([first, reprint._replace(fields=dated)])
    found = citations("Water is free (Morel 1951, 3). It runs (Morel 1967, 12).", catalogue)
    assert [one.body.value for one in found] == ["first", "reprint"]
