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

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.documents import THERE, unknown_place
from citekit.find.grammar.fronted import concerning
from citekit.find.grammar.marks import Quoted
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import CAPITAL, GENITIVE, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.turned import turned_to
from citekit.find.grammar.verbs import subjunctive
from citekit.find.speakers.antecedents import LAST, Antecedents, subject_of_what
from citekit.find.speakers.french import native, somebody
from citekit.find.speakers.german import accusative, lettered, small
from citekit.find.speakers.groups import BACK, DOCUMENTS
from citekit.find.speakers.introduced import OWNERS
from citekit.find.speakers.names import POSSESSIVE, abstract, nouns, piece
from citekit.find.speakers.others import REPLIED
from citekit.find.speakers.persons import Speaker
from citekit.find.speakers.roles import PERSONS
from citekit.find.speakers.subjects import Subject, reported, saying, verbless, whether

_ARTICLE = re.compile(r"(?:L[’']|L[ae]s? |The |D(?:er|ie|as) |Une? |An? |Eine? )(?=\w)")
#: Adverbs of what words stand on; verbs whose "it" is what words stand on.
_THERE = THERE | frozenset("darauf drauf darunter darüber y".split())
_READS = frozenset("read reads runs ran begins began went goes".split())
_STOP = re.compile(r"[.!?…:][”’\"')]*\s")
#: What begins a clause of what somebody says.
_THAT = frozenset("that dass que qu' qu’".split())
_EVERYBODY = ["tout", "le", "monde"]
#: German demonstratives: who was named last, and their gender.
_LATTER = {
    "der": "m", "die": "f", "dessen": "m", "deren": "f", "dieser": "m", "diese": "f",
    "letzterer": "m", "letztere": "f",
}  # fmt: skip
#: What somebody has: "Roth’s own people".
_OWNED = re.compile(r"[^’']+[’']s? \w")
#: What somebody reads.
_IN_HAND = c.WORK | c.SHEET
#: The end of a sentence that may be a reporting clause: ", she protests."
_CLAUSE_LAST = re.compile(r"[^\W\d_],\s(?:[^\W\d_][\w’'-]*\s){1,4}[^\W\d_][\w’'-]*\.\s*$")


class Speakers(Antecedents):
    """The speakers of one document, in the order in which they spoke."""

    def __init__(
        self, text: str, quoted: Sequence[Quoted], parts: Sequence[tuple[int, int]], language: str
    ) -> None:
        super().__init__(text, quoted, parts, language)
        #: Whom pronouns stood for, by what they are asked with, until one tells a gender.
        self._pronouns: dict[tuple[object, ...], Speaker | None] = {}

    def resolve(
        self, u: Unit, phrase: Phrase, oblique: bool = False, strict: bool = False
    ) -> Speaker | None:
        """Who a phrase speaks of, remembered as the last speaker; None if nobody is found.

        ``oblique`` says that a German phrase is not in the nominative; ``strict`` asks that
        a single word be a name elsewhere too.
        """
        found = self.identify(u, phrase, oblique, strict)
        if found is not None:
            self.remember(found, u.starts[phrase.start])
        return found

    def identify(
        self, u: Unit, phrase: Phrase, oblique: bool = False, strict: bool = False
    ) -> Speaker | None:
        """The same as :meth:`resolve`, but nothing is remembered."""
        at = u.starts[phrase.start]
        if phrase.kind == "pronoun":
            found = self._pronoun(u, phrase.start, at)
            found = found and self._inserted(u, phrase.start, found)
        elif unknown_place(u, phrase):
            return None
        elif phrase.kind == "role":
            if small(u, phrase) or piece(u, phrase) or (not oblique and accusative(u, phrase)):
                return None
            if u.low[phrase.start : phrase.end] == _EVERYBODY:
                return None
            own = u.language == "en" and u.low[phrase.start] in ("his", "her")
            if own and u.flags[phrase.head] & (c.SHEET | c.WORK) and phrase.end == phrase.start + 2:
                found = self._pronoun(u, phrase.start, at)  # "her report stated"
            else:
                found = self._role(u, phrase, at, oblique)
                if found is not None and self._says_of(u, phrase, found):
                    found = self._role(u, phrase._replace(definite=False), at, oblique)
        elif (
            not phrase.names
            or self._common(u, phrase, strict)
            or piece(u, phrase)
            or (u.language == "de" and (nouns(u, phrase) or lettered(u, phrase)))
        ):
            return None
        else:
            found = self._party_member(u, phrase, at) or self._named(u, phrase, at)
            gender = "" if found.kind == "person" else native(u, phrase)
            if gender:
                found = self._nearest(u, at, gender) or found  # « la Lyonnaise »
        article = found is not None and found.kind != "person" and _ARTICLE.match(found.name)
        if found is not None and article and not self.own_article(u, found.name, at):
            found = found._replace(name=found.name[0].lower() + found.name[1:])
        return found

    def _inserted(self, u: Unit, i: int, found: Speaker) -> Speaker | None:
        """Who the pronoun at token ``i`` of an inserted clause is, if ``found`` is what the clause
        around it is on: not somebody's people, nor his own kin: "Roth’s own people, he says, came
        over", „Sein Vater habe, sagt er, …“."""
        low = u.bounds(i)[0]
        comma = i - 1 if u.language == "en" else i - 2
        gender = u.cues.gender.get(u.low[i], "")[:1]
        if found.at < u.starts[low] or comma < low or u.words[comma] != "," or gender not in "mf":
            return found
        owner = _OWNED.match(found.name)
        if owner is not None:
            whole = parse(u, bisect_left(u.starts, found.at), i)
            start = whole.start if whole is not None else low
            stop = next((k + 1 for k in range(start, i) if u.flags[k] & GENITIVE), start)
            whose = parse(u, start, stop) if stop > start else None
            named = (
                self.identify(u, whose) if whose is not None and whose.kind != "pronoun" else None
            )
            return named if named is not None and named.gender in ("", gender) else found
        first = found.name.split()[0].lower()
        if OWNERS.get(first) == gender:
            return self._meant(u, i, u.starts[low]) or found
        return found

    def _looked_at(self, at: int) -> Speaker | None:
        """English: what the writer had in hand in the sentence before: "I spent the weekend with
        the report. It speaks of “…”"."""
        before = next((one for one in self.subjects(at, 400) if one.end <= at), None)
        if before is None or before.phrase is None or before.phrase.kind != "self":
            return None
        u = before.u
        for i in range(before.phrase.end, bisect_left(u.starts, before.end)):
            phrase = parse(u, i, len(u.words)) if u.flags[i] & c.DETERMINER else None
            if phrase is not None and phrase.kind == "role" and u.flags[phrase.head] & _IN_HAND:
                return Speaker(self._printed(u, phrase, False), "group", "", u.starts[i])
        return None

    def _says_of(self, u: Unit, phrase: Phrase, found: Speaker) -> bool:
        """Whether somebody would speak of themselves by a role: « Ada Roth a rappelé que le maire
        s'était engagé »."""
        that = phrase.start - 1
        if that < 1 or u.low[that] not in _THAT or found.kind != "person":
            return False
        low = u.bounds(that)[0]
        whole = clause_subject(u, low, that)
        if whole is None or whole.kind != "name" or whole.end > that:
            return False
        return self._named(u, whole, u.starts[whole.start]).name == found.name

    def _common(self, u: Unit, phrase: Phrase, strict: bool) -> bool:
        """Whether a word has its capital only because it opens a sentence: the text has it
        in lower case too, or, if ``strict``, nowhere else with a capital."""
        start, end = phrase.names[0]
        body = u.flags[start] & c.GROUP and start and u.low[start - 1] in ("im", "vom")
        if u.language == "de" and end - start == 1 and not body and abstract(u, start):
            return not self.attested(u.words[start], u.starts[start], "de")
        if u.language == "de" and strict and end - start == 1 and start and not u.flags[start - 1]:
            return not self.attested(u.words[start], u.starts[start], "de")
        if end - start > 1 or (start and u.words[start - 1] not in ".!?:“”"):
            return False
        if start and u.flags[start - 1] & QUOTE and u.ending(start - 1) == ",":
            return False  # "“…,” Lee said": no sentence begins there
        word = u.low[start]
        at = u.starts[start]
        name = POSSESSIVE.sub("", u.words[start])
        if strict and start == phrase.start and not self.attested(name, at, u.language):
            return True
        return word not in GIVEN and self.lowered(word, at)

    def acting(self, at: int, groups: bool = False) -> Speaker | None:
        """Who acts in the sentence before ``at``, remembered as the last speaker; None if
        nobody does.  Not only a person may, if ``groups``."""
        before = next(self.subjects(at, 600), None)
        if groups and before is not None:
            placed = self._placed(before)
            if placed is not None:
                self.remember(placed, at)
                return placed
        if groups or (before is not None and self._told(before)):
            for sentence in self.subjects(at, 900):
                last = self.history[-1] if self.history else None
                if last is not None and sentence.start <= last.at < sentence.end:
                    self.remember(last, last.at)
                    return last
                before = sentence
                named = (
                    sentence.phrase is not None
                    and sentence.phrase.kind == "name"
                    and self._subject_speaker(sentence.u, sentence.phrase) is not None
                )
                if named or not reported(sentence):
                    break
        asking = before is not None and before.u.language == "de" and whether(before)
        if before is not None and (asking or self.text[before.end - 1] == "?"):
            # The writer asks of somebody, or whoever spoke last.
            asked = self._asked(before)
            if asked is not None:
                self.remember(asked, at)
                return asked
            last = self._last(("person", "either"), "", at)
            return last if last is not None and at - last.at < 700 else None
        turned = self._turned(before) if before is not None and not groups else None
        if turned is not None:
            self.remember(turned, at)
            return turned
        if before is not None and before.phrase is None and verbless(before):
            before = next(self.subjects(before.start, 300), None)
            if before is not None and before.phrase is not None:
                before = before if before.phrase.kind in ("name", "pronoun") else None
        if before is None or before.phrase is None:
            return None
        u, phrase = before.u, before.phrase
        place = u.starts[phrase.start]
        if phrase.kind == "self":
            found = self._met(before)
        elif phrase.kind == "pronoun":
            found = self._pronoun(u, phrase.start, place)
        elif u.flags[phrase.start] & c.POSSESSIVE and u.flags[phrase.head] & c.SPEECH:
            found = self._pronoun(u, phrase.start, place)  # "Ihr Fazit fällt nüchtern aus."
        else:
            found = self._subject_speaker(u, phrase)
            if found is None and groups and saying(before):
                found = self.identify(u, phrase)  # "Die Branche warnt. Das sei „…“."
                if found is not None and found.kind == "thing":
                    found = found._replace(kind="group")
        fits = found is not None and (
            found.kind in PERSONS or (groups and found.kind in ("group", "several"))
        )
        if found is None or not fits:
            return None
        self.remember(found, at)
        return found

    def _turned(self, sentence: Subject) -> Speaker | None:
        """French: whom a sentence turns to whose subject is nobody."""
        u, phrase = sentence.u, sentence.phrase
        if u.language != "fr" or (
            phrase is not None and phrase.kind == "role" and somebody(u.low[phrase.head])
        ):
            return None
        low, high = bisect_left(u.starts, sentence.start), bisect_left(u.starts, sentence.end)
        whom = turned_to(u, phrase, low, high)
        if whom is None:
            return None
        if whom.kind == "name":
            return self._subject_speaker(u, whom)
        found = self._pronoun(u, whom.start, u.starts[whom.start])
        return found if found is not None and found.kind in PERSONS else None

    def _told(self, sentence: Subject) -> bool:
        """German: whether a sentence only goes on with what somebody said, of whom the one
        before speaks: "Roth widersprach. Die Leute hätten davon aus dem Radio erfahren."."""
        u, phrase = sentence.u, sentence.phrase
        if u.language != "de" or not reported(sentence):
            return False
        if phrase is None or phrase.kind == "self":
            return self.text[sentence.end - 1] != "?"
        if phrase.kind != "role":
            return False
        own = phrase.end < len(u.low) and subjunctive(u, phrase.end)  # "Der Chef habe gelacht."
        return own or not u.flags[phrase.head] & c.ROLE

    def _asked(self, sentence: Subject) -> Speaker | None:
        """Of whom a question speaks: "Does she dream of it?", but not "Who is he?"."""
        u = sentence.u
        start = bisect_left(u.starts, sentence.start)
        end = bisect_left(u.starts, sentence.end)
        if u.low[start] in ("who", "whose", "wer", "wessen", "qui"):
            return None
        if u.language == "fr" and u.low[start] in ("son", "sa", "ses"):
            return self._pronoun(u, start, u.starts[start])  # « Sa devise ? « … » »
        for i in range(start, end):
            if u.low[i] in ("he", "she", "er", "il", "elle") or (
                u.low[i] == "sie" and u.words[i].islower() and not _several(u, i)
            ):
                return self._pronoun(u, i, u.starts[i])
        return None

    def subject(self, sentence: Subject) -> Speaker | None:
        """Whom the subject of a sentence names, if it is somebody who may speak."""
        phrase = sentence.phrase
        return None if phrase is None else self._subject_speaker(sentence.u, phrase)

    def reporting(self, at: int) -> Speaker | None:
        """Who speaks in the sentence before ``at``, if it ends with a reporting clause and
        has no quotation: "Too grand, she protests."""
        if not _CLAUSE_LAST.search(self.text, max(0, at - 80), at):
            return None
        before = next(self.subjects(at, 400), None)
        if before is None:
            return None
        u = before.u
        end = bisect_left(u.starts, before.end)
        start = bisect_left(u.starts, before.start)
        if "“”" in u.words[start:end] or "," not in u.words[start:end]:
            return None
        comma = end - 1 - u.words[start:end][::-1].index(",")
        verb = comma + 1
        if u.language == "en":
            phrase = parse(u, comma + 1, end)
            verb = phrase.end if phrase is not None else end
        else:
            phrase = after(u, comma + 2, end)
            if u.language == "fr" and phrase is not None and u.flags[verb] & c.AUX:
                verb = phrase.end  # « …, a-t-il admis. »
        if phrase is None or phrase.kind == "self" or verb >= end or not u.flags[verb] & c.SAY:
            return None
        if max(verb + 1, phrase.end) + 2 < end:
            return None  # the sentence goes on
        return self.resolve(u, phrase)

    def _met(self, sentence: Subject) -> Speaker | None:
        """Whom a sentence speaks of whose subject is the writer: "I put it to Lee"."""
        u = sentence.u
        persons = self._persons(u, sentence.start, sentence.end, "")
        if persons:
            return persons[-1][1]
        for i, at in enumerate(u.starts):
            if sentence.start <= at < sentence.end and (
                u.low[i] in ("him", "ihn", "ihm", "he", "she", "er", "il", "elle")
            ):
                return self._pronoun(u, i, at)
        return None

    def _pronoun(self, u: Unit, i: int, at: int) -> Speaker | None:
        """Whom the pronoun at token ``i`` stands for; it tells the gender of a person."""
        found = self._questioned(u, i, at) or self._meant(u, i, at)
        gender = u.cues.gender.get(u.low[i], "")
        gender = {"his": "m", "fp": "f" if not _several(u, i) else ""}.get(gender, gender)
        if found is None or found.gender or gender not in ("m", "f"):
            return found
        if found.kind == "person" or (found.kind == "either" and u.language == "en"):
            key = (found.name.rsplit(None, 1)[-1], u.language)
            if not self._genders.get(key):
                self._genders[key] = gender
                self._named_subjects.clear()
                self._pronouns.clear()
        return found._replace(gender=gender)

    def _questioned(self, u: Unit, i: int, at: int) -> Speaker | None:
        """English: who replies: whom the sentence before says that somebody asked."""
        gender = u.cues.gender.get(u.low[i], "")
        if REPLIED.isdisjoint(u.low[i + 1 : i + 2]) or gender not in ("m", "f"):
            return None
        before = next(self.subjects(at, 600), None)
        while before is not None and before.end > at:
            before = next(self.subjects(before.start, 600), None)
        if before is None or before.u.language != "en":
            return None
        v = before.u
        end = bisect_left(v.starts, before.end)
        for k in range(bisect_left(v.starts, before.start) + 1, end - 1):
            if v.low[k] == "asked" and not v.flags[k - 1] & (c.AUX | PUNCTUATION):
                phrase = parse(v, k + 1, end)
                phrase = phrase and with_name(v, phrase, end)
                person = phrase is not None and (
                    phrase.kind == "name" or bool(v.flags[phrase.head] & c.ROLE)
                )
                if phrase is None or not person:
                    return None
                found = self.identify(v, phrase)
                fits = found is not None and found.kind in PERSONS
                return found if fits and found and found.gender in ("", gender) else None
        return None

    def _meant(self, u: Unit, i: int, at: int) -> Speaker | None:
        """Whom the pronoun at token ``i`` stands for; asked again of one place, while nobody
        spoke, it is the same."""
        verb = u.low[i + 1] if i + 1 < len(u.low) else ""
        key = (at, u.low[i], verb, _several(u, i), u.language, *self.history)
        if key not in self._pronouns:
            self._pronouns[key] = self._stands_for(u, i, at, verb)
        return self._pronouns[key]

    def _stands_for(self, u: Unit, i: int, at: int, verb: str) -> Speaker | None:
        topic = concerning(u, i) if u.language == "fr" else None
        if topic is not None:
            return self.identify(u, topic)
        own = self._where(u, i)
        if own is not None:
            return own
        word = u.low[i]
        if u.language == "fr":
            latter = self._last_named(u, i, at) if word in LAST else self._named_latter(u, i, at)
            several = word in ("ceux-ci", "celles-ci", "ces")
            latter = latter or (self._last_several(u, at) if several else None)
            if latter is not None:
                return latter
        wanted = u.cues.gender.get(word, "")
        if u.language == "de" and word in _LATTER:
            return self._latter(u, at, _LATTER[word])
        if word in _THERE or (wanted == "n" and verb in _READS):
            place = self._there(u, at) if u.language == "de" and word == "dort" else None
            if place is not None:
                return place
            sheet = self._sheet(u, at, 400)
            if sheet is None and word in THERE:
                sheet = self._document(u.language, at)
            if sheet is not None or word in _THERE:
                return sheet
        if wanted == "n" and verb in ("said", "says", "stated"):
            sheet = self._sheet(u, at, 240)
            new = sheet is not None and sheet.name.split()[0] in ("a", "an", "his", "her")
            if new and sheet is not None and not sheet.name.endswith("statement"):
                return sheet  # "She got a text message. “…,” it said."
        if word in ("his", "her", "sein", "seine", "son", "sa", "their", "its", "ihr", "ihre"):
            wanted = {"his": "m", "her": "f", "sein": "m", "seine": "m"}.get(word, "")
        if wanted == "p" or word in ("their", "ils", "elles", "leur", "leurs"):
            pair = self._pair(at)
            if pair is not None:
                return pair
            last = self._last(("several", "group", "role"), "", at)
            acting = self._acting(at, last.at if last else -1, "", ("several", "group"))
            return acting or last or self._last(PERSONS, "", at)
        if wanted == "n" and (thing := subject_of_what(u, i)) is not None:
            return self.identify(u, thing)
        if wanted == "n" or word == "its":
            last = self._single(u, at)
            since = last.at if last is not None else -1
            last = self._acting(at, since, "", ("group",)) or last or self._organisation(u, at)
            sheet = self._sheet(u, at, 240) if u.language == "en" and wanted == "n" else None
            if last is None and sheet is None and u.language == "en":
                return self._looked_at(at)
            if sheet is None or sheet.name.rsplit(None, 1)[-1] in DOCUMENTS:
                return last  # "in a statement it said"
            if not _STOP.search(self.text, sheet.at, at):
                return last  # "In a letter to the board, it asked …"
            return sheet if last is None or sheet.at > last.at else last
        if wanted == "fp" and _several(u, i):
            pair = self._pair(at)
            if pair is not None:
                return pair
            last = self.history[-1] if self.history else None
            if last is not None and last.kind in ("several", "group") and at - last.at < BACK:
                return last
            return self._people(at)
        if wanted == "fp":
            wanted = "f"
        last_person = self._last(PERSONS, wanted, at)
        if last_person is not None and last_person.kind == "either" and not last_person.gender:
            other = self._last(("person", "role"), wanted, at)
            beside = "\n" not in self.text[last_person.at : at]
            if other is not None and (not beside or "\n" not in self.text[other.at : at]):
                last_person = other
        if wanted and last_person is not None:
            last_person = self._lasting(u, last_person, wanted, at)
            before = self._alone_before(u, at, wanted, last_person.at)
            if before is not None:
                return before
            last_person = self._alone(u, at, wanted, last_person.at) or last_person
        since = last_person.at if last_person else -1
        subject = self._subject(u, at, since, wanted)
        if wanted and subject is not None and self._passing(u, subject, "", at):
            subject = self._acting(at, since, wanted, ("person",)) or subject
        if wanted and subject is not None and subject.kind == "group":
            near = self._noun(u, at, wanted)  # "… die Stadt. Am Telefon ist seine Frau. Sie sagt"
            subject = near if near is not None and near.at > subject.at else subject
        subject = subject and self._past_kin(u, subject, last_person, wanted, i)
        if wanted and subject is not None and subject.kind == "role" and not subject.gender:
            subject = self._turned_to(u, subject, wanted, at) or subject
        return (
            subject
            or last_person
            or (self._of_whom(u, at, wanted) if wanted else None)
            or self._anybody(u, at, wanted)
            or (self._noun(u, at, wanted) or self._ahead(u, at, wanted))
            or (self._last(("group",), wanted, at) if u.language == "fr" else None)
            or (self._acting(at, -1, "", ("group",)) if word in ("ses", "son", "sa") else None)
        )


def _several(u: Unit, i: int) -> bool:
    """German: whether the verb beside "sie" is in the plural."""
    for k in (i - 1, i + 1):
        if 0 <= k < len(u.words) and u.flags[k] & (c.VERB | c.AUX) and not u.flags[k] & CAPITAL:
            if k > i and u.flags[k] & c.PARTICIPLE and not u.flags[k] & c.AUX:
                return u.low[k + 1 : k + 2] in (["haben"], ["hatten"], ["hätten"])
            return u.low[k].endswith("en") or u.low[k] == "sind"
    return False
