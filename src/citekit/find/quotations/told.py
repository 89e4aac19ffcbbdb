"""Who says words, where the clause beside them has another subject or none: whoever is told
them is not the speaker; and who answers, who wonders, whose predicate they are."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.backwards import oblique
from citekit.find.grammar.clauses import WANTING, Attribution
from citekit.find.grammar.phrases import parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE
from citekit.find.quotations.agents import (
    assumes,
    by_whom,
    claimed,
    infinitive,
    put_to,
    quoting,
    says_that,
    shown,
    spoken_of,
)
from citekit.find.quotations.german import German
from citekit.find.quotations.lastclauses import last_clause
from citekit.find.quotations.received import HEARD, announced, asked, receiving, teller
from citekit.find.quotations.thinkers import (
    as_puts,
    closes,
    holds,
    so_begins,
    thinker,
    viewed,
    with_a,
)

_DASHES = frozenset("—–-")


class Told(German):
    """The rules for German that look at who hears the words, and for turns of a dialogue."""

    def _told(self, q: int, low: int) -> Attribution | None:
        """Before all others: what a clause says of its hearer, or of whose words they are."""
        u = self.u
        found = thinker(u, q, low) or self._received(q, low)
        return found or quoting(u, q, low) or last_clause(u, q, low) or claimed(u, q, low)

    def _german(self, q: int, low: int, high: int) -> Attribution | None:
        """After those with a verb of saying."""
        u = self.u
        return (
            so_begins(u, q)
            or as_puts(u, q)
            or with_a(u, q, low)
            or viewed(u, q, low, high)
            or shown(u, q, low, high)
            or put_to(u, q, low, high)
            or says_that(u, q)
            or assumes(u, q, low, high)
            or by_whom(u, q, low, high)
            or infinitive(u, q, low, high)
            or spoken_of(u, q)
            or self._wondering(q, high)
            or self._predicated(q, low)
            or holds(u, q, low)
            or closes(u, q, low, high)
            or self._written(q, low)
            or self._coming(q, low)
            or self._intended(q, low)
        )

    def _answering(self, q: int, previous: int, low: int) -> Attribution | None:
        """Who takes their turn after a dash: "„Why?“ – „Why not?“", "„Why?“, asked X. – „Why
        not?“"."""
        u = self.u
        sentence = self.shape(q).capital and u.words[q - 1] in _DASHES
        if not sentence or u.ending(previous) not in ".!?…" or previous not in self.found:
            return None
        clause = u.words[q - 2] == "." and u.sentence[q - 2] == u.sentence[previous]
        if q - 2 != previous and not (clause and self.found[previous].method == "cue-after"):
            return None
        before = self.answered.get(previous, -1)
        self.answered[q] = previous
        return (
            self._after(q)
            or self._placed(q, low)
            or Attribution(None, q, q, "turn", 0.6, before, "a dash between two quotations")
        )

    def _received(self, q: int, low: int) -> Attribution | None:
        """Who speaks where the clause before only says who hears it: by whom they are told,
        or who acted or spoke before."""
        u = self.u
        clause = receiving(u, low, q)
        if clause is None:
            phrase = announced(u, low, q)
            if phrase is None:
                return self._asked(q, low)
            return Attribution(phrase, phrase.start, phrase.end, "cue-clause", 0.75, reason="von")
        phrase = teller(u, *clause)
        if phrase is not None:
            return Attribution(phrase, phrase.start, clause[1], "cue-clause", 0.75, reason="von")
        same = self.last if self.last >= 0 and u.sentence[q] - u.sentence[self.last] < 3 else -1
        return Attribution(None, q, q, "reported-speech", 0.5, same, HEARD)

    def _asked(self, q: int, low: int) -> Attribution | None:
        """Who answers what they were asked: whom the question speaks of, or spoke before."""
        u = self.u
        first = asked(u, low, q)
        if not first:
            return None
        for i in range(first, q):
            if u.low[i] in ("er", "sie") and u.words[i].islower():
                return Attribution(parse(u, i, q), low, q, "cue-before", 0.8, reason="asked")
        same = self.last if self.last >= 0 else -1
        return Attribution(None, q, q, "beat", 0.6, same, "asked")

    def _wondering(self, q: int, high: int) -> Attribution | None:
        """Who wants to know: "Ob das „klug“ sei, wollte Ada Roth vom Rat wissen"."""
        u = self.u
        for k in range(q + 2, high - 2):
            if u.flags[k] & QUOTE:
                return None
            if u.words[k - 1] != "," or u.low[k] not in WANTING:
                continue
            end = next((i for i in range(k + 1, high) if u.flags[i] & PUNCTUATION), high)
            if "wissen" not in u.low[k:end]:
                continue
            phrase = after(u, k + 1, high)
            if phrase is None or phrase.kind == "self" or oblique(u, phrase):
                return None
            return Attribution(phrase, k, phrase.end, "clause-end", 0.85, reason="wissen")
        return None

    def _predicated(self, q: int, low: int) -> Attribution | None:
        """Whose predicate the words are, with the finite verb: "Roth „will nichts davon
        wissen“"."""
        u = self.u
        quote = u.quotes[q]
        first = next(iter(u.text[quote.inner_start : quote.inner_end].split(None, 1)), "")
        known = u.cues.words.get(first, 0)
        if not known & (c.VERB | c.AUX) or known & c.PARTICIPLE or self.shape(q).words < 3:
            return None
        phrase = clause_subject(u, low, q)
        if phrase is None or phrase.end != q or phrase.kind == "self":
            return None
        if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        return Attribution(phrase, phrase.start, q, "cue-clause", 0.7, reason=first)
