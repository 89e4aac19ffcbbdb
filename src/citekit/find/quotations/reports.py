"""Reporting clauses: “…,” said X; X, a fellow at Y, noted that “…”; « …, dit X, … »."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.bounds import alleged, given
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.fronted import asked, bare, belongs, et_de, opposed, to_oneself, undergone
from citekit.find.grammar.owners import agent
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject, described_subject, relative_subject
from citekit.find.grammar.subjects import INHERITED, PASSIVE, after, antecedent, subject
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE, Unit
from citekit.find.grammar.verbs import verbal
from citekit.find.quotations.modified import (
    accompanying,
    as_somebody,
    contact,
    demonstrated,
    described,
    due,
    fronted,
    hidden,
    hoped,
    modified,
    parted,
    thought,
    without_addressee,
)
from citekit.find.quotations.ones import at_place, no_speaker, spoken_at, spoken_before
from citekit.find.quotations.participles import accused, behind_colon, done_by, words_of
from citekit.find.quotations.perfect import (
    governing,
    inlaid,
    inserted,
    interposed,
    past_infinitive,
    said_behind,
)
from citekit.find.quotations.redirected import begins_anew, redirected
from citekit.find.quotations.reporting import THAT, Reporting

#: Verbs whose object is who is spoken to; they do not stand before their subject.
_ADDRESSING = frozenset("told tells urged urges reminded assured informed advised".split())
_CHRISTENED = frozenset("named christened titled entitled nicknamed renamed".split())
_WHOM, _FAR = (["ihn"], ["sie"]), 42


class Reports(Reporting):
    """The rules that read a verb of saying."""

    def _after(self, q: int) -> Attribution | None:
        """The reporting clause that follows directly."""
        u = self.u
        flags = u.flags
        end = len(u.words)
        shape = self.shape(q)
        j = q + 1
        if j >= end or (not shape.pause and not self._clause_like(q, j)):
            return self._printed_on(q, j, end) or as_somebody(u, j)
        ending = u.ending(q)
        said = u.words[j] == "," and j + 1 < end and self._told_behind(j + 1)
        said = said or (u.low[q - 1] in ("a", "an") and q > 1 and bool(flags[q - 2] & c.BE))
        if shape.words == 1 and not (shape.capital or said) and u.flags[q - 1] & c.DETERMINER and q:
            return None  # The “k,” he announced, …
        if u.words[j] in (",", "—", "–", "-"):
            j += 1
        elif ending == "." and not u.words[j].islower():
            return None
        elif ending in "?!…" and u.words[j][0].isupper() and flags[j] & (c.DETERMINER | c.PRONOUN):
            return None  # “Why?” The neighbour says that …
        if j >= end:
            return None
        stop = u.bounds(j)[1]
        source = self._source_at(j, stop) or self._reads(j, stop) or self._reply(j, stop)
        if source is not None:
            return source
        k = j
        clitics = 0
        while (
            k < stop
            and clitics < 4
            and (
                flags[k] & (c.AUX | c.CLITIC)
                or (flags[k] & c.PRONOUN and k > j)
                or (flags[k] & c.ADVERB and k > j and not flags[k] & c.VERB)
            )
            and not flags[k] & (CAPITAL | PUNCTUATION)
        ):
            if u.language == "en" and flags[k] & (c.PRONOUN | c.AUX):
                break
            k += 1
            clitics += 1
        governed = u.language == "fr" and not shape.capital and flags[q - 1] & c.SAY and q
        governed = governed and not flags[min(k, stop - 1)] & c.SAY  # « …, a rejeté l'offre »
        if k < stop and flags[k] & c.VERB and not flags[k] & CAPITAL and not governed:
            found = self._inverted(q, j, k, stop)
            if found is not None:
                return found
        called = as_somebody(u, j)
        if called is not None:
            return called
        if u.low[j] in ("as", "wie", "comme", "so") and j + 1 < stop:
            j += 1
            told = k = j
            while u.language == "fr" and k < stop and flags[k] & (c.AUX | c.CLITIC):
                k += 1
            if told < k < stop and flags[k] & c.VERB and k not in self.bound:
                return self._inverted(q, told, k, stop)  # « …, comme l'a rappelé Ada Roth »
        elif u.language == "de":
            return None  # the verb stands first there
        led = c.PREPOSITION | c.RELATIVE | (c.AUX | c.VERB if accused(u, q) else 0)
        if u.language == "fr" and not shape.capital and u.flags[q - 1] & led:
            return None  # « À X, qui lui reprochait de « … », elle répondit que … »
        if u.language == "fr" and not shape.capital and opposed(u, u.bounds(q)[0]):
            return None  # « Si X salue « … », Y y voit « … » »
        return self._subject_first(q, j, stop)

    def inside(self, q: int) -> Attribution | None:
        """French: « …, a déclaré X, … », the clause inside the marks."""
        quote = self.u.quotes[q]
        inner = Unit(self.u.text, quote.inner_start, quote.inner_end, [], "fr")
        size = len(inner.words)
        for k in range(2, size):
            bits = inner.flags[k]
            if bits & (CAPITAL | c.GERUND | c.TO):
                continue
            if not bits & (c.SAY | c.WEAK) and not inserted(inner, k):
                continue
            j = k - 1
            pronoun = None
            while j > 0 and inner.flags[j] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
                if inner.flags[j] & c.PRONOUN:
                    pronoun = parse(inner, j, k)
                j -= 1
            opens = pronoun is not None and pronoun.start == j + 1  # « …, il dira que … »
            asks = inner.words[j] in "?!…" and inner.words[j + 1].islower()  # « … ? dit X. … »
            apart = inner.words[j] == "," or asks or (j == k - 1 and inlaid(inner, k))
            if opens or not apart or inner.words[j - 1] in '»”’"':
                continue
            phrase = pronoun or after(inner, k + 1, size)
            if phrase is None or phrase.kind not in ("name", "role", "pronoun"):
                continue
            end = max(k + 1, phrase.end)
            rest = [i for i in range(end, min(size, end + 14)) if inner.words[i] in ",."]
            if not rest and end < size:
                continue
            if phrase.start > k + 1 and pronoun is None and phrase.kind == "role":
                continue
            return Attribution(phrase, j + 1, end, "cue-inside", 0.85, -1, inner.low[k], inner)
        return None

    def _clause_like(self, q: int, j: int) -> bool:
        """Quotations without a comma of their own: “…” said X, “…” X said, « … » a-t-il
        dit."""
        u = self.u
        shape = self.shape(q)
        if u.flags[j] & (c.SAY | c.SOURCE) and (shape.words > 2 or bare(u, q, j)):
            return True
        if u.language == "fr" and u.flags[j] & c.PREPOSITION and bare(u, q, j):
            return True
        if not shape.capital or shape.words < 3 or (q and u.words[q - 1] not in '.:!?»”"'):
            return False
        k, last = j, min(j + 4, len(u.words) - 1)
        if u.language == "en":
            if u.flags[j] & c.PRONOUN and not u.flags[j] & CAPITAL:
                return bool(u.flags[min(j + 1, last)] & c.SAY)
            while k < last and u.flags[k] & CAPITAL:
                k += 1
        elif u.language == "fr":
            while k < last and u.flags[k] & (c.AUX | c.CLITIC | c.PRONOUN | c.ADVERB):
                k += 1
        return k > j and bool(u.flags[k] & c.SAY) and not u.flags[k] & CAPITAL

    def _inverted(self, q: int, j: int, k: int, stop: int) -> Attribution | None:
        u = self.u
        bits = u.flags[k]
        meant = u.low[k] == "dire" and u.low[k - 1].startswith(("veu", "voul"))  # « … » veut dire
        if meant or (bits & c.GERUND and not bits & c.PARTICIPLE):
            return None
        if not bits & (c.SAY | c.WEAK | (c.NAME | c.ACT if u.language != "en" else 0)):
            return None
        partners = u.cues.partners.get(u.low[k])
        if partners is not None and partners.isdisjoint(u.low[max(j, k - 3) : min(stop, k + 40)]):
            return None
        phrase: Phrase | None = None
        whom = u.low[k] in ("zitiert", "zitierte") and u.low[k + 1 : k + 2] in _WHOM
        if whom and k + 2 < stop and not u.flags[k + 2] & PUNCTUATION:
            phrase = Phrase(k + 1, k + 2, "pronoun", definite=True)  # "zitiert ihn das Blatt"
        for m in range(j, k):
            us = m == j and u.low[m] in ("nous", "vous")  # « …, nous répond Ada Roth »
            if u.flags[m] & c.PRONOUN and not u.flags[m] & CAPITAL and not us:
                phrase = parse(u, m, k)
        if phrase is None:
            if u.language == "en":
                phrase = self._english_inversion(k, stop)
            else:
                phrase = without_addressee(u, after(u, past_infinitive(u, k + 1), stop), k)
        if phrase is not None and phrase.kind == "self" and u.low[phrase.start] in ("on", "man"):
            phrase = spoken_at(u, max(k, phrase.start), stop)
            if phrase is None and "y" in u.low[j:k]:  # « …, y répond-on »: where one is of late
                return Attribution(None, j, k + 2, "reported-speech", 0.6, reason=u.low[k])
        if phrase is None or phrase.kind == "self":
            return None
        lone = phrase.end == phrase.start + 1 and phrase.kind != "pronoun"
        if lone and u.low[k] in ("gab", "gibt", "legte", "legt") and not given(u, phrase.start):
            return None  # "„…“, gab Unterricht"
        if phrase.kind == "role" and u.flags[phrase.head] & (c.SPEECH | c.GROUP) == c.SPEECH:
            return None  # “…,” runs the sentence
        self.bound[k] = q
        end = max(k + 1, phrase.names[-1][1] if phrase.names else phrase.end)
        return Attribution(phrase, j, end, "cue-after", 0.95, reason=u.low[k])

    def _english_inversion(self, k: int, stop: int) -> Phrase | None:
        u = self.u
        if k + 1 >= stop:
            return None
        bits = u.flags[k + 1]
        if bits & c.PREPOSITION or bits & PUNCTUATION or u.low[k] in _ADDRESSING:
            return None
        return after(u, k + 1, stop)

    def _subject_first(self, q: int, j: int, stop: int) -> Attribution | None:
        """“…,” X, a fellow at Y, said."""
        u = self.u
        if u.flags[j] & (PUNCTUATION | QUOTE | c.JOIN) or (
            u.flags[j] & c.GERUND and not u.flags[j] & CAPITAL
        ):
            return None
        last = min(stop, j + 36)
        if u.flags[j] & CAPITAL and u.language == "en":
            # “…,” X said: nothing stands between.
            phrase = parse(u, j, last)
            k = phrase.end if phrase is not None else last
            if (
                phrase is not None
                and phrase.kind == "name"
                and k < last
                and u.flags[k] & c.SAY
                and self._verb(k, c.SAY, j, stop)
            ):
                if begins_anew(u, q, k):
                    return None
                self.bound[k] = q
                return Attribution(phrase, j, k + 1, "cue-after", 0.95, reason=u.low[k])
        manner = self._of_manner(q, j, last) if u.language == "en" else None
        if manner is not None:
            return manner
        for k in range(j + 1, last):
            if u.flags[k] & QUOTE:
                return None
            if not u.flags[k] & (c.SAY | c.WEAK) or not self._verb(k, c.SAY | c.WEAK, j, stop):
                continue
            if (u.low[k + 1 : k + 2] == ["to"] and alleged(u, k, j)) or (
                u.low[k + 1 : k + 3] == ["as", "saying"]
            ):
                continue
            phrase = subject(u, k, j, stop)
            if phrase is None or phrase.start != j:
                phrase = described(u, j, k) or phrase
            if phrase is None or phrase.kind == "self" or phrase.start != j:
                if u.flags[k] & c.WEAK:
                    continue
                return None
            if u.flags[k] & c.WEAK and not u.flags[k] & c.SAY and not self._weak_fits(k, stop):
                return None
            if begins_anew(u, q, k):
                return None
            self.bound[k] = q
            return Attribution(phrase, j, k + 1, "cue-after", 0.95, reason=u.low[k])
        return None

    def _left(self, q: int, low: int, high: int, direct: bool) -> Attribution | None:
        """The reporting clause before the quotation, in its sentence."""
        u = self.u
        shape = self.shape(q)
        if u.low[q - 1] in ("who", "qui") and q - 1 > low and not shape.capital:
            # « …, a dit la préfecture, qui « recommande » … »
            phrase = None if spoken_before(u, low, q) else antecedent(u, q - 1, low)
            new = u.language == "en" and phrase is not None and u.low[phrase.start] in ("a", "an")
            if phrase is not None and phrase.kind in ("name", "role") and not new:
                return Attribution(phrase, phrase.start, q, "cue-clause", 0.75, reason="relative")
        start = max(low, q - _FAR)
        if not direct and ";" in u.words[start:q]:
            start = q - u.words[start:q][::-1].index(";")
            low = max(low, start)
        verbs = self._verbs(start, q, c.VERB, high)
        for place in range(len(verbs) - 1, -1, -1):
            k = verbs[place]
            bits = u.flags[k]
            if place and bits & c.ROLE and u.low[k + 1] == "as":
                continue  # "described English judges as “…”"
            gap = q - k - 1
            if k in self.bound:
                return self._split(q, k)
            if gap == 0 and u.low[k] in _CHRISTENED:
                return None  # "a boat that he named “…”"
            if bits & c.WEAK and not bits & (c.SAY | c.ACT | c.NAME) and not self._introduces(k, q):
                continue
            if direct and gap > 24:
                break
            if u.language == "fr" and (asked(u, k) or to_oneself(u, k) or belongs(u, k)):
                continue
            if u.language == "en" and not direct and due(u, k):
                continue
            if u.words[q - 1] == ":" and any(
                u.flags[i] & c.BE and u.words[i - 1] == "," for i in range(k + 1, q)
            ):
                continue  # "Lee, who showed us where they stood, was calm: …"
            whole = u.language == "de" and u.words[q - 1] == ":" and u.flags[low] & c.SUBORDINATE
            if whole and u.words[k + 1] == "," and verbal(u, k + 2):
                continue  # "Obwohl Lee ihr widersprach, blieb sie dabei: …"
            phrase = (
                self._inserted(k, q, low)
                or fronted(u, k, q, low, high)
                or accompanying(u, k, low)
                or relative_subject(u, verbs[:place], low, k)
                or hidden(u, k, low)
                or subject(u, k, self._floor(verbs, place, low), high)
            )
            if u.language == "fr" and (
                (k == low and bits & c.PARTICIPLE)
                or (bits & c.TO and undergone(u, k))
                or done_by(u, k, q)
            ):
                phrase = PASSIVE  # « Décrit par ses voisins comme « … », X vivait seul »
            if phrase is PASSIVE:
                phrase = agent(u, k, q, high) or self._against(k, low)
                if phrase is None:
                    continue
            elif phrase is INHERITED:
                goes_on = u.language == "fr" and et_de(u, low)
                phrase, inherited = None, None
                if not goes_on:
                    phrase, inherited = self._inherited(verbs[:place], low, k, high)
                if phrase is None and inherited is None and self.found and (direct or goes_on):
                    last = self.last
                    return self.found[last]._replace(
                        phrase=None, same=last, method="continued", score=0.8, reason=u.low[k]
                    )
                if inherited is not None:
                    return self._cue(q, inherited.phrase, k, k, gap, inherited.same)
            if phrase is None and u.language == "en":
                phrase = described_subject(u, verbs[:place], low, k, q)
                phrase = phrase or contact(u, low, k) or parted(u, low, k)
            if phrase is None:
                continue
            if phrase.kind == "self":
                if "y" in u.low[phrase.end : k + 1] and u.low[k] in ("lit", "lisait", "lire"):
                    there = u.low.index("y", phrase.end)  # « On y lit que « … » »
                    phrase = Phrase(there, there + 1, "pronoun", definite=True)
                    return self._cue(q, phrase, k, phrase.start, gap, -1)
                somewhere = at_place(u, phrase, k, low)
                if somewhere is None:
                    if direct and gap < 2 and no_speaker(u, phrase, k):
                        self.unsaid.add(q)
                    return None
                phrase = somewhere
            if self._anyone(phrase, k):
                return None
            if hoped(u, phrase, verbs[:place], k):
                continue
            if u.language == "fr":
                phrase = demonstrated(u, phrase, low)
                phrase = (words_of(u, phrase) if u.words[q - 1] == ":" else None) or phrase
            own, phrase = phrase, modified(u, self._what(phrase, low), low, k)
            phrase = redirected(u, phrase, k, q, low)
            if place and u.language == "fr":
                phrase = governing(u, phrase, verbs[place - 1], low, high)
            if self._reduced(k, q, own, low) or thought(u, phrase, verbs[:place], k):
                continue
            inanimate = phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP)
            signs = u.low[k] == "reading" and not u.flags[k - 1] & (PUNCTUATION | c.AUX)
            if signs or (inanimate and u.low[k] in ("read", "reads", "reading")):
                return None  # a sign, a card
            known = (
                done_by(u, k, q)
                or phrase.kind != "role"
                or u.flags[phrase.head] & (c.ROLE | c.GROUP | c.INDEFINITE)
            )
            small = shape.words <= 2 and not direct
            if (
                not known
                and u.language == "fr"
                and any(u.flags[i] & c.SAY and not u.flags[i] & c.TO for i in verbs[:place])
            ):
                continue  # « elle rappelle que sa tournée relève « d'une … » »
            if (
                not known
                and small
                and u.language == "en"
                and not (bits & c.NAME and gap < 3 and phrase.definite)
            ):
                continue
            if not direct and self._scare(q, k, gap, shape, high):
                continue
            return self._cue(q, phrase, k, max(low, phrase.start), gap, -1)
        return None

    def _inserted(self, k: int, q: int, low: int) -> Phrase | None:
        """English: "Networks, writes X in a new book, are “…”"."""
        u = self.u
        if u.language == "fr":
            return interposed(u, k, q, low)
        if u.language != "en" or k <= low or u.words[k - 1] != "," or not u.flags[k] & c.SAY:
            return None
        if u.flags[k] & c.GERUND or k + 1 >= q or u.flags[k + 1] & (c.PREPOSITION | PUNCTUATION):
            return None
        if u.low[k] in _ADDRESSING:
            return None  # "As the minister, Ann Lee, told a committee in May, …"
        phrase = parse(u, k + 1, q)
        if phrase is None or phrase.kind not in ("name", "role") or phrase.end >= q:
            return None
        end = phrase.end
        human = phrase.kind == "name" or u.flags[phrase.head] & (c.ROLE | c.GROUP)
        if (
            u.words[end] == ","
            or (human and u.words[end] == ":")
            or (u.flags[end] & (c.PREPOSITION | c.TIME) and "," in u.words[end : min(q, end + 8)])
        ):
            return phrase
        return None

    def _split(self, q: int, k: int) -> Attribution | None:
        """The verb before belongs to an earlier quotation: “…,” he said, “…”."""
        u = self.u
        first = self.bound[k]
        last = u.low[q - 1]
        if first not in self.found:
            return None
        same = self.found[first]._replace(phrase=None, same=first, reason="same sentence")
        if last in (",", ":", "—", "–", "and", "und", "et", "but", "…", "that", "dass", "que"):
            return same._replace(method="split", score=0.9)
        if u.words[k + 1] == "," and self.shape(q).words > 1:
            return same._replace(method="split", score=0.7)
        return None

    def _inherited(
        self, verbs: list[int], low: int, k: int, high: int
    ) -> tuple[Phrase | None, Attribution | None]:
        """The subject of the clause before, for "and called", "adding that", "to say"."""
        if self.u.language == "de" and self.u.flags[k - 1] & c.JOIN:
            comma = next((i for i in range(k - 2, low + 1, -1) if self.u.words[i] == ","), 0)
            if comma and self.u.flags[comma + 1] & c.JOIN:
                # "Der Plan ist durch, und abends stand der Chef da und rief, …"
                nearer = clause_subject(self.u, comma + 2, k)
                if self._acts(nearer) and nearer is not None and nearer.kind in ("name", "role"):
                    return nearer, None
            # "Lee bekam ein Bier, das er nicht trank, und sagte: …"
            found = clause_subject(self.u, low, k)
            if found is not None and found.kind in ("name", "role") and found.end < k - 4:
                return found, None
        nearer = behind_colon(self.u, low, k)
        if nearer is not None and self._acts(nearer):
            return nearer, None
        for before in reversed(verbs):
            if before in self.bound and self.bound[before] in self.found:
                earlier = self.found[self.bound[before]]
                return None, Attribution(
                    earlier.phrase, 0, 0, "", 0, earlier.same if earlier.phrase is None else -1
                )
            phrase = said_behind(self.u, before, k) or subject(self.u, before, low, high)
            if phrase is not None and phrase not in (INHERITED, PASSIVE):
                return phrase, None
        if low <= self.last < k and self.found[self.last].method == "cue-after":
            return None, self.found[self.last]
        found = clause_subject(self.u, low, k)
        if not self._acts(found):
            # "Schools stayed shut after the union refused an offer, calling it …"
            for s in range(k - 1, low, -1):
                if self.u.flags[s] & c.SUBORDINATE and not self.u.flags[s] & CAPITAL:
                    nearer = clause_subject(self.u, s + 1, k)
                    if self._acts(nearer):
                        found = nearer
                    break
        return (found if found is None or found.end <= k else None), None

    def _cue(
        self, q: int, phrase: Phrase | None, k: int, start: int, gap: int, same: int
    ) -> Attribution:
        u = self.u
        end = k + 1
        if end < q and u.low[end] in THAT:
            end += 1
        if phrase is not None and phrase.start > k:
            start = k
            end = max(end, phrase.names[-1][1] if phrase.names else phrase.end)
        elif start > 0 and u.low[start - 1] in ("as", "what", "wie", "comme"):
            start -= 1
        start = min(start, k)
        intro = u.words[q - 1] in (":", ",") or u.low[q - 1] in THAT or gap == 0
        score = 0.95 if intro else max(0.6, 0.9 - 0.01 * gap)
        kind = u.flags[k]
        if not kind & c.SAY and not intro:
            score = max(0.6, score - 0.05)
        method = "cue-before" if intro else "cue-clause"
        return Attribution(phrase, start, end, method, round(score, 2), same, u.low[k])
