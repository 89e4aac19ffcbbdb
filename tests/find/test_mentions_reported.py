"""German reported speech that goes on with what an author claims."""

from __future__ import annotations

import pytest

from citekit.find.mentions.subjunctives import reports
from tests.find.test_mentions import named

_FIRST = "Katharine Orme schrieb, dass der Hafen im Kontor beginnt und nicht am Kai. "


@pytest.mark.parametrize(
    "rest",
    [
        "Wer die Bücher führe, gebiete über das Schiff.",
        "Es genüge die Unterschrift eines Schreibers.",
        "Jede Ladung trage die Spur einer Feder.",
        "Das Zollamt verlerne das Rechnen.",
        "Der Schreiber schlafe nie, solange ein Schiff auf der Reede liegt.",
        "Zwischen Kai und Kontor klaffe ein „Spalt“, den keiner sieht.",
        "Und wenn die Flut käme, sei der Schreiber schon fort.",
    ],
)
def test_a_sentence_in_the_subjunctive_goes_on(rest: str) -> None:
    assert ("paraphrase", rest, "orme1959") in named(_FIRST + rest)


def test_several_sentences_in_the_subjunctive_go_on() -> None:
    rest = ("Der Schreiber wache.", "Das Schiff warte.", "Die Flut nehme, was keiner zählt.")
    found = named(_FIRST + " ".join(rest))
    assert all(("paraphrase", sentence, "orme1959") in found for sentence in rest)


@pytest.mark.parametrize(
    "rest",
    [
        "Die Kräne seien zu alt, sagte der Minister.",
        "Die Kräne hebe man im Mai, so der Minister auf der Mole.",
        "Details habe der Zeuge geliefert, argumentierte die Anklage.",
        "Bei den Kränen komme hinzu: „Die mögen einander nicht, und das weiß hier jeder.“",
        "Lena Stern behaupte, der Kran sei alt.",
        "Man nehme einen Löffel und rühre den Brei.",
        "Der Hafen hat viele Kräne, eine große Mole und eine kleine, die niemand nutzt.",
        "Abends wurde die Mole leise, und die letzte der Laternen ging aus.",
        "Ich glaube, der Kran habe mich getroffen.",
    ],
)
def test_what_somebody_else_says_does_not(rest: str) -> None:
    found = named(_FIRST + rest)
    assert [body for kind, words, body in found if kind == "paraphrase" and words in rest] in (
        [],
        ["stern2001"],
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das Amt verlerne das Reden.", True),
        ("Wer so rede, der mache aus dem Hafen ein Gefängnis.", True),
        ("Der Hafen schläft, weil er alt sei.", False),
        ("Die alte, die junge und die neue Mole sind schön.", False),
        ("Sie redete lange und leise, gerne auch heute.", False),
        ("Es sei denn, der Hafen schließt.", False),
    ],
)
def test_the_mood_of_a_sentence(sentence: str, expected: bool) -> None:
    assert reports(sentence, 0, len(sentence)) is expected
