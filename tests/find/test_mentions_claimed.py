"""Other ways of saying what an author claims, and what looks like one and claims nothing."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Name, Work
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("lorin", "Lorin", "Klara", 1990, "Salt and the Village"),
        book("brandes", "Brandes", "Peter", 1991, "Das Ende der Deiche"),
        book("valmont", "Valmont", "Luc", 1992, "Le Sel des pauvres"),
        book("marsh", "Marsh", "Tom", 1995, "The Mills of Patience"),
    ],
    parser(),
)


def claims(text: str) -> list[tuple[str, str]]:
    """The words of what reports a claim, and the work."""
    whole = f"It rained all week. {text} Es regnet."
    return [
        (whole[one.start : one.end], one.body.value)
        for one in scan(whole, SCANNER)
        if one.kind == "paraphrase"
    ]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("But for Klara Lorin, the danger lies in the schools.", "lorin"),
        ("Yet for Klara Lorin the eye is a product of history.", "lorin"),
        ("To Klara Lorin, salt is a weapon of class.", "lorin"),
        ("It appeared to Klara Lorin that only schools can save the village.", "lorin"),
        ("The market is defined by Klara Lorin as a temple without priests.", "lorin"),
        ("Der Markt wird von Peter Brandes als Tempel ohne Priester beschrieben.", "brandes"),
        ("Le marché est décrit par Luc Valmont comme un temple sans prêtres.", "valmont"),
        ("To many, such as Klara Lorin, the age of small towns is over.", "lorin"),
        ("Years in the harbour had convinced Klara Lorin that the market was finished.", "lorin"),
        ("Tom Marsh was right that the public sees only pictures of the mill.", "marsh"),
        ("Luc Valmont est convaincu que les métiers ont disparu.", "valmont"),
        ("Klara Lorin's work stressed how schools reward manners learned at home.", "lorin"),
        ("Tom Marsh's The Mills of Patience argued that planners need simple maps.", "marsh"),
        ("Tom Marsh's The Mills of Patience argued that maps need planners.", "marsh"),
        ("Klara Lorin's conclusion was stark — only the users can save the lake.", "lorin"),
        ("Ultimately Lorin suggests that wars killed fewer people. Klara Lorin is old.", "lorin"),
    ],
)
def test_a_sentence_says_what_an_author_claims(sentence: str, key: str) -> None:
    assert (sentence.partition(" Klara Lorin is old.")[0], key) in claims(sentence)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (
            "Klara Lorin argues that herders can police themselves.",
            "Her thesis seems to be that people learn at home what to admire.",
        ),
        (
            "Peter Brandes lehrt in Jena.",
            "Sein zentrales Argument lautet: Der Markt lebt von dem, was er nicht bezahlt.",
        ),
        (
            "Tom Marsh grew up in a city.",
            "His best known book is The Mills of Patience, in which he argues that users can make"
            " rules.",
        ),
    ],
)
def test_the_next_sentence_says_it(before: str, sentence: str) -> None:
    assert sentence in [words for words, _ in claims(f"{before} {sentence}")]


def test_two_authors_have_each_a_clause() -> None:
    found = claims("While Klara Lorin blamed the mill, Tom Marsh blames the greed of millers.")
    assert found == [
        ("While Klara Lorin blamed the mill", "lorin"),
        ("Tom Marsh blames the greed of millers", "marsh"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Klara Lorin starts with two simple ideas.",
        "This paper confines itself to two of Klara Lorin's ideas that have shaped the lakes.",
        "The numbers are not quite as solid as Klara Lorin wants us to believe.",
        "They gave a prize to Klara Lorin, who is old.",
    ],
)
def test_what_claims_nothing(sentence: str) -> None:
    assert not claims(sentence)


def test_a_word_that_an_author_does_not_use_is_no_term_of_hers() -> None:
    text = "It rained all week. Klara Lorin does not use the word “mechanical” at all."
    assert "“mechanical”" not in {one.quoted for one in scan(text, SCANNER)}
    assert all(one.method != "quoted-term" for one in scan(text, SCANNER))


DE_TWO = Scanner.of(
    [
        Work(
            "krasna",
            "book",
            {
                "author": (Name("Krasna", "Iwan"), Name("Holm", "Stefan")),
                "title": "Das Licht der Küste",
                "issued": Date(DatePoint(2019)),
            },
        ),
        book("strick", "Strick", "Jan", 2013, "Gekaufte Ebbe"),
        book("marek", "Marek", "Karl", 1867, "Das Salzkapital"),
    ],
    parser(),
)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Iwan Krasna und Stefan Holm lehren in Wien.", "Sie glauben, dass der Osten müde ist."),
        (
            "Jan Strick lehrte in Köln.",
            "2013 erschien sein Buch „Gekaufte Ebbe“, in dem er die These vertritt, dass"
            " alle zahlen.",
        ),
        ("Jan Strick lehrte in Köln.", "Strick setzt dem Eifer der Zeit die Geduld entgegen."),
        ("Jan Strick lehrte in Köln.", "Dem Eifer setzt Strick die Geduld entgegen."),
    ],
)
def test_a_german_sentence_says_it(before: str, sentence: str) -> None:
    text = f"Das Gespräch fand im März statt. {before} {sentence}"
    found = [text[one.start : one.end] for one in scan(text, DE_TWO) if one.kind == "paraphrase"]
    assert sentence in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach der Lesung sprach Jan Strick mit dem Hausmeister über den Schlüssel.",
        "Darin knüpft sie an Karl Marek an.",
        "Im Jahr 1919, als er noch jung ist, hält Karl Marek einen Vortrag mit dem Titel „Salz“.",
    ],
)
def test_who_talks_or_is_drawn_on_claims_nothing(sentence: str) -> None:
    text = f"Das Gespräch fand im März statt. Das Buch liegt vor. {sentence}"
    assert not [one for one in scan(text, scanner_of(DE_TWO.works)) if one.kind == "paraphrase"]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Iwan Krasna and Stefan Holm live in Wien.", "The pair argue that towns thrive."),
        ("Iwan Krasna et Stefan Holm vivent à Vienne.",
         "Les deux sociologues soulignent que les riches se protègent."),
        ("Iwan Krasna und Stefan Holm leben in Wien.",
         "Die Soziologen behaupten, dass der Osten müde ist."),
    ],
)  # fmt: skip
def test_several_authors_by_what_they_are(before: str, sentence: str) -> None:
    text = f"It rained all week. {before} {sentence}"
    scanner = scanner_of(DE_TWO.works)
    found = [text[one.start : one.end] for one in scan(text, scanner) if one.kind == "paraphrase"]
    assert sentence in found


def test_what_holds_for_one_of_two_names_holds_for_both() -> None:
    text = "Das Gespräch fand im März statt. Ida Roth folgt hier Karl Marek und Jan Strick."
    assert {one.body.value for one in scan(text, scanner_of(DE_TWO.works))} == {"marek", "strick"}


def test_before_an_author_others_thought_something_else() -> None:
    text = "La ville est petite. Avant Jan Strick, on pensait généralement que le sel durait."
    assert not [one for one in scan(text, DE_TWO) if one.kind == "paraphrase"]


def test_what_somebody_is_called_is_no_term_of_hers() -> None:
    text = "It rained all week. Described by a friend as “the great lady,” Klara Lorin coined it."
    assert all(one.method != "quoted-term" for one in scan(text, SCANNER))


def test_a_title_behind_a_preposition_is_not_said() -> None:
    text = (
        "Das Gespräch fand im März statt. Jan Strick lehrte in Karlsruhe. Mit «Ebbe und Flut» ruft"
        " er zur Rückkehr des Stolzes auf."
    )
    tides = Scanner.of([book("tides", "Strick", "Jan", 2006, "Ebbe und Flut")], parser())
    assert [one.kind for one in scan(text, tides)] == ["mention"]


def test_what_is_borrowed_is_no_claim_of_whom_it_is_from() -> None:
    text = (
        "La ville est petite. Dans ce livre, elle employait l’expression « marché émotionnel »,"
        " empruntée au livre de Karl Marek, Das Salzkapital, pour caractériser les sites."
    )
    found = scan(text, scanner_of(DE_TWO.works))
    assert found
    assert all(one.kind != "paraphrase" for one in found)
