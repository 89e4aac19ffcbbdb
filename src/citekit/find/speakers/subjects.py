"""The subjects of a text's sentences, read backwards from a place, when they are needed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.cues.mononyms import MONONYMS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.fronted import concerning
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject, met, reporter
from citekit.find.grammar.tokens import CAPITAL, Unit
from citekit.find.grammar.verbs import subjunctive, verbal
from citekit.find.speakers.persons import INVERTED, Persons

#: What is known of a word holds for so many code points.
SPAN = 30_000
#: What a word is joined with in an address, a handle or the label of a note.
_ADDRESS = re.compile(r"[/@#^_=]|\.(?=\w)")
#: "Ada, 7 ans, …"
_AGE = re.compile(
    r",? \(?\d{1,3}(?:[,)]| (?:ans|Jahre|years?)\b)|, (?:l[’']une? d|one of |einer? der )"
)


class Subject(NamedTuple):
    """The subject of a sentence: its tokens, the phrase (None if there is none), where the
    sentence begins and where it ends."""

    u: Unit
    phrase: Phrase | None
    start: int
    end: int


def saying(sentence: Subject) -> bool:
    """German: whether a definite noun is the subject of a sentence whose finite verb, beside
    it, is one of saying, and which no quotation stands in: "Die Branche warnt."."""
    u, phrase = sentence.u, sentence.phrase
    if u.language != "de" or phrase is None or phrase.kind != "role" or not phrase.definite:
        return False
    end = bisect_left(u.starts, sentence.end)
    at = phrase.end
    while at < min(end, phrase.end + 7) and (
        (u.flags[at] & (c.ADVERB | c.PREPOSITION | c.DETERMINER) or u.flags[at] == CAPITAL)
        and not u.flags[at] & (c.SAY | c.ACT)
    ):
        at += 1
    for k in (at, phrase.start - 1):
        passive = (
            0 < k < len(u.flags)
            and u.flags[k] & c.PARTICIPLE
            and any(u.flags[i] & c.BE and not u.flags[i] & CAPITAL for i in range(max(0, k - 8), k))
        )
        if 0 <= k < end and u.flags[k] & (c.SAY | c.ACT) and not (passive or u.flags[k] & CAPITAL):
            return "“”" not in u.words[phrase.start : end]
    return False


def verbless(sentence: Subject) -> bool:
    """German: whether a short sentence has no verb: "Zu laut, zu schnell."."""
    u = sentence.u
    start = bisect_left(u.starts, sentence.start)
    end = bisect_left(u.starts, sentence.end)
    if u.language != "de" or end - start > 12 or "“”" in u.words[start:end]:
        return False
    return not any(verbal(u, i) for i in range(start, end))


def whether(sentence: Subject) -> bool:
    """German: whether a sentence is an indirect question alone: "Ob sie Angst habe."."""
    u = sentence.u
    start = bisect_left(u.starts, sentence.start)
    end = bisect_left(u.starts, sentence.end)
    return u.words[start] == "Ob" and "," not in u.words[start:end]


def reported(sentence: Subject) -> bool:
    """German: whether a sentence goes on with what somebody said: "Man habe nichts getan."."""
    u = sentence.u
    start = bisect_left(u.starts, sentence.start)
    end = bisect_left(u.starts, sentence.end)
    if u.language != "de":
        return False
    return any(subjunctive(u, i) and not u.flags[i] & c.SAY for i in range(start, end))


#: A given name, if it is one, and a family name; how far around a surname alone they are looked
#: for (code points).
_IN_FULL = re.compile(r"(?<!\w)([A-ZÀ-Ý][\w’'-]+) [A-ZÀ-Ý][a-zà-ÿ]")
_BEFORE, _BEHIND = 600, 200


class _Sentences:
    """The sentences of a paragraph; the subject of each is looked for when it is asked for."""

    def __init__(self, u: Unit) -> None:
        self._u = u
        #: The first token of each, where the text has it, and where it ends.
        self._first = [i for i, n in enumerate(u.sentence) if not i or n != u.sentence[i - 1]]
        self.starts = [u.starts[i] for i in self._first]
        self._first.append(len(u.words))
        self.ends = [u.ends[i - 1] for i in self._first[1:]]
        self._subjects: dict[int, Subject] = {}

    def subject(self, place: int) -> Subject:
        """The subject of the sentence of this number."""
        found = self._subjects.get(place)
        if found is None:
            u, at, stop = self._u, self._first[place], self._first[place + 1]
            phrase = clause_subject(u, at, stop)
            if phrase is not None and _thing(u, phrase):
                phrase = _joined(u, phrase.start + 1, stop) or phrase
            if phrase is not None and phrase.kind == "self":
                inverted = u.language == "de" and phrase.start > at  # "Neulich traf ich …"
                phrase = met(u, phrase.start - inverted, stop) or phrase
            elif phrase is not None and phrase.kind == "pronoun" and u.language == "fr":
                phrase = concerning(u, phrase.start) or phrase
            if "“”" not in u.words[at:stop]:
                phrase = reporter(u, at, stop) or phrase
            if phrase is not None and phrase.kind == "role":
                phrase = _named_late(u, phrase, stop) or phrase
            found = Subject(u, phrase, self.starts[place], self.ends[place])
            self._subjects[place] = found
        return found


#: Pronouns of what was said, which nobody is.
_THINGS = frozenset("das es dies this that it cela ça ce c' c’".split())
_AND = frozenset("aber doch denn und but and for mais et or car".split())


def _thing(u: Unit, phrase: Phrase) -> bool:
    """Whether a subject is a pronoun for what was said: "Das stimmt"."""
    if phrase.kind not in ("pronoun", "role") or u.low[phrase.start] not in _THINGS:
        return False
    return phrase.kind == "pronoun" or not u.flags[phrase.head] & (CAPITAL | c.ROLE | c.GROUP)


def _joined(u: Unit, at: int, stop: int) -> Phrase | None:
    """The name that is the subject of a main clause joined to another one: "Das stimmt, aber
    Roth ist Arzt.", "It is true, but Lee is a doctor.", « C'est vrai, mais Roux est médecin. »."""
    for k in range(at, stop - 2):
        if u.words[k] == "," and u.low[k + 1] in _AND:
            found = clause_subject(u, k + 2, stop)
            return found if found is not None and found.kind == "name" else None
    return None


def _named_late(u: Unit, phrase: Phrase, stop: int) -> Phrase | None:
    """The name of somebody new behind "called", at the end of the sentence or in commas: "A man
    came in, Roy Lee, 54", "a nurse called Roy Lee"."""
    if not u.flags[phrase.start] & c.INDEFINITE or not u.flags[phrase.head] & c.ROLE:
        return None
    if u.low[phrase.end : phrase.end + 1] in (["called"], ["named"]):
        name = parse(u, phrase.end + 1, stop)
        if name is not None and name.kind == "name" and name.start == name.names[0][0]:
            return name
    for at in range(phrase.end, stop - 2):
        if u.words[at] == "," and u.low[at + 1] in GIVEN:
            name = parse(u, at + 1, stop)
            alone = name is not None and name.kind == "name" and name.names == ((at + 1, name.end),)
            if name is not None and alone and name.end > at + 2:
                closed = name.end >= stop or u.words[name.end] in (",", ".")
                return name if closed else None
    return None


class Subjects(Persons):
    """The sentences of one document."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts)
        self.language = language
        #: Whether a surname is one that needs no given name: an author's of the catalogue.
        self.knows: Callable[[str], bool] | None = None
        self._outer = [q for q in quoted if q.level == 1]
        self._attested: dict[tuple[str, int], bool] = {}
        self._lowered: dict[tuple[str, int], bool] = {}
        self._units: dict[int, Unit] = {}
        self._sentences: dict[int, _Sentences] = {}

    def subjects(self, at: int, reach: int) -> Iterator[Subject]:
        """The subjects of the sentences that begin before ``at``, the nearest first, not
        further back than ``reach`` code points."""
        part = bisect_right(self._parts, (at, -1)) - 1
        while part >= 0 and self._parts[part][1] > at - reach:
            heads = self._parts[part][1] <= at and self._heads(*self._parts[part])
            if not heads and part not in self._salutations:
                sentences = self._sentences_of(part)
                for place in range(bisect_left(sentences.starts, at) - 1, -1, -1):
                    if sentences.ends[place] < at - reach:
                        return
                    yield sentences.subject(place)
            part -= 1

    def know(self, part: int, u: Unit) -> None:
        """Keep the tokens of a paragraph that have been read elsewhere, if they are those of
        :meth:`unit`."""
        if u.whole and u.language == self.language:
            self._units[part] = u

    def unit(self, part: int) -> Unit:
        """The tokens of a paragraph by its number; each is read once."""
        found = self._units.get(part)
        if found is None:
            start, end = self._parts[part]
            low = bisect_left(self._quoted, (start, start))
            high = bisect_left(self._quoted, (end, end), low)
            quoted = [q for q in self._outer[low:high] if q.end <= end]
            found = Unit(self.text, start, end, quoted, self.language, whole=True)
            self._units[part] = found
        return found

    def _sentences_of(self, part: int) -> _Sentences:
        found = self._sentences.get(part)
        if found is None:
            found = self._sentences[part] = _Sentences(self.unit(part))
        return found

    def attested(self, name: str, at: int, language: str) -> bool:
        """Whether a single word with a capital is a name elsewhere in the text too: with a
        given name before it, or (not in German) with a capital inside a sentence; or the only
        name of somebody known, or the family of an author of the catalogue."""
        if name.lower() in MONONYMS:
            return True
        if " " in name or name.lower() in GIVEN or self.fullest(name, at, language) != name:
            return True
        if self.knows is not None and self.knows(name) and not self._names_somebody(at):
            return not self.lowered(name.lower(), at)
        text = self.text
        if _AGE.match(text, text.find(name, at) + len(name)) or self._listed(name):
            return True
        if language == "de":
            return False
        key = (name, at // SPAN)
        comma = "," if language == "fr" else " "
        if key not in self._attested:
            self._attested[key] = any(
                text[found - 1 : found] == " "
                and (text[found - 2 : found - 1].isalpha() or text[found - 2 : found - 1] == comma)
                and not self.in_heading(found)
                for found in self.occurrences(name, at)
            )
        return self._attested[key]

    def _names_somebody(self, at: int) -> bool:
        """Whether somebody is named in full around a place."""
        near = _IN_FULL.finditer(self.text, max(0, at - _BEFORE), at + _BEHIND)
        return any(found[1].lower() in GIVEN for found in near)

    def _listed(self, name: str) -> bool:
        """Whether an entry of a list begins with a family name: "Roth, Ada. Harbours. 1962."."""
        found = self.text.find(f"\n{name}, ")
        entry = INVERTED.match(self.text, found + 1) if found >= 0 else None
        return entry is not None and entry.group(1) == name

    def lowered(self, word: str, at: int) -> bool:
        """Whether a word in lower case stands near ``at``."""
        key = (word, at // SPAN)
        if key not in self._lowered:
            self._lowered[key] = any(
                not _ADDRESS.search(self.text, max(0, found - 1), found + len(word) + 2)
                for found in self.occurrences(word, at)
            )
        return self._lowered[key]
