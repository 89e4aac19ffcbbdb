"""Speakers: a phrase to the fullest name that the document gives it.

Surnames go back to the full name, pronouns to the last person that fits, "the minister"
to the person who was called one.  The order of preference follows what is known of
anaphora in the news: the last speaker, then the last subject, then the last person named
(after Hobbs, "Resolving Pronoun References", 1978, and Lappin and Leass, 1994, in short).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from citekit.find import cues as c
from citekit.find.cues_de import ROLE_ENDINGS
from citekit.find.quotemarks import Quoted
from citekit.find.quotephrases import Phrase
from citekit.find.quotetokens import NUMBER, Unit
from citekit.find.speakernames import (
    CAPITALISED,
    NAMES,
    NOT_NAMES,
    POSSESSIVE,
    SENTENCE_START,
    apposed,
    gender_of,
    nominative,
    personal,
    second,
    subordinate,
    titled,
)
from citekit.find.speakerpersons import Speaker
from citekit.find.speakersubjects import Subjects

#: How far back a pronoun or a role may refer.
_BACK = 2_500

_PAIR = re.compile(
    rf"(?<![\w-]){CAPITALISED}(?: {CAPITALISED}){{0,2}} (?:and|und|et) {CAPITALISED}"
    rf"(?: {CAPITALISED}){{0,2}}(?=[\s,;:(])"
)
#: The grammatical gender that an article in the nominative shows.
_ARTICLES = {
    "der": "m", "die": "f", "das": "n", "ein": "m", "eine": "f", "le": "m", "la": "f", "un": "m",
    "une": "f",
}  # fmt: skip
_PERSONS = ("person", "role", "either")
_GROUPS = ("group", "either")
_ROLE_NOUN = re.compile(
    r"\b([Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Dd]er|[Dd]ie|[Ee]ine?|[Ss]eine?|[Ii]hre?|[Ll]ea?|[Ll]a|[Uu]ne?"
    r"|[Ss]on|[Ss]a)\s((?:[a-zà-ÿ]+\s)?)([\w-]+)"
)
_LINKED = re.compile(rf" (?:of|for|on) (?:the )?{CAPITALISED}(?: {CAPITALISED})*")
_GROUP_NOUN = re.compile(r"\b([Tt]he|[Dd]as|[Dd]ie|[Dd]er|[Ll][ea]) (\w+)")


_CLAUSE = re.compile(r"[^.!?:;“”„«»\"\n]{0,140}")


class Speakers(Subjects):
    """The speakers of one document, in the order in which they spoke."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        self.history: list[Speaker] = []
        self._nouns: list[re.Match[str]] | None = None
        self._noun_starts: list[int] = []

    def resolve(self, u: Unit, phrase: Phrase, oblique: bool = False) -> Speaker | None:
        """Who a phrase speaks of, remembered as the last speaker; None if nobody is found.

        ``oblique`` says that a German phrase is not in the nominative.
        """
        at = u.starts[phrase.start]
        if phrase.kind == "pronoun":
            found = self._pronoun(u, u.low[phrase.start], at)
        elif phrase.kind == "role":
            found = self._role(u, phrase, at, oblique)
        else:
            found = self._named(u, phrase, at)
        if found is not None:
            self._remember(found, at)
        return found

    def acting(self, at: int) -> Speaker | None:
        """Who acts in the sentence before ``at``, remembered as the last speaker; None if
        nobody does."""
        before = next(self.subjects(at, 600), None)
        if before is None or before.phrase is None:
            return None
        u, phrase = before.u, before.phrase
        place = u.starts[phrase.start]
        if phrase.kind == "self":
            return None
        if phrase.kind == "pronoun":
            found = self._pronoun(u, u.low[phrase.start], place)
        else:
            found = self._subject_speaker(u, phrase)
        if found is None or found.kind not in _PERSONS:
            return None
        self._remember(found, at)
        return found

    def _remember(self, speaker: Speaker, at: int) -> None:
        named = speaker.at if speaker.named < 0 else speaker.named
        self.history.append(speaker._replace(at=at, named=named))
        del self.history[:-12]

    def introduced(self, at: int, language: str) -> Speaker | None:
        """The last person named in full before ``at``."""
        persons = self._persons(Unit(self.text, 0, 0, [], language), 0, at, "")
        full = [person for _, person in persons if " " in person.name]
        return full[-1] if full else None

    # --- names ------------------------------------------------------------------------

    def _named(self, u: Unit, phrase: Phrase, at: int) -> Speaker:
        names = []
        gender = ""
        person = False
        for start, end in phrase.names:
            printed = POSSESSIVE.sub("", u.print(start, end))
            if u.flags[start] & c.DETERMINER and start == phrase.start:
                names.append(printed[0].lower() + printed[1:])
                continue
            bits = u.flags[end - 1]
            if not bits & c.GROUP and not (end - start == 1 and printed.isupper()):
                printed = self.fullest(printed, at, u.language)
                person = True
            names.append(printed)
            gender = self._gender(u, phrase.start, start, printed)
        gender = gender or self._apposed_gender(u, phrase)
        if len(names) > 1:
            joint = {"en": " and ", "de": " und ", "fr": " et "}[u.language]
            name = ", ".join(names[:-1]) + joint + names[-1]
            return Speaker(name, "several", "", at)
        kind = "person" if person and personal(names[0], gender) else "group"
        if kind == "person" and not gender:
            gender = self._gender_of(names[0], u.language)
        if person and kind == "group" and " " not in names[0]:
            kind = "either"
        if names[0][:2] in ("L'", "L’") and kind != "person":
            names[0] = "l" + names[0][1:]
        return Speaker(names[0], kind, gender, at)

    def _about(self, speaker: Speaker) -> str:
        """The words that say who somebody is: up to the end of the clause that names them."""
        match = _CLAUSE.match(self.text, speaker.named)
        return match.group().lower() if match else ""

    def _apposed_gender(self, u: Unit, phrase: Phrase) -> str:
        """The gender that an apposition shows: "…, Professorin für …"."""
        end = phrase.end
        if end >= len(u.words) or u.words[end] != ",":
            return ""
        for i in range(end + 1, min(end + 6, len(u.words))):
            if u.words[i] in ",.:“”":
                break
            if u.language == "de" and u.flags[i] & c.ROLE:
                return "f" if u.low[i].endswith("in") else "m"
            found = u.cues.gender.get(u.low[i], "")
            if found in ("m", "f") and u.flags[i] & c.ROLE:
                return found
        return ""

    def _gender(self, u: Unit, start: int, name: int, printed: str) -> str:
        for i in range(start, name):
            found = u.cues.gender.get(u.low[i], "")
            if found in ("m", "f") and not u.flags[i] & c.POSSESSIVE:
                return found
            if u.language == "de" and u.flags[i] & c.ROLE:
                return "f" if u.low[i].endswith("in") else "m"
        return gender_of(printed)

    # --- pronouns ----------------------------------------------------------------------

    def _pronoun(self, u: Unit, word: str, at: int) -> Speaker | None:
        wanted = u.cues.gender.get(word, "")
        if word in ("his", "her", "sein", "seine", "son", "sa", "their", "its", "ihr", "ihre"):
            wanted = {"his": "m", "her": "f", "sein": "m", "seine": "m"}.get(word, "")
        if wanted == "p" or word in ("their", "ils", "elles"):
            pair = self._pair(u, at)
            if pair is not None:
                return pair
            return self._last(("several", "group", "role"), "", at) or self._last(_PERSONS, "", at)
        if wanted == "n" or word == "its":
            return self._last(_GROUPS, "", at) or self._organisation(u, at)
        if wanted == "fp":
            last = self.history[-1] if self.history else None
            if last is not None and last.kind in ("several", "group") and at - last.at < _BACK:
                return last
            wanted = "f"
        last_person = self._last(_PERSONS, wanted, at)
        if wanted and last_person is not None:
            last_person = self._alone(u, at, wanted, last_person.at) or last_person
        subject = self._subject(u, at, last_person.at if last_person else -1, wanted)
        return (
            subject
            or last_person
            or self._anybody(u, at, wanted)
            or (self._noun(u, at, wanted) or self._ahead(u, at, wanted))
        )

    def _alone(self, u: Unit, at: int, gender: str, since: int) -> Speaker | None:
        """The only person that the paragraph has named, if nobody has spoken in it."""
        floor = max(at - 600, self.text.rfind("\n\n", max(0, at - 600), at))
        if since >= floor or self.text[floor : floor + 1] != "\n":
            return None
        persons = {person.name: person for _, person in self._persons(u, floor, at, "")}
        if len(persons) != 1:
            return None
        (person,) = persons.values()
        return person if person.gender == gender else None

    def _pair(self, u: Unit, at: int) -> Speaker | None:
        """Two people named together since the last speaker: "Lee and Roy (2018)"."""
        since = self.history[-1].at if self.history else 0
        found = None
        for match in _PAIR.finditer(self.text, max(since, at - 700), at):
            if not self._inside(match.start()):
                found = match
        if found is None:
            return None
        return Speaker(found.group(), "several", "", found.start())

    def _last(self, kinds: tuple[str, ...], gender: str, at: int) -> Speaker | None:
        for speaker in reversed(self.history):
            if at - speaker.at > _BACK:
                return None
            fits = not gender or not speaker.gender or speaker.gender == gender
            if speaker.kind in kinds and fits:
                return speaker
        return None

    def _subject(self, u: Unit, at: int, since: int, gender: str) -> Speaker | None:
        """The last person named as a sentence begins, after the last speaker."""
        found = self._acting(at, since, gender)
        start = max(since + 1, at - 1_200, found.at + 1 if found is not None else 0)
        for where, person in self._persons(u, start, at, gender):
            lead = self.text[max(0, where - 60) : where]
            if (
                SENTENCE_START.search(lead)
                or titled(lead, u)
                or second(lead, u)
                or subordinate(lead, u)
                or apposed(lead, self.text[where : where + 60], u)
            ):
                found = person
        return found

    def _acting(self, at: int, since: int, gender: str) -> Speaker | None:
        """The subject of the nearest sentence before ``at`` that fits, after ``since``."""
        for u, phrase, start, _ in self.subjects(at, 1_200):
            if start <= since:
                return None
            if phrase is None or u.ends[phrase.end - 1] > at:
                continue
            speaker = self._subject_speaker(u, phrase)
            if speaker is None or speaker.kind == "several":
                continue
            if speaker.kind == "group" and not (gender and speaker.gender == gender):
                continue
            if not gender or not speaker.gender or speaker.gender == gender:
                return speaker
        return None

    def _subject_speaker(self, u: Unit, phrase: Phrase) -> Speaker | None:
        """Whom the subject of a sentence names, if it is somebody who may speak."""
        at = u.starts[phrase.start]
        if phrase.kind == "name":
            start, end = phrase.names[0]
            word = POSSESSIVE.sub("", u.print(start, end))
            if start == phrase.start and not self.attested(word, at, u.language):
                return None
            speaker = self._named(u, phrase, at)
            return None if speaker.kind == "either" and u.language == "de" else speaker
        if phrase.kind != "role":
            return None
        bits = u.flags[phrase.head]
        if not bits & (c.ROLE | c.GROUP) or u.flags[phrase.start] & NUMBER:
            return None
        speaker = self._role(u, phrase, at, False)
        if speaker is not None and speaker.kind == "group" and not speaker.gender:
            return speaker._replace(gender=_ARTICLES.get(u.low[phrase.start], ""))
        return speaker

    def _ahead(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """The next person named in full: a text may begin with "“…,” she says"."""
        stop = min(len(self.text), at + 400)
        persons = [person for _, person in self._persons(u, at, stop, gender)]
        return persons[0] if persons else None

    def _noun(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """The last person that is not named: "his wife", "der Angeklagte"."""
        found: Speaker | None = None
        for match in self._role_nouns(max(0, at - 400), at):
            printed = match.group()
            noun = match.group(2).strip().lower()
            if u.cues.words.get(noun, 0) & c.ROLE:
                printed = match.group(1) + " " + noun
            else:
                noun = match.group(3).lower()
            bits = u.cues.words.get(noun, 0)
            role = bits & c.ROLE or (u.language == "de" and noun.endswith(ROLE_ENDINGS))
            if not role or self._inside(match.start()):
                continue
            own = u.cues.gender.get(noun, "")
            if not own and u.language == "de":
                own = "f" if match.group(1).lower() in ("die", "eine", "seine", "ihre") else "m"
            if not own and u.language == "fr":
                own = {"la": "f", "une": "f", "sa": "f"}.get(match.group(1).lower(), "m")
            if gender and own and own != gender:
                continue
            name = " ".join(printed.split())
            named = NAMES.match(self.text, match.end() + 2)
            if self.text.startswith(", ", match.end()) and named and named.end() <= at:
                called = self.fullest(named.group().rstrip(".,"), named.start(), u.language)
                found = Speaker(called, "person", own, match.start())
                continue
            found = Speaker(name[0].lower() + name[1:], "role", own, match.start())
        return found

    def _role_nouns(self, start: int, stop: int) -> list[re.Match[str]]:
        """Articles and the nouns after them; the text is searched once."""
        if self._nouns is None:
            self._nouns = list(_ROLE_NOUN.finditer(self.text))
            self._noun_starts = [match.start() for match in self._nouns]
        low = bisect_left(self._noun_starts, start)
        high = bisect_left(self._noun_starts, stop, low)
        return [match for match in self._nouns[low:high] if match.end() <= stop]

    def _anybody(self, u: Unit, at: int, gender: str) -> Speaker | None:
        persons = [
            person for _, person in self._persons(u, at - 1_500, at, gender) if person.gender
        ]
        return persons[-1] if persons else None

    # --- roles --------------------------------------------------------------------------

    def _role(self, u: Unit, phrase: Phrase, at: int, oblique: bool) -> Speaker | None:
        bits = u.flags[phrase.head]
        printed = self._printed(u, phrase, oblique)
        noun = POSSESSIVE.sub("", u.low[phrase.head])
        kind = "group" if bits & c.GROUP else "role"
        if phrase.definite:
            found = self._described(u, phrase, noun, at)
            if found is not None:
                return found
        gender = u.cues.gender.get(noun, "")
        if not gender and u.language == "de" and bits & c.ROLE:
            gender = "f" if noun.endswith("in") else "m"
        if noun.endswith("s") and u.language != "de" and not bits & c.GROUP:
            kind = "several"
        return Speaker(printed, kind, gender, at)

    def _printed(self, u: Unit, phrase: Phrase, oblique: bool) -> str:
        printed = POSSESSIVE.sub("", u.print(phrase.start, phrase.end))
        first = u.flags[phrase.start]
        if first & c.DETERMINER or (
            not u.words[phrase.start].isupper()
            and first & (c.ROLE | c.GROUP)
            and u.language != "de"
        ):
            printed = printed[0].lower() + printed[1:]
        if u.language == "de" and oblique:
            return nominative(u, phrase, printed)
        return printed

    def _described(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """Who was called by this noun before: "the minister"."""
        bits = u.flags[phrase.head]
        if phrase.end - phrase.start > 3 or any(
            u.flags[i] & c.PREPOSITION for i in range(phrase.start, phrase.end)
        ):
            return self._going_on(u, phrase, noun, at)
        for speaker in reversed(self.history):
            if at - speaker.at > _BACK:
                break
            if bits & c.GROUP and speaker.kind != "group":
                continue
            if re.search(rf"\b\w*{re.escape(noun)}\b", self._about(speaker)):
                return speaker
        if noun in _DOCUMENTS:
            return self._issuer(u, at)
        if bits & c.GROUP and not bits & c.ROLE:
            return self._group(u, phrase, noun, at)
        found = self._introduced(u, noun, at)
        if found is not None:
            return found
        last = self.history[-1] if self.history else None
        described = noun.endswith(("jährige", "jähriger", "politiker", "politikerin"))
        if not bits & c.ROLE and not described:
            return None
        if bits & c.ROLE and u.language == "fr" and not noun.endswith("s"):
            wanted = u.cues.gender.get(u.low[phrase.start], "f" if noun.endswith("e") else "m")
            since = max(last.at if last is not None else 0, at - 500)
            near = [one for _, one in self._persons(u, since, at, wanted) if one.gender == wanted]
            if near:
                return near[-1]
        if last is None and described:
            wanted = "f" if u.low[phrase.start] == "die" else "m"
            return self._subject(u, at, -1, wanted)
        if last is not None and last.kind in ("person", "either") and at - last.at < 700:
            wanted = u.cues.gender.get(noun, "")
            if not wanted or not last.gender or wanted == last.gender:
                return last
        return None

    def _going_on(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """The last speaker, called by what he is: "The member for Finley added"."""
        last = self.history[-1] if self.history else None
        if last is None or last.kind != "person" or not u.flags[phrase.head] & c.ROLE:
            return None
        if not 0 < at - last.at < 400 or "\n" in self.text[last.at : at]:
            return None
        wanted = u.cues.gender.get(u.low[phrase.start], "") if u.language == "fr" else ""
        wanted = u.cues.gender.get(noun, wanted)
        if u.language == "de":
            wanted = "f" if noun.endswith("in") else "m"
        return last if last.gender and last.gender == wanted else None

    def _introduced(self, u: Unit, noun: str, at: int) -> Speaker | None:
        """A name beside the same noun earlier: "Defence Minister Ann Lee", "Lee, a minister"."""
        floor = max(0, at - _BACK)
        folded = self.text[floor:at].lower()
        hit = folded.rfind(noun)
        tries = 0
        while hit >= 0 and tries < 6:
            where = floor + hit
            after = where + len(noun)
            match = NAMES.match(self.text, after + 1)
            persons: list[tuple[int, Speaker]] = []
            if match and self.text[after : after + 1] in " ,":
                persons = self._persons(u, after + 1, match.end(), "")
            if not persons:
                near = self._persons(u, where - 70, where, "")
                if (
                    near
                    and "," in self.text[near[-1][0] : where]
                    and not re.search(r"[.!?;]\s", self.text[near[-1][0] + 4 : where])
                ):
                    persons = near
            if persons:
                return persons[0 if match else -1][1]
            hit = folded.rfind(noun, 0, hit)
            tries += 1
        return None

    def _group(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """A group named with this noun ("the ministry"), or the last one that spoke."""
        floor = max(0, at - _BACK)
        best: Speaker | None = None
        for match in NAMES.finditer(self.text, floor, at):
            if noun in match.group().lower() and len(match.group().split()) > 1:
                name = POSSESSIVE.sub("", match.group())
                head = name.split(None, 1)
                if head[0].lower() in ("the", "der", "die", "das", "le", "la"):
                    name = head[1]
                best = Speaker(name, "group", "", match.start())
        if best is not None and u.language == "en":
            return best
        if noun in ("group", "organization", "organisation", "company", "firm", "groupe", "charity",
                    "gruppe", "organisation", "unternehmen", "konzern", "entreprise"):  # fmt: skip
            return self._last(("group",), "", at) or self._organisation(u, at)
        return None

    def _organisation(self, u: Unit, at: int) -> Speaker | None:
        """The last name at a sentence's beginning that is no person's."""
        found: Speaker | None = None
        known = u.cues.words
        linked_end = 0
        for start, end in self._names(max(0, at - 1_200), at):
            if start < linked_end:
                continue
            words = self.text[start:end].split()
            while words and known.get(words[0].lower(), 0) & (NOT_NAMES | c.DETERMINER):
                words.pop(0)
            if not words or gender_of(" ".join(words)):
                continue
            if known.get(words[-1].lower(), 0) & (c.TIME | c.TITLE):
                continue
            name = " ".join(words)
            linked = _LINKED.match(self.text, end)
            if known.get(words[0].lower(), 0) & c.GROUP and linked and linked.end() <= at:
                name += linked.group()
                linked_end = linked.end()
            elif len(words) == 1 and not words[0].isupper():
                continue
            printed = self.text[start:end]
            if self.text[max(0, start - 4) : start].lower() == "the " or printed[:4] == "The ":
                name = "the " + name
            found = Speaker(POSSESSIVE.sub("", name), "group", "", start)
        return found

    def _issuer(self, u: Unit, at: int) -> Speaker | None:
        """Who issued "the statement": the last group that spoke or was named."""
        last = self._last(("group",), "", at)
        if last is not None or u.language != "de":
            return last
        found: Speaker | None = None
        for match in _GROUP_NOUN.finditer(self.text, max(0, at - 500), at):
            noun = match.group(2).lower()
            bits = u.cues.words.get(noun, 0)
            if noun in _DOCUMENTS or self._inside(match.start()):
                continue
            if bits & c.GROUP or noun.endswith(("ministerium", "behörde", "verband", "amt")):
                name = match.group()
                found = Speaker(name[0].lower() + name[1:], "group", "", match.start())
        return found


#: Nouns of texts that a group puts out.
_DOCUMENTS = frozenset(
    """statement communique communiqué mitteilung pressemitteilung erklärung stellungnahme
    press_release schreiben""".split()
)
