"""Parsed works against a catalogue."""

from __future__ import annotations

import pytest

from citekit.find.references.finder import references
from citekit.find.references.matching import Index
from citekit.library.parsing import parser
from citekit.model import Date, DatePoint, Name, Work
from tests.find.texts import catalogue


def book(title: str, family: str, year: int, **more: str) -> Work:
    fields = {"title": title, "author": (Name(family=family),), "issued": Date(DatePoint(year))}
    return Work("x", "book", {**fields, **more})


def key(work: Work) -> str:
    match = catalogue().best(work)
    return match.key if match else ""


def test_the_same_work_written_otherwise() -> None:
    assert key(book("The structure of scientific revolutions", "KUHN", 1962)) == "kuhn1962"
    assert key(book("Structure of Scientific Revolutions", "Kuhn", 1970)) == "kuhn1962"
    assert key(book("Wirtschaft und Gesellschaft", "Weber", 1922)) == "weber1922"
    assert key(book("Imagined Cornmunities", "Anderson", 1983)) == "anderson1983"
    assert key(book("Le suicide", "Durkheim", 1897)) == "durkheim1897"


def test_another_work_of_the_author_or_of_that_title() -> None:
    assert key(book("The Essential Tension", "Kuhn", 1977)) == ""
    assert key(book("The Copernican Revolution", "Kuhn", 1962)) == ""
    assert key(book("The Human Condition", "Malraux", 1933)) == ""


def test_two_volumes_alike_are_not_told_apart() -> None:
    twins = Index(
        [
            book("Collected Papers", "Peirce", 1931)._replace(id="a"),
            book("Collected Papers", "Peirce", 1931)._replace(id="b"),
        ]
    )
    wanted = book("Collected Papers", "Peirce", 1931)
    assert twins.best(wanted) is None
    assert [match.key for match in twins.matches(wanted)] == ["a", "b"]


def test_an_identifier_settles_it() -> None:
    work = Work("x", "article-journal", {"DOI": "10.1002/j.1538-7305.1948.tb01338.x", "title": "?"})
    match = catalogue().best(work)
    assert match is not None
    assert (match.key, match.score, match.reasons) == ("shannon1948", 1.0, ("the same DOI",))


def test_original_dates_count() -> None:
    known = book("Le suicide", "Durkheim", 1951, **{"original-date": Date(DatePoint(1897))})  # type: ignore[arg-type]
    (match,) = Index([known]).matches(book("Le suicide", "Durkheim", 1897))
    assert match.score == 1.0


PART = Work(
    "part",
    "chapter",
    {
        "title": "Ports of Paper",
        "author": (Name("Orme", "Ann"),),
        "editor": (Name("Roth", "Ada"), Name("Orme", "Ann")),
        "container-title": "Rivers and Harbours",
        "issued": Date(DatePoint(2001)),
        "page": "3-19",
    },
)


@pytest.mark.parametrize(
    "string",
    [
        "Roth, Ada et al. (2001): Rivers and Harbours. A History. Leeds: Verso.",
        "Orme, Ann, and Ada Roth, eds. 2001. Rivers and Harbours. Leeds: Verso.",
    ],
)
def test_a_book_is_no_work_that_stands_in_it(string: str) -> None:
    (found,) = references(string, Index([PART]), parser())
    assert found.body.value == ""
    assert found.proposal is not None
    assert found.proposal.text("title").startswith("Rivers and Harbours")


def test_a_work_is_known_by_the_book_that_it_stands_in() -> None:
    assert Index([PART]).within("Orme, A. (2001), in: Rivers and Harbours, pp. 3-19.") is not None


def test_a_body_by_its_abbreviation() -> None:
    def report(title: str, author: str, year: int, id: str = "x") -> Work:
        name = Name(literal=author)
        fields = {"title": title, "author": (name,), "issued": Date(DatePoint(year))}
        return Work(id, "report", fields)

    title, nice = "Mental Health of the World", "National Institute for Health and Care Excellence"
    index = Index(
        [
            report(title, "World Health Organization", 2022, "who2022"),
            report("Depression in Adults", nice, 2018),
        ]
    )
    for author, name, year, known in (
        ("WHO", title, 2022, "who2022"),
        ("NICE", "Depression in adults", 2018, "x"),
        ("WTO", title, 2022, ""),
        ("WHO", title, 2019, ""),
        ("WHO", "Depression in Adults", 2022, ""),
    ):
        match = index.best(report(name, author, year))
        assert (match.key if match else "") == known


EDITED = [
    book("History of Rome, Books I–II", "Livy", 1919, **{"title-short": "History of Rome"}),
    book("Correspondance", "Sévigné", 1972, issued=Date(DatePoint(1972), DatePoint(1978))),  # type: ignore[arg-type]
    book("Adagia", "Erasmus", 1991),
]
EDITED = [work._replace(id=str(work.text("title")).split()[0]) for work in EDITED]


@pytest.mark.parametrize(
    ("string", "known"),
    [
        ("Livy, History of Rome 2.1.7, trans. B. Foster, Loeb 114 (London: Heinemann, 1919).",
         "History"),
        ("Erasmus, Adagia II.i.1, trans. R. Mynors, vol. 33 of Works (Toronto: UTP, 1991), 3.",
         "Adagia"),
        ("Mme de Sévigné, Correspondance, texte établi par R. Duchêne, Paris, Quai, 1974, p. 9.",
         "Correspondance"),
        ("Sévigné, Marie de: Correspondance, hg. von R. Duchêne, Bd. 2, Paris: Quai 1974, S. 9.",
         "Correspondance"),
        # other works of theirs, and another's
        ("Livy, Rome and Italy 6.1, trans. B. Radice (London: Penguin, 1919), 12.", ""),
        ("Mme de Sévigné, Lettres choisies, éd. R. Duchêne, Paris, Quai, 1974, p. 9.", ""),
        ("Roger Duchêne, Sévigné, Correspondance et vie, Paris, Bordas, 1974, p. 12.", ""),
    ],
)  # fmt: skip
def test_an_edition_by_the_author_and_title_at_its_head(string: str, known: str) -> None:
    found = references(string, Index(EDITED), parser())
    assert [one.body.value for one in found] == [known]


def test_the_place_behind_the_title_of_a_classic() -> None:
    text = "Livy, History of Rome 2.1.7, trans. B. O. Foster (London: Heinemann, 1919)."
    (found,) = references(f"See the note.[^1]\n\n[^1]: {text}", Index(EDITED), parser())
    assert found.locator == "2.1.7"
