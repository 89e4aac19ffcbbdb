"""What leads in an author's claim or closes it, in its sentence or the next."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of([book("lorin", "Lorin", "Klara", 1990, "Salt and the Village")], parser())
SALT = {
    "en": ("It rained all week.", "salt holds a village together"),
    "de": ("Die Stadt ist klein und grau.", "Salz ein Dorf zusammenhält"),
    "fr": ("La ville est petite et grise.", "le sel fait vivre le village"),
}


def claims(text: str) -> list[str]:
    """The words of what reports a claim."""
    return [text[one.start : one.end] for one in scan(text, SCANNER) if one.kind == "paraphrase"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "No less an authority than Klara Lorin argued that {}."),
        ("en", "Ever since Klara Lorin we have known that {}."),
        ("en", "That {} is an idea that goes back to Klara Lorin."),
        ("en", "That {} we know from Klara Lorin."),
        ("en", "That {} was Klara Lorin’s great discovery."),
        ("en", "One of Klara Lorin’s most quoted remarks is that {}."),
        ("en", "To Klara Lorin’s mind {}."),
        ("en", "By the lights of Klara Lorin, {}."),
        ("en", "Listen to Klara Lorin: {}."),
        ("en", "Klara Lorin may be right that {}."),
        ("en", "In a strange way {}, to quote Klara Lorin."),
        ("en", "Klara Lorin’s 1990 book argues that {}."),
        ("en", "Salt and the Village argues that {}."),
        ("de", "Es war Klara Lorin, die als Erste zeigte, dass {}."),
        ("de", "Es ist das Verdienst von Klara Lorin, gezeigt zu haben, dass {}."),
        ("de", "Spätestens seit Klara Lorin wissen wir, dass {}."),
        ("de", "Gegen Klara Lorin, die behauptet hatte, dass {}, wurde viel eingewandt."),
        ("de", "Historiker von Bloch bis Klara Lorin haben betont, dass {}."),
        ("de", "Die These Klara Lorins lautet, dass {}."),
        ("de", "Dass {}, wissen wir von Klara Lorin."),
        ("de", "Dass {}, ist eine Einsicht von Klara Lorin."),
        ("de", "Dass {}, geht auf Klara Lorin zurück."),
        ("fr", "Le mérite de Klara Lorin est d’avoir montré que {}."),
        ("fr", "Si l’on suit Klara Lorin, {}."),
        ("fr", "Ainsi que le note Klara Lorin, {}."),
        ("fr", "La thèse de Klara Lorin est simple : {}."),
        ("fr", "Que {}, c’est ce qu’a montré Klara Lorin."),
        ("fr", "Ce que montre Klara Lorin, c’est que {}."),
    ],
)
def test_a_frame_gives_a_claim_to_its_author(code: str, sentence: str) -> None:
    before, salt = SALT[code]
    said = sentence.format(salt)
    assert any(salt in one for one in claims(f"{before} {said}"))


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("en", "So argued Klara Lorin in 1990."),
        ("en", "So, at least, Klara Lorin maintained."),
        ("en", "That was the gist of what Klara Lorin wrote."),
        ("en", "This is what Klara Lorin meant."),
        ("en", "Such is Klara Lorin’s verdict."),
        ("en", "The idea comes from Klara Lorin."),
        ("de", "So sah es Klara Lorin."),
        ("de", "Das ist die These von Klara Lorin."),
        ("de", "Darauf hat Klara Lorin hingewiesen."),
        ("de", "Dieser Gedanke stammt von Klara Lorin."),
        ("fr", "C’est ce que montre Klara Lorin."),
        ("fr", "Telle est la thèse de Klara Lorin."),
        ("fr", "Klara Lorin ne disait pas autre chose."),
    ],
)
def test_the_next_sentence_says_whose_a_claim_is(code: str, after: str) -> None:
    before, salt = SALT[code]
    said = f"{'Weil' if code == 'de' else 'Clearly'} {salt}." if code != "fr" else f"Ainsi, {salt}."
    assert said in claims(f"{before} {said} {after}")
    assert said not in claims(f"{before} {said}\n\n{after}")
    assert not claims(f"{before} {said[:-1]}? {after}")


def test_a_rendering_of_somebody_else_is_not_the_authors() -> None:
    text = (
        "It rained. Dora Lund of the salt office knows the village. So argued Klara Lorin in 1990."
    )
    assert not claims(text)
