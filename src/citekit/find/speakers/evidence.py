"""What speaks for somebody, or against them, whom a quotation may be of.

The words of the quotation: whoever is named in it seldom speaks, "we" is said by groups,
papers say no "I".  The agreement with the pronoun that stands for the speaker, in gender
and number.  How far the rules went back for their speaker, and past how many others.  In
German and French whose words a sentence in the mood of reported speech goes on with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, NUMBER, Unit
from citekit.find.grammar.verbs import subjunctive
from citekit.find.speakers import features as f
from citekit.find.speakers.features import Features
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.resolver import Speakers

#: So much of a quotation is looked at (code points).
_READ, _NAMED = 400, 600
#: Pronouns in quotations, by whom they are for.
_PERSONS = {
    word: person
    for person, words in (
        (
            "I",
            """i me my i’m i'm i’ve i've i’d i'd i’ll i'll ich mich mir mein meine meinen meiner
            je j moi mon ma mes""",
        ),
        (
            "we",
            """we us our we’re we're we’ve we've we’ll we'll wir uns unser unsere unseren nous
            notre nos""",
        ),
        (
            "you",
            """you your you’re you're du dich dir dein deine deinen tu te toi ton ta tes vous votre
            vos""",
        ),
        ("he", "he him his er ihn ihm il lui"),
        ("she", "she her hers sie elle"),
    )
    for word in words.split()
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
#: Words before several persons or things.
_SEVERAL = frozenset(
    """les des ces ses leurs plusieurs certains deux trois both all many some several two three
    beide viele einige mehrere zwei drei""".split()
)
_PEOPLE = ("person", "either")
#: Steps of how far back the rules went (code points).
_BACK = (30, 60, 120, 240, 480, 960, 2_000)
#: Sentences before a quotation whose subjects are looked at, and how far back (code points).
_SUBJECTS, _REACH = 5, 900


class Mention(NamedTuple):
    """A phrase that stands for somebody; whether it is the first of its sentence, and not
    governed by a preposition."""

    phrase: Phrase
    subject: bool


class Said(NamedTuple):
    """Whom a quotation speaks of: whether it says "I" or "we", and "he" or "she"."""

    first: str
    third: str


#: Who is mentioned around a quotation, by name.
People = Mapping[str, tuple[Speaker, Sequence[Mention]]]


class Evidence:
    """What the text shows of whoever may speak at the quotation at token ``q``.

    ``own`` is the first token of its paragraph; ``rule`` what the rules say with the speaker;
    ``group`` the kind of phrase that they found, and ``gender`` that of a pronoun.
    """

    def __init__(
        self, u: Unit, q: int, own: int, speakers: Speakers, people: People,
        rule: tuple[Attribution, Speaker] | None, group: str, gender: str,
    ) -> None:  # fmt: skip
        quote = u.quotes[q]
        start, end = quote.inner_start, quote.inner_end
        self._u, self._q, self._own = u, q, own
        self._people = people
        self._rule = rule
        self._group, self._gender = group, gender
        self._inner = u.text[start : min(end, start + _NAMED)]
        words = _WORD.findall(u.text[start : min(end, start + _READ)].lower())
        persons = set(map(_PERSONS.get, words))
        first = next((person for person in ("I", "we") if person in persons), "0")
        third = "".join(person for person in ("he", "she") if person in persons)
        self.words = Said(first, third)
        self._you = "you" in persons
        self._said = _spoke(speakers.history) if self._you else {}
        self._mood = _mood(u, *u.bounds(q))
        self._past: dict[str, str] = {}
        self._subjects: dict[str, int] = {}
        if self._mood:
            self._past = _spoke(speakers.history)
            self._subjects = self._acting(speakers)

    def of(self, speaker: Speaker) -> list[Features]:
        """The features of somebody."""
        group, kind = self._group, speaker.kind
        number = _number(speaker, self._u.language)
        found = [
            f.agreeing(group, self._gender, speaker.gender, kind, number, self._inside(speaker)),
            f.worded(group, kind, speaker.gender, *self.words),
        ]
        if self._you:
            found.append(f.addressing(group, kind, self._said.get(speaker.name, "")))
        _, mentions = self._people.get(speaker.name, (speaker, ()))
        if not mentions:
            found.append(f.unseen(group, self._gender and speaker.gender))
        elif kind == "person":
            named = "name" in [one.phrase.kind for one in mentions]
            own = sum([one.phrase.start >= self._own for one in mentions])
            found.append(f.mentioned(group, named, min(3, own)))
        if self._mood:
            past, subject = self._past.get(speaker.name, ""), self._subjects.get(speaker.name, -1)
            found.append(f.reported(self._mood, past, subject, kind))
        if self._rule is not None and self._rule[1].name == speaker.name:
            found.append(self._ruled(*self._rule))
        return found

    def _inside(self, speaker: Speaker) -> int:
        """Whether a quotation names somebody: by the last word of the name (1; 3 if no
        person), by the first (2)."""
        words = speaker.name.split()
        last, first = words[-1], words[0]
        if speaker.kind not in _PEOPLE:
            return 3 if len(last) > 3 and last in self._inner else 0
        if len(last) > 2 and last in self._inner:
            return 1
        called = len(words) > 1 and len(first) > 2 and first[0].isupper()
        return 2 if called and first in self._inner else 0

    def _ruled(self, attribution: Attribution, speaker: Speaker) -> Features:
        """How far the rules went back for their speaker, and past how many others that a
        pronoun may be for as well."""
        u, group = self._u, self._group
        at = u.starts[self._q]
        named = speaker.at if speaker.named < 0 else speaker.named
        phrase, unit = attribution.phrase, attribution.unit or u
        stop = at if phrase is None else unit.starts[phrase.start]
        rivals = 0
        for name, (other, mentions) in self._people.items():
            if name == speaker.name or other.kind not in _PEOPLE:
                continue
            if self._gender in ("m", "f") and other.gender not in ("", self._gender):
                continue
            rivals += any(speaker.at < u.starts[one.phrase.start] < stop for one in mentions)
        back, back_named = (bisect_right(_BACK, at - place) for place in (speaker.at, named))
        return f.reaching(group, back, back_named, min(3, rivals))

    def _acting(self, speakers: Speakers) -> dict[str, int]:
        """The subjects of the sentences before: how many sentences back, by name."""
        u = self._u
        names = {
            u.starts[one.phrase.start]: name
            for name, (_, mentions) in self._people.items()
            for one in mentions
        }
        found: dict[str, int] = {}
        for back, sentence in zip(
            range(_SUBJECTS), speakers.subjects(u.starts[self._q], _REACH), strict=False
        ):
            if sentence.phrase is not None:
                name = names.get(sentence.u.starts[sentence.phrase.start])
                if name is not None:
                    found.setdefault(name, back)
        return found


def brings_in(u: Unit, phrase: Phrase) -> bool:
    """Whether what looks like a name is the first word of "According to"."""
    at = phrase.start
    source = phrase.kind == "name" and phrase.end == at + 1 and u.flags[at] & c.SOURCE
    return bool(source) and bool(u.flags[at + 1 : at + 2]) and not u.flags[at + 1] & CAPITAL


def once(u: Unit, phrase: Phrase) -> bool:
    """Whether a name is the one that somebody was born with: "She was born Ada Roth"."""
    return phrase.kind == "name" and phrase.start > 0 and u.low[phrase.start - 1] in _BORN


def cites(u: Unit, phrase: Phrase) -> bool:
    """Whether a name is an abbreviation that a place in it follows: "RGZ 12, 40", "(KdT, AA
    III, 12)"."""
    end, word = phrase.end, u.words[phrase.start]
    if phrase.kind != "name" or end > phrase.start + 1 or word[1:].islower():
        return False
    numbers = [bool(bits & NUMBER) for bits in u.flags[end : end + 6]]
    if numbers[:1] == [True] and numbers[2:3] == [True] and u.words[end + 1] == ",":
        return True
    return phrase.start > 0 and u.words[phrase.start - 1] == "(" and any(numbers)


#: Before the name that somebody had.
_BORN = frozenset("born geborene né née".split())
#: Before whom somebody writes or speaks to.
_TOWARDS = frozenset("to à an".split())
_DATIVES = frozenset("seinem seiner ihrem ihrer".split())
_LETTERS = frozenset("letter letters lettre lettres brief briefe briefen".split())


def is_told(u: Unit, phrase: Phrase, q: int) -> bool:
    """Whether a phrase is whose kin the words at token ``q`` are said to, by whoever says them:
    « …, écrit-elle à sa fille », "…, she writes to her daughter", "…, schreibt sie ihrer
    Tochter"; or to whom letters go: « Les lettres à sa fille »."""
    start = phrase.start
    if phrase.kind != "role" or start < 2 or not u.flags[start] & c.POSSESSIVE:
        return False
    to = u.low[start - 1] in _TOWARDS
    if to and u.low[start - 2] in _LETTERS:
        return True
    if start <= q or u.sentence[start] != u.sentence[q]:
        return False
    said = any(u.flags[k] & c.SAY for k in range(q + 1, start))
    return said and (to or (u.language == "de" and u.low[start] in _DATIVES))


def _mood(u: Unit, low: int, high: int) -> str:
    """The language of a sentence whose mood is that of reported speech."""
    if u.language == "de":
        reported = any(subjunctive(u, k) and not u.flags[k] & c.SAY for k in range(low, high))
        return "de" if reported else ""
    if u.language == "fr":
        return "fr" if any(w.endswith(("rait", "raient")) for w in u.low[low:high]) else ""
    return ""


def _spoke(history: Sequence[Speaker]) -> dict[str, str]:
    """Who spoke last, and the last other one."""
    found: dict[str, str] = {}
    for one in reversed(history):
        if one.name not in found:
            found[one.name] = "other" if found else "last"
            if len(found) == 2:
                break
    return found


def _number(speaker: Speaker, language: str) -> str:
    """Whether somebody is several, as far as the words show it."""
    if speaker.kind in _PEOPLE:
        return "one"
    words = speaker.name.split()
    first, last = words[0].lower(), words[-1]
    if speaker.kind == "several" or first in _SEVERAL:
        return "several"
    if language == "en" and last.islower() and last.endswith("s") and not last.endswith("ss"):
        return "several"
    return "one" if language != "de" or first != "die" else "either"
