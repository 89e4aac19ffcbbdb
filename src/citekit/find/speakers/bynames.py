"""Persons by what the text has told of them, in whatever words: "the barrister" of "Ann Lee, a
lawyer", "the farmer" of somebody named pages before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from citekit.find.cues import bits as c
from citekit.find.cues.english import ROLE_SUFFIXES
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, LANGUAGES, Unit
from citekit.find.speakers.french import article_gender, noun_gender, somebody
from citekit.find.speakers.kinds import is_apart, kinds_of, of_other_kind
from citekit.find.speakers.names import role_like
from citekit.find.speakers.nouns import Nouns
from citekit.find.speakers.persons import Speaker

#: So far back somebody may have been named; so much beside a name tells of them.
_FAR, _BESIDE = 12_000, 90
#: German: compounds of two nouns of persons are no shorter; so far behind one somebody is named.
_LONG, _SOON = 9, 400
_NAMED = re.compile(r"\b(?:der|die) ([^\W\d_]{4,}), ")
#: So many places of a name are read.
_PLACES = 4
#: What parts what is told of one person from anything else.
_BREAK = re.compile(r"[.!?…;:\n“”„«»\"()–—]|(?<![^\W\d_])(?:and|und|et)(?![^\W\d_])")
#: Behind a name: age, and what somebody is.
_APPOSED = re.compile(
    r",(?: (?:aged )?\d{1,3}(?: ans| Jahre(?: alt)?)?,)? ([^.!?…;:,\n“”„«»\"()–—]{3,90})"
)
_PREDICATE = re.compile(
    r" (?:is|was|ist|war|est|était) (?:an? |eine? |une? )?([^.!?…;:,\n“”„«»\"()–—]{3,40})"
)
#: Where what somebody is ends.
_CUT = frozenset(
    """of for from at in on with to near by who whose whom which that since
    von aus bei für im am an mit zu zur zum seit dessen deren dem den des vom
    de du des d à au aux en dans pour qui dont chez sur""".split()
)
_ARTICLES = frozenset("the der die das le la l".split())
#: English: what members of parties are called, and offices of politicians.
_PARTIES = frozenset(
    """republican democrat conservative tory liberal independent socialist communist libertarian
    unionist nationalist""".split()
)
_OFFICES = frozenset(
    """sen senator rep representative congressman congresswoman gov governor leader speaker whip
    chairman chairwoman chair mp lawmaker legislator assemblyman assemblywoman delegate candidate
    incumbent""".split()
)
#: So far before they are called so, politicians are named; the party and state behind a name.
_RECENTLY = 1_200
_OF_PARTY = re.compile(r",? ?\(?[RDI]-[A-Z]")
#: Abbreviations before names, with their full stop.
_SHORT = re.compile(r"\b(dr|prof|sgt|det|insp|rev|fr|st|gen|col|lt|capt|sen|rep|gov|mr|mrs|ms)\. ")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: What priests are called, who are nobody's father by it, behind these.
_FATHERS = frozenset(("père", "father"))
_SEXES = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f", "its": ""}
_OWN = frozenset("son mon leur ton notre his her my their our".split())


#: What no noun phrase goes on with, and what it does not begin with either.
_ENDS = (
    c.VERB | c.AUX | c.PREPOSITION | c.RELATIVE | c.SUBORDINATE | c.PRONOUN | c.DETERMINER
)  # fmt: skip


class Bynames(Nouns):
    """The persons of one document by what it tells of them beside their names."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        self._told_of: dict[str, frozenset[str]] = {}
        #: How far it was read for what it tells; those named up to there by it, and by its kind.
        self._told_up_to = 0
        self._first_named: dict[str, int] = {}
        self._called_so: dict[str, dict[str, Speaker]] = {}
        self._of_kind: dict[tuple[str, bool], dict[str, Speaker]] = {}

    def told(self, person: Speaker) -> frozenset[str]:
        """The words that say beside a person's name what they are, in lower case."""
        name = person.name
        if name not in self._told_of:
            found: set[str] = set()
            for at in islice(self.occurrences(name, person.at), _PLACES):
                if not self._inside(at):
                    found.update(self._before(at))
                    found.update(self._behind(at + len(name)))
            self._told_of[name] = frozenset(found)
        return self._told_of[name]

    def _before(self, at: int) -> list[str]:
        """What stands before a name: "the poet Ann Lee", "their lawyer, the poet Ann Lee"."""
        lead = _SHORT.sub(r"\1 ", self.folded[max(0, at - _BESIDE) : at])
        *_, lead = _BREAK.split(lead)
        *more, last = lead.split(",")
        if more and not last.strip():
            return self._noun_phrase(_WORDS.findall(more[-1]))
        words = _WORDS.findall(last)
        if more and len(words) > 1 and words[0] in _ARTICLES:
            words = [*_WORDS.findall(more[-1])[-2:], *words]
        kept: list[str] = []
        for word in reversed(words[-4:]):
            if word in _CUT:
                break
            kept.insert(0, word)
        if not any(map(self._is_person, kept[-2 if self.language == "fr" else -1 :])):
            return []  # "when the dean met Ann Lee"
        return [] if not _FATHERS.isdisjoint(kept) and not _OWN.isdisjoint(kept) else kept

    def _is_person(self, word: str) -> bool:
        """Whether a word says what a person is."""
        if LANGUAGES[self.language].words.get(word, 0) & (c.ROLE | c.TITLE):
            return True
        if self.language == "fr" and somebody(word):
            return True
        found = bool(kinds_of(word, self.language)) or word.endswith(ROLE_SUFFIXES)
        return found or (self.language == "de" and role_like(word.title()))

    def _noun_phrase(self, words: list[str]) -> list[str]:
        """The words up to where what somebody is ends: "a lawyer" of "a lawyer for the mayor"."""
        known = LANGUAGES[self.language].words
        kept: list[str] = []
        for word in words:
            bits = known.get(word, 0)
            if word in _CUT or (bits & c.JOIN and not kept):
                break
            if bits & _ENDS and not bits & c.ROLE and not (bits & c.DETERMINER and not kept):
                break
            kept.append(word)
        return kept

    def _behind(self, end: int) -> list[str]:
        """What stands in apposition behind a name, or as its predicate."""
        match = _APPOSED.match(self.folded, end) or _PREDICATE.match(self.folded, end)
        return self._noun_phrase(_WORDS.findall(match.group(1))) if match is not None else []

    def _party_member(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """English: who is called by an office in capitals with more of it before, "the Green MP"
        of "Green MP Ann Lee", or by a party, "the Kentucky Republican"."""
        first, last = phrase.start, phrase.end - 1
        if u.language != "en" or not u.flags[first] & c.DEFINITE or last == first:
            return None
        if u.low[last] in _PARTIES:
            return self._politician(u, at)
        if (
            last < first + 2
            or not u.words[last].isupper()
            or not u.cues.words.get(u.low[last], 0) & c.ROLE
        ):
            return None
        return self._introduced(u, u.print(first + 1, phrase.end).lower(), at)

    def _of_state(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """English: who holds an office of a place: "the New Mexico senator"."""
        first, last = phrase.start, phrase.head
        if u.language != "en" or last < first + 2 or u.low[last] not in _OFFICES:
            return None
        if not all(u.flags[i] & CAPITAL for i in range(first + 1, last)):
            return None
        return self._politician(u, at)

    def _politician(self, u: Unit, at: int) -> Speaker | None:
        """Who was named last with an office or a party: "Sen. Tim Roy", "Ann Lee (R-Ky.)"."""
        found = None
        for where, one in self._persons(u, max(0, at - _RECENTLY), at, ""):
            marked = _OF_PARTY.match(self.text, where + len(one.name)) is not None
            if " " in one.name and (marked or not self.told(one).isdisjoint(_OFFICES)):
                found = one._replace(at=where)
        return found

    def _by_told(self, u: Unit, phrase: Phrase, noun: str, at: int) -> list[Speaker]:
        """Those named before ``at`` of whom the text tells that they are what a noun says; if
        there are none, those who are by another noun of its kind; not more than two."""
        known = {} if noun in _FATHERS else kinds_of(noun, u.language)
        office = u.flags[phrase.head] & c.ROLE or (u.language == "fr" and somebody(noun))
        if not known and (not office or self.folded.find(noun, max(0, at - _FAR), at) < 0):
            return []
        if any(u.flags[i] & GENITIVE for i in range(phrase.start, phrase.head)):
            return []  # "the department’s lawyer"
        self._read_told(u, at)
        gender = self._noun_sex(u, phrase, noun)
        called = self._fitting(self._called_so.get(noun, {}), gender, at)
        if called or not known:
            return called
        near: dict[str, Speaker] = {}
        for kind, general in known.items():
            for anybody in (True, False) if general else (True,):
                near.update(self._of_kind.get((kind, anybody), {}))
        return self._fitting(near, gender, at)

    def _fitting(self, near: dict[str, Speaker], gender: str, at: int) -> list[Speaker]:
        """Those of this gender who are named before ``at``, the first two."""
        fitting = (
            one
            for one in near.values()
            if one.named < at and at - one.at < _FAR and (not gender or one.gender in ("", gender))
        )
        return list(islice(fitting, 2))

    def _read_told(self, u: Unit, at: int) -> None:
        """Read what is told of those named up to ``at``; the text is read once."""
        if at <= self._told_up_to:
            return
        for where, one in self._persons(u, self._told_up_to, at, ""):
            if " " not in one.name:
                continue
            first = self._first_named.setdefault(one.name, where)
            for word in self.told(one):
                found = one._replace(at=where, named=first)
                self._called_so.setdefault(word, {})[one.name] = found
                for kind, general in kinds_of(word, u.language).items():
                    self._of_kind.setdefault((kind, general), {})[one.name] = found
        self._told_up_to = at

    def _compound(self, u: Unit, noun: str, at: int) -> Speaker | None:
        """German: who is named beside the last part of a compound behind its first use: "die Halle
        eines Fischhändlers. Der Händler, Jan Roth, …"."""
        if u.language != "de" or len(noun) < _LONG:
            return None
        first = self.folded.find(noun, max(0, at - _FAR), at)
        if first < 0:
            return None
        for match in _NAMED.finditer(self.folded, first, min(at, first + _SOON)):
            last = match.group(1)
            if noun.endswith(last) and noun != last:
                persons = self._persons(u, match.end(), min(at, match.end() + _BESIDE), "")
                if persons and persons[0][0] == match.end():
                    return persons[0][1]
        return None

    def _noun_sex(self, u: Unit, phrase: Phrase, noun: str) -> str:
        """``m`` or ``f`` by a noun of a person and its article; or empty."""
        found = u.cues.gender.get(noun, "")
        if u.language == "fr":
            found = found or article_gender(u, phrase.start) or noun_gender(noun, u.cues.words)
        elif u.language == "de" and not found:
            woman = noun.endswith("in") or (noun[-1] == "e" and u.low[phrase.start] == "die")
            found = "f" if woman else "m"
        return found if found in ("m", "f") else ""

    def _sexed(self, u: Unit, found: Speaker, at: int) -> Speaker | None:
        """English: somebody of unknown gender, if the only pronouns between their name and ``at``
        are a person’s of one gender and nobody else is named there; else None."""
        if found.kind != "person" or any(
            one.name != found.name for _, one in self._persons(u, found.at, at, "")
        ):
            return None
        words = set(self._narrative(found.at, at).lower().split())
        genders = {gender for word, gender in _SEXES.items() if word in words}
        return found._replace(gender=genders.pop()) if len(genders) == 1 else None

    def _other_kind(self, u: Unit, noun: str, found: Speaker) -> bool:
        """Whether the text tells of somebody that they are of another trade than ``noun``."""
        return noun not in _FATHERS and of_other_kind(noun, self.told(found), u.language)

    def _is_told(self, u: Unit, person: Speaker, noun: str) -> bool:
        """Whether the text tells what somebody is, so that they are hardly what ``noun`` says."""
        told = self.told(person)
        if any(kinds_of(word, u.language) for word in told):
            return True
        return is_apart(noun, u.language) and self._has_office(u, person)

    def _has_office(self, u: Unit, person: Speaker) -> bool:
        """Whether the text tells an office or trade of somebody."""
        return any(u.cues.words.get(word, 0) & c.ROLE for word in self.told(person))
