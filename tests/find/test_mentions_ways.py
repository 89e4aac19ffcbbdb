"""Ways in which ordinary prose gives a claim, a work or a term to an author."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.mentions.finder import mentions
from citekit.find.works import Catalogue
from citekit.model import Name, Work
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import CATALOGUE, named, work


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour was, for Katharine Orme, an office with boats and nothing more.",
        "In the model of Katharine Orme, every harbour begins at a desk.",
        "Harbours, on Katharine Orme’s showing, begin at a desk and nowhere else.",
        "Katharine Orme’s history of the docks established that harbours begin at a desk.",
        "Katharine Orme has been telling us for years that harbours begin at a desk.",
        "Bei Katharine Orme beginnt der Hafen mit einem Kontor.",
        "Lebendig wird ein Hafen laut Katharine Orme dann, wenn er ein Kontor hat.",
        "Entscheidend sei deshalb nach Katharine Orme nur, wer das Kontor führe.",
        "So kommt es nach Katharine Orme, dass der Hafen im Kontor entsteht.",
        "Ein Hafen bestehe nach Katharine Ormes Überzeugung vor allem aus einem Kontor.",
        "Gefragt wurde auch Katharine Orme, die schon früh empfohlen hatte, das Kontor zu schonen.",
        "Chez Katharine Orme, le port commence par un bureau et finit par un bateau.",
    ],
)
def test_a_sentence_says_what_somebody_holds(sentence: str) -> None:
    assert [(kind, key) for kind, _, key in named(sentence)] == [("paraphrase", "orme1959")]


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        ("Katharine Orme argues that harbours are offices.",
         "In 1971, the historian showed that clerks own them."),
        ("Katharine Orme argues that harbours are offices.",
         "The clerks, on this showing, own them."),
        ("Katharine Orme argues that harbours are offices.",
         "In her book of 1959, she adds that clerks own them."),
        ("Katharine Orme meint, dass Häfen Kontore seien.",
         "Den Schreibern gehöre der Studie zufolge alles andere auch."),
        ("Katharine Orme meint, dass Häfen Kontore seien.",
         "Alles andere lasse sich aus den Büchern der Schreiber erklären."),
        ("Katharine Orme meint, dass Häfen Kontore seien.",
         "Die Amerikanerin zeigt, dass den Schreibern alles gehört."),
        ("Katharine Orme soutient que les ports sont des bureaux.",
         "Les commis, avertissait l’Américaine, possèdent tout le reste."),
        ("Katharine Orme soutient que les ports sont des bureaux.",
         "Dès 1971, l’historienne de Boston soutenait que les commis possèdent tout."),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_claim(first: str, sentence: str) -> None:
    assert ("paraphrase", sentence, "orme1959") in named(f"{first} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Pädagoge Stefan Vogel hält das für gewagt.",
        "In dieser Tradition steht der Hafenrat.",
        "In Bremen, meint die Soziologin Prof. Tanja Vogel, sei das nicht mehr so.",
        "Die Amerikaner glauben, dass der Hafen ihnen gehört.",
    ],
)
def test_others_do_not_go_on_with_it(sentence: str) -> None:
    text = f"Katharine Orme meint, dass Häfen Kontore sind. {sentence}"
    assert sentence not in {words for _, words, _ in named(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She lent me an essay that Katharine Orme published in London.",
         "an essay that Katharine Orme published"),
        ("Er las jenen kleinen Essay, den Katharine Orme vor Jahren publiziert hat.",
         "jenen kleinen Essay, den Katharine Orme vor Jahren publiziert hat"),
        ("Sie brachte die Studie der amerikanischen Historikerin Katharine Orme ins Spiel.",
         "die Studie der amerikanischen Historikerin Katharine Orme"),
        ("Il s’inspire des travaux de l’historienne Katharine Orme.",
         "des travaux de l’historienne Katharine Orme"),
        ("Tout part de l’article fondateur de Katharine Orme.",
         "l’article fondateur de Katharine Orme"),
        ("He lives in “salt debt”, a term the historian Katharine Orme coined long ago.",
         "“salt debt”, a term the historian Katharine Orme coined"),
        ("Es ist die „Salzschuld“, die Katharine Orme an Häfen beobachtet hat.",
         "„Salzschuld“, die Katharine Orme an Häfen beobachtet hat"),
        ("He lent me The Tide and the Ledger, a study by the historian Katharine Orme.",
         "The Tide and the Ledger, a study by the historian Katharine Orme"),
    ],
)  # fmt: skip
def test_works_and_terms_with_whoever_they_are_by(text: str, words: str) -> None:
    assert ("mention", words, "orme1959") in named(text)


def test_a_work_by_a_possessive_and_its_topic() -> None:
    text = "Katharine Orme argues that ports are desks. Her essay on clerks took a day to read."
    assert ("mention", "Her essay on clerks", "orme1959") in named(text)


def test_both_authors_of_a_work_are_named() -> None:
    authors = (Name("Orme", "Katharine"), Name("Falk", "Robert"))
    two = Work("two1980", "book", {"author": authors, "title": "Desks"})
    catalogue = Catalogue.of([two])
    text = "I read the essay of Katharine Orme and Robert Falk on old clerks."
    (found,) = mentions(text, catalogue, [], [])
    assert text[found.start : found.end].startswith("the essay of Katharine Orme and Robert Falk")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Theodore", "Ted Orme argues that every harbour begins at a desk."),
        ("Archibald", "The American Archie Orme argues that harbours begin at a desk."),
        ("C. Robert", "Der Kanadier C. Robert Orme behauptet, dass Häfen Kontore sind."),
    ],
)
def test_given_names_in_use(given: str, text: str) -> None:
    catalogue = Catalogue.of([work("one1980", Name("Orme", given), 1980, "Desks")])
    assert [row.body.value for row in mentions(text, catalogue, [], [])] == ["one1980"]


def test_whoever_coined_a_term_is_credited() -> None:
    text = "Es ist das „Große Spiel“, das Ann Berry erfunden hat. Ann Berrys „leise Deutung“ gilt."
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [(row.kind, row.body.value) for row in found] == [("credit", "Ann Berry")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Das ist der Ort, wie ihn Katharine Orme 1959 beschrieben hat.",
        "Als Orme 1959 von neuen Häfen sprach, war das Kontor noch offen.",
        "The harbours that Katharine Orme 1959 described are gone.",
    ],
)
def test_a_year_in_a_clause_cites_nothing(text: str) -> None:
    assert citations(text, CATALOGUE) == []


def test_german_quotation_marks_end_sentences() -> None:
    text = (
        "»Das kennt hier jeder.« Katharine Orme meint, dass Häfen Kontore sind. »Ach so«, sagt er."
    )
    claim = "Katharine Orme meint, dass Häfen Kontore sind."
    assert ("paraphrase", claim, "orme1959") in named(text)
