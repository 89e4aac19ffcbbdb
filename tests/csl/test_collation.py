"""The order of texts against the Unicode Collation Algorithm's default table."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from pyuca import Collator

from citekit.csl.collation import key


def test_letters_are_ordered_as_in_the_default_table() -> None:
    table = Collator()

    def primary(text: str) -> tuple[int, ...]:
        weights: tuple[int, ...] = table.sort_key(text)
        return weights[: weights.index(0)]

    # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic; letters that are one letter
    letters = [char for char in map(chr, range(0x61, 0x660)) if _is_plain(char, primary(char))]
    assert len(letters) > 400
    # neighbours in one order tell of all pairs whether the two orders are the same
    rows = sorted((key(char)[0], primary(char)) for char in letters)
    for (mine, wanted), (theirs, others) in pairwise(rows):
        assert (mine < theirs, mine == theirs) == (wanted < others, wanted == others)


def _is_plain(char: str, primary: tuple[int, ...]) -> bool:
    category = unicodedata.category(char)
    return category[0] == "L" and category != "Lm" and len(primary) == 1 and char == char.casefold()


@pytest.mark.parametrize(
    "ordered",
    [
        ["Дмитренко", "Ежов", "Ёлкин", "Жуков", "Иванов", "Іваненко", "Йосиф", "Яковлев"],
        ["d'Arc", "Darwin", "de Boer", "Ðorđević", "Eco", "Łukasz", "Lund", "Øster", "Þór"],
        ["Zweig", "Αριστοτέλης", "Достоевский", "가나다", "张三"],
        ["٢", "3", "Abc"],
    ],
)
def test_names_of_many_scripts(ordered: list[str]) -> None:
    assert sorted(ordered, key=key) == ordered
