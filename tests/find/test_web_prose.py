"""Prose as web pages have it: numbers of notes as bare figures, quotations of several
paragraphs that open once, insertions without commas, titles inside titles."""

from __future__ import annotations

import pytest

from citekit.find.scan import scan
from citekit.find.suggestion import Suggestion
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Name, Work


def work(key: str, family: str, given: str, title: str, year: int) -> Work:
    issued = Date(DatePoint(year))
    names = (Name(family, given),)
    return Work(key, "book", {"author": names, "title": title, "issued": issued})


SCANNER = scanner_of(
    [
        work("dorval1979", "Dorval", "Pierre", "La Mesure", 1979),
        work("dorval1980", "Dorval", "Pierre", "Le goût des rives", 1980),
        work("lamy2013", "Lamy", "Julien", "Trente ans après La Mesure de Pierre Dorval", 2013),
        work("ashby2005", "Ashby", "Everett Carl", "Pure Harbours", 2005),
        work("tarrow1990", "Tarrow", "Marc", "The Meaning of Ferries", 1990),
        work("sample2007", "Sample", "Ian", "Cash for Doubt", 2007),
    ]
)


def found(text: str, kind: str) -> list[tuple[str, str, str]]:
    """(words, speaker, key) of the findings of a kind."""
    return [
        (text[one.start : one.end], one.speaker, one.body.value) for one in scan(text, SCANNER)
        if one.kind == kind
    ]  # fmt: skip


def only(text: str, kind: str) -> tuple[str, str, str]:
    (one,) = found(text, kind)
    return one


@pytest.mark.parametrize("mark", ["1", "12", "¹", "[1]", "[^1]", "(1)"])
def test_the_number_of_a_note_is_no_part_of_a_quotation(mark: str) -> None:
    text = (
        f"As Everett Carl Ashby has written, harbours are “doors that nobody shuts.”{mark} The"
        f" clerks would not agree.{mark} In a word, “it is all water.”{mark} So much for that."
    )
    assert found(text, "quotation")[0] == (
        "“doors that nobody shuts.”", "Everett Carl Ashby", "ashby2005"
    )  # fmt: skip


def test_what_stands_behind_the_mark_of_a_note_begins_a_sentence() -> None:
    text = (
        "Marc Tarrow has written about ferries.[1] Quite to the contrary, he wrote, “The most"
        " remarkable thing about the ferry is how late it is.”[2]"
    )
    assert only(text, "quotation")[1:] == ("Marc Tarrow", "tarrow1990")


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_a_quotation_of_several_paragraphs_may_open_once(parting: str) -> None:
    text = parting.join(
        (
            "Pierre Dorval s’exprime ainsi :",
            "« Je vais commencer par une sorte d’aveu. Je ne sais pas mesurer une rive.",
            "Cela dit, je suis parti, et je vais continuer. »",
            "La suite est connue.",
        )
    )
    words, speaker, _ = only(text, "quotation")
    assert (words[:4], words[-4:], speaker) == ("« Je", "r. »", "Pierre Dorval")


def test_a_mark_that_is_not_closed_takes_no_later_paragraph() -> None:
    text = (
        "Pierre Dorval dit : « Je vais commencer par un aveu.\n\nLa ville dort. Ada Roth répond :"
        " « La rive est longue. »"
    )
    assert [one[0] for one in found(text, "quotation")] == ["« La rive est longue. »"]


def test_an_insertion_may_lack_its_first_comma() -> None:
    text = "« La mesure va avec les mains écrit Dorval, au lieu de compter les pas. » On rit."
    assert only(text, "quotation")[1] == "Dorval"
    text = "« La mesure dont parle Dorval, au lieu de compter les pas, est morte. » On rit."
    assert found(text, "quotation") == []


def test_the_number_of_a_note_inside_the_marks_ends_the_sentence() -> None:
    text = (
        "Pour le philosophe Pierre Dorval : « La rive ne s’oppose pas à l’eau. Elle est le fruit"
        " des deux.59 » Les usages sont nombreux sous le nom d’un « devoir de rive »."
    )
    assert only(text, "quotation")[0].endswith("59 »")


def test_a_title_inside_a_longer_one_is_no_mention() -> None:
    text = "L’ouvrage Trente ans après La Mesure de Pierre Dorval est une sélection."
    assert only(text, "mention") == ("Trente ans après La Mesure de Pierre Dorval", "", "lamy2013")


def test_a_pronoun_behind_a_title_is_no_roman_number() -> None:
    text = "Pierre Dorval est connu. Dans Le goût des rives, il en donne la description."
    assert found(text, "citation") == []
    assert ("Le goût des rives", "", "dorval1980") in found(text, "mention")
    place = "Pierre Dorval est connu. Dans Le goût des rives, p. xl, il en parle."
    assert [one.locator for one in scan(place, SCANNER) if one.locator] == ["xl"]


def test_a_work_named_by_a_noun_begins_with_a_whole_word() -> None:
    text = "It is said that the Guardian published an article by Ian Sample."
    assert only(text, "mention") == ("an article by Ian Sample", "", "sample2007")


def test_a_claim_does_not_end_inside_what_it_quotes() -> None:
    text = (
        "Ian Sample argues that the money changes minds, and that it is “a kind of weather. It"
        " comes and goes.” The clerks laughed."
    )
    ends = [one[0][-10:] for one in found(text, "paraphrase")]
    assert ends
    assert all(end.endswith(("minds", "goes.”")) for end in ends)


def test_his_inside_a_quotation_is_not_the_speakers() -> None:
    text = (
        "Tarrow’s argument was that the owners gave up: “There had been no loss of control. Hollweg"
        " decided to let events take their course and to take his ‘leap into the dark.’”"
    )
    terms: list[Suggestion] = [one for one in scan(text, SCANNER) if one.method == "coined"]
    assert terms == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "In his opening remarks Senate Majority Leader Mitch Corran chose to speak of the tax"
            " code.\n\n“Rather than bury the rivers in red tape, we turn,” the Kentucky Republican"
            " said.",
            "Mitch Corran",
        ),
        (
            "Sen. Martin Hale went a step further, accusing Dorner of delay.\n\n“You are delaying"
            " this inquiry by not answering,” the New Mexico Democrat said, to applause.",
            "Martin Hale",
        ),
        (
            "Ada Wick (D-Va.) was not surprised. Tom Roe, a plumber, was.\n\n“We have to look into"
            " this,” the Virginia senator said.",
            "Ada Wick",
        ),
        (
            "Tom Roe, a plumber, was surprised.\n\n“We have to look into this,” the Kentucky"
            " Republican said.",
            "the Kentucky Republican",
        ),
    ],
)
def test_a_party_or_a_state_calls_the_politician_named_last(text: str, speaker: str) -> None:
    assert only(text, "quotation")[1] == speaker


@pytest.mark.parametrize("who", ["Ada Roth", "Stadtforscherin Ada Roth", "die Forscherin Ada Roth"])
def test_so_before_a_colon_names_the_speaker(who: str) -> None:
    text = (
        f"Einen großen Anteil daran trage der Bürgermeister selbst, so {who}: „Er redet immer"
        " wieder klar, ohne eine klare Linie folgen zu lassen.“"
    )
    assert only(text, "quotation")[1] == "Ada Roth"


def test_a_thing_called_one_again_says_nothing() -> None:
    text = "It is the opposite of that fear, one marked by “psychic numbing” and a loss of will."
    assert found(text, "quotation") == []


def test_a_mention_ends_before_a_dash() -> None:
    text = "Marc Tarrow’s notion of delay—which the clerks share—is the opposite of this one."
    assert only(text, "mention")[0] == "Marc Tarrow’s notion of delay"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "See https://example.org/people/kerner for more.",
        "Write to kerner@example.org for more.",
        "He is @kerner to his readers.",
        "The kerner beans were late.",
    ],
)
def test_a_surname_beside_words_is_a_name_wherever_it_stands_in_lower_case(elsewhere: str) -> None:
    text = f"“It was late in the day for such meetings,” Kerner said. {elsewhere}"
    assert only(text, "quotation")[1] == "Kerner"


@pytest.mark.parametrize("end", ["", " ", "[^1]", "[1]", "¹"])
def test_what_ends_a_line_makes_no_heading(end: str) -> None:
    text = f"“It was late in the day for such meetings,” Kerner said.{end}\n\nThen it rained."
    assert only(text, "quotation")[1] == "Kerner"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("One thinks of Edmund Burr.\n\nAdam Roe was less surprised than Burr.", "Adam Roe"),
        ("Ada Wick did it last spring.\n\nDorner, who had more to fear, was calm.", "Dorner"),
        ("Ada Wick did it last spring.\n\nDorner said less about it.", "Dorner"),
        ("Robert Burr is known.\n\nIn 1835 Dorner published a book on ferries.", "Dorner"),
        ("Robert Burr is known.\n\nWhen he came home, Dorner published a book.", "Dorner"),
        ("Robert Burr is known.\n\nDorner published a book on ferries.", "Dorner"),
    ],
)
def test_he_is_the_subject_of_the_sentence_before(before: str, speaker: str) -> None:
    assert only(f"{before} “The meetings could not go on,” he wrote.", "quotation")[1] == speaker


def test_a_numbered_paper_is_nobody() -> None:
    text = "“Ambition must be made to wait its turn,” he wrote in The Ferryman No. 51."
    assert found(text, "quotation") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Marc Tarrow observes that", "As Marc Tarrow once wrote,", "Marc Tarrow schreibt, dass",
        "Marc Tarrow écrit que",
    ],
)  # fmt: skip
def test_a_clause_leads_to_a_block_without_a_colon(lead: str) -> None:
    text = f"{lead}\n\n> people of one trade seldom meet but to talk of prices.\n\nSo it was."
    assert only(text, "quotation")[1] == "Marc Tarrow"


def test_a_heading_above_a_block_says_nothing() -> None:
    text = "# Ferries, by Marc Tarrow\n\n> People of one trade seldom meet.\n\nSo it was."
    assert found(text, "quotation") == []


def test_a_study_has_it_so() -> None:
    text = (
        "“It was the noise,” says Lucia Roe.\n\n“Asphalt is cheap,” as one study has it, “and for"
        " these reasons it is used.”"
    )
    assert [one[1] for one in found(text, "quotation")] == ["Lucia Roe", "one study", "one study"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Marc Tarrow sums up the views of the crew by quoting John Wint:", "John Wint"),
        ("Marc Tarrow begins by citing John Wint:", "John Wint"),
        ("Marc Tarrow quotes John Wint’s last sermon:", "John Wint"),
        ("Marc Tarrow quotes a journalist:", "a journalist"),
        ("Marc Tarrow quotes the line with relish:", "Marc Tarrow"),
    ],
)
def test_who_is_quoted_before_a_colon_speaks(lead: str, speaker: str) -> None:
    text = f"{lead} “We must delight in each other and make others’ conditions our own.”"
    assert only(text, "quotation")[1] == speaker


def test_a_claim_behind_a_title_with_a_colon_begins_with_its_author() -> None:
    text = "In Pure Harbours: A Study, Everett Carl Ashby charted the decline of the ferries."
    own = work("ashby2005", "Ashby", "Everett Carl", "Pure Harbours: A Study", 2005)
    (claim,) = [one for one in scan(text, scanner_of([own])) if one.kind == "paraphrase"]
    assert text[claim.start : claim.end].startswith(("In Pure", "Everett Carl Ashby charted"))
