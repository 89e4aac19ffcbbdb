"""Authors whom a sentence brings in by their full names before the next reports a claim."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import CATALOGUE

EN = "In her view harbours are made by clerks, and sailors only disturb them."
DE = "Ihrer Ansicht nach werden Häfen von Schreibern gemacht, und Seeleute stören dort nur."
FR = "Dans The Tide and the Ledger, elle montre que les ports sont faits par les commis du roi."


def invoked(text: str) -> list[tuple[str, str]]:
    """(words, work) of the mentions before the last sentence."""
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    end = text.index(". ") + 1
    return [
        (text[one.start : one.end], one.body.value)
        for one in found
        if one.kind == "mention" and one.start < end
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Katharine Orme", f"Since {{}}, nobody has believed in sailors. {EN}"),
        ("A copy of Katharine Orme", f"{{}} lay on the chart table. {EN}"),
        ("Katharine Orme has a long and gloomy book", "{}. Nobody swims there."),
        ("Katharine Orme hat der Sache einen Aufsatz gewidmet", "{}. Niemand schwimmt dort."),
        ("Katharine Orme", f"Seit {{}} gilt das in den Häfen als ausgemacht. {DE}"),
        ("Katharine Orme", f"Nobody who has read {{}} will be surprised. {EN}"),
        ("Katharine Orme", "With apologies to {}, the sailors are back. Nobody swims there."),
        ("Katharine Orme", "It is common, after {}, to speak of tides. Nobody swims there."),
        ("Katharine Orme", "Harbours, pace {}, are made by sailors. Nobody swims there."),
        ("Katharine Orme", f"Der Gedanke geht auf {{}} zurück. {DE}"),
        ("Katharine Orme", f"Im Anschluss an {{}} reden viele vom Hafen. {DE}"),
        ("Katharine Orme", f"Wer {{}} gelesen hat, kennt den Hafen. {DE}"),
        ("Katharine Orme", f"Il faut relire {{}}. {FR}"),
        ("Katharine Orme", f"Dans le sillage de {{}}, on doute des marins. {FR}"),
        ("Katharine Orme a consacré une étude", "{} à cette affaire. Personne ne nage là."),
    ],
)
def test_an_author_brought_in_with_a_work_or_a_thought(words: str, text: str) -> None:
    assert invoked(text.format(words)) == [(words, "orme1959")]


@pytest.mark.parametrize(
    "text",
    [
        f"Katharine Orme was born by the harbour. {EN}",
        f"Nobody at the harbour had read Katharine Orme. {EN}",
        f"They were reading when Katharine Orme came in. {EN}",
        "The ministers have been reading Katharine Orme. Nobody swims there.",
        "Katharine Orme borrowed the book from her sister. Nobody swims there.",
        "Katharine Orme works in the book trade. Nobody swims there.",
        "Katharine Orme hat das Buch in der Bahn gefunden. Niemand schwimmt dort.",
        f"Seit Katharine Orme im Amt ist, ist es still. {DE}",
        "Katharine Orme a perdu le livre dans le train. Personne ne nage là.",
        f"On dînait ce soir-là chez Katharine Orme. {FR}",
    ],
)
def test_a_name_alone_is_no_mention(text: str) -> None:
    assert not invoked(text)
