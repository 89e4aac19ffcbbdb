"""A claim ends before what holds its citation, however the work is cited."""

from __future__ import annotations

import pytest

from citekit.find.citations.held import held
from citekit.find.scan import scan
from tests.find.test_sources import SCANNER


def claims(text: str) -> list[tuple[str, str]]:
    """(words, work) of the paraphrases of a text."""
    return [
        (text[found.start : found.end], found.body.value)
        for found in scan(text, SCANNER)
        if found.kind == "paraphrase"
    ]


@pytest.mark.parametrize(
    "cited",
    [
        " (Orme 1959, p. 40)",
        " [@orme1959, p. 40]",
        " [see @falk1976; @orme1959, p. 40]",
        "^[@orme1959, p. 40]",
        " \\cite{orme1959}",
        "~\\parencite[40]{orme1959}",
        " \\cite{falk1976,orme1959}",
        " \\parencites[2]{falk1976}[40]{orme1959}",
    ],
)
@pytest.mark.parametrize("rest", [".", ", and that nobody saw it at the time."])
def test_a_claim_ends_before_its_citation(cited: str, rest: str) -> None:
    claim = "Katharine Orme argues that clerks made the harbours"
    text = f"{claim}{cited.replace('~', chr(160))}{rest}"
    assert claims(text) == [(claim, "orme1959")]


@pytest.mark.parametrize("cited", ["(1959)", "(Orme 1959)", "[@orme1959]", "\\cite{orme1959}"])
def test_a_citation_before_the_verb_does_not_end_the_claim(cited: str) -> None:
    text = f"Katharine Orme, in a chapter that few have read {cited}, argues that clerks made it."
    assert claims(text) == [(text, "orme1959")]


def test_a_title_in_a_claim_does_not_end_it() -> None:
    text = "Falk wrote. Robert Falk shows that his “Doors and Windows” was made in small rooms."
    assert claims(text) == [(text[12:], "falk1988")]


@pytest.mark.parametrize(
    ("text", "cite", "holder"),
    [
        ("So it is (see Lee 1990).", "Lee 1990", "(see Lee 1990)"),
        ("So it is [see @lee, p. 3; @roy].", "@roy", "[see @lee, p. 3; @roy]"),
        ("So it is.^[Cf. @lee.] Not so.", "@lee", "^[Cf. @lee.]"),
        ("So it is (as in [@lee]).", "@lee", "(as in [@lee])"),
        ("So it is \\cites[3]{lee}[4]{roy}.", "roy", "\\cites[3]{lee}[4]{roy}"),
        ("So it is (here) @lee says [there].", "@lee", "@lee"),
        ("So it is [here.\n\n@lee] says.", "@lee", "@lee"),
        ("So it is {here lee}.", "lee", "lee"),
    ],
)
def test_what_holds_a_citation(text: str, cite: str, holder: str) -> None:
    at = text.index(cite)
    start, end = held(text, at, at + len(cite))
    assert text[start:end] == holder


@pytest.mark.parametrize(
    "subject",
    [
        "Orme (1959)",
        "@orme1959",
        "@orme1959 [p. 3]",
        "Orme [-@orme1959]",
        "\\textcite[3]{orme1959}",
    ],
)
def test_a_key_may_be_the_subject_of_a_claim(subject: str) -> None:
    claim = f"{subject} argues that the state is no eye, and that it never was."
    assert claims(f"Nobody doubts it. {claim}") == [(claim, "orme1959")]


@pytest.mark.parametrize("cited", ["[@orme1959]", "(Orme 1959)", "\\parencite{orme1959}"])
def test_a_key_in_brackets_is_no_subject(cited: str) -> None:
    assert claims(f"So it is. {cited} argues that the state is no eye, and never was.") == []


def test_a_citation_behind_the_verb_leaves_the_claim() -> None:
    text = "As shown by the historian Katharine Orme \\cite{orme1959}, it is so."
    assert claims(text) == [(text, "orme1959")]


NOTES = (
    "\n\n1. Katharine Orme, The Tide and the Ledger: An Essay on Ports (London: Quay, 1959), 12.\n"
    "2. Robert Falk, Hearing and Mishearing in Small Rooms (London: Quay, 1976), 3.\n"
)


def test_a_note_number_behind_the_full_stop_ends_the_claim() -> None:
    text = (
        "Every harbour is an office, says the book on ports.1 Robert Falk argues that nobody "
        f"has heard a question to its end.2{NOTES}"
    )
    claim = "Robert Falk argues that nobody has heard a question to its end."
    assert claims(text) == [(claim, "falk1976")]


@pytest.mark.parametrize("after", ["Later it changed again.2", "“It did,” he says.2"])
def test_a_note_number_behind_the_full_stop_is_no_part_of_a_name(after: str) -> None:
    text = f"“Harbours are offices with many boats,” writes Orme.1 {after}{NOTES}"
    first = next(found for found in scan(text, SCANNER) if found.kind == "quotation")
    assert (first.speaker, first.body.value, first.locator) == ("Katharine Orme", "orme1959", "12")


ARGUES = "Orme (1959) argues that clerks made the harbours of the last century."
LOOKS = "Orme (1959) looks at the harbours of the north in the last century."


@pytest.mark.parametrize(
    ("cited", "following"),
    [
        (ARGUES, "However, she also warned that clerks would forget the sea."),
        (LOOKS, "Nevertheless, she believed that clerks would forget the sea."),
        (ARGUES, "In contrast to others, she finds that clerks forget the sea."),
        (LOOKS, "Conversely, in her view clerks forget the sea."),
        (
            "Orme (1959) étudie les ports du nord et leurs clercs au siècle dernier.",
            "Toutefois, elle reconnaît que les clercs oublient la mer.",
        ),
        (
            "Orme (1959) untersucht die Häfen des Nordens und ihre Schreiber.",
            "Allerdings warnt sie auch, dass die Schreiber das Meer vergessen.",
        ),
    ],
)
def test_claims_go_on_behind_who_is_cited(cited: str, following: str) -> None:
    assert (following, "orme1959") in claims(f"{cited} {following}")


def test_nobody_claims_behind_a_citation_in_parentheses() -> None:
    assert claims("It rained (Orme 1959). She said that it was wet, and went home.") == []
