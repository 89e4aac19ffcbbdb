"""Who a definite noun is not: somebody just named, where the text shows that it means another.

"Ada asks the clerk. The clerk says …", "“…,” says Ada. The clerk replies …": whoever asks and
whoever is asked are two (Principle C of binding theory, Chomsky, *Lectures on Government and
Binding*, 1981: a clause names nobody twice).  Titles of the church and of crowned heads ("the
bishop") name somebody only if the text has called them so; where it speaks of several persons,
so do titles of state and court ("the mayor") and nouns of kin ("die Tante").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE, Unit
from citekit.find.shapes import CAP
from citekit.find.speakers.bynames import Bynames
from citekit.find.speakers.introduced import calls, governed
from citekit.find.speakers.kinds import of_kind
from citekit.find.speakers.offices import CHURCH, KIN, held_alone, is_title
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.trades import other_trade

#: Verbs of whoever was asked or spoken to.
REPLIED = frozenset(
    """replied replies reply answered answers answer responded responds respond retorted retorts
    erwidert erwiderte antwortet antwortete entgegnet entgegnete geantwortet
    répond répondit répondait répondu réplique répliqua répliqué rétorque rétorqua
    rétorqué""".split()
)
#: Behind a name: a party's letters, or that somebody is elected.
_PARTY = re.compile(r" \((?:[A-Z]{2,}|Con|Lab|Grüne)\b|, élue?\b")
#: German: what somebody is in a party, before the name: "CSU-Chef".
_OF_PARTY = re.compile(r"\b[A-ZÄÖÜ]{2,}-[A-ZÄÖÜ][\w-]+ $")
_THESE = frozenset("ce cet cette dieser diese this that".split())
_FORMER = frozenset(
    """former ex-president ex-minister ehemalige frühere einstige ancien ancienne""".split()
)
#: Before those whose kin somebody is.
_WHOSE = frozenset("of von der des eines einer zweier dreier mehrerer de du d' d’".split())
#: Who holds the office of somebody before.
_SUCCESSORS = frozenset("successor nachfolger nachfolgerin successeur successeure".split())
#: Verbs of whoever spoke before.
_GOES_ON = frozenset(
    """went goes continued continues added adds fuhr fährt ergänzt ergänzte poursuit poursuivit
    poursuivi ajoute ajouta ajouté reprend reprit""".split()
)
#: Whoever wrote the work that a text is on.
AUTHORS = frozenset("author autor autorin verfasser verfasserin auteur auteure autrice".split())
_WRITERS = AUTHORS | frozenset(
    """essayist novelist essayistin romanautorin enquêteur enquêtrice essayiste romancier
    romancière""".split()
)
#: So far back the text of a review names its author.
_REVIEW = 6_000
#: So many tokens from a noun its quotation stands.
_NEAR = 4
#: Code points of a sentence that are looked at before a noun; so far back nouns are looked for.
_SENTENCE, _FAR = 300, 1_500
_SENTENCE_END = re.compile(r"[.!?…:]['’\"”»)]*\s+|\n")
_CLAUSES = re.compile(r"[!?…:;\n“”„«»\"]|[^\W\d_]{4}\.")
_MORE = re.compile(r"[.!?…][\s)]+[^\W\d_]")
_PRONOUNS = re.compile(r"(he|she|er|sie|il|elle)\b", re.I)
#: A clause without another one in it: no comma, no "and", no "that".
_CLAUSE = re.compile(r"(?:(?!,| (?:and|und|et|that|dass|daß|que|said|says|sagt[e]?|dit) ).)*", re.S)
#: Who is behind these is no subject.
_SOURCES = re.compile(
    r"(?:according to|laut|nach|selon|d'après|pour|for|after|before|when|als|wenn)\b"
)
#: Of whoever speaks for more than themselves.
_OURS = re.compile(r"\b(?:we|our|us|wir|uns|unser\w*|nous|notre|nos)\b|[‘‚›]", re.I)
#: A reply begins so many tokens behind its noun.
_REPLY = 10
#: Before a question to whoever speaks on.
_ASKED = re.compile(r"\b(?:ask\w*|question\w*|(?:ge)?frag\w*|interrog\w+|demand\w+)\b", re.I)


def _refers(u: Unit, phrase: Phrase) -> bool:
    """Whether a noun goes back to somebody whatever it is: "this mother", "the former
    chancellor", "“…,” the governor went on"."""
    if u.low[phrase.start] in _THESE or not _FORMER.isdisjoint(u.low[phrase.start : phrase.end]):
        return True
    beside = u.low[max(0, phrase.start - 2) : phrase.start] + u.low[phrase.end : phrase.end + 2]
    return not _GOES_ON.isdisjoint(beside)


class Others(Bynames):
    """Those in one document who are not whom it has just named."""

    def _another(self, u: Unit, phrase: Phrase, noun: str, found: Speaker, at: int) -> bool:
        """Whether a definite noun at ``at`` cannot be ``found``, who was spoken of last."""
        if found.name[0].islower() and found.kind == "either":
            return True  # "der Zettel"
        if self._trades(noun, found) or self._other_kind(u, noun, found):
            return True
        if self._stood_before(u, noun, found):
            return True
        alone = phrase.end == phrase.start + 2  # not "die Mutter zweier Kinder"
        bare = alone and _WHOSE.isdisjoint(u.low[phrase.end : phrase.end + 1])
        held = (noun in KIN and bare) or is_title(noun, u.language)
        several = held and self._of_several(u, noun, found, at)
        if several and not _refers(u, phrase) and not self._holds(u, noun, found):
            return True
        if self._quotes(u, phrase, found, at):
            return True
        return self._replies(u, phrase, found) or self._met_by(u, noun, found, at)

    def _stood_before(self, u: Unit, noun: str, found: Speaker) -> bool:
        """English: whether a definite noun was somebody before the text named ``found``, of whom it
        tells another office: "The senator came in. The witness, Ann Lee, stood up"."""
        if u.language != "en" or not self._has_office(u, found) or noun in self.told(found):
            return False
        first = self.text.find(found.name)
        if of_kind(noun, self.told(found), "en") or self.folded.find(f"the {noun}", 0, first) < 0:
            return False
        return re.search(rf"\b[Tt]he {re.escape(noun)}\b", self.text[:first]) is not None

    def _trades(self, noun: str, found: Speaker) -> bool:
        """Whether the text has given somebody another trade than ``noun``."""
        return other_trade(noun, self._beside_name(found))

    def _told_so(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """The only person of whom the text has told that they are what a definite noun at ``at``
        says, in this word or another of its kind, if it can be them."""
        told = self._by_told(u, phrase, noun, at)
        if len(told) != 1 or self._beside(u, told[0], at) or self._quotes(u, phrase, told[0], at):
            return None
        other = self._replies(u, phrase, told[0]) or self._met_by(u, noun, told[0], at)
        return None if other else told[0]

    def _reviewed(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """The only person of its gender that the text has named in full, for a noun of whoever
        wrote the work it is on: « l'autrice », "die Autorin"."""
        if noun not in _WRITERS or phrase.end - phrase.start > 2:
            return None
        gender = u.cues.gender.get(noun, "")
        if not gender and u.language != "en":
            woman = noun.endswith(("in", "rice", "eure", "ère"))
            gender = "f" if woman else "m"
        near = {one.name: one for _, one in self._persons(u, at - _REVIEW, at, gender)}
        full = [one for one in near.values() if " " in one.name and one.gender]
        return full[0] if len(full) == 1 else None

    def _in_one_office(self, u: Unit, noun: str, found: Speaker | None) -> Speaker | None:
        """Who goes on, if the text has not said that they hold another office than ``noun``."""
        if found is None or not held_alone(noun, u.language) or not self._employed(u, found):
            return found
        return found if self._holds(u, noun, found) else None

    def _of_several(self, u: Unit, noun: str, found: Speaker, at: int) -> bool:
        """Whether a title or noun of kin may be somebody else's than ``found``: it did not stand
        alone before they were named, and others are named too or it is one of the church."""
        first = max(0, self.text.find(found.name))
        if re.search(rf"\b{re.escape(noun)}\b", self.folded[:first]) is not None:
            return False  # "The mayor came late. “Traffic,” said Ada Roth."
        spoke = any(one.name == found.name for one in self.history)
        return (noun in CHURCH and not spoke) or self._with_others(u, found, at)

    def _with_others(self, u: Unit, found: Speaker, at: int) -> bool:
        """Whether the text before ``at`` names others than ``found`` and a firm of theirs."""
        own = set(found.name.split())
        return any(
            own.isdisjoint(one.name.split())
            for _, one in self._persons(u, max(0, at - _FAR), at, "")
            if one.kind == "person"
        )

    def _quotes(self, u: Unit, phrase: Phrase, found: Speaker, at: int) -> bool:
        """Whether the quotation beside a noun names ``found``, as nobody names themselves:
        "“Roth had one rule,” says the historian"; but a firm of that name may be theirs."""
        family = found.name.split()[-1]
        near = range(max(0, phrase.start - _NEAR), min(len(u.words), phrase.end + _NEAR))
        for i in near:
            quote = u.quotes.get(i)
            if quote is None:
                continue
            inner = self.text[quote.inner_start : quote.inner_end]
            if (
                family in inner
                and re.search(rf"\b{re.escape(family)}\b(?! (?:{CAP}|&))", inner) is not None
                and _OURS.search(inner) is None
                and self._with_others(u, found, at)
            ):
                return True
        return False

    def _holds(self, u: Unit, noun: str, found: Speaker) -> bool:
        """Whether the text has called somebody by this noun, or, if it is one of state, by
        their party: "King Osei", "Finanzministerin Roth", "Ada Roth (Con)"."""
        first = self.text.find(found.name)
        for at in {first, found.at if found.named < 0 else found.named} - {-1}:
            lead = _CLAUSES.split(self.folded[max(0, at - 90) : at])[-1]
            words = re.findall(r"[\w-]+", lead)[0 if lead.endswith(", ") else -2 :]
            german = u.language == "de"
            if any(word == noun or (german and word.endswith(noun)) for word in words):
                return True
            if words and words[-1] in _SUCCESSORS and noun.removesuffix("in") in self.folded[:at]:
                return True  # "Damals war Jan Roth Bürgermeister. Seine Nachfolgerin Ada Lee"
            short = words[-1] if words and lead.endswith(f"{words[-1]}. ") else ""
            if len(short) > 2 and noun.startswith(short):
                return True  # "Gen. Roth"
            if calls(u, noun, self._about(at)):
                return True
        end = first + len(found.name)
        if first < 0 or noun in KIN or noun in CHURCH:
            return False
        if _PARTY.match(self.text, end) is not None:
            return True
        return _OF_PARTY.search(self.text, max(0, first - 40), first) is not None

    def _replies(self, u: Unit, phrase: Phrase, found: Speaker) -> bool:
        """Whether somebody replies to what ``found`` has just said: "“…,” says Ada. The clerk
        replies: “…”"."""
        last = self.history[-1] if self.history else None
        beside = u.low[phrase.end : phrase.end + 2]
        if last is None or last.name != found.name or REPLIED.isdisjoint(beside):
            return False
        low, _ = u.bounds(phrase.start)
        opens = phrase.start == low or bool(u.flags[low] & (QUOTE | PUNCTUATION))
        says = any(i in u.quotes for i in range(phrase.end, phrase.end + _REPLY))
        start = u.starts[phrase.start]
        said = bisect_left(self._quoted, (start,)) - bisect_left(self._quoted, (last.at,))
        if not opens or not says or said > 1:
            return False
        between = self._narrative(last.at, start)
        return not _MORE.search(between) and not _ASKED.search(between[-60:])

    def _met_by(self, u: Unit, noun: str, found: Speaker, at: int) -> bool:
        """Whether a sentence has named ``found`` and one of this noun as two: "Ada asks the
        clerk twice"."""
        floor = max(0, at - _FAR)
        folded = self.folded
        where = folded.rfind(noun, floor, at)
        while where >= 0:
            if self._is_object(u, noun, where) and not self._inside(where):
                start = max(0, where - _SENTENCE)
                for match in _SENTENCE_END.finditer(self.text, start, where):
                    start = match.end()
                clause = _CLAUSE.match(self.text, start, where)
                clause_end = clause.end() if clause is not None else start
                begins = [one for at, one in self._persons(u, start, where, "") if at < start + 20]
                named = bool(begins) and begins[0].name == found.name
                pronoun = _PRONOUNS.match(folded, start)
                own = pronoun and u.cues.gender.get(pronoun.group(1), "")
                subject = named or (own and found.gender and own[0] == found.gender)
                if subject and clause_end == where and not _SOURCES.match(folded, start):
                    return True
            where = folded.rfind(noun, floor, where)
        return False

    def _is_object(self, u: Unit, noun: str, where: int) -> bool:
        """Whether a noun at ``where`` has an article that is no predicate's: "met the clerk",
        "hilft der Tante", "her brother"."""
        end = where + len(noun)
        endings = ("en", "es", "n", "s") if u.language == "de" else ()
        end += next((len(ending) for ending in endings if self.folded.startswith(ending, end)), 0)
        if self.folded[end : end + 1].isalnum() or self.folded[where - 1 : where].isalnum():
            return False
        return governed(u, self.folded[max(0, where - 60) : where])

    def _parted(self, u: Unit, found: Speaker, at: int) -> bool:
        """German: whether somebody whose office is known spoke in another paragraph, and
        somebody else in this one."""
        last = self.history[-1] if self.history else None
        if u.language != "de" or last is None or last.name == found.name:
            return False
        start = self._parts[max(0, bisect_right(self._parts, (at, len(self.text))) - 1)][0]
        return found.at < start <= last.at and self._employed(u, found)
