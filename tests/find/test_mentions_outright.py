"""What a sentence claims outright of whoever the one before it names."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Name, Work

_AFTER = {
    "en": "It rained a good deal in the north of the country, and people got used to it.",
    "de": "Im Norden des Landes hat es viel geregnet, und die Leute sind daran gewöhnt.",
    "fr": "Il a beaucoup plu dans le nord du pays, et les gens se sont habitués à la pluie.",
}


def _work(key: str, family: str, given: str, year: int, title: str) -> Work:
    names = (Name(family, given),)
    return Work(key, "book", {"author": names, "issued": Date(DatePoint(year)), "title": title})


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return scanner_of(
        [
            _work("orme1959", "Orme", "Katharine N.", 1959, "The Tide and the Ledger"),
            _work("brandt1991", "Brandt", "Johanna", 1991, "Die stille Fabrik"),
            _work("keller2003", "Keller", "Matthias", 2003, "Lange Wege"),
            _work("delorme2006", "Delorme", "Marc", 2006, "La ville patiente"),
            _work("hale1971", "Hale", "Thomas B.", 1971, "The Queue"),
            _work("hale1984", "Hale", "Thomas B.", 1984, "Slow Money"),
        ]
    )


def told(scanner: Scanner, code: str, before: str, sentence: str) -> list[str]:
    """The works of the paraphrases that a sentence is, after one that names somebody."""
    text = f"{before} {sentence}".strip() + f"\n\n{_AFTER[code]}\n"
    start = text.index(sentence)
    return [
        one.body.value
        for one in scan(text, scanner)
        if one.kind == "paraphrase" and one.start < start + len(sentence) and start < one.end
    ]


_EN = "Katharine Orme taught in Leeds."
_DE = "Ich kenne Matthias Keller seit Jahren."
_FR = "Marc Delorme enseigne à Lyon."
_BOOK = "Katharine Orme wrote “The Tide and the Ledger.”"


@pytest.mark.parametrize(
    ("code", "before", "sentence", "key"),
    [
        ("en", _EN, "In her 1959 book she argued that ports live on credit.", "orme1959"),
        ("en", _EN, "She argued after the strike of 1957 that dockers remember.", "orme1959"),
        ("en", _EN, "For her the port was not a place but a promise.", "orme1959"),
        ("en", _EN, "Her point was that harbours are banks with water.", "orme1959"),
        ("en", _EN, "The historian has shown that ports were the first banks.", "orme1959"),
        ("en", _BOOK, "It demonstrated that ports lived on credit.", "orme1959"),
        ("en", _BOOK, "Ports on credit, she maintained there, cannot remember.", "orme1959"),
        ("de", _DE, "Ihm zufolge sind Pendler die wahren Nomaden.", "keller2003"),
        (
            "de",
            _DE,
            "In seinem Buch von 2003 vertrat er die These, dass alles fährt.",
            "keller2003",
        ),
        ("de", _DE, "Der Kasseler Geograph hat dargelegt, dass Pendler viel sehen.", "keller2003"),
        (
            "de",
            "Johanna Brandt schrieb „Die stille Fabrik“.",
            "Das Buch zeigt, dass Stille Arbeit macht.",
            "brandt1991",
        ),
        ("fr", _FR, "Selon lui, la file est une école de patience.", "delorme2006"),
        ("fr", _FR, "En 2006 il affirmait que la ville apprend à attendre.", "delorme2006"),
        ("fr", _FR, "Le sociologue a démontré que la ville apprend à attendre.", "delorme2006"),
    ],
)
def test_a_claim_of_whoever_was_named(
    scanner: Scanner, code: str, before: str, sentence: str, key: str
) -> None:
    assert told(scanner, code, before, sentence) == [key]


@pytest.mark.parametrize(
    ("code", "before", "sentence"),
    [
        # what somebody does, or feels
        ("en", _EN, "In 1959 she bought a house that had no roof."),
        ("en", _EN, "For her the students baked a cake."),
        ("en", _EN, "She argued in a pub that sold bad wine."),
        ("de", _DE, "Für ihn war das Essen immer bereit."),
        ("fr", _FR, "Pour lui, le train était en retard."),
        # somebody else
        ("en", _EN, "He argued after the match that the referee was blind."),
        ("en", "Ann Lamb reads Katharine Orme.", "In her view, everybody should."),
        ("de", "Petra Lamm liest Johanna Brandt.", "Ihr zufolge sollten das alle tun."),
        ("en", _EN, "The economist Peter Lamb argued that ports were the first banks."),
        ("en", _EN, "The mayor argued that streets need money."),
        # nobody
        ("en", _BOOK, "It is said that she never left Hull."),
        ("de", _DE, "Es zeigt sich heute, dass alle fahren."),
    ],
)
def test_no_claim_of_whoever_was_named(
    scanner: Scanner, code: str, before: str, sentence: str
) -> None:
    assert told(scanner, code, before, sentence) == []


def test_a_decade_is_no_year_of_a_work(scanner: Scanner) -> None:
    text = "Thomas Hale argued in the 1970s that queues teach patience."
    (found,) = scan(text, scanner)
    assert found.body.type == "none" or not found.body.value


@pytest.mark.parametrize(
    ("code", "before", "sentence"),
    [
        ("en", _BOOK, "Her critics pointed out that ports also have fish."),
        ("en", _BOOK, "It was mocked for its length, and its critics noted that ports have fish."),
        ("en", _BOOK, "Historians have since shown that ports live on fish."),
        ("en", _BOOK, "Bright, a student of Orme’s, argues that ports live on fish."),
        ("de", _DE, "Seine Kritiker wandten ein, die Leute führen gern."),
        ("fr", _FR, "Ses détracteurs répliquaient que personne n’aime attendre."),
    ],
)
def test_what_others_claim_is_not_the_authors(
    scanner: Scanner, code: str, before: str, sentence: str
) -> None:
    assert told(scanner, code, before, sentence) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "Katharine Orme, testifying before Congress, said that the ports were lost."),
        ("en", "On Monday, Katharine Orme argued that the ports were lost."),
        ("en", "Writing in The Guardian last week, Katharine Orme argued that ports were lost."),
        ("de", "Johanna Brandt erklärte vor dem Untersuchungsausschuss, dass alles still sei."),
        ("de", "Johanna Brandt sagte am Montag, die Fabrik sei am Ende."),
        ("fr", "Auditionné par les sénateurs, Marc Delorme a affirmé que la ville attendait."),
        ("fr", "Marc Delorme a expliqué lundi que la ville était au bord de la crise."),
    ],
)
def test_what_is_said_on_an_occasion_is_in_no_book(
    scanner: Scanner, code: str, sentence: str
) -> None:
    assert told(scanner, code, "", sentence) == []


def test_the_occasions_that_a_claim_is_about_are_no_matter(scanner: Scanner) -> None:
    sentence = "Johanna Brandt zeigte, dass am Montag vor dem Gericht die Fabrik steht."
    assert told(scanner, "de", "", sentence) == ["brandt1991"]


def test_a_title_named_later_takes_no_claims_before_it(scanner: Scanner) -> None:
    claim = "Thomas Hale’s insight was that people who wait can leave or complain."
    text = f"{claim}\n\nHe wrote another book, “Slow Money.”"
    found = [one for one in scan(text, scanner) if one.kind == "paraphrase"]
    assert [one.body.value for one in found] == [""]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Have you seen Hale’s book on money? It is long.", "Hale’s book on money", "hale1984"),
        (
            "Thomas Hale is old now. His book on queues is short.",
            "His book on queues",
            "hale1971",
        ),
        (
            "Nobody has seen what Thomas Hale calls slow money.",
            "what Thomas Hale calls slow money",
            "hale1984",
        ),
    ],
)
def test_the_topic_or_words_of_a_title_choose_the_work(
    scanner: Scanner, text: str, words: str, key: str
) -> None:
    found = [(text[one.start : one.end], one.body.value) for one in scan(text, scanner)]
    assert (words, key) in found


def test_a_book_on_somebody_whom_no_title_names_is_none_of_them(scanner: Scanner) -> None:
    text = "I have read Katharine Orme’s *The Tide and the Ledger*. Her book on Frederick is worse."
    assert len(scan(text, scanner)) == 1
