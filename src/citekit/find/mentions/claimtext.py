"""What a text is like, and its sentences are about, for the model of claims: the stems of words
with content, and whether verbs are in the past, both looked up once a sentence.

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.mentions.reading import Reading

#: A word's stem: so many letters of it.
_STEM = 5
#: A word that may say something of its own.
_LONG_WORD = re.compile(r"[^\W_]{4,}")
#: Verbs in the past, by language: irregular ones, endings.
_PAST = {
    "en": re.compile(
        r"\b(?:was|were|had|did|[a-z]{3,}ed|wrote|said|saw|took|made|found|thought|gave)\b"
    ),
    "de": re.compile(r"\b(?:war|waren|hatten?|wurden?|[a-zäöü]{3,}ten?)\b"),
    "fr": re.compile(r"\b(?:fut|furent|[a-zàâçèéêëîïôûœ]{2,}(?:ait|aient))\b"),
}


class Document:
    """What a text is like: its features, and the words of its sentences."""

    def __init__(self, reading: Reading) -> None:
        cited = len(reading.citing)
        quoted = len(reading.quotations) * 1000 // max(1, len(reading.text))
        self.features = (
            f"text:cites={0 if not cited else 1 if cited < 5 else 2}",
            f"text:quotes={min(5, quoted)}",
        )
        self._reading = reading
        self._past = _PAST[reading.language]
        self._stems: dict[int, frozenset[str]] = {}
        self._titles: dict[Sequence[int], frozenset[str]] = {}
        self._tenses: dict[int, bool] = {}

    def stems(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words with content in a sentence."""
        found = self._stems.get(start)
        if found is None:
            found = self._stems[start] = _stems(self._reading.lowered[start:end])
        return found

    def stems_of(self, entries: Sequence[int]) -> frozenset[str]:
        """The stems of the words with content in the titles of works."""
        found = self._titles.get(entries)
        if found is None:
            known = self._reading.catalogue.entries
            found = _stems(" ".join([known[entry].title for entry in entries]))
            self._titles[entries] = found
        return found

    def is_past(self, start: int, end: int) -> bool:
        """Whether a sentence has a verb in the past."""
        found = self._tenses.get(start)
        if found is None:
            past = self._past.search(self._reading.lowered, start, end)
            found = self._tenses[start] = past is not None
        return found


def _stems(words: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in {*_LONG_WORD.findall(words)} - FUNCTION_WORDS])
