"""Attributions read off word order alone, whatever the verb: “…,” X fumed; „…“, brummt X;
« … », s’amuse-t-elle; "Novels, X fumed, are “…”"; "während X vom „…“ raunt"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.apposed import with_name
from citekit.find.grammar.backwards import oblique
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.documents import RULES, THERE
from citekit.find.grammar.phrases import Phrase, parse
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.subjects import after, antecedent
from citekit.find.grammar.times import is_span
from citekit.find.grammar.tokens import CAPITAL, PUNCTUATION, QUOTE
from citekit.find.grammar.verbs import GIVING, HAVING, STAGING, verbal
from citekit.find.quotations.ones import at_place
from citekit.find.quotations.perfect import french_verb
from citekit.find.quotations.reports import Reports

#: The longest inserted clause, in tokens.
_INSERTED = 14
#: English verbs whose "it" is nobody.
_RAISING = frozenset(
    """seems seemed appears appeared happens happened turns turned follows followed remains faut
    faudra faudrait fallait reste restait suffit suffisait semble""".split()
)
_IS_READ = {("die", "rede"), ("zu", "lesen"), ("zu", "hören"), ("zu", "entnehmen")}
_RELATIVE = frozenset("der die das den dem".split())
#: German verbs with an infinitive.
_MODAL = frozenset(
    """will wollte wollen wollten möchte möchten muss musste müssen mussten kann konnte können
    konnten darf durfte dürfen durften""".split()
)
#: How somebody becomes who speaks.
_MANNERS = frozenset(
    "deutlich konkret grundsätzlich laut energisch überzeugt sicher gewiss".split()
)
_WHICH = frozenset("dem der denen".split())
#: French: endings of participles that are no finite forms.
_DONE = ("é", "ée", "és", "ées", "ris", "mis")
_KNOWN = frozenset("known bekannt connu connue connus".split())
_AS = frozenset(("as", "als", "comme"))
_OPENING = c.JOIN | c.ADVERB | PUNCTUATION


class Places(Reports):
    """The rules that need no verb of saying."""

    def opens(self, q: int, low: int) -> bool:
        """Whether the quotation begins its sentence."""
        flags = self.u.flags
        return all(flags[i] & _OPENING and not flags[i] & CAPITAL for i in range(low, q))

    def _placed(self, q: int, low: int) -> Attribution | None:
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
        if found is None or not self._speaks(found[0]) or is_span(u, *found[0][:2]):
            return None
        phrase, k = found
        self.bound[k] = q
        end = max(k + 1, phrase.names[-1][1] if phrase.names else phrase.end)
        return Attribution(phrase, j, end, "cue-after", 0.8, reason=u.low[k])

    def _aside(self, low: int, j: int, end: int, q: int) -> bool:
        """Whether a source is that of something in commas only: "Prices, the highest since
        2009 according to X, “…”"."""
        u = self.u
        if j > q or u.words[end] != "," or u.words[j - 1] == ",":
            return False
        comma = j - 1
        while comma > low and u.words[comma] != "," and not u.flags[comma] & c.VERB:
            comma -= 1
        return comma > low and u.words[comma] == ","

    def _speaks(self, phrase: Phrase) -> bool:
        """Whether a phrase may be a speaker's."""
        return phrase.kind in ("name", "pronoun") or (
            phrase.kind == "role"
            and bool(
                phrase.definite
                or self.u.flags[phrase.head] & (c.ROLE | c.GROUP | QUOTE)
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
            if k >= stop or flags[k] & c.DETERMINER:
                return None
            if k == j + 1 and flags[j] & c.DETERMINER and flags[k] & (c.ROLE | c.GROUP):
                return None  # « …, la préfecture de Dax en est sûre »
            done = flags[k] & c.PARTICIPLE and u.low[k].endswith(("u", "ue", "us", "ues"))
            if k == j and (done or u.low[k].endswith(_DONE)):
                return None  # « Elle a repris son texte, évoqué les faits, … »
        elif u.language == "de" and flags[k] & (c.DETERMINER | c.PRONOUN | c.PREPOSITION):
            return None
        perfect = u.language == "fr" and k > j and u.low[k : k + 1] != [] and u.words[k].isalpha()
        again = u.low[k : k + 1] == ["wiederholt"]  # no adverb before its subject
        if k + 1 >= stop or not (verbal(u, k) or perfect or again):
            return None
        if u.language == "de" and flags[k] & c.AUX and not self._perfect(k, stop):
            return None
        if u.low[k] in ("lautet", "lautete", "lauten"):
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

    def _perfect(self, k: int, stop: int) -> bool:
        """German: whether the clause of the auxiliary at ``k`` ends with a verb: "habe er
        immer gesagt"."""
        u = self.u
        end = k + 1
        while end < stop and not u.flags[end] & (PUNCTUATION | QUOTE):
            end += 1
            sign = u.words[end] if end < stop and u.flags[end - 1] == CAPITAL else ""
            for at in range(end + 2, min(stop, end + 14) if sign in ("(", ",") else 0):
                if u.words[at] == (")" if sign == "(" else ","):
                    end = at + 1  # "hat Ada Roth (SPD) gesagt"
                    break
        if u.low[end - 1] in _MANNERS or u.low[k + 1] == "sich":
            return True  # "wurde Ada Roth deutlich", "ist sich Ada Roth sicher"
        last = end - 1 - (u.low[end - 1] in ("haben", "sein"))
        word = u.low[last]
        if u.low[k] in _MODAL and word.endswith("en") and last == end - 1 > k + 1:
            return True  # "wollte Ada Roth wissen", "musste er einräumen"
        if last < end - 1:
            return word.endswith(("t", "en")) and last > k + 1
        return end > k + 2 and (
            bool(u.flags[end - 1] & c.VERB)
            or (word.endswith(("t", "en")) and (word.startswith("ge") or word.find("ge", 2, 7) > 0))
        )

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
        whom = parse(u, k + 1, stop)
        if whom is not None and u.low[whom.end : whom.end + 2] == ["as", "saying"]:
            return whom, k  # “…,” the minutes quote the mayor as saying
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
            if all(flags[x] & (QUOTE | PUNCTUATION) for x in range(low, i)):
                continue
            j = i + 1
            j += u.low[j] == "da" and verbal(u, j + 1)  # "…, da ist sich Ada Roth sicher, …"
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
            if u.language == "fr" and not self._acts(phrase):
                continue  # « Il quitte un moment son siège, revient, … »
            close = end
            while close < min(q, end + _INSERTED) and u.words[close] != ",":
                close += 1
            if close >= q or u.words[close] != ",":
                continue
            if any(flags[x] & QUOTE for x in range(j, close)):
                continue
            return Attribution(phrase, j, end, "cue-clause", 0.8, reason=u.low[k])
        return None

    def _rede(self, q: int, low: int) -> Attribution | None:
        """German: "Im Entwurf des Ministeriums ist von einer „…“ die Rede"."""
        u = self.u
        if THERE.intersection(u.low[q + 2 : q + 3]) and tuple(u.low[q + 3 : q + 5]) in _IS_READ:
            there = Phrase(q + 2, q + 3, "pronoun", definite=True)  # "Von „…“ ist darin die Rede"
            return Attribution(there, q + 1, q + 5, "cue-after", 0.7, reason="die Rede")
        if tuple(u.low[q + 1 : q + 3]) not in _IS_READ:
            return None
        if u.low[low] in THERE and low < q:
            there = Phrase(low, low + 1, "pronoun", definite=True)
            return Attribution(there, low, q, "cue-clause", 0.7, reason="die Rede")
        for i in range(low, q):
            if u.low[i] == "in" and u.words[i - 1] == "," and u.low[i + 1] in _WHICH:
                phrase = antecedent(u, i, low)  # "ein Brief, in dem von „…“ die Rede ist"
                if phrase is None or phrase.kind == "self":
                    return None
                return Attribution(phrase, phrase.start, i, "cue-clause", 0.7, reason="die Rede")
            if u.low[i] == "auf" and not u.flags[i] & CAPITAL:
                phrase = parse(u, i + 1, q)  # "Auf einem Flugblatt ist von „…“ die Rede"
                if phrase is not None and u.flags[phrase.head] & c.SHEET:
                    return Attribution(phrase, i, q, "cue-clause", 0.7, reason="die Rede")
            if u.low[i] in ("bei", "beim") and not u.flags[i] & CAPITAL:
                phrase = parse(u, i + 1, q)  # "Bei Ada Roth ist von „…“ die Rede"
                if phrase is not None and phrase.kind != "self" and self._acts(phrase):
                    return Attribution(phrase, i, q, "cue-clause", 0.7, reason="die Rede")
            if u.low[i] in ("im", "in") and not u.flags[i] & CAPITAL:
                owner = i + 2 if u.low[i + 2] in ("des", "der") else i + 1
                phrase = parse(u, owner, q)
                if phrase is None or phrase.kind == "self":
                    return None
                return Attribution(phrase, low, phrase.end, "cue-clause", 0.7, reason="die Rede")
        return None

    def _final(self, q: int, low: int, high: int) -> Attribution | None:
        """German: a clause that a conjunction begins, with its verb after the quotation:
        "Während X vom „…“ raunt, …"."""
        u = self.u
        flags = u.flags
        if u.language != "de" or q + 1 >= high or not verbal(u, q + 1):
            return None
        # a label: "ein Plakat mit der Aufschrift „…“"
        label = bool(flags[q - 1] & CAPITAL) and not flags[q + 1] & c.NAME
        label = label and u.low[q + 1] not in GIVING  # "der dem Plan „Mut“ bescheinigt"
        if label and not flags[q + 1] & c.SAY:
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
        while edge > low + 1 and (
            flags[edge - 1] & (c.PREPOSITION | c.DETERMINER) or u.low[edge - 1] == "als"
        ):
            if u.words[edge - 2] == "," and u.low[edge - 1] in _RELATIVE:
                break
            edge -= 1
        i = edge
        while i > low:
            i -= 1
            beside = self._beside(i, low)
            if beside < i:
                i = beside
                continue
            if flags[i] & (QUOTE | PUNCTUATION):
                return None
            if flags[i] & c.AUX and not flags[i] & CAPITAL:
                return None  # the verb stands second: "…, der Mann habe „…“ gehandelt"
            relative = i > low and u.words[i - 1] == "," and u.low[i] in _RELATIVE
            if u.low[q - 1] == "als" and not flags[q + 1] & c.VERB:
                return None
            what = u.low[i] == "was" or flags[i] & c.SUBORDINATE
            if relative or (what and not flags[i] & CAPITAL):
                phrase = after(u, i + 1, edge)
                whose = self._acting(i, low, phrase) if relative and phrase is not None else None
                if relative and (phrase is None or oblique(u, phrase) or whose is not None):
                    if label:
                        return None
                    phrase = whose or antecedent(u, i, low)
                    verb = u.low[q + 1]
                    known = phrase is not None and phrase.kind == "role" and verbal(u, q + 1)
                    known = known and bool(u.flags[q + 1] & c.VERB)
                    named = phrase is not None and phrase.kind == "name"
                    if phrase is not None and named and phrase.end - phrase.start == 1:
                        named = bool(u.flags[q + 1] & c.VERB) or u.low[phrase.start] in GIVEN
                    if phrase is None or not (named or known):
                        return None
                    if not self._speaks(phrase):
                        return None
                    return Attribution(phrase, phrase.start, i, "cue-clause", 0.7, reason=verb)
                if phrase is None or not self._speaks(phrase) or phrase.start > i + 2:
                    return None
                if u.low[q + 1] in HAVING or (label and phrase.end != q):
                    return None  # but "während Ada Roth „Unheil“ fürchtet"
                term = self.shape(q).words == 1 and flags[q - 1] & c.DEFINITE
                if term and not flags[q + 1] & (c.NAME | c.SAY):
                    return None  # "die den „Föderalismus“ forderten"
                return Attribution(
                    phrase, i + 1, phrase.end, "cue-clause", 0.75, reason=u.low[q + 1]
                )
        return None

    def _beside(self, i: int, low: int) -> int:
        """German: where what stands beside a name begins, if it ends at ``i``: "das Ada Roth
        (SPD) „…“ nennt", "dass Jan Roth, Sprecher der Bahn, von „…“ sprach"; else ``i``."""
        words, flags = self.u.words, self.u.flags
        if words[i] not in ("),"):
            return i
        sign = "(" if words[i] == ")" else ","
        for j in range(i - 2, max(low, i - 14), -1):
            if words[j] == sign:
                noun = flags[j + 1] & (c.DEFINITE | c.ROLE) and not flags[j + 1] & c.SUBORDINATE
                named = flags[j - 1] == CAPITAL and (sign == "(" or noun)
                return j if named else i
            if flags[j] & QUOTE:
                break
        return i

    def _acting(self, pronoun: int, low: int, phrase: Phrase) -> Phrase | None:
        """German: whom a relative clause is on, if a thing in it is the object: "X, die das
        Projekt „…“ nennt"."""
        u = self.u
        thing = phrase.kind == "role" and not u.flags[phrase.head] & (c.ROLE | c.GROUP)
        thing = thing or (u.low[pronoun] == "der" and u.low[phrase.start] == "sie")
        whose = antecedent(u, pronoun, low) if thing else None
        return whose if whose is not None and self._acts(whose) else None

    def _relative(self, q: int, low: int) -> int:
        """The pronoun of the relative clause that the quotation stands in ("X, who prefers
        “…”"), or -1."""
        u = self.u
        for k in range(q - 1, max(low, q - 12), -1):
            if u.flags[k] & (QUOTE | PUNCTUATION):
                return -1
            if u.low[k] in ("who", "qui") and k > low:
                return k
        return -1

    def _governed(self, q: int, low: int) -> Attribution | None:
        """Words that somebody's verb governs, whatever the verb: "The communiqué deplored
        “…” without naming a country"."""
        u = self.u
        shape = self.shape(q)
        predicate = u.low[q - 1] in _AS or (
            u.low[q - 2] in _AS and bool(u.flags[q - 1] & c.DETERMINER)
        )
        if predicate and not _KNOWN.isdisjoint(u.low[max(low, q - 8) : q]):
            return None  # "a class known to its members as the “Tadpoles”"
        label = u.language == "de" and u.flags[q - 1] & CAPITAL
        if label or u.low[q - 1] == "par" or u.flags[q - 1] & (c.SPEECH | c.WORK):
            return None  # a motto, a slogan, a name
        if not predicate and shape.capital and (u.language != "de" or shape.sentence):
            return None
        start = low
        for i in range(q - 1, low, -1):
            if u.words[i] in ";:":
                low = i + 1
                break
        whole = clause_subject(u, start, q) if low > start and u.words[low - 1] == ":" else None
        if whole is not None and whole.kind == "self":
            # « Du recteur, on n'a obtenu qu'une phrase : l'île « mérite » … »
            place = at_place(u, whole, q, start)
            if place is None:
                return None
            return Attribution(place, start, place.end, "colon", 0.6, reason="colon")
        pronoun = self._relative(q, low)
        phrase = antecedent(u, pronoun, low) if pronoun > 0 else clause_subject(u, low, q)
        if (
            phrase is not None
            and phrase.kind == "self"
            and shape.words > 1
            and u.words[q - 1] != ","
        ):
            phrase = at_place(u, phrase, q, low)  # « À l'office, on mise sur les « … » »
            if phrase is not None:
                return Attribution(phrase, low, q, "cue-clause", 0.5, reason="place")
        if phrase is None or phrase.kind == "self" or phrase.end >= q:
            return None
        if phrase.kind == "pronoun" and (
            u.low[phrase.start] in ("es", "they", "ils")
            or (u.low[phrase.start] in ("it", "il") and u.low[phrase.end] in _RAISING)
        ):
            return None
        adverb = bool(u.flags[q - 1] & c.ADVERB) and u.language == "fr"
        direct = phrase.kind == "name" and verbal(u, q - 1 - adverb)
        if (direct and u.low[q - 1] in STAGING) or u.low[q - 1] in HAVING:
            return None
        if shape.words < 3 and not (predicate or direct):
            return None
        several = phrase.definite and u.low[phrase.head].endswith("s") and shape.words > 3
        known = several or u.flags[phrase.head] & (c.ROLE | c.GROUP) or u.low[phrase.head] in RULES
        if phrase.kind == "role" and not known:
            return None
        if u.language == "fr" and pronoun < 0 and self._hearsay(phrase.end, q):
            return None
        k = self._finite(pronoun + 1 if pronoun > 0 else phrase.end, phrase, q)
        commas = [i for i in range(phrase.end, q) if u.words[i] == ","]
        if len(commas) > 1 and commas[-1] > k and verbal(u, commas[-1] + 1):
            k = commas[-1] + 1  # "A letter sent in June, signed by forty, called it …"
        if len(commas) == 2 and commas[0] == phrase.end and k < phrase.start:
            k = max(k, commas[1] + 1)  # "rechnet ein Mitarbeiter, der …, mit „…“"
        listed = (
            u.flags[q - 1] & c.JOIN or u.low[q - 1] == "zwar"
        )  # "blames the weather, the market and “…”"
        if k < 0 or any(u.words[i] in ("()" if listed else ",()") for i in range(k, q)):
            return None
        if predicate and not self._has_object(max(k + 1, phrase.end), q):
            return None
        end = max(k + 1, phrase.end)
        return Attribution(phrase, phrase.start, end, "cue-clause", 0.5, reason=u.low[k])

    def _hearsay(self, start: int, q: int) -> bool:
        """French: whether a verb has the conditional of what others say of its subject:
        « Son client n'aurait agi que « par peur » »."""
        return any(word.endswith(("rait", "raient")) for word in self.u.low[start:q])

    def _has_object(self, start: int, q: int) -> bool:
        """Whether a noun phrase that no preposition governs stands before "as “…”"."""
        flags = self.u.flags
        nominal = c.DETERMINER | c.PRONOUN | c.CLITIC | CAPITAL
        for i in range(start, q - 1):
            before = flags[i - 1]
            if flags[i] & nominal and not before & (c.PREPOSITION | c.DETERMINER):
                return not flags[i] & c.PREPOSITION
        return False

    def _finite(self, k: int, phrase: Phrase, q: int) -> int:
        """The finite verb from token ``k``, after a subject and what stands in commas beside
        it, or -1."""
        u = self.u
        if u.language == "de" and phrase.start and verbal(u, phrase.start - 1):
            return phrase.start - 1
        if u.words[k] == "," and "," in u.words[phrase.start : k]:
            k += 1
        elif u.words[k] == ",":
            close = k + 1
            while close < q and u.words[close] != ",":
                close += 1
            if close < q:
                k = close + 1
        elif u.low[k] in ("who", "qui", "which", "der", "die", "das"):
            k += 1
        if u.language == "fr":
            return french_verb(u, k, q)
        while k < q:
            bits = u.flags[k]
            if bits & (PUNCTUATION | QUOTE | c.BE) and not bits & CAPITAL:
                return -1
            if verbal(u, k) and not bits & (c.AUX | c.GERUND):
                return k
            if bits & (c.TO | c.SUBORDINATE) or (bits & c.DETERMINER and not bits & c.CLITIC):
                return -1
            k += 1
        return -1
