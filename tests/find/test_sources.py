"""Quotations from catalogued works point at the work, where the text shows it."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.find.sources import with_sources
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.library.parsing import parser
from citekit.model import Body, Name
from tests.find.test_mentions import ORME, work

WORKS = [
    work("orme1959", ORME, 1959, "The Tide and the Ledger: An Essay on Ports"),
    work("falk1976", Name("Falk", "Robert"), 1976, "Hearing and Mishearing in Small Rooms"),
    work("falk1988", Name("Falk", "Robert"), 1988, "Doors and Windows", "article-journal"),
]
SCANNER = Scanner.of(WORKS, parser())


def sources(text: str) -> list[tuple[str, str, str]]:
    """(work, relation, locator) of the quotations of a text."""
    return [
        (found.body.value, found.relation, found.locator)
        for found in scan(text, SCANNER)
        if found.kind == "quotation"
    ]


@pytest.mark.parametrize(
    ("text", "key", "locator"),
    [
        (
            "Robert Falk writes: “Nobody in a small room has ever heard a question to its end” "
            "(Falk 1976, 12).",
            "falk1976",
            "12",
        ),
        (
            "Falk (1988) writes: “A door is a window that has lost its patience with the wall.”",
            "falk1988",
            "",
        ),
        (
            "In Doors and Windows, Robert Falk wrote, “A door is a window that has lost its "
            "patience with the wall.”",
            "falk1988",
            "",
        ),
        (
            "Katharine Orme writes: “Every harbour was a sheet of paper before it was a quay.”",
            "orme1959",
            "",
        ),
        (
            "“A door is a window that has lost its patience with the wall” (Falk 1988, 4), said "
            "Ada Berg.",
            "falk1988",
            "4",
        ),
        # the words of the title as a term
        ("Robert Falk described “doors and windows” as one thing (Falk 1988, 4).", "falk1988", "4"),
    ],
)
def test_a_quotation_points_at_its_work(text: str, key: str, locator: str) -> None:
    assert sources(text) == [(key, "includesQuotationFrom", locator)]


@pytest.mark.parametrize(
    "text",
    [
        # said, not written
        "I have read The Tide and the Ledger. “I am not at home in harbours any more,” said "
        "Katharine Orme on Monday.",
        # written elsewhere
        "Katharine Orme writes in an e-mail: “We shall close the shop and go to the sea.”",
        # the clause before that of the speaker
        "While some say that a house is “a heap of bricks,” Falk (1988) writes of doors.",
        # one of two works, nothing says which
        "Robert Falk writes: “A door is a window that has lost its patience with the wall.”",
        # somebody else of the name
        "I have read The Tide and the Ledger. Peter Orme writes: “We shall close the shop on "
        "Monday and go to the sea.”",
    ],
)
def test_without_evidence_it_points_at_nothing(text: str) -> None:
    assert [key for key, _, _ in sources(text)] == [""]


def test_the_title_of_the_work_is_no_quotation_from_it() -> None:
    text = "Robert Falk, in the shop for years, wrote “Doors and Windows” for us (Falk 1988)."
    assert sources(text) == []


def test_a_text_does_not_quote_itself() -> None:
    text = "Katharine Orme writes: “Every harbour was a sheet of paper once” (Orme 1959, 3)."
    found = scan(text, SCANNER.without(frozenset({"orme1959"})))
    assert {each.body.value for each in found} == {""}


def test_findings_that_differ_in_little_have_an_order() -> None:
    mention = Suggestion(0, 5, "mention", Body("work", "orme1959"))
    found = [
        mention,
        mention._replace(attribution=(0, 2)),
        Suggestion(8, 13, "quotation", quoted="one", speaker="Somebody Else"),
    ]
    assert (
        with_sources(
            "Orme: “one”. Words.", Catalogue.of([work("orme1959", ORME, 1959, "Tides")]), found
        )
        == found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La servante répondit : « Je le connais comme on connaît la pluie »¹.\n\n"
            "¹ AD Nord, 2 B 17. Voir Falk, Doors and Windows, p. 7.",
            [("", "la servante")],
        ),
        (
            "The maid answered: “I know him as one knows the rain.”¹\n\n"
            "¹ Town Archive, box 12; cf. Falk, Doors and Windows, p. 7.",
            [("", "the maid")],
        ),
        (
            "« Une porte ne ment pas, elle attend »¹.\n\n"
            "¹ AD Nord, 2 B 17. Voir Falk, Doors and Windows, p. 7.",
            [],
        ),
        (
            "« Une porte ne ment pas, elle attend »¹.\n\n"
            "¹ Falk, Doors and Windows, p. 7. Voir aussi Orme, The Tide and the Ledger, p. 3.",
            [("falk1988", "Falk")],
        ),
        (
            "„Eine Tür lügt nicht, sie wartet“.¹\n\n¹ Vgl. Falk, Doors and Windows, S. 7.",
            [],
        ),
        ("« L'Art des portes »¹.\n\n¹ Falk, Doors and Windows, p. 7.", []),
    ],
)
def test_what_a_note_begins_with_is_the_source(text: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in scan(text, SCANNER) if one.kind == "quotation"]
    assert [(one.body.value, one.speaker) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # nothing but the citation says whose the words are
        (
            "Ada Berg painted ports all her life, and in each of them the quay "
            '"is never a place but a promise" (Orme, Tide 14).',
            "Orme",
        ),
        # a clause of saying governs them
        (
            "Ada Berg painted ports all her life, and she said that the quay "
            '"is never a place but a promise" (Orme 1959, 14).',
            "Ada Berg",
        ),
        # somebody speaks of what they say
        (
            "The abbot Ada Berg spoke of "
            '"a quay that is never a place but a promise" (Orme 1959, 14).',
            "Ada Berg",
        ),
        (
            "Die Äbtissin Ada Berg träumte von "
            "„einem Kai, der nie ein Ort ist, nur ein Versprechen“ (Orme 1959, 14).",
            "Ada Berg",
        ),
        (
            "L'abbesse Ada Berg parla d'« un quai qui n'est jamais un lieu » (Orme 1959, p. 14).",
            "Ada Berg",
        ),
        # the author is named, in full
        (
            "Katharine Orme walked all day. In each port the quay "
            '"is never a place but a promise" (Orme 1959, 14).',
            "Katharine Orme",
        ),
    ],
)
def test_a_citation_says_whose_words_nobody_is_said_to_say(text: str, speaker: str) -> None:
    quoted = [one for one in scan(text, SCANNER) if one.kind == "quotation"]
    assert [(one.speaker, one.body.value) for one in quoted] == [(speaker, "orme1959")]


CRATYLUS = [
    work("orme1959", ORME, 1959, "Kratylos"),
    work("falk1976", Name("Falk", "Robert"), 1976, "Die schiefe Treppe"),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Im Kratylos heißt es, der Name sei „ein gutes Werkzeug“.", [("Orme", "orme1959")]),
        ("In Die schiefe Treppe hieß es, alles sei „ein Umweg“.", [("Falk", "falk1976")]),
        ("Im Timaios heißt es, alles sei „ein Umweg“.", []),
        ("Im Rathaus heißt es, alles sei „ein Umweg“.", [("das Rathaus", "")]),
        ("Im Dossier heißt es, alles sei „ein Umweg“.", [("das Dossier", "")]),
        ("In der Akte heißt es: „Alles ist ein Umweg.“", [("die Akte", "")]),
        ("Im Kommuniqué hieß es, alles sei „ein Umweg“.", [("das Kommuniqué", "")]),
    ],
)
def test_words_in_a_title_are_its_authors(text: str, wanted: list[tuple[str, str]]) -> None:
    scanner = Scanner.of(CRATYLUS, parser())
    quoted = [one for one in scan(text, scanner) if one.kind == "quotation"]
    assert [(one.speaker, one.body.value) for one in quoted] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Falk (1976, 12) starts from the claim that “nobody in a room hears a question”.",
        "Falk (1976, 12) beginnt mit der These, dass „in kleinen Räumen niemand Fragen hört“.",
        "Falk (1976, 12) part de l’idée que « personne n’entend de question dans une chambre ».",
        '@falk1976 [p. 12] starts from the claim that "nobody in a room hears questions".',
    ],
)
def test_words_of_a_clause_whose_author_is_cited_before_it_are_from_that_work(text: str) -> None:
    assert sources(text) == [("falk1976", "includesQuotationFrom", "12")]


def test_words_that_another_one_claims_are_not_from_the_work_of_the_sentence() -> None:
    text = "Falk (1976, 12) starts from Orme’s claim that “nobody in a room hears questions”."
    assert ("falk1976", "includesQuotationFrom", "12") not in sources(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "In Doors and Windows Robert Falk writes: “A door is a window that waits.”[^1]\n\n"
            "[^1]: Katharine Orme, *The Tide and the Ledger* (Lund: Nord, 1959), 7.",
            "orme1959",
        ),
        (
            "Robert Falk (1976) nennt das „die Kunst der Türen“.¹\n\n"
            "¹ Katharine Orme, *The Tide and the Ledger*, Lund 1959, S. 7.",
            "",
        ),
        (
            "Robert Falk (1976) nennt das „die Kunst der Türen“.¹\n\n"
            "¹ Vgl. Katharine Orme, *The Tide and the Ledger*, Lund 1959, S. 7.",
            "falk1976",
        ),
        (
            "Robert Falk (1976) parle de « l’art des portes[^1] ».\n\n"
            "[^1]: Katharine Orme, *The Tide and the Ledger*, Lund, Nord, 1959, p. 7.",
            "",
        ),
    ],
)
def test_a_quotation_with_a_note_of_its_own_gets_no_other_work(text: str, key: str) -> None:
    assert [found[0] for found in sources(text)] == [key]
