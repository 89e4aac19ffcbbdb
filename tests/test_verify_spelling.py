"""Quotations whose numbers are grouped, or whose words are spelt, otherwise than the source's."""

from __future__ import annotations

import pytest

from citekit.verify import Finding, Source, Verdict, compare
from citekit.verify.spelling import spelt_alike
from citekit.verify.words import words_of

ENGLISH = Source(
    "english",
    "There were 3450 ships in the harbour, 12,800 in the bay and 1,234,567 in all; the rate was "
    "2.845 percent, and the mean 4,500.25 tons.",
)
GERMAN = Source(
    "german",
    "Die Stadt hatte 3450 Schiffe und 3,5 Prozent Zinsen; es kamen 12.800 Gäste, und der Hafen "
    "brachte 1.234,50 Mark.",
)


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (ENGLISH, "There were 3,450 ships in the harbour"),
        (ENGLISH, "There were 3 450 ships in the harbour"),
        (ENGLISH, "There were 3\u202f450 ships in the harbour"),
        (ENGLISH, "There were 3’450 ships in the harbour"),
        (ENGLISH, "12800 in the bay and 1234567 in all"),
        (ENGLISH, "12 800 in the bay and 1 234 567 in all"),
        (ENGLISH, "in the bay and 1.234.567 in all"),
        (ENGLISH, "and the mean 4500.25 tons"),
        (GERMAN, "Die Stadt hatte 3.450 Schiffe"),
        (GERMAN, "es kamen 12800 Gäste"),
        (GERMAN, "brachte 1 234,50 Mark"),
    ],
)
def test_one_number_grouped_otherwise(source: Source, quotation: str) -> None:
    found = compare(quotation, source)
    assert (found.verdict, found.reasons) == (Verdict.PERMITTED, ("typography",))


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (ENGLISH, "There were 3.450 ships in the harbour"),  # in English a decimal
        (ENGLISH, "There were 3,45 ships in the harbour"),
        (ENGLISH, "There were 34,50 ships in the harbour"),
        (ENGLISH, "There were 3,540 ships in the harbour"),
        (ENGLISH, "the rate was 2845 percent"),
        (ENGLISH, "the rate was 2,845 percent"),
        (ENGLISH, "and the mean 4,500,25 tons"),
        (GERMAN, "Die Stadt hatte 3,450 Schiffe"),  # in German a decimal
        (GERMAN, "es kamen 12,800 Gäste"),
        (GERMAN, "brachte 1.234.50 Mark"),
    ],
)
def test_another_number(source: Source, quotation: str) -> None:
    assert compare(quotation, source).verdict is Verdict.ALTERED


def changes(quotation: str, source: str) -> tuple[Finding, list[tuple[str, str, str]]]:
    found = compare(quotation, Source("old", source))
    return found, [tuple(change) for change in found.changes]


def test_modern_spelling_is_a_change_of_its_own() -> None:
    found, kinds = changes(
        "Die Freiheit gibt dem Menschen, dass er tut, was er muss",
        "Die Freyheit giebt dem Menschen, daß er thut, was er muß.",
    )
    assert found.verdict is Verdict.ALTERED
    assert kinds == [
        ("spelling", "Freiheit gibt", "Freyheit giebt"),
        ("spelling", "tut", "thut"),
        ("spelling", "dass", "daß"),
        ("spelling", "muss", "muß"),
    ]
    assert found.reasons == ("only the spelling is another, which the text has to say",)
    assert str(found.changes[2]) == "“daß” became “dass”, in another spelling"


def test_other_words_beside_it_are_changed_words() -> None:
    found, kinds = changes(
        "I will show you that the honor of the town is lost",
        "I will shew you that the honour of the crown is lost.",
    )
    assert kinds == [
        ("spelling", "show", "shew"),
        ("spelling", "honor", "honour"),
        ("changed", "town", "crown"),
    ]
    assert found.reasons == ()


@pytest.mark.parametrize(
    "pair",
    [
        "Theil Teil", "seyn sein", "Muth Mut", "räth rät", "Waare Ware", "Capital Kapital",
        "studirt studiert", "Princip Prinzip", "fieng fing", "todt tot", "Bedürfniß Bedürfnis",
        "ächt echt", "Gränze Grenze", "Photographie Fotografie", "potentiell potenziell",
        "gantz ganz", "vnd und", "jhr ihr", "Schiffahrt Schifffahrt", "Aeußerung Äußerung",
        "Schooß Schoß", "nothwendig notwendig", "deßhalb deshalb", "gethan getan",
        "shewed showed", "colour color", "publick public", "connexion connection", "chuse choose",
        "antient ancient", "gaol jail", "centre center", "realise realize", "travelled traveled",
        "defence defense", "catalogue catalog", "vpon upon", "haue have", "iudge judge",
        "walk'd walked", "étoit était", "enfans enfants", "sçavoir savoir", "connoître connaître",
    ],
)  # fmt: skip
def test_spelt_alike(pair: str) -> None:
    one, other = (word.key for word in words_of(pair))
    assert spelt_alike(one, other)


@pytest.mark.parametrize(
    "pair",
    [
        "wieder wider", "Stadt Staat", "das daß", "Miene Mine", "Beeren Bären", "Lied Lid",
        "mahlen malen", "Masse Maße", "Seite Saite", "Betten beten", "Wagen Waagen", "hat hatte",
        "four for", "price prize", "advice advise", "bath bat", "through trough", "nothing noting",
        "than tan", "filled filed", "affect effect", "their there", "hall hal", "lose loose",
        "mois mais", "fois fais", "plants plans",
    ],
)  # fmt: skip
def test_other_words(pair: str) -> None:
    one, other = (word.key for word in words_of(pair))
    assert not spelt_alike(one, other)
