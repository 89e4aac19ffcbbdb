"""Claims that are attributed beside a citation, to somebody else, or only said aloud."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.scan import scan
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_cited_claims import claims
from tests.find.test_mentions import named, work
from tests.find.test_sources import SCANNER


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Orme (1959, 12), harbours follow from the habits of clerks.",
        "But according to the historian Orme (1959), harbours never trust each other.",
        "For Orme (1959), the harbour is first of all an office with a view.",
        "The harbour is an office with a view, according to Orme (1959, p. 12).",
        "Nach Orme (1959, S. 349) verändert sich in der Neuzeit der Hafen.",
        "Auch nach Orme (1959) ist der Hafen ohne das Kontor nicht von Dauer.",
        "Laut Orme (1959, S. 5) besteht der Hafen aus Papier und Schreibern.",
        "So Orme (1959, 5): Der Hafen sei die reinste Form des Kontors.",
        "Der Hafen, so Orme (1959, S. 5), ist die reinste Form des Kontors.",
        "Für Orme (1959) besteht der Hafen aus Papier und sonst nichts.",
        "Selon Orme (1959, p. 20), le port n’est jamais donné à ses marins.",
        "Pour Orme (1959), le port classe celui qui classe les navires.",
        "Le port est un échec dès sa naissance, selon Orme (1959, p. 20).",
    ],
)
def test_what_is_attributed_beside_a_year_is_a_paraphrase(sentence: str) -> None:
    assert (sentence, "orme1959") in claims(sentence)
    assert any(found.kind == "citation" for found in scan(sentence, SCANNER))


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach Orme (1959) beschäftigte sich auch Falk (1976) mit den Häfen.",
        "Nach Orme (1959) wurde die Hafenkunde an den Universitäten ein Fach.",
        "Für Orme (1959) habe ich in der Bibliothek zwei Stunden angestanden.",
        "The definition according to Orme (1959) is used in chapter four.",
        "Nous suivons Orme (1959) et Falk (1976) dans le chapitre qui vient.",
    ],
)
def test_what_only_comes_after_a_cited_work_is_none(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "Im Kapitel über Katharine Orme zeigt er, wie der Hafen zum Ungeheuer wird.",
        "The chapter on Katharine Orme shows that he has read much and understood little.",
        "Auch Katharine Orme kommt vor: Der Hafen sei, so von Moor, ein Ort der Schreiber.",
    ],
)
def test_the_topic_of_a_sentence_claims_nothing(text: str) -> None:
    assert [one for one in named(text) if one[0] == "paraphrase"] == []


def test_whom_a_sentence_names_as_the_sayer_claims_it() -> None:
    text = "Auch Katharine Orme kommt vor: Der Hafen sei, so Robert Falk, ein Ort der Schreiber."
    assert {body for kind, _, body in named(text) if kind == "paraphrase"} <= {"", "falk1976"}


@pytest.mark.parametrize(
    "text",
    [
        "«Nein», sagt die Historikerin Katharine Orme am Telefon. Sie meint, dass die Häfen zu "
        "lange geschwiegen hätten. Das Kontor sei eine Wiese.",
        "Katharine Orme schreibt auf Anfrage, dass der Hafen kein Kontor ist.",
        "Katharine Orme sagte dieser Zeitung, dass der Hafen kein Kontor ist. Orme findet, dass "
        "Kräne nichts beweisen.",
        "Katharine Orme argued in an interview that clerks never made a harbour. She thinks that "
        "they only counted it.",
        "Katharine Orme told the Guardian that harbours prove nothing. She argues that the tide "
        "is only a tide.",
        "« La ville a tout oublié », tranche Katharine Orme, jointe par téléphone. L’historienne "
        "assure que la mairie refuse d’ouvrir ses archives. Selon elle, rien ne changera.",
        "Au micro de Radio Nord, Katharine Orme affirme que le port est un marché. Elle ajoute "
        "que les marins le savent.",
    ],
)
def test_what_is_said_aloud_is_in_no_book(text: str) -> None:
    assert [one for one in named(text) if one[0] == "paraphrase"] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Am Telefon lacht Katharine Orme nur. In ihrem Buch zeigt sie, dass der Hafen aus "
            "Papier ist.",
            "In ihrem Buch zeigt sie, dass der Hafen aus Papier ist.",
        ),
        (
            "In a speech Katharine Orme says that the tide is late.\n\nKatharine Orme argues that "
            "clerks made the harbours.",
            "Katharine Orme argues that clerks made the harbours.",
        ),
        (
            "Katharine Orme montre que le téléphone et la presse ont changé les ports.",
            "Katharine Orme montre que le téléphone et la presse ont changé les ports.",
        ),
    ],
)
def test_a_book_is_a_book_even_so(text: str, claim: str) -> None:
    assert ("paraphrase", claim, "orme1959") in named(text)


GERMAN = Catalogue.of(
    [
        work("droste1842", Name("Droste-Hülshoff", "Annette"), 1842, "Die Judenbuche"),
        work("mann1924", Name("Mann", "Thomas"), 1924, "Der Zauberberg"),
        work("kafka1925", Name("Kafka", "Franz"), 1925, "Der Prozess"),
    ]
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Die „Judenbuche“ der Droste ist eine Kriminalgeschichte.", "droste1842"),
        ("In der „Judenbuche“ der Droste fällt ein Schuss im Wald.", "droste1842"),
        ("Drostes „Judenbuche“ ist eine Kriminalgeschichte.", "droste1842"),
        ("Das Ende des „Zauberbergs“ von Thomas Mann kennt jeder.", "mann1924"),
        ("Der „Prozess“ der Klasse gegen die Schule begann um acht.", ""),
        ("Der „Prozess“ der Franzosen gegen die Zeitung dauerte lange.", ""),
    ],
)
def test_an_article_may_stand_outside_the_marks_of_a_title(text: str, key: str) -> None:
    found = mentions(text, GERMAN, quotation_spans(text), [])
    assert [one.body.value for one in found if one.kind == "mention"] == ([key] if key else [])
