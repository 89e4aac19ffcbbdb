"""Which group a noun or "it" stands for, and who spoke so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.cues import bits as c
from citekit.find.cues.german import SHEET_ENDINGS
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.names import CAPITALISED, NAMES, NOT_NAMES, POSSESSIVE, gender_of
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.subjects import Subjects

#: How far back a pronoun or a role may refer.
BACK = 2_500
#: How far back somebody else may have spoken in a dialogue.
_LONG = 1_500
_LINKED = re.compile(rf" (?:of|for|on) (?:the )?{CAPITALISED}(?: {CAPITALISED})*")
_GROUP_NOUN = re.compile(r"\b([Tt]he|[Dd]as|[Dd]ie|[Dd]er|[Ll][ea]) (\w+)")
#: An article and what may be a noun of something written on.
_WRITTEN_ON = re.compile(
    r"\b(?=((?:[Aa]n?|[Tt]he|[Ee]in(?:e[nmr]?)?|[Dd](?:er|ie|as|en|em|iese[nmrs]?)|[Jj]ene[nmrs]?|[Uu]ne?|[Ll][ae]|[Hh]is|[Hh]er)"
    r" [\w-]+(?: [\w-]+){0,2}))"
)
_WHOSE = [[word] for word in "of du de des der vom von".split()]
#: Last words of names of places that are no bodies.
WATERS = frozenset(
    """Sea Ocean Bay Gulf River Lake Strait Canal Channel Island Islands Peninsula Mountains Valley
    Desert Coast Street Road Avenue""".split()
)
#: Nouns of texts that a group puts out.
DOCUMENTS = frozenset(
    """statement communique communiqué mitteilung pressemitteilung erklärung stellungnahme
    press_release schreiben""".split()
)


#: A firm's name by its capitals inside: "FirstRail".
_CAMEL = re.compile(r"(?!Ma?c|O[’']|D[’']|De|Di|La|Le|Fitz|Van|Von)[A-Z][a-z]+[A-Z]\w*")
#: Last words of names of bodies that are no firms.
_PUBLIC = frozenset(
    """union ministry department council committee commission party court parliament police
    government association federation agency authority university college school hospital""".split()
)


#: Endings of German names of bodies that are no firms.
_OFFICIAL = (
    *"""rathaus ministerium amt behörde verwaltung regierung partei gericht polizei stadt gemeinde
    anwaltschaft gewerkschaft fraktion préfecture mairie ministère tribunal région département
    syndicat parti gouvernement métropole""".split(),
)
#: Nouns of firms.
_FIRMS = frozenset("unternehmen konzern entreprise".split())


def _public(name: str) -> bool:
    """Whether a name is that of a body that is no firm: "the Drivers’ Union"."""
    words = name.lower().split()
    return words[-1] in _PUBLIC or not _PUBLIC.isdisjoint(words[:2])


class Groups(Subjects):
    """The groups of one document, and who spoke so far."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        #: Who spoke, the last one last.
        self.history: list[Speaker] = []

    def remember(self, speaker: Speaker, at: int) -> None:
        named = speaker.at if speaker.named < 0 else speaker.named
        self.history.append(Speaker(speaker.name, speaker.kind, speaker.gender, at, named))
        del self.history[:-12]

    def partner(self, last: Speaker, at: int) -> Speaker | None:
        """Whoever spoke before the last speaker, not long ago; None if nobody else did."""
        for speaker in reversed(self.history):
            if at - speaker.at > _LONG:
                return None
            if speaker.kind in ("person", "role") and speaker.name != last.name:
                return speaker
        return None

    def _last(self, kinds: tuple[str, ...], gender: str, at: int) -> Speaker | None:
        for speaker in reversed(self.history):
            if at - speaker.at > BACK:
                return None
            fits = not gender or not speaker.gender or speaker.gender == gender
            if speaker.kind in kinds and fits:
                return speaker
        return None

    def _group(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """A group named with this noun ("the ministry"), or the last one that spoke."""
        floor = max(0, at - BACK)
        best: Speaker | None = None
        named = self.folded.find(noun, floor, at) >= 0
        for match in NAMES.finditer(self.text, floor, at) if named else ():
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
            if phrase.end - phrase.start > 2:
                return None  # "the gas company"
            for speaker in reversed(self.history):
                papers = u.cues.words.get(speaker.name.rsplit(None, 1)[-1].lower(), 0) & c.WORK
                if noun in ("company", "firm") and _public(speaker.name):
                    continue
                if noun in _FIRMS and speaker.name.lower().endswith(_OFFICIAL):
                    continue
                if speaker.name[:4].lower() in ("les ", "des "):
                    continue
                if speaker.kind == "group" and at - speaker.at < BACK and not papers:
                    return speaker
            return self._organisation(u, at, noun in ("company", "firm") and u.language == "en")
        return None

    def _organisation(self, u: Unit, at: int, firm: bool = False) -> Speaker | None:
        """The last name at a sentence's beginning that is no person's, and no public body's if
        a ``firm`` is looked for."""
        found: Speaker | None = None
        known = u.cues.words
        linked_end = 0
        reach = at - 1_200
        floor = self.text.find(" ", self.text.find(". ", reach)) if reach > 0 else 0
        for start, end in self._names(floor, at):
            if start < linked_end:
                continue
            words = self.text[start:end].split()
            royal = "".join(words[1:2]).startswith("Majesty")  # "His Majesty’s Inspectorate"
            while (
                words and not royal and known.get(words[0].lower(), 0) & (NOT_NAMES | c.DETERMINER)
            ):
                words.pop(0)
            persons = self._persons(u, start, end, "")
            if persons and (u.language == "de" or persons[0][1].gender):
                continue
            if (
                not words
                or gender_of(" ".join(words), u.language)
                or any(map(str.isdigit, words[-1]))
            ):
                continue
            if known.get(words[-1].lower(), 0) & (c.TIME | c.TITLE) or words[-1] in WATERS:
                continue
            name = " ".join(words)
            linked = _LINKED.match(self.text, end)
            single = len(words) == 1 and not (words[0].isupper() or _CAMEL.fullmatch(words[0]))
            body = (known.get(words[0].lower(), 0) | known.get(words[-1].lower(), 0)) & c.GROUP
            if body and linked and linked.end() <= at:
                name += linked.group()
                linked_end = linked.end()
            elif single or (firm and _public(name)):
                continue
            printed = self.text[start:end]
            if self.text[max(0, start - 4) : start].lower() == "the " or printed[:4] == "The ":
                name = "the " + name
            found = Speaker(POSSESSIVE.sub("", name), "group", "", start)
        return found

    def _sheet(self, u: Unit, at: int, reach: int) -> Speaker | None:
        """What was written on, not further than ``reach`` before ``at``: "She left a note.
        It read …"."""
        floor = max(0, at - reach)
        found: Speaker | None = None
        for match in _WRITTEN_ON.finditer(self.text, floor, at):
            words = match.group(1).split()
            sheets = [
                i
                for i, word in enumerate(words)
                if u.cues.words.get(word.lower(), 0) & c.SHEET
                or (u.language == "de" and word.endswith(SHEET_ENDINGS) and word[0].isupper())
            ]
            if sheets and match.end(1) <= at and not self._inside(match.start()):
                name = self._whole(match.start(), at, " ".join(words[: sheets[0] + 1]))
                found = Speaker(name[0].lower() + name[1:], "thing", "", match.start())
        return found

    def _whole(self, start: int, at: int, name: str) -> str:
        """The phrase that begins with ``name``: "a letter from the mayor"."""
        u = Unit(self.text, start, min(at, start + 120), [], self.language)
        phrase = parse(u, 0, len(u.words)) if u.words else None
        if phrase is None or phrase.kind != "role" or phrase.end == len(u.words):
            return name
        printed = u.print(0, phrase.end)
        following = printed[len(name) :].split()[:1]
        return printed if printed.startswith(name) and following[:1] in _WHOSE else name

    def _issuer(self, u: Unit, at: int) -> Speaker | None:
        """Who issued "the statement": the last group that spoke or was named."""
        last = self._last(("group",), "", at)
        if last is not None or u.language != "de":
            return last
        found: Speaker | None = None
        for match in _GROUP_NOUN.finditer(self.text, max(0, at - 500), at):
            noun = match.group(2).lower()
            bits = u.cues.words.get(noun, 0)
            if noun in DOCUMENTS or self._inside(match.start()):
                continue
            if bits & c.GROUP or noun.endswith(("ministerium", "behörde", "verband", "amt")):
                name = match.group()
                found = Speaker(name[0].lower() + name[1:], "group", "", match.start())
        return found
