"""Attributions read off word order alone, whatever the verb: “…,” X fumed; „…“, brummt X;
« … », s’amuse-t-elle; "Novels, X fumed, are “…”"; "während X vom „…“ raunt"."""

from __future__ import annotations

from citekit.find import cues as c
from citekit.find.quoteclauses import Attribution
from citekit.find.quotephrases import Phrase, parse
from citekit.find.quotereports import Reports
from citekit.find.quotesentences import clause_subject, verbal
from citekit.find.quotesubjects import after, oblique, with_name
from citekit.find.quotetokens import CAPITAL, PUNCTUATION, QUOTE

#: The longest inserted clause, in tokens.
_INSERTED = 14
_OPENING = c.JOIN | c.ADVERB | PUNCTUATION


class Places(Reports):
    """The rules that need no verb of saying."""

    def opens(self, q: int, low: int) -> bool:
        """Whether the quotation begins its sentence."""
        flags = self.u.flags
        return all(flags[i] & _OPENING and not flags[i] & CAPITAL for i in range(low, q))

    def _placed(self, q: int, low: int, high: int) -> Attribution | None:
        """The clause after a quotation that opens its sentence: it must report it."""
        u = self.u
        shape = self.shape(q)
        j = q + 1
        if j >= len(u.words) or not shape.pause or not self.opens(q, low):
            return None
        ending = u.ending(q)
        if u.words[j] in (",", "—", "–"):
            j += 1
        elif ending not in ",!?…" or not (u.words[j].islower() or ending == ","):
            return None
        if j >= len(u.words):
            return None
        stop = u.bounds(j)[1]
        if j >= stop or u.flags[j] & (QUOTE | PUNCTUATION | c.JOIN | c.RELATIVE | c.SUBORDINATE):
            return None
        found = self._verb_first(j, stop)
        if found is None and u.language == "en":
            found = self._verb_second(j, stop)
        if found is None or not self._speaks(found[0]):
            return None
        phrase, k = found
        self.bound[k] = q
        end = max(k + 1, phrase.names[-1][1] if phrase.names else phrase.end)
        return Attribution(phrase, j, end, "cue-after", 0.8, reason=u.low[k])

    def _speaks(self, phrase: Phrase) -> bool:
        """Whether a phrase may be a speaker's."""
        return phrase.kind in ("name", "pronoun") or (
            phrase.kind == "role"
            and bool(
                phrase.definite
                or self.u.flags[phrase.head] & (c.ROLE | c.GROUP)
                or self.u.flags[phrase.start] & c.INDEFINITE
            )
        )

    def _verb_first(self, j: int, stop: int) -> tuple[Phrase, int] | None:
        """Verb and subject from token ``j``, and where the verb stands."""
        u = self.u
        flags = u.flags
        k = j
        pronoun: Phrase | None = None
        if u.language == "fr":
            while k < stop and k < j + 4 and flags[k] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
                if flags[k] & c.PRONOUN and not flags[k] & CAPITAL:
                    if k == j:
                        return None
                    pronoun = parse(u, k, k + 1)
                k += 1
            if k < stop and k + 1 < stop and flags[k + 1] & c.PRONOUN and verbal(u, k):
                pronoun = pronoun or self._hyphened(k)
            if pronoun is not None:
                return (pronoun, min(k, stop - 1)) if pronoun.kind == "pronoun" else None
            if k < stop and flags[k] & c.DETERMINER:
                return None
        elif u.language == "de" and flags[k] & (c.DETERMINER | c.PRONOUN | c.PREPOSITION):
            return None
        if k >= stop or not verbal(u, k) or k + 1 >= stop:
            return None
        if u.language == "en" and (
            flags[k + 1] & (c.PREPOSITION | PUNCTUATION | c.TO) or flags[k] & c.AUX
        ):
            return None
        phrase = after(u, k + 1, stop)
        if phrase is None or (
            u.language == "de" and oblique(u, phrase) and u.low[k + 1] != "es"  # entfuhr es dem X
        ):
            return None
        return phrase, k

    def _hyphened(self, k: int) -> Phrase | None:
        """French: the pronoun that a hyphen ties to the verb at ``k``."""
        u = self.u
        tie = u.text[u.ends[k] : u.starts[k + 1]]
        return parse(u, k + 1, k + 2) if "-" in tie else None

    def _verb_second(self, j: int, stop: int) -> tuple[Phrase, int] | None:
        """English subject and verb from token ``j``."""
        u = self.u
        phrase = parse(u, j, stop)
        if phrase is None or phrase.kind == "self":
            return None
        phrase = with_name(u, phrase, stop)
        k = phrase.end
        if k < stop and u.words[k] == ",":
            k += 1
            while k < stop and u.words[k] != ",":
                if u.flags[k] & QUOTE:
                    return None
                k += 1
            k += 1
        while k < stop and u.flags[k] & (c.ADVERB | c.AUX) and not u.flags[k] & (CAPITAL | c.BE):
            k += 1
        if k >= stop or not verbal(u, k) or u.flags[k] & c.AUX:
            return None
        return phrase, k

    def _enclosed(self, q: int, low: int) -> Attribution | None:
        """A reporting clause between commas before the quotation: "Novels, X fumed, are “…”"."""
        u = self.u
        flags = u.flags
        if flags[low] & c.SUBORDINATE and not flags[low] & CAPITAL:
            return None
        for i in range(q - 3, low, -1):
            if u.words[i] != "," and not (flags[i] & QUOTE and u.ending(i) == ","):
                continue
            j = i + 1
            if flags[j] & (c.RELATIVE | c.JOIN | c.SUBORDINATE | c.PREPOSITION | QUOTE):
                continue
            found = self._verb_second(j, q) if u.language == "en" else self._verb_first(j, q)
            if found is None or not self._speaks(found[0]):
                continue
            phrase, k = found
            end = max(k + 1, phrase.end)
            if u.language == "en" and (end != k + 1 or u.words[end] != ","):
                continue
            if u.language != "en" and phrase.start > k + 2:
                continue
            close = end
            while close < min(q, end + _INSERTED) and u.words[close] != ",":
                close += 1
            if close >= q or u.words[close] != ",":
                continue
            if any(flags[x] & QUOTE for x in range(j, close)):
                continue
            return Attribution(phrase, j, end, "cue-clause", 0.8, reason=u.low[k])
        return None

    def _final(self, q: int, low: int, high: int) -> Attribution | None:
        """German: a clause that a conjunction begins, with its verb after the quotation:
        "Während X vom „…“ raunt, …"."""
        u = self.u
        flags = u.flags
        if u.language != "de" or q + 1 >= high or not verbal(u, q + 1):
            return None
        if q > low and u.low[q - 1] == "als" and self.opens(q - 1, low):
            # Als „…“ bezeichnete X den Plan.
            phrase = after(u, q + 2, high)
            if phrase is None or not self._speaks(phrase):
                return None
            return Attribution(phrase, q + 1, phrase.end, "cue-clause", 0.8, reason=u.low[q + 1])
        if flags[q + 1] & c.AUX:
            return None
        if q + 2 < high and not flags[q + 2] & (PUNCTUATION | c.AUX):
            return None
        edge = q  # where the phrase that the quotation stands in begins: "von einem „…“"
        while edge > low and flags[edge - 1] & (c.PREPOSITION | c.DETERMINER):
            edge -= 1
        for i in range(edge - 1, low - 1, -1):
            if flags[i] & (QUOTE | PUNCTUATION):
                return None
            if flags[i] & c.SUBORDINATE and not flags[i] & CAPITAL:
                phrase = after(u, i + 1, edge)
                if phrase is None or not self._speaks(phrase) or phrase.start > i + 2:
                    return None
                return Attribution(
                    phrase, i + 1, phrase.end, "cue-clause", 0.75, reason=u.low[q + 1]
                )
        return None

    def _governed(self, q: int, low: int) -> Attribution | None:
        """Words that somebody's verb governs, whatever the verb: "The communiqué deplored
        “…” without naming a country"."""
        u = self.u
        shape = self.shape(q)
        if shape.words < 3 or shape.capital:
            return None
        for i in range(q - 1, low, -1):
            if u.words[i] in ";:":
                low = i + 1
                break
        phrase = clause_subject(u, low, q)
        if phrase is None or phrase.kind == "self" or phrase.end >= q:
            return None
        if phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP):
            return None
        for k in range(q - 1, phrase.end - 1, -1):
            bits = u.flags[k]
            if bits & QUOTE:
                return None
            if verbal(u, k) and not bits & (c.AUX | c.NOUNLIKE | c.BASE | c.GERUND):
                end = max(k + 1, phrase.end)
                return Attribution(phrase, phrase.start, end, "cue-clause", 0.5, reason=u.low[k])
        return None
