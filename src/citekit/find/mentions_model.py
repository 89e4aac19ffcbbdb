"""Mentions that no rule knows, by a model that looks at one candidate at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pycrfsuite

from citekit.find.mentions_candidates import Candidate, features, named, quoted
from citekit.find.mentions_reading import Choice, Reading, term_words
from citekit.find.mentions_terms import same_term
from citekit.find.suggestion import Suggestion

#: The labels: a mention, a term inside a paraphrase, an echo, anything else.
MENTION, TERM, ECHO, OTHER = "M", "T", "E", "O"
LEAST = 0.5
LEAST_TERM = 0.5
LEAST_NAME = 0.5


class MentionModel:
    """A loaded model; to be used by one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        self._labels = frozenset(self._tagger.labels())

    def chances(self, row: list[str]) -> dict[str, float]:
        """How likely each label is for a candidate with these features (0-1)."""
        self._tagger.set([row])
        return {label: self._tagger.marginal(label, 0) for label in self._labels}


def more_mentions(
    reading: Reading,
    found: Sequence[Suggestion],
    model: MentionModel,
    least: float = LEAST,
    least_term: float = LEAST_TERM,
    least_name: float = LEAST_NAME,
) -> Iterator[Suggestion]:
    """The mentions besides those ``found``."""
    told = [(one.start, one.end) for one in found if one.kind == "paraphrase"]
    made: list[Suggestion] = []
    owners: list[tuple[tuple[str, ...], int]] = []
    for candidate in quoted(reading, found):
        quote = candidate.quote
        if any(one.start <= quote[0] and quote[1] <= one.end for one in made):
            continue
        choice = reading.choose(candidate.entries, quote[0])
        if choice.entry is None:
            continue
        words = term_words(reading.inner(quote))
        if any(term.start < quote[0] and same_term(words, term.words) >= 2 for term in reading.terms):
            continue  # an echo
        chances = model.chances(features(reading, candidate))
        sure, again = chances.get(MENTION, 0.0), chances.get(ECHO, 0.0)
        owner = next((entry for other, entry in owners if same_term(words, other) >= 2), None)
        owners.append((words, choice.entry))
        if again > sure and again >= least_term:
            if owner is not None:
                reading.learn(quote, owner)
                reading.used.discard(quote)
                yield reading.suggest(
                    quote, "echo", Choice(owner, again, ()), "model-echo", quoted=reading.inner(quote)
                )
            continue
        if sure + chances.get(TERM, 0.0) + again < least_term and sure < least:
            continue
        reading.learn(quote, choice.entry)
        if sure < least or any(start <= quote[0] and quote[1] <= end for start, end in told):
            continue
        one = reading.suggest(
            candidate.span, "mention", choice, "model", quoted=reading.inner(quote), weight=sure,
            reasons=("reads like a term of the author",),
        )  # fmt: skip
        made.append(one)
        yield one
    for candidate in named(reading, [*found, *made]):
        sure = model.chances(features(reading, candidate)).get(MENTION, 0.0)
        if sure < least_name:
            continue
        choice = reading.choose(candidate.entries, candidate.person.start)
        if choice.entry is None or any(one.start < candidate.span[1] and candidate.span[0] < one.end for one in made):
            continue
        one = reading.suggest(candidate.span, "mention", choice, "model-name", weight=sure)
        made.append(one)
        yield one
