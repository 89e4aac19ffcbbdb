"""French dialogue: turns behind a dash at the head of their line."""

from __future__ import annotations

import pytest

from citekit.find.quotations.finder import quotations


def said(text: str) -> list[tuple[str, str]]:
    return [(one.quoted, one.speaker) for one in quotations(text)]


def test_a_reporting_clause_names_who_takes_the_turn() -> None:
    text = (
        "Le bac s'arrêta au milieu du fleuve et personne ne bougea.\n\n"
        "— Dix minutes, annonça le passeur. Une branche.\n\n"
        "— Une branche ? répéta Mme Perrot.\n\n"
        "– Et s'il n'avait pas de rame ? s'inquiéta le voisin.\n"
        "– Moi, je nage, dit Odile Lestrade. Elle ôta ses souliers.\n"
    )
    assert said(text) == [
        ("Dix minutes, annonça le passeur. Une branche.", "le passeur"),
        ("Une branche ? répéta Mme Perrot.", "Mme Perrot"),
        ("Et s'il n'avait pas de rame ? s'inquiéta le voisin.", "le voisin"),
        ("Moi, je nage", "Odile Lestrade"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil a voté pour la ville :\n\n– Le budget, adopté en mai.\n– Le calendrier.",
        "Le conseil a voté pour la ville :\n\n– les écoles, dit le maire, seront ouvertes.",
        "Le plan de la ville dit tout :\n\n– Le pont, dit le texte, sera refait en mai.",
        "Il pleut sur la ville depuis le mois de mai.\n\n— Odile Perrot, maire de la ville",
        "Le pont — on le sait, dit le maire — est fermé pour le moment.",
        "QUIMERVILLE, 12 mars — Un incendie, dit le maire, a pris dans la halle de la ville.",
        "The town is closed for the winter.\n\n— The budget, said the mayor, is small.",
        "Die Stadt ist zu.\n\n– Der Haushalt, sagte der Bürgermeister, ist klein.",
    ],
)
def test_other_dashes_are_no_dialogue(text: str) -> None:
    assert said(text) == []
