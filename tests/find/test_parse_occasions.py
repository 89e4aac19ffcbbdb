"""Reference strings of reports, speeches, volumes of collected works and unsigned articles."""

from __future__ import annotations

import pytest

from citekit.find.parsing.work import work_of
from citekit.library.parsing import parser
from citekit.model import Date, DatePoint, Work


def read(string: str) -> Work:
    return work_of(parser().parse(string))


@pytest.mark.parametrize(
    ("string", "title", "genre"),
    [
        ("Ministry of Ports, Mud in Towns, Report, 1963.", "Mud in Towns", "Report"),
        ("Orme, K., The Debts of Towns, Report, Leeds, 2012.", "The Debts of Towns", "Report"),
        ("Orme, Katharine. The Debts of Towns. Final Report, 2012.", "The Debts of Towns",
         "Final Report"),
        ("Hafenamt: Die Schulden der Städte. Bericht, 2012.", "Die Schulden der Städte", "Bericht"),
        # a report that has no other title
        ("Oxfam, Report, 2012.", "Report", ""),
        ("Royal Commission on Ports. Final Report, 1894.", "Final Report", ""),
    ],
)  # fmt: skip
def test_a_report_is_no_part_of_the_title_that_it_has(string: str, title: str, genre: str) -> None:
    work = read(string)
    assert (work.type, work.text("title"), work.text("genre")) == ("report", title, genre)
    assert work.names("author")


@pytest.mark.parametrize(
    ("string", "title", "volume", "container"),
    [
        (
            "Orme, K. On Mud, vol. 18 of The Collected Works of Katharine Orme. Leeds: Quay, 1977.",
            "On Mud", "18", "The Collected Works of Katharine Orme",
        ),
        (
            "Katharine Orme, Principles of Mud, in vol. 2 of The Collected Works (Leeds: Quay, "
            "1965).",
            "Principles of Mud", "2", "The Collected Works",
        ),
        (
            "Orme, Katharine. 1957. “Mourning and Mud.” In vol. 14 of The Standard Edition, edited "
            "by James Roy, 237–258. London: Quay.",
            "Mourning and Mud", "14", "The Standard Edition",
        ),
        (
            "Orme, Karl: Der Hafen, Bd. 23 der Orme-Werke, Berlin: Dietz 1962.",
            "Der Hafen", "23", "Orme-Werke",
        ),
    ],
)  # fmt: skip
def test_a_volume_of_collected_works(string: str, title: str, volume: str, container: str) -> None:
    work = read(string)
    assert (work.text("title"), work.text("volume")) == (title, volume)
    assert work.text("container-title") == container


def test_the_volume_of_a_series_that_a_book_stands_in() -> None:
    work = read(
        "Orme, K. On tides. In Proceedings of the Third Harbour Conference, volume 98 of Lecture "
        "Notes in Mud, pages 44-58. Quay, 1995."
    )
    assert work.text("container-title") == "Proceedings of the Third Harbour Conference"
    assert work.text("collection-title") == "Lecture Notes in Mud"


@pytest.mark.parametrize(
    ("string", "paper"),
    [
        ("The Economist. 2013. “Ports: The Bottom Line.” 5 October.", "The Economist"),
        ("New York Times. 1962. “Ports: The Bottom Line.” May 3.", "New York Times"),
        ("The Leeds Harbour Gazette. 1913. “Ports: The Bottom Line.” 5 October.",
         "The Leeds Harbour Gazette"),
        ("Der Spiegel. 2013. Ports: The Bottom Line. 5. Oktober.", "Der Spiegel"),
        ("The Economist. (2013, October 19). Ports: The Bottom Line. Retrieved from "
         "http://www.example.org/lab", "The Economist"),
    ],
)  # fmt: skip
def test_an_unsigned_article_is_by_nobody(string: str, paper: str) -> None:
    work = read(string)
    assert (work.type, work.text("container-title")) == ("article-newspaper", paper)
    assert work.text("title").casefold() == "ports: the bottom line"
    assert not work.names("author")


def test_a_book_by_somebody_with_the_name_of_a_paper_is_no_article() -> None:
    assert read("Emily Post. 1922. Etiquette in Society. New York: Funk.").names("author")
    assert read("The Observer. 1922. Ports of the World. Leeds: Quay.").text("title") != ""


@pytest.mark.parametrize(
    ("string", "title", "genre"),
    [
        ("Orme, Katharine. 1963. “I Have a Barge.” Speech at the Lincoln Memorial, Leeds, 28 "
         "August.", "I Have a Barge", "Speech at the Lincoln Memorial"),
        ("Orme, K. (2009). A new beginning. Speech at Cairo University, Cairo, 4 June.",
         "A new beginning", "Speech at Cairo University"),
        ("Orme, Willy: Erinnern und Handeln. Rede vor dem Hafenrat, Bonn, 8. Mai 1970.",
         "Erinnern und Handeln", "Rede vor dem Hafenrat"),
        ("Orme, André. « Transfert des cendres », discours prononcé au Panthéon, Paris, 19 "
         "décembre 1964.", "Transfert des cendres", "discours prononcé au Panthéon"),
        # a speech without a title
        ("Orme, Katharine. Speech at the Harbour Conference, Brighton, 10 October 1980.",
         "Speech at the Harbour Conference", ""),
        ("Orme, Richard: Rede im Deutschen Bundestag, Bonn, 8. Mai 1985.",
         "Rede im Deutschen Bundestag", ""),
    ],
)  # fmt: skip
def test_a_speech_stands_in_no_book(string: str, title: str, genre: str) -> None:
    work = read(string)
    assert (work.type, work.text("title"), work.text("genre")) == ("speech", title, genre)
    fields = work.fields.keys()
    assert fields.isdisjoint(("container-title", "publisher"))
    assert "publisher-place" in fields


def test_the_day_of_looking_up_is_no_date_of_the_work() -> None:
    work = read("Harbour Trust (n.d.). Ports. Retrieved June 3, 2014, from http://example.org/p")
    assert not isinstance(work.fields.get("issued"), Date)
    assert isinstance(work.fields.get("accessed"), Date)


@pytest.mark.parametrize(
    "string",
    [
        "Ada Roth: Brief an Nils Lund, 3.–5. Mai 1912. In: Briefe. Leipzig: Kai 1999, S. 12.",
        "Roth, Ada. Brief an Nils Lund, 3. bis 5. Mai 1912. In Briefe, 12–14. London: Quay, 1999.",
        "Roth, Ada. Brief an Nils Lund, 3–5 May 1912. In Letters, 12–14. London: Quay, 1999.",
    ],
)
def test_the_days_on_which_a_letter_was_written(string: str) -> None:
    work = read(string)
    written = Date(DatePoint(1912, 5, 3), DatePoint(1912, 5, 5), range=True)
    assert (work.text("title"), work.date("original-date")) == ("Brief an Nils Lund", written)
