"""German reported speech that goes on with what an author claims."""

from __future__ import annotations

import pytest

from citekit.find.mentions.germanverbs import reports
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
        ("Jede Mole gebäre zwei weitere Molen.", True),
        ("Der Hafen schläft, weil er alt sei.", False),
        ("Der Hafen schläft, als sei er alt.", False),
        ("Das „port de la mémoire“ war schön.", False),
        ("Die alte, die junge und die neue Mole sind schön.", False),
        ("Sie redete lange und leise, gerne auch heute.", False),
        ("Es sei denn, der Hafen schließt.", False),
    ],
)
def test_the_mood_of_a_sentence(sentence: str, expected: bool) -> None:
    assert reports(sentence, 0, len(sentence)) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Katharine Orme hat behauptet, die Flut sitze an jedem Tisch des Kontors.",
        "Katharine Orme hatte 1959 gewarnt, das Kontor verlerne das Rechnen.",
        "Katharine Orme schrieb in einem späten Aufsatz, der Kai fürchte nichts als die Feder.",
        "Katharine Orme geht weiter und behauptet, der Hafen lebe von nichts anderem.",
        "Katharine Orme räumte ein, der Schreiber irre oft.",
    ],
)
def test_a_clause_in_the_subjunctive_is_what_a_verb_of_claim_governs(sentence: str) -> None:
    assert ("paraphrase", sentence, "orme1959") in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Katharine Orme schrieb 1959 in Kiel, die Stadt gefiel ihr gut.",
        "Katharine Orme tat, als schlafe das Kontor tief und fest.",
        "Gegen Katharine Orme wird gern eingewandt, sie verkenne das Meer.",
        "Katharine Orme hielt den Mantel und die Mütze für den Winter bereit.",
        "Katharine Orme tenait le carnet de bord pour sa fille et pour la rue.",
    ],
)
def test_no_claim_is_governed(sentence: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in named(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Katharine Orme tenait le quai pour un bureau de la mer.",
        "Katharine Orme voit dans le quai un bureau de la mer.",
        "Katharine Orme y voyait un bureau de la mer.",
        "Katharine Orme takes the quay as an office of the sea.",
    ],
)
def test_what_a_thing_is_taken_for(sentence: str) -> None:
    assert ("paraphrase", sentence, "orme1959") in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike Katharine Orme, Paul Berg argues that the quay is a school of vice.",
        "Anders als Katharine Orme meint Paul Berg, der Kai sei eine Schule der Laster.",
        "Contrairement à Katharine Orme, Paul Berg affirme que le quai est une école du vice.",
        "The scholar Katharine Orme quotes her grandmother: “Never lend a boat to the sea.”",
        "Die Forscherin Katharine Orme zitiert die Großmutter: „Leih dem Meer kein Boot.“",
        "Katharine Orme hängte sich den Satz über den Schreibtisch und ging in die Stadt.",
    ],
)
def test_who_claims_is_somebody_else(sentence: str) -> None:
    assert ("paraphrase", "orme1959") not in {(kind, body) for kind, _, body in named(sentence)}


def test_a_clause_about_whom_another_is_unlike() -> None:
    text = "Unlike Katharine Orme, who held that harbours begin at a desk, Berg looks at the sea."
    assert ("paraphrase", "orme1959") in {(kind, body) for kind, _, body in named(text)}
