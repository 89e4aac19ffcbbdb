"""Mentions that no rule knows, and whose term a quotation is, by a model.

The model looks at one candidate of :mod:`citekit.find.mentions.candidates` at a time: a
conditional random field over a sequence of one, which is a maximum entropy classifier
(Berger, Della Pietra and Della Pietra 1996).  It learned from texts of our own whose
passages are marked by hand (``python -m benchmarks.train_mentions``).  What the rules
have found it is not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import repeat
from math import exp

from citekit.find.mentions.candidatenames import (
    Nearby,
    are_joined,
    named,
    of_name,
    span_of_name,
    with_coauthors,
)
from citekit.find.mentions.candidates import of_quotation, quoted, span_of_quote
from citekit.find.mentions.reading import Choice, Reading, Span, Term
from citekit.find.mentions.terms import echoes
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import same_term, term_key

#: The labels: a mention, a term inside something else that is marked, a term that was
#: used before, anything else.
MENTION, TERM, ECHO, OTHER = _LABELS = "M", "T", "E", "O"
#: How sure the model must be (0-1) of a mention, and that words are a term of the
#: author's; ``benchmarks.train_mentions`` prints what others give.
LEAST = 0.37
_LEAST_TERM = 0.45
#: The same of a name: one alone is mostly no mention.
LEAST_NAME = 0.8
#: The same of a mention whose words the text puts in quotation marks again later.
_LEAST_AGAIN = 0.3


class MentionModel:
    """The model of mentions and terms: of each label, feature → thousandths of the
    logarithm of odds."""

    def __init__(self, weights: Mapping[str, Mapping[str, int]]) -> None:
        self._weights = [weights[label] for label in _LABELS]

    def names(self) -> set[str]:
        """The features that the model has weights for."""
        return set().union(*self._weights)

    def chances(self, row: Set[str]) -> dict[str, float]:
        """How likely each label is for a candidate with these features (0-1)."""
        raw = [sum(map(each.get, row, repeat(0))) for each in self._weights]
        top = max(raw)
        odds = [exp((each - top) / 1000) for each in raw]
        total = sum(odds)
        return {label: each / total for label, each in zip(_LABELS, odds, strict=True)}


def likely_terms(
    reading: Reading, found: Sequence[Suggestion], model: MentionModel, least: float = LEAST
) -> Iterator[Suggestion]:
    """The mentions and echoes of terms besides those ``found``."""
    known = len(reading.terms)
    terms = list(_terms(reading, found, model, least))
    yield from terms
    if len(reading.terms) > known:
        places = {(one.start, one.end) for one in (*found, *terms)}
        yield from (one for one in echoes(reading) if (one.start, one.end) not in places)


def likely_names(
    reading: Reading, found: Sequence[Suggestion], model: MentionModel, least: float = LEAST_NAME
) -> Iterator[Suggestion]:
    """The names, outside all that is ``found``, that stand for works of whose author the text
    leaves no doubt."""
    near = Nearby(reading, found)
    people = list(named(reading, found))
    alone = [model.chances(of_name(reading, person, near))[MENTION] for person in people]
    for at, person in enumerate(people):
        # "Think of Name and Other": what holds for one holds for both
        beside = [
            alone[other]
            for other in (at - 1, at + 1)
            if 0 <= other < len(people) and are_joined(reading, people, min(at, other))
        ]
        chance = max(alone[at], *beside, 0.0)
        if chance < least:
            continue
        span = span_of_name(reading, person)
        choice = reading.choose(person.entries, span[0])
        if choice.entry is not None:
            what = "an author who stands for the works"
            whole = with_coauthors(reading, person, span)
            yield _mention(reading, whole, "", choice, chance, what)


def _terms(
    reading: Reading, found: Sequence[Suggestion], model: MentionModel, least: float
) -> Iterator[Suggestion]:
    """The quotations that are terms of an author's: mentions, and echoes of what is no
    mention itself."""
    told = [(one.start, one.end) for one in found if one.kind == "paraphrase"]
    learned: dict[tuple[int, str], list[Term]] = {}
    for term in reading.terms:
        learned.setdefault(term_key(term.words), []).append(term)
    owners: dict[tuple[int, str], list[tuple[tuple[str, ...], int]]] = {}
    last = 0
    for candidate in quoted(reading, found):
        quote, words, key, entry = candidate.span, candidate.words, candidate.key, candidate.entry
        if quote[0] < last or any(
            term.start < quote[0] and same_term(words, term.words) >= 2
            for term in learned.get(key, ())
        ):
            continue  # in a mention, or an echo
        alike = owners.setdefault(key, [])
        chances = model.chances(of_quotation(reading, candidate))
        owner = next((entry for other, entry in alike if same_term(words, other) >= 2), None)
        alike.append((words, entry))
        if chances[ECHO] >= max(_LEAST_TERM, chances[MENTION]):
            if owner is not None:
                yield _echo(reading, quote, owner, chances[ECHO])
            continue
        if chances[OTHER] > 1 - _LEAST_TERM and chances[MENTION] < least:
            continue
        need = _LEAST_AGAIN if "again:later" in candidate.again else least
        reading.learn(quote, entry)
        learned.setdefault(key, []).append(Term(words, entry, quote[0], False))
        if chances[MENTION] >= need and not any(
            start <= quote[0] and quote[1] <= end for start, end in told
        ):
            span = span_of_quote(reading, quote)
            last = span[1]
            choice = reading.choose((entry,), span[0])
            inner = reading.inner(quote)
            yield _mention(reading, span, inner, choice, chances[MENTION], "the author's term")


def _mention(
    reading: Reading, span: Span, quoted: str, choice: Choice, chance: float, what: str
) -> Suggestion:
    return reading.suggest(
        span, "mention", choice, "likely-mention", quoted=quoted, weight=chance,
        reasons=(f"reads like {what}",),
    )  # fmt: skip


def _echo(reading: Reading, quote: Span, entry: int, chance: float) -> Suggestion:
    words = reading.inner(quote)
    key = reading.catalogue.entries[entry].key
    reading.learn(quote, entry)
    choice = Choice(entry, chance, (f"“{words}” stood near {key} before",))
    return reading.suggest(quote, "echo", choice, "term-again", quoted=words)
