"""What an author named before does with a subject: "She also describes lakes that …"."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("lorin", "Lorin", "Klara", 1990, "Salt and the Village"),
        book("brandes", "Brandes", "Peter", 1991, "Das Ende der Deiche"),
        book("valmont", "Valmont", "Luc", 1992, "Le Sel des pauvres"),
    ],
    parser(),
)


def claims(text: str) -> list[str]:
    """The words of what reports a claim."""
    return [text[one.start : one.end] for one in scan(text, SCANNER) if one.kind == "paraphrase"]


EN = "It rained all week. Klara Lorin argues that salt holds a village together."
DE = "Die Stadt ist klein. Peter Brandes lehrt in Jena."
FR = "La ville est petite. Luc Valmont a relu les chroniques."


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (EN, "She also describes lakes that whole villages shared."),
        (EN, "She highlights the lakes of the north as a case of rules made by users."),
        (EN, "She calls for rules made by the users."),
        (EN, "She opposes large schemes that ignore the users."),
        (EN, "She uses the case of the north to show that cheats are rare."),
        (EN, "From this she derived eight rules of good design."),
        (EN, "Here she focused on rules that stay the same for centuries."),
        (EN, "She adds that cheats are rare."),
        (EN, "She wants a market without walls."),
        (EN, "She laid the blame on the clerks of the salt office."),
        (EN, "She has us imagine a village without a road."),
        (EN, "Her remedy was to hand the lakes to those who fish in them."),
        (EN, "Even a small fine, her model suggested, would keep the cheats away."),
        (EN, "Why, she asked, should a village trust a clerk?"),
        (EN, "It is, she liked to say, a grammar of salt."),
        (DE, "Er empfiehlt eine Kasse für alle."),
        (DE, "Er vergleicht das Dorf mit einem Schiff."),
        (DE, "Er setzt auf eine Kasse für alle."),
        (DE, "Er sieht im Salz eine Sprache ohne Wörter."),
        (DE, "Darunter versteht er eine Sprache ohne Wörter."),
        (DE, "Den Aufstand von 1848 erklärt der Soziologe aus dem Mangel an Salz."),
        (DE, "Wie er an alten Karten zeigt, gab es früher mehr Wege."),
        (DE, "Es geht ihm um die Wege der Händler."),
        (DE, "Dass das nicht immer gilt, räumt er ein."),
        (DE, "Sein Schluss: Wer teilt, der bleibt."),
        (FR, "Il condamne l’usage des digues privées."),
        (FR, "Il y voit une langue sans mots."),
        (FR, "Il impute la révolte au manque de sel."),
        (FR, "Ce qui l’intéresse, ce sont les chemins des marchands."),
        (FR, "On y lit que le sel est une langue."),
        (DE, "Er plädiert dafür, Lohn und Würde zu verbinden."),
        (DE, "Der Soziologe plädiert dafür, Lohn und Würde zu verbinden."),
        (DE, "Zugleich warf er der Stadt vor, Lohn und Würde zu trennen."),
        (DE, "Daraus leitete er acht Regeln des guten Lebens ab."),
        (DE, "In seinem Buch behauptet der Soziologe, dass Lohn und Würde eins sind."),
        (FR, "L’historien attribue cette gêne à la crainte des foules."),
        (FR, "Il existe selon lui un lien étroit entre la peste et les procès."),
        (FR, "Son livre dénonce le mythe d’une école sans passé."),
    ],
)
def test_an_author_goes_on_with_a_subject(before: str, sentence: str) -> None:
    assert sentence in claims(f"{before} {sentence} Es regnet.")


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (EN, "He opposes large schemes that ignore the users."),
        (EN, "She moved to the north in the spring."),
        (DE, "Danach führte er den Hund durch den ganzen Park."),
        (DE, "In seinem Garten behauptet der Flieder, was er will."),
        (FR, "Son livre coûte vingt euros."),
    ],
)
def test_a_life_or_another_is_no_claim(before: str, sentence: str) -> None:
    assert sentence not in claims(f"{before} {sentence} Es regnet.")
