"""Note marks and what they point at: marks inside quotation marks, places that notes end with."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.library.parsing import parser
from citekit.model import Name
from tests.find.test_mentions import ORME, work

FALK = Name("Falk", "Robert")
WORKS = [
    work("orme1959", ORME, 1959, "The Tide and the Ledger"),
    work("falk1976", FALK, 1976, "Hearing and Mishearing"),
    work("falk1988", FALK, 1988, "Doors and Windows"),
]
SCANNER = Scanner.of(WORKS, parser())
RAISED = "¹²"


def found(text: str, kind: str) -> list[Suggestion]:
    return [one for one in scan(text, SCANNER) if one.kind == kind]


def sources(text: str) -> list[tuple[str, str]]:
    return [(one.body.value, one.locator) for one in found(text, "quotation")]


@pytest.mark.parametrize(
    "said",
    [
        "Falk écrit que « la porte {0} », et que « la fenêtre est un mur {1} ».",
        "Falk argues that “a door is heard{0}” and that “a window is a wall{1}”",
        "Falk schreibt: „Die Tür wird gehört{0}“ und „das Fenster ist eine Wand{1}“.",
        "Falk schreibt: »Die Tür wird gehört{0}« und »das Fenster ist eine Wand{1}«.",
    ],
)
@pytest.mark.parametrize("mark", ["[^{0}]", "raised", "[{0}]", " ({0})"])
def test_a_mark_before_the_closing_mark_is_that_of_its_quotation(said: str, mark: str) -> None:
    one, two = RAISED if mark == "raised" else (mark.format(1), mark.format(2))
    said = said.replace(" {", "{").format(one, two)
    head = {"[^{0}]": "[^{0}]: ", "raised": "{1} "}.get(mark, "{0}. ")
    if mark in ("[{0}]", " ({0})"):
        said += "\n\nNotes"
    notes = (
        "Robert Falk, Hearing and Mishearing (Leeds: Quay, 1976), 4.",
        "Robert Falk, Doors and Windows (Leeds: Quay, 1988), 9.",
    )
    lines = (head.format(at + 1, RAISED[at]) + note for at, note in enumerate(notes))
    assert sources(f"{said}\n\n" + "\n".join(lines)) == [("falk1976", "4"), ("falk1988", "9")]


def test_the_mark_is_no_part_of_the_quoted_words() -> None:
    text = "Falk écrit que « la porte[^1] ».\n\n[^1]: Robert Falk, *Doors and Windows*, 1988, p. 4."
    assert [one.quoted for one in found(text, "quotation")] == ["la porte"]


def test_another_quotations_note_says_nothing_of_words_with_their_own() -> None:
    text = (
        "Orme écrit que « le port est un papier »[^1], et que « la mer est un livre[^2] ».\n\n"
        "[^1]: Katharine Orme, *The Tide and the Ledger*, Leeds, Quay, 1959, p. 4.\n"
        "[^2]: Jean Petit, *Carnets de la mer*, Paris, Rive, 1970, p. 5."
    )
    assert sources(text) == [("orme1959", "4"), ("", "")]


@pytest.mark.parametrize("quoted", ["„{}“", "»{}«", "«{}»", "“{}”"])
def test_numbers_in_parentheses_behind_any_quotation_marks_are_notes(quoted: str) -> None:
    words = quoted.format("Der Hafen ist nur Papier")
    text = (
        f"Orme betont: {words} (1). Falk schreibt anders darüber (2).\n\nAnmerkungen\n\n"
        "1 Katharine Orme: The Tide and the Ledger, Leeds 1959, S. 21.\n"
        "2 Robert Falk: Doors and Windows, Leeds 1988, S. 255.\n"
    )
    assert [one.body.value for one in found(text, "citation")] == ["orme1959", "falk1988"]
    assert sources(text) == [("orme1959", "21")]


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        ("Robert Falk: Doors and Windows, Leeds 1988, S. 528, Anm. 3.", "528, Anm. 3"),
        ("Robert Falk, *Doors and Windows*, Leeds, Quay, 1988, p. 12, n. 4.", "12, n. 4"),
        ("Robert Falk: Doors and Windows, Leeds 1988, S. 112 f.", "112 f."),
        ("Robert Falk, *Doors and Windows*, Leeds, Quay, 1988, p. 197 sq.", "197 sq."),
        ("Robert Falk, *Doors and Windows*, Leeds, Quay, 1988, t. II, p. 45.", "volume II, p. 45"),
        ("Robert Falk: Doors and Windows, Leeds 1988, S. 9–24, hier: S. 12.", "12"),
        ("Robert Falk: Doors and Windows, Leeds 1988, hier bes. S. 38 f.", "38 f."),
        ("Robert Falk, *Doors and Windows* (Leeds: Quay, 1988), chap. 2.", "chapter 2"),
        ("Robert Falk, *Doors and Windows*, 2 vols. (Leeds: Quay, 1988), 1:43–44.", "1:43–44"),
        ("Robert Falk, *Doors and Windows* (Leeds: Quay, 1988), 7, 81, and 90.", "7, 81, and 90"),
        ("Robert Falk, *Doors and Windows*, vol. 1 (Leeds: Quay, 1988), 88.", "volume 1, p. 88"),
        ("Robert Falk: Doors and Windows, Bd. 1, Leeds: Quay 1988, S. 8.", "volume 1, S. 8"),
        ("Robert Falk, *Doors and Windows* (Leeds: Quay, 1988), 12 (hereafter *DW*).", "12"),
        ("Robert Falk: Doors and Windows, Leeds 1988, S. 7 f. (im Folgenden DW).", "7 f."),
        ("Robert Falk, *Doors and Windows* (Leeds: Quay, 1988), pt. 2, ch. 8, p. 9.",
         "part 2, ch. 8, p. 9"),
        ("Robert Falk, *Doors and Windows*, Leeds, 1988, livre I, chap. 8.", "book I, chap. 8"),
        # how many pages it has is no place in it
        ("Robert Falk, *Doors and Windows* (Leeds: Quay, 1988), 878p.", ""),
    ],
)  # fmt: skip
def test_a_note_keeps_the_whole_place_that_it_ends_with(note: str, locator: str) -> None:
    (one,) = found(f"Rooms are walls.[^1]\n\n[^1]: {note}", "citation")
    assert (one.body.value, one.locator) == ("falk1988", locator)


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        ("Falk, *Doors and Windows*, sigs. B1r–B3v.", "sigs. B1r–B3v"),
        ("Falk, *Doors and Windows*, letter 83.", "letter 83"),
        ("Falk, *Doors and Windows*, t. 3, n° 45.", "volume 3, n° 45"),
        ("Falk, *Doors and Windows*, fol. 12ʳ–13ᵛ.", "folio 12ʳ–13ᵛ"),
        ("Falk, *Doors and Windows* 1.85.", "1.85"),
        ("Falk, *Doors and Windows* 1003b5.", "1003b5"),
    ],
)
def test_a_short_note_and_its_mark_have_the_whole_place(note: str, locator: str) -> None:
    cited = found(f"Rooms are walls.[^1]\n\n[^1]: {note}", "citation")
    assert [(one.body.value, one.locator) for one in cited] == [("falk1988", locator)] * 2


def test_a_citation_that_opens_the_next_sentence_gives_words_no_page() -> None:
    text = "Orme (1959) spricht von „Papierhäfen“. Orme (1959, S. 92) ergänzt, dass es Tinte sei."
    assert sources(text) == [("orme1959", "")]
    assert sources(text.replace("1959, S. 92) erg", "1959, S. 92). Sie erg")) == [("orme1959", "")]


def test_a_citation_in_the_next_paragraph_is_none_of_the_words() -> None:
    text = 'As Orme puts it, "the ports of the north are paper".\n\n[see @orme1959, p. 3] Tides.'
    assert sources(text) == [("", "")]


@pytest.mark.parametrize("mark", ["[^{0}]", "raised", "[{0}]", "({0})"])
@pytest.mark.parametrize(
    "said",
    [
        "Katharine Orme saw two harbours.{0} Robert Falk allowed neither: a door, he wrote, is "
        "“a wall that one can hear.”{1} It is so.",
        "Katharine Orme sah zwei Häfen.{0} Robert Falk ließ keinen gelten: Eine Tür, schrieb er, "
        "sei „eine Wand, die man hören kann“.{1} So ist es.",
        "Katharine Orme a vu deux ports.{0} Robert Falk n’en admet aucun : une porte, écrit-il, "
        "est « un mur que l’on entend ».{1} C’est ainsi.",
    ],
)
def test_a_sentence_ends_before_the_mark_behind_its_full_stop(said: str, mark: str) -> None:
    one, two = RAISED if mark == "raised" else (mark.format(1), mark.format(2))
    head = {"[^{0}]": "[^{0}]: ", "raised": "{1} "}.get(mark, "{0}. ")
    notes = ("Orme, The Tide and the Ledger, 4.", "Falk, Doors and Windows, 9.")
    lines = (head.format(at + 1, RAISED[at]) + note for at, note in enumerate(notes))
    text = f"{said.format(one, two)}\n\nNotes\n\n" + "\n".join(lines)
    (quotation,) = found(text, "quotation")
    assert (quotation.speaker, quotation.body.value) == ("Robert Falk", "falk1988")
    claims = [text[one.start : one.end] for one in found(text, "paraphrase")]
    assert not [claim for claim in claims if "Orme" in claim and "Falk" in claim]


def test_a_claim_does_not_begin_in_a_note_mark() -> None:
    text = (
        "Robert Falk hat die Tür in seinem Buch «Doors and Windows» eine Wand genannt,[^1] und "
        "Katharine Orme spricht in ihrem Buch von 1959 davon, der Hafen sei ein Papier."
    )
    starts = [text[one.start :] for one in found(text, "paraphrase") if "orme" in one.body.value]
    assert starts
    assert all(words.startswith(("und Katharine", "Katharine")) for words in starts)
    text = (
        "Robert Falk knew it,(1) as Katharine Orme pointed out,(2) and a harbour lies behind it as "
        "well.\n\nNotes\n\n1. Falk, Doors and Windows, 9.\n2. Orme, The Tide and the Ledger, 4."
    )
    claims = [text[one.start :] for one in found(text, "paraphrase")]
    assert [words[:12] for words in claims if "Orme" in words] == ["as Katharine"]
