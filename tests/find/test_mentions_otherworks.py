"""Works that a text names, and that the catalogue does not hold, are not linked to the author's
only catalogued one."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import work

CATALOGUE = Catalogue.of(
    [
        work("orme1959", Name("Orme", "Katharine"), 1959, "The Tide and the Ledger"),
        work("roux1982", Name("Roux", "Claire"), 1982, "Principes du pilotage côtier"),
        work("hallmann1911", Name("Hallmann", "Jost"), 1911, "Die Hafenordnungen"),
        work("berg1990", Name("Berg", "Nils"), 1990, "Das Meer und seine Ordnung"),
    ]
)


def linked(text: str) -> list[str]:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    return [one.body.value for one in found if one.body.type == "work"]


@pytest.mark.parametrize(
    "text",
    [
        "Everybody has read Katharine Orme’s “The Lucky Harbour”.",
        "Katharine Orme’s latest book, “Drowned Clerks,” argues that ports decay.",
        "In “Complex Anchorages,” Katharine Orme argued that power matters.",
        "In a 1971 article, Katharine Orme argued that the clerks were forgotten. They had, she"
        " said, been paid last.",
        "In an op-ed last week, Katharine Orme argued that the bill was cruel.",
        "In a forthcoming book, Katharine Orme argues that gold made the port.",
        "In her 2004 book, Katharine Orme argued that the clerks were forgotten.",
        "In seinem Aufsatz von 1921 vertrat Jost Hallmann die These, dass die Arbeit ausgeht.",
        "Dans « Le Bon Mouillage », Claire Roux soutenait que le pilote a pris le pas sur le port.",
        "Dans une tribune, Claire Roux soutenait que le pilote a pris le pas sur le port.",
    ],
)
def test_another_work_of_the_author(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In “The Tide,” Katharine Orme argued that ports are made by clerks.", "orme1959"),
        ("In her 1959 book, Katharine Orme argued that ports are made by clerks.", "orme1959"),
        ("In a famous book, Katharine Orme argued that ports are made by clerks.", "orme1959"),
        ("Katharine Orme’s “salt ledger” is a name for the rule of clerks.", "orme1959"),
        ("In “The Order of the Sea,” Nils Berg argued that ports are made by clerks.", "berg1990"),
        ("Dans son livre de 1982, Claire Roux soutenait que le pilote fait le port.", "roux1982"),
    ],
)
def test_the_catalogued_work(text: str, key: str) -> None:
    assert key in linked(text)
