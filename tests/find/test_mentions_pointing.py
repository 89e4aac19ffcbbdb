"""Which of an author's works a sentence points at: by its year, by the order in which the text
has named them, or only at another one."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import work

LUND = Name("Lund", "Astrid")
CATALOGUE = Catalogue.of(
    [
        work("lund1961", LUND, 1961, "Harbours of Paper"),
        work("lund1976", LUND, 1976, "The Quiet Crane"),
        work("falter1970", Name("Falter", "Emil"), 1970, "Das leise Lager"),
        work("falter1983", Name("Falter", "Emil"), 1983, "Kisten und Kräne"),
        work("sorel1955", Name("Sorel", "Agathe"), 1955, "La Grue muette"),
        work("sorel1967", Name("Sorel", "Agathe"), 1967, "Le Quai des ombres"),
    ]
)
EN = "Astrid Lund wrote Harbours of Paper and The Quiet Crane."
DE = "Emil Falter hat „Das leise Lager“ und „Kisten und Kräne“ geschrieben."
FR = "Agathe Sorel a écrit La Grue muette et Le Quai des ombres."


def claimed(text: str) -> list[tuple[str, str]]:
    """(words, body) of the paraphrases."""
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    return [(text[f.start : f.end], f.body.value) for f in found if f.kind == "paraphrase"]


@pytest.mark.parametrize(
    ("before", "claim", "key"),
    [
        (EN, "In the former she argues that harbours wait.", "lund1961"),
        (EN, "In the latter, Lund argues that cranes dream.", "lund1976"),
        (EN, "The first book argues that harbours wait.", "lund1961"),
        ("Astrid Lund published Harbours of Paper early.", "In 1976 she argued that cranes dream.",
         "lund1976"),
        ("Astrid Lund published Harbours of Paper in 1961.",
         "Fifteen years later Lund argued that cranes dream.", "lund1976"),
        ("Harbours of Paper made Astrid Lund known.",
         "In her later book, Lund argued that cranes dream.", "lund1976"),
        ("Astrid Lund is forgotten.", "The Lund of 1961 argued that harbours wait.", "lund1961"),
        (DE, "Im ersten Buch behauptet er, dass Lager warten.", "falter1970"),
        (DE, "Im zweiten behauptet er, dass die Kräne träumen.", "falter1983"),
        ("Emil Falter ist der Autor von „Das leise Lager“.",
         "1983 behauptete er, dass die Kräne träumen.", "falter1983"),
        ("Emil Falter schrieb „Das leise Lager“. Dreizehn Jahre später kam das zweite Buch.",
         "Darin zeigte er, dass die Kräne träumen.", "falter1983"),
        (FR, "Dans le premier, Sorel affirme que les grues se taisent.", "sorel1955"),
        (FR, "Dans le second, elle affirme que les quais parlent.", "sorel1967"),
        ("Agathe Sorel publia La Grue muette en 1955.",
         "En 1967, elle soutint que les quais parlent.", "sorel1967"),
        ("Agathe Sorel a écrit La Grue muette.",
         "Celui de 1967 soutient que les quais parlent.", "sorel1967"),
    ],
)  # fmt: skip
def test_the_sentence_says_which_work_is_meant(before: str, claim: str, key: str) -> None:
    assert claimed(f"{before} {claim}") == [(claim, key)]


@pytest.mark.parametrize(
    ("before", "claim"),
    [
        ("Harbours of Paper made Astrid Lund known.", "Lund has since argued that cranes dream."),
        ("Harbours of Paper made Astrid Lund known.", "Lund later argued that cranes dream."),
        ("Harbours of Paper made Astrid Lund known.",
         "Three years later Lund argued that cranes dream."),
        ("La Grue muette a fait connaître Agathe Sorel.",
         "Plus tard, Sorel affirma que les quais parlent."),
    ],
)  # fmt: skip
def test_a_later_work_is_not_the_one_named_before(before: str, claim: str) -> None:
    assert claimed(f"{before} {claim}") == [(claim, "")]


def test_what_the_author_had_thought_in_a_title_is_not_what_is_told_before_it() -> None:
    claim = "Astrid Lund argued that harbours move by themselves."
    text = f"{claim} In Harbours of Paper she had still thought otherwise."
    assert claimed(text) == [(claim, "")]


@pytest.mark.parametrize(
    ("before", "claim", "key"),
    [
        ("Astrid Lund wrote Harbours of Paper.", "Lund argued that in 1962 harbours waited.",
         "lund1961"),
        ("Astrid Lund wrote Harbours of Paper.", "Lund argued that later harbours wait.",
         "lund1961"),
        ("The Quiet Crane made Astrid Lund known.", "Lund later argued that cranes dream.",
         "lund1976"),
        ("Harbours of Paper made Astrid Lund known.",
         "In The Quiet Crane, Lund later argued that cranes dream.", "lund1976"),
    ],
)  # fmt: skip
def test_other_years_and_times_point_at_no_work(before: str, claim: str, key: str) -> None:
    assert (claim, key) in claimed(f"{before} {claim}")


@pytest.mark.parametrize(
    "claim",
    [
        "In 1976 the harbour burned.",
        "The latter is out of print.",
        "The second argument is that cranes dream.",
        "In the first year she found that cranes break.",
    ],
)
def test_a_pointer_alone_is_no_claim(claim: str) -> None:
    assert claimed(f"{EN} {claim}") == []
