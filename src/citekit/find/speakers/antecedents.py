"""Whom a pronoun may go back to: persons, pairs of them, roles and groups named before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from citekit.find.cues import bits as c
from citekit.find.cues.german import ROLE_ENDINGS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, Unit
from citekit.find.speakers.documents import Documents
from citekit.find.speakers.french import joined, noun_gender, somebody
from citekit.find.speakers.groups import BACK
from citekit.find.speakers.introduced import OWNERS
from citekit.find.speakers.leads import apposed, second, subordinate, titled
from citekit.find.speakers.names import CAPITALISED, NAMES, POSSESSIVE, SENTENCE_START
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.roles import GROUPS, PERSONS

_PAIR = re.compile(
    rf"(?<![\w-]){CAPITALISED}(?: {CAPITALISED}){{0,2}} (?:and|und|et) (?:{CAPITALISED} [A-Z]\."
    rf" {CAPITALISED}(?=[\s,;:(.])|{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?=[\s,;:(]))"
)
_RELATIVES = frozenset(
    """sohn tochter vater mutter bruder schwester mann frau opa oma großvater großmutter onkel tante
    enkel enkelin fils fille père mère frère sœur mari femme grand-père grand-mère oncle tante
    épouse époux""".split()
)
_BETWEEN = ("between ", "zwischen ", "entre ")
_ROLE_NOUN = re.compile(
    r"\b([Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Dd]er|[Dd]ie|[Ee]ine?|[Ss]eine?|[Ii]hre?|[Ll]ea?|[Ll]a|[Uu]ne?"
    r"|[Ss]on|[Ss]a|du|au|[Mm]y|[Mm]eine?|[Mm]on|[Mm]a|[Ll]['’])(?:\s|(?<=['’]))"
    r"((?:(?!(?:le|la|du|au|une?)\s)[a-zà-ÿ]+\s)?)(?!(?:le|la|du|au|une?)\b)([\w-]+)"
)
#: A preposition that stands before a place.
_PLACED = re.compile(r"\b(?:in|at|near|à|en|nach|pour|vers)\s$", re.I)
#: A sentence of whoever writes the text, up to its end.
_OWN = re.compile(r"(?:[.!?…”\"]\s|\n)(?:I|We|Ich|Wir|Je|J['’]|Nous)\b[^.!?\n“”„«»]*\Z")
_OWNED = re.compile(rf"(?:{CAPITALISED} ){{0,3}}[^\W\d_]+[’']s?\b")
#: Somebody's kin or fellow inside a sentence, before the name.
_KIN = {
    "en": re.compile(r"[a-z;,] (his|her) (?:[a-z-]+ )?[a-z]+,? $"),
    "de": re.compile(r"\b([Ss]eine?|[Ii]hre?) (?:[a-zäöü]+ )?[A-ZÄÖÜ][a-zäöüß]+,? $"),
    "fr": re.compile(r"\b([Ss]on|[Ss]a) (?:[a-zéè]+ )?[a-zéèêœ-]+,? $"),
}
#: Prepositions before somebody who is not the one that acts.
_BESIDE = frozenset(
    """From With Like Unlike Against After Before Of About Von Mit Gegen Bei Nach Vor Über De D’
    D' Avec Contre Sur Après Avant Chez""".split()
)
_SEVERAL = re.compile(r"\b(?:les|des|aux|ses|leurs|ces)\s([\w-]+s)\b", re.I)
#: German endings of nouns of people in the plural.
_PEOPLE = tuple("er innen leute frauen isten enten anten logen eure linge ende".split())
#: French words for who was named last, in the singular.
LAST = {"celui-ci": "m", "celle-ci": "f", "ce": "m", "cette": "f"}

_THEIRS = {"m": frozenset(("he", "his", "him")), "f": frozenset(("she", "her"))}
#: Those who ask for the press.
_PRESS = frozenset("interviewer reporter reporters journalist journalists biographer".split())
_WHO = re.compile(r", who(?:se|m)? ")
#: What somebody is introduced with who may not be spoken of again.
_PASSING = frozenset("a an one another".split())


#: Before whom somebody speaks or writes to.
_TOWARDS = re.compile(r"\b(?:to|à|an)\s$")
#: Before whom letters go to: « Les lettres de la marquise à sa fille ».
_LETTERS = re.compile(r"\b(?:letters?|[Ll]ettres?|Briefe?n?)\b[^.,;:!?“”«»„]{0,40}\b(?:to|à|an)\s$")
#: What begins a clause that stands for whoever does something.
_WHOEVER = frozenset("wer whoever quiconque qui".split())
#: What begins a clause that says where somebody speaks.
_WHEREVER = frozenset("wo worin dem der where which où lequel laquelle".split())


def _known(u: Unit, role: Speaker) -> bool:
    """Whether a noun of a person tells the gender: "a woman"."""
    return any(u.cues.gender.get(word, "") for word in role.name.split())


def subject_of_what(u: Unit, pronoun: int) -> Phrase | None:
    """English: the thing that begins a sentence, if "what it calls “…”" follows, which it
    stands for: "A letter against what it calls “…”"."""
    if u.low[max(0, pronoun - 1) : pronoun] != ["what"]:
        return None
    found = clause_subject(u, u.bounds(pronoun)[0], pronoun)
    thing = found is not None and found.kind == "role" and not u.flags[found.head] & c.ROLE
    return found if thing else None


class Antecedents(Documents):
    """Those in one document for whom a pronoun may stand."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        self._nouns: list[re.Match[str]] | None = None
        self._noun_starts: list[int] = []
        #: Whether sentences begin with the persons named at these places.
        self._leads: dict[tuple[int, str, str], bool] = {}

    def _where(self, u: Unit, pronoun: int) -> Speaker | None:
        """Who begins a sentence with a name alone, for the pronoun of a clause behind that says
        where they speak: "Roth widerspricht im Vorwort, wo er von „…“ spricht", "Roth objects in
        the preface, where he speaks of “…”", « Roth le nie en préface, où il parle de « … » »."""
        at = pronoun - 1
        if u.low[at] not in _WHEREVER or at < 2:
            return None
        at -= u.low[at - 1] in ("in", "auf", "dans")
        low = u.bounds(pronoun)[0]
        gender = u.cues.gender.get(u.low[pronoun], "")
        whose = gender in ("m", "f", "fp") and u.words[at - 1] == "," and u.flags[low] == CAPITAL
        first = parse(u, low, at) if whose else None
        if first is None or first.kind != "name" or len(first.names) != 1 or first.end > at - 2:
            return None
        verb = first.end
        while u.flags[verb] & c.CLITIC:
            verb += 1
        says = u.flags[verb] & (c.SAY | c.WEAK | c.ACT) and not u.flags[verb] & CAPITAL
        if not says or any(self._persons(u, u.ends[verb], u.starts[at], "")):
            return None
        found = self._named(u, first, u.starts[low])
        return found if found.kind in PERSONS and found.gender in ("", gender[:1]) else None

    def issuing(self, at: int) -> Speaker | None:
        """The body, or those by one word, who act in one of the sentences of the paragraph
        before ``at``, nobody else by name since: a statement that the text says nobody's is
        theirs."""
        floor = self._parts[max(0, bisect_right(self._parts, (at, len(self.text))) - 1)][0]
        for u, phrase, start, _ in self.subjects(at, 600):
            if start < floor:
                return None
            if phrase is None or phrase.kind not in ("name", "role"):
                continue
            found = self._subject_speaker(u, phrase)
            beside = u.flags[phrase.end : phrase.end + 1]
            acts = phrase.kind == "name" and not (beside and beside[0] & c.PREPOSITION)
            if found is None and acts:  # but not "Allein in diesem Jahr"
                found = self._named(u, phrase, u.starts[phrase.start])
            if found is None:
                continue
            article = u.flags[phrase.start] & c.DEFINITE and phrase.kind == "name"
            body = found.kind == "person" and article and not found.gender  # "Die Deutsche Bahn"
            if body or found.kind in ("group", "either", "several"):
                return found
            if found.kind == "person":
                return None
        return None

    def _single(self, u: Unit, at: int) -> Speaker | None:
        """The last speaker that is a group or thing, in English none in the plural."""
        for speaker in reversed(self.history):
            if at - speaker.at > BACK:
                return None
            noun = speaker.name.rsplit(None, 1)[-1]
            several = u.language == "en" and noun.islower() and noun.endswith("s")
            if speaker.kind in GROUPS and not (several and not noun.endswith("ss")):
                return speaker
        return None

    def _last_named(self, u: Unit, i: int, at: int) -> Speaker | None:
        """French: whom « celui-ci » and « ce dernier » stand for: who was spoken of last."""
        gender = LAST[u.low[i]]
        persons = self._persons(u, at - 500, at, gender)
        noun = self._noun(u, at, gender)
        named = persons[-1][1] if persons and persons[-1][1].gender == gender else None
        elided = noun is not None and noun.kind == "role" and noun.name[1] in "'’"
        if noun is not None and noun.name[:3] in ("le ", "la ") and u.low[i] in ("ce", "cette"):
            elided = somebody(noun.name.split()[-1]) and "\n" not in self.text[noun.at : at]
            elided = elided and self.text[noun.at - 4 : noun.at] != "par "
        full = {one.name for _, one in persons if " " in one.name}
        if named is not None and elided and full == {named.name}:
            return named  # « l'enseignant » is who was named
        if named is None or (noun is not None and noun.at > named.at + len(named.name)):
            return noun if noun is not None and at - noun.at < 250 else None
        return named

    def _last_several(self, u: Unit, at: int) -> Speaker | None:
        """French: the people for whom « ceux-ci » and « ces derniers » stand."""
        since = max(0, at - 300)
        for match in reversed(list(_SEVERAL.finditer(self.text, since, at))):
            noun = match.group(1)
            words = u.cues.words
            people = words.get(noun, 0) & c.GROUP or words.get(noun[:-1], 0) & c.ROLE
            if people and not self._inside(match.start()):
                return Speaker(f"les {noun}", "group", "p", match.start())
        return None

    def _people(self, at: int) -> Speaker | None:
        """German: for whom "sie" with a verb in the plural stands, where no two are named
        together: the nearest subject in the plural, or a body."""
        for u, phrase, _, _ in self.subjects(at, 700):
            if phrase is None or phrase.kind != "role" or u.ends[phrase.end - 1] > at:
                continue
            place = u.starts[phrase.start]
            found = self._role(u, phrase, place, False)
            if found is not None and found.kind in ("several", "group"):
                return found
            noun = u.low[phrase.head]
            people = u.flags[phrase.head] & c.ROLE or noun.endswith(_PEOPLE)
            verbs = (
                u.low[phrase.end : phrase.end + 1] + u.low[max(0, phrase.start - 1) : phrase.start]
            )
            if people and any(verb.endswith("en") or verb == "sind" for verb in verbs):
                return Speaker(self._printed(u, phrase, False), "several", "p", place)
        return None

    def _named_latter(self, u: Unit, i: int, at: int) -> Speaker | None:
        """French: whom « celui-ci » stood for, if it is the last subject before « il »."""
        for sentence in self.subjects(at, 300):
            before, phrase = sentence.u, sentence.phrase
            if phrase is not None and before.starts[phrase.start] < at:
                start = phrase.start
                word = before.low[start]
                one = word in ("celui-ci", "celle-ci") and phrase.kind == "pronoun"
                fits = one and LAST[word] == u.cues.gender.get(u.low[i])
                return self._last_named(before, start, before.starts[start]) if fits else None
        return None

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

    def _alone_before(self, u: Unit, at: int, gender: str, since: int) -> Speaker | None:
        """English: the only person of a gender whom the paragraph before names, if nobody
        spoke in it whom the pronoun may mean, and it speaks of nobody of this gender
        first: "They turned to the sister, Ada Roth.¶ “Not now,” she said"."""
        part = bisect_right(self._parts, (at, len(self.text))) - 1
        if u.language != "en" or part < 1 or self._persons(u, self._parts[part][0], at, ""):
            return None
        start, end = self._parts[part - 1]
        own = self._narrative(self._parts[part][0], at).split()
        if since >= start or (own and u.cues.gender.get(own[0].lower()) != gender):
            return None
        persons = {person.name: person for _, person in self._persons(u, start, end, gender)}
        if len(persons) != 1:
            return None
        (person,) = persons.values()
        before = self._narrative(start, self.text.find(person.name.split()[-1], start)).lower()
        theirs = not _THEIRS[gender].isdisjoint(re.findall(r"[a-z]+", before))
        acting = self._acting(at, start - 1, gender, PERSONS)
        other = acting is not None and acting.name != person.name
        return None if theirs or other or person.gender != gender else person

    def _of_whom(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """The only person of a gender whom the sentence before names, if its subject is whoever
        reads or knows them, so that an object only says what they are: "Whoever reads Erasmus
        meets a man who wastes paper. To More he wrote …"."""
        before = next((one for one in self.subjects(at, 400) if one.end <= at), None)
        if before is None or self.text[before.start : before.end].endswith("?"):
            return None
        if self.text[before.start : before.end].split(None, 1)[0].lower() not in _WHOEVER:
            return None
        named = self._persons(before.u, before.start, before.end, gender)
        persons = {person.name: person for _, person in named}
        return next(iter(persons.values())) if len(persons) == 1 else None

    def _turned_to(self, u: Unit, role: Speaker, gender: str, at: int) -> Speaker | None:
        """English: the only person of a gender named since somebody of unknown gender acted,
        if a clause says who it is: "The clerk sent her to Jan Roth, who ran it. He said …"."""
        if u.language != "en":
            return None
        named = [one for _, one in self._persons(u, role.at + 1, at, gender)]
        persons = {one.name: one for one in named if not self._words(u, one.name, one.at)}
        if len(persons) != 1:
            return None
        (person,) = persons.values()
        end = person.at + len(person.name)
        new = role.name.startswith(("a ", "an "))
        known = person.gender == gender and (
            new or _WHO.search(self.text, person.at, end + 12) is not None
        )
        return person if known else None

    def _lasting(self, u: Unit, last: Speaker, gender: str, at: int) -> Speaker:
        """English: the last speaker, or, if that is one in passing of a paragraph before ("a
        neighbour", "her mother"), the named person of this gender who spoke before."""
        if not self._passing(u, last, gender, at):
            return last
        for speaker in reversed(self.history):
            if at - speaker.at > BACK:
                break
            if speaker.kind == "person" and speaker.gender == gender:
                return speaker
        found = self._anybody(u, at, gender)
        return found if found is not None and found.gender == gender else last

    def _theirs(self, u: Unit, kin: Speaker, last: Speaker, at: int) -> bool:
        """Whether somebody acted who is only the kin of whoever spoke last in the paragraph:
        "Her mother held the rope. “I was five,” she says"."""
        word = kin.name.split()[0]
        own = last.gender if word in ("son", "sa") else OWNERS.get(word, "")
        if kin.kind != "role" or not own or own != last.gender:
            return False
        if u.language != "en" and kin.name.split()[-1].lower() not in _RELATIVES:
            return False
        return last.kind == "person" and "\n" not in self.text[last.at : at]

    def _past_kin(
        self, u: Unit, subject: Speaker, last: Speaker | None, gender: str, pronoun: int
    ) -> Speaker | None:
        """Who acted last, or the person whose kin that is; None if it is the last speaker's."""
        if last is not None:
            return None if self._theirs(u, subject, last, u.starts[pronoun]) else subject
        return self._whose(u, subject, gender, pronoun) or subject

    def _whose(self, u: Unit, kin: Speaker, gender: str, pronoun: int) -> Speaker | None:
        """English: the person of this gender of whom the sentence before spoke and whose kin
        acted last, if the words are for the press: "Ada Roth grew up in Lund. Her mother took in
        washing. “We had little,” she told an interviewer"."""
        at = u.starts[pronoun]
        if _PRESS.isdisjoint(u.low[pronoun + 1 : pronoun + 5]) or "\n" in self.text[kin.at : at]:
            return None
        before = next(self.subjects(kin.at, 300), None)
        if OWNERS.get(kin.name.split()[0], "") != gender or before is None or not before.phrase:
            return None
        found = self._subject_speaker(before.u, before.phrase)
        person = found is not None and found.kind == "person" and found.gender == gender
        return found if person else None

    def _passing(self, u: Unit, role: Speaker, gender: str, at: int) -> bool:
        """English: whether somebody of a paragraph before was there in passing."""
        if u.language != "en" or role.kind != "role" or "\n" not in self.text[role.at : at]:
            return False
        first = role.name.split()[0]
        own = {"his": "m", "her": "f"}.get(first, "") == gender
        return own or (first in _PASSING and not _known(u, role))

    def _pair(self, at: int) -> Speaker | None:
        """Two people named together since the last speaker: "Lee and Roy (2018)"."""
        since = self.history[-1].at if self.history else 0
        found = None
        for match in _PAIR.finditer(self.text, max(since, at - 700), at):
            lead = self.text[max(0, match.start() - 9) : match.start()]
            if not self._inside(match.start()) and not lead.endswith(_BETWEEN):
                found = match
        if found is None:
            return None
        return Speaker(found.group(), "several", "", found.start())

    def _subject(self, u: Unit, at: int, since: int, gender: str) -> Speaker | None:
        """The last person named as a sentence begins, after the last speaker."""
        found = self._acting(at, since, gender)
        start = max(since + 1, at - 1_200, found.at + 1 if found is not None else 0)
        last = NAMES.match(self.text, since) if since >= 0 else None
        named = last.end() if last is not None and not POSSESSIVE.search(last[0]) else 0
        for where, person in self._persons(u, start, at, gender):
            if where < named or (found is not None and found.name.endswith(person.name)):
                continue  # a part of the name of who spoke last
            key = (where, person.name, u.language)
            if key not in self._leads:
                titled = self._words(u, person.name, where)
                self._leads[key] = not titled and self._begins(u, where, person)
            if self._leads[key]:
                found = person
        return found

    def _begins(self, u: Unit, where: int, person: Speaker) -> bool:
        """Whether a person named at ``where`` is what the sentence begins with."""
        lead = self.text[max(0, where - 60) : where]
        if _PLACED.search(lead) and person.name.split()[0].lower() not in GIVEN:
            return False  # "At Norra Vik, mapped in 1906, …"
        if lead.endswith(("It was ", "It is ")) and _OWNED.match(self.text, where):
            return False  # "It was Roth’s view that …"
        if lead.endswith(" than "):
            return False  # "Smith was less surprised than Burke."
        if _OWN.search(self.text, max(0, where - 160), where):
            return True  # "I read it to Captain Roth. He listened"
        kin = _KIN[u.language].search(lead)
        if kin and person.gender and person.gender == self._owner(u, kin.group(1), where):
            return False  # "her mother, Ada, took in washing"
        if self.text[where : where + 20].split()[0] in _BESIDE:
            return False  # "From Roth she learned …"
        return bool(
            SENTENCE_START.search(lead)
            or titled(lead, u)
            or second(lead, u)
            or subordinate(lead, u)
            or (u.language == "fr" and joined(lead, self.text[where : where + 60], u))
            or apposed(lead, self.text[where : where + 60], u)
        )

    def _ahead(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """The next person named in full: a text may begin with "“…,” she says"; further down
        in the paragraph."""
        part = max(0, bisect_right(self._parts, (at, len(self.text))) - 1)
        stop = min(self._parts[part][1] if part > 1 else len(self.text), at + 400)
        for where, person in self._persons(u, at, stop, gender):
            if not self.text.endswith((" à ", " to ", " told "), at, where):  # who is spoken to
                return person
        return None

    def _noun(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """The last person that is not named: "his wife", "der Angeklagte"."""
        found: Speaker | None = None
        for match in self._role_nouns(max(0, at - 400), at):
            printed = match.group()
            noun = match.group(2).strip().lower()
            if u.cues.words.get(noun, 0) & c.ROLE:
                printed = match.group(1) + ("" if match.group(1)[-1] in "'’" else " ") + noun
            else:
                noun = match.group(3).lower()
            bits = u.cues.words.get(noun, 0)
            role = bits & c.ROLE or (u.language == "de" and noun.endswith(ROLE_ENDINGS))
            role = role or (u.language == "fr" and somebody(noun))
            role = role or self._new_person(u, match)
            if not role or self._inside(match.start()):
                continue
            lead = self.text[max(0, match.start() - 60) : match.start()]
            if _LETTERS.search(lead):
                continue
            if _TOWARDS.search(lead):
                subject = self._writing_to(match, at, gender)
                if subject is not None or OWNERS.get(match.group(1).lower(), "-") == gender:
                    found = subject or found
                    continue
            own = u.cues.gender.get(noun, "")
            if not own and u.language == "de":
                own = "f" if match.group(1).lower() in ("die", "eine", "seine", "ihre") else "m"
            if not own and u.language == "fr":
                article = match.group(1).lower()
                own = {"la": "f", "une": "f", "sa": "f"}.get(article, "m")
                own = noun_gender(noun, u.cues.words) if article[-1] in "'’" else own
            if gender and own and own != gender:
                continue
            name = " ".join(printed.split())
            if u.language == "fr" and name[:3] in ("du ", "au "):
                name = "le " + name[3:]
            titled = NAMES.match(self.text, match.end() + 1) if u.language == "fr" else None
            if titled and self.text[match.end()] == " " and titled.end() <= at:
                called = self.fullest(titled.group().rstrip(".,"), titled.start(), u.language)
                found = Speaker(called, "person", own, match.start())  # « le chef Jean Roy »
                continue
            named = NAMES.match(self.text, match.end() + 2)
            if self.text.startswith(", ", match.end()) and named and named.end() <= at:
                called = self.fullest(named.group().rstrip(".,"), named.start(), u.language)
                found = Speaker(called, "person", own, match.start())
                continue
            found = Speaker(name[0].lower() + name[1:], "role", own, match.start())
        return found

    def _writing_to(self, match: re.Match[str], at: int, gender: str) -> Speaker | None:
        """The person by name that is the subject of the sentence in which somebody is spoken or
        written to: "Holm wrote to his son for years. “…,” he said."; not "Holm spoke to his
        mother. “…,” she said."."""
        if OWNERS.get(match.group(1).lower(), gender) != gender:
            return None
        sentence = next(iter(self.subjects(match.end(), 400)), None)
        if sentence is None or sentence.phrase is None or sentence.phrase.kind != "name":
            return None
        u, phrase = sentence.u, sentence.phrase
        if len(phrase.names) > 1 or sentence.end > at:
            return None
        verbs = range(phrase.end, bisect_left(u.starts, match.start()))
        found = self._named(u, phrase, u.starts[phrase.start])
        fits = found.kind in PERSONS and found.gender in ("", gender)
        return found if fits and any(u.flags[k] & c.SAY for k in verbs) else None

    def _new_person(self, u: Unit, match: re.Match[str]) -> bool:
        """Whether the form or a clause says that somebody new is a person: "eine Lokführerin",
        "a watchman, who nods"."""
        article, noun = match.group(1).lower(), match.group(3)
        if u.language == "de":
            return article == "eine" and noun[0].isupper() and noun.endswith("in") and len(noun) > 5
        new = u.language == "en" and article in ("a", "an")
        return new and self.text[match.end() :][:6].lstrip(",").startswith(" who ")

    def _role_nouns(self, start: int, stop: int) -> list[re.Match[str]]:
        """Articles and the nouns after them; the text is searched once."""
        if self._nouns is None:
            nouns = _ROLE_NOUN.finditer(self.text)
            self._nouns = [one for one in nouns if not self.greets(one.start())]
            self._noun_starts = [match.start() for match in self._nouns]
        low = bisect_left(self._noun_starts, start)
        high = bisect_left(self._noun_starts, stop, low)
        return [match for match in self._nouns[low:high] if match.end() <= stop]

    def _anybody(self, u: Unit, at: int, gender: str) -> Speaker | None:
        persons = [
            person
            for where, person in self._persons(u, at - 1_500, at, gender)
            if person.gender
            and (
                person.name.split()[0].lower() in GIVEN
                or not _PLACED.search(self.text[max(0, where - 9) : where])
            )
        ]
        return persons[-1] if persons else None
