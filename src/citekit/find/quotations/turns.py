"""Dialogue: who takes turns, and who is called by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.resolver import Speakers
from citekit.find.speakers.roles import PERSONS

#: Quotations of fewer characters may be turns of a dialogue.
_SHORT = 120
#: How far back somebody may have acted who answers (code points).
_ANSWERED = 400
#: Words set off inside a quotation.
_INNER = re.compile(r"[“‘„‚«‹][^”’»›]*[”’»›]")


class Turn(NamedTuple):
    """Who spoke last in a paragraph, up to paragraph ``until``, and the words; whether in one
    short quotation, whether with a question, and whether somebody spoke in the paragraph
    before."""

    until: int
    speaker: Speaker
    words: str
    short: bool
    asks: bool
    follows: bool


class Turns:
    """The last two turns of one document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turns: list[Turn] = []

    def take(self, u: Unit, q: int, speaker: Speaker, number: int, until: int) -> None:
        """Keep who spoke in the paragraphs ``number`` to ``until``, last at token ``q``."""
        short = len(u.quotes) == 1 and self._short(u.quotes[q])
        follows = bool(self._turns) and self._turns[-1].until == number - 1
        asks = u.ending(q) == "?" and q == next(reversed(u.quotes))
        words = u.quotes[q].words(self._text)
        self._turns = [*self._turns[-1:], Turn(until, speaker, words, short, asks, follows)]

    def other(self, u: Unit, q: int) -> Speaker | None:
        """The one of two who take turns whose turn it is, in a paragraph that is a short
        quotation and nothing else."""
        if len(u.words) > 1 or len(self._turns) < 2:
            return None
        first, last = self._turns
        if not last.follows or first.speaker.name == last.speaker.name:
            return None
        words = u.quotes[q].words(self._text)
        if addressed(words, first.speaker.name):
            return None
        begun = first.short or (first.asks and u.language == "en")
        turns = begun and last.short and self._short(u.quotes[q])
        return first.speaker if last.asks or turns or addressed(words, last.speaker.name) else None

    def called(self, u: Unit, history: Sequence[Speaker]) -> Speaker | None:
        """Whom the last one called by name, in a paragraph that is a quotation and nothing else:
        "“You had it, Lee.”¶ “We had half of it.”"."""
        if len(u.words) > 1 or not self._turns:
            return None
        last = self._turns[-1]
        others = (one for one in reversed(history) if one.name != last.speaker.name)
        return next((one for one in others if addressed(last.words, one.name)), None)

    def passes(self, u: Unit, q: int) -> bool:
        """Whether a paragraph that is a quotation and nothing else is nobody's who spoke last:
        it answers a question, or calls them by name."""
        if len(u.words) > 1 or not self._turns:
            return False
        last = self._turns[-1]
        words = u.quotes[q].words(self._text)
        return last.asks or addressed(words, last.speaker.name)

    def _short(self, quoted: Quoted) -> bool:
        return quoted.inner_end - quoted.inner_start < _SHORT


def answering(speakers: Speakers, last: Speaker, at: int) -> Speaker | None:
    """Who answers the last speaker at ``at``: another one who is the subject of one of the
    sentences before, else whoever spoke before."""
    before = speakers.partner(last, at)
    for sentence in speakers.subjects(at, _ANSWERED):
        if before is not None and sentence.start <= before.at:
            break
        found = speakers.subject(sentence)
        if found is not None and found.kind in PERSONS and found.name != last.name:
            return found
    return before


def addressed(words: str, person: str) -> bool:
    """Whether quoted words call somebody by name, as nobody does who speaks: "He died, Ron.",
    "Yes, Dr Lee, it was"."""
    names = [name for name in person.split() if len(name) > 2 and name in words]
    if not names:
        return False
    called = (
        rf"(?:^|, )(?:[A-Z][a-z]{{1,8}}\.? )?(?:{'|'.join(map(re.escape, names))})(?:,|[.?!…]*$)"
    )
    return re.search(called, _INNER.sub("", words)) is not None
