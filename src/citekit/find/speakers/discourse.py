"""What the text so far shows of whoever may speak at a quotation.

How lately they spoke, and whom else a quotation may be of who is not named
beside it.  Where they are mentioned last, with what the quotation says: whether it says "I",
speaks of a man or a woman, or answers a question.  Whether the last pronoun before it may
stand for them, and whether they are only cited there, with a year or a work.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citekit.find.cues import bits as c
from citekit.find.grammar.tokens import NUMBER, Unit
from citekit.find.speakers import features as f
from citekit.find.speakers.evidence import Mention, Said
from citekit.find.speakers.features import Features
from citekit.find.speakers.persons import Speaker

#: So many of those who spoke last may speak again.
_AGAIN = 4
#: Steps of how many quotations ago somebody spoke.
_TURNS = (1, 2, 3, 5, 9)
#: How far back a pronoun is looked for (tokens, sentences).
_BACK, _SENTENCES = 80, 3
_YEAR = re.compile(r"1[5-9]\d\d|20[012]\d")
_NEVER = 9
_SOMEBODY = ("person", "either", "role")


def again(history: Sequence[Speaker], gender: str) -> Iterator[Speaker]:
    """Those who spoke lately, whom a pronoun of this gender may stand for, if there is one."""
    wanted = {"m": "m", "f": "f", "fp": "f"}.get(gender, "")
    seen: set[str] = set()
    for one in reversed(history):
        if one.name in seen or one.kind not in ("person", "role"):
            continue
        seen.add(one.name)
        if len(seen) > _AGAIN:
            return
        if not wanted or one.gender in ("", wanted):
            yield one


class Discourse:
    """What the text before the quotation at token ``q`` shows; ``own`` is the first token of its
    paragraph, ``group`` the kind of phrase that the rules found."""

    def __init__(
        self, u: Unit, q: int, own: int, history: Sequence[Speaker], group: str, said: Said
    ) -> None:
        self._u, self._q, self._group, self._said = u, q, group, said
        self._since: dict[str, int] = {}
        for turns, one in enumerate(reversed(history)):
            self._since.setdefault(one.name, turns)
        self._alone = q == own and q + 1 == len(u.words)
        self._asked = q > 0 and u.words[q - 1] == "?"
        self._pronoun, self._back = self._last_pronoun()
        self._sentences: dict[int, tuple[bool, bool]] = {}

    def _last_pronoun(self) -> tuple[str, int]:
        """The gender of the last pronoun before, and how many sentences ago it stands."""
        u, q = self._u, self._q
        for i in range(q - 1, max(0, q - _BACK) - 1, -1):
            back = u.sentence[q] - u.sentence[i]
            if u.flags[i] & (c.PRONOUN | c.POSSESSIVE):
                gender = u.cues.gender.get(u.low[i], "")
                if gender in ("m", "f") or (gender == "fp" and u.words[i].islower()):
                    return gender[:1], min(_SENTENCES, back)
            if back > _SENTENCES:
                break
        return "", _SENTENCES

    def of(self, speaker: Speaker, mentions: Sequence[Mention]) -> list[Features]:
        """The features of somebody."""
        u, q, group = self._u, self._q, self._group
        name, kind = speaker.name, speaker.kind
        gender = speaker.gender if speaker.gender in ("m", "f") else ""
        spoke = name in self._since
        turns = bisect_right(_TURNS, self._since[name]) if spoke else _NEVER
        nearest = next((one for one in reversed(mentions) if one.phrase.start < q), None)
        ago, subject = _NEVER, False
        if nearest is not None:
            ago = min(4, u.sentence[q] - u.sentence[nearest.phrase.start])
            subject = nearest.subject
        found = [
            f.turned(turns, self._alone, group, kind),
            f.firsts(self._said.first, ago, subject, group, kind),
            f.questions(self._asked, ago, subject, spoke, group, kind),
        ]
        if kind in _SOMEBODY:
            fits = _fits(gender, self._pronoun) if self._pronoun else "u"
            found.append(f.chained(fits, self._back, group, kind))
            if self._said.third:
                told = {"m": "he", "f": "she"}.get(gender, "")
                named = "u" if not told else "y" if told in self._said.third else "n"
                found.append(f.thirds(named, ago, subject, self._said.first))
        if nearest is not None:
            dated, work = self._cited(nearest.phrase.start)
            found.append(f.dated(dated, work, spoke, self._said.first, group, kind))
        return found

    def _cited(self, at: int) -> tuple[bool, bool]:
        """Whether a year, and whether a work stands in the sentence of token ``at``."""
        u = self._u
        low, high = u.bounds(at)
        found = self._sentences.get(low)
        if found is None:
            span = range(low, high)
            year = any(u.flags[k] & NUMBER and _YEAR.fullmatch(u.words[k]) for k in span)
            found = year, any(u.flags[k] & c.WORK for k in span)
            self._sentences[low] = found
        return found


def _fits(gender: str, pronoun: str) -> str:
    """Whether somebody may be whom a pronoun stands for: yes, no, or unknown."""
    return "u" if not gender else "y" if gender == pronoun else "n"
