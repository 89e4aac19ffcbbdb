"""Quoted terms: the author says them, or somebody else does."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.quotations.finder import read
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import work

CATALOGUE = Catalogue.of(
    [
        work("orme1959", Name("Orme", "Katharine"), 1959, "The Tide and the Ledger"),
        work("holt1931", Name("Holt", "Albert"), 1931, "Speicher und Silo"),
        work("revel1972", Name("Revel", "Lucien"), 1972, "Le Quai et la Cale"),
    ]
)


def terms(text: str) -> list[str]:
    """The words of the mentions."""
    found = mentions(text, CATALOGUE, quotation_spans(text), [], said=read(text)[1])
    return [text[one.start : one.end] for one in found if one.kind == "mention"]


@pytest.mark.parametrize(
    "text",
    [
        "A cousin of Katharine Orme calls the harbour “a bathtub.”",
        "Katharine Orme's cousin, Bea Lund, calls the harbour “a bathtub.”",
        "Katharine Orme sat at the back when the bishop spoke of “a second flood.”",
        "The pilot, who had sailed with Katharine Orme, spoke of “a second flood.”",
        "Unlike Katharine Orme, the bishop speaks of “a second flood.”",
        "When Katharine Orme retired, a rival coined the term “dry dock” for her.",
        "A pupil of Katharine Orme coined the term “dry dock.”",
        "By Katharine Orme\n\nThe bishop spoke of “a second flood.”",
        "Text: Katharine Orme\n\nA new notion of “slow ports” was needed.",
        "Der Vetter von Albert Holt nennt den Hafen „eine Wanne“.",
        "Anders als Albert Holt spricht der Bischof von „einer zweiten Flut“.",
        "Als Albert Holt starb, prägte der Bischof das Wort „Flutmann“.",
        "Bei der Feier für Albert Holt sprach Bea Lund von „einer zweiten Flut“.",
        "Le cousin de Lucien Revel appelle le port « une baignoire ».",
        "Le curé, assis derrière Lucien Revel, parla d'« un second déluge ».",
    ],
)
def test_what_somebody_else_says_is_no_term_of_the_author(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The bishop spoke of Katharine Orme's “slow ports.”",
            "Katharine Orme's “slow ports.”",
        ),
        (
            "The bishop likes what Katharine Orme calls “slow ports.”",
            "Katharine Orme calls “slow ports.”",
        ),
        (
            "Following Katharine Orme, I call this “slow ports.”",
            "Katharine Orme, I call this “slow ports.”",
        ),
        (
            "Katharine Orme's essay calls this “slow ports.”",
            "Katharine Orme's essay calls this “slow ports.”",
        ),
        (
            "Katharine Orme and her pupils call this “slow ports.”",
            "Katharine Orme and her pupils call this “slow ports.”",
        ),
        (
            "Im Vorwort spricht Albert Holt von „einer zweiten Flut“.",
            "Albert Holt von „einer zweiten Flut“",
        ),
        (
            "À la suite de Lucien Revel, on parlera de « second déluge ».",
            "Lucien Revel, on parlera de « second déluge »",
        ),
    ],
)
def test_what_the_author_says_is_his_term_whoever_speaks_of_it(text: str, words: str) -> None:
    assert terms(text) == [words]


CLAIM = "Katharine Orme argued that clerks make harbours."


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} The bishop, Ann Wray, disagrees. She calls it “desk work.”",
        f"{CLAIM} Bishop Ann Wray is not convinced. She speaks of “desk work.”",
        f"{CLAIM}\n\nThe owner was at sea. She calls it “desk work.”",
        f"{CLAIM}\n\nTHE ANSWER\n\nShe calls it “desk work.”",
        f"{CLAIM} She was there when the bishop spoke of “desk work.”",
        "Albert Holt behauptet, der Hafen sei Papier. Der Kapitän lacht. Er nennt das „Quatsch“.",
        "Lucien Revel soutient que le port est en papier. Le patron rit. Il appelle ça « rien ».",
    ],
)
def test_a_pronoun_stands_for_whoever_is_nearer(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} She calls it “desk work.”",
        f"{CLAIM} The theory is old. She calls it “desk work.”",
        f"{CLAIM} The pilots were angry. She calls it “desk work.”",
        f"{CLAIM} The historian is wrong. She calls it “desk work.”",
    ],
)
def test_a_pronoun_stands_for_the_author(text: str) -> None:
    assert terms(text) == ["She calls it “desk work.”"]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} Dunmore calls this “desk work with gulls.”",
        f"{CLAIM} Her opponents call the idea “desk work.”",
        "Dunmore has no patience. That Katharine Orme should speak of clerks he mocks as “dry.”",
        "Albert Holt behauptet, dass Silos Kirchen sind. Ilse Brandt nennt das „Mehl mit Orgel“.",
        "Albert Holt behauptet, dass Silos Kirchen sind. Seine Gegner nennen die Idee „Mehl“.",
        "Lucien Revel affirme que le port est en papier. Mareuil appelle cela « du carton ».",
    ],
)
def test_a_critics_label_is_no_term_of_the_author(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{CLAIM} Orme calls this “desk work.”", "Orme calls this “desk work.”"),
        (f"{CLAIM} Dunmore uses her idea of “desk work.”", "her idea of “desk work.”"),
        (
            "Albert Holt behauptet, dass Silos Kirchen sind. Er nennt das „Mehl mit Orgel“.",
            "Er nennt das „Mehl mit Orgel“",
        ),
    ],
)
def test_the_authors_own_label_is_a_term(text: str, words: str) -> None:
    assert terms(text) == [words]
