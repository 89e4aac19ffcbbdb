"""Who speaks at a quotation, where the rules are not sure: a learned ranking.

A conditional log-linear model (Berger, Della Pietra and Della Pietra, "A Maximum Entropy
Approach to Natural Language Processing", 1996) over the candidates of
:mod:`citekit.find.speakers.candidates`.  It learned from texts of our own whose quotations
are marked by hand (``python -m benchmarks.train_speakers``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import exp

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.candidates import Candidate, Rule, Scene, candidates, scene
from citekit.find.speakers.features import Features
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.resolver import Speakers

#: How likely somebody must be whom no rule names (0-1).
LEAST = 0.25
#: How many times as likely as nobody they must be.
_THAN_NOBODY = 1.5
#: The rules' speaker is none who is less likely than this where nobody is likelier than that.
_DROP, _NOBODY = 0.05, 0.5
#: Shorter quotations that no rule attributes are asked about only if they end as clauses
#: do (words).
_FRAGMENT = 5
#: What a quotation ends with that is a sentence or part of one.
_ENDS = frozenset(".!?,…")
#: Methods that are sure, but of whom a pronoun stands for.
_SURE = frozenset(("cue-before", "cue-after", "split", "continued", "according-to"))
#: No more sums of weights are kept.
_MOST = 100_000
#: So much of the paragraph before is looked at (code points).
_BEFORE = 360
#: Code points between paragraphs that belong together.
_APART = 4


class _Sums(dict[Features, float]):
    """What features weigh together, of those that have been asked for; a feature that has no
    weight weighs nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, features: Features) -> float:
        if len(self) > _MOST:
            self.clear()
        found = self[features] = sum([self.weights.get(name, 0.0) for name in features])
        return found


class Ranking:
    """Ranks candidates by the weights of their features."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._sums = _Sums(dict(weights))

    def names(self) -> set[str]:
        """The features that have a weight."""
        return set(self._sums.weights)

    def chances(self, found: Sequence[Candidate]) -> dict[str, float]:
        """How likely each of the names is (0-1, all together 1); nobody is the empty one."""
        weight = self._sums.__getitem__
        raw = [sum(map(weight, one.features)) for one in found]
        top = max(raw)
        odds = [exp(each - top) for each in raw]
        total = sum(odds)
        return {
            "" if one.speaker is None else one.speaker.name: each / total
            for one, each in zip(found, odds, strict=True)
        }

    def choose(
        self, quoted: Quoted, rule: Speaker | None, found: Sequence[Candidate]
    ) -> tuple[str, float] | None:
        """Who of the candidates for a quotation speaks, and how likely; None if nobody
        does."""
        chances = self.chances(found)
        nobody = chances.pop("")
        best = max(chances, key=chances.__getitem__, default="")
        if rule is not None:
            if chances[rule.name] < _DROP and nobody > _NOBODY:
                return None
            if chances[best] < nobody:
                best = rule.name
        elif not best or chances[best] < max(LEAST, _THAN_NOBODY * nobody):
            return None
        return best, chances[best]


def asks(u: Unit, q: int, rule: Attribution | None) -> bool:
    """Whether the rules leave it open who speaks at token ``q``."""
    if rule is None:
        quote = u.quotes[q]
        inner = u.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 80)]
        words = len(inner.split())
        return words >= _FRAGMENT or (words > 1 and u.ending(q) in _ENDS)
    if rule.phrase is None:
        return rule.method not in _SURE
    if rule.method in _SURE:
        return rule.phrase.kind == "pronoun"
    return rule.phrase.kind != "name"


class Ranker:
    """Ranks the candidates of one document."""

    def __init__(
        self, ranking: Ranking, text: str, parts: Sequence[tuple[int, int]],
        quoted: Sequence[Quoted], speakers: Speakers,
    ) -> None:  # fmt: skip
        self._ranking = ranking
        self._text = text
        self._parts = parts
        self._quoted = quoted
        self._starts = [one.start for one in quoted]
        self._speakers = speakers
        self._scene: Scene | None = None
        self._first = -1

    def speaker(
        self, quoted: Quoted, language: str, rule: Rule | None, parts: tuple[int, int],
        attribution: Attribution | None = None,
    ) -> tuple[Speaker, float] | None:  # fmt: skip
        """Who speaks at a quotation of the paragraphs from and to these numbers, and how
        likely that is; None if nobody does.  ``attribution`` is whom the words around it
        name, also if the rules know nobody of whom that is said."""
        here = self._seen(parts, language)
        q = bisect_left(here.u.starts, quoted.start)
        if q not in here.u.quotes or here.u.quotes[q].start != quoted.start:
            return rule and (rule.speaker, rule.attribution.score)
        found = list(candidates(here, q, self._speakers, rule, _singular(attribution, rule)))
        chosen = self._ranking.choose(quoted, rule and rule.speaker, found)
        if chosen is None:
            return None
        name, chance = chosen
        speaker = next(one.speaker for one in found if one.speaker and one.speaker.name == name)
        return speaker, chance

    def _seen(self, parts: tuple[int, int], language: str) -> Scene:
        """The scene of these paragraphs; their quotations share it."""
        first, last = parts
        if self._scene is None or self._first != first:
            own, end = self._parts[first][0], self._parts[last][1]
            start = own
            near = first and own - self._parts[first - 1][1] < _APART
            if near and not self._speakers.in_heading(self._parts[first - 1][0]):
                start = self._sentence(*self._parts[first - 1])
            if first == last and language == self._speakers.language:
                u = self._speakers.unit(first)
                if start < own:
                    before = self._speakers.unit(first - 1)
                    u = Unit.joined(before, bisect_left(before.starts, start), u)
            else:
                inside = [one for one in self._between(start, end) if one.end <= end]
                u = Unit(self._text, start, end, inside, language, whole=True)
            self._scene = scene(u, own)
            self._first = first
        return self._scene

    def _sentence(self, start: int, end: int) -> int:
        """Where a sentence begins near the end of a paragraph from ``start`` to ``end``,
        outside of quotations."""
        cut = max(start, end - _BEFORE)
        while cut > start:
            cut = self._text.find(". ", cut, end) + 2
            if cut == 1:
                return start
            before = self._between(start, cut)
            if not before or before[-1].end <= cut:
                break
        return cut

    def _between(self, start: int, end: int) -> Sequence[Quoted]:
        """The quotations that begin in a span."""
        return self._quoted[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _singular(attribution: Attribution | None, rule: Rule | None) -> str:
    """The gender of whom the pronoun of an attribution stands for, if it is one person, and in
    English and French no role by the rules; the attribution's ``unit`` is set."""
    phrase = attribution.phrase if attribution is not None else None
    unit = attribution.unit if attribution is not None else None
    if phrase is None or unit is None or phrase.kind != "pronoun":
        return ""
    at = phrase.start
    if unit.language != "de" or unit.low[at] == "er":
        gender = unit.cues.gender.get(unit.low[at], "")
        sure = unit.language == "de" or rule is None or rule.speaker.kind == "person"
        return gender if sure and gender in ("m", "f") else ""
    known = c.VERB | c.AUX
    verbs = [k for k in (at - 1, at + 1) if 0 <= k < len(unit.low) and unit.flags[k] & known]
    one = verbs and not any(unit.low[k].endswith("n") for k in verbs)
    return "f" if unit.low[at] == "sie" and one else ""
