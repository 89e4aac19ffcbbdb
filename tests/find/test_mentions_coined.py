"""Terms in quotation marks whose author is a pronoun, a noun or a title."""

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
        work("orme1959", Name("Orme", "Katharine"), 1959, "The Comfort of Loose Bonds"),
        work("holt1931", Name("Holt", "Albert"), 1931, "Das Schweigen der Ämter"),
        work("revel1972", Name("Revel", "Lucien"), 1972, "Le Paradoxe du guichet"),
    ]
)
EN = (
    "In The Comfort of Loose Bonds, Katharine Orme argued that clubs last because nobody cares "
    "too much. The seats were half empty even then. "
)
DE = (
    "Albert Holt hat in »Das Schweigen der Ämter« gezeigt, dass Behörden durch Warten herrschen. "
    "Das gilt noch heute. "
)
FR = (
    "Dans Le Paradoxe du guichet, Lucien Revel soutient que plus un service est proche, moins il "
    "répond. Cela reste vrai. "
)


def terms(before: str, sentence: str) -> list[tuple[str, str]]:
    """The mentions and echoes of a sentence, with their works."""
    text = before + sentence
    found = mentions(text, CATALOGUE, quotation_spans(text), [], said=read(text)[1])
    return [
        (text[one.start : one.end], one.body.value)
        for one in found
        if one.kind in ("mention", "echo") and one.start >= len(before)
    ]


@pytest.mark.parametrize(
    ("before", "sentence", "words", "key"),
    [
        (EN, "With some malice she christened this “easy company”.",
         "she christened this “easy company”", "orme1959"),
        (EN, "The phrase she settles on is “easy company”.",
         "she settles on is “easy company”", "orme1959"),
        (EN, "It is what the author calls “easy company”.",
         "the author calls “easy company”", "orme1959"),
        (DE, "Mit leiser Bosheit taufte er das „höfliche Leere“.",
         "taufte er das „höfliche Leere“", "holt1931"),
        (DE, "„Höfliche Leere“, der Leitbegriff des Philosophen, meint das Warten.",
         "„Höfliche Leere“, der Leitbegriff des Philosophen", "holt1931"),
        (DE, "Die von ihm so genannte „höfliche Leere“ kennt jeder.",
         "von ihm so genannte „höfliche Leere“", "holt1931"),
        (FR, "C’est ce que l’auteur nomme « la justice de ruche ».",
         "l’auteur nomme « la justice de ruche »", "revel1972"),
        (FR, "Le mot qu’il propose, « ruche », est resté.",
         "Le mot qu’il propose, « ruche »", "revel1972"),
    ],
)  # fmt: skip
def test_who_gave_a_term_may_be_a_pronoun_or_noun(
    before: str, sentence: str, words: str, key: str
) -> None:
    assert terms(before, sentence) == [(words, key)]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (EN, "My aunt kept a café there. Her “special” was eels."),
        (EN, "Neil Frost runs the hall. With some malice he called this “a joke”."),
        (EN, "Then the roof leaked. This was “unfortunate”."),
        (EN, "Every clerk knows the drawer. His term for it is “the grave”."),
        (DE, "Die Hausverwaltung antwortet nicht. Sie nennt das „Bearbeitung“."),
        (DE, "Der Pförtner kennt das. Er nennt den Flur „die Kapelle“."),
        (DE, "Der Beamte lachte. Sein „Büro“ war ein Schrank."),
        (DE, "Die Bewohner wehren sich. Sie sprechen von „Verleumdung“."),
        (FR, "Le greffier sourit. Son « bureau » est un placard."),
        (FR, "Les habitants protestent. Ils parlent de « mépris »."),
    ],
)
def test_a_pronoun_for_somebody_nearer_gives_the_author_no_term(before: str, sentence: str) -> None:
    assert terms(before, sentence) == []


@pytest.mark.parametrize(
    ("before", "sentence", "key"),
    [
        (EN, "A treasurer who counts heads has not understood “loose bonds”.", "orme1959"),
        (DE, "Das „Schweigen“ beginnt am Schalter.", "holt1931"),
        (FR, "Le « paradoxe » se vérifie ici chaque matin.", "revel1972"),
    ],
)
def test_words_of_a_title_are_its_terms_once_it_is_told_of(
    before: str, sentence: str, key: str
) -> None:
    assert [found for _, found in terms(before, sentence)] == [key]
    assert terms("", sentence) == []


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (EN, "The poster for the “Bonds” concert hangs askew."),
        (EN, "The treasurer has “bonds” in her safe."),
        (FR, "Au « Guichet », un café voisin, on boit debout."),
    ],
)
def test_one_word_of_a_title_is_no_term_as_a_name_or_anew(before: str, sentence: str) -> None:
    assert terms(before, sentence) == []
