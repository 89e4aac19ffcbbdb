"""What a word is does not depend on the texts read before."""

from __future__ import annotations

import pytest

from citekit.find.grammar import tokens
from citekit.find.grammar.tokens import Unit


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Joint par téléphone, Jean Roy a refusé.", "Elle préside le Joint français."),
        ("fr", "Né à Lyon, il est parti.", "Le label Né a signé."),
        ("fr", "Notamment à Lyon, il pleut.", "Le journal Notamment paraît."),
        ("en", "Sadly, it rained in May.", "Ada Sadly ran."),
        ("de", "Höchstens regnet es.", "Ada Höchstens lief."),
    ],
)
def test_words_are_the_same_in_any_order(
    monkeypatch: pytest.MonkeyPatch, language: str, one: str, other: str
) -> None:
    flags = []
    for texts in ((one, other), (other, one)):
        monkeypatch.setattr(tokens, "_KNOWN", {code: {} for code in tokens.LANGUAGES})
        flags.append({text: Unit(text, 0, len(text), [], language).flags for text in texts})
    assert flags[0] == flags[1]
