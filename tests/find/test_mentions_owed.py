"""Persons credited with an idea or word that the text names by a noun."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import CATALOGUE

FR = "Elle est assise dans la cuisine et ne dit rien à son frère."


def credited(text: str) -> list[tuple[str, str]]:
    """(words, person) of the credits."""
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert all(one.body.type == "person" for one in found if one.kind == "credit")
    return [(text[f.start : f.end], f.body.value) for f in found if f.kind == "credit"]


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("owe the phrase to Ann Berry", "I {}."),
        ("owe the word “dry quay” to the painter Ann Berry", "I {}."),
        ("The idea goes back to Ann Berry", "{}."),
        ("The term was first coined by Ann Berry", "{}."),
        ("Ann Berry was the first to connect tides with debts", "{}."),
        ("Drawing on Ann Berry’s theory of mud", "{}, we dig."),
        ("Der Gedanke geht auf Ann Berry zurück", "{}, sagt man in der Stadt und auf dem Land."),
        ("Den Ausdruck verdanke ich Ann Berry", "{}, und das ist nicht wenig."),
        ("Der Begriff der „nassen Zeit“ stammt von Ann Berry", "{}, und das ist nicht wenig."),
        ("Das Wort wurde von Ann Berry geprägt", "{}, und das ist nicht wenig."),
        ("L’idée remonte à Ann Berry", FR + " {}."),
        ("On doit cette notion à Ann Berry", FR + " {}."),
        ("Le mot est d’Ann Berry", FR + " {}."),
        ("took over from Ann Berry", "The “dry quay,” a term she {}, is old."),
        ("term he owed to the critic Ann Berry", "This is a “dry quay,” a {}, who is gone."),
        ("borrowed, as she said, from Ann Berry", "The adjectives “wet” and “dry” were {}."),
        ("in the painter Ann Berry's sense", "A quay is a promise, {}, which mud keeps."),
        (
            "übernahm Weiß 1950 von seinem Lehrer, dem Soziologen Ann Berry",
            "Den Begriff {}, der ihn auf die Wege der Kähne angewandt hatte.",
        ),
        ("empruntée à Ann Berry", FR + " L’opposition du quai et du port est elle-même {}."),
        (
            "mot qu’il a piqué à un psychologue de la mer, Ann Berry",
            FR + " Il appelle cela des « quais », {}, et que tous répètent.",
        ),
        ("On doit à Ann Berry l’application de la notion", FR + " {} à la mer."),
    ],
)
def test_who_is_owed_an_idea_or_word(words: str, rest: str) -> None:
    assert credited(rest.format(words)) == [(words, "Ann Berry")]


@pytest.mark.parametrize(
    "text",
    [
        "The sociologist Ann Berry speaks of “soft quays.”",
        "Die Soziologin Ann Berry spricht hier von „weichen Kais“, und das ist nicht wenig.",
        "Ann Berry parle peu. La « dette douce », pour reprendre le mot d’Ann Berry, est là.",
        "Le livre de l’économiste Ann Berry, qui a forgé l’expression « dette douce », est là.",
        "La « dette douce » est là, et l’économiste Ann Berry a parlé de « dette dure ».",
    ],
)
def test_who_gives_a_thing_its_quoted_name(text: str) -> None:
    assert credited(text) == [("Ann Berry", "Ann Berry")]


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Ann Berry is remembered for “dry quays,”", "Just as {} so is he for mud."),
        ("Ann Berry est connue pour sa « dette douce »", FR + " {}."),
        ("Ann Berry ist bekannt für ihre „nasse Zeit“", "{}, und das ist nicht wenig."),
        ("“dry quay,” the phrase that Ann Berry of Pimco hung on", "They said {} the port."),
    ],
)
def test_who_is_known_for_a_term(words: str, rest: str) -> None:
    assert credited(rest.format(words)) == [(words, "Ann Berry")]


@pytest.mark.parametrize(
    "text",
    [
        "I owe ten pounds to Ann Berry.",
        "He took a train from Ann Berry, and the money he owed to Ann Berry.",
        "Ann Berry is known for “a great day.”",
        f"{FR} On doit à Ann Berry le pont de la ville. Il a volé une pomme à Ann Berry.",
        "Unsere Bürger glauben das Wort „bald“ nicht mehr, und das ist nicht wenig.",
        "Er übernahm das Haus von seinem Lehrer, dem Soziologen Ann Berry, im Mai.",
        "The house goes back to Ann Berry.",
        "The word comes from Latin.",
        "The idea goes back to Mayor Ann Berry.",
        "Ann Berry was the first to arrive.",
        "Der Wein stammt von Ann Berry, und das ist nicht wenig.",
        f"{FR} La maison remonte à Ann Berry. On doit cent francs à Ann Berry.",
        "Minister Ann Berry speaks of “soft quays.”",
        "The sociologist Ann Berry speaks of “a great day.”",
        "The term was coined by Katharine Orme.",
    ],
)
def test_other_debts_and_sayings_are_no_credits(text: str) -> None:
    assert credited(text) == []
