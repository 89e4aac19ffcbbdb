"""Citations and references in the form of some styles of each class, in three languages."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from benchmarks.styles import CITED, LANGUAGES, document, found_in, score, works
from citekit.library.scanners import scanner_of
from citekit.model import Work

STYLES = """apa chicago-author-date modern-language-association ieee nature vancouver
    chicago-notes-bibliography modern-humanities-research-association din-1505-2-alphanumeric
    elsevier-harvard springer-basic-author-date american-medical-association""".split()


@cache
def held() -> list[Work]:
    return works(Random(1))


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cite_and_entry_is_found_with_its_work(name: str, language: str) -> None:
    rng = Random(f"{name} {language}")
    chosen = rng.sample(held(), CITED + 60)
    text, places = document(name, chosen[:CITED], language, rng)
    counts, missed = score(places, found_in(text, scanner_of(chosen)))
    # lines of a list that end anywhere may be taken for one entry: one is missed, one is wrong
    assert len(missed) <= 1, (missed, text)
    assert sum(count for kind, count in counts.items() if kind.endswith("wrong")) <= len(missed)
