"""Mentions and echoes that only the model finds, and what the rules know besides."""

from __future__ import annotations

import pytest
from hypothesis import given

from benchmarks.train_mentions import labelled, learned
from citekit.find.mentions.finder import mentions
from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.library.parsing import parser
from citekit.library.scanners import claims, likely_mentions
from citekit.model import Body, Date, DatePoint, Name, Work
from tests.find.citing_cases import quotation_spans
from tests.find.properties import assert_stand_in, pieces
from tests.find.test_claimsequence import work

WORKS = [
    work("ostrander1987", "Ruth", "Ostrander", 1987, "The Patience of Harbors"),
    work("hellweg1991", "Jonas", "Hellweg", 1991, "Die geduldigen Ämter"),
    work("marchal1979", "Odile", "Marchal", 1979, "Les Seuils et les Portes"),
]
CATALOGUE = Catalogue.of(WORKS)


def found_in(text: str) -> list[Suggestion]:
    spans = quotation_spans(text)
    return mentions(text, CATALOGUE, spans, [], claims(), likely_mentions())


def words_of(text: str, kind: str) -> list[tuple[str, str]]:
    """(words, body) of what is found of a kind."""
    return [
        (text[one.start : one.end], one.body.value) for one in found_in(text) if one.kind == kind
    ]


def test_a_term_inside_a_paraphrase_has_an_echo() -> None:
    text = (
        "For Ruth Ostrander harbors were schools of waiting, in which the “patience dividend” "
        "went to those who had none.\n\n"
        "Nobody at the new terminal has the time. The “patience dividend” is not in the budget."
    )
    assert words_of(text, "echo") == [("“patience dividend”", "ostrander1987")]


def test_words_that_nobody_is_tied_to_have_no_echo() -> None:
    text = (
        "Ruth Ostrander spoke of harbors. The mayor was not pleased.\n\n"
        "“We want a terminal,” said the mayor, Tom Keller. “We want a terminal,” said his deputy."
    )
    assert words_of(text, "echo") == []


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        (
            "Jonas Hellweg kannte die Ämter. Die Hellwegsche Geduld ist selten geworden.",
            "Die Hellwegsche Geduld",
            "hellweg1991",
        ),
        (
            "Jonas Hellweg kannte die Ämter. Das Hellweg-Theorem gilt noch.",
            "Das Hellweg-Theorem",
            "hellweg1991",
        ),
        (
            "Jonas Hellweg war dort. In den „Geduldigen Ämtern“ steht davon nichts.",
            "„Geduldigen Ämtern“",
            "hellweg1991",
        ),
        (
            "Ruth Ostrander is dead. Thirty years on the Ostrander thesis is still disputed.",
            "the Ostrander thesis",
            "ostrander1987",
        ),
        ("Odile Marchal est morte. Il relit son Marchal.", "son Marchal", "marchal1979"),
    ],
)
def test_what_bears_the_authors_name(text: str, words: str, key: str) -> None:
    assert (words, key) in words_of(text, "mention")


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Ostrander is dead. The Ostrander family has sold the house.",
        "The Ostrander thesis was handed in by Peter Ostrander.",
        "Jonas Hellweg kannte die Ämter. Die Hellweg-Apotheke hat zu.",
    ],
)
def test_what_is_called_like_an_author(text: str) -> None:
    assert words_of(text, "mention") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Watson and Rayner's study had one participant.", "Watson and Rayner's study"),
        (
            "Die Studie von Watson und Rayner kam spät. Watson und Rayners Studie ist alt.",
            "Watson und Rayners Studie",
        ),
        (
            "They read van der Kolk, Pelcovitz, and Roth's essay.",
            "van der Kolk, Pelcovitz, and Roth's essay",
        ),
        ("Ann Rayner died. Lund and Rayner's study is old.", "Rayner's study"),
    ],
)
def test_all_authors_of_a_work_are_in_its_mention(text: str, words: str) -> None:
    def of(key: str, *families: str) -> Work:
        names = tuple(Name(family=family, given="Ann") for family in families)
        year = Date(DatePoint(1920))
        return Work(key, "book", {"author": names, "issued": year, "title": "Fear"})

    catalogue = Catalogue.of(
        [of("watson1920", "Watson", "Rayner"), of("kolk1996", "Kolk", "Pelcovitz", "Roth")]
    )
    found = mentions(text, catalogue, [], [], claims(), likely_mentions())
    assert [text[one.start : one.end] for one in found if one.kind == "mention"][-1:] == [words]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            "Old Ann Berry, who taught us, called it “loud rooms”.",
            "Ann Berry, who taught us, called it “loud rooms”",
            "Ann Berry",
        ),
        (
            "He borrowed the word from the critic Ann Berry and kept it.",
            "borrowed the word from the critic Ann Berry",
            "Ann Berry",
        ),
        (
            "Ann Berry’s quip about a room with two doors is still funny.",
            "Ann Berry’s quip about a room with two doors is still funny",
            "Ann Berry",
        ),
        ("Then Ann Berry, with her ‘loud rooms’, came.", "Ann Berry, with her ‘loud rooms’",
         "Ann Berry"),
        ("It is Ann Berry’s “corridor effect” again.", "Ann Berry’s “corridor effect”",
         "Ann Berry"),
    ],
)  # fmt: skip
def test_who_is_credited_with_a_saying(text: str, words: str, person: str) -> None:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [(text[one.start : one.end], one.body) for one in found] == [
        (words, Body("person", person))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She called it “loud rooms”.",
        "Senator Ann Berry called it “loud rooms”.",
        "He borrowed money from Ann Berry.",
        "Ann Berry’s “loud rooms” are shut.",
        "An economist from North Dakota noticed how little the word “loud” explains.",
        "Achten Sie auf das Wort „laut“ an der Wand.",
    ],
)
def test_who_is_not(text: str) -> None:
    assert mentions(text, CATALOGUE, quotation_spans(text), []) == []


def test_a_title_that_somebody_else_says_is_not_linked() -> None:
    text = "Ann Berry called it “the patience of harbors”, long before Ruth Ostrander did."
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [one.body for one in found] == [Body("person", "Ann Berry")]


def test_a_title_used_as_a_term_is_an_echo() -> None:
    text = (
        "In The Patience of Harbors Ruth Ostrander waits. I have seen “the patience of harbors” "
        "in a bus station."
    )
    assert words_of(text, "echo") == [("“the patience of harbors”", "ostrander1987")]


def test_a_scan_asks_the_model() -> None:
    text = (
        "For Ruth Ostrander harbors were schools of waiting, in which the “patience dividend” "
        "went to others. The “patience dividend” is not in the budget."
    )
    scanner = Scanner.of(WORKS, parser(), claims(), likely_mentions())
    assert [one.kind for one in scan(text, scanner)][::2] == ["paraphrase", "echo"]
    own = scan(text, scanner.without(frozenset({"ostrander1987"})))
    assert [one for one in own if one.kind != "quotation"] == []


def test_the_model_knows_the_features_that_the_code_makes() -> None:
    made = {name for case in learned() for row in labelled(case).rows for name in row}
    known = likely_mentions().names()
    assert known <= made
    assert len(known) > 50


def test_markup_inside_a_quotation_is_read() -> None:
    text = r"\enquote{The \emph{patience of {harbors}} of Ruth Ostrander} > \emph{a {b} c}"
    found = mentions(text, CATALOGUE, [(0, len(text)), (62, len(text))], [])
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(
    pieces(
        """Ruth Ostrander Ostrander's Hellweg Hellwegsche Jonas Odile Marchal son du the thesis
        called it this she er nannte das borrowed word from quip about with his , ; : . ? ! “ ” „ «
        » ‘ ’ " ( ) 1987 [1] “patience” “patience dividend” „Geduld“ « seuil » The Patience of
        Harbors and"""
    )
)
def test_any_text_gives_suggestions_that_stand_in_it(text: str) -> None:
    assert_stand_in(text, found_in)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruth Ostrander’s cousin waited at the gate.", []),
        ("Ruth Ostrander’s hands were cold.", []),
        ("Ruth Ostrander’s harbor is a school.", [("Ruth Ostrander’s harbor", "ostrander1987")]),
    ],
)
def test_somebodys_kin_is_no_work_of_his(text: str, words: list[tuple[str, str]]) -> None:
    assert words_of(text, "mention") == words
