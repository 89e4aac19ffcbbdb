"""Mentions that no rule knows, and whose term a quotation is, by a model.

The model looks at one candidate of :mod:`citekit.find.mentions_candidates` at a time: a
conditional random field over a sequence of one, which is a maximum entropy classifier
(Berger, Della Pietra and Della Pietra 1996).  It learned from texts of our own whose
passages are marked by hand (``python -m benchmarks.train_mentions``).  What the rules
have found it is not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.find.mentionfeatures import features
from citekit.find.mentions_candidates import Candidate, again, named, quoted
from citekit.find.mentions_reading import Choice, Reading, Span, Term
from citekit.find.mentions_terms import echoes
from citekit.find.sequencemodel import SequenceModel
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import same_term, term_key, term_words

#: The labels: a mention, a term inside something else that is marked, a term that was
#: used before, anything else.
MENTION, TERM, ECHO, OTHER = _LABELS = "M", "T", "E", "O"
#: How sure the model must be (0-1) of a mention, and that words are a term of the
#: author's; ``benchmarks.train_mentions`` prints what others give.
LEAST = 0.65
_LEAST_TERM = 0.5
#: The same of a name: one alone is mostly no mention.
_LEAST_NAME = 0.8
#: The same of a mention whose words the text puts in quotation marks again later.
_LEAST_AGAIN = 0.15


class MentionModel(SequenceModel):
    """The loaded model of mentions and terms."""

    def chances(self, row: list[str]) -> dict[str, float]:
        """How likely each label is for a candidate with these features (0-1)."""
        (found,) = self.marginals([row], _LABELS)
        return dict(zip(_LABELS, found, strict=True))


def more_mentions(
    reading: Reading, found: Sequence[Suggestion], model: MentionModel, least: float = LEAST
) -> Iterator[Suggestion]:
    """The mentions and echoes besides those ``found``, of whose work the text leaves no
    doubt."""
    terms = list(_terms(reading, found, model, least))
    yield from terms
    places = {(one.start, one.end) for one in (*found, *terms)}
    yield from (one for one in echoes(reading) if (one.start, one.end) not in places)
    for candidate in named(reading, (*found, *terms)):
        if any(_overlap(candidate.span, (one.start, one.end)) for one in terms):
            continue
        choice = reading.choose(candidate.entries, candidate.span[0])
        if choice.entry is None:
            continue
        chance = model.chances(features(reading, candidate))[MENTION]
        if chance >= max(least, _LEAST_NAME):
            yield _mention(reading, candidate, choice, chance)


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
        quote = candidate.quote
        choice = reading.choose(candidate.entries, candidate.span[0])
        if quote is None or quote[0] < last or choice.entry is None:
            continue
        words = term_words(reading.inner(quote))
        key = term_key(words)
        if any(
            term.start < quote[0] and same_term(words, term.words) >= 2
            for term in learned.get(key, ())
        ):
            continue  # an echo
        alike = owners.setdefault(key, [])
        chances = model.chances(features(reading, candidate))
        owner = next((entry for other, entry in alike if same_term(words, other) >= 2), None)
        alike.append((words, choice.entry))
        if chances[ECHO] >= max(_LEAST_TERM, chances[MENTION]):
            if owner is not None:
                yield _echo(reading, quote, owner, chances[ECHO])
            continue
        if chances[OTHER] > 1 - _LEAST_TERM and chances[MENTION] < least:
            continue
        need = _LEAST_AGAIN if "again:later" in again(reading, quote) else least
        reading.learn(quote, choice.entry)
        learned.setdefault(key, []).append(Term(words, choice.entry, quote[0], False))
        if chances[MENTION] >= need and not any(
            start <= quote[0] and quote[1] <= end for start, end in told
        ):
            last = candidate.span[1]
            yield _mention(reading, candidate, choice, chances[MENTION])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _mention(reading: Reading, candidate: Candidate, choice: Choice, chance: float) -> Suggestion:
    quoted = "" if candidate.quote is None else reading.inner(candidate.quote)
    what = "an author who stands for the works" if candidate.quote is None else "the author's term"
    return reading.suggest(
        candidate.span, "mention", choice, "likely-mention", quoted=quoted, weight=chance,
        reasons=(f"reads like {what}",),
    )  # fmt: skip


def _echo(reading: Reading, quote: Span, entry: int, chance: float) -> Suggestion:
    words = reading.inner(quote)
    key = reading.catalogue.entries[entry].key
    reading.learn(quote, entry)
    choice = Choice(entry, chance, (f"“{words}” stood near {key} before",))
    return reading.suggest(quote, "echo", choice, "term-again", quoted=words)
