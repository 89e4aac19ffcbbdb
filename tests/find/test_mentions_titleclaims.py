"""What a work claims, told by its title alone."""

from __future__ import annotations

import pytest

from tests.find.test_mentions import named


@pytest.mark.parametrize(
    "sentence",
    [
        "The author of *The Tide and the Ledger* argues that the clerk comes first.",
        "According to *The Tide and the Ledger*, the clerk comes before the ship.",
        "According to the author of *The Tide and the Ledger*, the clerk comes first.",
        "The argument of *The Tide and the Ledger* is that the clerk comes first.",
        "In *The Tide and the Ledger* it is argued that the clerk comes first.",
        "Her last book, *The Tide and the Ledger*, defends one idea: the clerk comes first.",
        "In „The Tide and the Ledger“ heißt es, dass der Schreiber der erste ist.",
        "Der Schreiber, so heißt es in „The Tide and the Ledger“, ist vor dem Schiff da.",
        "In „The Tide and the Ledger“ steht, dass der Schreiber der erste ist.",
        "Laut „The Tide and the Ledger“ kommt der Schreiber vor dem Schiff.",
        "Die These von „The Tide and the Ledger“ lautet, dass der Schreiber der erste ist.",
        "Die Autorin von „The Tide and the Ledger“ behauptet, dass der Schreiber der erste ist.",
        "In „The Tide and the Ledger“ räumt Katharine Orme ein, dass die Feder und der Kai irren.",
        "On lit dans *The Tide and the Ledger* que le scribe précède le navire et la mer.",
        "Selon l’autrice de *The Tide and the Ledger*, le scribe précède le navire et la mer.",
        "La thèse de *The Tide and the Ledger* est que le scribe précède le navire et la mer.",
    ],
)
def test_a_title_says_what_its_work_claims(sentence: str) -> None:
    assert ("paraphrase", sentence, "orme1959") in named(sentence)


def test_a_pronoun_after_the_title() -> None:
    claim = "vertrat sie die These, dass der Schreiber und die Feder oft irren."
    text = f"Katharine Orme sah die Sache der Häfen anders. In „The Tide and the Ledger“ {claim}"
    assert ("paraphrase", claim, "orme1959") in named(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The author of *The Tide and the Ledger* was born in the port of Hull.",
        "In *The Tide and the Ledger* the clerk comes before the ship.",
        "In „The Tide and the Ledger“ heißt es: „Der Schreiber kommt vor dem Schiff.“",
        "Die Autorin von „The Tide and the Ledger“ behauptet sich auf dem Markt der Bücher.",
        "L’autrice de *The Tide and the Ledger* est née dans le port de la ville.",
        "We bought the argument of *The Tide and the Ledger* at the quay and read it there.",
    ],
)
def test_a_title_alone_says_nothing(sentence: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in named(sentence)}
