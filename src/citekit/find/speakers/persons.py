"""The persons a text names: their fullest forms, and where they stand in the narrative."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from citekit.find.cues import bits as c
from citekit.find.cues.english import KEPT_TITLES
from citekit.find.cues.mononyms import MONONYMS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.tokens import LANGUAGES, Unit
from citekit.find.speakers.familyfirst import given_behind, may_begin
from citekit.find.speakers.genders import given_gender, known_gender, referred_gender
from citekit.find.speakers.names import (
    CAPITALISED,
    NAMES,
    PARTICLES,
    POSSESSIVE,
    SMALL,
    described,
    gender_of,
    given_part,
    name_part,
    personal,
    role_like,
)
from citekit.find.speakers.salutations import is_salutation
from citekit.find.speakers.trades import role_noun

#: How far back and ahead a full name is looked for, in code points.
_REACH = 60_000
#: Paragraphs shorter than this may be headings.
HEADING = 110
_ENDINGS = frozenset(".!?…:;,”\"“»«’'›‹)")
_ARTICLE = re.compile(
    r"\b(?:the|d(?:er|ie|as|em|en|es)|eine?[mnrs]?|[aiv]m|vom|zu[mr]|beim|l[ae]|au|du|l['’])\s?$",
    re.I,
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]us) $")
#: Before the rest of a body's name.
_BODY = re.compile(r"[A-Z][\w’'-]+ (?:for|of|on) (?:the )?$")
#: Before the name that somebody had.
_BIRTH = re.compile(r"\b(?:[Bb]orn|[Gg]eboren(?: als|e)|[Nn]ée?) $")
#: Behind the title of a work: who wrote it.
_WRITTEN_BY = re.compile(r",? (?:by|von|de|d[’'])\s?([A-ZÀ-Ý][\w-]+) [A-ZÀ-Ý]")
_FAMILY = re.compile(rf" {PARTICLES}{{0,2}}[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]{{2,}}(?![\w’'-])")
_BEFORE = re.compile(rf"(?<![\w’'-])(?:{CAPITALISED}[ \u00a0]+(?:{PARTICLES})*){{1,3}}$")
#: The beginning of an entry of a list: family name, given name, full stop.
INVERTED = re.compile(
    rf"(?:[-*•]\s+)?({PARTICLES}*{CAPITALISED}), ({CAPITALISED}(?:[ -]{CAPITALISED})*)(?:\.|, | \()"
)
#: Before a family name: "Ada and Jan".
_COUPLE = re.compile(rf"({CAPITALISED}) (?:and|und|et) {CAPITALISED} $")
#: A pronoun that tells a person from a body, where no sentence ends and nobody is named.
_ENGLISH_PRONOUN = re.compile(r"^[^.!?\nA-Z]*\b(he|his|she|her|its)\b")
#: The word that begins a sentence, before a name.
_LED = re.compile(rf"(?:[.!?…:]\s+|\n)([^\W\d_]+) (?:{CAPITALISED} ){{0,2}}$")


_WHOSE = frozenset("seine ihre meine unsere deren dessen die der".split())
_COURTESY = ("Mr", "Mrs", "Ms", "Miss", "Mme", "Mlle", "M.", "Frau", "Herr", "Mr.", "Mrs.", "Ms.")
#: English: what stands before the name of a place or of a work.
_BEFORE_THINGS = frozenset("in near at between called titled entitled via".split())


@lru_cache(maxsize=8192)
def _kept(run: str, language: str) -> tuple[str, ...]:
    """The words of the personal name in a run of capitals; texts name people again and again."""
    return tuple(name_part(run.split(), LANGUAGES[language].words, language))


class Speaker(NamedTuple):
    """Somebody who speaks: ``name`` as it is printed; ``kind`` ``person``, ``group``,
    ``either`` (a single word), ``several`` or ``role``; ``gender`` ``m``, ``f`` or empty;
    ``at`` where the text spoke of them last, ``named`` where it named them (-1: there)."""

    name: str
    kind: str
    gender: str
    at: int
    named: int = -1


class Persons:
    """The personal names of one document."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]]
    ) -> None:
        self.text = text
        self._quoted = [(q.start, q.end) for q in quoted if q.level == 1]
        self._quote_ends = [end for _, end in self._quoted]
        self._parts = parts
        self._full: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self._places: dict[tuple[str, int], list[int]] = {}
        self._given_names: dict[tuple[str, int], str] = {}
        self._courteous_ones: dict[tuple[str, int], list[int]] = {}
        self._genders: dict[tuple[str, str], str] = {}
        self._bodies: dict[str, bool] = {}
        self._found_names: dict[int, list[tuple[int, int, bool]]] = {}
        self._read: dict[tuple[str, int, int], Speaker | None] = {}

    @cached_property
    def folded(self) -> str:
        """The text in lower case, each character where it stands."""
        folded = self.text.lower()
        if len(folded) != len(self.text):
            folded = "".join([char.lower()[:1] for char in self.text])  # "İ" becomes two
        return folded

    @cached_property
    def _salutations(self) -> frozenset[int]:
        """The paragraphs that greet whom a letter is to, by number."""
        parts = enumerate(self._parts)
        return frozenset(n for n, part in parts if is_salutation(self.text, *part))

    def greets(self, at: int) -> bool:
        """Whether a place stands in the salutation of a letter."""
        if not self._salutations:
            return False
        part = bisect_right(self._parts, (at, len(self.text))) - 1
        return part in self._salutations

    def fullest(self, name: str, at: int, language: str = "en", family: bool = False) -> str:
        """The fullest form of a personal name in the text: "Lee" to "Ann Lee"; ``family``
        says that it is no given name, whatever it looks like: "Frau Otto".

        Of several persons of a family the one that the paragraph has named last, else the
        first whom the text names, is called by it alone.
        """
        words = name.split()
        particle = LANGUAGES[language].words.get(words[0].lower(), 0) & c.PARTICLE
        size = len(words) - 1 if particle else len(words)
        size -= particle > 0 and size > 1 and words[1].islower()  # "von der Aue"
        if size > 2 or (len(words) > 1 and not particle and words[0].lower() in GIVEN):
            return name
        if name.lower() in GIVEN and not family:
            called = self.called(name, at)
            if called != name:
                return called  # not "Furious Ada"
        forms = self.forms(name, at, language)
        if not forms:
            return self._with_given(name, at)
        part = max(0, bisect_right(self._parts, (at, len(self.text))) - 1)
        start = self._parts[part][0] if self._parts else 0
        near = [form for place, form in forms if start <= place <= at]
        return near[-1] if near else forms[0][1]

    def _with_given(self, name: str, at: int) -> str:
        """A family name that stands first with the given name behind it, as the text has it
        last before ``at``, else first."""
        if not may_begin(name):
            return name
        given: dict[int, str] = {}
        for found in self.occurrences(name, at):
            behind = given_behind(self.text, name, found + len(name))
            if behind and (found <= at or not given):
                given[found] = behind
        return name + given[max(given)] if given else name

    def forms(self, name: str, at: int, language: str) -> list[tuple[int, str]]:
        """The full forms of a family name near ``at``, and where they stand."""
        key = (name, at // _REACH)
        forms = self._full.get(key)
        if forms is None:
            forms = self._forms(name, at // _REACH * _REACH, language)
            self._full[key] = forms
        return forms

    def called(self, given: str, at: int) -> str:
        """The full name of the only person whom the text calls by this given name."""
        key = (given, at // _REACH)
        if key not in self._given_names:
            found = set()
            for place in self.occurrences(given, at):
                match = _FAMILY.match(self.text, place + len(given))
                if match is None or match.group()[1:5] in ("der ", "den "):
                    continue  # "sagte Ada der Zeitung"
                if self.text[place - 1 : place] != "-":
                    found.add(match.group().strip())
            self._given_names[key] = f"{given} {found.pop()}" if len(found) == 1 else given
        return self._given_names[key]

    def occurrences(self, word: str, at: int) -> Sequence[int]:
        """Where a whole word stands near ``at``, not further than full names are looked
        for."""
        return self._near(self._places, self._occurrences, word, at)

    def courtesies(self, name: str, at: int) -> Sequence[int]:
        """Where a title of courtesy stands before a family name near ``at``."""
        return self._near(self._courteous_ones, self._courtesies, name, at)

    def _near(
        self,
        known: dict[tuple[str, int], list[int]],
        found: Callable[[str, int, int], Iterator[int]],
        word: str,
        at: int,
    ) -> Sequence[int]:
        """The places of a word near ``at``; a stretch of the text is searched once."""
        stretch = at // _REACH
        places = known.get((word, stretch))
        if places is None:
            start, end = (stretch - 1) * _REACH, (stretch + 2) * _REACH
            places = known[word, stretch] = list(found(word, max(0, start), end))
        first = bisect_left(places, at - _REACH)
        return places[first : bisect_right(places, at + _REACH - len(word))]

    def _occurrences(self, word: str, start: int, stop: int) -> Iterator[int]:
        text = self.text
        found = text.find(word, start, stop)
        while found >= 0:
            end = found + len(word)
            before = text[found - 1 : found]
            if not text[end : end + 1].isalnum() and not before.isalnum():
                yield found
            found = text.find(word, end, stop)

    def _courtesies(self, name: str, start: int, stop: int) -> Iterator[int]:
        for found in self._occurrences(name, start, stop):
            before = self.text[max(0, found - 16) : found].split()
            wife = len(before) > 1 and before[-2].lower() in _WHOSE
            if before and before[-1] in _COURTESY and self.text[found - 1].isspace() and not wife:
                yield found

    def _forms(self, name: str, at: int, language: str) -> list[tuple[int, str]]:
        """Full forms that end with ``name``, and where they stand."""
        forms: list[tuple[int, str]] = []
        text = self.text
        stop = min(len(text), at + 2 * _REACH)
        found = text.find(name, max(0, at - _REACH), stop)
        known = LANGUAGES[language].words
        while found >= 0 and len(forms) < 60:
            end = found + len(name)
            whole = not text[end : end + 1].isalnum() and text[found - 1 : found] in (" ", "\u00a0")
            before = text[max(0, found - 50) : found].rsplit(None, 1)[-1:] if whole else []
            if before and (not before[0].islower() or before[0] in SMALL):
                match = _BEFORE.search(text, max(0, found - 50), found)
                given = given_part(match.group().split(), known, language) if match else []
                if given:
                    second = "" if language == "de" else self._second(end, known)
                    forms.append((found, " ".join([*given, name]) + second))
                    other = _COUPLE.search(text, max(0, found - 60), found)
                    if other and other.group(1).lower() in GIVEN:
                        forms.append((found, f"{other.group(1)} {name}"))
            found = text.find(name, end, stop)
        body = [form for form in forms if not self.in_heading(form[0])]
        forms = body or forms
        if " " in name and not known.get(name.split()[0].lower(), 0) & c.PARTICLE:
            return [form for form in forms if form[1].split()[0].lower() in GIVEN]
        if language == "de":
            # "Küchenhersteller Roth" is no fuller name than "Jan Roth".
            full = [
                form
                for form in forms
                if re.split(r"[\s-]", form[1].lower(), maxsplit=1)[0] in GIVEN
            ]
            if full or name.lower() in GIVEN:
                return full
            firsts = [(form, form[1].split()[0]) for form in forms]
            return [
                one
                for one, first in firsts
                if not described(first, name)
                and not role_noun(first)
                and not known.get(first.lower(), 0) & (c.SPEECH | c.WORK)
            ]
        return forms

    def _second(self, at: int, known: Mapping[str, int]) -> str:
        """A second family name: "Ada Roth Vidal"."""
        match = _FAMILY.match(self.text, at)
        word = match.group().strip() if match is not None else ""
        return "" if not word or known.get(word.lower(), 0) or word.isupper() else f" {word}"

    def _persons(self, u: Unit, start: int, at: int, gender: str) -> list[tuple[int, Speaker]]:
        """Persons named outside of quotations from ``start`` to ``at``."""
        persons = []
        for where, end in self._names(max(0, start), at):
            key = (u.language, where, end)
            if key not in self._read:
                self._read[key] = self._person(u, where, end)
            person = self._read[key]
            if person and not (gender and person.gender and person.gender != gender):
                persons.append((where, person))
        return persons

    def named(self, u: Unit, start: int, at: int) -> list[Speaker]:
        """Persons named outside of quotations and headings from ``start`` to ``at``."""
        return [one._replace(at=where) for where, one in self._persons(u, start, at, "")]

    def person(self, u: Unit, where: int, end: int) -> Speaker | None:
        """The person that a run of capitals names, if it names one."""
        return self._person(u, where, end)

    def _person(self, u: Unit, where: int, end: int) -> Speaker | None:
        """The person that a run of capitals names, if it names one."""
        kept = _kept(self.text[where:end], u.language)
        if not kept:
            return None
        words = self.text[where:end].split()
        bare = len(kept) == len(words)
        bare = bare and kept[0].lower() not in GIVEN and kept[0].lower() not in MONONYMS
        if _BIRTH.search(self.text, max(0, where - 14), where):
            return None  # "She was born Ada Roth in Lund", who is called otherwise now
        if self.text[where - 2 : where] == ", " and self._is_listed(where):
            return None  # "Roth, Ada. Harbours. 1962."
        if bare and self.text.rfind("(", max(0, where - 30), where) > self.text.rfind(
            ")", max(0, where - 30), where
        ):
            return None  # "Ann Lee (Con, St Mark’s)"
        if bare and _ARTICLE.search(self.text, max(0, where - 6), where):
            return None  # "the Radio North"
        if bare and u.language == "de" and _IN.search(self.text, max(0, where - 5), where):
            return None  # "in New Lund"
        author = _WRITTEN_BY.match(self.text, end) if bare else None
        if author is not None and author.group(1).lower() in GIVEN:
            return None  # « Eyewitness Testimony, d'Elizabeth Loftus »
        if bare and u.language == "en" and self._place(u, where):
            return None
        if bare and self.text[where - 1 : where] == " " and self.text[where - 2].isdigit():
            return None  # "17 Milliarden Euro"
        if bare and u.language == "de" and self._inflected(u, where):
            return None  # "in allen Fächern Noten"
        printed = POSSESSIVE.sub("", " ".join(kept)).rstrip(".,")
        if len(kept) > 1 and len(kept[-1]) == 2 and kept[-1][1] == ".":
            printed += "."  # "Ann L."
        if len(kept) == 1 or kept[0].lower() not in GIVEN:
            printed = self.fullest(printed, where, u.language)
        before = words[-2].lower() if len(words) > 1 else ""
        if len(kept) == 1 and (printed.lower() in GIVEN or before in KEPT_TITLES):
            printed = self.called(printed, where)
        titles = [
            known_gender(word, u)
            for word in words[: len(words) - len(kept)]
            if not u.cues.words.get(word.lower(), 0) & (c.POSSESSIVE | c.PRONOUN | c.CLITIC)
        ]
        alone = MONONYMS.get(printed.lower()) or gender_of(printed, u.language)
        own = next((g for g in titles if g), alone)
        if GIVEN.get(printed.split()[0].lower(), own) != own and len(kept) == 1:
            fitting = {form for _, form in self.forms(kept[0], where, u.language)}
            fitting = {form for form in fitting if gender_of(form, u.language) == own}
            printed = fitting.pop() if len(fitting) == 1 else printed  # "Mrs. Roth"
        office = words[-len(kept) - 1] if len(words) > len(kept) else ""
        if not own and office and u.language == "de" and office[-1] != "e" and role_like(office):
            own = "f" if office.endswith("in") else "m"  # "Präsident Kim Roth"
        if not personal(printed, own):
            return None
        if own == alone:  # an ending tells less than the text does
            own = self._gender_of(printed, where, u.language)
        return Speaker(printed, "person", own or self._gender_of(printed, where, u.language), where)

    def _is_listed(self, where: int) -> bool:
        """Whether the given name of an entry of a list stands at ``where``."""
        start = self.text.rfind("\n", 0, where) + 1
        entry = INVERTED.match(self.text, start)
        return entry is not None and entry.start(2) == where

    def _place(self, u: Unit, where: int) -> bool:
        """English: whether a name without a given name is a place's or the rest of a body's
        name by what stands before: "near Holm Park", "the student from Holm Park", "the Centre
        for Rural Safety"."""
        if _BODY.search(self.text, max(0, where - 40), where):
            return True
        before = self.text[max(0, where - 40) : where].split()
        if not before or self.text[where - 1 : where] != " ":
            return False
        if before[-1].lower() in _BEFORE_THINGS:
            return True
        known = u.cues.words.get(before[-2].lower(), 0) if len(before) > 1 else 0
        return before[-1] == "from" and bool(known & c.ROLE)

    def _inflected(self, u: Unit, where: int) -> bool:
        """German: whether a word in lower case with the ending of an article or adjective
        stands before."""
        before = self.text[max(0, where - 24) : where].split(" ")[-2:-1]
        if not before or not before[0].endswith(("en", "em", "es")) or not before[0].isalpha():
            return False
        bits = u.cues.words.get(before[0], 0)
        return before[0].islower() and not bits & (c.VERB | c.AUX | c.SUBORDINATE | c.PREPOSITION)

    def _names(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Runs of capitals outside of quotations from ``start`` to ``stop``.

        A paragraph is searched once, and only if it is asked for; a run that ``start`` or
        ``stop`` cuts is read again.
        """
        found: list[tuple[int, int]] = []
        parts = self._parts
        part = max(0, bisect_right(parts, (start, len(self.text))) - 1)
        while part < len(parts) and parts[part][0] < stop:
            if part not in self._found_names:
                self._found_names[part] = self._names_of(*parts[part])
            heads = parts[part][1] <= stop and self._heads(*parts[part])
            if heads or part in self._salutations:
                part += 1
                continue
            names = self._found_names[part]
            for index in range(max(0, bisect_right(names, (start, start)) - 1), len(names)):
                first, last, outside = names[index]
                if first >= stop:
                    break
                if last <= start:
                    continue
                if start <= first and last <= stop:
                    if outside:
                        found.append((first, last))
                    continue
                cut = NAMES.finditer(self.text, max(first, start), min(last, stop))
                found += [match.span() for match in cut if not self._inside(match.start())]
            part += 1
        return found

    def _gender_of(self, name: str, at: int, language: str) -> str:
        """``m`` or ``f`` by the given name or by the pronouns that follow the name in the
        text, or empty."""
        found = MONONYMS.get(name.lower()) or given_gender(name, language)
        if found or not name:
            return found
        key = (name.rsplit(None, 1)[-1], language)
        if key not in self._genders:
            votes = {"m": 0, "f": 0, "": 0}
            for where in islice(self.occurrences(key[0], at), 12):
                if not self._inside(where) and not self._led(where, language):
                    end = where + len(key[0])
                    votes[referred_gender(self._narrative(end, end + 160), language)] += 1
            male, female = votes["m"], votes["f"]
            self._genders[key] = "m" if male > female else "f" if female > male else ""
        return self._genders[key] or gender_of(name, language)

    def _neuter(self, name: str, at: int) -> bool:
        """English: whether a single name is a body's by the pronoun behind it ("its"),
        or as it is the first word of one: "Holm" of "Holm Partners"."""
        if name not in self._bodies:
            found = []
            for where in islice(self.occurrences(name, at), 8):
                if not self._inside(where):
                    whole = NAMES.match(self.text, where)
                    if whole is not None and not personal(whole.group(), ""):
                        found += ["i"] if " " in whole.group() else []
                    end = where + len(name)
                    match = _ENGLISH_PRONOUN.search(self._narrative(end, end + 120))
                    found += [match.group(1)[0]] if match else []
            self._bodies[name] = "i" in found and not {"h", "s"} & set(found)
        return self._bodies[name]

    def _led(self, at: int, language: str) -> bool:
        """Whether a preposition begins the sentence that the name at ``at`` stands in: "From
        Roth she learned …"."""
        match = _LED.search(self.text, max(0, at - 50), at)
        return match is not None and bool(
            LANGUAGES[language].words.get(match.group(1).lower(), 0) & c.PREPOSITION
        )

    def _narrative(self, start: int, stop: int) -> str:
        """The text outside of quotations from ``start`` to ``stop``."""
        pieces = []
        at = start
        place = bisect_right(self._quoted, (start, start))
        while place < len(self._quoted) and self._quoted[place][0] < stop:
            pieces.append(self.text[at : self._quoted[place][0]])
            at = self._quoted[place][1]
            place += 1
        if at < stop:
            pieces.append(self.text[at:stop])
        return " ".join(pieces)

    def _heads(self, start: int, end: int) -> bool:
        """Whether a paragraph is a heading or says who wrote the text: short, and it ends
        as no sentence does."""
        if end - start >= HEADING or self.text[end - 1] in _ENDINGS:
            return False
        # white space, or the mark of a note that was there, may end a line
        return self.text[start:end].rstrip()[-1:] not in _ENDINGS

    def _names_of(self, start: int, stop: int) -> list[tuple[int, int, bool]]:
        """Runs of capitals that begin or end outside of quotations, and whether they begin
        there."""
        found = []
        for match in NAMES.finditer(self.text, start, stop):
            first, last = match.span()
            outside = not self._inside(first)
            if outside or not self._inside(last - 1):
                found.append((first, last, outside))
        return found

    def in_heading(self, at: int) -> bool:
        """Whether a place stands in a heading."""
        part = bisect_right(self._parts, (at, len(self.text))) - 1
        return part >= 0 and self._heads(*self._parts[part])

    def _inside(self, at: int) -> bool:
        place = bisect_right(self._quote_ends, at)
        return place < len(self._quoted) and self._quoted[place][0] <= at
