"""Attributions that only German has: the Konjunktiv of reported speech and the clause that
governs it, „…, so die Kammer, …“."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quoteclauses import Attribution
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quoteplaces import Places
from citekit.find.quotesentences import clause_subject, subjunctive
from citekit.find.quotesubjects import oblique
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE

#: What a reply begins with.
_THEN = frozenset("darauf daraufhin dann worauf".split())
_COMING = frozenset("kommt kam kommen kamen".split())
#: Nouns of speech that come from somebody.
_CRITICISM = frozenset("kritik lob widerspruch zustimmung spott zuspruch protest".split())
_NAMING = frozenset("nennt nennen nannte nannten tauften".split())
_WANTING = frozenset("will wollen wollte wollten möchte möchten".split())


class German(Places):
    """The rules for German alone."""

    def _called(self, q: int, low: int) -> bool:
        """Whether something is called so: "das künftig „Forum Nord“ heißen soll", "die
        Kollegen nennen sie „die Windmühle“"."""
        u = self.u
        after = u.low[q + 1 : q + 3]
        if after[:1] in (["heißen"], ["heißt"], ["hieß"], ["getauft"], ["taufte"]):
            return after[1:] != ["es"]
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
        return bool(bits & CAPITAL and bits & c.GROUP and not bits & other)

    def _answers(self, q: int, low: int) -> Attribution | None:
        """No verb before a colon: "…, und der Vater: „…“", "Darauf die Nichte, trocken: „…“"."""
        u = self.u
        for start in range(q - 2, max(low, q - 8), -1):
            joined = u.flags[start - 1] & c.JOIN and u.words[start - 2] == ","
            if not (joined or (start == low + 1 and u.low[low] in _THEN)):
                continue
            phrase = parse(u, start, q)
            if phrase is None or phrase.kind not in ("name", "role") or oblique(u, phrase):
                return None
            end = phrase.end
            manner = u.words[end] == "," and all(
                word.islower() for word in u.words[end + 1 : q - 1]
            )
            if end != q - 1 and not manner:
                return None
            return Attribution(phrase, start, end, "cue-before", 0.85, reason="colon")
        return None

    def _coming(self, q: int, low: int) -> Attribution | None:
        """From whom words come: "Vom Verband kommt der Vorwurf, das sei „…“"."""
        u = self.u
        verb = next((k for k in range(low, q) if u.low[k] in _COMING), -1)
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

    def _intended(self, q: int, low: int) -> Attribution | None:
        """What somebody wants to do: "Roth will das Urteil „in Ruhe lesen“"."""
        u = self.u
        quote = u.quotes[q]
        if self.shape(q).words < 2 or not u.text[: quote.inner_end].endswith("en"):
            return None
        k = next((k for k in range(low, q) if u.low[k] in _WANTING), -1)
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
        for i in range(phrase.end, min(q, phrase.end + 5)):
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
        mark = next((i for i in range(mood, low, -1) if u.words[i] in ":,"), 0)
        if not mood:  # "X lehnte ab, weil die Lage „…“ zulasse."
            mark = next((i for i in range(q - 1, low, -1) if u.words[i] == ","), 0)
            if not mark or not u.flags[mark + 1] & c.SUBORDINATE:
                return None
        if not mark or any(u.flags[i] & QUOTE or subjunctive(u, i) for i in range(low, mark)):
            return None
        phrase = clause_subject(u, low, mark)
        if phrase is None and u.low[low] in ("aus", "in", "im", "bei", "beim"):
            place = parse(u, low + 1, mark)  # "Aus dem Rathaus verlautete, man wolle …"
            if place is not None and place.kind in ("role", "name"):
                end = place.end
                return Attribution(place, low, end, "reported-speech", 0.6, reason="place")
        if phrase is None or phrase.kind == "self" or phrase.end > mark:
            return None
        known = phrase.kind != "role" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        if not known and u.words[mark] == ",":
            return None
        return Attribution(phrase, phrase.start, mark, "reported-speech", 0.7, reason="Konjunktiv")

    def _reports(self, low: int, high: int) -> bool:
        """German: whether a verb is in the mood of reported speech."""
        return any(subjunctive(self.u, i) for i in range(low, high))
