"""Patents, versions, reviews and compound names of reference strings."""

from __future__ import annotations

import pytest

from citekit.find.parsing.work import work_of
from citekit.library.parsing import parser
from citekit.model import Work


def read(string: str) -> Work:
    return work_of(parser().parse(string))


def authors(work: Work, role: str = "author") -> list[str]:
    return [f"{name.given} {name.family}{name.literal}".strip() for name in work.names(role)]


@pytest.mark.parametrize(
    ("string", "title", "number", "year"),
    [
        ("Roth AC, inventor; Quay Surgical R&D Inc., assignee. Flexible cutting device. "
         "United States patent US 20020103498. 2002 Aug 1.",
         "Flexible cutting device", "20020103498", 2002),
        ("Roth, S. C., & Lund, B. (2016). Presenting tides across domains (U.S. Patent No. "
         "9,367,592). U.S. Patent and Trademark Office.",
         "Presenting tides across domains", "9,367,592", 2016),
        ("Roth, Ada. Improvements in looms. US Patent 4,405,829, filed December 14, 1977, and "
         "issued September 20, 1983.", "Improvements in looms", "4,405,829", 1983),
    ],
)  # fmt: skip
def test_patents(string: str, title: str, number: str, year: int) -> None:
    work = read(string)
    date = work.date("issued")
    assert (work.type, work.text("title"), work.text("number")) == ("patent", title, number)
    assert date is not None
    assert date.start is not None
    assert date.start.year == year
    assert authors(work)[0].endswith("Roth")


@pytest.mark.parametrize(
    ("string", "title", "version"),
    [
        ("Quay Team. (2021). R: A language for tides (Version 4.1.0) [Computer software]. Quay "
         "Foundation. https://www.example.org/", "R: A language for tides", "4.1.0"),
        ("Lund, B., & Roth, A. (2020). Gauges of the north (Version 2) [Data set]. Quay. "
         "https://doi.org/10.5281/quay.1234567", "Gauges of the north", "2"),
        ("Quay Center. (2018). Tide panel wave 26 [Data set]. https://www.example.org/26",
         "Tide panel wave 26", ""),
    ],
)  # fmt: skip
def test_versions_and_numbers_of_titles(string: str, title: str, version: str) -> None:
    work = read(string)
    assert (work.text("title"), work.text("version")) == (title, version)


def test_what_an_article_reviews() -> None:
    work = read(
        "Roth, Ada. “A Path That Diverges.” Review of Swing Bridge, by Bo Lund. Leeds Times, "
        "November 7, 2016."
    )
    assert work.text("container-title") == "Leeds Times"
    assert work.text("reviewed-title") == "Swing Bridge"
    assert authors(work, "reviewed-author") == ["Bo Lund"]


@pytest.mark.parametrize(
    ("string", "names"),
    [
        ("Mata y Ruiz, Inés: Las mareas, Madrid: Muelle 1930.", ["Inés Mata y Ruiz"]),
        ("Costa e Silva, A. (1990). As marés. Lisboa: Cais.", ["A. Costa e Silva"]),
        ("Sociedad Española de Mareas y Federación de Puertos (2015). Guía. Madrid: Muelle.",
         ["Sociedad Española de Mareas y Federación de Puertos"]),
    ],
)  # fmt: skip
def test_names_with_a_conjunction(string: str, names: list[str]) -> None:
    assert authors(read(string)) == names


def test_a_title_goes_on_behind_a_stop_where_commas_part_the_rest() -> None:
    work = read("A. Roth, Il porto e il mare. Il cosmo di un mugnaio, Torino, Einaudi, 1976.")
    assert work.text("title") == "Il porto e il mare. Il cosmo di un mugnaio"
    assert (work.text("publisher-place"), work.text("publisher")) == ("Torino", "Einaudi")


def test_a_place_with_its_state() -> None:
    work = read("Roth MM. Infant sleep [dissertation]. Mount Leeds (MI): Quay University; 2002.")
    places = (work.text("publisher-place"), work.text("publisher"))
    assert places == ("Mount Leeds (MI)", "Quay University")


def test_what_was_printed_ahead_is_no_part_of_the_title() -> None:
    work = read("Roth J, Lund S. Tidal energy. Renew Tides. 2019 Mar;12(3):45-9. Epub 2019 Jan 4.")
    shown = [work.text(name) for name in ("title", "container-title", "volume", "issue", "page")]
    assert shown == ["Tidal energy", "Renew Tides", "12", "3", "45-9"]


def test_an_unsigned_article_of_a_newspaper() -> None:
    work = read("The Leeds Observer. “Free exchange: Nudge.” 12 March 2016, p. 74.")
    assert work.names("author") == ()
    assert (work.text("container-title"), work.text("title")) == (
        "The Leeds Observer",
        "Free exchange: Nudge",
    )


def test_an_imprint_with_commas_behind_a_book() -> None:
    work = read("Roth, Inés, «El puerto», en Mareas, Buenos Aires, Muelle, 1944, pp. 9-20.")
    assert (work.text("publisher-place"), work.text("publisher")) == ("Buenos Aires", "Muelle")
    meeting = read(
        "K. Roth. Deep tides. In Proceedings of the Tide Conference, Leeds, Morocco, 2008."
    )
    assert meeting.text("publisher") == ""


def test_a_german_body_by_the_end_of_a_compound() -> None:
    work = read(
        "Deutsche Forschungsgemeinschaft, Sicherung guter wissenschaftlicher Praxis, Weinheim 2013."
    )
    assert authors(work) == ["Deutsche Forschungsgemeinschaft"]


def test_years_of_a_work_without_imprint() -> None:
    work = read("Roth, Georgia. Hafenmarch. 1871-72.")
    assert (authors(work), work.text("title")) == (["Georgia Roth"], "Hafenmarch")
