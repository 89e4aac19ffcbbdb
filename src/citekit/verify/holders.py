"""Which of many texts may have nearly the words of quotations that do not name them.

What quotations share with texts is looked up for all of them in one pass, so that most
quotations of a large corpus, which stand in no other text of it, are not searched at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from citekit.verify.words import cleaned, runs_of

#: Of the words with so many letters one in so many must stand, as it is, in a source that a
#: quotation does not name, and two words in a row, of so many words and more three.
_TELLING, _SHARE, _MANY = 5, 2, 8
#: Sets of texts that are kept for other quotations.
_KEPT = 1 << 13

#: Words in a row, as they are compared.
_Run: TypeAlias = tuple[str, ...]
#: The numbers of texts, as the bits of one number.
_Set: TypeAlias = int


def keys_of(quotation: str) -> list[str]:
    """The words of a quotation, without what is no part of it, as they are compared."""
    return [word.key for run in runs_of(cleaned(quotation)) for word in run.words]


def telling(keys: Iterable[str]) -> set[str]:
    """The words that tell one text from another."""
    return {key for key in keys if len(key) >= _TELLING}


def needed(count: int) -> int:
    """So many of so many telling words must stand in a source."""
    return -(-count // _SHARE)


def run_length(keys: Sequence[str]) -> int:
    """So many words of a quotation must stand in a row in its source."""
    return 3 if len(keys) >= _MANY else 2


def _runs(keys: Sequence[str], length: int) -> Iterator[_Run]:
    return zip(*(islice(keys, start, None) for start in range(length)), strict=False)


class Holders:
    """Texts that may have the words of any of ``quotations``; of each its words, as they are
    compared, those of the texts by name."""

    def __init__(
        self,
        quotations: Iterable[Sequence[str]],
        texts: Iterable[tuple[str, Sequence[str]]],
    ) -> None:
        words: dict[str, list[int]] = {}
        runs: dict[_Run, list[int]] = {}
        for keys in quotations:
            words |= {key: [] for key in telling(keys) - words.keys()}
            runs |= {run: [] for run in _runs(keys, run_length(keys)) if run not in runs}
        self._names: list[str] = []
        lengths = {len(run) for run in runs}
        for number, (name, theirs) in enumerate(texts):
            self._names.append(name)
            for key in words.keys() & set(theirs):
                words[key].append(number)
            for length in lengths:
                for run in runs.keys() & set(_runs(theirs, length)):
                    runs[run].append(number)
        kept = lru_cache(maxsize=_KEPT)
        self._with_word: Callable[[str], _Set] = kept(lambda key: _set(words[key]))
        self._with_run: Callable[[_Run], _Set] = kept(lambda run: _set(runs[run]))

    def of(self, keys: Sequence[str]) -> set[str]:
        """The texts that have half of the telling words of one of the quotations, and some of
        its words in a row."""
        running = 0
        for run in _runs(keys, run_length(keys)):
            running |= self._with_run(run)
        wanted = telling(keys)
        found = running & _at_least(needed(len(wanted)), map(self._with_word, wanted))
        return {self._names[number] for number in _numbers(found)}


def _set(numbers: Sequence[int]) -> _Set:
    """A set of numbers, in order, as the bits of one."""
    bits = bytearray(numbers[-1] // 8 + 1 if numbers else 0)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def _numbers(bits: _Set) -> Iterator[int]:
    """The numbers in such a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _at_least(count: int, sets: Iterable[_Set]) -> _Set:
    """What is in at least so many of these sets."""
    reached = [-1, *[0] * count]  # what is in at least none, one, two … of those before
    for each in sets:
        for number in range(count, 0, -1):
            reached[number] |= reached[number - 1] & each
    return reached[count]
