"""Texts and catalogues in decomposed Unicode or with carriage returns give what others give."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.formats import registry
from citekit.library.scanners import scanner_of
from tests.find import varied

BIB = """@book{muller1990, author={Müller, Jörg}, title={Über die Öffnung}, date=1990}
@book{levi1962, author={Lévi-Strauss, Claude}, title={La pensée sauvage}, date=1962}"""
TEXT = """---
title: Ströme
---

Müller (1990, S. 3) zögert: „Schöne Häfen öffnen sich früh.“[^1]

In *Über die Öffnung* steht es so. « La forêt s’éveille », écrit Lévi-Strauss [@levi1962, 4].

[^1]: Dagegen Lévi-Strauss 1962, S. 12 f.
"""


def decomposed(text: str) -> str:
    return normalize("NFD", text)


def returned(text: str) -> str:
    return text.replace("\n", "\r\n")


def composed(text: str) -> str:
    return normalize("NFC", text.replace("\r\n", "\n"))


def found(text: str, bib: str = BIB) -> list[tuple[str, ...]]:
    """What is found, the words as the text has them, but composed."""
    document = extract(text.encode(), "a.md")
    suggestions = scan(
        document.text,
        scanner_of(registry.get("biblatex").read(bib).works),
        keys=document.keys,
        links=document.links,
        markup=document.markup,
    )
    return [
        (
            composed(document.text[one.start : one.end]),
            one.kind,
            one.body.value,
            one.locator,
            one.speaker,
            composed(one.quoted),
            composed(document.text[slice(*(one.attribution or (0, 0)))]),
        )
        for one in suggestions
    ]


@pytest.mark.parametrize("form", [decomposed, returned])
def test_a_text_of_another_form_gives_the_same(form: Callable[[str], str]) -> None:
    wanted = found(TEXT)
    assert {kind for _, kind, *_ in wanted} >= {"citation", "mention", "quotation"}
    assert found(form(TEXT)) == wanted
    assert found(TEXT, form(BIB)) == wanted


@pytest.mark.parametrize("form", [decomposed, returned])
def test_quoted_words_are_those_of_the_text(form: Callable[[str], str]) -> None:
    for one in list(varied.texts(varied.LEARNED))[::40]:
        text = form(one.case.text)
        scanner = scanner_of(one.case.works).without(one.case.own)
        wanted = [(each.kind, each.body, each.speaker) for each in scan(one.case.text, scanner)]
        suggestions = scan(text, scanner)
        assert [(each.kind, each.body, each.speaker) for each in suggestions] == wanted
        for each in suggestions:
            assert composed(text[each.start : each.end]) in composed(one.case.text)
            assert each.quoted in text
