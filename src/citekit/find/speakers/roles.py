"""Who a name or a role stands for: "Lee", "the minister", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import named_behind
from citekit.find.grammar.bounds import reporting_infinitive
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import ORDINALS
from citekit.find.grammar.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Unit
from citekit.find.speakers.epithets import may_go_back, qualified, shown_by_clause
from citekit.find.speakers.french import article_gender, contrasted, native, noun_gender, somebody
from citekit.find.speakers.genders import is_of_other_gender
from citekit.find.speakers.groups import BACK, DOCUMENTS, WATERS
from citekit.find.speakers.introduced import calls
from citekit.find.speakers.kinds import of_kind
from citekit.find.speakers.names import POSSESSIVE, name_part
from citekit.find.speakers.nouns import plural
from citekit.find.speakers.offices import KIN, held_alone
from citekit.find.speakers.others import AUTHORS, Others
from citekit.find.speakers.persons import Speaker

#: Subjects are looked for so far back (code points).
_REACH = 1_200
PERSONS = ("person", "role", "either")
GROUPS = ("group", "either", "thing")
#: The grammatical gender that an article in the nominative shows.
_ARTICLES = {
    "der": "m", "die": "f", "das": "n", "ein": "m", "eine": "f", "le": "m", "la": "f", "un": "m",
    "une": "f",
}  # fmt: skip
_FEMININE = frozenset("die eine meine seine ihre unsere diese jene".split())
_SINGULAR = frozenset("le la l' l’ un une son sa ce cet cette mon ma notre".split())
_OWN = frozenset("sein seine ihr ihre mein meine unser unsere".split())
#: German nouns of who somebody is to another one.
_MUTUAL = frozenset(
    "kollege kollegin kontrahent kontrahentin gegenspieler gegenspielerin rivale rivalin".split()
)
_ONE = frozenset("one another einer eine un une autre".split())
#: What stands for somebody who is not named.
_LONE = frozenset("one another someone somebody".split())
#: Determiners of nobody in particular.
_ANY = frozenset(
    "every each no any most tout toute jeder jede kein keine chaque aucun aucune".split()
)
#: Nouns of anybody.
_ANYBODY = frozenset(
    """man woman lady gentleman boy girl kid person mann frau herr dame junge mädchen homme femme
    monsieur garçon fille""".split()
)
#: Nouns of any firm.
_FIRMS = frozenset(
    """company firm airline retailer manufacturer operator insurer lender group organization
    organisation association charity""".split()
)
#: French nouns for what somebody has won or made, who was named before.
_EPITHETS = frozenset(
    """gagnant gagnante vainqueur lauréat lauréate champion championne interprète finaliste
    médaillé médaillée recordman recordwoman natif native créateur créatrice auteur auteure
    autrice élu élue""".split()
)
#: Before whoever writes the text: "our correspondent".
_OURS = frozenset("our unser unsere notre".split())
_KINDS = c.ROLE | c.GROUP
#: What makes another office of one.
_RANKS = frozenset("premier première prime vice deputy".split())
_THESE = frozenset("ce cet cette dieser diese this".split())
_BELONGING = frozenset("of from vom von aus des de d' d’ du".split())


def _body(speaker: Speaker, kinds: tuple[str, ...]) -> bool:
    """Whether a name that is looked for as a group's is no known person's: "Wye Lane"."""
    unknown = speaker.kind in ("person", "either") and not speaker.gender
    words = speaker.name.split()
    named = words[0].lower() in GIVEN or words[-1] in WATERS
    return kinds == ("group",) and unknown and not named


class Roles(Others):
    """The names and roles of one document, and who spoke so far."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        #: Whom the subjects at these places name, until a pronoun tells a gender.
        self._named_subjects: dict[int, Speaker | None] = {}
        #: Whom a noun stood for first, and where.
        self._stood_for: dict[str, tuple[int, Speaker]] = {}
        #: How far back the search for a subject goes, and whom it has asked, by sentence.
        self._floor: int | None = None
        self._subjects_asked: dict[tuple[int, bool], Speaker | None] = {}

    def _acting(
        self, at: int, since: int, gender: str, kinds: tuple[str, ...] = (*PERSONS, "group")
    ) -> Speaker | None:
        """The subject of the nearest sentence before ``at`` that fits, after ``since``.  It may
        be a role that asks for those before it: one search asks each once, in its reach."""
        if self._floor is not None:
            return self._subject_before(at, max(since, self._floor), gender, kinds)
        self._floor = at - _REACH
        try:
            return self._subject_before(at, since, gender, kinds)
        finally:
            self._floor = None
            self._subjects_asked.clear()

    def _subject_before(
        self, at: int, since: int, gender: str, kinds: tuple[str, ...]
    ) -> Speaker | None:
        nearest = True
        for u, phrase, start, end in self.subjects(at, _REACH):
            if start <= since:
                return None
            beside, nearest = nearest, nearest and end > at
            if phrase is None or u.ends[phrase.end - 1] > at:
                continue
            key = start, "several" in kinds
            if key not in self._subjects_asked:
                self._subjects_asked[key] = self._subject_speaker(u, phrase, key[1])
            speaker = self._subjects_asked[key]
            if speaker is None or not (speaker.kind in kinds or _body(speaker, kinds)):
                continue
            if speaker.kind == "group" and (
                end > at or ("person" in kinds and u.flags[phrase.head] & c.SHEET)
            ):
                continue  # "The bank is late, she said", "A sign hung there. He said …"
            if kinds == ("group",) and u.low[phrase.head].endswith("s") and phrase.kind == "role":
                continue  # several
            kin = phrase.kind == "name" and u.flags[phrase.start] & c.POSSESSIVE
            kin = kin and gender == speaker.gender != ""
            if kin and gender == self._owner(u, u.low[phrase.start], u.starts[phrase.start]):
                continue  # "He nodded. His father, Jan, wept. “…,” he said."
            own = u.cues.gender.get(u.low[phrase.start], "-") == gender
            own = own or (u.language == "de" and gender == "f" and u.low[phrase.start] == "ihre")
            if (
                own
                and not (speaker.gender and u.language != "de")
                and phrase.kind != "name"
                and (u.flags[phrase.start] & c.POSSESSIVE)
            ):
                continue  # "He nodded. His director wept. “…,” he said."
            body = speaker.kind == "group" and u.language == "fr" and phrase.kind == "name"
            if body and "person" in kinds and not beside:
                continue  # « La Cour a tranché. Elle juge … », but of no sentence before
            elided = u.low[phrase.start] in ("l'", "l’") and not speaker.gender
            if (
                speaker.kind == "group"
                and "person" in kinds
                and not (elided and gender)
                and (speaker.gender != (gender or "-"))
            ):
                continue
            if not gender or not speaker.gender or speaker.gender == gender:
                return speaker
            if beside and self._only_near(u, phrase, speaker):
                return Speaker(self._printed(u, phrase, False), "role", gender, start)
        return None

    def _only_near(self, u: Unit, phrase: Phrase, found: Speaker) -> bool:
        """English: whether a definite noun went back to somebody only because they were named
        last: "“…,” said Ada. The caretaker stood at the back. He …": he is another."""
        if u.language != "en" or phrase.kind != "role" or found.kind != "person":
            return False
        noun = u.low[phrase.head]
        if u.cues.gender.get(noun):
            return False  # "The boy"
        told = noun in self.told(found) or of_kind(noun, self.told(found), "en")
        return bool(u.flags[phrase.head] & c.ROLE) and not (told or self._holds(u, noun, found))

    def _subject_speaker(self, u: Unit, phrase: Phrase, several: bool = False) -> Speaker | None:
        """Whom the subject of a sentence names, if it is somebody who may speak; any noun
        in the plural may, if ``several``."""
        at = u.starts[phrase.start]
        if phrase.kind == "name":
            if at not in self._named_subjects:
                people = native(u, phrase) if u.language == "fr" else ""
                near = self._nearest(u, at, people) if people else None  # « Le Breton »
                self._named_subjects[at] = near or self._named_subject(u, phrase, at)
            named = self._named_subjects[at]
            article = u.low[phrase.start] if u.language == "fr" else ""
            if named is not None and named.kind == "group" and article in ("le", "la"):
                return named._replace(gender=_ARTICLES[article])  # « la Cour des comptes »
            return named
        if phrase.kind != "role" or u.low[phrase.start] in _ANY:
            return None
        if u.low[phrase.start] in _OURS and u.flags[phrase.head] & c.ROLE:
            return None  # who writes the text
        bits = u.flags[phrase.head]
        if u.low[phrase.start] in ("my", "mein", "meine", "mon", "ma"):
            return self._role(u, phrase, at, False)
        if phrase.start and u.low[phrase.start - 1] == "not":
            return None  # "Not one of them nodded"
        following = u.flags[phrase.end] if phrase.end < len(u.flags) else PUNCTUATION
        if (
            u.low[phrase.start] in _ONE
            and u.low[phrase.start + 1] in _BELONGING
            and not following & c.BE
            and not (following & PUNCTUATION and "," not in u.words[phrase.end : phrase.end + 1])
        ):
            return Speaker(self._printed(u, phrase, False), "role", "", at)
        if u.low[phrase.start] in ("l'", "l’") and u.low[phrase.start + 1] in ("un", "une"):
            return self._one_of(u, phrase, at)
        if phrase.end == phrase.start + 1 and u.low[phrase.start] in _LONE:
            speaks = following & c.SAY or u.low[phrase.end : phrase.end + 2] == [",", "who"]
            return Speaker(u.low[phrase.start], "role", "", at) if speaks else None
        human = self._human(u, phrase)
        if not bits & (c.ROLE | c.GROUP) and u.language == "de" and phrase.definite:
            found = self._described(u, phrase, u.low[phrase.head], at)
            if found is not None and found.kind == "person":
                return found
            if not human:
                return None
        if several and u.low[phrase.start] in ("les", "the") and u.low[phrase.head].endswith("s"):
            return Speaker(self._printed(u, phrase, False), "several", "", at)
        if not (human or bits & (c.ROLE | c.GROUP)) or u.flags[phrase.start] & NUMBER:
            return None
        speaker = self._role(u, phrase, at, False)
        if speaker is not None and speaker.kind == "group" and not speaker.gender:
            return speaker._replace(gender=_ARTICLES.get(u.low[phrase.start], ""))
        return speaker

    def _one_of(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """French: « L'un d'eux répond », « L'une d'elles, Inès, répond »."""
        end = phrase.end
        if u.low[end : end + 1] in (["et"], ["est"]):
            return None  # « L'un et l'autre », « L'une d'elles est Inès »
        name = parse(u, end + 1, len(u.words)) if u.words[end : end + 1] == [","] else None
        if name is not None and name.kind == "name" and u.words[name.end : name.end + 1] == [","]:
            return self._named(u, name, at)
        gender = "m" if u.low[phrase.start + 1] == "un" else "f"
        return Speaker(self._printed(u, phrase, False), "role", gender, at)

    def _named_subject(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """Whom the subject of a sentence names, if a name is all that it is."""
        start, end = phrase.names[0]
        word = POSSESSIVE.sub("", u.print(start, end))
        sure = start != phrase.start or self.attested(word, at, u.language)
        if not sure and not shown_by_clause(u, start, end):
            return None
        if self._words(u, word, at):
            return None  # "Early Harbours"
        if word.isupper() and " " in word and u.words[end : end + 1] in ([","], ["("], ["—"]):
            return None  # "RIVER FORK, Ohio — …"
        nouns = u.language == "de" and " " in word and not u.flags[end - 1] & c.GROUP
        nouns = nouns and not (start > phrase.start and u.flags[start - 1] & c.TITLE)
        if nouns and not name_part(word.split(), u.cues.words, u.language):
            return None
        speaker: Speaker | None = self._named(u, phrase, at)
        assert speaker is not None
        return None if speaker.kind == "either" and u.language == "de" else speaker

    def _role(self, u: Unit, phrase: Phrase, at: int, oblique: bool) -> Speaker | None:
        bits = u.flags[phrase.head]
        name = named_behind(u, phrase)
        if name is not None:
            return self._named(u, name, at)
        if phrase.end == phrase.start + 1 and u.words[phrase.start][0].isupper():
            called = self._family(u, phrase, at)
            if called is not None:
                return called
        printed = self._printed(u, phrase, oblique)
        noun = POSSESSIVE.sub("", u.low[phrase.head])
        kind = "group" if bits & (c.GROUP | QUOTE) else "role"
        if bits & c.ROLE and u.low[phrase.start] in ("ein", "eine", "der", "a", "one", "un", "une"):
            kind = "role"
        if phrase.definite:
            found = self._described(u, phrase, noun, at) or self._reviewed(u, phrase, noun, at)
            if found is not None and not is_of_other_gender(u, phrase, found.name):
                return found
        gender = u.cues.gender.get(noun, "")
        if u.low[phrase.start : phrase.start + 2] in (["l'", "un"], ["l’", "un"]):
            gender = "m"  # « l'un d'eux »
        if not gender and u.language == "fr" and kind == "role":
            gender = article_gender(u, phrase.start) or noun_gender(noun, u.cues.words)
        if not gender and u.language == "de" and bits & c.ROLE:
            article = u.low[phrase.start]
            woman = noun.endswith("in") or (noun[-1] == "e" and article in _FEMININE)
            gender = "f" if woman else "m"
            if gender == "m" and u.low[phrase.start] == "die" and not noun.endswith("e"):
                return Speaker(printed, "several", "", at)
            if u.flags[phrase.start] & (CAPITAL | c.INDEFINITE) and plural(u, phrase):
                gender = "p"  # "Zwei Frauen winkten"
        one = u.language == "fr" and u.low[phrase.start] in _SINGULAR  # « son fils »
        one = one or (u.language == "en" and noun.endswith("ss"))
        if noun.endswith("s") and u.language != "de" and not bits & c.GROUP and not one:
            kind = "several"
        elif kind == "role" and not bits & c.ROLE and self._thing(u, phrase, noun):
            kind = "thing"
        if noun in ORDINALS and not bits & c.ROLE:
            kind = "thing"
        if not gender and u.language == "de" and kind == "role":
            article = printed.split(" ", 1)[0].lower()
            theirs = ("f" if article.endswith("e") else "m") if article in _OWN else ""
            gender = _ARTICLES.get(article, theirs)
        if not gender and kind == "role" and u.language == "en":
            high = u.bounds(phrase.start)[1]
            own = [word for word in u.low[phrase.end : high] if word in ("himself", "herself")]
            gender = {"himself": "m", "herself": "f"}[own[0]] if own else ""
        return Speaker(printed, kind, gender, at)

    def _described(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """Who was called by this noun before: "the minister"; None for somebody new."""
        bits = u.flags[phrase.head]
        if u.flags[phrase.start] & c.POSSESSIVE and u.language == "en" and bits & c.ROLE:
            return self._kin(u, phrase, noun, at)
        if u.language == "fr":
            if contrasted(u, phrase):
                return self._introduced(u, noun, at)
            if (known := self._just_spoke(u, phrase, noun, at)) is not None:
                return known
        if u.flags[phrase.start] & c.POSSESSIVE or noun in ORDINALS or noun in _ONE:
            return None
        inside = u.low[phrase.start + 1 : phrase.head]
        if u.language == "de" and any(word.rstrip("nrms") in ORDINALS for word in inside):
            return None  # "die erste Kundin"
        several = u.language == "de" and noun.endswith(("en", "er")) and bits & c.ROLE
        if several and u.low[phrase.start] == "die" and u.cues.gender.get(noun) != "f":
            return None  # "die Abgeordneten"
        if u.low[phrase.end : phrase.end + 1] == ["who"]:
            return None  # "The lawyer who drafted it"
        from_there = phrase.head == phrase.start + 2 and u.flags[phrase.head - 1] & CAPITAL
        relative = u.low[phrase.end : phrase.end + 2] == [",", u.low[phrase.start]]
        if u.language == "de" and from_there and relative:
            return None  # "Der Bochumer Fahrer, der noch dasaß"
        body = u.language == "de" and bits & (c.GROUP | c.ROLE) == c.GROUP
        if body and phrase.head + 1 < phrase.end and u.words[phrase.head + 1][0].isupper():
            return None  # "der Verband Pro Bahn"
        human = bits & c.ROLE or (u.language == "fr" and somebody(noun))
        if u.low[phrase.start] in _THESE and human:
            return self._epithet(u, phrase, noun, at)
        if u.low[phrase.start + 1 : phrase.start + 2] == ["même"] and bits & c.ROLE:
            return self._last(("person", "role"), u.cues.gender.get(u.low[phrase.start], ""), at)
        aged = u.low[phrase.end - 1] == "ans" and bool(u.flags[phrase.end - 2] & NUMBER)
        if aged and phrase.head == phrase.end - 4 and human:
            return self._epithet(u, phrase, noun, at)  # « la femme de 29 ans »
        if phrase.end - phrase.start > 3 or any(
            u.flags[i] & c.PREPOSITION for i in range(phrase.start, phrase.end)
        ):
            words = u.print(phrase.start + 1, phrase.end).lower()
            named = self._introduced(u, words, at) if bits & c.ROLE else None
            if noun in KIN:
                return named  # « la mère de l'accusé »
            named = named or self._in_one_office(u, noun, self._going_on(u, phrase, noun, at))
            return named or self._only_one(u, phrase, noun, at) or self._in_office(u, phrase, at)
        if phrase.head > phrase.start and u.low[phrase.head - 1] in _RANKS:
            noun = f"{u.low[phrase.head - 1]} {noun}"  # "the prime minister"
        told = self._told_so(u, phrase, noun, at)
        if told is not None and noun in self.told(told):
            return told
        introduced = self._introduced(u, noun, at)
        since = introduced.at if introduced is not None else -1
        for speaker in reversed(self.history):
            if at - speaker.at > BACK or speaker.at < since:
                break
            if bits & c.GROUP and speaker.kind != "group":
                continue
            if u.language == "en" and bits & _KINDS == c.ROLE and speaker.kind == "group":
                continue  # "the minister’s party" is not the minister
            if (
                u.language == "de"
                and bits & c.ROLE
                and noun.endswith("in")
                and speaker.gender == "m"
            ):
                continue
            if calls(u, noun, self._about(speaker.named)):
                return speaker
        if noun in DOCUMENTS:
            return self._issuer(u, at)
        if bits & c.GROUP and not bits & c.ROLE:
            firm = self._firm(u, phrase, noun, at)
            return firm if firm is not None else self._group(u, phrase, noun, at)
        if introduced is None and noun.startswith("deputy "):
            return self._introduced(u, "deputy", at)  # "the mayor’s deputy, Ann Lee"
        if introduced is not None or " " in noun:
            return introduced
        belongs = phrase.end < len(u.words) and u.low[phrase.end] in _BELONGING
        if belongs and not reporting_infinitive(u, phrase.end + 1):
            return self._only_one(u, phrase, noun, at)
        if (named := self._compound(u, noun, at)) is not None or self._new(noun, at):
            return named
        held = self._in_office_before(u, noun, at) or self._instead(u, phrase, noun, told, at)
        held = held or self._called_ahead(u, noun, at)
        if held is not None:
            return held
        found = self._epithet(u, phrase, noun, at)
        alone = phrase.end == phrase.start + 2 and bits & c.ROLE and noun not in _ANYBODY
        if found is not None and found.kind == "person" and alone:
            self._stood_for.setdefault(noun, (at, found))
        elif found is None and alone and noun in self._stood_for:
            first, before = self._stood_for[noun]
            found = before if first < at and not self._beside(u, before, at) else None
        return found

    def _instead(
        self, u: Unit, phrase: Phrase, noun: str, found: Speaker | None, at: int
    ) -> Speaker | None:
        """Who is told to be what a noun says by another word for it, if it is not rather whoever
        was spoken of last, of whom nothing is told."""
        if found is None:
            return None
        near = self._nearest(u, at, self._noun_sex(u, phrase, noun), noun)
        other = near is not None and near.kind == "person" and near.name != found.name
        return None if other and near is not None and not self._is_told(u, near, noun) else found

    def _firm(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """English: the firm that acted since another one spoke, called "the company"."""
        if u.language != "en" or noun not in _FIRMS or phrase.end - phrase.start > 2:
            return None
        last = self._last(("group",), "", at)
        since = max(last.at if last is not None else -1, at - 700)
        found = self._acting(at, since, "", ("group",))
        if found is None or not found.name.split()[-1][0].isupper():
            return None
        inside = re.compile(rf"[a-z,] {re.escape(found.name)}\b")
        return found if " " in found.name or inside.search(self.text) else None

    def _epithet(self, u: Unit, phrase: Phrase, noun: str, at: int) -> Speaker | None:
        """The person last spoken of, called by what they are: "the farmer", "der
        Benediktiner", "der 62-Jährige"."""
        bits = u.flags[phrase.head]
        article = u.low[phrase.start]
        if not may_go_back(u, phrase, noun):
            return None
        if qualified(u, phrase):
            return self._of_body(u, phrase, at) or self._of_state(u, phrase, at)
        gender = u.cues.gender.get(noun, "")
        if u.language == "fr":
            gender = gender or u.cues.gender.get(article, "") or noun_gender(noun, u.cues.words)
        elif u.language == "de":
            gender = "f" if article == "die" or noun.endswith("in") else "m"
        elif not gender and u.language == "en":
            gender = self._own(u, phrase)
        if u.language == "de" and noun in _MUTUAL:
            last = self.history[-1] if self.history else None
            return self.partner(last, at) if last is not None else None
        found = self._nearest(u, at, gender, noun)
        if found is None and noun in ("intéressé", "intéressée"):
            return self._last(("person",), gender, at)
        acts = bits & c.ROLE and not noun[0].isdigit() and noun not in AUTHORS
        if found is not None and acts and self._beside(u, found, at):
            return None
        if found is not None and self._another(u, phrase, noun, found, at):
            return None
        if found is None or not held_alone(noun, u.language):
            return None if found is not None and self._parted(u, found, at) else found
        if u.language == "de" and " " not in found.name:
            return None
        return None if self._employed(u, found) and not self._holds(u, noun, found) else found

    def _nearest(self, u: Unit, at: int, gender: str, noun: str = "") -> Speaker | None:
        """The person last spoken of whom a noun at ``at`` may go back to."""
        floor = self._scope(at)
        aged = noun[:1].isdigit()  # "die 63-Jährige"
        kinds = ("person", "role") if aged else ("person",)
        last = self._last((*kinds, "either"), gender, at)
        if last is not None and last.at < floor:
            last = None
        since = max(floor - 1, last.at) if last is not None else floor - 1
        acting = self._acting(at, since, gender, kinds)
        if acting is not None and u.language == "en" and not acting.gender:
            acting = self._sexed(u, acting, at)  # it may be a firm
        if acting is None and last is None and noun.endswith("-year-old"):
            return self._acting(at, since, gender, ("role",))
        if u.language == "fr" and acting is None and last is not None:
            return self._named_since(u, last, at, gender) or last
        if acting is not None or last is not None:
            return acting or last
        near = [one for _, one in self._persons(u, floor, at, gender) if one.gender or gender]
        if u.language == "de" and gender:
            near = [one for one in near if one.gender == gender]
        return near[-1] if near else None

    def _in_office(self, u: Unit, phrase: Phrase, at: int) -> Speaker | None:
        """French: the person last spoken of, called by an office that the text has not told:
        « Ada Roy hésite. « … », répond la présidente de la région »."""
        gender = {"le": "m", "la": "f"}.get(u.low[phrase.start], "")
        if u.low[phrase.start] in ("l'", "l’") and u.low[phrase.head] in _EPITHETS:
            gender = "f" if u.low[phrase.head].endswith("e") else "m"
        inverted = phrase.start > 0 and u.flags[phrase.start - 1] & c.VERB
        person = u.flags[phrase.head] & (c.ROLE | c.GROUP) == c.ROLE
        epithet = u.low[phrase.head] in _EPITHETS  # « la gagnante de la saison y revient »
        if not gender or u.language != "fr" or not (epithet or (person and inverted)):
            return None
        found = self._nearest(u, at, gender)
        if found is None or found.kind != "person" or found.gender != gender:
            return None
        if not epithet and (self._beside(u, found, at) or self._trades(u.low[phrase.head], found)):
            return None
        return found if epithet or not self._employed(u, found) else None
