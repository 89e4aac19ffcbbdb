"""Attributions to what words stand on: „…“, stand auf einem Zettel; a sign: “…”."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution, Clauses
from citekit.find.grammar.documents import CALLED, FOUND, THERE, owner, stands_in
from citekit.find.grammar.owners import possessor
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.quotations.labelled import heard

#: Verbs of words that stand somewhere, and where they stand.
_STANDING = frozenset("heißt heisst hieß steht stand stehen standen prangt prangte".split())
_BEHIND = frozenset("wie heißt heisst hieß hiess verlautete steht stand geht ging".split())
LABELS = frozenset("aufschrift inschrift aufdruck parole losung vermerk schriftzug".split())
#: Words that hang somewhere.
_MOTTOES = frozenset("satz spruch vers reim".split())
_HANGS = frozenset("hängt hing klebt klebte prangt prangte".split())
_SOUNDING = {
    "tönt": "es", "tönte": "es", "schallt": "es", "schallte": "es", "hallt": "es", "hallte": "es",
    "klingt": "es", "kommt": "es", "kam": "es", "hört": "man", "hörte": "man",
}  # fmt: skip
_BEARS = frozenset("trägt tragen trug trugen".split())
#: Verbs of how somebody is put down.
_APPEARING = frozenset("steht stand erscheint erschien figuriert figurierte firmiert".split())
_READING = frozenset("lit lisait lire".split())
_ON_IT = frozenset("darauf darin drauf darunter darüber da dort".split())
_WHERE = frozenset("in aus bei von im vom auf am an sur dans au à sous".split())


def _heard(u: Unit, low: int, high: int) -> bool:
    """German: whether "zu hören" or the like stands between tokens."""
    return any(
        u.low[i] == "zu" and u.low[i + 1] in ("hören", "lesen", "vernehmen", "entnehmen")
        for i in range(low, high - 1)
    )


#: French verbs of those who write.
_WRITING = ("publi", "sign", "post", "envo", "écri", "rédig", "diffus", "fend")


#: What one does with a note that is a tone.
_STRIKES = frozenset("struck strikes strike sounded sounds hit ended ends added".split())


class Written(Clauses):
    """The rules that need a noun of something written, or of speech."""

    def _reads(self, j: int, stop: int) -> Attribution | None:
        """„…“, heißt es in einer Mitteilung des Ministeriums; „…“, stand auf einem Zettel;
        « …, lit-on sur une affiche »."""
        u = self.u
        if u.language == "fr":
            sounded = heard(u, j, stop)
            if sounded is not None:
                return Attribution(sounded, j, sounded.end, "cue-after", 0.8, reason="entendre")
            read = next((k for k in range(j, min(stop, j + 4)) if u.low[k] in _READING), -1)
            if read < 0 or "on" not in u.low[j : min(stop, read + 2)]:
                return None
            if "y" in u.low[j:read]:
                there = Phrase(j + u.low[j:read].index("y"), read, "pronoun", definite=True)
                return Attribution(there, j, read + 1, "cue-after", 0.8, reason=u.low[read])
            first = read + 1
        elif u.language == "de" and u.low[j] in _STANDING:
            if u.low[j] in ("heißt", "heisst", "hieß") and u.low[j + 1 : j + 2] != ["es"]:
                return None
            first = j + 1
        elif u.language == "de" and u.low[j : j + 2] in (["liest", "man"], ["las", "man"]):
            first = j + 2  # "…, liest man bei Ada Roth"
        elif u.language == "de" and u.low[j] in ("war", "ist") and _heard(u, j, stop):
            first = j + 1  # "…, war aus der Fraktion zu hören"
        elif u.language == "de" and u.low[j + 1 : j + 2] == [_SOUNDING.get(u.low[j])]:
            first = j + 2  # "…, schallt es aus dem Saal"
        else:
            return None
        for at in range(first, min(stop, first + 7)):
            if u.low[at] in _ON_IT and u.language == "de":
                there = Phrase(at, at + 1, "pronoun", definite=True)
                return Attribution(there, j, at + 1, "cue-after", 0.8, reason=u.low[j])
            if u.low[at] in _WHERE and not u.flags[at] & CAPITAL:
                contracted = u.low[at] in ("au", "du")
                phrase = parse(u, at + (not contracted), stop)
                site = phrase is not None and phrase.kind == "name" and u.language == "fr"
                if site and phrase is not None and u.flags[phrase.start] & c.POSSESSIVE:
                    phrase = phrase._replace(end=phrase.start + 1, kind="pronoun", names=())
                    return Attribution(phrase, j, at + 1, "cue-after", 0.7, reason=u.low[at])
                if phrase is None or phrase.kind not in ("role", "name"):
                    return None
                for inner in range(phrase.start + 1, phrase.end):
                    if (
                        u.low[inner] in ("des", "der", "vom")
                        and phrase.kind == "role"
                        and u.low[j] in ("heißt", "hieß")
                        and not u.flags[phrase.head] & c.SHEET
                    ):
                        whose = parse(u, inner, stop)
                        phrase = whose if whose is not None else phrase
                        break
                if u.language == "de" and u.flags[phrase.start] & c.POSSESSIVE:
                    phrase = owner(u, phrase, stop)
                return Attribution(phrase, j, phrase.end, "cue-after", 0.8, reason=u.low[j])
        return None

    def _printed_on(self, q: int, j: int, end: int) -> Attribution | None:
        """German: "…, „Frei“ steht darauf"."""
        u = self.u
        if u.language != "de" or j + 1 >= end or u.low[j] not in _STANDING:
            return None
        if u.low[j + 1] not in _ON_IT or u.low[j + 1] in ("da", "dort"):
            return None
        there = Phrase(j + 1, j + 2, "pronoun", definite=True)
        return Attribution(there, j, j + 2, "cue-after", 0.8, reason=u.low[j])

    def _reply(self, j: int, stop: int) -> Attribution | None:
        """“…,” came the reply from X."""
        u = self.u
        if u.low[j : j + 2] in (["so", "lautet"], ["so", "lautete"]):
            j += 1
        if u.low[j] not in ("came", "was", "lautete", "lautet", "war", "fut"):
            return None
        runs = u.low[j].startswith("laute")
        for noun in range(j + 1, min(stop, j + 4)):
            if u.flags[noun] & c.SPEECH or (runs and u.flags[noun] & CAPITAL):
                phrase = possessor(u, noun, j)
                if phrase is None and runs and u.low[noun].endswith("ruf"):
                    phrase = parse(u, j + 1, noun + 1)  # "…, lautete ein Zwischenruf"
                if phrase is not None:
                    return Attribution(phrase, j, phrase.end, "cue-after", 0.8, reason=u.low[noun])
        return None

    def _standing(self, q: int, low: int) -> Attribution | None:
        """German: "In dem Brief, den sie verteilten, steht: „…“", "Auf einem Zettel stand,
        mit Bleistift: „…“"."""
        u = self.u
        verb = next((k for k in range(low, q) if u.low[k] in _STANDING), -1)
        if verb < 0 and u.low[q - 3 : q - 1] == ["zu", "lesen"]:
            verb = next((k for k in range(low, q) if u.flags[k] & c.BE), -1)
        if verb < 0 or u.low[low] not in (*_WHERE, *_ON_IT):
            return None
        if u.low[low] in _ON_IT:
            there = Phrase(low, low + 1, "pronoun", definite=True)
            return Attribution(there, low, verb + 1, "colon", 0.7, reason=u.low[verb])
        phrase = parse(u, low + 1, verb)
        if phrase is None or phrase.kind not in ("role", "name"):
            return None
        return Attribution(phrase, low, verb + 1, "colon", 0.7, reason=u.low[verb])

    def _written(self, q: int, low: int) -> Attribution | None:
        """German: "Auf dem Plakat stand „…“", "Darin heißt es, das sei „…“", "wie es in
        einer Mitteilung hieß, „…“", "ein Banner mit der Aufschrift „…“"."""
        u = self.u
        with_it = 0
        if u.low[q - 1] in LABELS:
            with_it = next((i for i in range(q - 2, max(low, q - 6), -1) if u.low[i] == "mit"), 0)
        if with_it:
            for start in range(with_it - 1, max(low - 1, with_it - 5), -1):
                phrase = parse(u, start, with_it) if u.flags[start] & c.DETERMINER else None
                if phrase is not None and phrase.kind == "role" and phrase.end == with_it:
                    return Attribution(phrase, start, q, "cue-clause", 0.8, reason=u.low[q - 1])
            return None
        if u.low[q - 1] in LABELS and not _BEARS.isdisjoint(u.low[low:q]):
            phrase = parse(u, low, q)
            if phrase is not None and phrase.kind == "role" and u.flags[phrase.head] & c.SHEET:
                return Attribution(phrase, low, q, "cue-clause", 0.8, reason=u.low[q - 1])
            return None
        behind = self._called_behind(q)
        if behind is not None:
            return behind
        if "hervor" in u.low[low:q] or "hervorgeht" in u.low[low:q]:
            return self._called_in(low + 1, q, low)
        described = self._described_in(q, low) if u.low[q - 1] == "als" else None
        if described is not None or self.shape(q).words < 2:
            return described
        if u.low[q - 2 : q] == ["rede", "von"] or u.low[q - 3 : q - 1] == ["rede", "von"]:
            return self._called_in(low + 1, q, low)
        if u.low[low] in _ON_IT and u.low[low + 1] in _STANDING and stands_in(u, low, q):
            return self._called_in(low + 1, q, low)  # "Darin steht der Satz, das sei „…“"
        for k in range(q - 1, low, -1):
            word = u.low[k]
            read = word in ("liest", "las") and u.low[k + 1] == "man"
            if u.flags[k] & QUOTE or not (read or word in _STANDING or word in FOUND):
                continue
            if read or word in FOUND:
                return self._called_in(k, q, low)
            if word in CALLED:
                if u.low[k + 1 : k + 2] == ["es"]:
                    return self._standing(q, low) or self._called_in(k, q, low)
                es = next((i for i in range(low, k) if u.low[i : i + 2] == ["wie", "es"]), -1)
                return self._placed_in(es + 2, k) if es >= 0 else None
            elif (
                u.low[q - 1] != "als"
                and not u.flags[q - 1] & CAPITAL
                and not any(w in ",;" for w in u.words[k:q])
            ):
                return self._standing(q, low)
        return None

    def _described_in(self, q: int, low: int) -> Attribution | None:
        """German: what describes somebody so, with nobody who does: "In einem Gutachten, das
        vorliegt, wird er als „…“ bezeichnet", "Das wird in der Vorlage als „…“ bezeichnet", "Im
        Protokoll steht er als „…“"."""
        u = self.u
        known = c.SHEET | c.GROUP | c.WORK
        if u.low[low] in ("in", "im"):
            phrase = parse(u, low + 1, q)
            if phrase is None or not u.flags[phrase.head] & known:
                return None
            verb = phrase.end
            if u.words[verb] == ",":
                verb = next((i for i in range(verb + 1, q) if u.words[i] == ","), verb) + 1
            if not u.flags[verb] & c.BE and u.low[verb] not in _APPEARING:
                return None
            return Attribution(phrase, low, verb, "cue-clause", 0.8, reason="als")
        called = u.flags[q + 1] & c.NAME and u.flags[q + 1] & c.PARTICIPLE
        if not called or not any(u.flags[i] & c.BE for i in range(low, q)):
            return None
        if u.low[q - 2] in THERE:
            there = Phrase(q - 2, q - 1, "pronoun", definite=True)
            return Attribution(there, q - 2, q, "cue-clause", 0.7, reason="als")
        for at in range(q - 3, max(low, q - 9), -1):
            if u.low[at] in ("in", "im") and not u.flags[at] & CAPITAL:
                phrase = parse(u, at + 1, q)
                fits = phrase is not None and phrase.end == q - 1 and u.flags[phrase.head] & known
                return Attribution(phrase, at, q, "cue-clause", 0.8, reason="als") if fits else None
        return None

    def _called_in(self, k: int, q: int, low: int) -> Attribution | None:
        """German: "Tatsächlich heißt es im Gutachten, es sei „…“", "Man solle, heißt es in
        dem Papier, „…“"."""
        phrase = stands_in(self.u, low, q)
        if phrase is None or phrase.end > q:
            return None
        return Attribution(phrase, k, phrase.end, "cue-clause", 0.75, reason=self.u.low[k])

    def _called_behind(self, q: int) -> Attribution | None:
        """German: "… „…“ geschlossen, wie es in einer Mitteilung hieß", "… „…“ verlaufen, hieß
        es aus dem Ministerium"."""
        u = self.u
        high = u.bounds(q)[1]
        comma = next((i for i in range(q + 1, high) if u.words[i] == ","), high)
        if comma + 2 >= high or u.low[comma + 1] not in _BEHIND:
            return None
        phrase = stands_in(u, comma + 1, high)
        if phrase is None and u.low[comma + 1 : comma + 3] == ["wie", "es"]:
            last = high - 1 - bool(u.flags[high - 1] & PUNCTUATION)
            found = self._placed_in(comma + 3, last) if u.low[last] in _STANDING else None
            known = (
                found is not None
                and found.phrase is not None
                and (u.flags[found.phrase.head] & (c.GROUP | c.SHEET | c.WORK))
            )
            return found if known else None
        if phrase is None:
            return None
        return Attribution(phrase, comma + 1, phrase.end, "clause-end", 0.75, reason="heißt es")

    def _placed_in(self, first: int, stop: int) -> Attribution | None:
        """What words stand in, between tokens: "in einer Mitteilung der Bahn"."""
        u = self.u
        for at in range(first, stop):
            if u.low[at] in _WHERE and not u.flags[at] & CAPITAL:
                phrase = parse(u, at + 1, stop)
                if phrase is None or phrase.kind not in ("role", "name"):
                    return None
                phrase = owner(u, phrase, stop)
                return Attribution(phrase, at, stop + 1, "cue-clause", 0.8, reason=u.low[stop])
        return None

    def _sheet(self, q: int, low: int) -> Attribution | None:
        """What words before a colon say the quotation stands on: "She held up a sign: “…”",
        "An der Tür klebte ein Zettel: „…“"."""
        u = self.u
        for k in range(q - 2, max(low, q - 16), -1):
            if u.flags[k] & QUOTE:
                return None
            hung = (
                u.language == "de" and u.low[k] in _MOTTOES and not _HANGS.isdisjoint(u.low[low:k])
            )
            if not (u.flags[k] & c.SHEET or hung) or u.low[k + 1] in ("que", "qu'", "qu’"):
                continue  # « Un avis que ne partage pas Ada Roth : »
            start = k
            while start > max(low, k - 4) and not u.flags[start] & c.INDEFINITE:
                start -= 1
            if u.low[start - 1] in ("with", "mit", "avec"):
                return None  # "She returned it with a note: “…”"
            if u.low[k] == "note" and not _STRIKES.isdisjoint(u.low[low:start]):
                return None  # "She struck a softer note: “…”"
            if u.language == "fr" and any(w.startswith(_WRITING) for w in u.low[low:start]):
                return None  # « Ada Roth a publié un communiqué : « … » »
            whose = clause_subject(u, low, start) if u.low[start - 1] == "dans" else None
            if whose is not None and whose.kind in ("name", "role") and whose.end < start:
                return None  # « Ada Roth, dans un communiqué : « … » »
            phrase = parse(u, start, q) if u.flags[start] & c.INDEFINITE else None
            if phrase is not None and phrase.head == k:
                return Attribution(phrase, start, q - 1, "colon", 0.7, reason="colon")
            return None
        return None
