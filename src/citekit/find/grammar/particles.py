"""Particles that begin a family name where no given name stands before them: "said de la
Fuente", "sagte von der Aue", « affirme de Brissac ».

In English such a word is no other one.  In German and French it may be a preposition, so
the place must ask for a noun phrase: behind an inverted verb of saying, behind another
preposition, or at the beginning of a sentence before its verb; or the text has the name
behind a given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.cues.german import GERMAN
from citekit.find.cues.names import GIVEN

#: What may begin such a name.
_FIRST = {
    "en": frozenset("de da di du del della dos von van bin ibn al el abu".split()),
    "de": frozenset(("von", "van")),
    "fr": frozenset(("de", "du", "d'", "d’")),
}
_FURTHER = frozenset("der den dem la las los le du".split())
#: English: what stands before a name, beside signs.
_BEFORE = c.SAY | c.PREPOSITION | c.SOURCE | c.JOIN | c.SUBORDINATE | c.RELATIVE
#: Words before whom somebody's words are; none goes on with "de" or "von".
_GOVERNING = {"de": frozenset(("laut", "so")), "fr": frozenset("selon après pour par".split())}
#: What may follow the name behind an inverted verb, and behind "laut".
_BEHIND = c.PREPOSITION | c.ADVERB | c.TIME | c.JOIN | c.PARTICIPLE
_THAT = frozenset((":", "“”", "que", "qu'", "qu’"))
#: French participles that are no finite verb.
_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
_SENTENCE_ENDS = frozenset((*".!?…:", "“”"))
_FAMILY = {
    "de": re.compile(r" ((?:von|van)(?: de[rmn])? ([A-ZÄÖÜ][\w-]+))"),
    "fr": re.compile(r" ((?:du |de |d['’])([A-ZÀ-ÖØ-Þ][\w-]+))"),
}


class _Words(NamedTuple):
    """Tokens as printed and in lower case, and what the words of their language do."""

    words: Sequence[str]
    low: Sequence[str]
    known: Mapping[str, int]

    def bits(self, i: int) -> int:
        """What the word at ``i`` does; of what is no word, nothing."""
        return self.known.get(self.low[i], 0) if 0 <= i < len(self.low) else 0

    def sign(self, i: int) -> bool:
        """Whether no word stands at ``i``: a sign, a quotation, the end."""
        return not 0 <= i < len(self.low) or not self.low[i][0].isalnum()

    def opens(self, i: int) -> bool:
        """Whether a sentence begins at ``i``."""
        return self.words[i][0].isupper() and (i == 0 or self.words[i - 1] in _SENTENCE_ENDS)


def particles(
    text: str, words: Sequence[str], low: Sequence[str], known: Mapping[str, int], language: str
) -> Iterator[tuple[int, int]]:
    """Where particles begin and end that a name goes on without a given name before it."""
    first = _FIRST[language]
    if first.isdisjoint(low):
        return
    w = _Words(words, low, known)
    for i in [i for i, word in enumerate(low) if word in first]:
        end = i + 1
        while end < min(len(low), i + 3) and low[end] in _FURTHER and words[end].islower():
            end += 1
        if end >= len(low) or not words[end][0].isupper() or (i and low[i - 1] in GIVEN):
            continue
        if language == "en":
            if _english(w, i, end):
                yield i, end
        elif _reported(w, i, end, language) or _begins(w, i, end, language):
            yield i, end
        elif language == "de" or w.opens(i) or w.bits(i - 1) & c.SAY or low[i - 1] in _THAT:
            gap = "" if low[i][-1] in "'’" else " "
            if gap.join(low[i : end + 1]) in _families(text, language):
                yield i, end


@lru_cache(maxsize=1)
def _families(text: str, language: str) -> frozenset[str]:
    """The family names with a particle that stand in ``text`` behind a given name, in lower
    case: "von der aue" of "Ada von der Aue"."""
    found = set()
    for match in _FAMILY[language].finditer(text):
        before = text[max(0, match.start() - 20) : match.start()].rsplit(None, 1)[-1:]
        given = before and before[0].lower() in GIVEN and before[0][0].isupper()
        if given and match.group(2).lower() not in GERMAN.words:
            found.add(match.group(1).lower())
    return frozenset(found)


def _english(w: _Words, i: int, end: int) -> bool:
    """Whether the place is one of a noun phrase, not within one: not "a white van Lee drove"."""
    if w.words[i][0].isupper():
        return w.opens(i) and end > i + 1  # "De la Fuente said"
    return w.sign(i - 1) or bool(w.bits(i - 1) & _BEFORE and not w.bits(i - 1) & c.DETERMINER)


def _reported(w: _Words, i: int, end: int, language: str) -> bool:
    """Whether the place is behind an inverted verb, or behind "laut", « selon »."""
    if not w.words[i].islower() or not _unknown(w, end):
        return False
    behind = end + 1
    last = w.sign(behind) or (bool(w.bits(behind) & _BEHIND) and not w.words[behind][0].isupper())
    if w.low[i - 1] in _GOVERNING[language]:
        if w.low[i - 1] == "so":
            return w.sign(behind)  # "so von der Aue."
        return last or bool(w.bits(behind) & (c.AUX | c.SAY))
    if w.low[end - 1] == "den":
        return False  # "sagte von den Wirten"
    verb = i - 1
    if not w.bits(verb) & (c.SAY | c.AUX) or w.bits(verb) & c.BE:
        return False
    verb -= bool(w.bits(verb - 1) & c.AUX)
    said = verb > 1 and w.words[verb - 1] == "," and w.words[verb - 2] == "“”"
    return last and (said or (verb > 0 and w.words[verb - 1] == "“”"))


def _begins(w: _Words, i: int, end: int, language: str) -> bool:
    """Whether a sentence begins that has no other subject: "Von der Aue schreibt: „…“"."""
    if not w.opens(i) or not _unknown(w, end):
        return False
    verb = end + 1
    if language == "fr" and w.bits(verb) & c.AUX and w.bits(verb + 1) & c.PARTICIPLE:
        verb += 1
    elif language == "fr" and w.low[verb : verb + 1] and w.low[verb].endswith(_PARTICIPLES):
        return False
    if not w.bits(verb) & c.SAY or verb + 1 >= len(w.low):
        return False
    led = language == "fr" and w.bits(verb + 1) & c.PREPOSITION  # « Du Bourg écrit dans son »
    that = w.low[verb + 1] in _THAT or w.low[verb + 1 : verb + 3] == [",", "dass"]
    return that or bool(led)


def _unknown(w: _Words, i: int) -> bool:
    """Whether a word with a capital is no given name and none that the language has."""
    return not w.bits(i) and w.low[i] not in GIVEN
