"""Sentences that go on with what a model, and no rule, has found to report a claim."""

from __future__ import annotations

import pytest

from citekit.find.mentions.followups import said_on
from citekit.find.mentions.people import people
from citekit.find.mentions.reading import Choice, Reading
from citekit.find.works import Catalogue
from tests.find.books import book

CATALOGUE = Catalogue.of([book("lorin", "Lorin", "Klara", 1990, "Salt and the Village")])
LED = "The salt road, in the indictment of Klara Lorin, is a leash."


def goes_on(sentence: str, chance: float) -> list[str]:
    """What goes on with a sentence that a model is so sure of."""
    text = f"{LED} {sentence} It rained."
    reading = Reading(text, CATALOGUE, (), ())
    reading.name(people(reading, ()))
    found = reading.suggest(
        (0, len(LED)), "paraphrase", Choice(0, 1.0, ()), "sequence", weight=chance
    )
    return [text[one.start : one.end] for one in said_on(reading, [found])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each parish, she says, has a lock of its own.", True),
        ("She held that the cost is borne by the herders.", True),
        ("Each parish has a lock of its own.", False),
    ],
)
def test_what_an_author_says_next(sentence: str, found: bool) -> None:
    assert goes_on(sentence, 0.8) == ([sentence] if found else [])
    assert not goes_on(sentence, 0.5)
