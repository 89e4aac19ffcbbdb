"""What a text says of somebody beside their name: "Lee, a minister", "Defence Minister Lee"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from citekit.find.cues import bits as c
from citekit.find.cues.german import ROLE_ENDINGS
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, Unit
from citekit.find.speakers.called import Called
from citekit.find.speakers.french import article_gender, goes_on, noun_gender, office_of, somebody
from citekit.find.speakers.groups import BACK
from citekit.find.speakers.names import NAMES
from citekit.find.speakers.persons import Speaker

#: French: what stands before a noun that says whose somebody is.
_SOMEBODYS = re.compile(r"\b(?:du|de l[’']|de la|de son|de sa) (?:[\w-]+ )?$")
_CLAUSE = re.compile(r"[^.!?:;“”„«»\"\n]{0,140}")
_NEXT_SENTENCE = re.compile(r"[.!?…]\s+[^\W\d_a-zß-ÿœ]")
#: Articles before a noun that is new to the text.
_NEW = frozenset("a an one ein eine einer einem eines un une".split())
_WHOSE = frozenset("his her their sein seine seinem seinen ihr ihre ihrem ihren son leur".split())
#: So far back the last speaker may be; so far before a name its body may stand.
_SOON, _BESIDE = 900, 80

#: German offices of which a place or body has one; so far back a text may have said whose.
_HELD = (
    "bürgermeister", "bürgermeisterin", "landrat", "landrätin", "minister", "ministerin",
    "präsident", "präsidentin", "direktor", "direktorin", "intendant", "intendantin",
)  # fmt: skip
_FAR = 12_000
#: Where a noun is a part of another office, or of other kin: "Staatsanwalt", "deputy mayor".
_PART = re.compile(
    r"(?<=staats)(?:anw|sekret)|(?<=general)(?:anw|sekret)|(?<=haus)meist|(?<=bürger)meist"
    r"|(?<=schieds)richt|(?<=vize)|(?<=vize-)|(?<=schwieger)|(?<=stief)|(?<=groß)(?:mutter|vater)"
    r"|(?<=stellvertretende )|(?<=stellvertretender )|(?<=stellvertretenden )"
    r"|(?<=vice[- ])|(?<=deputy )|(?<=assistant )|(?<=step)"
    r"|(?<=grand)(?:mother|father|son|daughter)"
    r"|(?<=sous-)|(?<=grand-)|(?<=beau-)|(?<=belle-)"
)
#: Words before what somebody is.
_AS = frozenset("as als wie elected appointed gewählt".split())
#: The gender of whose somebody is, by the possessive.
OWNERS = {"his": "m", "her": "f", "sein": "m", "seine": "m", "ihr": "f", "ihre": "f"}


class Introduced(Called):
    """The persons of one document, and what it says they are where it names them."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        self._clauses: dict[int, str] = {}

    def _about(self, named: int) -> str:
        """The words that say who somebody is: up to the end of the clause that names them."""
        if named not in self._clauses:
            match = _CLAUSE.match(self.text, named)
            self._clauses[named] = match.group().lower() if match else ""
        return self._clauses[named]

    def _introduced(self, u: Unit, noun: str, at: int) -> Speaker | None:
        """A name beside the same noun earlier: "Defence Minister Ann Lee", "Lee, a minister"."""
        floor = max(0, at - BACK)
        folded = self.folded
        where = folded.rfind(noun, floor, at)
        tries = 0
        while where >= 0 and tries < 6:
            after = where + len(noun)
            plural = u.language == "en" and self.text[after : after + 1].isalnum()
            if plural or _PART.match(folded, where) is not None:
                where = folded.rfind(noun, floor, where)
                continue  # "lawyers", "Staatsanwältin"
            apposed = self.text[after : after + 1] == ","
            match = NAMES.match(self.text, after + 1 + apposed)
            persons: list[tuple[int, Speaker]] = []
            if match and self.text[after : after + 1] in " ,":
                persons = self._persons(u, match.start(), match.end(), "")
            if not persons:
                near = self._persons(u, where - 70, where, "")
                if (
                    near
                    and not governed(u, folded[max(0, where - 40) : where])
                    and "," in self.text[near[-1][0] : where]
                    and not re.search(r"[.!?;]\s", self.text[near[-1][0] + 4 : where])
                ):
                    persons = near
            if persons:
                return persons[0 if match else -1][1]
            where = folded.rfind(noun, floor, where)
            tries += 1
        return None

    def _called_ahead(self, u: Unit, noun: str, at: int) -> Speaker | None:
        """The person whom the text names with this title further down."""
        if not u.flags or len(noun) < 5:
            return None
        if u.language == "de" and noun.endswith(ROLE_ENDINGS):
            noun = next(role for role in ROLE_ENDINGS if noun.endswith(role))
        found = self.text.find(noun[1:], at + 1, at + BACK)
        while found >= 0:
            match = NAMES.match(self.text, found + len(noun))
            if match is not None and not self._inside(found):
                persons = self._persons(u, match.start(), match.end(), "")
                if persons:
                    return persons[0][1]
            found = self.text.find(noun[1:], found + 1, at + BACK)
        return None

    def _new(self, noun: str, at: int) -> bool:
        """Whether the text has spoken of one of this noun as new: "a diplomat", and then
        "the diplomat"."""
        text = self.folded
        found = text.rfind(" " + noun, max(0, at - BACK), at)
        while found >= 0:
            before = text[max(0, found - 40) : found].split()[-3:]
            owned = before and (before[-1] in _WHOSE or before[-1].endswith(("'s", "’s")))
            if owned or not _NEW.isdisjoint(before):
                return True
            found = text.rfind(" " + noun, max(0, at - BACK), found)
        return False

    def _in_office_before(self, u: Unit, noun: str, at: int) -> Speaker | None:
        """German: the only person whom the text has given an office, however far before:
        "Bürgermeister Jan Roth" to "der Bürgermeister"."""
        if u.language != "de" or not noun.endswith(_HELD):
            return None
        found: dict[str, Speaker] = {}
        where = self.folded.find(noun, max(0, at - _FAR), at)
        while where >= 0:
            name = NAMES.match(self.text, where + len(noun) + 1)
            if name is not None and self.text[where - 1 : where].isspace():
                persons = self._persons(u, name.start(), name.end(), "")
                found.update((one.name, one) for _, one in persons[:1])
            where = self.folded.find(noun, where + 1, at)
        return next(iter(found.values())) if len(found) == 1 else None

    def _going_on(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """The last speaker, called by what he is: "The member for Finley added"."""
        last = self.history[-1] if self.history else None
        if last is None or last.kind != "person" or not u.flags[phrase.head] & c.ROLE:
            return None
        if not 0 < at - last.at < 400 or "\n" in self.text[last.at : at]:
            return None
        opens = not phrase.start or u.words[phrase.start - 1] in ".!?…“”"
        if not opens and self._employed(u, last):
            return None  # "In York the head of the council said …"
        wanted = u.cues.gender.get(u.low[phrase.start], "") if u.language == "fr" else ""
        wanted = u.cues.gender.get(noun, wanted)
        if u.language == "de":
            wanted = "f" if noun.endswith("in") else "m"
        return last if last.gender and last.gender == wanted else None

    def _named_since(self, u: Unit, last: Speaker, at: int, gender: str) -> Speaker | None:
        """French: the only person of this gender whom a paragraph has named, if ``last`` spoke
        before it."""
        start = self._parts[max(0, bisect_right(self._parts, (at, len(self.text))) - 1)][0]
        if last.at >= start:
            return None
        near = {one.name: one for _, one in self._persons(u, start, at, gender)}
        (found,) = near.values() if len(near) == 1 else (None,)
        return found if found is not None and (found.gender or not gender) else None

    def _just_spoke(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """French: who holds the office that the press calls so, or the person who spoke last in
        the paragraph and goes on, if the noun's gender is theirs."""
        office = office_of(u.low[phrase.start + 1 : phrase.end])
        if office and (holder := self._introduced(u, office, at)) is not None:
            return holder
        last = self.history[-1] if self.history and goes_on(u, phrase) else None
        if last is None or last.kind != "person" or "\n" in self.text[last.at : at]:
            return None
        gender = article_gender(u, phrase.start) or u.cues.gender.get(noun, "")
        gender = gender or noun_gender(noun, u.cues.words)
        return last if last.gender in ("", gender) or not gender else None

    def _only_one(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """German: the only person of a gender whom the paragraph has named, of whom it has not
        said what they are: "Ada Roth winkt. Die Biologin aus Kiel …"."""
        if u.language != "de" or not u.flags[phrase.head] & c.ROLE:
            return None
        gender = "f" if noun.endswith("in") else "m"
        near = {one.name: one for _, one in self._persons(u, self._scope(at), at, "")}
        fitting = [one for one in near.values() if one.gender == gender]
        if len(fitting) != 1 or fitting[0].name.split()[0].lower() not in GIVEN:
            return None
        if self._employed(u, fitting[0]) or self._beside(u, fitting[0], at):
            return None
        return fitting[0]

    def _beside(self, u: Unit, person: Speaker, at: int) -> bool:
        """Whether the sentence has named a person before ``at``: a noun there is another one,
        as a clause names nobody twice: "When Ada Roth came, the minister spoke of “…”"."""
        low, _ = u.bounds(bisect_left(u.starts, at))
        named = self._persons(u, u.starts[low], at, person.gender)
        return any(one.name == person.name for _, one in named)

    def _of_body(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """English: the last speaker, called by an office and the body that the text has
        named beside them: "the Rovers manager"."""
        body = phrase.start + 1
        last = self.history[-1] if self.history else None
        if phrase.head != body + 1 or not u.flags[body] & CAPITAL or last is None:
            return None
        if last.kind != "person" or at - last.at > _SOON or u.flags[body] & GENITIVE:
            return None
        first = self.text.find(last.name)
        beside = self.text[max(0, first - _BESIDE) : first + len(last.name) + 2 * _BESIDE]
        return last if first >= 0 and u.words[body] in beside.split() else None

    def _employed(self, u: Unit, speaker: Speaker) -> bool:
        """Whether the text says what somebody is where it names them first."""
        french = u.language == "fr"
        return any(
            u.cues.words.get(word, 0) & c.ROLE or (french and somebody(word))
            for word in self._beside_name(speaker)
        )

    def _beside_name(self, speaker: Speaker) -> list[str]:
        """The words before somebody's name and in apposition to it, where it stands first."""
        at = self.text.find(speaker.name)
        end = at + len(speaker.name)
        apposed = self.text[end : end + 40] if self.text.startswith(",", end) else ""
        before = self.text[max(0, at - 25) : at]
        if before.endswith(", "):  # "the head of the biggest firm in town, Ann Lee"
            before = re.split(r"[.!?\n»”“]", self.text[max(0, at - 90) : at])[-1]
        return re.findall(r"[\w-]+", f"{before} {apposed}".lower())

    def _owner(self, u: Unit, word: str, where: int) -> str:
        """Of which gender somebody is whose kin is named at ``where`` behind "his", "ihre",
        « son »: in French that of whoever is named before."""
        low = word.lower()
        if low in OWNERS:
            return OWNERS[low]
        before = self._persons(u, where - 400, where, "")
        return before[-1][1].gender if before else ""

    def _scope(self, at: int) -> int:
        """Where the persons begin that a role at ``at`` may go back to: those of its
        paragraph that are not too far, in its first sentence also those of the paragraph
        before."""
        part = max(0, bisect_right(self._parts, (at, len(self.text))) - 1)
        start = self._parts[part][0]
        if at - start > BACK:
            return at - BACK
        if part and not _NEXT_SENTENCE.search(self._narrative(start, at + 1)):
            return max(self._parts[part - 1][0], at - 900)
        return start


def calls(u: Unit, noun: str, words: str) -> bool:
    """Whether words about somebody call them by a noun that is not somebody else's: "a
    spokesman of the minister" is no minister."""
    start = _word_ending(words, noun)
    if start < 0 or _SOMEBODYS.search(words, 0, start):
        return False
    if _PART.match(words, words.find(noun, start)) is not None:
        return False  # "Staatsanwältin": no "Anwältin"
    return not governed(u, words[:start])


#: French articles of somebody else: contracted ones, others where no apposition begins.
_FRENCH_OTHER = re.compile(
    r"(?:\b(?:du|au|aux|des)\s|(?<![,(–—])\s(?<!\best\s)(?<!\bétait\s)(?<!\bdevenue\s)"
    r"(?:(?:le|la|les|ce|cette)\s|l[’']))$"
)


#: A word before a noun that says more of it.
_ATTRIBUTE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def governed(u: Unit, lead: str) -> bool:
    """Whether a noun after ``lead`` is somebody else: "an expert called by the coroner",
    "Ada Roth told the coroner", "Ada Roth fragt den Gutachter", « Ada Roth, à l'adresse du
    maire », « Ada Roth a interpellé le maire »."""
    if u.language == "fr":
        return _FRENCH_OTHER.search(lead) is not None
    words = lead.split()
    known = u.cues.words
    at = len(words) - 1
    while at > max(1, len(words) - 3) and _ATTRIBUTE.fullmatch(words[at]):
        if known.get(words[at], 0) & (c.DETERMINER | c.PREPOSITION):
            break
        at -= 1  # "of the joint command", "of a 58-year-old bus driver"
    if at < 1:
        return False
    article, before = known.get(words[at], 0), words[at - 1]
    bits = known.get(before, 0)
    if article & c.INDEFINITE and bits & c.PREPOSITION:
        return before not in _AS  # "the wrong knee of a driver"
    own = u.language == "en" and article & c.POSSESSIVE  # "Ann Lee praised her goalkeeper"
    if not (own or article & c.DEFINITE):
        return False
    return before[-1].isalnum() and before not in _AS and not bits & (c.BE | c.NAME)


def _word_ending(text: str, end: str) -> int:
    """Where the first word of ``text`` begins that ends so, or -1."""
    found = text.find(end)
    while found >= 0:
        after = found + len(end)
        ends = not (text[after : after + 1].isalnum() or text[after : after + 1] == "_")
        if ends and text[after : after + 2] not in ("'s", "’s"):
            while found and (text[found - 1].isalnum() or text[found - 1] == "_"):
                found -= 1
            return found
        found = text.find(end, found + 1)
    return -1
