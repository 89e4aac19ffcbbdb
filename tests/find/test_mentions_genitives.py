"""An author's name with a noun, in a frame, or for a book: the works that are meant."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.mentions.finder import mentions
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import named, work

ENGLISH = "Katharine Orme argued that a harbour is run by the clerk with his ledger. It rained. "
GERMAN = "Katharine Orme meint, dass den Hafen ein Schreiber mit seinem Hauptbuch regiere. Regen. "
FRENCH = "Katharine Orme soutient que le port est tenu par un commis et son registre. Il pleut. "


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (ENGLISH, "Orme’s ledgers have been sold.", "Orme’s ledgers"),
        (ENGLISH, "The Orme clerk now wears trainers.", "The Orme clerk"),
        (ENGLISH, "Nobody likes Orme’s curse.", "Orme’s curse"),
        (ENGLISH, "The phrase is Orme’s.", "The phrase is Orme’s"),
        (ENGLISH, "We lack, in Orme’s sense, a tide.", "in Orme’s sense"),
        (ENGLISH, "Let us speak, after Orme, of slack water.", "after Orme"),
        (ENGLISH, "He lost a battered Orme on the ferry.", "a battered Orme"),
        (ENGLISH, "She has Orme on the shelf.", "Orme on the shelf"),
        (GERMAN, "Ormes Schreiber sitzt im Keller.", "Ormes Schreiber"),
        (GERMAN, "Das Argument Ormes kam am Ende.", "Das Argument Ormes"),
        (GERMAN, "Im Sinne von Orme wäre das ein Amt.", "Im Sinne von Orme"),
        (GERMAN, "Mit Orme ließe sich sagen, der Kran ruhe.", "Mit Orme ließe sich sagen"),
        (GERMAN, "Flutschuld, frei nach Orme.", "Flutschuld, frei nach Orme"),
        (GERMAN, "Dort lag ein zerlesener Orme.", "ein zerlesener Orme"),
        (GERMAN, "Die Orme-Studie lag im Keller.", "Die Orme-Studie"),
        (FRENCH, "Le commis d’Orme porte un badge.", "Le commis d’Orme"),
        (FRENCH, "C’est l’échelle de Katharine Orme.", "l’échelle de Katharine Orme"),
        (FRENCH, "Dans les termes d’Orme, rien ne bouge.", "Dans les termes d’Orme"),
        (FRENCH, "Mieux vaut parler, après Orme, de dette.", "après Orme"),
        (FRENCH, "Il faut apprendre Orme par cœur.", "Orme par cœur"),
    ],
)
def test_the_name_stands_for_the_work(before: str, sentence: str, expected: str) -> None:
    assert ("mention", expected, "orme1959") in named(before + sentence)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (ENGLISH, "Orme’s office is closed on Mondays."),
        (ENGLISH, "Orme’s biscuits have been sold."),
        (ENGLISH, "A friend of Orme’s rang."),
        (ENGLISH, "With Orme we could finally eat."),
        (ENGLISH, "He walked, after Orme, to the station."),
        (GERMAN, "Ormes Stimme klang müde."),
        (GERMAN, "Mit Orme kann man gut reden."),
        (GERMAN, "Er ging, nach Orme, zum Bahnhof."),
        (GERMAN, "Dort lag ein müder Orme."),
        (FRENCH, "Les élèves de Katharine Orme ont voté."),
        (FRENCH, "Le chien de Katharine Orme aboie."),
        (FRENCH, "Avec Orme, on peut déjeuner."),
    ],
)
def test_the_person_is_no_work(before: str, sentence: str) -> None:
    assert [one for one in named(before + sentence) if one[1] in sentence] == []


def test_adjective_of_an_author_who_is_only_cited() -> None:
    text = "Nothing is lost at sea (Bergmann 1950). The Bergmannian “tide” is no help."
    catalogue = Catalogue.of([work("bergmann1950", Name("Bergmann", "Ida"), 1950, "Nothing Lost")])
    cited = citations(text, catalogue)
    found = mentions(text, catalogue, quotation_spans(text), cited)
    assert "The Bergmannian “tide”" in [text[one.start : one.end] for one in found]
