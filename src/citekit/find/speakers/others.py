"""Who a definite noun is not: somebody just named, where the text shows that it means another.

"Ada asks the clerk. The clerk says …", "“…,” says Ada. The clerk replies …": whoever asks and
whoever is asked are two (Principle C of binding theory, Chomsky, *Lectures on Government and
Binding*, 1981: a clause names nobody twice).  Titles of state, church and court ("the bishop")
and nouns of kin ("die Tante") name somebody only if the text has called them so.
"""

from __future__ import annotations

import re

from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE, Unit
from citekit.find.speakers.introduced import calls, governed
from citekit.find.speakers.nouns import Nouns
from citekit.find.speakers.persons import Speaker

#: Verbs of whoever was asked or spoken to.
REPLIED = frozenset(
    """replied replies reply answered answers answer responded responds respond retorted retorts
    erwidert erwiderte antwortet antwortete entgegnet entgegnete geantwortet
    répond répondit répondait répondu réplique répliqua répliqué rétorque rétorqua
    rétorqué""".split()
)
#: Nouns of whoever holds a title of the church.
_CHURCH = frozenset(
    """pope bishop archbishop cardinal abbot abbess dean canon vicar curate rector parson priest
    pastor rabbi imam papst bischof bischöfin erzbischof kardinal abt äbtissin pfarrer pfarrerin
    pastorin priester rabbiner pape évêque archevêque abbé abbesse curé vicaire prêtre pasteur
    rabbin""".split()
)
#: Nouns of whoever holds a title of state or court.
_STATE = frozenset(
    """minister president chancellor governor mayor prefect premier senator ambassador king queen
    prince princess emperor empress judge magistrate coroner sheriff duke duchess earl countess
    baron admiral general colonel
    ministerin kanzler kanzlerin präsident präsidentin bürgermeister bürgermeisterin landrat
    landrätin senatorin botschafter botschafterin könig königin prinz prinzessin kaiser kaiserin
    richter richterin herzog herzogin graf gräfin
    ministre chancelier chancelière présidente maire préfet préfète sénateur sénatrice président
    ambassadeur ambassadrice roi reine empereur impératrice juge duc duchesse comte
    comtesse""".split()
)
#: The same of German compounds: "Finanzministerin".
_GERMAN_TITLES = tuple(
    title + ending
    for title in "minister kanzler präsident bürgermeister landrat senator bischof".split()
    for ending in ("", "in")
)
#: Nouns of kin.
_KIN = frozenset(
    """mother father brother sister son daughter aunt uncle nephew niece cousin grandmother
    grandfather husband wife widow widower
    mutter vater bruder schwester sohn tochter tante onkel neffe nichte großmutter großvater oma opa
    ehemann ehefrau witwe witwer
    mère père frère sœur fils fille tante oncle neveu nièce cousine grand-mère grand-père
    mari épouse époux veuve veuf""".split()
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
#: Verbs of whoever spoke before.
_GOES_ON = frozenset(
    """went goes continued continues added adds fuhr fährt ergänzt ergänzte poursuit poursuivit
    poursuivi ajoute ajouta ajouté reprend reprit""".split()
)
#: So many tokens from a noun its quotation stands.
_NEAR = 4
#: Code points of a sentence that are looked at before a noun; so far back nouns are looked for.
_SENTENCE, _FAR = 300, 1_500
_SENTENCE_END = re.compile(r"[.!?…:]['’\"”»)]*\s+|\n")
_CLAUSES = re.compile(r"[!?…:;\n“”„«»\"]|[^\W\d_]{4}\.")
_MORE = re.compile(r"[.!?…][\s)]+[^\W\d_]")
_PRONOUNS = re.compile(r"(he|she|er|sie|il|elle)\b", re.I)
#: Before a question to whoever speaks on.
_ASKED = re.compile(r"\b(?:ask\w*|question\w*|(?:ge)?frag\w*|interrog\w+|demand\w+)\b", re.I)


def title_noun(noun: str, language: str) -> bool:
    """Whether a noun says which office of state, court or church somebody holds."""
    return noun in _STATE or noun in _CHURCH or (language == "de" and noun.endswith(_GERMAN_TITLES))


def _refers(u: Unit, phrase: Phrase) -> bool:
    """Whether a noun goes back to somebody whatever it is: "this mother", "the former
    chancellor", "“…,” the governor went on"."""
    if u.low[phrase.start] in _THESE or not _FORMER.isdisjoint(u.low[phrase.start : phrase.end]):
        return True
    beside = u.low[max(0, phrase.start - 2) : phrase.start] + u.low[phrase.end : phrase.end + 2]
    return not _GOES_ON.isdisjoint(beside)


class Others(Nouns):
    """Those in one document who are not whom it has just named."""

    def _another(self, u: Unit, phrase: Phrase, noun: str, found: Speaker, at: int) -> bool:
        """Whether a definite noun at ``at`` cannot be ``found``, who was spoken of last."""
        if found.name[0].islower() and found.kind == "either":
            return True  # "der Zettel"
        alone = phrase.end == phrase.start + 2  # not "die Mutter zweier Kinder"
        bare = alone and _WHOSE.isdisjoint(u.low[phrase.end : phrase.end + 1])
        held = (noun in _KIN and bare) or title_noun(noun, u.language)
        if held and not _refers(u, phrase) and not self._holds(u, noun, found):
            return True
        if self._quotes(u, phrase, found):
            return True
        return self._replies(u, phrase, found) or self._met_by(u, noun, found, at)

    def _quotes(self, u: Unit, phrase: Phrase, found: Speaker) -> bool:
        """Whether the quotation beside a noun names ``found``, as nobody names themselves:
        "“Roth had one rule,” says the historian"."""
        family = found.name.split()[-1]
        near = range(max(0, phrase.start - _NEAR), min(len(u.words), phrase.end + _NEAR))
        return len(family) > 2 and any(
            family in u.text[u.quotes[i].inner_start : u.quotes[i].inner_end]
            for i in near
            if i in u.quotes
        )

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
            short = words[-1] if words and lead.endswith(f"{words[-1]}. ") else ""
            if len(short) > 2 and noun.startswith(short):
                return True  # "Gen. Roth"
            if calls(u, noun, self._about(at)):
                return True
        end = first + len(found.name)
        if first < 0 or noun in _KIN or noun in _CHURCH:
            return False
        if _PARTY.match(self.text, end) is not None:
            return True
        return _OF_PARTY.search(self.text, max(0, first - 40), first) is not None

    def _replies(self, u: Unit, phrase: Phrase, found: Speaker) -> bool:
        """Whether somebody replies to what ``found`` has just said: "“…,” says Ada. The clerk
        replies …"."""
        last = self.history[-1] if self.history else None
        beside = u.low[max(0, phrase.start - 1) : phrase.start] + u.low[phrase.end : phrase.end + 2]
        if last is None or last.name != found.name or REPLIED.isdisjoint(beside):
            return False
        low, _ = u.bounds(phrase.start)
        opens = phrase.start == low or bool(u.flags[low] & (QUOTE | PUNCTUATION))
        between = self._narrative(last.at, u.starts[low])
        return opens and not _MORE.search(between) and not _ASKED.search(between[-60:])

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
                named = any(one.name == found.name for _, one in self._persons(u, start, where, ""))
                pronoun = _PRONOUNS.match(folded, start)
                own = pronoun and u.cues.gender.get(pronoun.group(1), "")
                if named or (own and found.gender and own[0] == found.gender):
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
