"""Attributions that only German has: the Konjunktiv of reported speech and the clause that
governs it, „…, so die Kammer, …“."""

from __future__ import annotations

import re

from citekit.find.cues import bits as c
from citekit.find.grammar.backwards import ending_at, oblique
from citekit.find.grammar.clauses import WANTING, Attribution
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after, antecedent
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import GIVING, subjunctive, verbal
from citekit.find.quotations.places import Places
from citekit.find.quotations.written import LABELS

#: What a reply begins with.
_THEN = frozenset("darauf daraufhin dann worauf".split())
_COMING = frozenset("kommt kam kommen kamen".split())
#: Verbs of what comes from somebody.
_GETTING = frozenset(
    """bekommt bekam bekommen bekamen erhält erhielt erhalten erhielten stammt stammte stammen
    erntet erntete""".split()
)
#: Nouns of speech that come from somebody.
_CRITICISM = frozenset("kritik lob widerspruch zustimmung spott zuspruch protest".split())
#: Nouns of words that somebody does something with.
_WORDINGS = frozenset("worten argument begründung".split())
#: Endings of nouns of what somebody calls out or asks.
_CALLS = ("ruf", "frage", "hinweis", "einwand", "antwort", "vorwurf", "wort")
#: Before a question or keyword that somebody else puts.
_PUT = [["die", "frage"], ["der", "frage"], ["den", "vorwurf"], ["das", "stichwort"]]
#: Verbs of what a word means.
_MEANING = frozenset("heiße heißt bedeute bedeutet bedeutete hieße".split())
_NAMING = frozenset("nennt nennen nannte nannten tauften".split())
_FROM = ("aus", "von", "vom", "seitens")
_OWN = frozenset("eigenen eigenem eigener".split())
#: Nouns of what somebody says of themselves.
_ACCOUNTS = frozenset(
    "angaben aussage bekunden worten darstellung einschätzung aussagen auskunft".split()
)
#: Endings of nouns of persons in the plural.
_SEVERAL = ("innen", "anten", "isten", "leute", "toren", "enden", "igten", "igte")
#: Verbs with "von".
_SPEAKING = frozenset(
    "spricht sprach sprechen sprachen redet redete reden redeten schreibt schrieb".split()
)


#: What stands alone before a colon, and says nothing itself: "Fazit: Der Platz sei „…“".
_HEADS = frozenset(
    """fazit grund folge ergebnis problem vorteil nachteil ziel motto hintergrund anlass beispiel
    bedingung konsequenz clou haken pointe resümee resultat""".split()
)
_OF = frozenset("von des der vom beim bei".split())
_SAID_TO_BE = frozenset("sei seien wäre wären".split())
_GOING = frozenset("geht gehen ging gingen".split())


#: Behind what somebody is called.
_NICKNAMED = re.compile(
    r",? wie (?:er|sie|es|man|[^\W\d_]+) (?:[^\W\d_]+ ){0,3}?(?:genannt|heißt|hieß|nennt)"
)
#: Papers whose names have more than one word: „Welt am Sonntag“.
_PAPER = re.compile(r"[A-ZÄÖÜ][\w-]+ am Sonntag")


def _is_paper(u: Unit, q: int) -> bool:
    """Whether the words at token ``q`` are a paper's name: "hatte in der „Welt am Sonntag“ …"."""
    quote = u.quotes[q]
    return _PAPER.fullmatch(u.text, quote.inner_start, quote.inner_end) is not None


def _is_nickname(u: Unit, q: int) -> bool:
    """Whether everybody calls somebody so: "der Schotte, den alle nur „Big Mac“ nannten"."""
    behind = u.low[q + 1 : q + 2]
    return behind in (["nannten"], ["nennen"], ["rufen"], ["riefen"]) and bool(
        {"alle", "viele", "freunde", "kollegen"} & set(u.low[max(0, q - 4) : q])
    )


class German(Places):
    """The rules for German alone."""

    def _called(self, q: int, low: int) -> bool:
        """Whether something is called so: "das künftig „Forum Nord“ heißen soll", "die
        Kollegen nennen sie „die Windmühle“"."""
        u = self.u
        after = u.low[q + 1 : q + 3]
        if after[:1] in (["heißen"], ["heißt"], ["hieß"], ["getauft"], ["taufte"]):
            return after[1:] != ["es"]
        if after[:1] and after[0] in _NAMING and "sich" in u.low[max(low, q - 6) : q]:
            return True  # "der sich seit 2014 „Forum“ nennen darf"
        if self.shape(q).words > 2 or not u.flags[q - 1] & (c.DEFINITE | c.POSSESSIVE):
            return False
        verb = next((k for k in range(low, q) if u.low[k] in _NAMING), q)
        return any(u.low[i] in ("ihn", "sie") for i in range(verb + 1, q))

    def _names_group(self, q: int, low: int) -> bool:
        """Whether the words are the name of a group: "eine Erklärung der Gruppe „…“"."""
        u = self.u
        shape = self.shape(q)
        if q - low < 2 or shape.words > 4:
            return False
        if shape.capital and self._called(q, low):
            return True
        if not shape.capital or shape.pause:
            return False
        bits = u.flags[q - 1]
        other = c.SHEET | c.SPEECH | c.WORK | c.ROLE
        several = u.low[q - 1].endswith(_SEVERAL)  # "die Demonstranten „…“"
        giving = (*u.low[low:q], *u.low[q + 1 : q + 2])
        several = several or not GIVING.isdisjoint(giving)  # "warf der Partei „…“ vor"
        if u.words[q - 1].isupper() or self._named_behind(q):
            return False  # "nannte sie in der FAZ „…“", "was die Partei „…“ nennt"
        return bool(bits & CAPITAL and bits & c.GROUP and not bits & other) and not several

    def _named_behind(self, q: int) -> bool:
        """Whether a verb of naming follows: "was die Partei „…“ nennt"; or one of hearing."""
        if self.u.low[q + 2 : q + 3] == ["lassen"]:
            return True  # "Roth muss sich von Holm „Verrat“ vorwerfen lassen"
        return q + 1 < len(self.u.flags) and bool(self.u.flags[q + 1] & c.NAME)

    def _answers(self, q: int, low: int) -> Attribution | None:
        """No verb before a colon: "…, und der Vater: „…“", "Darauf die Nichte, trocken: „…“"."""
        u = self.u
        called = self._called_from(q, low)
        if called is not None:
            return called
        for start in range(q - 2, max(low, q - 8), -1):
            joined = u.flags[start - 1] & c.JOIN and u.words[start - 2] == ","
            if not (joined or (start == low + 1 and u.low[low] in _THEN)):
                continue
            phrase = parse(u, start, q)
            spoke = ("name", "role") if joined else ("name", "role", "pronoun")
            if phrase is None or phrase.kind not in spoke or oblique(u, phrase):
                return None
            end = phrase.end
            manner = u.words[end] == "," and all(
                word.islower() for word in u.words[end + 1 : q - 1]
            )
            if end != q - 1 and not manner:
                return None
            return Attribution(phrase, start, end, "cue-before", 0.85, reason="colon")
        return None

    def _called_from(self, q: int, low: int) -> Attribution | None:
        """From whom a word comes, without a verb beside it: "Es gab Beifall und von Ada Roth
        den Zuruf: „…“"."""
        u = self.u
        if u.low[q - 3] not in ("den", "die", "einen", "eine", "der", "das") or q - 5 < low:
            return None
        if not (u.flags[q - 2] & c.SPEECH or u.low[q - 2].endswith(_CALLS)):
            return None
        for i in range(q - 5, max(low, q - 12) - 1, -1):
            if u.low[i] in ("von", "vom") and not u.flags[i] & CAPITAL:
                phrase = parse(u, i + 1, q)
                if phrase is None or phrase.kind not in ("name", "role") or phrase.end != q - 3:
                    return None
                return Attribution(phrase, i, q - 1, "speech-noun", 0.85, reason=u.low[q - 2])
        return None

    def _mentions(self, q: int, low: int) -> bool:
        """Whether a word or two are only spoken of or name a thing: "„Bald“ heiße nicht
        heute", "eine Gruppe namens „Nord“", "der Kahn „Loreley“"."""
        u = self.u
        shape = self.shape(q)
        if u.low[q - 2 : q] in _PUT and q - 2 >= low:
            return True  # "Auf die Frage „Wer zahlt?“ sagt Roth …"
        if q == low and shape.words < 4 and _NICKNAMED.match(u.text, u.ends[q]):
            return True  # "„Mutti“, wie sie genannt wurde, …"
        inner = u.ending(q) in ",.!?…"
        if shape.words > 3 or inner or q == low:
            means = u.low[q + 1 : q + 2] and u.low[q + 1] in _MEANING and shape.words < 3
            return bool(means) and u.low[q + 2 : q + 3] != ["es"]
        if u.low[q - 1] in ("namens", "genannt", "namen", "pseudonym", "kürzel", "spitznamen"):
            return True
        if _is_paper(u, q) or _is_nickname(u, q):
            return True
        office = q - 2 > low and u.flags[q - 2] & c.ROLE and u.low[q - 1] in _OF
        if office and shape.capital and _SPEAKING.isdisjoint(u.low[low:q]):
            return True  # "Ada Roth, Sprecherin von „Nordlicht“"
        bits = u.flags[q - 1]
        other = c.SHEET | c.SPEECH | c.WORK | c.ROLE | c.GROUP
        if not bits & CAPITAL or bits & other or not shape.capital or shape.words > 2:
            return False
        if self._named_behind(q) or not GIVING.isdisjoint(u.low[q + 1 : q + 2]):
            return False  # "der Plan, den Ada Roth „Unsinn“ nennt", "hat Holm „Unsinn“ vorgeworfen"
        if self._is_predicate(q, low):
            return False
        return not any(verbal(u, i) for i in range(low, q) if not u.flags[i] & (c.AUX | c.BE))

    def _is_predicate(self, q: int, low: int) -> bool:
        """Whether the words are what a thing is said to be: "Ohne Jagd sei der Wald „Beute“"."""
        u = self.u
        k = next((k for k in range(q - 2, max(low, q - 6), -1) if u.low[k] in _SAID_TO_BE), 0)
        if not k or not u.flags[low] & (c.PREPOSITION | c.ADVERB | c.SUBORDINATE):
            return False
        phrase = parse(u, k + 1 + u.low[k + 1].startswith("jede"), q)
        return phrase is not None and phrase.end == q

    def _coming(self, q: int, low: int) -> Attribution | None:
        """From whom words come: "Vom Verband kommt der Vorwurf, das sei „…“"."""
        u = self.u
        verb = next((k for k in range(low, q) if u.low[k] in _COMING), -1)
        if u.words[q - 1] == ":":
            return self._coming_last(q, low)
        if verb < 0 or not any(
            u.flags[i] & c.SPEECH or u.low[i] in _CRITICISM for i in range(low, q)
        ):
            return None
        for i in range(low, q - 1):
            if u.low[i] in ("von", "vom", "aus", "seitens"):
                phrase = parse(u, i + 1, q)
                if phrase is None or phrase.kind not in ("name", "role"):
                    return None
                return Attribution(phrase, i, phrase.end, "according-to", 0.85, reason=u.low[verb])
        return None

    def _so(self, q: int, low: int) -> Attribution | None:
        """Whom "so" names before a colon: "Daran sei er selbst schuld, so Ada Roth: „…“"."""
        u = self.u
        for i in range(q - 2, max(low, q - 12), -1):
            if u.low[i] == "so" and u.words[i - 1] in ",–—-":
                phrase = parse(u, i + 1, q)
                close = phrase.end if phrase is not None else q
                behind = all(u.flags[k] & (c.ADVERB | c.TIME) for k in range(close, q - 1))
                if phrase is None or not behind or not self._speaks(phrase):
                    return None
                return Attribution(phrase, i, phrase.end, "cue-before", 0.85, reason="so")
        return None

    def _coming_last(self, q: int, low: int) -> Attribution | None:
        """From whom words come, before a colon: "Zuspruch bekommt sie von Ada Roth: „…“"."""
        u = self.u
        if not any(u.low[k] in _COMING or u.low[k] in _GETTING for k in range(low, q)):
            return None
        for i in range(q - 2, max(low, q - 12) - 1, -1):
            if u.low[i] in ("von", "vom", "aus") and not u.flags[i] & CAPITAL:
                phrase = parse(u, i + 1, q)
                if phrase is None or phrase.kind not in ("name", "role"):
                    return None
                comes = u.low[phrase.end] in _COMING or u.low[phrase.end] in _GETTING
                if phrase.end != q - 1 and u.words[phrase.end] != "," and not comes:
                    return None
                return Attribution(phrase, i, phrase.end, "according-to", 0.85, reason="von")
        return None

    def _opening(self, q: int, low: int, high: int) -> Attribution | None:
        """A quotation that opens its sentence, alone or with "von" or "als", before the verb
        and its subject: "Von einem „Skandal“ sprach Ada Roth", "„Mutig“ nennt Roth das"."""
        u = self.u
        k = q + 1
        named = self._named_last(k, high)
        if k + 1 >= high or u.flags[k] & (CAPITAL | PUNCTUATION | QUOTE | c.BE):
            return None
        if u.flags[k] & c.AUX and not named:
            return None
        lead = u.low[low] if low < q else ""
        if low < q and any(u.flags[i] & ~(c.DETERMINER | c.CLITIC) for i in range(low + 1, q)):
            return None
        said = u.low[k] in _SPEAKING if lead in ("von", "vom") else bool(u.flags[k] & c.NAME)
        wished = u.flags[k] & c.ACT and u.low[k + 1] == "sich" and not u.flags[k] & c.PARTICIPLE
        said = said or bool(wished) or (named and lead not in ("von", "vom", "für"))
        said = said or (u.low[k] in _GOING and u.low[high - 2] == "aus")
        held = lead == "für" and u.low[k] in ("hält", "halten", "hielt", "hielten")
        if lead not in ("", "von", "vom", "als", "ein", "eine", "einen", "für") or not (
            (said and lead != "für") or held or (lead == "als" and verbal(u, k))
        ):
            return None
        phrase = after(u, k + 1, high)
        if phrase is None or oblique(u, phrase) or not self._speaks(phrase):
            return None
        end = max(k + 1, phrase.end)
        return Attribution(phrase, k, end, "cue-after", 0.85, reason=u.low[k])

    def _named_last(self, k: int, high: int) -> bool:
        """Whether the clause of the auxiliary at ``k`` ends with a participle of naming: "Ein
        „Märchen“ hat Roth das genannt"."""
        u = self.u
        if k >= high or u.low[k] not in ("hat", "haben", "hatte", "hatten"):
            return False
        end = next((i for i in range(k + 1, high) if u.flags[i] & (PUNCTUATION | QUOTE)), high)
        both = c.NAME | c.PARTICIPLE
        return u.flags[end - 1] & both == both

    def _worded(self, q: int, low: int) -> Attribution | None:
        """How somebody puts it: "…, wie sie es ausdrückte, „…“"; "Mit den Worten „…“ ging
        Roth"."""
        u = self.u
        if u.low[q - 1] in ("worten", "satz", "ruf") and u.low[low] in ("mit", "unter"):
            if q - low > 4 or q + 2 >= len(u.words) or not verbal(u, q + 1):
                return None
            phrase = after(u, q + 2, u.bounds(q)[1])
            if phrase is None or oblique(u, phrase) or not self._speaks(phrase):
                return None
            return Attribution(phrase, low, phrase.end, "speech-noun", 0.75, reason=u.low[q - 1])
        if u.low[q - 1 - (u.words[q - 1] == ":")] in _WORDINGS:
            return self._words_of(q, low)
        k = q - 1 - (u.words[q - 1] == ",")
        if k - 2 <= low or not verbal(u, k):
            return None
        if u.low[k - 1] != "es":
            return self._as_said(q, low)
        wie = next((i for i in range(k - 2, max(low, k - 9), -1) if u.low[i] == "wie"), 0)
        phrase = parse(u, wie + 1, k - 1) if wie else None
        if phrase is None or phrase.end != k - 1 or phrase.kind == "self":
            return None
        return Attribution(phrase, wie, k + 1, "cue-clause", 0.85, reason=u.low[k])

    def _as_said(self, q: int, low: int) -> Attribution | None:
        """Who says it by a clause before, whatever its verb: "…, wie Roth nicht unerwähnt
        lassen will, „…“"."""
        u = self.u
        for i in range(q - 3, low, -1):
            if u.words[i] == "," or u.flags[i] & QUOTE:
                return None
            if u.low[i] != "wie" or u.words[i - 1] != "," or u.words[q - 1] != ",":
                continue
            phrase = parse(u, i + 1, q - 1)
            if phrase is None or phrase.kind == "self" or oblique(u, phrase):
                return None
            if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
                return None
            return Attribution(phrase, i, q - 1, "cue-clause", 0.8, reason="wie")
        return None

    def _words_of(self, q: int, low: int) -> Attribution | None:
        """Who does something with words: "Roth verließ den Saal mit den Worten „…“"."""
        u = self.u
        at = next((i for i in range(q - 2, max(low, q - 5), -1) if u.low[i] == "mit"), 0)
        phrase = clause_subject(u, low, at) if at else None
        if phrase is None or phrase.kind == "self" or phrase.end > at:
            return None
        if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        passive = any(u.flags[i] & c.BE and not u.flags[i] & CAPITAL for i in range(low, at))
        if passive or any(u.low[i].startswith("zitier") for i in range(low, at)):
            return None
        return Attribution(phrase, phrase.start, q, "speech-noun", 0.7, reason=u.low[q - 1])

    def _own_words(self, q: int, low: int) -> Attribution | None:
        """By their own account: "Roth, der nach eigenen Angaben „nichts davon wusste“"."""
        u = self.u
        high = u.bounds(q)[1]
        nach = next((i for i in range(low, high - 2) if u.low[i + 1] in _OWN), -1)
        if nach < 0 or u.low[nach] not in ("nach", "laut") or u.low[nach + 2] not in _ACCOUNTS:
            return None
        for i in range(min(nach, q) - 1, low, -1):
            if u.words[i - 1] == "," and u.low[i] in ("der", "die", "das"):
                phrase = antecedent(u, i, low)
                break
            if u.words[i - 1] == "," and u.flags[i] & c.SUBORDINATE:
                phrase = ending_at(u, nach - 1, i + 1)  # "weil ihm Roth nach eigenen Angaben …"
                break
            if u.words[i] == ",":
                phrase = None
                break
        else:
            phrase = None
        phrase = phrase or clause_subject(u, low, high)
        if phrase is None or phrase.kind == "self" or not self._speaks(phrase):
            return None
        return Attribution(phrase, nach, nach + 3, "according-to", 0.8, reason=u.low[nach + 2])

    def _alike(self, q: int, previous: int) -> Attribution | None:
        """A clause that leaves out the verb of the one before: "Ein Mann rief „Ja!“, eine
        Frau neben ihm „Nein!“", "Jemand ruft „Ja“, ein anderer: „Nein!“"."""
        u = self.u
        j = previous + 1
        if u.flags[j] & c.PARTICIPLE and not u.flags[j] & CAPITAL:
            j += 1  # "…, einen „Fehler“ genannt, sein Vize einen „Skandal“"
        if u.words[j] != "," or u.sentence[previous] != u.sentence[q]:
            return None
        phrase = parse(u, j + 1, q)
        if phrase is None and u.low[j + 1 : j + 3] in (["ein", "anderer"], ["eine", "andere"]):
            phrase = Phrase(j + 1, j + 3, "role", (), j + 2)
        if phrase is None or phrase.kind == "self" or oblique(u, phrase):
            return None
        if phrase.kind == "role" and not self._speaks(phrase):
            return None
        own = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        verb = phrase.end if own and verbal(u, phrase.end) else -1
        if verb > 0 and u.flags[verb] & c.AUX:
            return None
        for i in range(phrase.end, q):
            if i == verb:
                continue  # "…, Ada Roth vermisst „Mut“"
            if u.flags[i] & (c.VERB | c.AUX | QUOTE | c.JOIN) & ~CAPITAL or verbal(u, i):
                return None
            if u.flags[i] & PUNCTUATION and (u.words[i] != ":" or i != q - 1):
                return None
        return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.75, reason="gapping")

    def _labels(self, q: int, low: int) -> bool:
        """Whether a word or two are printed on something that says nothing: "eine Dose mit
        der Aufschrift „Salz“"."""
        u = self.u
        if q - low < 4 or u.low[q - 1] not in LABELS or self.shape(q).words > 2:
            return False
        with_it = next((i for i in range(q - 2, max(low, q - 6), -1) if u.low[i] == "mit"), 0)
        return with_it > low and not u.flags[with_it - 1] & c.SHEET and self.shape(q).capital

    def _intended(self, q: int, low: int) -> Attribution | None:
        """What somebody wants to do: "Roth will das Urteil „in Ruhe lesen“"."""
        u = self.u
        quote = u.quotes[q]
        shape = self.shape(q)
        verb = u.text[quote.inner_end - 2 : quote.inner_end] == "en"
        manner = shape.words > 2 and not shape.capital and not u.flags[q - 1] & c.DETERMINER
        wish = shape.words > 2 and u.words[q + 1 : q + 2] == [
            "."
        ]  # "Roth will „Ruhe statt Streit“."
        if shape.words < 2 or not (verb or manner or wish):
            return None
        k = next((k for k in range(low, q) if u.low[k] in WANTING), -1)
        if k < 0 or any(u.words[i] in ",:;" for i in range(k, q)):
            return None
        phrase = clause_subject(u, low, q)
        if phrase is None or phrase.kind == "self" or phrase.end > q:
            return None
        if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        return Attribution(phrase, phrase.start, k + 1, "cue-clause", 0.7, reason=u.low[k])

    def _parenthesis(self, j: int, phrase: Phrase, q: int) -> bool:
        """German: whether "so" at ``j`` and whom it names stand between commas: "Das sei,
        so die Kammer, „…“", "man müsse, so Roth unter Gelächter, „…“"."""
        u = self.u
        if u.words[j - 1] != "," or not self._speaks(phrase):
            return False
        close = phrase.end
        if u.words[close : close + 1] == ["("]:
            close = next((i for i in range(close, q) if u.words[i] == ")"), close)
        for i in range(close, min(q, close + 5)):
            if u.words[i] == ")":
                continue  # "so Roth (2003, S. 12), „…“"
            if u.words[i] == ",":
                return True
            if u.flags[i] & (c.VERB | c.AUX | PUNCTUATION | QUOTE) & ~CAPITAL:
                return False
        return False

    def _heading(self, phrase: Phrase, q: int) -> bool:
        """Whether a German noun that opens the paragraph has no article and no verb but
        a preposition after it: "Streit um die Brücke: „…“"."""
        u = self.u
        end = phrase.end
        return (
            phrase.start == 0
            and end - phrase.start == 1
            and end < q
            and bool(u.flags[end] & c.PREPOSITION)
            and not any(u.flags[i] & (c.VERB | c.AUX) for i in range(end, q))
        )

    def _governing(self, q: int, low: int) -> Attribution | None:
        """German: the clause on which reported speech depends: "X kommt zu einem anderen
        Schluss: Das Projekt sei „…“", "X beließ es bei dem Hinweis, es sei „…“"."""
        u = self.u
        mood = next((i for i in range(q - 1, low, -1) if subjunctive(u, i)), 0)
        mark = next((i for i in range(mood, low, -1) if u.words[i] in ":;,"), 0)
        mark = next((i for i in range(mood, low, -1) if u.words[i] in ":;"), mark)
        if mark and u.words[mark] == "," and mood == mark + 1:
            return None  # "Die Vorlage, auf der …, habe er „überflogen“"
        if not mood:  # "X lehnte ab, weil die Lage „…“ zulasse."
            mark = next((i for i in range(q - 1, low, -1) if u.words[i] == ","), 0)
            if not mark or not u.flags[mark + 1] & c.SUBORDINATE:
                return None
        reported = any(subjunctive(u, i) for i in range(low, mark))
        both = c.SAY | c.PARTICIPLE
        answered = any(u.flags[i] & both == both for i in range(low, mark))
        if not mark or any(u.flags[i] & QUOTE for i in range(low, mark)):
            return None
        if reported and not answered:  # but "Der habe geantwortet, man werde „…“"
            return None
        phrase = clause_subject(u, low, mark)
        if u.low[low] in _FROM and any(u.flags[i] & c.BE for i in range(low, mark)):
            phrase = None  # "Aus der Fraktion wurde Roth vorgehalten, …"
        if phrase is None and u.low[low] in (*_FROM, "in", "im", "bei", "beim"):
            place = parse(u, low + 1, mark)  # "Aus dem Rathaus verlautete, man wolle …"
            if place is not None and place.kind in ("role", "name"):
                end = place.end
                return Attribution(place, low, end, "reported-speech", 0.6, reason="place")
        if phrase is not None and phrase.kind == "role" and u.flags[phrase.head] & c.SPEECH:
            phrase = possessor(u, phrase.head, low) or phrase
        if phrase is None or phrase.kind == "self" or phrase.end > mark:
            return None
        known = phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        alone = phrase.end == mark  # "Das Problem: Es sei „…“"
        if u.low[phrase.end - 1] in _HEADS or (not known and (u.words[mark] == "," or alone)):
            return None
        return Attribution(phrase, phrase.start, mark, "reported-speech", 0.7, reason="Konjunktiv")

    def _reports(self, low: int, high: int) -> bool:
        """German: whether a verb is in the mood of reported speech."""
        return any(subjunctive(self.u, i) for i in range(low, high))
