"""Titles of one word or two need their author, or their year, beside them."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import work

CATALOGUE = Catalogue.of(
    [
        work("stern2001", Name("Stern", "Lena"), 2001, "Culture"),
        work("hallmann1911", Name("Hallmann", "Jost"), 1911, "Die Hafenordnungen"),
        work("mercier1893", Name("Mercier", "Paul"), 1893, "Essais"),
        work("mercier1899", Name("Mercier", "Paul"), 1899, "Ernest ou l’Indifférence"),
        work("vale1990", Name("Vale", "Anna"), 1990, "The Quiet Harbour"),
        work("roux1982", Name("Roux", "Claire"), 1982, "La Longue Marée"),
        work("lind1988", Name("Lind", "Karl"), 1988, "The Harbour and the Crown, AD 990–1990"),
        work("roux1991", Name("Roux", "Claire"), 1991, "La Peur en mer (XVe-XVIIIe siècles)"),
        work("hallmann1920", Name("Hallmann", "Jost"), 1920, "Das Jahr 1900"),
        work("roux1995", Name("Roux", "Claire"), 1995, "La fatigue d’être seul : essai"),
        work("roux1999", Name("Roux", "Claire"), 1999, "La Navigation : critique du goût"),
        work("hallmann1956", Name("Hallmann", "Jost"), 1956, "Die Vergänglichkeit des Hafens"),
        work("hallmann1931", Name("Hallmann", "Jost"), 1931, "Historische und politische Fahrten"),
        work("hallmann1933", Name("Hallmann", "Jost"), 1933, "Maßlose Geschichte der Deiche"),
        work("hallmann1940", Name("Hallmann", "Jost"), 1940, "Zur Kritik der nautischen Ökonomie"),
        work("roux1970", Name("Roux", "Claire"), 1970, "De l’esprit des ports"),
        work("roux2017", Name("Roux", "Claire"), 2017, "Où mouiller ? Essai sur les ancres"),
        work("stern2010", Name("Stern", "Lena"), 2010, "Slackwater"),
    ]
)


def named(text: str) -> list[tuple[str, str]]:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    return [(text[one.start : one.end], one.body.value) for one in found if one.kind == "mention"]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("In Culture, Lena Stern lets the rooms speak.", "Culture", "stern2001"),
        ("In Culture Lena Stern never speaks of rooms.", "Culture", "stern2001"),
        ("Culture (2001) is a long book.", "Culture", "stern2001"),
        ("As in Stern’s Culture, the rooms speak.", "Stern’s Culture", "stern2001"),
        ("Dans ses Essais, Mercier avoue tout.", "Essais", "mercier1893"),
        ("On relit les Essais de Mercier.", "Essais de Mercier", "mercier1893"),
        ("Dans Ernest, Mercier se moque de tout.", "Ernest", "mercier1899"),
        ("In Hallmanns Hafenordnungen steht es.", "Hallmanns Hafenordnungen", "hallmann1911"),
        ("Die Hafenordnungen von Hallmann sind kurz.", "Die Hafenordnungen von Hallmann",
         "hallmann1911"),
        ("Hallmann’s Die Hafenordnungen has no index.", "Hallmann’s Die Hafenordnungen",
         "hallmann1911"),
        ("London is dark in Vale’s The Quiet Harbour.", "Vale’s The Quiet Harbour", "vale1990"),
        ("In Vale’s “The Quiet Harbour” nobody swims.", "Vale’s “The Quiet Harbour”", "vale1990"),
        ("Le maire a offert « La Longue Marée » à Lyon.", "« La Longue Marée »", "roux1982"),
        ("Elle relit La Longue Marée de Roux à ses élèves.", "La Longue Marée de Roux", "roux1982"),
        ("She teaches The Harbour and the Crown.", "The Harbour and the Crown", "lind1988"),
        ("Tout cela est dans La Peur en mer de Claire Roux.", "La Peur en mer de Claire Roux",
         "roux1991"),
        ("He read Culture, by the Danish sailor Lena Stern.",
         "Culture, by the Danish sailor Lena Stern", "stern2001"),
        ("Il enseigne La Fatigue d’être seul, de Claire Roux.",
         "La Fatigue d’être seul, de Claire Roux", "roux1995"),
        ("Le chef de groupe brandit un exemplaire de La Navigation.", "La Navigation", "roux1999"),
        ("In den Historischen und politischen Fahrten von Hallmann steht es.",
         "Historischen und politischen Fahrten von Hallmann", "hallmann1931"),
        ("Aus Hallmanns Massloser Geschichte der Deiche lese ich oft.",
         "Hallmanns Massloser Geschichte der Deiche", "hallmann1933"),
        ("Es steht in Hallmanns Kritik der nautischen Ökonomie.",
         "Hallmanns Kritik der nautischen Ökonomie", "hallmann1940"),
        ("Roux, dans l’Esprit des ports, le dit.", "Roux, dans l’Esprit des ports", "roux1970"),
        ("Dans Où mouiller ?, on apprend à jeter l’ancre.", "Où mouiller", "roux2017"),
        ("Où mouiller ? est le livre que tout pilote devrait lire.", "Où mouiller", "roux2017"),
        ("She was the nemesis of The Quiet Harbour and its readers.", "The Quiet Harbour",
         "vale1990"),
        ("Es steht in der „Vergänglichkeit des Hafens“, nirgends sonst.",
         "„Vergänglichkeit des Hafens“", "hallmann1956"),
        ("Nobody was surprised. Still, ‘Slackwater’ is the word. Lena Stern knew that.",
         "‘Slackwater’", "stern2010"),
        ("Lena Stern sailed. We read on, to the last chapter of Slackwater and its storm.",
         "Slackwater", "stern2010"),
    ],
)  # fmt: skip
def test_beside_their_author(text: str, words: str, key: str) -> None:
    assert (words, key) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Culture sank. Lena Stern was a sailor.",
        "Das Jahr, sagt Hallmann, war lang.",
        "She met Lena Stern at the Culture Club.",
        "Culture (1999) is another book.",
        "Marie de Mercier a lu des essais.",
        "In Vale’s streets the lamps are out.",
        "Les pêcheurs attendent « la longue marée » du printemps.",
        "We drove to Vale and saw the quiet harbour.",
        "Die neuen Hafenordnungen gelten. Jost Hallmann sagte nichts.",
        "Où mouiller ? Personne ne le sait, dit le pilote.",
        "La navigation est difficile, dit Claire Roux. Le prix de La Navigation Marine baisse.",
        "Lena Stern slept, and the ship lay in slackwater until the crew had had its supper at"
        " last. “Slackwater!” they cried at six.",
    ],
)
def test_common_words_are_no_titles(text: str) -> None:
    assert named(text) == []


SHORTENED = Catalogue.of(
    [
        work("febre1942", Name("Febre", "Luc"), 1942, "Le problème de l’oubli au XVIe siècle"),
        work("marin1966", Name("Marin", "Fernand"), 1966, "La Baltique et le monde baltique"),
        work("quay1994", Name("Quay", "Nils"), 1994, "For the Sake of Lost Quarries: Walls"),
        work("tarn1970", Name("Tarn", "Ida"), 1970, "A Land of Granite Walls"),
        work("tarn1981", Name("Tarn", "Ida"), 1981, "Some Granite Walls Asleep"),
        work("zoll1979", Name("Zoll", "Jan"), 1979, "Ferne Zukunft der Häfen"),
    ]
)


def shortened(marked: str) -> list[tuple[str, str]]:
    """The mentions of a text with its words in italics between asterisks."""
    text, emphasis, at = "", [], 0
    for index, part in enumerate(marked.split("*")):
        if index % 2:
            emphasis.append((at, at + len(part)))
        text, at = text + part, at + len(part)
    found = mentions(text, SHORTENED, quotation_spans(text), [], emphasis=emphasis)
    return [(text[one.start : one.end], one.body.value) for one in found if one.kind == "mention"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Luc Febre would have shaken his head, for in *Le problème de l’oubli* words lacked.",
         [("Le problème de l’oubli", "febre1942")]),
        ("In *La Baltique* Marin turned to the ice.", [("La Baltique", "marin1966")]),
        ("Nils Quay never went back to his *Lost Quarries* again.",
         [("Lost Quarries", "quay1994")]),
        ("Nils Quay, in “Lost Quarries”, walks.", [("Nils Quay, in “Lost Quarries”", "quay1994")]),
        ("Jan Zoll hat *Ferne Zukunft* nie beendet.", [("Ferne Zukunft", "zoll1979")]),
        ("Nils Quay went home. “Lost Quarries” outlived him.", [("“Lost Quarries”", "quay1994")]),
        # two works; the thing itself; an emphasised noun; a term; nobody beside it
        ("Ida Tarn, in *Granite Walls*, is asleep.", []),
        ("Nils Quay walked to the *Lost Quarries* alone.", []),
        ("Für Jan Zoll ist die *Zukunft* fern.", []),
        ("The *Lost Quarries* were lost.", []),
    ],
)  # fmt: skip
def test_a_title_is_shortened_beside_its_author(text: str, wanted: list[tuple[str, str]]) -> None:
    assert shortened(text) == wanted


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("In Vale’s The Quiet Harbour, p. 88, it rains.", "Vale’s The Quiet Harbour, p. 88", "88"),
        ("Hallmanns Hafenordnungen, Bd. 2, S. 48, bitte ich zu senden.",
         "Hallmanns Hafenordnungen, Bd. 2, S. 48", "volume 2, S. 48"),
    ],
)  # fmt: skip
def test_a_place_behind_a_title_is_its_locator(text: str, words: str, place: str) -> None:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [(one.kind, text[one.start : one.end], one.locator) for one in found] == [
        ("citation", words, place)
    ]


def test_a_title_is_no_part_of_a_longer_word() -> None:
    text = "Im zehnten Buch der {} erschrickt Jost Hallmann vor dem Meer."
    catalogue = Catalogue.of([work("hallmann1955", Name("Hallmann", "Jost"), 1955, "Conf.")])
    for word, count in (("Conf", 1), ("Confessiones", 0)):
        found = mentions(text.format(word), catalogue, [], [])
        assert sum(one.method == "title" for one in found) == count
