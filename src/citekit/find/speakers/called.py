"""Whom a name means: a family name, a given name, a title and a name, a group's name."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.english import KEPT_TITLES
from citekit.find.cues.german import SHORT_ROLES
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.bodies import topical
from citekit.find.grammar.owners import attribute
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, Unit
from citekit.find.speakers.genders import given_gender, office_gender
from citekit.find.speakers.groups import BACK, Groups
from citekit.find.speakers.names import (
    NAMES,
    POSSESSIVE,
    abstract,
    gender_of,
    letters,
    nominative,
    personal,
    role_like,
)
from citekit.find.speakers.persons import Speaker

#: German prepositions with an article in them.
ARTICLED = {"beim": "dem", "im": "dem", "vom": "dem", "zum": "dem", "am": "dem", "zur": "der"}
#: Words that tie the parts of a name of a group.
_LINKS = frozenset("of for on de du des la d' d’ pour et".split())
#: Endings of French names of peoples; what stands before them.
_PEOPLES = tuple(
    f"{ending} "
    for ending in """ois oise ais aise ien ienne ain aine éen éenne and ande ol ole
    ard arde in ine elge uisse""".split()
)
_BESIDE = ("le ", "la ", "l’", "l'", " un ", "une ")


#: Before German family names, never before given names.
_COURTESIES = frozenset("Frau Herr Herrn".split())


def _owns(u: Unit, start: int, end: int) -> bool:
    """German: whether a name of one word that ends in "-s" is the genitive of another: before a
    noun of speech or of a work, also with an adjective ("Roths berühmter Satz"), or behind one
    ("das Diktum Roths")."""
    at = end + (end + 1 < len(u.flags) and attribute(u, end))
    behind = u.flags[at] if at < len(u.flags) else 0
    if behind & CAPITAL and behind & (c.SPEECH | c.SOURCE | c.WORK | c.SHEET):
        return True
    before = u.flags[start - 1] if start else 0
    return bool(before & CAPITAL and before & c.SPEECH)


class Called(Groups):
    """The names of one document, and who spoke so far."""

    def _compatriot(self, u: Unit, start: int, end: int, at: int) -> str:
        """French: the name beside which the text has said where somebody is from: « le
        Danois » after « le Danois Ole Holm »; "" if there is none."""
        if u.language != "fr" or end - start != 2:
            return ""
        people = u.words[start + 1] + " "
        if not people.endswith(_PEOPLES):
            return ""
        found = self.text.rfind(people, max(0, at - BACK), at - 1)
        while found > 0:
            before = self.text[max(0, found - 4) : found].lower()
            match = NAMES.match(self.text, found + len(people))
            if match and " " in match.group() and before.endswith(_BESIDE):
                return match.group()
            found = self.text.rfind(people, max(0, at - BACK), found)
        return ""

    def _office_holder(self, u: Unit, start: int, end: int) -> tuple[int, int]:
        """English: the name behind an office in capitals with what it is of: "US Secretary of
        health Ann Lee", where the tokens ``start`` to ``end`` are "US Secretary"."""
        if u.language != "en" or not u.flags[end - 1] & c.ROLE or u.low[end : end + 1] != ["of"]:
            return start, end
        first = end + 1
        while first < min(end + 5, len(u.low)) and u.words[first].islower():
            first += 1
        last = first
        while last < len(u.low) and u.flags[last] & CAPITAL and u.words[last][0].isupper():
            last += 1
        named = last - first > 1 and u.low[first] in GIVEN
        return (first, last) if named else (start, end)

    def _named(self, u: Unit, phrase: Phrase, at: int) -> Speaker:
        names = []
        gender = ""
        person = False
        for start, end in phrase.names:
            if u.language == "fr" and u.low[start] in ("un", "une") and u.low[start + 1] in GIVEN:
                start += 1  # « un Jean Roth excédé »
            if u.language == "en" and end - start > 2 and u.low[start].endswith("-old"):
                start += 1  # "Nineteen-year-old Ann Lee"
            own = u.language == "de" and end - start == 2 and self._genitive(u, start, at)
            if own:
                end = start + 1
            elif u.language == "de" and end - start == 3 and u.low[start] in GIVEN:
                noun = u.flags[end - 1] & (c.SPEECH | c.ROLE | c.GROUP | c.WORK)
                whose = u.words[start + 1]
                lone = u.low[start + 1] not in GIVEN and whose[-2:] not in ("ss", "us", "is")
                own = bool(noun or lone) and whose.endswith("s")  # "Jan Roths Urteil"
                end -= own or self._object_behind(u, start, end, at)
            start, end = self._office_holder(u, start, end)
            whole = u.flags[start] & c.DETERMINER  # "the Labour MP"
            if end - start > 2 and letters(u.words[end - 1]) and not whole:
                end -= 1  # "Ada Roth KC"
            printed = POSSESSIVE.sub("", u.print(start, end))
            printed = self._small(printed, u)
            if u.language == "de" and end - start == 1 and printed[-1] == "s":
                if printed.lower() not in GIVEN and (own or _owns(u, start, end)):
                    own = False
                    printed = printed[:-1]  # "Roths Urteil": else "Fuchs’ Urteil"
                else:
                    printed = self._uninflected(printed, at)
            elif (
                u.language == "de"
                and not own
                and printed[-1] == "s"
                and self._declined(u, start, end)
            ):
                noun = end + (end + 1 < len(u.flags) and attribute(u, end))
                noun = noun < len(u.flags) and u.flags[noun] & CAPITAL
                printed = printed[:-1] if noun else printed  # "Ada Roths Urteil"
            if u.flags[start] & c.DETERMINER and start == phrase.start:
                known = self._compatriot(u, start, end, at) or self._articled(u, printed, at)
                if known:
                    printed = self.fullest(known, at, u.language)
                    names.append(printed)
                    gender = self._gender(u, start, start + 1, printed)
                    person = True
                    continue
                own = self.own_article(u, printed, at)
                names.append(printed if own else printed[0].lower() + printed[1:])
                continue
            bits = u.flags[end - 1]
            initial = len(printed) == 2 and printed[1] == "."  # "Jan R.", then "R."
            if not bits & c.GROUP and (initial or end - start > 1 or not printed.isupper()):
                if own:
                    printed = printed[:-1]
                title = u.words[start - 1] if start > phrase.start else ""
                printed = self._surnamed(printed, at, u.language)
                family = u.language == "de" and title in _COURTESIES
                full = self._with_title(title, printed, at, u) or self.fullest(
                    printed, at, u.language, family
                )
                told = u.cues.gender.get(title.lower(), "")
                known = GIVEN.get(full.split()[0].lower(), told)
                if told not in ("m", "f") or known == told or " " in printed:
                    printed = full  # not "Jan Roth" of Mrs Roth
                person = True
                bare = " " not in printed
                if family and bare:
                    pass
                elif bare and (printed.lower() in GIVEN or title.lower() in KEPT_TITLES):
                    printed = self.called(printed, at)
                elif bare:
                    printed = self._courteous(printed, at)
                elif printed.split()[0].lower() in KEPT_TITLES and printed.count(" ") == 1:
                    titled = printed.split()[1]  # "Prince Osei"
                    full = self.called(titled, at)
                    if full == titled:
                        full = self.fullest(titled, at, u.language)
                        full = full if full.split()[0].lower() in GIVEN else titled
                    printed = printed if full == titled else full
            names.append(printed)
            gender = self._gender(u, phrase.start, start, printed)
        gender = gender or self._apposed_gender(u, phrase)
        if len(names) > 1:
            if not all(" " in name for name in names):
                names = [POSSESSIVE.sub("", u.print(start, end)) for start, end in phrase.names]
            joint = {"en": " and ", "de": " und ", "fr": " et "}[u.language]
            name = ", ".join(names[:-1]) + joint + names[-1]
            return Speaker(name, "several", "", at)
        known = gender or gender_of(names[0], u.language)
        kind = "person" if person and personal(names[0], known) else "group"
        if kind == "person" and not gender:
            gender = self._gender_of(names[0], at, u.language)
        if person and kind == "group" and " " not in names[0]:
            kind = "either"
            if u.language == "en" and self._neuter(names[0], at):
                kind = "group"
            if u.language == "en":
                gender = gender or self._genders.get((names[0], u.language), "")
        article = phrase.names[0][0] - 1
        if kind == "group" and article >= phrase.start and u.flags[article] & c.DEFINITE:
            linked = any(word in _LINKS for word in names[0].split()[1:-1])
            linked = linked or (u.language == "fr" and any(map(str.islower, names[0].split())))
            if linked and u.language in ("en", "fr"):
                start = u.starts[article]
                names[0] = self.text[start : u.starts[article + 1]].lower() + names[0]
        owner = u.language == "en" and article >= phrase.start and u.flags[article] & GENITIVE
        if owner and kind == "group" and topical(u, *phrase.names[0]):
            names[0] = u.print(phrase.start, phrase.names[0][1])  # "Wales’s Department of …"
        if kind == "group" and u.language == "fr" and " " in names[0]:
            names[0] = self._with_noun(u, phrase, names[0])
        before = u.low[article] if article >= 0 else ""
        if kind != "person" and before in ARTICLED and u.language == "de":
            names[0] = nominative(u, phrase, f"{ARTICLED[before]} {names[0]}")
        if names[0][:2] in ("L'", "L’") and kind != "person":
            names[0] = "l" + names[0][1:]
        return Speaker(names[0], kind, gender, at)

    def _small(self, name: str, u: Unit) -> str:
        """A name with its first particle as inside a sentence: "von der Aue" of "Von der Aue
        sagte"; any but "von" only if the text has it so."""
        first = name.split(" ", 1)[0]
        bits = u.cues.words.get(first.lower(), 0)
        if not first[0].isupper() or not bits & c.PARTICLE or first == name:
            return name
        small = name[0].lower() + name[1:]
        return small if (u.language == "de" and first == "Von") or small in self.text else name

    def _articled(self, u: Unit, name: str, at: int) -> str:
        """French: a family name that begins with an article, if the text has it behind a given
        name: « Le Roux » of « Ada Le Roux »; or empty."""
        if u.language != "fr" or not name[0].isupper():
            return ""
        full = self.fullest(name, at, "fr")
        return name if full.split()[0].lower() in GIVEN else ""

    def own_article(self, u: Unit, name: str, at: int) -> bool:
        """French: whether an article is part of a name, as it has a capital inside a sentence:
        « selon Le Roux »."""
        return u.language == "fr" and any(
            self.text[found - 1].isspace()
            and (self.text[found - 2].isalpha() or self.text[found - 2] == ",")
            for found in self.occurrences(name, at)
            if found > 1
        )

    def _with_noun(self, u: Unit, phrase: Phrase, name: str) -> str:
        """French: a body's name with the noun of what it is: « l'association Eau vive »."""
        start, end = phrase.names[0]
        first = phrase.start
        noun = first + 1 < start <= first + 3 and u.flags[first + 1] & (c.GROUP | c.ROLE) == c.GROUP
        if not noun or u.low[first] not in ("le", "la", "l'", "l’") or end < phrase.end:
            return name
        return u.low[first] + u.text[u.ends[first] : u.starts[start]] + name

    def _with_title(self, title: str, name: str, at: int, u: Unit) -> str:
        """The full name that the text gives after the same title ("Colonel Singh", "Colonel
        Amrit Singh"), or of the only one of a family who has the gender of a title ("Mrs.
        Roth"); or empty."""
        if not title[:1].isupper() or " " in name:
            return ""
        forms = self.forms(name, at, u.language)
        if len({form for _, form in forms}) < 2:
            return ""
        for _, form in forms:
            if f"{title} {form}" in self.text:
                return form
        gender = u.cues.gender.get(title.lower(), "")
        fitting = {form for _, form in forms if gender and gender_of(form, u.language) == gender}
        return fitting.pop() if len(fitting) == 1 else ""

    def _surnamed(self, name: str, at: int, language: str) -> str:
        """The last of two words of which the first is no given name, if the text has the last
        one with a given name elsewhere: "Coun Lee", "Küchenbauer Roth"."""
        first, _, last = name.partition(" ")
        if first.lower() not in GIVEN and self._with_given(last, at) != last:
            return last  # "President Xi"
        if not last or first.lower() in GIVEN or first[-1] == ".":
            return name
        if " " in last:
            known = last.split()[0].lower() in GIVEN
            return last if known and self._alone_too(first, last, at) else name
        if last.lower() in GIVEN and self._alone_too(first, last, at):
            return last  # "Furious Ada"
        full = self.fullest(last, at, language).split()
        if len(full) < 2 or full[0].lower() not in GIVEN:
            return name
        if language == "de":
            return last if first.lower().endswith(SHORT_ROLES) or role_like(first) else name
        for found in self.occurrences(first, at):
            other = NAMES.match(self.text, found + len(first) + 1)
            if other is not None and last not in other.group().split():
                return last  # "Coun Lee", "Coun Roth": a title
        return name

    def _alone_too(self, first: str, name: str, at: int) -> bool:
        """Whether a name stands in the text without the word before it."""
        before = first + " "
        return any(
            self.text[max(0, found - len(before)) : found] != before
            for found in self.occurrences(name, at)
        )

    def _genitive(self, u: Unit, i: int, at: int) -> bool:
        """German: whether a name's genitive and a common noun stand at ``i``: "Lees
        Antwort"."""
        word = u.words[i]
        noun = u.flags[i + 1] & (c.SPEECH | c.ROLE | c.GROUP | c.WORK)
        own = u.low[i] in GIVEN  # "Lukas Schaffner"
        if not noun or own or not word.endswith("s"):
            return False
        if self.attested(word[:-1], at, "de"):
            return True
        work = u.flags[i + 1] & (c.SPEECH | c.WORK) and not self.attested(word, at, "de")
        return bool(work) and word[-2:] not in ("ss", "us", "is", "as", "os")

    def _object_behind(self, u: Unit, start: int, end: int, at: int) -> bool:
        """German: whether a noun stands behind a full name, by what the text calls somebody
        elsewhere: "löste Ada Roth Ärger aus"."""
        family = u.words[end - 2]
        if u.low[end - 2] in GIVEN or family[-1] == "." or family.islower():
            return False
        if abstract(u, end - 1):
            return True
        whole = f"{family} {u.words[end - 1]}"
        return len(self.occurrences(family, at)) > len(self.occurrences(whole, at))

    def _declined(self, u: Unit, start: int, end: int) -> bool:
        """German: whether two or more words that end in "-s" may be a name in the genitive."""
        last = u.words[end - 1]
        return u.low[start] in GIVEN or (end - start == 2 and last[-2:-1] not in "uiaos")

    def _uninflected(self, name: str, at: int) -> str:
        """German: a family name without the ending of the genitive, if the text has that
        name in full: "Roth" of "Roths Deutung"."""
        bare = name[:-1]
        full, known = self.fullest(name, at, "de"), self.fullest(bare, at, "de")
        if known == bare and full == name and " " not in name:
            return bare if self.occurrences(bare, at) else name
        return bare if known != bare and full in (name, known + "s") else name

    def _courteous(self, name: str, at: int) -> str:
        """A family name with the title of courtesy that the text gives it: "Mme Roy"."""
        for found in self.courtesies(name, at):
            return f"{self.text[max(0, found - 16) : found].split()[-1]} {name}"
        return name

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
            if u.language == "fr" and i > start and u.flags[i] & c.PREPOSITION:
                break  # « son homologue de la CFDT, Jean Roy »
            found = u.cues.gender.get(u.low[i], "")
            article = u.flags[i] & c.DETERMINER and i + 1 == name
            if found in ("m", "f") and not article and not u.flags[i] & c.POSSESSIVE:
                return found
            if u.language == "de" and u.flags[i] & c.ROLE:
                return given_gender(printed, u.language) or office_gender(u, i)
        return given_gender(printed, u.language)

    def _family(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """The person whose family name is a word for an office too: "Bishop told the board"."""
        name = POSSESSIVE.sub("", u.words[phrase.start])
        if u.language == "fr" or not u.flags[phrase.head] & c.ROLE:
            return None
        full = self.fullest(name, at, u.language)
        if full.split()[0].lower() not in GIVEN or " " not in full:
            return None
        return Speaker(full, "person", gender_of(full, u.language), at)
