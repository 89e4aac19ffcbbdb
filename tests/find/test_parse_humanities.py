"""References as the humanities write them: what the model makes of strings labelled by hand, and
what the mended parts say, whatever the model labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.parse import score
from citekit.find.parsing.mending import mended
from citekit.find.parsing.parts import Parsed, Part
from citekit.find.parsing.work import work_of
from citekit.model import Date, DatePoint
from tests.find.texts import parser

#: Strings of five languages, made up and labelled by hand.
_GOLD = Path(__file__).parent / "forms" / "humanities.jsonl"


def test_strings_of_the_humanities() -> None:
    found = score(_GOLD, parser())
    assert found.f1 >= 0.96
    for field in ("author", "title", "publisher", "publisher-place", "date", "pages"):
        assert found.rates(field)[2] >= 0.94, field


@pytest.mark.parametrize(
    ("string", "author", "title", "place", "publisher"),
    [
        ("Nadia Orsel, Dans le sillage des bacs, Nantes, Minard, 1971, p. 40.",
         "Orsel", "Dans le sillage des bacs", "Nantes", "Minard"),
        ("Nadia ORSEL, La Barque dans la brume, Paris, Seuil, coll. « Rives », 2001.",
         "Orsel", "La Barque dans la brume", "Paris", "Seuil"),
        ("Nadia Orsel: In den Schleusen der Oder. Eine Chronik, 2 Bde., Leipzig: Insel 1911.",
         "Orsel", "In den Schleusen der Oder. Eine Chronik", "Leipzig", "Insel"),
        ("Nadia Orsel, Zu Fuß in den Hafen, Bremen 1922, S. 12.",
         "Orsel", "Zu Fuß in den Hafen", "Bremen", ""),
        ("Nadia Orsel, In the Wake of Ferries (Hull: Elm Press, 1999), 12.",
         "Orsel", "In the Wake of Ferries", "Hull", "Elm Press"),
        ("Nadia Orsel, Nel porto di Trieste, Torino, Einaudi, 1984, pp. 3-9.",
         "Orsel", "Nel porto di Trieste", "Torino", "Einaudi"),
        ("Nadia Orsel, En la orilla del Ebro, Madrid, Gredos, 1968.",
         "Orsel", "En la orilla del Ebro", "Madrid", "Gredos"),
    ],
)  # fmt: skip
def test_words_that_elsewhere_lead_to_a_container_are_of_the_title(
    string: str, author: str, title: str, place: str, publisher: str
) -> None:
    work = work_of(parser().parse(string))
    assert work.type == "book"
    assert [name.family for name in work.names("author")] == [author]
    assert work.text("title") == title
    assert (work.text("publisher-place"), work.text("publisher")) == (place, publisher)


@pytest.mark.parametrize(
    ("string", "authors", "title"),
    [
        ("Nadia Orsel, Street-Level Ferries: Troubles of the Crew (Hull: Elm Press, 1980), 23.",
         ["Orsel"], "Street-Level Ferries: Troubles of the Crew"),
        ("Nadia Orsel, *Street-Level Ferries: Troubles of the Crew* (Hull: Elm Press, 1980), 23.",
         ["Orsel"], "Street-Level Ferries: Troubles of the Crew"),
        ("Nadia Orsel, Exit, Voice, and Ferry: Responses to Fog (Hull, MA: Elm Press, 1970), 3.",
         ["Orsel"], "Exit, Voice, and Ferry: Responses to Fog"),
        ("OECD, Ferry Outlook 2016: Calm Routes for All (Paris: Elm Publishing, 2016), 35.",
         ["OECD"], "Ferry Outlook 2016: Calm Routes for All"),
        ("Nadia Orsel, Jan Lund, and Tom Wick, Sea Level: A Study (Hull: Elm Press, 1990), 12.",
         ["Orsel", "Lund", "Wick"], "Sea Level: A Study"),
        ("Nadia Orsel, Jan Lund: Die Flut im Hafen (Bremen: Ulme, 1990), 12.",
         ["Orsel", "Lund"], "Die Flut im Hafen"),
        ("Orsel, J., & Wick, A. (1973). Delay: How Great Hopes in Hull Are Dashed in Leeds. Elm"
         " Press.", ["Orsel", "Wick"], "Delay: How Great Hopes in Hull Are Dashed in Leeds"),
    ],
)  # fmt: skip
def test_a_note_parts_its_author_from_the_title(
    string: str, authors: list[str], title: str
) -> None:
    work = work_of(parser().parse(string))
    assert [name.family or name.literal for name in work.names("author")] == authors
    assert (work.type, work.text("title")) == ("book", title)


def labelled(*pieces: tuple[str, str]) -> Parsed:
    """The parts that a model has labelled, with spaces between them, mended."""
    string = " ".join(text for _, text in pieces)
    parts = []
    for label, text in pieces:
        start = parts[-1].end + 1 if parts else 0
        parts.append(Part(label, text, start, start + len(text)))
    return Parsed(string, mended(string, parts))


def test_a_mark_alone_is_no_author() -> None:
    parsed = labelled(
        ("editor", "NORA Pierre (dir.),"), ("title", "Les lieux de mémoire,"), ("volume", "t. I"),
        ("author", ":"), ("title", "La République,"), ("place", "Paris,"), ("date", "1984."),
    )  # fmt: skip
    assert parsed.texts("author") == []
    assert parsed.texts("volume") == ["t. I :"]


@pytest.mark.parametrize(
    ("author", "title", "expected"),
    [
        (
            "Goethe, Johann Wolfgang von: Werke.",
            "Ausgabe in 14 Bänden.",
            "Werke. Ausgabe in 14 Bänden.",
        ),
        ("Ders.: Vergangene", "Zukunft.", "Vergangene Zukunft."),
    ],
)
def test_a_title_begins_behind_the_authors_colon(author: str, title: str, expected: str) -> None:
    parsed = labelled(("author", author), ("title", title), ("place", "Berlin"), ("date", "1981."))
    assert parsed.texts("title") == [expected]
    assert parsed.texts("author") == [author.partition(":")[0] + ":"]


@pytest.mark.parametrize(
    ("volumes", "expected"),
    [
        ("2 Bde.", ("2", "")),
        ("14 Bände.", ("14", "")),
        ("2 vol.,", ("2", "")),
        ("Bd. 3.", ("", "3")),
    ],
)
def test_how_many_volumes_are_no_volume(volumes: str, expected: tuple[str, str]) -> None:
    work = work_of(
        labelled(
            ("author", "Roth, Ada:"), ("title", "Häfen."), ("volume", volumes), ("date", "1981")
        )
    )
    assert (work.text("number-of-volumes"), work.text("volume")) == expected


@pytest.mark.parametrize("date", ["²1976,", "1976²,"])
def test_a_raised_number_beside_the_year_is_the_edition(date: str) -> None:
    string = f"Nadia Orsel: Die Schleusen, Kiel: Elm {date} S. 14."
    work = work_of(parser().parse(string))
    assert work.text("edition") == "2"
    assert work.date("issued") == Date(DatePoint(1976))
    parsed = labelled(("title", "Die Schleusen,"), ("place", "Kiel"), ("date", date))
    assert parsed.texts("date") == ["1976" if date.endswith("²,") else "1976,"]


def test_a_roman_number_before_how_many_pages_is_no_volume() -> None:
    parsed = labelled(
        ("title", "Häfen."), ("date", "1981."), ("volume", "viii +"), ("pages", "300 pp.")
    )
    assert (parsed.texts("volume"), parsed.texts("pages")) == ([], ["viii + 300 pp."])


def test_the_two_years_of_a_volume_are_no_issue() -> None:
    parsed = labelled(
        ("journal", "Hafenblätter"), ("volume", "42"), ("issue", "(1998/99):"), ("pages", "3–9.")
    )
    assert parsed.texts("date") == ["(1998/99):"]
    assert parsed.texts("issue") == []


def test_a_number_behind_an_imprint_in_brackets_is_a_page_and_behind_a_journal_none() -> None:
    book = labelled(
        ("title", "Harbours"),
        ("place", "(Hull:"),
        ("publisher", "Elm,"),
        ("date", "1962),"),
        ("volume", "3."),
    )
    assert book.texts("pages") == ["3."]
    article = labelled(
        ("title", "Harbours,"), ("journal", "Quays"), ("date", "(1962),"), ("volume", "3.")
    )
    assert article.texts("volume") == ["3."]


def test_who_holds_a_dataset_stands_before_its_address() -> None:
    parsed = labelled(
        ("title", "Tides"), ("genre", "[Data set]."), ("url", "SeaBase. https://sea.example/4")
    )
    assert parsed.texts("publisher") == ["SeaBase."]
    assert parsed.texts("url") == ["https://sea.example/4"]


def test_a_mark_of_editors_ends_their_names() -> None:
    parsed = labelled(
        ("editor", "Orsel, Nadia, and Karl Elm, Hrsg. Die Schleusen."),
        ("edition", "3. Aufl."),
        ("date", "1998."),
    )
    assert parsed.texts("title") == ["Die Schleusen."]
    assert parsed.texts("editor") == ["Orsel, Nadia, and Karl Elm, Hrsg."]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Nantes, Ormeau,", (["Nantes,"], ["Ormeau,"])),
        ("Graz, Austria,", (["Graz, Austria,"], [])),
        ("Paris, Bruxelles,", (["Paris, Bruxelles,"], [])),
    ],
)
def test_a_publisher_behind_the_comma_of_a_place(
    place: str, expected: tuple[list[str], list[str]]
) -> None:
    parsed = labelled(
        ("author", "Nadia Orsel,"), ("title", "Les Bacs,"), ("place", place), ("date", "1961.")
    )
    assert (parsed.texts("place"), parsed.texts("publisher")) == expected
