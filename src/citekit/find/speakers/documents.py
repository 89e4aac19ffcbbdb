"""Documents and places as speakers: what "darin" stands for, in what the sentence before a
quotation says that its words stand."""

from __future__ import annotations

import re
from bisect import bisect_left

from citekit.find.cues import bits as c
from citekit.find.cues.german import SHEET_ENDINGS
from citekit.find.grammar.documents import one_at, stands_in
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.names import role_like
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.roles import Roles
from citekit.find.speakers.subjects import Subject

#: How far back a document may be named, in code points.
_REACH = 500
#: Endings of German nouns of documents, beside those of what is written on.
_ENDINGS = (
    *SHEET_ENDINGS,
    *"""vertrag beschluss bericht urteil gesetz antrag entwurf papier studie antwort erklärung
    mitteilung programm konzept dokument akte akten richtlinie verordnung begründung unterlagen
    vorlage chronik broschüre analyse gutachtens berichts vertrags beschlusses urteils protokolls
    schreibens papiers entwurfs mail resolution strategie auszügen statuten leitlinien
    buch aufsatz artikel roman essay vorwort nachwort""".split(),
)
#: An article, or a preposition with one in it, and what may be a noun phrase.
_NOUN = re.compile(
    r"\b(?=(?:[Ee]in(?:e[nmrs]?)?|[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Vv]om|[Zz]u[mr]|[Bb]eim"
    r"|(?:[Ss]ein|[Ii]hr|[Uu]nser|[Dd]ies|[Jj]en)(?:e[nmrs]?)?) [\w-]+(?: [\w-]+){0,2})"
)
#: An article or possessive, and what may be a noun of a person.
_SOMEBODY = re.compile(
    r"\b(?:[Dd](?:er|ie|em|en)|[Ee]in(?:e[nmr]?)?|(?:[Ss]ein|[Ii]hr)(?:e[nmr]?)?)"
    r" (?:[a-zäöüß]+ )?([A-ZÄÖÜ][\w-]+)"
)
#: What stands between a document and whom or what it is for.
_FOR = (["für"], ["an"], ["über"], ["zu"], ["zum"], ["zur"])
_CONTRACTED = ("im", "vom", "zum", "zur", "beim")


class Documents(Roles):
    """The speakers of one document that are documents themselves."""

    def _document(self, language: str, at: int) -> Speaker | None:
        """The document that "darin" at ``at`` stands for: the nearest one before."""
        if language != "de":
            return None
        for match in reversed(list(_NOUN.finditer(self.text, max(0, at - _REACH), at))):
            if self._inside(match.start()):
                continue
            u = Unit(self.text, match.start(), min(at, match.start() + 120), [], language)
            first = int(u.low[0] in _CONTRACTED)
            phrase = parse(u, first, len(u.words))
            if phrase is not None and _written(u, phrase):
                if u.low[phrase.head + 1 : phrase.head + 2] in _FOR:
                    phrase = phrase._replace(end=phrase.head + 1)
                return self._called(u, phrase, match.start())
        return None

    def _latter(self, u: Unit, at: int, gender: str) -> Speaker | None:
        """German: who was named last before "der" or "deren", as a name or a role."""
        persons = [one for _, one in self._persons(u, at - 300, at, gender) if one.gender]
        last = persons[-1] if persons else None
        for match in reversed(list(_SOMEBODY.finditer(self.text, max(0, at - 300), at))):
            if self._inside(match.start()) or (last is not None and match.end() <= last.at):
                continue
            noun = match.group(1).lower()
            known = u.cues.gender.get(noun, "")
            if (known or ("f" if noun.endswith("in") else "m")) != gender:
                continue
            own = Unit(self.text, match.start(), min(at, match.start() + 120), [], u.language)
            phrase = parse(own, 0, len(own.words))
            if phrase is None or phrase.kind == "pronoun":
                continue
            if not (own.flags[phrase.head] & c.ROLE or role_like(match.group(1))):
                continue
            return self._called(own, phrase, match.start())
        return last

    def _placed(self, sentence: Subject) -> Speaker | None:
        """In what, or at whose place, a German sentence says that its words stand: "So steht
        es in der Satzung.", "Beim Verband ist man skeptisch."."""
        u = sentence.u
        if u.language != "de":
            return None
        low, high = bisect_left(u.starts, sentence.start), bisect_left(u.starts, sentence.end)
        phrase = stands_in(u, low, high) or one_at(u, low, high)
        if phrase is None:
            return None
        at = u.starts[phrase.start]
        if phrase.kind == "pronoun":
            return self._document(u.language, at)
        return self._called(u, phrase, at)

    def _there(self, u: Unit, at: int) -> Speaker | None:
        """The body that "dort" stands for, at whose place the sentences before say that "man"
        does something: "Im Rathaus gibt man sich gelassen. „…“, heißt es dort"."""
        for before, _ in zip(self.subjects(at, 400), range(3), strict=False):
            if before.end > at:
                continue
            low = bisect_left(before.u.starts, before.start)
            high = bisect_left(before.u.starts, before.end)
            phrase = one_at(before.u, low, high)
            if phrase is None and before.phrase is not None:
                body = before.u.flags[before.phrase.head] & (c.GROUP | c.SHEET | c.ROLE)
                phrase = before.phrase if body == c.GROUP else None
            if phrase is not None:
                return self._called(before.u, phrase, before.u.starts[phrase.start])
        return None

    def _called(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """A document or group by its name or noun, in the nominative."""
        if phrase.kind == "name":
            return self._named(u, phrase, at)
        return self._role(u, phrase, at, True)


def _written(u: Unit, phrase: Phrase) -> bool:
    """Whether a noun is one of a document."""
    if phrase.kind == "name" and phrase.end - phrase.start > 1:
        return False
    return bool(u.flags[phrase.head] & c.SHEET) or u.low[phrase.head].endswith(_ENDINGS)
